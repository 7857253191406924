"""How long a password must be, told in both languages; Django has no Chinese for it."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator

from lantu.plan.message import Message
from lantu.web.look.language import page_language


class LongEnough(MinimumLengthValidator):
    """Refuses passwords shorter than `min_length` characters."""

    def get_error_message(self) -> str:
        """Return what to mend, in the page's language."""
        least = self.min_length
        said = Message(
            f"密码太短，至少要 {least} 个字符。", f"The password is too short: use at least {least} characters."
        )
        return said.into(page_language())
