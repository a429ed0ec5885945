"""`poolwijzer cases`: real initiatives, in short or one in full."""

from __future__ import annotations

from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import MenusFolder
from poolwijzer.cli.screen import AsJson, show_data, show_report
from poolwijzer.given import usual_date
from poolwijzer.version import __version__


def cases(
    case: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="Het id van een case. Zonder id: alle cases.", show_default=False),
    ] = None,
    json: AsJson = False,
    menus: MenusFolder = None,
) -> None:
    """Toon de praktijkcases, of alles over een case."""
    with mistakes_told():
        from poolwijzer.content.on_date import menus_on
        from poolwijzer.menucard import data, pages
        from poolwijzer.menucard.lookup import resolve_id

        content = menus_on(read_menus(menus), usual_date())
        if case is None:
            if json:
                show_data(data.make_cases_data(content, __version__))
            else:
                show_report(pages.make_cases_page(content))
            return
        renamed = content.typology.renamed.cases
        name, remarks = resolve_id(case, "De praktijkcase", content.cases, renamed, "Alle cases: poolwijzer cases.")
        tell(remarks)
        if json:
            show_data(data.make_case_data(content, __version__, name))
        else:
            show_report(pages.make_case_page(content, name))
