"""The conversation line by line: for a terminal whose cursor cannot move, and for who reads with a screen reader."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

import typer

from poolwijzer.assessment.participants import has_lines, join_lines
from poolwijzer.content.content import Content
from poolwijzer.dutch import join_words
from poolwijzer.formats.plain import show_plain
from poolwijzer.interview.commands import Event, MarkOption, PageKeys, TypedLine
from poolwijzer.interview.picking import ALL_OPTIONS, first_of, hands_row
from poolwijzer.interview.plain_answers import LETTERS, SLASHES, find_item, meant_event
from poolwijzer.interview.plain_input import take_lines
from poolwijzer.interview.plain_words import (
    AS_TEXT,
    EMPTY,
    HELP,
    LINES_HELP,
    MORE,
    NOT_HERE,
    answer_words,
    form_words,
    how_to_answer,
    how_to_type,
    overview_words,
    spoken_key,
)
from poolwijzer.interview.presenter import KeepHands, Surroundings, TextCheck
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.problems import harmless
from poolwijzer.report.dots import count_dots
from poolwijzer.report.grid_names import tell_dot
from poolwijzer.report.model import Report
from poolwijzer.report.typed_lines import run_on


class PlainPresenter:
    """Prints each thing under the last one and reads a line (implements `poolwijzer.interview.presenter.Presenter`)."""

    keeps_lines = False

    def __init__(self, content: Content) -> None:
        """The menus name the axes."""
        self._content = content
        self._told = ("", "")
        """The clock and the file as they were said last: who listens wants to hear what is new."""
        self._marked: InterviewQuestion | None = None
        """The card as it was when an option of it was marked, as long as nothing else was shown."""

    def session(self) -> AbstractContextManager[object]:
        """Nothing to set up for lines."""
        return nullcontext()

    def ask(self, question: InterviewQuestion, around: Surroundings) -> Event:
        """Show a question that is answered by picking or pointing; of a card that was marked only what changed."""
        before, self._marked = self._marked, None
        unfolded = not question.first
        if before is not None and before.step == question.step and before.others == question.others:
            self._tell_marks(before, question, around)
        else:
            self._head(question, around)
        while True:
            typed = self._command(how_to_answer(question, self._content))
            item = None if unfolded else find_item(question, typed)
            if (question.first and typed.lower() == "m") or (item and item.value not in first_of(question)):
                # Nobody chooses what was not shown.
                unfolded = True
                self._answers(question, unfolded=True)
                continue
            found = meant_event(question, typed, self._content)
            if found is not None:
                self._marked = question if isinstance(found, MarkOption) else None
                return found
            self.say(f"{NOT_HERE.format(typed)} {HELP}.")

    def count(self, question: InterviewQuestion, around: Surroundings, keep: KeepHands) -> Event:
        """Have hands counted: a row of numbers, one for each answer."""
        self._head(question, around)
        answers = join_words([item.key for item in question.items], "en")
        numbers = f"Typ {len(question.items)} getallen: hoeveel handen er omhoog gaan voor antwoord {answers}."
        self.say(f"{numbers} Zo: {' '.join(map(str, range(len(question.items))))}")
        while True:
            typed = self._command("Enter terug, o overzicht, u uitkomst, vraagteken uitleg, q stoppen")
            if found := LETTERS.get(typed.lower()) or SLASHES.get(typed.lower()):
                return found
            counts = hands_row(question, typed)
            if counts is not None:
                keep(counts)
                return "next"
            self.say(f"Geef voor elk van de {len(question.items)} antwoorden een aantal handen.")

    def write(
        self,
        question: InterviewQuestion,
        around: Surroundings,
        check: TextCheck,
        text: str | None = None,
        keep: Callable[[str], None] = lambda _: None,
    ) -> Event:
        """Ask for text; an empty line keeps what there was, and ends a text of several."""
        self._head(question, around)
        before = question.text if text is None else text
        if before:
            self.say(f"Nu: {before}")
        doubted = ""
        while True:
            typed = self._text(how_to_type(question, before), question)
            letter = typed.lower()
            if letter in SLASHES or letter == "?":
                return SLASHES[f"/{letter.removeprefix('/')}"]
            if letter in LETTERS and len(letter) == 1 and letter != doubted:
                # Who goes through questions by letters types one here too, and would lose what stood there.
                doubted = letter
                self.say(AS_TEXT.format(typed))
                continue
            if question.lines and typed and letter != EMPTY:
                typed = self._more_lines(before if letter == MORE else typed, keep)
            answer = "" if letter == EMPTY else typed or before
            wrong = check(answer)
            if not wrong:
                return TypedLine(answer)
            self.say(wrong)

    def read(self, report: Report, around: Surroundings, keys: PageKeys, progress: str = "") -> Event:
        """Show something to read."""
        self._marked = None
        if above := self._news(progress, around):
            self.say(f"\n{above}")
        self.say("")
        show_plain(report, self.say, shutil.get_terminal_size().columns)
        letters = {"" if key == "enter" else "t" if key == "escape" else key: found for key, found in keys.items()}
        shown = {key: meaning for key, (meaning, _) in letters.items() if meaning or key in ("", "t")}
        words = [f"{spoken_key(key)} {meaning or 'terug'}" for key, meaning in shown.items() if len(key) < 2]
        if "?" in letters:
            letters |= dict.fromkeys(("uitleg", "help"), letters["?"])
        while True:
            typed = self._command(", ".join(words))
            if (key := typed.lower().removeprefix("/")) in letters:
                return letters[key][1]
            self.say(NOT_HERE.format(typed))

    def pick(self, title: str, choices: Sequence[str], at: int = 0, *, first: bool = False) -> int | None:
        """Let someone pick from a list by number."""
        self._marked = None
        self.say(f"\n{title}")
        for number, choice in enumerate(choices, 1):
            self.say(f"{number}: {overview_words(choice)}")
        while True:
            typed = self._command(f"een nummer; Enter {'stopt' if first else 'gaat terug'}")
            if not typed:
                return None
            if re.fullmatch("[0-9]{1,3}", typed) and 1 <= int(typed) <= len(choices):
                return int(typed) - 1
            self.say(f"{NOT_HERE.format(typed)} Typ een nummer van 1 tot en met {len(choices)}.")

    def busy(self, text: str) -> None:
        """Say what is going on."""
        self.say(text)

    def say(self, text: str) -> None:
        """Print lines whose words stay whole, with nothing in them that could steer the terminal."""
        width = shutil.get_terminal_size().columns
        typer.echo("\n".join(_in_rows(harmless(line), width) for line in text.split("\n")))

    def _head(self, question: InterviewQuestion, around: Surroundings) -> None:
        self._marked = None
        introduction = "" if question.aside else question.introduction
        before = [*form_words(question), introduction]
        lines = [question.title, question.lead, question.memory, *question.beside]
        self.say("\n".join(["", *filter(None, [self._news(question.progress, around), *before]), ""]))
        self.say("\n".join(filter(None, lines)))
        if not question.aside:
            self._answers(question)
        if question.dots:
            dots = " ".join(tell_dot(dot, self._content) for dot in question.dots)
            self.say(f"{count_dots(len(question.dots))}: {dots}")
        if question.counted:
            proposed = next((item.key for item in question.items if item.value == question.proposed), "")
            self.say("\n".join([*question.counted, *([f"Zo ja, typ {proposed}."] if proposed else [])]))
        for label, words in (
            ("Bewijs", question.evidence),
            ("Notitie", question.note),
            ("Anders, namelijk", question.other),
            ("Afweging", question.consideration),
        ):
            if words and not question.aside:
                self.say(f"{label}: {run_on(words)}")

    def _news(self, progress: str, around: Surroundings) -> str:
        """Where the conversation is, the clock and the file where these changed, and what the last answer did."""
        clock, file = (now or before for now, before in zip((around.clock(), around.file), self._told, strict=True))
        news = [progress, *(part for part in (clock, file) if part not in self._told)]
        self._told = (clock, file)
        return "\n".join(filter(None, [" · ".join(filter(None, news)), around.said]))

    def _answers(self, question: InterviewQuestion, *, unfolded: bool = False) -> None:
        """The answers, or those to look at first and what was picked."""
        first = first_of(question) if question.first and not unfolded else None
        if question.shape == "card":
            self.say(question.offer if first else ALL_OPTIONS)
        for number, item in enumerate(question.items, 1):
            if not first or item.value in first:
                self.say(f"  {item.key or number}: {answer_words(item, question)}")
                if item.reason:
                    self.say(f"     {item.reason}")
        if first:
            self.say(f"Typ m voor alle {len(question.items)} opties.")

    def _tell_marks(self, before: InterviewQuestion, question: InterviewQuestion, around: Surroundings) -> None:
        """Which options of the card are marked in another way than before."""
        earlier = {item.value: item.standing for item in before.items}
        for item in question.items:
            if item.standing != earlier.get(item.value, ""):
                self.say(f"{item.label}: {item.standing or 'niet meer gekozen'}.")
        if around.said:
            self.say(around.said)

    def _text(self, how: str, question: InterviewQuestion) -> str:
        """A line of text. Lines that came all at once were pasted, and are one text."""
        text = "\n".join(self._lines(how))
        if question.lines:
            return text
        return join_lines(text) if question.names and has_lines(text) else " ".join(text.split())

    def _more_lines(self, first: str, keep: Callable[[str], None]) -> str:
        """The lines behind the first, up to an empty one; each is kept as soon as it was entered."""
        lines = first.split("\n")
        keep(first)
        while more := self._lines(f"regel {len(lines) + 1}; {LINES_HELP}"):
            if more[0].lower() in {*SLASHES, EMPTY, MORE}:
                self.say(f"'{more[0]}' kan hier niet. Geef eerst een lege regel; dan is uw tekst bewaard.")
                continue
            lines += more
            keep("\n".join(lines))
        return "\n".join(lines)

    def _command(self, how: str) -> str:
        """An answer. Of lines that came all at once none is."""
        while len(lines := self._lines(how)) > 1:
            self.say("Hier kunt u geen regels plakken. Geef één antwoord.")
        return "".join(lines)

    def _lines(self, how: str) -> list[str]:
        """What comes in after saying how to answer: one line, or those that were pasted."""
        self.say(f"({how})")
        return take_lines()


def _in_rows(line: str, width: int) -> str:
    """A line broken between words, the next rows as far in as the first."""
    indent = line[: len(line) - len(line.lstrip())]
    rows = textwrap.wrap(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, expand_tabs=False
    )
    return "\n".join(rows)
