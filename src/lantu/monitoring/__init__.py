"""A plan and its observations into where each goal stands, and how likely it is to be met."""

from __future__ import annotations

from lantu.monitoring.monitor import monitor
from lantu.monitoring.standing import Component, Monitoring, Rule, Standing, counts
from lantu.monitoring.urgency import urgent

__all__ = ["Component", "Monitoring", "Rule", "Standing", "counts", "monitor", "urgent"]
