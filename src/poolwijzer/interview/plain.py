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
from poolwijzer.formats.terminal import SIGNS
from poolwijzer.interview.commands import Event, PageKeys, TypedLine
from poolwijzer.interview.picking import ALL_OPTIONS, first_of, hands_row
from poolwijzer.interview.plain_answers import LETTERS, find_item, meant_event
from poolwijzer.interview.plain_input import take_lines
from poolwijzer.interview.presenter import KeepHands, Surroundings, TextCheck
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.problems import harmless
from poolwijzer.report.dots import count_dots
from poolwijzer.report.grid_names import tell_dot
from poolwijzer.report.model import Report

HELP = "Enter overslaan, t terug, o overzicht, u uitkomst, ? uitleg en toetsen, q stoppen"
SLASHES: dict[str, Event] = {f"/{key}": event for key, event in LETTERS.items() if key}
LINES_HELP = "een lege regel is klaar"
SLASH_HELP = (
    "Enter verder, /leeg wissen, /t terug, /o overzicht, /u uitkomst, /? uitleg, /p pauze, /e afronden, /q stoppen"
)


class PlainPresenter:
    """Prints each thing under the last one and reads a line (implements `poolwijzer.interview.presenter.Presenter`)."""

    keeps_lines = False

    def __init__(self, content: Content) -> None:
        """The menus name the axes."""
        self._content = content

    def session(self) -> AbstractContextManager[object]:
        """Nothing to set up for lines."""
        return nullcontext()

    def ask(self, question: InterviewQuestion, around: Surroundings) -> Event:
        """Show a question that is answered by picking or pointing."""
        self._head(question, around)
        unfolded = not question.first
        while True:
            typed = self._command(self._how(question))
            item = None if unfolded else find_item(question, typed)
            if (question.first and typed.lower() == "m") or (item and item.value not in first_of(question)):
                # Nobody chooses what was not shown.
                unfolded = True
                self._answers(question, unfolded=True)
                continue
            found = meant_event(question, typed, self._content)
            if found is not None:
                return found
            self.say(f"'{typed}' kan hier niet. {HELP}.")

    def count(self, question: InterviewQuestion, around: Surroundings, keep: KeepHands) -> Event:
        """Have hands counted: a row of numbers, one for each answer."""
        self._head(question, around)
        answers = join_words([item.key for item in question.items], "en")
        numbers = f"Typ {len(question.items)} getallen: hoeveel handen er omhoog gaan voor antwoord {answers}."
        self.say(f"{numbers} Zo: {' '.join(map(str, range(len(question.items))))}")
        while True:
            typed = self._command("Enter terug, o overzicht, u uitkomst, ? uitleg, q stoppen")
            if typed.lower() in LETTERS:
                return LETTERS[typed.lower()]
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
        while True:
            how = f"elke Enter begint een nieuwe regel, {LINES_HELP}; {SLASH_HELP}" if question.lines else SLASH_HELP
            typed = self._text(how, question)
            if typed.lower() in SLASHES:
                return SLASHES[typed.lower()]
            if question.lines and typed and typed.lower() != "/leeg":
                typed = self._more_lines(typed, keep)
            answer = "" if typed.lower() == "/leeg" else typed or before
            wrong = check(answer)
            if not wrong:
                return TypedLine(answer)
            self.say(wrong)

    def read(self, report: Report, around: Surroundings, keys: PageKeys, progress: str = "") -> Event:
        """Show something to read."""
        self.say("")
        if progress:
            self.say(" · ".join(part for part in (progress, around.clock()) if part))
        if around.said:
            self.say(around.said)
        show_plain(report, self.say, shutil.get_terminal_size().columns)
        letters = {"" if key == "enter" else "t" if key == "escape" else key: found for key, found in keys.items()}
        shown = {key: meaning for key, (meaning, _) in letters.items() if meaning or key in ("", "t")}
        words = [f"{key or 'Enter'} {meaning or 'terug'}" for key, meaning in shown.items() if len(key) < 2]
        while True:
            typed = self._command(", ".join(words)).lower()
            if typed in letters:
                return letters[typed][1]

    def pick(self, title: str, choices: Sequence[str], at: int = 0) -> int | None:
        """Let someone pick from a list by number."""
        self.say(f"\n{title}")
        for number, choice in enumerate(choices, 1):
            self.say(f"{number:>3} {choice}")
        while True:
            typed = self._command("een nummer; Enter gaat terug")
            if not typed:
                return None
            if re.fullmatch("[0-9]{1,3}", typed) and 1 <= int(typed) <= len(choices):
                return int(typed) - 1

    def busy(self, text: str) -> None:
        """Say what is going on."""
        self.say(text)

    def say(self, text: str) -> None:
        """Print lines whose words stay whole, with nothing in them that could steer the terminal."""
        width = shutil.get_terminal_size().columns
        typer.echo("\n".join(_in_rows(harmless(line), width) for line in text.split("\n")))

    def _head(self, question: InterviewQuestion, around: Surroundings) -> None:
        above = " · ".join(part for part in (question.progress, around.clock(), around.file) if part)
        asked = ["", question.title, question.lead, question.memory, *question.beside]
        lines = ["", above, around.said, *_form(question), question.introduction, *asked]
        self.say("\n".join(line for index, line in enumerate(lines) if line or index in (0, len(lines) - len(asked))))
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
            if words:
                self.say(f"{label}: {words}")

    def _answers(self, question: InterviewQuestion, *, unfolded: bool = False) -> None:
        """The answers, or those to look at first and what was picked."""
        first = first_of(question) if question.first and not unfolded else None
        if question.shape == "card":
            self.say(question.offer if first else ALL_OPTIONS)
        for number, item in enumerate(question.items, 1):
            if first and item.value not in first:
                continue
            mark = "*" if item.value in question.chosen else " "
            sign = f"{SIGNS[item.sign]} " if item.sign else ""
            rest = [part for part in (item.behind, item.verdict, item.standing and f"<{item.standing}>") if part]
            if any(other.hands for other in question.items) and item.hands is not None:
                rest.append(f"handen: {item.hands}")
            self.say(f"{mark}{item.key or number:>2} {sign}{item.label}{'  ' if rest else ''}{'  '.join(rest)}")
            if item.reason:
                self.say(f"        {item.reason}")
        if first:
            self.say(f"Alle {len(question.items)} opties: m")

    def _how(self, question: InterviewQuestion) -> str:
        match question.shape:
            case "several":
                others = "; a anders" if question.others else ""
                return f"nummers met spaties ertussen, 0 voor geen{others}; {HELP}"
            case "card":
                return f"een nummer kiest (nog een keer: overwegen), ?2 over optie 2, a anders, n afweging; {HELP}"
            case "point":
                axes = [axis.short.lower() for axis in self._content.typology.axes.values()]
                dots = "; d stippen" if question.asks_dots else ""
                return f"een plek zoals b4, of twee getallen voor {' en '.join(axes)}, zoals 4 2,5{dots}; {HELP}"
        return f"n notitie, h handen; {HELP}" if question.step.in_a_row else HELP

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
            if more[0].lower() in {*SLASHES, "/leeg"}:
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


def _form(question: InterviewQuestion) -> list[str]:
    """The form that a question is part of, with what was filled in so far."""
    return [f"{'>' if line.current else ' '} {line.label}: {line.value or '…'}" for line in question.form]
