"""The conversation as it runs: shows a step, takes in what people do, keeps the answers, and shows the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview import pages
from poolwijzer.interview.asked import Asked, asked
from poolwijzer.interview.face import Face, Keys
from poolwijzer.interview.frame import Frame
from poolwijzer.interview.keeping import Keeper, report_name
from poolwijzer.interview.overview import overview
from poolwijzer.interview.progress import clock, planned
from poolwijzer.interview.script import Command, Consider, Hands, Jump, Keep, Note, Other, Reply, Script, State
from poolwijzer.interview.wishes import About, Escaped, Event, Typed
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError
from poolwijzer.report.excerpts import about_option, where_you_stand
from poolwijzer.report.model import Depth, Report
from poolwijzer.version import __version__

REPORT_SUFFIX = ".md"
WAYS_OUT: tuple[tuple[str, Event | None], ...] = (
    ("verder typen", None),
    ("terug naar de vorige vraag", "back"),
    ("overzicht van alle vragen", "overview"),
    ("uitkomst tot nu toe", "outcome"),
    ("uitleg", "explain"),
    ("stoppen; alles blijft bewaard", "stop"),
)
"""What Esc offers while someone types."""
_READ: Keys = {"enter": ("terug", "back"), "escape": ("", "back"), "q": ("", "back")}
_OUTCOME: Keys = {"r": ("maak een verslag", "report"), **_READ}
_PLACE: Keys = {
    "enter": ("verder", "next"),
    "right": ("", "next"),
    "escape": ("terug", "back"),
    "o": ("overzicht", "overview"),
    "u": ("uitkomst", "outcome"),
    "q": ("stoppen", "stop"),
}
_END: Keys = {
    "enter": ("afsluiten", "stop"),
    "v": ("verdieping", "deepen"),
    "u": ("uitkomst", "outcome"),
    "r": ("verslag", "report"),
    "o": ("overzicht", "overview"),
    "escape": ("terug", "back"),
    "q": ("", "stop"),
}


class Conversation:
    """One conversation about one initiative."""

    def __init__(
        self,
        script: Script,
        state: State,
        face: Face,
        keeper: Keeper,
        minutes_spent: Callable[[], float],
        *,
        minutes: int | None = None,
        beamer: bool = False,
    ) -> None:
        """`minutes_spent` is the clock; `minutes` the planned length, else that of the menus."""
        self.script = script
        self.state = state
        self.report = ""
        """Where the last report lies."""
        self.unkept = False
        """Whether the last answers could not be put on disk."""
        self._face = face
        self._keeper = keeper
        self._spent = minutes_spent
        self._plan = planned(script.content, minutes)
        self._beamer = beamer
        self._draft: str | None = None

    def run(self) -> None:
        """Go on until someone stops. Every answer is kept before the next question shows."""
        while not self.state.stopped:
            step = self.script.step(self.state)
            if step.kind == "end":
                self._make_report()
            self._handle(self._shown(asked(self.state, self.script)))

    def _shown(self, question: Asked) -> Event:
        frame = self._frame(question)
        match question.shape:
            case "text":
                draft, self._draft = self._draft, None
                return self._face.write(question, frame, self._objection, draft)
            case "page":
                report, keys = self._page(question)
                return self._face.read(report, frame, keys, question.progress)
            case _:
                return self._face.ask(question, frame)

    def _frame(self, question: Asked) -> Frame:
        file = self._keeper.path.name if self._keeper.path else ""
        return Frame(clock(question.step, self._spent(), self._plan), file, self.state.said, self._beamer)

    def _page(self, question: Asked) -> tuple[Report, Keys]:
        if question.step.kind == "place":
            return where_you_stand(self._found()), _PLACE
        keys = {key: found for key, found in _END.items() if key != "v" or not self.state.route.full}
        return pages.end(self.state, self.script, self._file_name(), self.report), keys

    def _objection(self, text: str) -> str:
        """What is wrong with a line of text as the answer to the step that is shown."""
        after = self.script.react(self.state, Keep(text))
        refused = after.assessment is self.state.assessment and bool(after.said)
        # An empty line is a way to skip, but not the name of a new initiative.
        return after.said if refused and (text.strip() or self.state.assessment is None) else ""

    def _handle(self, event: Event) -> None:
        match event:
            case Typed(text=text):
                self._react(Reply(text))
            case Escaped(draft=draft):
                self._way_out(draft)
            case About(option=option):
                self._about(option)
            case "note" | "hands" | "consider" | "other":
                self._beside(event)
            case "explain":
                self._face.read(pages.explanation(asked(self.state, self.script)), Frame(), _READ)
            case "overview":
                lines = overview(self.state, self.script)
                here = [key for key, _ in lines].index(self.state.at)
                found = self._face.pick("Naar welke vraag?", [line for _, line in lines], here)
                if found is not None:
                    self._react(Jump(lines[found][0]))
            case "outcome":
                self._outcome()
            case "report":
                self._make_report(again=True)
            case _:
                self._react(event)

    def _react(self, command: Command) -> None:
        """Let the script have a command, and keep what it made of the answers."""
        after = self.script.react(self.state, command)
        if after.assessment is not None and (after.assessment != self.state.assessment or self.unkept):
            after = replace(after, said=f"{self._keep(after.assessment)} {after.said}".strip())
        self.state = after

    def _keep(self, assessment: Assessment) -> str:
        """Put the answers on disk; what cannot be put there now is tried again at the next answer."""
        try:
            told = self._keeper.keep(assessment)
        except InputError as error:
            self.unkept = True
            return f"Bewaren lukt niet: {error} Bij het volgende antwoord probeert Poolwijzer het opnieuw."
        self.unkept = False
        return told

    def _way_out(self, draft: str) -> None:
        """Leave a line of text: what was typed is kept where it can be, and stays to go on with otherwise."""
        found = self._face.pick("Wat wilt u doen?", [label for label, _ in WAYS_OUT])
        event = WAYS_OUT[found or 0][1]
        if event is None or event in ("outcome", "explain"):
            self._draft = draft
        elif draft.strip() and not self._objection(draft):
            self._react(Keep(draft))
        if event is not None:
            self._handle(event)

    def _beside(self, wish: str) -> None:
        """A line of text that goes with the question that is shown."""
        question = asked(self.state, self.script)
        title, lead, text = pages.beside(wish, question, self._content)
        line = replace(question, shape="text", title=title, lead=lead, text=text, form=(), aside=True)
        check = self._objection_to_hands if wish == "hands" else lambda _: ""
        found = self._face.write(line, self._frame(question), check)
        if isinstance(found, Escaped) and found.draft.strip() and not check(found.draft):
            found = Typed(found.draft)  # whoever steps back keeps what was typed
        if not isinstance(found, Typed) or (wish == "hands" and not found.text.strip()):
            return
        match wish:
            case "note":
                self._react(Note(found.text))
            case "hands":
                self._react(Hands(pages.counts(found.text)))
            case "other":
                self._react(Other(found.text))
            case _:
                self._react(Consider(found.text))

    def _objection_to_hands(self, text: str) -> str:
        if not text.strip():
            return ""
        after = self.script.react(self.state, Hands(pages.counts(text)))
        return after.said

    def _about(self, option: str) -> None:
        cards = self._found().advice.components
        judged = next(found for card in cards for found in card.options if found.option == option)
        self._face.read(about_option(self._found(), judged), Frame(), _READ)

    def _outcome(self) -> None:
        if self.state.assessment is None:
            self.state = replace(self.state, said="Er is nog geen uitkomst. Geef het initiatief eerst een naam.")
        elif self._face.read(self._whole_report("kort"), Frame(), _OUTCOME) == "report":
            self._make_report(again=True)

    def _make_report(self, again: bool = False) -> None:
        """Write the report beside the file; one that says the same as before is not written twice."""
        if self.state.assessment is None or self._keeper.path is None:
            return
        if not pages.says_something(self.state.assessment):
            self.report = ""
            return
        from poolwijzer.formats.registry import Dress, writer_for
        from poolwijzer.outfile import write_whole

        path = self._keeper.path.with_suffix(REPORT_SUFFIX)
        data = writer_for(path.suffix)(self._whole_report("gewoon"), Dress())
        try:
            went_to = write_whole(report_name(self._keeper.path, REPORT_SUFFIX, data), data)
        except InputError as error:
            self.state = replace(self.state, said=str(error))
            return
        self.report = went_to.name
        if again:
            self.state = replace(self.state, said=f"Het verslag staat in {self.report}.")

    def _whole_report(self, depth: Depth) -> Report:
        from poolwijzer.report.build import build_report

        return build_report(self._found(), version=__version__, depth=depth)

    def _found(self) -> Outcome:
        return self.script.outcome(self._known())

    @property
    def _content(self) -> Content:
        return self.script.content

    def _known(self) -> Assessment:
        assert self.state.assessment is not None, "this comes after a name"
        return self.state.assessment

    def _file_name(self) -> str:
        return self._keeper.path.name if self._keeper.path else ""
