"""`poolwijzer workshop init`: the folder of a session, from who is in the room to what is printed."""

from __future__ import annotations

import os
from datetime import date as day
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, say
from poolwijzer.cli.busy_line import BusyLine
from poolwijzer.cli.options import MenusFolder, Organisation, Style, advice_date
from poolwijzer.cli.outputs import OutputOptions, read_theme, tell_written
from poolwijzer.cli.screen import has_terminal
from poolwijzer.cli.workshop.asking import INITIATIVE, ask_room, told_again
from poolwijzer.problems import Fault, InputError, Problem, harmless

if TYPE_CHECKING:
    from poolwijzer.content.content import Content
    from poolwijzer.workshop.plan import PartMinutes, RoomInitiative, WorkshopPlan
    from poolwijzer.workshop.room_questions import Room

EXAMPLE = "--example"


def _minutes(name: str, what: str) -> Any:
    return typer.Option(f"--{name}", metavar="MINUTEN", min=0, max=240, help=f"Hoe lang {what} duurt.")


class PaperChoice(StrEnum):
    """How large the hand-outs are."""

    a3 = "a3"
    a4 = "a4"


def init(
    folder: Annotated[
        Path,
        typer.Argument(metavar="MAP", help="De map die gemaakt wordt, zoals werksessie.", show_default=False),
    ],
    initiative: Annotated[
        list[str] | None,
        typer.Option(
            INITIATIVE,
            metavar="TEKST",
            help='Een initiatief: "Naam; regio; fase; aantal mensen". Alleen de naam moet. Mag vaker.',
            show_default=False,
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEKST", help="Hoe de sessie heet. Anders Werksessie.", show_default=False),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="JJJJ-MM-DD", help="De dag van de sessie. Anders vandaag.", show_default=False),
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="TEKST", help="Waar de sessie is.", show_default=False)
    ] = None,
    people: Annotated[
        int | None,
        typer.Option(
            "--people", metavar="AANTAL", min=1, max=999, help="Hoeveel mensen er samen zijn.", show_default=False
        ),
    ] = None,
    groups: Annotated[
        int | None,
        typer.Option(
            "--groups",
            metavar="AANTAL",
            min=1,
            max=16,
            help="Hoeveel groepen u wilt. Anders groepen van ongeveer twaalf.",
            show_default=False,
        ),
    ] = None,
    introduction: Annotated[int, _minutes("introduction", "de inleiding")] = 15,
    acquaintance: Annotated[int, _minutes("acquaintance", "het bespreken van het initiatief")] = 5,
    analysis: Annotated[int, _minutes("analysis", "het samen analyseren")] = 15,
    plenary: Annotated[int, _minutes("plenary", "de plenaire afsluiting")] = 20,
    example: Annotated[
        bool, typer.Option("--example", help="Maak een half ingevulde sessie, om mee te oefenen.")
    ] = False,
    paper: Annotated[
        PaperChoice, typer.Option("--paper", help="Hoe groot het papier van de werkbladen is.")
    ] = PaperChoice.a3,
    style: Style = None,
    organisation: Organisation = None,
    menus: MenusFolder = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Maak alles opnieuw in een map die er al is. Niet als een groep al iets invulde."),
    ] = False,
) -> None:
    """Bereid een werksessie voor: verdeel de groepen, en maak de map met alles wat u nodig hebt.

    In een opdrachtvenster vraagt Poolwijzer welke initiatieven er in de zaal zijn, tenzij u ze met --initiative noemt.
    """
    with mistakes_told():
        from poolwijzer.content.folders import VARIABLE
        from poolwijzer.workshop.new_folder import check_folder, check_groups, write_session
        from poolwijzer.workshop.plan import PartMinutes
        from poolwijzer.workshop.preparation import Papers, files_of_session
        from poolwijzer.workshop.room_questions import tell_groups

        check_folder(folder, force=force)
        on = advice_date(date)
        minutes = PartMinutes(introduction=introduction, acquaintance=acquaintance, analysis=analysis, plenary=plenary)
        theme = read_theme(OutputOptions((), style=style, organisation=organisation), [".pdf"])
        content = read_menus(menus)
        saved = {}
        asked: list[RoomInitiative] = []
        if example:
            _refuse_with_example(initiative=initiative, title=title, place=place, people=people, groups=groups)
            from poolwijzer.workshop.example import example_plan, example_saved

            plan = example_plan(content, on, minutes)
            saved = example_saved(plan, content)
        else:
            with told_again(folder, asked):
                room = _room(content, initiative, title, people, groups, asked, None if date else on)
                plan = _plan(room, room.on or on, place or "", minutes)
        with told_again(folder, asked):
            check_folder(folder, force=force)  # people talk long, and others may have filled it
            check_groups(folder, plan.groups, content)
            if not asked:  # who was asked has just seen them
                for line in tell_groups(plan.groups, plan.initiatives):
                    say(harmless(line))
            busy = BusyLine()
            try:
                own_menus = bool(menus or os.environ.get(VARIABLE))
                papers = Papers(content, theme, paper.value, own_menus)
                files = files_of_session(folder, plan, papers, saved, example=example)
                written = write_session(files, lambda path: busy.show(f"Bezig met {path} …"))
            finally:
                busy.clear()
        tell_written(written)
        _tell_next(folder, plan)


