"""The arguments of `poolwijzer batch`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from poolwijzer.cli.batch.run import run
from poolwijzer.cli.batch.wish import RowsChoice, Wish, check, depth_of, files_of, formats_of, jobs_of
from poolwijzer.cli.boundary import mistakes_told
from poolwijzer.cli.options import AdviceDate, DepthChoice, Force, MenusFolder, Style, Template, advice_date
from poolwijzer.cli.outputs import Asked
from poolwijzer.cli.statuses import ATTENTION


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
        str | None,
        typer.Option(
            "--format", metavar="SOORTEN", help="Welke adviezen, zoals pdf,html. Anders pdf.", show_default=False
        ),
    ] = None,
    depth: Annotated[
        DepthChoice | None,
        typer.Option("--depth", help="Hoe uitgebreid de adviezen zijn. Anders gewoon.", show_default=False),
    ] = None,
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
        files = files_of(paths, (*tables, *overviews))
        wish = Wish(
            files=files,
            rows=rows,
            tables=tables,
            overviews=overviews,
            folder=reports,
            formats=formats_of(formats, reports),
            depth=depth_of(depth, reports),
            stress=stress,
            jobs=jobs_of(jobs),
            menus=menus,
            on=advice_date(date),
            looks=Asked((), force, style, template),
            quiet=quiet,
        )
        check(wish)
        wrong = run(wish)
    if wrong:
        raise typer.Exit(ATTENTION)
