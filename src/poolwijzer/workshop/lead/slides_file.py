"""The slides of a plenary as a page beside the plan: never over what somebody else made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from poolwijzer.content.content import Content
from poolwijzer.formats.registry import Theme, render_slides
from poolwijzer.infile import read_file
from poolwijzer.interview.autosave import numbered_names
from poolwijzer.outfile import write_whole
from poolwijzer.problems import InputError, Problem
from poolwijzer.version import __version__
from poolwijzer.workshop.plenary.build import build_plenary
from poolwijzer.workshop.session import Session

NAME, SUFFIX = "plenaire", ".html"


class SlidesFile:
    """The page with slides of one time that a session is led: made again it takes the place of what it was."""

    def __init__(self) -> None:
        """Nothing was made yet."""
        self._made: dict[Path, bytes] = {}

    def make(self, session: Session, content: Content, on: date) -> Path:
        """Make the slides of a session as it stands, as a page in its folder.

        Returns:
            Where it went: `plenaire.html`, numbered where something else has that name.

        Raises:
            InputError: it cannot be written, or the folder is away.
        """
        if not session.folder.is_dir():
            # Made anew it would hold the slides alone.
            message = "De map van de sessie is er nu niet."
            raise InputError(Problem(str(session.folder), message, "Zit de stick er nog in, en is er netwerk?"))
        data = render_slides(SUFFIX, build_plenary(session, content, on, __version__), Theme())
        names = numbered_names(session.folder, NAME, SUFFIX)
        path = next(path for path in names if not path.exists() or _says(path, self._made.get(path, data)))
        written = path if path.exists() and _says(path, data) else write_whole(path, data)
        self._made[written] = data
        return written


def _says(path: Path, data: bytes) -> bool:
    """Whether a file holds just this."""
    try:
        return read_file(path, len(data)) == data
    except InputError:
        return False
