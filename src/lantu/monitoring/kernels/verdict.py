"""Verdict codes from progress: one rule for a way to go, one for a bound to hold."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lantu.plan.verdict import Verdict

Codes = NDArray[np.int8]

# In rising order, so that a better verdict is a larger code.
VERDICTS = (Verdict.NOT_ASSESSED, Verdict.LAGGING, Verdict.ON_TRACK, Verdict.AHEAD, Verdict.ACHIEVED)
_NOT_ASSESSED, _LAGGING, _ON_TRACK, _AHEAD, _ACHIEVED = range(5)


def verdict_on_the_way(
    progress: ArrayLike, due: ArrayLike, met: ArrayLike, last: ArrayLike, within_rounding: ArrayLike,
    ahead_band: float, lagging_band: float,
) -> Codes:  # fmt: skip
    """Return verdict codes of targets to reach.

    progress, due: shares of the way done and due. met: whether the target is reached already. last: whether the
    value is of the target period, so that nothing but met or missed is left. within_rounding: whether what is
    missing is less than the printed digits can tell. ahead_band, lagging_band: percentage points.
    """
    progress, due = np.asarray(progress, float), np.asarray(due, float)
    with np.errstate(invalid="ignore"):
        gap = 100 * (progress - due)
        behind = (gap < -lagging_band - 1e-9) & ~np.asarray(within_rounding, bool)
        code = np.where(behind, _LAGGING, np.where(gap > ahead_band + 1e-9, _AHEAD, _ON_TRACK))
    code = np.where(np.asarray(last, bool), _LAGGING, code)
    code = np.where(np.isnan(progress) | np.isnan(due), _NOT_ASSESSED, code)
    return np.where(np.asarray(met, bool), _ACHIEVED, code).astype(np.int8)


def verdict_of_holding(holds: ArrayLike, last: ArrayLike) -> Codes:
    """Return verdict codes of bounds to hold: on track while held, achieved when held to the end, else lagging."""
    held = np.where(np.asarray(last, bool), _ACHIEVED, _ON_TRACK)
    return np.where(np.asarray(holds, bool), held, _LAGGING).astype(np.int8)
