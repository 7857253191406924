"""Score the outlook and write docs/outlook.md, its numbers (docs/outlook.json) and its picture.

python -m tools.outlook           # score on ../shared/truth, then write the page
python -m tools.outlook --page    # write the page from the numbers that stand in docs/outlook.json
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from lantu.monitoring.chances import settings_from
from lantu.monitoring.kernels.distribution import Kind, Settings, distribution, gather
from lantu.monitoring.kernels.forecast import reach
from lantu.parameters import load
from tools.outlook.contest import SHARE, held_out, scores
from tools.outlook.page import calibration_plot, page
from tools.outlook.plans import YEARS, Verdicts, brier, deciles, foretold, log_loss
from tools.outlook.series import m3, training, windows

NUMBERS = Path("docs/outlook.json")
PAGE = Path("docs/outlook.md")
PLOT = Path("docs/images/outlook-calibration.svg")
AS_OF = date(2026, 1, 1)
MOST_PLANS = 2


def numbers() -> dict[str, Any]:
    """Return every score that the page tells."""
    settings = settings_from(load("outlook", AS_OF))
    contests = m3()
    unseen = [np.concatenate((contest.history, contest.future[:YEARS])) for contest in contests]
    plans = {"M3 yearly, test parts": foretold(unseen, settings, 1, last_only=True)}
    plans |= {name: foretold(series, settings, MOST_PLANS) for name, (series, _) in training().items()}
    return {
        "m3": {"test": scores(contests, settings), "training": scores(held_out(contests, 6), settings)},
        "signed": signed(settings_from(load("outlook", AS_OF), quiet=True)),
        "plans": {name: told(verdicts) for name, verdicts in plans.items()},
    }


def signed(settings: Settings) -> dict[str, float]:
    """Return the share that intervals of numbers of either sign hold: yearly changes of amounts that rose and fell."""
    inside = weights = 0.0
    for series, weight in training().values():
        for years in (3, 4, 5, 6, 8, 10, 14):
            before, after = windows(
                [np.diff(one) for one in series if len(one) > years + YEARS], years, YEARS, MOST_PLANS
            )
            either = (before.min(axis=1, initial=0) < 0) & (before.max(axis=1, initial=0) > 0)
            for ahead in range(1, YEARS + 1) if either.any() else ():
                evidence = gather(before[either], ahead, Kind.NUMBER)
                told = distribution(evidence, Kind.NUMBER, settings)
                off = np.abs(after[either, ahead - 1] / evidence.size - told.middle)
                inside += weight * float((off <= reach(told.spread, settings.freedom, SHARE)).sum())
                weights += weight * float(either.sum())
    return {"held": inside / weights}


def told(verdicts: Verdicts) -> dict[str, Any]:
    """Return the scores of one set of plans, in all and by years known."""
    by_year = []
    for known in range(YEARS):
        one = verdicts.known == known
        by_year.append([brier(verdicts.ours[one], verdicts.met[one]), brier(verdicts.rival[one], verdicts.met[one])])
    return {
        "cases": len(verdicts.met),
        "met": float(verdicts.met.mean()),
        "brier": [brier(verdicts.ours, verdicts.met), brier(verdicts.rival, verdicts.met)],
        "log_loss": [log_loss(verdicts.ours, verdicts.met), log_loss(verdicts.rival, verdicts.met)],
        "brier_by_years_known": by_year,
        "deciles": deciles(verdicts.ours, verdicts.met),
        "rival_deciles": deciles(verdicts.rival, verdicts.met),
    }


def main() -> None:
    """Score and write, or write from the numbers that stand."""
    if "--page" not in sys.argv:
        found = json.dumps(numbers(), indent=1, ensure_ascii=False)
        NUMBERS.write_text(found + "\n", encoding="utf-8")
    stand = json.loads(NUMBERS.read_text(encoding="utf-8"))
    PLOT.write_text(calibration_plot(stand), encoding="utf-8")
    PAGE.write_text(page(stand), encoding="utf-8")
    print(PAGE, PLOT)


if __name__ == "__main__":
    main()
