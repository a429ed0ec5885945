"""The conversation on a terminal whose cursor can move: one question at a time, large and alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.output import Output
from prompt_toolkit.shortcuts import print_formatted_text

from poolwijzer.content.content import Content
from poolwijzer.interview.commands import Event, OwnEditor, PageKeys
from poolwijzer.interview.presenter import KeepHands, Surroundings, TextCheck
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.dots_screen import DotsScreen
from poolwijzer.interview.screens.hands_screen import HandsScreen
from poolwijzer.interview.screens.list_screen import ListScreen
from poolwijzer.interview.screens.own_editor import name_of_editor, write_in_editor
from poolwijzer.interview.screens.page_screen import PageScreen
from poolwijzer.interview.screens.pick_screen import PickScreen
from poolwijzer.interview.screens.point_screen import PointScreen
from poolwijzer.interview.screens.runner import run
from poolwijzer.interview.screens.text_screen import TextScreen
from poolwijzer.problems import harmless
from poolwijzer.report.model import Report

EDITOR_OPEN = "Uw tekst staat nu in uw editor. Bewaar haar daar, en sluit hem om verder te gaan."


class TerminalPresenter:
    """Shows each thing on a screen of its own (implements `poolwijzer.interview.presenter.Presenter`)."""

    keeps_lines = True

    def __init__(self, content: Content) -> None:
        """The menus are for the typology to point at."""
        self._content = content
        self._last: ListScreen | PointScreen | None = None
        self._counting: HandsScreen | None = None
        """The count of hands that is going on."""

    def session(self) -> AbstractContextManager[object]:
        """Keep what is typed between two screens for the next, instead of letting the terminal print it."""
        return get_app_session().input.raw_mode()

    def ask(self, question: InterviewQuestion, around: Surroundings) -> Event:
        """Show a question that is answered by picking or pointing."""
        self._counting = None
        before = self._last if self._last is not None and self._last.question.step == question.step else None
        screen: ListScreen | PointScreen
        if question.shape == "point":
            screen = PointScreen(question, around, self._content)
            if isinstance(before, PointScreen):
                screen.resume(before)
        else:
            screen = ListScreen(question, around)
            if isinstance(before, ListScreen):
                screen.resume(before)
        self._last = screen
        return run(screen)

    def count(self, question: InterviewQuestion, around: Surroundings, keep: KeepHands) -> Event:
        """Have hands counted for each answer."""
        screen = HandsScreen(question, around, keep)
        if self._counting is not None:
            screen.resume(self._counting)
        self._counting = screen
        return run(screen)

    def write(
        self,
        question: InterviewQuestion,
        around: Surroundings,
        check: TextCheck,
        text: str | None = None,
        keep: Callable[[str], None] = lambda _: None,
    ) -> Event:
        """Ask for text, which several lines of can be written in an editor of one's own."""
        begin, editor = question.text if text is None else text, name_of_editor()
        if question.step.shape == "point":
            return run(DotsScreen(question, around, self._content, check, begin, keep))
        screen = TextScreen(question, around, check, begin, keep, own_editor=bool(editor))
        while isinstance(event := run(screen), OwnEditor):
            with _terminal_for_others():
                written = write_in_editor(editor, event.draft, keep)
            screen.take_from_editor(*written)
        return event

    def read(self, report: Report, around: Surroundings, keys: PageKeys, progress: str = "") -> Event:
        """Show something to read."""
        return run(PageScreen(report, around, keys, progress))

    def pick(self, title: str, choices: Sequence[str], at: int = 0, *, first: bool = False) -> int | None:
        """Let someone pick from a list, which begins at one of them."""
        screen = PickScreen(title, choices, at, first=first)
        return screen.at if run(screen) == "next" else None

    def busy(self, text: str) -> None:
        """Say what is going on, quietly and alone."""
        output = _clear_output()
        output.write(harmless(text))
        output.flush()

    def say(self, text: str) -> None:
        """The last words, on a screen that is clear again."""
        output = _clear_output()
        width = max(output.get_size().columns - 1, 20)
        lines = [line for paragraph in text.split("\n") for line in layout.text(paragraph, width)]
        print_formatted_text(FormattedText([part for line in lines for part in (*line, ("", "\n"))]), end="")


@contextmanager
def _terminal_for_others() -> Iterator[None]:
    """The terminal as another program expects it; afterwards as a screen does, whatever that program left behind."""
    session = get_app_session()
    session.output.write(f"{EDITOR_OPEN}\n")
    session.output.flush()
    try:
        with session.input.cooked_mode():
            yield
    finally:
        output = session.output
        output.quit_alternate_screen()
        output.disable_mouse_support()
        output.disable_bracketed_paste()
        output.reset_cursor_key_mode()
        output.reset_attributes()
        output.show_cursor()
        output.flush()


def _clear_output() -> Output:
    """The terminal, with nothing on it."""
    output = get_app_session().output
    output.erase_screen()
    output.cursor_goto(0, 0)
    output.flush()
    return output
