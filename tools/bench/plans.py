"""Plans made up for measuring: any number of items, the same every time, as varied as names of the field allow."""

from __future__ import annotations

import random

from lantu.plan.citation import Citation
from lantu.plan.document import Block, Document
from lantu.plan.indicator import Baseline, Commitment, Direction, Indicator, Target, TargetForm
from lantu.plan.named_item import Project
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Reading
from lantu.plan.region import Region
from lantu.plan.section import Level, Section
from lantu.plan.statement import Fact, Pledge
from lantu.plan.task import Task

_WHO = [
    "城镇",
    "农村",
    "城市",
    "园区",
    "山区",
    "牧区",
    "库区",
    "林区",
    "灌区",
    "社区",
    "学校",
    "医院",
    "工业",
    "农业",
    "服务业",
    "制造业",
    "建筑业",
    "渔业",
    "林业",
    "旅游",
    "文化",
    "体育",
    "养老",
    "托育",
]
_WHAT = [
    "污水处理",
    "垃圾分类",
    "管网改造",
    "绿地养护",
    "光纤接入",
    "电网改造",
    "道路硬化",
    "用水计量",
    "节能改造",
    "消防设施",
    "安全巡检",
    "信息公开",
    "技能培训",
    "志愿服务",
    "产品抽检",
    "能耗监测",
    "水质监测",
    "空气监测",
    "土壤修复",
    "湿地保护",
    "病虫防治",
    "机械作业",
    "良种推广",
    "仓储保鲜",
    "冷链运输",
    "快递进村",
    "公交接驳",
    "停车泊位",
    "充电设施",
    "无障碍设施",
    "法律援助",
    "心理咨询",
    "健康体检",
    "疫苗接种",
    "慢病管理",
    "学前教育",
    "课后服务",
    "校车运行",
    "图书借阅",
    "广播覆盖",
    "档案数字化",
    "政务办理",
    "审批提速",
    "信用修复",
    "融资担保",
    "保险参保",
    "就业帮扶",
    "创业孵化",
    "专利转化",
    "标准制定",
]
_ENDING = ["覆盖率", "达标率", "普及率", "完成率", "合格率", "满意率", "更新率", "利用率", "办结率", "公开率"]
_UNITS = [
    "县水利局",
    "县教育局",
    "县交通运输局",
    "县农业农村局",
    "县住房城乡建设局",
    "县卫生健康局",
    "县民政局",
    "县财政局",
]
_FIRST, _SECOND = "柳桥沙石青白红金银铜松柏桃杏梨槐竹荷", "河湾坡岭沟岗坪滩洼塘泉溪川口集店铺"
_DIGITS = "〇一二三四五六七八九"
SHARES = {"indicators": 0.10, "pledges": 0.45, "facts": 0.25, "tasks": 0.10, "projects": 0.10}


def made_plan(items: int, number: int = 0, region: str = "") -> Reading:
    """Return the reading of a plan with about so many items, and a document that holds their sentences.

    number: which plan; two numbers give two plans that share most names and few values.
    """
    chance = random.Random(number)  # noqa: S311 (no secret depends on it)
    area = region or f"{_DIGITS[number // 100 % 10]}{_DIGITS[number // 10 % 10]}{_DIGITS[number % 10]}原县"
    counts = {kind: max(1, int(items * share)) for kind, share in SHARES.items()}
    made = _Blocks([f"{area}国民经济和社会发展第十四个五年规划纲要", "第一章 发展基础"])
    facts = tuple(_fact(n, made, chance) for n in range(counts["facts"]))
    made.add("第二章 主要目标")
    indicators = tuple(_indicator(n, made, chance) for n in range(counts["indicators"]))
    made.add("第三章 重点任务")
    pledges = tuple(_pledge(n, made, chance) for n in range(counts["pledges"]))
    tasks = tuple(_task(n, made, chance) for n in range(counts["tasks"]))
    projects = tuple(_project(n, made, chance) for n in range(counts["projects"]))
    made.add("约束性指标分解落实到各部门，纳入考核。")
    headings = [n for n, line in enumerate(made.lines, 1) if line.startswith("第") and "章 " in line[:5]]
    sections = tuple(
        Section(f"s{n}", Level.CHAPTER, made.lines[n - 1][:3], made.lines[n - 1][4:], None, made.whole(n))
        for n in headings
    )
    plan = Plan(
        made.lines[0], Region(area), Period.years(2021, 2025), 2035, sections, indicators, pledges, tasks, projects
    )
    document = Document(
        f"{number}.txt", f"{number:064x}", tuple(Block(n, line) for n, line in enumerate(made.lines, 1)), "zh"
    )
    return Reading(plan, document, facts)


class _Blocks:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def add(self, line: str) -> Citation:
        self.lines.append(line)
        return self.whole(len(self.lines))

    def whole(self, number: int) -> Citation:
        line = self.lines[number - 1]
        return Citation(number, 0, len(line), line)


def _name(n: int) -> str:
    """The n-th name: who, what, ending; past the twelve thousandth a place comes before."""
    n, who = divmod(n * 7 + n // len(_WHO), len(_WHO))
    n, what = divmod(n * 3 + n // len(_WHAT), len(_WHAT))
    district, ending = divmod(n, len(_ENDING))
    where = f"{_FIRST[district % len(_FIRST)]}{_SECOND[district // len(_FIRST) % len(_SECOND)]}沿岸" if district else ""
    return f"{where}{_WHO[who]}{_WHAT[what]}{_ENDING[ending]}"


def _indicator(n: int, made: _Blocks, chance: random.Random) -> Indicator:
    base = chance.randint(200, 700) / 10
    target = base + chance.randint(5, 250) / 10
    name, binding = _name(n), chance.random() < 0.3
    source = made.add(f"{name}（%） | {'约束性' if binding else '预期性'} | {base:g} | {target:g} | -")
    return Indicator(
        f"i{n}", name, unit="%", commitment=Commitment.BINDING if binding else Commitment.ANTICIPATORY,
        direction=Direction.INCREASE, form=TargetForm.LEVEL, baseline=Baseline(Period.year(2020), base, f"{base:g}"),
        target=Target(Period.year(2025), target, None, None, f"{target:g}"), source=source,
    )  # fmt: skip


def _pledge(n: int, made: _Blocks, chance: random.Random) -> Pledge:
    # One in twenty speaks of what the table holds.
    name = _name(n // 20) if n % 20 == 0 else _name(5 * n + 1)
    value = chance.randint(700, 990) / 10
    text = f"到2025年，{name}达到{value:g}%以上。"
    return Pledge(f"p{n}", name, Comparator.AT_LEAST, value, None, "%", "2025", "s2", made.add(text))


def _fact(n: int, made: _Blocks, chance: random.Random) -> Fact:
    name, value = _name(4 * n), chance.randint(200, 700) / 10
    return Fact(f"f{n}", name, None, value, "%", "2020", "s0", made.add(f"2020年，{name}达到{value:g}%。"))


def _task(n: int, made: _Blocks, chance: random.Random) -> Task:
    lead, beside = chance.sample(_UNITS, 2)
    title = f"推进{_name(6 * n + 2)[:-3]}工作"
    source = made.add(f"{title}。（牵头单位：{lead}；配合单位：{beside}）")
    return Task(f"t{n}", title, "s2", (lead,), (beside,), None, source)


def _project(n: int, made: _Blocks, chance: random.Random) -> Project:
    name = f"{_name(9 * n + 3)[:-3]}工程"
    source = made.add(f"{chance.choice(('推进', '加快', '实施'))}{name}建设。")
    return Project(f"j{n}", name, "works", "s2", source)
