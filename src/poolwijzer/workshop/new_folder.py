"""Filling the folder of a new session: all of it or nothing, and never over what a group filled in."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from poolwijzer.content.content import Content
from poolwijzer.outfile import write_whole
from poolwijzer.problems import InputError, Problem
from poolwijzer.workshop.folder import group_path
from poolwijzer.workshop.plan_file import read_plan
from poolwijzer.workshop.preparation import Making, claim_group, kept_files

IGNORED = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
"""What a system puts in a folder by itself: with only that it is empty to who looks at it."""


def check_folder(folder: Path, *, force: bool) -> None:
    """Refuse a folder with anything in it, unless that may be made anew.

    Raises:
        InputError: there is something in it, or it is no folder.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError(Problem(str(folder), "Dit is een bestand en geen map.", "Kies een andere naam."))
    try:
        there = folder.is_dir() and any(one.name.lower() not in IGNORED for one in folder.iterdir())
    except OSError:
        raise InputError(Problem(str(folder), "Deze map kan niet worden gelezen.", "Kies een andere map.")) from None
    if there and not force:
        hint = "Kies een andere map, of gebruik --force om de voorbereiding opnieuw te maken."
        raise InputError(Problem(str(folder), "In deze map staat al iets.", hint))


def check_groups(folder: Path, groups: Iterable[str], content: Content) -> None:
    """Refuse a folder in which a group filled in something: of those that come now, and of those that were planned.

    Raises:
        InputError: with each file that stays as it is, or with one that somebody is busy with.
    """
    names = dict.fromkeys(groups)
    with contextlib.suppress(InputError):
        names |= dict.fromkeys(read_plan(folder, content).groups)
    if kept := kept_files(folder, names, content):
        raise InputError(kept)
    for path in (group_path(folder, name) for name in names):
        if path.exists():
            claim_group(path).release()


def write_session(files: Mapping[Path, Making], busy: Callable[[Path], None]) -> list[Path]:
    """Make every file, and only when all could be made write them, in this order.

    What was not there before is taken away again where this is broken off.

    Args:
        files: What to make.
        busy: Hears which file is being made.

    Returns:
        Where they went.

    Raises:
        InputError: a file cannot be written.
    """
    made: list[tuple[Path, bytes]] = []
    for path, make in files.items():
        busy(path)
        made.append((path, make()))
    folders = [folder for folder in dict.fromkeys(_folders(files)) if not folder.exists()]
    new = [path for path in files if not path.exists()]
    try:
        return [write_whole(path, data) for path, data in made]
    except BaseException:
        for path in new:
            with contextlib.suppress(OSError):
                path.unlink()
        for folder in reversed(folders):
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _folders(paths: Iterable[Path]) -> list[Path]:
    """The folders of files, those that hold others first."""
    return sorted({folder for path in paths for folder in path.parents}, key=lambda folder: len(folder.parts))
