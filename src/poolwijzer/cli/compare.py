"""`poolwijzer compare`: initiatives side by side, groups on one initiative, or one initiative over time."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import (
    AdviceDate,
    Draft,
    Force,
    Gray,
    MenusFolder,
    MenusVersion,
    OpenThem,
    Organisation,
    Plain,
    Style,
    Template,
    advice_date,
    output_option,
)
from poolwijzer.cli.outputs import OutputOptions, Results, check_outputs, deliver, read_theme, tell_idle
from poolwijzer.cli.pipes import read_given
from poolwijzer.cli.screen import AsJson
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.compare.values import Comparison
    from poolwijzer.content.content import Content
    from poolwijzer.report.model import Report


class ComparisonDepth(StrEnum):
    """How much a comparison says."""

    kort = "kort"
    gewoon = "gewoon"
    volledig = "volledig"


class KindChoice(StrEnum):
    """What the files are."""

    initiatives = "initiatives"
    time = "time"
    groups = "groups"


def compare(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="BESTAND", help="De bestanden die u vergelijkt. Met - de invoer.", show_default=False),
    ],
    output: Annotated[list[Path] | None, output_option("de vergelijking naar een bestand")] = None,
    json: AsJson = False,
    kind: Annotated[
        KindChoice | None,
        typer.Option(
            "--as",
            help="Wat de bestanden zijn: initiatieven, metingen of groepen. Anders volgt dat uit de bestanden.",
            show_default=False,
        ),
    ] = None,
    depth: Annotated[
        ComparisonDepth | None,
        typer.Option("--depth", help="Hoe uitgebreid. Op het scherm kort, in bestanden gewoon.", show_default=False),
    ] = None,
    style: Style = None,
    template: Template = None,
    organisation: Organisation = None,
    draft: Draft = False,
    gray: Gray = False,
    plain: Plain = False,
    open_them: OpenThem = False,
    menus: MenusFolder = None,
    menus_version: MenusVersion = None,
    date: AdviceDate = None,
    force: Force = False,
) -> None:
    """Vergelijk initiatieven, groepen of metingen. Het is geen ranglijst."""
    with mistakes_told():
        outputs, on = (
            OutputOptions(tuple(output or ()), force, style, template, open_them, organisation, draft, gray, plain),
            advice_date(date),
        )
        check_outputs(outputs, files, menus)
        tell_idle(outputs, as_json=json, depth=depth is not None)
        theme = read_theme(outputs)
        from poolwijzer.compare.comparison import compare_assessments
        from poolwijzer.compare.inputs import read_files

        content = read_menus(menus, menus_version)
        given, remarks = read_files(files, content, read_given)
        tell(remarks)
        found = compare_assessments(given, content, on, kind.value if kind else None)
        deliver(outputs, prepare_results(found, content, depth), theme, as_json=json)


def prepare_results(found: Comparison, content: Content, depth: ComparisonDepth | None) -> Results:
    """What there is to write and to show of a comparison."""

    @cache
    def report(depth: ComparisonDepth) -> Report:
        from poolwijzer.compare.report import build_comparison_report

        return build_comparison_report(content, found, version=__version__, depth=depth.value)

    def data() -> bytes:
        from poolwijzer.compare.data import comparison_document
        from poolwijzer.report.data import json_bytes

        return json_bytes(comparison_document(found, content, __version__))

    return Results(
        report=lambda: report(depth or ComparisonDepth.gewoon),
        data=data,
        pictured=lambda: report(ComparisonDepth.kort),
        on_screen=lambda: report(depth or ComparisonDepth.kort),
        called="De vergelijking",
    )
