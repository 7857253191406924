"""Make users; keep count of failed log-ins."""

from __future__ import annotations

import secrets

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils import timezone

from lantu.web.accounts.models import FailedLogin, User
from lantu.web.accounts.selectors import WINDOW

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that are taken for one another


def random_password() -> str:
    """Return a password of four groups of four letters: 79 bits, easy to copy by hand."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


@transaction.atomic
def make_user(
    name: str, password: str, *, unit: str = "", may: tuple[str, ...] = (), administrator: bool = False
) -> User:
    """Make a user; `may` names permissions as `app.codename`, given through a group of the same name.

    Raises IntegrityError when the name is taken.
    """
    if administrator:
        return User.objects.create_superuser(name, password=password, unit=unit)
    user = User.objects.create_user(name, password=password, unit=unit)
    for permission in may:
        app, codename = permission.split(".")
        group, _ = Group.objects.get_or_create(name=codename)
        group.permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
        user.groups.add(group)
    return user


def note_failed_login(name: str, address: str | None) -> None:
    """Remember a wrong password, and forget those outside the window."""
    FailedLogin.objects.filter(at__lte=timezone.now() - WINDOW).delete()
    FailedLogin.objects.create(name=name[:150], address=address)


def forget_failed_logins(name: str, address: str | None) -> None:
    """Clear the count of a name whose owner came in from the address."""
    FailedLogin.objects.filter(name=name, address=address).delete()
