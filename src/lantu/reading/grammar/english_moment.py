"""Times in English text: years, spans, fiscal years, parts of years, plan periods, and words such as last year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.reading.grammar.moment import Moment
from lantu.reading.phenomenon import Phenomenon

_YEAR = r"(?:19|20)\d\d"
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?"
)
_NAMES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = {word: n for n, word in enumerate(_NAMES, 1)}
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(_COUNTS)})"
_BEFORE = r"(?:(?:by|before|until|till|through|in|during|at|for|of|to|from|since|after|on|and|as)\s+)?"
_MOMENT = re.compile(
    rf"\b(?:between|from)\s+(?:fy\s?)?(?P<from>{_YEAR})\s+(?:and|to|through|until)\s+(?P<to>{_YEAR})\b"
    rf"|\b(?:(?:during|over|in|"
    rf"for)\s+(?:the\s+(?:period\s+)?)?)?(?P<from2>{_YEAR})\s?-\s?(?P<to2>{_YEAR})\b(?:\s+period\b)?"
    rf"|{_BEFORE}(?:the\s+)?(?:end\s+of\s+)?\b(?:fy\s?|(?:fiscal|"
    rf"financial)\s+year\s+)?(?P<fiscal>{_YEAR})[/-](?P<fiscal2>\d\d)\b(?![\d/-])"
    rf"|{_BEFORE}\b(?:fy\s?|(?:fiscal|financial)\s+year\s+)(?P<fy>{_YEAR}|\d\d)\b"
    rf"|{_BEFORE}(?:the\s+)?(?:end\s+of\s+(?:the\s+)?)?\b(?P<part>first|second|third|fourth|last)\s+(?P<sort>quarter|"
    rf"half)\b"
    rf"(?:\s+of\s+(?:(?P<partyear>{_YEAR})|(?:the|this)\s+year|(?P<partnext>next\s+year)|(?P<partlast>last\s+year)))?"
    rf"|{_BEFORE}\b(?P<q>[qh][1-4])[ -]?(?P<qyear>{_YEAR})\b"
    rf"|{_BEFORE}(?:the\s+)?(?:end\s+of\s+)?(?:end-|late\s+|early\s+|mid-)?\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\s+(?:of\s+)?)?(?P<month>{_MONTHS})\s+"
    rf"(?:(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,\s*)?(?P<monthyear>{_YEAR})\b"
    rf"|{_BEFORE}(?:the\s+)?(?:year\s+|(?:very\s+)?(?:end|close|beginning|start)\s+of\s+|end-?\s?|mid-|late\s+|"
    rf"early\s+)?(?<![\d.,/-])\b(?P<year>{_YEAR})\b(?![-\d]|[.,]\d)"
    r"|\b(?P<word>last\s+year|this\s+year|next\s+year|(?:in|during|over|by)\s+the\s+(?:current\s+)?(?:fiscal\s+|"
    r"financial\s+)?year(?!s)|"
    r"(?:by\s+)?(?:the\s+)?(?:year-end|end\s+of\s+(?:the|this)\s+(?:fiscal\s+|financial\s+)?year))\b"
    r"|\b(?P<plan>(?:over|during|within|in|by\s+the\s+end\s+of|throughout|for)\s+(?:the\s+)?(?:(?:whole|entire|"
    r"five-year)\s+)?"
    r"(?:plan(?:ning)?\s+period|(?:period|life|lifetime|term)\s+(?:of|covered\s+by)\s+(?:the|"
    r"this)\s+[\w\s-]{0,30}?(?:plan|strategy|programme)|"
    r"(?:the\s+|this\s+)?plan(?=[,.;\s]|$)(?!\s+(?:for|to|of))))"
    rf"|\b(?:over|during|in|for|within)\s+the\s+(?P<way>next|coming|following|past|last|previous|"
    rf"preceding)\s+(?P<count>{_COUNT})\s+years\b"
    rf"|\b(?:within|in)\s+(?P<few>{_COUNT})\s+years\b(?:\s+time)?",
    re.IGNORECASE,
)
# No time is told without one of these; most sentences have none.
_HINT = re.compile(r"\d\d|years?\b|quarter|half|[pP]lan|period", re.IGNORECASE)
_NAMES_BEFORE = re.compile(
    r"(?:\b(?:Vision|Agenda|Horizon|Act|Bill|Law|Regulations?|Plan|Strategy|Policy|Code|Order|Report|Programme|"
    r"Program),?"
    r"|\b(?:Action|Development) Plan)\s*$"
)
_NAMES_AFTER = re.compile(
    r"\s+(?:Agenda|Plan\b|Vision|Strategy|Census|Games|Budget|Report|IPCC|(?:[A-Z]\w+\s+)?(?:Winter\s+)?Olympic)"
)
_AGAINST_BEFORE = re.compile(
    r"\b(?:than(?: in| that of)?|compared (?:with|to)(?: [\w.,%-]+(?: per cent| percent)?)?|relative to|against|"
    r"versus|vs\.?|over|baseline(?: year)?)\s*$",
    re.IGNORECASE,
)
_AGAINST_OPENS = re.compile(r"(?:since|on)\s+", re.IGNORECASE)
_AGAINST_AFTER = re.compile(r"(?:[’']s)?\s+(?:levels?|prices?|baselines?|figures?|values?|exchange)\b", re.IGNORECASE)
_PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def english_moments(
    text: str, start: int, end: int, now: int | None, span: tuple[int, int] | None, *, back: bool = False
) -> Iterator[Moment]:
    """Yield the times in `text[start:end]` in their order; arguments as for `moment.moments`.

    back: whether the passage looks back, so that "the year" is the one that is over.

    A year that is part of a name (Vision 2040, the 2030 Agenda) is none.
    """
    if _HINT.search(text, start, end) is None:
        return
    for match in _MOMENT.finditer(text, start, end):
        found = _read(match, now, span, back=back)
        if found is None:
            continue
        first, last, date = found
        if match["year"] and (
            _NAMES_BEFORE.search(text, max(start, match.start() - 30), match.start("year"))
            or _NAMES_AFTER.match(text, match.end())
        ):
            continue
        words = match[0].lower()
        against = (
            bool(_AGAINST_BEFORE.search(text, max(start, match.start() - 40), match.start()))
            or bool(match["year"] and _AGAINST_OPENS.match(words))
            or _AGAINST_AFTER.match(text, match.end()) is not None
        )
        past = bool(re.search(r"\b(?:last|past|previous|preceding|since)\b", words)) and match["part"] is None
        within = bool(match["from"] or match["from2"] or match["plan"] or match["way"])
        yield Moment(match.start(), match.end(), first, last, date, against, past, within, _form(match))


def _form(match: re.Match[str]) -> Phenomenon:
    if match["part"] or match["q"] or match["month"]:
        return Phenomenon.PART_OF_YEAR
    if match["plan"]:
        return Phenomenon.PLAN_PERIOD
    return Phenomenon.SPOKEN_YEAR if match["word"] or match["way"] or match["few"] else Phenomenon.OWN_TIME


def _read(
    match: re.Match[str], now: int | None, span: tuple[int, int] | None, *, back: bool
) -> tuple[int, int, str | None] | None:
    opening = match["from"] or match["from2"]
    if opening:
        first, last = int(opening), int(match["to"] or match["to2"])
        return (first, last, None) if first <= last else None
    if match["fiscal"]:
        first, short = int(match["fiscal"]), int(match["fiscal2"])
        return (first + 1, first + 1, None) if short == (first + 1) % 100 else None
    if match["fy"]:
        year = int(match["fy"]) if len(match["fy"]) == 4 else 2000 + int(match["fy"])
        return year, year, None
    if match["part"]:
        year_ = int(match["partyear"]) if match["partyear"] else now
        if year_ is None:
            return None
        year_ += 1 if match["partnext"] else -1 if match["partlast"] else 0
        return year_, year_, _part(year_, match["sort"].lower(), _PARTS.get(match["part"].lower(), 0))
    if match["q"]:
        year = int(match["qyear"])
        sort = "quarter" if match["q"][0] in "qQ" else "half"
        return year, year, _part(year, sort, int(match["q"][1]))
    if match["month"]:
        year = int(match["monthyear"])
        month = [m[:3] for m in _MONTHS.split("|")].index(match["month"].lower()[:3]) + 1
        day = int(match["day"] or match["day2"] or 0)
        return year, year, f"{year}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{year}-{month:02}"
    if match["year"]:
        return int(match["year"]), int(match["year"]), None
    if match["plan"]:
        return (*span, None) if span is not None and span[0] < span[1] else None
    if now is None:
        return None
    if match["word"]:
        words = match["word"].lower()
        year = now + {"last": -1, "next": 1}.get(words.split()[0], -1 if back and "this" not in words else 0)
        return year, year, None
    years = _count(match["count"] or match["few"])
    if match["few"]:
        return now, now + years, None
    ahead = match["way"].lower() in ("next", "coming", "following")
    if ahead and span is not None and span[1] - span[0] + 1 == years and span[0] - 1 <= now <= span[1]:
        return (*span, None)
    return (now, now + years, None) if ahead else (now - years, now - 1, None)


def _part(year: int, sort: str, place: int) -> str | None:
    """The last month of a quarter, or of the first half; the second half ends with its year."""
    if sort == "quarter":
        return f"{year}-{3 * (place or 4):02}"
    return f"{year}-06" if place == 1 else None


def _count(words: str) -> int:
    return _COUNTS.get(words.lower()) or int(words)
