"""What the start menu offers about a session of groups."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

from poolwijzer.content.content import Content
from poolwijzer.interview.commands import READING_KEYS
from poolwijzer.interview.presenter import Presenter, Surroundings
from poolwijzer.interview.start import StartChoice
from poolwijzer.problems import InputError
from poolwijzer.report.excerpts import plain_page
from poolwijzer.workshop.group_file import group_path
from poolwijzer.workshop.plan import PLAN_NAME
from poolwijzer.workshop.plan_file import read_plan

GO_ON, PREPARE = "Verder met de werksessie", "Een werksessie met groepen voorbereiden"
HOW = (
    "Dit is voor een bijeenkomst met een paar groepen, die elk een initiatief bespreken.",
    "Maak eerst de map van de sessie: poolwijzer workshop init MAP",
    "Leid de sessie daarna op de beamer: poolwijzer workshop run MAP",
)


def session_lines(
    folder: Path, content: Content, presenter: Presenter, on: date
) -> tuple[list[StartChoice], list[StartChoice], list[str] | None]:
    """The lines that come first: going on with the session in this folder. And those near the end.

    Then the files of the groups, in a folder of a session: what lies beside these may be a copy, which nobody is to
    go on with.
    """

    def go_on() -> bool:
        from poolwijzer.workshop.lead.session import lead_session

        try:
            lead_session(folder, content, presenter, on)
        except InputError as error:
            presenter.read(plain_page("Dat lukt niet", *map(str, error.problems)), Surroundings(), READING_KEYS)
            return False
        return True

    def tell_how() -> bool:
        presenter.read(plain_page(PREPARE, *HOW), Surroundings(), READING_KEYS)
        return False

    if (folder / PLAN_NAME).is_file():
        with suppress(InputError):
            return [(GO_ON, go_on)], [], [group_path(folder, name).name for name in read_plan(folder, content).groups]
        return [(GO_ON, go_on)], [], None
    return [], [(PREPARE, tell_how)], None
