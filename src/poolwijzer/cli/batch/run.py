"""Doing what a batch is asked for: judging, keeping, telling, and writing at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from poolwijzer.cli.batch.arguments import BatchArguments
from poolwijzer.cli.batch.outputs import check_outputs, clear_broken_off, files_of_others, show_table, write_outputs
from poolwijzer.cli.batch.tables import PassingTables
from poolwijzer.cli.boundary import read_menus, say, tell
from poolwijzer.cli.outputs import read_theme
from poolwijzer.cli.screen import show_report
from poolwijzer.dutch import count_things
from poolwijzer.problems import MOST_PROBLEMS, Problem, untold
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.batch.overview.report import Overview
    from poolwijzer.batch.report_folder import ReportFolder
    from poolwijzer.batch.work import Work
    from poolwijzer.cli.progress import BatchProgress
    from poolwijzer.content.content import Content
    from poolwijzer.formats.registry import Theme
    from poolwijzer.tables.row import Row


def run(arguments: BatchArguments) -> bool:
    """Judge everything, and write and show what was asked.

    Returns:
        Whether something was wrong with some of it.
    """
    from poolwijzer.batch.items import read_items
    from poolwijzer.batch.overview.report import Overview
    from poolwijzer.batch.overview.screen import build_screen
    from poolwijzer.batch.work import Reports, prepare_work
    from poolwijzer.batch.workers import judge_all
    from poolwijzer.report.papers.build import check_board_note

    content = read_menus(arguments.menus, arguments.menus_version)
    theme = read_theme(arguments.outputs, (*arguments.formats, *(path.suffix.lower() for path in arguments.overviews)))
    reports = Reports(arguments.formats, arguments.depth.value, theme) if arguments.formats else None
    if reports and reports.depth == "bestuur":
        check_board_note(content)
    work = prepare_work(
        content,
        arguments.on,
        __version__,
        with_stress=arguments.stress,
        reports=reports,
        with_statements=arguments.long,
        with_files=arguments.files_folder is not None,
        with_overview=bool(arguments.overviews),
    )
    overview = Overview(counts=bool(arguments.overviews))
    if arguments.checkpoint is not None:
        return _keep_and_write(work, arguments.checkpoint, content, overview, arguments, theme) > 0
    progress = _progress(arguments)
    coming = read_items(arguments.files, content, arguments.rows_of_tables, arguments.table, progress.tell_line)
    found = judge_all(work, coming, arguments.jobs)
    rows = _Passing((result.read() for result in found), overview, arguments, progress)
    if arguments.piped:
        show_table(rows, content, arguments)
        return rows.wrong > 0
    rows.gather()
    show_report(build_screen(overview, content, arguments.on), arguments.outputs.plain)
    return rows.wrong > 0


def _keep_and_write(
    work: Work, output: Path, content: Content, overview: Overview, arguments: BatchArguments, theme: Theme
) -> int:
    """Judge everything, keep what is found as it comes, and write the files that were asked for at the end."""
    from poolwijzer.batch.checkpoint import Checkpoint, has_checkpoint, was_writing
    from poolwijzer.batch.items import read_items
    from poolwijzer.batch.report_folder import ReportFolder
    from poolwijzer.batch.run import describe_run, judge_and_keep

    read = files_of_others(arguments)
    head = describe_run(work, content, arguments.rows_of_tables, [file.path for file in read], arguments.table)
    going_on = has_checkpoint(output, head)
    if going_on:
        arguments = replace(arguments, files=read)
    check_outputs(arguments, theme, going_on=going_on, writing=was_writing(output, head))
    folder, files = (ReportFolder(one) if one else None for one in (arguments.folder, arguments.files_folder))
    try:
        with Checkpoint(output, head) as checkpoint:
            if checkpoint.remark:
                tell([checkpoint.remark])
            clear_broken_off(arguments, going_on=going_on)
            if checkpoint.taken_over and not arguments.quiet:
                say(f"Ik ga verder: {count_things(checkpoint.taken_over, 'resultaat is', 'resultaten zijn')} er al.")
            progress = _progress(arguments)
            coming = read_items(arguments.files, content, arguments.rows_of_tables, arguments.table, progress.tell_line)
            judged = judge_and_keep(work, coming, checkpoint, folder, arguments.jobs, files)
            rows = _Passing(judged, overview, arguments, progress)
            with PassingTables(content, arguments) as tables:
                for row in rows:
                    tables.add(row)
                checkpoint.mark_writing()
                if files:
                    _tell_others(files)
                try:
                    write_outputs(checkpoint, tables, content, overview, arguments, theme)
                except BrokenPipeError:  # who reads a pipe has seen enough; by then all files are there
                    checkpoint.remove()
                    raise
            checkpoint.remove()
    except KeyboardInterrupt:
        say("Geef dezelfde opdracht nog eens, en hij gaat verder waar hij was.")
        raise
    return rows.wrong


def _progress(arguments: BatchArguments) -> BatchProgress:
    """What tells how far the run is, and what is worth saying on its way."""
    from poolwijzer.cli.progress import BatchProgress

    return BatchProgress(_number(arguments), slow=arguments.folder is not None, quiet=arguments.quiet)


def _tell_others(files: ReportFolder) -> None:
    """Say of files that stood in the folder before that they are of another run: a batch would read them too."""
    if others := files.others():
        some = f"{', '.join(others[:3])}{' en meer' if len(others) > 3 else ''}"
        message = f"In deze map {'staat' if len(others) == 1 else 'staan'} ook wat niet van deze opdracht is: {some}."
        tell([Problem(str(files.folder), message, "Haal het weg als het niet meer meetelt.")])


class _Passing:
    """Rows on their way, of which is said what is wrong with some. They pass once."""

    def __init__(
        self, rows: Iterator[Row], overview: Overview, arguments: BatchArguments, progress: BatchProgress
    ) -> None:
        self._rows = rows
        self._overview = overview
        self._quiet = arguments.quiet
        self._progress = progress
        self.wrong = 0
        """How many so far cannot be used, or only in part."""

    def gather(self) -> None:
        """Let all of them pass."""
        for _ in self:
            pass

    def __iter__(self) -> Iterator[Row]:
        from poolwijzer.batch.repeats import tell_repeats
        from poolwijzer.cli.progress import tell_end
        from poolwijzer.tables.row import PARTLY, WRONG

        done = wrong = partly = told = 0
        with self._progress as progress:
            for row in tell_repeats(self._rows):
                self._overview.add(row)
                done += 1
                wrong += row["status"] == WRONG
                partly += row["status"] == PARTLY
                self.wrong = wrong + partly
                for problem in (*row["problems"], *row["remarks"]):
                    if told < MOST_PROBLEMS:
                        progress.tell_problem(Problem(**problem))
                    told += 1
                progress.advance()
                yield row
            for rest in untold("batch", told - MOST_PROBLEMS):
                progress.tell_problem(rest)
        if not self._quiet:
            say(tell_end(done, wrong, partly))


def _number(arguments: BatchArguments) -> int | None:
    """How many initiatives there are, as far as that can be told from the files alone."""
    from poolwijzer.batch.inputs import LINES_SUFFIX, TABLE_SUFFIXES

    several = any(file.path.suffix.lower() in (*TABLE_SUFFIXES, LINES_SUFFIX) for file in arguments.files)
    return None if several else len(arguments.files)
