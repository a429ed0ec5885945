"""`poolwijzer assess`, the conversation, and the start menu of `poolwijzer` alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, say
from poolwijzer.cli.options import AdviceDate, MenusFolder, advice_date
from poolwijzer.cli.screen import has_terminal
from poolwijzer.problems import InputError, Problem


def assess(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="BESTAND",
            help="Het bestand van het initiatief. Zonder bestand begint een nieuw gesprek.",
            show_default=False,
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Vraag ook de verdieping.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Loop ook langs wat al is beantwoord.")] = False,
    part: Annotated[
        str | None,
        typer.Option(
            "--part",
            metavar="ONDERDEEL",
            help="Doe één onderdeel, zoals motivatie, betrokkenheid of menu.",
            show_default=False,
        ),
    ] = None,
    minutes: Annotated[
        int | None,
        typer.Option(
            "--minutes",
            metavar="MINUTEN",
            min=1,
            help="De tijd die u hebt. Anders die van poolwijzer.toml, of 20. Bij weinig tijd valt er iets weg.",
            show_default=False,
        ),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Begin een nieuwe meting. Wat in het bestand staat, blijft bewaard.")
    ] = False,
    beamer: Annotated[bool, typer.Option("--beamer", help="Meer wit om de stelling, voor een groot scherm.")] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Vraag alles regel voor regel, voor wie een schermlezer gebruikt.")
    ] = False,
    menus: MenusFolder = None,
    date: AdviceDate = None,
) -> None:
    """Voer het gesprek over een initiatief: vraag voor vraag naar een plek, keuzes en een afspraak."""
    with mistakes_told():
        from poolwijzer.cli.settings.chosen import chosen_minutes, remark_again
        from poolwijzer.interview import session
        from poolwijzer.interview.beginning import InterviewOptions, check_part
        from poolwijzer.interview.progress import pick_extras
        from poolwijzer.interview.state import Route

        if not has_terminal():
            hint = "Hebt u al een bestand met antwoorden? Gebruik dan: poolwijzer advise BESTAND."
            raise InputError(Problem("poolwijzer assess", "Voor een gesprek is een opdrachtvenster nodig.", hint))

        content = read_menus(menus)
        check_part(part, content)
        if minutes is None and not full:  # who asks for everything has more time than usual
            minutes = chosen_minutes()
        extras = pick_extras(content, minutes)
        route = Route(full=full, everything=everything, part=part, left_out=extras, minutes=minutes)
        options = InterviewOptions(file, advice_date(date), route, beamer, again=again)
        try:
            session.converse(options, content, session.make_presenter(content, plain))
        finally:
            remark_again()


def start() -> bool:
    """The start menu, where there is someone at a terminal; false where there is not."""
    if not has_terminal():
        return False
    with mistakes_told():
        from poolwijzer.cli.own_window import chosen_folder
        from poolwijzer.cli.settings.chosen import chosen_menus, chosen_minutes, remark_again
        from poolwijzer.cli.workshop.start_lines import session_lines
        from poolwijzer.interview.progress import pick_extras
        from poolwijzer.interview.session import make_presenter
        from poolwijzer.interview.start import run_start
        from poolwijzer.interview.state import Route

        try:
            content, on, minutes = read_menus(chosen_menus(None)), advice_date(None), chosen_minutes()
        except InputError:
            if folder := chosen_folder():  # who double-clicked did not choose it, and the mistake may lie there
                say(f"U werkt in de map {folder}.")
            raise
        presenter = make_presenter(content, plain=False)
        route = Route(minutes=minutes, left_out=pick_extras(content, minutes))
        lines = session_lines(Path(), content, presenter, on)
        try:
            run_start(content, presenter, on, Path(), *lines, route=route, chosen=chosen_folder())
        finally:
            remark_again()
    return True
