"""Patterns of the labour market: matching, the u-v curve, tenure."""

import numpy as np

from .sample import NotMeasurable, some

MONTHS_LEFT_OUT = 12  # the opening settles


def _stocks(sample):
    """People out of work, open jobs, jobs at the end of each month, each (month,), without the first year."""
    out, jobs = sample.kpi("unemployed"), sample.kpi("vacancies")
    if len(out) < 2 * MONTHS_LEFT_OUT:
        raise NotMeasurable("short", 2 * MONTHS_LEFT_OUT)
    return out[MONTHS_LEFT_OUT:], jobs[MONTHS_LEFT_OUT:], sample.kpi("employment")[MONTHS_LEFT_OUT:]


def matching_elasticity(sample):
    """Elasticity of hires on open jobs, constant returns: ln(H/U) on ln(V/U) of the month before."""
    out, jobs, _ = _stocks(sample)
    hires = sample.kpi("hires_from_non_employment")[MONTHS_LEFT_OUT + 1:]
    found, tightness = np.log(hires / out[:-1]), np.log(jobs[:-1] / out[:-1])
    return some(np.polyfit(tightness, found, 1)[0])


def beveridge(sample):
    """Correlation of unemployment and open jobs, logarithms of shares without their linear trends."""
    out, jobs, employed = _stocks(sample)
    when = np.arange(len(out))
    unemployment, vacancies = (
        share - np.polyval(np.polyfit(when, share, 1), when)
        for share in (np.log(out / employed), np.log(jobs / employed)))
    return some(np.corrcoef(unemployment, vacancies)[0, 1])


def _tenure(sample):
    """Months in the present job of employed residents at the last month of the record, (person,)."""
    panel = sample.run.people("activity", "months")
    if panel is None or not panel["months"].size:
        raise NotMeasurable("people")
    employed = panel["activity"][-1] == sample.run.flags("person_panel/activity")["employed"]
    return panel["months"][-1][employed]


def tenure_under_a_year(sample):
    """Share of the employed who are in their job for less than twelve months."""
    return some(np.mean(_tenure(sample) < 12))


def tenure_over_ten_years(sample):
    """Share of the employed who are in their job for ten years or more."""
    return some(np.mean(_tenure(sample) >= 120))
