"""What every test may ask for."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

# Machines differ: a property holds or not, whatever time one example takes.
settings.register_profile("lantu", deadline=None)
settings.load_profile("lantu")


@pytest.fixture
def shared() -> Path:
    """The folder of real documents beside the checkout; the test is skipped, loudly, where it is not there."""
    if not SHARED.is_dir():
        warnings.warn("../shared is not here: tests on real documents are skipped", stacklevel=1)
        pytest.skip("NO ../shared: real documents are not here")
    return SHARED


@pytest.fixture
def examples() -> Path:
    """The examples that ship with the project."""
    return ROOT / "examples"
