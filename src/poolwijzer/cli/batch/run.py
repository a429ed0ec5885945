"""Doing what a batch is asked for: judging, keeping, telling, and writing at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from poolwijzer.cli.batch.arguments import BatchArguments
from poolwijzer.cli.batch.outputs import check_outputs, clear_broken_off, files_of_others, write_outputs
from poolwijzer.cli.boundary import read_menus, say, tell
from poolwijzer.cli.outputs import read_theme
from poolwijzer.cli.screen import show_report
from poolwijzer.dutch import count_things
from poolwijzer.problems import MOST_PROBLEMS, Problem, untold
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.batch.overview.report import Overview
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
    from poolwijzer.tables.row import read_row

    content = read_menus(arguments.menus)
    theme = read_theme(arguments.outputs)
    reports = Reports(arguments.formats, arguments.depth.value, theme) if arguments.formats else None
    if reports and reports.depth == "bestuur":
        check_board_note(content)
    work = prepare_work(content, arguments.on, __version__, with_stress=arguments.stress, reports=reports)
    overview = Overview()
    if arguments.checkpoint is not None:
        return _keep_and_write(work, arguments.checkpoint, content, overview, arguments, theme) > 0
    progress = _progress(arguments)
    coming = read_items(arguments.files, content, arguments.rows_of_tables, arguments.table, progress.tell_line)
    found = judge_all(work, coming, arguments.jobs)
    wrong = _gather((read_row(result.row) for result in found), overview, arguments, progress)
    show_report(build_screen(overview, content, arguments.on), arguments.outputs.plain)
    return wrong > 0


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
    folder = ReportFolder(arguments.folder) if arguments.folder else None
    try:
        with Checkpoint(output, head) as checkpoint:
            if checkpoint.remark:
                tell([checkpoint.remark])
            if going_on:
                clear_broken_off(arguments)
            if checkpoint.taken_over and not arguments.quiet:
                say(f"Ik ga verder: {count_things(checkpoint.taken_over, 'resultaat is', 'resultaten zijn')} er al.")
            progress = _progress(arguments)
            coming = read_items(arguments.files, content, arguments.rows_of_tables, arguments.table, progress.tell_line)
            judged = judge_and_keep(work, coming, checkpoint, folder, arguments.jobs)
            wrong = _gather(judged, overview, arguments, progress)
            checkpoint.mark_writing()
            write_outputs(checkpoint, content, overview, arguments, theme)
            checkpoint.remove()
    except KeyboardInterrupt:
        say("Geef dezelfde opdracht nog eens, en hij gaat verder waar hij was.")
        raise
    return wrong


def _progress(arguments: BatchArguments) -> BatchProgress:
    """What tells how far the run is, and what is worth saying on its way."""
    from poolwijzer.cli.progress import BatchProgress

    return BatchProgress(_number(arguments), slow=arguments.folder is not None, quiet=arguments.quiet)


def _gather(rows: Iterator[Row], overview: Overview, arguments: BatchArguments, progress: BatchProgress) -> int:
    """Let all rows pass, and say what is wrong with some.

    Returns:
        How many cannot be used, or only in part.
    """
    from poolwijzer.batch.repeats import tell_repeats
    from poolwijzer.cli.progress import tell_end
    from poolwijzer.tables.row import PARTLY, WRONG

    done = wrong = partly = told = 0
    with progress:
        for row in tell_repeats(rows):
            overview.add(row)
            done += 1
            wrong += row["status"] == WRONG
            partly += row["status"] == PARTLY
            for problem in (*row["problems"], *row["remarks"]):
                if told < MOST_PROBLEMS:
                    progress.tell_problem(Problem(**problem))
                told += 1
            progress.advance()
        for rest in untold("batch", told - MOST_PROBLEMS):
            progress.tell_problem(rest)
    if not arguments.quiet:
        say(tell_end(done, wrong, partly))
    return wrong + partly


def _number(arguments: BatchArguments) -> int | None:
    """How many initiatives there are, as far as that can be told from the files alone."""
    from poolwijzer.batch.inputs import LINES_SUFFIX, TABLE_SUFFIXES

    several = any(file.path.suffix.lower() in (*TABLE_SUFFIXES, LINES_SUFFIX) for file in arguments.files)
    return None if several else len(arguments.files)
