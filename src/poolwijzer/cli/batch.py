"""`poolwijzer batch`: many initiatives at once, unattended."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from poolwijzer import __version__
from poolwijzer.cli.boundary import ATTENTION, mistakes_told
from poolwijzer.cli.options import AdviceDate, DepthChoice, Force, MenusFolder, Style, Template, advice_date
from poolwijzer.cli.outputs import Asked, dress_of, tell_written, write
from poolwijzer.cli.showing import show_report
from poolwijzer.dutch import counted
from poolwijzer.problems import InputError, Problem, did_you_mean, quoted

if TYPE_CHECKING:
    from poolwijzer.batch.inputs import Input
    from poolwijzer.batch.items import Item
    from poolwijzer.batch.outputs import About
    from poolwijzer.batch.overview import Overview
    from poolwijzer.batch.part import Part
    from poolwijzer.batch.row import Row
    from poolwijzer.batch.running import Jobs
    from poolwijzer.batch.work import Work
    from poolwijzer.content.content import Content
    from poolwijzer.report.writers import Dress


class RowsChoice(StrEnum):
    """What a row of a table is."""

    initiatives = "initiatives"
    respondents = "respondents"


@dataclass(frozen=True)
class Wish:
    """The arguments, settled."""

    files: tuple[Input, ...]
    rows: RowsChoice | None
    tables: tuple[Path, ...]
    overviews: tuple[Path, ...]
    folder: Path | None
    formats: tuple[str, ...]
    depth: DepthChoice
    stress: bool
    jobs: Jobs
    menus: Path | None
    on: date
    looks: Asked
    quiet: bool

    @property
    def keeps(self) -> Path | None:
        """Beside which file the results are kept until the end; None where nothing is written."""
        folder = (self.folder / "poolwijzer",) if self.folder else ()
        return next(iter((*self.outputs, *folder)), None)

    @property
    def outputs(self) -> tuple[Path, ...]:
        """Every file that is written once, at the end."""
        return (*self.tables, *self.overviews)


def batch(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PAD...",
            help="Bestanden, mappen of patronen. Met - leest hij een lijst van namen.",
            show_default=False,
        ),
    ],
    rows: Annotated[
        RowsChoice | None,
        typer.Option("--rows", help="Wat een regel van een tabel is. Nodig bij .csv en .xlsx.", show_default=False),
    ] = None,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="UITVOER",
            help="Schrijf de tabel naar een bestand (.csv, .xlsx, .jsonl, .json of .md). Mag vaker.",
            show_default=False,
        ),
    ] = None,
    overview: Annotated[
        list[Path] | None,
        typer.Option(
            "--overview",
            metavar="UITVOER",
            help="Schrijf een overzicht van alle initiatieven (.html, .pdf, .docx, .md of .svg). Mag vaker.",
            show_default=False,
        ),
    ] = None,
    reports: Annotated[
        Path | None,
        typer.Option("--reports", metavar="MAP", help="Schrijf van elk initiatief een advies.", show_default=False),
    ] = None,
    formats: Annotated[
        str, typer.Option("--format", metavar="SOORTEN", help="Welke adviezen, zoals pdf,html.")
    ] = "pdf",
    depth: Annotated[
        DepthChoice, typer.Option("--depth", help="Hoe uitgebreid de adviezen zijn.")
    ] = DepthChoice.gewoon,
    stress: Annotated[bool, typer.Option("--stress", help="Reken ook de onzekerheid van elke plek door.")] = False,
    jobs: Annotated[
        str, typer.Option("--jobs", metavar="AANTAL", help="Hoeveel tegelijk: een getal, of auto.")
    ] = "auto",
    style: Style = None,
    template: Template = None,
    menus: MenusFolder = None,
    date: AdviceDate = None,
    force: Force = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Meld alleen wat er mis is.")] = False,
) -> None:
    """Bekijk veel initiatieven tegelijk, zonder iets te vragen."""
    with mistakes_told():
        tables, overviews = tuple(output or ()), tuple(overview or ())
        files = _files(paths, (*tables, *overviews))
        wish = Wish(
            files=files,
            rows=rows,
            tables=tables,
            overviews=overviews,
            folder=reports,
            formats=_formats(formats) if reports else (),
            depth=depth,
            stress=stress,
            jobs=_jobs(jobs),
            menus=menus,
            on=advice_date(date),
            looks=Asked((), force, style, template),
            quiet=quiet,
        )
        _check(wish)
        wrong = _run(wish)
    if wrong:
        raise typer.Exit(ATTENTION)


# What was asked.


def _files(paths: list[str], besides: tuple[Path, ...]) -> tuple[Input, ...]:
    from poolwijzer.batch.inputs import LIST, inputs

    listed = sys.stdin if LIST in paths and sys.stdin is not None else ()
    found = tuple(inputs(paths, listed, besides))
    if not found:
        raise InputError(Problem(" ".join(paths), "Hier is geen enkel bestand.", "Noem een bestand of een map."))
    return found


def _jobs(given: str) -> Jobs:
    if given == "auto":
        return "auto"
    if given.isascii() and given.isdigit() and int(given) > 0:
        return int(given)
    raise InputError(Problem("--jobs", f"{quoted(given)} is geen aantal.", "Geef een getal vanaf 1, of auto."))


def _formats(given: str) -> tuple[str, ...]:
    """The suffixes of the reports that are asked for, each once."""
    from poolwijzer.report.writers import known_suffixes

    known = [suffix.removeprefix(".") for suffix in known_suffixes()]
    asked = dict.fromkeys(word.strip().removeprefix(".").lower() for word in given.split(","))
    problems = [
        Problem(
            "--format",
            f"Het soort bestand {quoted(word)} kan niet gemaakt worden.",
            did_you_mean(word, known) or f"Kies uit: {', '.join(known)}.",
        )
        for word in asked
        if word not in known
    ]
    if problems:
        raise InputError(problems)
    return tuple(f".{word}" for word in asked)


def _check(wish: Wish) -> None:
    """Refuse what cannot be written or read, before anything is done."""
    from poolwijzer.batch.items import check_rows
    from poolwijzer.batch.outputs import check_table_suffixes
    from poolwijzer.report.writers import DATA_SUFFIX, check_suffixes

    check_table_suffixes(wish.tables)
    check_suffixes(wish.overviews)
    if data := [path for path in wish.overviews if path.suffix.lower() == DATA_SUFFIX]:
        message = "Een overzicht is er om te lezen, en niet als JSON."
        raise InputError(Problem(str(path), message, "De gegevens krijgt u met -o uitkomst.json.") for path in data)
    check_rows(wish.files, wish.rows.value if wish.rows else None)


# Doing it.


def _run(wish: Wish) -> bool:
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
