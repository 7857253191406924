"""Five-year plans made of real series: targets set at the base, met or not, foretold with 0 to 4 years known.

The rival is a log random walk with drift: mean and standard deviation of the yearly log changes seen so far, normal,
the variance growing with the years ahead, and with the drift's own uncertainty (without it the rival does worse).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from lantu.monitoring.kernels.distribution import Kind, Settings, distribution, gather, scaled
from lantu.monitoring.kernels.forecast import chance_of
from tools.outlook.series import Floats, windows

YEARS = 5
# History before the plan, the base year included.
BEFORE = (3, 5, 8, 12)
# Targets: the growth of the years before, times these; and these yearly rates, of which 7.2 % doubles in ten years.
FACTORS = (0.0, 0.5, 0.8, 1.0, 1.2, 1.6)
RATES = (0.02, 0.05, 0.07, 0.072, 0.10)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """One row a plan, target and number of years known: what was said of it and whether it was met."""

    known: Floats
    ours: Floats
    rival: Floats
    met: Floats


def foretold(series: list[Floats], settings: Settings, most: int, last_only: bool = False) -> Verdicts:
    """Return the probabilities of ours and the rival's for plans that fit into the series.

    most: at most so many of one series, by lot. last_only: only the plan that ends with the series.
    """
    rows = []
    for before in BEFORE:
        fitting = [one[-(before + YEARS) :] for one in series] if last_only else series
        histories, futures = windows(fitting, before, YEARS, most)
        for known in range(YEARS) if len(histories) else ():
            values = np.hstack((histories, futures[:, :known]))
            ahead, came = YEARS - known, futures[:, -1]
            evidence = gather(values, ahead, Kind.AMOUNT)
            told = distribution(evidence, Kind.AMOUNT, settings)
            changes = np.diff(np.log(values), axis=1)
            drift, error = changes.mean(axis=1), np.maximum(changes.std(axis=1, ddof=1), 1e-3)
            error = error * np.sqrt(ahead + ahead**2 / changes.shape[1])
            for target in targets(histories):
                ours = chance_of(told.middle, told.spread, settings.freedom, scaled(target, Kind.AMOUNT), 1.0)
                rival = ndtr((np.log(values[:, -1]) + drift * ahead - np.log(target)) / error)
                rows.append((np.full(len(came), known), within(ours), np.clip(rival, 0.001, 0.999), came >= target))
    return Verdicts(*(np.concatenate(column).astype(float) for column in zip(*rows, strict=True)))


def within(probability: Floats) -> Floats:
    """Return probabilities as they are printed: never below 1 or above 99 per cent before the end."""
    return np.clip(probability, 0.01, 0.99)


def targets(histories: Floats) -> list[Floats]:
    """Return the targets set at the base of each plan."""
    base, before = histories[:, -1], histories.shape[1]
    growth = np.log(base / histories[:, 0]) / (before - 1)
    return [base * np.exp(YEARS * growth * factor) for factor in FACTORS] + [base * (1 + r) ** YEARS for r in RATES]


def brier(said: Floats, met: Floats) -> float:
    """Return the mean squared error of probabilities."""
    return float(((said - met) ** 2).mean())


def log_loss(said: Floats, met: Floats) -> float:
    """Return the mean negative logarithm of the probability of what happened."""
    return float(-np.log(np.where(met > 0.5, said, 1 - said)).mean())


def deciles(said: Floats, met: Floats) -> list[tuple[float, float, int]]:
    """Return the mean probability, the share met and the count of each tenth of the scale that has any."""
    tenth = np.minimum((said * 10).astype(int), 9)
    return [
        (float(said[tenth == n].mean()), float(met[tenth == n].mean()), int((tenth == n).sum()))
        for n in range(10) if (tenth == n).any()
    ]  # fmt: skip
