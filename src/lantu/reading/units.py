"""The organisations that a document names, each once, with the place where it is named first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantu.plan.citation import Citation
from lantu.plan.ground import Step
from lantu.plan.identity import Identities
from lantu.plan.named_item import Unit
from lantu.plan.region import Region
from lantu.reading.duties import duties_in, may_give_duties
from lantu.reading.duty_table import Row, duty_rows
from lantu.reading.english_names import english_units
from lantu.reading.grammar.english import is_english
from lantu.reading.grounds import Grounds
from lantu.reading.named import is_loose
from lantu.reading.normalised import normalise
from lantu.reading.passage import Passage
from lantu.reading.phenomenon import Phenomenon
from lantu.reading.unit_names import Name, names_in

_LEVEL = re.compile(r"(?:省|市|县|区|州|旗|盟)$")
_EVERY_DEPARTMENT = re.compile(r"[省市县区州]?(?:政府|直)?(?:各|有关|相关)+(?:政府)?(?:部门|单位|委办局)")
# An office: its own words between a level and an ending, none of those by which several are meant.
_OFFICE = re.compile(
    r"(?!.*(?:各|有关|相关|成员单位))(?=[省市县区州旗盟团国])[\u4e00-\u9fff]{2,14}(?:[局委办厅部院会社处室司团行队]|中心|集团|公司|调查队)|(?!各|有关|相关).{2,10}(?:集团|公司|管委会|支行|银行)"
)
_SAME = (
    (re.compile(r"人民政府|政府"), "政府"),
    (re.compile(r"^中共"), ""),
    (re.compile(r"发展和改革委员会|发展改革委员会|发展改革委|发展和改革局|发展改革局|发改委"), "发改局"),
    (re.compile(r"委员会$"), "委"),
    (re.compile(r"(?<=区)(?:管理委员会|管委会)$"), ""),
    (re.compile(r"经济技术开发区|经济开发区|经开区|开发区"), "经开区"),
    (re.compile(r"人民代表大会|人大"), "人大"),
    (re.compile(r"人民政协|政协"), "政协"),
    (re.compile(r"职业教育中心"), "职教中心"),
)


@dataclass
class _Sighting:
    name: str
    kind: str
    section: str | None
    source: Citation
    steps: list[Step]


def find_units(
    passages: Sequence[Passage], region: Region, identities: Identities, grounds: Grounds
) -> tuple[Unit, ...]:
    """Find the organisations that passages name, each once, where it is named first.

    kind: government, department, town, park, enterprise, university, school, hospital, association, other; "group" for
    those who are meant together without a name (各有关部门). Names of one unit (市政府, 海城市人民政府) are one unit
    under its longest name. region: the plan's area, whose name the names of its own units often leave out.
    """
    own = _own_places(region)
    seen: dict[str, _Sighting] = {}
    rows = {row.passage.block.number: row for row in duty_rows(passages)}
    for passage in passages:
        even = normalise(passage.block, passage.start, passage.end)
        english = is_english(even.text)
        named = () if english and passage.heading else english_units(even.text) if english else names_in(even.text, own)
        for name in (*named, *_on_duty(passage, even.text, rows.get(passage.block.number))):
            key = _key(name.text, own)
            sighting = seen.get(key)
            if sighting is None:
                section = passage.section.id if passage.section else None
                source = even.cite(name.start, name.end)
                seen[key] = _Sighting(name.text, name.kind, section, source, [Step(name.how, source)])
            elif name.text != sighting.name:
                if len(sighting.steps) == 1:
                    sighting.steps.append(Step(Phenomenon.SEVERAL_NAMES, even.cite(name.start, name.end)))
                sighting.name = max(sighting.name, name.text, key=len)
    found = sorted(seen.values(), key=lambda sighting: (sighting.source.block, sighting.source.start))
    units = tuple(Unit(identities.give("unit", s.name), s.name, s.kind, s.section, s.source) for s in found)
    for unit, sighting in zip(units, found, strict=True):
        if sighting.steps[0].rule == Phenomenon.ORGANISATION_BY_ENDING and is_loose(unit.name):
            sighting.steps.append(Step(Phenomenon.LOOSE_ENDING, unit.source))
        grounds.lay(unit.id, "unit", sighting.steps)
    return units


def _on_duty(passage: Passage, text: str, row: Row | None) -> Iterator[Name]:
    """Yield the units that a duty gives work to: they are units however their names end (市国土房管局)."""
    duties = [(duty, duty.start, duty.end) for duty in duties_in(text)] if may_give_duties(passage) else []
    if row is not None:
        duties.append((row.duty, 0, len(text)))
    for duty, begin, end in duties:
        for unit in (*duty.lead, *duty.charged, *duty.supporting):
            start = text.find(unit, begin, end)
            if start >= 0 and (unit.isascii() or _OFFICE.fullmatch(unit)):
                yield Name(unit, "department", start, start + len(unit), duty.form)


def _own_places(region: Region) -> tuple[str, ...]:
    bare = _LEVEL.sub("", region.name)
    return tuple(place for place in (region.name, bare) if len(place) >= 2)


def _key(name: str, own: tuple[str, ...]) -> str:
    """What is left of a name when the plan's own area and the long forms are taken out."""
    if name.isascii():
        return name.lower()
    if _EVERY_DEPARTMENT.fullmatch(name):
        return "各部门"
    for pattern, short in _SAME:
        name = pattern.sub(short, name)
    level = own[0][-1] if own else ""
    for place in (*own, level):
        if place and name.startswith(place) and len(name) - len(place) >= 1:
            name = name[len(place) :]
            break
    return re.sub(r"[\W_]+", "", name)
