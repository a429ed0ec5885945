"""What the screen of a session says, as a value: the part and its time, what to do now, and how far each group is.

Before the plenary nothing here may tell a place, an answer, or anything that follows from these: a group's line says
how far it is, and what is wrong with a file only where.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from poolwijzer.dutch import count_things, join_words
from poolwijzer.interview.keys import ANSWER_KEYS
from poolwijzer.problems import harmless
from poolwijzer.workshop.lead.course import MINUTE, Course, held_parts
from poolwijzer.workshop.lead.progress import GroupProgress
from poolwijzer.workshop.lead.seen import Seen
from poolwijzer.workshop.plan import Part
from poolwijzer.workshop.session import Group, Session

TITLES: dict[Part, str] = {
    "introduction": "Inleiding",
    "acquaintance": "Kennismaken",
    "analysis": "Samen analyseren",
    "plenary": "Plenaire afsluiting",
}
TASKS: dict[Part, tuple[str, ...]] = {
    "introduction": ("Welke initiatieven zijn er in de zaal?", "Noem de naam en de regio. Wie wil erover meepraten?"),
    "acquaintance": (
        "Bespreek het initiatief met uw groep.",
        "Wat is het? Wie doen er mee, en hoe ver is het?",
        "Begin daarna met de eerste vragen, op de laptop of op papier.",
    ),
    "analysis": (
        "Waar staat het initiatief in het assenstelsel? Beantwoord samen de stellingen.",
        "Welke onderdelen van de menukaart koos het, of zou het kunnen kiezen?",
        "Wat zijn de afwegingen? Spreek tot slot af wat u gaat doen.",
    ),
    "plenary": (
        "Elke groep vertelt kort wat opviel.",
        "Hoe ging het, wat was een eye-opener, en was het de moeite waard?",
        "Waar hebt u na vandaag behoefte aan?",
    ),
}
"""What to do now, after the questions of the deck."""
TIME_UP, PAUSED = "de tijd is om", "pauze"
NO_INITIATIVES = "Er is nog geen initiatief opgeschreven."


class GroupLine(NamedTuple):
    """What the screen tells of a group."""

    key: str
    """What is pressed to hold its conversation here."""
    name: str
    initiative: str
    words: str
    """How far it is."""
    saved: str
    """When it saved last; empty where it never did."""
    attention: bool
    """Whether there is something to do about its file."""


class LeadView(NamedTuple):
    """What the screen says."""

    session: str
    part: str
    number: str
    """Which of how many parts it is: `2 van 4`."""
    left: int
    """The seconds that are left, below zero when the time is up."""
    clock: str
    """The same to read: `4:05` is left; with a plus sign it is the time since it was up."""
    begun: bool
    paused: bool
    state: str
    """What there is to know of the clock; mostly nothing."""
    tasks: tuple[str, ...]
    initiatives: tuple[str, ...]
    """What is in the room, while that is asked."""
    groups: tuple[GroupLine, ...]
    todo: tuple[str, ...]
    """What to do about files, a sentence or two each."""


def view_of(course: Course, seen: Seen, now: float, on: date, zone: tzinfo | None = None) -> LeadView:
    """What the screen says at a moment.

    Args:
        course: Where the session is.
        seen: What was seen of its folder.
        now: The moment, in seconds, counted as the course does.
        on: The day of the session.
        zone: Where the session is, for when groups saved; None where the computer is.
    """
    session, minutes = seen.session, seen.session.plan.minutes
    parts = held_parts(minutes)
    number = f"{parts.index(course.part) + 1} van {len(parts)}" if course.part in parts else ""
    left = math.ceil(course.left(minutes, now))
    return LeadView(
        session=harmless(session.plan.title),
        part=TITLES[course.part],
        number=number,
        left=left,
        clock=tell_clock(left),
        begun=course.begun,
        paused=course.paused,
        state=PAUSED if course.paused else TIME_UP if course.begun and left <= 0 else "",
        tasks=TASKS[course.part],
        initiatives=tuple(_initiatives(session)) if course.part == "introduction" else (),
        groups=tuple(_line(group, one, on, zone) for group, one in seen.paired),
        todo=tuple(map(harmless, (*seen.todo, *(told for one in seen.progress for told in one.todo)))),
    )


def tell_clock(left: int) -> str:
    """Seconds as a clock: `4:05` is left; `+0:10` has gone by since the time was up."""
    minutes, seconds = divmod(abs(left), MINUTE)
    return f"{'' if left > 0 else '+'}{minutes}:{seconds:02d}"


def _line(group: Group, progress: GroupProgress, on: date, zone: tzinfo | None) -> GroupLine:
    return GroupLine(
        key=ANSWER_KEYS[group.number - 1],
        name=harmless(group.label),
        initiative=harmless(group.initiative.name),
        words=progress.words,
        saved=tell_moment(group.saved, on, zone) if progress.begun else "",
        attention=bool(progress.todo),
    )


def tell_moment(saved: datetime | None, on: date, zone: tzinfo | None = None) -> str:
    """When something was saved: the time of today, else the day."""
    if saved is None:
        return ""
    there = saved.astimezone(zone)
    return f"{there:%H:%M}" if there.date() == on else f"{there.day}-{there.month}"


def _initiatives(session: Session) -> Iterator[str]:
    """What is in the room, a line each, with the groups that discuss it."""
    if not session.plan.initiatives:
        yield NO_INITIATIVES
    for name, one in session.plan.initiatives.items():
        region = f" ({one.region})" if one.region else ""
        votes = "" if one.votes is None else f", {count_things(one.votes, 'mens', 'mensen')}"
        groups = join_words([group.label for group in session.on(name)])
        yield harmless(f"{one.name}{region}{votes}{f': {groups}' if groups else ''}")
