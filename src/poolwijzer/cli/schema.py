"""`poolwijzer schema`: JSON Schema for every kind of file and for the advice."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told


class SchemaKind(StrEnum):
    """What a schema describes."""

    assessment = "assessment"
    advice = "advice"
    typologie = "typologie"
    vragen = "vragen"
    component = "component"
    praktijk = "praktijk"
    aandachtspunten = "aandachtspunten"
    samenhang = "samenhang"
    stappenplan = "stappenplan"
    bronnen = "bronnen"
    begrippen = "begrippen"


def schema(
    kind: Annotated[
        SchemaKind,
        typer.Argument(metavar="SOORT", help="Het soort bestand.", show_default=False, show_choices=True),
    ],
    own: Annotated[
        bool, typer.Option("--own", help="Voor een eigen map met menu's: daarin hoeft alleen te staan wat anders is.")
    ] = False,
) -> None:
    """Toon het JSON Schema van een soort bestand."""
    with mistakes_told():
        from poolwijzer.report.data import json_bytes
        from poolwijzer.report.schemas import schema_of

        sys.stdout.buffer.write(json_bytes(schema_of(kind.value, own=own)))
        sys.stdout.buffer.flush()
