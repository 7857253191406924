"""Print every comparison, and fail where one is off: `python -m tools.truth`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tools.truth import numbers, outlook, verdicts
from tools.truth.comparison import Comparison


def comparisons() -> Iterator[Comparison]:
    """Yield all comparisons, in the order of the table."""
    yield from numbers.comparisons()
    yield from verdicts.comparisons()
    yield from outlook.comparisons()


def main() -> None:
    """Print name, cases, equal and worst difference of each; exit 1 where one does not hold."""
    if not numbers.TRUTH.is_dir():
        raise SystemExit(f"{numbers.TRUTH} is not here: nothing can be compared")
    off = []
    print(f"{'':2}{'comparison':<66}{'cases':>7}{'equal':>7}{'worst':>12}{'allowed':>12}")
    for one in comparisons():
        mark = "●" if one.holds else "▼"
        print(f"{mark} {one.name:<66}{one.cases:>7}{one.equal:>7}{one.worst:>12.3g}{one.within:>12.3g}", flush=True)
        if not one.holds:
            off.append(one.name)
    if off:
        print(f"off: {'; '.join(off)}", file=sys.stderr)
        raise SystemExit(1)


if __name__ == "__main__":
    main()
