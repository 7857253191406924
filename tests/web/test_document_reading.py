"""Few documents are read at once; who comes meanwhile is told at once, and the pages are served."""

from __future__ import annotations

from threading import Event, Thread

import pytest

from lantu.plan.fault import Fault
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from lantu.reading import apart
from lantu.web.registry.document_reading import AT_ONCE, read_document


def test_who_comes_while_others_are_read_is_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = [Event() for _ in range(AT_ONCE)], Event()

    def slow(content: object, seconds: float) -> Reading:
        begun[int(content.name)].set()  # type: ignore[attr-defined]
        go_on.wait(5)
        return Reading(Plan())

    monkeypatch.setattr(apart, "read_content_apart", slow)
    threads = [Thread(target=read_document, args=(str(n), b"", 1.0)) for n in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    assert all(one.wait(5) for one in begun)
    with pytest.raises(Fault, match="Try again in a minute"):
        read_document("late.txt", b"", 1.0)
    go_on.set()
    for thread in threads:
        thread.join()
    assert read_document("0", b"", 1.0) == Reading(Plan())


def test_a_reading_that_fails_gives_its_turn_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(content: object, seconds: float) -> Reading:
        raise Fault("坏了。", "It broke.")

    monkeypatch.setattr(apart, "read_content_apart", fails)
    for _ in range(AT_ONCE + 1):
        with pytest.raises(Fault, match="It broke"):
            read_document("0", b"", 1.0)
