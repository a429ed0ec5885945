"""`poolwijzer costs`: who pays what of an initiative."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import (
    AdviceDate,
    CostsDepth,
    CostsDepthChoice,
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
    kind_option,
    output_option,
)
from poolwijzer.cli.outputs import (
    FIGURES,
    OutputOptions,
    Results,
    check_outputs,
    deliver,
    make_bytes,
    read_theme,
    tell_idle,
)
from poolwijzer.cli.pipes import part_outputs, read_given
from poolwijzer.cli.screen import AsJson, show_bytes
from poolwijzer.cli.what_if import (
    CompareKeys,
    Demand,
    Leaving,
    Without,
    check_picture,
    prepare_what_if,
    read_demand,
    read_scenario,
    usual_depth,
)
from poolwijzer.formats.registry import PICTURE_SUFFIX, known_suffixes
from poolwijzer.problems import InputError, Problem
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.outcome import Outcome
    from poolwijzer.report.model import Report

SUFFIXES = (*known_suffixes(), *FIGURES)


def costs(
    file: Annotated[
        Path,
        typer.Argument(metavar="BESTAND", help="Het bestand van het initiatief. Met - de invoer.", show_default=False),
    ],
    output: Annotated[list[Path] | None, output_option("wie wat betaalt naar een bestand", SUFFIXES)] = None,
    kind: Annotated[str | None, kind_option("md")] = None,
    json: AsJson = False,
    compare_keys: CompareKeys = False,
    without: Without = None,
    leaving: Leaving = None,
    demand: Demand = None,
    depth: CostsDepth = None,
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
    """Reken uit wie wat betaalt, per jaar en per gemeente."""
    with mistakes_told():
        paths, piped = part_outputs(output or (), kind, SUFFIXES, as_json=json)
        outputs = OutputOptions(paths, force, style, template, open_them, organisation, draft, gray, plain)
        on = advice_date(date)
        part = read_demand(demand)
        check_outputs(outputs._replace(template=None) if piped == ".docx" else outputs, [file], menus, SUFFIXES)
        if not piped:
            tell_idle(outputs, as_json=json, depth=depth is not None)
        theme = read_theme(outputs)
        from poolwijzer.outcome import Outcome

        content = read_menus(menus, menus_version)
        reading = read_given(file, content, with_answers=False)
        tell(reading.remarks)
        outcome = Outcome(content, reading.assessment, on)
        suffixes = {*(path.suffix.lower() for path in paths), piped}
        if compare_keys or without or leaving or part is not None:
            _check_costs(file, outcome, set())
            scenario = read_scenario(outcome.assessment, without or (), leaving or (), part)
            results = prepare_what_if(outcome, scenario, depth, by_key=compare_keys, spoken=plain)
            check_picture(file, results, suffixes)
        else:
            _check_costs(file, outcome, suffixes)
            results = prepare_results(outcome, depth)
        if paths or not piped:
            deliver(outputs, results, theme, as_json=json)
        if piped:
            show_bytes(make_bytes(piped, results, theme))


def _check_costs(file: Path, outcome: Outcome, suffixes: set[str]) -> None:
    """Refuse a file without costs, and a drawing of amounts that are not known yet.

    Raises:
        InputError: it is such a file.
    """
    if outcome.division is None:
        message = "In dit bestand staan geen kosten."
        hint = "Zet er een deel costs: in, met posts en key. In docs/kosten.md staat hoe."
        raise InputError(Problem(str(file), message, hint))
    if PICTURE_SUFFIX in suffixes:
        from poolwijzer.report.costs.material import gather
        from poolwijzer.report.costs.picture import payers_chart

        material = gather(outcome)
        if material is None or payers_chart(material) is None:
            message = "Er is nog geen bedrag om te tekenen."
            raise InputError(Problem(str(file), message, "Zet in costs.posts wat het kost."))


def prepare_results(outcome: Outcome, depth: CostsDepthChoice | None) -> Results:
    """What there is to write and to show of the costs of an initiative."""

    @cache
    def report(narrow: bool) -> Report:
        from poolwijzer.report.costs.build import build_costs_report

        told = depth or usual_depth(narrow)
        return build_costs_report(outcome, version=__version__, narrow=narrow, depth=told.value)

    def data() -> bytes:
        from poolwijzer.report.costs.data import costs_document
        from poolwijzer.report.data import json_bytes

        return json_bytes(costs_document(outcome, __version__))

    def figures(suffix: str) -> bytes:
        from poolwijzer.report.costs.sheets import costs_sheets
        from poolwijzer.tables.outputs.figures import write_figures

        return write_figures(suffix, costs_sheets(outcome))

    return Results(
        report=lambda: report(narrow=False),
        data=data,
        pictured=lambda: report(narrow=False),
        on_screen=lambda: report(narrow=True),
        called="De kostenverdeling",
        figures=figures,
    )
