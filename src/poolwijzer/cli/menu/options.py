"""`poolwijzer menu list`: the menu card in short."""

from __future__ import annotations

from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import MenusFolder
from poolwijzer.cli.screen import AsJson, show_data, show_report
from poolwijzer.version import __version__


def list_options(
    component: Annotated[
        str | None,
        typer.Argument(
            metavar="COMPONENT", help="De component, zoals vorm. Zonder component: alle.", show_default=False
        ),
    ] = None,
    json: AsJson = False,
    menus: MenusFolder = None,
) -> None:
    """Toon de componenten van de menukaart met hun opties."""
    with mistakes_told():
        from poolwijzer.menucard.lookup import resolve_id

        content = read_menus(menus)
        if component is not None:
            renamed = content.typology.renamed.components
            component, remarks = resolve_id(component, "De component", content.components, renamed)
            tell(remarks)
        if json:
            from poolwijzer.menucard.data import make_options_data

            show_data(make_options_data(content, __version__, component))
        else:
            from poolwijzer.menucard.pages import make_options_page

            show_report(make_options_page(content, component))
