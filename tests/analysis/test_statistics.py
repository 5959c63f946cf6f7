"""The estimators against worked examples and samples of known parameters."""

import numpy as np
import pytest

from canopy_analysis.adoption import bass_curve, bass_fit
from canopy_analysis.cost import commuting_difference
from canopy_analysis.growth import demean, subbotin, volatility_slope
from canopy_analysis.hazards import nelson_aalen, yearly_hazard
from canopy_analysis.opening_drift import _row
from canopy_analysis.horizon import after_start, at_horizon
from canopy_analysis.info import yearly
from canopy_analysis.paired import estimate, holm, judge_jointly, ratio_interval, seeds_missing
from canopy_analysis.policy_period import Period
from canopy_analysis.table_text import aligned, number, width
from canopy_analysis.tails import clauset, rank_half


def test_holm_is_exact_on_a_worked_example():
    # sorted .005 .01 .03 .04 times 4 3 2 1 = .02 .03 .06 .04, made monotone .02 .03 .06 .06
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.9, 0.8]) == pytest.approx([1.0, 1.0])


def test_an_interval_is_students_t_on_a_worked_example():
    # differences 1 2 3 4: mean 2.5, s 1.29099, t(.95, 3) 2.35336, half width 1.51906
    e = estimate([0, 0, 0, 0], [1, 2, 3, 4])
    assert (e.difference, e.low, e.high) == pytest.approx((2.5, 0.98094, 4.01906), abs=1e-4)
    assert e.p == pytest.approx(0.0305, abs=1e-4)


def test_verdicts_hold_jointly_so_that_a_single_p_of_8_percent_is_not_enough_among_ten():
    draw = np.random.default_rng(1)
    base = np.zeros(8)
    one = estimate(base, np.array([1.0, 2, 3, 4, 5, -3, 2, 1]))
    assert one.p < 0.10 and judge_jointly([one])[0].verdict == "up"
    table = [estimate(base, np.array([1.0, 2, 3, 4, 5, -3, 2, 1]))]
    table += [estimate(base, draw.standard_normal(8)) for _ in range(9)]
    assert judge_jointly(table)[0].verdict == "open"


def test_false_verdicts_in_a_table_of_nulls_stay_near_ten_percent():
    draw = np.random.default_rng(2)
    wrong = sum(min(holm([estimate(np.zeros(8), draw.standard_normal(8)).p for _ in range(10)])) <= 0.10
                for _ in range(400))
    assert 0.05 <= wrong / 400 <= 0.14


def test_the_seeds_named_as_missing_give_the_power_they_promise():
    more = seeds_missing(0.5, 1.0, 8, 0.10)
    draw = np.random.default_rng(3)
    found = [estimate(np.zeros(8 + more), 0.5 + draw.standard_normal(8 + more)).p <= 0.10 for _ in range(500)]
    assert 0.74 <= np.mean(found) <= 0.88
    assert seeds_missing(0.0, 1.0, 8, 0.10) is None


def test_rounding_is_no_effect():
    base = np.array([1e9, 1.1e9, 0.9e9])
    assert estimate(base, base * (1 + 1e-15)).difference == 0.0


def test_the_price_of_a_gain_has_fiellers_interval():
    draw = np.random.default_rng(4)
    inside = 0
    for _ in range(300):
        gain, cost = 10 + draw.standard_normal(8), 50 + 2 * draw.standard_normal(8)
        ratio, low, high = ratio_interval(cost, gain)
        assert low < ratio < high
        inside += low <= 5.0 <= high
    assert 0.85 <= inside / 300 <= 0.95
    assert np.isnan(ratio_interval(np.ones(4), np.array([1.0, -1, 2, -1.5]))[1])


@pytest.mark.parametrize("exponent", [0.9, 1.06, 1.5])
def test_tail_estimators_recover_a_pareto_exponent(exponent):
    sizes = np.random.default_rng(5).pareto(exponent, 30_000) + 1
    mle, cut = clauset(sizes)
    assert mle == pytest.approx(exponent, rel=0.07)
    assert rank_half(sizes, cut) == pytest.approx(exponent, rel=0.10)


def test_clauset_recovers_the_exponent_of_counts_and_finds_where_the_tail_begins():
    draw = np.random.default_rng(6)
    counts = np.round(10 * (draw.pareto(1.2, 20_000) + 1))
    assert clauset(counts, discrete=True)[0] == pytest.approx(1.2, rel=0.08)
    mixed = np.r_[draw.uniform(0.1, 5, 20_000), 5 * (draw.pareto(1.3, 8_000) + 1)]
    exponent, cut = clauset(mixed)
    assert exponent == pytest.approx(1.3, rel=0.08) and cut > 3


def test_a_bell_is_not_taken_for_a_fat_tail():
    assert clauset(np.exp(0.3 * np.random.default_rng(7).standard_normal(20_000)))[0] > 4


