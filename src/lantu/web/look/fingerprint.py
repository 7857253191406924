"""A short digest of the static files, so that their address changes exactly when they do."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path


def fingerprint(folder: Path) -> str:
    """Return twelve hex digits that stand for every file under the folder."""
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
