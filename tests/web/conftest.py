"""A small made-up plan, registered, and people who may and may not enter values."""

from __future__ import annotations

import functools
import re
import sys
from dataclasses import replace

import pytest
from django.test import Client

from lantu.plan.document import Block, BlockKind, Cell, Document
from lantu.plan.indicator import Baseline, Commitment, Direction, Indicator, Target, TargetForm
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Reading
from lantu.plan.region import Region
from lantu.plan.section import Level, Section
from lantu.plan.verdict import Judgement, Verdict
from lantu.web.accounts.models import User
from lantu.web.accounts.services import make_user
from lantu.web.registry.models import Plan as PlanRow
from lantu.web.registry.services import MAY_ENTER, register

TREES, QUIET = "trees", "quiet_nights"


def _year(year: int) -> Period:
    return Period.year(year)


def made_up_package() -> Package:
    """Return the plan of a town that does not exist: one indicator with values, one without, one in words."""
    cells = ("行道树", "1.8", "4.5", "约束性")
    text, at, laid = " | ".join(cells), 0, []
    for column, words in enumerate(cells):
        laid.append(Cell(words, at, at + len(words), column))
        at += len(words) + 3
    document = Document(
        "plan.docx",
        "0" * 64,
        (
            Block(1, "第一章 树与夜", BlockKind.HEADING, level=1),
            Block(2, "夜里安静的街道由三条增到九条。让长椅够坐。"),
            Block(3, text, BlockKind.TABLE_ROW, table=1, cells=tuple(laid)),
        ),
        title="青禾镇五年规划（虚构）",
        language="zh",
    )
    plan = Plan(
        title="青禾镇五年规划（虚构）",
        region=Region("青禾镇", "999999"),
        period=Period.years(2021, 2025),
        sections=(Section("sec-1", Level.CHAPTER, "第一章", "树与夜", None, document.blocks[0].cite()),),
        indicators=(
            Indicator(
                TREES, "每百米行道树", "街道", "棵", Commitment.BINDING, Direction.INCREASE, TargetForm.LEVEL,
                Baseline(_year(2020), 1.8, "1.8"), Target(_year(2025), 4.5, comparator=Comparator.AT_LEAST, text="4.5"),
                source=document.blocks[2].cite(),
            ),
            Indicator(
                QUIET, "安静的街道", "街道", "条", Commitment.ANTICIPATORY, Direction.INCREASE, TargetForm.LEVEL,
                Baseline(_year(2020), 3, "3"), Target(_year(2025), 9, comparator=Comparator.AT_LEAST, text="9"),
                source=document.blocks[1].cite(0, 14),
            ),
            Indicator(
                "benches", "长椅", "", None, Commitment.ANTICIPATORY, Direction.INCREASE, TargetForm.WORDS,
                target=Target(_year(2025), text="够坐"), source=document.blocks[1].cite(15, 21),
            ),
        ),
    )  # fmt: skip
    observations = (
        Observation(TREES, "999999", _year(2021), 1.9, "final", "yes", "https://example.org/2021", "first count"),
        Observation(TREES, "999999", _year(2022), 2.0, "preliminary", "no", "镇统计公报", ""),
        Observation(TREES, "999999", _year(2023), 2.2, "final", "derived", "镇统计公报", "4.0−1.8"),
        Observation(TREES, "999999", _year(2024), 2.4, "final", "yes", "镇统计公报", ""),
    )
    judgements = (Judgement(TREES, _year(2022).end, Verdict.ON_TRACK, "大体合拍", "镇人大（虚构）"),)
    return Package(Reading(plan, document), observations, judgements)


def unassessed_package() -> Package:
    """Return such a plan with another value of the base year only, so that nothing can be assessed."""
    told = Observation(TREES, "999999", _year(2020), 1.75, "plan statement (second value)", "no", "镇统计公报")
    reading = made_up_package().reading
    plan = replace(reading.plan, title="井亭镇五年规划（虚构）")
    return Package(replace(reading, plan=plan), (told,), ())


@pytest.fixture
def package() -> Package:
    return made_up_package()


@pytest.fixture
def plan(db: None, package: Package) -> PlanRow:
    return register(package, "qinghe")


@pytest.fixture
def planner(db: None) -> User:
    return make_user("planner", "a-long-password-1", unit="规划科", may=(MAY_ENTER,))


@pytest.fixture
def viewer(db: None) -> User:
    return make_user("viewer", "a-long-password-2")


@pytest.fixture
def planner_client(planner: User) -> Client:
    client = Client()
    client.force_login(planner)
    return client


@pytest.fixture
def viewer_client(viewer: User) -> Client:
    client = Client()
    client.force_login(viewer)
    return client


def page_of(client: Client, address: str) -> str:
    """Return the words of a page that must be there."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()


def text_of(html: str) -> str:
    """Return a page's words without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


@pytest.fixture(autouse=True)
def fresh_memory() -> None:
    """Forget what was parsed for earlier tests: their rows are rolled back and their numbers used again."""
    forget()


def forget() -> None:
    """Empty every memory that a module of the web keeps."""
    for name, module in list(sys.modules.items()):
        if name.startswith("lantu.web."):
            for remembered in vars(module).values():
                if isinstance(remembered, functools._lru_cache_wrapper):
                    remembered.cache_clear()
