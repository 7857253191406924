"""Lists of words are dated, sourced in both languages, and say what to write instead."""

from __future__ import annotations

import re

import pytest

from lantu.parameters import names, words

LISTS = ["outdated_terms", "renamed_units", "miswritten_terms"]


@pytest.mark.parametrize("name", LISTS)
def test_every_word_has_a_remedy_and_a_source_and_is_found_by_its_own_pattern(name: str) -> None:
    found = words(name)
    assert found
    for word in found:
        assert word.right
        assert word.right != word.shown
        assert len(word.source.zh) > 5
        assert len(word.source.en) > 10
        assert any(re.search(word.pattern, part) for part in word.shown.split("、")), word.shown


@pytest.mark.parametrize("name", ["titles", "national_slogans"])
def test_plain_lists_name_nothing_twice(name: str) -> None:
    assert len(names(name)) == len(set(names(name))) > 10


def test_a_list_that_is_not_there_is_a_key_error() -> None:
    for read in (words, names):
        with pytest.raises(KeyError):
            read("nowhere")
