"""What people know of a series is seen on its page: breaks, rival values, doubts, lights, areas, CSV."""

from __future__ import annotations

import csv
import io
import re
import time
from dataclasses import replace

import pytest
from django.test import Client
from tests.web.conftest import page_of, text_of
from tests.web.known_plan import BULLETIN, CLEAN, HOME, INCOME, MARKET, REPORT, YOUNG, known_package

from lantu.plan.area import Area
from lantu.plan.observation import Observation
from lantu.plan.period import Period
from lantu.plan.verdict import Verdict
from lantu.web.accounts.models import User
from lantu.web.evaluations.selectors import monitored
from lantu.web.evaluations.tiles import placed, short_name
from lantu.web.registry.models import ChoiceRow, JudgementRow, ObservationRow, Plan
from lantu.web.registry.selectors import package_of
from lantu.web.registry.services import enter_observation, register

pytestmark = pytest.mark.django_db
PUBLIC = "/plans/linwan/indicators/"
DESK = "/workbench/plans/linwan/indicators/"


@pytest.fixture
def known(db: None) -> Plan:
    return register(known_package(), "linwan")


def chart(html: str) -> str:
    return html[html.index('data-for="wide"') :].split("</svg>")[0]


# ---------------------------------------------------------------- breaks and yearly targets


def test_a_split_is_never_joined_and_says_so(client: Client, known: Plan) -> None:
    html = page_of(client, f"{PUBLIC}{INCOME}/")
    lines = re.findall(r'<path class="line" d="M([^"]*)"', chart(html))
    assert [line.count(",") for line in lines] == [3, 2], "2020 to 2022 in one stretch, 2023 and 2024 in another"
    assert chart(html).count('class="break"') == 1
    assert "口径改变，前后不相连" in text_of(html)


def test_a_linked_stretch_is_joined_and_drawn_as_derived(client: Client, known: Plan) -> None:
    html = page_of(client, f"{PUBLIC}{MARKET}/")
    assert len(re.findall(r'<path class="line"', chart(html))) == 1
    assert chart(html).count('<path class="open"') == 2, "the base and 2021 were multiplied by the factor"
    row = html[html.index(">2021</th>") :].split("</tr>")[0]
    assert "衔接后 45.26" in text_of(row)
    assert "未采用" not in row


def test_a_census_begins_a_new_line(client: Client, known: Plan) -> None:
    package = known_package()
    rebased = Observation(CLEAN, HOME, Period.year(2020), 60.1, "census", "yes", BULLETIN)
    register(replace(package, observations=(*package.observations, rebased)), "linwan")
    drawn = chart(page_of(client, f"{PUBLIC}{CLEAN}/"))
    assert "普查后的口径" not in drawn, "the census is of the base year: nothing lies before it"
    earlier = replace(
        package.reading.plan.indicators[2],
        baseline=replace(package.reading.plan.indicators[2].baseline, period=Period.year(2019)),
    )
    plan = package.reading.plan
    moved = replace(plan, indicators=(*plan.indicators[:2], earlier, plan.indicators[3]))
    register(replace(package, reading=replace(package.reading, plan=moved),
                     observations=(*package.observations, rebased)), "linwan")  # fmt: skip
    drawn = chart(page_of(client, f"{PUBLIC}{CLEAN}/"))
    assert "普查后的口径" in drawn
    first = re.findall(r'<path class="line" d="M([^ ]*)', drawn)
    assert len(first) == 1
    assert drawn.count('class="final"') == 5, "the printed base stands alone before the census"


def test_official_yearly_targets_are_drawn_and_told(client: Client, known: Plan) -> None:
    html = page_of(client, f"{PUBLIC}{MARKET}/")
    assert len(re.findall(r'<path class="due"', chart(html))) == 2
    assert "2024年度计划（虚构）" in text_of(html)
    assert "细短横为官方年度目标" in text_of(html)


def test_the_caption_names_only_what_is_drawn(client: Client, known: Plan) -> None:
    words = text_of(page_of(client, f"{PUBLIC}{YOUNG}/").split("<figcaption>")[1].split("</figcaption>")[0])
    assert "80%" in words
    assert "口径" not in words
    assert "年度目标" not in words


def test_parts_of_a_year_stand_apart(client: Client, known: Plan) -> None:
    html = page_of(client, f"{PUBLIC}{MARKET}/")
    assert html.index("年内数") < html.index("2025H1") < html.index("</table>", html.index("2025H1"))
    assert "2025H1" not in chart(html)


