"""What a batch is asked for: the arguments, settled, and refused where nothing can come of them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, cast

from poolwijzer.cli.boundary import tell
from poolwijzer.cli.options import DepthChoice
from poolwijzer.cli.outputs import NO_EFFECT, OutputOptions, check_template, idle_looks
from poolwijzer.cli.table_options import HiddenChoice, RowsChoice
from poolwijzer.problems import InputError, Problem, did_you_mean, quote

if TYPE_CHECKING:
    from poolwijzer.assessment.model import Participant
    from poolwijzer.batch.inputs import Input
    from poolwijzer.batch.workers import Jobs
    from poolwijzer.content.content import Content
    from poolwijzer.tables.document import Rows
    from poolwijzer.tables.outputs.context import Dialect
    from poolwijzer.tables.reader import TableOptions
    from poolwijzer.tables.table_map import TableMap


_NO_REPORT = "Er komt geen verslag of overzicht waarin het verschil maakt."
USUAL_FORMAT = ".pdf"
"""Of reports, where no other is asked for."""
LARGEST_LIST = 64 * 1024 * 1024
"""In bytes, of the names on standard input: those of half a million files."""


class DialectChoice(StrEnum):
    """How CSV is written."""

    excel = "excel"
    standard = "standard"


@dataclass(frozen=True)
class BatchArguments:
    """The arguments, settled."""

    files: tuple[Input, ...]
    rows: RowsChoice | None
    sheet: str
    municipalities: tuple[Participant, ...]
    rejected: Path | None
    hidden: HiddenChoice
    map_file: Path | None
    table_map: TableMap | None
    agree: bool
    tables: tuple[Path, ...]
    piped: str
    """The suffix of the table that goes to stdout; empty where none does."""
    dialect: DialectChoice | None
    long: bool
    files_folder: Path | None
    """Where every initiative goes as a file of its own."""
    overviews: tuple[Path, ...]
    folder: Path | None
    formats: tuple[str, ...]
    depth: DepthChoice
    stress: bool
    jobs: Jobs
    menus: Path | None
    menus_version: str | None
    on: date
    outputs: OutputOptions
    quiet: bool

    @property
    def checkpoint(self) -> Path | None:
        """Beside which file the results are kept until the end; None where nothing is written."""
        return next(iter((*self.written, *(folder / "poolwijzer" for folder in self.folders))), None)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Every folder in which something of each initiative is written."""
        return tuple(folder for folder in (self.folder, self.files_folder) if folder)

    def dialect_of(self, path: Path | None) -> Dialect:
        """How CSV is written in a file, or to stdout: what a program reads at once is not for Excel."""
        if self.dialect:
            return self.dialect.value
        return "standard" if path is None else "excel"

    @property
    def rows_of_tables(self) -> Rows | None:
        """What a row of a table is, if there are tables."""
        return self.rows.value if self.rows else None

    @property
    def table(self) -> TableOptions:
        """What of a workbook is read."""
        from poolwijzer.tables.reader import TableOptions

        return TableOptions(self.sheet, self.hidden.value, self.municipalities, self.table_map, self.agree)

    @property
    def files_beside(self) -> tuple[Path, ...]:
        """What is read beside the inputs: never written over."""
        return (self.map_file,) if self.map_file else ()

    @property
    def written(self) -> tuple[Path, ...]:
        """Every file that is written once, at the end."""
        return (*self.tables, *self.overviews, *([self.rejected] if self.rejected else []))


def find_files(paths: list[str], besides: tuple[Path, ...]) -> tuple[Input, ...]:
    """The files that were named; those that will be written only if they were named themselves.

    Raises:
        InputError: no file was named at all, or a list of them does not end.
    """
    from poolwijzer.batch.inputs import LIST, find_inputs

    listed = sys.stdin.buffer.read(LARGEST_LIST + 1) if LIST in paths and sys.stdin is not None else b""
    if len(listed) > LARGEST_LIST:
        raise InputError(Problem(LIST, "Deze lijst is groter dan 64 MB.", "Noem de mappen waar de bestanden in staan."))
    found = tuple(find_inputs(paths, listed, besides))
    if not found:
        raise InputError(Problem(" ".join(paths), "Hier is geen enkel bestand.", "Noem een bestand of een map."))
    return found


