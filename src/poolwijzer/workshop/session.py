"""A session as it stands: what was planned, and what each group has saved by now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Literal

from poolwijzer.assessment.model import Assessment
from poolwijzer.problems import Problem, at_most
from poolwijzer.workshop.amount import NOTHING, Amount
from poolwijzer.workshop.plan import PLAN_NAME, GroupPlan, RoomInitiative, WorkshopPlan
from poolwijzer.workshop.plan_file import PHASE

Reading = Literal["whole", "missing", "half", "unusable"]
"""What was found of a group's file: all of it; no file; one that cannot be taken as whole now, such as while it is
copied or held by another program; one that is whole and cannot be used."""

MOST_TOLD = 50
"""Files of one kind that do not count and are told of, each."""


@dataclass(frozen=True)
class Copy:
    """A file beside that of a group that may be another version of it: it is told, and never read as the group's."""

    path: Path
    saved: datetime | None
    differs: bool
    """Whether it says something else than the group's file."""
    told: Problem
    """What is said of it."""


@dataclass(frozen=True)
class Trace:
    """What tells, when a file is read again, whether it changed."""

    digest: bytes
    since: float
    """When it was first seen like this, in seconds of the clock that was given."""
    marked: bool
    """Whether it ever had the mark at its end."""


@dataclass(frozen=True)
class Group:
    """A group with what it saved."""

    id: str
    number: int
    """From 1: what stands for it in drawings."""
    plan: GroupPlan
    initiative: RoomInitiative
    path: Path
    reading: Reading
    assessment: Assessment | None
    """What its file says, or where that cannot be read now, said when it was read last; None where it never was."""
    saved: datetime | None = None
    """When its file was written last."""
    problems: tuple[Problem, ...] = ()
    """Why its file cannot be read now."""
    remarks: tuple[Problem, ...] = ()
    copies: tuple[Copy, ...] = ()
    trace: Trace | None = None
    most: Amount = NOTHING
    """The most that its file ever said."""

    @property
    def label(self) -> str:
        """What it is called."""
        return self.plan.name

    @property
    def begun(self) -> bool:
        """Whether it said something itself: the name, the region and the phase stood in its file before it."""
        said = self.assessment
        if said is None:
            return False
        known = {PHASE: self.initiative.phase}
        of_its_own = [name for name, answer in said.context.items() if known.get(name) != answer]
        return bool(of_its_own or said.initiative.municipalities) or self.analysed or self.closed

    @property
    def analysed(self) -> bool:
        """Whether it said where the initiative stands, or what to choose."""
        said = self.assessment
        return said is not None and bool(
            said.estimate or said.answers or said.responses or said.choices or said.key_question.answer
        )

    @property
    def closed(self) -> bool:
        """Whether it said something of what it takes along."""
        said = self.assessment
        return said is not None and bool(said.agreements or said.needs or any(said.highlights.model_dump().values()))

    @property
    def awaited(self) -> bool:
        """Whether it works on paper, and nothing of that was taken over yet."""
        return self.plan.on_paper and not self.begun and self.reading in ("whole", "missing")


@dataclass(frozen=True)
class Session:
    """A session with all its groups, in the order of the plan."""

    folder: Path
    plan: WorkshopPlan
    groups: tuple[Group, ...]
    remarks: tuple[Problem, ...] = ()
    """What there is to say of the folder as a whole: its plan, and files in it that belong to no group."""

    @property
    def known(self) -> tuple[tuple[Group, Assessment], ...]:
        """The groups of which something is known, each with that."""
        return tuple((group, group.assessment) for group in self.groups if group.assessment is not None)

    @property
    def files(self) -> tuple[Path, ...]:
        """What there is to read of it, the copies too: nothing is ever written over one of these."""
        own = ((group.path, *(copy.path for copy in group.copies)) for group in self.groups)
        return (self.folder / PLAN_NAME, *chain.from_iterable(own))

    def on(self, initiative: str) -> tuple[Group, ...]:
        """The groups that discuss an initiative, by its id."""
        return tuple(group for group in self.groups if group.plan.initiative == initiative)

    def attention(self) -> tuple[Problem, ...]:
        """All that a command has to tell of this folder: what was not read, what is odd, and what is not used."""
        return (*self.remarks, *(told for group in self.groups for told in _told_of(group)))


def _told_of(group: Group) -> Iterator[Problem]:
    enter = f"poolwijzer workshop enter {group.path.parent} {group.id}"
    if group.reading == "missing":
        message = f"Van {group.label} is er nog geen bestand."
        hint = f"Werkt de groep op papier? Neem het over met: {enter}" if group.plan.on_paper else ""
        yield Problem(str(group.path), message, hint)
    elif group.awaited:
        message = f"{group.label} werkt op papier. Haar uitkomst is nog niet overgenomen."
        yield Problem(str(group.path), message, f"Neem die over met: {enter}")
    yield from group.problems
    yield from group.remarks
    yield from at_most((copy.told for copy in group.copies), MOST_TOLD)
