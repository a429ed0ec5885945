"""Where a batch writes: neither that nor what it reads is to harm the other, also when the same command comes again."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from poolwijzer.cli.batch.arguments import BatchArguments
from poolwijzer.cli.batch.tables import PassingTables, table_context
from poolwijzer.cli.outputs import tell_written, write
from poolwijzer.infile import open_file
from poolwijzer.problems import InputError, Problem
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.batch.checkpoint import Checkpoint
    from poolwijzer.batch.inputs import Input
    from poolwijzer.batch.overview.report import Overview
    from poolwijzer.content.content import Content
    from poolwijzer.formats.registry import Theme
    from poolwijzer.tables.row import Row


def files_of_others(arguments: BatchArguments) -> tuple[Input, ...]:
    """The files to read, apart from those that a run before can have written."""
    from poolwijzer.batch.report_folder import is_from

    ours = {os.path.realpath(path) for path in arguments.written}
    return tuple(
        file
        for file in arguments.files
        if file.real not in ours and not any(is_from(folder, file.path) for folder in arguments.folders)
    )


def check_outputs(arguments: BatchArguments, theme: Theme, *, going_on: bool, writing: bool) -> None:
    """Refuse to write over what should stay, and over what is read whatever `--force` says.

    Args:
        arguments: What is asked.
        theme: How it is to look, which was read from files too.
        going_on: Whether a run before can have written reports already.
        writing: Whether it can have written the tables and overviews already.

    Raises:
        InputError: with what may not be written.
    """
    from poolwijzer.batch.checkpoint import part_of
    from poolwijzer.batch.report_folder import check_folder, is_from
    from poolwijzer.content.files import list_menu_files
    from poolwijzer.outfile import plan_outputs

    read = [*(file.path for file in arguments.files), *arguments.files_beside, *theme.files]
    kept = [part_of(arguments.checkpoint)] if arguments.checkpoint else []
    everything = [*read, *list_menu_files(arguments.menus)]
    plan_outputs(kept, everything, force=True)
    plan_outputs(arguments.written, [*everything, *kept], arguments.outputs.force or writing)
    if arguments.folder:
        check_folder(arguments.folder, read, force=arguments.outputs.force or going_on)
        message = "In deze map komen ook adviezen, en een daarvan kan zo heten."
        among = [path for path in arguments.written if is_from(arguments.folder, path)]
        if found := [path for path in among if path.suffix.lower() in arguments.formats]:
            raise InputError(Problem(str(path), message, "Kies een andere map.") for path in found)
    if arguments.files_folder:
        _check_files_folder(arguments.files_folder, read, arguments, force=arguments.outputs.force or going_on)


def _check_files_folder(folder: Path, read: Iterable[Path], arguments: BatchArguments, *, force: bool) -> None:
    """Refuse a folder for initiatives that could not be read again as just these.

    Raises:
        InputError: it is such a folder.
    """
    from poolwijzer.batch.inputs import INITIATIVE_SUFFIXES
    from poolwijzer.batch.report_folder import check_folder, is_from

    check_folder(folder, read, force=force, called="een bestand")
    if arguments.folder and os.path.realpath(arguments.folder) == os.path.realpath(folder):
        message = "Hier komen ook de adviezen. De bestanden zijn dan niet meer samen te lezen."
        raise InputError(Problem(str(folder), message, "Kies voor --files een andere map."))
    message = "In deze map komen de initiatieven, en dit zou als een van hen gelezen worden."
    among = [path for path in arguments.written if is_from(folder, path)]
    if found := [path for path in among if path.suffix.lower() in INITIATIVE_SUFFIXES]:
        raise InputError(Problem(str(path), message, "Kies een andere map.") for path in found)


def clear_broken_off(arguments: BatchArguments, *, going_on: bool) -> None:
    """Take away what a run that was killed was writing: of another command only what is beside the file we claimed."""
    from poolwijzer.batch.report_folder import ReportFolder
    from poolwijzer.outfile import clear_broken_off

    for path in arguments.written if going_on else arguments.written[:1]:
        clear_broken_off(path)
    for folder in arguments.folders if going_on else ():
        ReportFolder(folder).clear_broken_off()


def write_outputs(
    checkpoint: Checkpoint,
    tables: PassingTables,
    content: Content,
    overview: Overview,
    arguments: BatchArguments,
    theme: Theme,
) -> None:
    """Put the tables in their places, and write the overviews.

    What goes to stdout comes last, from the rows that were kept: who reads a pipe may stop, and then the files are
    there.
    """
    from poolwijzer.batch.overview.learned import drop_learned
    from poolwijzer.batch.overview.report import build_overview
    from poolwijzer.batch.repeats import tell_repeats
    from poolwijzer.formats.registry import render_report

    if arguments.rejected:
        _write_rejected(arguments.rejected, checkpoint, content, arguments)
    tables.finish()
    if arguments.overviews:
        report = build_overview(overview, content, arguments.on, __version__, arguments.depth.value)
        for path in arguments.overviews:
            write(path, render_report(path.suffix.lower(), report, theme), "Het overzicht")
    if not arguments.quiet:
        tell_written(path for path in (*arguments.written, *arguments.folders) if path.exists())
    if arguments.piped:
        show_table(tell_repeats(drop_learned(checkpoint.rows())), content, arguments)


def show_table(rows: Iterable[Row], content: Content, arguments: BatchArguments) -> None:
    """Write a table to stdout as rows come; one that is put together at its end goes by way of a file."""
    from poolwijzer.tables.registry import TABLES_OUT, write_table

    context, out = table_context(content, arguments, None), sys.stdout.buffer
    if TABLES_OUT[arguments.piped].streams:
        write_table(arguments.piped, out, rows, context)
    else:
        with tempfile.TemporaryFile() as whole:
            write_table(arguments.piped, whole, rows, context)
            whole.seek(0)
            shutil.copyfileobj(whole, out)
    out.flush()


_SEE = "Zie de meldingen: in deze tabel hebben antwoorden een rij of kolom van zichzelf."


def _write_rejected(path: Path, checkpoint: Checkpoint, content: Content, arguments: BatchArguments) -> None:
    """Write the rows of the table that do not count, to mend; of a table that is of no use it is the whole."""
    from poolwijzer.tables.rejected import write_rejected
    from poolwijzer.tables.row import WRONG

    why: dict[int, str] = {}
    for row in checkpoint.rows():
        if row["status"] == WRONG and not row["rejected"]:
            return
        for number in row["rejected"]:
            told = [
                f"{problem['message']} {problem['hint']}" for problem in row["problems"] if problem["line"] == number
            ]
            why[number] = " ".join(told).strip() or _SEE
    (table,), rows = arguments.files, arguments.rows_of_tables
    assert rows is not None
    with open_file(table.path) as file:
        suffix = table.path.suffix
        data = write_rejected(str(table.path), file, suffix, rows, content, arguments.table, why)
    write(path, data, "Wat niet meetelt")
