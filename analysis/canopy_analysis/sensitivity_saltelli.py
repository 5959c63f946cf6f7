"""Indices of Saltelli's design, estimated by OpenTURNS after Martinez (2011), with asymptotic intervals."""

import numpy as np

from .library import library
from .paired import LEVEL

LEAST_BLOCKS = 8


def saltelli_indices(unit, values, dimension):
    """First-order and total indices.

    Parameters
    ----------
    unit : ndarray, shape (block, row, factor)
        Blocks as `design_samples.saltelli` orders them, whole ones only.
    values : ndarray, shape (block, row)
    dimension : int

    Returns
    -------
    dict
        first, total: ndarray (3, factor) of estimate, low, high (90 %).
    """
    ot = library("openturns")
    rows = [0, -1, *range(1, dimension + 1)]  # OpenTURNS wants all A, all B, then all A with column j of B
    inputs = np.concatenate([unit[:, row] for row in rows])
    outputs = np.concatenate([values[:, row] for row in rows])
    outputs = (outputs - outputs.mean()) / outputs.std()
    algorithm = ot.MartinezSensitivityAlgorithm(ot.Sample(inputs), ot.Sample(outputs[:, None]), len(unit))
    algorithm.setUseAsymptoticDistribution(True)
    algorithm.setConfidenceLevel(1 - LEVEL)
    result = {}
    for name, estimate, interval in (
            ("first", algorithm.getFirstOrderIndices(), algorithm.getFirstOrderIndicesInterval()),
            ("total", algorithm.getTotalOrderIndices(), algorithm.getTotalOrderIndicesInterval())):
        result[name] = np.array([estimate, interval.getLowerBound(), interval.getUpperBound()])
    return result
