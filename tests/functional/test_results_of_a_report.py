"""`lantu read REPORT --for PACKAGE` and `lantu import`, end to end: proposed, marked by a person, entered once."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from tests.functional.answer import Lantu

from lantu.exchange.package_reader import read_package

PLAN = """# 2024年青禾县政府工作报告

（2024年1月12日在青禾县第九届人民代表大会第三次会议上）

一、2023年工作回顾

2023年，地区生产总值完成88.2亿元，增长5.1%。

二、2024年工作安排

今年的主要预期目标是：地区生产总值增长6%，达到94亿元；粮食产量稳定在3.5亿斤；新建公厕12座。
"""
REPORT = """# 2025年青禾县政府工作报告

（2025年1月15日在青禾县第九届人民代表大会第四次会议上）

一、2024年工作回顾

2024年，地区生产总值完成93.1亿元，增长5.6%。粮食产量达到18.2万吨。新建公厕14座。全县接待游客21万人次。

二、2025年工作安排

今年地区生产总值增长6.5%，达到100亿元；新建公厕20座。
"""


@pytest.fixture
def package(lantu: Lantu, tmp_path: Path) -> Path:
    (tmp_path / "plan.md").write_text(PLAN, encoding="utf-8")
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    assert lantu("read", tmp_path / "plan.md", "-o", tmp_path / "plan").status == 0
    return tmp_path / "plan"


@pytest.fixture
def table(lantu: Lantu, package: Path) -> Path:
    path = package.parent / "proposals.csv"
    assert lantu("read", package.parent / "report.md", "--for", package, "-o", path, "--lang", "zh").status == 0
    return path


def mark(path: Path, marks: dict[str, str], **changes: str) -> None:
    """Write marks into the rows whose sentence and target hold the words."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for words, sign in marks.items():
            if words in f"{row['目标']} {row['数值']}{row['单位']}":
                row["采用"] = sign
                row.update(changes)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def test_each_result_is_proposed_for_its_target_and_nothing_is_entered(lantu: Lantu, package: Path) -> None:
    before = sorted(path.read_bytes() for path in package.iterdir())
    answer = lantu("read", package.parent / "report.md", "--for", package, "--json", "--lang", "zh")
    assert answer.status == 0
    told = json.loads(answer.out)
    found = {
        (p["target"]["name"], p["target"]["asked"]): (p["observation"]["value"], p["observation"]["unit"])
        for p in told["proposals"]
    }
    assert found == {
        ("地区生产总值", "增长 6%"): (5.6, "%"),
        ("地区生产总值", "94 亿元"): (93.1, "亿元"),
        ("粮食产量", "3.5 亿斤"): (3.64, "亿斤"),
        ("公厕", "12 座"): (14, "座"),
    }
    grain = next(p for p in told["proposals"] if p["target"]["name"] == "粮食产量")
    assert grain["working"] == "18.2 万吨 ÷ 5 = 3.64 亿斤"
    assert grain["source"]["quote"] in grain["sentence"] and "粮食产量" in grain["why"]
    assert all(p["observation"]["period"] == 2024 and 0 < p["certainty"] < 1 for p in told["proposals"])
    assert sorted(path.read_bytes() for path in package.iterdir()) == before


def test_the_targets_of_a_report_for_the_next_year_are_no_results(lantu: Lantu, package: Path) -> None:
    told = json.loads(lantu("read", package.parent / "plan.md", "--for", package, "--json").out)
    assert told["proposals"] == []
    spoken = lantu("read", package.parent / "plan.md", "--for", package)
    assert spoken.status == 0 and "none answers a target" in spoken.out


def test_the_terminal_shows_value_sentence_and_reasons(lantu: Lantu, package: Path) -> None:
    shown = lantu("read", package.parent / "report.md", "--for", package, "--lang", "zh").out
    assert "什么都还没有写入" in shown and "18.2 万吨 ÷ 5 = 3.64 亿斤" in shown and "名称相同：粮食产量" in shown
    english = lantu("read", package.parent / "report.md", "--for", package, "--lang", "en").out
    assert "Nothing has been entered" in english and "same name" in english


