"""What a run file is: its provenance and its yearly table."""

import numpy as np

from .measures import measure_of
from .run_file import RunFile, as_text
from .run_set import span
from .table_text import aligned, decimals_for, number
from .words import say, shown_unit


def yearly(values, months, kind):
    """Reduce a monthly series to years.

    Parameters
    ----------
    values : ndarray, shape (month,)
    months : ndarray of datetime64[M], shape (month,)
    kind : str
        "stock": the last month of the year; "flow": the sum; "ratio": the mean.

    Returns
    -------
    dict of {int: float}
    """
    years = months.astype("datetime64[Y]").astype(int) + 1970
    result = {}
    for year in np.unique(years):
        part = values[years == year]
        known = part[np.isfinite(part)]
        if kind == "stock":
            result[int(year)] = float(part[-1])
        else:
            result[int(year)] = float("nan") if not known.size else float(
                known.sum() if kind == "flow" else known.mean())
    return result


def info(path, lang):
    """Return (text, dict) of a run file: root attributes and the yearly table."""
    with RunFile(path) as run:
        attributes = {key: as_text(value) for key, value in sorted(run.attributes.items())}
        attributes["months"] = span(run.months)
        table, rows = {}, []
        for name in run.kpi_names():
            values = run.kpi(name)
            if values.ndim == 1:
                measure = measure_of(run, name)
                by_year = yearly(values, run.months, measure.kind)
                table[name] = {"unit": measure.unit, "kind": measure.kind, "years": by_year}
                scale, unit = shown_unit(measure.unit, lang)
                level = max((abs(scale * v) for v in by_year.values() if np.isfinite(v)), default=0)
                rows.append([measure.label(lang), unit,
                             *(number(scale * v, decimals_for(level)) for v in by_year.values())])
        years, counts = np.unique(run.months.astype("datetime64[Y]").astype(str), return_counts=True)
    header = [say(lang, "measure"), say(lang, "unit"),
              *(year + ("" if n == 12 else "*") for year, n in zip(years, counts))]
    partial = [f"{year}: {n}" for year, n in zip(years, counts) if n < 12]
    width = max(map(len, attributes))
    text = "\n".join(f"{key:<{width}}  {value}" for key, value in attributes.items())
    text += "\n\n" + aligned(header, rows, (0, 1))
    if partial:
        text += "\n" + say(lang, "partial_year", months=", ".join(partial))
    return text, {"attributes": attributes, "yearly": table}
