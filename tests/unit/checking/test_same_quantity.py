"""Two names of one thing are one, two things with like names are two, and finding them stays fast."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.checking import check
from lantu.checking.printed import Span
from lantu.checking.wording import sentence_around
from lantu.plan.citation import Citation
from lantu.plan.document import Block, Document
from lantu.plan.indicator import Baseline, Direction, Indicator, Target
from lantu.plan.measure import measure
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.quantity_name import ALIKE, QuantityName, quantity_name
from lantu.plan.reading import Reading
from lantu.plan.statement import Pledge

SAME = [
    ("★森林覆盖率", "全市森林覆盖率"),
    ("常住人口城镇化率", "城镇化率"),
    ("高新技术企业数", "高新技术企业"),
    ("地区生产总值", "GDP"),
    ("城市空气质量优良天数比率", "空气质量优良天数比例"),
    ("地表水达到或好于Ⅲ类水体比例", "河流水质优良比例"),
    ("研究与试验发展经费投入强度", "研发经费投入强度"),
    ("每千人口拥有执业（助理）医师数", "每千人口执业医师数"),
    ("城市污水处理率（%）", "城市污水处理率达到"),
    ("人均预期寿命", "人均期望寿命"),
    ("Forest coverage rate", "the forest coverage"),
]
DIFFERENT = [
    ("城镇登记失业率", "城镇调查失业率"),
    ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
    ("高中阶段毛入学率", "高等教育毛入学率"),
    ("城市污水处理率", "农村污水处理率"),
    ("进口总额", "出口总额"),
    ("专业市场交易额", "电子交易额"),
    ("每千人口床位数", "每千人口医师数"),
    ("户籍人口城镇化率", "常住人口城镇化率"),
    ("工业增加值", "工业总产值"),
    ("新增就业", "就业"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_two_names_of_one_quantity_are_alike(one: str, two: str) -> None:
    assert quantity_name(one).alike(quantity_name(two)) >= ALIKE


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_two_quantities_are_not_alike(one: str, two: str) -> None:
    assert quantity_name(one).alike(quantity_name(two)) < ALIKE


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_name_breaks_the_matcher_and_likeness_is_mutual(one: str, two: str) -> None:
    a, b = quantity_name(one), quantity_name(two)
    assert a.alike(b) == b.alike(a)


def test_the_area_of_the_plan_tells_nothing() -> None:
    assert quantity_name("澜川县森林覆盖率", "澜川县").signs == quantity_name("森林覆盖率").signs


@pytest.mark.parametrize(
    ("unit", "family", "factor"),
    [("亿元", "money", 1e8), ("万人", "person", 1e4), ("％", "percent", 1), ("个百分点", "percent", 1),
     ("万亩", "area", 1e8 / 15), ("家", "count", 1),
     ("平方米/人", "area/person", 1), ("吨标准煤/万元", "coal/money", 1e-4)],
)  # fmt: skip
def test_units_have_families(unit: str, family: str, factor: float) -> None:
    found = measure(unit)
    assert found is not None
    assert found.family == family
    assert found.factor == pytest.approx(factor)


def test_no_unit_is_no_measure() -> None:
    assert measure(None) is None
    assert measure(" ") is None


def test_many_figures_are_matched_in_a_moment() -> None:
    """Three thousand pledges against a hundred indicators: far more than any plan holds."""
    hanzi = [chr(0x4E00 + n) for n in range(0, 3000)]
    names = ["".join(hanzi[(n * k) % 3000] for k in (3, 7, 11, 13, 17)) + "率" for n in range(1, 3001)]
    blocks = tuple(Block(n, f"到2025年{name}达到{n % 90}%。") for n, name in enumerate(names, 1))
    pledges = tuple(
        Pledge(f"p{b.number}", names[b.number - 1], None, b.number % 90, None, "%", "2025", None, b.cite())
        for b in blocks
    )
    indicators = tuple(
        Indicator(f"i{n}", names[n], unit="%", direction=Direction.INCREASE, baseline=Baseline(None, 1.0, "1"),
                  target=Target(Period.year(2025), 95.0, text="95"), source=Citation(1, 0, 1, "到"))
        for n in range(100, 200)
    )  # fmt: skip
    plan = Plan(period=Period.years(2021, 2025), indicators=indicators, pledges=pledges)
    begin = time.process_time()
    found = check([Reading(plan, Document("big.txt", "", blocks))])
    assert time.process_time() - begin < 3
    assert sum(f.code == "TXT601" for f in found) == 100


def test_mentions_of_one_quantity_are_compared_by_what_they_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand mentions with two values: a few comparisons for each mention, not one for each pair."""
    blocks = tuple(Block(n, f"到2025年污水处理率达到{95 + 2 * (n % 2)}%。") for n in range(1, 1001))
    pledges = tuple(
        Pledge(f"p{b.number}", "污水处理率", None, 95.0 + 2 * (b.number % 2), None, "%", "2025", None, b.cite())
        for b in blocks
    )
    compared: list[None] = []
    meets = Span.meets

    def counted(one: Span, two: Span) -> bool:
        compared.append(None)
        return meets(one, two)

    monkeypatch.setattr(Span, "meets", counted)
    found = check([Reading(Plan(pledges=pledges), Document("big.txt", "", blocks))], select=["TXT602"])
    assert len(found) == 999
    assert len(compared) < 4 * len(pledges)


def test_names_are_compared_once_however_often_they_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three hundred mentions in one line, each asked for: names are matched, not mentions."""
    text = "到2025年，污水处理率达到95%，" * 300
    places = range(0, len(text), len(text) // 300)
    blocks = (Block(1, text),)
    pledges = tuple(
        Pledge(f"p{at}", "污水处理率", None, 95.0, None, "%", "2025", None, blocks[0].cite(at, at + 17))
        for at in places
    )
    compared: list[None] = []
    alike = QuantityName.alike

    def counted(one: QuantityName, two: QuantityName) -> float:
        compared.append(None)
        return alike(one, two)

    monkeypatch.setattr(QuantityName, "alike", counted)
    check([Reading(Plan(pledges=pledges), Document("line.txt", "", blocks))])
    assert len(compared) < 100


def test_a_text_in_one_line_is_one_sentence_only_as_far_as_a_sentence_reaches() -> None:
    text = "甲，" * 100_000
    begin, end = sentence_around(text, 100_000, 100_010)
    assert 100_000 - begin == end - 100_010 <= 1000
    assert sentence_around("一句。二句，三。四句。", 5, 6) == (3, 7)
