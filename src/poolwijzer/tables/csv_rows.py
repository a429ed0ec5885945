"""CSV as rows: found out how it is written, and read as it comes."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import BinaryIO

from poolwijzer.problems import MOST_PROBLEMS, InputError, Problem, quote
from poolwijzer.tables.delimiters import NAMES, find_division
from poolwijzer.tables.grid import MOST_BYTES_IN_ROW, Grid, GridRow

_FIRST_LINES = 200
_CHUNK = 1024 * 1024
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_READ_AS = "Dit bestand is geen UTF-8. Poolwijzer leest het als Windows-1252. Kijk na of letters met accenten kloppen."
_AGAIN = "Sla de tabel opnieuw op als CSV UTF-8, of als .xlsx."
_NOT_TEXT = "Dit bestand is geen tabel."
_TOO_LONG = (
    f"Een rij is groter dan {MOST_BYTES_IN_ROW // 1024 // 1024} MB. Waarschijnlijk sluit een aanhalingsteken niet."
)


def read_grid(path: str, file: BinaryIO, known: Callable[[str], bool], sheet: str = "") -> Grid:
    """The rows of a table in CSV.

    Args:
        path: How messages call it.
        file: The bytes, from their beginning; can be read again from there.
        known: Whether a header means something, for finding out what divides the columns.
        sheet: Which sheet was asked for; text has none, and that is told.

    Raises:
        InputError: it is no text, or too large.
    """
    encoding, skip = _encoding(path, file)
    remarks = [Problem(path, _READ_AS)] if encoding == "cp1252" else []
    if sheet:
        remarks.append(Problem(path, f"Dit bestand heeft geen werkbladen. --sheet {quote(sheet)} doet er niet toe."))
    file.seek(skip)
    text = io.TextIOWrapper(io.BufferedReader(_Kept(file), _CHUNK), encoding=encoding, newline="")
    first = list(islice(text, _FIRST_LINES))
    division = find_division(first, known)
    if division.doubtful:
        message = f"Poolwijzer leest {NAMES[division.delimiter]} als scheiding tussen de kolommen."
        remarks.append(Problem(path, f"{message} Het zou ook {NAMES[division.doubtful]} kunnen zijn."))
    lines = chain(first[division.said :], text)
    return Grid(path, _rows(path, lines, division.delimiter), remarks)


class _Kept(io.RawIOBase):
    """A file that stays open when whatever reads it is thrown away: it belongs to who opened it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _rows(path: str, lines: Iterator[str], delimiter: str) -> Iterator[GridRow]:
    csv.field_size_limit(MOST_BYTES_IN_ROW)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = wrong = 0
    while True:
        try:
            for cells in reader:
                number += 1
                yield GridRow(number, cells)
            return
        except csv.Error as error:
            number += 1
            wrong += 1
            yield GridRow(number, [], (_told(path, number, error),))
            if wrong == MOST_PROBLEMS:
                message = f"Hierboven zijn {MOST_PROBLEMS} rijen niet te lezen. De rijen vanaf hier zijn niet gelezen."
                yield GridRow(number + 1, [], (Problem(path, message, _AGAIN, number + 1),))
                return


def _told(path: str, row: int, error: csv.Error) -> Problem:
    """What the csv module says in English."""
    words = str(error)
    if "field limit" in words:
        return Problem(path, _TOO_LONG, "Kijk of elk aanhalingsteken een tweede heeft.", row)
    if "expected after" in words:
        message = "Na een sluitend aanhalingsteken staat nog tekst."
        hint = 'Schrijf een aanhalingsteken binnen een tekst dubbel: "Wij zeggen ""ja""."'
        return Problem(path, message, hint, row)
    if "unexpected end" in words:
        message = "In deze rij begint een aanhalingsteken dat niet sluit. De rijen erna zijn niet gelezen."
        return Problem(path, message, "Kijk of elk aanhalingsteken een tweede heeft.", row)
    return Problem(path, "Deze rij is niet te lezen.", _AGAIN, row)


def _encoding(path: str, file: BinaryIO) -> tuple[str, int]:
    """How the text is encoded, and how many bytes say so.

    UTF-8 is hardly ever there by accident, so what is UTF-8 to the end is just that; the rest comes from Windows.
    """
    file.seek(0)
    start = file.read(len(codecs.BOM_UTF8))
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            _decodes(path, file, encoding, len(mark))
            return encoding, len(mark)
    if not _decodes(path, file, "utf-8", 0, otherwise="cp1252"):
        return "cp1252", 0
    return "utf-8", 0


def _decodes(path: str, file: BinaryIO, encoding: str, skip: int, otherwise: str = "") -> bool:
    """Whether a file is in an encoding; False if it is not, but is in the other one.

    Raises:
        InputError: it is in neither, is no text at all, or has a line without end.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(skip)
    endless = 0
    try:
        for chunk in iter(lambda: file.read(_CHUNK), b""):
            text = decoder.decode(chunk)
            endless = 0 if "\n" in text or "\r" in text else endless + len(text)
            if "\0" in text:
                raise InputError(Problem(path, _NOT_TEXT, _AGAIN))
            if endless > MOST_BYTES_IN_ROW:
                raise InputError(Problem(path, _TOO_LONG, _AGAIN))
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        if otherwise:
            _decodes(path, file, otherwise, skip)
            return False
        raise InputError(Problem(path, f"{_NOT_TEXT} Sommige tekens zijn niet te lezen.", _AGAIN)) from None
    return True
