"""What lies in the folder of a session beside the files of the groups, and of whose file a name makes it a copy."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from poolwijzer.copynames import IN_PASSING, copied_name
from poolwijzer.infile import read_file
from poolwijzer.problems import InputError
from poolwijzer.workshop.group_file import group_path
from poolwijzer.workshop.plan import PLAN_NAME, WorkshopPlan
from poolwijzer.workshop.plan_file import plan_path

SUFFIXES = (".yaml", ".yml")
_PLAN = Path(PLAN_NAME).stem
_HEAD = 2000
_FORMAT = re.compile(rb"(?m)^(?:\xef\xbb\xbf)?poolwijzer[ \t]*:")
MOST_LOOKED = 500
"""Files with a name of their own that are opened to see whether they are meant for the session, at each look."""


class Neighbour(NamedTuple):
    """A file beside those of the session."""

    path: Path
    group: str
    """The id of the group of whose file it may be a copy; empty where it is of none."""
    of_the_plan: bool
    """Whether it may be a copy of the plan."""


def list_neighbours(folder: Path, plan: WorkshopPlan) -> tuple[Neighbour, ...]:
    """The files that the session does not read and that may be meant for it, by name; none where nothing is listed."""
    try:
        # What each file is, is asked of it later: it may be gone by then.
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        return ()
    own = [plan_path(folder), *(group_path(folder, name) for name in plan.groups)]
    names = {path.name for path in own}
    found, looked = [], 0
    for path in paths:
        if path.name in names or path.name.startswith(IN_PASSING) or path.suffix.lower() not in SUFFIXES:
            continue
        if any(path.name.casefold() == one.name.casefold() and _same(path, one) for one in own):
            continue  # a disk that knows no capitals
        of = copied_name(path.stem, (*plan.groups, _PLAN))
        looked += not of
        if of or (looked <= MOST_LOOKED and _looks_like_ours(path)):
            found.append(Neighbour(path, "" if of == _PLAN and of not in plan.groups else of, of == _PLAN))
    return tuple(found)


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return os.path.samefile(one, other)  # noqa: PTH121 - that of Path is the same
    return False


def _looks_like_ours(path: Path) -> bool:
    with suppress(InputError):
        return bool(_FORMAT.search(read_file(path, _HEAD)))
    return False
