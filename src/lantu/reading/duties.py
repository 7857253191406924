"""How a document gives work to units: (牵头单位：…；配合单位：…), 由甲牵头、乙配合, (甲、乙按职责分工负责)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.reading.duty import Duty
from lantu.reading.english_duties import english_deadline, english_duties, may_give_english_duties
from lantu.reading.grammar.english import is_english
from lantu.reading.passage import Passage
from lantu.reading.phenomenon import Phenomenon

_LABELS = {
    "lead": "牵头责任单位|牵头单位|牵头部门|主责单位|主责部门|主办单位|主办部门|牵头处室|牵头",
    "charged": "责任单位|责任部门|责任主体|责任处室|承办单位|负责单位|落实单位|承担单位|责任科室",
    "supporting": "配合单位|配合部门|协办单位|协助单位|协同单位|参与单位|参加单位|支持单位|配合",
    "deadline": "完成时限|完成时间|时限要求|办理时限|时间节点|时限|完成期限",
    "person": "牵头领导|责任领导|分管领导|包保领导|责任人|负责人|联系人|主管领导|市领导|县领导",
}
_KIND_OF = {label: kind for kind, labels in _LABELS.items() for label in labels.split("|")}
_LABEL = re.compile(rf"({'|'.join(sorted(_KIND_OF, key=len, reverse=True))})\s*[:：]\s*")
_HINT = re.compile(r"牵头|负责|(?:单位|部门|主体|时限|时间|期限|节点|处室)\s*[:：]")
_START = re.compile(rf"[(\[【]|由|{_LABEL.pattern}")
_OPENING, _CLOSING = "([【", ")]】"
_SIGNS = " \t;；,，。、.()[]【】"
# One part of a clause in words: who, and what they do.
_PART = re.compile(
    r"(?:由|请)?(?P<who>[^,;，；。]{2,160}?)(?:等(?:相关|有关)?(?:部门|单位)?)?(?:按照?(?:各自)?职责(?:分工)?|分别|共同|具体|会同配合|积极)*"
    r"(?P<role>牵头(?:负责|落实|组织|推进)?|负责(?:落实|组织实施|牵头)?|配合(?:落实)?|协助|协同(?:配合)?|参与|参加|落实)"
)
_IN_SENTENCE = re.compile(
    r"由(?P<lead>[^,;，；。:：()]{2,40}?)(?:牵头(?:负责)?|负责)[,，、](?P<supporting>[^,;，；。:：()]{2,120}?)"
    r"(?:等(?:相关|有关)?(?:部门|单位)?)?(?:配合|参与|协助|协同)"
    # A lead alone is a duty where the clause ends with it and it is an office: 由县水务局牵头。
    r"|由(?P<alone>[^,;，；。:：()]{1,40}?[局委办厅部府司心院会校镇道区队行站所])(?:牵头(?:负责|落实|实施)?|负责(?:落实|实施)?)(?=[,;，；。]|$)"
)
_BETWEEN_UNITS = re.compile(
    r"[、,，;；/]|\s+|(?<=[局委办厅部府司心院会校镇道区队行])(?:和|及|与|以及)(?=[\u4e00-\u9fff\x00])"
)
# What is no list: 各县(市、区)人民政府; 各区、县级市政府 and 各镇、街道 are one group.
_TOGETHER = re.compile(
    r"\([^()]*\)|各(?:市|县|区|旗|镇|乡|街道|开发区|园区|县区|县级市|(?:、|和|及))+(?:人民政府|政府|街道|办事处|管委会|区|镇|乡)?(?=[、,，;；/\s]|$)"
)
_TRAILING = re.compile(r"(?:等)?(?:相关|有关)?(?:部门|单位)?等$|等(?:相关|有关)?(?:部门|单位)$")
_DUE = re.compile(
    r"(?:(20\d\d)\s*年)?\s*(?:(\d{1,2})\s*月)?\s*(?:(\d{1,2})\s*日)?\s*(底|末|年底|年末|上半年|下半年)?\s*(?:之|以)?(?:前|$)"
)
_BY = re.compile(r"(?:(20\d\d)\s*年)(?:\s*(\d{1,2})\s*月)?(?:\s*(\d{1,2})\s*日)?\s*(底|末|上半年)?\s*(?:之|以)?前")


def may_give_duties(passage: Passage) -> bool:
    """Whether a passage holds any of the words that duty clauses need; cheap, for leaving out the many that do not."""
    text = passage.block.text
    return _HINT.search(text, passage.start, passage.end) is not None or (
        may_give_english_duties(text, passage.start, passage.end) and is_english(text)
    )


def duties_in(text: str) -> Iterator[Duty]:
    """Yield the duty clauses of a text with half-width signs, in order."""
    if is_english(text):
        yield from english_duties(text)
        return
    place = 0
    while sign := _START.search(text, place):
        place = sign.start()
        if text[place] in _OPENING:
            end = _closing(text, place)
            if end is not None and (duty := _clause(text, place, end)):
                yield duty
                place = end
                continue
        elif match := _IN_SENTENCE.match(text, place):
            supporting = _units(match["supporting"] or "")
            lead, form = _units(match["lead"] or match["alone"]), Phenomenon.DUTY_IN_SENTENCE
            yield Duty(match.start(), match.end(), lead, (), supporting, form=form)
            place = match.end()
            continue
        elif (match := _LABEL.match(text, place)) and _KIND_OF[match[1]] != "person":
            # Without brackets the labels run to the end of the line.
            if duty := _labelled(text, place, len(text)):
                yield duty
            return
        place += 1


def deadline_of(words: str, year: int | None = None) -> str | None:
    """Return the deadline that words such as 2025年12月底前 or 年底前 set, as 2025-12 or 2025, or None.

    year: the year that a month without a year belongs to, for documents about one year.
    """
    if is_english(words):
        return english_deadline(words, year)
    match = _BY.search(words) or next((m for m in _DUE.finditer(words) if m[1] or m[2]), None)
    if match is None:
        return str(year) if year and re.search(r"年[底末]", words) else None
    stated = match[1] or (str(year) if year else None)
    if stated is None:
        return None
    if match[4] == "上半年":
        return f"{stated}-06"
    month, day = int(match[2] or 0), int(match[3] or 0)
    if not 1 <= month <= 12:
        return stated
    return f"{stated}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{stated}-{month:02}"


def _closing(text: str, opening: int) -> int | None:
    """Where the bracket at `opening` closes (the place behind it); None where it does not within 400 characters."""
    depth = 0
    for place in range(opening, min(len(text), opening + 400)):
        if text[place] in _OPENING:
            depth += 1
        elif text[place] in _CLOSING:
            depth -= 1
            if depth == 0:
                return place + 1
    return None


def _clause(text: str, start: int, end: int) -> Duty | None:
    inside = text[start + 1 : end - 1]
    if _LABEL.search(inside):
        return _labelled(text, start, end)
    roles: dict[str, tuple[str, ...]] = {"lead": (), "charged": (), "supporting": ()}
    deadline = ""
    found = False
    for part in re.split(r"[,，;；](?![^()]*\))", inside):
        part = part.strip(_SIGNS[:8])
        match = _PART.fullmatch(part)
        if match is None:
            if re.search(r"20\d\d年|月底|年底", part):
                deadline = part
            continue
        found = True
        role = match["role"]
        kind = "lead" if "牵头" in role else "supporting" if re.match("配合|协|参", role) else "charged"
        roles[kind] += _units(match["who"])
    return Duty(start, end, roles["lead"], roles["charged"], roles["supporting"], deadline) if found else None


def _labelled(text: str, start: int, end: int) -> Duty | None:
    labels = list(_LABEL.finditer(text, start, end))
    roles: dict[str, tuple[str, ...]] = {"lead": (), "charged": (), "supporting": ()}
    deadline = ""
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        value = text[label.end() : following.start() if following else end]
        if following is None and start < len(text) and text[start] in _OPENING:
            value = value[:-1]
        kind = _KIND_OF[label[1]]
        if kind == "deadline":
            deadline = value.strip(_SIGNS)
        elif kind in roles:
            roles[kind] += _units(value)
    if not any(roles.values()) and not deadline:
        return None
    bracketed = start < len(text) and text[start] in _OPENING
    form = Phenomenon.DUTY_IN_BRACKETS if bracketed else Phenomenon.DUTY_ON_OWN_LINE
    return Duty(start, end, roles["lead"], roles["charged"], roles["supporting"], deadline, form)


def _units(text: str) -> tuple[str, ...]:
    """Split a list of units, but not within brackets: 市教育局、各县(市、区)人民政府."""
    hidden = _TOGETHER.sub(lambda match: "\x00" * len(match[0]), text)
    parts: list[str] = []
    place = 0
    for sign in _BETWEEN_UNITS.finditer(hidden):
        parts.append(text[place : sign.start()])
        place = sign.end()
    parts.append(text[place:])
    cleaned = (_TRAILING.sub("", part.strip(" \t;；,，。、.")).strip() for part in parts)
    return tuple(dict.fromkeys(part for part in cleaned if len(part) > 1))
