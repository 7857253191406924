"""Numbers of policy are dated, sourced and explained."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import resources
from pathlib import Path

import pytest
import yaml

from lantu.parameters import load
from lantu.parameters import parameter as parameter_module

NAMES = sorted(
    p.name.removesuffix(".yaml") for p in resources.files("lantu.parameters").iterdir() if p.name.endswith(".yaml")
)


@pytest.fixture
def dated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    words = {"zh": "甲", "en": "a"}
    values = {
        date(2020, 1, 1): {"value": 10, "source": words},
        date(2023, 7, 1): {"value": 12, "source": {"zh": "新通知", "en": "a new notice"}},
    }
    later = {date(2024, 1, 1): {"value": 3, "source": words}}
    content = {
        "band": {"unit": "points", "meaning": words, "values": values},
        "new_band": {"unit": "points", "meaning": words, "values": later},
    }
    (tmp_path / "local.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    monkeypatch.setattr(parameter_module.resources, "files", lambda package: tmp_path)
    parameter_module._file.cache_clear()
    yield
    parameter_module._file.cache_clear()


@pytest.mark.usefixtures("dated")
def test_an_older_date_gives_the_older_value() -> None:
    assert load("local", date(2023, 6, 30))["band"].value == 10
    assert load("local", date(2023, 7, 1))["band"].value == 12
    assert load("local", date(2023, 7, 1))["band"].source.zh == "新通知"
    assert load("local", date(2030, 1, 1))["band"].since == date(2023, 7, 1)


@pytest.mark.usefixtures("dated")
def test_what_applies_only_later_is_left_out() -> None:
    assert "new_band" not in load("local", date(2023, 12, 31))


def test_a_file_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        load("nowhere", date(2024, 1, 1))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("on", [date.min, date(2021, 12, 31), date.max])
def test_every_parameter_has_a_source_and_a_meaning_on_any_date(name: str, on: date) -> None:
    parameters = load(name, on)
    assert parameters
    for parameter in parameters.values():
        for message in (parameter.source, parameter.meaning):
            assert len(message.zh) > 5
            assert len(message.en) > 10
        assert parameter.unit
        assert parameter.value > 0


def test_the_parameters_of_this_project_were_found() -> None:
    assert {"verdicts", "outlook"} <= set(NAMES)
