"""Reading the folder of a session while groups save in it: a file is taken as a whole, or not at all."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from poolwijzer.content.content import Content
from poolwijzer.problems import InputError, Problem, at_most
from poolwijzer.workshop.clock import Clock
from poolwijzer.workshop.copies import tell_copies, tell_strays
from poolwijzer.workshop.group_file import REST, SUFFIX, group_path, read_group
from poolwijzer.workshop.neighbours import list_neighbours
from poolwijzer.workshop.plan import PLAN_NAME, WorkshopPlan
from poolwijzer.workshop.plan_file import plan_path, read_plan
from poolwijzer.workshop.session import MOST_TOLD, Session
from poolwijzer.workshop.whole import END, is_whole
from poolwijzer.yamlfile import read_bytes

__all__ = ["END", "PATIENCE", "SUFFIX", "group_path", "is_whole", "read_session"]

PATIENCE = 3.0
"""Seconds that making something of a session may wait, for all groups together."""
PAUSE = 0.25
"""Seconds between two looks."""


def read_session(
    folder: Path, content: Content, before: Session | None = None, *, patience: float = 0.0, clock: Clock | None = None
) -> Session:
    """Read the plan and every group's file.

    Our own programs put a file in its place at once. What copies the folder, such as OneDrive, a stick or a network
    share, does not, and somebody may write in a file by hand. What is taken as truth:

    - A file that ends with the mark `...` on a line of its own, and whose bytes do not change while they are read.
    - A file without that mark, only where it ends with a whole line, can be read, and was at rest: the same bytes were
      seen twice, and it changed last more than `group_file.REST` seconds ago. It is told that the mark is not there.
      Not where it had the mark before: then a part of it is missing.
    - Never what has something behind the mark, zeros in it, or the mark and nothing else.
    - Never a file of another name: copies are told, and so is what belongs to no group.

    What cannot be read now keeps what it said in `before`. One thing is not seen: two versions through each other that
    together are a file that can be read, with a mark. Our own saves cannot make it, nor does any tool we know.

    Args:
        folder: The folder of the session.
        content: The menus.
        before: The session as it was read last: for what cannot be read now, and to tell what got less.
        patience: Seconds to wait, for all groups together, for a file that is not whole yet.
        clock: What tells the time and waits.

    Raises:
        InputError: there is no plan, or it cannot be used. What is wrong with a group's file stands with the group.
    """
    clock = clock or Clock()
    until, first = clock.now() + patience, True
    while True:
        left = until - clock.now()
        try:
            session = _read_once(folder, content, before, clock)
        except InputError:
            if left <= 0 or not _may_come(folder, clock):
                raise
        else:
            # A sync tool may take a file away before it puts the new one there.
            gone = any(group.reading == "missing" and not group.plan.on_paper for group in session.groups)
            half = any(group.reading == "half" for group in session.groups)
            if left <= 0 or not (half or (first and gone) or _settles(plan_path(folder), clock)):
                return session
            before = session
        first = False
        clock.sleep(min(PAUSE, left))


def _read_once(folder: Path, content: Content, before: Session | None, clock: Clock) -> Session:
    plan, remarks = _read_plan(folder, content, before)
    known = {group.id: group for group in before.groups} if before else {}
    groups = [read_group(folder, plan, name, content, known.get(name), clock) for name in plan.groups]
    neighbours = list_neighbours(folder, plan)
    told = (replace(group, copies=tell_copies(group, neighbours, known.get(group.id), content)) for group in groups)
    return Session(folder, plan, tuple(told), (*remarks, *at_most(tell_strays(neighbours), MOST_TOLD)))


def _read_plan(folder: Path, content: Content, before: Session | None) -> tuple[WorkshopPlan, tuple[Problem, ...]]:
    """The plan; where it cannot be read now, that of before."""
    try:
        plan = read_plan(folder, content)
    except InputError as error:
        if before is None:
            raise
        return before.plan, error.problems
    if before and len(plan.groups) < len(before.plan.groups) and not _ends(plan_path(folder)):
        message = "In workshop.yaml staan nu minder groepen dan eerst, en de laatste regel (...) is er niet."
        hint = "Poolwijzer gaat verder met de groepen van eerst. Hoort het zo? Zet onderaan een regel met ... erin."
        return before.plan, (Problem(str(plan_path(folder)), message, hint),)
    return plan, ()


def _may_come(folder: Path, clock: Clock) -> bool:
    """Whether a plan that cannot be read now may be there in a moment; not in a folder that is of no session."""
    path = plan_path(folder)
    if path.exists() and not path.is_file():
        return False  # who opens a pipe waits for who writes into it
    try:
        path.open("rb").close()
    except (FileNotFoundError, NotADirectoryError):
        with suppress(OSError):
            names = [one.name for one in folder.iterdir()]
            return any(PLAN_NAME in name or name.startswith("groep-") for name in names)
        return False
    except OSError:
        return True
    return _settles(path, clock)


def _settles(path: Path, clock: Clock) -> bool:
    """Whether the plan may not be whole yet: it was written just now, and its mark is not there."""
    with suppress(OSError):
        return abs(clock.now() - path.stat().st_mtime) < REST and not _ends(path)
    return False


def _ends(path: Path) -> bool:
    with suppress(InputError):
        return is_whole(read_bytes(path))
    return False
