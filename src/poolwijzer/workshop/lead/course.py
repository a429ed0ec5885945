"""The course of a session: which part it is at, and how long that has lasted. Pure: moments come from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from poolwijzer.workshop.plan import PARTS, Part, PartMinutes

MINUTE = 60
"""In seconds."""
MOST_ADDED = 240
"""Minutes that can be added to a part, or taken from it."""
Step = Literal[-1, 1]


@dataclass(frozen=True)
class Course:
    """Where a session is. Every moment is in seconds, counted from one and the same beginning."""

    part: Part = PARTS[0]
    since: float | None = None
    """When the clock of this part was last set going; None as long as it stands still."""
    spent: Mapping[Part, float] = field(default_factory=dict)
    """The seconds that each part took before that: who goes back to a part goes on with its time."""
    added: Mapping[Part, int] = field(default_factory=dict)
    """The minutes that were added to each part, below zero where they were taken from it."""
    begun: bool = False
    """Whether the session has begun at all."""

    @property
    def paused(self) -> bool:
        """Whether the clock was stopped."""
        return self.begun and self.since is None

    def passed(self, now: float) -> float:
        """The seconds that this part took so far; a clock that was put back counts nothing."""
        running = 0.0 if self.since is None else max(0.0, now - self.since)
        return self.spent.get(self.part, 0.0) + running

    def left(self, minutes: PartMinutes, now: float) -> float:
        """The seconds that are left of this part; below zero when its time is up."""
        return self.length(minutes) * MINUTE - self.passed(now)

    def length(self, minutes: PartMinutes) -> int:
        """How many minutes this part may take."""
        return max(0, planned(minutes, self.part) + self.added.get(self.part, 0))


def planned(minutes: PartMinutes, part: Part) -> int:
    """How many minutes were planned for a part."""
    found: int = getattr(minutes, part)
    return found


def held_parts(minutes: PartMinutes) -> tuple[Part, ...]:
    """The parts of the session: one that has no time is not there, unless none has."""
    return tuple(part for part in PARTS if planned(minutes, part)) or PARTS


def begin(minutes: PartMinutes, now: float) -> Course:
    """A session that begins now."""
    return Course(held_parts(minutes)[0], now, begun=True)


def move(course: Course, by: Step, minutes: PartMinutes, now: float) -> Course:
    """At the next part, or the one before, with its clock going; the same where there is none."""
    parts = held_parts(minutes)
    at = PARTS.index(course.part)
    beyond = [part for part in parts if (PARTS.index(part) - at) * by > 0]
    if not beyond:
        return course
    to = beyond[0] if by > 0 else beyond[-1]
    return replace(_stopped(course, now), part=to, since=now, begun=True)


def add_minute(course: Course, by: Step, minutes: PartMinutes) -> Course:
    """With a minute more for this part, or one less; no part lasts less than nothing."""
    added = course.added.get(course.part, 0) + by
    if planned(minutes, course.part) + added < 0 or abs(added) > MOST_ADDED:
        return course
    return replace(course, added={**course.added, course.part: added})


def pause(course: Course, now: float) -> Course:
    """With its clock stopped, or going on."""
    return replace(course, since=now, begun=True) if course.since is None else _stopped(course, now)


def _stopped(course: Course, now: float) -> Course:
    return replace(course, since=None, spent={**course.spent, course.part: course.passed(now)})
