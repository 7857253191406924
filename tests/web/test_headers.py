"""Headers are strict, and no page needs them to be less so."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client
from tests.web.test_languages import PLACES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", [*PLACES, "/nothing"])
def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere(
    address: str, planner_client: Client, plan: object
) -> None:
    response = planner_client.get(address)
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    html = response.content.decode()
    assert not re.search(r"<[^>]*\sstyle\s*=", html), "style attributes are forbidden by the policy"
    assert not re.search(r"<[^>]*\son[a-z]+\s*=", html)
    assert "<script" not in html
    assert "<style" not in html
    assert not re.search(r'<(?:link|img|script)[^>]*(?:href|src)="(?:https?:)?//', html)


def test_other_headers_close_what_is_not_needed(client: Client, plan: object) -> None:
    response = client.get("/plans/qinghe/")
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


def test_cookies_are_closed_to_scripts_and_to_other_sites(client: Client, planner: object) -> None:
    client.get("/login/")
    client.post("/login/", {"username": "planner", "password": "a-long-password-1"})
    for name in ("sessionid", "csrftoken"):
        cookie = client.cookies[name]
        assert cookie["httponly"], name
        assert cookie["samesite"] == "Lax", name


def test_a_form_without_its_token_is_refused_in_our_own_words(plan: object, planner: object) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(planner)
    response = strict.post("/en/workbench/plans/qinghe/indicators/trees/", {"period": "2025", "value": "3"})
    assert response.status_code == 403
    assert "Nothing was saved" in response.content.decode()


def test_hosts_that_are_not_ours_are_refused(client: Client, plan: object) -> None:
    assert settings.DEBUG is False
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_the_stylesheet_is_served_and_kept(client: Client) -> None:
    html = client.get("/login/").content.decode()
    address = re.search(r'href="([^"]+lantu\.css)"', html)
    assert address
    response = client.get(address[1])
    assert response.status_code == 200
    assert "max-age=31536000" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("address", "words"), [("/plans/qinghe/", "这里出了错"), ("/en/plans/qinghe/", "Something broke")]
)
def test_a_page_that_breaks_says_so_calmly_and_tells_nothing_of_the_inside(
    address: str, words: str, plan: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret inside")

    monkeypatch.setattr("lantu.web.evaluations.pages.overview_of", broken)
    response = Client(raise_request_exception=False).get(address)
    assert response.status_code == 500
    html = response.content.decode()
    assert words in html
    assert "secret inside" not in html
    assert "Traceback" not in html


def test_head_has_the_headers_of_get_and_no_body(client: Client, plan: object) -> None:
    response = client.head("/plans/qinghe/")
    assert response.status_code == 200
    assert response.content == b""
