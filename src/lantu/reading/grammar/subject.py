"""The subject of a number: the noun phrase before its verb, or behind its unit."""

from __future__ import annotations

import re

# Words before a noun phrase that are no part of it: whose it is, how and by what act it is to be reached.
_LEADING = re.compile(
    r"(?:[\x02\s,、及与并且且或]|和(?!美|谐|平|睦)|就是|具体来[讲说]|目前|现有|每年|共有|(?:建成|投用|投产|完成)?后(?!勤|备|续|期|台|方|端)|——|-|(?:到|至|自|从|在|展望|截至|截止|面向)(?=\x02)|[年初末底前]+(?=[全实力确城规地新]|$)|力争|争取|确保|保证|努力|着力|全力|"
    r"大力|积极|加快|推动|推进|促进|持续|稳步|逐步|深入|有序|统筹|扎实|实现|达到|完成|顺利|圆满|如期|有效|严格|切实|集中|重点(?=实施|推进|建设|打造|培育|支持)|完成|保持|维持|控制|使|让|把|将|要|已经?|共(?![济同享产建青振有])|累计|累积|全年|其中|同时|"
    r"全面|基本|预计|预期|计划|规划|安排|拟|本(?=[市省区县])|全市|我市|全省|我省|全区|我区|全县|我县|全旗|全州|我州|全镇|全国(?=[^\u4e00-\u9fff]|$)|全域(?=$)|本市|各地|这五年|五年|"
    r"新增(?!长[极点引动])|新建|改建|扩建|改扩建|再建|续建|新创建|新引进|新组建|新接入|建成投[运用产]|建成|建设(?!用地|面积|规模|项目|周期|标准|投资|资金|水平)|创建|打造|培育|引进|引育|培养|开工|启动|开通|设立|组建|成立|布局|"
    r"认定|实施|开展|举办|组织|开发(?!区|装机|强度|面积)|推广|改造(?!面积|户数)|提升改造|整治|治理(?!面积|率|能力)|修复|淘汰|关停|拥有|具有|形成|招引|招录|招聘|吸引|争取|获批|荣获|获得|入选|"
    r"投入使用|建立|建好|办好|抓好|做好|用好|支持|鼓励|引导|发放|落实|落地|签约|新认定|新入选|新培育|新签|新开|加密|成功|继续|再|又|也|还|均|都|对|为|以|由|共同|力推|突破|超过|运营|投放|供应|新开发|"
    r"提供|承办|化解|办理|部署|取得|开设|选送|交付|盘活|筹集|关闭|压缩|下达|维护|记录|研究出台|研究|出台|制定|编制|筛选|选派|保障(?![性房]|水平|能力|率)|解决|改善|铺设|修建|购置|购买|更新|安装|增加|减少|压减|降低|提高|提升|扩大|净增|总(?=$))"
)
_GIVES_SENSE = re.compile(r"新增|完成|实现|累计|开发|使用|销售")
_BARE = re.compile(r"就业|投资|投入|收入|产值|贷款|面积|规模|税收|外资|用海|债券|存款|市县")
_INNER_ACT = re.compile(
    r"(?<![占为是比])(?:新建|建成|新增|引进|开通|设立|发放|改造提升|组建)了?(?=[\u4e00-\u9fff\x01]{4})"
)
_TRAILING = re.compile(
    r"(?:[\x02\s、,的了等]|共计|合计|总计|累计|共|均|都|已|分别|以及|[两三四五六]个(?=$)|和|及|与|并|指标|水平)+$"
)
_TRAILING_KEEP = re.compile(r"(?:.{2,}(?:水平|指标))$")
_RIGHT_STOP = re.compile(
    r"[,;。、:!?\x02—]|(?:集中|进驻|投入|建成|正式|顺利|落户|入选|获批|开工|竣工|投产|投用|用于|用来|全部|稳定|分别|达到|实现|完成|成功|签约|启动|提高|增长|"
    r"获得|提供|通过|通车|挂牌|上线|受益|惠及|转移|加快|有序|纳入|占|高于|低于|比|较|列入|被|得到|基本|开展|并|以及|均|共|直接|联动|推进|支持|带动|同步|居全|位居|到期|以上|"
    r"实行|实时|高效|良好|运行|发挥|进入|全覆盖|覆盖|开业|集聚|超|约|由|从|为|将|已|在|使|让|等(?![级离])|[和与及](?=\d))"
)
_RIGHT_NONE = re.compile(
    r"(?:实施|建设了|建成|用于|完成|支持|用来|拉动|带动|新增|新接|使|购买|购置|发放)"
    r"|的?(?:目标|水平|任务|标准|要求|范围|比例|速度|增速|幅度|考核|增长|底线|门槛|大关|基础上|考核目标|发展目标|年均增速|增长速度)(?=[,;。、的)]|$)"
    r"|的?(?:左右|以上|以内|新?台阶|[一二两三四五六七八九十]个?大?台阶|[和与及至到]|比|高于|低于|提|增(?!量)|降|调|缩|扩|跃|整合|发展到)"
)
_LISTED = re.compile(
    r"(?:[^,;。、:\d\x02]{1,12}、){1,4}[^,;。、:\d\x02]{0,14}?(?:等|(?:突出|明显|先进|完善|合理|齐全|独特|鲜明|[强高优好])的)(?P<head>[^,;。、:\d\x02]{2,14})"
)
_SIZE_BRACKET = re.compile(r"\([^()]{1,4}\)")
_ACT = re.compile(
    r"(?:新建|建成|新增|打造|培育|引进|创建|开通|设立|发放|改造提升|组建|认定)了?(?=[\u4e00-\u9fff\x01]{3})"
)
_TRAILING = re.compile(
    r"(?:[\x02\s、,的了等]|共计|合计|总计|累计|共|均|都|已|分别|以及|[两三四五六]个(?=$)|和|及|与|并|指标|水平)+$"
)
_TRAILING_KEEP = re.compile(r"(?:.{2,}(?:水平|指标))$")
_RIGHT_STOP = re.compile(
    r"[,;。、:!?\x02—]|(?:集中|进驻|投入|建成|正式|顺利|落户|入选|获批|开工|竣工|投产|投用|用于|用来|全部|稳定|分别|达到|实现|完成|成功|签约|启动|提高|增长|"
    r"获得|提供|通过|通车|挂牌|上线|受益|惠及|转移|加快|有序|纳入|占|高于|低于|比|较|列入|被|得到|基本|开展|并|以及|均|共|直接|联动|推进|支持|带动|同步|居全|位居|到期|以上|"
    r"实行|实时|高效|良好|运行|发挥|进入|全覆盖|覆盖|开业|集聚|超|约|由|从|为|将|已|在|使|让|等(?![级离])|[和与及](?=\d))"
)
_RIGHT_NONE = re.compile(
    r"(?:实施|建设了|建成|用于|完成|支持|用来|拉动|带动|新增|新接|使|购买|购置|发放)"
    r"|的?(?:目标|水平|任务|标准|要求|范围|比例|速度|增速|幅度|考核|增长|底线|门槛|大关|基础上|考核目标|发展目标|年均增速|增长速度)(?=[,;。、的)]|$)"
    r"|的?(?:左右|以上|以内|新?台阶|[一二两三四五六七八九十]个?大?台阶|[和与及至到]|比|高于|低于|提|增(?!量)|降|调|缩|扩|跃|整合|发展到)"
)
_LISTED = re.compile(
    r"(?:[^,;。、:\d\x02]{1,12}、){1,4}[^,;。、:\d\x02]{0,14}?(?:等|的)(?P<head>[^,;。、:\d\x02]{2,14})"
)
_ACT = re.compile(
    r"(?:新建|建成|新增|打造|培育|引进|创建|开通|设立|发放|改造提升|组建|认定)了?(?=[\u4e00-\u9fff\x01]{3})"
)
_TRAILING = re.compile(
    r"(?:[\x02\s、,的了等]|共计|合计|总计|累计|共|均|都|已|分别|以及|[两三四五六]个(?=$)|和|及|与|并|指标|水平)+$"
)
_TRAILING_KEEP = re.compile(r"(?:.{2,}(?:水平|指标))$")
_RIGHT_STOP = re.compile(
    r"[,;。、:!?\x02—]|(?:集中|进驻|投入|建成|正式|顺利|落户|入选|获批|开工|竣工|投产|投用|用于|用来|全部|稳定|分别|达到|实现|完成|成功|签约|启动|提高|增长|"
    r"获得|提供|通过|通车|挂牌|上线|受益|惠及|转移|加快|有序|纳入|占|高于|低于|比|较|列入|被|得到|基本|开展|并|以及|均|共|直接|联动|推进|支持|带动|同步|居全|位居|到期|以上|"
    r"实行|实时|高效|良好|运行|发挥|进入|全覆盖|覆盖|开业|集聚|超|约|由|从|为|将|已|在|使|让|等(?![级离])|[和与及](?=\d))"
)
_RIGHT_NONE = re.compile(
    r"(?:实施|建设了|建成|用于|完成|支持|用来|拉动|带动|新增|新接|使|购买|购置|发放)|的?(?:目标|水平|左右|以上|以内|标准|任务|要求|基础上|范围|比例|速度|增速|幅度|考核|增长|底线|门槛|新?台阶|大关|[一二两三四五六七八九十]个?大?台阶|[和与及至到]|比|高于|低于|提|增|降|调|缩|扩|跃|整合|发展到)"
)
_ACT = re.compile(
    r"(?:力争|确保|新增|新建|建成|创建|打造|培育|引进|开工|启动|设立|实施|改造|完成|实现|推进|达到|建设|举办|发放|办理|引育|培养|认定)"
)
_CHANGED = re.compile(
    r"([^,;]{3,40}?)(?:(?:逐年|逐步|稳步|不断|持续|明显|显著|大幅|进一步|总体|实现|得到|有所|快速|较快)+)"
    r"(?:提高|增长|提升|上升|下降|降低|减少|增加|扩大|发展|改善|壮大|稳定|优化|加快|向好|平稳)"
)
_PLACES = (
    "城镇常住", "农村常住", "城镇", "农村", "城市", "乡村", "县域", "国家级", "部级", "省级", "市级", "县级", "镇级", "一产", "二产", "三产",
    "第一产业", "第二产业", "第三产业",
)  # fmt: skip
_HEAD = re.compile(
    r"(?:(?:居民)?人均(?:可支配|纯)?(?:收入|支出)|(?:全产业链|总)?产值|增加值|总产量|产量|销量|(?:货邮|集装箱)?吞吐量|人次|人数|次数|起数|案件数|数量|总数|"
    r"总额|总量|面积|里程|规模|收入|支出|利润|营收|投资|消费|贷款|存款|余额|能力)$"
)
_ANY_HEAD = re.compile(r"[\u4e00-\u9fff]{2}(?:率|量|额|值|数|比重|比例|占比|指数)$")
_WHOSE = re.compile(r"^(?:全|我|本)(?:市|省|县|区|州|镇|国)(?=..)")
_LONGEST = 28


