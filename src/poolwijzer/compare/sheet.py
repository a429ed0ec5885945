"""What every part of a report on a comparison is made from, and how it says who is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from poolwijzer.compare.values import Comparison
from poolwijzer.content.content import Content
from poolwijzer.content.wording import fill_names
from poolwijzer.dutch import join_words
from poolwijzer.report.model import Depth, Line, Paragraph
from poolwijzer.report.notes import Notes
from poolwijzer.report.sentences import names_in

FEW, MANY = 3, 8
"""Up to a few are called by name everywhere; with more than many, tables turn: one a row."""
MOST_BRIEF = 5
"""So many names that are short, or dates, stand beside each other over columns."""
SHORT = 12
"""Names of so many letters are used whatever their number."""
NOUNS = {"initiatives": ("initiatief", "initiatieven"), "groups": ("groep", "groepen"), "time": ("meting", "metingen")}
EVERY = {"initiatives": "elk initiatief", "groups": "elke groep", "time": "elke meting"}


@dataclass(frozen=True)
class Sheet:
    """A comparison with all that its report needs."""

    content: Content
    found: Comparison
    """With every text that somebody typed made harmless."""
    depth: Depth
    notes: Notes

    @property
    def full(self) -> bool:
        """Whether there is room for more than a page."""
        return self.depth != "kort"

    @property
    def whole(self) -> bool:
        """Whether everything is to be said."""
        return self.depth == "volledig"

    @property
    def size(self) -> int:
        """How many are compared."""
        return len(self.found.subjects)

    @property
    def few(self) -> bool:
        """Whether all can be called by name."""
        return self.size <= FEW

    @property
    def many(self) -> bool:
        """Whether they are too many to stand side by side."""
        return self.size > MANY

    @property
    def noun(self) -> str:
        """What one of them is."""
        return NOUNS[self.found.kind][0]

    @property
    def nouns(self) -> str:
        """What they are."""
        return NOUNS[self.found.kind][1]

    @property
    def every(self) -> str:
        """All of them, each on its own."""
        return EVERY[self.found.kind]

    @property
    def all(self) -> str:
        """All of them together."""
        return f"{'beide' if self.size == 2 else 'alle'} {self.nouns}"

    @cached_property
    def _names(self) -> dict[str, str]:
        """What fills the placeholders of texts: what all have in common, or else the general words of the menus.

        Over time it is what the newest says.
        """
        general = names_in(None, self.content)
        subjects = self.found.subjects[-1:] if self.found.kind == "time" else self.found.subjects
        own = [names_in(one.assessment, self.content) for one in subjects]
        return {name: own[0][name] if len({names[name] for names in own}) == 1 else general[name] for name in general}

    def filled(self, text: str) -> str:
        """A text of the menus with its placeholders filled in."""
        return fill_names(text, self._names)

    def statement(self, name: str) -> str:
        """A statement as a group reads it; of one municipality only where each is one."""
        sizes = {one.assessment.number_of_municipalities for one in self.found.subjects}
        return self.filled(self.content.statements[name].asked_as(1 if sizes == {1} else None).text)

    def numbered(self, number: int) -> str:
        """One of them with its number, as in the picture; a measurement is known by its date."""
        label = self.found.subjects[number - 1].label
        return label if self.found.kind == "time" else f"{number}. {label}"

    def who(self, numbers: Sequence[int], *, in_short: bool = False) -> str:
        """Some of them: by name where they are few, else, or in short, by the numbers of the picture."""
        if len(numbers) == self.size:
            return self.all
        named = self._brief or (self.few and not in_short)
        return join_words([self.found.subjects[one - 1].label if named else str(one) for one in numbers], "en")

    @property
    def _brief(self) -> bool:
        """Whether names take no more room than they are worth; dates never do."""
        return self.found.kind == "time" or max(len(one.label) for one in self.found.subjects) <= SHORT

    @property
    def _head_names(self) -> bool:
        """Whether there is room for all names beside each other."""
        return self.few or (self._brief and self.size <= MOST_BRIEF)

    def heads(self) -> tuple[str, ...]:
        """The heads of their columns: names where they are few, else numbers."""
        named = self._head_names
        return tuple(one.label if named else str(number) for number, one in enumerate(self.found.subjects, 1))

    def key(self) -> str:
        """What each number stands for."""
        return ", ".join(f"{number}: {one.label}" for number, one in enumerate(self.found.subjects, 1))

    def heads_explained(self) -> tuple[Paragraph, ...]:
        """What to put before columns with those heads: what their numbers stand for."""
        return () if self._head_names else (Paragraph(Line(f"De nummers: {self.key()}."), "stil"),)

    def explained(self) -> tuple[Paragraph, ...]:
        """What to put before texts that tell who: what their numbers stand for; of many the picture tells that."""
        named = self._brief or (self.few and self.full)
        return () if named or self.many else (Paragraph(Line(f"De nummers: {self.key()}."), "stil"),)
