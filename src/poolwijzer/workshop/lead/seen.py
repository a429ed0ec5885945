"""The folder of a session as it was seen last: what was planned, what each group saved, and how far that brings it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from poolwijzer.content.content import Content
from poolwijzer.problems import Problem
from poolwijzer.workshop.folder import read_session
from poolwijzer.workshop.lead.progress import GroupProgress, how_far
from poolwijzer.workshop.plan_file import plan_path
from poolwijzer.workshop.session import Group, Session

GONE = "De map van de sessie is nu niet te lezen. Zit de stick er nog in, en is er netwerk?"


@dataclass(frozen=True)
class Seen:
    """What was seen of a session."""

    session: Session
    progress: tuple[GroupProgress, ...]
    """How far each group is, in the order of the groups."""
    todo: tuple[str, ...] = ()
    """What there is to do about the folder as a whole, a sentence or two each."""

    @property
    def paired(self) -> Iterator[tuple[Group, GroupProgress]]:
        """Each group with how far it is."""
        return zip(self.session.groups, self.progress, strict=True)

    @property
    def needs_attention(self) -> bool:
        """Whether there is something to do about a file."""
        return bool(self.todo) or any(one.todo for one in self.progress)

    @property
    def begun(self) -> frozenset[str]:
        """The groups that may have saved something, by their ids."""
        return frozenset(group.id for group, one in self.paired if one.begun or group.reading == "unusable")


def see(folder: Path, content: Content, on: date, before: Seen | None = None) -> Seen:
    """Read the folder; what cannot be read now is as it was before.

    Raises:
        InputError: the plan cannot be read, and never could.
    """
    if before is not None and not plan_path(folder).exists():
        return replace(before, todo=(GONE,))
    session = read_session(folder, content, before.session if before else None)
    known = {group.id: (group, one) for group, one in before.paired} if before else {}

    def far(group: Group) -> GroupProgress:
        earlier, progress = known.get(group.id, (None, None))
        if earlier and progress and _is_as_before(earlier, group):
            return progress
        return how_far(group, content, on)

    return Seen(session, tuple(map(far, session.groups)), tuple(map(_told, session.remarks)))


def _is_as_before(earlier: Group, group: Group) -> bool:
    """Whether a group is as far as it was: mostly nobody saved anything, and then there is nothing to work out."""
    if group.reading in ("missing", "half"):
        # What copies a folder takes a file away for a moment: a room is not told that at once.
        return earlier.reading == "whole"
    return earlier == group


def _told(problem: Problem) -> str:
    """What is said of the folder, with the name of a file instead of its whole path."""
    return str(replace(problem, path=Path(problem.path).name))
