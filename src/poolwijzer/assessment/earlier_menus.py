"""Whether answers were given to the questions of before, so that a place that rests on them is not the whole one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import chain

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.model import Assessment, Measurement
from poolwijzer.content.changes import MenuChange, is_before
from poolwijzer.content.content import Content


def find_change(moment: Assessment | Measurement, content: Content) -> MenuChange | None:
    """The newest change of the questions that came after this was answered; None if there is none.

    A recorded version of the menus decides. Without one the answers do: somebody answered what is asked no more, or
    counts no more, and nothing that came with the change.
    """
    if not moment.answers and not moment.responses:
        return None
    changes = [change for change in content.typology.changes if change.questions]
    return next((change for change in reversed(changes) if _before(moment, change, content)), None)


def new_since(change: MenuChange, content: Content) -> frozenset[str]:
    """The statements that came with a change of the questions or later, and count for the place."""
    return frozenset(
        name
        for name, statement in content.statements.items()
        if statement.axis and statement.added and statement.added >= change.date
    )


def list_missing(moment: Assessment | Measurement, change: MenuChange, content: Content) -> frozenset[str]:
    """The statements that came with a change, are on the list that was asked and have no answer."""
    new = new_since(change, content)
    asked = new if moment.questions == "volledig" else new & content.short_list
    return asked.difference(_given(moment))


def _before(moment: Assessment | Measurement, change: MenuChange, content: Content) -> bool:
    if moment.menus and not is_before(content.version, change):  # menus of one's own may still call themselves older
        known = is_before(moment.menus.version, change)
        if known is not None:
            return known
    given, (new, old) = set(_given(moment)), _on_both_sides(content, change.date)
    return given.isdisjoint(new) and not given.isdisjoint(old)


@lru_cache(maxsize=16)
def _on_both_sides(content: Content, day: date) -> tuple[frozenset[str], frozenset[str]]:
    """The statements that came on a day or later; and those of before that count no more, or are asked no more."""
    new = {name for name, statement in content.statements.items() if statement.added and statement.added >= day}
    moved = {name for name, statement in content.statements.items() if statement.block and name not in new}
    return frozenset(new), frozenset(moved | content.retired.keys())


def _given(moment: Assessment | Measurement) -> Iterator[str]:
    """Every statement that somebody answered."""
    every: Iterator[dict[str, Answer]] = chain([moment.answers], (one.answers for one in moment.responses))
    return (name for answers in every for name, answer in answers.items() if answer.given)
