"""A group with all that was found out about it, and its place in a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from poolwijzer.compare.sheet import SHORT
from poolwijzer.content.content import Content
from poolwijzer.dutch import NO_BREAK_SPACE, count_things, join_words
from poolwijzer.engine.results import Placement
from poolwijzer.outcome import Outcome
from poolwijzer.report import words
from poolwijzer.report.notes import Notes
from poolwijzer.report.sections.material import Material
from poolwijzer.report.typed_text import sanitize, sanitize_text
from poolwijzer.workshop.session import Group, Session

NO_PLACE, UNKNOWN = "nog geen plek", "nog niet bekend"
BORDER = "op de grens"
DIVIDED = "verdeeld"
OWN_ESTIMATE, ONLY_ESTIMATE = "op eigen inschatting", "alleen een eigen inschatting"


@dataclass(frozen=True)
class GroupTold:
    """A group, and what its file says worked out; what it saved may be nothing at all."""

    group: Group
    content: Content
    on: date

    @cached_property
    def material(self) -> Material | None:
        """What everything that is told of it is made from; None where nothing is known."""
        if self.group.assessment is None or self.group.awaited:
            return None
        outcome = Outcome(self.content, self.group.assessment, self.on)
        return Material(outcome, sanitize(outcome.assessment), "volledig", Notes(self.content.sources))

    @property
    def placement(self) -> Placement | None:
        """Where it stands."""
        return self.material.placement if self.material else None

    @property
    def needs(self) -> tuple[str, ...]:
        """What it wants next."""
        return tuple(need for need in self.material.assessment.needs if need.strip()) if self.material else ()

    @property
    def says_something(self) -> bool:
        """Whether there is anything to hold beside what another group says."""
        if self.material is None:
            return False
        said = self.material.assessment
        return bool(self.material.placement.in_play or said.answers or said.choices)

    @property
    def number(self) -> int:
        """What stands for it in the drawing."""
        return self.group.number

    @property
    def label(self) -> str:
        """What it is called, with its number."""
        name = one_line(self.group.label)
        return name if re.search(rf"(?<!\d){self.number}(?!\d)", name) else f"{self.number}. {name}"

    @property
    def in_short(self) -> str:
        """The same in a sentence: where that is long, by the number alone; on one line."""
        name = self.label if len(self.label) <= SHORT else f"groep {self.number}"
        return name.replace(" ", NO_BREAK_SPACE)

    @property
    def initiative(self) -> str:
        """The initiative that it discusses."""
        return one_line(self.group.initiative.name)

    @property
    def title(self) -> str:
        """The head of what is told of it."""
        return f"{self.label} · {self.initiative}"

    @property
    def known_as(self) -> str:
        """Who its number stands for: the initiative, behind its name where that is more than its number."""
        name = one_line(self.group.label)
        return self.initiative if re.fullmatch(rf"groep {self.number}", name.lower()) else f"{name}, {self.initiative}"

    def in_a_word(self) -> str:
        """Its place in short, for a legend."""
        if self.placement is None:
            return UNKNOWN
        if not self.placement.in_play:
            return NO_PLACE
        if self.placement.source == "eigen-inschatting":
            return ONLY_ESTIMATE
        place = where(self.placement, self.content, in_short=True)
        return f"{place}, voorlopig" if self.placement.status == "voorlopig" else place

    def place(self, *, in_short: bool = False) -> Iterator[str]:
        """Its place with how sure it is, each part on its own: the most important first.

        Args:
            in_short: Whether it is left out how many statements were answered, where there is a place.
        """
        placement = self.placement
        if placement is None:
            yield f"plek {UNKNOWN}"
            return
        answered, asked = words.count_answered(placement)
        statements = count_things(asked, "stelling", "stellingen")
        if not placement.in_play:
            rests = f": {answered} van de {statements} beantwoord" if asked else ""
            yield f"{NO_PLACE}{rests}"
            return
        yield where(placement, self.content)
        if placement.divided:
            yield DIVIDED
        if placement.source == "eigen-inschatting":
            answered = sum(axis.answered for axis in placement.axes.values())
            asked = sum(axis.asked for axis in placement.axes.values())
            rests = f": {answered} van de {count_things(asked, 'stelling', 'stellingen')}"
            yield f"{OWN_ESTIMATE}{rests if answered and not in_short else ''}"
        elif placement.status == "voorlopig":
            yield "voorlopig" if in_short else f"voorlopig: {answered} van de {statements}"


def where(placement: Placement, content: Content, *, in_short: bool = False) -> str:
    """The quadrants in play in words, of two that it is on the border."""
    titles = [content.typology.quadrants[name].title for name in placement.in_play]
    if len(titles) == 2:
        return BORDER if in_short else f"{BORDER} van {join_words(titles, 'en')}"
    return words.headline(placement, content)


def tell_groups(session: Session, content: Content, on: date) -> tuple[GroupTold, ...]:
    """Every group of a session, in order."""
    return tuple(GroupTold(group, content, on) for group in session.groups)


def one_line(text: str) -> str:
    """A name as it stands in a title."""
    return sanitize_text(" ".join(text.split()))
