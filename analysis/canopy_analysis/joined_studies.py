"""Several packs of the same study seen as one: the generations of a search."""

from dataclasses import replace

import numpy as np


class JoinedStudies:
    """Points of all packs in order; reads like one `StudyFile`.

    Parameters
    ----------
    packs : list of StudyFile
        Open, with the same factors, scenarios and seeds.
    ranges : list of Factor
        With the ranges of the search.
    """

    def __init__(self, packs, ranges):
        self.packs, self.ranges = packs, ranges
        self.path, self.kind = packs[0].path.parent, "search"
        self.n_points = sum(pack.n_points for pack in packs)
        self.scenarios, self.scale = packs[0].scenarios, packs[0].scale
        self.factors = {factor.name: np.concatenate([pack.factors[factor.name] for pack in packs])
                        for factor in ranges}

    def title(self, lang):
        return self.packs[0].title(lang)

    def factor_label(self, name, lang):
        return self.packs[0].factor_label(name, lang)

    def output(self, name, lang, scenario=None, against=None):
        outputs = [pack.output(name, lang, scenario, against) for pack in self.packs]
        return replace(outputs[0], values=np.concatenate([output.values for output in outputs]))

    def failures(self, scenario=None):
        total = {}
        for pack in self.packs:
            for reason, n in pack.failures(scenario).items():
                total[reason] = total.get(reason, 0) + n
        return total
