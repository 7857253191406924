"""Names in English text (organisations, documents, projects, systems), told by capitals and by their head word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.plan.ground import Step
from lantu.reading.named import Named
from lantu.reading.passage import Passage
from lantu.reading.phenomenon import Phenomenon
from lantu.reading.unit_names import Name

_CAPITAL = r"(?:[A-Z][\w’'&/]*(?:[-–][A-Za-z]\w*)*|(?:19|20)\d\d(?=\s[A-Z])|\d{1,2}(?:st|nd|rd|th)(?=\s[A-Z]))"
_RUN = re.compile(
    rf"(?<![\w’'-]){_CAPITAL}(?:\s(?:(?:of|for|on|to|in|and|&)\s(?:the\s)?)?{_CAPITAL})*"
    r"(?:,?\s(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?\b)?(?:\s\((?:Act|Cap\.?|No\.?)\s\d+\))?"
)
_LEADING = re.compile(
    r"^(?:(?:The|This|These|Those|Our|Its|Their|In|Under|By|For|With|At|On|And|All|Each|Every|Lead|Both|Also|When|"
    r"While|As|To|"
    r"However|Through|From|Of|Open|Complete|Begin|Build|Construct|Develop|Implement|Revise|Establish|Launch|Support|"
    r"Strengthen|"
    r"Upgrade|Expand|Finalise|Finalize|Review|Enforce|Adopt|Prepare|Enact|Promote|Improve|Create|Set|Draw|Publish|"
    r"Apply|Amend|"
    r"See|Using|Box|Table|Figure|Annex|Responsible|Supported|Led|Source|A|An|Covering)\s(?:the\s)?)+"
)
_TRAILING = re.compile(r"\s(?:Chapter|Section|PART|Part|Box|Table)$")
_OFFICES = (
    "Ministry|Department|Bureau|Office|Commission|Authority|Agency|Board|Council|Institute|Directorate|Secretariat|"
    "Committee|Administration|Service|Inspectorate|Division"
)
_KINDS = {
    "University": "university", "College": "school", "School": "school", "Hospital": "hospital", "Bank": "enterprise",
    "Ltd": "enterprise", "Limited": "enterprise", "Inc": "enterprise", "plc": "enterprise", "Corporation": "enterprise",
    "Company": "enterprise", "Holdings": "enterprise", "Association": "association", "Federation": "association",
    "Union": "association", "Society": "association", "Chamber": "association", "Forum": "association",
    "Trust": "association", "Foundation": "association", "Alliance": "association", "Assembly": "government",
    "Parliament": "government", "Senate": "government", "Treasury": "government", "Cabinet": "government",
    "Government": "government", "Court": "government", "Taskforce": "government", "Team": "department",
}  # fmt: skip
_FIRST_HEAD = re.compile(
    rf"^(?:{_CAPITAL}\s)*?(?P<head>{_OFFICES}|University|Bank|Chamber|Federation|Association|Society|House|Court|"
    rf"College)\s(?:of|for|on)\s"
)
_LAST_HEAD = re.compile(rf"\s(?P<head>{_OFFICES}|{'|'.join(_KINDS)})(?:\sof\s(?:the\s)?{_CAPITAL}(?:\s{_CAPITAL})?)?$")
_ALONE = re.compile(r"(?:Parliament|Cabinet|Senate|Treasury|State Council|National Assembly|County Assembly)$")
_POLICIES = (
    "Act|Law|Bill|Strategy|Policy|Plan|Agenda|Programme|Program|Initiative|Regulations?|Code|Charter|Convention|"
    "Agreement|"
    "Protocol|Framework|Roadmap|Accord|Declaration|Guidelines?|Vision|Ordinance|Decree|Directive|Master Plan|Scheme|"
    "Compact"
)
_POLICY = re.compile(
    rf"(?:(?:^|\s)(?:{_POLICIES})(?:\s(?:for|on|of|to)\s.+)?(?:,?\s(?:19|20)\d\d(?:[-–]\d+)?)?(?:\s\([^)]*\))?$)|"
    rf"^(?:Agenda|Vision)\s(?:19|20)\d\d$"
)
_BARE_POLICY = re.compile(
    rf"^(?:National|New|Annual|Draft|First|Second|Third|Fourth|Fifth|Next|Current|Previous)?\s?(?:Development\s|"
    rf"Action\s|Work\s)?(?:{_POLICIES})$"
)
_BUILT = (
    (
        "energy",
        r"Power (?:Station|Plant)|Power(?:house)|Hydropower (?:Station|Plant|Project)|"
        r"Solar (?:Farm|Park|Plant)|Wind Farm|Geothermal (?:Field|Plant)|Refinery|Digestion Plant",
    ),
    (
        "water",
        r"Dam|Canal|Reservoir|Waterworks|Treatment (?:Plant|Works)|Desalination Plant|Irrigation Scheme|"
        r"Water Scheme|Barrage",
    ),
    (
        "transport",
        r"Railway|Rail Line|Metro|Highway|Motorway|Expressway|Bypass|Bridge|Airport|Port|Harbour|Tunnel|"
        r"Terminal|Terminus|Tramway|Interchange|Road|Ring Road|Corridor|Line|Station",
    ),
    (
        "public_service",
        r"Hospital|Health Cent(?:re|er)|School|College|University|Campus|Library|Museum|Stadium|Theatre|Arena|"
        r"Clinic|Sports Cent(?:re|er)",
    ),
    (
        "industry",
        r"Industrial (?:Park|Zone|Estate)|Economic Zone|Science Park|Technology Park|Business Park|Factory|"
        r"Mill|Plant|Market|Warehouse|Logistics Hub|Data Cent(?:re|er)",
    ),
    (
        "other",
        r"Cent(?:re|er)|Park|Pipeline|Project|Landfill|Hub",
    ),
)
_PROJECT = tuple(
    (
        kind,
        re.compile(
            rf"(?:\s|–|-)(?:{words})(?:\s(?:Project|Phase\s(?:I+|"
            rf"\d)))?(?:\sof\s(?:the\s)?{_CAPITAL}(?:\s{_CAPITAL})?)?$"
        ),
    )
    for kind, words in _BUILT
)
_NO_PROJECT = re.compile(r"\bSilk Road\b|\band Road$|\bAction Line$|\bBaseline$")
_BUILDING = re.compile(
    r"\b(?:construct\w*|build\w*|built|open(?:s|ed|ing)?|complet\w*|begin\w*|began|start\w*|expand\w*|expansion|"
    r"upgrad\w*|rehabilitat\w*|commission(?:ed|ing)?|"
    r"capacity|long|contract|tender|feasibility|track|finish\w*|modernis\w*|moderniz\w*|extend\w*|extension|"
    r"groundbreaking|under way|erect\w*)\b",
    re.IGNORECASE,
)
_OF_PROJECTS = re.compile(r"\bprojects\b", re.IGNORECASE)
_SYSTEM = re.compile(
    r"\s(?:(?P<platform>Platform|Portal|Dashboard)|(?P<information_system>System)|(?P<database>Database|Data Bank)|"
    r"(?P<registry>Registry|Register)|(?P<app>App)|(?P<network>Monitoring Network|Observatory)|(?P<index>Index))$"
)
_SENTENCE = re.compile(r"(?:[^.;\n]|\.(?=\d)|(?<=\bLtd)\.|(?<=\bNo)\.)+")


@dataclass(frozen=True, slots=True)
class _Run:
    """A name at `[start:end)`, and the sentence it stands in."""

    text: str
    start: int
    end: int
    sentence: str


def english_units(text: str) -> Iterator[Name]:
    """Yield the organisations that an English text names, in order."""
    for run in _runs(text):
        first = _FIRST_HEAD.match(run.text)
        last = None if first else _LAST_HEAD.search(run.text)
        head = first or last
        if head is None:
            if _ALONE.fullmatch(run.text):
                yield Name(run.text, "government", run.start, run.end, Phenomenon.BODY_OF_STATE)
            continue
        if _POLICY.search(run.text):
            continue
        word = head["head"]
        kind = _KINDS.get(word, "department")
        how = Phenomenon.OFFICE if kind == "department" else Phenomenon.ORGANISATION_BY_ENDING
        if (
            last
            and word in ("Government", "Office", "Service", "School", "Hospital", "Court")
            and len(run.text.split()) < 3
        ):
            continue
        yield Name(run.text, kind, run.start, run.end, how)


def english_policies(passage: Passage) -> Iterator[Named]:
    """Yield the laws, strategies, plans, agreements and programmes that an English passage names."""
    for run in _of(passage):
        if (
            _POLICY.search(run.text)
            and not _BARE_POLICY.fullmatch(run.text)
            and not _FIRST_HEAD.match(run.text)
            and "Report" not in run.text
        ):
            source = passage.block.cite(run.start, run.end)
            yield Named(source, _policy_kind(run.text), (Step(Phenomenon.NAME_BY_ENDING, source),))


def english_projects(passage: Passage) -> Iterator[Named]:
    """Yield the things with names of their own that an English passage says are built, or lists as projects."""
    listed = any(_OF_PROJECTS.search(section.title) for section in passage.chain)
    for run in _of(passage):
        kind = next((kind for kind, pattern in _PROJECT if pattern.search(run.text)), None)
        if kind is None or _NO_PROJECT.search(run.text) or _POLICY.search(run.text) or _FIRST_HEAD.match(run.text):
            continue
        built = _BUILDING.search(run.sentence)
        if built or listed or run.text.endswith("Project"):
            source = passage.block.cite(run.start, run.end)
            told = Step(Phenomenon.LIST_OF_PROJECTS if listed and not built else Phenomenon.SAID_TO_BE_BUILT)
            yield Named(source, kind, (Step(Phenomenon.NAME_BY_ENDING, source), told))


def english_systems(passage: Passage) -> Iterator[Named]:
    """Yield the information systems, registers and platforms that an English passage names."""
    for run in _of(passage):
        if (match := _SYSTEM.search(run.text)) and len(run.text.split()) > 2:
            source = passage.block.cite(run.start, run.end)
            yield Named(source, match.lastgroup or "", (Step(Phenomenon.NAME_BY_ENDING, source),))


def _policy_kind(words: str) -> str:
    if re.search(
        r"\b(?:Act|Law|Bill|Regulations?|Code|Ordinance|Decree|Directive|Convention|Agreement|Protocol|Charter)\b",
        words,
    ):
        return "document"
    return (
        "plan"
        if re.search(r"\b(?:Plan|Agenda|Vision|Roadmap)\b", words)
        else "strategy"
        if "Strategy" in words
        else "action"
    )


def _of(passage: Passage) -> Iterator[_Run]:
    if passage.heading:
        return
    yield from (
        _Run(run.text, run.start + passage.start, run.end + passage.start, run.sentence)
        for run in _runs(passage.block.text[passage.start : passage.end])
    )


def _runs(text: str) -> Iterator[_Run]:
    for sentence in _SENTENCE.finditer(text):
        for match in _RUN.finditer(text, sentence.start(), sentence.end()):
            for start, end in _names(match[0]):
                words = match[0][start:end]
                if tail := _TRAILING.search(words):
                    end -= len(tail[0])
                    words = words[: tail.start()]
                if lead := _LEADING.match(words):
                    start += lead.end()
                    words = words[lead.end() :]
                if words:
                    yield _Run(words, match.start() + start, match.start() + end, sentence[0])


_AND = re.compile(r"\s(?:and|&)\s(?:the\s)?")
_ANY_HEAD = re.compile(
    rf"(?:^|\s)(?:{_OFFICES}|{'|'.join(_KINDS)}|{_POLICIES}|System|Platform|Portal|"
    rf"{'|'.join(words for _, words in _BUILT)})\b"
)
_ON_WHAT = re.compile(rf"\b(?:{_POLICIES})\s(?:for|on|of|to)\s")
_LIST_HEAD = re.compile(rf"^(?:{_CAPITAL}\s)*?(?:{_OFFICES})\s(?:of|for)\s")


def _names(words: str) -> Iterator[tuple[int, int]]:
    """Cut a run of capitals at `and` where a name is complete before it and another begins behind it."""
    start = 0
    for join in _AND.finditer(words):
        before, behind = words[start : join.start()], words[join.end() :]
        following = _AND.split(behind)[0]
        complete = _ANY_HEAD.search(before) is not None and not _ON_WHAT.search(before)
        if (complete or (_ON_WHAT.search(before) and _ANY_HEAD.search(following))) and (
            _ANY_HEAD.search(following) or not _LIST_HEAD.match(before)
        ):
            yield start, join.start()
            start = join.end()
    yield start, len(words)
