"""The one way in for files of others: an ordinary file, opened without waiting, and no more of it than was asked.

What is no ordinary file, such as a pipe or a device, may never end or never begin: it is told at once. Whoever knows
what the file should be tells that it is too large, for only there is known what to do about it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from poolwijzer.problems import InputError, Problem, did_you_mean

NOT_ORDINARY = "Dit is geen gewoon bestand."
# Nothing waits for who writes into a pipe; no terminal becomes ours; no line ends change on Windows.
_FLAGS = sum(getattr(os, name, 0) for name in ("O_RDONLY", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_MAY_YOU = "Controleer of u het mag openen, en of een ander programma het niet vasthoudt."


def read_file(path: Path, largest: int) -> bytes:
    """The bytes of a file; of one that is too large one more than `largest`, so that whoever gets them sees that.

    Raises:
        InputError: There is no such file, it is none, or it cannot be read.
    """
    with open_file(path) as file:
        return file.read(largest + 1) or b""  # None where the system's own files have nothing to say yet


@contextmanager
def open_file(path: Path) -> Iterator[BinaryIO]:
    """A file to read as one goes, and from its beginning again.

    Raises:
        InputError: There is no such file, it is none, or it cannot be read, now or further on.
    """
    with _opened(path, str(path)) as file:
        try:
            yield file
        except OSError:
            raise _refused(path, "Dit bestand is niet verder te lezen.", _MAY_YOU) from None


def read_beside(folder: Path, name: str, largest: int) -> bytes:
    """The bytes of a file that another one names: in the same folder or below it, also once links are followed.

    Args:
        folder: Where it has to be.
        name: As the other file gives it.
        largest: As for `read_file`.

    Raises:
        InputError: It is elsewhere, or cannot be read. Its path is that of the file meant.
    """
    path = folder / name
    if leads_out(name):
        raise _refused(path, "Dit bestand staat in een andere map.", "Zet het in dezelfde map, en geef alleen de naam.")
    try:
        real = Path(os.path.realpath(path))
    except ValueError:
        raise _refused(path, "Dit bestand is niet te lezen.", _MAY_YOU) from None
    if not real.is_relative_to(os.path.realpath(folder)):
        message = "Dit is een koppeling naar een bestand in een andere map."
        raise _refused(path, message, "Zet het bestand zelf in deze map.")
    with _opened(real, str(path), _NO_LINK) as file:
        return file.read(largest + 1)


def leads_out(name: str) -> bool:
    """Whether a name leads out of a folder by its text alone, on any system: absolute, on a drive, or with `..`."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or not parts[0] or ":" in name


def _opened(path: Path, name: str, extra: int = 0) -> BinaryIO:
    """An ordinary file, and nothing else; asked twice, for opening a device may do something by itself.

    Raises:
        InputError: There is no such file, it is none, or it cannot be read.
    """
    try:
        _require_ordinary(path.stat(), name)
        file = os.fdopen(os.open(path, _FLAGS | extra), "rb")
    except FileNotFoundError:
        raise InputError(Problem(name, "Dit bestand bestaat niet.", _other_file(path))) from None
    except (OSError, ValueError):
        raise InputError(Problem(name, "Dit bestand is niet te lezen.", _MAY_YOU)) from None
    try:
        # What has this name may be another by now.
        _require_ordinary(os.fstat(file.fileno()), name)
    except InputError:
        file.close()
        raise
    return file


def _require_ordinary(found: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise InputError(Problem(name, "Dit is een map, geen bestand.", "Noem een bestand in die map."))
    if not stat.S_ISREG(found.st_mode):
        hint = "Een pijp of apparaat wordt niet gelezen. Bewaar het eerst als bestand, en noem dat."
        raise InputError(Problem(name, NOT_ORDINARY, hint))


def _refused(path: Path, message: str, hint: str) -> InputError:
    return InputError(Problem(str(path), message, hint))


def _other_file(path: Path) -> str:
    try:
        neighbours = [other.name for other in path.parent.iterdir()]
    except OSError:
        neighbours = []
    return did_you_mean(path.name, neighbours) or "Controleer de naam en de map."
