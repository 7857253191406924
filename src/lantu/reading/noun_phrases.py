"""Noun phrases that orders act on: what stands after a verb, the members of an enumeration, and the noun they share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from lantu.plan.citation import Citation
from lantu.plan.ground import Step
from lantu.reading.lexicon import any_of, words
from lantu.reading.passage import Passage
from lantu.reading.phenomenon import Phenomenon

_NOT_HERE = {"联合", "开放", "普及"}  # 联合国, 开放平台, 普及率
# Who builds stands before the verb, where the verb is no part of a name: 甲医院建设乙中心.
_BUILDERS = "|".join(f"(?<={ending})" for ending in ("医院", "集团", "公司", "大学", "学院"))
_COUNT = r"(?:第?\d+(?:[-—~至]\d+)?|[一二三四五六七八九十两]+)(?:[个条项家座所批处类张名件种次期](?!性)|大类?)"
_QUOTED = re.compile(r"《[^《》]{1,100}》|“[^“”]{1,60}”|‘[^‘’]{1,40}’|\"[^\"\n]{1,40}\"|[(（][^()（）]{1,60}[)）]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
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

    def steps(self, start: int = 0, end: int = 0) -> tuple[Step, ...]:
        """Return what makes it a name: its ending at `[start:end)`, and the noun that its enumeration shares."""
        steps: tuple[Step, ...] = ()
        if start < end:
            steps = (Step(Phenomenon.NAME_BY_ENDING, self.cite(start, end)),)
        if self.members > 1 and self.shared:
            steps += (Step(Phenomenon.SHARED_NOUN, self.passage.block.cite(self.first, self.until)),)
        return steps

    def verb_cited(self) -> Citation | None:
        """Return where the verb it is the object of stands; None where it opens its clause."""
        text = self.passage.block.text
        place = text.rfind(self.verb, self.passage.start, self.first) if self.verb else -1
        return self.passage.block.cite(place, place + len(self.verb)) if place >= 0 else None

    def part(self, start: int, end: int) -> Phrase:
        """Return a run of the phrase as a phrase."""
        return Phrase(
            self.passage,
            self.start + start,
            self.masked[start:end],
            self.verb,
            self.shared,
            self.members,
            self.first,
            self.until,
        )


@lru_cache(maxsize=1)
def _boundary() -> re.Pattern[str]:
    adverbs = any_of(words("adverbs"))
    verbs = any_of(tuple(verb for verb in words("verbs") if verb not in _NOT_HERE))
    always, manner = any_of(words("naming_verbs")), any_of(words("manner_adverbs"))
    return re.compile(
        rf"(?:(?:^|[并或])(?:{adverbs}){{0,3}}|(?:{manner}){{1,3}})(?P<here>{verbs})|"
        rf"(?P<any>{always}|共建(?!共)|(?:{_BUILDERS})(?:建设|创建|兴建)(?=[\u4e00-\u9fff]{{4}})(?!项目|工程|发展|标准|水平|质量|规划|管理|力度|方案|资金|用地|规模|进度|专项|和|与))(?!(?:工作)?(?:方案|细则|意见|办法|计划|提升行动|行动))(?!(?<=[新续]建)(?:项目|工程))|(?:{manner})|^(?:重点)?(?:以|对|在|将|把|为|由|从)"
    )


@lru_cache(maxsize=1)
def _leading() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('name_openers'))}|{_COUNT}|\s)+")


def mask(text: str) -> str:
    """Hide what stands in quotes and brackets, keeping every character's place."""
    return _QUOTED.sub(lambda m: m[0][0] + "□" * (len(m[0]) - 2) + m[0][-1], text)


def phrases(passage: Passage) -> Iterator[Phrase]:
    """Yield the phrases of a passage in order."""
    at = passage.start
    for start, words_, verb, shared, members, first, until in _found(passage.block.text[at : passage.end]):
        yield Phrase(passage, at + start, words_, verb, shared, members, at + first, at + until)


_Found = tuple[int, str, str, str, int, int, int]  # the fields of a phrase, its places counted in its own text


@lru_cache(maxsize=4096)  # projects, systems and policies look at the same phrases
def _found(text: str) -> tuple[_Found, ...]:
    if not _HAN.search(text):
        return ()
    text = mask(text)
    place = 0
    found: list[_Found] = []
    for stop in (*_STOP.finditer(text), None):
        end = stop.start() if stop else len(text)
        if end - place > 1:
            found += _clause(text[place:end], place)
        place = stop.end() if stop else end
    return tuple(found)


def _clause(clause: str, offset: int) -> list[_Found]:
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
    made: list[_Found] = []
    for _, run_of in groupby(found, key=lambda entry: entry[3]):
        members = [*run_of]
        last = members[-1]
        ending = _AND_ALL.search(last[1])
        shared = last[1][ending.end() :] if ending else ""
        for start, words_, order, _ in members:
            own = words_[: ending.start()] if ending and start == last[0] else words_
            if own.strip():
                first, until = offset + members[0][0], offset + last[0] + len(last[1])
                made.append((offset + start, own, order, shared, len(members), first, until))
    return made


def _pieces(item: str) -> list[tuple[int, int, str | None]]:
    """Cut a member of an enumeration at its verbs.

    Returns begin, end and verb of each piece; None as the verb means that the one before goes on.
    """
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
