"""`--explain` tells one item: its sentence, what fired on which words, and why the reader is not surer."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from lantu.cli.explain import explain, explained_text
from lantu.cli.main import lantu
from lantu.plan.document import Block, Document
from lantu.plan.fault import Fault
from lantu.plan.reading import Reading
from lantu.reading import read

LINES = (
    "清河县国民经济和社会发展第十四个五年规划纲要",
    "第一章　主要目标",
    "发展更有活力。到2025年，城镇化率提高到60%以上；新建泊位120个，新建泵站9座。",
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(Document("x.txt", "0", tuple(Block(number, line) for number, line in enumerate(LINES, 1))))


def test_the_words_of_an_item_stand_in_their_sentence(reading: Reading) -> None:
    assert explain(reading, "城镇化率").sentence == "到2025年，⟦城镇化率提高到60%以上⟧；"


def test_each_step_names_its_phenomenon_and_quotes_its_words(reading: Reading) -> None:
    told = explained_text(explain(reading, "城镇化率"))
    assert "主语在前：“城镇化率”" in told.zh
    assert "Bounds behind a number: “60%以上”" in told.en


def test_a_time_that_is_taken_over_quotes_the_words_that_give_it(reading: Reading) -> None:
    steps = {step.rule: step.words for step in explain(reading, "泊位").ground.steps}  # type: ignore[union-attr]
    assert steps["time_of_sentence"] and steps["time_of_sentence"].quote == "2025年"


def test_an_item_is_found_by_id_name_or_words_and_several_are_listed(reading: Reading) -> None:
    berths = explain(reading, "泊位")
    assert explain(reading, berths.id) == explain(reading, "120个") == berths
    with pytest.raises(Fault, match="fits 2 items") as several:
        explain(reading, "新建")
    assert berths.id in str(several.value)
    with pytest.raises(Fault, match="No item was read"):
        explain(reading, "机场")


def test_a_numeral_that_counts_nothing_says_what_it_is() -> None:
    lines = (*LINES, "发挥12345热线作用。")
    known = read(Document("x.txt", "0", tuple(Block(number, line) for number, line in enumerate(lines, 1))))
    with pytest.raises(Fault, match="“12345” \\(block 4\\) counts nothing: telephone numbers"):
        explain(known, "12345")


def test_an_item_that_a_person_has_set_says_so(reading: Reading) -> None:
    told = explained_text(explain(replace(reading, grounds={}), "泊位"))
    assert "人定的" in told.zh and "a person has set this item" in told.en


def test_the_command_answers_in_words_and_in_json(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("\n".join(LINES), encoding="utf-8")
    said = CliRunner().invoke(lantu, ["read", str(plan), "--explain", "泊位", "--lang", "en"])
    assert said.exit_code == 0 and "rests on" in said.stdout
    answer = json.loads(
        CliRunner().invoke(lantu, ["read", str(plan), "--explain", "泊位", "--json", "--lang", "zh"]).stdout
    )
    assert (answer["steps"][1]["rule"], answer["steps"][1]["title"]) == ("subject_before", "主语在前")
    assert 0 < answer["certainty"] < 1 and answer["lowered_by"][0]["factor"] < 1
