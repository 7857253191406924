"""What an indicator's figures are, told from name and unit: levels, rates of change, cuts, yearly amounts."""

from __future__ import annotations

import re

from lantu.monitoring.units import is_share
from lantu.plan.indicator import Indicator

_UNIT_IN_BRACKETS = re.compile(r"[（(\[〔][^（）()]*[）)\]〕]\s*$")
_CUT = re.compile(
    r"(?:降低|下降|减少|削减|减排|压减|降幅)(?:率|幅度|比例|量|总量)?$|\b(?:cut|reduction|decrease|decline)\b",
    re.IGNORECASE,
)
_GROWTH = re.compile(
    r"(?:增长|增速|增幅|增长率|增长速度|年均增长率?|变化率|变动率|变化幅度)$|\bgrowth\b|"
    r"(?<![a-z])rate of (?:increase|change)",
    re.IGNORECASE,
)
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


def _bare(indicator: Indicator) -> str:
    return _UNIT_IN_BRACKETS.sub("", indicator.name).strip()


def is_cut(indicator: Indicator) -> bool:
    """Return whether the figures are the size of a cut (单位GDP能耗降低), so that more is better."""
    return bool(_CUT.search(_bare(indicator)))


def is_growth(indicator: Indicator) -> bool:
    """Return whether the name says that the figures are growth (GDP增长)."""
    return bool(_GROWTH.search(_bare(indicator)))


def is_change(indicator: Indicator) -> bool:
    """Return whether the figures are themselves changes, so that no level can be counted from a base."""
    return is_cut(indicator) or is_growth(indicator)


def gives_rates(indicator: Indicator) -> bool | None:
    """Return whether values of an indicator are yearly rates: False for amounts, None where nothing tells.

    Of a share in per cent (失业率) neither is sure: its values are levels, its yearly change points or per cent.
    """
    if is_change(indicator):
        return True
    if is_share(indicator.unit):
        return None if _RATIO.search(_bare(indicator)) else True
    return None if not indicator.unit else False


def is_yearly_amount(indicator: Indicator) -> bool:
    """Return whether yearly values add up to a total over the period (城镇新增就业)."""
    if is_share(indicator.unit):
        return False
    return bool(_FLOW.search(indicator.name) or _BRACKETED_TOTAL.search(indicator.baseline.text))


def is_intensive(indicator: Indicator) -> bool:
    """Return whether the figure says as much of a part as of the whole: shares, rates, averages; not amounts."""
    unit = indicator.unit or ""
    return (
        is_share(unit)
        or any(unit == known or (known.endswith("/") and known in unit) for known in _INTENSIVE_UNITS)
        or bool(_INTENSIVE.search(indicator.name))
    )


def is_part_of_a_whole(indicator: Indicator) -> bool:
    """Return whether the figure is a share that cannot leave 0 to 100 per cent (参保率; not 债务率)."""
    return (indicator.unit or "").strip() in ("%", "％") and bool(_WHOLE.search(_bare(indicator)))
