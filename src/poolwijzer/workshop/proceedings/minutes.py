"""What a report of a session is made from: every group with what was found out about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from poolwijzer.assessment.model import Agreement, Assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import fold_text
from poolwijzer.outcome import Outcome
from poolwijzer.report.excerpt import LONGEST_NAME, excerpt, shorten_texts
from poolwijzer.report.notes import Notes
from poolwijzer.report.sections.material import Material
from poolwijzer.report.typed_text import sanitize, sanitize_line
from poolwijzer.workshop.needs import Need, count_needs
from poolwijzer.workshop.session import Group, Session

SHORT_LABEL = 40
"""Letters of what a group is called, where it stands in a sentence or a table."""
LONG_OPTION = 120
"""Letters that a page repeats of an option that a group added itself."""
ON_PAPER = "Deze groep werkte op papier. De antwoorden zijn nog niet overgenomen."
NO_FILE = "Van deze groep is er geen bestand."
NOT_WHOLE = "Het bestand van deze groep is nog niet heel."
NOT_READ = "Het bestand van deze groep is niet te lezen."
NOTHING_SAID = "Deze groep heeft nog niets ingevuld."
NOT_HERE = "Daarom staat hier niets over het gesprek."
AS_BEFORE = "Hier staat wat er eerder in stond."


@dataclass(frozen=True)
class Minutes:
    """What is told of one group."""

    group: Group
    typed: Assessment | None
    """What it said, as it was typed; None where nothing is known."""
    material: Material | None
    """The same with what was found out about it, cut to what a page has room for."""
    label: str
    """What it is called, on one line, and unlike any other."""

    @property
    def number(self) -> int:
        """What stands for it in drawings."""
        return self.group.number

    @property
    def initiative(self) -> str:
        """The initiative that it discussed, as the group calls it, or else the plan."""
        name = self.typed.initiative.name if self.typed else self.group.initiative.name
        return excerpt(sanitize_line(name), LONGEST_NAME)

    @property
    def region(self) -> str:
        """The region of that."""
        region = (self.typed.initiative.region if self.typed else "") or self.group.initiative.region
        return excerpt(sanitize_line(region), LONGEST_NAME)

    @property
    def has_answered(self) -> bool:
        """Whether there is an answer or an own estimate, of which a place can follow."""
        said = self.typed
        return said is not None and bool(said.answers or said.responses or said.estimate.places)

    @property
    def has_said(self) -> bool:
        """Whether there is anything at all that it said."""
        return self.group.analysed or self.group.closed

    @property
    def trouble(self) -> str:
        """What a reader has to know before the rest; empty where all is as usual."""
        reading = self.group.reading
        if reading == "whole":
            if self.group.awaited:
                return f"{ON_PAPER} {NOT_HERE}"
            return "" if self.has_said else NOTHING_SAID
        known = {
            "missing": ON_PAPER if self.group.plan.on_paper else NO_FILE,
            "half": NOT_WHOLE,
            "unusable": NOT_READ,
        }
        return f"{known[reading]} {AS_BEFORE if self.has_said else NOT_HERE}"


@dataclass(frozen=True)
class Agreed:
    """An agreement of a group; who or when is empty where that is still open."""

    minutes: Minutes
    agreement: Agreement


@dataclass(frozen=True)
class SessionMinutes:
    """A session with what is told of each group, in the order of the plan."""

    session: Session
    content: Content
    on: date
    groups: tuple[Minutes, ...]

    @property
    def title(self) -> str:
        """Of the session, on one line."""
        return sanitize_line(self.session.plan.title)

    @property
    def place(self) -> str:
        """Where it was, on one line; may be empty."""
        return sanitize_line(self.session.plan.place)

    @property
    def people(self) -> int:
        """How many people sat at the tables; of groups that the plan does not count none."""
        return sum(one.group.plan.people or 0 for one in self.groups)

    def agreements(self) -> tuple[Agreed, ...]:
        """Every agreement, group by group."""
        return tuple(Agreed(one, made) for one in self.groups if one.typed for made in one.typed.agreements)

    def wanted(self) -> tuple[Need[Minutes], ...]:
        """What people want next, what most groups said first; in the order of the menus where as many said so."""
        said = ((one, map(sanitize_line, one.typed.needs)) for one in self.groups if one.typed)
        asked = (need for need in count_needs(said, self.content) if need.groups)
        return tuple(sorted(asked, key=lambda need: -len(need.groups)))


def _with_short_options(assessment: Assessment) -> Assessment:
    """With less of what a group added to the options: it stands in a row of them."""
    choices = {
        name: choice.model_copy(update={"other": tuple(excerpt(text, LONG_OPTION) for text in choice.other)})
        for name, choice in assessment.choices.items()
    }
    return assessment.model_copy(update={"choices": choices})


def take_minutes(session: Session, content: Content, on: date) -> SessionMinutes:
    """Find out about every group what a report tells of it.

    Args:
        session: As it was read.
        content: The menus.
        on: The date that all is judged on.
    """
    labels = [excerpt(sanitize_line(group.label), SHORT_LABEL) for group in session.groups]
    alike = Counter(fold_text(label) for label in labels)
    apart = (
        label if alike[fold_text(label)] == 1 else f"{label} ({group.number})"
        for label, group in zip(labels, session.groups, strict=True)
    )
    groups = tuple(_of_group(group, label, content, on) for group, label in zip(session.groups, apart, strict=True))
    return SessionMinutes(session, content, on, groups)


def _of_group(group: Group, label: str, content: Content, on: date) -> Minutes:
    if group.assessment is None:
        return Minutes(group, None, None, label)
    typed = sanitize(group.assessment)
    outcome = Outcome(content, group.assessment, on)
    short = _with_short_options(sanitize(shorten_texts(group.assessment)))
    return Minutes(group, typed, Material(outcome, short, "kort", Notes({})), label)
