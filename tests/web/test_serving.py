"""`lantu serve` and `lantu demo` as people start them."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from tests.web.conftest import made_up_package
from tests.web.server import serving

from lantu.cli.demo_folder import claim, is_demo_folder
from lantu.cli.serve_command import address_of, slug_of
from lantu.exchange.package_writer import write_package
from lantu.plan.fault import Fault
from lantu.plan.package import Package
from lantu.web.registry.models import Plan
from lantu.web.registry.services import register
from lantu.web.serving import _warm


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as response:
        return str(response.read().decode())


def test_a_package_is_served_until_ctrl_c_and_the_password_is_said_once(tmp_path: Path) -> None:
    write_package(made_up_package(), tmp_path / "qinghe")
    with serving("serve", "qinghe", cwd=tmp_path) as server:
        password = server.password("admin")
        assert "青禾镇五年规划" in get(f"{server.address}/plans/qinghe/")
        assert server.stop() == 0
    secret = tmp_path / ".lantu" / "secret"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    kept = b"".join(path.read_bytes() for path in (tmp_path / ".lantu").iterdir())
    assert password.encode() not in kept
    with serving("serve", "qinghe", cwd=tmp_path) as server:
        assert "password" not in server.said
        assert "qinghe" in get(f"{server.address}/")


def test_only_the_plans_that_were_named_are_shown(tmp_path: Path) -> None:
    write_package(made_up_package(), tmp_path / "qinghe")
    write_package(made_up_package(), tmp_path / "other")
    with serving("serve", "qinghe", "other", cwd=tmp_path) as server:
        assert "plans/other/" in get(f"{server.address}/")
    with serving("serve", "qinghe", cwd=tmp_path) as server:
        assert "not shown" in server.said or "不公开" in server.said
        assert "plans/other/" not in get(f"{server.address}/")
        with pytest.raises(urllib.error.HTTPError, match="404"):
            get(f"{server.address}/plans/other/")


def test_a_busy_port_is_one_clear_line(tmp_path: Path) -> None:
    write_package(made_up_package(), tmp_path / "qinghe")
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-c", "from lantu.cli.main import main; main()", "serve", "qinghe", "--port", str(port),
             "--lang", "en"],
            cwd=tmp_path, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert f"127.0.0.1:{port}" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / ".lantu").exists(), "nothing is made before the port is known to be free"


def test_the_demo_reads_the_examples_and_says_who_may_come_in(tmp_path: Path) -> None:
    start = time.monotonic()
    with serving("demo", cwd=tmp_path) as server:
        home = get(f"{server.address}/en/")
        assert time.monotonic() - start < 20
        assert home.count('href="/en/plans/') >= 2
        assert server.password("planner") != server.password("viewer")
        for slug in ("haicheng-14fyp", "national-14fyp"):
            assert "<h1>" in get(f"{server.address}/plans/{slug}/")


def _lantu(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from lantu.cli.main import main; main()", *arguments, "--lang", "en"],
        cwd=cwd, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["letter.txt", "secret", "lantu.sqlite3"])
def test_the_demo_empties_no_folder_that_it_did_not_make(tmp_path: Path, name: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / name).write_text("keep")
    done = _lantu("demo", "--data", "mine", "--port", "0", cwd=tmp_path)
    assert done.returncode == 2
    assert "no demo made" in done.stderr
    assert (tmp_path / "mine" / name).read_text() == "keep"


def test_the_demo_follows_no_link(tmp_path: Path) -> None:
    os.close(claim(tmp_path / "there"))
    (tmp_path / "there" / "kept").write_text("keep")
    (tmp_path / "link").symlink_to("there")
    with pytest.raises(Fault, match="symbolic link"):
        claim(tmp_path / "link")
    assert (tmp_path / "there" / "kept").exists()


def test_a_demo_empties_what_an_earlier_one_made_but_not_one_that_runs(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    lock = claim(folder)
    (folder / "lantu.sqlite3").write_text("alive")
    with pytest.raises(Fault, match="in use by another demo"):
        claim(folder)
    assert (folder / "lantu.sqlite3").exists()
    os.close(lock)
    os.close(claim(folder))
    assert not (folder / "lantu.sqlite3").exists()
    assert is_demo_folder(folder)


def test_the_demo_keeps_its_folder_for_itself_while_it_runs_and_serve_stays_out_of_it(tmp_path: Path) -> None:
    write_package(made_up_package(), tmp_path / "qinghe")
    with serving("demo", cwd=tmp_path) as server:
        second = _lantu("demo", "--port", "0", cwd=tmp_path)
        assert second.returncode == 2
        assert "in use by another demo" in second.stderr
        assert "<h1>" in get(f"{server.address}/")
    served = _lantu("serve", "qinghe", "--data", ".demo", "--port", "0", cwd=tmp_path)
    assert served.returncode == 2
    assert "the demo's folder" in served.stderr


def test_a_folder_that_was_there_keeps_its_permissions_and_what_is_made_is_closed(tmp_path: Path) -> None:
    write_package(made_up_package(), tmp_path / "qinghe")
    (tmp_path / "open").mkdir(mode=0o755)
    (tmp_path / "open").chmod(0o755)
    for folder, mode in (("open", 0o755), ("fresh", 0o700)):
        with serving("serve", "qinghe", "--data", folder, cwd=tmp_path):
            assert stat.S_IMODE((tmp_path / folder).stat().st_mode) == mode
            for entry in (tmp_path / folder).iterdir():
                assert stat.S_IMODE(entry.stat().st_mode) == 0o600, entry.name


@pytest.mark.django_db
def test_a_plan_that_cannot_be_checked_does_not_stop_the_server(
    plan: Plan, package: Package, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    register(package, "second")
    asked: list[str] = []

    def broken(plan: Plan) -> None:
        asked.append(plan.slug)
        raise ValueError("a plan that breaks")

    monkeypatch.setattr("lantu.web.evaluations.selectors.monitored", broken)
    _warm()
    assert asked == ["qinghe", "second"]
    assert "qinghe cannot be monitored" in caplog.text


def test_names_in_addresses_come_from_folders_and_files(tmp_path: Path) -> None:
    (tmp_path / "My Plan (2025)").mkdir()
    assert slug_of(tmp_path / "My Plan (2025)") == "my-plan-2025"
    assert slug_of(Path("规划纲要.docx")) == "规划纲要"
    assert slug_of(Path("../..docx")) != ""


def test_a_server_on_every_address_is_opened_on_this_machine() -> None:
    assert address_of("0.0.0.0", 8000) == "http://127.0.0.1:8000/"
    assert address_of("::1", 8000) == "http://[::1]:8000/"
