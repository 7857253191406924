"""Marked runs may overlap in any way; the words stay whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lantu.web.gazette.segments import Piece, nested, segments

_TEXT = st.text(max_size=40)
_SPANS = st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=8)


@given(_TEXT, _SPANS)
def test_the_text_comes_back_whole(text: str, spans: list[tuple[int, int]]) -> None:
    assert "".join(segment.text for segment in segments(text, spans)) == text


@given(_TEXT, _SPANS)
def test_each_character_stands_under_exactly_the_spans_that_reach_it(text: str, spans: list[tuple[int, int]]) -> None:
    at = 0
    for segment in segments(text, spans):
        for _ in segment.text:
            assert set(segment.spans) == {n for n, (start, end) in enumerate(spans) if start <= at < end}
            at += 1


@given(_TEXT, _SPANS)
def test_nesting_keeps_the_words_and_tells_the_first_and_last_piece_of_each_span(
    text: str, spans: list[tuple[int, int]]
) -> None:
    pieces: list[Piece] = []

    def words(parts: list[str | Piece]) -> str:
        said = ""
        for part in parts:
            if isinstance(part, str):
                said += part
            else:
                pieces.append(part)
                said += words(part.parts)
        return said

    assert words(nested(segments(text, spans))) == text
    for n, (start, end) in enumerate(spans):
        own = [piece for piece in pieces if piece.span == n]
        reaches = max(0, start) < min(len(text), end)
        assert [piece.is_first for piece in own].count(True) == reaches
        assert [piece.is_last for piece in own].count(True) == reaches
        assert not own or (own[0].is_first and own[-1].is_last)


def test_the_longer_run_stands_outside() -> None:
    (outer,) = nested(segments("由县水务局牵头", [(1, 5), (0, 7)]))
    assert isinstance(outer, Piece)
    assert outer.span == 1
    first, inner, last = outer.parts
    assert (first, last) == ("由", "牵头")
    assert isinstance(inner, Piece)
    assert (inner.span, inner.parts) == (0, ["县水务局"])


def test_a_run_that_another_cuts_becomes_two_pieces() -> None:
    parts = nested(segments("abcdef", [(0, 4), (2, 5)]))
    outer, rest, tail = parts
    assert isinstance(outer, Piece)
    assert isinstance(rest, Piece)
    assert tail == "f"
    assert outer.span == 0
    inside = outer.parts[1]
    assert isinstance(inside, Piece)
    assert (inside.span, inside.is_first, inside.is_last) == (1, True, False)
    assert (rest.span, rest.is_first, rest.is_last, rest.parts) == (1, False, True, ["e"])
