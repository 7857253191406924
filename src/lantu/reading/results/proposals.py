"""Results of a report into proposals for the targets of a plan.

Method: every result meets every target that shares part of its name; of the targets a result fits directly, those with
the likest name keep it; a result that fits no target directly may stand beside one of exactly its name. Results for the
same target, kind and period make one proposal: the surest first, the others as its alternatives. A result that fits
targets of two different names equally well is proposed for both, and each says so.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2s

from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.proposal import Fit, Proposal, TargetKind
from lantu.plan.reading import Reading
from lantu.plan.result import FigureKind
from lantu.reading.results.conversion import number
from lantu.reading.results.match import Match, match
from lantu.reading.results.origin import stranger
from lantu.reading.results.reported import Reported, reported
from lantu.reading.results.target import ResultTarget, area_of, targets_of

# Below this the words agree too little to trouble a person with.
_ENOUGH = 0.35
_SAME_NAME = 0.02


def propose(report: Reading, package: Package) -> tuple[Proposal, ...]:
    """Propose the results of a report for the targets of a package, in the order of the plan; direct ones first.

    Nothing is entered. Never raises for what the report holds; a report without results gives none, and so does the
    report of another area (`stranger` says which). The work grows with results x targets of like names only.
    """
    plan = package.reading.plan
    if stranger(report, plan) is not None:
        return ()
    meeting = _Meeting(targets_of(plan))
    matches: list[Match] = []
    for result in reported(report, area_of(plan)):
        matches += meeting.of(result)
    groups: dict[tuple[str, Fit, str, FigureKind], list[Match]] = defaultdict(list)
    for found in matches:
        groups[found.target.id, found.fit, str(found.result.period), found.result.kind.kind].append(found)
    region = plan.region.code or _region_of(package) or plan.region.name
    document = report.document.name if report.document else ""
    title = report.plan.title
    rivals = _rivals(matches)
    made = [
        _group(
            [
                _proposal(found, region, document, title, rivals.get((found.result.id, found.fit), ()))
                for found in sorted(group, key=_surest_first)
            ]
        )
        for group in groups.values()
    ]
    order = {target.id: place for place, target in enumerate(meeting.targets)}
    return tuple(sorted((p for p in made if p.certainty >= _ENOUGH),
                        key=lambda p: (p.fit is Fit.BESIDE, order[p.target], p.observation.period)))  # fmt: skip


def _surest_first(found: Match) -> tuple[float, float]:
    """The surest first; of equally sure ones the one whose size is nearest the target's."""
    wanted, given = found.target.value, found.converted.value
    if not wanted or not given or wanted * given < 0:
        return -found.certainty, math.inf
    return -found.certainty, abs(math.log(given / wanted))


class _Meeting:
    """Targets filed by the pairs of signs in their names, so that a result meets only those it shares one with."""

    def __init__(self, targets: Iterable[ResultTarget]) -> None:
        self.targets = tuple(targets)
        self._by_pair: dict[str, list[int]] = defaultdict(list)
        for place, target in enumerate(self.targets):
            for pair in target.name.pairs:
                self._by_pair[pair].append(place)

    def of(self, result: Reported) -> Iterator[Match]:
        """Yield the matches of a result: all direct ones of the likest name, else those beside."""
        places = sorted({place for pair in result.name.pairs for place in self._by_pair.get(pair, ())})
        found = [fitting for place in places if (fitting := match(self.targets[place], result))]
        direct = [one for one in found if one.fit is Fit.DIRECT]
        if not direct:
            yield from found
            return
        best = max(one.names for one in direct)
        kept = [one for one in direct if one.names >= best - _SAME_NAME]
        indicators = {one.target.name for one in kept if one.target.item is TargetKind.INDICATOR}
        # A figure is entered once: where an indicator takes it, the text's wording of the same target does not.
        yield from (one for one in kept if one.target.item is TargetKind.INDICATOR or one.target.name not in indicators)


def _rivals(matches: Sequence[Match]) -> dict[tuple[str, Fit], tuple[str, ...]]:
    """Targets of different names that one result fits, by the result; the same name twice is no rivalry."""
    by_result: dict[tuple[str, Fit], list[ResultTarget]] = defaultdict(list)
    for found in matches:
        by_result[found.result.id, found.fit].append(found.target)
    return {
        key: tuple(target.id for target in targets)
        for key, targets in by_result.items()
        if len({target.name for target in targets}) > 1
    }


def _region_of(package: Package) -> str:
    codes = {observation.region for observation in package.observations}
    return codes.pop() if len(codes) == 1 else ""


def _proposal(found: Match, region: str, document: str, title: str, rivals: tuple[str, ...]) -> Proposal:
    target, result = found.target, found.result
    others = tuple(rival for rival in rivals if rival != target.id)
    certainty, why = found.certainty, list(found.why)
    if others:
        certainty *= 0.5
        why.append(
            Message(
                f"还可能属于另外 {len(others)} 个目标，请选定",
                f"fits {len(others)} other target(s) as well: please choose",
            )
        )
    place = Message(f"第 {result.citation.block} 段", f"block {result.citation.block}")
    source = (
        f"{title or document}（{document}）{place.zh}：“{result.sentence}”"
        if title
        else f"{document} {place.zh}：“{result.sentence}”"
    )
    note = found.converted.working and f"换算：{found.converted.working}"
    status = ", ".join(part for part in (result.status, "annual average" if result.averaged else "") if part)
    unit = target.unit if found.fit is Fit.DIRECT and target.unit else result.unit
    return Proposal(
        id=_identity(target.id, result),
        target=target.id,
        target_name=target.printed_name,
        target_kind=target.item,
        asked=target.asked,
        kind=result.kind.kind,
        fit=found.fit,
        observation=Observation(target.id, region, result.period, found.converted.value, status, "no", source,
                                note),
        unit=unit,
        document=document,
        citation=result.citation,
        sentence=result.sentence,
        certainty=round(certainty, 3),
        why=Message("；".join(words.zh for words in why), "; ".join(words.en for words in why)),
        working=found.converted.working,
        rivals=others,
    )  # fmt: skip


def _identity(target: str, result: Reported) -> str:
    key = f"{target}\x1f{result.period}\x1f{number(result.value)}\x1f{''.join(result.citation.quote.split())}"
    return f"proposal-{blake2s(key.encode(), digest_size=5).hexdigest()}"


def _group(proposals: Sequence[Proposal]) -> Proposal:
    first, *others = proposals
    if not others:
        return first
    conflicting = any(other.observation.value != first.observation.value for other in others)
    if not conflicting:
        return replace(first, alternatives=tuple(others))
    told = Message("；报告另有一处写法不同，请比较", "; the report gives another value elsewhere: please compare")
    why = Message(first.why.zh + told.zh, first.why.en + told.en)
    return replace(
        first, alternatives=tuple(others), conflicting=True, why=why, certainty=round(first.certainty * 0.7, 3)
    )
