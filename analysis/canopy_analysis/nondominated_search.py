"""Multi-objective search by NSGA-II (Deb et al. 2002; pagmo through OpenTURNS), one generation a batch.

The search is a function of its seed and of what the batches return: run again over batches that are
there already, it proposes the same points, so a stopped search goes on where it stopped.
"""

import numpy as np

from .design_samples import sobol
from .library import library


def search(evaluate, n_factors, n_objectives, population, generations, seed):
    """Let generations of points improve.

    Parameters
    ----------
    evaluate : callable
        Gets (generation, points (population, n_factors) in the unit cube), returns objectives
        (population, n_objectives), all to be small; NaN where a point has no result.
    n_factors, n_objectives : int
    population : int
        Points a generation: a multiple of four, at least eight.
    generations : int
        After the first, which is a Sobol sample.
    seed : int

    Returns
    -------
    tuple of ndarray
        Points (point, n_factors) and objectives (point, n_objectives) of all generations in order.
    """
    ot = library("openturns")
    batches = _Batches(evaluate, n_objectives)
    start = sobol(population, n_factors, seed)
    batches.run(start)

    class Objectives(ot.OpenTURNSPythonFunction):
        def _exec(self, point):
            return batches.known[np.asarray(point, float).tobytes()].tolist()

        def _exec_sample(self, points):
            return batches.run(np.array(points))

    if generations:
        problem = ot.OptimizationProblem(ot.Function(Objectives(n_factors, n_objectives)))
        problem.setBounds(ot.Interval(n_factors))
        for objective in range(n_objectives):
            problem.setMinimization(True, objective)
        algorithm = ot.Pagmo(problem, "nsga2", ot.Sample(start))
        algorithm.setBlockSize(population)
        algorithm.setGenerationNumber(generations)
        algorithm.setSeed(seed)
        try:
            algorithm.run()
        except Exception:  # the library hides what a batch raised behind its own error
            raise batches.problem or RuntimeError("the search library failed") from None
    return np.concatenate(batches.points), np.concatenate(batches.objectives)


class _Batches:
    """The generations so far, and what is known of each point."""

    def __init__(self, evaluate, n_objectives):
        self.evaluate, self.n_objectives = evaluate, n_objectives
        self.points, self.objectives, self.known, self.problem = [], [], {}, None

    def run(self, points):
        try:
            objectives = np.asarray(self.evaluate(len(self.points), points), float)
        except BaseException as problem:
            self.problem = problem
            raise
        self.points.append(points)
        self.objectives.append(objectives)
        filled = self._worst_for_missing(objectives)
        for point, values in zip(points, filled):
            self.known[point.tobytes()] = values
        return filled

    def _worst_for_missing(self, objectives):
        """A point without a result counts as worse than any seen."""
        seen = np.concatenate(self.objectives)
        known = seen[np.isfinite(seen).all(axis=1)]
        worst = known.max(axis=0) + np.ptp(known, axis=0) + 1 if len(known) else np.ones(self.n_objectives)
        return np.where(np.isfinite(objectives).all(axis=1)[:, None], objectives, worst)
