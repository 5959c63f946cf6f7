"""Boxes of factors in which a plan fails (scenario discovery after Bryant and Lempert 2010).

Every node of a classification tree (CART, scikit-learn) is a box. Of the boxes that are dense enough
the one that covers most failures is kept, freed of restrictions that it does not need; then the search
goes on outside it.
"""

from dataclasses import dataclass

import numpy as np
from scipy.stats import binomtest

from .library import library
from .paired import LEVEL

DENSE = 0.8
MOST_BOXES = 3
LEAST_FAILURES = 5
DEPTH = 6


@dataclass(frozen=True)
class Box:
    """Limits of the factors; infinite where a factor is free.

    Attributes
    ----------
    low, high : ndarray, shape (factor,)
        Inside means low < value <= high.
    """

    low: np.ndarray
    high: np.ndarray

    def holds(self, points):
        """Tell which points are inside, shape (point,)."""
        return ((points > self.low) & (points <= self.high)).all(axis=1)

    @property
    def restricted(self):
        """Which factors are limited, shape (factor,)."""
        return np.isfinite(self.low) | np.isfinite(self.high)


def failure_boxes(points, fails, dense=DENSE):
    """Find boxes in which the plan fails.

    Parameters
    ----------
    points : ndarray, shape (point, factor)
    fails : ndarray of bool, shape (point,)
    dense : float
        Share of the points of a box that must fail.

    Returns
    -------
    list of Box
        At most three, the one that covers most first; empty when no box is dense enough.
    """
    boxes, left = [], np.ones(len(points), bool)
    enough = max(LEAST_FAILURES, 0.1 * fails.sum())
    while len(boxes) < MOST_BOXES and (fails & left).sum() >= enough:
        box = _best(points[left], fails[left], dense, enough)
        if box is None:
            break
        boxes.append(box)
        left &= ~box.holds(points)
    return boxes


def _best(points, fails, dense, enough):
    if fails.all():
        return None
    tree = library("sklearn.tree").DecisionTreeClassifier(
        max_depth=DEPTH, min_samples_leaf=max(3, len(points) // 50), random_state=0).fit(points, fails).tree_
    failing = tree.value[:, 0, 1]
    share = failing / tree.value[:, 0].sum(axis=1)
    failing = share * tree.n_node_samples
    good = np.flatnonzero((share >= dense) & (failing >= enough))
    if not good.size:
        return None
    best = _box_of(tree, good[np.lexsort((-share[good], -failing[good]))[0]], points.shape[1])
    return _freed(best, points, fails, dense)


def _box_of(tree, node, n_factors):
    """Collect the limits on the way from the root to a node."""
    low, high = np.full(n_factors, -np.inf), np.full(n_factors, np.inf)
    parent = {child: (at, side) for side, children in (("left", tree.children_left), ("right", tree.children_right))
              for at, child in enumerate(children) if child >= 0}
    while node in parent:
        node, side = parent[node]
        factor, limit = tree.feature[node], tree.threshold[node]
        if side == "left":
            high[factor] = min(high[factor], limit)
        else:
            low[factor] = max(low[factor], limit)
    return Box(low, high)


def _freed(box, points, fails, dense):
    """Drop limits, the least needed first, as long as the box stays dense."""
    while True:
        choices = []
        for factor in range(points.shape[1]):
            for end in ("low", "high"):
                if np.isfinite(getattr(box, end)[factor]):
                    wider = {"low": box.low.copy(), "high": box.high.copy()}
                    wider[end][factor] = -np.inf if end == "low" else np.inf
                    wider = Box(**wider)
                    inside = wider.holds(points)
                    choices.append((fails[inside].mean(), fails[inside].sum(), wider))
        now = fails[box.holds(points)].mean()
        choices = [choice for choice in choices if choice[0] >= max(dense, now - 0.05)]
        if not choices:
            return box
        box = max(choices, key=lambda choice: choice[:2])[2]


def share_and_cover(boxes, points, fails):
    """Return (density, coverage) of the union of boxes: failing share inside; share of failures inside."""
    inside = np.zeros(len(points), bool)
    for box in boxes:
        inside |= box.holds(points)
    caught = (inside & fails).sum()
    return caught / inside.sum() if inside.any() else np.nan, caught / fails.sum() if fails.any() else np.nan


def found_again(points, fails, dense=DENSE, searches=200, seed=1):
    """Search anew on half of the points; judge by the other half.

    Returns
    -------
    tuple of (ndarray (search, 2), ndarray (factor,))
        Density and coverage on the half not seen, NaN and 0 where no box came out; and the share of the
        searches that limit each factor.
    """
    draw, judged, limited = np.random.default_rng(seed), [], np.zeros(points.shape[1])
    for _ in range(searches):
        seen = np.zeros(len(points), bool)
        seen[draw.permutation(len(points))[: len(points) // 2]] = True
        boxes = failure_boxes(points[seen], fails[seen], dense)
        if boxes:
            limited += np.any([box.restricted for box in boxes], axis=0)
        density, coverage = share_and_cover(boxes, points[~seen], fails[~seen])
        judged.append((density, coverage if boxes else 0.0))
    return np.array(judged), limited / searches


def certain(box, points, fails):
    """90 % intervals (Wilson) of density and coverage of one box as it stands.

    Returns
    -------
    ndarray, shape (2, 2)
        (low, high) of density, of coverage.
    """
    inside = box.holds(points)
    caught = int((inside & fails).sum())
    return np.array([binomtest(caught, int(of.sum())).proportion_ci(1 - LEVEL, "wilson") for of in (inside, fails)])
