"""What a person can ask for at a question besides answering it. The script knows nothing of these."""

from __future__ import annotations

from typing import Literal, NamedTuple

from poolwijzer.interview.script import Command

Wish = Literal["note", "hands", "explain", "overview", "outcome", "consider", "other", "report"]


class Typed(NamedTuple):
    """A line of text that was entered."""

    text: str


class Escaped(NamedTuple):
    """A line that someone wants to leave, with what was typed so far."""

    draft: str


class About(NamedTuple):
    """Everything about one option of the menu card."""

    option: str


Event = Command | Wish | About | Typed | Escaped
"""What a screen gives back: a command for the script, or a wish."""
