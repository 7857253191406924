"""Choose a challenger of the outlook's forecast by rolling origins; what is shipped must be beaten by it.

python -m tools.outlook.challenge

Criterion: the mean of sMAPE and MASE, each divided by that of what is shipped; most weight on the last six years of the
M3 training parts, as the test is one origin at the end of each series. The members are the last step of a wider search
on the same contests: some 7,800 committees of twelve forecasts, weights by past errors (worse than none), pooled
regressions on the members and a local and global trend by likelihood (no better). What was chosen was frozen before its
one look at the test parts; docs/outlook.md tells how it ended. No test part is read here but for the three published
yardsticks, which show that scores are computed as others compute them.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from lantu.monitoring.kernels.ensemble import ensemble
from tools.outlook.committee import MEMBERS, forecasts
from tools.outlook.contest import AHEAD, mase, smape
from tools.outlook.series import Contest, Floats, m3, provinces, tourism, yearly_sums

SCALES = (("on roots", "on logarithms"), ("as they are", "on logarithms"), ("as they are", "on roots", "on logarithms"))
# Naive, drift and theta of R's forecast package on the test parts: sMAPE and MASE.
PUBLISHED = {"naive": (17.88, 3.172), "drift": (16.79, 2.632), "theta": (16.76, 2.774)}
Forecast = Callable[[Floats, int], Floats]


@dataclass(frozen=True, slots=True)
class Trial:
    """Contests that a challenger is chosen on, their weight, and every forecast of them by name."""

    histories: list[Floats]
    came: Floats
    weight: float
    told: dict[str, Floats]
    shipped: Floats


def cut(series: list[Floats], back: int, ahead: int, least: int) -> list[Contest]:
    """Return what is known `back` years before the end of each series, and the `ahead` years after that."""
    long = [one for one in series if len(one) - back >= least and np.any(np.diff(one[: len(one) - back]))]
    return [Contest(one[:-back], one[len(one) - back :][:ahead]) for one in long]


def contests() -> Iterator[tuple[list[Contest], float]]:
    """Yield the sets of contests with their weights."""
    yearly = [one.history for one in m3()]
    yield cut(yearly, 6, AHEAD, 8), 0.4
    # With as many values before the origin as the test has.
    yield cut(yearly, 6, AHEAD, 14), 0.2
    yield cut(yearly, 8, AHEAD, 14), 0.1
    yield cut(yearly, 11, AHEAD, 14), 0.1
    yield cut(yearly_sums("QUARTERLY"), 4, 4, 8), 0.1
    yield cut([one.history for one in m3("OTHER")], 6, AHEAD, 14), 0.03
    yield [one for back in (6, 9, 12, 15) for one in cut(provinces(), back, AHEAD, 14)], 0.03
    yield cut(tourism(), 4, 4, 8), 0.04


def by_length(histories: list[Floats], forecast: Callable[[Floats], dict[str, Floats]]) -> dict[str, Floats]:
    """Run array functions over ragged series, those of one length together."""
    lengths = np.array([len(one) for one in histories])
    found: dict[str, Floats] = {}
    for length in np.unique(lengths):
        rows = np.flatnonzero(lengths == length)
        for name, told in forecast(np.array([histories[row] for row in rows])).items():
            found.setdefault(name, np.empty((len(histories), told.shape[1])))[rows] = told
    return found


def trials() -> list[Trial]:
    """Return every set of contests with every forecast of it."""
    found = []
    for one, weight in contests():
        histories, came = [c.history for c in one], np.array([c.future for c in one])
        ahead = came.shape[1]
        told = by_length(histories, lambda series, ahead=ahead: forecasts(series, ahead))  # type: ignore[misc]
        shipped = by_length(histories, lambda series, ahead=ahead: {"": ensemble(series, ahead, True).point})  # type: ignore[misc]
        found.append(Trial(histories, came, weight, told, shipped[""]))
    return found


def against_shipped(points: list[Floats], found: list[Trial]) -> float:
    """Return the criterion: below 1 is better than what is shipped."""
    total = 0.0
    for told, trial in zip(points, found, strict=True):
        ours, theirs = (
            (smape(one, trial.came), mase(one, trial.came, trial.histories)) for one in (told, trial.shipped)
        )
        total += trial.weight * (ours[0] / theirs[0] + ours[1] / theirs[1]) / 2
    return total


def committee(trial: Trial, members: tuple[str, ...], scales: tuple[str, ...], how: Callable[..., Floats]) -> Floats:
    """Return the mean or the median of these members on these scales."""
    return np.asarray(how([trial.told[f"{name} {scale}"] for name in members for scale in scales], axis=0))


def yardsticks() -> Iterator[tuple[str, float, float]]:
    """Yield the scores of published forecasts on the test parts, which must come out as published."""
    test = m3()
    histories, came = [one.history for one in test], np.array([one.future[:AHEAD] for one in test])
    told = by_length(histories, lambda series: forecasts(series, AHEAD))
    naive = np.repeat(np.array([one[-1] for one in histories])[:, None], AHEAD, axis=1)
    for name, points in (
        ("naive", naive), ("drift", told["drift as they are"]), ("theta", told["theta as they are"]),
    ):  # fmt: skip
        yield name, smape(points, came), mase(points, came, histories)


def main() -> None:
    """Print the yardsticks, and the best committees."""
    for name, error, scaled in yardsticks():
        print(f"{name}: {error:.2f} {scaled:.3f}, published {PUBLISHED[name]}")
    found = trials()
    rows = []
    for scales, how in itertools.product(SCALES, (np.mean, np.median)):
        for count in range(3, len(MEMBERS) + 1):
            for members in itertools.combinations(MEMBERS, count):
                points = [committee(trial, members, scales, how) for trial in found]
                rows.append((against_shipped(points, found), how.__name__, members, scales))
    for value, name, members, scales in sorted(rows)[:12]:
        print(f"{value:.4f} {name} of {', '.join(members)}; {', '.join(scales)}")


if __name__ == "__main__":
    main()
