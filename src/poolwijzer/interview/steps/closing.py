"""The steps at the end: agreements, highlights, needs, and the last page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.assessment.model import Agreement, Assessment
from poolwijzer.dutch import count_things
from poolwijzer.engine.first_steps import agree_on
from poolwijzer.interview.commands import PageKeys
from poolwijzer.interview.question import FormLine
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.step import InterviewStep, PageStep, clean_line
from poolwijzer.outcome import Outcome
from poolwijzer.report import words
from poolwijzer.report.excerpts import plain_page
from poolwijzer.report.model import Report
from poolwijzer.report.sections.own_words import HIGHLIGHTS

MAKE = "Druk op r voor het verslag van één bladzijde en de notitie voor het bestuur, of op v voor alle verslagen."
AGREEMENT = {
    "what": ("Wat", "Wat spreekt u af?"),
    "who": ("Wie", "Wie doet dat?"),
    "when": ("Wanneer", "Wanneer is het klaar?"),
}
MOST_IN_A_ROW = 20
"""How many agreements or needs are asked for at most; who has more writes them in the file."""


class AgreementStep(InterviewStep):
    """What is agreed, who does it, or when it is done."""

    kind = "agreement"
    stage = "afronden"

    def __init__(self, outcome: Outcome, index: int, detail: str) -> None:
        super().__init__(outcome, str(index), detail)
        self.index = index
        self.short_label, self.title = AGREEMENT[detail]
        self.label = f"Afspraak: {self.short_label.lower()}"
        about = agree_on(outcome.facts) if index == 0 and detail == "what" else ""
        self.lead = f"Spreek eerst dit af: {about}" if about else ""
        found = self.assessment.agreements[index:][:1]
        self.answer = (getattr(found[0], detail) or None) if found else None
        self.after = f"{self.kind}:{index - 1}:{detail}" if index and detail == "what" else ""

    def form_lines(self, steps: Sequence[InterviewStep]) -> tuple[FormLine, ...]:
        together = [AgreementStep(self.outcome, self.index, detail) for detail in AGREEMENT]
        return tuple(FormLine(step.short_label, step.summarise(), step == self) for step in together)

    def put_answer(self, value: object) -> Assessment:
        text, agreements = clean_line(value), list(self.assessment.agreements)
        if self.index >= len(agreements):
            if text and self.detail == "what":
                agreements.append(Agreement(what=text))
        elif text or self.detail != "what":
            agreements[self.index] = agreements[self.index].model_copy(update={self.detail: text})
        else:
            del agreements[self.index]
        return self.assessment.model_copy(update={"agreements": tuple(agreements)})


class HighlightStep(InterviewStep):
    """One of the four questions about what the group will tell of the conversation."""

    kind = "highlight"
    stage = "afronden"
    in_form = True

    def __init__(self, outcome: Outcome, name: str) -> None:
        super().__init__(outcome, name)
        self.title = self.label = HIGHLIGHTS[name]
        self.answer = getattr(self.assessment.highlights, name) or None

    def put_answer(self, value: object) -> Assessment:
        highlights = self.assessment.highlights.model_copy(update={self.ref: clean_line(value)})
        return self.assessment.model_copy(update={"highlights": highlights})


class NeedStep(InterviewStep):
    """One need."""

    kind = "need"
    stage = "afronden"
    title = "Waar hebt u nu behoefte aan?"
    lead = "Eén ding per keer."
    label = "Behoefte"

    def __init__(self, outcome: Outcome, index: int) -> None:
        super().__init__(outcome, str(index))
        self.index = index
        self.answer = next(iter(self.assessment.needs[index:]), None)
        self.after = f"{self.kind}:{index - 1}:" if index else ""

    def put_answer(self, value: object) -> Assessment:
        text, needs = clean_line(value), self.assessment.needs
        changed = (*needs[: self.index], *([text] if text else []), *needs[self.index + 1 :])
        return self.assessment.model_copy(update={"needs": changed})


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
        "o": ("overzicht", "overview"),
        "u": ("uitkomst", "outcome"),
        "escape": ("terug", "back"),
        "q": ("", "stop"),
    }

    def __init__(self, outcome: Outcome | None, route: Route) -> None:
        super().__init__(outcome)
        self.keys = {key: found for key, found in self.keys.items() if key != "m" or not route.full}

    def page(self, state: State, steps: Sequence[InterviewStep], file: str, report: str) -> Report:
        if state.assessment is None:
            return plain_page("Er is nog niets bewaard", "Ga terug en geef het initiatief een naam.")
        left = sum(step.missed and step.answer is None for step in steps)
        return plain_page(
            self.title,
            self._place(state),
            *(report.split("\n") if report else (MAKE,)),
            f"Uw antwoorden staan in {file}.",
            f"Nog open: {count_things(left, 'vraag', 'vragen')}. Druk op o voor het overzicht." if left else "",
            "" if state.route.full else "Is er meer tijd? Druk op m voor de verdieping.",
            f"Een ander verslag maakt u later zo: poolwijzer advise {file} -o verslag.pdf",
            f"Een stuk voor de volgende stap, zoals een raadsbrief: poolwijzer next {file}",
        )

    def _place(self, state: State) -> str:
        """Where the initiative stands, once everybody saw that."""
        name = self.assessment.initiative.name
        if not state.place_shown:
            return f"{name}: u bekeek nog niet waar u staat. Druk op u voor de uitkomst."
        return f"{name}: {words.headline(self.outcome.placement, self.content)}."


def closing_steps(outcome: Outcome, route: Route) -> Iterator[InterviewStep]:
    """One agreement and the four questions; with more time as many agreements and needs as there are, and one more."""
    agreements, needs = len(outcome.assessment.agreements), len(outcome.assessment.needs)
    for index in range(min(agreements + 1, MOST_IN_A_ROW) if route.full else 1):
        for detail in AGREEMENT if index < agreements else ("what",):
            yield AgreementStep(outcome, index, detail)
    for name in HIGHLIGHTS:
        yield HighlightStep(outcome, name)
    for index in range(min(needs + 1, MOST_IN_A_ROW)) if route.full else ():
        yield NeedStep(outcome, index)
