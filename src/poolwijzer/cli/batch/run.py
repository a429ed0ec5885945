"""Doing what a batch is asked for: judging, keeping, telling, and writing at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from poolwijzer.cli.batch.places import check_places, clear_broken_off, without_ours
from poolwijzer.cli.batch.wish import Wish
from poolwijzer.cli.boundary import say
from poolwijzer.cli.outputs import dress_of, tell_written, write
from poolwijzer.cli.showing import show_report
from poolwijzer.dutch import counted
from poolwijzer.problems import Problem
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.batch.checkpoint import Part
    from poolwijzer.batch.overview.report import Overview
    from poolwijzer.batch.work import Work
    from poolwijzer.content.content import Content
    from poolwijzer.formats.registry import Dress
    from poolwijzer.tables.outputs import About
    from poolwijzer.tables.row import Row


def run(wish: Wish) -> bool:
    """Judge everything, and write and show what was asked.

    Returns:
        Whether something was wrong with some of it.
    """
    from poolwijzer.batch.items import items
    from poolwijzer.batch.overview.report import Overview
    from poolwijzer.batch.work import Reports, work_with
    from poolwijzer.content.read import load_menus

    content = load_menus(wish.menus)
    dress = dress_of(wish.looks)
    reports = Reports(wish.formats, wish.depth.value, dress) if wish.formats else None
    work = work_with(content, wish.on, __version__, with_stress=wish.stress, reports=reports)
    overview = Overview()
    if wish.keeps is None:
        from poolwijzer.batch.workers import results
        from poolwijzer.tables.row import row_from

        coming = items(wish.files, content, wish.rows_of_tables)
        wrong = _passed((row_from(result.row) for result in results(work, coming, wish.jobs)), overview, wish)
        _show(overview, content, wish)
    else:
        wrong = _kept(work, wish.keeps, content, overview, wish, dress)
    return wrong > 0


def _kept(work: Work, keeps: Path, content: Content, overview: Overview, wish: Wish, dress: Dress) -> int:
    """Judge everything, keep what is found as it comes, and write the files that were asked for at the end."""
    from poolwijzer.batch.checkpoint import Part, part_of
    from poolwijzer.batch.items import items
    from poolwijzer.batch.report_folder import ReportFolder
    from poolwijzer.batch.run import about, kept_rows

    read = without_ours(wish)
    head = about(work, content, wish.rows_of_tables, [file.path for file in read])
    going_on = part_of(keeps, head)
    if going_on:
        wish = replace(wish, files=read)
    check_places(wish, force=wish.looks.force or going_on)
    folder = ReportFolder(wish.folder) if wish.folder else None
    with Part(keeps, head) as part:
        if going_on:
            clear_broken_off(wish)
        if part.taken_over and not wish.quiet:
            say(f"Ik ga verder: {counted(part.taken_over, 'resultaat is', 'resultaten zijn')} er al.")
        try:
            coming = items(wish.files, content, wish.rows_of_tables)
            wrong = _passed(kept_rows(work, coming, part, folder, wish.jobs), overview, wish)
            _write(part, content, overview, wish, dress)
        except KeyboardInterrupt:
            say("Geef dezelfde opdracht nog eens, en hij gaat verder waar hij was.")
            raise
        part.remove()
    return wrong


def _passed(rows: Iterator[Row], overview: Overview, wish: Wish) -> int:
    """Let all rows pass, and say what is wrong with some.

    Returns:
        How many cannot be used.
    """
    from poolwijzer.cli.progress import Passing, told

    done = wrong = 0
    with Passing(_number(wish), slow=wish.folder is not None, quiet=wish.quiet) as passing:
        for row in rows:
            overview.add(row)
            done += 1
            wrong += row["status"] == "fout"
            for problem in (*row["problems"], *row["remarks"]):
                passing.wrong(Problem(**problem))
            passing.passed()
    if not wish.quiet:
        say(told(done, wrong))
    return wrong


def _number(wish: Wish) -> int | None:
    """How many initiatives there are, as far as that can be told from the files alone."""
    from poolwijzer.batch.inputs import LINES_SUFFIX, TABLE_SUFFIXES

    several = any(file.path.suffix.lower() in (*TABLE_SUFFIXES, LINES_SUFFIX) for file in wish.files)
    return None if several else len(wish.files)


def _write(part: Part, content: Content, overview: Overview, wish: Wish, dress: Dress) -> None:
    """Write the tables and overviews."""
    from poolwijzer.batch.overview.report import build_overview
    from poolwijzer.formats.registry import made_in
    from poolwijzer.tables.outputs import About

    about = About(content, wish.on, __version__, with_stress=wish.stress)
    for path in wish.tables:
        write(path, partial(_fill, path.suffix.lower(), part, about), "De tabel")
    if wish.overviews:
        report = build_overview(overview, content, wish.on, __version__)
        for path in wish.overviews:
            write(path, made_in(path.suffix.lower(), report, dress), "Het overzicht")
    if not wish.quiet:
        tell_written([*wish.outputs, *([wish.folder] if wish.folder else [])])


def _fill(suffix: str, part: Part, about: About, file: BinaryIO) -> None:
    """Write a table from the rows that were kept, a row at a time."""
    from poolwijzer.tables.outputs import write_table
    from poolwijzer.tables.row import row_from

    write_table(suffix, file, map(row_from, part.rows()), about)


def _show(overview: Overview, content: Content, wish: Wish) -> None:
    """The table on screen."""
    from poolwijzer.batch.overview.screen import on_screen

    show_report(on_screen(overview, content, wish.on))
