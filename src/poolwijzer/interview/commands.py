"""What a person can ask for in a conversation: a command for the script, or a wish that only the screens know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from poolwijzer.engine.results import Standing
from poolwijzer.interview.keys import ALWAYS, KEYS

Side = Literal["note", "dots", "other", "consider"]
"""A line of text that goes with a question: a note at a statement; everyone's own dot at the own estimate; at a
component a choice in the group's own words (*anders, namelijk …*), or why it was filled in like this."""

OF_LINES: frozenset[Side] = frozenset({"note", "consider"})
"""Those that may be of several lines."""


class Reply(NamedTuple):
    """An answer to the step that is shown."""

    value: object


class Keep(NamedTuple):
    """An answer to the step that is shown, which stays shown: several that are being picked, a half-written line."""

    value: object


class AnswerRow(NamedTuple):
    """Answers to this statement and the ones after it, typed at once: `4 5 w 2 3`."""

    values: tuple[str, ...]


class MarkOption(NamedTuple):
    """An option of the menu card as chosen or considered; marked the same again, it is neither."""

    option: str
    standing: Standing


class WriteBeside(NamedTuple):
    """A line of text beside the answer to the step that is shown."""

    side: Side
    text: str


class CountHands(NamedTuple):
    """The hands that went up for answers to the statement that is shown, by the value of each. That is no answer."""

    counts: Mapping[str, int]


class Jump(NamedTuple):
    """To another step, by its key."""

    key: str


Move = Literal["next", "back", "undo", "closing", "deepen", "stop"]
Command = Reply | Keep | AnswerRow | MarkOption | WriteBeside | CountHands | Jump | Move


class TypedLine(NamedTuple):
    """A line of text that was entered."""

    text: str


class EscapedLine(NamedTuple):
    """A line that someone wants to leave, with what was typed so far."""

    draft: str


class OwnEditor(EscapedLine):
    """The same, to go on with in an editor of one's own; a screen comes back with what was saved there."""


class AboutOption(NamedTuple):
    """Everything about one option of the menu card."""

    option: str


Wish = Literal["hands", "explain", "overview", "outcome", "pause", "report", "reports"]
"""What only the screens know."""
Event = Command | Side | Wish | AboutOption | TypedLine | EscapedLine
"""What a screen gives back."""

PageKeys = Mapping[str, tuple[str, Event]]
"""What can be done at a page besides reading it: the key, what it means, and what it asks for."""
READING_KEYS: PageKeys = {"enter": ("terug", "back"), "right": ("", "back"), "escape": ("", "back")}
READ_ON_KEYS: PageKeys = {"enter": ("verder", "next"), "right": ("", "next"), "escape": ("terug", "back")}


def with_common(keys: PageKeys, without: str = "") -> PageKeys:
    """What can be done at a page of the conversation: its own, and what can be done everywhere but for one of these."""
    common = {name: KEYS[name] for name in ALWAYS if name != without}
    shown = ("explain", "overview")
    found = {key.presses[0]: (key.foot if name in shown else "", key.asks) for name, key in common.items()}
    return {**keys, **{press: (foot, asks) for press, (foot, asks) in found.items() if asks and press not in keys}}
