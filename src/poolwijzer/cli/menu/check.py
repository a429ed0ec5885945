"""`poolwijzer menu check`: every mistake in the menus at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told
from poolwijzer.cli.options import AdviceDate, advice_date
from poolwijzer.cli.screen import AsJson, show_data
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.dutch import count_things
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.menucard.checks.menu_check import MenuCheck

REMARK = "Opmerking: "


def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="MAP",
            help="Een eigen map met menu's. Zonder map: de gewone menu's.",
            show_default=False,
        ),
    ] = None,
    reach: Annotated[
        bool,
        typer.Option("--reach", help="Noem ook regels die in 500 verzonnen initiatieven nooit gelden."),
    ] = False,
    json: AsJson = False,
    date: AdviceDate = None,
) -> None:
    """Controleer de menu's op fouten.

    Alle fouten tegelijk, met bestand, regel en plaats. Een opmerking is geen fout.
    """
    with mistakes_told():
        on = advice_date(date)
        from poolwijzer.cli.settings.chosen import chosen_menus
        from poolwijzer.content.folders import find_own_menus
        from poolwijzer.menucard.checks.menu_check import check_menus

        found = check_menus(find_own_menus(chosen_menus(folder)), on, reach=reach)
        if json:
            from poolwijzer.menucard.data import make_check_data

            show_data(make_check_data(found, __version__))
        else:
            _show(found)
    if found.problems:
        raise typer.Exit(ATTENTION)


def _show(found: MenuCheck) -> None:
    """One line for each problem, then for each remark, and at the end how many there are."""
    from dataclasses import replace

    for problem in found.problems:
        typer.echo(str(problem))
    for remark in found.remarks:
        typer.echo(str(replace(remark, message=f"{REMARK}{remark.message}")))
    problems = count_things(len(found.problems), "fout", "fouten") if found.problems else "Geen fouten"
    remarks = f" {count_things(len(found.remarks), 'opmerking', 'opmerkingen')}." if found.remarks else ""
    typer.echo(f"{problems}.{remarks}")
