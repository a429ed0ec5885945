"""The script of the conversation: a state, and what a command makes of it. Knows no terminal, no file, no clock.

Every command in every state gives a state that is valid again: what cannot be done leaves all as it was and says why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from poolwijzer.assessment.model import UNKNOWN, Assessment, Choice
from poolwijzer.assessment.write import record_menus
from poolwijzer.content.content import Content
from poolwijzer.engine.results import Standing
from poolwijzer.interview import answers
from poolwijzer.interview.answers import Refused, given
from poolwijzer.interview.changes import told
from poolwijzer.interview.steps import AGREEMENT, Route, Step, steps_of
from poolwijzer.outcome import Outcome


class Reply(NamedTuple):
    """An answer to the step that is shown."""

    value: object


class Keep(NamedTuple):
    """An answer to the step that is shown, which stays shown: several that are being picked, a half-written line."""

    value: object


class Row(NamedTuple):
    """Answers to this statement and the ones after it, typed at once: `4 5 w 2 3`."""

    values: tuple[str, ...]


class Mark(NamedTuple):
    """An option of the menu card as chosen or considered; marked the same again, it is neither."""

    option: str
    standing: Standing


class Other(NamedTuple):
    """A choice in the group's own words: *anders, namelijk …*."""

    text: str


class Consider(NamedTuple):
    """Why a component was filled in like this, written while its card is shown."""

    text: str


class Note(NamedTuple):
    """A note at a statement."""

    text: str


class Hands(NamedTuple):
    """Hands counted for each answer to a statement, lowest first."""

    votes: tuple[int, ...]


class Jump(NamedTuple):
    """To another step, by its key."""

    key: str


Move = Literal["next", "back", "deepen", "stop"]
Command = Reply | Keep | Row | Mark | Other | Consider | Note | Hands | Jump | Move

NOT_HERE = "Dat kan bij deze vraag niet."
WEET_NIET = "w"
MENU_FIRST = "menu"
ORDERS = ("stellingen", MENU_FIRST)
"""What may come first once an initiative is under way."""


@dataclass(frozen=True)
class State:
    """Where the conversation is, and what was answered."""

    assessment: Assessment | None
    at: str
    """The key of the step that is shown."""
    route: Route
    seen: frozenset[str] = frozenset()
    """The keys of the steps that were left in this session, answered or not."""
    said: str = ""
    """What the last command has to say: what an answer changed, or why it was not taken."""
    stopped: bool = False


