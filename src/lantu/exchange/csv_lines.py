"""Lines of CSV as this room writes them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable


def line_of(cells: Iterable[str]) -> str:
    """Return a line of CSV that reads back as the same cells, whatever stands in them; it ends with \\n.

    It is written with \\r\\n first, because Python before 3.13 quotes a lone \\r only then.
    """
    line = io.StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"
