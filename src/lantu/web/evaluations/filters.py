"""Which indicators of a plan a visitor wants to see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lantu.plan.indicator import Commitment
from lantu.plan.verdict import Verdict
from lantu.web.evaluations.overview import Group, IndicatorLine, Overview


@dataclass(frozen=True, slots=True)
class Filter:
    """What was asked for ("" for all), what can be asked for, and the groups that answer it.

    verdicts: those that occur, each with whether it occurs as the last word, before it, or both.
    """

    verdict: str
    group: str
    commitment: str
    data: str
    verdicts: tuple[tuple[Verdict, tuple[bool, ...]], ...]
    group_names: tuple[str, ...]
    groups: tuple[Group, ...]

    @property
    def found(self) -> int:
        """How many indicators answer."""
        return sum(len(group.lines) for group in self.groups)

    @property
    def is_used(self) -> bool:
        """Whether anything was asked for."""
        return any((self.verdict, self.group, self.commitment, self.data))


def filter_from(asked: Mapping[str, object], page: Overview) -> Filter:
    """Return the filter an address asks for; values that do not exist ask for nothing."""
    verdicts = tuple((v, tuple(settled for w, settled, _ in page.tally if w is v)) for v in Verdict)
    verdicts = tuple((v, ends) for v, ends in verdicts if ends)
    names = tuple(group.name for group in page.groups if group.name)
    verdict = _one_of(asked.get("verdict"), [v.value for v, _ in verdicts])
    group = _one_of(asked.get("group"), names)
    commitment = _one_of(asked.get("commitment"), [c.value for c in Commitment])
    data = _one_of(asked.get("data"), ["unverified", "none"])

    def wanted(line: IndicatorLine) -> bool:
        return (
            (not verdict or line.verdict.value == verdict)
            and (not group or line.indicator.group == group)
            and (not commitment or line.indicator.commitment == commitment)
            and (data != "unverified" or line.unverified)
            and (data != "none" or not line.has_data)
        )

    kept = (replace(g, lines=tuple(line for line in g.lines if wanted(line))) for g in page.groups)
    return Filter(verdict, group, commitment, data, verdicts, names, tuple(g for g in kept if g.lines))


def _one_of(asked: object, known: Sequence[str]) -> str:
    return str(asked) if asked in known else ""
