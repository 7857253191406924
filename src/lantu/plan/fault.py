"""What went wrong with something a person gave us, said so that they can mend it."""

from __future__ import annotations

from lantu.plan.message import Language, Message


class Fault(Exception):
    """Unusable input: one clear line that says what, where and how to mend.

    The only exception that the rooms raise on purpose about a user's file or argument; the command
    line turns it into exit status 2, a page into a notice. Its message stands in both languages.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.message = Message(zh, en)

    def into(self, language: Language) -> str:
        """Return the line in the given language."""
        return self.message.into(language)
