"""The same in English: plain forms only, since no statement is better than a wrong one.

Read are levels and changes behind their verbs (reach 300 GW, increase X to 12 percent, reduce Y by 15%)
and counts behind deeds (build 30 hospitals). Numbers in other constructions are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.plan.quantity import Comparator
from lantu.reading.grammar.moment import Moment
from lantu.reading.grammar.outlook import Outlook
from lantu.reading.grammar.paragraph import Stated
from lantu.reading.phenomenon import Fired, Phenomenon

_SENTENCE = re.compile(r"(?:[^.;§•!?\n]|\.(?=\d))+")
_SCALE = r"(?:thousand|million|billion|trillion)"
_UNIT = (
    r"(?:%|percent(?:age points?)?|per cent|cubic (?:met(?:er|re)s?)|square (?:kilomet|met)(?:er|re)s?|"
    r"kilomet(?:er|re)s?|km|met(?:er|re)s?|hectares?|acres?|mu|tons?|tonnes?|[kMG]W(?:h)?|megawatts?|gigawatts?|"
    r"yuan|US dollars?|dollars?|people|persons?|households?|families|years?|days?|hours?|minutes?|beds|jobs|"
    r"micrograms per cubic meter)"
)
_NUMBER = re.compile(
    rf"(?<![\w.,-])(?P<sign>[$€£])?(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,9}})(?P<fraction>\.\d{{1,4}})?"
    rf"(?:[ -](?P<scale>{_SCALE}))?\s?(?P<unit>{_UNIT}(?![A-Za-z]))?(?![\w-])"
)
_TIME = re.compile(
    r"\b(?:by|before|in|until|through)\s+(?:the\s+end\s+of\s+)?(20\d\d)\b(?!\s*(?:levels?|prices))", re.I
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BOUNDS = (
    (r"at least|no less than|not less than|no fewer than|a minimum of|not lower than", Comparator.AT_LEAST),
    (r"at most|no more than|not more than|not exceed(?:ing)?|up to|within|a maximum of", Comparator.AT_MOST),
    (r"more than|over|above|in excess of|exceed(?:s|ing|ed)?|greater than", Comparator.ABOVE),
    (r"less than|below|under|fewer than", Comparator.BELOW),
    (r"approximately|about|around|roughly|nearly|almost|some", Comparator.ABOUT),
)
_BOUND = re.compile("|".join(rf"(?P<b{i}>\b(?:{words})\s*$)" for i, (words, _) in enumerate(_BOUNDS)), re.I)
_UP = (
    r"increas(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|ris(?:es?|ing)|rose|grow(?:s|ing)?|grew|expand(?:s|ed|ing)?|"
    r"boost(?:s|ed|ing)?|improv(?:e[sd]?|ing)|lift"
)
_DOWN = (
    r"reduc(?:e[sd]?|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?|decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|"
    r"fall(?:s|ing)?|fell|drop(?:s|ped|ping)?|limit"
)
_CHANGE = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?P<object>[^;:]*)$", re.I)
_WAY = re.compile(r"\b(?P<way>to|by|from)\s*$", re.I)
_LEVEL = re.compile(
    r"\b(?:reach(?:es|ed|ing)?|stay(?:s|ed)?(?: at)?|remain(?:s|ed)?(?: at)?|keep(?:s|ing)?|kept|stand(?:s)? at|"
    r"stood at|total(?:s|ed)?|account(?:s|ed)? for|be|was|were|amount(?:s|ed)? to|hold|maintain(?:ed)?(?: at)?)"
    r"\s*(?:at\s*)?$",
    re.I,
)
_DEED = re.compile(
    r"\b(?:build|construct|open|establish|add|create|train|plant|complete|set up|launch|provide|install|support|"
    r"renovate|develop)\s*$",
    re.I,
)
_LEADING = re.compile(
    r"^(?:[\s,]|and\b|(?:we|it|the government|china|the country)\s+(?:will|shall|should|aims? to|plans? to)\b|"
    r"by (?:the end of )?20\d\d\b|"
    r"(?:ensur(?:e|ing)|make sure|see to it|guarantee|work to see|aim of seeing|see)(?: that)?\b|"
    r"(?:increase|raise|reduce|cut|lower|improve)\b(?=\s+(?:the|its|our)\b)|"
    r"will\b|that\b|the\b|an?\b|its\b|to\b|strive to\b|with\b|of\b|while\b|which\b)+",
    re.I,
)
_TRAILING = re.compile(
    r"(?:[\s,]|\b(?:will|shall|should|would|can|could|to|be|been|is|are|was|were|has|have|had|also|further|that|from)"
    r")+$",
    re.I,
)
_FORWARD = re.compile(
    r"\b(?:will|shall|should|must|aims?|target|ensure|by (?:the end of )?20\d\d|strive|plan to|make sure|see that)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:reached|rose|grew|increased|fell|dropped|was|were|had|accounted|exceeded|declined|totaled|stood|amounted|"
    r"has been|have been)\b",
    re.I,
)
_JOINS = r"and|or|in|by|to|for|with|across|at|on|from|under"
_AFTER = re.compile(rf"(?:\s+(?!(?:{_JOINS})\b)[A-Za-z][\w’'-]*){{1,6}}")
_REACH = 160


@dataclass(frozen=True, slots=True)
class _Told:
    subject: str
    comparator: Comparator | None
    past: bool
    form: Phenomenon


def is_english(text: str) -> bool:
    """Whether a text is written in Latin letters, with no hanzi among its first ones."""
    return re.search(r"[\u4e00-\u9fff]", text[:400]) is None and re.search(r"[A-Za-z]{3}", text) is not None


def read_english(text: str, now: int | None, outlook: Outlook) -> Iterator[Stated]:
    """Yield the statements of an English paragraph in their order; arguments as for `clause.read_clauses`."""
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        lead = next(iter(_TIME.finditer(text, start, min(end, start + 60))), None)
        before = start
        for match in _NUMBER.finditer(text, start, end):
            if _YEAR.fullmatch(match[0].strip()) or match.start() < before:
                continue
            reach = max(before, match.start() - _REACH)
            told = _told(text, reach, match, end)
            before = match.end()
            if told is None:
                continue
            own = _TIME.match(text, match.end() + 1, end) or lead
            time = _moment(own)
            ahead = not told.past and outlook is Outlook.FORWARD
            if time is not None and now is not None and time.last < now:
                ahead = False
            if not ahead and outlook is Outlook.FORWARD and not _PAST.search(text, start, match.start()):
                continue
            value = float(match["number"].replace(",", "") + (match["fraction"] or ""))
            unit = " ".join(part for part in (match["sign"], match["scale"], match["unit"]) if part) or None
            opening = start + len(text[start : match.start()]) - len(text[start : match.start()].lstrip(" ,"))
            stop = match.end() - (len(match[0]) - len(match[0].rstrip()))
            if reach > opening:
                opening = text.find(" ", reach, match.start()) + 1 or match.start()
            fired = [Fired(told.form, opening, stop)]
            if time is not None:
                fired.append(Fired(Phenomenon.TIME_OF_SENTENCE if own is lead else time.form, time.start, time.end))
            yield Stated(
                opening, stop, told.subject, told.comparator, value, None, unit, time, ahead, fired=tuple(fired)
            )


def _moment(match: re.Match[str] | None) -> Moment | None:
    return Moment(match.start(), match.end(), int(match[1]), int(match[1])) if match else None


def _told(text: str, start: int, match: re.Match[str], end: int) -> _Told | None:
    words = text[start : match.start()]
    bound: Comparator | None = None
    if found := _BOUND.search(words):
        bound = next(_BOUNDS[i][1] for i in range(len(_BOUNDS)) if found[f"b{i}"])
        words = words[: found.start()]
    if (way := _WAY.search(words)) and (change := _CHANGE.search(words, 0, way.start())):
        subject = _clean(change["object"]) or _clean(words[: change.start()])
        if way["way"].lower() == "from" or not subject:
            return None
        if way["way"].lower() == "to":
            return _Told(subject, bound or Comparator.EQUAL, _is_past(words), Phenomenon.ENGLISH_CHANGE)
        if bound is not None:  # what is bounded is the change, so its name says so
            changed = f"{subject} ({'increase' if change['up'] else 'reduction'})"
            return _Told(changed, bound, _is_past(words), Phenomenon.ENGLISH_CHANGE)
        step = Comparator.INCREASE_BY if change["up"] else Comparator.DECREASE_BY
        return _Told(subject, step, _is_past(words), Phenomenon.ENGLISH_CHANGE)
    if level_of := _LEVEL.search(words):
        subject = _clean(words[: level_of.start()])
        level = _Told(subject, bound or Comparator.EQUAL, _is_past(words), Phenomenon.ENGLISH_LEVEL)
        return level if subject else None
    if bound is not None and re.search(r"\b(?:will|shall|should)\s*$", words, re.I):
        subject = _clean(words)
        return _Told(subject, bound, False, Phenomenon.ENGLISH_LEVEL) if subject else None
    if _DEED.search(words) and not match["unit"]:
        behind = match.end() - 1 if match[0].endswith(" ") else match.end()
        if noun := _AFTER.match(text, behind, end):
            return _Told(noun[0].strip(), bound or Comparator.EQUAL, _is_past(words), Phenomenon.ENGLISH_DEED)
    return None


def _is_past(words: str) -> bool:
    return not _FORWARD.search(words) and _PAST.search(words) is not None


def _clean(words: str) -> str:
    words = re.split(r"[,:(]\s", words)[-1]
    if found := list(re.finditer(r"\b(?:ensur(?:e|ing) that|make sure that|so that|that)\b", words)):
        words = words[found[-1].end() :]
    words = _TRAILING.sub("", _LEADING.sub("", words))
    return words if 3 <= len(words) <= 100 else ""
