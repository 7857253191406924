"""No likeness is missed, a name meets few others, and names in a text are found as a plain search would find them."""

from __future__ import annotations

import random
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.checking.like_names import MOST, LikeNames
from lantu.checking.name_search import NameSearch

PAIRS = st.frozensets(st.sampled_from([f"{a}{b}" for a in "甲乙丙丁" for b in "子丑寅卯"]), min_size=1, max_size=9)


def dice(one: frozenset[str], two: frozenset[str]) -> float:
    return 2 * len(one & two) / (len(one) + len(two))


@given(st.lists(PAIRS, max_size=30), PAIRS, st.sampled_from([0.5, 0.6, 0.85, 0.95, 1.0]))
def test_every_name_that_is_alike_is_met(filed: list[frozenset[str]], name: frozenset[str], alike: float) -> None:
    met = LikeNames([(pairs, "") for pairs in filed], alike).near(name, ("",))
    assert {n for n, pairs in enumerate(filed) if dice(pairs, name) >= alike} <= set(met)


def test_names_under_another_key_are_not_met() -> None:
    names = LikeNames([(frozenset(["污水", "水处"]), "percent"), (frozenset(["污水", "水处"]), "money")], 0.85)
    assert names.near(frozenset(["污水", "水处"]), ("money",)) == [1]


@pytest.mark.parametrize("count", [300, 3000])
def test_a_name_meets_few_others_however_many_there_are(count: int) -> None:
    chance = random.Random(1)
    signs = [chr(0x4E00 + n) for n in range(400)]
    named = ["".join(chance.sample(signs, 8)) for _ in range(count)]
    sets = [frozenset(a + b for a, b in pairwise(name)) for name in named]
    filed = LikeNames([(pairs, "") for pairs in sets], 0.85)
    assert sum(len(filed.near(pairs, ("",))) for pairs in sets) < 1.1 * count


def test_a_family_of_names_that_all_but_agree_is_cut_off() -> None:
    pairs = frozenset(["地块", "块开", "开发"])
    assert len(LikeNames([(pairs, "")] * (3 * MOST), 0.85).near(pairs, ("",))) == MOST


@given(st.lists(st.text("甲乙丙丁", min_size=3, max_size=6), max_size=6), st.text("甲乙丙丁戊", max_size=60))
def test_names_are_found_as_an_alternation_finds_them(names: list[str], text: str) -> None:
    found = [(hit.name, hit.start, hit.end) for hit in NameSearch(names).find(text)]
    longest_first = sorted(set(names), key=lambda name: (-len(name), name))
    plain = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")
    assert found == [(match[0], match.start(), match.end()) for match in plain.finditer(text)]
