"""Run the subjects, all or those named (`python -m tools.bench reading checking`), and write docs/performance.md.

The part of a subject that is not run stays on the page as it was.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import pkgutil
import platform
import re
import sys
import time
from pathlib import Path
from types import ModuleType

from tools.bench import subjects

PAGE = Path("docs/performance.md")
OPENING = (
    "# Performance\n\nMade by `make bench`, on 2 cores unless a part says otherwise. The machine is shared and noisy: "
    "read medians and ratios, not single figures.\n"
)


def found_subjects() -> dict[str, ModuleType]:
    """Return the subjects by name, in the order of the page."""
    names = [module.name for module in pkgutil.iter_modules(subjects.__path__)]
    modules = {name: importlib.import_module(f"tools.bench.subjects.{name}") for name in names}
    return dict(sorted(modules.items(), key=lambda pair: pair[1].ORDER))


def parts_of(page: str) -> dict[str, str]:
    """Return the parts that stand on the page, by heading."""
    return {part.split("\n", 1)[0]: part.split("\n", 1)[1].strip() for part in re.split(r"^## ", page, flags=re.M)[1:]}


def main() -> None:
    """Measure and write; a subject that cannot be measured here keeps its old part, and a line says so."""
    wanted = set(sys.argv[1:])
    modules = found_subjects()
    if unknown := wanted - set(modules):
        raise SystemExit(f"no such subject: {', '.join(sorted(unknown))}; there are: {', '.join(modules)}")
    for name, module in modules.items():
        if wanted and name not in wanted:
            continue
        if lacking := [need for need in getattr(module, "NEEDS", ()) if importlib.util.find_spec(need) is None]:
            print(f"{name}: NOT MEASURED, it needs {', '.join(lacking)}", file=sys.stderr)
            continue
        print(f"{name} …", file=sys.stderr)
        measured = "\n".join(module.lines())
        where = f"{os.cpu_count()} cores, Python {platform.python_version()}, {time.strftime('%Y-%m-%d')}"
        print(measured)
        write_part(PAGE, module.TITLE, f"Measured on {where}.\n\n{measured}", [m.TITLE for m in modules.values()])


def write_part(page: Path, title: str, part: str, order: list[str]) -> None:
    """Write one part into the page as it stands now: while it was measured, others may have written theirs."""
    parts = parts_of(page.read_text(encoding="utf-8")) if page.is_file() else {}
    parts[title] = part
    page.write_text(
        OPENING + "".join(f"\n## {known}\n\n{parts[known]}\n" for known in order if known in parts), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
