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
    FIGURES,
    NO_EFFECT,
    OutputOptions,
    check_outputs,
    deliver,
    make_bytes,
    read_theme,
    tell_idle,
)
from poolwijzer.cli.pipes import part_outputs
from poolwijzer.cli.screen import AsJson, show_bytes
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.cli.strips.options import IN_JSON, BalanceDay, LedgerFile, OneMunicipality, StripsFile, StripsYearOption
from poolwijzer.cli.strips.results import prepare_results
from poolwijzer.cli.strips.sources import ledger_path, read_sources
from poolwijzer.formats.registry import PICTURE_SUFFIX, WHOLE_REPORTS, known_suffixes
from poolwijzer.problems import InputError, Problem

if TYPE_CHECKING:
    from poolwijzer.report.strips.material import StripMaterial

SUFFIXES = (*known_suffixes(), *FIGURES)


def report(
    file: StripsFile,
    output: Annotated[list[Path] | None, output_option("het verslag naar een bestand", SUFFIXES)] = None,
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
    """Maak een verslag van de strippenkaart, ook als tabel voor een rekenblad."""
    with mistakes_told():
        paths, piped = part_outputs(output or (), kind, SUFFIXES, as_json=json)
        outputs = OutputOptions(paths, force, style, template, open_them, organisation, draft, gray, plain)
        on = advice_date(date)
        read = [file, ledger_path(file, ledger)]
        check_outputs(outputs._replace(template=None) if piped == ".docx" else outputs, read, menus, SUFFIXES)
        if not piped:
            tell_idle(outputs, as_json=json)
        suffixes = {piped, *(path.suffix.lower() for path in paths)}
        if lines and (json or paths or piped) and suffixes.isdisjoint(WHOLE_REPORTS):
            tell([Problem("--lines", NO_EFFECT, IN_JSON)])
        theme = read_theme(outputs)
        sources = read_sources(file, ledger, read_menus(menus, menus_version))
        material = sources.choose(on, year, municipality, with_lines=lines)
        if json or paths or piped:
            sources.tell_problems()
        if PICTURE_SUFFIX in suffixes:
            _require_picture(file, material)
        results = prepare_results(material, brief=False)
        if paths or not piped:
            deliver(outputs, results, theme, as_json=json)
        if piped:
            show_bytes(make_bytes(piped, results, theme))
    if sources.attention:
        raise typer.Exit(ATTENTION)


def _require_picture(file: Path, material: StripMaterial) -> None:
    """Refuse a drawing of strips that nobody uses yet.

    Raises:
        InputError: there is nothing to draw.
    """
    from poolwijzer.report.strips.picture import strips_picture

    if material.only or not material.known or strips_picture(material) is None:
        hint = "Er zijn minstens twee gemeenten nodig, en een regel in het logboek."
        raise InputError(Problem(str(file), "Er is nog niets om te tekenen.", hint))
