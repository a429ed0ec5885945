"""How many decisions twenty minutes ask of a group beside the ten statements: a bound, for each of them takes time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from poolwijzer.content.content import Content
from poolwijzer.interview.commands import Command, MarkOption, Reply
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State

ON = date(2026, 11, 24)
MOST = 25
EAGER = {"m2": "5", "m16": "4", "m6": "2", "m3": "4", "m12": "2"}
RELUCTANT = {"m2": "2", "m16": "1", "m6": "5", "m3": "1", "m12": "4"}
INVOLVED = {"b2": "5", "b9": "4", "b6": "1", "b11": "4", "b12": "4"}
NOT_INVOLVED = {"b2": "1", "b9": "2", "b6": "5", "b11": "1", "b12": "2"}
TEXTS = {
    "name::": "Flexpool Drenthe",
    "key-question::": "Eén team, en wij sturen",
    "agreement:0:what": "Een brief aan Gedeputeerde Staten",
    "agreement:0:who": "Assen",
    "agreement:0:when": "1 december",
    "highlight:striking:": "Iedereen wil, niemand trekt",
}


@dataclass
class Played:
    """What a group was asked, from the first screen to the last."""

    statements: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)


@dataclass
class Group:
    """A group that answers all it is asked, in the time that there is."""

    script: Script
    municipalities: str
    phase: str
    body: str
    answers: dict[str, str]

    def play(self) -> tuple[State, Played]:
        """From the welcome to the last page, with no more than one agreement."""
        state, played = self.script.begin(None, Route()), Played()
        while not state.stopped:
            question = self.script.ask(state)
            step = question.step
            if step.kind == "end":
                return state, played
            kept = played.pages if question.shape == "page" else played.decisions
            (played.statements if step.in_a_row else kept).append(step.key)
            if question.shape == "card":
                state = self.script.react(state, MarkOption(question.items[0].value, "gekozen"))
            before, state = state, self.script.react(state, self._answer(question))
            assert state.at != before.at, f"{step.key} does not take its answer: {state.said}"
        raise AssertionError("it stopped before the end")

    def _answer(self, question: InterviewQuestion) -> Command:
        step = question.step
        if question.shape in ("page", "card"):
            return "next"
        if question.shape == "point":
            return Reply(dict.fromkeys(self.script.content.typology.axes, 4))
        if step.in_a_row:
            answers = [item.key for item in question.items if item.key != "w"]
            return Reply(step.meant(answers[(int(self.answers[step.ref]) - 1) * (len(answers) - 1) // 4]))
        if question.shape == "text":
            return Reply(self._text(step.key))
        picked = {"fase": self.phase, "verband": self.body}.get(step.ref, question.items[0].value)
        return Reply((picked,) if question.shape == "several" else picked)

    def _text(self, key: str) -> str:
        if key == "municipalities::":
            return self.municipalities
        if key.startswith("context-name:"):
            return "de GR Drenthe"
        if key.startswith("consideration:"):
            return "Dit past bij ons"
        if key.startswith("agreement:") and key not in TEXTS:
            return ""  # nothing more
        return TEXTS[key]


@pytest.mark.parametrize(
    ("answers", "place", "phase", "body"),
    [
        (EAGER | INVOLVED, "samen-inrichten", "verkennen", "provincie"),
        (EAGER | NOT_INVOLVED, "gemeenten-aan-zet", "verkennen", "provincie"),
        (RELUCTANT | NOT_INVOLVED, "trekker-zoeken", "verkennen", "provincie"),
        # Where the place is about doubts, these are asked too.
        (RELUCTANT | INVOLVED, "behoeften-ophalen", "verkennen", "provincie"),
        # Where work has begun, a group chooses what it begins with.
        (RELUCTANT | INVOLVED, "behoeften-ophalen", "draait", "provincie"),
        # The name of a body that no list has is asked.
        (EAGER | INVOLVED, "samen-inrichten", "draait", "gr"),
        (EAGER | INVOLVED, "samen-inrichten", "afbouwen", "provincie"),
    ],
)
@pytest.mark.parametrize("municipalities", ["provincie Drenthe", "Assen, Emmen, Hoogeveen"])
def test_a_usual_conversation_asks_at_most_25_decisions_beside_the_statements(
    content: Content, municipalities: str, answers: dict[str, str], place: str, phase: str, body: str
) -> None:
    script = Script(content, ON)
    state, played = Group(script, municipalities, phase, body, answers).play()
    assert state.assessment is not None
    assert script.outcome(state.assessment).placement.in_play == (place,)
    assert len(played.statements) == 10
    assert len(played.decisions) <= MOST, played.decisions
    assert ("context:twijfel:" in played.decisions) == (place == "behoeften-ophalen")
    assert {"welcome::", "places::", "place::", "choices::"} <= {*played.pages}
    assert all(choice.options and choice.consideration for choice in state.assessment.choices.values())
    assert state.assessment.agreements[0].when and state.assessment.highlights.striking and state.assessment.needs
