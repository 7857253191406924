"""The JSON of a reading keeps to the contract that programs rely on."""

from __future__ import annotations

import json
from dataclasses import replace

from lantu.exchange.reading_json import reading_to_json
from lantu.plan.citation import Citation
from lantu.plan.document import Block, Document
from lantu.plan.ground import Ground
from lantu.plan.indicator import Baseline, Commitment, Indicator, Target, TargetForm
from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Doubt, Reading
from lantu.plan.statement import Pledge


def reading() -> Reading:
    block = Block(7, "到2025年，新建泊位120个。")
    plan = Plan(
        title="示例市规划",
        period=Period.years(2021, 2025),
        indicators=(
            Indicator(
                "indicator-1",
                "森林覆盖率",
                unit="%",
                commitment=Commitment.BINDING,
                form=TargetForm.LEVEL,
                baseline=Baseline(Period.year(2020), 33.1, "33.1"),
                target=Target(Period.year(2025), 34.0, comparator=Comparator.AT_LEAST, text="34"),
                source=Citation(7, 0, 3, "到20"),
            ),
        ),
        pledges=(
            Pledge("commitment-1", "泊位", Comparator.INCREASE_BY, 120, None, "个", "2025", None, block.cite(7, 15)),
        ),
    )
    doubt = Doubt("table", Message("没有表头", "no header"), None)
    return Reading(plan, Document("a.txt", "0" * 64, (block,), language="zh"), (), (doubt,))


def test_every_list_of_the_contract_is_there() -> None:
    assert list(reading_to_json(reading())) == [
        "lantu", "document", "plan", "sections", "indicators", "commitments", "facts", "tasks", "projects", "systems",
        "units", "policies", "doubts",
    ]  # fmt: skip


def test_it_is_plain_json() -> None:
    value = reading_to_json(reading())
    assert json.loads(json.dumps(value)) == value


def test_a_plain_year_is_a_number() -> None:
    value = reading_to_json(reading())
    assert value["commitments"][0]["deadline"] == 2025
    assert value["indicators"][0]["target"] == {"period": 2025, "value": 34.0, "comparator": ">=", "text": "34"}


def test_a_source_is_block_offsets_and_exact_words() -> None:
    assert reading_to_json(reading())["commitments"][0]["source"] == {
        "block": 7, "start": 7, "end": 15, "quote": "新建泊位120个",
    }  # fmt: skip


def test_a_source_in_a_document_of_pages_names_the_page_its_words_begin_on() -> None:
    block = Block(7, "到2025年，新建泊位120个。", page=3, page_turns=(5, 12))
    cut = reading()
    assert cut.document is not None
    paged = replace(cut, document=replace(cut.document, blocks=(block,)))
    value = reading_to_json(paged)
    assert [value[kind][0]["source"]["page"] for kind in ("indicators", "commitments")] == [3, 4]


def test_doubts_speak_the_language_asked_for() -> None:
    assert reading_to_json(reading(), "en")["doubts"][0]["message"] == "no header"
    assert reading_to_json(reading(), "zh")["doubts"][0]["message"] == "没有表头"


def test_each_item_says_how_sure_the_reader_is_and_one_set_by_a_person_says_nothing() -> None:
    value = reading_to_json(replace(reading(), grounds={"commitment-1": Ground(0.8)}))
    assert value["commitments"][0]["certainty"] == 0.8
    assert value["indicators"][0]["certainty"] is None
