"""Pin what is installed in .venv into two lock files: names and exact versions, no addresses.

requirements.lock holds what Lantu and its tests need; requirements-nation.lock what the group `nation` adds to it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

LOCK, NATION = Path("requirements.lock"), Path("requirements-nation.lock")
HEADER = "# Exact versions that the tests ran with. Made by `make lock`; no addresses.\n"


def plain(name: str) -> str:
    """Return a package's name as it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def closure(wanted: Iterable[str]) -> dict[str, str]:
    """Return what is wanted and all that it needs here, by name with versions; what is not installed is left out."""
    found: dict[str, str] = {}
    waiting = [(Requirement(line), frozenset[str]()) for line in wanted]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement, inherited = waiting.pop()
        extras = frozenset(requirement.extras)
        markers = [{"extra": extra} for extra in inherited or {""}]
        if requirement.marker and not any(requirement.marker.evaluate(marker) for marker in markers):
            continue
        name = plain(requirement.name)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        try:
            installed = distribution(requirement.name)
        except PackageNotFoundError:
            continue
        found[name] = f"{installed.metadata['Name']}=={installed.version}"
        waiting += [(Requirement(line), extras) for line in installed.requires or ()]
    return found


def main() -> None:
    """Write both lock files beside pyproject.toml; the second stays as it is where the group is not installed."""
    about = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    groups = about["dependency-groups"]
    build = about["build-system"]["requires"]
    core = closure([*about["project"]["dependencies"], *groups["dev"], *build, "editables"])
    LOCK.write_text(HEADER + "\n".join(sorted(core.values(), key=str.lower)) + "\n", encoding="utf-8")
    print(f"{LOCK}: {len(core)} packages")
    nation = closure(groups["nation"])
    if not set(map(plain, groups["nation"])) <= set(nation):
        print(f"{NATION}: left as it is, the group `nation` is not installed")
        return
    more = {name: pin for name, pin in nation.items() if name not in core}
    NATION.write_text(HEADER + "\n".join(sorted(more.values(), key=str.lower)) + "\n", encoding="utf-8")
    print(f"{NATION}: {len(more)} packages more")


if __name__ == "__main__":
    main()
