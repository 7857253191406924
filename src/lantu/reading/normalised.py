"""Text made uniform for matching, with the way back to the exact words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.plan.citation import Citation
from lantu.plan.document import Block
from lantu.reading.phenomenon import Fired, Phenomenon

# Signs that mean the same to a reader. Each is one character wide, so only blanks change lengths.
_SAME = str.maketrans({
    "﹥": ">", "﹤": "<", "≧": "≥", "≦": "≤", "﹝": "〔", "﹞": "〕", "［": "[", "］": "]",
    "（": "(", "）": ")", "，": ",", "：": ":", "∶": ":", "；": ";", "！": "!", "？": "?", "％": "%", "＋": "+",
    "～": "~",
    # Traditional characters of units that stand alone in simplified texts.
    "億": "亿", "萬": "万", "噸": "吨", "畝": "亩",
    "－": "-", "–": "-", "−": "-", "‑": "-", "．": ".", "｜": "|", "﹪": "%", "　": " ", "\u00a0": " ", "\t": " ",
    # Full-width digits, letters and the signs between them stand in the same order as the half-width ones.
    **{chr(0xFF10 + place): chr(0x30 + place) for place in range(0x4B)},
})  # fmt: skip
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Blanks that PDF and copied text put between hanzi and digits carry no meaning; those between Latin words do.
_IDLE_BLANK = re.compile(rf"(?<=[{_HAN}，。；、：])\s+(?=[\w(〔<>≥≤+-])|(?<=[\d%)〕])\s+(?=[{_HAN}%])")

# A figure that a scan or a group of three parts: 5 200亩, 1 2.5%. In Chinese text no two figures stand with
# only a blank between them, but for the numbers of tables, boxes and articles before another figure.
_PARTED = re.compile(
    rf"(?<=[{_HAN}])(?<![表图栏件第章节条款号])\s?\d{{1,3}}(?P<blank>\s)\d{{1,3}}(?:\.\d+)?(?=\s?[%‰{_HAN}])(?!\s?[年月日])"
)
# Scans take the dash for 一: 2021一2025年, 5%一6%.
_DASH = re.compile(r"(?<=\d)一(?=\d)|(?<=\d[年%‰])一(?=\d)")
# Marks of footnotes behind the word they explain; ² and ³ behind a letter belong to a unit.
_FOOTNOTE = re.compile(rf"(?<=[{_HAN}”》)%])(?:[①-⑳]|[¹²³⁰⁴-⁹]+|[\[［]\d{{1,2}}[\]］])(?=[{_HAN}，。；、,;:()（）“]|$)")
_FULL_WIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ％＜＞＋．]+")
_DIGITS_APART = re.compile(r"\d{1,3}[ \u3000\u00a0]\d{1,3}(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A run of a block made uniform: half-width signs and digits, no idle blanks.

    origin: for each character of `text` its offset in the block's text, plus one entry for the end.
    """

    block: Block
    text: str
    origin: tuple[int, ...]

    def cite(self, start: int, end: int) -> Citation:
        """Return the exact words behind `text[start:end]`."""
        if start >= end:
            return self.block.cite(self.origin[start], self.origin[start])
        return self.block.cite(self.origin[start], self.origin[end - 1] + 1)


def normalise(block: Block, start: int = 0, end: int | None = None) -> Normalised:
    """Make `block.text[start:end]` uniform for matching; full-width digits and letters become half-width."""
    raw = block.text[start:end]
    # A row of a table in plain text: what is in one cell is not said of the next.
    sign = next((sign for sign in "\t|｜" if raw.strip().count(sign) > 1), None)
    even = (raw.replace(sign, ";") if sign else raw).translate(_SAME)
    if "一" in even:
        even = _DASH.sub("-", even)
    idle = {i for match in _IDLE_BLANK.finditer(even) for i in range(match.start(), match.end())}
    idle.update(match.start("blank") for match in _PARTED.finditer(even))
    idle.update(i for match in _FOOTNOTE.finditer(even) for i in range(*match.span()))
    if not idle:
        return Normalised(block, even, tuple(range(start, start + len(raw) + 1)))
    kept = [i for i in range(len(even)) if i not in idle]
    return Normalised(block, "".join(even[i] for i in kept), (*(start + i for i in kept), start + len(raw)))


_NEAR = 20  # more than any pattern looks back or ahead


def mended(block: Block, start: int, end: int) -> Iterator[Fired]:
    """Yield what `normalise` makes uniform in `block.text[start:end]`, in the block's own places."""
    for match in _FULL_WIDTH.finditer(block.text, start, end):
        yield Fired(Phenomenon.FULL_WIDTH, *match.span())
    # Only the words around, not the whole block: one paragraph may hold thousands of statements.
    before = max(start - _NEAR, 0)
    around = block.text[before : end + _NEAR].translate(_SAME)
    for match in _DASH.finditer(around, start - before, end - before):
        first, last = match.start() + before, match.end() + before
        yield Fired(Phenomenon.DASH_FOR_ONE, max(first - 1, start), min(last + 1, end))
    for match in _FOOTNOTE.finditer(block.text, start, end):
        yield Fired(Phenomenon.FOOTNOTE_MARK, *match.span())
    for match in _DIGITS_APART.finditer(block.text, start, end):
        yield Fired(Phenomenon.DIGITS_WITH_BLANKS, *match.span())
