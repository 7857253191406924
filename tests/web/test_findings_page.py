"""What checking found, beside the words, for those at the desk."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.web.conftest import page_of, text_of
from tests.web.rich_plan import rich_package

from lantu.checking import all_rules, check
from lantu.plan.package import Package
from lantu.plan.reading import Reading
from lantu.web.registry.services import register

PLACE = "/workbench/plans/wanhe/findings/"


@pytest.fixture
def wanhe(db: None) -> Package:
    package = rich_package()
    register(package, "wanhe")
    return package


def test_every_finding_is_shown_with_its_message_how_to_mend_and_a_link_to_its_rule(
    planner_client: Client, wanhe: Package
) -> None:
    findings = check([wanhe.reading])
    assert findings, "the made-up plan has something to find"
    html = page_of(planner_client, PLACE)
    words = text_of(html)
    for number, finding in enumerate(findings, 1):
        assert f'id="finding-{number}"' in html
        assert text_of(finding.message.zh) in words
        assert finding.how_to_mend.zh in words
        assert f'href="/workbench/rules/{finding.code}/"' in html
    for severity in {finding.severity for finding in findings}:
        assert f'data-severity="{severity.value}"' in html


def test_quoted_words_lead_to_their_place_in_the_text(planner_client: Client, wanhe: Package) -> None:
    html = page_of(planner_client, PLACE)
    links = re.findall(r'class="found" href="([^"]+)"', html)
    assert links
    document = page_of(planner_client, "/workbench/plans/wanhe/document/")
    for link in links:
        address, anchor = link.split("#")
        assert address == "/workbench/plans/wanhe/document/"
        assert f' id="{anchor}"' in document, anchor


def test_findings_can_be_narrowed_down(planner_client: Client, wanhe: Package) -> None:
    findings = check([wanhe.reading])
    code = findings[-1].code
    html = page_of(planner_client, f"{PLACE}?code={code}")
    assert set(re.findall(r"/workbench/rules/([A-Z]{3}\d+)/", html)) == {code}
    assert f"{len(findings)}处所见里有{sum(f.code == code for f in findings)}处合你所问" in text_of(html)
    severity = findings[0].severity
    html = page_of(planner_client, f"{PLACE}?severity={severity.value}&code=nonsense&chapter=nowhere")
    assert html.count('class="beside"') == sum(f.severity is severity for f in findings)


def test_findings_are_not_public(client: Client, wanhe: Package) -> None:
    assert client.get("/plans/wanhe/findings/").status_code == 404
    assert "/findings/" not in page_of(client, "/plans/wanhe/")


def test_a_plan_without_a_text_is_checked_by_its_indicators(planner_client: Client, wanhe: Package) -> None:
    register(Package(Reading(wanhe.reading.plan)), "bare")
    assert "只查了1项指标" in text_of(page_of(planner_client, "/workbench/plans/bare/findings/"))


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.django_db
def test_every_rule_has_a_page_in_both_languages(planner_client: Client, language: str) -> None:
    index = page_of(planner_client, f"{language}/workbench/rules/")
    for rule in all_rules():
        assert f'href="{language}/workbench/rules/{rule.code}/"' in index
        html = page_of(planner_client, f"{language}/workbench/rules/{rule.code}/")
        assert (rule.title.en if language else rule.title.zh) in text_of(html).replace("&#x27;", "'")
        assert ("Why it matters" if language else "为什么要紧") in html
    assert planner_client.get(f"{language}/workbench/rules/XXX999/").status_code == 404
