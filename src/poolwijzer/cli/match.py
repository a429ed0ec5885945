"""`poolwijzer match`: hours that municipalities ask and offer, brought together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, say, tell
from poolwijzer.cli.busy_line import BusyLine
from poolwijzer.cli.options import (
    AdviceDate,
    Draft,
    Force,
    Gray,
    MenusFolder,
    MenusVersion,
    OpenThem,
    Organisation,
    Plain,
    Style,
    Template,
    advice_date,
    kind_option,
    output_option,
    value_option,
)
from poolwijzer.cli.outputs import (
    WITH_FIGURES,
    OutputOptions,
    Results,
    check_outputs,
    deliver,
    make_results,
    read_theme,
    tell_idle,
)
from poolwijzer.cli.pipes import is_stdin, part_outputs, read_stdin
from poolwijzer.cli.screen import AsJson
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.cli.table_options import Hidden, HiddenChoice, SheetName
from poolwijzer.problems import InputError, Problem
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from datetime import date

    from poolwijzer.content.content import Content
    from poolwijzer.matching.reading.gather import Hours, Source
    from poolwijzer.matching.values import Matching
    from poolwijzer.report.model import Report
    from poolwijzer.report.sheets import Sheets


def match(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="BESTAND",
            help="Een bestand met vraag, aanbod en regels, of tabellen. Met - de invoer.",
            show_default=False,
        ),
    ] = None,
    requests: Annotated[
        list[Path] | None,
        value_option("--requests", "TABEL", "Een tabel met alleen vraag. Mag vaker."),
    ] = None,
    offers: Annotated[
        list[Path] | None,
        value_option("--offers", "TABEL", "Een tabel met alleen aanbod. Mag vaker."),
    ] = None,
    sheet: SheetName = "",
    hidden: Hidden = HiddenChoice.skip,
    output: Annotated[list[Path] | None, output_option("wie wie helpt naar een bestand", WITH_FIGURES)] = None,
    kind: Annotated[str | None, kind_option("md")] = None,
    json: AsJson = False,
    style: Style = None,
    template: Template = None,
    organisation: Organisation = None,
    draft: Draft = False,
    gray: Gray = False,
    plain: Plain = False,
    open_them: OpenThem = False,
    menus: MenusFolder = None,
    menus_version: MenusVersion = None,
    date: AdviceDate = None,
    force: Force = False,
) -> None:
    """Koppel uren die gemeenten vragen aan uren die zij aanbieden."""
    with mistakes_told():
        paths, piped = part_outputs(output or (), kind, WITH_FIGURES, as_json=json)
        outputs = OutputOptions(paths, force, style, template, open_them, organisation, draft, gray, plain, piped)
        on = advice_date(date)
        given = [*(files or ()), *(requests or ()), *(offers or ())]
        check_outputs(outputs, given, menus, WITH_FIGURES)
        tell_idle(outputs, as_json=json)
        theme = read_theme(outputs)
        from poolwijzer.matching.reading.gather import gather_hours

        sources = _sources(files or (), requests or (), offers or ())
        content = read_menus(menus, menus_version)
        hours = gather_hours(sources, sheet=sheet, count_hidden=hidden is HiddenChoice.counted)
        tell(hours.remarks)
        tell(hours.left_out)
        matching = _matched(hours)
        results = prepare_results(content, hours, matching, on)
        deliver(outputs, results, theme, as_json=json)
        if hours.left_out:
            say("Deze uitkomst is zonder de rijen hierboven die niet te gebruiken zijn.")
            raise typer.Exit(ATTENTION)


def _matched(hours: Hours) -> Matching:
    """What comes of it; at a terminal it is told that this takes a while."""
    from poolwijzer.matching.matching import match_capacity

    busy = BusyLine()
    try:
        busy.show("Bezig met koppelen …")
        return match_capacity(hours.offered(), hours.asked(), hours.rules)
    finally:
        busy.clear()


def _sources(
    files: list[Path] | tuple[()], requests: list[Path] | tuple[()], offers: list[Path] | tuple[()]
) -> list[Source]:
    """What is to be read, each once.

    Raises:
        InputError: nothing was given, a file stands there twice, or a table is to come from standard input.
    """
    from poolwijzer.compare.inputs import refuse_repeated
    from poolwijzer.matching.reading.gather import Source

    if not (files or requests or offers):
        message = "Noem een bestand met vraag en aanbod, of tabellen met --requests en --offers."
        raise InputError(Problem("match", message, "In docs/uren-delen.md staat hoe zo'n bestand eruitziet."))
    refuse_repeated([*files, *requests, *offers])
    for path in (*requests, *offers):
        if is_stdin(path):
            message = "Een tabel kan niet van de invoer komen."
            raise InputError(Problem("-", message, "Noem het bestand. Alleen een YAML-bestand kan door de invoer."))
    return [
        *(Source(path, raw=read_stdin() if is_stdin(path) else None) for path in files),
        *(Source(path, True) for path in requests),
        *(Source(path, False) for path in offers),
    ]


def prepare_results(content: Content, hours: Hours, matching: Matching, on: date) -> Results:
    """What there is to write and to show of a matching."""

    def report(narrow: bool) -> Report:
        from poolwijzer.matching.telling.build import build_matching_report

        return build_matching_report(content, hours, matching, on, version=__version__, narrow=narrow)

    def document() -> dict[str, Any]:
        from poolwijzer.matching.telling.data import matching_document

        return matching_document(content, hours, matching, on, __version__)

    def sheets() -> Sheets:
        from poolwijzer.matching.telling.build import gather_material
        from poolwijzer.matching.telling.sheets import matching_sheets

        return matching_sheets(gather_material(content, hours, matching, on))

    return make_results("De koppeling", report, document, sheets)