def parse_jobs(given: str) -> Jobs:
    """How many workers.

    Raises:
        InputError: this is no number of workers.
    """
    from poolwijzer.batch.workers import check_jobs
    from poolwijzer.validation import WHOLE

    jobs = int(given) if WHOLE.fullmatch(given) else given
    check_jobs(jobs, "--jobs")
    return cast("Jobs", jobs)


def read_table_map(path: Path | None, menus: Path | None) -> TableMap | None:
    """The map that says what a table's own words mean, if one is given.

    Raises:
        InputError: with every problem in it.
    """
    if path is None:
        return None
    from poolwijzer.content.read import load_menus
    from poolwijzer.tables.map_file import read_map

    content: Content = load_menus(menus)
    return read_map(path, content)


def settle_rows(given: RowsChoice | None, table_map: TableMap | None) -> RowsChoice | None:
    """What a row of a table is: as it is said here, else as the map says."""
    if given is None and table_map is not None and table_map.rows in set(RowsChoice):
        return RowsChoice(table_map.rows)
    return given


def parse_formats(given: str | None, folder: Path | None) -> tuple[str, ...]:
    """The suffixes of the reports that are asked for, each once; those of no report without a folder.

    Raises:
        InputError: some cannot be made, or there is no folder to put them in.
    """
    from poolwijzer.formats.registry import known_suffixes

    if given is None:
        return (USUAL_FORMAT,) if folder else ()
    _check_written(folder, "--format")
    known = [suffix.removeprefix(".") for suffix in known_suffixes()]
    asked = dict.fromkeys(word.strip().removeprefix(".").lower() for word in given.split(","))
    problems = [
        Problem(
            "--format",
            f"Het soort bestand {quote(word)} kan niet gemaakt worden.",
            did_you_mean(word, known) or f"Kies uit: {', '.join(known)}.",
        )
        for word in asked
        if word not in known
    ]
    if problems:
        raise InputError(problems)
    return tuple(f".{word}" for word in asked)


def settle_depth(given: DepthChoice | None, folder: Path | None, overviews: tuple[Path, ...] = ()) -> DepthChoice:
    """How much of the reports and of the overviews is asked for.

    Raises:
        InputError: neither of them is written.
    """
    if given is None:
        return DepthChoice.gewoon
    if not overviews:
        _check_written(folder, "--depth")
    return given


def _check_written(folder: Path | None, option: str) -> None:
    """Refuse an option about reports where none are written."""
    if folder is None:
        message = "Er worden nu geen adviezen geschreven."
        raise InputError(Problem(option, message, "Zeg met --reports in welke map ze komen."))


def parse_municipalities(
    given: str | None, files: tuple[Input, ...], rows: RowsChoice | None
) -> tuple[Participant, ...]:
    """The municipalities of the one initiative that a table is about, by names with a bar or a comma between them.

    Raises:
        InputError: they cannot be resolved, or there is no such table.
    """
    if given is None:
        return ()
    _check_one_table("--municipalities", files, rows)
    return read_municipalities(given)


def read_municipalities(given: str) -> tuple[Participant, ...]:
    """The municipalities of `--municipalities`.

    Raises:
        InputError: they cannot be resolved, or there are none.
    """
    from poolwijzer.assessment.participants import read_names
    from poolwijzer.municipalities import UnknownMunicipality

    try:
        found = read_names(given.replace("|", ";")).participants
    except UnknownMunicipality as error:
        raise InputError(Problem("--municipalities", error.message, error.hint)) from None
    if not found:
        raise InputError(Problem("--municipalities", "Hier staat geen gemeente.", 'Schrijf ze zo: "Assen|Emmen".'))
    return found


