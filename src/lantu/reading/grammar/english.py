"""The same in English: what each number of a paragraph speaks of, which way it looks, and its time."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lantu.plan.quantity import Comparator
from lantu.reading.grammar.english_moment import english_moments
from lantu.reading.grammar.english_quantity import DURATION, Quantity, quantities
from lantu.reading.grammar.english_words import (
    DEED,
    LEVEL,
    NOMINAL_CHANGE,
    WAY,
    change_in,
    clean,
    looks_forward,
    object_of,
    subject_of,
)
from lantu.reading.grammar.moment import Moment
from lantu.reading.grammar.outlook import Outlook
from lantu.reading.grammar.paragraph import Stated
from lantu.reading.phenomenon import Fired, Phenomenon

_SENTENCE = re.compile(
    r"(?:[^.;§•!?\n]|(?<=\b(?:No|Dr|Mr|St|vs|pp|cf|sq))\.|(?<=\bLtd)\.(?=\s[a-z])|\.(?=\d)|(?<=\d)\.(?=\d)|"
    r"(?<=approx)\.|(?<=\b[A-Z])\.(?=[A-Z]))+"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
# What is compared with, what is a condition or a share of time: no statement of its own.
_IDLE_BEFORE = re.compile(
    r"(?:\b(?:than|versus|vs\.?|against|after|compared (?:with|to)|relative to|up from|down from|aged?|ages|per|"
    r"for every|"
    r"every|"
    r"each of|scenario emission of|(?:targets?|plan|budget|average|forecast) by)|(?:^|[^\w])@)\s*(?:the\s)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|between)\s*$", re.IGNORECASE)
_DURING = re.compile(
    r"\b(?:within|over|for|in|last|past|next|after|every|first|previous|coming|these|of|the|than|about|a|under|and|"
    r"another|remaining|into|"
    r"lasts?|lasting|aged|to|from|some|only|just)\s*$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\([^()]*$")
_LIST = re.compile(
    r"\s*(?:,|,?\s*and|,?\s*or|,?\s*as well as|,?\s*plus|&)?\s*(?:also\s+)?(?:a further\s+|another\s+)?", re.IGNORECASE
)
_GOES_ON = re.compile(r"\s*(?:,?\s*(?:and|or|while|but)\b|,)\s*", re.IGNORECASE)
_OF_WHOM = re.compile(r"\s*of\s+(?:the\s+|all\s+|our\s+|its\s+)*(?P<whole>[^,;.()]{3,70})", re.IGNORECASE)
_OF = frozenset(("of", "worth", "at", "with", "to", "by", "is", "are"))
_ENDS_IN_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_NOUN_STOPS = re.compile(r"\b(?:will|shall|should|is|are|was|were|has|have|had)\b", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
# 12 rivers along which trees are planted are no figure of their own.
_PLACED = re.compile(
    r"\b(?:along|across|in|at|on|through|among|around|between|such as|into|within|under|for|from|by|into|with|of the|"
    r"of these|or)\s*(?:the\s|all\s)?$",
    re.IGNORECASE,
)
_DONE = re.compile(r"\s*(?:will be|were|was|have been|are to be|(?:has |have )?(?:opened|began|started|closed))\b")
# 78 % of households have access to power: the figure is the access to power.
_ACCESS = re.compile(r"\b(?:have|has|had|having|with|enjoy|gain(?:ed)?|get)\s+(access to .{3,50})", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:a total|total|an average|average|the remaining|a further|a number)$", re.IGNORECASE)
_DONE_TO = re.compile(r"\s+(?:will be|were|was|have been|are to be|being)\s+([a-z]+ed\b[^,;.()]{0,50})")
_TO = re.compile(r"\b(?:to|by|at|reach\w*|exceed\w*|be)\s*$", re.IGNORECASE)
_PARTS = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")


# So far, in characters, words of a sentence tell of a number; longer sentences are lists.
_REACH = 500


@dataclass(frozen=True, slots=True)
class _Told:
    subject: str
    comparator: Comparator
    form: Phenomenon
    change: str = ""


def is_english(text: str) -> bool:
    """Whether a text is written in Latin letters, with no hanzi among its first ones."""
    return _HAN.search(text[:400]) is None and re.search(r"[A-Za-z]{3}", text) is not None


def read_english(text: str, now: int | None, span: tuple[int, int] | None, outlook: Outlook) -> Iterator[Stated]:
    """Yield the statements of an English paragraph in their order; arguments as for `clause.read_clauses`."""
    for sentence in _SENTENCE.finditer(text):
        if (
            _CELLS.search(sentence[0]) or len(_LETTERS.findall(sentence[0])) < 2
        ):  # a table or a label of a chart that a conversion has run together
            continue
        if _DIGIT.search(sentence[0]) or _IN_WORDS.search(sentence[0]):
            yield from _sentence(text, *sentence.span(), now, span, outlook)


_DIGIT = re.compile(r"\d")
_CELLS = re.compile(r"\bn/a\b|\[[<>≥≤]?\d[\d.,]*%?\]")
_LETTERS = re.compile(r"[A-Za-z]{2,}")
_IN_WORDS = re.compile(
    r"\b(?:half|hal[fv]\w+|doubl|tripl|trebl|quadrupl|net[- ]zero|neutrality|third|quarter|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|"
    r"twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|\w+fold)",
    re.IGNORECASE,
)


def _sentence(
    text: str, start: int, end: int, now: int | None, span: tuple[int, int] | None, outlook: Outlook
) -> Iterator[Stated]:
    times = list(english_moments(text, start, end, now, span, back=outlook is Outlook.BACK))
    found = quantities(text, start, end, times)
    starts = [time.start for time in times]

    def times_near(one: Quantity) -> Sequence[Moment]:
        return times[bisect_left(starts, one.start - _REACH) : bisect_right(starts, one.end + _REACH)]

    reach = start
    before: _Told | None = None
    for place, one in enumerate(found):
        near = times_near(one)
        first, last = max(start, one.start - _REACH), min(end, one.end + _REACH)
        words = _without_times(text, first, one.start, near)
        since = _without_times(text, max(reach, first), one.start, near)
        reach_now, reach = reach, one.end
        following = next(
            (q for q in found[place + 1 : place + 4] if text[q.figure - 1 : q.figure] not in ("(", "$")), None
        )
        if _is_idle(text, first, last, one, since):
            if _FROM.search(since):
                before = _from(words, before)
            continue
        if _FROM.search(since) and one.high is None and one.form is not Phenomenon.FROM_BASE_TO_TARGET:
            before = _from(words, before)
            continue
        if one.form is Phenomenon.FROM_BASE_TO_TARGET:  # from 84 to 89 per cent
            before = _from(words, before)
            since = " to"
        told = _told(text, last, one, words, since, before) or _of_those(one, found, place)
        if told is None or _is_span(one, since, told):
            continue
        before = told
        if _RESPECTIVELY.search(text, one.end, last):
            told = _one_of_several(told, found, place, text)
        time, form = _time_of(text, near, one, following, reach_now, start)
        modal = looks_forward(text, first, one.figure, last)
        ahead = _is_ahead(modal, time, now, outlook, explicit=form is Phenomenon.OWN_TIME)
        opening = _opening(text, max(reach_now, start), one)
        if ahead and time is not None and now is not None and time.last < now:
            time = None
        fired = [Fired(told.form, opening, one.end)]
        if one.form is not None:
            fired.append(Fired(one.form, one.start, one.end))
        if time is not None:
            fired.append(Fired(form if form is Phenomenon.TIME_OF_SENTENCE else time.form, time.start, time.end))
        if modal is not None:
            fired.append(Fired(Phenomenon.OUTLOOK_OF_WORDS, opening, one.end))
        comparator = Comparator.RANGE if one.high is not None else told.comparator
        yield Stated(
            opening, one.end, told.subject, comparator, one.value, one.high, one.unit or None, time, ahead,
            fired=tuple(fired),
        )  # fmt: skip


def _without_times(text: str, start: int, end: int, times: Sequence[Moment]) -> str:
    """The words between two places with the times among them blanked out."""
    words = text[start:end]
    for time in times:
        if start <= time.start and time.end <= end:
            words = words[: time.start - start] + " " * (time.end - time.start) + words[time.end - start :]
    return words


def _is_idle(text: str, start: int, end: int, one: Quantity, since: str) -> bool:
    if one.form is Phenomenon.NOTHING_HAPPENS:
        return not re.search(
            r"\b(?:reach\w*|achiev\w*|become|be|attain\w*|to)\s*(?:a\s)?$", text[start : one.start], re.IGNORECASE
        )
    if _IDLE_BEFORE.search(since.rstrip()[-40:] + " ") and not since.rstrip().lower().endswith(
        ("against the", "every")
    ):
        return True
    bracket = _IN_BRACKETS.search(text, max(start, one.start - 80), one.start)
    # The same in another currency, a formula, a share of what was just said.
    return bool(bracket and re.match(r"[^()]{0,40}\)", text[one.end : end]) and len(bracket[0]) < 30)


def _of_those(one: Quantity, found: Sequence[Quantity], place: int) -> _Told | None:
    """A number that stands alone counts what the one before it counts: of the 24 clinics planned, 19 are complete."""
    if one.unit or one.noun or not place or not found[place - 1].noun:
        return None
    return _Told(_named(found[place - 1]), one.bound or Comparator.EQUAL, Phenomenon.ENGLISH_COUNT)


def _is_span(one: Quantity, since: str, told: _Told) -> bool:
    """Whether a number of years or hours only says how long something takes."""
    if not DURATION.fullmatch(one.unit):
        return False
    if one.figure > one.start and one.bound in (Comparator.ABOVE, Comparator.AT_MOST) and not _TO.search(since):
        return True
    if told.form is Phenomenon.ENGLISH_CHANGE or re.search(
        r"\b(?:expectancy|schooling|education|time|age|duration)\b", told.subject
    ):
        return told.form is Phenomenon.ENGLISH_COUNT
    return told.form is not Phenomenon.ENGLISH_LEVEL or bool(_DURING.search(since))


def _from(words: str, before: _Told | None) -> _Told | None:
    """What a sentence speaks of that says where a change begins: raise X from 11 to 16."""
    words = re.sub(r"\b(?:from|between)\s*$", "", words)
    subject = ""
    if change := change_in(words):
        subject = object_of(change) or subject_of(words[: change.start()])
    subject = subject or (before.subject if before else subject_of(words))
    return _Told(subject, Comparator.EQUAL, Phenomenon.ENGLISH_CHANGE) if subject else before


def _told(text: str, end: int, one: Quantity, words: str, since: str, before: _Told | None) -> _Told | None:
    bound = one.bound
    if one.form in (Phenomenon.DOUBLING, Phenomenon.MULTIPLE) or one.step is not None:
        return _multiple(text, end, one, words, before)
    if before is not None and (again := _again(text, one, since, before)):
        return again
    if (way := WAY.search(since)) and (change := change_in(words[: len(words) - (len(since) - way.start())])):
        subject = object_of(change) or subject_of(words[: change.start()])
        subject = subject or (before.subject if before else "")
        if subject:
            return _changed(subject, way["way"].lower(), change, bound)
    if NOMINAL_CHANGE.match(text, one.end, end):
        return _nominal(text, end, one)
    if level := LEVEL.search(since):
        subject = subject_of(words[: len(words) - (len(since) - level.start())]) or (before.subject if before else "")
        if subject:
            of = re.match(r"\s+of\s+(?:the\s+)?([^,;.()]{3,60})", text[one.end : end])
            if one.unit and not one.is_share and of and not re.search(r"\d|\$|£|€", one.unit):
                subject = clean(_deed_cut(of[1])) or subject
            if one.form is Phenomenon.NOTHING_HAPPENS:
                subject = text[one.figure : min(end, one.end + 60)].split(" by ")[0].split(",")[0].strip()
            return _Told(subject, bound or Comparator.EQUAL, Phenomenon.ENGLISH_LEVEL)
    if one.is_share and (whole := _OF_WHOM.match(text, one.end, end)):
        subject = clean(_deed_cut(whole["whole"]))
        if access := _ACCESS.search(subject):
            subject = access[1]
        elif before and re.match(r"(?:them|these|those|it|which|whom)\b", subject, re.IGNORECASE):
            subject = before.subject
        if subject:
            return _Told(subject, bound or Comparator.EQUAL, Phenomenon.ENGLISH_COUNT)
    if DEED.search(words) and (noun := _counted(text, end, one)):
        return _Told(noun, bound or Comparator.EQUAL, Phenomenon.ENGLISH_DEED)
    return _counting(text, end, one, words, bound, before)


def _deed_cut(words: str) -> str:
    return re.split(r"\s(?:by|in|from|before|until)\s(?:the end of\s)?(?:19|20)\d\d|\s(?:and|while)\s", words)[0]


def _changed(subject: str, way: str, change: re.Match[str], bound: Comparator | None) -> _Told:
    if way in ("to", "at", "down to", "up to"):
        return _Told(subject, bound or Comparator.EQUAL, Phenomenon.ENGLISH_CHANGE, "down" if change["down"] else "up")
    up = bool(change["up"])
    if bound is not None:  # what is bounded is the change, so its name says so
        return _Told(f"{subject} ({'increase' if up else 'reduction'})", bound, Phenomenon.ENGLISH_CHANGE)
    step = Comparator.INCREASE_BY if up else Comparator.DECREASE_BY
    return _Told(subject, step, Phenomenon.ENGLISH_CHANGE, "up" if up else "down")


def _again(text: str, one: Quantity, since: str, before: _Told) -> _Told | None:
    """A number that goes on where the last one stood: fell by 6 points to 21 %, build 30 schools and 5 clinics."""
    bare = " ".join(since.split())
    if re.fullmatch(r",?\s*(?:down\s|up\s|reaching\s|and\s)?(?:to|at)", bare, re.IGNORECASE):
        return _Told(before.subject, one.bound or Comparator.EQUAL, before.form, before.change)
    if re.fullmatch(
        r",?\s*(?:an? )?(?:up|down|increase|decrease|rise|fall|drop) (?:by|of)?", bare + " ", re.IGNORECASE
    ):
        step = Comparator.INCREASE_BY if re.search(r"up|increase|rise", bare) else Comparator.DECREASE_BY
        return _Told(before.subject, one.bound or step, Phenomenon.ENGLISH_CHANGE)
    if _LIST.fullmatch(since):
        if before.form in (Phenomenon.ENGLISH_DEED, Phenomenon.ENGLISH_COUNT) and one.noun:
            return _Told(_named(one), one.bound or Comparator.EQUAL, before.form)
        if one.unit and re.match(
            r"\s+of\s+[^,;.]{3,80}?\b(?:will|were|was|had|have|has|are|is)\b", text[one.end : one.end + 100]
        ):
            return None  # it has a verb of its own: and 640 km of roads were paved
        if not one.noun or one.unit:
            return replace(before, comparator=one.bound or before.comparator)
        return None
    if before.form is Phenomenon.ENGLISH_CHANGE and before.change and (goes := _GOES_ON.match(since)):
        words = since[goes.end() :]
        if (way := WAY.search(words)) and change_in(words) is None and not LEVEL.search(words):
            subject = clean(words[: way.start()])
            if subject and way["way"].lower() == "by" and one.bound is None:
                step = Comparator.INCREASE_BY if before.change == "up" else Comparator.DECREASE_BY
                return _Told(subject, step, before.form, before.change)
            return _Told(subject, one.bound or Comparator.EQUAL, before.form, before.change) if subject else None
    return None


def _multiple(text: str, end: int, one: Quantity, words: str, before: _Told | None) -> _Told | None:
    comparator = one.step or one.bound or Comparator.EQUAL
    behind = re.match(r"\s+(?:the\s+|its\s+|our\s+|their\s+)?(?P<object>[^,;.]{3,80})", text[one.end : end])
    if behind and re.match(r"(?i)doubl(?:e|ing)|tripl(?:e|ing)|halv(?:e|ing)|trebl", text[one.figure : one.end]):
        subject = clean(_deed_cut(behind["object"]).removeprefix("of "))
    else:
        change = change_in(words)
        subject = subject_of(words[: change.start()] if change else words)
    return _Told(subject, comparator, Phenomenon.ENGLISH_CHANGE) if subject else None


def _nominal(text: str, end: int, one: Quantity) -> _Told | None:
    match = NOMINAL_CHANGE.match(text, one.end, end)
    assert match is not None
    subject = clean(_deed_cut(match["object"] or match["what"] or ""))
    if not subject:
        return None
    if one.bound is not None:
        return _Told(f"{subject} ({'increase' if match['up'] else 'reduction'})", one.bound, Phenomenon.ENGLISH_CHANGE)
    return _Told(subject, Comparator.INCREASE_BY if match["up"] else Comparator.DECREASE_BY, Phenomenon.ENGLISH_CHANGE)


def _counted(text: str, end: int, one: Quantity) -> str:
    """What a number counts or measures: the words after it, behind `of` where its unit comes first."""
    if one.noun and not one.unit:
        return _named(one)
    of = re.match(
        r"\s+(?:(?:of|in)\s+(?:the\s+)?)?(?P<what>(?!(?:long|wide|deep|tall|high)\b)[A-Za-z][^,;.()]{2,70})",
        text[one.end : end],
    )
    if one.noun and one.noun != (of["what"] if of else ""):
        return _named(one)
    return (
        clean(
            re.split(
                r"\b(?:by|in|before|on|at|with|will|shall|should|were|was|and|had|have|has|are|is|to|from|per|for)\b",
                of["what"],
            )[0]
        )
        if of
        else ""
    )


def _named(one: Quantity) -> str:
    return re.sub(r"^(?:additional|more|of|a year|people)\s+(?=\w)", "", one.noun) or one.noun


def _what_of(words: str) -> str | None:
    """What the words before a number say it is of: all of their last part before its closing “of”, “at”, “to” …"""
    before, _, link = words.rstrip().rpartition(" ")
    head = re.split("[,;:]", before.rstrip())[-1]
    last = head.rpartition(" ")[2]
    return head if link in _OF and _ENDS_IN_WORD.search(last) and re.search(r"[\w’'-]$", last) else None


def _counting(
    text: str, end: int, one: Quantity, words: str, bound: Comparator | None, before: _Told | None
) -> _Told | None:
    """A size, a share or a count in another construction: growth of 5 %, 2,300 km of roads will be upgraded."""
    comparator = bound or Comparator.EQUAL
    if (what := _what_of(words)) and not _TOTAL.search(what):
        head = clean(re.split(r"[,;:]\s|\b[a-z]{3,}ed\s(?!by\b)", what)[-1])
        head = (
            clean(re.split(r"\b(?:will|shall|should|expects?|sees?|foresees?|plans?|targets?)\s", head)[-1])
            or subject_of(head)
            or head
        )
        if (
            head
            and not head[0].isdigit()
            and re.search(r"(?:of|worth|at|with|is|are)\s*$", words)
            and (one.unit or words.rstrip().endswith(("of", "at")))
        ):
            return _Told(head, comparator, Phenomenon.ENGLISH_COUNT)
    if counter := _counter(one.unit):
        done = _DONE_TO.match(text, one.end, end)
        return _Told(
            f"{counter} {_deed_cut(done[1]).strip()}" if done else counter, comparator, Phenomenon.ENGLISH_COUNT
        )
    if not one.unit and ((one.value < 20 and _PLACED.search(words)) or _is_talk(text, end, one)):
        return None
    counted = _counted(text, end, one)
    if counted:
        return _Told(counted, comparator, Phenomenon.ENGLISH_COUNT)
    if one.unit:
        subject = subject_of(words)
        if not subject or subject[0].isdigit():
            subject = before.subject if before else ""
        if subject:
            return _Told(subject, comparator, Phenomenon.ENGLISH_COUNT)
    return None


def _is_talk(text: str, end: int, one: Quantity) -> bool:
    """Whether a small number in words only tells how many points, belts or axes are spoken of."""
    if text[one.figure].isdigit() or one.form is not None:
        return False
    behind = text[one.after : end]
    return (text[one.figure].isupper() and one.figure != 0 and one.noun[:1].isupper()) or not _DONE.match(behind)


def _counter(unit: str) -> str:
    """Return what a unit itself counts: million people."""
    found = re.search(r"\b(?:people|persons?|households?|families|jobs|beds)$", unit)
    return found[0] if found else ""


def _one_of_several(told: _Told, found: Sequence[Quantity], place: int, text: str) -> _Told:
    """The subject that belongs to a number of a list that ends with respectively."""
    first = place
    while place - first < 6 and first and _LIST.fullmatch(text, found[first - 1].end, found[first].start):
        first -= 1
    last = place
    while last - place < 6 and last + 1 < len(found) and _LIST.fullmatch(text, found[last].end, found[last + 1].start):
        last += 1
    parts = [part for part in _PARTS.split(told.subject) if part.strip()]
    if len(parts) != last - first + 1 or len(parts) < 2:
        return told
    head = re.match(r"(.*?\b(?:of|to|in|for)\b)\s", parts[0])
    part = parts[place - first]
    bare = head and not re.match(r"(?:to|of|in|for)\b|[A-Z]", parts[1])
    if bare and head and place > first:
        part = f"{head[1]} {part}"
    elif bare and head and len(parts[0]) > len(head[0]) and " " not in parts[0][len(head[0]) :] and " " in parts[-1]:
        part = f"{part} {parts[-1].split()[-1]}"
    elif place > first and (joined := re.match(r"(?:to|of|in|for)\s+(.*)", part)) and head:
        part = f"{head[1]} {joined[1]}"
    return replace(told, subject=clean(part) or told.subject)


def _time_of(
    text: str, times: Sequence[Moment], one: Quantity, following: Quantity | None, reach: int, start: int
) -> tuple[Moment | None, Phenomenon]:
    """The time of a number: behind it before the next one, else before it, else that of its sentence."""
    own = [time for time in times if not time.against]
    stop = following.start if following else 10**9
    for time in own:
        if one.end <= time.start < stop and (
            following is None or time.start - one.end < 60 or time.end < following.start - 25
        ):
            return time, Phenomenon.OWN_TIME
    ahead = [time for time in own if reach <= time.start and time.end <= one.start]
    if ahead and reach != start and ahead[-1].start - reach <= 20:  # it belongs to the number before
        if re.search(r",|;|\bwhile\b|\bbut\b", text[ahead[-1].end : one.start]):
            own = [time for time in own if time not in ahead]
        ahead = []
    if ahead:
        return ahead[-1], Phenomenon.OWN_TIME
    earlier = [time for time in own if time.end <= one.start]
    lead = [time for time in earlier if time.start - start < 40]
    if lead or earlier:
        return (lead or earlier)[-1], Phenomenon.TIME_OF_SENTENCE
    later = [time for time in own if time.start >= one.end]
    return (later[0], Phenomenon.TIME_OF_SENTENCE) if later else (None, Phenomenon.NO_TIME)


def _is_ahead(modal: bool | None, time: Moment | None, now: int | None, outlook: Outlook, *, explicit: bool) -> bool:
    if time is not None and now is not None:
        if time.past or (time.last < now and explicit):
            return False
        if time.last > now and explicit and modal is not False:
            return True
    if modal is not None:
        return modal
    if time is not None and now is not None:
        return time.last >= now and outlook is not Outlook.BACK
    return outlook is Outlook.FORWARD


def _opening(text: str, reach: int, one: Quantity) -> int:
    """Where the quoted words of a statement begin: at its clause, not before the last number."""
    words = text[reach : one.start]
    cut = [match.end() for match in re.finditer(r"[,;:]\s", words)]
    begin = reach + (cut[-1] if cut and len(words) - cut[-1] > 12 else 0)
    while begin < one.start and text[begin] in " ,;:•-":
        begin += 1
    return begin
