"""Tables as text: aligned for a terminal (Chinese is two wide), Markdown, CSV with BOM."""

import csv
import math
import unicodedata


def width(text):
    """Columns a text takes on a terminal."""
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
               for c in text)


def aligned(header, rows, left=(0,)):
    """Return a table as lines of equal layout.

    Parameters
    ----------
    header : list of str, length column
    rows : list of list of str
    left : tuple of int
        Columns set flush left; the others are flush right.
    """
    table = [header] + rows
    widths = [max(width(row[c]) for row in table) for c in range(len(header))]

    def line(row):
        cells = []
        for c, cell in enumerate(row):
            gap = " " * (widths[c] - width(cell))
            cells.append(cell + gap if c in left else gap + cell)
        return "  ".join(cells).rstrip()

    rule = "  ".join("-" * w for w in widths)
    return "\n".join([line(header), rule] + [line(row) for row in rows])


def markdown(header, rows, left=(0,)):
    """Return a table in Markdown."""
    def line(cells):
        return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"

    rule = "|" + "|".join(":--" if c in left else "--:" for c in range(len(header))) + "|"
    return "\n".join([line(header), rule] + [line(row) for row in rows]) + "\n"


def write_csv(path, header, rows):
    """Write a CSV that spreadsheets open as UTF-8; NaN and None become empty cells."""
    with open(path, "w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for row in rows:
            writer.writerow(["" if _missing(cell) else f"{cell:.10g}" if isinstance(cell, float)
                             else cell for cell in row])


def _missing(cell):
    return cell is None or (isinstance(cell, float) and math.isnan(cell))


def decimals_for(size, figures=3):
    """Decimals that show about so many figures of a number of that size."""
    if not size or math.isnan(size) or math.isinf(size):
        return 0
    return min(max(figures - 1 - math.floor(math.log10(abs(size))), 0), 6)


def number(value, decimals=None, sign=False):
    """Return a number with thousands separators, or a dash when it is missing."""
    if _missing(value):
        return "–"
    if decimals is None:
        decimals = decimals_for(value)
    text = f"{value:{'+' if sign else ''},.{decimals}f}"
    return text if float(text.replace(",", "")) != 0 else text.lstrip("+-")
