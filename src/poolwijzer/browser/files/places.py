"""Where files lie in the page, and what they are called there: by the name that the user knows.

All of it is memory of the page. What comes in lies apart until it turns out to be what it was taken for.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from poolwijzer.browser.told import tell_problem
from poolwijzer.problems import InputError, Problem

if TYPE_CHECKING:
    from poolwijzer.browser.desk import Desk

INCOMING, ANSWERS, REPORTS, LOOKS, MENUS = "binnen", "antwoorden", "verslagen", "huisstijl", "menus"
"""Folders below that of the initiatives."""
_UNUSABLE = re.compile(r"[\x00-\x1f\x7f-\x9f/\\\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""Also what turns a line around, so that a name seems to end otherwise than it does."""


def plain_name(name: str) -> str:
    """The name of a file without the folders before it, of which nothing leads elsewhere."""
    last = _UNUSABLE.sub("_", name.replace("\\", "/").rpartition("/")[2])
    return last if last.strip(". ") else "bestand"


def fresh_folder(desk: Desk, name: str) -> Path:
    """One of the folders here, empty."""
    folder = desk.folder / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def opened(desk: Desk) -> Path:
    """The file of the initiative that is open.

    Raises:
        InputError: none is, or the conversation has nothing to keep yet.
    """
    path = desk.record.saves.path if desk.record is not None else desk.file
    if path is None or not path.is_file():
        hint = "Open een bestand of een voorbeeld, of begin een gesprek."
        raise InputError(Problem("Poolwijzer", "Er is nog geen initiatief open.", hint))
    return path


def close(desk: Desk) -> None:
    """End the conversation that is open, if there is one; its answers are in its file."""
    if desk.record is not None:
        desk.record.saves.release()
        desk.record = None


@contextmanager
def told_below(folder: Path) -> Iterator[None]:
    """Have problems name files as they are called below a folder."""
    try:
        yield
    except InputError as error:
        raise InputError(as_named(error.problems, folder)) from None


def as_named(problems: tuple[Problem, ...], folder: Path) -> tuple[Problem, ...]:
    """Problems with the names of files as they are below a folder."""
    return tuple(replace(one, path=_below(one.path, folder)) for one in problems)


def _below(path: str, folder: Path) -> str:
    place = PurePosixPath(path)
    return str(place.relative_to(folder.as_posix())) if place.is_relative_to(folder.as_posix()) else path


def tell(problems: tuple[Problem, ...] | list[Problem], folder: Path) -> list[dict[str, Any]]:
    """Remarks as the page shows them: each a line as on the command line."""
    return [tell_problem(one, _where(one)) for one in as_named(tuple(problems), folder)]


def _where(problem: Problem) -> str:
    return ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part is not None)
