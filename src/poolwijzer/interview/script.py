"""The script of the conversation: a state, and what a command makes of it. Knows no terminal, no file, no clock.

Every command in every state gives a state that is valid again: what cannot be done leaves all as it was and says why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.write import record_menus
from poolwijzer.content.content import Content
from poolwijzer.interview.changes import tell_changes
from poolwijzer.interview.commands import AnswerRow, Command, CountHands, Jump, Keep, MarkOption, Reply, WriteBeside
from poolwijzer.interview.earlier import ask_what_came_since, list_pages_seen, was_place_shown
from poolwijzer.interview.memory import list_memories
from poolwijzer.interview.progress import describe_progress
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.route import list_steps
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.choices import ChoicesPage
from poolwijzer.interview.steps.placing import KeyQuestionStep, PlacePage
from poolwijzer.interview.steps.step import InterviewStep, Refused, clean_line, clean_lines
from poolwijzer.interview.walk import find_next, go_back, go_to_closing, list_new, walks_past_all
from poolwijzer.outcome import Outcome

UNDONE = "Uw laatste antwoord is teruggedraaid."
FIRST = "De sleutelvraag hoort bij de plek. Die ziet u eerst."


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

    def told(self, state: State) -> Outcome | None:
        """What may be told now: all of it once the place was shown, and until then what the own estimate says.

        Who does another part alone does not come past the place, and asked for that part.
        """
        if state.assessment is None:
            return None
        if self.place_shown(state) or state.route.part not in (None, PlacePage.stage):
            return self.outcome(state.assessment)
        kept: tuple[Assessment, Outcome] | None = self.__dict__.get("_estimated")
        if kept is None or kept[0] is not state.assessment:
            unanswered = state.assessment.model_copy(update={"answers": {}, "responses": ()})
            kept = self.__dict__["_estimated"] = state.assessment, Outcome(self.content, unanswered, self.on)
        return kept[1]

    def place_shown(self, state: State) -> bool:
        """Whether the group has seen together where it stands, or sees it now."""
        if state.route.room == "looks-on":
            return False
        return state.place_shown or state.at == PlacePage.place_key

    def begin(self, assessment: Assessment | None, route: Route) -> State:
        """The first state: at the first question that is open, or at the first of all if all are to be asked."""
        state = State(assessment, "", ask_what_came_since(assessment, route, self.content))
        new = list_new(state, self.steps(state))
        if assessment and not new:
            whole = self.steps(replace(state, route=Route(full=route.full)))
            # Who was in a room that looked on has answered all and not seen it.
            shown = not state.route.room and was_place_shown(self.outcome(assessment), whole)
            state = replace(state, place_shown=shown)
            state = replace(state, seen=frozenset(list_pages_seen(state, self.steps(state))))
        walks = walks_past_all(state)
        first = (step.key for step in self.steps(state) if walks or step.is_open(state))
        return replace(state, at=new[0] if new else next(first))

    def steps(self, state: State) -> tuple[InterviewStep, ...]:
        """Every step as things stand; kept until something is answered or another way is taken."""
        outcome = None if state.assessment is None else self.outcome(state.assessment)
        rest_on = (outcome, state.route, self.told(state))
        kept: tuple[tuple[object, ...], tuple[InterviewStep, ...]] | None = self.__dict__.get("_steps")
        if kept is None or any(one is not other for one, other in zip(kept[0], rest_on, strict=True)):
            outcome, route, told = rest_on
            kept = self.__dict__["_steps"] = (rest_on, list_steps(self.content, outcome, route, self.on, told))
        return kept[1]

    def step(self, state: State) -> InterviewStep:
        """The step that is shown."""
        return next(step for step in self.steps(state) if step.key == state.at)

    def ask(self, state: State) -> InterviewQuestion:
        """What the step that is shown puts before the group."""
        steps = self.steps(state)
        step = next(step for step in steps if step.key == state.at)
        progress, memory = describe_progress(step, steps, self.content), self._memories(state).get(step.key, "")
        return replace(step.ask(), progress=progress, form=step.form_lines(steps), memory=memory)

    def _memories(self, state: State) -> dict[str, str]:
        """What was answered at earlier measurements, by the key of its step; kept, for it stays the same."""
        assessment = state.assessment
        if assessment is None or not assessment.measurements:
            return {}
        rests_on = (assessment.measurements, assessment.initiative, state.route.full)
        kept: tuple[object, dict[str, str]] | None = self.__dict__.get("_remembered")
        if kept is None or kept[0] != rests_on:
            kept = self.__dict__["_remembered"] = (
                rests_on,
                list_memories(assessment, self.content, self.on, full=state.route.full),
            )
        return kept[1]

    def react(self, state: State, command: Command) -> State:
        """What a command makes of a state."""
        after = self._obey(replace(state, said="", place_shown=self.place_shown(state)), command)
        if after.jumped and self.step(after).stage not in (None, "afronden"):
            after = replace(after, jumped=None)
        early = after.at == KeyQuestionStep.place_key and not after.place_shown
        return replace(after, at=PlacePage.place_key, said=f"{after.said} {FIRST}".strip()) if early else after

    def _obey(self, state: State, command: Command) -> State:
        match command:
            case "stop":
                return replace(state, stopped=True)
            case "back":
                return go_back(state, self.steps(state))
            case "undo":
                return self._undo(state)
            case "closing":
                return go_to_closing(state, self.steps(state))
            case "next":
                return self._onward(state, leafing=self.step(state).answer is not None)
            case "deepen":
                return self._deepen(state)
            case Jump(key=key):
                known = any(step.key == key for step in self.steps(state))
                return replace(state, at=key) if known else replace(state, said="Deze vraag is er nu niet.")
            case AnswerRow(values=values):
                return self._answer_row(state, values)
            case Reply(value=value):
                return self._reply(state, value)
            case Keep(value=value) if isinstance(value, str) and _stands(value, state, self.step(state)):
                return replace(state, said="")
            case Keep(value=value):
                return self._add(state, lambda step: step.put_answer(value))
            case MarkOption(option=option, standing=standing):
                return self._add(state, lambda step: step.mark_option(option, standing))
            case WriteBeside(side=side, text=text):
                return self._add(state, lambda step: step.put_beside(side, text))
            case CountHands(counts=counts):
                return self._add(state, lambda step: step.put_hands(counts))

    def _add(self, state: State, change: Callable[[InterviewStep], Assessment]) -> State:
        """Change an answer without leaving the step, unless it is there no more: the name, where one part is asked."""
        step = self.step(state)
        after = self._change(state, lambda: replace(state, assessment=change(step)))
        stays = any(step.key == after.at for step in self.steps(after))
        return after if stays else self._onward(after, since=self.steps(state))

    def _reply(self, state: State, value: object) -> State:
        steps = self.steps(state)
        step = next(step for step in steps if step.key == state.at)
        leafing = step.answer is not None
        if isinstance(value, str) and _stands(value, state, step):
            return self._onward(state, leafing=leafing)
        after = self._change(state, lambda: step.take(value, state))
        if after.said:
            return after
        if after.assessment is state.assessment:
            return self._onward(after, leafing=leafing)
        told = ""
        if leafing and after.assessment:
            told = tell_changes(step, step.outcome, self.outcome(after.assessment), state.place_shown)
        return replace(self._onward(after, since=steps), said=told)

    def _change(self, state: State, change: Callable[[], State]) -> State:
        """The state with changed answers; refused, it keeps the old ones and says why."""
        try:
            after = change()
        except Refused as refusal:
            return replace(state, said=str(refusal))
        if after.assessment is None or after.assessment == state.assessment:
            return replace(after, assessment=state.assessment)
        return replace(after, assessment=record_menus(after.assessment, self.content), before=state)

    def _answer_row(self, state: State, values: tuple[str, ...]) -> State:
        left = list(values)
        while left and self.step(state).in_a_row:
            after = self._reply(state, self.step(state).meant(left[0]))
            if after.at == state.at:
                # Refused: the state says why.
                return replace(after, said=f"{after.said} Niet gebruikt: {' '.join(left)}.")
            state = after
            left.pop(0)
        if len(left) == len(values):
            return replace(state, said="Een rij antwoorden past alleen bij stellingen.")
        return replace(state, said=f"Niet gebruikt: {' '.join(left)}.") if left else state

    def _undo(self, state: State) -> State:
        """As it was before the last answer, at the question that it was given to."""
        before = state.before
        if before is None or before.assessment is None:
            return replace(state, said="Er is geen antwoord om terug te draaien.")
        back = replace(state, assessment=before.assessment, before=before.before)
        here = {step.key: step for step in self.steps(back)}
        at = before.at if before.at in here else state.at if state.at in here else next(iter(here))
        return replace(back, at=at, said=UNDONE)

    def _onward(self, state: State, *, leafing: bool = False, since: tuple[InterviewStep, ...] | None = None) -> State:
        """At the step that comes next, with this one seen."""
        state, steps = replace(state, seen=state.seen | {state.at}), self.steps(state)
        return self._list_asked(replace(state, at=find_next(state, steps, leafing=leafing, since=since)))

    def _deepen(self, state: State) -> State:
        """Also ask what twenty minutes have no room for."""
        again = PlacePage | ChoicesPage
        keep = frozenset(step.key for step in self.steps(state) if not isinstance(step, again))
        deeper = replace(
            state,
            route=replace(state.route, full=True, everything=False, part=None, left_out=frozenset()),
            seen=state.seen & keep,
        )
        steps = self.steps(deeper)
        left = (step.key for step in steps if step.is_open(deeper) and step.key not in deeper.seen)
        return replace(deeper, at=next(left, steps[-1].key))

    def _list_asked(self, state: State) -> State:
        """Record that the full list was asked, once each of its statements was shown or answered."""
        if state.assessment is None or not state.route.full or state.assessment.questions == "volledig":
            return state
        asked = [step for step in self.steps(state) if step.in_a_row and not step.block]
        if all(step.key in state.seen or step.answer is not None for step in asked):
            return replace(state, assessment=state.assessment.model_copy(update={"questions": "volledig"}))
        return state


def _stands(typed: str, state: State, step: InterviewStep) -> bool:
    """Whether a text says what stood there already, however that was laid out, or nothing where nothing was."""
    if state.assessment is None:
        return False
    clean = clean_lines if step.lines else clean_line
    before = step.answer
    return not clean(typed) if before is None else isinstance(before, str) and clean(typed) == clean(before)
