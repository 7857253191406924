"""Numbers and words of policy: dated, sourced YAML, never constants in code."""

from __future__ import annotations

from lantu.parameters.light_scheme import LightScheme, light_scheme, light_schemes
from lantu.parameters.parameter import Parameter, load
from lantu.parameters.word_list import Word, names, words

__all__ = ["LightScheme", "Parameter", "Word", "light_scheme", "light_schemes", "load", "names", "words"]
