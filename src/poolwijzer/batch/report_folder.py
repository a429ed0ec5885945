"""What is written of many initiatives in one folder: each under a name of its own, the same in every run.

That are their reports, or they themselves as files.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from poolwijzer.batch.inputs import INITIATIVE_SUFFIXES
from poolwijzer.dutch import make_slug
from poolwijzer.outfile import write_whole
from poolwijzer.problems import InputError, Problem


class ReportFolder:
    """Hands out names and writes. A name is fit for every system: small letters, digits and dashes."""

    def __init__(self, folder: Path) -> None:
        """What is written in a folder, which is made when the first one comes."""
        self.folder = folder
        self._taken: set[str] = set()

    def write(self, stem: str, reports: tuple[tuple[str, bytes], ...]) -> tuple[str, ...]:
        """Write the reports of one initiative, or itself.

        Returns:
            The names they got.

        Raises:
            InputError: one cannot be written.
        """
        name = self._free(stem)
        for suffix, data in reports:
            path = self.folder / f"{name}{suffix}"
            if path.is_symlink():  # where that leads nobody named: it may be what is read
                with contextlib.suppress(OSError):
                    path.unlink()
            write_whole(path, data)
        return tuple(f"{name}{suffix}" for suffix, _ in reports)

    def clear_broken_off(self) -> None:
        """Take away what a run before left of a report that it was writing when it was killed."""
        for path in self.folder.glob(".poolwijzer-*.tmp"):
            with contextlib.suppress(OSError):
                path.unlink()

    def holds(self, names: tuple[str, ...]) -> bool:
        """Whether all of these were written, also if by a run before."""
        return all((self.folder / name).is_file() for name in names)

    def keep(self, names: tuple[str, ...]) -> None:
        """These are those of an initiative that a run before wrote."""
        self._taken.update(Path(name).stem for name in names)

    def others(self) -> list[str]:
        """What stands in the folder that a batch would read as initiatives, and that no run wrote of these."""
        with contextlib.suppress(OSError):
            found = (path for path in self.folder.iterdir() if path.suffix.lower() in INITIATIVE_SUFFIXES)
            return sorted(path.name for path in found if path.stem not in self._taken)
        return []

    def _free(self, stem: str) -> str:
        wanted = make_slug(stem)
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name


def is_from(folder: Path, path: Path) -> bool:
    """Whether a file stands in a folder, not deeper."""
    return os.path.realpath(path.parent) == os.path.realpath(folder)


def check_folder(folder: Path, read: Iterable[Path], *, force: bool, called: str = "een advies") -> None:
    """Refuse a folder in which something stands already, or from which files are read.

    Args:
        folder: where something of every initiative is to come.
        read: the files that are read; never written over, whatever `force` says.
        force: whether what stands there may be replaced.
        called: what comes there, of one initiative.

    Raises:
        InputError: it is such a folder, or no folder at all.
    """
    if any(is_from(folder, path) for path in read):
        message = f"Uit deze map worden ook bestanden gelezen. {called.capitalize()} zou er een kunnen vervangen."
        raise InputError(Problem(str(folder), message, "Kies voor de uitvoer een andere map."))
    try:
        if folder.exists() and not folder.is_dir():
            raise InputError(Problem(str(folder), "Dit is een bestand en geen map.", "Kies een andere naam."))
        if not force and folder.is_dir() and any(folder.iterdir()):
            hint = "Kies een andere map, of gebruik --force om bestanden met dezelfde naam te vervangen."
            raise InputError(Problem(str(folder), "In deze map staat al iets.", hint))
    except OSError:
        raise InputError(Problem(str(folder), "Deze map is niet te lezen.", "Kies een andere map.")) from None