def test_only_what_is_marked_is_entered_with_its_sentence_and_never_twice(
    lantu: Lantu, package: Path, table: Path
) -> None:
    mark(table, {"公厕": "是", "93.1亿元": "yes", "粮食": "否"})
    first = lantu("import", table, "--into", package, "--by", "李四")
    assert first.status == 0 and "2 result(s)" in first.out
    results = read_package(package).results
    assert sorted((r.value, r.unit, str(r.period), r.verified) for r in results) == [
        (14, "座", "2024", "yes"),
        (93.1, "亿元", "2024", "yes"),
    ]
    assert all("report.md" in r.source and "“" in r.source and "李四" in r.note for r in results)
    again = lantu("import", table, "--into", package)
    assert again.status == 0 and "nothing was entered twice" in again.out
    assert read_package(package).results == results


def test_the_package_is_read_anew_without_losing_what_was_entered(lantu: Lantu, package: Path, table: Path) -> None:
    mark(table, {"公厕": "是"})
    lantu("import", table, "--into", package)
    assert lantu("read", package.parent / "plan.md", "-o", package).status == 0
    assert [r.value for r in read_package(package).results] == [14]


@pytest.mark.parametrize(
    ("mark_", "changes", "words"),
    [
        ("maybe", {}, "neither yes nor empty"),
        ("是", {"数值": "很多"}, "is not a number"),
        ("是", {"时期": "去年"}, "is not a period"),
        ("是", {"目标编号": "pledge-00000000"}, "has no target"),
        ("是", {"出处": ""}, "no source"),
        ("是", {"时期": "2099"}, "has not begun"),
        ("是", {"时期": "2016"}, "far from the plan"),
    ],
)
def test_a_bad_row_is_told_in_one_line_and_nothing_is_entered(
    lantu: Lantu, package: Path, table: Path, mark_: str, changes: dict[str, str], words: str
) -> None:
    mark(table, {"公厕": "是"})
    mark(table, {"粮食": mark_}, **changes)
    before = sorted(path.read_bytes() for path in package.iterdir())
    answer = lantu("import", table, "--into", package)
    assert answer.status == 2
    lines = answer.err.strip().splitlines()
    assert len(lines) == 2 and words in lines[0] and "line " in lines[0] and "nothing was" in lines[1]
    assert sorted(path.read_bytes() for path in package.iterdir()) == before


def test_what_a_person_changed_is_entered_as_theirs(lantu: Lantu, package: Path, table: Path) -> None:
    mark(table, {"公厕": "是"}, 数值="15", 时期="2023年")
    mark(table, {"粮食": "是"}, 数值="3.640", 时期="2024年")
    answer = lantu("import", table, "--into", package, "--lang", "zh")
    assert answer.status == 0, answer.err
    assert "其中 1 行与原建议不同，记为未核" in answer.out
    entered = {r.value: (str(r.period), r.verified, r.note) for r in read_package(package).results}
    assert entered[15][:2] == ("2023", "no") and "改过：数值 14→15，时期 2024→2023年" in entered[15][2]
    assert entered[3.64][:2] == ("2024", "yes") and "改过" not in entered[3.64][2]


def test_a_period_far_off_is_entered_where_a_person_insists(lantu: Lantu, package: Path, table: Path) -> None:
    mark(table, {"公厕": "仍采用"}, 时期="2016")
    assert lantu("import", table, "--into", package).status == 0
    (entered,) = read_package(package).results
    assert (str(entered.period), entered.verified) == ("2016", "no")


