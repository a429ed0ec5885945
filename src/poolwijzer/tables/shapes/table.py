"""What turning a table into the usual shape starts from: its rows, and what headers mean in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.tables.columns import clean_cell
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.headers import MOST_COLUMNS
from poolwijzer.tables.map_index import MapIndex
from poolwijzer.tables.surveys import asked_of_respondent, names_municipality
from poolwijzer.tables.unknown_headers import HeaderHints
from poolwijzer.tables.vocabulary import MUNICIPALITY, Vocabulary

_LONGEST_KEPT = 64
_MOST_KEPT = 100_000
MOST_UNKNOWN = 60
"""Texts that nobody knows, as many as one remark names."""


@dataclass
class ShapedTable:
    """A table that may have another shape.

    Attributes:
        grid: How it was opened; its remarks grow.
        first: The first rows in which something stands.
        rest: Those behind them.
        vocabulary: What headers can stand for.
        known: Whether a header means something, also by a map.
        index: What its own words mean, where somebody wrote that down.
        count_hidden: Whether hidden rows count.
    """

    grid: Grid
    first: Sequence[GridRow]
    rest: Iterator[GridRow]
    vocabulary: Vocabulary
    known: Callable[[str], bool]
    index: MapIndex = field(default_factory=MapIndex)
    count_hidden: bool = False
    _kept: dict[str, str] = field(default_factory=dict)
    _hints: HeaderHints | None = None
    _unknown: int = 0
    _statements: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """How messages call it."""
        return self.grid.path

    def statement(self, text: str) -> str:
        """The id of the statement that a text stands for; empty if it is none."""
        found = self._statements.get(text)
        if found is None:
            meaning = self.vocabulary.meaning(self.mapped(text) or text) if text else None
            found = str(meaning.path[1]) if meaning and meaning.leaf.kind == "answer" and len(meaning.path) > 1 else ""
            if len(text) <= _LONGEST_KEPT or len(self._statements) < _MOST_KEPT:
                self._statements[text] = found
        return found

    def mapped(self, header: str, place: int | None = None) -> str:
        """What the map says that a header stands for; empty if it says nothing."""
        found = self.index.column(-1 if place is None else place, header)
        return found.said.to if found else ""

    def names_organisation(self, header: str) -> bool:
        """Whether a header says on whose behalf a respondent answers."""
        if (
            asked_of_respondent(header) == MUNICIPALITY
            or names_municipality(header)
            or self.mapped(header) in (MUNICIPALITY, "organisation.name")
        ):
            return True
        meaning = self.vocabulary.meaning(header) if header else None
        return meaning is not None and meaning.of_respondent and str(meaning) == "organisation.name"

    def keep(self, cell: str) -> str:
        """A cell without what cannot be seen round it; the same text is kept once, however often it comes."""
        text = clean_cell(cell)
        if len(text) > _LONGEST_KEPT:
            return text
        if len(self._kept) < _MOST_KEPT:
            return self._kept.setdefault(text, text)
        return self._kept.get(text, text)

    def remark(self, message: str, row: int | None = None, hint: str = "") -> None:
        """Something worth saying about the table as a whole."""
        self.grid.remarks.append(Problem(self.path, message, hint, row))

    def unknown(self, text: str, kind: str, row: int, column: int) -> Problem | None:
        """A problem where a text that nobody knows may be a statement; None where it is nothing that counts.

        Raises:
            InputError: there are more such texts than a table can have columns.
        """
        self._hints = self._hints or HeaderHints(self.vocabulary)
        self._unknown += 1
        if self._unknown > MOST_COLUMNS:
            message = f"In deze tabel staan meer dan {MOST_COLUMNS} vragen die Poolwijzer niet kent."
            raise InputError(Problem(self.path, message, "Kijk of dit het goede bestand is.", row, column))
        hint = self._hints.hint(text)
        return Problem(self.path, f"{kind} {quote(text)} is niet bekend.", hint, row, column) if hint else None