def subject_before(text: str, start: int, end: int, whole: bool = False) -> tuple[int, int]:
    """Return the run of the noun phrase in `text[start:end]`, an empty run where there is only a verb or nothing.

    whole: whether a list stays whole, because each of its members gets a number of its own (分别).
    """
    words = text[start:end]
    # Behind the last list sign that an act follows, a new statement begins.
    for sign in [] if whole else reversed(list(re.finditer("[、:]", words))):
        if _ACT.match(words, sign.end()):
            start, words = start + sign.end(), words[sign.end() :]
            break
    opening = last = 0
    while match := _LEADING.match(words, opening):
        last, opening = opening, match.end()
    if _BARE.fullmatch(words, opening) and _GIVES_SENSE.fullmatch(words, last, opening):
        opening = last  # 新增就业, 完成投资: the noun alone says too little
    start, words = start + opening, words[opening:]
    inner = None if whole else next(reversed(list(_INNER_ACT.finditer(words))), None)
    if inner:
        start, words = start + inner.end(), words[inner.end() :]
    if (match := _TRAILING.search(words)) and not _TRAILING_KEEP.match(words):
        words = words[: match.start()]
    if len(words) > _LONGEST:
        cut = _shorter(words)
        start, words = start + cut, words[cut:]
    if not re.search(r"[\u4e00-\u9fffA-Za-z\x01]{2}", words):
        return start, start
    return start, start + len(words)


