"""The steps to a place in the typology beside the statements: the group's own estimate, and what comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from poolwijzer.assessment.check import DOTS, MOST_DOTS
from poolwijzer.assessment.model import Assessment, Estimate
from poolwijzer.dutch import number
from poolwijzer.interview.commands import READ_ON_KEYS, Side
from poolwijzer.interview.question import InterviewQuestion, SideLine
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.step import InterviewStep, PageStep, Refused, clean_line, clean_lines
from poolwijzer.outcome import Outcome
from poolwijzer.problems import quote
from poolwijzer.report.advice import Step
from poolwijzer.report.advice_words import MENTIONED, AdviceWords
from poolwijzer.report.dots import count_dots
from poolwijzer.report.excerpts import explain_places, plain_page, where_you_stand
from poolwijzer.report.grid_names import dot_called, grid_names, tell_dot, tell_names
from poolwijzer.report.model import Report
from poolwijzer.report.said import split_sentences
from poolwijzer.report.sentences import names_in

POINT = "Zet de stip waar u denkt dat u staat."
HOW_TO_DOT = (
    "Met d zet u de stip van iedereen neer: ieder roept een letter en een cijfer. "
    "Die stippen tellen niet mee voor de plek."
)
STEPS_THAT_FIT = "Eerste stappen die hierbij passen:"
MOST_STEPS = 3
PLACE_LATER = (
    "De zaal kijkt mee. Waar u staat, ziet u bij de plenaire afsluiting.",
    "Dan komt ook de sleutelvraag. Ga nu verder met de menukaart.",
)
"""Instead of the place, where others would read it before their own."""


class EstimateStep(InterviewStep):
    """Where the group puts itself, before the questions."""

    kind = "estimate"
    stage = "inschatting"
    shape = "point"
    title = "Waar staat het initiatief, denkt u? Wijs de plek aan."
    label = "Uw eigen inschatting"

    def __init__(self, outcome: Outcome, route: Route) -> None:
        super().__init__(outcome)
        self.route = route
        self.answer = self.assessment.estimate.places or None

    def summarise(self) -> str:
        axes = self.content.typology.axes
        places = (self.answer or {}).items()
        return ", ".join(f"{axes[axis].short.lower()} {number(at)}" for axis, at in places if axis in axes)

    def overview_line(self) -> str:
        dots = len(self.assessment.estimate.dots)
        return f"{super().overview_line()}{f' ({count_dots(dots)})' if dots else ''}"

    def ask(self) -> InterviewQuestion:
        return replace(
            super().ask(),
            place=self.answer or {},
            explanation=(POINT, *((HOW_TO_DOT,) if self.asks_dots else ())),
            by_line=tell_names(self.content),
            about=explain_places(self.content, names_in(self.assessment, self.content)),
            dots=self.outcome.placement.dots,
            asks_dots=self.asks_dots,
        )

    @property
    def asks_dots(self) -> bool:
        """Whether there is time for everyone's own dot; what was typed already is taken all the same."""
        return "stippen" not in self.route.left_out

    def side_line(self, side: Side) -> SideLine:
        if side != "dots":
            return super().side_line(side)
        told = " ".join(tell_dot(dot, self.content) for dot in self.outcome.placement.dots)
        lead = f"Typ de plekken zoals ze geroepen worden: {grid_names(self.content).example()}."
        return SideLine("De stip van iedereen", lead, told)

    def put_beside(self, side: Side, text: str) -> Assessment:
        if side != "dots":
            return super().put_beside(side, text)
        dots = [tuple(self._dot(word).values()) for word in clean_line(text).split()]
        if len(dots) > MOST_DOTS:
            raise Refused(f"Dit zijn {len(dots)} stippen; het zijn er hooguit {MOST_DOTS}.")
        estimate = self.assessment.estimate.model_copy(update={"dots": tuple(dots)})
        return self.assessment.model_copy(update={"estimate": estimate})

    def _dot(self, word: str) -> dict[str, Fraction]:
        names = grid_names(self.content)
        if "," in word:
            raise Refused(f"Geen komma's: typ {names.example()}")
        if (place := dot_called(word, self.content)) is None:
            raise Refused(f"{quote(word)} staat niet op het raster. Typ {names.every()}, zoals {names.examples()[0]}.")
        return place

    def put_answer(self, value: object) -> Assessment:
        scale, axes = self.content.typology.scale, self.content.typology.axes
        if not isinstance(value, dict) or set(value) != set(axes):
            raise Refused("Wijs een plek aan op beide assen.")
        if not all(scale.lowest <= place <= scale.highest for place in value.values()):
            raise Refused(f"Een plek ligt tussen {scale.lowest} en {scale.highest}.")
        places = {axis: Fraction(value[axis]) for axis in axes}
        estimate = Estimate.model_validate({**places, DOTS: self.assessment.estimate.dots})
        return self.assessment.model_copy(update={"estimate": estimate})


