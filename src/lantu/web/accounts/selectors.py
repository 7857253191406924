"""How often somebody failed to log in lately."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from lantu.web.accounts.models import FailedLogin

WINDOW = timedelta(minutes=15)
MOST_PER_NAME = 5
MOST_PER_ADDRESS = 25


def is_locked_out(name: str, address: str | None) -> bool:
    """Return whether log-ins for this name, or from this address, must wait."""
    recent = FailedLogin.objects.filter(at__gt=timezone.now() - WINDOW)
    if recent.filter(name=name).count() >= MOST_PER_NAME:
        return True
    return address is not None and recent.filter(address=address).count() >= MOST_PER_ADDRESS