# ---------------------------------------------------------------- rival values


def test_rival_values_stand_side_by_side_until_somebody_chooses(planner_client: Client, known: Plan) -> None:
    assert "待选定" in page_of(Client(), f"{PUBLIC}{MARKET}/")
    assert monitored(known).standings[MARKET].value == 54.1
    source = "https://example.org/bulletin-2024"
    response = planner_client.post(
        f"{DESK}{MARKET}/choice/", {"period": "2024", "source": source, "reason": "公报是终审的"}, follow=True
    )
    assert response.status_code == 200
    assert monitored(known).standings[MARKET].value == 55.2
    words = text_of(page_of(Client(), f"{PUBLIC}{MARKET}/"))
    assert "待选定" not in words
    assert "公报是终审的" in words
    assert re.search(r"规划科 planner，20\d\d-", words), "who and when"
    assert "54.1" in words, "the other value is kept"


def test_a_choice_that_came_with_the_package_gives_its_reason(client: Client, known: Plan) -> None:
    words = text_of(page_of(client, f"{PUBLIC}{YOUNG}/"))
    assert "公报晚于工作报告，且核过底册" in words
    assert "县统计科（虚构）" in words


@pytest.mark.parametrize(
    "wrong",
    [{"reason": ""}, {"source": "没有这个来源"}, {"period": "1999"}, {"source": ""}],
)
def test_a_choice_without_reason_or_of_what_is_not_there_is_refused(
    planner_client: Client, known: Plan, wrong: dict[str, str]
) -> None:
    sent = {"period": "2024", "source": REPORT, "reason": "核过"} | wrong
    assert planner_client.post(f"{DESK}{MARKET}/choice/", sent).status_code == 422
    assert not ChoiceRow.objects.exists()


def test_a_viewer_may_neither_choose_nor_judge(viewer_client: Client, known: Plan) -> None:
    sent = {"period": "2024", "source": REPORT, "reason": "核过"}
    assert viewer_client.post(f"{DESK}{MARKET}/choice/", sent).status_code == 403
    assert viewer_client.post(f"{DESK}{MARKET}/verdict/", {"verdict": "ahead"}).status_code == 403
    html = page_of(viewer_client, f"{DESK}{MARKET}/")
    assert 'name="reason"' not in html
    assert 'name="wording"' not in html


# ---------------------------------------------------------------- a verdict in one's own name


def test_a_persons_verdict_stands_beside_the_computed_one(planner_client: Client, known: Plan) -> None:
    sent = {"verdict": "on_track", "on": "2025-03-01", "wording": "新集市下半年开张 <b>"}
    html = planner_client.post(f"{DESK}{MARKET}/verdict/", sent, follow=True).content.decode()
    assert "你的评价已记下，与推算并列。评价仍为滞后。" in html
    assert monitored(known).standings[MARKET].verdict is Verdict.LAGGING
    public = page_of(Client(), f"{PUBLIC}{MARKET}/")
    rows = public[public.index('id="h-who"') :].split("</table>")[0]
    assert "规划科 planner" in rows
    assert "新集市下半年开张 &lt;b&gt;" in rows
    assert "蓝图推算" in rows


@pytest.mark.parametrize("wrong", [{"wording": ""}, {"verdict": "great"}, {"on": "2999-01-01"}, {"on": "soon"}])
def test_a_verdict_needs_its_reason_and_a_day(planner_client: Client, known: Plan, wrong: dict[str, str]) -> None:
    sent = {"verdict": "on_track", "on": "2025-03-01", "wording": "理由"} | wrong
    response = planner_client.post(f"{DESK}{MARKET}/verdict/", sent)
    assert response.status_code == 422
    assert "还没有保存" in response.content.decode()
    assert JudgementRow.objects.count() == 1


def test_a_form_s_own_address_leads_back_to_the_page(planner_client: Client, known: Plan) -> None:
    for ending in ("verdict", "choice"):
        response = planner_client.get(f"{DESK}{MARKET}/{ending}/")
        assert (response.status_code, response["Location"]) == (302, f"{DESK}{MARKET}/")


# ---------------------------------------------------------------- doubts


def test_a_doubtful_value_tells_why_and_counts_all_the_same(client: Client, known: Plan) -> None:
    html = page_of(client, f"{PUBLIC}{CLEAN}/")
    row = html[html.index(">2024</th>") :].split("</tr>")[0]
    assert "存疑" in row
    assert "小数点" in row
    assert "有1个数存疑" in html
    assert monitored(known).standings[CLEAN].value == 7.35