def subject_after(text: str, start: int, end: int, counted: bool) -> tuple[int, int]:
    """Return the run of the noun phrase that begins `text[start:end]`, an empty run where none does.

    counted: whether the number counts things, so that a list of them behind it is counted as one (3个甲、乙等项目).
    """
    if size := _SIZE_BRACKET.match(text, start, end):
        start = size.end()
    if _RIGHT_NONE.match(text[start:end]):
        return start, start
    if text[start:end].startswith("的"):
        start += 1
    if counted and (listed := _LISTED.match(text, start, end)):
        start, end = listed.span("head")
    stop = _RIGHT_STOP.search(text, start, end)
    last = min(stop.start() if stop else end, start + _LONGEST)
    if (bracket := text.find("(", start, last)) >= 0 and ")" not in text[bracket:last]:
        last = bracket
    if match := _TRAILING.search(text[start:last]):
        last = start + match.start()
    if not re.search(r"[\u4e00-\u9fffA-Za-z\x01]{1}", text[start:last]):
        return start, start
    return start, last


def subjects_of_list(words: str) -> list[str]:
    """Split a joint subject (城镇和农村居民收入) into those it stands for; one that cannot be split comes whole."""
    if words.startswith("城乡"):
        return [f"城镇{words[2:]}", f"农村{words[2:]}"]
    parts = [_WHOSE.sub("", part) for part in re.split(r"、|以及|和|及|与", words) if part]
    if len(parts) < 2:
        return [words]
    last = parts[-1]
    tail = ""
    if (place := last.find("等")) > 0:
        tail = last[place + 1 :]
        last = last[:place] + tail
        return [*(part + tail for part in parts[:-1]), last]
    return [*(_completed(part, last) for part in parts[:-1]), last]


def subject_of_clause(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the noun phrase of a clause without a number whose verb says that it changed, else None."""
    match = _CHANGED.match(text, start, end)
    if match is None:
        return None
    run = subject_before(text, start, match.end(1))
    return run if run[0] < run[1] else None


def _completed(part: str, last: str) -> str:
    """Give a part of a joint subject the head that only the last part has (城镇和农村居民收入, 汽车、钢材产量)."""
    if _HEAD.search(part) or _ANY_HEAD.search(part):
        return part
    if part in _PLACES and any(last.startswith(place) for place in _PLACES):
        return part + last[next(len(place) for place in _PLACES if last.startswith(place)) :]
    pair = part[-2:]
    place = last.find(pair)
    if place >= 0 and place + len(pair) < len(last):
        return part + last[place + len(pair) :]
    head = _HEAD.search(last) or _ANY_HEAD.search(last)
    return part + head[0] if head and head.start() > 0 else part


def _shorter(words: str) -> int:
    """Where a long noun phrase may begin and keep its head: behind a list sign, else behind 的, else anywhere."""
    floor = len(words) - _LONGEST
    for sign in ("、", "的"):
        place = words.find(sign, floor)
        if 0 <= place < len(words) - 3:
            return place + 1
    return floor
