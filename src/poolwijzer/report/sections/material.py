"""What every part of a report is made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.claims import Claim, Sourced
from poolwijzer.content.content import Content
from poolwijzer.content.wording import fill_names
from poolwijzer.dutch import long_date
from poolwijzer.engine.examination import Examination
from poolwijzer.engine.results import Contribution, Placement, UncountedAnswer
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice_words import AdviceWords
from poolwijzer.report.excerpt import LONGEST, excerpt
from poolwijzer.report.facts import FactBook
from poolwijzer.report.model import Depth, Line
from poolwijzer.report.notes import Notes
from poolwijzer.report.said import Alike, Said
from poolwijzer.report.sentences import SentenceMaker, names_in


@dataclass(frozen=True)
class Material:
    """One initiative with all that was found out about it."""

    outcome: Outcome
    assessment: Assessment
    """As it is told: cleaned, and shortened where there is little room."""
    depth: Depth
    notes: Notes
    left_out: int = 0
    """How many respondents of a table could not be used."""

    @property
    def content(self) -> Content:
        """The menus."""
        return self.outcome.content

    @property
    def placement(self) -> Placement:
        """Where it stands."""
        return self.outcome.placement

    @cached_property
    def advice(self) -> AdviceWords:
        """What follows from that, in words."""
        return AdviceWords(self.outcome)

    @property
    def sentences(self) -> SentenceMaker:
        """What words the rest."""
        return self.advice.sentences

    @property
    def examination(self) -> Examination:
        """How hard the placement is, and who said what."""
        return self.outcome.examination

    @cached_property
    def _names(self) -> dict[str, str]:
        return names_in(self.assessment, self.content, self.outcome.mode)

    def fill(self, text: str) -> str:
        """A text of the menus with its placeholders filled in."""
        return fill_names(text, self._names)

    def line(self, text: str, claim: Sourced) -> Line:
        """A claim of the menus: filled in, with its notes, and with a warning once it has run out."""
        return self.notes.line(self.dated(self.fill(text), claim.last_day(self.outcome.on)), claim)

    def dated(self, text: str, expired: date | None) -> str:
        """A text, with a warning where what it rests on ran out on a date."""
        if expired is None:
            return text
        return f"{text} {self.content.typology.expired.replace('{datum}', long_date(expired))}"

    @cached_property
    def facts(self) -> FactBook:
        """The facts of law, money and dates that were told and are referred to."""
        return FactBook(self.content, self.outcome.on, self.notes, self.fill, self.depth, apart=True)

    def claims(self, claims: Iterable[Claim]) -> tuple[Line, ...]:
        """Claims of the menus as lines; what is the text of a fact is referred to."""
        return self.facts.claims(claims, self.line)

    @cached_property
    def said(self) -> Said:
        """What the report said so far."""
        as_typed = names_in(self.outcome.assessment, self.content)
        return Said({*self._names.values(), *as_typed.values()})

    @cached_property
    def steps(self) -> Alike:
        """The steps that the report told so far."""
        return Alike()

    @cached_property
    def answers(self) -> dict[str, Contribution | UncountedAnswer]:
        """What was answered to each statement, also to those that do not count for the place."""
        placed = self.placement
        told: list[Contribution | UncountedAnswer] = []
        for block in placed.blocks.values():
            told += block.answers
        for place in placed.axes.values():
            told += place.contributions
        return {entry.statement: entry for entry in told}

    @property
    def full(self) -> bool:
        """Whether there is room for more than a page."""
        return self.depth in ("gewoon", "volledig")

    @property
    def whole(self) -> bool:
        """Whether everything is to be said, also of what does not fit."""
        return self.depth == "volledig"

    def brief(self, text: str, longest: int = LONGEST) -> str:
        """A text of what somebody typed, cut at a word where there is only a page for all."""
        return text if self.full else excerpt(text, min(LONGEST, longest))
