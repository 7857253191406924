"""One format a file: every module here is found by being here, and asked how much a file looks like its own."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Protocol, cast

from lantu.documents.content import Body, Content


class Format(Protocol):
    """What a module of this folder declares.

    NAME: how the format is called in `Document.format`.
    """

    NAME: str

    def likeness(self, content: Content) -> float:
        """Return from 0 (not mine) to 1 (certainly mine) how much the content looks like this format."""

    def read(self, content: Content) -> Body:
        """Return the blocks of content that looks like this format.

        Raises Fault where it is damaged or empty.
        """


def formats() -> Iterator[Format]:
    """Yield every format; a module imports its parser only inside `read`, so that asking is cheap."""
    for module in pkgutil.iter_modules(__path__):
        yield cast(Format, importlib.import_module(f"{__name__}.{module.name}"))
