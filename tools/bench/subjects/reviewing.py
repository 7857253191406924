"""Reviewing: opening the screen of a long plan, and the way there and back of a decision."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from tools.bench.measure import run_here, table
from tools.bench.subjects.commands import OWN_SOURCE, SHARED_PLAN

TITLE = "Reviewing"
ORDER = 7
PAGE, ROUND_TRIP = "under 300 ms", "under 100 ms"
DECIDED = 300


def lines() -> list[str]:
    """Measure the review screen in this process, through every layer but the network."""
    plan, what = (SHARED_PLAN, "a real plan, 140 KB") if SHARED_PLAN.is_file() else (OWN_SOURCE, "our example")
    with tempfile.TemporaryDirectory() as folder:
        from lantu.web import serving

        serving.open_data_folder(Path(folder) / "data", hosts=("testserver",))
        return _measured(plan, what)


def _measured(plan: Path, what: str) -> list[str]:
    from django.test import Client

    from lantu.web.accounts.services import make_user
    from lantu.web.reviews import selectors
    from lantu.web.reviews.services import open_upload

    clerk = make_user("clerk", "a-long-password-1", administrator=True)
    row = open_upload(plan.name, plan.read_bytes(), clerk)
    client, home = Client(), f"/workbench/reviews/{row.pk}/"
    client.force_login(clerk)
    item = ""

    def page() -> str:
        return client.get(home).content.decode()

    def decide() -> None:
        nonlocal item
        answer = client.post(
            f"{home}decide/", {"do": "accept", "item": item, "seen": "0"}, headers={"X-Requested-With": "fetch"}
        )
        item = answer.json()["item"]

    def first_page() -> None:
        for remembered in (selectors._reviewed, selectors._log, selectors._reading):
            remembered.cache_clear()
        page()

    items = len(selectors.reviewed(row).review.items)
    first = run_here(f"the screen, {what}, {items:,} items, nothing in memory", first_page, PAGE)
    again = run_here("the same, in memory", page, PAGE)
    found = re.search(r'data-current="([^"]*)"', page())
    assert found is not None
    item = found[1]
    one = run_here("one decision and the next item, by the script", decide, ROUND_TRIP)
    for _ in range(min(DECIDED, items // 2)):
        decide()
    later = run_here(f"the same after {min(DECIDED, items // 2)} decisions", decide, ROUND_TRIP)
    after = run_here("the screen after a decision", lambda: (decide(), page()), PAGE)
    kept = run_here(f"the screen after {min(DECIDED, items // 2)} decisions, nothing in memory", first_page, PAGE)
    return [
        "The whole way of a request in one process, without the network: session, database, log, fold, page.",
        "",
        *table([first, again, one, later, after, kept]),
    ]
