"""Log-in: who comes in, and how long a guesser waits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from lantu.web.accounts.models import FailedLogin, User

pytestmark = pytest.mark.django_db
LOGIN = "/login/"


def attempt(client: Client, password: str, name: str = "planner") -> int:
    return client.post(LOGIN, {"username": name, "password": password}).status_code


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


def test_logging_out_needs_a_post(planner_client: Client) -> None:
    assert planner_client.get("/logout/").status_code == 405
    assert planner_client.post("/logout/").status_code == 302
    assert planner_client.get("/workbench/").status_code == 302