def tell_idle(arguments: BatchArguments) -> None:
    """Say of options that nothing comes of them in this run."""
    from poolwijzer.batch.items import is_table

    written = bool(arguments.written or arguments.folders)
    kinds = {arguments.piped, *(path.suffix.lower() for path in arguments.tables)} - {""}
    suffixes = (*arguments.formats, *(path.suffix.lower() for path in arguments.overviews))
    tables = any(is_table(file.path) for file in arguments.files)
    idle = (
        ("--force", arguments.outputs.force and not written, "Er wordt niets geschreven."),
        *((option, True, _NO_REPORT) for option in idle_looks(arguments.outputs, suffixes)),
        (
            "--plain",
            arguments.outputs.plain and (written or bool(arguments.piped)),
            "Dit is voor een overzicht op het scherm.",
        ),
        ("--stress", arguments.stress and not kinds, "Vraag met -o om een tabel."),
        ("--long", arguments.long and not kinds, "Vraag met -o om een tabel."),
        ("--dialect", arguments.dialect is not None and ".csv" not in kinds, "Vraag met -o om een tabel in CSV."),
        ("--rows", arguments.rows is not None and not tables, "Er is geen tabel om te lezen."),
        ("--map", arguments.map_file is not None and not tables, "Er is geen tabel om te lezen."),
    )
    tell(Problem(option, NO_EFFECT, hint) for option, without, hint in idle if without)


def _check_one_table(option: str, files: tuple[Input, ...], rows: RowsChoice | None) -> None:
    """Refuse an option about one table where something else is read."""
    from poolwijzer.batch.items import is_table

    if len(files) != 1 or not is_table(files[0].path):
        raise InputError(Problem(option, "Dit kan alleen bij één tabel.", "Noem één tabel, met --rows."))
    if option == "--municipalities" and rows not in (RowsChoice.respondents, RowsChoice.counts):
        message = "Dit kan alleen bij een tabel met respondenten, of met aantallen."
        raise InputError(Problem(option, message, "In een tabel van initiatieven is het een kolom."))


def check_arguments(arguments: BatchArguments) -> None:
    """Refuse what cannot be written or read, before anything is done.

    Raises:
        InputError: with what is wrong.
    """
    from poolwijzer.batch.items import check_rows, is_table
    from poolwijzer.formats.registry import DATA_SUFFIX, check_suffixes
    from poolwijzer.tables.registry import TABLES_OUT, check_libraries

    check_suffixes(arguments.tables, tuple(TABLES_OUT))
    kinds = [arguments.piped, *(path.suffix.lower() for path in arguments.tables)]
    check_libraries(kinds)
    if arguments.long and ".md" in kinds:
        message = "In Markdown staat een tabel om te lezen, met een rij per initiatief."
        raise InputError(Problem("--long", message, "Kies voor een lange tabel een ander soort, zoals .csv of .xlsx."))
    check_suffixes(arguments.overviews)
    if arguments.rejected:
        check_suffixes([arguments.rejected], (".csv",))
        _check_one_table("--rejected", arguments.files, arguments.rows)
    if data := [path for path in arguments.overviews if path.suffix.lower() == DATA_SUFFIX]:
        message = "Een overzicht is er om te lezen, en niet als JSON."
        raise InputError(Problem(str(path), message, "De gegevens krijgt u met -o uitkomst.json.") for path in data)
    suffixes = (*arguments.formats, *(path.suffix for path in arguments.overviews))
    check_template(arguments.outputs.template, suffixes, "Vraag er een met --format docx of --overview overzicht.docx.")
    check_rows(arguments.files, arguments.rows_of_tables)
    if arguments.agree and arguments.rows is not RowsChoice.counts:
        message = "Dit kan alleen bij een tabel met aantallen."
        raise InputError(Problem("--agree", message, "Kies --rows counts, of laat deze optie weg."))
    for option, given in (("--sheet", arguments.sheet), ("--hidden", arguments.hidden is HiddenChoice.counted)):
        if given and not any(is_table(file.path) for file in arguments.files):
            message = "Er is nu geen tabel om te lezen."
            raise InputError(
                Problem(option, message, "Noem een werkmap, zoals een Excel-bestand, of laat deze optie weg.")
            )
