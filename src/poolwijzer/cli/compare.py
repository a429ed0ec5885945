"""`poolwijzer compare`: initiatives side by side, groups on one initiative, or one initiative over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from poolwijzer.cli.boundary import mistakes_told, tell
from poolwijzer.cli.options import (
    AdviceDate,
    Force,
    MenusFolder,
    OpenThem,
    Style,
    Template,
    advice_date,
    output_option,
)
from poolwijzer.cli.outputs import (
    OutputOptions,
    Results,
    check_outputs,
    open_written,
    read_theme,
    tell_written,
    write_all,
)
from poolwijzer.cli.screen import AsJson, show_data, show_report
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


@dataclass(frozen=True)
class ComparisonResult:
    """A comparison with the menus it was made with."""

    content: Content
    found: Comparison

    def report(self, depth: ComparisonDepth) -> Report:
        """The report at a depth."""
        from poolwijzer.compare.report import build_comparison_report

        return build_comparison_report(self.content, self.found, version=__version__, depth=depth.value)

    def data(self) -> dict[str, Any]:
        """The comparison as data."""
        from poolwijzer.compare.data import comparison_document

        return comparison_document(self.found, self.content, __version__)

    def results(self, depth: ComparisonDepth) -> Results:
        """What the files hold."""
        from poolwijzer.report.data import json_bytes

        return Results(
            report=lambda: self.report(depth),
            data=lambda: json_bytes(self.data()),
            pictured=lambda: self.report(ComparisonDepth.kort),
            called="De vergelijking",
        )


def compare(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="BESTAND", help="De bestanden die u vergelijkt.", show_default=False),
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
    open_them: OpenThem = False,
    menus: MenusFolder = None,
    date: AdviceDate = None,
    force: Force = False,
) -> None:
    """Vergelijk initiatieven, groepen of metingen. Het is geen ranglijst."""
    with mistakes_told():
        outputs, on = OutputOptions(tuple(output or ()), force, style, template, open_them), advice_date(date)
        check_outputs(outputs, files)
        theme = read_theme(outputs)
        outcome = _compare_files(files, menus, on, kind)
        written = write_all(outputs.paths, outcome.results(depth or ComparisonDepth.gewoon), theme)
        if json:
            show_data(outcome.data())
        elif outputs.paths:
            tell_written(outputs.paths)
        else:
            show_report(outcome.report(depth or ComparisonDepth.kort))
        open_written(outputs, written)


def _compare_files(files: list[Path], menus: Path | None, on: date, kind: KindChoice | None) -> ComparisonResult:
    """Read the files and the menus and compare; remarks go to stderr.

    Raises:
        InputError: with every problem in every file, or because there is nothing to compare.
    """
    from poolwijzer.compare.comparison import compare_assessments
    from poolwijzer.compare.inputs import read_files
    from poolwijzer.content.read import load_menus

    content = load_menus(menus)
    given, remarks = read_files(files, content)
    tell(remarks)
    return ComparisonResult(content, compare_assessments(given, content, on, kind.value if kind else None))
