"""Choose the numbers of the outlook's distribution by likelihood on rolling origins, never on a test part of M3.

python -m tools.outlook.choose prints them; they stand, rounded, in parameters/outlook.yaml.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
from scipy.optimize import brentq, minimize
from scipy.special import gammaln

from lantu.monitoring.chances import settings_from
from lantu.monitoring.kernels.distribution import Evidence, Kind, Settings, distribution, gather
from lantu.monitoring.kernels.forecast import reach
from lantu.parameters import load
from tools.outlook.series import Floats, training, windows

LENGTHS = (2, 3, 4, 5, 6, 8, 10, 14, 20, 30)
# As many values as the yearly series of M3 have before their test parts.
LONG_LENGTHS = (14, 16, 18, 20, 23, 26, 30)
AHEAD = 6
# The spread of amounts hardly matters to the Brier score: it is set, not fitted, so that quiet series stay quiet.
AMOUNT_SPREAD, OTHER_SPREAD = 0.018, 0.0025
FITTED = (
    "spread_factor",
    "drift_doubt",
    "change_share",
    "disagreement",
    "freedom",
    "common_rise",
    "rise_limit",
)
Case = tuple[Evidence, Floats, float]


def cases(lengths: tuple[int, ...], by_count: bool = False) -> list[Case]:
    """Return the evidence of every stretch and horizon, what came, and the weight of one of them.

    by_count: let a length weigh by how many stretches of it there are.
    """
    found = []
    for series, weight in training().values():
        for years in lengths:
            before, after = windows(series, years, AHEAD, most=2)
            if len(before):
                heavy = weight * len(before) / len(series) if by_count else weight
                found += [
                    (gather(before, ahead, Kind.AMOUNT), np.log(after[:, ahead - 1]), heavy)
                    for ahead in range(1, AHEAD + 1)
                ]
    return found


def settings_of(numbers: Floats) -> Settings:
    """Return settings from the logarithms of what is fitted; long series are treated as others."""
    fitted = dict(zip(FITTED, map(float, np.exp(numbers)), strict=True))
    return Settings(
        amount_spread=AMOUNT_SPREAD, other_spread=OTHER_SPREAD, **fitted,
        long_spread_factor=fitted["spread_factor"], long_drift_doubt=fitted["drift_doubt"],
    )  # fmt: skip


def held(settings: Settings, found: list[Case], share: float = 0.8) -> float:
    """Return the share of what came that the intervals hold."""
    inside = weights = 0.0
    for evidence, came, weight in found:
        told = distribution(evidence, Kind.AMOUNT, settings)
        inside += weight * float((np.abs(came - told.middle) <= reach(told.spread, settings.freedom, share)).mean())
        weights += weight
    return inside / weights


def for_long(settings: Settings) -> Settings:
    """Return the settings with the factors of long series: by likelihood, then both scaled until intervals hold 80 %."""
    found = cases(LONG_LENGTHS, by_count=True)

    def scaled(numbers: Floats, by: float = 1.0) -> Settings:
        single, doubt = by * np.exp(numbers)
        return replace(settings, long_spread_factor=float(single), long_drift_doubt=float(doubt))

    best = minimize(
        lambda x: loss(scaled(x), found),
        np.log([0.5, 0.8]),
        method="Nelder-Mead",
        options={"xatol": 0.02, "fatol": 1e-5},
    )
    by = brentq(lambda x: held(scaled(best.x, x), found) - 0.8, 0.5, 2.0, xtol=1e-3)
    return scaled(best.x, by)


def loss(settings: Settings, found: list[Case]) -> float:
    """Return the mean negative log density, single ones cut off at 12 so that no outlier decides."""
    freedom = settings.freedom
    constant = gammaln((freedom + 1) / 2) - gammaln(freedom / 2) - 0.5 * np.log(freedom * np.pi)
    total = weights = 0.0
    for evidence, came, weight in found:
        told = distribution(evidence, Kind.AMOUNT, settings)
        off = (came - told.middle) / told.spread
        density = constant - np.log(told.spread) - (freedom + 1) / 2 * np.log1p(off**2 / freedom)
        total -= weight * float(np.maximum(density, -12.0).mean())
        weights += weight
    return total / weights


def main() -> None:
    """Fit and print; those of long series are fitted about the settings that stand, as these were not fitted anew."""
    found = cases(LENGTHS)
    start = np.log([0.63, 0.84, 0.53, 0.47, 2.97, 1.02, 0.095])
    best = minimize(lambda x: loss(settings_of(x), found), start, method="Powell", options={"ftol": 1e-5, "xtol": 1e-2})
    chosen = settings_of(best.x)
    print(f"loss {best.fun:.4f}, {best.nfev} evaluations")
    for name in Settings.__slots__:
        print(f"{name}: {getattr(chosen, name):.3f}")
    long = for_long(settings_from(load("outlook", date(2026, 1, 1))))
    print(f"long_spread_factor: {long.long_spread_factor:.3f}, long_drift_doubt: {long.long_drift_doubt:.3f}")


if __name__ == "__main__":
    main()
