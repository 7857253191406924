"""Whole numbers as Chinese texts write them, in hanzi or in digits."""

from __future__ import annotations

SIGNS = "〇零一二两三四五六七八九十百千"
"""The hanzi that ordinals and counts of items are written in."""

_ZEROS = "〇零○Ｏ"
_DIGITS = (
    {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
    | {sign: value for signs in ("0123456789", "０１２３４５６７８９") for value, sign in enumerate(signs)}
    | dict.fromkeys(_ZEROS, 0)
    | {"两": 2}
)
_PLACES = {"亿": 100_000_000, "万": 10_000, "千": 1000, "百": 100, "十": 10}  # from the largest
_LONGEST = 40


def whole_number(text: str) -> int | None:
    """Return the whole number that a text is: 12, 十二, 二〇三五, 一亿二千万, 廿; None where it is none.

    What stands before 亿 or 万 is a number of its own (一万亿, 一亿二千万). A last digit without its own place is one
    place below that before it (一万二 is 12,000, 一万零二 is 10,002). Half-width and full-width digits count alike.
    """
    text = text.strip().replace("廿", "二十").replace("卅", "三十")
    return _value(text) if 0 < len(text) <= _LONGEST else None


def _value(text: str) -> int | None:
    if all(sign in _DIGITS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    for sign, place in _PLACES.items():
        if sign in text:
            before, _, after = text.rpartition(sign)
            return _sum(before, place, after)
    return None


def _sum(before: str, place: int, after: str) -> int | None:
    """The value of `before` times the place, and of what stands after it."""
    count = _value(before) if before else 1
    rest = after.lstrip(_ZEROS)
    value = _value(rest) if rest else 0
    if count is None or value is None or (place < 10_000 and count > 9) or value >= place:
        return None
    if len(after) == 1 and place > 10:
        value *= place // 10
    return count * place + value
