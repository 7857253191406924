"""Several people deal with the same findings at the same moment, on a real server: nothing is lost."""

from __future__ import annotations

import re
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from pathlib import Path

from tests.web.drafts import FIRST, draft
from tests.web.server import Server, serving

from lantu.exchange.package_writer import write_package

PEOPLE, REMARKS = 5, 6
PLACE = "/workbench/plans/meiling/findings/"


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, server: Server, name: str) -> None:
        self.server, self.name, self.cookies = server, name, CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self.send("/login/", {"username": "admin", "password": server.password("admin")})

    def get(self, address: str) -> str:
        with self.opener.open(self.server.address + address, timeout=30) as answer:
            return str(answer.read().decode())

    def send(self, address: str, form: dict[str, str]) -> str:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(address))
        assert token
        data = urllib.parse.urlencode(form | {"csrfmiddlewaretoken": token[1]}).encode()
        request = urllib.request.Request(self.server.address + address, data, {"Referer": self.server.address})
        with self.opener.open(request, timeout=30) as answer:
            assert answer.status == 200
            return str(answer.read().decode())


def test_what_several_people_say_at_once_is_all_kept(tmp_path: Path) -> None:
    write_package(draft(FIRST), tmp_path / "meiling")
    with serving("serve", "meiling", cwd=tmp_path) as server:
        people = [Person(server, f"甲{n}") for n in range(PEOPLE)]
        found = re.search(r'href="(/workbench/plans/meiling/findings/\d+/)"', people[0].get(PLACE))
        assert found

        def work(person: Person) -> None:
            for n in range(REMARKS):
                person.send(found[1], {"act": "say", "words": f"{person.name}第{n}句"})
            person.send(found[1], {"act": "resolve", "words": f"{person.name}改了"})

        with ThreadPoolExecutor(PEOPLE) as pool:
            list(pool.map(work, people))
        log = people[0].get(f"{PLACE}log/")
    for person in people:
        said = [int(n) for n in re.findall(rf"{person.name}第(\d)句", log)]
        assert said == sorted(range(REMARKS), reverse=True), "each once, the latest first"
        assert log.count(f"{person.name}改了") == 1
