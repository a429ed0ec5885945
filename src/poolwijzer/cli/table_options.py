"""What commands that read a table ask about it, in the same words."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class HiddenChoice(StrEnum):
    """What becomes of rows of a spreadsheet that are hidden or filtered away."""

    skip = "skip"
    counted = "count"


class RowsChoice(StrEnum):
    """What a row of a table is."""

    initiatives = "initiatives"
    respondents = "respondents"
    counts = "counts"


SheetName = Annotated[
    str, typer.Option("--sheet", metavar="NAAM", help="Welk werkblad van een werkmap.", show_default=False)
]
MapFile = Annotated[
    Path | None,
    typer.Option(
        "--map",
        metavar="KOPPELING",
        help="Wat de eigen woorden van een tabel betekenen: zie poolwijzer tables map.",
        show_default=False,
    ),
]
Hidden = Annotated[
    HiddenChoice, typer.Option("--hidden", help="Verborgen rijen van een werkblad overslaan of meetellen.")
]
Agree = Annotated[
    bool,
    typer.Option(
        "--agree", help="Laat bij getelde handen het antwoord van meer dan de helft tellen, als niet afgesproken."
    ),
]
