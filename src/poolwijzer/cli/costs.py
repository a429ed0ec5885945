"""`poolwijzer costs`: who pays what of an initiative."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

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
    WITH_FIGURES,
    OutputOptions,
    Results,
    check_outputs,
    check_picture,
    deliver,
    make_results,
    read_theme,
    tell_idle,
)
from poolwijzer.cli.pipes import part_outputs, read_given
from poolwijzer.cli.screen import AsJson
from poolwijzer.cli.what_if import (
    CompareKeys,
    Demand,
    Leaving,
    Without,
    prepare_what_if,
    read_demand,
    read_scenario,
    usual_depth,
)
from poolwijzer.problems import InputError, Problem
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.outcome import Outcome
    from poolwijzer.report.model import Report
    from poolwijzer.report.sheets import Sheets


def costs(
    file: Annotated[
        Path,
        typer.Argument(metavar="BESTAND", help="Het bestand van het initiatief. Met - de invoer.", show_default=False),
    ],
    output: Annotated[list[Path] | None, output_option("wie wat betaalt naar een bestand", WITH_FIGURES)] = None,
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
        paths, piped = part_outputs(output or (), kind, WITH_FIGURES, as_json=json)
        outputs = OutputOptions(paths, force, style, template, open_them, organisation, draft, gray, plain, piped)
        on = advice_date(date)
        part = read_demand(demand)
        check_outputs(outputs, [file], menus, WITH_FIGURES)
        tell_idle(outputs, as_json=json, depth=depth is not None)
        theme = read_theme(outputs)
        from poolwijzer.outcome import Outcome

        content = read_menus(menus, menus_version)
        reading = read_given(file, content, with_answers=False)
        tell(reading.remarks)
        outcome = Outcome(content, reading.assessment, on)
        if outcome.division is None:
            message = "In dit bestand staan geen kosten."
            hint = "Zet er een deel costs: in, met posts en key. In docs/kosten.md staat hoe."
            raise InputError(Problem(str(file), message, hint))
        if compare_keys or without or leaving or part is not None:
            scenario = read_scenario(outcome.assessment, without or (), leaving or (), part)
            results = prepare_what_if(outcome, scenario, depth, by_key=compare_keys, spoken=plain)
        else:
            results = prepare_results(outcome, depth)
        check_picture(file, outputs, results, "Zet in costs.posts wat het kost.")
        deliver(outputs, results, theme, as_json=json)


def prepare_results(outcome: Outcome, depth: CostsDepthChoice | None) -> Results:
    """What there is to write and to show of the costs of an initiative."""

    def report(narrow: bool) -> Report:
        from poolwijzer.report.costs.build import build_costs_report

        told = depth or usual_depth(narrow)
        return build_costs_report(outcome, version=__version__, narrow=narrow, depth=told.value)

    def document() -> dict[str, Any]:
        from poolwijzer.report.costs.data import costs_document

        return costs_document(outcome, __version__)

    def sheets() -> Sheets:
        from poolwijzer.report.costs.sheets import costs_sheets

        return costs_sheets(outcome)

    return make_results("De kostenverdeling", report, document, sheets)
