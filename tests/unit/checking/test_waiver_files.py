"""Waivers that are written read back as the same, in both forms of their file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.checking import Severity
from lantu.checking.comparison import compare, pairs
from lantu.checking.finding import Finding, Place
from lantu.checking.waivers import Waiver, parse_waivers, waivers_as_csv, waivers_as_yaml
from lantu.plan.citation import Citation
from lantu.plan.message import Message

# What people type: no control characters, and no blanks around it, which reading takes away.
WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30)
WAIVERS = st.builds(
    Waiver,
    rule=st.sampled_from(["IND101", "SUM201", "TXT601"]),
    item=st.one_of(st.just(""), WORDS),
    quote=WORDS,
    reason=WORDS,
    by=WORDS,
    until=st.one_of(st.none(), st.dates()),
)


@given(st.lists(WAIVERS, max_size=4))
@pytest.mark.parametrize(("ending", "write"), [("yaml", waivers_as_yaml), ("csv", waivers_as_csv)])
def test_waivers_read_back_as_they_were_written(ending: str, write: object, waivers: list[Waiver]) -> None:
    assert callable(write)
    back = parse_waivers(write(waivers), f"w.{ending}")
    assert [replace(waiver, line=0) for waiver in back] == waivers


def test_no_cell_of_the_csv_is_a_formula() -> None:
    text = waivers_as_csv([Waiver("IND101", "-1", "=HYPERLINK(1)", "@why", "+who", None)])
    assert text.splitlines()[1] == "IND101,'-1,'=HYPERLINK(1),'@why,'+who,"


@pytest.mark.parametrize("quote", ["'=1", "=1+1", "2026-01-01", "true", "- a: b", "'x", "null", "1,2"])
def test_words_that_look_like_something_else_stay_words(quote: str) -> None:
    waiver = Waiver("IND101", "", quote, "yes", "0123", date(2026, 1, 1))
    for name, text in (("w.yaml", waivers_as_yaml([waiver])), ("w.csv", waivers_as_csv([waiver]))):
        assert [replace(one, line=0) for one in parse_waivers(text, name)] == [waiver]


def finding(code: str, quote: str, block: int = 1) -> Finding:
    said = Message(f"“{quote[:1]}”不合", f"“{quote[:1]}” disagrees")
    return Finding(code, "x", Severity.NOTE, said, said, (Place("p", Citation(block, 0, len(quote), quote)),))


FINDINGS = st.lists(st.builds(finding, st.sampled_from("AB"), st.text("xyz", min_size=1, max_size=3)), max_size=8)


@given(FINDINGS, FINDINGS)
def test_pairs_tell_what_a_comparison_tells(old: list[Finding], new: list[Finding]) -> None:
    same, comparison = pairs(old, new), compare(old, new)
    assert len(set(same.values())) == len(same), "one of the new is one of the old at most"
    assert all(old[a].code == new[b].code for a, b in same.items())
    assert len(comparison.solved) == len(old) - len(same)
    assert len(comparison.kept) == len(same)
    assert len(comparison.brought) == len(new) - len(same)
    assert pairs(new, new) == {n: n for n in range(len(new))} or len({f.places for f in new}) < len(new)
