"""`poolwijzer schema`: JSON Schema for every kind of file, and for what is written as JSON."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told
from poolwijzer.cli.screen import show_data


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
        from poolwijzer.schema.schemas import make_document_schema, make_file_schema, make_schema

        if kind is SchemaKind.comparison:
            from poolwijzer.compare.data import ComparisonDocument

            show_data(make_document_schema(ComparisonDocument))
        elif kind is SchemaKind.costs:
            from poolwijzer.report.costs.data import CostsDocument

            show_data(make_document_schema(CostsDocument))
        elif kind is SchemaKind.strips:
            from poolwijzer.report.strips.data import StripsDocument

            show_data(make_document_schema(StripsDocument))
        elif kind is SchemaKind.strips_added:
            from poolwijzer.report.strips.data import AddedDocument

            show_data(make_document_schema(AddedDocument))
        elif kind is SchemaKind.costs_alternatives:
            from poolwijzer.report.costs.what_if.document import WhatIfDocument

            show_data(make_document_schema(WhatIfDocument))
        elif kind is SchemaKind.batch:
            from poolwijzer.tables.outputs.json_document import BatchDocument

            show_data(make_document_schema(BatchDocument))
        elif kind is SchemaKind.merge:
            from poolwijzer.forms.returned.merging_data import MergeDocument

            show_data(make_document_schema(MergeDocument))
        elif kind is SchemaKind.table_check:
            from poolwijzer.tables.understanding.data import TableCheckDocument

            show_data(make_document_schema(TableCheckDocument))
        elif kind is SchemaKind.batch_statements:
            from poolwijzer.tables.outputs.json_document import LongDocument

            show_data(make_document_schema(LongDocument))
        elif kind is SchemaKind.table_map:
            from poolwijzer.tables.table_map import TableMap

            show_data(make_file_schema(TableMap))
        elif kind is SchemaKind.matching:
            from poolwijzer.matching.reading.file import MatchingFile

            show_data(make_file_schema(MatchingFile))
        elif kind is SchemaKind.matching_outcome:
            from poolwijzer.matching.telling.data import MatchingDocument

            show_data(make_document_schema(MatchingDocument))
        elif kind is SchemaKind.workshop:
            from poolwijzer.workshop.plan import WorkshopPlan

            show_data(make_file_schema(WorkshopPlan))
        elif kind is SchemaKind.workshop_status:
            from poolwijzer.workshop.lead.status import StatusDocument

            show_data(make_document_schema(StatusDocument))
        else:
            show_data(make_schema(kind.value, own=own))
