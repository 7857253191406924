"""The fuzzer tells what it is there to tell."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest
from tools.fuzz import mutations, seeds, trial
from tools.fuzz.__main__ import CASES

from lantu.plan.fault import Fault


def test_work_that_ends_well_and_a_fault_are_fine() -> None:
    def refuse(folder: Path) -> None:
        raise Fault("请换一个文件。", "Choose another file.")

    assert trial.tried(lambda folder: None) == ""
    assert trial.tried(refuse) == ""


def test_a_crash_is_told_with_its_place() -> None:
    def crash(folder: Path) -> None:
        raise KeyError("甲")

    assert "KeyError: '甲' at" in trial.tried(crash)


def test_a_hang_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "SECONDS", 0.2)
    assert trial.tried(lambda folder: time.sleep(60)) == "took longer than 0.2 seconds"


def test_a_file_opened_elsewhere_is_told() -> None:
    assert trial.tried(lambda folder: print(Path("/etc/hostname").read_bytes())) == "went elsewhere: /etc/hostname"


def test_a_fault_of_several_lines_is_told() -> None:
    def refuse(folder: Path) -> None:
        raise Fault("一\n二", "one\ntwo")

    assert "several lines" in trial.tried(refuse)


@pytest.mark.parametrize("name", list(CASES))
def test_a_case_of_every_format_ends_well_and_is_the_same_each_time(name: str) -> None:
    assert CASES[name](Random(f"{name}:1")) == ""


def test_a_mutation_is_made_from_its_seed_alone() -> None:
    whole, other = seeds.texts()[:2]
    assert mutations.of_text(whole, other, Random(5)) == mutations.of_text(whole, other, Random(5)) != whole
