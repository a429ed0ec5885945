"""The last page: what was made, what can be made, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from poolwijzer.assessment.again import find_hindrance
from poolwijzer.dutch import count_things
from poolwijzer.interview.commands import Jump, PageKeys
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.costs import CostsOthersStep
from poolwijzer.interview.steps.placing import PlacePage
from poolwijzer.interview.steps.step import InterviewStep, PageStep
from poolwijzer.outcome import Outcome
from poolwijzer.report import words
from poolwijzer.report.excerpts import plain_page
from poolwijzer.report.model import Labelled, Line, Report, Section

MAKE = "Druk op r voor het verslag van één bladzijde en de notitie voor het bestuur, of op v voor alle verslagen."
NOT_SEEN = "U bekeek nog niet waar u staat."
UNSAVED = "Uw laatste antwoorden zijn nog niet bewaard. Sluit af: dan leest u waar zij staan."
LATER = "Later, in het opdrachtvenster"


class EndPage(PageStep):
    """The last page: what was made, what can be made, and what is still open."""

    kind = "end"
    part = "einde"
    title = label = "Klaar"
    keys: PageKeys = {
        "enter": ("afsluiten", "stop"),
        "r": ("verslag", "report"),
        "v": ("alle verslagen", "reports"),
        "m": ("verdieping", "deepen"),
        "k": ("wie betaalt wat", Jump(CostsOthersStep.after)),
        "o": ("overzicht", "overview"),
        "u": ("uitkomst", "outcome"),
        "escape": ("terug", "back"),
        "q": ("", "stop"),
    }

    def __init__(self, outcome: Outcome | None, route: Route) -> None:
        super().__init__(outcome)
        useless = {*("m" if route.full else ""), *("u" if route.room == "looks-on" else "")}
        self.keys = {key: found for key, found in self.keys.items() if key not in useless}

    def page(self, state: State, steps: Sequence[InterviewStep], file: str, report: str) -> Report:
        if state.assessment is None:
            return plain_page("Er is nog niets bewaard", "Ga terug en geef het initiatief een naam.")
        left = self.open_questions(steps)
        page = plain_page(
            self.headline(state),
            f"{NOT_SEEN} Druk op u voor de uitkomst." if self.place_missed(state, steps) else "",
            *(report.split("\n") if report else (MAKE,)),
            f"Uw antwoorden staan in {file}." if file else UNSAVED,
            f"{left} Druk op o voor het overzicht." if left else "",
            "" if state.route.full else "Is er meer tijd? Druk op m voor de verdieping.",
        )
        if not file:
            return page
        rows = tuple((label, Line(command)) for label, command in self._later(as_argument(file)))
        return replace(page, sections=(*page.sections, Section("later", LATER, (Labelled(rows),))))

    def headline(self, state: State) -> str:
        """The initiative, and its place once that was seen."""
        name = self.assessment.initiative.name
        return f"{name}: {words.headline(self.outcome.placement, self.content)}" if state.place_shown else name

    def place_missed(self, state: State, steps: Sequence[InterviewStep]) -> bool:
        """Whether there is a place to look at that was not seen."""
        return not state.place_shown and any(isinstance(step, PlacePage) for step in steps)

    def open_questions(self, steps: Sequence[InterviewStep]) -> str:
        """How many questions are open, in a sentence; empty where none is."""
        left = sum(step.missed and step.answer is None for step in steps)
        return f"Nog open: {count_things(left, 'vraag', 'vragen')}." if left else ""

    def _later(self, file: str) -> Iterator[tuple[str, str]]:
        """What can be done with the file at any time, and the command that does it."""
        yield "Ander verslag", f"poolwijzer advise {file} -o verslag.pdf"
        yield "Brief of stuk", f"poolwijzer next {file}"
        if find_hindrance(self.assessment, self.outcome.on) is None:
            yield "Nieuwe meting", f"poolwijzer assess {file} --again"


def as_argument(file: str) -> str:
    """A file as it is typed in a command."""
    return f'"{file}"' if " " in file else file
