"""Choose the numbers of the outlook's distribution by likelihood on rolling origins, never on a test part of M3.

python -m tools.outlook.choose prints them; they stand, rounded, in parameters/outlook.yaml.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln

from lantu.monitoring.kernels.distribution import Evidence, Kind, Settings, distribution, gather
from tools.outlook.series import Floats, training, windows

LENGTHS = (2, 3, 4, 5, 6, 8, 10, 14, 20, 30)
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


def cases() -> list[Case]:
    """Return the evidence of every stretch and horizon, what came, and the weight of one of them."""
    found = []
    for series, weight in training().values():
        for years in LENGTHS:
            before, after = windows(series, years, AHEAD, most=2)
            if len(before):
                found += [
                    (gather(before, ahead, Kind.AMOUNT), np.log(after[:, ahead - 1]), weight)
                    for ahead in range(1, AHEAD + 1)
                ]
    return found


def settings_of(numbers: Floats) -> Settings:
    """Return settings from the logarithms of what is fitted."""
    return Settings(
        amount_spread=AMOUNT_SPREAD, other_spread=OTHER_SPREAD, **dict(zip(FITTED, np.exp(numbers), strict=True))
    )


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
    """Fit and print."""
    found = cases()
    start = np.log([0.63, 0.84, 0.53, 0.47, 2.97, 1.02, 0.095])
    best = minimize(lambda x: loss(settings_of(x), found), start, method="Powell", options={"ftol": 1e-5, "xtol": 1e-2})
    chosen = settings_of(best.x)
    print(f"loss {best.fun:.4f}, {best.nfev} evaluations")
    for name in Settings.__slots__:
        print(f"{name}: {getattr(chosen, name):.3f}")


if __name__ == "__main__":
    main()