def test_two_values_for_one_target_and_year_are_refused(lantu: Lantu, package: Path, table: Path) -> None:
    mark(table, {"公厕": "是"})
    rows = table.read_text(encoding="utf-8-sig").splitlines()
    other = next(row for row in rows if "公厕" in row).replace(",14,座", ",15,座")
    table.write_text("\n".join([*rows, other]) + "\n", encoding="utf-8-sig")
    answer = lantu("import", table, "--into", package)
    assert answer.status == 2 and "mark one of them" in answer.err
    assert read_package(package).results == ()


def test_marks_are_never_overwritten(lantu: Lantu, package: Path, table: Path) -> None:
    mark(table, {"公厕": "是"})
    answer = lantu("read", package.parent / "report.md", "--for", package, "-o", table)
    assert answer.status == 2 and "somebody has marked" in answer.err


def test_a_table_saved_by_an_office_program_in_gb18030_is_read(lantu: Lantu, package: Path, table: Path) -> None:
    mark(table, {"公厕": "是"})
    table.write_bytes(table.read_text(encoding="utf-8-sig").encode("gb18030"))
    assert lantu("import", table, "--into", package).status == 0


def test_another_csv_file_is_refused_in_one_line(lantu: Lantu, package: Path) -> None:
    answer = lantu("import", package / "commitments.csv", "--into", package)
    assert answer.status == 2 and "no table of proposals" in answer.err and len(answer.err.splitlines()) == 1


def test_values_of_indicators_become_observations(lantu: Lantu, tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(
        "# 青禾县国民经济和社会发展第十四个五年规划纲要\n\n| 指标 | 属性 | 2020年 | 2025年 |\n|---|---|---|---|\n"
        "| 森林覆盖率（%） | 约束性 | 33.1 | 34 |\n| 一般公共预算收入（亿元） | 预期性 | 6.2 | 8 |\n",
        encoding="utf-8",
    )
    (tmp_path / "bulletin.txt").write_text(
        "青禾县2023年国民经济和社会发展统计公报\n\n2024年4月2日\n\n一、综合\n\n"
        "全年完成一般公共预算收入71300万元，比上年增长4.4%。年末森林覆盖率为33.6%。\n",
        encoding="utf-8",
    )
    lantu("read", tmp_path / "plan.md", "-o", tmp_path / "plan")
    table = tmp_path / "p.csv"
    lantu("read", tmp_path / "bulletin.txt", "--for", tmp_path / "plan", "-o", table, "--lang", "zh")
    mark(table, {"7.13": "是", "33.6": "是"})
    assert lantu("import", table, "--into", tmp_path / "plan").status == 0
    package = read_package(tmp_path / "plan")
    names = {indicator.id: indicator.name for indicator in package.reading.plan.indicators}
    entered = {names[o.indicator].partition("（")[0]: (o.value, str(o.period), o.note) for o in package.observations}
    assert entered["森林覆盖率"][:2] == (33.6, "2023")
    assert entered["一般公共预算收入"][:2] == (7.13, "2023")
    assert "71300 万元 ÷ 10000 = 7.13 亿元" in entered["一般公共预算收入"][2]


def test_a_folder_that_is_not_there_is_told_in_the_language_asked_for(lantu: Lantu, package: Path) -> None:
    answer = lantu(
        "read", package.parent / "report.md", "--for", package, "-o", package / "none" / "p.csv", "--lang", "zh"
    )
    assert answer.status == 2
    assert "文件夹不存在" in answer.err


def test_a_plan_without_indicators_is_told_where_its_results_are(lantu: Lantu, package: Path, table: Path) -> None:
    mark(table, {"公厕": "是"})
    assert lantu("import", table, "--into", package).status == 0
    assert lantu("monitor", package, "--lang", "zh").out.strip() == "没有指标；承诺的结果见 results.csv。"


def test_waivers_that_are_not_there_are_told_so(lantu: Lantu, package: Path) -> None:
    answer = lantu("check", package, "--waivers", package / "none.yaml", "--lang", "zh")
    assert answer.status == 2
    assert "找不到文件" in answer.err
