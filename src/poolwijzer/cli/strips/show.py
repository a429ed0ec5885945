"""`poolwijzer strips show`: what everybody used and has left, at a glance."""

from __future__ import annotations

from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import MenusFolder, Plain, advice_date
from poolwijzer.cli.outputs import NO_EFFECT, OutputOptions, deliver, tell_idle
from poolwijzer.cli.screen import AsJson
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.cli.strips.options import IN_JSON, BalanceDay, LedgerFile, OneMunicipality, StripsFile, StripsYearOption
from poolwijzer.cli.strips.results import prepare_results
from poolwijzer.cli.strips.sources import read_sources
from poolwijzer.problems import Problem


def show(
    file: StripsFile,
    ledger: LedgerFile = None,
    municipality: OneMunicipality = None,
    lines: Annotated[bool, typer.Option("--lines", help="Toon ook alle regels, met hun codes.")] = False,
    year: StripsYearOption = None,
    json: AsJson = False,
    plain: Plain = False,
    menus: MenusFolder = None,
    date: BalanceDay = None,
) -> None:
    """Toon wat elke gemeente mag gebruiken, gebruikte en over heeft."""
    with mistakes_told():
        outputs, on = OutputOptions((), plain=plain), advice_date(date)
        tell_idle(outputs, as_json=json)
        from poolwijzer.formats.registry import Theme

        sources = read_sources(file, ledger, read_menus(menus))
        material = sources.choose(on, year, municipality, with_lines=lines)
        if json:
            sources.tell_problems()
            tell([Problem("--lines", NO_EFFECT, IN_JSON)] if lines else ())
        deliver(outputs, prepare_results(material, brief=True), Theme(), as_json=json)
    if sources.attention:
        raise typer.Exit(ATTENTION)
