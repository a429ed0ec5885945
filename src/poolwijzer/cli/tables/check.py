"""`poolwijzer tables check`: what of a table was understood, before anything counts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import (
    Draft,
    Force,
    Gray,
    MenusFolder,
    OnDay,
    OpenThem,
    Organisation,
    Plain,
    Style,
    Template,
    advice_date,
    output_option,
)
from poolwijzer.cli.outputs import OutputOptions, Results, check_outputs, deliver, read_theme, tell_idle
from poolwijzer.cli.screen import AsJson
from poolwijzer.cli.statuses import ATTENTION, UNUSABLE
from poolwijzer.cli.table_options import Hidden, HiddenChoice, MapFile, RowsChoice, SheetName
from poolwijzer.cli.tables.next_steps import CheckArguments, find_steps
from poolwijzer.dutch import join_words
from poolwijzer.formats.registry import PICTURE_SUFFIX, known_suffixes
from poolwijzer.problems import InputError, Problem
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.assessment.model import Participant
    from poolwijzer.content.content import Content
    from poolwijzer.report.model import Report
    from poolwijzer.tables.table_map import TableMap
    from poolwijzer.tables.understanding.reading import TableUnderstanding

_SUFFIXES = tuple(suffix for suffix in known_suffixes() if suffix != PICTURE_SUFFIX)


_ROWS = join_words((one.value for one in RowsChoice), "of")


def check(
    table: Annotated[
        Path, typer.Argument(metavar="TABEL", help="De tabel, zoals een export van een enquête.", show_default=False)
    ],
    rows: Annotated[
        RowsChoice | None,
        typer.Option("--rows", help="Wat een rij van een tabel is.", show_default=False),
    ] = None,
    sheet: SheetName = "",
    table_map: MapFile = None,
    hidden: Hidden = HiddenChoice.skip,
    municipalities: Annotated[
        str | None,
        typer.Option(
            "--municipalities",
            metavar="NAMEN",
            help='De gemeenten die meedoen: "Assen|Emmen".',
            show_default=False,
        ),
    ] = None,
    initiative: Annotated[
        Path | None,
        typer.Option(
            "--initiative",
            metavar="BESTAND",
            help="Het bestand van het initiatief, met de gemeenten die meedoen.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[list[Path] | None, output_option("wat er begrepen is naar een bestand", _SUFFIXES)] = None,
    json: AsJson = False,
    style: Style = None,
    template: Template = None,
    organisation: Organisation = None,
    draft: Draft = False,
    gray: Gray = False,
    plain: Plain = False,
    open_them: OpenThem = False,
    menus: MenusFolder = None,
    date: OnDay = None,
    force: Force = False,
) -> None:
    """Kijk wat Poolwijzer begrijpt, voordat er iets meetelt.

    Welke kolommen meetellen en als wat, wie er antwoordde en wie nog niet, en wat er niet klopt.
    """
    with mistakes_told():
        outputs = OutputOptions(
            tuple(output or ()), force, style, template, open_them, organisation, draft, gray, plain
        )
        on = advice_date(date)
        check_outputs(outputs, [table, *filter(None, (initiative, table_map))], menus, _SUFFIXES)
        tell_idle(outputs, as_json=json)
        theme = read_theme(outputs)
        content = read_menus(menus)
        known = _read_map(table_map, content)
        said = rows.value if rows else known.rows if known else None
        if said is None:
            raise InputError(Problem(str(table), "Wat is een rij van deze tabel?", f"Kies --rows {_ROWS}."))
        arguments = CheckArguments(table, said, sheet, hidden.value, municipalities, initiative, menus, table_map)
        found = _understand(arguments, known, content)

        @cache
        def report(on_screen: bool) -> Report:
            from poolwijzer.tables.understanding.report import build_understanding

            steps = find_steps(found, arguments if on_screen else arguments.for_others())
            return build_understanding(found, content, steps, on_screen=on_screen, on=on)

        def data() -> bytes:
            from poolwijzer.report.data import json_bytes
            from poolwijzer.tables.understanding.data import understanding_document

            return json_bytes(understanding_document(found, content, __version__))

        results = Results(
            report=lambda: report(on_screen=False),
            data=data,
            pictured=lambda: report(on_screen=False),
            on_screen=lambda: report(on_screen=True),
            called="Wat er begrepen is",
        )
        deliver(outputs, results, theme, as_json=json)
        if outputs.paths and not json:
            from poolwijzer.tables.understanding.report import tell_verdict

            tell([Problem(str(table), tell_verdict(found))])
    if not found.usable:
        raise typer.Exit(UNUSABLE)
    if found.needs_attention:
        raise typer.Exit(ATTENTION)


def _read_map(file: Path | None, content: Content) -> TableMap | None:
    """What the words of the table mean, where somebody wrote that down.

    Raises:
        InputError: with every problem in it.
    """
    if file is None:
        return None
    from poolwijzer.tables.map_file import read_map

    return read_map(file, content)


def _understand(arguments: CheckArguments, known: TableMap | None, content: Content) -> TableUnderstanding:
    """Read the table.

    Raises:
        InputError: it is not there, or something is wrong with the options.
    """
    from poolwijzer.tables.reader import TableOptions
    from poolwijzer.tables.understanding.reading import understand_table

    options = TableOptions(
        sheet=arguments.sheet,
        hidden=arguments.hidden,
        municipalities=_who_takes_part(arguments, content),
        map=known,
    )
    return understand_table(arguments.table, arguments.rows, content, options)


def _who_takes_part(arguments: CheckArguments, content: Content) -> tuple[Participant, ...]:
    """The municipalities that take part, where somebody named them.

    Raises:
        InputError: they are named twice, cannot be resolved, or are of no use with such a table.
    """
    given, file = arguments.municipalities, arguments.initiative
    option = "--municipalities" if given is not None else "--initiative"
    if given is None and file is None:
        return ()
    if given is not None and file is not None:
        message = "Dit kan niet samen met --initiative."
        raise InputError(Problem(option, message, "Kies een van de twee: beide zeggen wie er meedoet."))
    if arguments.rows != "respondents":
        raise InputError(Problem(option, "Dit kan alleen bij een tabel met respondenten.", "Laat deze optie weg."))
    if given is not None:
        from poolwijzer.cli.batch.arguments import read_municipalities

        return read_municipalities(given)
    from poolwijzer.assessment.read import read_assessment

    assert file is not None
    reading = read_assessment(file, content)
    if not (listed := reading.assessment.initiative.municipalities):
        message = "In dit bestand staat niet welke gemeenten meedoen."
        raise InputError(Problem(str(file), message, "Vul initiative.municipalities in, of gebruik --municipalities."))
    return listed
