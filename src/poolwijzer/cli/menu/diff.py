"""`poolwijzer menu diff`: what an own folder changes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told
from poolwijzer.cli.screen import AsJson, show_data, show_report
from poolwijzer.version import __version__


def diff(
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="Een eigen map met menu's.", show_default=False)],
    json: AsJson = False,
) -> None:
    """Toon wat een eigen map verandert.

    Wat nieuw is, wat anders is en wat verborgen is.
    """
    with mistakes_told():
        from poolwijzer.menucard.difference import compare_menus
        from poolwijzer.menucard.difference_page import make_difference_data, make_difference_page

        found = compare_menus(folder)
        if json:
            show_data(make_difference_data(found, __version__))
        else:
            show_report(make_difference_page(found, str(folder)))
