"""Users, and the failed log-ins that slow a guesser down."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from lantu.web.look.language import page_language


class User(AbstractUser):
    """Somebody who may log in; what they may do is told by their groups' permissions."""

    unit = models.CharField(max_length=200, blank=True)
    """The organisation they speak for, as shown beside what they enter."""

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """Unit and name as shown on pages; a unit named in both languages, `中文 / English`, in the page's own."""
        zh, _, en = self.unit.partition(" / ")
        return " ".join(filter(None, (en if en and page_language() == "en" else zh, self.first_name or self.username)))


class FailedLogin(models.Model):
    """One wrong password: for which name, from which address, when."""

    name = models.CharField(max_length=150)
    address = models.GenericIPAddressField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Found by name and by address, within a time."""

        indexes = (models.Index(fields=("name", "at")), models.Index(fields=("address", "at")))

    def __str__(self) -> str:
        return f"{self.name} from {self.address} at {self.at:%Y-%m-%d %H:%M}"
