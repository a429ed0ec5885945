"""A spreadsheet as rows of text: numbers, dates and truths as a file of an initiative would write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice, repeat
from typing import Any, BinaryIO

from poolwijzer.dutch import join_some
from poolwijzer.problems import InputError, Problem, did_you_mean, quote
from poolwijzer.tables.columns import name_column
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.header_row import LOOKED_AT, count_known
from poolwijzer.tables.xlsx_book import MOST_COLUMNS, Book, SheetRow, SheetRows, open_book
from poolwijzer.tables.xlsx_package import BROKEN, check_package

_LOOKED_FOR = 100
"""Rows of a sheet in which something must stand for it to count."""
_FORMATS = "De opmaak van dit bestand is stuk. Kijk na of de datums kloppen."
_ERRORS = re.compile(r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A)")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_DIGITS = ".15g"
"""As many as a spreadsheet shows of a number; what it keeps behind these is noise."""


def read_grid(path: str, file: BinaryIO, known: Callable[[str], bool], sheet: str = "") -> Grid:
    """The rows of one sheet: the one that is asked for, or the first that has headers.

    Args:
        path: How messages call the table.
        file: The bytes; can be read again from their beginning.
        known: Whether a header means something.
        sheet: The name of the sheet to read.

    Raises:
        InputError: it is no spreadsheet, is broken, unpacks to more than a table can be, or has no such sheet.
    """
    has_outcomes = check_package(path, file)
    try:
        book = open_book(file, values=True)
        chosen, remarks = _named(path, book, sheet) if sheet else _first(path, book, known)
        written = None
        if has_outcomes:
            written = next(one for one in open_book(file, values=False).sheets if one.title == chosen.title)
    except InputError:
        raise
    except Exception as error:  # the library has no error of its own for what it cannot read
        raise InputError(Problem(path, *BROKEN)) from error
    if not book.formats:
        remarks.append(Problem(path, _FORMATS))
    rows = SheetRows(chosen)
    return Grid(path, _lines(path, rows, written), remarks, rows.hides_column, chosen.title)


def _named(path: str, book: Book, name: str) -> tuple[Any, list[Problem]]:
    """The sheet of a name, however it is capitalised; also one that is hidden."""
    named = {sheet.title.strip().casefold(): sheet for sheet in book.sheets}
    found = named.get(name.strip().casefold())
    if found is None:
        there = [sheet.title for sheet in book.sheets]
        hint = did_you_mean(name, there) or f"Er zijn deze werkbladen: {join_some([*map(quote, there)])}."
        raise InputError(Problem(path, f"Er is geen werkblad {quote(name)}.", hint))
    return found, []


def _first(path: str, book: Book, known: Callable[[str], bool]) -> tuple[Any, list[Problem]]:
    """The first sheet that looks like a table, and a remark if others hold something too."""
    counts = {sheet.title: _count_headers(sheet, known) for sheet in book.sheets}
    shown = [sheet for sheet in book.sheets if sheet.sheet_state == "visible" and counts[sheet.title] is not None]
    hidden = [quote(sheet.title) for sheet in book.sheets if sheet.sheet_state != "visible" and counts[sheet.title]]
    if not shown:
        hint = "Kijk of dit het goede bestand is."
        if hidden:
            hint = f"Er zijn verborgen werkbladen: {join_some(hidden)}. Met --sheet kiest u er een."
        raise InputError(Problem(path, "Deze tabel is leeg.", hint))
    # One word that means something stands in many an explanation.
    table = next((sheet for sheet in shown if (counts[sheet.title] or 0) > 1), None)
    chosen = table or max(shown, key=lambda sheet: counts[sheet.title] or 0)
    others = [quote(sheet.title) for sheet in shown if sheet is not chosen]
    others += [f"{name} (verborgen)" for name in hidden]
    if not others:
        return chosen, []
    message = f"Poolwijzer leest alleen het werkblad {quote(chosen.title)}. Er staat ook iets in {join_some(others)}."
    return chosen, [Problem(path, message, "Met --sheet kiest u een ander werkblad.")]


def _count_headers(sheet: Any, known: Callable[[str], bool]) -> int | None:
    """How many headers that mean something stand in one of the first rows; None if nothing at all stands there."""
    rows = map(row_texts, islice(SheetRows(sheet), _LOOKED_FOR))
    counts: list[int] = []
    try:
        counts.extend(count_known(row, known) for row in islice(filter(any, rows), LOOKED_AT))
    except Exception:
        if not counts:
            raise  # else it is told where it is met
    return max(counts, default=None)


def _lines(path: str, rows: SheetRows, written: Any) -> Iterator[GridRow]:
    """Each row as text; with formulas, those of which the outcome was not saved are told."""
    number = 0
    try:
        beside: Iterable[SheetRow | None] = repeat(None) if written is None else SheetRows(written)
        for row, formulas in zip(rows, beside, strict=False):
            number = row.number
            texts = row_texts(row)
            problems = tuple(_wrong(path, number, texts, formulas.cells)) if formulas else ()
            yield GridRow(number, texts, problems, row.hidden)
    except Exception:
        # Whatever the library stumbled over: what was read so far is fine.
        message = f"Vanaf rij {number + 1} is dit bestand niet te lezen. {BROKEN[0]}"
        yield GridRow(number + 1, [], (Problem(path, message, BROKEN[1], number + 1),))


def row_texts(row: SheetRow) -> list[str]:
    """The text of every cell up to the last one."""
    width = max((cell["column"] for cell in row.cells), default=0)
    if width > MOST_COLUMNS:
        raise ValueError("more columns than a spreadsheet can have")
    texts = [""] * width
    for cell in row.cells:
        texts[cell["column"] - 1] = _text(cell["value"])
    return texts


def _wrong(path: str, row: int, texts: list[str], cells: Sequence[dict[str, Any]]) -> Iterator[Problem]:
    """Cells without an outcome: a formula that no program worked out yet, or one that went wrong and counts no more."""
    for cell in cells:
        column, kind = cell["column"], cell["data_type"]
        text = texts[column - 1]
        if kind in "ef" and _ERRORS.fullmatch(text):
            texts[column - 1] = ""
            message = f"In {name_column(column, '')} staat de fout {text} van een formule."
            yield Problem(path, message, "Verbeter de formule, of typ de waarde.", row, column)
        elif kind == "f" and not text:
            message = f"In {name_column(column, '')} staat een formule zonder uitkomst."
            hint = "Open het bestand in een rekenprogramma en sla het op, of typ de waarde."
            yield Problem(path, message, hint, row, column)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPE.sub(_unescaped, value) if "_x" in value else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(value, _DIGITS)
    if isinstance(value, datetime):
        return value.date().isoformat() if value == datetime.combine(value.date(), datetime.min.time()) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)).encode("utf-8", "replace").decode()  # half a character is none