@dataclass(frozen=True)
class Script:
    """The conversation about one initiative, with these menus, on this date."""

    content: Content
    on: date

    def outcome(self, assessment: Assessment) -> Outcome:
        """All that is found out about the initiative as it stands; kept until something is answered."""
        kept: Outcome | None = self.__dict__.get("_kept")
        if kept is None or kept.assessment is not assessment:
            kept = self.__dict__["_kept"] = Outcome(self.content, assessment, self.on)
        return kept

    def begin(self, assessment: Assessment | None, route: Route) -> State:
        """The first state: at the first question that is open, or at the first of all if all are to be asked."""
        state = State(assessment, "", route)
        steps = self.steps(state)
        beyond = {step.stage for step in steps if given(step, assessment) is not None} & {"plek", "menu", "afronden"}
        if beyond:
            state = replace(state, seen=frozenset(step.key for step in steps if step.kind == "place"))
        first = steps if route.everything or route.part else [step for step in steps if self.is_open(step, state)]
        return replace(state, at=first[0].key)

    def steps(self, state: State) -> tuple[Step, ...]:
        """Every step as things stand."""
        return steps_of(state.assessment, self.content, state.route)

    def step(self, state: State) -> Step:
        """The step that is shown."""
        return next(step for step in self.steps(state) if step.key == state.at)

    def is_open(self, step: Step, state: State) -> bool:
        """Whether a step still has to be answered or seen."""
        match step.kind:
            case "place":
                return step.key not in state.seen
            case "order":
                return state.route.menu_first is None
            case "end":
                return True
            case "agreement" | "need" if step.ref != "0" and step.field in ("", AGREEMENT[0]):
                # One more is not missing: it is asked for after the one before it.
                return step._replace(ref=str(int(step.ref) - 1)).key in state.seen
        return given(step, state.assessment) is None

    def react(self, state: State, command: Command) -> State:
        """What a command makes of a state."""
        state = replace(state, said="")
        match command:
            case "stop":
                return replace(state, stopped=True)
            case "back":
                return self._back(state)
            case "next":
                leafing = given(self.step(state), state.assessment) is not None
                return self._onward(state, leafing=leafing)
            case "deepen":
                return self._deepen(state)
            case Jump(key=key):
                known = any(step.key == key for step in self.steps(state))
                return replace(state, at=key) if known else replace(state, said="Deze vraag is er nu niet.")
            case Row(values=values):
                return self._row(state, values)
            case Reply(value=value):
                return self._reply(state, value)
            case Keep(value=value):
                step = self.step(state)
                return self._changed(state, lambda now: answers.put(step, value, now, self.content), new=value)
        return self._beside(state, command)

    def _reply(self, state: State, value: object) -> State:
        step = self.step(state)
        if step.kind in ("place", "component", "end"):
            return self._onward(state)
        if step.kind == "order":
            if value not in ORDERS:
                return replace(state, said="Kies waarmee u begint.")
            return self._onward(replace(state, route=replace(state.route, menu_first=value == MENU_FIRST)))
        before = given(step, state.assessment)
        if state.assessment is not None and isinstance(value, str) and _as_it_was(value, before):
            return self._onward(state, leafing=before is not None)
        after = self._changed(state, lambda now: answers.put(step, value, now, self.content), new=value)
        if after.said:
            return after
        if after.assessment is state.assessment:
            return self._onward(state, leafing=before is not None)
        said = ""
        if before is not None and state.assessment and after.assessment:
            said = told(step, state.assessment, after.assessment, self.content)
        return replace(self._onward(after, since=self.steps(state)), said=said)

    def _beside(self, state: State, command: Mark | Other | Consider | Note | Hands) -> State:
        """What is added to the step that is shown, without leaving it."""
        step, content = self.step(state), self.content
        wanted = "statement" if isinstance(command, Note | Hands) else "component"
        if step.kind != wanted:
            return replace(state, said=NOT_HERE)

        def change(now: Assessment) -> Assessment:
            match command:
                case Note(text=text):
                    return answers.with_note(step, text, now)
                case Hands(votes=votes):
                    return answers.with_votes(step, votes, now, content)
                case Other(text=text):
                    return answers.with_other(step, text, now)
                case Consider(text=text):
                    return answers.consider(step, text, now, content)
            choice = now.choices.get(step.ref) or Choice()
            again = command.option in (choice.options if command.standing == "gekozen" else choice.considering)
            return answers.marked(step, command.option, None if again else command.standing, now, content)

        return self._changed(state, change)

    def _changed(self, state: State, change: Callable[[Assessment], Assessment], new: object = "") -> State:
        """The state with changed answers; refused, it keeps the old ones and says why."""
        before = state.assessment
        try:
            after = change(before) if before else answers.new_assessment(answers.one_line(new), self.on)
        except Refused as refusal:
            return replace(state, said=str(refusal))
        return replace(state, assessment=before if after == before else record_menus(after, self.content))

    def _row(self, state: State, values: tuple[str, ...]) -> State:
        left = list(values)
        while left and self.step(state).kind == "statement":
            after = self._reply(state, UNKNOWN if left[0] == WEET_NIET else left[0])
            if after.at == state.at:
                # Refused: the state says why.
                return replace(after, said=f"{after.said} Niet gebruikt: {' '.join(left)}.")
            state = after
            left.pop(0)
        if len(left) == len(values):
            return replace(state, said="Een rij antwoorden past alleen bij stellingen.")
        return replace(state, said=f"Niet gebruikt: {' '.join(left)}.") if left else state

    def _back(self, state: State) -> State:
        keys = [step.key for step in self.steps(state)]
        index = keys.index(state.at)
        return replace(state, at=keys[index - 1]) if index else replace(state, said="Dit is de eerste vraag.")

    def _onward(self, state: State, *, leafing: bool = False, since: tuple[Step, ...] | None = None) -> State:
        """To the next step that is open; to the next of all when leafing, or when everything is asked.

        `since` holds the steps before the last change: what was passed then is passed now.
        """
        steps = self.steps(state)
        earlier = [step.key for step in since or steps]
        passed = set(earlier[: earlier.index(state.at) + 1])
        beyond = max((index for index, step in enumerate(steps) if step.key in passed), default=-1) + 1
        state = replace(state, seen=state.seen | {state.at})
        rest = [
            step
            for step in steps[beyond:]
            if leafing or state.route.everything or state.route.part or self.is_open(step, state)
        ]
        return self._list_asked(replace(state, at=(rest or steps[-1:])[0].key))

    def _deepen(self, state: State) -> State:
        """Also ask what twenty minutes have no room for."""
        keep = frozenset(step.key for step in self.steps(state) if step.kind != "place")
        deeper = replace(state, route=Route(full=True, menu_first=state.route.menu_first), seen=state.seen & keep)
        left = [step for step in self.steps(deeper) if self.is_open(step, deeper) and step.key not in deeper.seen]
        return replace(deeper, at=(left or self.steps(deeper)[-1:])[0].key)

    def _list_asked(self, state: State) -> State:
        """Record that the full list was asked, once each of its statements was shown or answered."""
        if state.assessment is None or not state.route.full or state.assessment.questions == "volledig":
            return state
        asked = [step for step in self.steps(state) if step.kind == "statement"]
        if all(step.key in state.seen or step.ref in state.assessment.answers for step in asked):
            return replace(state, assessment=state.assessment.model_copy(update={"questions": "volledig"}))
        return state


def _as_it_was(typed: str, before: object) -> bool:
    """Whether a text says what stood there already, however that was laid out, or nothing where nothing was."""
    now = answers.one_line(typed)
    return not now if before is None else isinstance(before, str) and now == answers.one_line(before)