def test_a_value_in_doubt_is_shown_with_reasons_and_kept_when_sent_again(planner_client: Client, known: Plan) -> None:
    value = {"period": "2024", "value": "248", "status": "final", "source": BULLETIN, "relation": "revision"}
    before = ObservationRow.objects.count()
    first = planner_client.post(f"{DESK}{YOUNG}/", value)
    html = first.content.decode()
    assert first.status_code == 422
    assert "先核对，还没有保存" in html
    assert "仍要保存" in html
    assert 'value="248"' in html, "what was typed is still there"
    assert ObservationRow.objects.count() == before
    sure = re.search(r'name="sure" value="([^"]+)"', html)
    assert sure is not None
    changed = planner_client.post(f"{DESK}{YOUNG}/", value | {"value": "24.8", "sure": sure[1]})
    assert changed.status_code == 422, "another value than the one that was asked about is asked about anew"
    assert planner_client.post(f"{DESK}{YOUNG}/", value | {"sure": sure[1]}).status_code == 302
    row = ObservationRow.objects.latest("pk")
    assert row.value == 248
    assert row.doubts
    assert "见过提示，仍要保存" in page_of(Client(), f"{PUBLIC}{YOUNG}/")


def test_a_value_without_doubt_is_kept_at_once(planner_client: Client, known: Plan) -> None:
    value = {"period": "2024", "value": "2460", "status": "final", "source": BULLETIN, "relation": "revision"}
    assert planner_client.post(f"{DESK}{YOUNG}/", value).status_code == 302
    assert ObservationRow.objects.latest("pk").doubts == []


# ---------------------------------------------------------------- lights


def test_lights_are_a_choice_and_no_verdict(client: Client, known: Plan) -> None:
    assert 'class="light"' not in page_of(client, "/plans/linwan/")
    html = page_of(client, "/plans/linwan/?lights=sanya")
    words = text_of(html)
    assert "三亚的办法" in words
    assert "连续两个月黄灯按红灯处理" in words
    assert "出处：三亚市督查亮灯办法" in words
    row = html[html.index("?lights=sanya#h-lights") :].split("</tr>")[0]
    assert re.search(r'data-light="red">红灯<', row)
    assert 'data-verdict="lagging"' in row, "the verdict stands beside it"
    assert row.count('data-size="small"') == 6, "January to June of 2025"
    assert 'class="light"' not in page_of(client, "/plans/linwan/?lights=nowhere")


def test_an_indicators_page_shows_its_months(client: Client, known: Plan) -> None:
    html = page_of(client, f"{PUBLIC}{MARKET}/?lights=ouhai")
    assert html.count('data-size="small"') == 6
    assert "评价仍为" in html
    english = text_of(page_of(client, f"/en{PUBLIC}{MARKET}/?lights=ouhai"))
    assert "The rule of Ouhai" in english


# ---------------------------------------------------------------- areas


def test_areas_stand_on_tiles_with_what_is_missing(client: Client, known: Plan) -> None:
    html = page_of(client, f"{PUBLIC}{YOUNG}/areas/")
    words = text_of(html)
    assert "8个部分中有7个，已有的汇总为 2 445 人。缺的没有补。" in words
    assert "8 个部分中有 7 个，缺下湾镇" in words
    assert html.count('class="tile"') == 8
    assert re.search(r'data-row="2" data-column="4" data-empty', html), "下湾 stands where it was placed"
    assert "2 480" in words, "the published value stands beside it"
    assert "−35" in words
    groups = text_of(html[html.index('id="h-groups"') :].split("</table>")[0])
    assert "195 + 240 + 285 = 720" in groups
    assert "style=" not in html


def test_an_area_that_can_be_judged_has_its_verdict(client: Client, known: Plan) -> None:
    html = page_of(client, f"{PUBLIC}{CLEAN}/areas/")
    assert re.search(r'data-row="3" data-column="3" data-verdict="achieved"', html)
    assert "按“返乡青年”加权平均" in text_of(html)
    assert "示例办法" in text_of(html)
    earlier = text_of(page_of(client, f"{PUBLIC}{CLEAN}/areas/?period=2020"))
    assert "2020年，" in earlier


