"""Waivers that are written read back as the same, in both forms of their file."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.checking import Severity
from lantu.checking.comparison import compare, pairs
from lantu.checking.finding import Finding, Place
from lantu.checking.waivers import Waiver, parse_waivers, read_waivers, waivers_as_csv, waivers_as_yaml
from lantu.plan.citation import Citation
from lantu.plan.fault import Fault
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
    assert text.splitlines()[1] == "IND101,-1,'=HYPERLINK(1),'@why,'+who,"


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


YAML = "- {rule: IND101, quote: 亩均, reason: 统计口径, by: 张三, until: 2026-01-01}\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("w.yaml", "[" * 3000),
        ("w.yaml", "- " * 3000),
        ("w.yaml", "- &a {rule: IND101}\n- *a\n"),
        ("w.yaml", YAML.replace("亩均", "&a 亩均")),
        ("w.yaml", YAML.replace("亩均", "[亩均]")),
        ("w.yaml", YAML.replace("亩均", "{a: b}")),
        ("w.yaml", YAML + "---\n" + YAML),
        ("w.yaml", "rule: IND101"),
        ("w.yaml", "words"),
        ("w.yaml", "- {"),
        ("w.yaml", "\x00"),
        ("w.csv", "rule,quote,reason,by\nIND101,a,b," + "长" * 140_000),
    ],
)
def test_a_file_that_is_no_list_of_plain_words_is_told_in_one_line(name: str, text: str) -> None:
    limit = csv.field_size_limit(131_072)  # Python's own; reading a package raises it
    try:
        with pytest.raises(Fault) as told:
            parse_waivers(text, name)
    finally:
        csv.field_size_limit(limit)
    assert f"“{name}”" in told.value.message.en
    assert "line" in told.value.message.en
    assert "\n" not in told.value.message.en


@pytest.mark.parametrize("text", ["", "[]", "# nothing\n", "~", "---\n"])
def test_an_empty_list_is_no_fault(text: str) -> None:
    assert parse_waivers(text, "w.yaml") == ()


@given(st.text(st.sampled_from("[]{}-&*!|>'\":,?a \n#%\t~")), st.sampled_from(["w.yaml", "w.csv"]))
def test_no_file_breaks_the_reader(text: str, name: str) -> None:
    try:
        parse_waivers(text, name)
    except Fault as fault:
        assert "\n" not in fault.message.zh


def test_a_file_as_chinese_offices_save_it_is_read(tmp_path: Path) -> None:
    (waiver,) = parse_waivers(YAML, "w.yaml")
    for name, write in (("w.yaml", waivers_as_yaml), ("w.csv", waivers_as_csv)):
        (tmp_path / name).write_bytes(write([waiver]).encode("gb18030"))
        assert [replace(one, line=0) for one in read_waivers(tmp_path / name)] == [replace(waiver, line=0)]
