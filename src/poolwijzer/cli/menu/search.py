"""`poolwijzer menu search`: a word, anywhere in the menus."""

from __future__ import annotations

from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import AdviceDate, MenusFolder, advice_date
from poolwijzer.cli.screen import AsJson, show_data, show_report
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.problems import Problem, quote
from poolwijzer.version import __version__


def search(
    word: Annotated[
        str,
        typer.Argument(
            metavar="WOORD",
            help="Wat u zoekt. Meer woorden tussen aanhalingstekens: zij moeten er alle in staan.",
            show_default=False,
        ),
    ],
    json: AsJson = False,
    menus: MenusFolder = None,
    date: AdviceDate = None,
) -> None:
    """Zoek een woord in de menu's.

    In opties, stellingen, vragen, aandachtspunten, feiten, twijfels, praktijk en begrippen.
    """
    with mistakes_told():
        on = advice_date(date)
        from poolwijzer.content.on_date import menus_on
        from poolwijzer.menucard.search import search_menus, suggest_word

        content = menus_on(read_menus(menus), on)
        hits = search_menus(word, content)
        if json:
            from poolwijzer.menucard.data import make_search_data

            show_data(make_search_data(content, __version__, word, hits))
        elif hits:
            from poolwijzer.menucard.pages import make_search_page

            show_report(make_search_page(word, hits, content))
        if not hits:
            hint = suggest_word(word, content) or "Probeer een ander woord."
            tell([Problem("poolwijzer menu search", f"Er is niets gevonden voor {quote(word)}.", hint)])
            raise typer.Exit(ATTENTION)
