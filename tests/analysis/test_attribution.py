"""Shapley values: they add up, reward nobody twice, and find a known game's shares."""

from itertools import combinations

import numpy as np
import pytest

from canopy_analysis.attribution import shapley


def _coalitions(players):
    return [frozenset(c) for size in range(len(players) + 1) for c in combinations(players, size)]


def test_shares_of_a_random_game_add_up_to_the_whole_pair_by_pair():
    random = np.random.default_rng(1)
    values = {c: random.normal(size=5) for c in _coalitions("abcd")}
    shares = shapley(values)
    whole = values[frozenset("abcd")] - values[frozenset()]
    assert sum(shares.values()) == pytest.approx(whole)


def test_an_additive_game_gives_each_what_it_adds_alone():
    worth = {"a": 3.0, "b": -1.0, "c": 0.0}
    values = {c: np.array([sum(worth[p] for p in c)]) for c in _coalitions("abc")}
    assert {p: float(s[0]) for p, s in shapley(values).items()} == pytest.approx(worth)


def test_the_glove_game_pays_the_scarce_hand_more():
    # One left glove (a) and two right ones (b, c): a pair is worth 1. Shapley: 2/3, 1/6, 1/6.
    values = {c: np.array([1.0 if "a" in c and len(c) > 1 else 0.0]) for c in _coalitions("abc")}
    shares = {p: float(s[0]) for p, s in shapley(values).items()}
    assert shares == pytest.approx({"a": 2 / 3, "b": 1 / 6, "c": 1 / 6})


def test_systems_that_only_work_together_share_alike():
    values = {c: np.array([float(len(c) == 4)]) for c in _coalitions("abcd")}
    assert all(float(s[0]) == pytest.approx(0.25) for s in shapley(values).values())
