"""What people do in the page as commands for the conversation. What comes in may be anything: it is checked here."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, get_args

from poolwijzer.interview.commands import (
    AnswerRow,
    Command,
    CountHands,
    Jump,
    Keep,
    MarkOption,
    Move,
    Reply,
    Side,
    WriteBeside,
)
from poolwijzer.interview.picking import among_several, answer_row, mark_next
from poolwijzer.interview.question import AnswerItem, InterviewQuestion
from poolwijzer.interview.steps.step import NOT_HERE, Refused

STANDINGS = ("gekozen", "overwogen")
LARGEST = 1_000_000
"""Beyond any number that means something here."""
NO_ROW = "Dit is geen rij antwoorden, zoals 4 5 w 2 3."


def read_event(event: object, question: InterviewQuestion) -> Command | None:
    """The command that an event of the page stands for, at the question that is shown; None where all is so already.

    Raises:
        Refused: it is none, or none that goes with this question.
    """
    if not isinstance(event, Mapping):
        raise Refused(NOT_HERE)
    match dict(event):
        case {"do": str(move)} if move in get_args(Move):
            return move  # type: ignore[return-value]
        case {"do": "jump", "key": str(key)}:
            return Jump(key)
        case {"do": "reply", "value": str(value)} if question.shape in ("one", "text"):
            return Reply(value)
        case {"do": "keep", "text": str(text)} if question.shape == "text":
            return Keep(text)
        case {"do": "row", "typed": str(typed)} if question.step.in_a_row:
            return _row(question, typed)
        case {"do": "point", "place": dict(place)} if question.shape == "point":
            return Reply({str(axis): _exact(at) for axis, at in place.items()})
        case {"do": "toggle", "value": str(value)} if question.shape == "several":
            return _toggled(question, value)
        case {"do": "mark", "option": str(option), "as": str(standing)} if question.shape == "card":
            return _marked(_item(question, option), standing)
        case {"do": "mark-next", "option": str(option)} if question.shape == "card":
            return mark_next(_item(question, option))
        case {"do": "beside", "side": str(side), "text": str(text)} if side in get_args(Side):
            return WriteBeside(side, text)  # type: ignore[arg-type]
        case {"do": "hands", "counts": dict(counts)}:
            return CountHands({str(value): _whole(count) for value, count in counts.items()})
    raise Refused(NOT_HERE)


def typed_with(event: object) -> str:
    """What stood in the field of the question when someone went elsewhere."""
    typed: Any = event.get("typed", "") if isinstance(event, Mapping) else ""
    return typed if isinstance(typed, str) else ""


def _row(question: InterviewQuestion, typed: str) -> AnswerRow:
    if (row := answer_row(question, typed.strip().lower())) is None:
        raise Refused(NO_ROW)
    return row


def _toggled(question: InterviewQuestion, value: str) -> Keep:
    found = among_several(question, _item(question, value))
    if isinstance(found, str):
        raise Refused(found)
    return found


def _item(question: InterviewQuestion, value: str) -> AnswerItem:
    found = next((item for item in question.items if item.value == value), None)
    if found is None:
        raise Refused(NOT_HERE)
    return found


def _marked(item: AnswerItem, standing: str) -> MarkOption | None:
    """An option marked so; the script takes a mark away where it is put a second time."""
    if standing not in (*STANDINGS, ""):
        raise Refused(NOT_HERE)
    if standing == item.standing:
        return None
    return MarkOption(item.value, standing or item.standing)  # type: ignore[arg-type]


def _exact(at: object) -> Fraction:
    """A number of the page as it was meant: 2.5 and not what lies nearest to it."""
    if isinstance(at, bool) or not isinstance(at, int | float) or not math.isfinite(at) or abs(at) > LARGEST:
        raise Refused("Wijs een plek aan op beide assen.")
    return Fraction(str(at))


def _whole(count: object) -> int:
    if isinstance(count, bool) or not isinstance(count, int) or abs(count) > LARGEST:
        raise Refused("Geef een aantal handen als een heel getal.")
    return count
