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
            help="Schrijf het advies naar een bestand (.md, .docx, .json, of .svg voor de tekening). Mag vaker.",
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
    menus: MenusFolder = None,
    date: AdviceDate = None,
    force: Annotated[bool, typer.Option("--force", help="Vervang een bestand dat er al is.")] = False,
) -> None:
    """Plaats een initiatief en geef advies."""
    with mistakes_told():
        outputs, mode = tuple(output or ()), _mode(named, anonymous)
        wish = Wish(file, outputs, json, explain, depth, menus, advice_date(date), force, mode)
        _check_outputs(wish)
        outcome = found_out(wish)
        files = [(path, _made(path, outcome, wish)) for path in wish.outputs]
        for path, data in files:  # only now that all of them could be made
            _write(path, data)
        _show(outcome, wish)


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


def _check_outputs(wish: Wish) -> None:
    if not wish.outputs:
        return
    from poolwijzer.outfile import plan_outputs
    from poolwijzer.report.writers import check_suffixes

    check_suffixes(wish.outputs)
    plan_outputs(wish.outputs, [wish.file], wish.force)


def _made(path: Path, outcome: Outcome, wish: Wish) -> bytes:
    """What goes into a file, by its suffix."""
    from poolwijzer.report.writers import DATA_SUFFIX, PICTURE_SUFFIX, Dress, writer_for

    if path.suffix.lower() == DATA_SUFFIX:
        return outcome.as_json()
    if path.suffix.lower() == PICTURE_SUFFIX:
        return outcome.as_picture()
    return writer_for(path)(outcome.report(wish.depth or DepthChoice.gewoon, wish.explain), Dress())


def _write(path: Path, data: bytes) -> None:
    from poolwijzer.outfile import write_whole

    went_to = write_whole(path, data)
    if went_to != path:
        typer.echo(
            harmless(f"{path} is in gebruik door een ander programma. Het advies staat nu in {went_to}."),
            err=True,
        )


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
