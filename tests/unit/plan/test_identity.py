"""Ids come from what an item says, so that they outlive edits elsewhere."""

from __future__ import annotations

from lantu.plan.identity import Identities


def test_the_same_words_give_the_same_id_in_another_reading() -> None:
    assert Identities().give("project", "第一水厂") == Identities().give("project", "第一水厂")


def test_signs_and_blanks_do_not_change_an_id() -> None:
    assert Identities().give("indicator", "森林覆盖率（%）") == Identities().give("indicator", "森林 覆盖率(%)")


def test_doubles_are_counted_in_reading_order() -> None:
    identities = Identities()
    first = identities.give("commitment", "泊位", "个")
    assert identities.give("commitment", "泊位", "个") == f"{first}-2"
    assert identities.give("commitment", "泊位", "个") == f"{first}-3"


def test_kinds_and_word_boundaries_tell_items_apart() -> None:
    identities = Identities()
    assert identities.give("project", "甲乙") != identities.give("system", "甲乙")
    assert identities.give("project", "甲", "乙") != identities.give("project", "甲乙")
