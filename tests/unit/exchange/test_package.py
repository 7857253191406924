"""A package folder gives back exactly the package that was written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.exchange.package_reader import read_observations, read_package
from lantu.exchange.package_writer import write_package
from lantu.plan.area import Area, Over, RollUp, RollUpRule
from lantu.plan.balance import Balance
from lantu.plan.citation import Citation
from lantu.plan.document import Block, BlockKind, Cell, Document
from lantu.plan.fault import Fault
from lantu.plan.ground import Ground, Step
from lantu.plan.indicator import Baseline, Commitment, Direction, Growth, GrowthKind, Indicator, Target, TargetForm
from lantu.plan.message import Message
from lantu.plan.milestone import Milestone
from lantu.plan.named_item import Policy, Project, System, Unit
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Doubt, Reading
from lantu.plan.region import Region
from lantu.plan.section import Level, Section
from lantu.plan.series_break import BreakKind, Choice, SeriesBreak
from lantu.plan.statement import Fact, Pledge
from lantu.plan.task import Task
from lantu.plan.verdict import Judgement, Verdict

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), include_characters="\r\n\t"), max_size=12)
some_words = words.filter(bool)
maybe_words = st.none() | some_words
unit_names = some_words.filter(lambda name: "；" not in name)
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
periods = st.sampled_from(["2020", "2021-2025", "2024H1", "2024Q3", "2023-05", "2020-11-01"]).map(Period.parse)
citations = st.builds(Citation, st.integers(1, 999), st.integers(0, 99), st.integers(0, 99), words)
comparators = st.none() | st.sampled_from(Comparator)
ids = st.text("abc-123城", min_size=1, max_size=8)
indicators = st.builds(
    Indicator,
    id=ids,
    name=some_words,
    group=words,
    unit=maybe_words,
    commitment=st.none() | st.sampled_from(Commitment),
    direction=st.none() | st.sampled_from(Direction),
    form=st.none() | st.sampled_from(TargetForm),
    baseline=st.builds(Baseline, st.none() | periods, numbers, words),
    target=st.builds(Target, st.none() | periods, numbers, numbers, comparators, words, words),
    growth=st.builds(Growth, st.sampled_from(GrowthKind), numbers, comparators, words),
    starred=st.booleans(),
    source=st.none() | citations,
)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    text = draw(words)
    cells = draw(
        st.lists(
            st.builds(
                lambda start, column, columns, continued: Cell(
                    "上格" if continued else text[start:], start, len(text), column, columns, continued
                ),
                st.integers(0, len(text)),
                st.integers(0, 9),
                st.integers(1, 3),
                st.booleans(),
            ),
            max_size=3,
        )
    )
    number, level, table = draw(st.integers(1, 999)), draw(st.integers(0, 9)), draw(st.integers(0, 9))
    page = draw(st.none() | st.integers(1, 9))
    turns = tuple(sorted(draw(st.sets(st.integers(0, 99), max_size=2)))) if page else ()
    return Block(number, text, draw(st.sampled_from(BlockKind)), level, table, tuple(cells), page, turns)


def several(items: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(items, max_size=3, unique_by=lambda item: getattr(item, "id", object())).map(tuple)


def named(kind: type) -> st.SearchStrategy:
    return several(st.builds(kind, ids, words, words, maybe_words, citations))


grounds = st.builds(Ground, st.floats(0, 1), several(st.builds(Step, words, st.none() | citations)))
packages = st.builds(
    Package,
    reading=st.builds(
        Reading,
        plan=st.builds(
            Plan,
            title=some_words,
            region=st.builds(Region, words, words),
            period=periods,
            horizon=st.none() | st.integers(2000, 2100),
            sections=several(
                st.builds(Section, ids, st.sampled_from(Level), maybe_words, words, maybe_words, citations)
            ),
            indicators=several(indicators),
            pledges=several(
                st.builds(
                    Pledge,
                    ids,
                    words,
                    comparators,
                    numbers,
                    numbers,
                    maybe_words,
                    maybe_words,
                    maybe_words,
                    citations,
                )
            ),
            tasks=several(
                st.builds(
                    Task, ids, words, maybe_words, several(unit_names), several(unit_names), maybe_words, citations
                )
            ),
            projects=named(Project),
            systems=named(System),
            units=named(Unit),
            policies=named(Policy),
        ),
        document=st.builds(
            Document, words, words, several(blocks()), words, some_words, some_words, several(st.integers(1, 900))
        ),
        facts=several(
            st.builds(Fact, ids, words, comparators, numbers, maybe_words, maybe_words, maybe_words, citations)
        ),
        doubts=several(st.builds(Doubt, some_words, st.builds(Message, words, words), st.none() | citations)),
        grounds=st.dictionaries(ids, grounds, max_size=3),
    ),
    observations=several(st.builds(Observation, some_words, words, periods, numbers, words, words, words, words)),
    judgements=several(st.builds(Judgement, words, st.dates(date(2000, 1, 1)), st.sampled_from(Verdict), words, words)),
    milestones=several(
        st.builds(Milestone, some_words, words, periods, numbers.filter(lambda n: n is not None), words)
    ),
    breaks=several(
        st.builds(SeriesBreak, some_words, words, periods, st.just(BreakKind.SPLIT), st.none(), words, words)
        | st.builds(
            SeriesBreak, some_words, words, periods, st.just(BreakKind.LINK), st.floats(0.001, 1000), words, words
        )
    ),
    choices=several(st.builds(Choice, some_words, words, periods, words, words, words)),
    areas=several(
        st.builds(
            Area, some_words, some_words, words, words, st.none() | st.integers(1, 9), st.none() | st.integers(1, 9)
        )
    ),
    balances=several(st.builds(Balance, some_words, st.lists(ids, min_size=2, max_size=3).map(tuple), words)),
    rollups=several(
        st.builds(
            RollUp,
            some_words,
            st.sampled_from(Over),
            st.sampled_from(RollUpRule),
            some_words,
            some_words,
            some_words,
            st.floats(0.001, 1000),
            words,
        )
    ),
)


@given(packages)
@settings(max_examples=60)
def test_a_package_comes_back_as_it_was_written(package: Package) -> None:
    with TemporaryDirectory() as folder:
        write_package(package, Path(folder) / "plan")
        assert read_package(Path(folder) / "plan") == package


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plan = Plan(title="示例", period=Period.years(2021, 2025), indicators=(Indicator("indicator-1", "森林覆盖率"),))
    write_package(Package(Reading(plan)), tmp_path / "plan")
    return tmp_path / "plan"


def test_a_package_is_valid_to_frictionless(folder: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])


def test_files_of_others_in_a_package_survive_a_rewrite(folder: Path) -> None:
    (folder / "notes.txt").write_text("留着", encoding="utf-8")
    write_package(read_package(folder), folder)
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "留着"


def test_a_folder_that_is_no_package_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_text("x", encoding="utf-8")
    with pytest.raises(Fault, match="not a plan package"):
        write_package(Package(Reading(Plan())), tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["photo.txt"]


def test_a_bad_number_is_told_with_file_line_and_column(folder: Path) -> None:
    text = (folder / "indicators.csv").read_text(encoding="utf-8-sig")
    header, row = text.splitlines()
    cells = row.split(",")
    cells[header.split(",").index("target")] = "三十"
    (folder / "indicators.csv").write_text(f"{header}\n{','.join(cells)}\n", encoding="utf-8")
    with pytest.raises(Fault, match=r"indicators\.csv, line 2, column “target”: “三十” is not a number"):
        read_package(folder)


def test_a_broken_descriptor_is_one_clear_line(folder: Path) -> None:
    (folder / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(Fault, match=r"datapackage\.json.*cannot be read"):
        read_package(folder)
    (folder / "datapackage.json").write_text(json.dumps({"lantu": {"plan": {"period": "soon"}}}), encoding="utf-8")
    with pytest.raises(Fault, match="cannot be read"):
        read_package(folder)


def test_observations_are_read_from_a_folder_that_is_no_package(tmp_path: Path) -> None:
    assert read_observations(tmp_path) == ()
    (tmp_path / "observations.csv").write_text("indicator,region,period,value\ntrees,1,2024,2.4\n", encoding="utf-8")
    [observation] = read_observations(tmp_path)
    assert (observation.indicator, str(observation.period), observation.value) == ("trees", "2024", 2.4)


@pytest.mark.parametrize(("id", "says"), [("", "cannot be an id"), ("a/b", "cannot be an id"), ("i-1", "stands above")])
def test_an_id_that_no_page_could_have_is_told(folder: Path, id: str, says: str) -> None:
    (folder / "indicators.csv").write_text(f"id,name\ni-1,甲\n{id},乙\n", encoding="utf-8")
    with pytest.raises(Fault, match=rf"line 3, column “id”.*{says}"):
        read_package(folder)


@pytest.mark.parametrize(
    "lantu",
    [{"document": []}, "1", {"plan": {"region": {"name": 7}}}, {"plan": {"title": []}}, {"plan": {"horizon": "x"}}],
)
def test_a_descriptor_of_other_shapes_is_one_clear_line(folder: Path, lantu: object) -> None:
    (folder / "datapackage.json").write_text(json.dumps({"lantu": lantu}), encoding="utf-8")
    if lantu == {"document": []}:
        assert read_package(folder).reading.document is None
    else:
        with pytest.raises(Fault, match="cannot be read"):
            read_package(folder)


def test_an_interruption_in_the_middle_leaves_the_old_package_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        if target == folder.resolve() and self.name != "old":
            raise KeyboardInterrupt
        return rename(self, target)

    package = read_package(folder)
    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_package(package, folder)
    monkeypatch.undo()
    assert read_package(folder) == package
    assert [p.name for p in folder.parent.iterdir()] == [folder.name]


def test_a_private_package_stays_private(folder: Path) -> None:
    folder.chmod(0o700)
    write_package(read_package(folder), folder)
    assert folder.stat().st_mode & 0o777 == 0o700


OBSERVED = "indicator,region,period,value\n"


def test_a_sheet_as_offices_save_it_is_read(folder: Path) -> None:
    (folder / "observations.csv").write_bytes((OBSERVED + '森林覆盖率,,2024年,"30,500"\n').encode("gb18030"))
    (observation,) = read_package(folder).observations
    assert (observation.indicator, str(observation.period), observation.value) == ("森林覆盖率", "2024", 30500.0)


def test_all_bad_cells_of_a_file_are_told_at_once(folder: Path) -> None:
    (folder / "observations.csv").write_text(OBSERVED + "a,,2024,41.5%\na,,soon,1\na,,2023,2\na,,2022,x\n", "utf-8")
    with pytest.raises(Fault, match=r"line 2, .*41\.5.*write 41\.5 alone.* 2 more, in line 3, 5\."):
        read_package(folder)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("indicators.csv", "name\n甲\n", "lacks the columns id"),
        ("indicators.csv", "id,name\nx\n", "has no name"),
        ("observations.csv", "indicator,value\na,1\n", "lacks the columns period"),
    ],
)
def test_a_file_without_what_it_must_hold_is_refused(folder: Path, name: str, text: str, says: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(Fault, match=says):
        read_package(folder)


@pytest.mark.parametrize(
    ("table", "rows", "told"),
    [
        ("milestones", "indicator,period,value\na,2023,\n", "line 2, column “value”: the value that is due is missing"),
        ("breaks", "indicator,period,kind,factor\na,2023,,\n", "line 2, column “kind”: the kind is missing"),
        ("breaks", "indicator,period,kind,factor\na,2023,link,0\n", "line 2, column “factor”: a link needs a factor"),
        ("rollups", "indicator,over,rule\na,areas,ratio\n", "line 2, column “numerator”: a ratio needs a numerator"),
        ("rollups", "indicator,over,rule\na,areas,weighted_mean\n", "line 2, column “weight”: a weighted mean needs"),
        ("balances", "whole,parts\na,b\n", "line 2, column “parts”: at least two parts are needed"),
        ("choices", "indicator,period,source\na,,b\n", "line 2, column “period”: no period is given"),
    ],
)
def test_a_bad_row_of_what_people_know_is_told_with_its_place(tmp_path: Path, table: str, rows: str, told: str) -> None:
    folder = tmp_path / "plan"
    write_package(Package(Reading(Plan(title="甲县规划"))), folder)
    (folder / f"{table}.csv").write_text(rows, "utf-8")
    with pytest.raises(Fault, match=told):
        read_package(folder)


def test_an_area_that_is_part_of_itself_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    write_package(Package(Reading(Plan(title="甲县规划"))), folder)
    (folder / "areas.csv").write_text("code,name,parent\n1,甲,2\n2,乙,1\n", "utf-8")
    with pytest.raises(Fault, match="part of itself"):
        read_package(folder)
