"""`poolwijzer form`: a form with which others answer by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.next_step import part_outputs
from poolwijzer.cli.options import (
    AdviceDate,
    Force,
    MenusFolder,
    OpenThem,
    Style,
    advice_date,
    kind_option,
    output_option,
)
from poolwijzer.cli.outputs import NO_EFFECT, OutputOptions, open_written, read_theme, tell_written, write_files
from poolwijzer.cli.screen import show_bytes
from poolwijzer.dutch import long_date
from poolwijzer.formats.registry import check_suffixes
from poolwijzer.forms.registry import DRESSED_FORMS, FORMS, render_form
from poolwijzer.given import parse_date
from poolwijzer.problems import InputError, Problem

if TYPE_CHECKING:
    from poolwijzer.forms.questionnaire import Questionnaire

SUFFIXES = tuple(FORMS)
ORGANISATION, DELETE_ON = "--organisation", "--delete-on"


class RespondentChoice(StrEnum):
    """Who fills a form in."""

    gemeente = "gemeente"
    verband = "verband"


class ListChoice(StrEnum):
    """Which list is asked."""

    kort = "kort"
    volledig = "volledig"


def form(
    file: Annotated[
        Path, typer.Argument(metavar="BESTAND", help="Het bestand van het initiatief.", show_default=False)
    ],
    output: Annotated[list[Path] | None, output_option("de vragenlijst", SUFFIXES)] = None,
    named: Annotated[str | None, kind_option("html")] = None,
    organisation: Annotated[
        str | None,
        typer.Option(
            ORGANISATION, metavar="NAAM", help="Wie de antwoorden verzamelt. Dit is verplicht.", show_default=False
        ),
    ] = None,
    delete_on: Annotated[
        str | None,
        typer.Option(
            DELETE_ON,
            metavar="JJJJ-MM-DD",
            help="De dag waarop u de antwoorden verwijdert. Dit is verplicht.",
            show_default=False,
        ),
    ] = None,
    respondent: Annotated[
        RespondentChoice, typer.Option("--for", help="Wie antwoordt: gemeenten, of het bestaande verband.")
    ] = RespondentChoice.gemeente,
    questions: Annotated[
        ListChoice | None,
        typer.Option("--questions", help="Welke lijst. Anders die van het initiatief.", show_default=False),
    ] = None,
    style: Style = None,
    open_them: OpenThem = False,
    menus: MenusFolder = None,
    date: AdviceDate = None,
    force: Force = False,
) -> None:
    """Maak een vragenlijst waarmee gemeenten zelf antwoorden."""
    with mistakes_told():
        paths, piped = part_outputs(output or (), named, SUFFIXES)
        on = advice_date(date)
        who, until = _promised(organisation, delete_on, on, asked=bool(paths or piped))
        outputs = OutputOptions(paths, force, style, None, open_them, who)
        _check(outputs, file, menus)
        _tell_idle(outputs, piped)
        theme = read_theme(outputs)
        made = _questionnaire(file, menus, respondent, questions, who, until)
        written = write_files(paths, lambda path: render_form(path.suffix.lower(), made, theme, on), "De vragenlijst")
        tell_written(paths)
        if piped:
            show_bytes(render_form(piped, made, theme, on))
        open_written(outputs, written)


def _promised(organisation: str | None, delete_on: str | None, on: date, *, asked: bool) -> tuple[str, date]:
    """Who gathers the answers and until when, which every respondent is told.

    Raises:
        InputError: it is not said, or that day has come already; also where nothing is asked for at all.
    """
    from poolwijzer.report.typed_text import sanitize_text

    who = sanitize_text(" ".join((organisation or "").split()))
    problems, until = [], on
    if not asked:
        message = "Waar de vragenlijst komt, staat er niet bij."
        problems.append(Problem("-o", message, "Schrijf het erbij, zoals -o vragenlijst.html."))
    if not who:
        message = "Wie de antwoorden verzamelt, staat er niet bij. Wie antwoordt, moet dat weten."
        problems.append(Problem(ORGANISATION, message, f'Schrijf het zo: {ORGANISATION} "Gemeente Assen".'))
    example = f"Schrijf het zo: {DELETE_ON} {on.year + 1}-01-31."
    if delete_on is None:
        message = "Wanneer u de antwoorden verwijdert, staat er niet bij. Wie antwoordt, moet dat weten."
        problems.append(Problem(DELETE_ON, message, example))
    else:
        try:
            until = parse_date(delete_on, DELETE_ON)
        except InputError as error:
            problems += error.problems
        else:
            if until <= on:
                message = f"Deze dag ligt niet na {long_date(on)}. Dan moeten de antwoorden al weg zijn."
                problems.append(Problem(DELETE_ON, message, f"Kies een latere dag. {example}"))
    if problems:
        raise InputError(problems)
    return who, until


def _check(outputs: OutputOptions, file: Path, menus: Path | None) -> None:
    """Refuse files that cannot be written.

    Raises:
        InputError: with what is wrong.
    """
    from poolwijzer.content.files import list_menu_files
    from poolwijzer.outfile import plan_outputs

    check_suffixes(outputs.paths, SUFFIXES)
    looks = [outputs.style] if outputs.style else []
    plan_outputs(outputs.paths, [file, *looks, *list_menu_files(menus)], outputs.force)


def _tell_idle(outputs: OutputOptions, piped: str) -> None:
    """Say of options that nothing comes of them now."""
    suffixes = {piped, *(path.suffix.lower() for path in outputs.paths)}
    idle = [
        ("--force", outputs.force and not outputs.paths, "Vraag met -o om een bestand."),
        ("--open", outputs.open_them and not outputs.paths, "Vraag met -o om een bestand."),
        (
            "--style",
            bool(outputs.style) and suffixes.isdisjoint(DRESSED_FORMS),
            "Dit soort bestand heeft geen kleuren.",
        ),
    ]
    tell(Problem(option, NO_EFFECT, hint) for option, without_effect, hint in idle if without_effect)


def _questionnaire(
    file: Path,
    menus: Path | None,
    respondent: RespondentChoice,
    questions: ListChoice | None,
    organisation: str,
    delete_on: date,
) -> Questionnaire:
    """What is asked, from the file of the initiative; before anybody answers nothing else has to stand in it.

    Raises:
        InputError: the file cannot be read, or there is nothing to ask of this kind of respondent.
    """
    from poolwijzer.assessment.read import read_assessment
    from poolwijzer.forms.questionnaire import make_questionnaire

    content = read_menus(menus)
    reading = read_assessment(file, content)
    tell(reading.remarks)
    made = make_questionnaire(
        content,
        reading.assessment,
        respondent.value,
        organisation=organisation,
        delete_on=delete_on,
        questions=questions.value if questions else None,
    )
    tell(_remarks(made, file))
    return made


def _remarks(made: Questionnaire, file: Path) -> Iterator[Problem]:
    """What of the initiative is not known, so that who answers has to type it.

    Raises:
        InputError: there is nothing to ask of this kind of respondent.
    """
    body = made.form.of == "verband"
    if not made.questions:
        message = "Er is niets te vragen aan "
        message += "een bestaand verband: dit initiatief heeft er geen." if body else "gemeenten."
        hint = "Vul bij context in welk verband het is, of laat --for verband weg." if body else "Kijk de menu's na."
        raise InputError(Problem(str(file), message, hint))
    if not made.organisations:
        what, key = ("de naam van het verband", "context: verband") if body else ("de gemeenten", "municipalities")
        message = f"In dit bestand {'ontbreekt' if body else 'ontbreken'} {what}."
        yield Problem(str(file), message, f"Wie antwoordt, typt de naam zelf. Vul liever eerst {key} in.")