def _refuse_with_example(**given: object) -> None:
    """Refuse what an example has of its own.

    Raises:
        InputError: naming each option.
    """
    told = [f"--{name}" for name, value in given.items() if value]
    if told:
        hint = f"Laat {EXAMPLE} weg, of laat deze optie weg."
        raise InputError(Problem(name, "Een oefensessie heeft dit zelf al.", hint) for name in told)


def _room(
    content: Content,
    given: list[str] | None,
    title: str | None,
    people: int | None,
    number: int | None,
    asked: list[RoomInitiative],
    today: day | None,
) -> Room:
    """Who is in the room: as the options say, or as somebody tells, which then stands in `asked`.

    Raises:
        InputError: an option cannot be, or there is nobody to ask.
    """
    from poolwijzer.workshop.division import divide
    from poolwijzer.workshop.room import name_initiatives, read_initiative, read_line
    from poolwijzer.workshop.room_questions import TOO_MANY, USUAL_TITLE, Room

    try:
        said = read_line(title) if title is not None else None
    except Fault as fault:
        raise InputError(Problem("--title", fault.message, fault.hint)) from None
    if not given:
        if not has_terminal():
            message = "Er is nog geen initiatief genoemd."
            hint = f'Noem ze zo: {INITIATIVE} "Naam; regio; fase; aantal mensen". Of oefen met {EXAMPLE}.'
            raise InputError(Problem(INITIATIVE, message, hint))
        return ask_room(content, said, people, number, asked, today)
    try:
        initiatives = name_initiatives([read_initiative(text, content) for text in given])
    except Fault as fault:
        raise InputError(Problem(INITIATIVE, fault.message, fault.hint)) from None
    groups = divide(initiatives, people, number)
    if number is not None and len(groups) != number:
        say(f"--groups: {TOO_MANY.format(len(groups))}")
    return Room(said or USUAL_TITLE, initiatives, groups)


def _plan(room: Room, on: day, place: str, minutes: PartMinutes) -> WorkshopPlan:
    """The session.

    Raises:
        InputError: the name of the place is too long.
    """
    from poolwijzer.assessment.model import FORMAT
    from poolwijzer.workshop.plan import WorkshopPlan
    from poolwijzer.workshop.room import read_line

    try:
        where = read_line(place)
    except Fault as fault:
        raise InputError(Problem("--place", fault.message, fault.hint)) from None
    return WorkshopPlan(
        poolwijzer=FORMAT,
        kind="workshop",
        title=room.title,
        date=on,
        place=where,
        minutes=minutes,
        initiatives=room.initiatives,
        groups=room.groups,
    )


def _tell_next(folder: Path, plan: WorkshopPlan) -> None:
    """What to do now."""
    from poolwijzer.workshop.guide import NAME, command_of
    from poolwijzer.workshop.preparation import SHEETS

    first = next(name for name in plan.groups)
    for line in (
        "Zo gaat u verder:",
        f"1. Lees {folder / NAME}. Daarin staat wat u meeneemt en hoe u de zaal klaarzet.",
        f"2. Druk de werkbladen af. Zij staan in {folder / SHEETS}.",
        "3. Zet de map op elke laptop, of deel de map. Een groep typt in die map:",
        f"   {command_of(plan, first)}",
        f"4. Op de beamer: poolwijzer workshop run {folder}",
    ):
        say(harmless(line))
