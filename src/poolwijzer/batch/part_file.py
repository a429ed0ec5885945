"""Files of our own beside an output: never through a link, never somebody else's, and for nobody else to read."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from poolwijzer.outfile import temporary_name
from poolwijzer.problems import InputError, Problem

# Not through a link, and without waiting for who may write into a pipe; Windows knows neither.
_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def open_own(path: Path) -> BinaryIO | None:
    """Open a file that we made before, to read it; None where it is not there, or is somebody else's.

    Raises:
        InputError: it is no regular file.
    """
    if not is_there(path):
        return None
    try:
        file = os.fdopen(os.open(path, os.O_RDONLY | _AS_IT_IS), "rb")
    except OSError:
        return None  # for others to read only, or it became a link meanwhile
    found = os.fstat(file.fileno())
    if stat.S_ISREG(found.st_mode) and (not hasattr(os, "geteuid") or found.st_uid == os.geteuid()):
        return file
    file.close()
    return None


def is_there(path: Path) -> bool:
    """Whether there is a file of this name.

    Raises:
        InputError: there is something else, such as a link.
    """
    try:
        mode = path.lstat().st_mode
    except (OSError, ValueError):
        return False  # making it will tell
    if not stat.S_ISREG(mode):
        kind = "een koppeling" if stat.S_ISLNK(mode) else "een map" if stat.S_ISDIR(mode) else "geen gewoon bestand"
        hint = "Haal het weg, of kies voor de uitvoer een andere naam."
        raise InputError(Problem(str(path), f"Hier komen tussentijdse resultaten, maar dit is {kind}.", hint))
    return True


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file that only its owner can read, which takes the place of another when all is in it.

    Raises:
        OSError: it cannot be made.
    """
    temporary = temporary_name(path)
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_IT_IS, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def open_to_add(path: Path) -> BinaryIO:
    """Open a file that we just made, to add to it and to read it back.

    Raises:
        OSError: it cannot be opened.
    """
    return os.fdopen(os.open(path, os.O_RDWR | _AS_IT_IS), "r+b")


def set_aside(path: Path) -> Path:
    """Give a file another name, beside where it was.

    Raises:
        OSError: it has to stay where it is.
    """
    names = chain([""], (f"-{number}" for number in count(2)))
    aside = next(name for extra in names if not os.path.lexists(name := path.with_name(f"{path.name}.oud{extra}")))
    return path.rename(aside)
