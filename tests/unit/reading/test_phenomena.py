"""Every habit that the reader names is told in both languages, and a case shows it at work."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest
from tools.reading_cases import Case, cases

from lantu.plan.ground import Step
from lantu.plan.review.kind import ItemKind
from lantu.reading.grounds import certainty
from lantu.reading.phenomena import phenomena
from lantu.reading.phenomenon import Phenomenon

SHOWING = [case for case in cases() if case.shows]


def test_each_phenomenon_that_the_code_can_name_is_told() -> None:
    assert set(phenomena()) == set(Phenomenon)
    for about in phenomena().values():
        assert all((about.part, about.title.zh, about.title.en, about.says.zh, about.says.en))


def test_each_phenomenon_has_a_case() -> None:
    assert {str(name) for name in Phenomenon} == {name for case in SHOWING for name in case.shows}


@pytest.mark.parametrize("case", SHOWING, ids=[f"{case.file}: {case.say}" for case in SHOWING])
def test_a_case_fires_what_it_says_it_shows(case: Case) -> None:
    assert set(case.shows) <= case.fired


def test_certainty_is_told_for_each_kind_and_by_phenomena_that_there_are() -> None:
    text = (files("lantu.reading.lexicon") / "certainty.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert {row["kind"] for row in rows if not row["phenomenon"]} == set(ItemKind)
    assert {row["phenomenon"] for row in rows if row["phenomenon"]} <= set(Phenomenon)
    assert all(0 < float(row["factor"]) < 1 for row in rows)


def test_what_makes_the_reader_less_sure_counts_once() -> None:
    once = certainty("commitment", [Step(Phenomenon.NO_SUBJECT)])
    assert 0 < once == certainty("commitment", [Step(Phenomenon.NO_SUBJECT)] * 3) < certainty("commitment", [])
