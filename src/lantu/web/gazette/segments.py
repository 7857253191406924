"""Cut a text where marked runs begin and end, and nest the runs, however they overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    """Words under the same runs.

    spans: positions of the runs in the list given, the outermost (longest) first.
    """

    text: str
    spans: tuple[int, ...] = ()


@dataclass(slots=True)
class Piece:
    """A run, or a part of one that another run cuts.

    span: position of the run in the list given. is_first, is_last: whether the run begins, ends here.
    parts: words, and the pieces that stand inside.
    """

    span: int
    is_first: bool = False
    is_last: bool = False
    parts: list[str | Piece] = field(default_factory=list)


def segments(text: str, spans: Sequence[Span]) -> tuple[Segment, ...]:
    """Return the text cut at every start and end of a span; the segments' words together are the text.

    spans: (start, end) in characters, end excluded; what reaches outside the text is clipped, what is empty left out.
    """
    size = len(text)
    clipped = [(max(0, start), min(size, end)) for start, end in spans]
    cuts = sorted({0, size, *(at for start, end in clipped if start < end for at in (start, end))})
    outermost_first = sorted(
        (n for n, (start, end) in enumerate(clipped) if start < end),
        key=lambda n: (clipped[n][0] - clipped[n][1], clipped[n][0], n),
    )
    found, waiting = [], sorted(outermost_first, key=lambda n: clipped[n][0])
    rank = {n: at for at, n in enumerate(outermost_first)}
    running: list[int] = []
    next_one = 0
    for left, right in pairwise(cuts):
        running = [n for n in running if clipped[n][1] > left]
        while next_one < len(waiting) and clipped[waiting[next_one]][0] <= left:
            running.append(waiting[next_one])
            next_one += 1
        found.append(Segment(text[left:right], tuple(sorted(running, key=rank.__getitem__))))
    return tuple(found)


def nested(cut: Sequence[Segment]) -> list[str | Piece]:
    """Return segments as words and pieces, each piece holding the shorter runs within it.

    A run that another, longer one cuts across becomes several pieces; the first and the last of them are told.
    """
    whole: list[str | Piece] = []
    stack: list[Piece] = []
    last: dict[int, Piece] = {}
    for segment in cut:
        shared = 0
        while shared < min(len(stack), len(segment.spans)) and stack[shared].span == segment.spans[shared]:
            shared += 1
        del stack[shared:]
        for span in segment.spans[shared:]:
            piece = Piece(span, is_first=span not in last)
            (stack[-1].parts if stack else whole).append(piece)
            stack.append(piece)
            last[span] = piece
        (stack[-1].parts if stack else whole).append(segment.text)
    for piece in last.values():
        piece.is_last = True
    return whole
