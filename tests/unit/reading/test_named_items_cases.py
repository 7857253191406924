"""What sentences name: tests/cases/named_items.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from lantu.plan.document import Block
from lantu.plan.identity import Identities
from lantu.plan.named_item import NamedItem
from lantu.reading.grounds import Grounds
from lantu.reading.named_items import find_policies, find_projects, find_systems
from lantu.reading.passage import Passage

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "named_items.yaml").read_text("utf-8"))
FIND = {"projects": find_projects, "systems": find_systems, "policies": find_policies}


@pytest.mark.parametrize("case", CASES, ids=[case["say"] for case in CASES])
def test_a_sentence_names_what_its_case_says(case: dict[str, Any]) -> None:
    text = case["text"]
    passage = Passage(Block(7, text), 0, len(text), ())
    for kind in FIND.keys() & case.keys():
        found: tuple[NamedItem, ...] = FIND[kind]([passage], Identities(), Grounds())
        assert [item.name for item in found] == case[kind], kind
        for item in found:
            assert item.source.block == 7
            assert text[item.source.start : item.source.end] == item.source.quote == item.name
