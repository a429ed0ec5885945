"""A spreadsheet as rows of text: numbers, dates and truths as a file of an initiative would write them."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import islice, repeat
from typing import Any, BinaryIO

from poolwijzer.dutch import join_words
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.tables.columns import name_column
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.xlsx_package import BROKEN, check_package

MOST_ROWS = 1_048_576
"""As many as a spreadsheet can have."""
_AT_ONCE = 500
_LOOKED_AT = 100
"""Rows of a sheet in which something must stand for it to count."""
_ERRORS = re.compile(r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A)")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_DIGITS = ".15g"
"""As many as a spreadsheet shows of a number; what it keeps behind these is noise."""


def read_grid(path: str, file: BinaryIO, known: Callable[[str], bool]) -> Grid:
    """The rows of the first sheet in which something stands.

    Args:
        path: How messages call the table.
        file: The bytes; can be read again from their beginning.
        known: Whether a header means something; here nothing has to be found out.

    Raises:
        InputError: it is no spreadsheet, is broken, or unpacks to more than a table can be.
    """
    has_outcomes = check_package(path, file)
    try:
        sheet, remarks = _sheet(path, _book(file, values=True))
        written = _book(file, values=False)[sheet.title] if has_outcomes else None
    except InputError:
        raise
    except Exception as error:  # the library has no error of its own for what it cannot read
        raise InputError(Problem(path, *BROKEN)) from error
    return Grid(path, _lines(path, sheet, written), remarks)


def _book(file: BinaryIO, *, values: bool) -> Any:
    """The whole of it, with values or with formulas, of which rows are read when they are asked for."""
    from openpyxl import load_workbook

    file.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about what it does not keep, and we do not want
        return load_workbook(file, read_only=True, data_only=values, keep_links=False)


def _sheet(path: str, book: Any) -> tuple[Any, list[Problem]]:
    """The sheet to read, and a remark if others hold something too."""
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in shown:
        sheet.reset_dimensions()  # some programs write there what is not so
    filled = [sheet for sheet in shown if _holds_something(sheet)]
    if not filled:
        raise InputError(Problem(path, "Deze tabel is leeg.", "Kijk of dit het goede bestand is."))
    first, *others = filled
    if not others:
        return first, []
    names = join_words(quote(sheet.title) for sheet in others)
    message = f"Poolwijzer leest alleen het werkblad {quote(first.title)}. Er staat ook iets in {names}."
    return first, [Problem(path, message)]


def _holds_something(sheet: Any) -> bool:
    return any(value is not None for row in islice(_rows(sheet, values_only=True), _LOOKED_AT) for value in row)


def _rows(sheet: Any, *, values_only: bool) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet, without what the library says in between."""
    rows = sheet.iter_rows(values_only=values_only)
    while True:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            some = list(islice(rows, _AT_ONCE))
        if not some:
            return
        yield from some


def _lines(path: str, sheet: Any, written: Any) -> Iterator[GridRow]:
    """Each row as text; with formulas, those of which the outcome was not saved are told."""
    number = 0
    try:
        beside: Iterable[Any] = repeat(()) if written is None else _with_formulas(written)
        for number, (values, cells) in enumerate(zip(_rows(sheet, values_only=True), beside, strict=False), start=1):
            if number > MOST_ROWS:
                raise ValueError("more rows than a spreadsheet can have")
            texts = [_text(value) for value in values]
            problems = tuple(_wrong(path, number, texts, cells))
            yield GridRow(number, texts, problems)
    except Exception:
        # Whatever the library stumbled over: what was read so far is fine.
        message = f"Vanaf rij {number + 1} is dit bestand niet te lezen. {BROKEN[0]}"
        yield GridRow(number + 1, [], (Problem(path, message, BROKEN[1], number + 1),))


def _with_formulas(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()
    return _rows(sheet, values_only=False)


def _wrong(path: str, row: int, texts: list[str], cells: tuple[Any, ...]) -> Iterator[Problem]:
    """Cells without an outcome: a formula that no program worked out yet, or one that went wrong and counts no more."""
    for place, (text, cell) in enumerate(zip(texts, cells, strict=False)):
        if cell.data_type in "ef" and _ERRORS.fullmatch(text):
            texts[place] = ""
            message = f"In {name_column(place + 1, '')} staat de fout {text} van een formule."
            yield Problem(path, message, "Verbeter de formule, of typ de waarde.", row, place + 1)
        elif cell.data_type == "f" and not text:
            message = f"In {name_column(place + 1, '')} staat een formule zonder uitkomst."
            hint = "Open het bestand in een rekenprogramma en sla het op, of typ de waarde."
            yield Problem(path, message, hint, row, place + 1)


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
