"""Options and arguments that the commands on strips share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from poolwijzer.cli.options import value_option

IN_JSON = "In tabellen en JSON staan altijd alle regels."
"""Why asking for every line changes nothing there."""
StripsFile = Annotated[
    Path, typer.Argument(metavar="BESTAND", help="Het bestand van het initiatief.", show_default=False)
]
LedgerFile = Annotated[
    Path | None,
    value_option("--ledger", "LOGBOEK", "Het logboek. Anders BESTAND-strippen.csv, naast het bestand."),
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
    value_option("--municipality", "GEMEENTE", "Alleen deze gemeente, met haar regels."),
]
BalanceDay = Annotated[
    str | None,
    value_option("--date", "JJJJ-MM-DD", "De dag van de stand. Anders vandaag."),
]
