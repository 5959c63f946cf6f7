"""Patterns of the labour market find what was planted in series of a sample."""

import numpy as np
import pytest
from canopy_analysis import pattern_people
from canopy_analysis.sample import NotMeasurable


class Planted:
    """A sample whose hires follow H = .5 U^.6 V^.4 of the month before."""

    def __init__(self, months=120):
        luck = np.random.default_rng(1)
        wave = np.sin(np.arange(months) / 9)
        self.series = {
            "unemployed": 12e3 * np.exp(.2 * wave + .01 * luck.standard_normal(months)),
            "vacancies": 6e3 * np.exp(-.4 * wave + .01 * luck.standard_normal(months)),
            "employment": np.linspace(260e3, 300e3, months)}
        out, jobs = self.series["unemployed"], self.series["vacancies"]
        hires = .5 * out ** .6 * jobs ** .4
        self.series["hires_from_non_employment"] = np.concatenate([hires[:1], hires[:-1]])
        self.run = self

    def kpi(self, name):
        return self.series[name]

    def people(self, *columns):
        panel = {"activity": np.array([[1, 1, 1, 1, 5]]), "months": np.array([[3.0, 11, 12, 130, 200]])}
        return {column: panel[column] for column in columns}

    def flags(self, name):
        return {"employed": 1}


def test_the_elasticity_of_matching_is_found():
    assert pattern_people.matching_elasticity(Planted()) == pytest.approx(.4, abs=.01)


def test_unemployment_and_open_jobs_move_against_each_other():
    assert pattern_people.beveridge(Planted()) < -.95


def test_tenure_counts_the_employed_only():
    assert pattern_people.tenure_under_a_year(Planted()) == .5
    assert pattern_people.tenure_over_ten_years(Planted()) == .25


def test_a_short_record_or_no_panel_is_said():
    with pytest.raises(NotMeasurable) as short:
        pattern_people.beveridge(Planted(months=20))
    assert "24 months" in short.value.text("en")
    sample = Planted()
    sample.people = lambda *columns: None
    with pytest.raises(NotMeasurable) as missing:
        pattern_people.tenure_under_a_year(sample)
    assert "panel of people" in missing.value.text("en")
