"""The forms of an indicator's page at the desk: a value, a verdict in one's own name, the source to use."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from lantu.exchange.proposal_table import differing, differing_note
from lantu.monitoring.validation import Doubt, doubts_about
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.verdict import Judgement, Verdict
from lantu.web.evaluations.conflicts import Conflict
from lantu.web.look.figures import figure, period_words
from lantu.web.look.language import page_language
from lantu.web.look.web_address import is_web_address
from lantu.web.workbench.written_period import read_period

STATUSES: dict[str, Message] = {
    "final": Message("终值", "final"),
    "preliminary": Message("初步数", "preliminary"),
    "revised": Message("修订数", "revised"),
    "estimate": Message("预计数", "estimate"),
}
RELATIONS: dict[str, Message] = {
    "revision": Message(
        "修订：取代同期已有的数，旧数留作记录",
        "A revision: it replaces values of the same period, which are kept on record",
    ),
    "beside": Message("并列：另一种口径，两个数都算数", "Beside them: another definition; both count"),
}
_FAR = 5


def _said(message: Message) -> str:
    return message.into(page_language())


class ObservationForm(forms.Form):
    """One value for one period of one indicator, with where it was seen."""

    period = forms.CharField(max_length=20)
    value = forms.CharField(max_length=40)
    status = forms.ChoiceField(choices=[(key, key) for key in STATUSES])
    relation = forms.ChoiceField(choices=[(key, key) for key in RELATIONS], required=False)
    source = forms.CharField(max_length=1000)
    verified = forms.BooleanField(required=False)
    note = forms.CharField(max_length=2000, required=False)
    sure = forms.CharField(max_length=80, required=False)

    def __init__(self, *args: Any, indicator: Indicator, region: str, package: Package, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicator, self.region, self.package = indicator, region, package
        self.known = tuple(o for o in package.observations if o.indicator == indicator.id)
        self.is_far = False
        self.doubts: tuple[Message, ...] = ()
        missing = Message("这一栏要填。", "Please fill this in.")
        for name in ("period", "value", "status", "source"):
            self.fields[name].error_messages["required"] = _said(missing)

    def clean_period(self) -> Period:
        """Read the period in its written form."""
        try:
            period = read_period(self.cleaned_data["period"])
        except ValueError:
            said = Message(
                "写成2025年、2021—2025年、2025年上半年、2025年三季度、2025年6月这样，或 2025、2025H1、2025-06。",
                "Write it like 2025, 2021-2025, 2024H1, 2024Q3, 2024-05 or 2024-11-01; 2025年 is understood too.",
            )
            raise forms.ValidationError(_said(said)) from None
        if period.end > timezone.localdate():
            when = period_words(period)
            said = Message(
                f"{when.zh}还没有过完，不能填它的数。请检查时期。",
                f"{when.en} is not over yet, so it has no value. Check the period.",
            )
            raise forms.ValidationError(_said(said))
        return period

    def clean_value(self) -> float:
        """Read the number; full-width digits, blanks between groups and a minus sign are understood."""
        text = self.cleaned_data["value"].translate(_PLAIN_DIGITS).replace(" ", "").replace("\u00a0", "")
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            said = Message(
                "这不是一个数。只写数字，不写单位。", "This is not a number. Write digits only, without the unit."
            )
            raise forms.ValidationError(_said(said))
        return value

    def clean_source(self) -> str:
        """Refuse an address that no browser can open; other words stand as they are."""
        source = str(self.cleaned_data["source"])
        if source.lower().startswith(("http:", "https:")) and " " not in source and not is_web_address(source):
            said = Message(
                "这个网址打不开。请从浏览器的地址栏整行复制，或改写公报名称。",
                "This address cannot be opened. Copy all of it from the browser, or write the bulletin’s name.",
            )
            raise forms.ValidationError(_said(said))
        return source

    def clean(self) -> dict[str, Any]:
        """Hold the value against what is known; a doubt is told once, and never forbids."""
        data = super().clean() or self.cleaned_data
        if not self.errors:
            self.doubts = (*self._differing(), *self._far(data["period"], data["value"]), *self._doubts())
        return data

    @property
    def is_sure(self) -> bool:
        """Whether there is no doubt, or this very value was sent again in spite of the doubts shown."""
        return not self.doubts or self.cleaned_data.get("sure") == self.seen

    @property
    def seen(self) -> str:
        """The value that the doubts are about: whoever changes it is asked anew."""
        return f"{self.cleaned_data['period']}={self.cleaned_data['value']}"

    def _doubts(self) -> tuple[Message, ...]:
        found = doubts_about(self.package, self.observation(), timezone.localdate())
        slipped = {Doubt.DIGIT_SLIP, Doubt.UNIT_SLIP, Doubt.JUMP}
        # The plainest words go first: a value far from the last one need not be told three ways.
        return tuple(one.message for one in found if not (self.is_far and one.doubt in slipped))

    def _differing(self) -> tuple[Message, ...]:
        """Another value of the same period that stays and counts beside this one; a revision replaces it openly."""
        if self.is_revision:
            return ()
        said = differing_note(differing(self.observation(), self.package))
        return (said,) if said.zh else ()

    def _far(self, period: Period, value: float) -> tuple[Message, ...]:
        """A value far from the last one of its kind."""
        last = self._last_before(period)
        if last is None or not last.value or not value or 1 / _FAR < value / last.value < _FAR:
            return ()
        self.is_far = True
        then, was, now = period_words(last.period), figure(last.value), figure(value)
        return (
            Message(
                f"{then.zh}是{was}，这次填的是{now}。是不是多打或少打了一位，或者差了单位？",
                f"It was {was} in {then.en}; now {now} is entered. A digit too many or too few, or another unit?",
            ),
        )

    def _last_before(self, period: Period | None) -> Observation | None:
        if not isinstance(period, Period):
            return None
        alike = [
            o
            for o in self.known
            if (o.region or self.region) == self.region
            and o.period.kind is period.kind
            and o.value is not None
            and o.period < period
        ]
        return max(alike, key=lambda o: o.period, default=None)

    def observation(self) -> Observation:
        """Return the value as the plan keeps it."""
        data = self.cleaned_data
        return Observation(
            indicator=self.indicator.id,
            region=self.region,
            period=data["period"],
            value=data["value"],
            status=data["status"],
            verified="yes" if data["verified"] else "no",
            source=data["source"],
            note=data["note"],
        )

    @property
    def is_revision(self) -> bool:
        """Whether the value takes the place of those of its period."""
        return self.cleaned_data.get("relation") != "beside"


class JudgementForm(forms.Form):
    """A verdict in one's own name, with the reason."""

    verdict = forms.ChoiceField(choices=[(one.value, one.value) for one in Verdict])
    on = forms.DateField()
    wording = forms.CharField(max_length=2000)

    def __init__(self, *args: Any, indicator: Indicator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicator = indicator
        missing = Message("这一栏要填。", "Please fill this in.")
        for field in self.fields.values():
            field.error_messages["required"] = _said(missing)
        self.fields["on"].error_messages["invalid"] = _said(
            Message("日期写成 2024-12-31 这样。", "Write the day like 2024-12-31.")
        )

    def clean_on(self) -> date:
        """Refuse a day that has not come."""
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_said(Message("这一天还没有到。", "That day has not come yet.")))
        return on

    def judgement(self) -> Judgement:
        """Return the verdict as the plan keeps it."""
        data = self.cleaned_data
        return Judgement(self.indicator.id, data["on"], Verdict(data["verdict"]), data["wording"])


class ChoiceForm(forms.Form):
    """Which source of a period's values is used, with the reason."""

    period = forms.CharField(max_length=20)
    source = forms.CharField(strip=False)
    reason = forms.CharField(max_length=2000)

    def __init__(self, *args: Any, conflicts: tuple[Conflict, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conflicts = {str(one.period): one for one in conflicts}
        self.fields["source"].error_messages["required"] = _said(Message("请选一个来源。", "Choose a source."))
        self.fields["reason"].error_messages["required"] = _said(
            Message("请写明为什么选它。", "Please say why this one.")
        )

    def clean(self) -> dict[str, Any]:
        """Refuse a period without rival values, and a source that gives none of them."""
        data = super().clean() or self.cleaned_data
        conflict = self.conflicts.get(data.get("period", ""))
        if conflict is None or ("source" in data and data["source"] not in conflict.sources):
            said = Message(
                "这一期的数已经变了，请看着现在的几个数再选。", "The values have changed; choose among those shown now."
            )
            self.add_error("source", _said(said))
        return data


_PLAIN_DIGITS = str.maketrans("０１２３４５６７８９．－−，,", "0123456789.--  ")
