"""Properties are tested without a clock."""

from __future__ import annotations

from hypothesis import settings


def test_no_property_fails_for_taking_its_time() -> None:
    assert settings().deadline is None
