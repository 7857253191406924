"""The fields of an item as a form shows them, and what was posted as the core takes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lantu.plan.message import Message
from lantu.plan.named_item import NamedItem
from lantu.plan.reading import Reading
from lantu.plan.review.deciding import Wording
from lantu.plan.review.field import FIELDS, Field, Fields, Shape, fields_of
from lantu.plan.review.kind import NAMED, ItemKind, Value, values_of
from lantu.web.gazette.plan_text import Same
from lantu.web.reviews.words import choice_words

_NONE = Message("—", "—")


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form: options are (value, words) of a choice, () where one writes."""

    name: str
    label: Message
    value: str
    options: tuple[tuple[str, Message], ...] = ()
    must: bool = False
    is_number: bool = False


def form_fields(reading: Reading, kind: ItemKind, values: Mapping[str, str], prefix: str = "") -> tuple[FormField, ...]:
    """Return the fields of a kind, filled with these values; prefix goes before every name.

    The finer sorts to choose from are those that the reading knows of the kind.
    """
    sorts = _sorts(Same(reading)).get(kind, ()) if kind in NAMED else ()
    return tuple(_form_field(field, values.get(field.name, ""), prefix, sorts) for field in FIELDS[kind])


def values_of_item(kind: ItemKind, value: Value) -> dict[str, str]:
    """Return what stands in the fields of an item."""
    return dict(fields_of(kind, value))


def posted_values(kind: ItemKind, posted: Mapping[str, str], prefix: str = "") -> dict[str, str]:
    """Return what was posted for the fields of a kind; a field that was not sent is left out."""
    names = [field.name for field in FIELDS[kind]]
    return {name: posted[f"{prefix}f-{name}"] for name in names if f"{prefix}f-{name}" in posted}


def posted_fields(kind: ItemKind, posted: Mapping[str, str], prefix: str = "") -> Fields:
    """Return what was posted as the core takes it."""
    return tuple(posted_values(kind, posted, prefix).items())


def posted_wording(kind: ItemKind, posted: Mapping[str, str], prefix: str = "") -> Wording:
    """Return the words and fields that were posted; block 0, which no document has, where the number is none."""
    block = posted.get(f"{prefix}block", "")
    number = int(block) if block.isascii() and block.isdigit() and len(block) < 9 else 0
    return Wording(number, posted.get(f"{prefix}words", ""), posted_fields(kind, posted, prefix))


@lru_cache(maxsize=16)
def _sorts(same: Same) -> dict[ItemKind, tuple[str, ...]]:
    found: dict[ItemKind, set[str]] = defaultdict(set)
    for kind, value in values_of(same.value):
        if isinstance(value, NamedItem) and value.kind:
            found[kind].add(value.kind)
    return {kind: tuple(sorted(sorts)) for kind, sorts in found.items()}


def _form_field(field: Field, value: str, prefix: str, sorts: tuple[str, ...]) -> FormField:
    options: tuple[tuple[str, Message], ...] = ()
    if field.name == "kind" and sorts:
        known = sorts if value in ("", *sorts) else (*sorts, value)
        options = (("", _NONE), *((one, choice_words(field, one)) for one in known))
    elif field.shape is Shape.CHOICE:
        known = field.choices if value in ("", *field.choices) else (*field.choices, value)
        options = (*(() if field.must else (("", _NONE),)), *((one, choice_words(field, one)) for one in known))
    elif field.shape is Shape.YES_NO:
        options = (("", Message("否", "no")), ("true", Message("是", "yes")))
    return FormField(f"{prefix}f-{field.name}", field.label, value, options, field.must, field.shape is Shape.NUMBER)
