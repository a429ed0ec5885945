"""The conversation as it runs: shows a step, and does what people ask for there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

from poolwijzer.interview.commands import (
    READING_KEYS,
    AboutOption,
    CountHands,
    EscapedLine,
    Event,
    Jump,
    PageKeys,
    Side,
    TypedLine,
    Wish,
    with_common,
)
from poolwijzer.interview.early import (
    SHOWS_ANSWERS,
    TO_WHICH,
    TOO_EARLY,
    asks_before_stopping,
    outcome_now,
    outcome_report,
)
from poolwijzer.interview.presenter import Presenter, Surroundings
from poolwijzer.interview.question import InterviewQuestion, explain_question
from poolwijzer.interview.record import Record
from poolwijzer.interview.reports import BUSY, Reports, ReportWish
from poolwijzer.interview.side_pages import PAUSE_KEYS, STOPPING_KEYS, pause_page, stopping_page
from poolwijzer.interview.steps.step import PageStep
from poolwijzer.interview.typed_text import TypedText
from poolwijzer.report.excerpts import about_option, plain_page
from poolwijzer.report.model import Report

LOOK_ALL_THE_SAME = "Druk nog een keer op u om nu al te kijken. Met Enter gaat u terug naar de vraag."
ABOUT_THE_FILE = "Dit viel op in uw bestand"
TO_THE_QUESTION = "Druk op Enter om verder te gaan met het gesprek."
_TOO_EARLY_KEYS: PageKeys = {"u": ("toch kijken", "outcome"), **READING_KEYS}
_ONWARD_KEYS: PageKeys = {**READING_KEYS, "enter": ("verder", "back"), "right": ("", "back")}
_BESIDE = (*get_args(Side), *get_args(Wish))
"""What leads to another screen beside the question, which does not change."""
_OUTCOME_KEYS: PageKeys = {"r": ("maak een verslag", "report"), **READING_KEYS}


@dataclass
class LiveConversation:
    """One conversation about one initiative."""

    record: Record
    presenter: Presenter
    reports: Reports = field(default_factory=Reports)
    """What was made of it for who reads on."""
    begin_beside: Side | None = None
    """The line beside the first question that someone was typing when an earlier conversation broke off."""

    def __post_init__(self) -> None:
        self._typed = TypedText(self.record, self.presenter)

    def run(self) -> None:
        """Go on until someone stops. Every answer is on disk before the next question shows."""
        record = self.record
        try:
            self._tell_remarks()
            if self.begin_beside:
                self._typed.write_beside(self.begin_beside)
            while not record.state.stopped:
                self._handle(self._show(record.ask()))
        finally:
            record.keep_time()

    def _tell_remarks(self) -> None:
        """What there is to say about the file, where that is more than goes with the first question."""
        if remarks := self.record.state.remarks:
            self.record.state = replace(self.record.state, remarks=())
            self._read_beside(plain_page(ABOUT_THE_FILE, *remarks, TO_THE_QUESTION), _ONWARD_KEYS)

    def _show(self, question: InterviewQuestion) -> Event:
        record = self.record
        around = record.surroundings(question)
        if isinstance(question.step, PageStep):
            file, made = "" if record.unsaved else str(record.saves.path or ""), "\n".join(self.reports.told())
            page = question.step.page(record.state, record.script.steps(record.state), file, made)
            return self.presenter.read(page, around, with_common(question.step.keys), question.progress)
        return self._typed.ask(question) if question.shape == "text" else self.presenter.ask(question, around)

    def _handle(self, event: Event) -> None:
        record = self.record
        if event in _BESIDE or event == "stop":
            # What the last answer did is not about what comes beside its question.
            record.say("")
        match event:
            case TypedLine(text=text):
                self._typed.enter(text)
            case EscapedLine(draft=draft):
                if (asked := self._typed.leave(draft)) is not None:
                    self._handle(asked)
            case AboutOption(option=option):
                told = record.script.told(record.state)
                assert told is not None, "the menu card comes after a name"
                self._read_beside(about_option(told, option))
            case "note" | "dots" | "consider" | "other":
                self._typed.write_beside(event)
            case "hands":
                self._count_hands()
            case "explain":
                self._explain(record.ask())
            case "overview":
                self._jump()
            case "outcome":
                self._show_outcome()
            case "report" | "reports":
                self._make_reports(event)
            case "pause":
                self._pause()
            case "stop" if asks_before_stopping(record.script, record.state):
                self._ask_before_stopping()
            case _:
                record.react(event)

    def _explain(self, question: InterviewQuestion) -> None:
        page = explain_question(question, by_line=not self.presenter.keeps_lines)
        self._read_beside(page, without="explain")

    def _read_beside(self, page: Report, keys: PageKeys = READING_KEYS, without: str = "") -> None:
        """Show a page beside the question, to which it leads back unless someone asks for something else there."""
        event = self.presenter.read(page, Surroundings(beamer=self.record.beamer), with_common(keys, without))
        if event != "back":
            self._handle(event)

    def _jump(self) -> None:
        """Show all there is to ask, and go to what is picked there."""
        record = self.record
        steps = record.script.steps(record.state)
        here = [step.key for step in steps].index(record.state.at)
        title = TO_WHICH if record.script.place_shown(record.state) else f"{TO_WHICH} {SHOWS_ANSWERS}"
        found = self.presenter.pick(title, [step.overview_line() for step in steps], here)
        if found is not None:
            record.react(Jump(steps[found].key))

    def _count_hands(self) -> None:
        """Hands for the statement that is shown, each number on disk as soon as it is typed."""
        record = self.record
        begun = record.state

        def keep(counts: Mapping[str, int]) -> str:
            record.react(CountHands(counts), begun)  # one count, which is turned back as a whole
            return record.state.said

        while True:
            question = record.ask()
            event = self.presenter.count(question, record.surroundings(question), keep)
            if event in ("next", "back"):
                return
            counted = record.state
            if event == "explain":
                self._explain(replace(question, shape="hands"))
            else:
                self._handle(event)
            if record.state.at != counted.at or record.state.stopped:
                return
            if record.state.assessment is not counted.assessment:
                begun = record.state  # an answer was turned back: what is counted now goes on from there

    def _pause(self) -> None:
        """Have a break, in which the clock stands still."""
        record, question = self.record, self.record.ask()
        with record.clock.stopped():
            around = record.surroundings(question)
            page = pause_page(record.script.steps(record.state), around.file, record.unsaved)
            self.presenter.read(page, around, PAUSE_KEYS, question.progress)

    def _ask_before_stopping(self) -> None:
        """Offer what can be made of the answers, to who stops before the end."""
        record = self.record
        event: Event = "report"
        while event == "report":
            around = record.surroundings(record.ask())
            event = self.presenter.read(stopping_page(around.file, record.unsaved), around, STOPPING_KEYS)
            if event == "report":
                self._handle(event)
        if event != "back":
            record.react("stop" if event == "stop" else "closing")

    def _show_outcome(self) -> None:
        record = self.record
        now, why_not = outcome_now(record.script, record.state)
        if now == "refused":
            record.say(why_not)
        elif now == "now" or self._asks_once_more():
            self._read_beside(outcome_report(record.outcome()), _OUTCOME_KEYS, without="outcome")

    def _asks_once_more(self) -> bool:
        """Whether someone wants to see the outcome even before the place was shown."""
        page = plain_page(*TOO_EARLY, LOOK_ALL_THE_SAME)
        return self.presenter.read(page, Surroundings(), _TOO_EARLY_KEYS) == "outcome"

    def _make_reports(self, wish: ReportWish) -> None:
        """Make reports beside the file, and say where they lie; the last page does so itself."""
        record = self.record
        if record.state.assessment is None or record.saves.path is None:
            record.say("Er is nog geen verslag. Geef het initiatief eerst een naam.")
            return
        self.presenter.busy(BUSY)
        self.reports.make(wish, record.outcome(), record.saves.path)
        record.say("" if record.is_at_the_end() else "\n".join(self.reports.told()))
