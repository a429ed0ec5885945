"""From files to single initiatives, as bytes that any worker can read; one at a time, whatever the number."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, get_args

from poolwijzer.assessment.read import Notation
from poolwijzer.batch.inputs import INITIATIVE_SUFFIXES, LINES_SUFFIX, TABLE_SUFFIXES, Input
from poolwijzer.content.content import Content
from poolwijzer.infile import open_file
from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.document import Rows, TableDocument
from poolwijzer.tables.file_kinds import FileKind, recognise, stem_of
from poolwijzer.tables.grid import check_size
from poolwijzer.tables.in_short import see_what_was_understood, tell_in_short
from poolwijzer.tables.reader import TableOptions, read_table
from poolwijzer.tables.witness import Witness
from poolwijzer.yamlfile import MAX_BYTES, read_bytes

_BYTES_A_ROW = 1000
_OTHER_TABLES = (".xlsb", ".numbers", ".parquet", ".tab")
"""Names of tables, of which some can be read and others are called what they are."""


class BatchItem(NamedTuple):
    """What one initiative is read from."""

    name: str
    """How the result calls it: the file, with the line or row where that holds more than one."""
    stem: str
    """What its report is named after."""
    notation: Notation
    data: bytes | TableDocument
    path: str
    """The file, for messages."""
    line: int = 1
    """Where in the file it begins."""
    problems: tuple[Problem, ...] = ()
    """Why there is nothing to read."""
    remarks: tuple[Problem, ...] = ()
    """What stood out while it was taken from its table."""

    @property
    def size(self) -> int:
        """In bytes; of a table about that."""
        return len(self.data) if isinstance(self.data, bytes) else _BYTES_A_ROW * (1 + len(self.data.response_rows))


def check_rows(files: Iterable[Input], rows: Rows | None) -> None:
    """Refuse tables of which nobody said what a row is.

    Raises:
        InputError: with each such table.
    """
    tables = [file.path for file in files if file.problem is None and is_table(file.path) and not _told(file.path)]
    if tables and rows not in get_args(Rows):
        message = "Van deze tabel is niet te zien wat een rij is."
        hint = "Kies --rows initiatives (een rij per initiatief), --rows respondents (een rij per respondent)"
        hint += " of --rows counts (aantallen per antwoord)."
        raise InputError(Problem(str(path), message, hint) for path in tables)


def is_table(path: Path) -> bool:
    """Whether a file is read as a table: by its name, or by what is in it where the name tells nothing."""
    suffix = path.suffix.lower()
    if suffix in (*INITIATIVE_SUFFIXES, LINES_SUFFIX):
        return False
    if suffix in (*TABLE_SUFFIXES, *_OTHER_TABLES):
        return True
    return _kind_of(path) is not None


def _told(path: Path) -> bool:
    """Whether a table is of a kind that cannot be read, which is all there is to say about it."""
    kind = _kind_of(path)
    return kind is not None and not kind.suffix


def _kind_of(path: Path) -> FileKind | None:
    try:
        with open_file(path) as file:
            check_size(str(path), file)
            return recognise(file)
    except (InputError, ValueError):
        return None  # reading it will tell


def read_items(
    files: Iterable[Input],
    content: Content,
    rows: Rows | None,
    options: TableOptions = TableOptions(),  # noqa: B008 - it never changes
    tell: Callable[[str], None] | None = None,
) -> Iterator[BatchItem]:
    """Every initiative in these files, in order. What cannot be read is an item too, with its problems.

    Args:
        files: The files.
        content: The menus, for the columns of tables.
        rows: What a row of a table is; must be given where there is a table.
        options: What of a workbook is read.
        tell: Told in a line how each table of respondents was understood, before the first of it is given.
    """
    for file in files:
        name, suffix = str(file.path), file.path.suffix.lower()
        if file.problem:
            yield _unreadable(file.path, (file.problem,))
            continue
        try:
            if suffix == LINES_SUFFIX:
                yield from _lines(file.path)
            elif is_table(file.path) and (rows is not None or _told(file.path)):
                yield from _rows(file.path, content, rows or "initiatives", options, tell)
            else:
                notation: Notation = "json" if suffix == ".json" else "yaml"
                yield BatchItem(name, file.path.stem, notation, read_bytes(file.path), name)
        except InputError as error:
            yield _unreadable(file.path, error.problems)
        except Exception as error:
            yield _unreadable(file.path, (tell_stumble(name, error),))


def tell_stumble(path: str, error: Exception) -> Problem:
    """A mistake of ours, which is no reason to lose the work on all others; who runs it sees which file it was."""
    message = f"Poolwijzer kan dit bestand niet verwerken: een fout in het programma ({type(error).__name__})."
    return Problem(path, message, "Meld dit, met het bestand erbij.")


def _unreadable(path: Path, problems: tuple[Problem, ...]) -> BatchItem:
    return BatchItem(str(path), path.stem, "yaml", b"", str(path), problems=problems)


def _lines(path: Path) -> Iterator[BatchItem]:
    """Each line of a file of JSON Lines; empty ones are left out."""
    name = str(path)
    with open_file(path) as file:
        for number, line in enumerate(_whole_lines(file), start=1):
            raw = line.removeprefix(codecs.BOM_UTF8).strip()
            if raw:
                yield BatchItem(f"{name}, regel {number}", path.stem, "json", raw, name, number)


def _whole_lines(file: BinaryIO) -> Iterator[bytes]:
    """Each line; of one that is too large only so much that whoever parses it sees that it is."""
    while line := file.readline(MAX_BYTES + 1):
        yield line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = file.readline(MAX_BYTES + 1)


def _rows(
    path: Path, content: Content, rows: Rows, options: TableOptions, tell: Callable[[str], None] | None
) -> Iterator[BatchItem]:
    """Each initiative in a table."""
    name, seen = str(path), Witness()
    tell = tell if rows == "respondents" else None
    with open_file(path) as file:
        for one in _telling(name, read_table(name, file, path.suffix, rows, content, options, seen), seen, tell):
            yield BatchItem(one.name, stem_of(name), "yaml", one, name, remarks=one.remarks)


def _telling(
    name: str, documents: Iterator[TableDocument], seen: Witness, tell: Callable[[str], None] | None
) -> Iterator[TableDocument]:
    """The same, with how their table was understood told before the first, or where to see it if there is none."""
    try:
        first = next(documents)
    except InputError:
        if tell is not None and seen.header is not None:
            tell(f"{name}: {see_what_was_understood(name)}")
        raise
    if tell is not None:
        tell(f"{name}: {tell_in_short(seen)}")
    yield first
    yield from documents
