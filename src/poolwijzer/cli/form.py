"""`poolwijzer form`: a form with which others answer by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, say, tell
from poolwijzer.cli.options import (
    Force,
    MenusFolder,
    MenusVersion,
    OnDay,
    OpenThem,
    Style,
    advice_date,
    output_option,
)
from poolwijzer.cli.outputs import NO_EFFECT, OutputOptions, open_written, read_theme, tell_written, write_files
from poolwijzer.cli.pipes import STDOUT, part_outputs
from poolwijzer.cli.screen import show_bytes
from poolwijzer.dutch import long_date
from poolwijzer.formats.registry import check_suffixes
from poolwijzer.forms.registry import FORMS, MAIL_SUFFIX, SURVEYS, FormKind, render_form
from poolwijzer.given import parse_date
from poolwijzer.problems import InputError, Problem, harmless

if TYPE_CHECKING:
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.content.content import Content
    from poolwijzer.forms.questionnaire import Questionnaire

SUFFIXES = (*FORMS, MAIL_SUFFIX)
ORGANISATION, DELETE_ON, REPLY_BY = "--organisation", "--delete-on", "--reply-by"


MAIL: Final = "mail"
Kind = FormKind | Literal["mail"]
"""A form, or the mail that goes with it."""


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
    output: Annotated[list[Path] | None, output_option("de vragenlijst, en met .txt de mail", SUFFIXES)] = None,
    named: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="SOORT",
            help=f"{' of '.join(SURVEYS)}: een vragenlijst voor dat programma. Of bij -o - : het soort, zoals html.",
            show_default=False,
        ),
    ] = None,
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
        RespondentChoice, typer.Option("--for", help="Wie antwoordt: gemeenten, of de bestaande samenwerking.")
    ] = RespondentChoice.gemeente,
    questions: Annotated[
        ListChoice | None,
        typer.Option(
            "--questions", help="Welke lijst met stellingen. Anders die van het initiatief.", show_default=False
        ),
    ] = None,
    reply_by: Annotated[
        str | None,
        typer.Option(
            REPLY_BY, metavar="JJJJ-MM-DD", help="De laatste dag om te antwoorden, voor de mail.", show_default=False
        ),
    ] = None,
    status: Annotated[
        bool, typer.Option("--status", help="Zeg wie nog niet antwoordde. De mail wordt dan een herinnering.")
    ] = False,
    style: Style = None,
    open_them: OpenThem = False,
    menus: MenusFolder = None,
    menus_version: MenusVersion = None,
    date: OnDay = None,
    force: Force = False,
) -> None:
    """Maak een vragenlijst waarmee gemeenten zelf antwoorden."""
    with mistakes_told():
        from poolwijzer.forms.checks import check_asked

        forms, piped = _part(output or (), named)
        on = advice_date(date)
        who, until = _promised(organisation, delete_on, on, asked=bool(forms or piped))
        outputs = OutputOptions(tuple(forms), force, style, None, open_them, who)
        _check(outputs, file, menus)
        kinds = [*forms.values(), *([piped] if piped else [])]
        _tell_idle(outputs, kinds, reply_by)
        theme = read_theme(outputs)
        content, assessment = _read(file, menus, menus_version)
        made = _questionnaire(content, assessment, respondent, questions, who, until)
        tell(check_asked(made, str(file)))
        silent = _silent(assessment, respondent) if status else None
        files = tuple(path.name for path, kind in forms.items() if isinstance(kind, FormKind) and not kind.called)
        last_day = _last_day(reply_by, on, until)

        def write(kind: Kind) -> bytes:
            if isinstance(kind, FormKind):
                return render_form(kind, made, theme, on)
            from poolwijzer.forms.invitation import Round, write_invitation, write_reminder

            return (write_reminder if status else write_invitation)(made, Round(files, last_day))

        if silent == ():  # a mail to nobody
            forms = {path: kind for path, kind in forms.items() if isinstance(kind, FormKind)}
            piped = piped if isinstance(piped, FormKind) else None
        written = write_files(forms, lambda path: write(forms[path]), "De vragenlijst")
        tell_written(forms)
        if piped:
            show_bytes(write(piped))
        open_written(outputs, written)


def _part(output: Iterable[Path], named: str | None) -> tuple[dict[Path, Kind], Kind | None]:
    """What is asked for: every file with its kind, and the kind of what goes to stdout.

    Raises:
        InputError: it cannot be told which kind is meant, or a name does not go with it.
    """
    if survey := SURVEYS.get((named or "").lower()):
        given = [path for path in output if str(path) != STDOUT]
        wrong = [path for path in given if path.suffix.lower() != survey.suffix]
        if wrong:
            message = f"Een vragenlijst voor {survey.called} is een bestand dat eindigt op {survey.suffix}."
            raise InputError(
                Problem(str(path), message, f"Noem het {path.with_suffix(survey.suffix).name}.") for path in wrong
            )
        return dict.fromkeys(given, survey), survey if len(given) < len(tuple(output)) else None
    paths, piped = part_outputs(output, named, SUFFIXES, also=SURVEYS)
    check_suffixes(paths, SUFFIXES)
    kinds: dict[str, Kind] = {**FORMS, MAIL_SUFFIX: MAIL}
    return {path: kinds[path.suffix.lower()] for path in paths}, kinds.get(piped)


def _promised(organisation: str | None, delete_on: str | None, on: date, *, asked: bool) -> tuple[str, date]:
    """Who gathers the answers and until when, which every respondent is told.

    Raises:
        InputError: it is not said, or that day has come already; also where nothing is asked for at all.
    """
    from poolwijzer.forms.checks import check_promise, tidy_organisation

    who, until = tidy_organisation(organisation or ""), None
    problems = []
    if not asked:
        message = "Waar de vragenlijst komt, staat er niet bij."
        problems.append(Problem("-o", message, "Schrijf het erbij, zoals -o vragenlijst.html."))
    try:
        until = None if delete_on is None else parse_date(delete_on, DELETE_ON)
    except InputError as error:
        problems += error.problems
        until = date.max  # that of the organisation is told as well
    problems += check_promise(who, until, on, called=(ORGANISATION, DELETE_ON), sign=" ")
    if problems or until is None:
        raise InputError(problems)
    return who, until


def _check(outputs: OutputOptions, file: Path, menus: Path | None) -> None:
    """Refuse files that cannot be written.

    Raises:
        InputError: with what is wrong.
    """
    from poolwijzer.content.files import list_menu_files
    from poolwijzer.outfile import plan_outputs

    looks = [outputs.style] if outputs.style else []
    plan_outputs(outputs.paths, [file, *looks, *list_menu_files(menus)], outputs.force)


def _tell_idle(outputs: OutputOptions, kinds: list[Kind], reply_by: str | None) -> None:
    """Say of options that nothing comes of them now."""
    dressed = any(isinstance(kind, FormKind) and kind.dressed for kind in kinds)
    idle = [
        ("--force", outputs.force and not outputs.paths, "Vraag met -o om een bestand."),
        ("--open", outputs.open_them and not outputs.paths, "Vraag met -o om een bestand."),
        ("--style", bool(outputs.style) and not dressed, "Dit soort bestand heeft geen kleuren."),
        (
            REPLY_BY,
            bool(reply_by) and MAIL not in kinds,
            "Dit staat alleen in de mail. Vraag die met -o uitnodiging.txt.",
        ),
    ]
    tell(Problem(option, NO_EFFECT, hint) for option, without_effect, hint in idle if without_effect)


def _last_day(reply_by: str | None, on: date, until: date) -> date | None:
    """The last day to answer.

    Raises:
        InputError: it is no day, or one on which nobody can answer any more.
    """
    if reply_by is None:
        return None
    day = parse_date(reply_by, REPLY_BY)
    if not on <= day < until:
        message = f"Deze dag ligt niet tussen {long_date(on)} en {long_date(until)}, als u de antwoorden verwijdert."
        raise InputError(Problem(REPLY_BY, message, "Kies een andere dag."))
    return day


def _silent(assessment: Assessment, respondent: RespondentChoice) -> tuple[str, ...] | None:
    """Who has not answered yet, which is told to the sender and stands in no file."""
    from poolwijzer.forms.silent import list_silent, tell_silent

    silent = list_silent(assessment, respondent.value)
    if silent is None:
        say("Poolwijzer weet niet wie nog niet antwoordde: in het bestand staan geen gemeenten.")
    elif silent:
        say(harmless(tell_silent(silent)))
        say("Stuur de herinnering alleen naar hen. Noem in de mail niemand die nog niet antwoordde.")
    else:
        say("Iedereen heeft geantwoord. Een herinnering is niet nodig.")
    return silent


def _read(file: Path, menus: Path | None, version: str | None) -> tuple[Content, Assessment]:
    """The menus and the initiative; before anybody answers nothing has to stand in that but what it is.

    Raises:
        InputError: either cannot be read.
    """
    from poolwijzer.assessment.read import read_assessment

    content = read_menus(menus, version)
    reading = read_assessment(file, content)
    tell(reading.remarks)
    return content, reading.assessment


def _questionnaire(
    content: Content,
    assessment: Assessment,
    respondent: RespondentChoice,
    questions: ListChoice | None,
    organisation: str,
    delete_on: date,
) -> Questionnaire:
    from poolwijzer.forms.questionnaire import make_questionnaire

    return make_questionnaire(
        content,
        assessment,
        respondent.value,
        organisation=organisation,
        delete_on=delete_on,
        questions=questions.value if questions else None,
    )
