"""When a policy begins: its dated entries, and what waits for a dated project."""

import numpy as np

from canopy_analysis.policy_period import _dates_of_additions

BASE = '[[lever]]\nname = "congress_2023"\nfrom = "2023-03"\n'
PROJECT = '[[project]]\nname = "centre"\nstart = "2024-03"\n'


def month(text):
    return np.datetime64(text, "M")


def test_only_what_the_policy_adds_is_dated():
    plan = BASE + '[[lever]]\nname = "mine"\nfrom = "2024-01"\nuntil = "2026-01"\n'
    assert _dates_of_additions(plan, BASE) == [(month("2024-01"), month("2026-01"))]


def test_a_lever_without_a_date_that_waits_for_a_project_begins_with_it():
    plan = BASE + PROJECT + '[[lever]]\nname = "mine"\nproject = "centre"\n'
    assert _dates_of_additions(plan, BASE) == [(month("2024-03"), None)] * 2


def test_a_lever_without_any_date_leaves_the_period_to_the_runs():
    assert _dates_of_additions(BASE + '[[lever]]\nname = "mine"\n', BASE) == []
