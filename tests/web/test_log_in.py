"""Log-in: who comes in, and how long a guesser waits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings

from lantu.web.accounts.addresses import address_of
from lantu.web.accounts.models import FailedLogin, User

pytestmark = pytest.mark.django_db
LOGIN = "/login/"


def attempt(client: Client, password: str, name: str = "planner", **headers: str) -> int:
    return client.post(LOGIN, {"username": name, "password": password}, **headers).status_code


def test_the_right_password_leads_to_the_page_asked_for(client: Client, planner: User) -> None:
    response = client.post(
        LOGIN, {"username": "planner", "password": "a-long-password-1", "next": "/workbench/plans/qinghe/"}
    )
    assert (response.status_code, response["Location"]) == (302, "/workbench/plans/qinghe/")


def test_a_next_page_elsewhere_is_not_followed(client: Client, planner: User) -> None:
    response = client.post(
        LOGIN, {"username": "planner", "password": "a-long-password-1", "next": "https://example.org/"}
    )
    assert response["Location"] == "/workbench/"


def test_the_sixth_wrong_password_is_answered_with_429_even_if_the_seventh_is_right(
    client: Client, planner: User
) -> None:
    codes = [attempt(client, "wrong") for _ in range(6)]
    assert codes == [200, 200, 200, 200, 200, 429]
    response = client.post(LOGIN, {"username": "planner", "password": "a-long-password-1"})
    assert response.status_code == 429
    assert response["Retry-After"] == "900"


def test_a_locked_name_opens_again_after_a_quarter_of_an_hour(client: Client, planner: User) -> None:
    for _ in range(6):
        attempt(client, "wrong")
    FailedLogin.objects.update(at=timezone.now() - timedelta(minutes=16))
    assert attempt(client, "a-long-password-1") == 302


def test_slips_are_forgotten_once_the_owner_is_in(client: Client, planner: User) -> None:
    for _ in range(4):
        attempt(client, "wrong")
    assert attempt(client, "a-long-password-1") == 302
    assert not FailedLogin.objects.filter(name="planner").exists()


def test_many_names_from_one_address_are_slowed_too(client: Client, planner: User) -> None:
    codes = [attempt(client, "wrong", name=f"guess{n}") for n in range(26)]
    assert codes[:25] == [200] * 25
    assert codes[25] == 429


def test_wrong_tries_from_elsewhere_lock_nobody_out(client: Client, planner: User) -> None:
    for _ in range(6):
        attempt(client, "wrong", REMOTE_ADDR="203.0.113.9")
    assert attempt(client, "wrong", REMOTE_ADDR="203.0.113.9") == 429
    assert attempt(client, "a-long-password-1", REMOTE_ADDR="198.51.100.4") == 302
    assert attempt(Client(), "wrong", REMOTE_ADDR="203.0.113.9") == 429, "the owner's coming in frees no guesser"


def test_behind_a_proxy_visitors_are_told_apart_by_the_hop_that_the_proxy_wrote(
    client: Client, planner: User, settings: Settings
) -> None:
    settings.BEHIND_PROXY = True
    for n in range(5):
        attempt(client, "wrong", HTTP_X_FORWARDED_FOR=f"192.0.2.{n}, 203.0.113.9")
    assert attempt(client, "wrong", HTTP_X_FORWARDED_FOR="192.0.2.77, 203.0.113.9") == 429
    assert attempt(client, "a-long-password-1", HTTP_X_FORWARDED_FOR="198.51.100.4") == 302


@pytest.mark.parametrize(
    ("proxy", "forwarded", "direct", "expected"),
    [
        (False, "198.51.100.4", "127.0.0.1", "127.0.0.1"),
        (True, "198.51.100.4", "127.0.0.1", "198.51.100.4"),
        (True, "nonsense", "127.0.0.1", "127.0.0.1"),
        (True, "", "127.0.0.1", "127.0.0.1"),
        (True, "", "", None),
        (False, "", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
    ],
)
def test_a_visitor_s_address(
    rf: RequestFactory, settings: Settings, proxy: bool, forwarded: str, direct: str, expected: str | None
) -> None:
    settings.BEHIND_PROXY = proxy
    assert address_of(rf.get("/", REMOTE_ADDR=direct, HTTP_X_FORWARDED_FOR=forwarded)) == expected


def test_logging_out_needs_a_post(planner_client: Client) -> None:
    assert planner_client.get("/logout/").status_code == 405
    assert planner_client.post("/logout/").status_code == 302
    assert planner_client.get("/workbench/").status_code == 302


NEW = {"old_password": "a-long-password-1", "new_password1": "tall-trees-2031", "new_password2": "tall-trees-2031"}


@pytest.mark.parametrize(("language", "said"), [("", "密码已改"), ("/en", "Your password is changed")])
def test_people_change_their_own_password_and_log_ins_elsewhere_end(planner: User, language: str, said: str) -> None:
    here, elsewhere = Client(), Client()
    for client in (here, elsewhere):
        client.force_login(planner)
    response = here.post(f"{language}/password/", NEW, follow=True)
    assert said in response.content.decode()
    assert elsewhere.get("/workbench/").status_code == 302
    assert attempt(Client(), "tall-trees-2031") == 302
    assert attempt(Client(), "a-long-password-1") == 200


@pytest.mark.parametrize(
    ("language", "wrong", "said"),
    [
        ("", {"new_password1": "short", "new_password2": "short"}, "至少要 10 个字符"),
        ("/en", {"new_password1": "short", "new_password2": "short"}, "at least 10 characters"),
        ("", {"old_password": "no"}, "密码还没有改"),
        ("/en", {"new_password2": "other-trees-2031"}, "Not changed yet"),
    ],
)
def test_a_password_that_will_not_do_is_told_in_the_page_s_language(
    planner_client: Client, planner: User, language: str, wrong: dict[str, str], said: str
) -> None:
    response = planner_client.post(f"{language}/password/", NEW | wrong)
    assert response.status_code == 200
    assert said in response.content.decode()
    planner.refresh_from_db()
    assert planner.check_password("a-long-password-1")
