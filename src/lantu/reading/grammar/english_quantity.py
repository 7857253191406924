"""Numbers in English text: figures with scales and units, bounds, ranges, fractions, multiples and numbers in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lantu.plan.quantity import Comparator
from lantu.reading.grammar.moment import Moment
from lantu.reading.phenomenon import Phenomenon

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: n for n, word in enumerate(_UNITS.split(" "), 1)}
_WORDS |= {word: 10 * n for n, word in enumerate(_TENS.split(" "), 2)}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d{1,4})?"
_SIGN = r"(?:US\$|GH[¢₵]|[$€£¥₵¢₹]|\b(?:USD|EUR|GBP|KES|KSh\.?|RMB|CNY|UGX|TZS|ZAR|NGN)\s?)"
_SCALE = r"(?:hundred thousand|thousand|million|billion|trillion|crore|lakh|bn)"
_UNIT = (
    r"%|percent(?:age)? points?|per cent|percent|basis points?|cubic (?:met(?:er|re)s?|kilomet(?:er|re)s?)|"
    r"square (?:kilomet|met)(?:er|re)s?|sq\.? ?km|km2|km²|m3|m²|m³|kilomet(?:er|re)s?|km|met(?:er|re)s?|miles?|"
    r"hectares?|ha|acres?|mu|metric tons?|tons?|tonnes?|kilograms?|kg|grams?|quintals?|bushels?|barrels?|"
    r"[kMG]?tCO2-?(?:e|eq)?\b|[kMG]t|[kMGT]Wh|[kMG]Wp?|megawatts?|gigawatts?|kilowatts?|[kMG]bps|lit(?:er|re)s?|"
    r"gallons?|"
    r"yuan|US dollars?|dollars?|shillings?|pounds?|euros?|rupees?|crowns?|francs?|pesos?|rand|naira|cedis?|kwacha|"
    r"birr|dinars?|"
    r"people|persons?|households?|families|years?|months?|weeks?|days?|hours?|minutes?|beds|jobs|degrees(?: Celsius)?|"
    r"micrograms per cubic met(?:er|re)"
)
_PER = (
    r"(?:\s(?:per|for every|out of every)\s(?:(?:\d{1,3}(?:,\d{3})+|thousand|million)(?:\s(?:live births|births|"
    r"people|inhabitants|"
    r"population|residents|persons|women|children|workers))?|(?:capita|head|person|hectare|household|inhabitant|"
    r"resident|"
    r"day|km|kilomet(?:er|re)|unit)(?![a-z])))"
)
_SIDE = rf"(?:{_DIGITS})"
_NUMBER = re.compile(
    rf"(?P<sign>{_SIGN})?(?<![\w.,:/-])(?:(?P<low>(?!(?:19|20)\d\d\b){_SIDE})(?P<lowunit>\s?%)?\s?(?:-|—|"
    rf"to(?=\s))\s?(?={_SIGN}?\d))?(?:{_SIGN})?(?<![\w.,:/])(?P<number>{_SIDE})"
    rf"(?:[ -](?P<scale>{_SCALE})\b|(?P<short>bn|m|"
    rf"k)(?![\w]))?\s?(?:(?P<unit>{_UNIT})(?![A-Za-z]))?(?P<per>{_PER})?(?![\w:/-]|[.,]\d)"
    rf"|\b(?P<big>half|a|a quarter of|three quarters of|"
    rf"{_WORD})\s(?:a\s)?(?P<bigscale>{_SCALE})\b\s?(?:(?P<bigunit>{_UNIT})(?![A-Za-z]))?"
    rf"|\b(?P<over>a|one|two|three|four|five|seven|nine)[- ](?P<under>half|halves|third|quarter|fifth|sixth|eighth|"
    rf"tenth)s?\b(?! of (?:a )?(?:million|billion)|[- ]million)"
    rf"|\b(?P<each>{_WORD})\s(?:in|out of)(?:\severy)?\s(?P<outof>{_WORD})\b"
    r"|(?<![\w-])(?<!first )(?<!second )(?<!latter )(?<!last )(?<!other )(?P<half>half)(?=\s(?:of|the|its|our|their|"
    r"all)\b|\s*[,.;)]|\s*$|\sby\s)(?! of (?:the )?(?:19|20)\d\d)"
    rf"|\b(?P<fold>{_WORD}|\d{{1,2}})[- ]?fold\b|\b(?P<times>{_WORD}|\d{{1,2}}(?:\.\d)?)\s?times(?=\s(?:the|that|as|"
    rf"its|their|more|higher)\b)"
    r"|(?P<multiple>\b(?:doubled|doubling|tripled|tripling|trebled|quadrupled|quadrupling)\b|(?:(?<=will )|(?<=to )|"
    r"(?<=shall )|(?<=should )|(?<=and )|(?<=more than )|(?<=nearly )|(?<=, )|(?<=^)|(?<=; )|(?<=\. ))(?:[Dd]ouble|"
    r"[Tt]riple|[Tt]reble|[Qq]uadruple)(?=\s+[a-z]))"
    r"|(?P<halve>\b(?:halve[sd]?|halving)\b)"
    r"|(?P<zero>\b(?:net[- ]zero|carbon neutrality|climate neutrality)\b)"
    rf"|(?<![\w-])(?P<word>{_WORD})(?:-(?P<ones>one|two|three|four|five|six|seven|eight|"
    rf"nine))?\s?(?:(?P<wordunit>{_UNIT})(?![A-Za-z]))?(?P<wordper>{_PER})?(?![\w-])",
    re.IGNORECASE,
)
BOUNDS = (
    (r"at least|(?:no|not) (?:less|fewer|lower) than|a minimum of|minimum of|not below", Comparator.AT_LEAST),
    (r"at most|(?:no|not) (?:more|higher|greater) than|not (?:to )?exceed(?:ing)?|up to|within|a maximum of|maximum of|"
     r"not above|limit(?:ed)? to|cap(?:ped)? at|restrict(?:ed)? to|hold(?:ing)? to", Comparator.AT_MOST),
    (r"more than|over|above|in excess of|exceed(?:s|ing|ed)?|greater than|higher than|upwards? of|beyond|"
     r"surpass(?:es|ing|ed)?", Comparator.ABOVE),
    (r"less than|below|under|fewer than|lower than", Comparator.BELOW),
    (r"an estimated|estimated(?: at)?|approximately|approx\.|about|around|roughly|nearly|almost|close to|"
     r"some|circa|or so", Comparator.ABOUT),
)  # fmt: skip
_BOUND = re.compile("|".join(rf"(?P<b{i}>\b(?:{words}))" for i, (words, _) in enumerate(BOUNDS)), re.IGNORECASE)
_BOUND_BEFORE = re.compile(rf"(?:{_BOUND.pattern})(?:\s(?:the|a|an additional|another))?\s*$", re.IGNORECASE)
_BOUND_AFTER = re.compile(
    r"\s(?:(?P<more>or (?:more|above|over|higher|better|greater)|and (?:above|over))|(?P<less>or (?:less|fewer|below|"
    r"under|lower)))\b",
    re.IGNORECASE,
)
_MOVED = re.compile(r"\b(?:edged|inched|crept|went|moved|picked|came|rose|grew|increased|climbed)\s$", re.IGNORECASE)
_LABEL_BEFORE = re.compile(
    r"(?:\b(?:Articles?|Sections?|Chapters?|Parts?|Tables?|Figures?|Fig\.|Box|Boxes|Annex|Appendix|Phase|Stage|Act|"
    r"Nos?\.|Goals?|"
    r"SDGs?|Tiers?|Type|Class|Grade|Category|Level|Version|ISO(?:/IEC)?|IEC|EN|COP|CP|Decision|Decree|Resolution|"
    r"LI\.?|[Pp]ages?|p\.|pp\.|"
    r"[Pp]aragraphs?|Clause|Item|Priority|Pillar|Step|Option|Scenario|Regulation|Directive|Agenda|Vision|Horizon|"
    r"Euro|Band|"
    r"Line|Route|Highway|Zone|Ward|Block|Unit|Form|Programme|Program|Objective|Outcome|Output|Activity|Action|Target|"
    r"Notes?|"
    r"May|January|February|March|April|June|July|August|September|October|November|December|Cap\.?|Lot|Room|Floor|"
    r"Tel\.?|tel\.|"
    r"version|calling|hotline|enquiries to|number|PM|item)|[(][a-z]?)\s*$"
)
_DATE_AFTER = re.compile(
    r"\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_NOTE_AFTER = re.compile(r"\s(?:The|To|This|These|In|For|See|A|An|It|As|Refers?)\s")
_DIAL = re.compile(r"\+?\d{2,4}[ -]\d{3,4}[ -]\d{3,4}")
_JOINS = (
    "and|or|in|by|to|for|with|across|at|on|from|under|over|of|per|will|shall|should|must|can|could|would|may|is|are|"
    "was|were|be|"
    "has|have|had|that|which|who|as|because|while|than|each|every|so|but|since|during|before|after|until|through|"
    "respectively|"
    "among|between|within|when|where|if|a|an|the|into|below|above|against|about|worldwide|annually|outside|"
    "now|come|came|remain|remained|live|live|obtained|received|opened|"
    "long|wide|deep|tall|high(?! school)|representing|compared|up|down|being|faster|slower|higher|lower|more|less|"
    "out|yearly"
)
_NOUN = re.compile(rf"(?:\s+(?!(?:{_JOINS})\b)[A-Za-z][\w’'-]*(?:\s\((?=[A-Z])[A-Z]{{2,6}}\))?){{1,6}}", re.IGNORECASE)
_TALK = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:reasons?|pillars?|principles?|aspects?|priorit(?:y|ies)|steps?|ways?|things?|goals?|"
    r"objectives?|"
    r"themes?|types?|kinds?|sectors?|areas?|respects?|dimensions?|fronts?|strategies|chapters?|sections?|parts?|"
    r"phases?|"
    r"stages?|scenarios?|questions?|points?|tasks?|groups?|sides?|levels?|times?|cases?|forms?|components?|outcomes?|"
    r"INDCs?|"
    r"actions?|elements?|targets?|indicators?|challenges?|measures?|fields?|results?|main [a-z]+|another|other|"
    r"of (?:the|our|these|those|them|which))\b",
    re.IGNORECASE,
)  # fmt: skip
DURATION = re.compile(r"years?|months?|weeks?|days?|hours?|minutes?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in `text[start:end]` with the words that bound it.

    figure: where the number itself begins. noun: the words after it that it counts, up to `after`. unit: as printed,
    with its scale. step: what a multiple or a halving says of the change, else None.
    """

    start: int
    figure: int
    end: int
    after: int
    value: float
    high: float | None
    unit: str
    bound: Comparator | None
    noun: str
    form: Phenomenon | None = None
    step: Comparator | None = None

    @property
    def is_share(self) -> bool:
        """Whether it is so many of a hundred."""
        return self.unit in ("%", "percent", "per cent")


