"""Results appear whole or not at all: built beside, then renamed."""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path

from .mistakes import FileMistake


@contextmanager
def whole_folder(folder):
    """Give a folder to build in; its files move into `folder` when all are written.

    Parameters
    ----------
    folder : Path
        May exist and hold other things; files of the same name are replaced.

    Yields
    ------
    Path
        A fresh folder on the same file system, removed again on failure.
    """
    folder = Path(folder)
    part = folder / f".part-{os.getpid()}"
    try:
        part.mkdir(parents=True)
        yield part
        for file in sorted(part.rglob("*")):
            target = folder / file.relative_to(part)
            if file.is_dir():
                target.mkdir(exist_ok=True)
            else:
                os.replace(file, target)
    except OSError as problem:
        raise FileMistake("cannot_write", place=problem.filename or folder,
                          reason=problem.strerror or str(problem)) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
