"""A made-up plan with something of every kind in its text: items that overlap, a table with merged cells, a doubt."""

from __future__ import annotations

from lantu.plan.citation import Citation
from lantu.plan.document import Block, BlockKind, Cell, Document
from lantu.plan.indicator import Baseline, Commitment, Direction, Indicator, Target, TargetForm
from lantu.plan.message import Message
from lantu.plan.named_item import Policy, Project, System, Unit
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Doubt, Reading
from lantu.plan.region import Region
from lantu.plan.section import Level, Section
from lantu.plan.statement import Fact, Pledge
from lantu.plan.task import Task

TITLE = "晚河镇五年规划（虚构）"
_TEXTS = {
    1: TITLE,
    2: "第一章 街巷",
    3: "点灯。由镇路灯所牵头点亮三十条暗巷，到2025年亮灯巷子达到30条以上，镇财政所配合。2020年亮灯巷子为12条。",
    4: "第一节 桥与渡",
    5: "建设晚河步行桥和渡口信息平台，落实“慢行三年行动”，过河人次翻一番。<b>&标记不生效</b>",
    9: "第二章 水",
    10: "让河水清起来。",
}
_ROWS = (
    (6, (("指标", 0, 1, False), ("2020年", 1, 1, False), ("2025年", 2, 1, False), ("属性", 3, 1, False))),
    (7, (("亮灯巷子（条）", 0, 1, False), ("12", 1, 1, False), ("30", 2, 1, False), ("约束性", 3, 1, False))),
    (8, (("安静的夜", 0, 1, False), ("—", 1, 2, False), ("约束性", 3, 1, True))),
)


def _row(number: int, cells: tuple[tuple[str, int, int, bool], ...]) -> Block:
    words, at, laid = [], 0, []
    for text, column, columns, continued in cells:
        shown = "" if continued else text
        laid.append(Cell(text, at, at + len(shown), column, columns, continued))
        words.append(shown)
        at += len(shown) + 3
    return Block(number, " | ".join(words), BlockKind.TABLE_ROW, table=1, cells=tuple(laid))


def rich_package() -> Package:
    """Return the plan; block 3 holds a task with a unit inside it, and a commitment beside a fact."""
    blocks = [
        Block(n, text, BlockKind.HEADING if n in (1, 2, 4, 9) else BlockKind.PARAGRAPH) for n, text in _TEXTS.items()
    ]
    blocks += [_row(number, cells) for number, cells in _ROWS]
    blocks.sort(key=lambda block: block.number)
    document = Document("wanhe.docx", "1" * 64, tuple(blocks), title=TITLE, language="zh", format="docx")

    def cite(number: int, words: str = "") -> Citation:
        block = document.block(number)
        assert block is not None
        words = words or block.text
        start = block.text.index(words)
        return block.cite(start, start + len(words))

    year = Period.year
    plan = Plan(
        title=TITLE,
        region=Region("晚河镇", "999998"),
        period=Period.years(2021, 2025),
        sections=(
            Section("sec-1", Level.CHAPTER, "第一章", "街巷", None, cite(2)),
            Section("sec-2", Level.TOPIC, None, "点灯", "sec-1", cite(3, "点灯")),
            Section("sec-3", Level.SECTION, "第一节", "桥与渡", "sec-1", cite(4)),
            Section("sec-4", Level.CHAPTER, "第二章", "水", None, cite(9)),
        ),
        indicators=(
            Indicator(
                "lamps", "亮灯巷子", "", "条", Commitment.BINDING, Direction.INCREASE, TargetForm.LEVEL,
                Baseline(year(2020), 12, "12"), Target(year(2025), 30, comparator=Comparator.AT_LEAST, text="30"),
                source=cite(7),
            ),
        ),
        pledges=(
            Pledge("pledge-1", "亮灯巷子", Comparator.AT_LEAST, 30, None, "条", "2025", "sec-1",
                   cite(3, "到2025年亮灯巷子达到30条以上")),
            Pledge("pledge-2", "过河人次", Comparator.INCREASE_BY, 100, None, "%", None, "sec-3",
                   cite(5, "过河人次翻一番")),
        ),
        tasks=(
            Task("task-1", "点亮三十条暗巷", "sec-1", ("镇路灯所",), ("镇财政所",), "2025",
                 cite(3, "由镇路灯所牵头点亮三十条暗巷")),
            Task("task-2", "让河水清起来", "sec-4", (), (), None, cite(10, "让河水清起来")),
        ),
        projects=(Project("project-1", "晚河步行桥", "other", "sec-3", cite(5, "晚河步行桥")),),
        systems=(System("system-1", "渡口信息平台", "platform", "sec-3", cite(5, "渡口信息平台")),),
        units=(
            Unit("unit-1", "镇路灯所", "department", "sec-1", cite(3, "镇路灯所")),
            Unit("unit-2", "=镇财政所", "department", "sec-1", cite(3, "镇财政所")),
        ),
        policies=(Policy("policy-1", "慢行三年行动", "action", "sec-3", cite(5, "“慢行三年行动”")),),
    )  # fmt: skip
    facts = (Fact("fact-1", "亮灯巷子", Comparator.EQUAL, 12, "条", "2020", "sec-1", cite(3, "2020年亮灯巷子为12条")),)
    doubts = (
        Doubt("pledge-2", Message("没有写明起算年。", "No base year is given."), cite(5, "过河人次翻一番")),
        Doubt("heading", Message("标题太短。", "A very short heading."), cite(9)),
    )
    return Package(Reading(plan, document, facts, doubts))
