"""No cell is run by a spreadsheet program, and every cell comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.plan.guarded_cell import guarded, unguarded


@given(st.text(st.sampled_from("'=+-@＝ \t\r\n1e.x")) | st.text())
def test_a_guarded_cell_comes_back_as_it_was(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell)[:1] not in ("=", "@", "＝", "\t", "\r", "\n")


@pytest.mark.parametrize("cell", ["=1", " =1", "\t=1", "\u3000@x", "+cmd|' /C'!A0", "-x", "＝1", "\nx", "'=1", "''\t"])
def test_what_might_be_run_is_guarded(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "-4.5", "+1e3", "'x", "x=1", " x", "3-4"])
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == unguarded(cell) == cell
