"""The answers as they are given: what the script makes of them, each on disk before the next question shows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from poolwijzer.assessment.model import Assessment
from poolwijzer.interview.autosave import AutoSave
from poolwijzer.interview.clock import Clock
from poolwijzer.interview.commands import Command, Keep
from poolwijzer.interview.drafts import Drafts
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.progress import describe_clock, furthest_step, plan_minutes, tell_minutes
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import State
from poolwijzer.interview.steps.end import EndPage
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError


@dataclass
class Record:
    """Where one conversation is, and what was kept of it."""

    script: Script
    state: State
    saves: AutoSave
    drafts: Drafts
    clock: Clock
    beamer: bool = False
    unsaved: bool = False
    """Whether the last answers could not be put on disk."""
    _entered: set[str] = field(default_factory=set)
    """The fields whose text was entered since the answers were last put on disk."""

    def ask(self) -> InterviewQuestion:
        """The question that is shown."""
        return self.script.ask(self.state)

    def is_at_the_end(self) -> bool:
        """Whether the last page is shown."""
        return isinstance(self.script.step(self.state), EndPage)

    def outcome(self) -> Outcome:
        """All that is found out about the initiative, once it has a name."""
        assert self.state.assessment is not None, "this comes after a name"
        return self.script.outcome(self.state.assessment)

    def surroundings(self, question: InterviewQuestion) -> Surroundings:
        """What stands around a question."""
        file = self.saves.path.name if self.saves.path else ""
        route = self.state.route
        plan = plan_minutes(self.script.content, route)
        reached = furthest_step(question.step, self.script.steps(self.state), plan)

        def clock() -> str:
            spent = self.clock.minutes()
            self.drafts.tick(spent)
            # The deepening takes as long as it takes.
            return tell_minutes(spent) if route.unplanned else describe_clock(reached, spent, plan)

        return Surroundings(clock, file, self.state.said, self.beamer)

    def say(self, text: str) -> None:
        """Have something said above the question that is shown next."""
        self.state = replace(self.state, said=text)

    def react(self, command: Command, before: State | None = None) -> None:
        """Let the script have a command, and save what it made of the answers.

        It goes on from how things are, or from how they were before, in place of what was done since.
        """
        after = self.script.react(before or self.state, command)
        if after.assessment is not None and (after.assessment != self.state.assessment or self.unsaved):
            after = replace(after, said=f"{self._save(after.assessment)} {after.said}".strip())
        self.state = after

    def objection(self, text: str) -> str:
        """What is wrong with a line of text as the answer to the step that is shown."""
        after = self.script.react(self.state, Keep(text))
        refused = after.assessment is self.state.assessment and bool(after.said)
        # An empty line is a way to skip, but not the name of a new initiative.
        return after.said if refused and (text.strip() or self.state.assessment is None) else ""

    def react_to_typed(self, command: Command, field: str) -> None:
        """The same with what was typed in a field: it is a draft no more once it is an answer on disk."""
        self._entered.add(field)
        self.react(command)
        if not self.unsaved:
            self.forget_entered()

    def forget_entered(self) -> None:
        """What was typed and entered is on disk by now, and is a draft no more."""
        for typed in self._entered:
            self.drafts.drop(typed)
        self._entered.clear()

    def keep_time(self) -> None:
        """Let the clock go on from here next time, unless all was done."""
        if self.state.stopped and self.is_at_the_end():
            self.drafts.stop_counting()
        elif self.drafts.minutes is not None:
            self.drafts.count(self.clock.minutes())
        self.drafts.settle()

    def _save(self, assessment: Assessment) -> str:
        """Put the answers on disk; what cannot be put there now is tried again at the next answer."""
        try:
            said = self.saves.save(assessment)
        except InputError as error:
            self.unsaved = True
            return f"Bewaren lukt niet: {error} Bij het volgende antwoord probeert Poolwijzer het opnieuw."
        self.unsaved = False
        self.drafts.follow(self.saves.path)
        self.forget_entered()
        self.drafts.count(self.clock.minutes())
        return said
