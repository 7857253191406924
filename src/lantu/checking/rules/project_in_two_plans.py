"""ALN910: two plans tell one project differently, or two areas each claim it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.alignment import is_above, same_area, title_of
from lantu.checking.finding import Place, Severity
from lantu.checking.project_name import NamedProject, listed_projects
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.measure import measure
from lantu.plan.message import Message

_SHORTEST = 5  # a shorter name (停车场) is one of many
_AMOUNT = re.compile(r"(?P<number>\d[\d,，]*(?:\.\d+)?)\s*(?P<unit>[万亿千百]*元?)")
_ROOM = 0.02
_KINDS = {"amount": ("投资", "amount"), "owner": ("责任单位", "owner"), "date": ("时间", "dates")}


@rule("ALN910", Severity.WARNING, Message("同一项目两个规划说法不同", "project in two plans"))
def project_in_two_plans(review: Review) -> Iterator[Remark]:
    """The project lists of two plans hold one project with another amount, owner or time; or two areas both list it.

    What it checks
    --------------
    两个规划的项目清单里名称相同（去掉地名和“建设、工程、项目”）的项目：投资相差 2% 以上的（格里写了单位的换算后比，
    没写的在表头单位相同时比）、责任单位互不包含的、时间里的年份不同的。互不隶属的两个地区都列了同名项目的，提示可能重复。

    Projects of one name (without areas and words such as “project”) in the lists of two plans: amounts that differ by
    2 % and more (converted where the cells print units, else where the heads print the same one), owners of whom
    neither name holds the other, other years. Where two areas of which neither is above the other list one project, a
    possible duplicate is told.

    Why it matters
    --------------
    一个项目两本账，资金和进度都对不上；两地各报一次，成绩就算了两遍。

    With two accounts of one project neither money nor progress can be reconciled; reported by two areas it counts
    twice.

    Example
    -------
        纲要：城东水厂扩建 2.5 亿元        水利规划：城东水厂扩建工程 3.1 亿元

    How to mend
    -----------
    以批复文件为准统一；分摊的，写明各方份额。

    Follow the approval; where it is shared, state each side's share.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十四条（规划衔接：项目）；《政府投资条例》（项目使用统一代码）。
    - National Development Planning Law of China (2026), article 24; Regulation on Government Investment, on project
    codes.
    """
    mine: dict[str, tuple[NamedProject, dict[str, str]]] = {}
    for one, heads in _rows(review):
        mine.setdefault(one.bare, (one, heads))
    for other in review.beside:
        same = same_area(review.reading, other.reading)
        kin = same or is_above(other.reading, review.reading) or is_above(review.reading, other.reading)
        for theirs, heads in _rows(other) if mine else ():
            if len(theirs.bare) < _SHORTEST or theirs.bare not in mine:
                continue
            own, own_heads = mine[theirs.bare]
            zh, en = _apart(own, theirs, own_heads, heads)
            if zh:
                said_zh, said_en = f"不同：{zh}", f"differs: {en}"
            elif not kin:
                said_zh, said_en = "也列了，两地并无上下级关系，可能重复", "is listed in both; one may be a duplicate"
            else:
                continue
            yield Remark(
                Message(f"“{own.name}”与《{title_of(other.reading)}》{said_zh}（名称相同）。",
                        f"“{own.name}” here and in “{title_of(other.reading)}” {said_en} (same name)."),
                Message("请以批复文件为准统一；分摊的，请写明各方份额。",
                        "Follow the approval; where it is shared, state each side's share."),
                (own.citation,), (Place(other.document_name, theirs.citation),),
            )  # fmt: skip


def _rows(review: Review) -> Iterator[tuple[NamedProject, dict[str, str]]]:
    heads = {row.block.number: table.heads for table in review.project_tables for row in table.rows}
    for one in listed_projects(review):
        yield one, heads[one.citation.block]


def _apart(
    own: NamedProject, theirs: NamedProject, own_heads: dict[str, str], heads: dict[str, str]
) -> tuple[str, str]:
    assert own.row is not None
    assert theirs.row is not None
    zh, en = [], []
    for kind, (word, english) in _KINDS.items():
        here, there = own.row.cells.get(kind, ""), theirs.row.cells.get(kind, "")
        if here and there and _differ(kind, here, there, own_heads.get(kind, "") == heads.get(kind, "")):
            zh.append(f"{word} {here} 与 {there}")
            en.append(f"{english} {here} and {there}")
    return "；".join(zh), "; ".join(en)


def _amount(cell: str) -> tuple[float, str] | None:
    """The first number of a cell and what it counts: yuan where the cell says so, else "" for what the head says."""
    found = _AMOUNT.search(cell)
    if found is None:
        return None
    number, unit = float(re.sub("[,，]", "", found["number"])), measure(found["unit"])
    return (number, "") if unit is None else (number * unit.factor, unit.family)


def _differ(kind: str, here: str, there: str, same_head: bool) -> bool:
    if kind == "amount":
        one, two = _amount(here), _amount(there)
        if one is None or two is None or one[1] != two[1] or (not one[1] and not same_head):
            return False
        return abs(one[0] - two[0]) > _ROOM * max(one[0], two[0])
    if kind == "date":
        one_years, two_years = re.findall(r"20\d\d", here), re.findall(r"20\d\d", there)
        return bool(one_years and two_years) and set(one_years) != set(two_years)
    return here not in there and there not in here
