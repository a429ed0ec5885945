"""What a line that was typed says about the question that is shown, in the conversation line by line. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from poolwijzer.content.content import Content
from poolwijzer.interview.commands import AboutOption, Event, Reply
from poolwijzer.interview.keys import ALWAYS, KEYS
from poolwijzer.interview.picking import answer_row, mark_next
from poolwijzer.interview.question import AnswerItem, InterviewQuestion
from poolwijzer.report.grid_names import place_called

LETTERS: dict[str, Event] = {"": "next", "s": "next", "t": "back"}
"""What is typed for what can be asked at every question."""
LETTERS |= {KEYS[name].presses[0]: event for name in ALWAYS if (event := KEYS[name].asks)}
LETTERS |= {"uitleg": "explain", "help": "explain"}  # a screen reader may not say a question mark
SLASHES: dict[str, Event] = {f"/{key}": event for key, event in LETTERS.items() if key}
"""The same where text is typed."""


def meant_event(question: InterviewQuestion, typed: str, content: Content) -> Event | None:
    """What a line asks for; None if it says nothing that fits here."""
    key, words = typed.lower(), typed.lower().split()
    if question.shape == "card" and (found := _on_card(question, typed)) is not None:
        return found
    if found := LETTERS.get(key) or SLASHES.get(key):
        return found
    if question.step.in_a_row and key in ("n", "h"):
        return "note" if key == "n" else "hands"
    if question.asks_dots and key == "d":
        return "dots"
    match question.shape:
        case "one" if question.step.in_a_row and len(words) > 1:
            return answer_row(question, key)
        case "one":
            return next((Reply(item.value) for item in question.items if [item.key] == words), None)
        case "several" if question.others and key == "a":
            return "other"
        case "several":
            return _several(question, re.split(r"[\s,]+", typed))
        case "point":
            return _point(words, content)
    return None


def find_item(question: InterviewQuestion, typed: str) -> AnswerItem | None:
    """The answer for which this is typed: its key, or its number in the list."""
    return _by_key(question.items).get(typed)


def _by_key(items: Sequence[AnswerItem]) -> dict[str, AnswerItem]:
    numbered = {str(number): item for number, item in enumerate(items, 1)}
    return numbered | {item.key: item for item in items if item.key}


def _on_card(question: InterviewQuestion, typed: str) -> Event | None:
    if typed.lower() in ("a", "n") and typed not in [item.key for item in question.items]:
        return "other" if typed.lower() == "a" else "consider"
    if (item := find_item(question, typed.removeprefix("?").strip())) is None:
        return None
    return AboutOption(item.value) if typed.startswith("?") else mark_next(item)


def _several(question: InterviewQuestion, keys: list[str]) -> Event | None:
    if keys == ["0"]:
        return Reply(())
    items = _by_key(question.items)
    return Reply(tuple(items[key].value for key in dict.fromkeys(keys))) if set(keys) <= set(items) else None


def _point(words: list[str], content: Content) -> Event | None:
    if len(words) == 1 and (place := place_called(words[0], content)):
        return Reply(place)
    numbers = [word.replace(",", ".") for word in words]
    axes = list(content.typology.axes)
    if len(numbers) != len(axes) or not all(re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,3})?", one) for one in numbers):
        return None
    return Reply({axis: Fraction(one) for axis, one in zip(axes, numbers, strict=True)})
