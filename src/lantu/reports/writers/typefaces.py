"""Typefaces and sizes of a paper: those of GB/T 9704-2012 for Chinese, plain ones for English."""

from __future__ import annotations

from dataclasses import dataclass

from docx.shared import Length, Pt


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface for each script, its size and the distance of its lines."""

    east_asian: str
    latin: str
    size: Length
    leading: Length
    is_bold: bool = False
    is_chinese: bool = True


@dataclass(frozen=True, slots=True)
class Faces:
    """What each part of a paper is set in; quoted: words of the plan within the body."""

    title: Face
    headings: tuple[Face, Face, Face]
    body: Face
    quoted: Face
    table_head: Face
    table: Face
    page_number: Face


_ROMAN = "Times New Roman"
_LINE = Pt(28)
# Sizes by their Chinese numbers: 2 is 22 pt, 3 is 16 pt, 4 is 14 pt, small 4 is 12 pt.
CHINESE = Faces(
    title=Face("方正小标宋简体", _ROMAN, Pt(22), Pt(34)),
    headings=(
        Face("黑体", _ROMAN, Pt(16), _LINE),
        Face("楷体_GB2312", _ROMAN, Pt(16), _LINE),
        Face("仿宋_GB2312", _ROMAN, Pt(16), _LINE, is_bold=True),
    ),
    body=Face("仿宋_GB2312", _ROMAN, Pt(16), _LINE),
    quoted=Face("楷体_GB2312", _ROMAN, Pt(16), _LINE),
    table_head=Face("黑体", _ROMAN, Pt(12), Pt(20)),
    table=Face("仿宋_GB2312", _ROMAN, Pt(12), Pt(20)),
    page_number=Face("宋体", "宋体", Pt(14), Pt(16)),
)
# Quoted words stay Chinese in an English paper, so it names a Chinese typeface too.
ENGLISH = Faces(
    title=Face("宋体", _ROMAN, Pt(20), Pt(26), is_bold=True, is_chinese=False),
    headings=(
        Face("黑体", _ROMAN, Pt(14), Pt(20), is_bold=True, is_chinese=False),
        Face("黑体", _ROMAN, Pt(12), Pt(18), is_bold=True, is_chinese=False),
        Face("黑体", _ROMAN, Pt(12), Pt(18), is_chinese=False),
    ),
    body=Face("仿宋_GB2312", _ROMAN, Pt(12), Pt(18), is_chinese=False),
    quoted=Face("楷体_GB2312", _ROMAN, Pt(12), Pt(18), is_chinese=False),
    table_head=Face("黑体", _ROMAN, Pt(10.5), Pt(15), is_bold=True, is_chinese=False),
    table=Face("仿宋_GB2312", _ROMAN, Pt(10.5), Pt(15), is_chinese=False),
    page_number=Face("宋体", _ROMAN, Pt(12), Pt(14), is_chinese=False),
)
