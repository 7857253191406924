"""Cases that a planner writes in YAML, made into readings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from lantu.plan.citation import Citation
from lantu.plan.document import Block, Document
from lantu.plan.indicator import Baseline, Commitment, Direction, Growth, GrowthKind, Indicator, Target, TargetForm
from lantu.plan.named_item import Project
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Reading
from lantu.plan.region import Region
from lantu.plan.section import Level, Section
from lantu.plan.statement import Fact, Pledge
from lantu.plan.task import Task
from lantu.reading import read

FOLDER = Path("tests/cases/checking")
_LEVELS = list(Level)


def load_cases() -> list[tuple[str, dict[str, Any]]]:
    """Return every case with the rule it is for."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        found += [(path.stem, case) for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
    return found


def readings_of(case: dict[str, Any]) -> list[Reading]:
    """Return the plan of a case, and the plan above it where there is one."""
    own = _fragment(case["fragment"]) if "fragment" in case else _structured(case)
    above = [_structured({"indicators": case["above"], "region": "某省"}, "above.txt")] if "above" in case else []
    others = [_structured(other, f"other{n}.txt") for n, other in enumerate(case.get("others", []), 1)]
    return [own, *above, *others]


def _fragment(text: str) -> Reading:
    lines = text.strip("\n").split("\n")
    return read(Document("fragment.txt", "", tuple(Block(n, line) for n, line in enumerate(lines, 1)), language="zh"))


class _Lines:
    """The lines of a case; rows and headings that a case does not write out are added at the end."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = list(lines)

    def add(self, text: str) -> Citation:
        self.lines.append(text)
        return Citation(len(self.lines), 0, len(text), text)

    def cite(self, quote: str) -> Citation:
        for number, line in enumerate(self.lines, 1):
            if quote in line:
                start = line.index(quote)
                return Citation(number, start, start + len(quote), quote)
        return self.add(quote)


def _structured(case: dict[str, Any], name: str = "plan.txt") -> Reading:
    lines = _Lines(case.get("lines", []))
    sections = _sections(case.get("sections", []), lines)
    pledges = tuple(
        Pledge(f"p{n}", row["subject"], _comparator(row), _number(row.get("value")), _number(row.get("value_high")),
               row.get("unit"), row.get("deadline") and str(row["deadline"]), None, lines.cite(row["quote"]))
        for n, row in enumerate(case.get("commitments", []))
    )  # fmt: skip
    facts = tuple(
        Fact(f"f{n}", row["subject"], _comparator(row), _number(row.get("value")), row.get("unit"), row.get("period"),
             None, lines.cite(row["quote"]))
        for n, row in enumerate(case.get("facts", []))
    )  # fmt: skip
    tasks = tuple(
        Task(f"t{n}", row["title"], None, tuple(row.get("lead", ())), tuple(row.get("supporting", ())),
             row.get("deadline"), lines.cite(row["quote"]))
        for n, row in enumerate(case.get("tasks", []))
    )  # fmt: skip
    projects = tuple(
        Project(f"j{n}", name, "", None, lines.cite(name)) for n, name in enumerate(case.get("projects", []))
    )
    period = Period.parse(case.get("period", "2021-2025"))
    region = case.get("region", "某县")
    plan = Plan(f"{region}规划", Region(region), period, case.get("horizon"), sections,
                _indicators(case.get("indicators", []), lines), pledges, tasks, projects)  # fmt: skip
    blocks = tuple(Block(n, line) for n, line in enumerate(lines.lines, 1))
    return Reading(plan, Document(name, "", blocks, language="zh"), facts)


def _sections(rows: list[dict[str, Any]], lines: _Lines) -> tuple[Section, ...]:
    made: list[Section] = []
    for n, row in enumerate(rows):
        level = Level(row["level"])
        above = [s for s in made if _LEVELS.index(s.level) < _LEVELS.index(level)]
        heading = f"{row.get('number', '')} {row['title']}".strip()
        if "line" in row:
            source = Citation(row["line"], 0, len(lines.lines[row["line"] - 1]), lines.lines[row["line"] - 1])
        else:
            source = lines.cite(heading)
        made.append(Section(f"s{n}", level, row.get("number"), row["title"], above[-1].id if above else None, source))
    return tuple(made)


def _indicators(rows: list[dict[str, Any]], lines: _Lines) -> tuple[Indicator, ...]:
    return tuple(_indicator(n, row, lines) for n, row in enumerate(rows))


def _indicator(n: int, row: dict[str, Any], lines: _Lines) -> Indicator:
    base, target = row.get("baseline", row.get("baseline_text", "")), row.get("target", row.get("target_text", ""))
    value = _first_number(target) if "target" in row else None
    direction = row.get("direction", "increase")
    growth = row.get("growth", "")
    source = lines.add(f"{row['name']}（{row.get('unit', '')}） | {base} | {target} | {growth}")
    return Indicator(
        f"i{n}",
        row["name"],
        unit=row.get("unit"),
        commitment=Commitment(row.get("commitment", "anticipatory")),
        direction=None if direction == "unknown" else Direction(direction),
        form=TargetForm(row["form"]) if "form" in row else None if value is None else TargetForm.LEVEL,
        baseline=Baseline(Period.parse(row.get("baseline_period", "2020")), _first_number(base), base),
        target=Target(Period.parse(row.get("target_period", "2025")), value, None, _comparator(row), target),
        growth=Growth(
            GrowthKind(row.get("growth_kind", "none")),
            _first_number(growth),
            Comparator(row["growth_comparator"]) if "growth_comparator" in row else None,
            growth,
        ),
        source=source,
    )


def _comparator(row: dict[str, Any]) -> Comparator | None:
    return Comparator(row["comparator"]) if "comparator" in row else None


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _first_number(text: str) -> float | None:
    match = re.search(r"\d+(?:\.\d+)?", text)
    return float(match[0]) if match else None
