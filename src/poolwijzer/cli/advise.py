"""`poolwijzer advise`: from a file to advice."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import (
    AdviceDate,
    DepthChoice,
    Draft,
    FileDepth,
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
    NO_EFFECT,
    OutputOptions,
    Results,
    check_outputs,
    deliver,
    read_theme,
    tell_idle,
)
from poolwijzer.cli.pipes import part_outputs, read_given
from poolwijzer.cli.screen import AsJson
from poolwijzer.dutch import count_things
from poolwijzer.formats.registry import known_suffixes
from poolwijzer.problems import InputError, Problem
from poolwijzer.version import __version__

if TYPE_CHECKING:
    import datetime

    from poolwijzer.assessment.model import Assessment
    from poolwijzer.content.content import Content
    from poolwijzer.engine.anonymous import Uncounted
    from poolwijzer.engine.respondents import Mode
    from poolwijzer.outcome import Outcome
    from poolwijzer.report.model import Report


def advise(
    file: Annotated[
        Path,
        typer.Argument(metavar="BESTAND", help="Het bestand van het initiatief. Met - de invoer.", show_default=False),
    ],
    output: Annotated[list[Path] | None, output_option("het advies naar een bestand")] = None,
    kind: Annotated[str | None, kind_option("md")] = None,
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
    """Plaats een initiatief en geef advies."""
    with mistakes_told():
        paths, piped = part_outputs(output or (), kind, known_suffixes(), as_json=json)
        outputs = OutputOptions(paths, force, style, template, open_them, organisation, draft, gray, plain, piped)
        mode, on = choose_mode(named, anonymous), advice_date(date)
        check_outputs(outputs, [file], menus)
        tell_idle(outputs, as_json=json, depth=depth is not None, explain=explain)
        theme = read_theme(outputs)
        from poolwijzer.outcome import Outcome

        content = read_menus(menus, menus_version)
        assessment, uncounted = read_file(file, content, mode, on)
        outcome = Outcome(content, assessment, on, mode, uncounted)
        if named and not outcome.assessment.counted():
            tell([Problem("--named", NO_EFFECT, "Geen enkele respondent antwoordde apart.")])
        if json:  # a report says it itself
            from poolwijzer.report.words import who_waits

            tell(Problem("--anonymous", sentence) for sentence in who_waits(uncounted))
        results = prepare_results(outcome, depth, explain)
        deliver(outputs, results, theme, as_json=json)


def choose_mode(named: bool, anonymous: bool) -> Mode:
    """What may be told of who answered what.

    Raises:
        InputError: both were asked for.
    """
    if named and anonymous:
        raise InputError(Problem("--named", "Dit kan niet samen met --anonymous.", "Kies een van de twee."))
    return "named" if named else "anonymous" if anonymous else "standaard"


def read_file(file: Path, content: Content, mode: Mode, on: datetime.date) -> tuple[Assessment, Uncounted]:
    """Read the file of an initiative, and what of it does not count; remarks go to stderr.

    Raises:
        InputError: it cannot be used, or there are too few respondents to be anonymous.
    """
    from poolwijzer.assessment.overdue import find_overdue

    reading = read_given(file, content)
    tell(reading.remarks)
    tell(find_overdue(str(file), reading.assessment, on))
    from poolwijzer.engine.anonymous import NOTHING

    whole = reading.assessment
    return make_anonymous(file, whole, content) if mode == "anonymous" else (whole, NOTHING)


def make_anonymous(file: Path, assessment: Assessment, content: Content) -> tuple[Assessment, Uncounted]:
    """The assessment without what can tell who answered, and what of it does not count.

    Raises:
        InputError: there are too few respondents for that.
    """
    from poolwijzer.engine.anonymous import TooFewRespondents, anonymise

    try:
        return anonymise(assessment, content)
    except TooFewRespondents as found:
        message = (
            f"Een anoniem advies kan vanaf {found.least} respondenten. "
            f"{count_things(found.number, 'respondent heeft', 'respondenten hebben')} geantwoord."
        )
        hint = "Wacht op meer antwoorden, of laat --anonymous weg."
        raise InputError(Problem(str(file), message, hint)) from None


def prepare_results(outcome: Outcome, depth: DepthChoice | None, explain: bool) -> Results:
    """What there is to write and to show of an outcome."""

    @cache
    def report(depth: DepthChoice, explain: bool) -> Report:
        from poolwijzer.report.build import build_report

        return build_report(outcome, version=__version__, depth=depth.value, explain=explain)

    def data() -> bytes:
        from poolwijzer.report.data import document, json_bytes

        return json_bytes(document(outcome, __version__))

    usual = DepthChoice.gewoon
    return Results(
        report=lambda: report(depth or usual, explain),
        data=data,
        pictured=lambda: report(usual, explain=False),
        on_screen=lambda: report(depth or (usual if explain else DepthChoice.kort), explain),
        called="Het advies",
    )
