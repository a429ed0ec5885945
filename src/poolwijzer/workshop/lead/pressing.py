"""What a key makes of a session that is led: another part, more time, or something to do beside the screen. Pure."""

from __future__ import annotations

from typing import Literal, NamedTuple

from poolwijzer.interview.keys import ANSWER_KEYS, small
from poolwijzer.interview.screens.layout import no_key
from poolwijzer.workshop.lead.course import Course, add_minute, move, pause
from poolwijzer.workshop.plan import MOST_GROUPS
from poolwijzer.workshop.session import Session


class Hold(NamedTuple):
    """The conversation of a group, to hold it here."""

    group: str
    """Its id."""


GROUP_KEYS = ANSWER_KEYS[:MOST_GROUPS]
"""What is pressed for a group: a digit, and from the tenth on a letter."""
Ask = Hold | Literal["add", "plenary", "help", "stop"]
"""What is done beside the screen."""


class LeadKey(NamedTuple):
    """Keys that mean the same."""

    presses: tuple[str, ...]
    """As a screen hears of them."""
    shown: str
    """As a person reads them."""
    foot: str
    """What they do, in a word or two."""
    told: str
    """What they do, in a sentence."""

    @property
    def short(self) -> str:
        """The first of them as it stands in the foot of a screen."""
        return {"1": "1-9", "space": "spatie", "enter": "Enter", "left": "←"}.get(self.presses[0], self.presses[0])


KEYS = {
    "onward": LeadKey(("enter", "right", "pagedown"), "Enter, → of PageDown", "verder", "gaat naar het volgende deel"),
    "back": LeadKey(("left", "pageup"), "← of PageUp", "terug", "gaat naar het vorige deel"),
    "pause": LeadKey(("space",), "spatie", "pauze", "zet de klok stil, of laat hem weer lopen"),
    "more": LeadKey(("+", "="), "+", "minuut erbij", "geeft dit deel een minuut meer"),
    "less": LeadKey(("-", "_"), "-", "minuut eraf", "geeft dit deel een minuut minder"),
    "hold": LeadKey(
        (*GROUP_KEYS, *(key.lower() for key in GROUP_KEYS if key.isalpha())),
        "1, 2, 3 …",
        "groep",
        "opent het gesprek van die groep op deze laptop; daarna komt u hier terug",
    ),
    "add": LeadKey(("i",), "i", "initiatief erbij", "schrijft bij de inleiding een initiatief op, met een groep"),
    "plenary": LeadKey(("p",), "p", "dia's", "maakt bij de afsluiting de dia's, en opent ze"),
    "help": LeadKey(("?",), "?", "uitleg", "laat deze uitleg zien"),
    "stop": LeadKey(("q",), "q", "stoppen", "stopt; gaat u vandaag verder, dan gaat de tijd door"),
}
"""By what a key means."""
NOT_PLENARY = "De dia's maakt u bij de afsluiting. Dat is het laatste deel."
NOT_INTRODUCTION = "Een initiatief erbij zetten kan bij de inleiding."
NO_GROUP = "Groep {} is er niet."
FIRST, LAST = "Dit is het eerste deel.", "Dit is het laatste deel."


class Pressed(NamedTuple):
    """What a key made of it."""

    course: Course
    ask: Ask | None = None
    said: str = ""
    """Why it did nothing."""


def press(key: str, course: Course, session: Session, now: float) -> Pressed:
    """What a key makes of the course of a session at a moment, in seconds as the course counts them."""
    minutes = session.plan.minutes
    pressed = small(key)
    meaning = next((name for name, known in KEYS.items() if pressed in known.presses), "")
    match meaning:
        case "onward" | "back":
            moved = move(course, 1 if meaning == "onward" else -1, minutes, now)
            return Pressed(moved, said="" if moved != course else LAST if meaning == "onward" else FIRST)
        case "pause":
            return Pressed(pause(course, now))
        case "more" | "less":
            return Pressed(add_minute(course, 1 if meaning == "more" else -1, minutes))
        case "hold":
            number = GROUP_KEYS.index(key.upper())
            if number < len(session.groups):
                return Pressed(course, Hold(session.groups[number].id))
            return Pressed(course, said=NO_GROUP.format(number + 1))
        case "add":
            return Pressed(course, "add") if course.part == "introduction" else Pressed(course, said=NOT_INTRODUCTION)
        case "plenary":
            return Pressed(course, "plenary") if course.part == "plenary" else Pressed(course, said=NOT_PLENARY)
        case "help" | "stop":
            return Pressed(course, "help" if meaning == "help" else "stop")
    return Pressed(course, said=no_key(key))


def keys_at(course: Course) -> dict[str, LeadKey]:
    """The keys that mean something now, the first of them first."""
    elsewhere = {"add": "introduction", "plenary": "plenary"}
    return {name: key for name, key in KEYS.items() if elsewhere.get(name, course.part) == course.part}
