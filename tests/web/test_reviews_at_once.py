"""Many people at one review, on a real database in a file: nobody's decision is lost or overwritten unsaid."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
# A process of its own, because Django is started on a data folder once in a process.
_PEOPLE = """
import json, sys, threading
from pathlib import Path
from lantu.web import serving

serving.open_data_folder(Path(sys.argv[1]))
from django.db import connection, connections
from django.test import Client
from tests.web.rich_plan import rich_package
from lantu.web.accounts.services import make_user
from lantu.web.registry.services import register
from lantu.web.reviews.models import DecisionRow
from lantu.web.reviews.selectors import reviewed
from lantu.web.reviews.services import MAY_REVIEW, open_plan

people = [make_user(f"p{n}", "a-long-password-1", may=(MAY_REVIEW,)) for n in range(4)]
row = open_plan(register(rich_package(), "wanhe"), people[0])
items = sorted(reviewed(row).review.items)
statuses, faults = [], []
start = threading.Barrier(len(people))


def work(person, mine):
    try:
        client = Client()
        client.force_login(person)
        start.wait()
        for do, item in mine:
            posted = {"do": do, "item": item, "seen": "0"}
            statuses.append((person.pk, item, client.post(f"/workbench/reviews/{row.pk}/decide/", posted).status_code))
    except Exception as error:
        faults.append(repr(error))
    finally:
        connections.close_all()


work_of = {"apart": lambda n: [("accept", item) for item in items[n::4]],
           "together": lambda n: [("reject" if n % 2 else "accept", item) for item in items]}[sys.argv[2]]
threads = [threading.Thread(target=work, args=(person, work_of(n))) for n, person in enumerate(people)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
now = reviewed(row)
rows = DecisionRow.objects.order_by("number")
print(json.dumps({
    "journal": connection.cursor().execute("PRAGMA journal_mode").fetchone()[0],
    "faults": faults,
    "statuses": statuses,
    "numbers": [r.number for r in rows],
    "decided": [[r.by_id, r.record["targets"][0]["id"], r.record["action"]] for r in rows],
    "items": items,
    "left": len(now.review.undecided),
    "states": {id: item.state.value for id, item in now.review.items.items()},
}))
"""


def people_at_work(folder: Path, how: str) -> dict[str, list[object] | dict[str, str] | int | str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LANTU_", "DJANGO_"))}
    environment |= {"LANTU_HOSTS": "testserver", "PYTHONPATH": os.pathsep.join([str(_ROOT), *sys.path])}
    done = subprocess.run(
        [sys.executable, "-c", _PEOPLE.replace("Path(sys.argv[1])", "Path(sys.argv[1]), hosts=('testserver',)"),
         str(folder / "data"), how],
        capture_output=True, text=True, env=environment, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, list[object] | dict[str, str] | int | str] = json.loads(done.stdout.splitlines()[-1])
    return told


@pytest.fixture(scope="module", params=["apart", "together"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    return {"how": request.param} | people_at_work(tmp_path_factory.mktemp("at-once"), request.param)


def test_nobodys_decision_is_lost_or_overwritten_unsaid(told: dict[str, object]) -> None:
    assert told["journal"] == "wal"
    assert told["faults"] == []
    items, numbers, statuses = told["items"], told["numbers"], told["statuses"]
    assert isinstance(items, list)
    assert isinstance(numbers, list)
    assert isinstance(statuses, list)
    assert numbers == list(range(1, len(numbers) + 1))
    assert told["left"] == 0
    decided = told["decided"]
    assert isinstance(decided, list)
    # Each item was decided once; whoever came later was told, or had said the very same.
    assert sorted(item for _, item, _ in decided) == sorted(items)
    if told["how"] == "apart":
        assert [status for *_, status in statuses] == [302] * len(items)
        return
    first = {item: (person, action) for person, item, action in decided}
    states = told["states"]
    assert isinstance(states, dict)
    people = sorted({person for person, *_ in statuses})
    wants = {person: "reject" if n % 2 else "accept" for n, person in enumerate(people)}
    for person, item, status in statuses:
        winner, action = first[item]
        assert status == (302 if person == winner or wants[person] == action else 409)
        assert states[item] == {"accept": "accepted", "reject": "rejected"}[action]
