"""Findings are worked through: assigned, discussed, resolved, let stand; drafts decide, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from tests.web.conftest import page_of, text_of
from tests.web.drafts import FIRST, SECOND, draft

from lantu.checking import check
from lantu.checking.comparison import compare
from lantu.checking.finding import Finding
from lantu.checking.waivers import Waiver, parse_waivers, waive
from lantu.plan.reading import Reading
from lantu.web.accounts.models import User
from lantu.web.accounts.services import make_user
from lantu.web.examinations import services
from lantu.web.examinations.matters import Known, State
from lantu.web.examinations.models import Act, Examination, Matter, WaiverRow
from lantu.web.examinations.selectors import Examined, examined
from lantu.web.examinations.services import MAY_EXAMINE, examine
from lantu.web.registry.models import Plan
from lantu.web.registry.services import register

pytestmark = pytest.mark.django_db
PLACE = "/workbench/plans/meiling/findings/"
VILLAGE, UNEMPLOYMENT, LORRIES = "贫困村", "城镇登记失业率", "黄标车"
TODAY = timezone.localdate


@pytest.fixture
def take_in(db: None) -> Callable[[str], Plan]:
    return lambda text: register(draft(text), "meiling")


@pytest.fixture
def meiling(db: None, take_in: Callable[[str], Plan]) -> Plan:
    return take_in(FIRST)


@pytest.fixture
def zhang(db: None) -> User:
    return make_user("zhang", "a-long-password-3", unit="规划科", may=(MAY_EXAMINE,))


@pytest.fixture
def li(db: None) -> User:
    return make_user("li", "a-long-password-4", unit="财政所", may=(MAY_EXAMINE,))


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def now(plan: Plan, on: date | None = None) -> Examined:
    return examined(plan, examine(plan), on or TODAY())


def about(words: str, plan: Plan, on: date | None = None) -> Known:
    """The matter whose cited words are these."""
    state = now(plan, on)
    return next(one for one in (*state.known, *state.gone) if [p.citation.quote for p in one.finding.places] == [words])


def address(known: Known) -> str:
    return f"{PLACE}{known.matter.pk}/"


def test_the_matters_of_a_plan_are_the_findings_of_check(meiling: Plan, take_in: Callable[[str], Plan]) -> None:
    state = now(meiling)
    assert [one.finding for one in state.known] == list(check([state.reading]))
    assert [one.number for one in state.known] == list(range(1, len(state.known) + 1))
    examine(meiling)
    assert Examination.objects.count() == 1, "examining again adds nothing"


def test_a_new_draft_keeps_loses_and_brings_what_a_comparison_says(
    meiling: Plan, take_in: Callable[[str], Plan]
) -> None:
    before = now(meiling)
    take_in(SECOND)
    after = now(meiling)
    told = compare([one.finding for one in before.known], [one.finding for one in after.known])
    assert (len(told.solved), len(told.brought)) == (1, 1)
    old, new = ({one.matter.pk for one in state.known} for state in (before, after))
    assert (len(old - new), len(old & new), len(new - old)) == (1, len(told.kept), 1)
    assert [one.finding for one in after.gone] == list(told.solved)
    assert about(UNEMPLOYMENT, meiling).state is State.GONE


def test_what_had_gone_and_comes_again_is_the_matter_it_was(meiling: Plan, take_in: Callable[[str], Plan]) -> None:
    first = about(UNEMPLOYMENT, meiling).matter
    for text in (SECOND, FIRST):
        take_in(text)
        examine(meiling)
    again = about(UNEMPLOYMENT, meiling)
    assert again.matter == first
    assert again.state is State.OPEN


def test_what_is_said_to_be_mended_opens_again_by_itself_and_says_so(
    meiling: Plan, zhang: User, take_in: Callable[[str], Plan]
) -> None:
    client = client_of(zhang)
    for words in (VILLAGE, UNEMPLOYMENT):
        client.post(address(about(words, meiling)), {"act": "resolve", "words": f"已把{words}改了"})
        assert about(words, meiling).state is State.RESOLVED
    take_in(SECOND)
    kept, gone = about(VILLAGE, meiling), about(UNEMPLOYMENT, meiling)
    assert (kept.state, gone.state) == (State.OPEN, State.GONE)
    assert kept.came_back is not None
    words = text_of(page_of(client, address(kept)))
    assert "规划科 zhang说已改：“已把贫困村改了”，而这一版仍有。" in words
    assert "第2版仍有，自动重新打开" in words
    assert "第2版里没有了" in text_of(page_of(client, address(gone)))
    assert "说已改，新稿仍有 1" in text_of(page_of(client, PLACE))
    client.post(address(kept), {"act": "resolve", "words": "这回真改了"})
    assert about(VILLAGE, meiling).state is State.RESOLVED


def test_an_assignment_has_a_person_and_a_day_and_is_found_by_them(meiling: Plan, zhang: User, li: User) -> None:
    due = TODAY() + timedelta(days=3)
    known = about(VILLAGE, meiling)
    client_of(zhang).post(address(known), {"act": "assign", "to": li.pk, "due": due.isoformat(), "words": "请核"})
    assert about(VILLAGE, meiling).assignee == li
    mine = page_of(client_of(li), f"{PLACE}?who=mine")
    assert mine.count('class="beside"') == 1
    assert "归你办的1处" in text_of(page_of(client_of(li), PLACE))
    assert page_of(client_of(zhang), f"{PLACE}?who=mine").count('class="beside"') == 0
    assert page_of(client_of(zhang), f"{PLACE}?who={li.pk}").count('class="beside"') == 1
    assert page_of(client_of(zhang), f"{PLACE}?who=nobody").count('class="beside"') == len(now(meiling).known) - 1
    assert not about(VILLAGE, meiling, due).is_late(due), "the day itself is not late"
    late = due + timedelta(days=1)
    assert about(VILLAGE, meiling, late).is_late(late)
    client_of(zhang).post(address(known), {"act": "assign", "to": "", "words": ""})
    assert about(VILLAGE, meiling).assignee is None
    assert Act.objects.filter(kind="assigned").count() == 2, "both stay on record"


def test_what_is_mine_in_every_plan_stands_on_one_page_the_first_due_first(
    meiling: Plan, zhang: User, li: User
) -> None:
    other = register(draft(FIRST), "other")
    client = client_of(zhang)
    days = {meiling: TODAY() + timedelta(days=9), other: TODAY() + timedelta(days=2)}
    for plan, due in days.items():
        client.post(f"/workbench/plans/{plan.slug}/findings/{about(VILLAGE, plan).matter.pk}/",
                    {"act": "assign", "to": li.pk, "due": due.isoformat(), "words": "请核"})  # fmt: skip
    html = page_of(client_of(li), "/workbench/findings/")
    assert re.findall(r"/plans/(\w+)/findings/\d+/", html) == ["other", "meiling"]
    assert "2处检查所见待我办理" in text_of(html)
    assert 'href="/workbench/findings/"' in page_of(client_of(li), "/workbench/")
    assert "没有待我办理的" in page_of(client, "/workbench/findings/")


def test_what_people_say_stands_in_the_order_they_said_it(meiling: Plan, zhang: User, li: User) -> None:
    known = about(VILLAGE, meiling)
    for user, words in ((zhang, "一"), (li, "二\n行"), (zhang, "<b>三</b>")):
        client_of(user).post(address(known), {"act": "say", "words": words})
    html = page_of(client_of(li), address(known))
    assert "&lt;b&gt;三&lt;/b&gt;" in html
    said = re.findall(r"<b>(规划科 zhang|财政所 li)</b> 说", html)
    assert said == ["规划科 zhang", "财政所 li", "规划科 zhang"]


def test_who_acts_on_an_old_page_loses_nothing_and_is_told(meiling: Plan, zhang: User, li: User) -> None:
    known = about(VILLAGE, meiling)
    client_of(zhang).post(address(known), {"act": "resolve", "words": "改了", "seen": "0"})
    response = client_of(li).post(address(known), {"act": "resolve", "words": "我也改了", "seen": "0"}, follow=True)
    assert "这期间规划科 zhang也办过这一处" in text_of(response.content.decode())
    assert list(Act.objects.values_list("words", flat=True)) == ["改了", "我也改了"]


def test_the_record_only_grows(meiling: Plan, zhang: User) -> None:
    known = about(VILLAGE, meiling)
    act = services.say(known, now(meiling).examination.version_id, zhang, "话")
    for row in (act, known.matter, now(meiling).examination):
        with pytest.raises(ValueError, match="never changes"):
            row.save()
        with pytest.raises(ValueError, match="never deleted"):
            row.delete()


def test_who_allowed_it_is_never_filled_in_for_the_clerk(meiling: Plan, zhang: User) -> None:
    html = page_of(client_of(zhang), address(about(VILLAGE, meiling)))
    assert re.search(r'<input id="w-by" name="allowed_by" required[^>]* value="">', html)


def test_a_finding_that_may_stand_is_waived_as_the_file_beside_a_plan_says(meiling: Plan, zhang: User) -> None:
    until = TODAY() + timedelta(days=30)
    client = client_of(zhang)
    client.post(address(about(VILLAGE, meiling)), {"act": "waive", "reason": "引用旧文件名", "allowed_by": "镇长办公会",
                                                  "until": until.isoformat()})  # fmt: skip
    assert about(VILLAGE, meiling).state is State.WAIVED
    for ending in ("yaml", "csv"):
        text = client.get(f"{PLACE}waivers.{ending}").content.decode("utf-8-sig")
        (waiver,) = parse_waivers(text, f"waivers.{ending}")
        assert (waiver.rule, waiver.quote, waiver.reason, waiver.by, waiver.until) == (
            "NAM703", VILLAGE, "引用旧文件名", "镇长办公会", until,
        )  # fmt: skip
        reading = now(meiling).reading
        outcome = waive(check([reading]), [waiver], reading, TODAY())
        assert [finding.places[0].citation.quote for finding, _ in outcome.waived] == [VILLAGE]
    assert "镇长办公会：引用旧文件名" in text_of(page_of(client, PLACE))


def test_what_may_stand_asks_for_no_attention_beside_the_text(meiling: Plan, zhang: User) -> None:
    client = client_of(zhang)
    client.post(address(about(VILLAGE, meiling)), {"act": "waive", "reason": "旧名", "allowed_by": "镇长"})
    client.post(address(about(UNEMPLOYMENT, meiling)), {"act": "resolve", "words": "改了"})
    html = page_of(client, "/workbench/plans/meiling/document/")
    assert "提醒，准予保留 · " in html
    assert "提醒，已改待核 · " in html
    assert "Warning, allowed to stand · " in page_of(client, "/en/workbench/plans/meiling/document/")
    assert "准予保留" not in page_of(Client(), "/plans/meiling/document/"), "the public sees no findings"


def test_a_waiver_that_is_over_is_told_and_the_finding_is_open_again(meiling: Plan, zhang: User) -> None:
    until = TODAY() + timedelta(days=1)
    client_of(zhang).post(address(about(VILLAGE, meiling)), {"act": "waive", "reason": "暂缓", "allowed_by": "镇长",
                                                            "until": until.isoformat()})  # fmt: skip
    assert about(VILLAGE, meiling, until).state is State.WAIVED, "it holds on its last day"
    after = until + timedelta(days=1)
    known = about(VILLAGE, meiling, after)
    assert known.state is State.OPEN
    assert known.expired is not None
    (told,) = now(meiling, after).about_waivers()
    assert "到期" in told.message.zh


def test_opening_again_takes_the_waiver_back_and_keeps_it_on_record(meiling: Plan, zhang: User) -> None:
    client = client_of(zhang)
    known = about(VILLAGE, meiling)
    client.post(address(known), {"act": "waive", "reason": "暂缓", "allowed_by": "镇长", "until": ""})
    client.post(address(known), {"act": "reopen", "words": "不缓了"})
    assert about(VILLAGE, meiling).state is State.OPEN
    words = text_of(page_of(client, address(known)))
    for told in ("准予保留，没有定期限（镇长同意）", "暂缓", "撤回豁免", "不缓了"):
        assert told in words
    assert WaiverRow.objects.count() == 1
    assert client.get(f"{PLACE}waivers.yaml").content == b"[]\n"


def test_a_file_of_waivers_is_taken_in_once(meiling: Plan, zhang: User, tmp_path: Path) -> None:
    client = client_of(zhang)
    file = tmp_path / "w.yaml"
    file.write_text(f"- {{rule: outdated_term, quote: {VILLAGE}, reason: 旧名, by: 王}}\n"
                    "- {rule: IND101, quote: 没有的, reason: 旧名, by: 王}\n", encoding="utf-8")  # fmt: skip
    for said in ("导入2项。", "导入0项，2项原已在册。"):
        with file.open("rb") as opened:
            response = client.post(f"{PLACE}waivers/", {"file": opened}, follow=True)
        assert said in text_of(response.content.decode())
    assert about(VILLAGE, meiling).state is State.WAIVED
    words = text_of(page_of(client, f"{PLACE}waivers/"))
    assert "有效" in words
    assert "对不上" in words
    assert "豁免清单第 2 项对不上任何发现" in text_of(page_of(client, PLACE))
    row = WaiverRow.objects.get(rule="NAM703")
    assert client.post(f"{PLACE}waivers/", {"end": row.pk, "words": ""}).status_code == 422
    assert client.post(f"{PLACE}waivers/", {"end": row.pk, "words": "不成立"}).status_code == 302
    assert about(VILLAGE, meiling).state is State.OPEN


@pytest.mark.parametrize("wrong", [b"- {rule: XXX1, quote: a, reason: b, by: c}", b"\xff\xfe", b"just words", b"- {}"])
def test_a_file_that_is_no_list_of_waivers_is_refused_with_what_to_mend(
    meiling: Plan, zhang: User, tmp_path: Path, wrong: bytes
) -> None:
    file = tmp_path / "w.yaml"
    file.write_bytes(wrong)
    with file.open("rb") as opened:
        response = client_of(zhang).post(f"{PLACE}waivers/", {"file": opened})
    assert response.status_code == 422
    assert "没有做成" in response.content.decode()
    assert client_of(zhang).post(f"{PLACE}waivers/", {}).status_code == 422
    assert not WaiverRow.objects.exists()


@pytest.mark.parametrize(
    ("post", "said"),
    [
        ({"act": "say", "words": " "}, "这一栏要填"),
        ({"act": "resolve", "words": ""}, "这一栏要填"),
        ({"act": "waive", "reason": "", "allowed_by": "王"}, "这一栏要填"),
        ({"act": "waive", "reason": "因为", "allowed_by": ""}, "这一栏要填"),
        ({"act": "waive", "reason": "因为", "allowed_by": "王", "until": "2001-01-01"}, "这一天已经过去"),
        ({"act": "assign", "to": "999999"}, "没有这个人"),
        ({"act": "assign", "to": "", "due": "随便"}, "这不是日期"),
    ],
)
def test_a_wrong_form_is_shown_again_with_what_to_mend(
    meiling: Plan, zhang: User, post: dict[str, str], said: str
) -> None:
    response = client_of(zhang).post(address(about(VILLAGE, meiling)), post)
    assert response.status_code == 422
    html = response.content.decode()
    assert "还没有保存" in html
    assert said in html
    assert not post.get("reason") or post["reason"] in html, "what was typed is still there"
    assert not Act.objects.exists()
    assert not WaiverRow.objects.exists()


def test_a_viewer_looks_and_changes_nothing(meiling: Plan, viewer_client: Client, viewer: User) -> None:
    known = about(VILLAGE, meiling)
    html = page_of(viewer_client, address(known))
    assert "<textarea" not in html
    assert "你的账号只能看" in html
    for post in ({"act": "say", "words": "x"}, {"act": "nonsense"}):
        assert viewer_client.post(address(known), post).status_code == 403
    assert viewer_client.post(f"{PLACE}waivers/", {"end": "1", "words": "x"}).status_code == 403
    with pytest.raises(PermissionDenied):
        services.say(known, 1, viewer, "x")
    with pytest.raises(PermissionDenied):
        services.let_stand(known, [], meiling, viewer, reason="x", allowed_by="x", until=None)
    with pytest.raises(PermissionDenied):
        services.take_in_waivers(meiling, viewer, [])


def test_another_plan_s_matter_is_not_shown_under_this_one(
    meiling: Plan, zhang: User, tmp_path: Path, plan: Plan
) -> None:
    known = about(VILLAGE, meiling)
    client = client_of(zhang)
    assert client.get(f"/workbench/plans/{plan.slug}/findings/{known.matter.pk}/").status_code == 404
    assert client.post(address(known), {"act": "nonsense"}).status_code == 404
    assert client.get(f"{PLACE}opinion.exe").status_code == 404
    assert client.get(f"{PLACE}waivers.exe").status_code == 404


def test_lists_go_by_state_severity_rule_and_chapter_with_counts(meiling: Plan, zhang: User) -> None:
    client = client_of(zhang)
    state = now(meiling)
    client.post(address(state.known[0]), {"act": "resolve", "words": "改了"})
    html = page_of(client, PLACE)
    assert f'value="open">待办 {len(state.known) - 1}<' in html
    assert 'value="resolved">已改待核 1<' in html
    assert page_of(client, f"{PLACE}?state=resolved").count('class="beside"') == 1
    code = state.known[0].finding.code
    n = sum(one.finding.code == code for one in state.known)
    assert re.search(rf'value="{code}">{code} [^<]* {n}<', html)
    assert page_of(client, f"{PLACE}?code={code}&state=open").count('class="beside"') == n - 1


def test_two_versions_are_compared_as_check_against_does(
    meiling: Plan, zhang: User, take_in: Callable[[str], Plan]
) -> None:
    client = client_of(zhang)
    assert "只有一版" in page_of(client, f"{PLACE}versions/")
    take_in(SECOND)
    words = text_of(page_of(client, f"{PLACE}versions/"))
    kept = len(now(meiling).known) - 1
    assert f"第2版比第1版：解决1处，仍有{kept}处，新增1处。" in words
    back = text_of(page_of(client, f"/en{PLACE}versions/?old=2&new=1"))
    assert f"Version 1 against version 2: 1 solved, {kept} kept, 1 brought." in back
    client.post(address(about(LORRIES, meiling)), {"act": "waive", "reason": "旧名", "allowed_by": "王"})
    assert "新增0处" in text_of(page_of(client, f"{PLACE}versions/"))


def test_the_log_tells_who_did_what_and_what_each_version_brought(
    meiling: Plan, zhang: User, li: User, take_in: Callable[[str], Plan]
) -> None:
    client_of(zhang).post(address(about(VILLAGE, meiling)), {"act": "say", "words": "先看看"})
    take_in(SECOND)
    examine(meiling)
    client_of(li).post(address(about(VILLAGE, meiling)), {"act": "waive", "reason": "旧名", "allowed_by": "王"})
    words = text_of(page_of(client_of(zhang), f"{PLACE}log/"))
    told = ["财政所 li 准予保留", "第2版检查：解决1处", "规划科 zhang 说", "第1版检查，查出"]
    places = [words.index(line) for line in told]
    assert places == sorted(places), "the latest first"
    assert "Version 2 was checked: 1 solved" in text_of(page_of(client_of(li), f"/en{PLACE}log/"))


def test_the_opinion_of_the_desk_knows_waivers_and_what_was_mended(meiling: Plan, zhang: User) -> None:
    client = client_of(zhang)
    client.post(address(about(VILLAGE, meiling)), {"act": "waive", "reason": "引用旧文件名", "allowed_by": "镇长"})
    client.post(address(about(UNEMPLOYMENT, meiling)), {"act": "resolve", "words": "换成调查失业率"})
    text = client.get(f"{PLACE}opinion.md").content.decode()
    assert "引用旧文件名" in text
    assert "已改：换成调查失业率" in text
    assert "另有1处经说明准予保留" in text
    once, twice = (client.get(f"{PLACE}opinion.docx") for _ in range(2))
    assert once.content == twice.content
    assert once["Content-Type"].endswith("wordprocessingml.document")
    assert "Review opinion on" in client.get(f"/en{PLACE}opinion.html").content.decode()


def test_a_waiver_quotes_words_that_only_its_finding_has(meiling: Plan, zhang: User) -> None:
    state = now(meiling)
    for known in state.known:
        row = services.let_stand(
            known, [one.finding for one in state.known], meiling, zhang, reason="因", allowed_by="王", until=None
        )
        assert sum(one.waiver is not None for one in now(meiling).known) == known.number, row.quote


def test_who_entered_values_before_this_room_was_there_may_examine(db: None) -> None:
    from importlib import import_module

    from django.apps import apps

    group = Group.objects.create(name="add_observationrow")
    group.permissions.add(Permission.objects.get(codename="add_observationrow"))
    import_module("lantu.web.examinations.migrations.0001_initial").who_enters_values_examines(apps, None)
    assert group.permissions.filter(codename="add_act").exists()
    assert Matter.objects.count() == 0


def test_reopening_what_a_wide_waiver_covers_tells_the_others_and_asks(
    meiling: Plan, zhang: User, take_in: Callable[[str], Plan]
) -> None:
    take_in(SECOND)
    one, other = about(VILLAGE, meiling), about(LORRIES, meiling)
    assert one.finding.code == other.finding.code
    shared = "".join(sign for sign in one.finding.message.zh if sign in other.finding.message.zh)[1]
    services.take_in_waivers(meiling, zhang, [Waiver(one.finding.code, "", shared, "都缓", "王", None)])
    client = client_of(zhang)
    assert other.finding.message.zh in text_of(page_of(client, address(one)))
    refused = client.post(address(one), {"act": "reopen", "words": "要改"})
    assert refused.status_code == 422
    assert "还管着另外1处" in refused.content.decode()
    assert not Act.objects.exists()
    client.post(address(one), {"act": "reopen", "words": "要改", "together": "1"})
    assert about(VILLAGE, meiling).is_open
    assert about(LORRIES, meiling).is_open


def test_a_plan_is_examined_by_the_version_it_names(meiling: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """A version that is added while findings are read has findings of its own."""
    found = services.findings_of

    def meanwhile(reading: Reading) -> tuple[Finding, ...]:
        monkeypatch.setattr(services, "findings_of", found)
        register(draft(SECOND), "meiling")
        return found(reading)

    monkeypatch.setattr(services, "findings_of", meanwhile)
    made = services.examine(meiling)
    assert made.version != meiling.versions.order_by("-pk")[0]
    assert services.examine(meiling).version == meiling.versions.order_by("-pk")[0]
