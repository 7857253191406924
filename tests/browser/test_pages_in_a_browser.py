"""Every page, wide and narrow, light and dark, in both languages: accessible, whole, and read without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from tests.web.server import Server

pytestmark = pytest.mark.browser
PAGES = [
    "/",
    "/login/",
    "/plans/qinghe/",
    "/plans/qinghe/indicators/",
    "/plans/qinghe/indicators/trees/",
    "/plans/qinghe/indicators/benches/",
    "/plans/jingting/",
    "/plans/jingting/indicators/trees/",
    "/workbench/",
    "/password/",
    "/workbench/plans/jingting/indicators/",
    "/workbench/plans/qinghe/indicators/trees/",
    "/workbench/plans/qinghe/results/",
    "/plans/wanhe/document/",
    "/plans/wanhe/tasks/",
    "/plans/wanhe/commitments/?sort=-value",
    "/plans/wanhe/units/?q=none",
    "/plans/qinghe/projects/",
    "/workbench/plans/wanhe/document/",
    "/workbench/plans/wanhe/findings/",
    "/workbench/reviews/",
    "/workbench/rules/",
    "/workbench/rules/IND101/",
    "/plans/linwan/?lights=sanya",
    "/plans/linwan/indicators/income/?lights=ouhai",
    "/plans/linwan/indicators/clean_water/areas/",
    "/plans/linwan/indicators/young/areas/",
    "/workbench/plans/linwan/indicators/market/?lights=tianjin",
    "/nothing",
]
WIDE, NARROW, NARROWEST = {"width": 1440, "height": 900}, {"width": 390, "height": 844}, {"width": 320, "height": 640}


def guest(address: str, signed_in: Path) -> Path | None:
    return signed_in if "/workbench/" in address or "/password/" in address else None


RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
# A page is loaded and axe put into it once; then it is made narrow and dark where it stands. Only contrast can change
# with the colours.
RUN = "options => axe.run(document, options).then(found => found.violations.map(v => [v.id, v.nodes[0].html]))"
EVERY_RULE = {"runOnly": RULES, "resultTypes": ["violations"]}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}


@pytest.fixture(scope="module")
def windows(chromium: Browser, signed_in: Path) -> Iterator[dict[Path | None, Page]]:
    """A window for guests and one for somebody who logged in, with scripts."""
    contexts = {who: chromium.new_context(storage_state=who) for who in (None, signed_in)}
    yield {who: context.new_page() for who, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize("language", ["", "/en"], ids=["zh", "en"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_accessible_and_never_scrolls_sideways(
    windows: dict[Path | None, Page], server: Server, signed_in: Path, address: str, language: str
) -> None:
    page = windows[guest(address, signed_in)]
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.emulate_media(color_scheme="light")
    page.goto(f"{server.address}{language}{address}")
    page.evaluate(Axe().axe_script)
    wrong = []
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        for scheme, rules in (("light", EVERY_RULE), ("dark", CONTRAST)):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            wrong += [(size["width"], scheme, *found) for found in page.evaluate(RUN, rules)]
        across = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert across <= 0, f"{address} is {across} pixels too wide at {size['width']}"
    page.set_viewport_size(NARROWEST)  # type: ignore[arg-type]
    across = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert across <= 0, f"{address} is {across} pixels too wide at 320"
    assert wrong == []
    assert [e for e in errors if "404" not in e] == [], "the policy or a file stopped something"


@pytest.mark.parametrize("language", ["", "/en"], ids=["zh", "en"])
def test_every_page_reads_without_scripts(plain: BrowserContext, server: Server, language: str) -> None:
    page = plain.new_page()
    for address in PAGES:
        page.goto(f"{server.address}{language}{address}")
        assert page.locator("h1").count() == 1, address
        assert page.locator("h1").is_visible()
        assert page.locator("main").is_visible()


def test_the_keyboard_reaches_the_text_first_and_always_shows_where_it_is(chromium: Browser, server: Server) -> None:
    context = chromium.new_context(viewport=WIDE)
    page = context.new_page()
    page.goto(f"{server.address}/plans/qinghe/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("e => e === document.activeElement")
    assert skip.evaluate("e => e.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for _ in range(12):
        page.keyboard.press("Tab")
        width, style = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement); return [s.outlineWidth, s.outlineStyle] })()"
        )
        where = page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        assert style != "none", where
        assert float(width.removesuffix("px")) >= 2
    context.close()


def test_a_chart_is_shown_once_at_each_width(chromium: Browser, server: Server) -> None:
    for size, shown in ((WIDE, "wide"), (NARROW, "narrow")):
        context = chromium.new_context(viewport=size)
        page = context.new_page()
        page.goto(f"{server.address}/plans/qinghe/indicators/trees/")
        visible = [c.get_attribute("data-for") for c in page.locator("svg.chart").all() if c.is_visible()]
        assert visible == [shown]
        context.close()


def test_a_value_entered_without_scripts_changes_the_verdict(plain: BrowserContext, server: Server) -> None:
    page = plain.new_page()
    page.goto(f"{server.address}/en/workbench/plans/qinghe/indicators/trees/")
    assert page.locator(".titleblock .verdict").inner_text() == "Lagging"
    page.get_by_label("Period", exact=True).fill("2025")
    page.get_by_label("Value", exact=True).fill("4.6")
    page.get_by_label("Status").select_option("final")
    page.get_by_label("Source").fill("Town bulletin 2025")
    page.get_by_role("button", name="Send").click()
    assert "Check first; not saved yet" in page.get_by_role("alert").inner_text()
    page.get_by_role("button", name="Save all the same").click()
    assert page.get_by_role("status").inner_text().endswith("The verdict went from Lagging to Achieved.")
    page.goto(f"{server.address}/en/plans/qinghe/indicators/trees/")
    assert page.locator(".titleblock .verdict").inner_text() == "Achieved"
