"""The steps to a place in the typology: the group's own estimate, the statements, and what comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from poolwijzer.assessment.answer import UNKNOWN, Answer
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.wording import fill_names
from poolwijzer.dutch import number
from poolwijzer.engine.facts import InitiativeFacts
from poolwijzer.engine.first_steps import in_the_middle
from poolwijzer.interview.commands import PageKeys, Side
from poolwijzer.interview.question import AnswerItem, InterviewQuestion, SideLine
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.step import InterviewStep, PageStep, Refused, clean_line
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice_words import AdviceWords
from poolwijzer.report.excerpts import where_you_stand
from poolwijzer.report.model import Report
from poolwijzer.report.sentences import names_in
from poolwijzer.rules.facts import HIDDEN

WEET_NIET = "w"
REVERSED = "Let op: hoe meer u het hiermee eens bent, hoe lager de score. Poolwijzer houdt daar rekening mee."
POINT = "Zet de stip waar u denkt dat u staat."
WAYS = {"right": "Naar rechts", "left": "Naar links", "top": "Naar boven", "bottom": "Naar beneden"}


class EstimateStep(InterviewStep):
    """Where the group puts itself, before the questions."""

    kind = "estimate"
    stage = "inschatting"
    shape = "point"
    title = "Waar staat het initiatief, denkt u? Wijs de plek aan."
    label = "Uw eigen inschatting"

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.answer = dict(self.assessment.estimate) or None

    def summarise(self) -> str:
        axes = self.content.typology.axes
        places = self.assessment.estimate.items()
        return ", ".join(f"{axes[axis].short.lower()} {number(at)}" for axis, at in places if axis in axes)

    def ask(self) -> InterviewQuestion:
        names = names_in(self.assessment, self.content)
        ways = [
            f"{WAYS[axis.high_side]}: {axis.more or f'{axis.short.lower()} is hoger'}."
            for axis in self.content.typology.axes.values()
        ]
        how = fill_names(" ".join([POINT, *ways]), names)
        return replace(super().ask(), place=self.answer or {}, explanation=(how,))

    def put_answer(self, value: object) -> Assessment:
        scale, axes = self.content.typology.scale, self.content.typology.axes
        if not isinstance(value, dict) or set(value) != set(axes):
            raise Refused("Wijs een plek aan op beide assen.")
        if not all(scale.lowest <= place <= scale.highest for place in value.values()):
            raise Refused(f"Een plek ligt tussen {scale.lowest} en {scale.highest}.")
        return self.assessment.model_copy(update={"estimate": {axis: Fraction(value[axis]) for axis in axes}})


class StatementStep(InterviewStep):
    """A statement: a number on the scale, and beside it a note and hands."""

    kind = "statement"
    stage = "stellingen"
    shape = "one"
    in_a_row = True
    missed = True

    def __init__(self, outcome: Outcome, name: str) -> None:
        self.statement = outcome.content.statements[name]
        self.part = self.statement.axis or "situatie"
        super().__init__(outcome, name)
        self.title = self.label = fill_names(self.statement.joint.text, names_in(self.assessment, self.content))
        self.points = self.content.typology.scale.points()
        self.said = self.assessment.answers.get(name)
        """The answer with what is said beside it, or only that: hands and notes are kept, and are no answer."""
        self.answer = self.said if self.said and self.said.given else None

    def summarise(self) -> str:
        if self.answer is None:
            return ""
        return self.content.typology.scale.unknown if self.answer.value == UNKNOWN else str(self.answer.value)

    def overview_line(self) -> str:
        # The answer first: the statement is long.
        answer = self.summarise()
        return f"{self.mark(answer)}{(answer or '…').ljust(2)} {self.label}"

    def _about(self) -> str:
        statement = self.statement
        if not (statement.axis and statement.facet):
            return ""
        axis = self.content.typology.axes[statement.axis]
        return f"Deze stelling gaat over: {axis.title.lower()}. Onderdeel: {axis.facets[statement.facet].lower()}."

    def ask(self) -> InterviewQuestion:
        statement, scale = self.statement, self.content.typology.scale
        labels = scale.labels[statement.joint.scale]
        hands = dict(zip(self.points, (self.said and self.said.votes) or (), strict=False))
        points = [AnswerItem(str(at), str(at), labels.words[at], hands=hands.get(at)) for at in self.points]
        return replace(
            super().ask(),
            lead=labels.question,
            items=(*points, AnswerItem(WEET_NIET, UNKNOWN, scale.unknown)),
            chosen=(str(self.answer.value),) if self.answer else (),
            explanation=(
                self._about(),
                f"Kies {scale.unknown} als de groep het niet weet. Dat telt niet als een antwoord in het midden.",
                REVERSED if statement.reversed else "",
            ),
            evidence=statement.evidence,
            note=self.said.note if self.said else "",
        )

    def put_answer(self, value: object) -> Assessment:
        if isinstance(value, str) and value.isascii() and value.isdigit():
            value = int(value[:9])
        if value != UNKNOWN and (not isinstance(value, int) or value not in self.points):
            span = f"{self.points[0]} tot en met {self.points[-1]}"
            raise Refused(f"Dit antwoord kan hier niet. Kies {span}, of w voor weet niet.")
        return self._with_answer(value=value)

    def side_line(self, side: Side) -> SideLine:
        if side == "note":
            return SideLine(
                f"Notitie bij: {self.title}", self.content.questions.note, self.said.note if self.said else ""
            )
        if side != "hands":
            return super().side_line(side)
        example = " ".join(map(str, range(len(self.points))))
        return SideLine(
            "Hoeveel handen gingen omhoog bij elk antwoord?",
            f"Typ {len(self.points)} getallen, voor antwoord {self.points[0]} tot en met {self.points[-1]}. "
            f"Zo: {example}",
            " ".join(map(str, (self.said and self.said.votes) or ())),
        )

    def put_beside(self, side: Side, text: str) -> Assessment:
        if side == "note":
            return self._with_answer(note=clean_line(text))
        if side != "hands":
            return super().put_beside(side, text)
        pieces = [piece for piece in re.split(r"[\s,;/]+", text) if piece]
        if not pieces:
            return self.assessment
        if len(pieces) != len(self.points) or not all(re.fullmatch("[0-9]{1,6}", piece) for piece in pieces):
            raise Refused(f"Geef voor elk van de {len(self.points)} antwoorden een aantal handen.")
        return self._with_answer(votes=tuple(map(int, pieces)))

    def _with_answer(self, **parts: object) -> Assessment:
        before = {"value": self.said.value, "note": self.said.note, "votes": self.said.votes} if self.said else {}
        said = {name: part for name, part in {**before, **parts}.items() if part not in (None, "")}
        answers = {name: answer for name, answer in self.assessment.answers.items() if name != self.ref}
        if said:
            answers = {**self.assessment.answers, self.ref: Answer.model_validate(said)}
        return self.assessment.model_copy(update={"answers": answers})


class PlacePage(PageStep):
    """What came out, to look at together."""

    kind = "place"
    stage = "plek"
    title = label = "Waar u staat"
    keys: PageKeys = {
        "enter": ("verder", "next"),
        "right": ("", "next"),
        "escape": ("terug", "back"),
        "o": ("overzicht", "overview"),
        "u": ("uitkomst", "outcome"),
        "q": ("stoppen", "stop"),
    }

    def is_open(self, state: State) -> bool:
        return self.key not in state.seen

    def page(self, state: State, steps: Sequence[InterviewStep], file: str, report: str) -> Report:
        return where_you_stand(self.outcome)


class KeyQuestionStep(InterviewStep):
    """The group's own answer to the question that goes with its place."""

    kind = "key-question"
    stage = "plek"
    lead = "Uw eigen antwoord, in één regel."
    label = "Antwoord op de sleutelvraag"

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.answer = self.assessment.key_question.answer or None

    def ask(self) -> InterviewQuestion:
        advice = AdviceWords(self.outcome)
        title = " ".join(advice.plain_questions.values()) or "Wat is uw antwoord op de sleutelvraag?"
        deck = tuple(f"De vraag in de woorden van de workshop: {words}" for words in advice.key_questions.values())
        return replace(super().ask(), title=title, explanation=deck)

    def put_answer(self, value: object) -> Assessment:
        answer = self.assessment.key_question.model_copy(update={"answer": clean_line(value)})
        return self.assessment.model_copy(update={"key_question": answer})


def statement_steps(outcome: Outcome, route: Route, facts: InitiativeFacts) -> Iterator[InterviewStep]:
    """The short list or all, axis by axis; what the answers so far make pointless is left out."""
    for names in outcome.content.statements_on.values():
        for name in names:
            asked = route.full or outcome.content.statements[name].short
            if asked and facts.statement(name) is not HIDDEN:
                yield StatementStep(outcome, name)


def place_steps(outcome: Outcome) -> Iterator[InterviewStep]:
    """The place, and the key question where there is a quadrant to speak of."""
    yield PlacePage(outcome)
    placement = outcome.placement
    if outcome.assessment.key_question.answer or (placement.in_play and not in_the_middle(placement)):
        yield KeyQuestionStep(outcome)