def quantities(text: str, start: int, end: int, times: Sequence[Moment]) -> list[Quantity]:
    """Return the quantities in `text[start:end]`, one sentence, in their order; numbers that only name are left out."""
    taken = bytearray(end - start)
    for time in times:
        taken[time.start - start : time.end - start] = b"\x01" * (time.end - time.start)
    found = [
        q for match in _NUMBER.finditer(text, start, end) if (q := _read(text, start, end, match, taken)) is not None
    ]
    return list(_between(text, start, list(_with_shared_units(text, found))))


def _between(text: str, start: int, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Join the two ends of a range in words (between 3 and 5 per cent); of a change (from 84 to 89) the end counts."""
    skip = False
    for place, one in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        before = text[max(start, one.start - 10) : one.start].lower().rstrip()
        if skip:
            skip = False
        elif following and before.endswith("between") and text[one.end : following.start].strip() == "and":
            skip = one.value < following.value
            yield replace(following, start=one.start, figure=one.figure, value=one.value, high=following.value,
                          form=Phenomenon.RANGE) if skip else one  # fmt: skip
        elif one.high is not None and before.endswith("from"):
            yield replace(one, value=one.high, high=None, form=Phenomenon.FROM_BASE_TO_TARGET)
        else:
            yield one


def _read(text: str, start: int, end: int, match: re.Match[str], taken: bytearray) -> Quantity | None:
    begin, stop = match.start(), match.end() - (len(match[0]) - len(match[0].rstrip()))
    if any(taken[begin - start : stop - start]):
        return None
    told = _value(match)
    if told is None:
        return None
    value, high, unit, form = told
    before = text[max(start, begin - 40) : begin]
    if match["number"]:
        bare = not (unit or match["sign"])
        if _LABEL_BEFORE.search(before) and (bare or before.rstrip().endswith(("Article", "Section", "Table", "No."))):
            return None
        if bare and (re.fullmatch(r"(?:19|20)\d\d", match["number"]) or _DATE_AFTER.match(text, stop)):
            return None
        if bare and _NOTE_AFTER.match(text, stop):  # the number of a footnote that was run into the text
            return None
        if _DIAL.match(text, begin) or re.search(r"\d[ -]$", before):
            return None
        if bare and not before.strip() and text[stop : stop + 1] in (".", ")", ""):
            return None
        if (
            bare
            and re.match(r"\s*[.)]\s*$", text[stop : min(end, stop + 40)])
            and text[begin - 2 : begin - 1] in ".;§•"
        ):
            return None
    noun = _NOUN.match(text, stop, end)
    words = " ".join(noun[0].split()) if noun else ""
    if match["word"] and not unit and (_TALK.match(text, stop, end) or not words or match["word"].lower() == "one"):
        return None
    if match["number"] and not unit and value < 20 and _TALK.match(text, stop, end):
        return None
    bound, opening = _bound_before(text, start, begin)
    if after := _BOUND_AFTER.match(text, stop, end):
        bound = Comparator.AT_LEAST if after["more"] else Comparator.AT_MOST
        stop = after.end()
    step = Comparator.DECREASE_BY if match["halve"] else None
    return Quantity(opening, begin, stop, noun.end() if noun else stop, value, high, unit, bound, words, form, step)


def _bound_before(text: str, start: int, begin: int) -> tuple[Comparator | None, int]:
    found = _BOUND_BEFORE.search(text, max(start, begin - 40), begin)
    if found is None:
        return None, begin
    if re.match(r"up to", found[0], re.IGNORECASE) and _MOVED.search(
        text, max(start, found.start() - 20), found.start()
    ):
        return None, begin
    return next(BOUNDS[i][1] for i in range(len(BOUNDS)) if found[f"b{i}"]), found.start()


def _value(match: re.Match[str]) -> tuple[float, float | None, str, Phenomenon | None] | None:
    if match["number"]:
        value, high = _digits(match["number"]), None
        form: Phenomenon | None = None
        if match["low"]:
            low = _digits(match["low"])
            if low >= value:
                return None
            value, high, form = low, value, Phenomenon.RANGE
        scale = match["scale"] or {"bn": "billion", "m": "million", "k": "thousand"}.get(
            (match["short"] or "").lower(), ""
        )
        if match["short"] and not match["sign"]:
            if match["short"] != "m":
                return None
            scale, short = "", "m"
        else:
            short = ""
        unit = " ".join(part for part in (scale, match["unit"], short, (match["sign"] or "").strip()) if part)
        per = (match["per"] or "").strip()
        return value, high, f"{unit} {per}".strip(), form
    if match["bigscale"]:
        value = {"half": 0.5, "a": 1.0, "a quarter of": 0.25, "three quarters of": 0.75}.get(
            match["big"].lower()
        ) or float(_WORDS[match["big"].lower()])
        return value, None, " ".join(p for p in (match["bigscale"], match["bigunit"]) if p), Phenomenon.FRACTION
    if match["under"]:
        over = 1 if match["over"].lower() == "a" else _WORDS[match["over"].lower()]
        under = _PARTS[match["under"].lower()]
        return (round(100 * over / under, 2), None, "%", Phenomenon.FRACTION) if over < under else None
    if match["each"]:
        over, under = _WORDS[match["each"].lower()], _WORDS[match["outof"].lower()]
        return (round(100 * over / under, 2), None, "%", Phenomenon.FRACTION) if over < under else None
    if match["half"]:
        return 50.0, None, "%", Phenomenon.FRACTION
    if times := match["fold"] or match["times"]:
        return float(_WORDS.get(times.lower()) or float(times)), None, "times", Phenomenon.MULTIPLE
    if match["multiple"]:
        words = match["multiple"].lower()
        value = 2 if words.startswith("doubl") else 3 if words.startswith(("tripl", "trebl")) else 4
        return float(value), None, "times", Phenomenon.DOUBLING
    if match["halve"]:
        return 50.0, None, "%", Phenomenon.FRACTION
    if match["zero"]:
        return 0.0, None, "", Phenomenon.NOTHING_HAPPENS
    value = _WORDS[match["word"].lower()] + (_WORDS[match["ones"].lower()] if match["ones"] else 0)
    return float(value), None, " ".join(p for p in (match["wordunit"], (match["wordper"] or "").strip()) if p), None


def _digits(words: str) -> float:
    return float(words.replace(",", ""))


_LISTED = re.compile(r"\s*(?:,|,?\s*and|,?\s*or|to|-)\s*(?:to\s+)?", re.IGNORECASE)


def _with_shared_units(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Give numbers of a list the unit that is printed behind the last of them: 90 and 85 per cent, from 84 to 89 %."""
    for place, one in enumerate(found):
        if not one.unit and not one.noun:
            later = place + 1
            while later < min(len(found), place + 6) and _LISTED.fullmatch(
                text, found[later - 1].end, found[later].start
            ):
                if found[later].unit or found[later].noun:
                    shared = found[later]
                    yield replace(one, unit=shared.unit, noun=shared.noun)
                    break
                later += 1
            else:
                yield one
            continue
        yield one
