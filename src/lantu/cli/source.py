"""What a file argument means: a document to read, or a plan package to open."""

from __future__ import annotations

from pathlib import Path

from lantu.documents.opening import open_document
from lantu.exchange.package_folder import read_package
from lantu.plan.package import Package
from lantu.reading import read


def load(path: Path) -> Package:
    """Return the package behind a path; a document is read first and has no observations.

    Raises Fault when the path is neither.
    """
    if path.is_dir():
        return read_package(path)
    return Package(read(open_document(path)))
