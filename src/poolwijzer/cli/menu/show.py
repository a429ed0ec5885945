"""`poolwijzer menu show`: everything about one option."""

from __future__ import annotations

from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import AdviceDate, MenusFolder, advice_date
from poolwijzer.cli.screen import AsJson, show_data, show_report
from poolwijzer.version import __version__


def show(
    option: Annotated[str, typer.Argument(metavar="OPTIE", help="Het id van de optie.", show_default=False)],
    json: AsJson = False,
    menus: MenusFolder = None,
    date: AdviceDate = None,
) -> None:
    """Toon alles over een optie.

    Waar zij past, waarom, wat er nodig is, bij welke twijfels zij helpt, wie haar koos en waar dat staat.
    Recht en geld staan er zoals het op de datum is.
    """
    with mistakes_told():
        on = advice_date(date)
        from poolwijzer.menucard.lookup import resolve_id

        content = read_menus(menus)
        hint = "Alle opties: poolwijzer menu list."
        if option in content.components:
            hint = f"Dit is een component. Gebruik: poolwijzer menu list {option}."
        name, remarks = resolve_id(option, "De optie", content.options, content.typology.renamed.options, hint)
        tell(remarks)
        if json:
            from poolwijzer.menucard.data import make_option_data

            show_data(make_option_data(content, __version__, name, on))
        else:
            from poolwijzer.menucard.option_page import make_option_page

            show_report(make_option_page(content, name, on))
