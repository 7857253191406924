"""How an English document gives work to units: Lead: A; supported by B; (A (lead), with B); Responsible agency: A."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.reading.duty import Duty
from lantu.reading.grammar.english_moment import english_moments
from lantu.reading.phenomenon import Phenomenon

_WHO = (
    r"(?:\s(?:agenc(?:y|ies)|departments?|ministr(?:y|ies)|units?|bod(?:y|ies)|institutions?|organi[sz]ations?|"
    r"officers?|"
    r"part(?:y|ies)|entit(?:y|ies)|actors?|offices?|services?|teams?))?"
)
_LABEL = re.compile(
    rf"(?P<lead>\b(?:(?:lead|leading|coordinating){_WHO}|(?:action\s)?owner)\s*:\s*|\bled\sby:?\s|"
    rf"\bcoordinated\sby:?\s)"
    rf"|(?P<charged>\b(?:(?:responsible|implementing|executing|accountable){_WHO}|responsibility|action\sby)\s*:\s*)"
    rf"|(?P<supporting>\b(?:(?:support(?:ing)?|partner|collaborating|cooperating|contributing|participating){_WHO}|"
    rf"partners|collaborators)\s*:\s*|"
    r"\b(?:supported|assisted)\sby:?\s|\b(?:in\s(?:partnership|collaboration|cooperation|conjunction)|together|"
    r"jointly|along)\swith\s|(?<=[,)])\s*with\s(?=the\s[A-Z]|[A-Z])|\bwith\s(?=the\s[A-Z]))"
    r"|(?P<deadline>\b(?:deadline|time\s?frame|timeline|timing|due(?:\sdate)?|completion(?:\sdate)?|by\swhen|"
    r"target\sdate)\s*:\s*)",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\((?P<inside>(?P<lead>[A-Z][^()]{2,80}?)\s\(lead\)[^()]*)\)", re.IGNORECASE)
_OPENS = re.compile(
    rf"[(\[]\s*(?=(?:lead|leading|responsible|implementing|owner|led)\b)|\b(?:(?:lead|leading|coordinating){_WHO}|"
    rf"(?:action\s)?owner|"
    rf"(?:responsible|implementing|executing){_WHO}|responsibility)\s*:|\bLed\sby\b|(?<=[,;])\s*led\sby\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:accelerate|adopt|advance|boost|bring|build|carry out|combat|complete|conduct|construct|create|cut|deepen|"
    r"deliver|develop|digiti[sz]e|diversify|double|encourage|enforce|enhance|ensure|establish|expand|extend|finish|"
    r"foster|"
    r"give|guarantee|halve|implement|improve|increase|innovate|install|integrate|intensify|introduce|invest|"
    r"launch|lower|make|mobili[sz]e|moderni[sz]e|move|open|optimi[sz]e|phase out|plant|prepare|prevent|promote|"
    r"protect|provide|"
    r"pursue|raise|reduce|reform|rehabilitate|replace|respond|restore|retrofit|revise|safeguard|scale up|secure|"
    r"set up|speed up|step up|stop|streamline|strengthen|support|tackle|train|transform|upgrade|uphold|widen)\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"\b(?:lead|leading|led by|responsib\w+|implementing|owner|coordinating)\b", re.IGNORECASE)
_AND = re.compile(r"\s*[,;/]\s*(?:and\s)?(?:the\s)?|\s(?:and|&)\s(?:the\s)?")
_OFFICE = re.compile(
    r"\b(?:Ministry|Department|Bureau|Office|Commission|Authority|Agency|Board|Council|Institute|Directorate|"
    r"Secretariat|Committee|"
    r"Services?|Team|Forum|Trust|Ltd|University|Bank|Association|Administration|Treasury|Assembly|Corporation|"
    r"Company)\b"
)


def may_give_english_duties(text: str, start: int, end: int) -> bool:
    """Whether a text holds any of the words that English duty clauses need."""
    return _HINT.search(text, start, end) is not None


def english_duties(text: str) -> Iterator[Duty]:
    """Yield the duty clauses of an English text, in order."""
    place = 0
    while True:
        marked, opening = _MARKED.search(text, place), _OPENS.search(text, place)
        if marked and (opening is None or marked.start() <= opening.start()):
            inside = marked["inside"][len(marked["lead"]) + len(" (lead)") :]
            partners = _units(re.sub(r"^[\s,;]*(?:with|supported by|and)\s+", "", inside))
            yield Duty(
                marked.start(), marked.end(), _units(marked["lead"]), (), partners, form=Phenomenon.DUTY_IN_BRACKETS
            )
            place = marked.end()
            continue
        if opening is None:
            return
        bracket = text[opening.start()] in "(["
        end = text.find(")" if text[opening.start()] == "(" else "]", opening.end()) if bracket else len(text)
        if end < 0:
            end = len(text)
        duty = _labelled(text, opening.start(), end)
        if duty is not None:
            yield duty if not bracket else Duty(
                duty.start, min(end + 1, len(text)), duty.lead, duty.charged, duty.supporting, duty.deadline,
                Phenomenon.DUTY_IN_BRACKETS,
            )  # fmt: skip
        place = max(end, opening.end())
        if not bracket:
            return


def english_order(title: str) -> re.Match[str] | None:
    """Return the verb by which an English title orders work (Improve Housing Supply), None where none does."""
    return _ORDER.match(title)


def english_deadline(words: str, year: int | None = None) -> str | None:
    """Return the one deadline that English words set (by June 2026, before the end of 2029), else None."""
    found = {
        time.deadline
        for time in english_moments(words, 0, len(words), year, None)
        if not time.against
        and not time.past
        and (
            len(words) < 40
            or re.match(
                r"(?:by|before|until|no later than|end)\b|.*\bend of\b", words[time.start : time.end], re.IGNORECASE
            )
        )
    }
    return found.pop() if len(found) == 1 else None


def _labelled(text: str, start: int, end: int) -> Duty | None:
    labels = list(_LABEL.finditer(text, start, end))
    if not labels:
        return None
    roles: dict[str, tuple[str, ...]] = {"lead": (), "charged": (), "supporting": ()}
    deadline = ""
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        value = text[label.end() : following.start() if following else end]
        kind = label.lastgroup or ""
        if kind == "deadline":
            deadline = value.strip(" .;,|")
        else:
            roles[kind] += _units(re.split(r"(?<=[a-z)])[.](?=\s+[A-Z]|$)(?<!Ltd\.)", value)[0])
    if not any(roles.values()):
        return None
    return Duty(start, end, roles["lead"], roles["charged"], roles["supporting"], deadline, Phenomenon.DUTY_IN_WORDS)


def _units(words: str) -> tuple[str, ...]:
    """Split a list of units; and within one name stays: Ministry of Finance and Planning, Harbour Board."""
    parts: list[str] = []
    place = 0
    for sign in _AND.finditer(words):
        before, behind = words[place : sign.start()], re.split(r"[,;/]|\sand\s", words[sign.end() :])[0]
        within = "and" in sign[0] or "&" in sign[0]
        if within and re.search(r"\b(?:of|for)\b", before) and not _OFFICE.search(behind):
            continue
        parts.append(before)
        place = sign.end()
    parts.append(words[place:])
    cleaned = (re.sub(r"^(?:the|with|and|by)\s+", "", part.strip(" .;,()[]"), flags=re.IGNORECASE) for part in parts)
    return tuple(dict.fromkeys(part for part in cleaned if 1 < len(part) <= 80 and part[0].isupper()))
