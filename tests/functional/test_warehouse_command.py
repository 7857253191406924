"""`lantu warehouse` from end to end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.functional.answer import Lantu

PLAN = {
    "datapackage.json": json.dumps(
        {
            "name": "plan",
            "title": "示例市规划（2021-2025年）",
            "lantu": {
                "plan": {"title": "示例市规划", "region": {"name": "示例市", "code": "99"}, "period": "2021-2025"}
            },
        },
        ensure_ascii=False,
    ),
    "indicators.csv": "id,name,unit,form,direction,baseline_period,baseline,baseline_text,target_period,"
    "target,comparator,target_text\n"
    "road,绿道长度,公里,level,increase,2020,30,30,2025,60,>=,60\n"
    "jobs,城镇新增就业,万人,cumulative,increase,,,,2025,50,>=,50\n"
    "green,绿地满意度,%,level,increase,2020,60,60,2025,80,>=,80\n"
    "words,营商环境,,words,increase,,,,2025,,,明显改善\n",
    "areas.csv": "code,name,parent\n99,示例市,\n9901,东县,99\n9902,西县,99\n",
    "rollups.csv": "indicator,over,rule,weight\ngreen,areas,mean,\n",
    "observations.csv": "indicator,region,period,value,status\n"
    + "".join(
        f"road,{code},{year},{length + 3 * (year - 2020)},final\n"
        for code, length in (("9901", 10), ("9902", 20))
        for year in range(2020, 2024)
    )
    + "green,9901,2023,70,final\ngreen,9902,2023,74,final\n"
    + "".join(f"jobs,99,{year}-{month:02},1,final\n" for year in (2021, 2022, 2023) for month in range(1, 13)),
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path / "plan", PLAN)


def written(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def warehouse(lantu: Lantu, plan: Path, tmp_path: Path) -> Path:
    answer = lantu("warehouse", "build", plan, "-o", tmp_path / "w")
    assert answer.status == 0, answer.err
    assert lantu("warehouse", "run", tmp_path / "w", "--on", "2023-12-31").status == 0
    return tmp_path / "w"


def told(lantu: Lantu, *arguments: object) -> list[dict[str, object]]:
    answer = lantu("warehouse", "show", *arguments, "--json")
    assert answer.status == 0, answer.err
    found: list[dict[str, object]] = json.loads(answer.out)["standings"]
    return found


def test_a_plan_is_built_run_and_shown(lantu: Lantu, plan: Path, tmp_path: Path) -> None:
    built = lantu("warehouse", "build", plan, "-o", tmp_path / "w", "--lang", "en")
    assert built.err.splitlines() == [
        "3 indicators, 3 areas; 0 targets of single areas.",
        "left to lantu monitor: 营商环境 (its target is in words, which people judge).",
    ]
    assert "has not been run yet" in lantu("warehouse", "show", tmp_path / "w", "--area", "99").err
    assert lantu("warehouse", "run", tmp_path / "w", "--on", "2023-12-31").err == "9 series judged.\n"
    lines = lantu("warehouse", "show", tmp_path / "w", "--area", "示例市", "--lang", "en").out.splitlines()
    assert lines[0].startswith("▬ on track  绿道长度  [示例市], 2023: 48 公里, due 48, probability ")
    assert lines[0].endswith("from all 2 parts")
    assert lines[1].startswith("▲ ahead  城镇新增就业  [示例市], 2023: 36 万人, due 30")
    assert "2023: 72 %" in lines[2]
    chinese = lantu("warehouse", "show", tmp_path / "w", "--indicator", "road", "--lang", "zh").out.splitlines()
    assert chinese[0].startswith("▬ 基本符合预期  绿道长度  [示例市]，2023年 48公里，时序应到 48，达成概率 ")
    assert chinese[1] == "○ 未评  绿道长度  [东县]，2023年 19公里"


def test_json_holds_the_numbers_and_the_coverage(lantu: Lantu, warehouse: Path) -> None:
    (row,) = told(lantu, warehouse, "--indicator", "绿道长度", "--area", "99")
    assert (row["id"], row["region"], row["period"], row["value"], row["verdict"]) == (
        "road",
        "99",
        "2023",
        48.0,
        "on_track",
    )
    assert row["coverage"] == {"known": 2, "asked": 2}
    assert row["outlook"] is not None
    assert len(told(lantu, warehouse)) == 9


def test_a_days_values_are_seen_in_their_verdicts_and_compacted(lantu: Lantu, warehouse: Path, tmp_path: Path) -> None:
    day = tmp_path / "day.csv"
    day.write_text("indicator,region,period,value\n绿道长度,东县,2023,99\nroad,9902,2023,\n", encoding="gb18030")
    added = lantu("warehouse", "add", warehouse, day, "--on", "2023-12-31")
    assert added.err == "2 values added, 3 series judged again.\n"
    whole, east, west = told(lantu, warehouse, "--indicator", "road")
    assert east["value"] == 99.0
    assert (west["value"], west["period"]) == (26.0, "2022")
    assert (whole["period"], whole["coverage"]) == ("2022", {"known": 1, "asked": 2})
    assert lantu("warehouse", "compact", warehouse).err == "2 files merged.\n"
    assert told(lantu, warehouse, "--indicator", "road") == [whole, east, west]
    assert lantu("warehouse", "run", warehouse, "--on", "2023-12-31").status == 0
    assert told(lantu, warehouse, "--indicator", "road") == [whole, east, west]


def test_areas_bring_plans_of_their_own(lantu: Lantu, plan: Path, tmp_path: Path) -> None:
    about = PLAN["datapackage.json"].replace('"99"', '"9901"')
    own = written(tmp_path / "east", {
        "datapackage.json": about,
        "indicators.csv": PLAN["indicators.csv"].replace("2020,30,30,2025,60,>=,60", "2020,10,10,2025,30,>=,30"),
    })  # fmt: skip
    assert lantu("warehouse", "build", plan, own, "-o", tmp_path / "w").status == 0
    lantu("warehouse", "run", tmp_path / "w", "--on", "2023-12-31")
    (east,) = told(lantu, tmp_path / "w", "--indicator", "road", "--area", "9901")
    assert (east["expected"], east["verdict"]) == (22.0, "lagging")


def test_tables_too_large_for_a_package_stand_beside_it(lantu: Lantu, plan: Path, tmp_path: Path) -> None:
    import duckdb

    head, *rows = PLAN["observations.csv"].splitlines()
    (plan / "observations.csv").write_text(head + "\n")
    folder = plan / "observations"
    folder.mkdir()
    (folder / "a.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    (folder / "b.csv").write_text(f"{head}\nroad,9901,2023,1000,\nroad,9901,2023,19,\nother,9901,2023,5,\n")
    source, target = folder / "a.csv", plan / "observations.parquet"
    duckdb.execute(f"COPY (SELECT * FROM read_csv('{source}', all_varchar = true)) TO '{target}' (FORMAT parquet)")
    assert lantu("warehouse", "build", plan, "-o", tmp_path / "w").status == 0
    lantu("warehouse", "run", tmp_path / "w", "--on", "2023-12-31")
    (whole,) = told(lantu, tmp_path / "w", "--indicator", "road", "--area", "99")
    (jobs,) = told(lantu, tmp_path / "w", "--indicator", "jobs", "--area", "99")
    assert (whole["value"], jobs["value"]) == (48.0, 36.0)
    assert not list((tmp_path / "w").glob(".reading*"))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("road,nowhere,2023,1", "there is no area “nowhere” here"),
        ("nothing,9901,2023,1", "there is no indicator “nothing” here"),
        ("road,9901,2023Q1,1", "takes years and months"),
        ("road,9901,2023,many", "is not a number"),
        ("road,9901,someday,1", "is not a period"),
    ],
)
def test_a_wrong_row_is_one_line_with_its_place(
    lantu: Lantu, warehouse: Path, tmp_path: Path, rows: str, words: str
) -> None:
    day = tmp_path / "day.csv"
    day.write_text(f"indicator,region,period,value\n{rows}\n")
    answer = lantu("warehouse", "add", warehouse, day)
    assert answer.status == 2
    assert answer.err.count("\n") == 1
    assert "line 2" in answer.err
    assert words in answer.err


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("road,nowhere,2023,1", "1 rows with a region that areas.csv does not list (“nowhere”)"),
        ("road,9901,2023Q1,1", "1 rows with a period that is no year or month (2025, 2024-05) (“2023Q1”)"),
        ("road,9901,2023,many", "1 rows with a value that is no number (“many”)"),
    ],
)
def test_a_wrong_table_is_one_line(lantu: Lantu, plan: Path, tmp_path: Path, rows: str, words: str) -> None:
    (plan / "observations").mkdir()
    (plan / "observations/x.csv").write_text(f"indicator,region,period,value\n{rows}\n")
    answer = lantu("warehouse", "build", plan, "-o", tmp_path / "w")
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert words in answer.err
    assert not (tmp_path / "w").exists()
    (plan / "observations/x.csv").write_text("indicator,period\nroad,2023\n")
    assert "lacks the columns region, value" in lantu("warehouse", "build", plan, "-o", tmp_path / "w").err
    (plan / "observations/x.csv").unlink()
    (plan / "observations.parquet").write_bytes(b"no parquet")
    broken = lantu("warehouse", "build", plan, "-o", tmp_path / "w")
    assert (broken.status, broken.err.count("\n")) == (2, 1)
    assert "cannot be read" in broken.err


def test_what_cannot_be_done_is_one_line(lantu: Lantu, plan: Path, warehouse: Path, tmp_path: Path) -> None:
    for arguments, words in (
        (("run", tmp_path / "nowhere"), "is no warehouse"),
        (("show", tmp_path / "nowhere", "--area", "99"), "is no warehouse"),
        (("add", warehouse, tmp_path / "nothing.csv"), "There is no file"),
        (("build", plan, "-o", warehouse), "holds files already"),
        (("build", tmp_path / "nowhere", "-o", tmp_path / "new"), "nowhere"),
        (("show", warehouse), "Say which indicator or area"),
        (("show", warehouse, "--area", "南县"), "There are: 示例市, 东县, 西县."),
        (("show", warehouse, "--indicator", "x"), "There are: 绿道长度, 城镇新增就业, 绿地满意度."),
        (("run", warehouse, "--on", "yesterday"), "is not a date"),
    ):
        answer = lantu("warehouse", *arguments)
        assert (answer.status, answer.err.count("\n")) == (2, 1), answer.err
        assert words in answer.err


def test_the_engine_is_chosen_by_a_setting(lantu: Lantu, warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from lantu.warehouse import spark

    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(spark, "run_on_spark", lambda *given: asked.append(given) or 9)
    monkeypatch.setenv("LANTU_WAREHOUSE_MASTER", "spark://127.0.0.1:7077")
    assert lantu("warehouse", "run", warehouse, "--no-outlook").status == 0
    assert asked[0][2:] == ("spark://127.0.0.1:7077", False)
