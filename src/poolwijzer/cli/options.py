"""Options that several commands share, settled once."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from poolwijzer.formats.registry import known_suffixes, list_suffixes
from poolwijzer.given import parse_date, usual_date


class DepthChoice(StrEnum):
    """How much a report says."""

    kort = "kort"
    bestuur = "bestuur"
    gewoon = "gewoon"
    volledig = "volledig"


def _menus_chosen(context: typer.Context, given: Path | None) -> Path | None:
    """The own folder of menus, wherever it was chosen; here, so that every command with the option heeds it."""
    from poolwijzer.cli.boundary import mistakes_told
    from poolwijzer.cli.settings.chosen import chosen_menus

    with mistakes_told():
        return chosen_menus(given)


SessionFolder = Annotated[Path, typer.Argument(metavar="MAP", help="De map van de werksessie.", show_default=False)]
MenusFolder = Annotated[
    Path | None,
    typer.Option(
        "--menus",
        metavar="MAP",
        help="Een eigen map met menu's, over de gewone heen. Anders die van POOLWIJZER_MENUS of poolwijzer.toml.",
        show_default=False,
        callback=_menus_chosen,
    ),
]
MenusVersion = Annotated[
    str | None,
    typer.Option(
        "--menus-version",
        metavar="VERSIE",
        help="Werk alleen met menu's van deze versie of controlesom (de eerste acht tekens zijn genoeg).",
        show_default=False,
    ),
]
Style = Annotated[
    Path | None,
    typer.Option(
        "--style",
        metavar="BESTAND",
        help="Een huisstijl: naam, logo en kleuren. Anders die van poolwijzer.toml.",
        show_default=False,
    ),
]
Template = Annotated[
    Path | None,
    typer.Option("--template", metavar="BESTAND", help="Een eigen sjabloon voor Word (.docx).", show_default=False),
]
Organisation = Annotated[
    str | None,
    typer.Option(
        "--organisation", metavar="NAAM", help="De naam van uw organisatie, ook zonder huisstijl.", show_default=False
    ),
]
Draft = Annotated[bool, typer.Option("--draft", help="Zet het merk Concept op elke bladzijde.")]
Gray = Annotated[bool, typer.Option("--gray", help="Maak alles in zwart, wit en grijs.")]
Plain = Annotated[bool, typer.Option("--plain", help="Zeg alles in gewone regels onder elkaar, voor schermlezers.")]
OpenThem = Annotated[bool, typer.Option("--open", help="Open de bestanden als ze geschreven zijn.")]
Force = Annotated[bool, typer.Option("--force", help="Vervang een bestand dat er al is.")]
AdviceDate = Annotated[
    str | None,
    typer.Option("--date", metavar="JJJJ-MM-DD", help="De datum waarop dit geldt. Anders vandaag.", show_default=False),
]
OnDay = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="JJJJ-MM-DD", help="De dag waarvan wordt uitgegaan. Anders vandaag.", show_default=False
    ),
]
FileDepth = Annotated[
    DepthChoice | None,
    typer.Option("--depth", help="Hoe uitgebreid. Op het scherm kort, in bestanden gewoon.", show_default=False),
]


class CostsDepthChoice(StrEnum):
    """How much is told of who pays what."""

    kort = "kort"
    gewoon = "gewoon"
    volledig = "volledig"


CostsDepth = Annotated[
    CostsDepthChoice | None,
    typer.Option("--depth", help="Hoe uitgebreid. Op het scherm kort, in bestanden gewoon.", show_default=False),
]


def value_option(name: str, metavar: str, told: str) -> Any:
    """An option with a value that is nothing where it is not given; `told` is its help."""
    return typer.Option(name, metavar=metavar, help=told, show_default=False)


def output_option(what: str, suffixes: tuple[str, ...] = known_suffixes(), *names: str) -> Any:
    """The option `-o`, or one of another name, of a command that writes this, such as *het advies*."""
    return typer.Option(
        *(names or ("-o", "--output")),
        metavar="UITVOER",
        help=f"Schrijf {what} ({list_suffixes(suffixes)}). Mag vaker.",
        show_default=False,
    )


def kind_option(example: str) -> Any:
    """The option that says as what something goes to stdout, such as *md*."""
    return typer.Option(
        "--as",
        metavar="SOORT",
        help=f"Bij -o - : welk soort bestand er naar de uitvoer gaat, zoals {example}.",
        show_default=False,
    )


def advice_date(given: str | None) -> date:
    """The date of an advice: as given, else from `SOURCE_DATE_EPOCH`, else today.

    Raises:
        InputError: it is no date.
    """
    return usual_date() if given is None else parse_date(given, "--date")
