"""Options and arguments that the commands on strips share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

IN_JSON = "In tabellen en JSON staan altijd alle regels."
"""Why asking for every line changes nothing there."""
StripsFile = Annotated[
    Path, typer.Argument(metavar="BESTAND", help="Het bestand van het initiatief.", show_default=False)
]
LedgerFile = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="LOGBOEK",
        help="Het logboek. Anders BESTAND-strippen.csv, naast het bestand.",
        show_default=False,
    ),
]
StripsYearOption = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="JAAR",
        min=2000,
        max=2099,
        help="Van welk jaar. Anders het jaar van de dag.",
        show_default=False,
    ),
]
OneMunicipality = Annotated[
    str | None,
    typer.Option(
        "--municipality", metavar="GEMEENTE", help="Alleen deze gemeente, met haar regels.", show_default=False
    ),
]
BalanceDay = Annotated[
    str | None,
    typer.Option("--date", metavar="JJJJ-MM-DD", help="De dag van de stand. Anders vandaag.", show_default=False),
]
