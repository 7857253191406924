"""What counts as the address of a page on the web."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_web_address(words: str) -> bool:
    """Return whether words are one whole http or https address that a browser can open."""
    if any(sign.isspace() for sign in words):
        return False
    try:
        parts = urlsplit(words)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
