"""Where a session is, as data for scripts. It tells no more than the screen: no answer, and nothing that follows.

Format history: 1 (the first). New keys do not change the number; the schema allows them.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple

from poolwijzer.report.data import make_plain
from poolwijzer.workshop.lead.course import Course
from poolwijzer.workshop.lead.progress import Stage
from poolwijzer.workshop.lead.seen import Seen
from poolwijzer.workshop.plan import Part
from poolwijzer.workshop.session import Reading

FORMAT: Literal[1] = 1


class GroupStatus(NamedTuple):
    """How far a group is."""

    id: str
    name: str
    initiative: str
    """The id of the initiative that it discusses."""
    file: str
    reading: Reading
    """What was found of its file."""
    stage: Stage
    """How far it is."""
    answered: int
    """The statements that it answered."""
    asked: int
    """The statements that it is asked; 0 as long as it did not begin."""
    words: str
    """How far it is, as the screen says it."""
    saved: str | None
    """When its file was written last, in UTC."""
    todo: tuple[str, ...]
    """What to do about its file."""


class StatusDocument(NamedTuple):
    """Where a session is."""

    format: Literal[1]
    kind: Literal["workshop-status"]
    title: str
    date: str
    part: Part
    begun: bool
    """Whether the session is led today."""
    paused: bool
    minutes: int
    """How long this part may take, with what was added."""
    seconds_left: int
    """Below zero when the time is up."""
    groups: tuple[GroupStatus, ...]
    todo: tuple[str, ...]
    """What to do about the folder as a whole."""


def status_data(course: Course, seen: Seen, now: float) -> dict[str, Any]:
    """Where a session is at a moment, in seconds as its course counts them."""
    plan = seen.session.plan
    document = StatusDocument(
        format=FORMAT,
        kind="workshop-status",
        title=plan.title,
        date=plan.date.isoformat(),
        part=course.part,
        begun=course.begun,
        paused=course.paused,
        minutes=course.length(plan.minutes),
        seconds_left=int(course.left(plan.minutes, now)),
        groups=tuple(
            GroupStatus(
                id=group.id,
                name=group.label,
                initiative=group.plan.initiative,
                file=group.path.name,
                reading=group.reading,
                stage=one.stage,
                answered=one.answered,
                asked=one.asked,
                words=one.words,
                saved=_moment(group.saved),
                todo=one.todo,
            )
            for group, one in seen.paired
        ),
        todo=seen.todo,
    )
    found: dict[str, Any] = make_plain(document)
    return found


def _moment(saved: datetime | None) -> str | None:
    return None if saved is None else f"{saved.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
