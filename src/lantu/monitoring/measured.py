"""What an indicator's figures are, told from name and unit: levels, rates of change, cuts, yearly amounts."""

from __future__ import annotations

import re

from lantu.plan.change_name import bare_name, is_cut, is_growth
from lantu.plan.indicator import Indicator
from lantu.plan.unit_kind import is_percentage

_FLOW = re.compile(
    r"新增|累计|新建|新开工|改造|建成|完成投资|减排量|削减量|\b(?:new|added|cumulative|total built)\b", re.IGNORECASE
)
_RATIO = re.compile(r"(?<!生产)率$|比重$|比例$|占比$|占.+比$|\b(?:rate|ratio|share)$", re.IGNORECASE)
_BRACKETED_TOTAL = re.compile(r"^\s*[〔﹝\[【［]")
_INTENSIVE = re.compile(r"每|人均|单位|平均|率|比重|比例|占|指数|\bper\b|\brate\b|\bshare\b|\baverage\b", re.IGNORECASE)
_INTENSIVE_UNITS = ("岁", "年", "years", "分", "次/", "/")
_WHOLE = re.compile(
    r"(?:覆盖率|参保率|城镇化率|普及率|合格率|达标率|处理率|处置率|优良率|比重|占比|比例|比率|入住率)$|占.+比重"
)


def gives_rates(indicator: Indicator) -> bool | None:
    """Return whether values of an indicator are yearly rates: False for amounts, None where nothing tells.

    Of a share in per cent (失业率) neither is sure: its values are levels, its yearly change points or per cent.
    """
    if is_cut(indicator.name) or is_growth(indicator.name):
        return True
    if is_percentage(indicator.unit):
        return None if _RATIO.search(bare_name(indicator.name)) else True
    return None if not indicator.unit else False


def is_yearly_amount(indicator: Indicator) -> bool:
    """Return whether yearly values add up to a total over the period (城镇新增就业)."""
    if is_percentage(indicator.unit):
        return False
    return bool(_FLOW.search(indicator.name) or _BRACKETED_TOTAL.search(indicator.baseline.text))


def is_intensive(indicator: Indicator) -> bool:
    """Return whether the figure says as much of a part as of the whole: shares, rates, averages; not amounts."""
    unit = indicator.unit or ""
    return (
        is_percentage(unit)
        or any(unit == known or (known.endswith("/") and known in unit) for known in _INTENSIVE_UNITS)
        or bool(_INTENSIVE.search(indicator.name))
    )


def is_part_of_a_whole(indicator: Indicator) -> bool:
    """Return whether the figure is a share that cannot leave 0 to 100 per cent (参保率; not 债务率)."""
    return (indicator.unit or "").strip() in ("%", "％") and bool(_WHOLE.search(bare_name(indicator.name)))
