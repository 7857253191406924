"""`lantu serve` and `lantu demo` as people start them."""

from __future__ import annotations

import socket
import stat
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.web.conftest import made_up_package
from tests.web.server import serving

from lantu.cli.serve_command import address_of, slug_of
from lantu.exchange.package_writer import write_package


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


def test_the_demo_empties_no_folder_that_holds_other_things(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep")
    done = subprocess.run(
        [sys.executable, "-c", "from lantu.cli.main import main; main()", "demo", "--data", "mine", "--port", "0"],
        cwd=tmp_path, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert (tmp_path / "mine" / "letter.txt").read_text() == "keep"


def test_names_in_addresses_come_from_folders_and_files(tmp_path: Path) -> None:
    (tmp_path / "My Plan (2025)").mkdir()
    assert slug_of(tmp_path / "My Plan (2025)") == "my-plan-2025"
    assert slug_of(Path("规划纲要.docx")) == "规划纲要"
    assert slug_of(Path("../..docx")) != ""


def test_a_server_on_every_address_is_opened_on_this_machine() -> None:
    assert address_of("0.0.0.0", 8000) == "http://127.0.0.1:8000/"
    assert address_of("::1", 8000) == "http://[::1]:8000/"
