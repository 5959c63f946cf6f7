"""How much of a study's numbers is luck of the draw, from the replicates of its points.

All points share the seeds, so a number is point + seed + rest: the seed moves all points alike and
cancels between them; the rest does not. Two-way analysis of variance without interaction.
"""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from .paired import LEVEL


@dataclass(frozen=True)
class Luck:
    """What replicates tell.

    Attributes
    ----------
    n : int
        Replicates a point; with 1 nothing can be told and the others are NaN.
    rest : float
        Standard deviation of one run about point and seed, in the output's unit.
    share : float
        Part of the variance of the points' means that is luck.
    half : float
        Half width of the 90 % interval of the mean of one point (seed and rest; Satterthwaite).
    """

    n: int
    rest: float = float("nan")
    share: float = float("nan")
    half: float = float("nan")

    @property
    def mean_error(self):
        """Standard deviation of a point's mean against other points' (the seed cancels)."""
        return self.rest / np.sqrt(self.n)


def luck_of(values):
    """Tell luck from effect.

    Parameters
    ----------
    values : ndarray, shape (point, replicate)
        NaN where a run is missing; points that lack a run are left out.

    Returns
    -------
    Luck
    """
    n_points, n = values.shape
    whole = values[np.isfinite(values).all(axis=1)]
    if n < 2 or len(whole) < 2:
        return Luck(n)
    points = len(whole)
    of_point, of_seed = whole.mean(axis=1, keepdims=True), whole.mean(axis=0, keepdims=True)
    rest = ((whole - of_point - of_seed + whole.mean()) ** 2).sum() / ((points - 1) * (n - 1))
    seed = points * ((of_seed - whole.mean()) ** 2).sum() / (n - 1)
    spread = of_point.var(ddof=1)
    parts = (1 - 1 / points) * rest, seed / points
    total = sum(parts)
    freedom = total**2 / (parts[0] ** 2 / ((points - 1) * (n - 1)) + parts[1] ** 2 / (n - 1)) if total else 1.0
    half = stats.t.ppf(1 - LEVEL / 2, freedom) * np.sqrt(total / n) if total else 0.0
    return Luck(n, float(np.sqrt(rest)), float(min(rest / n / spread, 1.0)) if spread else 1.0, float(half))
