"""Every page stands in both languages, at an address of its own, and marks words of the other."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from tests.web.conftest import page_of

pytestmark = pytest.mark.django_db
PLACES = [
    "/",
    "/login/",
    "/plans/qinghe/",
    "/plans/qinghe/?on=2022-12-31",
    "/plans/qinghe/indicators/",
    "/plans/qinghe/indicators/?verdict=not_assessed",
    "/plans/qinghe/indicators/trees/",
    "/plans/qinghe/indicators/quiet_nights/",
    "/plans/qinghe/indicators/benches/",
    "/workbench/",
    "/password/",
    "/workbench/plans/qinghe/",
    "/workbench/plans/qinghe/indicators/trees/",
    "/plans/qinghe/document/",
    "/plans/qinghe/tasks/",
    "/plans/qinghe/projects/",
    "/workbench/plans/qinghe/document/",
    "/workbench/plans/qinghe/findings/",
    "/workbench/plans/qinghe/results/",
    "/workbench/reviews/",
    "/workbench/rules/",
    "/workbench/rules/IND101/",
]
HANZI = re.compile(r"[一-鿿]")
VOID = {"meta", "link", "input", "br", "hr", "img", "wbr"}


class Unmarked(HTMLParser):
    """Collects Chinese words that stand outside elements marked as Chinese, and English ones likewise."""

    def __init__(self, own: str) -> None:
        super().__init__()
        self.own, self.langs, self.found = own, [own], []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.langs.append(dict(attrs).get("lang") or self.langs[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.langs.pop()

    def handle_data(self, data: str) -> None:
        if self.langs[-1] == "en" and HANZI.search(data):
            self.found.append(data.strip())


def _client(address: str, client: Client, planner_client: Client) -> Client:
    return planner_client if "/workbench/" in address or "/password/" in address else client


@pytest.mark.parametrize("address", PLACES)
def test_an_english_page_has_no_chinese_outside_marked_words(
    address: str, client: Client, planner_client: Client, plan: object
) -> None:
    html = page_of(_client(address, client, planner_client), f"/en{address}")
    assert '<html lang="en">' in html
    unmarked = Unmarked("en")
    # A title element can hold no markup; the plan's own name may stand in it and in a chart's sentence.
    unmarked.feed(re.sub(r"<title.*?</title>", "", html, flags=re.S))
    assert unmarked.found == []


@pytest.mark.parametrize("address", PLACES)
def test_a_chinese_page_says_so_and_leads_to_the_english_one(
    address: str, client: Client, planner_client: Client, plan: object
) -> None:
    html = page_of(_client(address, client, planner_client), address)
    assert '<html lang="zh-CN">' in html
    english = f"/en{address}"
    assert f'<link rel="alternate" hreflang="en" href="{english}">' in html
    back = page_of(_client(address, client, planner_client), english)
    assert f'<link rel="alternate" hreflang="zh-CN" href="{address}">' in back


@pytest.mark.parametrize("address", PLACES)
def test_no_english_sentence_of_ours_stands_on_a_chinese_page(
    address: str, client: Client, planner_client: Client, plan: object
) -> None:
    html = page_of(_client(address, client, planner_client), address)
    outside = re.sub(r'<(\w+)[^>]*\blang="en"[^>]*>.*?</\1>', "", html, flags=re.S)
    words = re.sub(r"<(title|style)[^>]*>.*?</\1>|<[^>]+>", " ", outside, flags=re.S)
    assert re.findall(r"[A-Za-z]{4,} [A-Za-z]{2,} [A-Za-z]{2,}", words) == []


@pytest.mark.parametrize(("address", "words"), [("/nothing", "没有这一页"), ("/en/nothing", "No such page")])
def test_a_page_that_is_not_there_says_so_in_its_language(client: Client, address: str, words: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert words in response.content.decode()


@pytest.mark.parametrize("language", ["", "/en"])
def test_unknown_plans_and_indicators_are_not_found(client: Client, plan: object, language: str) -> None:
    assert client.get(f"{language}/plans/none/").status_code == 404
    assert client.get(f"{language}/plans/qinghe/indicators/none/").status_code == 404
    assert client.get(f"{language}/plans/qinghe/indicators/none/series.csv").status_code == 404
