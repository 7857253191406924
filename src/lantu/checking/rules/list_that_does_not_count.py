"""SUM203: a list says how many things it holds, and holds another number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.chinese_number import SIGNS, whole_number
from lantu.plan.document import Block
from lantu.plan.message import Message

_COUNT = rf"(?<![{SIGNS}\d第])(?P<count>[二两三四五六七八九十]|十[一二]|\d{{1,2}})(?P<of>大|个|项|类|种|条|座|家|支)"
# “A、B、C和D四大产业”: a run of short names joined by 、 that ends in the number.
_BEFORE = re.compile(
    rf"(?:^|[，。；：,;:(（—])(?P<list>[^，。；：,;:!！?？()（）“”\"《》—]{{2,120}}、[^，。；：,;:()（）“”\"《》—]{{1,60}}?)"
    rf"(?P<open>等)?{_COUNT}(?P<noun>[\u4e00-\u9fff]{{2,8}})"
)
_NAME = r"[^，。；：,;:()（）“”\"《》—]{2,30}"
# “四大产业：A、B、C、D。”, “四大产业，分别是A、B、C、D。”, “四大产业：A；B；C；D。”
_AFTER = re.compile(
    rf"{_COUNT}(?P<noun>[\u4e00-\u9fff]{{2,8}}?)[”\"]?"
    rf"(?:[：:]|——?|[，,]?(?:即|(?:分别|依次|具体)[是为]|就是)[：:]?)"
    rf"(?P<list>{_NAME}(?:、{_NAME})+|{_NAME}(?:[；;]{_NAME})+)(?=[。；;\n]|$)"
)
# “四大产业（A、B、C、D）”, “四大产业包括A、B、C、D。”: only where the count is of kinds, not of places or houses.
_WITHIN = re.compile(
    rf"(?<![{SIGNS}\d第])(?P<count>[三四五六七八九十])(?P<of>[大项类种])(?P<noun>[\u4e00-\u9fff]{{2,8}}?)[”\"]?"
    rf"(?:(?P<bracket>[（(])|[，,]?包括[：:]?)(?P<list>{_NAME}(?:、{_NAME})+)(?(bracket)(?=[）)])|(?=[。；;\n]|$))"
)
# “‘A’‘B’‘C’四大工程”: names in quotation marks, whatever stands between them.
_QUOTED = re.compile(
    r"(?<![、和与及”\"])(?P<list>(?:[“\"][^”\"，。；]{2,16}[”\"][、和与及]?){2,12})(?P<open>等)?"
    r"(?P<count>[三四五六七八九十])(?P<of>大)(?P<noun>[\u4e00-\u9fff]{2,8})"
)
_ORDINALS = re.compile(rf"{_COUNT}(?P<noun>[\u4e00-\u9fff]{{2,8}})[：:。]?(?=一是)")
_KINDS = "大项类种"
_DEEDS = re.compile(r"(?:.*?)(?:[新改扩续修重]建|改造|维修|加固|完善|培育|引进|打造|提升|建设|推进|支持)$")
# Words by which the last piece goes on to say something else of the number that follows.
_SENTENCE = re.compile(
    r"[为在以入获列评选被向从由到的]|开发|形成|打造|构[建筑]|建设|推进|实施|先后|成功|全[国省市县]|世界|国家|年度|重点(?=.)"
)
_LAST = 10
_ENOUGH, _MOST, _LONGEST = 2, 12, 16


@rule("SUM203", Severity.WARNING, Message("列举个数不符", "list that does not count"))
def list_that_does_not_count(review: Review) -> Iterator[Remark]:
    """A list announces a number of things and names more or fewer.

    What it checks
    --------------
    “五大…：A、B、C、D”“五大…，分别是A、B、C、D”“五大…（A、B、C、D）”“A、B、C四大…”，名称各加引号的也算；“抓好四项工作：一是……
    三是……”。多列、少列都报。名单里有“和”“及”的，拆与不拆都不合才报；带“等”而少列的、名单里有逗号、括号而数不清的，都不报。

    “Five …: A, B, C, D”, “five …, namely A, B, C, D”, “five … (A, B, C, D)”, “A, B, C: the four …”, names in quotation
    marks too, and lists of 一是, 二是; too few and too many. Where a name holds 和 or 及, both ways of counting must
    fail; lists that end in 等 and name fewer, or that cannot be counted surely, are left alone.

    Why it matters
    --------------
    漏了哪一项，任务分解就漏哪一项。

    What the list forgets, the allocation of tasks forgets too.

    Example
    -------
        形成装备制造、精细化工、现代物流四大产业集群        写“四大”，列 3 个

    How to mend
    -----------
    补齐所缺的一项，或改正个数。

    Name what is missing, or correct the number.

    References
    ----------
    - GB/T 15834-2011《标点符号用法》关于顿号的用法。
    - GB/T 15834-2011, on the enumeration comma.
    """
    for block in review.blocks:
        if block.number in review.tabled:
            continue
        if "、" in block.text:
            yield from _listed_before(block)
        if any(sign in block.text for sign in "、；;"):
            yield from _listed_after(block)
        if any(sign in block.text for sign in '”"'):
            yield from _quoted(block)
        if "一是" in block.text:
            yield from _ordinals(block)


def _listed_before(block: Block) -> Iterator[Remark]:
    for match in _BEFORE.finditer(block.text):
        said = whole_number(match["count"])
        names = match["list"].split("、")
        if said is None or not _ENOUGH < said <= _MOST or len(names) < _ENOUGH:
            continue
        if match["of"] not in _KINDS and len(names) < _ENOUGH + 1:
            continue
        if len(names[-1]) > _LAST or _SENTENCE.search(names[-1]) or names[0].startswith("以"):
            continue
        # The first name may carry the sentence's verb; a long one later is a clause, not a name.
        if any(len(name) > _LONGEST or not name for name in names[1:]) or _loose(names[1:]) or _DEEDS.match(names[0]):
            continue
        fewest, most = len(names), sum(_split(name) for name in names)
        if fewest <= said <= most or (match["open"] and said > most):
            continue
        yield _remark(block, match.start("list"), match.end("noun"), said, most, f"{match['count']}{match['of']}")


def _listed_after(block: Block) -> Iterator[Remark]:
    for match in (*_AFTER.finditer(block.text), *_WITHIN.finditer(block.text)):
        said = whole_number(match["count"])
        names = re.split("[、；;]", match["list"])
        if said is None or not _ENOUGH < said <= _MOST or any(len(name) > _LONGEST for name in names) or _loose(names):
            continue
        fewest, most = len(names), sum(_split(name) for name in names)
        if fewest <= said <= most or (names[-1].endswith("等") and said > most):
            continue
        yield _remark(block, match.start(), match.end("list"), said, most, f"{match['count']}{match['of']}")


def _quoted(block: Block) -> Iterator[Remark]:
    for match in _QUOTED.finditer(block.text):
        said = whole_number(match["count"])
        named = len(re.findall('[“"][^”"]+[”"]', match["list"]))
        if said is None or said == named or (match["open"] and said > named):
            continue
        yield _remark(block, match.start("list"), match.end("noun"), said, named, f"{match['count']}{match['of']}")


def _ordinals(block: Block) -> Iterator[Remark]:
    for match in _ORDINALS.finditer(block.text):
        said = whole_number(match["count"])
        rest = block.text[match.end() :]
        named = 1
        while (nth := "〇一二三四五六七八九十"[named + 1 : named + 2]) and f"{nth}是" in rest:
            rest = rest[rest.index(f"{nth}是") :]
            named += 1
        if said is not None and _ENOUGH <= said <= 10 and named > 1 and said != named:
            yield _remark(block, match.start(), match.end(), said, named, f"{match['count']}{match['of']}")


def _split(name: str) -> int:
    """How many names a piece may hold when 和, 与, 及 join names."""
    return 1 + len(re.findall(r"(?<=.)(?:以及|及其|和|与|及|并)(?=.)", name))


def _loose(names: list[str]) -> bool:
    return any(re.search(r"\d|[的了着]|等$|为|是|[以将把]", name) or _DEEDS.match(name) for name in names[:-1])


def _remark(block: Block, start: int, end: int, said: int, named: int, words: str) -> Remark:
    return Remark(
        Message(f"写“{words}”，列出的是 {named} 个。", f"It says “{words}” ({said}) and names {named}."),
        Message("请补齐所缺的，或改正个数。", "Name what is missing, or correct the number."),
        (block.cite(start, end),),
    )
