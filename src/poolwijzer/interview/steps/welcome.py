"""What comes before all questions: what a group will do, and what the axes and places mean that it will point at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from poolwijzer.content.content import Content
from poolwijzer.content.questions import Stage
from poolwijzer.dutch import count_things
from poolwijzer.interview.commands import READ_ON_KEYS, PageKeys
from poolwijzer.interview.progress import count_minutes, list_lengths, plan_minutes, tell_left_out
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.step import InterviewStep, PageStep
from poolwijzer.report.excerpts import explain_places, plain_page
from poolwijzer.report.model import Bullets, Line, Paragraph, Report, Section
from poolwijzer.report.sentences import names_in
from poolwijzer.report.typed_text import sanitize

STAGES: dict[Stage, str] = {
    "initiatief": "Het initiatief: naam, gemeenten en fase",
    "inschatting": "Waar het staat, denkt u zelf",
    "stellingen": "Stellingen beantwoorden",
    "plek": "Waar u staat, en de vraag die daarbij hoort",
    "menu": "De menukaart: welke keuzes passen bij u",
    "afronden": "Wat u afspreekt",
}
"""What a group does in each part of the conversation."""
AIM = "U praat samen over één initiatief. Waar staat het? Wat past daarbij? En wat spreekt u af?"
ALWAYS_BACK = "U kunt altijd terug, en alles overslaan behalve de naam."
NEW_FILE = "een bestand met de naam van het initiatief, in de map waar u nu bent"
NOT_SENT = "Alles blijft op deze computer: er wordt niets verstuurd."
LARGER = "Letters groter: Ctrl en +, in de meeste vensters. Op een Mac: Cmd en +."


class WelcomePage(PageStep):
    """What will be done and how long that takes, and what becomes of the answers. Gone once there is an initiative."""

    kind = "welcome"
    part = "welkom"
    title = label = "Welkom"
    keys: PageKeys = {"enter": ("beginnen", "next"), "right": ("", "next"), "q": ("stoppen", "stop")}

    def __init__(self, content: Content, route: Route) -> None:
        super().__init__(None)
        self.content, self.route = content, route

    def page(self, state: State, steps: Sequence[InterviewStep], file: str, report: str) -> Report:
        return self.telling(f"het bestand {file}" if file else NEW_FILE, LARGER)

    def telling(self, kept: str, *more: str) -> Report:
        """The page, with where each answer is kept, and what else there is to say on this kind of screen."""
        lengths = list_lengths(plan_minutes(self.content, self.route))
        total, unplanned = count_minutes(sum(lengths.values())), self.route.unplanned
        stages = [
            Line(STAGES[stage] if unplanned else f"{STAGES[stage]} ({_how_long(length)})")
            for stage, length in lengths.items()
        ]
        together = f"met de verdieping langer dan {total}" if unplanned else f"samen {total}"
        begin = f"In {count_things(len(stages), 'stap', 'stappen')}, {together}:"
        kept = f"Elk antwoord staat meteen in {kept}. {NOT_SENT}"
        sections = (
            Section("doel", "", (Paragraph(Line(AIM)),)),
            Section("stappen", "", (Paragraph(Line(begin)), Bullets(tuple(stages), numbered=True))),
            *plain_page("", tell_left_out(self.route), ALWAYS_BACK, kept, *more).sections,
        )
        return Report(self.title, "", sections)


def _how_long(minutes: int) -> str:
    return f"{minutes} min" if minutes else "kort"


class PlacesPage(PageStep):
    """What the axes and the four places mean, before anybody points at one."""

    kind = "places"
    stage = "inschatting"
    goes_with = "estimate"
    title = label = "De twee assen en de vier plekken"
    keys = READ_ON_KEYS

    def is_open(self, state: State) -> bool:
        # Who answered statements went by here before.
        return self.key not in state.seen and not self.assessment.estimate and not self.assessment.answers

    def page(self, state: State, steps: Sequence[InterviewStep], file: str, report: str) -> Report:
        names = names_in(self.assessment, self.content)
        return sanitize(Report(self.title, "", explain_places(self.content, names)))

    def ask(self) -> InterviewQuestion:
        return replace(super().ask(), about=explain_places(self.content, names_in(self.assessment, self.content)))
