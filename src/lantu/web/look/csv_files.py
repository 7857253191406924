"""CSV files that spreadsheet programs open rightly and run nothing of."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from lantu.plan.guarded_cell import guarded

BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheet programs of Chinese offices take the file for GBK."""


def csv_response(name: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> HttpResponse:
    """Return a table as a CSV file to download.

    name: the file's name without its ending, in any script; control characters are left out.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(heads)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    response = HttpResponse(BYTE_ORDER_MARK + file.getvalue(), content_type="text/csv; charset=utf-8")
    plain = "".join(sign for sign in name if not unicodedata.category(sign).startswith("C"))
    disposition = content_disposition_header(as_attachment=True, filename=f"{plain}.csv")
    assert disposition is not None
    response["Content-Disposition"] = disposition
    return response
