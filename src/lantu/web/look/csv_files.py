"""CSV files that spreadsheet programs open rightly and run nothing of."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable

from django.http import HttpResponse
from django.utils.http import content_disposition_header

BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheet programs of Chinese offices take the file for GBK."""


def csv_response(name: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> HttpResponse:
    """Return a table as a CSV file to download.

    name: the file's name without its ending, in any script; control characters are left out.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    response = HttpResponse(BYTE_ORDER_MARK + file.getvalue(), content_type="text/csv; charset=utf-8")
    plain = "".join(sign for sign in name if not unicodedata.category(sign).startswith("C"))
    disposition = content_disposition_header(as_attachment=True, filename=f"{plain}.csv")
    assert disposition is not None
    response["Content-Disposition"] = disposition
    return response


def harmless(cell: str) -> str:
    """Return a cell no spreadsheet takes for a formula: an apostrophe before = + - @, but not before a number."""
    if cell.lstrip()[:1] in ("=", "+", "-", "@") and not _is_number(cell):
        return f"'{cell}"
    return f"'{cell}" if cell[:1] in ("\t", "\r", "\n") else cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return not cell[:1].isspace() and cell.isascii() and "_" not in cell and any(sign.isdigit() for sign in cell)
