"""From a table to the initiatives in it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import BinaryIO, Literal, NamedTuple

from poolwijzer.assessment.model import Participant
from poolwijzer.content.content import Content
from poolwijzer.dutch import drop_unseen, join_some, join_words
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.tables.answer_rows import AnswerRows
from poolwijzer.tables.codes import settle_codes
from poolwijzer.tables.columns import clean_cell, column_letters
from poolwijzer.tables.delimiters import DELIMITERS, NAMES
from poolwijzer.tables.document import Rows, TableDocument
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.header_row import (
    LOOKED_AT,
    add_header_row,
    count_known,
    filled_rows,
    find_header,
    join_header_rows,
)
from poolwijzer.tables.headers import Headers, is_known
from poolwijzer.tables.map_index import MapIndex
from poolwijzer.tables.registry import read_grid
from poolwijzer.tables.respondents import read_respondents
from poolwijzer.tables.rows import read_initiatives, take_remarks
from poolwijzer.tables.shapes.find import names_shape, reshape
from poolwijzer.tables.table_map import TableMap
from poolwijzer.tables.vocabulary import Vocabulary
from poolwijzer.tables.witness import Witness

_OTHER_MENUS = "menus.hash"


class TableOptions(NamedTuple):
    """What of a table is read, and what it does not say itself.

    Attributes:
        sheet: The name of the sheet; without it the first that has headers.
        hidden: What becomes of rows that are hidden or filtered away.
        municipalities: Those of the one initiative that a table of respondents is about.
        map: What its own words mean, where somebody wrote that down.
        agree: Take of a count the answer that most hands are for, as an answer that nobody settled on.
        guess: Take for the draft of a map what only seems to tell the shape of the table.
    """

    sheet: str = ""
    hidden: Literal["skip", "count"] = "skip"
    municipalities: tuple[Participant, ...] = ()
    map: TableMap | None = None
    agree: bool = False
    guess: bool = False


class OpenTable(NamedTuple):
    """A table of which the headers were found."""

    grid: Grid
    header: GridRow
    below: Iterator[GridRow]
    """The rows below the headers."""
    map: MapIndex
    """What a map says, and what of it was met so far."""


def read_table(
    name: str,
    raw: BinaryIO | bytes,
    suffix: str,
    rows: Rows,
    content: Content,
    options: TableOptions = TableOptions(),  # noqa: B008 - it never changes
    seen: Witness | None = None,
) -> Iterator[TableDocument]:
    """Read a table: every initiative in it, in its order.

    Tables with an initiative in each row are read as they come. Of tables of respondents the answers are brought
    together first.

    Args:
        name: The table as messages call it.
        raw: Its bytes, or an open file that can be read again from its beginning. It stays open.
        suffix: What the name ends on, with its dot: one of `TABLES_IN`; anything else is text.
        rows: What a row is.
        content: The menus, with the words that headers may have.
        options: What of a workbook is read.
        seen: Filled with how the table was understood; also with what was, where it cannot be used.

    Raises:
        InputError: the table as a whole cannot be used: before the first item, with every problem of its headers.
            What is wrong with a row is in its document, and is told by `parse_row`.
    """
    seen = seen or Witness()
    grid, header, below, index = open_table(name, raw, suffix, Vocabulary(content, rows), options, seen)
    seen.below = below
    vocabulary = vocabulary_for(header, content, rows)
    headers = Headers(name, header.number, vocabulary, index, made=grid.headers_made)
    seen.header, seen.heading = header, headers.heading
    heading = headers.read(header.cells)
    _tell_hidden_columns(grid, header)
    hidden = options.hidden == "count"
    counted = AnswerRows(replace(grid, rows=below), header, heading, vocabulary, hidden=hidden, index=index)
    seen.rows = counted
    answered: Iterator[GridRow] = iter(counted)
    if rows == "respondents":
        points = content.typology.scale.points()
        answered = settle_codes(answered, name, header.cells, heading, points, options.map)
    filled = replace(grid, rows=answered)
    try:
        if rows != "respondents":
            documents = read_initiatives(filled, heading, header.number, vocabulary)
        else:
            documents = read_respondents(filled, heading, header.number, vocabulary, options.municipalities, seen)
        if grid.places is not None:
            places = grid.places
            documents = (replace(document, places=places) for document in documents)
        last = next(documents, None)
        if last is None:
            hint = "Kijk of dit het goede bestand is."
            raise InputError(Problem(name, "Onder de kop van deze tabel staat niets.", hint))
    except InputError as error:
        # What was left out may be why.
        seen.remarks = said = (*take_remarks(grid.remarks), *take_remarks(heading.remarks), *counted.remarks())
        raise InputError((*error.problems, *said)) from None
    for document in documents:
        yield last
        last = document
    grid.remarks += counted.remarks()
    yield replace(last, remarks=(*last.remarks, *take_remarks(grid.remarks)))


def vocabulary_for(header: GridRow, content: Content, rows: Rows) -> Vocabulary:
    """What the headers of a table can stand for: also ids of other menus, where it says that it was made with these."""
    other_menus = any(drop_unseen(cell).strip().lower() == _OTHER_MENUS for cell in header.cells)
    return Vocabulary(content, rows, other_menus=other_menus)


def read_rows(
    name: str, raw: BinaryIO | bytes, suffix: str, rows: Rows, content: Content, options: TableOptions
) -> tuple[GridRow, Iterator[GridRow]]:
    """The row with the headers and all rows below it, as they stand in the table.

    Raises:
        InputError: as `read_table`.
    """
    table = open_table(name, raw, suffix, Vocabulary(content, rows), options)
    return table.header, table.below


def open_table(
    name: str,
    raw: BinaryIO | bytes,
    suffix: str,
    vocabulary: Vocabulary,
    options: TableOptions,
    seen: Witness | None = None,
) -> OpenTable:
    """Open a table and find its headers.

    Raises:
        InputError: as `read_table`.
    """
    index = MapIndex(options.map)

    def known(header: str) -> bool:
        return index.knows(header) or is_known(header, vocabulary)

    def tells(header: str) -> bool:
        return names_shape(header) or known(header)

    file = io.BytesIO(raw) if isinstance(raw, bytes) else raw
    grid = reshape(
        read_grid(name, file, suffix, tells, options.sheet or index.map.sheet),
        vocabulary,
        known,
        index=index,
        municipalities=options.municipalities,
        count_hidden=options.hidden == "count",
        agree=options.agree,
        guess=options.guess,
    )
    if seen:
        seen.grid = grid
    return OpenTable(grid, *_split(grid, known, index.map), index)


def _split(grid: Grid, known: Callable[[str], bool], table_map: TableMap) -> tuple[GridRow, Iterator[GridRow]]:
    """The row with the headers, and those below it; what stands above it is told.

    Raises:
        InputError: the table is empty, its beginning cannot be read, or it has one column for all.
    """
    rows = filled_rows(grid)
    first = list(islice(rows, LOOKED_AT))
    if not first:
        raise InputError(Problem(grid.path, "Deze tabel is leeg.", "Kijk of dit het goede bestand is."))
    if table_map.headers:
        return _told_header(first, rows, known, table_map)
    place = find_header(first, known)
    if problems := [problem for row in first[: place + 1] for problem in row.problems]:
        raise InputError(problems)
    header = first[place]
    for row in first if not count_known(header.cells, known) else ():
        _check_columns(grid.path, row, known)
    header, last = _whole_header(grid, first, place, known)
    return header, chain(first[last + 1 :], rows)


def _told_header(
    first: Sequence[GridRow], rows: Iterator[GridRow], known: Callable[[str], bool], table_map: TableMap
) -> tuple[GridRow, Iterator[GridRow]]:
    """The headers in the rows that a map names, and the rows below the last of these.

    Raises:
        InputError: nothing stands in such a row, or it cannot be read.
    """
    told = sorted(set(table_map.headers))
    found = [row for row in first if row.number in told]
    if len(found) < len(told):
        missed = min(set(told).difference(row.number for row in found))
        message = f"Volgens de koppeling staan er koppen in rij {missed}. Daar staat niets."
        hint = f"Koppen staan in de eerste {LOOKED_AT} rijen waarin iets staat."
        raise InputError(table_map.problem(message, hint, "headers"))
    if problems := [problem for row in found for problem in row.problems]:
        raise InputError(problems)
    below = (row for row in first if row.number > told[-1])
    return join_header_rows(found, known), chain(below, rows)


def _whole_header(
    grid: Grid, first: Sequence[GridRow], place: int, known: Callable[[str], bool]
) -> tuple[GridRow, int]:
    """The headers, with those of the row next to them that belong there too, and the place of the last such row."""
    header, last, rows = first[place], place, [first[place].number]
    for beside in (place - 1, place + 1):
        if 0 <= beside < len(first) and abs(first[beside].number - first[place].number) == 1:
            more = add_header_row(header, first[beside], known, below=beside > place)
            if more:
                header, last = more, max(last, beside)
                rows.append(first[beside].number)
    grid.header_rows = tuple(sorted(rows))
    message = ""
    if len(rows) > 1:
        message = f"De koppen staan in de rijen {join_words(map(str, grid.header_rows))}."
    elif place:
        message = f"De koppen staan in rij {header.number}. Wat erboven staat, telt niet mee."
    if message:
        grid.remarks.append(Problem(grid.path, message, "", header.number))
    return header, last


def _check_columns(path: str, header: GridRow, known: Callable[[str], bool]) -> None:
    """Refuse a table that has all its columns in one.

    Raises:
        InputError: it has.
    """
    filled = [cell for cell in header.cells if clean_cell(cell)]
    if len(filled) != 1:
        return
    for sign in (*DELIMITERS, "|", ":"):
        if count_known(filled[0].split(sign), known) > 1:
            tried = join_words((NAMES[one] for one in DELIMITERS), "of")
            message = f"Alles staat in één kolom. Poolwijzer zocht {tried} tussen de kolommen."
            hint = "Staan er aanhalingstekens om elke hele regel? Haal die weg."
            if sign not in DELIMITERS:
                hint = f"Zet een puntkomma waar nu {quote(sign)} staat."
            raise InputError(Problem(path, message, f"{hint} In Excel: Gegevens, Tekst naar kolommen.", header.number))


def _tell_hidden_columns(grid: Grid, header: GridRow) -> None:
    filled = [place for place, cell in enumerate(header.cells, start=1) if clean_cell(cell)]
    if hidden := [column_letters(place) for place in filled if grid.hides_column(place)]:
        which = f"Kolom {hidden[0]} is" if len(hidden) == 1 else f"De kolommen {join_some(hidden)} zijn"
        grid.remarks.append(Problem(grid.path, f"{which} verborgen. Poolwijzer leest ook wat daarin staat."))
