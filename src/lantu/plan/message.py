"""A sentence for people, in both of Lantu's languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said twice: in Chinese and in English.

    Both stand side by side in the code, so that whoever changes one sees the other.
    """

    zh: str
    en: str

    def into(self, language: Language) -> str:
        """Return the sentence in the given language."""
        return self.zh if language == "zh" else self.en
