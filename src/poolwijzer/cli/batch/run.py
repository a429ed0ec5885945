"""Doing what a batch is asked for: judging, keeping, telling, and writing at the end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

import typer

from poolwijzer import __version__
from poolwijzer.cli.batch.wish import Wish
from poolwijzer.cli.outputs import dress_of, tell_written, write
from poolwijzer.cli.showing import show_report
from poolwijzer.dutch import counted
from poolwijzer.problems import Problem

if TYPE_CHECKING:
    from poolwijzer.batch.items import Item
    from poolwijzer.batch.outputs import About
    from poolwijzer.batch.overview import Overview
    from poolwijzer.batch.part import Part
    from poolwijzer.batch.row import Row
    from poolwijzer.batch.work import Work
    from poolwijzer.content.content import Content
    from poolwijzer.report.writers import Dress


def run(wish: Wish) -> bool:
    """Judge everything, and write and show what was asked.

    Returns:
        Whether something was wrong with some of it.
    """
    from poolwijzer.batch.items import items
    from poolwijzer.batch.overview import Overview
    from poolwijzer.batch.work import Reports, work_with
    from poolwijzer.content.read import load_menus

    content = load_menus(wish.menus)
    dress = dress_of(wish.looks)
    reports = Reports(wish.formats, wish.depth.value, dress) if wish.formats else None
    work = work_with(content, wish.on, __version__, with_stress=wish.stress, reports=reports)
    coming = items(wish.files, content, wish.rows.value if wish.rows else None)
    overview = Overview()
    if wish.keeps is None:
        from poolwijzer.batch.running import results

        wrong = _passed((json.loads(result.row) for result in results(work, coming, wish.jobs)), overview, wish)
        _show(overview, content, wish)
    else:
        wrong = _kept(work, coming, content, overview, wish, dress)
    return wrong > 0


def _kept(work: Work, coming: Iterator[Item], content: Content, overview: Overview, wish: Wish, dress: Dress) -> int:
    """Judge everything, keep what is found as it comes, and write the files that were asked for at the end."""
    from poolwijzer.batch.keeping import about, kept_rows
    from poolwijzer.batch.part import Part, part_of
    from poolwijzer.batch.report_folder import ReportFolder, check_folder
    from poolwijzer.outfile import plan_outputs

    assert wish.keeps is not None
    head = about(work, content, wish.rows.value if wish.rows else None)
    # What was broken off was allowed to write there, so it may go on.
    going_on = part_of(wish.keeps, head)
    read = [*(file.path for file in wish.files), *(path for path in (wish.looks.style, wish.looks.template) if path)]
    plan_outputs(wish.outputs, read, wish.looks.force or going_on)
    if wish.folder and not (wish.looks.force or going_on):
        check_folder(wish.folder)
    folder = ReportFolder(wish.folder) if wish.folder else None
    with Part(wish.keeps, head) as part:
        if part.taken_over and not wish.quiet:
            typer.echo(f"Ik ga verder: {counted(part.taken_over, 'resultaat is', 'resultaten zijn')} er al.", err=True)
        try:
            wrong = _passed(kept_rows(work, coming, part, folder, wish.jobs), overview, wish)
        except KeyboardInterrupt:
            typer.echo("Geef dezelfde opdracht nog eens, en hij gaat verder waar hij was.", err=True)
            raise
        _write(part, content, overview, wish, dress)
        part.remove()
    return wrong


def _passed(rows: Iterator[Row], overview: Overview, wish: Wish) -> int:
    """Let all rows pass, and say what is wrong with some.

    Returns:
        How many cannot be used.
    """
    from poolwijzer.cli.progress import Passing, told

    done = wrong = 0
    with Passing(_number(wish), wish.quiet) as passing:
        for row in rows:
            overview.add(row)
            done += 1
            wrong += row["status"] == "fout"
            for problem in (*row["problems"], *row["remarks"]):
                passing.wrong(Problem(**problem))
            passing.passed()
    if not wish.quiet:
        typer.echo(told(done, wrong), err=True)
    return wrong


def _number(wish: Wish) -> int | None:
    """How many initiatives there are, as far as that can be told from the files alone."""
    from poolwijzer.batch.inputs import LINES_SUFFIX, TABLE_SUFFIXES

    several = any(file.path.suffix.lower() in (*TABLE_SUFFIXES, LINES_SUFFIX) for file in wish.files)
    return None if several else len(wish.files)


def _write(part: Part, content: Content, overview: Overview, wish: Wish, dress: Dress) -> None:
    """Write the tables and overviews."""
    from poolwijzer.batch.outputs import About
    from poolwijzer.batch.overview import build_overview
    from poolwijzer.report.writers import made_in

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
    from poolwijzer.batch.outputs import write_table

    write_table(suffix, file, map(json.loads, part.rows()), about)


def _show(overview: Overview, content: Content, wish: Wish) -> None:
    """The table on screen."""
    from poolwijzer.batch.on_screen import on_screen

    show_report(on_screen(overview, content, wish.on))
