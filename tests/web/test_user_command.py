"""`lantu user`, as people who run a server call it."""

from __future__ import annotations

import re
import subprocess
import sys
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

from tests.web.conftest import made_up_package
from tests.web.server import Server, serving

from lantu.exchange.package_writer import write_package


def user(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from lantu.cli.main import main; main()", "user", *arguments, "--lang", "en"],
        cwd=folder, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def password_in(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stderr
    found = re.search(r"password (\S+) ", done.stdout)
    assert found, done.stdout
    return found[1]


def desk(server: Server, name: str, password: str, place: str = "/workbench/") -> str:
    """Return the page of the desk that a log-in leads to, the log-in page where it fails."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with opener.open(f"{server.address}/login/", timeout=10) as response:
        token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', response.read().decode())
    assert token
    sent = {"csrfmiddlewaretoken": token[1], "username": name, "password": password, "next": place}
    with opener.open(f"{server.address}/login/", urllib.parse.urlencode(sent).encode(), timeout=10) as response:
        return str(response.read().decode())


def test_users_are_made_and_shut_out_while_the_server_runs(tmp_path: Path) -> None:
    write_package(made_up_package(), tmp_path / "qinghe")
    place = "/workbench/plans/qinghe/indicators/trees/"
    with serving("serve", "qinghe", cwd=tmp_path) as server:
        first = password_in(user(tmp_path, "add", "li", "--role", "planner", "--unit", "Office of trees"))
        assert 'name="value"' in desk(server, "li", first, place)
        assert "Office of trees li" in desk(server, "li", first)
        looker = password_in(user(tmp_path, "add", "wang"))
        assert "你的账号只能看" in desk(server, "wang", looker, place)
        second = password_in(user(tmp_path, "password", "li"))
        assert second != first
        assert "用户名或密码不对" in desk(server, "li", first)
        assert "工作台" in desk(server, "li", second)
        assert user(tmp_path, "disable", "li").returncode == 0
        assert "用户名或密码不对" in desk(server, "li", second)
        assert user(tmp_path, "enable", "li").returncode == 0
        assert "用户名或密码不对" not in desk(server, "li", second)
        for arguments, said in (
            (("add", "li"), "is taken"),
            (("add", "a b"), "cannot be a name"),
            (("password", "nobody"), "no user"),
            (("disable", "nobody"), "no user"),
        ):
            done = user(tmp_path, *arguments)
            assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done
            assert said in done.stderr


def test_a_folder_without_a_database_is_told_and_nothing_is_made(tmp_path: Path) -> None:
    done = user(tmp_path, "add", "li")
    assert done.returncode == 2
    assert "lantu serve" in done.stderr
    assert list(tmp_path.iterdir()) == []
