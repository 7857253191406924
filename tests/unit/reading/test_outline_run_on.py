"""Texts whose line breaks are lost."""

from __future__ import annotations

from lantu.plan.document import Block, Document
from lantu.plan.identity import Identities
from lantu.reading.grounds import Grounds
from lantu.reading.outline import read_outline

FILLER = "The county will go on with this work year by year and report on it in public. " * 20


def test_headings_are_found_again_by_the_contents_that_list_them() -> None:
    text = (
        "COUNTY PLAN CONTENTS PART I WHERE WE STAND Chapter 1 The Land Chapter 2 The People PART II WHAT WE DO "
        f"Chapter 3 Roads and Bridges This plan says what we do. {FILLER}"
        f"PART I WHERE WE STAND Chapter 1 The Land {FILLER} Chapter 2 The People As Chapter 1 says, {FILLER}"
        f"PART II WHAT WE DO Chapter 3 Roads and Bridges Two bridges will be built. {FILLER}"
    )
    document = Document("x.txt", "0", (Block(1, text),))
    sections = read_outline(document, Identities(), Grounds()).sections
    assert [(section.level.value, section.number, section.title) for section in sections] == [
        ("part", "PART I", "WHERE WE STAND"),
        ("chapter", "Chapter 1", "The Land"),
        ("chapter", "Chapter 2", "The People"),
        ("part", "PART II", "WHAT WE DO"),
        ("chapter", "Chapter 3", "Roads and Bridges"),
    ]
    assert all(text[section.source.start : section.source.end] == section.source.quote for section in sections)


def test_without_contents_no_heading_is_guessed() -> None:
    document = Document("x.txt", "0", (Block(1, f"{FILLER * 4} Chapter 1 The Land {FILLER}"),))
    assert read_outline(document, Identities(), Grounds()).sections == ()
