"""`poolwijzer advise`: from a file to advice."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, tell
from poolwijzer.cli.options import (
    AdviceDate,
    DepthChoice,
    FileDepth,
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
from poolwijzer.cli.screen import AsJson, show_report
from poolwijzer.dutch import counted
from poolwijzer.problems import InputError, Problem
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.content.content import Content
    from poolwijzer.engine.respondents import Mode
    from poolwijzer.outcome import Outcome
    from poolwijzer.report.model import Report


@dataclass(frozen=True)
class AdviseArguments:
    """The arguments, settled."""

    file: Path
    outputs: OutputOptions
    as_json: bool
    explain: bool
    depth: DepthChoice | None
    menus: Path | None
    on: date
    mode: Mode = "standaard"

    @property
    def depth_in_files(self) -> DepthChoice:
        """How much the files say."""
        return self.depth or DepthChoice.gewoon


def _build_report(outcome: Outcome, depth: DepthChoice, explain: bool) -> Report:
    from poolwijzer.report.build import build_report

    return build_report(outcome, version=__version__, depth=depth.value, explain=explain)


def _as_json(outcome: Outcome) -> bytes:
    from poolwijzer.report.data import document, json_bytes

    return json_bytes(document(outcome, __version__))


def _list_results(outcome: Outcome, arguments: AdviseArguments) -> Results:
    """What the files hold."""
    return Results(
        report=lambda: _build_report(outcome, arguments.depth_in_files, arguments.explain),
        data=lambda: _as_json(outcome),
        pictured=lambda: _build_report(outcome, DepthChoice.gewoon, explain=False),
        called="Het advies",
    )


def advise(
    file: Annotated[
        Path, typer.Argument(metavar="BESTAND", help="Het bestand van het initiatief.", show_default=False)
    ],
    output: Annotated[list[Path] | None, output_option("het advies naar een bestand")] = None,
    json: AsJson = False,
    explain: Annotated[bool, typer.Option("--explain", help="Laat zien hoe alles is berekend.")] = False,
    depth: FileDepth = None,
    named: Annotated[
        bool, typer.Option("--named", help="Noem de gemeenten die daarvoor toestemming gaven bij hun plek.")
    ] = False,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Laat ook functies en notities weg. Vanaf vijf respondenten.")
    ] = False,
    style: Style = None,
    template: Template = None,
    open_them: OpenThem = False,
    menus: MenusFolder = None,
    date: AdviceDate = None,
    force: Force = False,
) -> None:
    """Plaats een initiatief en geef advies."""
    with mistakes_told():
        outputs = OutputOptions(tuple(output or ()), force, style, template, open_them)
        mode = _choose_mode(named, anonymous)
        arguments = AdviseArguments(file, outputs, json, explain, depth, menus, advice_date(date), mode)
        check_outputs(outputs, [file])
        theme = read_theme(outputs)
        outcome = find_outcome(arguments)
        written = write_all(outputs.paths, _list_results(outcome, arguments), theme)
        _show(outcome, arguments)
        open_written(outputs, written)


def _choose_mode(named: bool, anonymous: bool) -> Mode:
    """What may be told of who answered what.

    Raises:
        InputError: both were asked for.
    """
    if named and anonymous:
        raise InputError(Problem("--named", "Dit kan niet samen met --anonymous.", "Kies een van de twee."))
    return "named" if named else "anonymous" if anonymous else "standaard"


def find_outcome(arguments: AdviseArguments) -> Outcome:
    """Read the file and the menus; remarks go to stderr.

    Raises:
        InputError: the file or the menus cannot be used, or there are too few respondents to be anonymous.
    """
    from poolwijzer.assessment.read import read_assessment
    from poolwijzer.content.read import load_menus
    from poolwijzer.outcome import Outcome

    content = load_menus(arguments.menus)
    reading = read_assessment(arguments.file, content, with_answers=True)
    tell(reading.remarks)
    assessment = (
        _make_anonymous(reading.assessment, content, arguments) if arguments.mode == "anonymous" else reading.assessment
    )
    return Outcome(content, assessment, arguments.on, arguments.mode)


def _make_anonymous(assessment: Assessment, content: Content, arguments: AdviseArguments) -> Assessment:
    from poolwijzer.engine.anonymous import TooFewRespondents, anonymised

    try:
        return anonymised(assessment, content)
    except TooFewRespondents as found:
        message = (
            f"Een anoniem advies kan vanaf {found.least} respondenten. "
            f"{counted(found.number, 'respondent heeft', 'respondenten hebben')} geantwoord."
        )
        hint = "Wacht op meer antwoorden, of laat --anonymous weg."
        raise InputError(Problem(str(arguments.file), message, hint)) from None


def _show(outcome: Outcome, arguments: AdviseArguments) -> None:
    """On screen: JSON alone, or the report; where it was written to files, only where they are."""
    if arguments.as_json:
        sys.stdout.buffer.write(_as_json(outcome))
        sys.stdout.buffer.flush()
    elif arguments.outputs.paths:
        tell_written(arguments.outputs.paths)
    else:
        on_screen = DepthChoice.gewoon if arguments.explain else DepthChoice.kort
        show_report(_build_report(outcome, arguments.depth or on_screen, arguments.explain))
