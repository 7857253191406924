"""UNI405: a number in the growth column does not say whether it is a rate, points or units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.change_name import is_change
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message

_BARE = re.compile(r"^[\s<>≤≥=＜＞﹤﹥≦≧约+\-]*\d+(?:\.\d+)?\s*(?:左右|以上|以内)?\s*$")


@rule("UNI405", Severity.WARNING, Message("增速栏没有单位", "growth without a unit"))
def growth_without_unit(review: Review) -> Iterator[Remark]:
    """Some rows of the growth column carry a unit and others do not.

    What it checks
    --------------
    增速栏里有的行写“8%”、有的行只写“0.2”的表：把只写数的行合为一条列出。名称本身是增长率的、带〔〕的累计数不算；全栏都不写单位的
    （表头已注明）不报。

    Tables in whose growth column some rows say 8% and others just 0.2: those without a unit are listed in one finding.
    Indicators that are growth rates by name and totals in 〔 〕 are left alone, and so is a column without any unit
    (its heading states it).

    Why it matters
    --------------
    “0.2”是年均 0.2%、每年 0.2 个百分点，还是每年 0.2 岁，推出来的目标各不相同。

    0.2% a year, 0.2 points a year and 0.2 years a year lead to three targets.

    Example
    -------
        人均预期寿命（岁） | 80.4 | 81.3 | 0.2
        进出口总额（亿元） | 32.7 | 48.1 | 8%

    How to mend
    -----------
    在数后写明：“8%”“年均 0.2 岁”“每年 0.1 个百分点”。

    Say it after the number: 8%, 0.2 years a year, 0.1 points a year.

    References
    ----------
    - GB/T 3101—1993《有关量、单位和符号的一般原则》。
    - GB/T 3101-1993, on quantities, units and symbols.
    """
    stated = [i for i in review.plan.indicators if i.growth.value is not None and re.search("[%％]", i.growth.text)]
    bare = [i for i in review.plan.indicators if i.growth.value is not None and _BARE.match(i.growth.text)]
    bare = [i for i in bare if not is_change(i.name)]
    if not stated or not bare:
        return
    zh = "；".join(f"{i.name}“{i.growth.text.strip()}”" for i in bare)
    en = "; ".join(f"{i.name} “{i.growth.text.strip()}”" for i in bare)
    units = "、".join(dict.fromkeys(_choices(i) for i in bare))
    yield Remark(
        Message(f"增速栏有 {len(stated)} 行写明“%”，{len(bare)} 行只有数字：{zh}。",
                f"In the growth column {len(stated)} rows say %, {len(bare)} have a bare number: {en}."),
        Message(f"请写明是年均增速（%），还是每年增量（{units}）。",
                f"Say whether it is a yearly rate (%) or a yearly amount ({units})."),
        tuple(i.source for i in bare),
    )  # fmt: skip


def _choices(indicator: Indicator) -> str:
    return "个百分点" if indicator.unit in ("%", "％") else indicator.unit or "?"
