"""Methods of national standards and definitions, in numbers worked out by hand."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.monitoring.methods import air, economy, water

ON = date(2025, 1, 1)


@pytest.mark.parametrize(
    ("pollutant", "concentration", "index"),
    [
        ("pm25_24h", 35, 50),
        ("pm25_24h", 75, 100),
        ("pm25_24h", 76, 102),  # 100 + 50 × 1 ÷ 40 = 101.25, rounded up
        ("pm25_24h", 500, 500),
        ("pm25_24h", 900, 500),
        ("o3_8h", 160, 100),
        ("o3_8h", 161, 101),
        ("co_24h", 4.0, 100),
        ("so2_1h", 800, 200),
        ("no2_24h", 0, 0),
    ],
)
def test_an_individual_index_by_the_table_of_hj_633(pollutant: str, concentration: float, index: float) -> None:
    assert air.sub_index(pollutant, concentration, ON) == index


def test_a_row_that_ends_early_has_no_index_beyond_it() -> None:
    assert np.isnan(air.sub_index("o3_8h", [801, -1, np.nan], ON)).all()
    with pytest.raises(KeyError):
        air.sub_index("lead", 1, ON)


def test_the_index_is_that_of_the_worst_pollutant_and_missing_ones_do_not_count() -> None:
    day = {"pm25_24h": [30, 80, np.nan], "o3_8h": [100, np.nan, np.nan], "pm10_24h": [45, 157, np.nan]}
    found = air.air_quality_index(day, ON)
    assert found[:2].tolist() == [50, 107]  # 100 + 50 × 5 ÷ 40 = 106.25, rounded up
    assert np.isnan(found[2])
    assert air.primary_pollutants(day, ON) == [(), ("pm25_24h",), ()]


def test_one_number_for_all_days_goes_with_many() -> None:
    assert air.air_quality_index({"pm25_24h": [30, 80], "no2_24h": 10}, ON).tolist() == [43, 107]
    assert water.water_class({"ph": 7, "cod": [10, 30]}, ON).tolist() == [1, 4]


def test_the_share_of_good_days_is_of_the_days_that_are_known() -> None:
    assert air.good_air_days([50, 100, 101, np.nan]) == (pytest.approx(200 / 3), 3)
    share, known = air.good_air_days([np.nan])
    assert np.isnan(share)
    assert known == 0


def test_water_has_the_class_of_its_worst_item() -> None:
    sample = {"ammonia_nitrogen": [0.4, 0.4, 2.1], "dissolved_oxygen": [7.6, 4.9, 8.0], "ph": [7, 7, 7]}
    assert water.water_class(sample, ON).tolist() == [2, 4, water.WORSE_THAN_FIVE]


def test_a_limit_itself_is_kept_and_a_missing_item_has_no_class() -> None:
    assert water.item_class("total_phosphorus", [0.02, 0.2, 0.21, np.nan], ON).tolist() == [1, 3, 4, 0]
    assert water.item_class("total_phosphorus_lake", 0.05, ON).tolist() == 3
    assert water.item_class("ph", [5.9, 6, 9, 9.1], ON).tolist() == [6, 1, 1, 6]
    assert water.water_class({"cod": [np.nan]}, ON).tolist() == [0]


def test_the_share_of_good_water_leaves_unknown_sections_out() -> None:
    assert water.share_of_good_water([1, 3, 4, 6, 0]) == (50, 4)


def test_real_growth_takes_prices_out_and_never_runs_through_zero() -> None:
    assert economy.real_growth(100, 110, 105) == pytest.approx(100 * (1.10 / 1.05 - 1))
    assert np.isnan(economy.real_growth([0, -1, 100], [1, 1, np.nan], 100)).all()


def test_figures_for_each_unit() -> None:
    assert economy.urbanisation_rate(65, 100) == 65
    assert economy.per_unit(3000, 1_000_000, 1000) == 3
    assert np.isnan(economy.per_unit(1, 0))
    assert economy.mean_population(90, 110) == 100
    assert economy.energy_intensity(50, 100) == 0.5


def test_the_fall_of_intensity_follows_from_two_growths() -> None:
    assert economy.intensity_fall(2.9, 3.0) == pytest.approx(100 * (1 - 1.029 / 1.03))
    assert economy.intensity_fall(5, 2) < 0


@given(st.floats(0, 700), st.floats(0, 700), st.sampled_from(["pm25_24h", "pm10_24h", "no2_24h", "o3_1h"]))
def test_more_of_a_pollutant_is_never_better(one: float, two: float, pollutant: str) -> None:
    low, high = sorted((one, two))
    assert air.sub_index(pollutant, low, ON) <= air.sub_index(pollutant, high, ON)
    assert water.item_class("cod", low, ON) <= water.item_class("cod", high, ON)
