"""The screen of a session in lines: all of it, or what is new, for who listens and for a program that reads along."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.interview.progress import count_minutes
from poolwijzer.workshop.lead.course import MINUTE
from poolwijzer.workshop.lead.view import GroupLine, LeadView

TOLD_AT = (5, 1)
"""The minutes that are left when it is told that they are."""


def tell_all(view: LeadView) -> Iterator[str]:
    """All that the screen says."""
    yield view.session
    yield from tell_part(view)
    for one in view.groups:
        yield tell_group(one)
    yield from map(_tell_todo, view.todo)


def tell_part(view: LeadView) -> Iterator[str]:
    """The part, its time, and what to do now."""
    yield f"{f'Deel {view.number}: ' if view.number else ''}{view.part}. {tell_left(view)}"
    yield from view.tasks
    yield from (f"- {told}" for told in view.initiatives)


def tell_left(view: LeadView) -> str:
    """The time that is left, in whole minutes."""
    minutes = -(-abs(view.left) // MINUTE) if view.left > 0 else -view.left // MINUTE
    if not view.begun:
        return f"Dit duurt {count_minutes(minutes)}. De sessie is nog niet begonnen."
    if view.left > 0:
        left = f"Nog {count_minutes(minutes)}."
    else:
        left = f"De tijd is om{f', {count_minutes(minutes)} geleden' if minutes else ''}."
    return f"{left} De klok staat stil." if view.paused else left


def tell_group(one: GroupLine) -> str:
    """A group, in a line."""
    begin = f"{one.key} {one.name}, {one.initiative}: {one.words}"
    return f"{begin} (bewaard {one.saved})" if one.saved else begin


def tell_news(before: LeadView, view: LeadView) -> Iterator[str]:
    """What is new since before; mostly nothing."""
    if (view.part, view.initiatives) != (before.part, before.initiatives):
        yield from tell_part(view)
    elif view.paused != before.paused or _passed(before.left, view.left):
        yield tell_left(view)
    known = {one.key: one for one in before.groups}
    for one in view.groups:
        if one.key not in known or (one.name, one.words) != (known[one.key].name, known[one.key].words):
            yield tell_group(one)
    yield from (_tell_todo(told) for told in view.todo if told not in before.todo)


def _passed(before: int, left: int) -> bool:
    """Whether a moment went by at which the time is told, or minutes were added or taken."""
    told = any(before > minutes * MINUTE >= left for minutes in (*TOLD_AT, 0))
    return told or abs(before - left) >= MINUTE


def _tell_todo(told: str) -> str:
    return f"Let op: {told}"
