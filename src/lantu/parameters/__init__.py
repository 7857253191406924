"""Numbers of policy: dated, sourced YAML, never constants in code."""

from __future__ import annotations

from lantu.parameters.parameter import Parameter, load

__all__ = ["Parameter", "load"]
