"""Libraries that only studies need: loaded when used, asked for by package when absent."""

from importlib import import_module

from .mistakes import FileMistake

PACKAGES = {"openturns": "python3-openturns", "sklearn.tree": "python3-sklearn", "tomli_w": "python3-tomli-w"}


def library(name):
    """Import a library, or say which package of Debian holds it."""
    try:
        module = import_module(name)
    except ImportError as problem:
        raise FileMistake("no_library", place=name, package=PACKAGES[name], reason=problem) from None
    if name == "openturns":
        module.Log.Show(module.Log.NONE)
    return module
