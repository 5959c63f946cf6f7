"""Patterns of flows: entry, exit, relocation, logistics, adoption."""

import numpy as np

from .adoption import bass_fit
from .hazards import nelson_aalen, yearly_hazard
from .sample import NotMeasurable, some

OLDEST = 120


def _rate(sample, flow, kind):
    """Yearly flow over opening stock of a kind, mean over the years of the record."""
    flows, stock = sample.kpi(f"{flow}_by_kind"), sample.kpi("entities_by_kind")
    codes, _ = sample.run.labels("kind")
    if kind not in codes:
        raise NotMeasurable("kpi", f"{flow}_by_kind ({kind})")
    column = codes.index(kind)
    sample.last_year(stock)
    rates = [flows[end - 11:end + 1, column].sum() / stock[end - 12, column]
             for end in range(12, len(stock)) if str(sample.run.months[end]).endswith("-12")]
    if not rates:
        gone = sample.kpi("exits_by_kind")[0, column] - sample.kpi("entries_by_kind")[0, column]
        rates = [flows[:12, column].sum() / (stock[0, column] + gone)]
    return some(np.mean(rates))


def company_entry(sample):
    """Companies founded a year over the opening stock."""
    return _rate(sample, "entries", "company")


def individual_entry(sample):
    """Individual businesses founded a year over the opening stock."""
    return _rate(sample, "entries", "individual")


def company_exit(sample):
    """Companies that end a year over the opening stock."""
    return _rate(sample, "exits", "company")


def individual_exit(sample):
    """Individual businesses that end a year over the opening stock."""
    return _rate(sample, "exits", "individual")


def _company_hazard(sample):
    """Hazard of companies by year of age: those of the first snapshot and all founded since."""
    run, months = sample.run, sample.run.snapshot_months()
    if not months:
        raise NotMeasurable("snapshot")
    first, last = _index(months[0]), _index(run.months[-1])
    firms = sample.firms(months[0], "id", "kind", "birth_month")
    opening = firms["kind"] == sample.code(months[0], "kind", "company", 1)
    founded = [_companies(run, kind, first) for kind in ("entry", "spin_off")]
    ids = np.concatenate([firms["id"][opening], *(events["firm"] for events in founded)])
    born = np.concatenate([firms["birth_month"][opening].astype(int), *(events["when"] for events in founded)])
    seen = np.concatenate([np.full(opening.sum(), first), born[opening.sum():]])
    left, exited = np.full(len(ids), last), np.zeros(len(ids), bool)
    moves = _companies(run, "move", first)
    gone = moves["place_to"] > 3
    _set(ids, moves["firm"][gone], moves["when"][gone], left)
    exits = _companies(run, "exit", first)
    exited[_set(ids, exits["firm"], exits["when"], left)] = True
    here = left > seen
    hazard, at_risk = nelson_aalen((seen + 1 - born)[here], (left - born)[here], exited[here], OLDEST)
    if at_risk[1:60].min() < 5:
        raise NotMeasurable("few")
    return yearly_hazard(hazard)


def _companies(run, kind, after):
    """Events of one kind that befell companies after a month: `firm`, `when`, `place_to`, each (event,)."""
    events = run.events(kind, ("firm", "place_to", "legal_form"))
    if events is None:
        raise NotMeasurable("events")
    when = _index(events.pop("month"))
    here = (events["legal_form"] == run.flags("event/legal_form").get("company", 1)) & (when > after)
    return {"when": when[here], **{name: values[here] for name, values in events.items()}}


def _index(month):
    """Months since 2022-12, same shape."""
    return (month - np.datetime64("2022-12", "M")).astype(int)


def _set(ids, who, when, into):
    """Write `when` of the events of `who` at the rows of `ids`; return the rows."""
    order = np.argsort(ids, kind="stable")
    place = np.searchsorted(ids[order], who)
    known = (place < len(ids)) & (ids[order][np.minimum(place, len(ids) - 1)] == who)
    rows = order[place[known]]
    into[rows] = when[known]
    return rows


def exit_peak(sample):
    """Middle of the year of age with the highest hazard [months]."""
    hazard = _company_hazard(sample)[:5]
    return some(12 * int(np.argmax(hazard)) + 6)


def second_year(sample):
    """Hazard of the second year over the first."""
    hazard = _company_hazard(sample)
    return some(hazard[1] / hazard[0] if hazard[0] > 0 else np.nan)


def third_year(sample):
    """Hazard of the third year over the first."""
    hazard = _company_hazard(sample)
    return some(hazard[2] / hazard[0] if hazard[0] > 0 else np.nan)


def _yearly_moves(sample, *names):
    sample.last_year(sample.kpi("entities"))
    moves = sum(sample.kpi(name) for name in names)
    return some(12 * moves.mean() / sample.kpi("entities").mean())


def moves(sample):
    """Moves of the zone's enterprises a firm-year."""
    return _yearly_moves(sample, "moves_within", "moves_out")


def moves_out(sample):
    """Moves out of the zone a firm-year."""
    return _yearly_moves(sample, "moves_out")


def logistics(sample):
    """Logistics cost over value added, last twelve months."""
    terms, _ = sample.run.labels("cost_term")
    by_term = sample.kpi("unit_cost_by_cost_term")
    if "logistics" not in terms:
        raise NotMeasurable("kpi", "unit_cost_by_cost_term (logistics)")
    cost = by_term[:, terms.index("logistics")] / 100 * sample.kpi("revenue")
    added = sample.last_year(sample.kpi("value_added")).sum()
    return some(sample.last_year(cost).sum() / added if added > 0 else np.nan)


def bass_innovation(sample):
    """Bass p of the digital share [1/year]."""
    return some(bass_fit(sample.kpi("digital_share"))[0])


def bass_imitation(sample):
    """Bass q of the digital share [1/year]."""
    return some(bass_fit(sample.kpi("digital_share"))[1])
