"""Rows and plan values: what goes in comes out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.plan.document import Block, BlockKind, Document
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan as Contents
from lantu.plan.reading import Reading
from lantu.web.registry.bridge import pack, unpack
from lantu.web.registry.models import Plan, PlanVersion
from lantu.web.registry.selectors import package_of
from lantu.web.registry.services import register

pytestmark = pytest.mark.django_db


def test_a_package_comes_back_from_the_rows_as_it_went_in(plan: Plan, package: Package) -> None:
    assert package_of(plan) == package


def test_equal_readings_have_equal_digests_and_others_do_not(package: Package) -> None:
    reading = package.reading
    digest, content = pack(reading)
    assert pack(reading) == (digest, content)
    assert unpack(content) == reading
    assert pack(replace(reading, plan=replace(reading.plan, horizon=2035)))[0] != digest


@given(st.text(st.sampled_from("甲a\r\n\t ,\"'\u2028")))
def test_the_words_of_a_block_come_back_with_every_line_end_they_had(words: str) -> None:
    document = Document("plan.txt", "0" * 64, (Block(1, words, BlockKind.PARAGRAPH),), title="", language="zh")
    reading = Reading(Contents("青禾"), document)
    assert unpack(pack(reading)[1]) == reading


def test_registering_the_same_package_again_adds_nothing(plan: Plan, package: Package) -> None:
    register(package, "qinghe")
    assert plan.versions.count() == 1
    assert plan.observation_rows.count() == len(package.observations)
    assert plan.judgement_rows.count() == len(package.judgements)


def test_a_changed_package_adds_a_version_and_withdraws_rows_without_deleting_them(
    plan: Plan, package: Package
) -> None:
    fresh = replace(package.observations[-1], value=2.5)
    said = replace(package.reading, plan=replace(package.reading.plan, horizon=2035))
    changed = Package(said, (*package.observations[:-1], fresh), package.judgements)
    register(changed, "qinghe")
    assert package_of(plan) == changed
    assert plan.versions.count() == 2
    assert plan.observation_rows.count() == len(package.observations) + 1
    register(package, "qinghe")
    assert package_of(plan).reading == package.reading, "going back to the first version is a new step"


def test_a_version_never_changes(plan: Plan) -> None:
    version = PlanVersion.objects.get(plan=plan)
    with pytest.raises(ValueError, match="never changes"):
        version.save()


def test_a_missing_value_stays_missing(package: Package) -> None:
    asked = Observation("trees", "999999", Period.parse("2024H1"), None, "", "", "", "")
    plan = register(replace(package, observations=(asked,)), "asked")
    assert package_of(plan).observations == (asked,)
