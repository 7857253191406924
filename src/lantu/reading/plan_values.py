"""Values of the plan from another process: what a broken parser sends must not be code."""

from __future__ import annotations

import datetime
import io
import pickle
import sys
from enum import Enum
from typing import Any

_PLAN, _READING = "lantu.plan.", "lantu.reading."  # of the latter enumerations alone, which name what was read by
_PLAIN: dict[tuple[str, str], Any] = {
    **{("builtins", kind.__name__): kind for kind in (frozenset, set, complex, bytearray)},
    **{("datetime", kind.__name__): kind for kind in (datetime.date, datetime.datetime, datetime.timedelta)},
}


def plan_values(data: bytes) -> Any:
    """Return what was pickled, where it is made of plain values classes of `lantu.plan` and enumerations alone.

    Raises pickle.UnpicklingError where it names anything else, or is no pickle.
    """
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except pickle.UnpicklingError:
        raise
    except Exception as error:  # a pickle that is wrong inside may break in any way
        raise pickle.UnpicklingError(f"{type(error).__name__}: {error}") from error


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str, /) -> Any:
        if (module, name) in _PLAIN:
            return _PLAIN[module, name]
        # Nothing is imported for it, and only a class that was made there is taken: a room also holds what it imports.
        found = None if "." in name else getattr(sys.modules.get(module), name, None)
        if not isinstance(found, type) or found.__module__ != module:
            raise _no_value(module, name)
        if module.startswith(_PLAN) or (module.startswith(_READING) and issubclass(found, Enum)):
            return found
        raise _no_value(module, name)


def _no_value(module: str, name: str) -> pickle.UnpicklingError:
    return pickle.UnpicklingError(f"{module}.{name} is no value of a plan")
