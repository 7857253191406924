"""Cells of CSV files that no spreadsheet program takes for a formula, and back."""

from __future__ import annotations

# Programs of Chinese and Japanese offices take the wide signs for the narrow ones.
_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BLANKS = ("\t", "\r", "\n")


def guarded(cell: str) -> str:
    """Return a cell with an apostrophe before it where a program might run it; a number stays as it is.

    `unguarded` gives back the very cell. Source: OWASP, CSV Injection.
    """
    return f"'{cell}" if _needs_guard(cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that `guarded` put before it."""
    return cell[1:] if cell.startswith("'") and _needs_guard(cell[1:]) else cell


def _needs_guard(cell: str) -> bool:
    """Whether it might be run; what has apostrophes before that already gets one more, so that it comes back."""
    bare = cell.lstrip("'")
    if bare.startswith(_BLANKS):
        return True
    return bare.lstrip().startswith(_SIGNS) and not _is_number(bare)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return not cell[:1].isspace() and cell.isascii() and "_" not in cell and any(sign.isdigit() for sign in cell)
