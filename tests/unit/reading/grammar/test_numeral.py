"""Numbers in digits and in Chinese numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.reading.grammar.numeral import number_of

_DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("一万二千", 12_000), ("一万二", 12_000), ("两百三十", 230), ("十五", 15), ("二十", 20), ("一百零五", 105),
        ("三点五", 3.5), ("二〇二五", 2025), ("五十万", 500_000), ("三千亿", 3e11), ("1,250.5", 1250.5), ("〇", 0),
        ("一亿二千万", 1.2e8), ("十二亿三千四百万", 1.234e9), ("一万亿", 1e12), ("三点〇五", 3.05),
    ],
)  # fmt: skip
def test_a_number_is_read(words: str, value: float) -> None:
    assert number_of(words) == value


@pytest.mark.parametrize("words", ["", "若干", "三点十", "点五"])
def test_words_that_are_no_number_have_none(words: str) -> None:
    assert number_of(words) is None


@given(st.integers(1, 9999))
def test_a_numeral_written_out_comes_back(number: int) -> None:
    written = ""
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += _DIGITS[digit] + unit
        elif written and number % place and not written.endswith("零"):
            written += "零"
    assert number_of(written) == number


@given(st.text(alphabet="一二两十百千万亿点零〇0123456789,. ", max_size=12))
def test_no_numeral_makes_it_fail(words: str) -> None:
    value = number_of(words)
    assert value is None or value >= 0
