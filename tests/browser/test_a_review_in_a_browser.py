"""A review by keyboard alone, with scripts and without; every state of the screen is accessible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.test_pages_in_a_browser import CONTRAST, EVERY_RULE, NARROW, NARROWEST, RUN, WIDE
from tests.web.server import Server

pytestmark = pytest.mark.browser

TEXT = """湖口镇五年规划（虚构）
第一章 水
到2030年，自来水入户率达到98%以上。由镇水管站牵头改造三个泵站，镇财政所配合。
第二章 路
新建湖口步行桥和渡口凉亭，落实“慢行三年行动”。
"""


@pytest.fixture
def desk(chromium: Browser, server: Server, signed_in: Path, tmp_path: Path) -> Iterator[Page]:
    """A window on the review of a document that was just uploaded."""
    context = chromium.new_context(storage_state=signed_in, viewport=WIDE)  # type: ignore[arg-type]
    page = context.new_page()
    file = tmp_path / "hukou.txt"
    file.write_text(TEXT, encoding="utf-8")
    page.goto(f"{server.address}/workbench/reviews/")
    page.get_by_label("规划文件").set_input_files(file)
    page.get_by_role("button", name="读", exact=True).click()
    page.wait_for_url(re.compile(r"/workbench/reviews/\d+/$"))
    yield page
    context.close()


def left(page: Page) -> int:
    words = page.locator("#counts b").first.inner_text()
    return int(re.sub(r"\D", "", words))


def name(page: Page) -> str:
    return page.locator("#panel-name").inner_text()


def press(page: Page, key: str) -> None:
    """Press a key and wait until the screen has answered."""
    page.keyboard.press(key)
    page.wait_for_load_state("networkidle")
    expect(page.locator("#panel[aria-busy]")).to_have_count(0)


def test_a_review_is_done_by_keyboard_alone(desk: Page) -> None:
    errors: list[str] = []
    desk.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    first, count = name(desk), left(desk)
    press(desk, "j")
    assert name(desk) != first
    press(desk, "k")
    assert name(desk) == first
    assert desk.evaluate("document.activeElement.id") == "panel-name"

    press(desk, "a")
    assert left(desk) == count - 1
    assert first in desk.locator("#said").inner_text()
    press(desk, "u")
    assert left(desk) == count
    assert name(desk) == first

    # correct: the first field has the focus, Enter sends, a bad value is told where it arises
    pledge = desk.locator(".queue a", has_text="自来水入户率").first
    pledge.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#panel-name")).to_have_text("自来水入户率")
    press(desk, "e")
    assert desk.evaluate("document.activeElement.name") == "f-subject"
    for _ in range(2):
        desk.keyboard.press("Tab")
    desk.keyboard.press("ControlOrMeta+a")
    desk.keyboard.type("九十九")
    press(desk, "Enter")
    expect(desk.locator("#panel [role=alert]")).to_contain_text("“数值”不能写“九十九”")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Tab")
    desk.keyboard.press("ControlOrMeta+a")
    desk.keyboard.type("99")
    press(desk, "Enter")
    assert left(desk) == count - 1
    assert desk.locator("#said").inner_text() == "“自来水入户率”：改正，已记。"

    # reject, and add by words
    rejected = name(desk)
    press(desk, "x")
    assert rejected in desk.locator("#said").inner_text()
    press(desk, "n")
    desk.wait_for_url(re.compile("add="))
    assert desk.evaluate("document.activeElement.id") == "a-kind"
    desk.locator("#a-kind").select_option("policy")
    desk.keyboard.press("Tab")
    desk.keyboard.press("ControlOrMeta+a")
    block = desk.locator("#a-words").input_value()
    desk.keyboard.type(block[:4])
    desk.keyboard.press("Tab")
    press(desk, "Enter")
    desk.wait_for_url(re.compile("kind=policy"))
    desk.locator("#panel input[name=f-name]").focus()
    desk.keyboard.type("试添的政策")
    press(desk, "Enter")
    expect(desk.locator("#panel-name")).to_have_text("试添的政策")
    expect(desk.locator("#panel .standing")).to_contain_text("添")

    # the rest is accepted one by one, until nothing is left
    for _ in range(2 * count):
        if not left(desk):
            break
        press(desk, "a" if desk.locator("#panel .standing[data-state=undecided]").count() else "j")
    assert left(desk) == 0
    desk.keyboard.press("?")
    assert desk.locator("#keys").get_attribute("open") is not None
    assert errors in ([], ["Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)"])


def test_words_lead_to_their_item_and_stand_out(desk: Page) -> None:
    words = desk.locator(".plan-text a.item[data-kind=commitment]").first
    words.click()
    expect(desk.locator("#panel .kind").first).to_have_text("承诺")
    current = desk.locator(".plan-text .item[data-current]")
    assert current.count() == 1
    row = desk.locator(".queue a[aria-current]")
    assert row.count() == 1
    assert f"w-{row.evaluate('e => e.parentElement.id.slice(2)')}" == current.get_attribute("id")


def test_two_people_meet_and_both_ways_are_open(desk: Page, chromium: Browser, signed_in: Path, server: Server) -> None:
    # The same account in two windows is one person; the other person comes in through the users of the server's page.
    item = desk.locator(".queue li").first.get_attribute("id")
    assert item is not None
    other = desk.context.new_page()
    other.goto(desk.url)
    press(other, "x")
    press(desk, "a")  # one's own later decision counts, nobody is asked
    assert desk.locator("#panel [role=alert]").count() == 0
    other.goto(f"{desk.url.split('?')[0]}?item={item.removeprefix('i-')}")
    assert other.locator(".events li").count() == 2


def test_everything_works_without_scripts(desk: Page, plain: BrowserContext) -> None:
    page = plain.new_page()
    page.goto(desk.url)
    count = left(page)
    page.get_by_role("button", name="接受").first.click()
    assert left(page) == count - 1
    page.get_by_role("link", name="下一项").click()
    page.locator("summary", has_text="改正").click()
    field = page.locator("#panel details[open] input:not([type=hidden])").first
    field.fill(f"{field.input_value()}（改）")
    page.get_by_role("button", name="照此改正").click()
    assert left(page) == count - 2
    page.get_by_role("button", name="撤回我上一步").click()
    assert left(page) == count - 1


@pytest.mark.parametrize("language", ["", "/en"], ids=["zh", "en"])
def test_every_state_of_the_screen_is_accessible(desk: Page, server: Server, language: str) -> None:
    number = re.search(r"/reviews/(\d+)/", desk.url)
    assert number is not None
    home = f"{server.address}{language}/workbench/reviews/"
    wrong = []
    states = ("", "?show=all", "?add=3", "?add=3&kind=task", "sure/?percent=50", "log/", "adopt/")
    for ending in ("", *(f"{number[1]}/{state}" for state in states)):
        desk.set_viewport_size(WIDE)  # type: ignore[arg-type]
        desk.goto(f"{home}{ending}")
        for summary in desk.locator("details.act > summary").all():
            summary.click()
        desk.evaluate(Axe().axe_script)
        for size in (WIDE, NARROW):
            desk.set_viewport_size(size)  # type: ignore[arg-type]
            for scheme, rules in (("light", EVERY_RULE), ("dark", CONTRAST)):
                desk.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                wrong += [(ending, size["width"], scheme, *found) for found in desk.evaluate(RUN, rules)]
        desk.set_viewport_size(NARROWEST)  # type: ignore[arg-type]
        across = desk.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert across <= 0, f"{ending} is {across} pixels too wide at 320"
    assert wrong == []
