"""`poolwijzer menu doubts`: what people say against it, and what can be answered."""

from __future__ import annotations

from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import MenusFolder
from poolwijzer.cli.screen import AsJson, show_data, show_report
from poolwijzer.version import __version__


def doubts(
    doubt: Annotated[
        str | None,
        typer.Argument(metavar="TWIJFEL", help="De twijfel, zoals kosten. Zonder twijfel: alle.", show_default=False),
    ] = None,
    json: AsJson = False,
    menus: MenusFolder = None,
) -> None:
    """Toon de twijfels die u kunt horen, met wat u kunt antwoorden.

    Wat men zegt, een antwoord, een vraag terug, een voorbeeld en de opties die helpen.
    """
    with mistakes_told():
        from poolwijzer.menucard.lookup import resolve_id

        content = read_menus(menus)
        if doubt is not None:
            renamed = content.typology.renamed.answers.get(content.doubts_asked or "", {})
            hint = "Alle twijfels: poolwijzer menu doubts."
            doubt, remarks = resolve_id(doubt, "De twijfel", content.doubts, renamed, hint)
            tell(remarks)
        if json:
            from poolwijzer.menucard.data import make_doubts_data

            show_data(make_doubts_data(content, __version__, doubt))
        else:
            from poolwijzer.menucard.doubts_page import make_doubts_page

            show_report(make_doubts_page(content, doubt))
