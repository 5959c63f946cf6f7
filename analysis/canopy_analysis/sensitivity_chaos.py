"""Indices from the points that there are: a sparse polynomial chaos by OpenTURNS.

Least angle regression picks the terms (Blatman and Sudret 2011), corrected leave-one-out the number of
them. Intervals: terms are picked and fitted anew on parts of the points (delete-d jackknife, Shao and
Wu 1989), since picking is where most of the doubt is; then the variance that the polynomial does not
foresee, luck apart, is given, and denied, to every factor.
"""

import numpy as np

from .library import library
from .paired import LEVEL

MOST_TERMS = 150
NORM = 0.75  # hyperbolic order of terms: main effects go to a higher degree than interactions
MOST_IN_PART = 256
MOST_PICKED_FROM = 2048  # points that pick the terms; all points fit them
FEW_VALUES = 64  # whole numbers of a shorter range are counted one by one


def least_points(n_factors):
    """Points below which no chaos is fitted: twice the terms of degree one, at least 16."""
    return max(16, 2 * (n_factors + 1))


def chaos_indices(unit, values, whole_numbers, luck=0.0, seed=1, parts=40):
    """First-order and total indices of given data.

    Parameters
    ----------
    unit : ndarray, shape (point, factor)
        Factors on the unit interval, drawn independently and evenly.
    values : ndarray, shape (point,)
    whole_numbers : list of ndarray or None, length factor
        Places in the unit interval that a factor takes, when they are few; None = all.
    luck : float
        Share of the variance that replicates show to be luck: no factor can claim it.
    seed, parts : int
        Of the parts of the points, and how many.

    Returns
    -------
    dict
        first, total: ndarray (3, factor) of estimate, low, high (90 %), as shares of what factors explain;
        foreseen: share of the variance without luck that the polynomial foresees (leave-one-out, in
        [0, 1]); terms: how many it has.
    """
    estimate, terms, foreseen = _fit(unit, values, whole_numbers)
    n = len(values)
    size = min(n // 2, MOST_IN_PART)
    draw, doubt = np.random.default_rng(seed), []
    for _ in range(parts):
        rows = draw.permutation(n)[:size]
        doubt.append(_fit(unit[rows], values[rows], whole_numbers)[0] - estimate)
    ends = estimate + np.sqrt(size / (n - size)) * np.percentile(doubt, (50 * LEVEL, 100 - 50 * LEVEL), axis=0)
    foreseen = min(foreseen / max(1 - luck, 1e-9), 1.0)
    low, high = np.minimum(ends[0], estimate) * foreseen, np.maximum(ends[1], estimate) * foreseen + 1 - foreseen
    first, total = np.stack([estimate, np.clip(low, 0, 1), np.clip(high, 0, 1)], axis=1)
    return {"first": first, "total": total, "foreseen": foreseen, "terms": terms}


def _fit(unit, values, whole_numbers):
    """Return indices (2, factor), the number of terms and the share that is foreseen, of some points."""
    if not values.std():
        return np.zeros((2, unit.shape[1])), 1, 0.0
    terms = _terms(unit[:MOST_PICKED_FROM], values[:MOST_PICKED_FROM])
    basis = _basis(terms, unit)
    coefficient, *_ = np.linalg.lstsq(basis, values, rcond=None)
    return (_shares(coefficient, _quadratic(terms, whole_numbers, unit.shape[1])), len(terms),
            _foreseen(basis, values, coefficient))


def _terms(unit, values):
    """Return the kept terms as degrees, shape (term, factor); the constant is always first."""
    ot = library("openturns")
    n, dimension = unit.shape
    order = ot.HyperbolicAnisotropicEnumerateFunction(dimension, NORM)
    basis = ot.OrthogonalProductPolynomialFactory([ot.LegendreFactory()] * dimension, order)
    choice = ot.LeastSquaresMetaModelSelectionFactory(ot.LARS(), ot.CorrectedLeaveOneOut())
    algorithm = ot.FunctionalChaosAlgorithm(
        ot.Sample(2 * unit - 1), ot.Sample(((values - values.mean()) / values.std())[:, None]),
        ot.ComposedDistribution([ot.Uniform(-1, 1)] * dimension),
        ot.FixedStrategy(basis, min(MOST_TERMS, n)), ot.LeastSquaresStrategy(choice))
    algorithm.run()
    kept = [tuple(order(int(index))) for index in algorithm.getResult().getIndices()]
    constant = (0,) * dimension
    return np.array([constant, *(term for term in kept if term != constant)], int)


def _legendre(places, degree):
    """Legendre polynomials, orthonormal on the unit interval, shape (place, degree + 1)."""
    return np.polynomial.legendre.legvander(2 * places - 1, degree) * np.sqrt(2 * np.arange(degree + 1) + 1)


def _basis(terms, unit):
    basis = np.ones((len(unit), len(terms)))
    for factor in range(unit.shape[1]):
        basis *= _legendre(unit[:, factor], terms[:, factor].max())[:, terms[:, factor]]
    return basis


def _quadratic(terms, whole_numbers, dimension):
    """Quadratic forms in the coefficients: variances by factor alone, in all, and the variance.

    For factors that take all values the polynomials are orthonormal; for few whole numbers their
    moments are sums over these.
    """
    moment, mean = [], []
    for factor in range(dimension):
        degree = terms[:, factor].max()
        if whole_numbers[factor] is None:
            gram, middle = np.eye(degree + 1), np.eye(degree + 1)[0]
        else:
            at = _legendre(whole_numbers[factor], degree)
            gram, middle = at.T @ at / len(at), at.mean(axis=0)
        power = terms[:, factor]
        moment.append(gram[np.ix_(power, power)])
        mean.append(np.outer(middle[power], middle[power]))
    everything = np.prod(moment, axis=0)
    nothing = np.prod(mean, axis=0)
    alone = [np.prod([moment[f] if f == factor else mean[f] for f in range(dimension)], axis=0) - nothing
             for factor in range(dimension)]
    in_all = [everything - np.prod([mean[f] if f == factor else moment[f] for f in range(dimension)], axis=0)
              for factor in range(dimension)]
    return np.array(alone), np.array(in_all), everything - nothing


def _shares(coefficient, quadratic):
    """Return first-order and total indices, shape (2, factor)."""
    alone, in_all, variance = (np.einsum("i,...ij,j->...", coefficient, form, coefficient) for form in quadratic)
    return np.stack([alone, in_all]) / variance if variance > 0 else np.zeros((2, len(alone)))


def _foreseen(basis, values, coefficient):
    """Leave-one-out Q2 of the kept terms, in [0, 1]."""
    orthonormal, _ = np.linalg.qr(basis)
    leverage = np.minimum((orthonormal**2).sum(axis=1), 1 - 1e-9)
    missed = (values - basis @ coefficient) / (1 - leverage)
    return float(np.clip(1 - (missed**2).mean() / values.var(), 0, 1))