def test_areas_without_any_value_say_so(client: Client, known: Plan) -> None:
    words = text_of(page_of(client, f"{PUBLIC}{INCOME}/areas/"))
    assert "8个地区都还没有报数，所以不汇总。" in words


def test_the_overview_leads_to_the_areas(client: Client, known: Plan) -> None:
    html = page_of(client, "/plans/linwan/")
    assert f'href="{PUBLIC}{YOUNG}/areas/"' in html
    assert "8个地区中7个有数" in html


def test_a_plan_without_areas_leads_to_the_indicator(client: Client, plan: Plan) -> None:
    response = client.get("/plans/qinghe/indicators/trees/areas/")
    assert (response.status_code, response["Location"]) == (302, "/plans/qinghe/indicators/trees/")


def test_values_of_areas_do_not_crowd_the_indicators_page(client: Client, known: Plan) -> None:
    assert "各镇街月报" not in page_of(client, f"{PUBLIC}{YOUNG}/")


def test_areas_without_places_fill_a_grid_row_by_row() -> None:
    areas = [Area(str(n), f"第{n}镇") for n in range(26)]
    places = placed(areas)
    assert len(set(places.values())) == 26
    assert max(column for _, column in places.values()) == 7
    twice = [replace(area, row=1, column=1) for area in areas]
    assert placed(twice) == places, "two areas in one place have none"
    assert placed([Area("a", "甲", row=3, column=2)]) == {"a": (3, 2)}


@pytest.mark.parametrize(
    ("name", "short"), [("腾鳌镇", "腾鳌"), ("东四方台街道", "东四方台"), ("海州区", "海州"), ("甲镇", "甲镇")]
)
def test_names_on_tiles_are_short(name: str, short: str) -> None:
    assert short_name(name) == short


# ---------------------------------------------------------------- every number as CSV


def test_the_components_hold_every_verdict(client: Client, known: Plan) -> None:
    response = client.get("/plans/linwan/components.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    standings = monitored(known).monitoring.standings
    told = [(r["indicator"], r["region"]) for r in rows if r["component"] == "verdict"]
    assert told == [(s.indicator_id, s.region) for s in standings]
    assert len(rows) == sum(2 + len(s.components) for s in standings)
    due = next(r for r in rows if r["indicator"] == MARKET and r["component"] == "expected")
    assert (due["value"], due["unit"]) == ("56.5", "亿元")
    english = client.get("/en/plans/linwan/components.csv").content.decode("utf-8-sig")
    assert "lagging" in english.lower()
    assert "components.csv" in page_of(client, "/plans/linwan/")


def test_the_components_run_nothing_in_a_spreadsheet(client: Client) -> None:
    package = known_package()
    plan = package.reading.plan
    named = replace(plan, indicators=(replace(plan.indicators[0], name="=1+1"), *plan.indicators[1:]))
    register(replace(package, reading=replace(package.reading, plan=named)), "linwan")
    text = client.get("/plans/linwan/components.csv").content.decode("utf-8-sig")
    cells = {cell for row in csv.reader(io.StringIO(text)) for cell in row}
    assert "'=1+1" in cells
    assert "=1+1" not in cells


# ---------------------------------------------------------------- speed: of this thread, whatever else the machine does


def test_a_changed_value_is_seen_within_fifty_milliseconds(client: Client, known: Plan, planner: User) -> None:
    address = f"{PUBLIC}{YOUNG}/"
    page_of(client, address)
    taken = []
    for n in range(5):
        value = Observation(YOUNG, HOME, Period.year(2024), 2480.0 + n, "final", "yes", BULLETIN)
        start = time.thread_time()
        enter_observation(known, planner, value, is_revision=True)
        html = page_of(client, address)
        taken.append(time.thread_time() - start)
        assert f"2\u00a0{480 + n}" in html
    assert min(taken) < 0.05, taken


def test_pages_with_areas_and_lights_are_quick_once_warm(client: Client, known: Plan) -> None:
    for address in ("/plans/linwan/?lights=ouhai", f"{PUBLIC}{MARKET}/?lights=ouhai", f"{PUBLIC}{YOUNG}/areas/"):
        page_of(client, address)
        taken = []
        for _ in range(5):
            start = time.thread_time()
            page_of(client, address)
            taken.append(time.thread_time() - start)
        assert min(taken) < 0.05, (address, taken)


def test_the_package_comes_back_whole(known: Plan) -> None:
    assert package_of(known) == known_package()
