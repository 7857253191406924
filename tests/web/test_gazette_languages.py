"""The pages of the text, the lists and the findings in both languages, within the strict policy."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.web.conftest import page_of
from tests.web.rich_plan import rich_package
from tests.web.test_languages import Unmarked

from lantu.web.registry.services import register

pytestmark = pytest.mark.django_db
LISTS = ("tasks", "commitments", "projects", "systems", "units", "policies", "facts")
PLACES = [
    *(f"{face}/plans/wanhe/{page}/" for face in ("", "/workbench") for page in ("document", *LISTS)),
    "/plans/wanhe/tasks/?q=none",
    "/workbench/plans/wanhe/findings/",
    "/workbench/plans/wanhe/findings/?severity=note",
]


@pytest.mark.parametrize("address", PLACES)
def test_english_pages_mark_every_chinese_word_and_chinese_pages_have_no_english_sentence(
    address: str, planner_client: Client
) -> None:
    register(rich_package(), "wanhe")
    english = page_of(planner_client, f"/en{address}")
    unmarked = Unmarked("en")
    unmarked.feed(re.sub(r"<title.*?</title>", "", english, flags=re.S))
    assert unmarked.found == []
    chinese = page_of(planner_client, address)
    outside = re.sub(r'<(\w+)[^>]*\blang="en"[^>]*>.*?</\1>', "", chinese, flags=re.S)
    assert re.findall(r"[A-Za-z]{4,} [A-Za-z]{2,} [A-Za-z]{2,}", re.sub(r"<[^>]+>", " ", outside)) == []


@pytest.mark.parametrize("address", PLACES)
def test_no_page_needs_a_looser_policy(address: str, planner_client: Client) -> None:
    register(rich_package(), "wanhe")
    html = page_of(planner_client, address)
    assert not re.search(r"<[^>]*\s(style|on[a-z]+)\s*=", html)
    assert "<script" not in html
    assert "<style" not in html
    for number in re.findall(r'href="#([^"]+)"', html):
        assert f'id="{number}"' in html, f"#{number} leads nowhere"
