"""The arguments of `poolwijzer batch`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from poolwijzer.cli.batch.arguments import (
    BatchArguments,
    DialectChoice,
    check_arguments,
    find_files,
    parse_formats,
    parse_jobs,
    parse_municipalities,
    read_table_map,
    settle_depth,
    settle_rows,
    tell_idle,
)
from poolwijzer.cli.batch.run import run
from poolwijzer.cli.boundary import mistakes_told
from poolwijzer.cli.options import (
    AdviceDate,
    DepthChoice,
    Draft,
    Force,
    Gray,
    MenusFolder,
    MenusVersion,
    Organisation,
    Plain,
    Style,
    Template,
    advice_date,
    kind_option,
    output_option,
)
from poolwijzer.cli.outputs import OutputOptions
from poolwijzer.cli.pipes import part_outputs
from poolwijzer.cli.screen import AsJson
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.cli.table_options import Agree, Hidden, HiddenChoice, MapFile, RowsChoice, SheetName
from poolwijzer.dutch import join_words
from poolwijzer.formats.registry import READABLE
from poolwijzer.tables.registry import TABLES_IN, TABLES_OUT


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
        typer.Option(
            "--rows",
            help=f"Wat een rij van een tabel is. Nodig bij {join_words(TABLES_IN, 'en')}.",
            show_default=False,
        ),
    ] = None,
    sheet: SheetName = "",
    map_file: MapFile = None,
    hidden: Hidden = HiddenChoice.skip,
    agree: Agree = False,
    output: Annotated[list[Path] | None, output_option("de tabel naar een bestand", tuple(TABLES_OUT))] = None,
    kind: Annotated[str | None, kind_option("csv")] = None,
    json: AsJson = False,
    long: Annotated[
        bool, typer.Option("--long", help="Maak een rij van elke stelling, en niet van elk initiatief.")
    ] = False,
    dialect: Annotated[
        DialectChoice | None,
        typer.Option(
            "--dialect",
            help="Hoe CSV geschreven wordt: voor een Nederlandse Excel, of met komma's en punten. "
            "In een bestand is dat excel, naar de uitvoer standard.",
            show_default=False,
        ),
    ] = None,
    files_folder: Annotated[
        Path | None,
        typer.Option(
            "--files", metavar="MAP", help="Schrijf elk initiatief in een eigen bestand (.yaml).", show_default=False
        ),
    ] = None,
    overview: Annotated[
        list[Path] | None, output_option("een overzicht van alle initiatieven", READABLE, "--overview")
    ] = None,
    municipalities: Annotated[
        str | None,
        typer.Option(
            "--municipalities",
            metavar="NAMEN",
            help='De gemeenten die meedoen, bij een tabel van één initiatief: "Assen|Emmen".',
            show_default=False,
        ),
    ] = None,
    rejected: Annotated[
        Path | None,
        typer.Option(
            "--rejected",
            metavar="UITVOER",
            help="Schrijf de rijen die niet meetellen naar een tabel (.csv), om te verbeteren.",
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
        typer.Option("--depth", help="Hoe uitgebreid adviezen en overzicht zijn. Anders gewoon.", show_default=False),
    ] = None,
    stress: Annotated[bool, typer.Option("--stress", help="Reken ook de onzekerheid van elke plek door.")] = False,
    jobs: Annotated[
        str, typer.Option("--jobs", metavar="AANTAL", help="Hoeveel tegelijk: een getal, of auto.")
    ] = "auto",
    style: Style = None,
    template: Template = None,
    organisation: Organisation = None,
    draft: Draft = False,
    gray: Gray = False,
    plain: Plain = False,
    menus: MenusFolder = None,
    menus_version: MenusVersion = None,
    date: AdviceDate = None,
    force: Force = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Meld alleen wat er mis is.")] = False,
) -> None:
    """Bekijk veel initiatieven tegelijk, zonder iets te vragen."""
    with mistakes_told():
        overviews = tuple(overview or ())
        tables, piped = part_outputs(output or (), kind, TABLES_OUT, as_json=json)
        files = find_files(paths, (*tables, *overviews, *([rejected] if rejected else [])))
        table_map = read_table_map(map_file, menus)
        rows = settle_rows(rows, table_map)
        arguments = BatchArguments(
            files=files,
            rows=rows,
            sheet=sheet,
            municipalities=parse_municipalities(municipalities, files, rows),
            rejected=rejected,
            hidden=hidden,
            map_file=map_file,
            table_map=table_map,
            agree=agree,
            tables=tables,
            piped=".json" if json else piped,
            dialect=dialect,
            long=long,
            files_folder=files_folder,
            overviews=overviews,
            folder=reports,
            formats=parse_formats(formats, reports),
            depth=settle_depth(depth, reports, overviews),
            stress=stress,
            jobs=parse_jobs(jobs),
            menus=menus,
            menus_version=menus_version,
            on=advice_date(date),
            outputs=OutputOptions((), force, style, template, False, organisation, draft, gray, plain),
            quiet=quiet,
        )
        check_arguments(arguments)
        tell_idle(arguments)
        wrong = run(arguments)
    if wrong:
        raise typer.Exit(ATTENTION)
