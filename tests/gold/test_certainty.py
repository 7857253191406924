"""Readings that are given as sure are right at least as often as they say, and the unsure ones much less."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.calibration import calibration_faults, judged


@pytest.mark.shared
def test_certainty_is_kept(shared: Path) -> None:
    found = tuple(judged(shared))
    assert len(found) > 1500
    assert calibration_faults(found) == []
