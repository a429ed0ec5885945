"""`poolwijzer workshop run`: the screen on the beamer that leads a session."""

from __future__ import annotations

from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told, read_menus, tell
from poolwijzer.cli.options import MenusFolder, OnDay, SessionFolder, advice_date
from poolwijzer.cli.outputs import NO_EFFECT
from poolwijzer.cli.screen import AsJson, has_terminal, show_data
from poolwijzer.cli.statuses import ATTENTION
from poolwijzer.problems import Problem


def run(
    folder: SessionFolder,
    once: Annotated[bool, typer.Option("--once", help="Toon één keer waar de sessie is, en stop dan.")] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Begin opnieuw bij het eerste deel, ook als de sessie vandaag al liep.")
    ] = False,
    as_json: AsJson = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Zeg alles regel voor regel, voor wie een schermlezer gebruikt.")
    ] = False,
    menus: MenusFolder = None,
    date: OnDay = None,
) -> None:
    """Leid een werksessie op de beamer: het deel, de tijd, wat er nu te doen is, en hoe ver de groepen zijn."""
    with mistakes_told():
        on, content = advice_date(date), read_menus(menus)
        if once or as_json or not has_terminal():
            from poolwijzer.workshop.lead.session import look_once

            idle = (("--again", again), ("--plain", plain and as_json))
            tell(Problem(option, NO_EFFECT, "Hier wordt alleen gekeken.") for option, given in idle if given)
            course, seen, now = look_once(folder, content, on)
            if as_json:
                from poolwijzer.workshop.lead.status import status_data

                show_data(status_data(course, seen, now))
            else:
                from poolwijzer.workshop.lead.told import tell_all
                from poolwijzer.workshop.lead.view import view_of

                typer.echo("\n".join(tell_all(view_of(course, seen, now, on))))
            if seen.needs_attention:
                raise typer.Exit(ATTENTION)
            return
        from poolwijzer.interview.session import make_presenter
        from poolwijzer.workshop.lead.session import lead_session

        lead_session(folder, content, make_presenter(content, plain), on, again=again)
