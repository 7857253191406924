"""The findings at the desk, with scripts and without: worked through by people, accessible at every width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.test_pages_in_a_browser import CONTRAST, EVERY_RULE, NARROW, NARROWEST, RUN, WIDE
from tests.web.drafts import FIRST, SECOND, draft
from tests.web.server import Server, serving

from lantu.exchange.package_writer import write_package

pytestmark = pytest.mark.browser
PLACE = "/workbench/plans/meiling/findings/"
PAGES = (
    PLACE,
    "",
    f"{PLACE}versions/",
    f"{PLACE}waivers/",
    f"{PLACE}log/",
    f"{PLACE}?state=gone",
    "/workbench/findings/",
)


def sign_in(context: BrowserContext, server: Server, password: str) -> Page:
    page = context.new_page()
    page.goto(f"{server.address}/workbench/")
    page.get_by_label("用户名").fill("admin")
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()
    return page


def deal_with(page: Page, server: Server, number: int) -> str:
    """Open a finding by its place in the list."""
    page.goto(f"{server.address}{PLACE}")
    page.get_by_role("link", name="办理").nth(number).click()
    return page.url


@pytest.fixture(scope="module")
def desk(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path, str]]:
    """A server whose plan has two versions, with something done about the findings of the first, all without scripts.

    With the cookies of who did it, and the address of a finding that was said to be mended and is still there.
    """
    folder = tmp_path_factory.mktemp("desk")
    kept = folder / "state.json"
    write_package(draft(FIRST), folder / "first" / "meiling")
    write_package(draft(SECOND), folder / "second" / "meiling")
    with serving("serve", "first/meiling", "--data", "data", cwd=folder) as server:
        password = server.password("admin")
        context = chromium.new_context(java_script_enabled=False)
        page = sign_in(context, server, password)
        back = deal_with(page, server, 0)
        page.get_by_label("意见、疑问或说明").fill("先查文件，再定怎么写。")
        page.get_by_role("button", name="记下").click()
        page.get_by_label("给谁").select_option(label="admin")
        page.get_by_label("哪天前办结").fill("2099-12-31")
        page.get_by_role("button", name="指派").click()
        page.get_by_label("做了什么").fill("改成了脱贫村")
        page.get_by_role("button", name="说已改好").click()
        assert "会自动重新打开" in page.get_by_role("status").inner_text()
        deal_with(page, server, 1)
        page.get_by_label("为什么可以保留").fill("编号照旧")
        page.get_by_label("谁同意的").fill("规划局")
        page.get_by_label("保留到哪天").fill("2099-12-31")
        page.get_by_role("button", name="准予保留").click()
        assert page.get_by_role("button", name="重新打开").is_visible()
        context.close()
    with serving("serve", "second/meiling", "--data", "data", cwd=folder) as server:
        context = chromium.new_context(java_script_enabled=False)
        sign_in(context, server, password)
        context.storage_state(path=kept)
        context.close()
        yield server, kept, back.split("#")[0].partition("/workbench/")[2]


def test_what_was_said_to_be_mended_is_open_again_in_the_next_version(
    chromium: Browser, desk: tuple[Server, Path, str]
) -> None:
    server, kept, back = desk
    page = chromium.new_context(java_script_enabled=False, storage_state=kept).new_page()
    page.goto(f"{server.address}/workbench/{back}")
    assert page.locator(".state").inner_text() == "说已改，新稿仍有"
    assert page.get_by_text("第2版仍有，自动重新打开").is_visible()
    page.context.close()


@pytest.mark.parametrize("language", ["", "/en"], ids=["zh", "en"])
def test_the_pages_of_the_findings_are_accessible_and_never_scroll_sideways(
    chromium: Browser, desk: tuple[Server, Path, str], language: str
) -> None:
    server, kept, back = desk
    context = chromium.new_context(storage_state=kept)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    wrong, wide = [], []
    for address in PAGES:
        page.set_viewport_size(WIDE)  # type: ignore[arg-type]
        page.emulate_media(color_scheme="light")
        page.goto(f"{server.address}{language}{address or f'/workbench/{back}'}")
        assert page.locator("h1").count() == 1, address
        page.evaluate(Axe().axe_script)
        for size in (WIDE, NARROW, NARROWEST):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            for scheme, rules in (("light", EVERY_RULE), ("dark", CONTRAST)):
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                wrong += [(address, size["width"], scheme, *found) for found in page.evaluate(RUN, rules)]
            across = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            wide += [(address, size["width"], across)] if across > 0 else []
    context.close()
    assert wrong == []
    assert wide == []
    assert errors == []


def test_findings_are_filtered_with_the_keyboard_alone(chromium: Browser, desk: tuple[Server, Path, str]) -> None:
    server, kept, _ = desk
    page = chromium.new_context(java_script_enabled=False, storage_state=kept).new_page()
    page.goto(f"{server.address}{PLACE}")
    page.get_by_label("办理", exact=True).focus()
    page.keyboard.press("End")  # the last choice: what is gone
    while page.evaluate("document.activeElement.tagName") != "BUTTON":
        page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "state=gone" in page.url
    assert page.locator(".beside").count() == 1
    page.context.close()
