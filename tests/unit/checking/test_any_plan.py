"""No plan, however odd, breaks the checker, and the same plan gives the same findings in the same order."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.checking import check
from lantu.plan.citation import Citation
from lantu.plan.document import Block, Document
from lantu.plan.indicator import Baseline, Commitment, Direction, Growth, GrowthKind, Indicator, Target, TargetForm
from lantu.plan.named_item import Project
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Reading
from lantu.plan.region import Region
from lantu.plan.section import Level, Section
from lantu.plan.statement import Fact, Pledge
from lantu.plan.task import Task

names = st.sampled_from(
    ["森林覆盖率", "全县森林覆盖率", "高新技术企业数", "新增高新技术企业", "失业率", "", "%", "GDP"]
) | st.text(max_size=12)
units = st.sampled_from([None, "%", "家", "亿元", "天", "/", "万"]) | st.text(max_size=3)
values = st.none() | st.sampled_from([0.0, 1.0, 33.1, 100.0, -5.0]) | st.floats(allow_nan=False)
texts = st.sampled_from(["", "-", "≥5", "7.5%", "〔12〕", "0.2"]) | st.text(max_size=8)
comparators = st.none() | st.sampled_from(Comparator)
periods = st.none() | st.sampled_from(["2019", "2020", "2025", "2021-2025"]).map(Period.parse)
dates = st.none() | st.sampled_from(["2018", "2020", "2025", "2025-06-30", "2099", "?"])
lines = st.sampled_from([
    "到2025年森林覆盖率保持在32%以上。", "第一章 发展基础", "东环公路全线通车。", "建设东环公路。", "目录",
    "2020年11月", "三次产业比重为8:35:56。", "形成甲乙、丙丁、戊己四大产业。",
    "《某某条例实施办法》《某某条列实施办法》",
    "2019年居民人均可支配收入50000元，比2016年增加5000元，比2015年翻一番。",
]) | st.text(max_size=30)  # fmt: skip
citations = st.builds(Citation, st.integers(1, 12), st.integers(0, 20), st.integers(0, 20), st.text(max_size=6))
indicators = st.builds(
    Indicator, id=st.just("i"), name=names, unit=units, commitment=st.none() | st.sampled_from(Commitment),
    direction=st.none() | st.sampled_from(Direction), form=st.none() | st.sampled_from(TargetForm),
    baseline=st.builds(Baseline, periods, values, texts),
    target=st.builds(Target, periods, values, values, comparators, texts),
    growth=st.builds(Growth, st.sampled_from(GrowthKind), values, comparators, texts), source=st.none() | citations,
)  # fmt: skip
numbers = st.none() | st.sampled_from(["第一章", "第三节", "（二）", "1.2"]) | st.text(max_size=4)
titles = st.just("发展基础") | names
no_section, nobody, group = st.none(), st.just(()), st.just(("各有关单位",))
sections = st.builds(
    Section, st.just("s"), st.sampled_from(Level), numbers, titles, st.none() | st.just("s"), citations
)
pledges = st.builds(Pledge, st.just("p"), names, comparators, values, values, units, dates, no_section, citations)
facts = st.builds(Fact, st.just("f"), names, comparators, values, units, dates, no_section, citations)
tasks = st.builds(Task, st.just("t"), names, no_section, nobody | group, nobody, dates, citations)
projects = st.builds(Project, st.just("j"), st.just("东环公路") | names, st.just(""), no_section, citations)
documents = st.lists(lines, max_size=12).map(
    lambda found: Document("d", "", tuple(Block(n, line) for n, line in enumerate(found, 1)))
)


def some(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=4).map(tuple)


plans = st.builds(
    Plan, region=st.builds(Region, names, st.just("")), period=periods, horizon=st.none() | st.just(2035),
    sections=some(sections), indicators=some(indicators), pledges=some(pledges), tasks=some(tasks),
    projects=some(projects),
)  # fmt: skip
readings = st.builds(Reading, plan=plans, document=st.none() | documents, facts=some(facts))


@settings(max_examples=250)
@given(st.lists(readings, min_size=1, max_size=2))
def test_any_plan_is_checked_and_checked_alike(several: list[Reading]) -> None:
    first = check(several)
    assert first == check(several)
    assert [f.order for f in first] == sorted(f.order for f in first)
    for finding in first:
        assert finding.as_json("en")["message"]
