"""The subject of a number: the noun phrase before its verb, or behind its unit."""

from __future__ import annotations

import re

from lantu.reading.grammar.subject_words import (
    AND,
    ANY_HEAD,
    BARE,
    CHANGED,
    DEED,
    GIVES_SENSE,
    HEAD,
    INNER_DEED,
    KEPT_TRAILING,
    LEADING,
    LISTED,
    PLACES,
    RIGHT_NONE,
    RIGHT_STOP,
    SIZE_BRACKET,
    TRAILING,
    WHOSE,
)

_LONGEST = 28


def subject_before(text: str, start: int, end: int, whole: bool = False) -> tuple[int, int]:
    """Return the run of the noun phrase in `text[start:end]`, an empty run where there is only a verb or nothing.

    whole: whether a list stays whole, because each of its members gets a number of its own (分别).
    """
    words = text[start:end]
    # Behind the last list sign that an act follows, a new statement begins.
    for sign in [] if whole else reversed(list(re.finditer("[、:]", words))):
        if DEED.match(words, sign.end()):
            start, words = start + sign.end(), words[sign.end() :]
            break
    opening = last = 0
    while match := LEADING.match(words, opening):
        last, opening = opening, match.end()
    if BARE.fullmatch(words, opening) and GIVES_SENSE.fullmatch(words, last, opening):
        opening = last  # 新增就业, 完成投资: the noun alone says too little
    start, words = start + opening, words[opening:]
    inner = None if whole else next(reversed(list(INNER_DEED.finditer(words))), None)
    if inner:
        start, words = start + inner.end(), words[inner.end() :]
    if (match := TRAILING.search(words)) and not KEPT_TRAILING.match(words):
        words = words[: match.start()]
    if len(words) > _LONGEST and not whole:
        cut = _shorter(words)
        start, words = start + cut, words[cut:]
    if not re.search(r"[\u4e00-\u9fffA-Za-z\x01]{2}", words):
        return start, start
    return start, start + len(words)


def subject_after(text: str, start: int, end: int, counted: bool) -> tuple[int, int]:
    """Return the run of the noun phrase that begins `text[start:end]`, an empty run where none does.

    counted: whether the number counts things, so that a list of them behind it is counted as one (3个甲、乙等项目).
    """
    if size := SIZE_BRACKET.match(text, start, end):
        start = size.end()
    if RIGHT_NONE.match(text[start:end]):
        return start, start
    if text[start:end].startswith("的"):
        start += 1
    if counted and (listed := LISTED.match(text, start, end)):
        start, end = listed.span("head")
    stop = RIGHT_STOP.search(text, start, end)
    last = min(stop.start() if stop else end, start + _LONGEST)
    if (bracket := text.find("(", start, last)) >= 0 and ")" not in text[bracket:last]:
        last = bracket
    if match := TRAILING.search(text[start:last]):
        last = start + match.start()
    if not re.search(r"[\u4e00-\u9fffA-Za-z\x01]{1}", text[start:last]):
        return start, start
    return start, last


def subjects_of_list(words: str) -> list[str]:
    """Split a joint subject (城镇和农村居民收入) into those it stands for; one that cannot be split comes whole."""
    if words.startswith("城乡"):
        return [f"城镇{words[2:]}", f"农村{words[2:]}"]
    parts = [WHOSE.sub("", part) for part in AND.split(words) if part]
    if len(parts) < 2:
        return [words]
    last = parts[-1]
    tail = ""
    if (place := last.find("等")) > 0:
        tail = last[place + 1 :]
        last = last[:place] + tail
        return [*(part + tail for part in parts[:-1]), last]
    return [*(_completed(part, last) for part in parts[:-1]), last]


def subject_of_clause(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the noun phrase of a clause without a number whose verb says that it changed, else None."""
    match = CHANGED.match(text, start, end)
    if match is None:
        return None
    run = subject_before(text, start, match.end(1))
    return run if run[0] < run[1] else None


def _completed(part: str, last: str) -> str:
    """Give a part of a joint subject the head that only the last part has (城镇和农村居民收入, 汽车、钢材产量)."""
    if HEAD.search(part) or ANY_HEAD.search(part):
        return part
    if part in PLACES and any(last.startswith(place) for place in PLACES):
        return part + last[next(len(place) for place in PLACES if last.startswith(place)) :]
    pair = part[-2:]
    place = last.find(pair)
    if place >= 0 and place + len(pair) < len(last):
        return part + last[place + len(pair) :]
    head = HEAD.search(last) or ANY_HEAD.search(last)
    return part + head[0] if head and head.start() > 0 else part


def _shorter(words: str) -> int:
    """Where a long noun phrase may begin and keep its head: behind a list sign, else behind 的, else anywhere."""
    floor = len(words) - _LONGEST
    for sign in ("、", "的"):
        place = words.find(sign, floor)
        if 0 <= place < len(words) - 3:
            return place + 1
    return floor
