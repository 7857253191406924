"""The review screen: what people decide is kept with who and when, and becomes the plan when it is adopted."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.conftest import page_of, text_of
from tests.web.rich_plan import rich_package
from tests.web.test_languages import Unmarked

from lantu.checking import Severity, check
from lantu.plan.indicator import Indicator
from lantu.plan.review.reviewed import State
from lantu.web.accounts.models import User
from lantu.web.accounts.services import make_user
from lantu.web.registry.models import Plan, PlanVersion
from lantu.web.registry.selectors import package_of
from lantu.web.registry.services import register, serve_only
from lantu.web.reviews import counts
from lantu.web.reviews.models import DecisionRow, Review
from lantu.web.reviews.selectors import Reviewed, reviewed
from lantu.web.reviews.services import MAY_ADOPT, MAY_REVIEW, open_plan

pytestmark = pytest.mark.django_db
SCRIPT = {"X-Requested-With": "fetch"}


@pytest.fixture
def served(db: None) -> Plan:
    return register(rich_package(), "wanhe")


@pytest.fixture
def clerk(db: None) -> User:
    return make_user("clerk", "a-long-password-3", unit="发展改革局", may=(MAY_REVIEW,))


@pytest.fixture
def other(db: None) -> User:
    return make_user("other", "a-long-password-4", unit="统计局", may=(MAY_REVIEW, MAY_ADOPT))


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


class Desk:
    """A review and two people at it."""

    def __init__(self, row: Review, clerk: User, other: User) -> None:
        self.row, self.clerk, self.other = row, client_of(clerk), client_of(other)
        self.address = f"/workbench/reviews/{row.pk}/"

    @property
    def now(self) -> Reviewed:
        return reviewed(self.row)

    def post(self, do: str, item: str = "", who: Client | None = None, seen: int | None = None, **more: Any) -> Any:
        number = self.now.number if seen is None else seen
        return (who or self.clerk).post(f"{self.address}decide/", {"do": do, "item": item, "seen": number, **more})

    def state(self, item: str) -> State:
        return self.now.review.items[item].state


@pytest.fixture
def desk(served: Plan, clerk: User, other: User) -> Desk:
    return Desk(open_plan(served, clerk), clerk, other)


def test_a_document_is_uploaded_read_and_shown_with_its_items(clerk: User) -> None:
    text = "湖口镇五年规划（虚构）\n第一章 水\n到2030年，自来水入户率达到98%以上。由镇水管站牵头改造三个泵站。"
    client = client_of(clerk)
    response = client.post("/workbench/reviews/upload/", {"document": SimpleUploadedFile("hukou.txt", text.encode())})
    row = Review.objects.get()
    assert response["Location"] == f"/workbench/reviews/{row.pk}/"
    html = page_of(client, f"/workbench/reviews/{row.pk}/")
    assert "hukou.txt" in page_of(client, "/workbench/reviews/")
    assert 'class="queue"' in html
    assert "自来水入户率" in text_of(html)
    assert row.opened_by == clerk
    grounds = reviewed(row).review.reading.grounds
    assert all(0 <= ground.certainty <= 1 for ground in grounds.values())


@pytest.mark.parametrize(
    ("file", "line"),
    [(None, "没有选文件"), (SimpleUploadedFile("empty.txt", b" "), "“empty.txt”是空文件")],
)
def test_a_bad_file_is_told_in_one_line(clerk: User, file: SimpleUploadedFile | None, line: str) -> None:
    response = client_of(clerk).post("/workbench/reviews/upload/", {"document": file} if file else {})
    assert response.status_code == 422
    assert line in response.content.decode()
    assert not Review.objects.exists()


def test_words_lead_to_their_item_and_the_item_to_its_words(desk: Desk) -> None:
    html = page_of(desk.clerk, f"{desk.address}?item=unit-1")
    assert re.search(r'<a class="item"[^>]*id="w-unit-1"[^>]*href="\?item=unit-1#panel-name"', html)
    assert '<li id="i-unit-1" data-state="undecided"><a href="?item=unit-1#panel-name" aria-current="true">' in html
    assert '<a href="#w-unit-1">' in html


def test_doubts_come_first_and_say_what_is_doubted(desk: Desk) -> None:
    html = page_of(desk.clerk, desk.address)
    assert re.findall(r'<li id="i-([\w-]+)"', html)[:2] == ["pledge-2", "sec-4"]
    assert "没有写明起算年。" in html
    assert html.index("存疑") < html.index("按原文次序")


def test_an_item_is_accepted_and_the_next_one_comes(desk: Desk) -> None:
    response = desk.post("accept", "pledge-2")
    assert response["Location"] == f"{desk.address}?item=sec-4#panel-name"
    (row,) = DecisionRow.objects.all()
    assert (row.by.username, row.number, row.record["action"]) == ("clerk", 1, "accept")
    html = page_of(desk.clerk, f"{desk.address}?item=pledge-2")
    assert "发展改革局 clerk，" in html
    assert desk.state("pledge-2") is State.ACCEPTED


def test_a_corrected_item_shows_both_readings_side_by_side(desk: Desk) -> None:
    desk.post("correct", "pledge-1", **{"f-value": "32", "f-subject": "亮灯巷子", "f-deadline": "2025年"})
    html = page_of(desk.clerk, f"{desk.address}?item=pledge-1")
    row = re.search(r'<tr><th scope="row">数值</th>(.*?)</tr>', html)
    assert row is not None
    assert text_of(row[1]) == "3032"
    assert "机器读作" in html
    assert "人改作" in html
    assert "改正：数值“32”" in html


@pytest.mark.parametrize(
    ("do", "more", "line"),
    [
        ("correct", {"f-value": "三十"}, "“数值”不能写“三十”"),
        ("correct", {"f-subject": ""}, "“说的是什么”不能空着"),
        ("correct", {"f-value": "31", "block": "3", "words": "没有的字"}, "第3段里没有“没有的字”这几个字"),
        ("merge", {}, "没有选要并入的项"),
        ("split", {}, "文中没有第0段"),
        ("fly", {}, "没有选要做什么"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(desk: Desk, do: str, more: dict[str, str], line: str) -> None:
    response = desk.post(do, "pledge-1", **more)
    html = response.content.decode()
    assert response.status_code == 422
    assert line in html
    assert all(value in html for value in more.values())
    assert not DecisionRow.objects.exists()


def test_an_item_is_split_merged_and_added(desk: Desk) -> None:
    block = desk.now.review.items["task-1"].source
    assert block is not None
    desk.post("split", "task-1", **{
        "p1-block": "3", "p1-words": "由镇路灯所牵头", "p1-f-title": "路灯所牵头",
        "p2-block": "3", "p2-words": "点亮三十条暗巷", "p2-f-title": "点亮三十条暗巷",
    })  # fmt: skip
    assert [task.title for task in desk.now.review.result.plan.tasks] == [
        "路灯所牵头",
        "点亮三十条暗巷",
        "让河水清起来",
    ]
    desk.post("merge", "unit-1", other=["unit-2"])
    assert [unit.id for unit in desk.now.review.result.plan.units] == ["unit-1"]
    page = page_of(desk.clerk, f"{desk.address}?add=5&kind=policy&words=慢行三年行动")
    assert 'name="f-name"' in page
    desk.post("add", kind="policy", block="5", words="渡口信息平台", **{"f-name": "渡口信息平台办法"})
    assert [policy.name for policy in desk.now.review.result.plan.policies] == ["渡口信息平台办法", "慢行三年行动"]


def test_the_last_step_and_any_earlier_one_can_be_taken_back(desk: Desk) -> None:
    desk.post("accept", "unit-1")
    desk.post("reject", "unit-2")
    desk.post("undo")
    assert desk.state("unit-2") is State.UNDECIDED
    first = DecisionRow.objects.get(number=1).record["id"]
    desk.post("reject", "unit-2", who=desk.other)
    desk.post("undo", "unit-1", step=first)
    assert (desk.state("unit-1"), desk.state("unit-2")) == (State.UNDECIDED, State.REJECTED)
    assert "您还没有可撤回的一步" in desk.post("undo").content.decode()  # what the other did is not mine to undo
    assert DecisionRow.objects.count() == 5


def test_what_another_decided_meanwhile_is_told_and_not_overwritten(desk: Desk) -> None:
    desk.post("correct", "unit-1", who=desk.other, **{"f-name": "镇路灯管理所"})
    response = desk.post("reject", "unit-1", seen=0)
    html = response.content.decode()
    assert response.status_code == 409
    assert "统计局 other" in html
    assert "镇路灯管理所" in html
    assert desk.state("unit-1") is State.CORRECTED
    kept = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', html[html.index("照他的") :]))
    response = desk.clerk.post(f"{desk.address}decide/", kept)
    assert response.status_code == 302
    assert desk.state("unit-1") is State.REJECTED
    assert len(desk.now.review.items["unit-1"].history) == 2


def test_the_same_decision_of_two_people_is_kept_once(desk: Desk) -> None:
    desk.post("accept", "unit-1", who=desk.other)
    response = desk.clerk.post(
        f"{desk.address}decide/", {"do": "accept", "item": "unit-1", "seen": "0"}, headers=SCRIPT
    )
    assert response.status_code == 200
    assert "没有重复记" in response.json()["said"]
    assert DecisionRow.objects.count() == 1


def test_people_on_different_items_do_not_meet(desk: Desk) -> None:
    assert desk.post("accept", "unit-1", seen=0).status_code == 302
    assert desk.post("accept", "unit-2", who=desk.other, seen=0).status_code == 302
    assert DecisionRow.objects.count() == 2


def test_the_script_gets_the_next_panel_and_what_changed(desk: Desk) -> None:
    response = desk.clerk.post(
        f"{desk.address}decide/", {"do": "reject", "item": "pledge-2", "seen": "0"}, headers=SCRIPT
    )
    told = response.json()
    assert told["item"] == "sec-4"
    assert told["states"] == {"pledge-2": ["rejected", False]}
    assert 'data-key="a"' in told["panel"]
    left = len(desk.now.review.undecided)
    assert f"<b>{left}</b>" in told["counts"]
    panel = desk.clerk.get(f"{desk.address}items/sec-4/").content.decode()
    assert "<html" not in panel
    assert 'name="seen" value="1"' in panel
    back = desk.clerk.post(
        f"{desk.address}decide/", {"do": "undo", "item": "sec-4", "seen": "1"}, headers=SCRIPT
    ).json()
    assert (back["item"], back["states"]) == ("pledge-2", {"pledge-2": ["undecided", True]})


def test_everything_sure_is_accepted_in_one_step_with_its_count(clerk: User, other: User) -> None:
    text = "湖口镇五年规划（虚构）\n第一章 水\n到2030年，自来水入户率达到98%以上。由镇水管站牵头改造三个泵站。"
    client_of(clerk).post("/workbench/reviews/upload/", {"document": SimpleUploadedFile("hukou.txt", text.encode())})
    desk = Desk(Review.objects.get(), clerk, other)
    if not desk.now.review.reading.grounds:
        pytest.skip("the reader does not say how sure it is")
    page = page_of(desk.clerk, f"{desk.address}sure/?percent=1")
    found = re.search(r"接受这(\d+)项", page)
    assert found is not None
    assert page.count("#panel-name") == int(found[1]), "every one is listed"
    assert re.search(r"承诺.*自来水入户率.*98", text_of(page))
    assert not DecisionRow.objects.exists()
    desk.clerk.post(f"{desk.address}sure/", {"percent": "1"})
    assert DecisionRow.objects.count() == 1
    assert desk.now.review.count(State.ACCEPTED) == int(found[1])
    desk.post("undo")
    assert desk.now.review.count(State.ACCEPTED) == 0


def test_a_document_without_items_has_nothing_to_decide(clerk: User) -> None:
    sent = {"document": SimpleUploadedFile("note.txt", "大家好。\n".encode())}
    response = client_of(clerk).post("/workbench/reviews/upload/", sent)
    said = text_of(page_of(client_of(clerk), response["Location"]))
    assert "没有可定的" in said
    assert "都定了" not in said


def test_the_address_is_proposed_from_area_and_years_and_is_told_to_be_for_good(clerk: User, other: User) -> None:
    text = "鞍山市海城市国民经济和社会发展第十四个五年规划纲要\n第一章 水\n到2025年，自来水入户率达到98%以上。"
    client_of(clerk).post("/workbench/reviews/upload/", {"document": SimpleUploadedFile("plan.txt", text.encode())})
    html = page_of(client_of(other), f"/workbench/reviews/{Review.objects.get().pk}/adopt/")
    assert 'value="210381-2021-2025"' in html
    assert "采纳后不能再改" in html


def test_a_unit_named_in_both_languages_is_shown_in_the_page_s_own(served: Plan) -> None:
    user = make_user("zhao", "a-long-password-9", unit="规划科 / Planning office", may=(MAY_REVIEW,))
    zh, en = (page_of(client_of(user), f"{start}/workbench/reviews/") for start in ("", "/en"))
    assert "规划科 zhao" in text_of(zh) and "Planning" not in text_of(zh)
    assert "Planning office zhao" in text_of(en)


def test_adopting_makes_a_version_that_the_public_sees_and_closes_the_review(desk: Desk, served: Plan) -> None:
    desk.post("correct", "task-2", **{"f-title": "让河水一直清"})
    page = page_of(desk.other, f"{desk.address}adopt/")
    assert "没有人定过" in page
    stale = desk.other.post(f"{desk.address}adopt/", {"seen": "0"})
    assert stale.status_code == 422
    response = desk.other.post(f"{desk.address}adopt/", {"seen": "1"})
    assert response["Location"] == "/workbench/plans/wanhe/document/"
    version = served.versions.order_by("-pk")[0]
    assert (version.adopted_by.username, version.review.pk) == ("other", desk.row.pk)  # type: ignore[union-attr]
    assert "让河水一直清" in page_of(Client(), "/plans/wanhe/tasks/")
    refused = desk.post("accept", "unit-1")
    assert "已经采纳，不能再改" in refused.content.decode()
    assert "已采纳" in page_of(desk.clerk, desk.address)
    with pytest.raises(ValueError, match="never changes"):
        version.save()


def test_what_checking_finds_and_what_was_set_by_hand_is_told_before_adopting(desk: Desk) -> None:
    desk.post("correct", "lamps", **{"f-target": "8"})
    value = desk.now.review.items["lamps"].value
    assert isinstance(value, Indicator)
    assert (value.target.value, value.target.text) == (8, "8"), "pages would go on asking for 30"
    assert "请管理员采纳" in page_of(desk.clerk, desk.address)
    assert "请管理员采纳" not in page_of(desk.other, desk.address)
    html = page_of(desk.other, f"{desk.address}adopt/")
    assert "“亮灯巷子”的目标人工改作8，原文印的是“30”" in text_of(html)
    found = check([desk.now.review.result])
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    assert f"错误{len(errors)}，" in text_of(html)
    assert errors, "a target that goes the wrong way is an error"
    assert all(finding.code in html for finding in errors)
    assert "?item=lamps#panel-name" in html


def test_a_review_of_an_adopted_plan_goes_on_from_its_decisions(desk: Desk, served: Plan, other: User) -> None:
    desk.post("correct", "task-2", **{"f-title": "让河水一直清"})
    desk.other.post(f"{desk.address}adopt/", {"seen": "1"})
    again = open_plan(served, other)
    assert again.previous == desk.row
    item = reviewed(again).review.items["task-2"]
    assert item.state is State.CORRECTED
    assert item.decision is not None
    assert item.decision.by == "发展改革局 clerk"
    assert open_plan(served, other) == again


def test_starting_the_server_again_keeps_what_was_adopted(desk: Desk, served: Plan) -> None:
    desk.post("reject", "unit-1")
    desk.other.post(f"{desk.address}adopt/", {"seen": "1"})
    register(rich_package(), "wanhe")
    assert [unit.id for unit in package_of(served).reading.plan.units] == ["unit-2"]
    serve_only([])
    assert not Plan.objects.get(slug="wanhe").is_served


def test_an_uploaded_plan_is_adopted_under_a_name_of_its_own_and_stays_served(clerk: User, other: User) -> None:
    text = "湖口镇五年规划（虚构）\n第一章 水\n到2030年，自来水入户率达到98%以上。"
    client_of(clerk).post("/workbench/reviews/upload/", {"document": SimpleUploadedFile("hukou.txt", text.encode())})
    row = Review.objects.get()
    client = client_of(other)
    assert 'value="hukou"' in page_of(client, f"/workbench/reviews/{row.pk}/adopt/")
    bad = client.post(f"/workbench/reviews/{row.pk}/adopt/", {"seen": "0", "slug": "a/b"})
    assert "地址只能用" in bad.content.decode()
    client.post(f"/workbench/reviews/{row.pk}/adopt/", {"seen": "0", "slug": "hukou"})
    serve_only([])
    assert "自来水入户率" in text_of(page_of(Client(), "/plans/hukou/document/"))


def test_a_new_version_of_the_document_keeps_what_still_applies(clerk: User, other: User) -> None:
    text = "湖口镇五年规划（虚构）\n第一章 水\n到2030年，自来水入户率达到98%以上。\n新建湖口步行桥。"
    client = client_of(clerk)
    client.post("/workbench/reviews/upload/", {"document": SimpleUploadedFile("hukou.txt", text.encode())})
    desk = Desk(Review.objects.get(), clerk, other)
    pledge = desk.now.review.result.plan.pledges[0].id
    desk.post("correct", pledge, **{"f-value": "99"})
    desk.post("accept", next(i.id for i in desk.now.review.items.values() if i.kind.value == "section"), who=desk.other)
    fresh = text.replace("第一章 水", "写在前面的话。\n第一章 河水")
    response = client.post(f"{desk.address}reread/", {"document": SimpleUploadedFile("hukou-2.txt", fresh.encode())})
    row = Review.objects.order_by("-pk")[0]
    assert response["Location"] == f"/workbench/reviews/{row.pk}/"
    assert reviewed(row).review.result.plan.pledges[0].value == 99
    html = page_of(client, response["Location"])
    assert "1条照旧，1条不再适用" in html
    assert "“河水”" in html or "第一章 河水" in html
    assert "统计局 other" in html
    assert DecisionRow.objects.get(review=row).by == clerk


def test_who_may_only_look_sees_the_items_and_no_buttons(desk: Desk, viewer_client: Client) -> None:
    html = page_of(viewer_client, f"{desk.address}?item=unit-1")
    assert 'name="do"' not in html
    assert viewer_client.post(f"{desk.address}decide/", {"do": "accept", "item": "unit-1"}).status_code == 403
    assert viewer_client.get(f"{desk.address}adopt/").status_code == 403
    assert desk.clerk.get(f"{desk.address}adopt/").status_code == 403
    assert viewer_client.post("/workbench/reviews/upload/").status_code in (403, 422)
    assert viewer_client.post("/workbench/reviews/plans/wanhe/").status_code == 403
    assert not DecisionRow.objects.exists()


def test_the_log_only_grows(desk: Desk) -> None:
    desk.post("accept", "unit-1")
    row = DecisionRow.objects.get()
    with pytest.raises(ValueError, match="never changes"):
        row.save()
    with pytest.raises(ValueError, match="never deleted"):
        row.delete()
    with pytest.raises(ValueError, match="never changes"):
        desk.row.save()
    assert "发展改革局 clerk" in page_of(desk.clerk, f"{desk.address}log/")
    told = text_of(page_of(desk.clerk, f"{desk.address}log/"))
    assert f"共{DecisionRow.objects.count()}步" in told


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize(
    "ending",
    ["", "?item=pledge-1", "?add=3", "?add=3&kind=task", "?add=99", "?show=all&kind=unit", "?show=decided", "log/",
     "adopt/", "sure/", "?page=7"],
)  # fmt: skip
def test_every_page_of_the_screen_stands_in_both_languages(desk: Desk, language: str, ending: str) -> None:
    desk.post("correct", "pledge-1", **{"f-value": "32"})
    desk.post("merge", "unit-1", other=["unit-2"])
    html = page_of(desk.other, f"{language}{desk.address}{ending}")
    assert " style=" not in html
    assert "<script>" not in html
    assert PlanVersion.objects.count() == 1


def test_an_item_that_is_not_there_is_not_found(desk: Desk) -> None:
    assert desk.clerk.get(f"{desk.address}?item=nothing").status_code == 404
    assert desk.clerk.get(f"{desk.address}items/nothing/").status_code == 404


@pytest.mark.parametrize("ending", ["", "?item=pledge-1", "?add=3&kind=task", "log/", "adopt/"])
def test_an_english_page_marks_every_chinese_word(desk: Desk, ending: str) -> None:
    desk.post("correct", "pledge-1", **{"f-value": "32", "f-subject": "亮灯的巷子"})
    unmarked = Unmarked("en")
    unmarked.feed(re.sub(r"<title.*?</title>", "", page_of(desk.other, f"/en{desk.address}{ending}"), flags=re.S))
    assert unmarked.found == [], unmarked.found


def test_an_indicator_with_values_can_be_rejected_and_its_values_are_kept(
    plan: Plan, clerk: User, other: User, client: Client
) -> None:
    desk = Desk(open_plan(plan, clerk), clerk, other)
    desk.post("reject", "trees")
    desk.other.post(f"{desk.address}adopt/", {"seen": "1"})
    page_of(client, "/plans/qinghe/")
    assert "每百米行道树" not in text_of(page_of(client, "/plans/qinghe/indicators/"))
    assert client.get("/plans/qinghe/indicators/trees/").status_code == 404
    assert plan.observation_rows.filter(indicator="trees", withdrawn_at=None).count() == 4


def test_a_long_document_is_reviewed_chapter_by_chapter(
    served: Plan, clerk: User, other: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lantu.web.gazette.plan_text._ONE_PAGE", 100)
    desk = Desk(open_plan(served, clerk), clerk, other)
    html = page_of(desk.clerk, desk.address)
    assert 'id="w-pledge-2"' in html  # the most pressing item decides the chapter
    assert 'id="w-task-2"' not in html
    assert re.search(r'<option value="\d"[^>]*>第二章　水 · 2</option>', html)
    first = set(re.findall(r'<li id="i-([\w-]+)"', html))
    while any(desk.state(id) is State.UNDECIDED for id in first):
        item = next(id for id in first if desk.state(id) is State.UNDECIDED)
        location = desk.post("accept", item)["Location"]
    assert "item=sec-4" in location or "item=task-2" in location
    assert 'id="w-task-2"' in page_of(desk.clerk, location.split("#")[0])


def test_a_plan_leads_to_its_review(served: Plan, clerk: User, viewer_client: Client, client: Client) -> None:
    desk, address = client_of(clerk), "/workbench/reviews/plans/wanhe/"
    assert f'href="{address}"' in page_of(desk, "/workbench/plans/wanhe/document/")
    assert address not in page_of(client, "/plans/wanhe/document/")
    assert "开始审读" in page_of(desk, address)
    assert "开始审读" not in page_of(viewer_client, address)
    assert (
        desk.post(address)["Location"]
        == desk.get(address)["Location"]
        == f"/workbench/reviews/{Review.objects.get().pk}/"
    )


def uploaded(client: Client, address: str, text: str, name: str = "hukou.txt") -> Review:
    """The review of a document that was sent there."""
    client.post(address, {"document": SimpleUploadedFile(name, text.encode())})
    return Review.objects.order_by("-pk")[0]


HUKOU = "湖口镇五年规划（虚构）\n第一章 水\n到2030年，自来水入户率达到98%以上。\n新建湖口步行桥。"


def test_a_new_draft_closes_the_review_it_goes_on_from(clerk: User, other: User) -> None:
    old = Desk(uploaded(client_of(clerk), "/workbench/reviews/upload/", HUKOU), clerk, other)
    new = uploaded(old.clerk, f"{old.address}reread/", HUKOU)
    item = next(iter(old.now.review.items))
    assert "已由新一稿的审读接续" in old.post("accept", item).content.decode()
    refused = old.other.post(f"{old.address}adopt/", {"seen": "0", "slug": "hukou"})
    assert "已由新一稿的审读接续" in refused.content.decode()
    assert not PlanVersion.objects.exists()
    listing = page_of(old.clerk, "/workbench/reviews/")
    assert f"/workbench/reviews/{new.pk}/" in listing
    assert old.address not in listing
    assert f'href="/workbench/reviews/{new.pk}/"' in page_of(old.clerk, old.address)


def test_after_a_wrong_file_the_old_review_is_read_again_unless_people_have_gone_on(clerk: User, other: User) -> None:
    old = Desk(uploaded(client_of(clerk), "/workbench/reviews/upload/", HUKOU), clerk, other)
    wrong = uploaded(old.clerk, f"{old.address}reread/", "另一份文件。\n到2030年，路灯达到98盏以上。")
    right = Desk(uploaded(old.clerk, f"{old.address}reread/", HUKOU), clerk, other)
    wrong.refresh_from_db()
    assert (wrong.closed_by, right.row.previous) == (right.row, old.row)
    right.post("accept", next(iter(right.now.review.items)))
    assert 'id="r-file"' not in page_of(old.clerk, old.address)
    assert uploaded(old.clerk, f"{old.address}reread/", HUKOU) == right.row


def test_a_stale_review_is_not_adopted_over_a_newer_version_unless_somebody_says_so(
    desk: Desk, served: Plan, clerk: User
) -> None:
    package = rich_package()
    (first, *rest) = package.reading.plan.tasks
    changed = replace(package.reading.plan, tasks=(replace(first, title="换过的任务"), *rest))
    register(replace(package, reading=replace(package.reading, plan=changed)), "wanhe")
    newer = served.versions.order_by("-pk")[0]
    assert f'name="over" value="{newer.pk}"' in page_of(desk.other, f"{desk.address}adopt/")
    refused = desk.other.post(f"{desk.address}adopt/", {"seen": "0"})
    assert refused.status_code == 422
    assert "有了新版本" in refused.content.decode()
    assert served.versions.order_by("-pk")[0] == newer
    desk.other.post(f"{desk.address}adopt/", {"seen": "0", "over": str(newer.pk)})
    assert served.versions.order_by("-pk")[0].adopted_by is not None


def test_of_two_reviews_of_one_version_the_second_does_not_undo_the_first(
    desk: Desk, served: Plan, clerk: User, other: User
) -> None:
    desk.other.post(f"{desk.address}adopt/", {"seen": "0"})
    again = Desk(open_plan(served, clerk), clerk, other)
    draft = Desk(uploaded(desk.clerk, f"{desk.address}reread/", HUKOU), clerk, other)
    again.post("correct", "task-2", **{"f-title": "让河水一直清"})
    again.other.post(f"{again.address}adopt/", {"seen": str(again.now.number)})
    refused = draft.other.post(f"{draft.address}adopt/", {"seen": str(draft.now.number)})
    assert refused.status_code == 422
    assert "让河水一直清" in [task.title for task in package_of(served).reading.plan.tasks]


def test_the_list_tells_how_far_each_review_is_without_unpacking_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.post("accept", "unit-1")
    total = len(desk.now.review.items)

    def unpacked(row: Review) -> Reviewed:
        raise AssertionError("it was unpacked")

    with monkeypatch.context() as patched:
        patched.setattr(counts, "reviewed", unpacked)
        assert f"{total - 1} / {total}" in page_of(desk.clerk, "/workbench/reviews/")
    Review.objects.update(counts=[])  # as one kept before there were counts
    assert f"{total - 1} / {total}" in page_of(desk.clerk, "/workbench/reviews/")
