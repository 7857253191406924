"""Runs tests/cases/tasks.yaml: fragments that order work, and the tasks in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from lantu.plan.document import Block, Document
from lantu.reading import read

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[2] / "cases" / "tasks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_tasks_of_a_fragment(case: dict[str, Any]) -> None:
    lines = case["text"].splitlines()
    reading = read(Document("x.txt", "0", tuple(Block(number, line) for number, line in enumerate(lines, 1))))
    found = [[t.title, list(t.lead), list(t.supporting), t.deadline or "-"] for t in reading.plan.tasks]
    assert found == case["tasks"]
    doubted = [doubt for doubt in reading.doubts if doubt.about.startswith("task-")]
    assert len(doubted) == case.get("doubts", 0)


def test_a_month_without_a_year_belongs_to_the_year_of_a_yearly_plan() -> None:
    lines = [
        "2027年清河县政府工作报告重点任务分工方案",
        "一、稳增长",
        "1.开工重点项目。（牵头单位：县发展改革局；完成时限：9月底前）",
    ]
    reading = read(Document("x.txt", "0", tuple(Block(number, line) for number, line in enumerate(lines, 1))))
    assert [task.deadline for task in reading.plan.tasks] == ["2027-09"]


def test_every_task_stands_under_its_heading_and_quotes_its_words() -> None:
    lines = ["一、稳增长", "（一）扩大投资", "1.开工重点项目。（牵头单位：县发展改革局）"]
    document = Document("x.txt", "0", tuple(Block(number, line) for number, line in enumerate(lines, 1)))
    reading = read(document)
    (task,) = reading.plan.tasks
    assert task.section in {section.id for section in reading.plan.sections}
    assert task.source.block == 3
    assert task.source.quote in lines[2]
