"""Samples of the unit cube. Each grows without moving: more points keep the first rows.

Sobol (1967) points are scrambled after Matousek (1998) by scipy; Saltelli's blocks follow Saltelli
et al. (2010), Morris's trajectories Morris (1991).
"""

import warnings

import numpy as np


def sobol(points, dimension, seed, skip=0):
    """Scrambled Sobol points, shape (points, dimension); the first rows are those of fewer points."""
    from scipy.stats import qmc  # slow to load, and tables need none of it
    sequence = qmc.Sobol(dimension, scramble=True, seed=seed)
    if skip:
        sequence.fast_forward(skip)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of points that are no power of two
        return sequence.random(points)


def lhs(points, dimension, seed):
    """Latin hypercube, shape (points, dimension), whose first half is the one of half as many points.

    A hypercube of n points leaves n of 2 n strata empty in each dimension: the second half fills them.
    An odd number of points is drawn at once.
    """
    start = points // (points & -points)  # the odd part: what no halving reaches
    draw = np.random.default_rng([seed, start])
    strata = np.stack([draw.permutation(start) for _ in range(dimension)], axis=1)
    sample = (strata + draw.random((start, dimension))) / start
    while len(sample) < points:
        n = len(sample)
        draw = np.random.default_rng([seed, start, n])
        fresh = np.empty((n, dimension))
        for column in range(dimension):
            taken = np.floor(sample[:, column] * 2 * n).astype(int)
            free = np.setdiff1d(np.arange(2 * n), taken)
            fresh[:, column] = (draw.permutation(free) + draw.random(n)) / (2 * n)
        sample = np.concatenate([sample, fresh])
    return sample


def saltelli(points, dimension, seed, second_order, skip=0):
    """Saltelli's design by blocks: A, then A with each column of B, (B with each of A,) then B.

    Parameters
    ----------
    points : int
        Base points n; a block of dimension + 2 rows each (2 dimension + 2 with second order).

    Returns
    -------
    ndarray, shape (n * block, dimension)
    """
    both = sobol(points, 2 * dimension, seed, skip)
    a, b = both[:, :dimension], both[:, dimension:]
    rows = [a, *(_with_column(a, b, column) for column in range(dimension))]
    if second_order:
        rows += [_with_column(b, a, column) for column in range(dimension)]
    return np.stack([*rows, b], axis=1).reshape(-1, dimension)


def _with_column(sample, other, column):
    mixed = sample.copy()
    mixed[:, column] = other[:, column]
    return mixed


def morris(trajectories, dimension, levels, seed):
    """Morris's trajectories on a grid of levels: each step moves one factor by half the levels.

    Returns
    -------
    ndarray of int, shape (trajectories * (dimension + 1), dimension)
        Levels 0 … levels - 1.
    """
    half, rows = levels // 2, []
    for trajectory in range(trajectories):
        draw = np.random.default_rng([seed, trajectory])
        point = draw.integers(0, levels, dimension)
        rows.append(point.copy())
        for column in draw.permutation(dimension):
            point[column] += half if point[column] < half else -half
            rows.append(point.copy())
    return np.array(rows)
