"""A plan, and the plans above and beside it, into findings: what disagrees, what is missing, how to mend it."""

from __future__ import annotations

from lantu.checking.checker import all_rules, check, explained, find_rule
from lantu.checking.finding import Finding, Severity
from lantu.checking.rule import Rule

__all__ = ["Finding", "Rule", "Severity", "all_rules", "check", "explained", "find_rule"]
