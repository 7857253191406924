"""Chinese numerals are read as whole numbers, whatever places they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.plan.chinese_number import whole_number

_DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("〇", 0), ("零", 0), ("十", 10), ("十二", 12), ("二十", 20), ("廿", 20), ("廿五", 25), ("卅", 30),
        ("一百零五", 105), ("一百一十", 110), ("一百五", 150), ("两千零五", 2005), ("二〇三五", 2035),
        ("二○二六", 2026),
        ("一万二千", 12_000), ("一万二", 12_000), ("一万零二", 10_002), ("一亿二千万", 120_000_000),
        ("三亿五千万", 350_000_000), ("十二亿三千四百万", 1_234_000_000), ("一亿零五万", 100_050_000),
        ("一万亿", 10**12), ("一万二千亿", 12 * 10**11), ("一亿二", 120_000_000), ("百万", 1_000_000),
        ("14", 14), ("１４", 14), (" 十四 ", 14), ("二0二五", 2025),
    ],
)  # fmt: skip
def test_a_numeral_is_read(text: str, number: int) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "若干",
        "三点五",
        "十x",
        "一二三万四五六千",
        "三百千",
        "五六十",
        "1.5",
        "-1",
        "²",
        "十" * 9999,
        "9" * 9999,
    ],
)
def test_what_is_no_whole_number_has_none(text: str) -> None:
    assert whole_number(text) is None


def _spelled(number: int) -> str:
    """The usual way to write a number below 10,000,000,000,000, every place written out."""
    if number == 0:
        return "零"
    words, zero = "", False
    for sign, place in (("亿", 10**8), ("万", 10**4)):
        part, number = divmod(number, place)
        if part:
            words += _spelled(part) + sign
        zero = bool(words) and number < place // 10
        words += "零" if zero and number else ""
    for sign, place in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, place)
        if digit:
            words += _DIGITS[digit] + sign
        elif words and number and not words.endswith("零"):
            words += "零"
    return words


@given(st.integers(0, 10**13 - 1))
def test_every_number_written_out_reads_as_itself(number: int) -> None:
    assert whole_number(_spelled(number)) == number
