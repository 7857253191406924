"""Whether an indicator's name says that its figures are changes (growth, cuts, additions) and not levels."""

from __future__ import annotations

import re

_UNIT_IN_BRACKETS = re.compile(r"(?:\s*[（(\[〔][^（）()]*[）)\]〕]?)+$")
_SIZE = "(?:率|幅度|速度|比例)?"
_CUT = re.compile(
    rf"(?:降低|下降|减少|削减|减排|压减|降幅)(?:{_SIZE}|量|总量)$|\b(?:cuts?|reduction|decrease|decline)\b",
    re.IGNORECASE,
)
_GROWTH = re.compile(
    rf"(?:增长|增速|增幅){_SIZE}$|(?:变化|变动)(?:率|幅度)$|\bgrowth\b|(?<![a-z])rate of (?:increase|change)",
    re.IGNORECASE,
)
_ADDITION = re.compile(r"新增|净增|\b(?:increase|newly added)\b", re.IGNORECASE)
_OF_THE_NEW = re.compile(r"(?:率|比重|比例|占比|年限|\brate|\bratio|\bshare)$", re.IGNORECASE)


def is_change(name: str) -> bool:
    """Return whether an indicator's figures are themselves changes (研发经费投入增长, 能耗降低率, 城镇新增就业)."""
    return is_cut(name) or is_growth(name) or is_addition(name)


def is_cut(name: str) -> bool:
    """Return whether the figures are the size of a cut (单位GDP能耗降低, 减排量), so that more is better."""
    return bool(_CUT.search(bare_name(name)))


def is_growth(name: str) -> bool:
    """Return whether the figures are growth in relation to a base (GDP增长, 变化率)."""
    return bool(_GROWTH.search(bare_name(name)))


def is_addition(name: str) -> bool:
    """Return whether the figures are amounts added (城镇新增就业); a share or an average of the new is a level."""
    bare = bare_name(name)
    return bool(_ADDITION.search(bare)) and not _OF_THE_NEW.search(bare)


def bare_name(name: str) -> str:
    """Return a name without its marks (★) and the bracket it ends in, mostly a unit."""
    return _UNIT_IN_BRACKETS.sub("", name.strip("★ \u3000")).strip("★ \u3000")
