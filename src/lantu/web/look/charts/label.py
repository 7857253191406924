"""Labels beside points: each goes where it covers least."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot

from django.utils.html import format_html
from django.utils.safestring import SafeString

Place = tuple[float, float]
Box = tuple[float, float, float, float]

_LINE = 13.0
_STRIDE = 4.0


def width_of(text: str, size: float = 13) -> float:
    """Return about how wide a text is, in pixels: a hanzi is square, a digit 0.56 of it."""
    return sum(size if ord(letter) > 0x2E7F else size * 0.56 for letter in text)


@dataclass
class Labels:
    """Sets labels one after the other and remembers what is covered.

    lines: polylines that a label should not lie on. bounds: the paper's edges, left, top, right, bottom.
    """

    bounds: Box
    lines: Sequence[Sequence[Place]] = ()
    _taken: list[Box] = field(default_factory=list)
    _crowded: list[Place] = field(default_factory=list)

    def __post_init__(self) -> None:
        for line in self.lines:
            for (x1, y1), (x2, y2) in pairwise(line):
                steps = max(1, round(hypot(x2 - x1, y2 - y1) / _STRIDE))
                self._crowded += [(x1 + (x2 - x1) * k / steps, y1 + (y2 - y1) * k / steps) for k in range(steps + 1)]

    def beside(self, place: Place, text: str, kind: str = "", *, gap: float = 12) -> SafeString:
        """Return the text element for a label of the point, above, below or to a side of it."""
        x, y = place
        width = width_of(text)
        offers: list[tuple[float, float, str]] = [
            (x, y - gap, "middle"),
            (x, y + gap + 10, "middle"),
            (x - gap * 0.6, y - gap * 0.8, "end"),
            (x + gap * 0.6, y + gap + 8, "start"),
            (x + gap * 0.6, y - gap * 0.8, "start"),
            (x - gap * 0.6, y + gap + 8, "end"),
            (x - gap, y + 4, "end"),
            (x + gap, y + 4, "start"),
        ]
        best = min(offers, key=lambda offer: (self._cost(self._box(offer, width)), offers.index(offer)))
        return self.put(best, text, kind)

    def put(self, offer: tuple[float, float, str], text: str, kind: str = "") -> SafeString:
        """Return the text element at a place that is already decided, and remember it."""
        self._taken.append(self._box(offer, width_of(text)))
        x, y, anchor = offer
        return format_html(
            '<text{} x="{}" y="{}"{}>{}</text>',
            format_html(' class="{}"', kind) if kind else "",
            f"{x:.1f}",
            f"{y:.1f}",
            "" if anchor == "start" else format_html(' text-anchor="{}"', anchor),
            text,
        )

    def keep_free(self, places: Iterable[Place], radius: float = 7) -> None:
        """Let no label cover these points."""
        self._taken += [(x - radius, y - radius, x + radius, y + radius) for x, y in places]

    def _box(self, offer: tuple[float, float, str], width: float) -> Box:
        x, y, anchor = offer
        left = {"middle": x - width / 2, "end": x - width, "start": x}[anchor]
        return (left, y - _LINE + 2, left + width, y + 3)

    def _cost(self, box: Box) -> float:
        left, top, right, bottom = box
        low_x, low_y, high_x, high_y = self.bounds
        outside = max(0, low_x - left) + max(0, right - high_x) + max(0, low_y - top) + max(0, bottom - high_y)
        overlaps = sum(left < t[2] and t[0] < right and top < t[3] and t[1] < bottom for t in self._taken)
        on_lines = sum(left - 2 < x < right + 2 and top - 2 < y < bottom + 2 for x, y in self._crowded)
        return outside * 10 + overlaps * 60 + on_lines * 4
