"""Noun phrases that orders act on: what stands after a verb, the members of an enumeration, and the noun they share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lantu.plan.citation import Citation
from lantu.reading.lexicon import any_of, words
from lantu.reading.passage import Passage

# Verbs that stand in front of a name wherever they occur; the other verbs of orders also occur inside names
# (品牌创建行动, 老旧小区改造工程) and count only where a clause begins or after an adverb.
_ALWAYS = (
    "实施", "开展", "展开", "推进", "推动", "推行", "落实", "制定", "编制", "出台", "启动", "搭建", "构建", "打造", "加快", "加强", "强化",
    "完善", "健全", "建成", "建立", "争取", "鼓励", "印发", "设立", "签订", "签署", "举办", "谋划", "新建", "续建", "成立", "组建", "聚焦", "投运", "创建了", "新增", "开工", "深化",
    "实现", "发挥", "依托", "围绕", "按照", "根据", "通过", "借助", "成为", "作为", "抓好", "做好", "布局", "积极", "组织", "获批", "获评", "入选", "坚持", "加大", "提升了", "上线", "包括", "参与", "承担", "申报", "申请", "列入", "纳入",
)  # fmt: skip
# Adverbs that are no part of names (as 重点, 深度 and 协同 may be).
_MANNER = "积极|大力|深入|加快|加速|持续|进一步|不断|切实|扎实|稳步|有序|努力|继续|逐步|严格|着力|全力|全面|坚决|充分|主动|率先|尽快"
_LEAD = r"(?:[了好]|大力|一批|一系列|新一批|若干|一个|个|一些|各类|各项|相关|以下|本市的|全省|省里|自己的|推广|建立|建设|实施|开展|推进|规划|续建|制定|形成|扶持|建好|用好|办好|建强|用足)"
_COUNT = r"(?:第?\d+(?:[-—~至]\d+)?|[一二三四五六七八九十两]+)(?:[个条项家座所批处类张名件种次期](?!性)|大类?)"
_QUOTED = re.compile(r"《[^《》]{1,100}》|“[^“”]{1,60}”|‘[^‘’]{1,40}’|\"[^\"\n]{1,40}\"|[(（][^()（）]{1,60}[)）]")
_STOP = re.compile(r"[，,。；;：:！!？?\n\t|｜•·●■]")
_OF = re.compile(r"的(?!士|确)")
_AND_ALL = re.compile(r"等(?!级|候|离子|效|待|量|额|次|同)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase: `block.text[start:end]`.

    masked: the phrase with the insides of quotes and brackets hidden, so that rules see only their signs.
    verb: the verb it is the object of, "" where it opens its clause. shared: the words after 等 that end the
    enumeration it is a member of (项目建设), "" otherwise. members: how many the enumeration has, and
    first, until: where in the block it begins and ends (without the words after 等).
    """

    passage: Passage
    start: int
    masked: str
    verb: str
    shared: str = ""
    members: int = 1
    first: int = 0
    until: int = 0

    def text(self, start: int = 0, end: int | None = None) -> str:
        """Return the exact words of a run of the phrase."""
        last = self.start + (len(self.masked) if end is None else end)
        return self.passage.block.text[self.start + start : last]

    def cite(self, start: int = 0, end: int | None = None) -> Citation:
        """Return the citation of a run of the phrase."""
        last = self.start + (len(self.masked) if end is None else end)
        return self.passage.block.cite(self.start + start, last)

    def part(self, start: int, end: int) -> Phrase:
        """Return a run of the phrase as a phrase."""
        return Phrase(self.passage, self.start + start, self.masked[start:end], self.verb, self.shared, self.members, self.first, self.until)


@lru_cache(maxsize=1)
def _boundary() -> re.Pattern[str]:
    adverbs, verbs = any_of(words("adverbs")), any_of(words("verbs"))
    always = any_of(_ALWAYS)
    return re.compile(
        rf"(?:(?:^|[并或])(?:{adverbs})*|(?:{_MANNER})+)(?P<here>{verbs})|(?P<any>{always})|(?:{_MANNER})+|^(?:重点)?(?:以|对|在|将|把|为|由|从)"
    )


@lru_cache(maxsize=1)
def _leading() -> re.Pattern[str]:
    return re.compile(rf"(?:{_LEAD}|{_COUNT}|\s)+")


def mask(text: str) -> str:
    """Hide what stands in quotes and brackets, keeping every character's place."""
    return _QUOTED.sub(lambda m: m[0][0] + "□" * (len(m[0]) - 2) + m[0][-1], text)


def phrases(passage: Passage) -> Iterator[Phrase]:
    """Yield the phrases of a passage in order."""
    text = mask(passage.block.text[passage.start : passage.end])
    place = 0
    for stop in (*_STOP.finditer(text), None):
        end = stop.start() if stop else len(text)
        if end - place > 1:
            yield from _clause(passage, text[place:end], passage.start + place)
        place = stop.end() if stop else end


def _clause(passage: Passage, clause: str, offset: int) -> Sequence[Phrase]:
    found: list[tuple[int, str, str, int]] = []  # start, masked words, verb, number of the enumeration
    run = 0
    verb = ""
    place = 0
    for item in clause.split("、"):
        for start, end, fresh in _pieces(item):
            if fresh is not None:
                run, verb = run + 1, fresh
            found.append((place + start, item[start:end], verb, run))
        place += len(item) + 1
    made: list[Phrase] = []
    for number in {entry[3]: None for entry in found}:
        members = [entry for entry in found if entry[3] == number]
        last = members[-1]
        ending = _AND_ALL.search(last[1])
        shared = last[1][ending.end() :] if ending else ""
        for start, words_, order, _ in members:
            own = words_[: ending.start()] if ending and start == last[0] else words_
            if own.strip():
                first, until = offset + members[0][0], offset + last[0] + len(last[1])
                made.append(Phrase(passage, offset + start, own, order, shared, len(members), first, until))
    return made


def _pieces(item: str) -> list[tuple[int, int, str | None]]:
    """Cut a member of an enumeration at its verbs: begin, end and the verb before each piece (None: the one before goes on)."""
    pieces: list[tuple[int, int, str | None]] = []
    start, verb = 0, None
    for match in _boundary().finditer(item):
        if match.end() == len(item):
            break
        if match.start() - start > 1:
            pieces.append((_object_start(item, start, match.start()), match.start(), verb))
            verb = ""
        start, verb = match.end(), match["here"] or match["any"] or verb or ""
    pieces.append((_object_start(item, start, len(item)), len(item), verb))
    return pieces


def _object_start(item: str, start: int, end: int) -> int:
    """Where the noun begins in `item[start:end]`: after its attributes ending in 的, and after counts."""
    for match in _OF.finditer(item, start, end):
        if end - match.end() > 3:
            start = match.end()
    leading = _leading().match(item, start, end)
    return leading.end() if leading else start
