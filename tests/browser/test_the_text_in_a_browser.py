"""The plan's text in a real browser: marks that the stylesheet alone switches off, words that links lead to."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext
from tests.web.server import Server

pytestmark = pytest.mark.browser


def test_a_box_switches_the_marks_of_its_kind_off_without_scripts(plain: BrowserContext, server: Server) -> None:
    page = plain.new_page()
    page.goto(f"{server.address}/plans/wanhe/document/")
    unit, project = page.locator("#unit-1"), page.locator("#project-1")
    sign = "e => getComputedStyle(e, '::after').content"
    line = "e => getComputedStyle(e).textDecorationLine"
    assert (unit.evaluate(sign), unit.evaluate(line)) == ('"单"', "underline")
    page.locator("#kind-unit").uncheck()
    assert (unit.evaluate(sign), unit.evaluate(line)) == ("none", "none")
    assert (project.evaluate(sign), project.evaluate(line)) == ('"项"', "underline")


def test_a_row_of_a_list_leads_to_its_words_and_the_words_to_the_row(plain: BrowserContext, server: Server) -> None:
    page = plain.new_page()
    page.goto(f"{server.address}/plans/wanhe/systems/")
    page.get_by_role("link", name="渡口信息平台").click()
    words = page.locator(":target")
    assert words.inner_text() == "渡口信息平台"
    words.click()
    assert page.locator("tr:target").get_attribute("id") == "system-1"
