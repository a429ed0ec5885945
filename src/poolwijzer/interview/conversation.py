"""The conversation as it runs: shows a step, takes in what people do, saves the answers, and shows the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from poolwijzer.assessment.model import Assessment
from poolwijzer.interview.autosave import AutoSave
from poolwijzer.interview.clock import Clock
from poolwijzer.interview.commands import (
    OF_LINES,
    READING_KEYS,
    AboutOption,
    Command,
    CountHands,
    EscapedLine,
    Event,
    Jump,
    Keep,
    PageKeys,
    Reply,
    Side,
    TypedLine,
    WriteBeside,
    with_common,
)
from poolwijzer.interview.drafts import Drafts
from poolwijzer.interview.presenter import Presenter, Surroundings, TextCheck
from poolwijzer.interview.progress import describe_clock, plan_minutes
from poolwijzer.interview.question import InterviewQuestion, explain_question
from poolwijzer.interview.reports import BUSY, Reports, ReportWish, says_something
from poolwijzer.interview.script import Script
from poolwijzer.interview.side_pages import PAUSE_KEYS, STOPPING_KEYS, pause_page, stopping_page
from poolwijzer.interview.state import State
from poolwijzer.interview.steps.end import EndPage
from poolwijzer.interview.steps.step import PageStep
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError
from poolwijzer.report.excerpts import about_option, plain_page
from poolwijzer.report.model import Report
from poolwijzer.version import __version__

WAYS_OUT: tuple[tuple[str, Event | None], ...] = (
    ("verder typen", None),
    ("terug naar de vorige vraag", "back"),
    ("overzicht van alle vragen", "overview"),
    ("uitkomst tot nu toe", "outcome"),
    ("uitleg", "explain"),
    ("pauze; de klok staat stil", "pause"),
    ("naar het einde, met wat er is", "closing"),
    ("stoppen; alles blijft bewaard", "stop"),
)
"""What Esc offers while someone types."""
OUTCOME_TOO_EARLY = (
    "Dit laat de uitkomst tot nu toe zien",
    "De groep heeft de plek nog niet samen gezien. Die ziet u na de stellingen, bij 'Waar u staat'.",
    "Druk nog een keer op u om nu al te kijken. Met Enter gaat u terug naar de vraag.",
)
TO_WHICH = "Naar welke vraag?"
SHOWS_ANSWERS = "Let op: dit overzicht laat zien wat er is geantwoord."
_TOO_EARLY_KEYS: PageKeys = {"u": ("toch kijken", "outcome"), **READING_KEYS}
_LEADS_BACK: tuple[Event | None, ...] = (None, "outcome", "explain", "pause")
"""What of these goes on with the same line of text."""
_OUTCOME_KEYS: PageKeys = {"r": ("maak een verslag", "report"), **READING_KEYS}


@dataclass
class LiveConversation:
    """One conversation about one initiative."""

    script: Script
    state: State
    presenter: Presenter
    saves: AutoSave
    drafts: Drafts
    clock: Clock
    beamer: bool = False
    reports: Reports = field(default_factory=Reports)
    """What was made of it for who reads on."""
    unsaved: bool = False
    """Whether the last answers could not be put on disk."""
    begin_beside: Side | None = None
    """The line beside the first question that someone was typing when an earlier conversation broke off."""

    def run(self) -> None:
        """Go on until someone stops. Every answer is on disk before the next question shows."""
        try:
            if self.begin_beside:
                self._handle(self.begin_beside)
            while not self.state.stopped:
                self._handle(self._show(self.script.ask(self.state)))
        finally:
            self._keep_time()

    def _at_the_end(self) -> bool:
        return isinstance(self.script.step(self.state), EndPage)

    def _keep_time(self) -> None:
        """Let the clock go on from here next time, unless all was done."""
        if self.state.stopped and self._at_the_end():
            self.drafts.stop_counting()
        elif self.drafts.minutes is not None:
            self.drafts.count(self.clock.minutes())
        self.drafts.settle()

    def _show(self, question: InterviewQuestion) -> Event:
        around = self._surroundings(question)
        if isinstance(question.step, PageStep):
            file, made = "" if self.unsaved else str(self.saves.path or ""), "\n".join(self.reports.told())
            page = question.step.page(self.state, self.script.steps(self.state), file, made)
            return self.presenter.read(page, around, with_common(question.step.keys), question.progress)
        if question.shape == "text":
            return self._write(question, around, self._objection, field_of(question.step.key))
        return self.presenter.ask(question, around)

    def _write(self, question: InterviewQuestion, around: Surroundings, check: TextCheck, field: str) -> Event:
        """Ask for a line of text, which goes on with what was typed there before."""
        try:
            return self.presenter.write(
                question, around, check, self.drafts.text(field), partial(self.drafts.keep, field)
            )
        finally:
            self.drafts.settle()

    def _surroundings(self, question: InterviewQuestion) -> Surroundings:
        file = self.saves.path.name if self.saves.path else ""
        plan = plan_minutes(self.script.content, self.state.route)

        def clock() -> str:
            spent = self.clock.minutes()
            self.drafts.tick(spent)
            return describe_clock(question.step, spent, plan)

        return Surroundings(clock, file, self.state.said, self.beamer)

    def _objection(self, text: str) -> str:
        """What is wrong with a line of text as the answer to the step that is shown."""
        after = self.script.react(self.state, Keep(text))
        refused = after.assessment is self.state.assessment and bool(after.said)
        # An empty line is a way to skip, but not the name of a new initiative.
        return after.said if refused and (text.strip() or self.state.assessment is None) else ""

    def _handle(self, event: Event) -> None:
        match event:
            case TypedLine(text=text):
                field = field_of(self.state.at)
                self._react(Reply(text))
                self._entered(field)
            case EscapedLine(draft=draft):
                self._offer_ways_out(draft)
            case AboutOption(option=option):
                told = self.script.told(self.state)
                assert told is not None, "the menu card comes after a name"
                self._read_beside(about_option(told, option))
            case "note" | "dots" | "consider" | "other":
                self._write_beside(event)
            case "hands":
                self._count_hands()
            case "explain":
                by_line = not self.presenter.keeps_lines
                page = explain_question(self.script.ask(self.state), by_line=by_line)
                self._read_beside(page, without="explain")
            case "overview":
                steps = self.script.steps(self.state)
                here = [step.key for step in steps].index(self.state.at)
                title = TO_WHICH if self.script.place_shown(self.state) else f"{TO_WHICH} {SHOWS_ANSWERS}"
                found = self.presenter.pick(title, [step.overview_line() for step in steps], here)
                if found is not None:
                    self._react(Jump(steps[found].key))
            case "outcome":
                self._show_outcome()
            case "report" | "reports":
                self._make_reports(event)
            case "pause":
                self._pause()
            case "stop" if self._can_report() and not self._at_the_end():
                self._ask_before_stopping()
            case _:
                self._react(event)

    def _read_beside(self, page: Report, keys: PageKeys = READING_KEYS, without: str = "") -> None:
        """Show a page beside the question, to which it leads back unless someone asks for something else there."""
        event = self.presenter.read(page, Surroundings(beamer=self.beamer), with_common(keys, without))
        if event != "back":
            self._handle(event)

    def _react(self, command: Command, before: State | None = None) -> None:
        """Let the script have a command, and save what it made of the answers.

        It goes on from how things are, or from how they were before, in place of what was done since.
        """
        after = self.script.react(before or self.state, command)
        if after.assessment is not None and (after.assessment != self.state.assessment or self.unsaved):
            after = replace(after, said=f"{self._save(after.assessment)} {after.said}".strip())
        self.state = after

    def _save(self, assessment: Assessment) -> str:
        """Put the answers on disk; what cannot be put there now is tried again at the next answer."""
        try:
            said = self.saves.save(assessment)
        except InputError as error:
            self.unsaved = True
            return f"Bewaren lukt niet: {error} Bij het volgende antwoord probeert Poolwijzer het opnieuw."
        self.unsaved = False
        self.drafts.follow(self.saves.path)
        self.drafts.count(self.clock.minutes())
        return said

    def _entered(self, field: str) -> None:
        """What was typed in a field is an answer now, on disk."""
        if not self.unsaved:
            self.drafts.drop(field)

    def _offer_ways_out(self, draft: str) -> None:
        """Leave a line of text: what was typed is the answer where it can be, and stays to go on with otherwise."""
        found = self.presenter.pick("Wat wilt u doen?", [label for label, _ in WAYS_OUT])
        event = WAYS_OUT[found or 0][1]
        if event not in _LEADS_BACK and draft.strip() and not self._objection(draft):
            field = field_of(self.state.at)
            self._react(Keep(draft))
            self._entered(field)
        if event is not None:
            self._handle(event)

    def _write_beside(self, side: Side) -> None:
        """A line of text that goes with the question that is shown."""
        question = self.script.ask(self.state)
        title, lead, text = question.step.side_line(side)
        line = replace(question, shape="text", title=title, lead=lead, text=text, aside=True, lines=side in OF_LINES)
        line = replace(line, form=(), beside=(), memory="")

        def objection(text: str) -> str:
            return self.script.react(self.state, WriteBeside(side, text)).said

        field = field_of(question.step.key, side)
        found = self._write(line, self._surroundings(question), objection, field)
        if isinstance(found, EscapedLine) and found.draft.strip() and not objection(found.draft):
            found = TypedLine(found.draft)  # whoever steps back keeps what was typed
        if isinstance(found, TypedLine):
            self._react(WriteBeside(side, found.text))
            self._entered(field)

    def _count_hands(self) -> None:
        """Hands for the statement that is shown, each number on disk as soon as it is typed."""
        begun = self.state

        def keep(counts: Mapping[str, int]) -> str:
            self._react(CountHands(counts), begun)  # one count, which is turned back as a whole
            return self.state.said

        while True:
            question = self.script.ask(self.state)
            event = self.presenter.count(question, self._surroundings(question), keep)
            if event in ("next", "back"):
                return
            counted = self.state
            self._handle(event)
            if self.state.at != counted.at or self.state.stopped:
                return
            if self.state.assessment is not counted.assessment:
                begun = self.state  # an answer was turned back: what is counted now goes on from there

    def _pause(self) -> None:
        """Have a break, in which the clock stands still."""
        question = self.script.ask(self.state)
        with self.clock.stopped():
            around = self._surroundings(question)
            page = pause_page(self.script.steps(self.state), around.file, self.unsaved)
            self.presenter.read(page, around, PAUSE_KEYS, question.progress)

    def _ask_before_stopping(self) -> None:
        """Offer what can be made of the answers, to who stops before the end."""
        event: Event = "report"
        while event == "report":
            around = self._surroundings(self.script.ask(self.state))
            event = self.presenter.read(stopping_page(around.file, self.unsaved), around, STOPPING_KEYS)
            if event == "report":
                self._handle(event)
        if event != "back":
            self._react("stop" if event == "stop" else "closing")

    def _can_report(self) -> bool:
        return self.state.assessment is not None and says_something(self.state.assessment)

    def _show_outcome(self) -> None:
        if self.state.assessment is None:
            self.state = replace(self.state, said="Er is nog geen uitkomst. Geef het initiatief eerst een naam.")
        elif self._wants_outcome():
            self._read_outcome()

    def _wants_outcome(self) -> bool:
        """Whether the outcome can be shown: before the place was, only if that is asked once more."""
        early = not self.script.place_shown(self.state)
        return (
            not early
            or self.presenter.read(plain_page(*OUTCOME_TOO_EARLY), Surroundings(), _TOO_EARLY_KEYS) == "outcome"
        )

    def _read_outcome(self) -> None:
        from poolwijzer.report.build import build_report

        report = build_report(self._outcome(), version=__version__, depth="kort")
        self._read_beside(report, _OUTCOME_KEYS, without="outcome")

    def _make_reports(self, wish: ReportWish) -> None:
        """Make reports beside the file, and say where they lie; the last page does so itself."""
        if self.state.assessment is None or self.saves.path is None:
            self.state = replace(self.state, said="Er is nog geen verslag. Geef het initiatief eerst een naam.")
            return
        self.presenter.busy(BUSY)
        self.reports.make(wish, self._outcome(), self.saves.path)
        at_the_end = isinstance(self.script.step(self.state), EndPage)
        self.state = replace(self.state, said="" if at_the_end else "\n".join(self.reports.told()))

    def _outcome(self) -> Outcome:
        assert self.state.assessment is not None, "this comes after a name"
        return self.script.outcome(self.state.assessment)


def field_of(step: str, side: Side | None = None) -> str:
    """What tells a field of text from every other: the key of its step, and which line beside that it is."""
    return f"{step}#{side}" if side else step
