"""A title broken into lines of about one length, where the words allow it."""

from __future__ import annotations

import re

_NEVER_FIRST = "》”）、，。：；！？"
_NEVER_LAST = "《“（"
_GOOD_AFTER = "》、的"
_GOOD_BEFORE = "和与及暨《"
_BONUS = 2.5
# What the titles of plans and papers are made of is not broken in two.
_WHOLE = re.compile(
    r"第[一二三四五六七八九十]+个?五年|规划|计划|纲要|国民|经济|社会|发展|远景|目标|审核|意见|建设|实施|方案|报告|专项|保护|五年"
    r"|[0-9A-Za-z][0-9A-Za-z.,%’'-]*年?"
)


def title_lines(title: str, most: float) -> tuple[str, ...]:
    """Return the lines of a title, each at most about `most` wide; a hanzi is 1 wide, a letter or digit a half.

    Lines are of about one length, so that none is left with one or two characters. They break after 》 、 的 or before
    和 与 《 where one is near, and never inside a number, a Latin word or a usual word of titles.
    """
    words = title.strip()
    whole = _width(words)
    count = max(1, -(-int(whole * 2) // int(most * 2)))
    lines: list[str] = []
    for left in range(count, 1, -1):
        goal = _width(words) / left
        cut = min(_breaks(words), key=lambda at: _cost(words, at, goal), default=len(words))
        lines.append(words[:cut].strip())
        words = words[cut:].strip()
    return tuple(line for line in (*lines, words) if line)


def _breaks(words: str) -> list[int]:
    inside = {at for match in _WHOLE.finditer(words) for at in range(match.start() + 1, match.end())}
    return [
        at for at in range(1, len(words))
        if at not in inside and words[at] not in _NEVER_FIRST and words[at - 1] not in _NEVER_LAST
    ]  # fmt: skip


def _cost(words: str, at: int, goal: float) -> float:
    is_good = words[at - 1] in _GOOD_AFTER or words[at] in _GOOD_BEFORE or words[at - 1] == " "
    return abs(_width(words[:at]) - goal) - (_BONUS if is_good else 0)


def _width(words: str) -> float:
    return sum(0.5 if character < "\u2000" else 1 for character in words)
