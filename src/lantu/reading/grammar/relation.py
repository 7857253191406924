"""What stands between a subject and its number: bounds, verbs of level and of change, adverbs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantu.plan.quantity import Comparator

_BOUNDS = (
    (re.compile(r"(?:不(?:得|能)?(?:低于|少于|小于|下于)|至少|最少|最低(?:达到|为)?)$"), Comparator.AT_LEAST),
    (
        re.compile(r"(?:不(?:得|能)?(?:超过|超|高于|大于|多于|突破)|至多|最[多高长迟](?:不超过)?|(?:严格)?控制[在到于]|压控在)$"),
        Comparator.AT_MOST,
    ),
    (re.compile(r"(?:超过|突破|超出|超|高于|大于|多于|逾|越过)$"), Comparator.ABOVE),
    (re.compile(r"(?:低于|小于|少于|不足|不到)$"), Comparator.BELOW),
    (re.compile(r"(?:大约|将近|接近|约为|约|近)$"), Comparator.ABOUT),
)  # fmt: skip
_FIRM = re.compile(r"(?:到|至|(?<![行作])为|(?<!集)成|在)$")
_LEVEL = re.compile(
    r"(?:达到了?|高达|达|是|占|实现了?|完成了?|保持|稳定|维持|累计|总计|合计|共计|(?<![国所公私持])有|位列|整合|调整|优化|转变|迈上|站上|跨上|登上|跨越|迈过)$"
)
_UP = re.compile(
    r"(?:增长了?|增加了?|新增了?|净增|提高了?|提升了?|上升了?|上涨了?|递增|扩大了?|上浮|跃升|上调|攀升|增)$"
)
_DOWN = re.compile(
    r"(?:下降了?|降低了?|减少了?|压减了?|削减了?|缩小了?|缩短了?|压缩了?|精简了?|消减|下调|减排|下浮|回落|收窄|降|减)$"
)
_YEARLY = re.compile(r"(?:[一二两三四五六七八九十]{1,2}年(?:来|间|内)?|年均|年平均|平均每年|每年|年度|逐年|年)$")
_ADVERB = re.compile(
    r"(?:(?<![人户日月亩地])均|都|皆|分别|同比|累计|累积|总体|整体|基本|大幅|全部|全面|实际|仍|仅|只|虽|也|又|再|将|已经?|成功|稳步|逐步|持续|始终|动态|力争|"
    r"争取|确保|努力|预计|预期|(?<!动)计划|有望|比上年|较上年|同期|环比|平均|最终|[、,]|\s|进一步|有所|明显|原则上|的目标|左右|由|从|自|连续|率先|继续|"
    r"一举|首次|再次|按?(?:可比|同)(?:口径|价格?)(?:计算)?|相应|对应|相对|同步|以上|每|(?<!公)共|约束性?)$"
)
_AGAINST = re.compile(
    r"(?:(?<![占环同])比(?=[\x01\x02上全去前初省市国“规]|同期)|相比于?|较(?=[\x01\x02上全去前初省市国“规]|同期))[^,;、]{1,16}$|\x02+的?$"
)
_AT_LEAST = re.compile(r"(?:至少|最少)[要应需]?[\u4e00-\u9fff]{1,4}$")
# 不低于居住用地总量的70%: the bound stands before what the share is of.
_OF_WHOLE = re.compile(
    r"(?P<bound>不(?:得|能)?低于|不少于|至少占|不(?:得|能)?(?:超过|高于)|超过|高于|低于|达到?|相当于)(?!了|的)"
    r"[^,;、\d]{2,24}?(?:的|总[数量额和])$"
)
_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?(?:%|‰|倍)|百分之|[一二两三四五六七八九]成|[1-9]/\d")
_COMPARED = re.compile(r"[与同]?[^,;、]{0,3}\x02+[^,;、]{0,4}相比$")

_CHANGE_WORDS = {
    "增长": "增长",
    "递增": "增长",
    "新增": "新增",
    "净增": "净增",
    "增": "增长",
    "减": "减少",
    "降": "下降",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """What the words before a number say, and where they begin.

    start: offset where the subject's words end. bound: what bound words say. change: +1 or -1 for a verb of change
    without 到, else 0. word: that verb. yearly: 年均. linked: whether any verb is there. each: 分别. all: 均.
    moved: whether a verb of change with 到 is there. origin: whether something comes from the number (由9家).
    """

    start: int
    bound: Comparator | None = None
    change: int = 0
    word: str = ""
    yearly: bool = False
    linked: bool = False
    each: bool = False
    all: bool = False
    moved: bool = False
    origin: bool = False


def relation(text: str, start: int, end: int) -> Relation:
    """Read `text[start:end]`, the words before a number, backwards from it as far as they are verbs and adverbs."""
    words = text[start:end]
    bound: Comparator | None = None
    change, word = 0, ""
    yearly = linked = each = every = firm = moved = origin = False
    for _ in range(16):  # a chain of adverbs is short; the limit keeps the work linear
        before = words
        for pattern, comparator in _BOUNDS:
            if match := pattern.search(words):
                bound = bound or comparator
                linked = True
                words = words[: match.start()]
        if match := (_UP.search(words) or _DOWN.search(words)):
            sign = 1 if _UP.search(words) else -1
            if firm and not change:
                moved = True
            elif not change:
                change, word = sign, match[0].rstrip("了")
            linked = True
            words = words[: match.start()]
        elif match := _YEARLY.search(words):
            if change or linked:
                yearly = yearly or match[0] in ("年均", "年平均", "平均每年", "每年")
                words = words[: match.start()]
        elif (match := _LEVEL.search(words)) or (match := _FIRM.search(words)):
            if match[0] == "在" and not re.search(
                r"(?:保持|稳定|维持|控制|处|均|率|值|量|额|数|度|占比|比重|比例)在$", words
            ):
                break
            firm = firm or match[0] in ("到", "至", "为", "成", "整合", "调整", "优化")
            linked = True
            words = words[: match.start()]
        elif match := _ADVERB.search(words):
            each = each or match[0] == "分别"
            every = every or match[0] in ("均", "都", "皆")
            origin = origin or (match[0] in ("由", "从", "自") and not linked)
            words = words[: match.start()]
        elif match := (_COMPARED.search(words) or _AGAINST.search(words)):
            origin = origin or bool(re.search(r"[由从自]$", words[: match.start()]))
            words = words[: match.start()]
        if words == before:
            break
    if bound is None and (deed := _AT_LEAST.search(text, start, end)):  # 至少建成1所
        bound, words = Comparator.AT_LEAST, text[start : deed.start()]
    if not linked and _SHARE.match(text, end) and (whole := _OF_WHOLE.search(words)):
        bound = next((kind for pattern, kind in _BOUNDS if pattern.search(whole["bound"])), None)
        linked, words = True, words[: whole.start()]
        every = every or words.endswith("均")
        words = words.rstrip("均只仅")
    return Relation(start + len(words), bound, change, word, yearly, linked, each, every, moved, origin)


def change_noun(found: Relation) -> str:
    """Return the words that carry a change into a subject's name (年均增长, 下降)."""
    word = _CHANGE_WORDS.get(found.word, found.word)
    return ("年均" if found.yearly and not word.startswith(("新", "净")) else "") + word
