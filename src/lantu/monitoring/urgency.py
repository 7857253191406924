"""What needs attention first: binding before anticipatory, the larger gap before the smaller."""

from __future__ import annotations

from lantu.monitoring.standing import Monitoring, Standing
from lantu.plan.indicator import Commitment
from lantu.plan.plan import Plan
from lantu.plan.verdict import Verdict

# On track, but as likely as not to miss: worth a look before it lags.
_EVEN_ODDS = 0.5


def urgent(monitoring: Monitoring, plan: Plan) -> list[Standing]:
    """Return the standings that need attention, the most urgent first.

    Lagging ones, then those on track whose target is more likely missed than met. Within each: binding first, then
    the lower probability, then the larger shortfall.
    """
    binding = {i.id for i in plan.indicators if i.commitment is Commitment.BINDING}
    pressing = [s for s in monitoring.standings if s.verdict is Verdict.LAGGING or _is_doubtful(s)]
    return sorted(
        pressing,
        key=lambda s: (
            s.verdict is not Verdict.LAGGING,
            s.indicator_id not in binding,
            s.outlook.probability if s.outlook else 1.0,
            s.progress if s.progress is not None else 1.0,
        ),
    )


def _is_doubtful(standing: Standing) -> bool:
    return (
        standing.verdict in (Verdict.ON_TRACK, Verdict.AHEAD)
        and standing.outlook is not None
        and standing.outlook.probability < _EVEN_ODDS
    )
