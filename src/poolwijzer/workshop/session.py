"""A session as it stands: what was planned, and what each group has saved by now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from poolwijzer.assessment.model import Assessment
from poolwijzer.problems import Problem
from poolwijzer.workshop.plan import GroupPlan, RoomInitiative, WorkshopPlan

Reading = Literal["whole", "missing", "half", "unusable"]
"""What was found of a group's file: all of it; no file; one that is not whole yet, such as while it is copied; one
that is whole and cannot be used."""


@dataclass(frozen=True)
class Copy:
    """A file beside that of a group that may be another version of it: it is told, and never read as the group's."""

    path: Path
    saved: datetime | None
    differs: bool
    """Whether it says something else than the group's file."""


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

    @property
    def label(self) -> str:
        """What it is called."""
        return self.plan.name


@dataclass(frozen=True)
class Session:
    """A session with all its groups, in the order of the plan."""

    folder: Path
    plan: WorkshopPlan
    groups: tuple[Group, ...]

    @property
    def readable(self) -> tuple[Group, ...]:
        """The groups of which something is known."""
        return tuple(group for group in self.groups if group.assessment is not None)

    def on(self, initiative: str) -> tuple[Group, ...]:
        """The groups that discuss an initiative, by its id."""
        return tuple(group for group in self.groups if group.plan.initiative == initiative)
