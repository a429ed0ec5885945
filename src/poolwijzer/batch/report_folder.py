"""The reports of many initiatives in one folder: each under a name of its own, the same in every run."""

from __future__ import annotations

from pathlib import Path

from poolwijzer.dutch import slugified
from poolwijzer.outfile import write_whole
from poolwijzer.problems import InputError, Problem


class ReportFolder:
    """Hands out names and writes. A name is fit for every system: small letters, digits and dashes."""

    def __init__(self, folder: Path) -> None:
        """Reports in a folder, which is made when the first one comes."""
        self.folder = folder
        self._taken: set[str] = set()

    def write(self, stem: str, reports: tuple[tuple[str, bytes], ...]) -> tuple[str, ...]:
        """Write the reports of one initiative.

        Returns:
            The names they got.

        Raises:
            InputError: one cannot be written.
        """
        name = self._free(stem)
        for suffix, data in reports:
            write_whole(self.folder / f"{name}{suffix}", data)
        return tuple(f"{name}{suffix}" for suffix, _ in reports)

    def holds(self, names: tuple[str, ...]) -> bool:
        """Whether all of these were written, also if by a run before."""
        return all((self.folder / name).is_file() for name in names)

    def keep(self, names: tuple[str, ...]) -> None:
        """These are those of an initiative that a run before wrote."""
        self._taken.update(Path(name).stem for name in names)

    def _free(self, stem: str) -> str:
        wanted = slugified(stem)
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name


def check_folder(folder: Path) -> None:
    """Refuse a folder in which something stands already.

    Raises:
        InputError: it does, or it is no folder.
    """
    try:
        if folder.exists() and not folder.is_dir():
            raise InputError(Problem(str(folder), "Dit is een bestand en geen map.", "Kies een andere naam."))
        if folder.is_dir() and any(folder.iterdir()):
            hint = "Kies een andere map, of gebruik --force om bestanden met dezelfde naam te vervangen."
            raise InputError(Problem(str(folder), "In deze map staat al iets.", hint))
    except OSError:
        raise InputError(Problem(str(folder), "Deze map is niet te lezen.", "Kies een andere map.")) from None
