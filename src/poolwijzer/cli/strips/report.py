"""`poolwijzer strips report`: the report of a year of strips, in every format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import (
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
)
from poolwijzer.cli.outputs import (
    NO_EFFECT,
    WITH_FIGURES,
    OutputOptions,
    check_outputs,
    check_picture,
    deliver,
    read_theme,
    tell_idle,
)
from poolwijzer.cli.pipes import part_outputs
from poolwijzer.cli.screen import AsJson
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.cli.strips.options import IN_JSON, BalanceDay, LedgerFile, OneMunicipality, StripsFile, StripsYearOption
from poolwijzer.cli.strips.results import prepare_results
from poolwijzer.cli.strips.sources import ledger_path, read_sources
from poolwijzer.formats.registry import WHOLE_REPORTS
from poolwijzer.problems import Problem

if TYPE_CHECKING:
    pass


def report(
    file: StripsFile,
    output: Annotated[list[Path] | None, output_option("het verslag naar een bestand", WITH_FIGURES)] = None,
    kind: Annotated[str | None, kind_option("md")] = None,
    json: AsJson = False,
    ledger: LedgerFile = None,
    municipality: OneMunicipality = None,
    lines: Annotated[bool, typer.Option("--lines", help="Zet ook alle regels in het verslag.")] = False,
    year: StripsYearOption = None,
    style: Style = None,
    template: Template = None,
    organisation: Organisation = None,
    draft: Draft = False,
    gray: Gray = False,
    plain: Plain = False,
    open_them: OpenThem = False,
    menus: MenusFolder = None,
    menus_version: MenusVersion = None,
    date: BalanceDay = None,
    force: Force = False,
) -> None:
    """Maak een verslag van de strippenkaart, ook als tabel."""
    with mistakes_told():
        paths, piped = part_outputs(output or (), kind, WITH_FIGURES, as_json=json)
        outputs = OutputOptions(paths, force, style, template, open_them, organisation, draft, gray, plain, piped)
        on = advice_date(date)
        read = [file, ledger_path(file, ledger)]
        check_outputs(outputs, read, menus, WITH_FIGURES)
        tell_idle(outputs, as_json=json)
        if lines and (json or outputs.suffixes) and outputs.suffixes.isdisjoint(WHOLE_REPORTS):
            tell([Problem("--lines", NO_EFFECT, IN_JSON)])
        theme = read_theme(outputs)
        sources = read_sources(file, ledger, read_menus(menus, menus_version))
        material = sources.choose(on, year, municipality, with_lines=lines)
        if json or outputs.suffixes:
            sources.tell_problems()
        results = prepare_results(material, brief=False)
        hint = "Er zijn minstens twee gemeenten nodig, en een regel in het logboek."
        check_picture(file, outputs, results, hint)
        deliver(outputs, results, theme, as_json=json)
    if sources.attention:
        raise typer.Exit(ATTENTION)
