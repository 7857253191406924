"""The page of measurements keeps what others wrote while one subject was being measured."""

from __future__ import annotations

from pathlib import Path

from tools.bench.__main__ import parts_of, write_part
from tools.bench.measure import peak_megabytes

ORDER = ["Reading", "Checking", "Outlook"]


def test_a_part_written_meanwhile_by_another_stays(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    write_part(page, "Outlook", "old", ORDER)
    write_part(page, "Checking", "mine", ORDER)
    write_part(page, "Outlook", "new", ORDER)
    assert parts_of(page.read_text(encoding="utf-8")) == {"Checking": "mine", "Outlook": "new"}


def test_parts_stand_in_the_order_of_the_subjects_whenever_they_were_written(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    for title in reversed(ORDER):
        write_part(page, title, "measured", ORDER)
    assert list(parts_of(page.read_text(encoding="utf-8"))) == ORDER


def test_the_peak_memory_of_this_process_is_told_in_megabytes() -> None:
    assert 5 < peak_megabytes() < 20_000