@pytest.mark.parametrize("shape", [0.8, 1.0, 2.0])
def test_subbotins_b_is_recovered(shape):
    draw = np.random.default_rng(8)
    size = draw.gamma(1 / shape, 1, 20_000) ** (1 / shape)
    values = 0.3 * size * draw.choice([-1, 1], 20_000) + 0.05
    assert subbotin(values) == pytest.approx(shape, rel=0.05)


def test_volatility_slope_is_recovered_and_is_zero_without_one():
    draw = np.random.default_rng(9)
    size = 1e5 * (draw.pareto(1.0, 20_000) + 1)
    shock = draw.laplace(0, 1, 20_000)
    assert volatility_slope(shock * size**-0.18, size) == pytest.approx(0.18, abs=0.03)
    assert volatility_slope(shock, size) == pytest.approx(0.0, abs=0.03)


def test_demeaning_takes_out_the_sector():
    assert demean(np.array([1.0, 3, 10, 10]), np.array([0, 0, 1, 1])) == pytest.approx([-1, 1, 0, 0])


def test_nelson_aalen_on_a_worked_example_with_late_entry():
    # age 0: 2 at risk, 1 exits; age 1: 1 + 1 late = 2 at risk, 1 exits; age 2: 1 at risk, censored
    hazard, at_risk = nelson_aalen(np.array([0, 0, 1]), np.array([0, 2, 1]), np.array([True, False, True]), 3)
    assert at_risk.tolist() == [2, 2, 1]
    assert hazard == pytest.approx([0.5, 1.0, 1.0])


def test_nelson_aalen_recovers_a_hazard_that_rises_in_the_second_year():
    draw = np.random.default_rng(10)
    rate = np.where(np.arange(36) < 12, 0.002, 0.01)
    left = np.full(40_000, 36)
    for age in range(36):
        left = np.where((left == 36) & (draw.random(40_000) < rate[age]), age, left)
    hazard = yearly_hazard(nelson_aalen(np.zeros(40_000, int), left, left < 36, 36)[0])
    assert hazard == pytest.approx([0.024, 0.12, 0.12], rel=0.08)


def test_bass_rates_are_recovered_under_noise():
    years = np.arange(72) / 12
    share = bass_curve(years, 0.03, 0.4, 0.1) + 0.002 * np.random.default_rng(11).standard_normal(72)
    share[0] = 0.1
    p, q = bass_fit(share)
    assert p == pytest.approx(0.03, abs=0.006) and q == pytest.approx(0.4, abs=0.05)


def test_flows_are_summed_over_the_period_and_stocks_averaged_over_the_last_year():
    series = np.arange(24.0)[None, :]
    assert at_horizon(series, "flow", Period(2, 5, "scenario")) == pytest.approx([9.0])
    assert at_horizon(series, "stock", Period(2, 5, "scenario")) == pytest.approx([17.5])
    assert after_start(series, "flow", 4, 3) == pytest.approx([15.0])
    assert after_start(series, "ratio", 4, 14) == pytest.approx([11.5])
    assert np.isnan(at_horizon(np.full((1, 24), np.nan), "flow", Period(0, 5, "none"))).all()


def test_years_take_december_of_stocks_the_sum_of_flows_the_mean_of_ratios():
    months = np.datetime64("2023-01") + np.arange(24)
    values = np.r_[np.arange(12.0), np.full(12, 5.0)]
    assert yearly(values, months, "stock") == {2023: 11.0, 2024: 5.0}
    assert yearly(values, months, "flow") == {2023: 66.0, 2024: 60.0}
    assert yearly(values, months, "ratio") == {2023: 5.5, 2024: 5.0}


def test_tables_line_up_when_some_words_are_chinese():
    lines = aligned(["指标", "value"], [["就业 jobs", "1"], ["x", "20,000"]]).splitlines()
    assert {width(line) for line in lines} == {width(lines[0])} and width("就业") == 4


def test_numbers_show_no_negative_zero_and_no_invented_value():
    assert number(-0.0001, 2, sign=True) == "0.00"
    assert number(float("nan")) == "–" and number(1234567.0) == "1,234,567"


def test_a_start_is_settled_where_the_first_year_moves_no_more_than_twice_the_second():
    def settled(*ends):
        return _row("links", np.array([ends], float))["settled"]

    assert settled(100, 110, 116)  # 10 against 2 x 6
    assert not settled(100, 110, 114)  # 10 against 2 x 4
    assert settled(100, 100.9, 100.9)  # within 1 % of the level
    assert not settled(100, 102, 102)


def test_drift_is_judged_on_the_mean_of_runs_and_counted_run_by_run():
    row = _row("cash", np.array([[100, 120, 120], [100, 80, 80]], float))
    assert (row["settled"], row["runs_settled"], row["runs"]) == (True, 0, 2)


class Commuting:
    """Pairs of two seeds in which 30 people more commute in and 10 fewer out."""

    policy = [None, None]

    def kpi(self, name):
        base = np.full((2, 24), 500.0)
        return base, base + {"commuters_in": 30, "commuters_out": -10}[name]


def test_jobs_of_the_rest_of_the_city_are_no_gain():
    assert commuting_difference(Commuting(), Period(0, 24, "scenario")).tolist() == [40, 40]
