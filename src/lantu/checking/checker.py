"""Put every rule to a plan. A rule is found by being in `rules/`; there is no list to keep."""

from __future__ import annotations

import gc
import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import SequenceMatcher
from functools import cache

from lantu.checking import rules
from lantu.checking.about_waivers import ABOUT_WAIVERS
from lantu.checking.finding import Finding
from lantu.checking.review import Review
from lantu.checking.rule import Rule
from lantu.plan.fault import Fault
from lantu.plan.reading import Reading

_NEAR, _MOST = 0.6, 5


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by code."""
    found: list[Rule] = []
    for module in pkgutil.iter_modules(rules.__path__):
        member = getattr(importlib.import_module(f"{rules.__name__}.{module.name}"), module.name, None)
        if not isinstance(member, Rule):
            raise TypeError(f"rules/{module.name}.py holds no rule of that name")
        found.append(member)
    return tuple(sorted(found, key=lambda rule: rule.code))


def find_rule(label: str) -> Rule:
    """Return the rule with this code or name. Raises Fault when there is none."""
    wanted = label.strip().lower().replace("-", "_")
    for rule in all_rules():
        if wanted in (rule.code.lower(), rule.name):
            return rule
    raise _unknown(label)


def explained(label: str) -> Rule:
    """Return the rule with this code or name, or what is said of waivers. Raises Fault that names what is near."""
    wanted = label.strip().lower().replace("-", "_")
    known = (*all_rules(), *ABOUT_WAIVERS)
    for rule in known:
        if wanted in (rule.code.lower(), rule.name):
            return rule
    near = [f"{rule.code} {rule.name}" for rule in _near(wanted, known)]
    if not near:
        raise _unknown(label)
    raise Fault(
        f"没有名为“{label}”的检查规则。相近的有：{'、'.join(near)}。",
        f"There is no rule “{label}”. Near it: {', '.join(near)}.",
    )


def _near(wanted: str, known: Sequence[Rule]) -> list[Rule]:
    """The rules whose code, name or title is near a word, the nearest first; at most five."""
    scored = []
    for rule in known:
        names = (rule.code.lower(), rule.name, rule.title.zh, rule.title.en.replace(" ", "_"))
        within = bool(wanted) and any(wanted in name for name in names)
        scored.append((1.0 if within else max(SequenceMatcher(None, wanted, n).ratio() for n in names), rule))
    scored.sort(key=lambda pair: (-pair[0], pair[1].code))
    return [rule for likeness, rule in scored if likeness >= _NEAR][:_MOST]


def check(readings: Sequence[Reading], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Check a plan against itself, and against the plans above or beside it.

    readings: the plan to check first, then any others; at least one.
    select, ignore: rules by code (SUM201), by the beginning of a code (SUM) or by name; all where nothing is selected.
    Findings come the gravest first, then in reading order; the same plan gives the same findings.

    Raises Fault when a selection names no rule.
    """
    review = Review(readings[0], tuple(readings[1:]))
    asked = [rule for rule in all_rules() if rule.is_among(select, True) and not rule.is_among(ignore, False)]
    for label in (*select, *ignore):
        if not any(rule.is_among((label,), False) for rule in all_rules()):
            raise _unknown(label)
    with _uncollected():
        return tuple(sorted((finding for rule in asked for finding in rule.find(review)), key=lambda f: f.order))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let the collector of cycles rest: a review makes none, and walking its figures over and over doubles the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _unknown(label: str) -> Fault:
    subjects = "、".join(sorted({rule.code[:3] for rule in all_rules()}))
    return Fault(
        f"没有名为“{label}”的检查规则。可以写规则代码（SUM201）、代码开头（{subjects}）或规则名；"
        "全部规则见 docs/rules.md。",
        f"There is no rule “{label}”. Give a code (SUM201), the beginning of one ({subjects.replace('、', ', ')}) or a "
        "name; docs/rules.md lists all rules.",
    )
