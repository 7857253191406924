"""Pages that could lie are made, and say what would be made now; what the docs name exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tools import accuracy
from tools.calibration import judged
from tools.docs import stale

from lantu.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_generated_pages_are_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert stale() == [], "run `make docs`"


@pytest.mark.shared
def test_the_page_of_accuracy_tells_what_is_measured_now(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert accuracy.PAGE.read_text(encoding="utf-8") == accuracy.page(accuracy.all_scores(), tuple(judged(shared))), (
        "run `make accuracy`"
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_a_page_tells_to_run_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make ([a-z-]+)|`make ([a-z-]+)`", text, re.MULTILINE):
        name = target[0] or target[1]
        assert re.search(rf"^{name}:", makefile, re.MULTILINE), f"{page.name} names `make {name}`"
    for name in re.findall(r"(?:^|`)lantu ([a-z]+)\b", text, re.MULTILINE):
        assert name in COMMANDS, f"{page.name} names `lantu {name}`"


def test_nothing_committed_names_a_registry_host() -> None:
    hosts = re.compile(
        "|".join(["py" + r"pi\.org", "python" + r"hosted\.org", "npm" + r"js\.org", r"deb\.debian\." + "org"])
    )
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not hosts.search(text)
    assert all("==" in line for line in text.splitlines() if line and not line.startswith("#"))
