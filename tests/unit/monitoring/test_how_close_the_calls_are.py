"""The table of gaps in docs/where-it-errs.md and the worked outlooks in docs/verdicts.md are what the code computes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.unit.monitoring.national import component, of

DOCS = Path(__file__).resolve().parents[3] / "docs"
ERRS = (DOCS / "where-it-errs.md").read_text(encoding="utf-8")
VERDICTS = (DOCS / "verdicts.md").read_text(encoding="utf-8")
CUTS = {"energy intensity": "energy_intensity_cut", "carbon intensity": "co2_intensity_cut"}
NAMES = {
    "urbanisation": "urbanisation_rate",
    "surface water": "good_surface_water",
    "energy capacity": "energy_capacity",
    "patents": "high_value_patents",
    "physicians": "physicians_per_1000",
    "forest cover": "forest_cover",
    "life expectancy": "life_expectancy",
    "schooling": "schooling_years",
    "childcare places": "childcare_places",
    "good-air days": "good_air_days",
} | CUTS
SEEN = {"yes": "yes", "derived": "computed from seen ones", "no": "no"}


@pytest.mark.parametrize("name", NAMES)
def test_a_gap_stands_in_the_table_as_it_is_computed(name: str) -> None:
    standing = of(NAMES[name], "2023-12-31" if name in CUTS else "2022-12-31")
    gap = f"{component(standing, 'gap'):+.1f}".replace("-", "−")
    verdict = standing.verdict.value.replace("_", " ")
    assert standing.observation is not None
    seen = SEEN[standing.observation.verified]
    assert re.search(rf"\| {name} \| {verdict} \| {re.escape(gap)} \| [^|]+ \| {seen} \|", ERRS), (verdict, gap, seen)


def test_the_count_of_unseen_values_is_right() -> None:
    ids = [*NAMES.values(), "surveyed_unemployment", "grain_capacity"]
    assert len(ids) == 14
    found = [of(id, "2023-12-31" if id in CUTS.values() else "2022-12-31").observation for id in ids]
    assert sum(o is not None and o.verified == "no" for o in found) == 7
    assert "Seven of the 14 rest on" in ERRS


def test_the_worked_outlooks_are_the_computed_ones() -> None:
    patents = of("high_value_patents", "2023-12-31")
    shown = {c.name: c.value for c in patents.components}
    for name, said in (("weight", "0.3002"), ("centre", "15.567"), ("forecast_error", "0.1478"), ("t", "1.761")):
        assert component(patents, name) == pytest.approx(float(said), abs=6 * 10 ** -(len(said.partition(".")[2]) + 1))
        assert said in VERDICTS
    for name, said in (("damped", "13.586"), ("drift", "16.418"), ("spread", "0.09135"), ("apart", "0.08687")):
        assert shown[name] == said
        assert f"| {said} |" in VERDICTS
    assert patents.outlook is not None
    assert f"| {patents.outlook.probability:.0%} |".replace("%", " %") in VERDICTS
    assert f"{patents.outlook.low:.1f} to {patents.outlook.high:.1f}" in VERDICTS
    jobs = of("surveyed_unemployment", "2022-12-31")
    assert jobs.outlook is not None
    assert f"= {component(jobs, 'spread'):.4f} with 3 degrees" in VERDICTS
    assert f"= {component(jobs, 't'):.2f}: {jobs.outlook.probability:.0%}".replace("%", " %") in VERDICTS
