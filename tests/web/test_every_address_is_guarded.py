"""Every address is either named here as public or asks an anonymous visitor to log in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

LISTS = ("tasks", "commitments", "projects", "systems", "units", "policies", "facts")
PUBLIC = {
    "accounts:login",
    "accounts:logout",  # POST only; it can only end one's own session
    "portal:home",
    "portal:plan-overview",
    "portal:plan-indicators",
    "portal:plan-indicator",
    "portal:plan-series",
    "portal:plan-document",
    "portal:plan-document-page",
    "portal:plan-passage",
    *(f"portal:plan-{kind}{ending}" for kind in LISTS for ending in ("", "-csv")),
    "portal:plan-data",
    "portal:plan-areas",
    "portal:plan-components",
}


def addresses(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, f"{entry.namespace}:" if entry.namespace else space)
        else:
            yield f"{space}{entry.name}", entry


EVERY = sorted(dict(addresses(get_resolver())).items())


def test_every_address_has_a_name() -> None:
    assert EVERY
    assert not [name for name, entry in EVERY if not entry.name]


@pytest.mark.parametrize(("name", "entry"), EVERY, ids=[name for name, _ in EVERY])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_an_address_is_public_by_name_or_asks_for_a_log_in(
    name: str, entry: URLPattern, language: str, client: Client, plan: object
) -> None:
    with override(language):
        known = {"slug": "qinghe", "indicator": "trees", "name": "observations"}
        address = reverse(name, kwargs={key: known.get(key, "1") for key in entry.pattern.converters})
        login = reverse("accounts:login")
    for ask in (client.get, client.post):
        response = ask(address)
        if name in PUBLIC:
            assert response.status_code in (200, 302, 405), (name, response.status_code)
        else:
            assert response.status_code == 302, f"{name} is neither public by name nor guarded"
            assert response["Location"].startswith(f"{login}?next={address}"), response["Location"]


def test_the_public_list_names_nothing_that_is_gone() -> None:
    assert {name for name, _ in EVERY} >= PUBLIC
