"""How often somebody failed to log in lately."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from lantu.web.accounts.models import FailedLogin

WINDOW = timedelta(minutes=15)
MOST_PER_NAME_AND_ADDRESS = 5
MOST_PER_ADDRESS = 25


def is_locked_out(name: str, address: str | None) -> bool:
    """Return whether log-ins for this name from this address, or for any name from it, must wait.

    A name alone is never locked: else five wrong tries of anybody would keep its owner out.
    """
    recent = FailedLogin.objects.filter(at__gt=timezone.now() - WINDOW, address=address)
    if recent.filter(name=name).count() >= MOST_PER_NAME_AND_ADDRESS:
        return True
    return address is not None and recent.count() >= MOST_PER_ADDRESS
