"""A real Chromium and a real server with the made-up plan."""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from tests.web.conftest import made_up_package, unassessed_package
from tests.web.known_plan import known_package
from tests.web.rich_plan import rich_package
from tests.web.server import Server, serving

from lantu.exchange.package_writer import write_package

# Playwright's own loop runs in this process; the database is only touched by the server's.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        warnings.warn("NO BROWSER: chromium is not here; the browser tests are skipped", stacklevel=1)
        pytest.skip("NO BROWSER: chromium is not here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("served")
    write_package(made_up_package(), folder / "qinghe")
    write_package(rich_package(), folder / "wanhe")
    write_package(unassessed_package(), folder / "jingting")
    write_package(known_package(), folder / "linwan")
    with serving("serve", "qinghe", "wanhe", "jingting", "linwan", cwd=folder) as server:
        yield server


@pytest.fixture(scope="session")
def signed_in(chromium: Browser, server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cookies of somebody who logged in through the page."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.address}/workbench/")
    page.get_by_label("用户名").fill("admin")
    page.get_by_label("密码").fill(server.password("admin"))
    page.get_by_role("button", name="登录").click()
    assert page.url == f"{server.address}/workbench/", page.url
    kept = tmp_path_factory.mktemp("cookies") / "state.json"
    context.storage_state(path=kept)
    context.close()
    return kept


@pytest.fixture
def plain(chromium: Browser, signed_in: Path) -> Iterator[BrowserContext]:
    """A window without scripts, logged in."""
    context = chromium.new_context(java_script_enabled=False, storage_state=signed_in)
    yield context
    context.close()
