"""The rows of a table of requests and offers: what counts, and every row that cannot be used with why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from poolwijzer.dutch import count_things
from poolwijzer.matching.reading.entries import Entry
from poolwijzer.matching.reading.file import check_order, participant_name, read_hours
from poolwijzer.matching.reading.headers import DAYS, Columns, Field, kind_of
from poolwijzer.matching.reading.periods import DayCells, Span
from poolwijzer.problems import Fault, Problem, quote
from poolwijzer.tables.columns import clean_cell, name_column
from poolwijzer.tables.grid import GridRow
from poolwijzer.tables.left_out import name_rows
from poolwijzer.tables.shapes.words import is_total


class TableOptions(NamedTuple):
    """How a table is read.

    Attributes:
        asked: Whether its rows are requests (True) or offers (False); None where the table says so itself.
        sheet: Which sheet of a workbook; the first with headers if it is empty.
        count_hidden: Whether rows count that a spreadsheet does not show.
        period: That of rows which have none themselves.
        organisations: Who takes part and is no municipality.
    """

    asked: bool | None = None
    sheet: str = ""
    count_hidden: bool = False
    period: Span | None = None
    organisations: tuple[str, ...] = ()


@dataclass
class TableRead:
    """What a table says."""

    entries: list[Entry] = field(default_factory=list)
    left_out: list[Problem] = field(default_factory=list)
    """What is wrong with the rows that cannot be used."""
    remarks: list[Problem] = field(default_factory=list)


class RowReader:
    """Reads the rows of one table, into what was found."""

    def __init__(
        self, name: str, columns: Columns, asked: bool | None, options: TableOptions, found: TableRead
    ) -> None:
        self._name = name
        self._columns = columns
        self._asked = asked
        self._options = options
        self._found = found
        self._days = DayCells()

    def read(self, below: Iterator[GridRow]) -> None:
        rows, hidden, totals, again = list[GridRow](), list[int](), list[int](), list[int]()
        for row in below:
            if row.hidden and not self._options.count_hidden:
                hidden.append(row.number)
            elif [clean_cell(cell) for cell in row.cells] == self._columns.headers:
                again.append(row.number)
            elif is_total(self._columns.cell("municipality", row.cells)) or self._is_sum(row.cells):
                totals.append(row.number)
            else:
                rows.append(row)
                for name in DAYS:
                    self._days.see(self._columns.cell(name, row.cells))
        for row in rows:
            self._row(row)
        say = self._found.remarks.append
        if hidden:
            some = count_things(len(hidden), "rij is", "rijen zijn")
            hint = "Met --hidden count tellen die wel mee."
            say(Problem(self._name, f"{some} verborgen. Poolwijzer slaat die over: {name_rows(hidden)}.", hint))
        if totals:
            say(Problem(self._name, f"Dit zijn totalen. Poolwijzer slaat die over: {name_rows(totals)}."))
        if again:
            say(Problem(self._name, f"Hier staan nog eens de koppen: {name_rows(again)}. Die tellen niet mee."))
        if self._days.month_first:
            message = "In deze tabel staat de maand voor de dag. Poolwijzer leest 3/4/2027 als 4 maart 2027."
            say(Problem(self._name, message, "Klopt dat niet? Schrijf elke dag als 2027-03-04."))

    def _is_sum(self, cells: Sequence[str]) -> bool:
        """Whether only something was added up here: no municipality, and a word for a total somewhere."""
        return not self._columns.cell("municipality", cells) and any(is_total(clean_cell(cell)) for cell in cells)

    def _row(self, row: GridRow) -> None:
        wrong = list(row.problems)
        municipality = self._municipality(row, wrong)
        expertise = " ".join(self._columns.cell("expertise", row.cells).split())
        if not expertise:
            wrong.append(self._empty(row, "expertise"))
        hours = self._hours(row, wrong)
        period = self._period(row, wrong)
        if place := next((place for place in self._nameless(row.cells)), None):
            message = f"Boven {name_column(place, '')} staat geen kop, maar in deze rij staat daar wel iets."
            wrong.append(Problem(self._name, message, "Zet er een kop boven, of maak de cel leeg.", row.number, place))
        if wrong or period is None:
            self._found.left_out += wrong
            return
        note = self._columns.cell("note", row.cells)
        at = Problem(self._name, "", "", row.number, 1)
        self._found.entries += [
            Entry(asked, municipality, expertise, count, period.first, period.last, note, at) for asked, count in hours
        ]

    def _nameless(self, cells: Sequence[str]) -> Iterator[int]:
        """The numbers of columns without a header in which something stands."""
        for place, cell in enumerate(cells):
            headed = place < len(self._columns.headers) and self._columns.headers[place]
            if not headed and clean_cell(cell):
                yield place + 1

    def _municipality(self, row: GridRow, wrong: list[Problem]) -> str:
        text = self._columns.cell("municipality", row.cells)
        if not text:
            wrong.append(self._empty(row, "municipality"))
            return ""
        try:
            return participant_name(text, self._options.organisations)
        except Fault as fault:
            hint = f"{fault.hint} Geen gemeente? Zet de naam in een bestand bij organisations.".strip()
            wrong.append(self._at(row, "municipality", fault.message, hint))
            return ""

    def _hours(self, row: GridRow, wrong: list[Problem]) -> list[tuple[bool, int]]:
        """The hours of a row, each with whether they are asked."""
        if "hours" not in self._columns.places:
            amounts: tuple[tuple[Field, bool], ...] = (("asked", True), ("offered", False))
            counts = [(asked, self._count(row, name, wrong, or_none=True)) for name, asked in amounts]
            found = [(asked, count) for asked, count in counts if count is not None]
            if not found and not wrong:
                first: Field = "asked" if "asked" in self._columns.places else "offered"
                wrong.append(self._at(row, first, "In deze rij staan geen uren.", "Vul ze in, of haal de rij weg."))
            return found
        asked, count = self._kind(row, wrong), self._count(row, "hours", wrong)
        return [] if asked is None or count is None else [(asked, count)]

    def _kind(self, row: GridRow, wrong: list[Problem]) -> bool | None:
        if "kind" not in self._columns.places:
            return self._asked
        text = self._columns.cell("kind", row.cells)
        asked = kind_of(text)
        if asked is None and not text:
            wrong.append(self._empty(row, "kind", "Schrijf vraag of aanbod."))
        elif asked is None:
            wrong.append(
                self._at(row, "kind", f"{quote(text)} is geen vraag en geen aanbod.", "Schrijf vraag of aanbod.")
            )
        elif self._options.asked is not None and asked != self._options.asked:
            option = "--requests" if self._options.asked else "--offers"
            message = f"Hier staat {quote(text)}, maar deze tabel is gegeven met {option}."
            wrong.append(self._at(row, "kind", message, "Noem de tabel zonder die optie."))
        return asked

    def _count(self, row: GridRow, name: Field, wrong: list[Problem], *, or_none: bool = False) -> int | None:
        text = self._columns.cell(name, row.cells)
        if not text or (or_none and text in ("0", "-", "–")):
            if not or_none:
                wrong.append(self._empty(row, name))
            return None
        try:
            return read_hours(text)
        except Fault as fault:
            wrong.append(self._at(row, name, fault.message, fault.hint))
            return None

    def _period(self, row: GridRow, wrong: list[Problem]) -> Span | None:
        """The days of a row: its own, those of its period, or those that hold for all."""
        before = len(wrong)
        start, end = self._span(row, "from", wrong), self._span(row, "until", wrong)
        usual = self._span(row, "period", wrong) or self._options.period
        if len(wrong) > before:
            return None
        first = start.first if start else usual.first if usual else None
        last = end.last if end else usual.last if usual else None
        if first is None or last is None:
            lacks: Field = "from" if first is None else "until"
            wrong.append(self._empty(row, lacks if lacks in self._columns.places else "period", "Vul de dag in."))
            return None
        try:
            check_order(first, last)
        except Fault as fault:
            at: Field = "until" if "until" in self._columns.places else "period"
            wrong.append(self._at(row, at, fault.message, fault.hint))
            return None
        return Span(first, last)

    def _span(self, row: GridRow, name: Field, wrong: list[Problem]) -> Span | None:
        text = self._columns.cell(name, row.cells)
        if not text:
            return None
        try:
            return self._days.read(text)
        except Fault as fault:
            wrong.append(self._at(row, name, fault.message, fault.hint))
            return None

    def _empty(self, row: GridRow, name: Field, hint: str = "Vul haar in.") -> Problem:
        number = self._columns.number(name)
        header = self._columns.headers[number - 1] if number else ""
        return Problem(self._name, f"In deze rij is {name_column(number or 1, header)} leeg.", hint, row.number, number)

    def _at(self, row: GridRow, name: Field, message: str, hint: str) -> Problem:
        return Problem(self._name, message, hint, row.number, self._columns.number(name))
