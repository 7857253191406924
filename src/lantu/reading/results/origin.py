"""Whose report it is: a report of one county says nothing of the targets of another.

Two areas are strangers where their codes (GB/T 2260) or, where one is not known, names of one rank show that neither
lies in the other. Where that cannot be told they are taken for kin: a warning that is wrong stops right work.
"""

from __future__ import annotations

import re

from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from lantu.plan.region import Region
from lantu.reading.regions import NATION, find_region

_NATION = {"", "10", "00"}
# A bulletin has no title of a plan; its first lines name the area and the year.
_FRONT = 6
_LONGEST_TITLE = 60
_REPORT = re.compile(r"公报|报告|月报|年报|评估|总结|情况|统计|statistic|report|bulletin|review", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_RANKS = (
    ("省", "自治区", "特别行政区"),
    ("自治州", "盟", "州"),
    ("自治县", "自治旗", "县", "旗", "区"),
    ("街道", "镇", "乡"),
)
_OF_NO_RANK = ("新区", "开发区", "管理区", "示范区")
_SUFFIX = re.compile(r"(?:省|自治区|特别行政区|自治州|盟|州|市|自治县|自治旗|县|旗|区|街道|镇|乡)$")


def stranger(report: Reading, plan: Plan) -> Message | None:
    """Say that a report is of another area than the plan, naming both; None where it is not, or cannot be told."""
    theirs, ours = _area_of_report(report), plan.region
    if not theirs.name or not ours.name or not _are_strangers(theirs, ours):
        return None
    line = _both(report, theirs, plan)
    return Message(
        f"{line.zh}：不是同一个地方，没有提出建议。", f"{line.en}: not the same area, so nothing is proposed."
    )


def whose(report: Reading, plan: Plan) -> Message:
    """Say of which area and years report and plan are; empty where either cannot be told."""
    theirs = _area_of_report(report)
    if not theirs.name or not plan.region.name:
        return Message("", "")
    line = _both(report, theirs, plan)
    return Message(f"{line.zh}。", f"{line.en}.")


def _both(report: Reading, theirs: Region, plan: Plan) -> Message:
    period = _period_of_report(report)
    zh = f"报告属{theirs.name}{_years(period, '年', '—')}，规划属{plan.region.name}{_years(plan.period, '年', '—')}"
    en = (
        f"The report is of {theirs.name}{_years(period, '', '–', ' ')}, "
        f"the plan of {plan.region.name}{_years(plan.period, '', '–', ' ')}"
    )
    return Message(zh, en)


def _years(period: Period | None, year: str, dash: str, before: str = "") -> str:
    if period is None:
        return ""
    first, last = period.first_year, period.last_year
    return f"{before}{first}{year}" if first == last else f"{before}{first}{dash}{last}{year}"


def _front(report: Reading) -> list[str]:
    blocks = report.document.blocks if report.document else ()
    lines = [report.plan.title, *(block.text.strip() for block in blocks[:_FRONT])]
    return [line for line in lines if 0 < len(line) <= _LONGEST_TITLE and _REPORT.search(line)]


def _area_of_report(report: Reading) -> Region:
    if report.plan.region.name:
        return report.plan.region
    for line in _front(report):
        if region := find_region(_YEAR.sub("", line).replace("年", ""), ""):
            return region
    return Region()


def _period_of_report(report: Reading) -> Period | None:
    for line in _front(report):
        if found := _YEAR.search(line):
            return Period.year(int(found[0]))
    return report.plan.period


def _are_strangers(one: Region, other: Region) -> bool:
    if NATION.name in (one.name, other.name) or one.name in other.name or other.name in one.name:
        return False
    first, second = _SUFFIX.sub("", one.name), _SUFFIX.sub("", other.name)
    if first == second:  # 撤县设区: the same place under its former name
        return False
    if one.code and other.code:
        here, there = (re.sub(r"(?:00)+$", "", region.code) for region in (one, other))
        return not ({here, there} & _NATION or here.startswith(there) or there.startswith(here))
    ranks = _rank(one.name), _rank(other.name)
    return None not in ranks and ranks[0] == ranks[1]


def _rank(name: str) -> int | None:
    """The rank that a name shows; 市 shows none beside a county, but two of them are of one rank."""
    if name.endswith(_OF_NO_RANK):
        return None
    if name.endswith("市"):
        return len(_RANKS)
    return next((rank for rank, endings in enumerate(_RANKS) if name.endswith(endings)), None)
