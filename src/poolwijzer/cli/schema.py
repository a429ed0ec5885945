"""`poolwijzer schema`: JSON Schema for every kind of file, and for what is written as JSON."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told
from poolwijzer.cli.options import Force
from poolwijzer.cli.screen import show_data
from poolwijzer.problems import InputError, Problem, quote

CATALOGUE = "catalog.json"
"""What editors call a list of schemas, with which files belong to each."""


class SchemaKind(StrEnum):
    """What a schema describes."""

    assessment = "assessment"
    advice = "advice"
    comparison = "comparison"
    costs = "costs"
    strips = "strips"
    strips_added = "strips-added"
    costs_alternatives = "costs-alternatives"
    batch = "batch"
    merge = "merge"
    table_check = "table-check"
    batch_statements = "batch-statements"
    typologie = "typologie"
    vragen = "vragen"
    component = "component"
    praktijk = "praktijk"
    aandachtspunten = "aandachtspunten"
    samenhang = "samenhang"
    stappenplan = "stappenplan"
    bronnen = "bronnen"
    begrippen = "begrippen"
    feiten = "feiten"
    eerste_stappen = "eerste-stappen"
    bezwaren = "bezwaren"
    vervolg = "vervolg"
    table_map = "table-map"
    matching = "matching"
    matching_outcome = "matching-outcome"
    workshop = "workshop"
    workshop_status = "workshop-status"
    settings = "settings"


def schema(
    kind: Annotated[
        SchemaKind | None,
        typer.Argument(
            metavar="SOORT", help="Het soort bestand. Zonder: alle, met -o.", show_default=False, show_choices=True
        ),
    ] = None,
    own: Annotated[
        bool, typer.Option("--own", help="Voor een eigen map met menu's: daarin hoeft alleen te staan wat anders is.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="MAP",
            help="Schrijf alle schema's in deze map, met een catalogus voor uw editor.",
            show_default=False,
        ),
    ] = None,
    url: Annotated[
        str | None,
        typer.Option(
            "--url",
            metavar="ADRES",
            help="Bij -o: het webadres waar u de map neerzet. Anders verwijst de catalogus naar de map zelf.",
            show_default=False,
        ),
    ] = None,
    force: Force = False,
) -> None:
    """Toon het JSON Schema van een soort bestand, of schrijf alle schema's."""
    with mistakes_told():
        if url is not None:
            _check_url(url, output)
        if output is not None:
            _refuse_with_folder(output, kind, own=own)
            _write_all(output, url, force=force)
        elif kind is None:
            hint = f"Kies uit {', '.join(SchemaKind)}. Alle tegelijk: poolwijzer schema -o schemas"
            raise InputError(Problem("poolwijzer schema", "Er staat niet bij van welk soort bestand.", hint))
        else:
            from poolwijzer.cli.schema_kinds import make_kind_schema

            show_data(make_kind_schema(kind, own))


def _refuse_with_folder(folder: Path, kind: SchemaKind | None, *, own: bool) -> None:
    """Refuse what says which schema, where all are written, and the screen as the place for so many.

    Raises:
        InputError: it does, or it is.
    """
    if str(folder) == "-":
        raise InputError(Problem("-o", "Alle schema's samen passen niet op het scherm.", "Noem een map: -o schemas"))
    if kind is not None or own:
        hint = "Laat het weg, of laat -o weg."
        raise InputError(Problem("-o", "In de map komen alle schema's, ook die voor eigen menu's.", hint))


def _check_url(url: str, folder: Path | None) -> None:
    """Refuse an address that no catalogue can hold, or where there is none.

    Raises:
        InputError: it is one, or there is none.
    """
    if folder is None:
        raise InputError(Problem("--url", "Zonder -o is er geen catalogus.", "Zet erbij: -o schemas"))
    if not url.startswith("https://"):
        raise InputError(Problem("--url", f"Het adres {quote(url)} begint niet met https://.", "Kies een webadres."))
    if re.search(r"[\s<>\"]", url):
        raise InputError(Problem("--url", f"Het adres {quote(url)} is geen webadres.", "Schrijf een spatie als %20."))


def _write_all(folder: Path, url: str | None, *, force: bool) -> None:
    """Write every schema, and of menus those for an own folder too, with a catalogue.

    Raises:
        InputError: something is there already, or cannot be written.
    """
    from poolwijzer.cli.outputs import tell_written, write
    from poolwijzer.cli.schema_kinds import KINDS, make_catalogue, make_kind_schema, own_name
    from poolwijzer.outfile import plan_outputs
    from poolwijzer.report.data import json_bytes

    documents = {f"{kind.value}.schema.json": make_kind_schema(kind) for kind in KINDS}
    owns = [kind for kind, found in KINDS.items() if found.of_menus]
    documents |= {own_name(kind): make_kind_schema(kind, own=True) for kind in owns}
    documents[CATALOGUE] = make_catalogue(url or folder.resolve().as_uri())
    plan_outputs([folder / CATALOGUE], [], force=force)  # else all of them would say that they are there
    plan_outputs([folder / name for name in documents], [], force=force)
    for name, document in documents.items():
        write(folder / name, json_bytes(document), "Het schema")
    tell_written([folder / CATALOGUE])
