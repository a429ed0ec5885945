"""`poolwijzer advise`: from a file to advice."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer import __version__
from poolwijzer.cli.boundary import mistakes_told, tell
from poolwijzer.cli.options import AdviceDate, MenusFolder, advice_date
from poolwijzer.cli.outputs import all_made, check_outputs, dress_of, write
from poolwijzer.dutch import counted
from poolwijzer.problems import InputError, Problem, harmless

if TYPE_CHECKING:
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.content.content import Content
    from poolwijzer.engine.examination import Examination
    from poolwijzer.engine.respondents import Mode
    from poolwijzer.engine.results import Advice, Placement
    from poolwijzer.report.model import Report


class DepthChoice(StrEnum):
    """How much a report says."""

    kort = "kort"
    bestuur = "bestuur"
    gewoon = "gewoon"
    volledig = "volledig"


@dataclass(frozen=True)
class Wish:
    """The arguments, settled."""

    file: Path
    outputs: tuple[Path, ...]
    as_json: bool
    explain: bool
    depth: DepthChoice | None
    menus: Path | None
    on: date
    force: bool
    mode: Mode = "standaard"
    style: Path | None = None
    template: Path | None = None
    open_them: bool = False

    @property
    def depth_in_files(self) -> DepthChoice:
        """How much the files say."""
        return self.depth or DepthChoice.gewoon


@dataclass(frozen=True)
class Outcome:
    """All that was found out about one initiative."""

    content: Content
    assessment: Assessment
    placement: Placement
    advice: Advice
    examination: Examination

    def report(self, depth: DepthChoice, explain: bool) -> Report:
        """The report at a depth."""
        from poolwijzer.report.build import build_report

        return build_report(
            self.content,
            self.assessment,
            self.placement,
            self.advice,
            version=__version__,
            depth=depth.value,
            explain=explain,
            examination=self.examination,
        )

    def as_json(self) -> bytes:
        """The advice as data."""
        from poolwijzer.report.data import document, json_bytes

        parts = (self.content, self.assessment, self.placement, self.advice, self.examination)
        return json_bytes(document(*parts, __version__))

    def as_picture(self) -> bytes:
        """The typology drawn."""
        from poolwijzer.report.drawing import draw
        from poolwijzer.report.texts import pictures_of

        report = self.report(DepthChoice.gewoon, explain=False)
        return draw(next(pictures_of(report.sections))).encode("utf-8")


def advise(
    file: Annotated[
        Path, typer.Argument(metavar="BESTAND", help="Het bestand van het initiatief.", show_default=False)
    ],
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="UITVOER",
            help="Schrijf het advies naar een bestand (.md, .html, .pdf, .docx, .json of .svg). Mag vaker.",
            show_default=False,
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Toon alleen JSON, voor scripts.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Laat zien hoe alles is berekend.")] = False,
    depth: Annotated[
        DepthChoice | None,
        typer.Option("--depth", help="Hoe uitgebreid. Op het scherm kort, in bestanden gewoon.", show_default=False),
    ] = None,
    named: Annotated[
        bool, typer.Option("--named", help="Noem de gemeenten die daarvoor toestemming gaven bij hun plek.")
    ] = False,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Laat ook functies en notities weg. Vanaf vijf respondenten.")
    ] = False,
    style: Annotated[
        Path | None,
        typer.Option("--style", metavar="BESTAND", help="Een huisstijl: naam, logo en kleuren.", show_default=False),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="BESTAND", help="Een eigen sjabloon voor Word (.docx).", show_default=False),
    ] = None,
    open_them: Annotated[bool, typer.Option("--open", help="Open de bestanden als ze geschreven zijn.")] = False,
    menus: MenusFolder = None,
    date: AdviceDate = None,
    force: Annotated[bool, typer.Option("--force", help="Vervang een bestand dat er al is.")] = False,
) -> None:
    """Plaats een initiatief en geef advies."""
    with mistakes_told():
        outputs, mode = tuple(output or ()), _mode(named, anonymous)
        wish = Wish(
            file, outputs, json, explain, depth, menus, advice_date(date), force, mode, style, template, open_them
        )
        check_outputs(wish)
        dress = dress_of(wish)
        outcome = found_out(wish)
        files = all_made(outcome, wish, dress)
        written = [write(path, data) for path, data in files]  # only now that all of them could be made
        _show(outcome, wish)
        if wish.open_them and sys.stdout.isatty():
            from poolwijzer.cli.opening import open_all, open_with_system

            open_all(written, open_with_system)


def _mode(named: bool, anonymous: bool) -> Mode:
    """What may be told of who answered what.

    Raises:
        InputError: both were asked for.
    """
    if named and anonymous:
        raise InputError(Problem("--named", "Dit kan niet samen met --anonymous.", "Kies een van de twee."))
    return "named" if named else "anonymous" if anonymous else "standaard"


def found_out(wish: Wish) -> Outcome:
    """Read the file and the menus, place, advise and examine; remarks go to stderr.

    Raises:
        InputError: the file or the menus cannot be used, or there are too few respondents to be anonymous.
    """
    from poolwijzer.assessment.read import read_assessment
    from poolwijzer.content.read import load_menus
    from poolwijzer.engine.advice import advise
    from poolwijzer.engine.examination import examine
    from poolwijzer.engine.placement import place

    content = load_menus(wish.menus)
    reading = read_assessment(wish.file, content, with_answers=True)
    tell(reading.remarks)
    assessment = _anonymous(reading.assessment, content, wish) if wish.mode == "anonymous" else reading.assessment
    placement = place(assessment, content)
    advice = advise(assessment, content, placement, wish.on)
    return Outcome(content, assessment, placement, advice, examine(assessment, content, placement, advice, wish.mode))


def _anonymous(assessment: Assessment, content: Content, wish: Wish) -> Assessment:
    from poolwijzer.engine.anonymous import TooFewRespondents, anonymised

    try:
        return anonymised(assessment, content)
    except TooFewRespondents as found:
        message = (
            f"Een anoniem advies kan vanaf {found.least} respondenten. "
            f"{counted(found.number, 'respondent heeft', 'respondenten hebben')} geantwoord."
        )
        hint = "Wacht op meer antwoorden, of laat --anonymous weg."
        raise InputError(Problem(str(wish.file), message, hint)) from None


def _show(outcome: Outcome, wish: Wish) -> None:
    """On screen: JSON alone, or the report; where it was written to files, only where they are."""
    if wish.as_json:
        sys.stdout.buffer.write(outcome.as_json())
        sys.stdout.buffer.flush()
    elif wish.outputs:
        for path in wish.outputs:
            typer.echo(harmless(f"Geschreven: {path}"), err=True)
    else:
        from rich.console import Console

        from poolwijzer.report.terminal import show

        on_screen = DepthChoice.gewoon if wish.explain else DepthChoice.kort
        show(outcome.report(wish.depth or on_screen, wish.explain), Console())
