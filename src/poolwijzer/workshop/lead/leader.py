"""Leading a session: what a key does, on screens or by lines. The clock, the disk and the terminal come in here."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from poolwijzer.content.content import Content
from poolwijzer.interview.beginning import InterviewOptions
from poolwijzer.interview.commands import READING_KEYS, PageKeys
from poolwijzer.interview.presenter import Presenter, Surroundings
from poolwijzer.interview.session import converse
from poolwijzer.interview.state import Route
from poolwijzer.interview.stop_signals import was_stopped
from poolwijzer.outfile import write_whole
from poolwijzer.problems import InputError
from poolwijzer.report.excerpts import plain_page
from poolwijzer.report.model import Labelled, Line, Report, Section
from poolwijzer.viewer import Opener, open_all
from poolwijzer.workshop.folder import PATIENCE, read_session
from poolwijzer.workshop.group_file import dump_group, first_assessment
from poolwijzer.workshop.lead.added import ask_initiative, tell_added, with_initiative
from poolwijzer.workshop.lead.course import Course, begin
from poolwijzer.workshop.lead.in_use import in_use
from poolwijzer.workshop.lead.kept import CourseKeeper, read_course
from poolwijzer.workshop.lead.pressing import Ask, Hold, LeadKey, keys_at, press
from poolwijzer.workshop.lead.view import LeadView, view_of
from poolwijzer.workshop.lead.watch import Watch
from poolwijzer.workshop.plan_file import write_plan
from poolwijzer.workshop.preparation import SHEET_SUFFIX, Papers, add_to_session
from poolwijzer.workshop.session import Group

if TYPE_CHECKING:
    from poolwijzer.workshop.lead.slides_file import SlidesFile

PREPARING = "De werkbladen van de groep maken …"
MAKING = "De dia's maken …"
HELD = "Het gesprek van {} is bewaard."
BUSY_FILE = "Het bestand van {} kan nu niet open. {}"
NOT_DONE = "Dat lukt niet. {}"
WHO_LOOKS_ON = (
    "Ziet de zaal dit scherm? Druk op Enter. Waar de groep staat, komt dan pas bij de plenaire afsluiting.",
    "Het gesprek gaat wel door met de menukaart en de afspraken.",
    "Ziet alleen de groep dit scherm? Zet de beamer uit, en druk op p. Dan laat het gesprek ook de plek zien.",
)
_WHO_KEYS: PageKeys = {
    "enter": ("beginnen", "next"),
    "right": ("", "next"),
    "p": ("met de plek", "outcome"),
    "escape": ("terug", "back"),
}
UNKEPT = "Poolwijzer kan in deze map niet bewaren waar u bent. Stopt u, dan begint de tijd opnieuw."


class Leader:
    """One who leads a session."""

    def __init__(
        self,
        watch: Watch,
        content: Content,
        presenter: Presenter,
        on: date,
        opener: Opener | None = None,
        now: Callable[[], float] = time.time,
        *,
        again: bool = False,
    ) -> None:
        """Go on where the session was today, or begin.

        Args:
            watch: What looks at the folder.
            content: The menus.
            presenter: What asks, in a conversation that is held here.
            on: Today.
            opener: What opens a file, where there is a desktop to open it on.
            now: Tells the seconds, counted from the same moment each time that the program is started.
            again: Begin, wherever it was.
        """
        self.watch = watch
        self.presenter = presenter
        self.said = ""
        self._content, self._on, self._opener, self._now = content, on, opener, now
        session = watch.seen.session
        self._slides: SlidesFile | None = None
        self._keeper = CourseKeeper(session.folder, on)
        found = None if again else read_course(session.folder, on, now())
        self.course: Course = found or begin(session.plan.minutes, now())
        self._keep()

    def view(self) -> LeadView:
        """What there is to see now."""
        return view_of(self.course, self.watch.seen, self._now(), self._on)

    def keys(self) -> list[LeadKey]:
        """The keys that mean something now."""
        return list(keys_at(self.course).values())

    def press(self, key: str) -> Ask | None:
        """Take a key: what is to be done beside the screen, if anything is."""
        pressed = press(key, self.course, self.watch.seen.session, self._now())
        self.said = pressed.said
        if pressed.course != self.course:
            self.course = pressed.course
            self._keep()
        return pressed.ask

    def obey(self, ask: Ask) -> None:
        """Do what is asked beside the screen; what came of it is said.

        Raises:
            KeyboardInterrupt: someone pressed Ctrl-C there, or the program was told to stop.
        """
        try:
            match ask:
                case Hold(group=group):
                    self._hold(group)
                case "add":
                    self._add()
                case "plenary":
                    self._show_slides()
                case "help":
                    self.presenter.read(help_page(self.keys(), self.view().todo), Surroundings(), READING_KEYS)
        except InputError as error:
            self.said = NOT_DONE.format(" ".join(map(str, error.problems)))
        self.watch.look()

    def _hold(self, name: str) -> None:
        """Hold the conversation of a group here; it leads back to the screen, also where it is broken off."""
        seen = self.watch.look()
        found = [(group, one) for group, one in seen.paired if group.id == name]
        if not found:
            return
        group, progress = found[0]
        if group.reading in ("half", "unusable"):
            # What is wrong with it may tell what stands in it.
            self.said = BUSY_FILE.format(group.label, " ".join(progress.todo))
            return
        if (route := self._route(group)) is None:
            return
        if group.reading == "missing":
            write_whole(group.path, dump_group(group.assessment or first_assessment(seen.session.plan, name)))
        try:
            converse(InterviewOptions(group.path, self._on, route, beamer=True), self._content, self.presenter)
        except (KeyboardInterrupt, EOFError):
            if was_stopped():
                raise
        self.said = HELD.format(group.label)

    def _route(self, group: Group) -> Route | None:
        """Which way its conversation goes: nothing on a beamer tells a place before the plenary; None not to begin.

        Only who stands there knows whether the beamer is on, so that is asked, and Enter is the careful answer.
        """
        if self.course.part == "plenary":
            return Route(room="plenary")
        if len(self.watch.seen.session.groups) == 1:
            return Route()
        page = plain_page(f"Het gesprek van {group.label} op dit scherm", *WHO_LOOKS_ON)
        event = self.presenter.read(page, Surroundings(beamer=True), _WHO_KEYS)
        return None if event == "back" else Route(room="looks-on" if event == "next" else "")

    def _add(self) -> None:
        initiative = ask_initiative(self.presenter)
        if initiative is None:
            return
        seen = self.watch.look()
        session, stay = seen.session, seen.begun | in_use(seen.session)
        plan = with_initiative(session.plan, initiative, stay)
        self.presenter.busy(PREPARING)
        # The files first: a plan that names a group whose file is refused would be no use.
        made = add_to_session(session.folder, session.plan, plan, Papers(self._content))
        write_plan(session.folder, session.plan, plan)
        sheets = [path.relative_to(session.folder) for path in made if path.suffix == SHEET_SUFFIX]
        self.said = tell_added(session.plan, plan, list(map(str, sheets)))

    def _show_slides(self) -> None:
        from poolwijzer.workshop.lead.slides_file import SlidesFile

        self._slides = self._slides or SlidesFile()
        self.presenter.busy(MAKING)
        known = self.watch.seen.session
        try:
            session = read_session(known.folder, self._content, known, patience=PATIENCE)
            path = self._slides.make(session, self._content, self._on)
        except InputError:
            raise
        except Exception as error:  # a room waits, and the session goes on
            self.said = NOT_DONE.format(f"Dat is een fout in Poolwijzer ({type(error).__name__}).")
            return
        unopened = open_all([path], self._opener) if self._opener else ()
        self.said = " ".join([f"De dia's staan in {path}.", *unopened])

    def _keep(self) -> None:
        if not self._keeper.keep(self.course):
            self.said = f"{self.said} {UNKEPT}".strip()


def help_page(keys: Sequence[LeadKey], todo: Sequence[str]) -> Report:
    """What the screen is for, what each key does, and all there is to do about files."""
    page = plain_page(
        "De werksessie leiden",
        "Dit scherm is voor de hele zaal. Het laat zien hoeveel tijd er is, wat de groepen doen, en hoe ver zij zijn.",
        "Antwoorden en plekken staan er niet op. Die komen pas bij de afsluiting.",
        "Het scherm gaat nooit zelf verder: u bepaalt wanneer het volgende deel begint.",
        *(f"Let op: {told}" for told in todo),
    )
    rows = tuple((key.shown, Line(key.told)) for key in keys)
    return replace(page, sections=(*page.sections, Section("toetsen", "De toetsen hier", (Labelled(rows),))))
