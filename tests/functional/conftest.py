"""Run `lantu` as a person would, in this process, so that many runs stay fast."""

from __future__ import annotations

from typing import Any

import pytest
from tests.functional.answer import Answer, Lantu

from lantu.cli.main import main


@pytest.fixture
def lantu(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Lantu:
    """Call the command line with arguments; English unless told otherwise."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def run(*arguments: Any) -> Answer:
        monkeypatch.setattr("sys.argv", ["lantu", *map(str, arguments)])
        status = 0
        try:
            main()
        except SystemExit as end:
            status = int(end.code or 0)
        printed = capsys.readouterr()
        return Answer(status, printed.out, printed.err)

    return run
