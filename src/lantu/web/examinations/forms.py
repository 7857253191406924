"""The forms in which something is done about a finding."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from lantu.plan.message import Message
from lantu.web.accounts.models import User
from lantu.web.examinations.selectors import people
from lantu.web.look.language import page_language

_MISSING = Message("这一栏要填。", "Please fill this in.")
_NO_DAY = Message("这不是日期。写成 2026-12-31 这样。", "This is no date. Write it like 2026-12-31.")
_PAST = Message("这一天已经过去。请改一个以后的日子。", "That day has passed. Choose a later one.")
_NOBODY = Message(
    "没有这个人，或账号已停用。请重新选。", "There is no such person, or the account is disabled. Choose again."
)
WORDS_AT_MOST = 4000


def _said(message: Message) -> str:
    return message.into(page_language())


class _Form(forms.Form):
    """A form that says in the page's language what is missing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages |= {"required": _said(_MISSING), "invalid": _said(_NO_DAY)}

    def not_past(self, name: str) -> date | None:
        """Return a day that is not over. Raises ValidationError where it is."""
        day = self.cleaned_data[name]
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError(_said(_PAST))
        return day if isinstance(day, date) else None


class SayForm(_Form):
    """Words about a finding; also what was done to mend it, or why it is opened again."""

    words = forms.CharField(max_length=WORDS_AT_MOST)


class AssignForm(_Form):
    """Who is to deal with a finding, and by when; nobody takes the assignment back."""

    to = forms.CharField(required=False)
    due = forms.DateField(required=False, input_formats=["%Y-%m-%d", "%Y年%m月%d日"])
    words = forms.CharField(max_length=WORDS_AT_MOST, required=False)

    def clean_to(self) -> User | None:
        """Find the person."""
        number = self.cleaned_data["to"]
        if not number:
            return None
        found = next((user for user in people() if str(user.pk) == number), None)
        if found is None:
            raise forms.ValidationError(_said(_NOBODY))
        return found

    def clean_due(self) -> date | None:
        """Refuse a day that is over."""
        return self.not_past("due")


class LetStandForm(_Form):
    """Why a finding may stand, who allowed it and until when."""

    reason = forms.CharField(max_length=WORDS_AT_MOST)
    allowed_by = forms.CharField(max_length=300)
    until = forms.DateField(required=False, input_formats=["%Y-%m-%d", "%Y年%m月%d日"])

    def clean_until(self) -> date | None:
        """Refuse a day that is over."""
        return self.not_past("until")
