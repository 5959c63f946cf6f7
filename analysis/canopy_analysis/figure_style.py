"""How every figure looks: font, colours, bands, and that no glyph may be missing."""

import warnings
from contextlib import contextmanager

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
from matplotlib import font_manager  # noqa: E402

from .mistakes import FileMistake  # noqa: E402

CHINESE_FONT = "WenQuanYi Micro Hei"
# Okabe and Ito (2008): told apart by colour-blind readers
BLACK, ORANGE, SKY, GREEN, BLUE, VERMILION, PURPLE = (
    "#000000", "#E69F00", "#56B4E9", "#009E73", "#0072B2", "#D55E00", "#CC79A7")
GREY = "#7F7F7F"
BASE, POLICY = GREY, BLUE


@contextmanager
def drawing(lang):
    """Draw in one language; a missing glyph is an error, not a box."""
    known = {font.name for font in font_manager.fontManager.ttflist}
    if lang == "zh" and CHINESE_FONT not in known:
        raise FileMistake("no_font", place=CHINESE_FONT)
    fonts = [CHINESE_FONT] if lang == "zh" else ["DejaVu Sans"]
    fonts += [CHINESE_FONT] if CHINESE_FONT in known and lang != "zh" else []
    settings = {
        "font.family": fonts, "axes.unicode_minus": False, "font.size": 9, "axes.titlesize": 10,
        "axes.spines.top": False, "axes.spines.right": False, "axes.linewidth": 0.6,
        "axes.grid": True, "grid.color": "#E5E5E5", "grid.linewidth": 0.5, "axes.axisbelow": True,
        "xtick.direction": "out", "xtick.major.width": 0.6, "ytick.major.width": 0.6,
        "legend.frameon": False, "figure.dpi": 110, "savefig.dpi": 150, "svg.hashsalt": "canopy"}
    with warnings.catch_warnings(), plt.rc_context(settings):
        warnings.filterwarnings("error", message=r"Glyph .* missing from current font")
        yield


def save(figure, folder, name):
    """Write a figure as SVG and PNG under `folder` and close it."""
    figure.savefig(folder / f"{name}.svg", metadata={"Date": None, "Creator": None})
    figure.savefig(folder / f"{name}.png", metadata={"Software": None})
    plt.close(figure)


def heading(figure, title, note=""):
    """Set the title of a figure, flush left, and a grey line of explanation below it."""
    points = figure.get_figheight() * 72
    text = figure.text(0.012, 1 - 8 / points, title, ha="left", va="top", fontsize=12, weight="bold")
    room = 0.976 * figure.get_window_extent().width
    width = text.get_window_extent(figure.canvas.get_renderer()).width
    if width > room:
        text.set_fontsize(12 * room / width)
    if note:
        figure.text(0.012, 1 - 26 / points, note, ha="left", va="top", fontsize=8, color="#555555")


def below_heading(figure):
    """Return the rectangle that the heading leaves for the axes."""
    return 0, 0, 1, 1 - 44 / (figure.get_figheight() * 72)


def month_axis(axes, months):
    """Put years on the x axis of monthly series."""
    years = [row for row, month in enumerate(months) if str(month).endswith("-01")]
    step = max(1, len(years) // 6)
    if len(years) >= 2:
        axes.set_xticks(years[::step], [str(months[row])[:4] for row in years[::step]])
    else:
        rows = range(0, len(months), max(1, len(months) // 4))
        axes.set_xticks(list(rows), [str(months[row]) for row in rows])
    axes.set_xlim(-0.5, len(months) - 0.5)


def shade(axes, period, label=None):
    """Shade the policy's period."""
    axes.axvspan(period.start - 0.5, period.stop - 0.5, facecolor="#F3EBD3", edgecolor="#D8C690",
                 hatch="////", linewidth=0, alpha=0.45, zorder=0, label=label)


def empty(lang_text, title):
    """Return a figure that says why there is nothing to draw."""
    figure, axes = plt.subplots(figsize=(7, 3))
    axes.axis("off")
    heading(figure, title)
    axes.text(0.5, 0.5, lang_text, ha="center", va="center", fontsize=10, color="#555555")
    return figure
