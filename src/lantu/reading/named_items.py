"""Projects, systems and policies that body text names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from lantu.plan.citation import Citation
from lantu.plan.ground import Step
from lantu.plan.identity import Identities
from lantu.plan.named_item import NamedItem, Policy, Project, System
from lantu.reading.english_names import english_policies, english_projects, english_systems
from lantu.reading.grammar.english import is_english
from lantu.reading.grounds import Grounds
from lantu.reading.named import Named, is_loose
from lantu.reading.passage import Passage
from lantu.reading.phenomenon import Phenomenon
from lantu.reading.policies import named_policies
from lantu.reading.project_lists import with_lists
from lantu.reading.projects import named_projects
from lantu.reading.systems import named_systems

_Item = TypeVar("_Item", bound=NamedItem)
_Found = Iterator[Named]
_SIGNS = re.compile(r"[\W_]+")


def find_projects(passages: Sequence[Passage], identities: Identities, grounds: Grounds) -> tuple[Project, ...]:
    """Find the projects that passages name, each where a block names it first."""
    found = (
        (passage, english_projects(passage) if _in_english(passage) else named_projects(passage, listed))
        for passage, listed in with_lists(passages)
    )
    return _items(Project, "project", found, identities, grounds)


def find_systems(passages: Sequence[Passage], identities: Identities, grounds: Grounds) -> tuple[System, ...]:
    """Find the systems, platforms, networks and registers that passages name, each where a block names it first."""
    found = (
        (passage, english_systems(passage) if _in_english(passage) else named_systems(passage)) for passage in passages
    )
    return _items(System, "system", found, identities, grounds)


def find_policies(passages: Sequence[Passage], identities: Identities, grounds: Grounds) -> tuple[Policy, ...]:
    """Find the documents, plans, actions, pilots and strategies that passages name, once a block."""
    found = (
        (passage, english_policies(passage) if _in_english(passage) else named_policies(passage))
        for passage in passages
    )
    return _items(Policy, "policy", found, identities, grounds)


def _in_english(passage: Passage) -> bool:
    return is_english(passage.block.text[passage.start : passage.end])


def _items(
    sort: Callable[[str, str, str, str | None, Citation], _Item],
    word: str,
    named: Iterable[tuple[Passage, _Found]],
    identities: Identities,
    grounds: Grounds,
) -> tuple[_Item, ...]:
    """Give each name its id; a block that names the same thing twice counts once."""
    items: list[_Item] = []
    seen: set[tuple[int, str]] = set()
    taken: dict[int, list[Citation]] = {}
    for passage, names in named:
        section = passage.section.id if passage.section else None
        for name in sorted(names, key=lambda named: (named.source.start, -named.source.end)):
            source = name.source
            key = (source.block, _SIGNS.sub("", source.quote))
            inside = taken.setdefault(source.block, [])
            if not key[1] or key in seen or any(c.start < source.end and source.start < c.end for c in inside):
                continue
            seen.add(key)
            inside.append(source)
            given = identities.give(word, source.quote)
            loose = (Step(Phenomenon.LOOSE_ENDING, source),) if is_loose(source.quote) else ()
            grounds.lay(given, word, (*name.steps, *loose))
            items.append(sort(given, source.quote, name.kind, section, source))
    return tuple(items)
