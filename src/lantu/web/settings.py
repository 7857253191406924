"""Django settings."""

from __future__ import annotations

SECRET_KEY = "unsafe"  # noqa: S105
USE_TZ = True
INSTALLED_APPS: list[str] = []
