"""Every kind of file that has a schema: what it is, where its model stands, and how editors know such a file."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import Any, NamedTuple

from poolwijzer.cli.schema import SchemaKind

_CATALOGUE = "https://json.schemastore.org/schema-catalog.json"


class KindOfFile(NamedTuple):
    """A kind of file, for whoever chooses a schema."""

    about: str
    """What it is, in a Dutch sentence."""
    file: str = ""
    """The model of a file that people type, as a module and a name; empty where the room of schemas has it."""
    document: str = ""
    """The same of a document that is written as JSON."""
    names: tuple[str, ...] = ()
    """Patterns of names that such files have."""
    of_menus: bool = False
    """Whether it is a part of the menus: in an own folder only what differs has to stand there."""


def _menu(about: str, name: str) -> KindOfFile:
    return KindOfFile(about, names=(f"**/*menus*/{name}.yaml",), of_menus=True)


KINDS: dict[SchemaKind, KindOfFile] = {
    SchemaKind.assessment: KindOfFile(
        "Een initiatief met antwoorden.", names=("**/initiatieven/*.yaml", "*.initiatief.yaml")
    ),
    SchemaKind.advice: KindOfFile("Wat advise --json schrijft."),
    SchemaKind.comparison: KindOfFile(
        "Wat compare --json schrijft.", document="poolwijzer.compare.data:ComparisonDocument"
    ),
    SchemaKind.costs: KindOfFile("Wat costs --json schrijft.", document="poolwijzer.report.costs.data:CostsDocument"),
    SchemaKind.strips: KindOfFile(
        "Wat strips show --json schrijft.", document="poolwijzer.report.strips.data:StripsDocument"
    ),
    SchemaKind.strips_added: KindOfFile(
        "Wat strips add --json schrijft.", document="poolwijzer.report.strips.data:AddedDocument"
    ),
    SchemaKind.costs_alternatives: KindOfFile(
        "Wat costs --json schrijft bij een ander geval.",
        document="poolwijzer.report.costs.what_if.document:WhatIfDocument",
    ),
    SchemaKind.batch: KindOfFile(
        "De tabel van batch als JSON.", document="poolwijzer.tables.outputs.json_document:BatchDocument"
    ),
    SchemaKind.merge: KindOfFile(
        "Wat merge --json schrijft.", document="poolwijzer.forms.returned.merging_data:MergeDocument"
    ),
    SchemaKind.table_check: KindOfFile(
        "Wat tables check --json schrijft.", document="poolwijzer.tables.understanding.data:TableCheckDocument"
    ),
    SchemaKind.batch_statements: KindOfFile(
        "De lange tabel van batch als JSON.", document="poolwijzer.tables.outputs.json_document:LongDocument"
    ),
    SchemaKind.typologie: _menu("Menu's: assen, plekken en grenzen.", "typologie"),
    SchemaKind.vragen: _menu("Menu's: stellingen en vragen.", "vragen"),
    SchemaKind.component: _menu("Menu's: een component met zijn opties.", "componenten/*"),
    SchemaKind.praktijk: _menu("Menu's: een praktijkcase.", "praktijk/*"),
    SchemaKind.aandachtspunten: _menu("Menu's: aandachtspunten.", "aandachtspunten"),
    SchemaKind.samenhang: _menu("Menu's: regels over alle keuzes samen.", "samenhang"),
    SchemaKind.stappenplan: _menu("Menu's: het stappenplan.", "stappenplan"),
    SchemaKind.bronnen: _menu("Menu's: bronnen.", "bronnen"),
    SchemaKind.begrippen: _menu("Menu's: begrippen.", "begrippen"),
    SchemaKind.feiten: _menu("Menu's: feiten over recht, geld en data.", "feiten"),
    SchemaKind.eerste_stappen: _menu("Menu's: eerste stappen per plek en fase.", "eerste-stappen"),
    SchemaKind.bezwaren: _menu("Menu's: wat u kunt antwoorden op twijfels.", "bezwaren"),
    SchemaKind.vervolg: _menu("Menu's: stukken voor de volgende stap.", "vervolg"),
    SchemaKind.table_map: KindOfFile(
        "Een koppeling: wat de woorden van een tabel betekenen.",
        file="poolwijzer.tables.table_map:TableMap",
        names=("koppeling.yaml", "*.koppeling.yaml"),
    ),
    SchemaKind.matching: KindOfFile(
        "Vraag en aanbod van uren.", file="poolwijzer.matching.reading.file:MatchingFile", names=("*.uren.yaml",)
    ),
    SchemaKind.matching_outcome: KindOfFile(
        "Wat match --json schrijft.", document="poolwijzer.matching.telling.data:MatchingDocument"
    ),
    SchemaKind.workshop: KindOfFile(
        "Het plan van een werksessie.", file="poolwijzer.workshop.plan:WorkshopPlan", names=("werksessie.yaml",)
    ),
    SchemaKind.workshop_status: KindOfFile(
        "Wat workshop run --json schrijft.", document="poolwijzer.workshop.lead.status:StatusDocument"
    ),
    SchemaKind.settings: KindOfFile(
        # As a document: TOML knows numbers from texts, where our YAML is read as it was typed.
        "Instellingen: poolwijzer.toml.",
        document="poolwijzer.cli.settings.file:SettingsFile",
        names=("poolwijzer.toml",),
    ),
}


def make_kind_schema(kind: SchemaKind, own: bool = False) -> dict[str, Any]:
    """The schema of a kind; with `own` that of a file in an own folder of menus, where it is a part of the menus."""
    from poolwijzer.schema.schemas import make_document_schema, make_file_schema, make_schema

    found = KINDS[kind]
    if found.file:
        return make_file_schema(resolve_name(found.file), kind.value)
    if found.document:
        return make_document_schema(resolve_name(found.document), kind.value)
    return make_schema(kind.value, own=own)


def make_catalogue(base: str) -> dict[str, Any]:
    """The catalogue of all schemas, in the form of SchemaStore, which editors read.

    Args:
        base: The address of the folder with schemas. An entry can only name its schema by a whole address; so a folder
            that is moved is written again.
    """
    entries = []
    for kind, found in KINDS.items():
        name = own_name(kind) if found.of_menus else f"{kind.value}.schema.json"
        entry = {"name": f"Poolwijzer: {kind.value}", "description": found.about, "url": f"{base.rstrip('/')}/{name}"}
        entries.append(entry | ({"fileMatch": [*found.names]} if found.names else {}))
    return {"$schema": _CATALOGUE, "version": 1.0, "schemas": entries}


def own_name(kind: SchemaKind) -> str:
    """The name of the file with the schema of a part of somebody's own menus."""
    return f"own-{kind.value}.schema.json"
