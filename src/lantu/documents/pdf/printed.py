"""A printed page as values: glyphs and rules by their place, in points from its upper left corner."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as it stands on the page.

    x0, x1: its left and right edge; base: its baseline, growing downwards; size: of its font, in points.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """The point that decides in which cell it stands."""
        return (self.x0 + self.x1) / 2, self.base - 0.35 * self.size


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along the page or down it.

    place: where it stands across its direction (y of one along the page); start, end: from where to where it runs.
    """

    along: bool
    place: float
    start: float
    end: float


@dataclass(slots=True)
class PrintedPage:
    """What stands on one page.

    number: from 1, as the file counts; pictured: the share of the page that pictures cover, from 0 to 1.
    unmapped: how many glyphs the file gives no character for.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictured: float = 0.0
    unmapped: int = 0