class PlacePage(PageStep):
    """What came out, to look at together."""

    kind = "place"
    stage = "plek"
    title = label = "Waar u staat"
    place_key = "place::"
    keys = READ_ON_KEYS

    def is_open(self, state: State) -> bool:
        return self.key not in state.seen

    def ask(self) -> InterviewQuestion:
        about = explain_places(self.content, names_in(self.assessment, self.content))
        return replace(super().ask(), about=about)

    def page(self, state: State, steps: Sequence[InterviewStep], file: str, report: str) -> Report:
        return where_you_stand(self.outcome)


class PlaceLaterPage(PageStep):
    """Where the place would come, while a whole room looks on."""

    kind = "place-later"
    stage = "plek"
    title = label = "Waar u staat"
    keys = READ_ON_KEYS

    def is_open(self, state: State) -> bool:
        return self.key not in state.seen

    def page(self, state: State, steps: Sequence[InterviewStep], file: str, report: str) -> Report:
        return plain_page(self.title, *PLACE_LATER)


class KeyQuestionStep(InterviewStep):
    """The group's own answer to the question that goes with its place, with the first steps to think about."""

    kind = "key-question"
    place_key = "key-question::"
    stage = "plek"
    lead = "Uw eigen antwoord. Het mogen meer regels zijn."
    label = "Antwoord op de sleutelvraag"
    lines = True

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.answer = self.assessment.key_question.answer or None

    def ask(self) -> InterviewQuestion:
        advice = AdviceWords(self.outcome)
        title = " ".join(advice.asked) or "Wat is uw antwoord op de sleutelvraag?"
        deck = tuple(f"De vraag in de woorden van de workshop: {words}" for words in advice.key_questions.values())
        about = explain_places(self.content, names_in(self.assessment, self.content))
        beside = tuple(_first_steps(advice))
        return replace(super().ask(), title=title, explanation=deck, about=about, beside=beside)

    def put_answer(self, value: object) -> Assessment:
        answer = self.assessment.key_question.model_copy(update={"answer": clean_lines(value)})
        return self.assessment.model_copy(update={"key_question": answer})


def _first_steps(advice: AdviceWords) -> Iterator[str]:
    """The first steps of this place, a line each; of two places the first of both, in the order of the advice."""
    steps = list(advice.steps) if advice.asked else []
    if len(advice.key_questions) > 1:
        places = dict.fromkeys(step.quadrant for step in steps)
        steps = [_foremost([step for step in steps if step.quadrant == place]) for place in places]
    if steps:
        yield STEPS_THAT_FIT
        yield from (f"- {_in_a_line(step.what)}" for step in steps[:MOST_STEPS])


def _foremost(steps: Sequence[Step]) -> Step:
    """Of the steps of a place the first, or the first for which something was mentioned."""
    return next((step for step in steps if MENTIONED in step.what), steps[0])


def _in_a_line(step: str) -> str:
    """What a step asks, and what was mentioned for it; the report tells the rest."""
    first, *more = split_sentences(step)
    return " ".join((first, *(sentence for sentence in more if sentence.startswith(MENTIONED))))


def key_question_steps(outcome: Outcome) -> Iterator[InterviewStep]:
    """The key question, where there is a place to ask it of."""
    if outcome.assessment.key_question.answer or outcome.placement.in_play:
        yield KeyQuestionStep(outcome)
