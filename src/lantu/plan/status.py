"""What an observation's status says of its use: a documented vocabulary over the publisher's free words."""

from __future__ import annotations

import re

from lantu.plan.observation import Observation

# A value whose definition differs from the plan's is kept and shown, but never judged by.
_NOT_COMPARABLE = re.compile(r"^\s*not comparable|不可比|口径不同|旧口径", re.IGNORECASE)
_OTHER_PLAN = re.compile(r"^\s*(plan table|规划表)", re.IGNORECASE)
_CENSUS = re.compile(r"census|rebased|[一二三四五六七八九十]普|经普|普查", re.IGNORECASE)
_ASSESSED = re.compile(r"assessed|adjusted|扣除|剔除|考核", re.IGNORECASE)
_YEARLY = re.compile(r"\bannual\b(?! average)|当年|年度值", re.IGNORECASE)
_CUMULATIVE = re.compile(r"cumulative|累计", re.IGNORECASE)
_NOT_ASSESSED = re.compile(
    r"\b(?:not(?: yet)?(?: been)?[ -]|non[ -]?|un-?)(?:assessed|adjusted)|"
    r"(?:未|不|没有?|非)(?:经|作|做)?(?:扣除|剔除|考核)",
    re.IGNORECASE,
)
_NOT_FINAL = re.compile(r"\b(?:not(?: yet)?[ -]|non[ -]?)final|(?:未|非|不是?)经?(?:终值|最终)", re.IGNORECASE)
# Read from the top: a value called final stays so, whatever else is said of it (“final(初步汇总)”).
_RANKS = (
    (re.compile(r"\bfinal|终值|最终", re.IGNORECASE), 4),
    (re.compile(r"\brevised|核定|修订", re.IGNORECASE), 3),
    (re.compile(r"\breported", re.IGNORECASE), 2),
    (re.compile(r"\bpreliminary|初步|快报", re.IGNORECASE), 1),
    (re.compile(r"\bestimate|预计", re.IGNORECASE), 0),
)
_UNSAID = 2
_VERIFIED = {"yes": 3, "derived": 2, "no": 0}
_NOBODY_SAYS = 1


def is_comparable(observation: Observation) -> bool:
    """Return whether the value follows the plan's own definition, as far as status and note say."""
    return not (
        _OTHER_PLAN.search(observation.status)
        or _NOT_COMPARABLE.search(observation.status)
        or _NOT_COMPARABLE.search(observation.note)
    )


def moves_base(observation: Observation) -> bool:
    """Return whether the status says that a census or a rebasing made the value."""
    return bool(_CENSUS.search(observation.status))


def is_of_one_year(observation: Observation) -> bool:
    """Return whether the status says that a figure is of one year and no total."""
    return bool(_YEARLY.search(observation.status))


def is_total(observation: Observation) -> bool:
    """Return whether the status says that a figure is the total since the plan began."""
    return bool(_CUMULATIVE.search(observation.status))


def weight(observation: Observation) -> tuple[int, int, int]:
    """Return how much a value counts beside another of the same period; the larger goes first.

    Assessed values (sand days taken out) come before raw ones, because plans are judged by them; final before
    revised, reported, preliminary and estimated ones; of the same status verified before derived before unverified
    ones. What nobody has seen published is final by hearsay only: it counts no more than a value without status.
    """
    status = _NOT_FINAL.sub("preliminary", observation.status)
    rank = next((rank for pattern, rank in _RANKS if pattern.search(status)), _UNSAID)
    verified = _VERIFIED.get(observation.verified.strip().lower(), _NOBODY_SAYS)
    if verified == _VERIFIED["no"]:
        rank = min(rank, _UNSAID)
    return (1 if _ASSESSED.search(_NOT_ASSESSED.sub("", status)) else 0, rank, verified)
