"""The outlook of 10,000 yearly series against statsforecast's AutoETS and AutoTheta: time and score, and growth tenfold."""

from __future__ import annotations

import time
from datetime import date

import numpy as np

from lantu.monitoring.chances import chances, settings_from
from lantu.parameters import load
from tools.bench.measure import Measure, run_here, table
from tools.outlook.contest import AHEAD, mase, padded, scores, smape
from tools.outlook.series import TRUTH, Contest, Floats, m3

TITLE = "The outlook of many series"
ORDER = 6
NEEDS = ("statsforecast",)
SIZES = (1_000, 10_000, 100_000)
COMPARED = 10_000


def lines() -> list[str]:
    """Measure chances of many series, the peer's forecasts of as many, and the scores of both on M3."""
    if not (TRUTH / "m3").is_dir():
        return ["Not measured: ../shared/truth/m3 is not beside the checkout."]
    contests = m3()
    histories = [contest.history for contest in contests]
    rows = [_ours(histories, size) for size in SIZES]
    peers = {name: _peer(name, contests) for name in ("AutoETS", "AutoTheta")}
    together = sum(seconds for _, seconds in peers.values())
    ours = sorted(rows[1].seconds)[len(rows[1].seconds) // 2]
    found = scores(contests, settings_from(load("outlook", date(2026, 1, 1))))
    return [
        f"The 645 yearly series of M3 (14 to 41 values), repeated; six years ahead, one core. {COMPARED:,} series take "
        f"AutoETS and AutoTheta {together:.1f} s together, the outlook {ours:.2f} s: **{together / ours:.0f} times faster** "
        "(aim: 5 times).",
        "",
        *table([*rows, *(Measure(f"statsforecast {n}, {COMPARED:,} series", (s,)) for n, (_, s) in peers.items())]),
        "",
        "| M3 yearly, test parts | sMAPE | MASE | held by the 80 % interval |",
        "|---|---|---|---|",
        f"| Lantu | {found['smape']:.2f} | {found['mase']:.3f} | {100 * float(str(found['held'])):.0f} % |",
        *(
            f"| {name} | {score[0]:.2f} | {score[1]:.3f} | {100 * score[2]:.0f} % |"
            for name, (score, _) in peers.items()
        ),
    ]


def _ours(histories: list[Floats], size: int) -> Measure:
    values = padded(histories)
    many = np.tile(values, (size // len(values) + 1, 1))[:size]
    targets = 1.2 * many[:, -1]
    return run_here(f"chances of {size:,} series, {AHEAD} years ahead", lambda: chances(many, AHEAD, targets), runs=5)


def _peer(name: str, contests: list[Contest]) -> tuple[tuple[float, float, float], float]:
    """The scores of a model on M3, and the seconds that COMPARED series took it."""
    import statsforecast.models

    def forecast(history: Floats) -> dict[str, Floats]:
        model = getattr(statsforecast.models, name)(season_length=1)
        told: dict[str, Floats] = model.forecast(y=history, h=AHEAD, level=[80])
        return told

    histories = [contest.history for contest in contests]
    forecast(histories[0])
    started = time.perf_counter()
    told = [forecast(histories[n % len(histories)]) for n in range(COMPARED)][: len(histories)]
    seconds = time.perf_counter() - started
    came = np.array([contest.future[:AHEAD] for contest in contests])
    points, lows, highs = (np.array([one[key] for one in told]) for key in ("mean", "lo-80", "hi-80"))
    held = float(((lows <= came) & (came <= highs)).mean())
    return (smape(points, came), mase(points, came, histories), held), seconds
