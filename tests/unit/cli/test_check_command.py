"""`lantu check` tells findings as text or JSON, and its exit status keeps the contract."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lantu.cli.check_command import command
from lantu.exchange.package_writer import write_package
from lantu.plan.document import Block, Document
from lantu.plan.fault import Fault
from lantu.plan.indicator import Baseline, Commitment, Direction, Growth, GrowthKind, Indicator, Target
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package with one error (growth) and one warning (unit)."""
    block = Block(1, "地区生产总值 | 309 | 420 | 7.5%")
    indicator = Indicator(
        "i1", "地区生产总值", commitment=Commitment.ANTICIPATORY, direction=Direction.INCREASE,
        baseline=Baseline(Period.year(2020), 309.0, "309"), target=Target(Period.year(2025), 420.0, text="420"),
        growth=Growth(GrowthKind.ANNUAL_RATE, 7.5, text="7.5%"), source=block.cite(),
    )  # fmt: skip
    reading = Reading(
        Plan("示例", period=Period.years(2021, 2025), indicators=(indicator,)), Document("示例.txt", "0", (block,))
    )
    write_package(Package(reading), tmp_path / "plan")
    return tmp_path / "plan"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments], standalone_mode=False)


def test_text_gives_place_words_sum_and_counts(folder: Path) -> None:
    told = run(folder, "--lang", "zh").output
    assert "错误 SUM201" in told
    assert "309 × (1 + 7.5%)^5 = 443.6" in told
    assert "第 1 段  「地区生产总值 | 309 | 420 | 7.5%」" in told
    assert told.rstrip().endswith("共 2 条：错误 1，提醒 1。")


def test_english_is_english(folder: Path) -> None:
    told = run(folder, "--lang", "en").output
    assert "error SUM201" in told
    assert told.rstrip().endswith("2 in all: 1 error, 1 warning.")


def test_json_keeps_the_contract(folder: Path) -> None:
    findings = json.loads(run(folder, "--json", "--lang", "en").output)["findings"]
    assert [finding["code"] for finding in findings] == ["SUM201", "UNI401"]
    assert set(findings[0]) == {"code", "rule", "severity", "message", "how_to_mend", "citations"}
    assert findings[0]["citations"] == [
        {"document": "示例.txt", "block": 1, "start": 0, "end": 25, "quote": "地区生产总值 | 309 | 420 | 7.5%"}
    ]
    assert run(folder, "--format", "json", "--lang", "en").output == run(folder, "--json", "--lang", "en").output


@pytest.mark.parametrize(
    ("arguments", "status"),
    [((), 1), (("--fail-on", "never"), 0), (("--select", "UNI"), 0), (("--select", "UNI", "--fail-on", "warning"), 1),
     (("--ignore", "SUM201"), 0), (("--ignore", "growth-that-misses-target,missing_unit", "--fail-on", "note"), 0)],
)  # fmt: skip
def test_exit_status_follows_fail_on(folder: Path, arguments: tuple[str, ...], status: int) -> None:
    assert (run(folder, *arguments).return_value or 0) == status


def test_explain_prints_the_page_in_one_language() -> None:
    zh, en = run("--explain", "sum201", "--lang", "zh").output, run("--explain", "SUM201", "--lang", "en").output
    assert "怎么改" in zh
    assert "How to mend" not in zh
    assert "How to mend" in en
    assert "怎么改" not in en


def test_no_file_and_an_unknown_rule_are_faults(folder: Path) -> None:
    for arguments in ((), (folder, "--select", "ABC")):
        assert isinstance(run(*arguments).exception, Fault)
