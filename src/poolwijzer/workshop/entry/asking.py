"""Typing the paper of a group over at a terminal: line by line, each checked and on disk before the next."""

from __future__ import annotations

from collections.abc import Callable

from poolwijzer.assessment.write import record_menus
from poolwijzer.dutch import join_words
from poolwijzer.interview.plain_input import take_lines
from poolwijzer.interview.steps.step import Refused
from poolwijzer.problems import InputError
from poolwijzer.report.typed_lines import run_on
from poolwijzer.workshop.entry.group import GroupFile
from poolwijzer.workshop.entry.lines import EntryLine
from poolwijzer.workshop.entry.paper import Paper

HOW = "Enter slaat over of laat staan. < gaat terug. ? toont wat u kunt kiezen. Met /q stopt u; alles is bewaard."
BACK, CHOICES, STOP, NOTHING = "<", "?", "/q", "-"
_ONE_AT_A_TIME = "Dit zijn meer regels. Typ één regel per keer."
_TEXTS = ("key-question", "highlight", "agreement", "reason")


class Asking:
    """One session of typing over."""

    def __init__(self, paper: Paper, file: GroupFile, say: Callable[[str], None]) -> None:
        """Ask for the lines of a paper, and keep each in a file."""
        self.paper, self._file, self._say = paper, file, say
        self.unsaved: InputError | None = None
        """Why the last lines are not on disk."""

    def run(self) -> None:
        """Ask until all was asked.

        Raises:
            KeyboardInterrupt, EOFError: somebody stopped.
        """
        self._say(HOW)
        at = 0
        while at <= len(lines := self.paper.lines()):
            event = self._ask(lines[at], f"{at + 1} van {len(lines)}") if at < len(lines) else self._end()
            if event == STOP:
                return
            at = max(at - 1, 0) if event == BACK else at + 1

    def _end(self) -> str:
        """Whether somebody wants to go back once all was asked."""
        self._say("\nDit was alles. Enter sluit af, < gaat terug.")
        return BACK if " ".join(take_lines()) == BACK else STOP

    def _ask(self, line: EntryLine, where: str) -> str:
        """Ask for one line until it is taken or left; gives how it was left."""
        typed_before = self.paper.typed.get(line.key)
        now = run_on(line.say(self.paper.outcome()))
        self._say(f"\n{line.title} ({where})")
        if line.shows:
            self._say("\n".join(f"  {choice}" for choice in line.choices))
        self._say(line.how)
        if typed_before:
            self._say(
                f"U typte: {typed_before[1]} Wat u nu typt, komt ervoor in de plaats. Een streepje haalt het weg."
            )
        elif now:
            self._say(f"Er staat: {now}")
        while True:
            typed = self._type(line)
            if typed in ("", BACK, STOP):
                return typed
            if typed == NOTHING:
                # Nothing stands on the paper.
                self._leave_out(line)
                return ""
            if typed == CHOICES:
                self._say("\n".join(f"  {choice}" for choice in line.choices) or line.how)
            elif self._take(line, typed):
                return ""

    def _take(self, line: EntryLine, typed: str) -> bool:
        try:
            told, replaced = self.paper.weigh(line, typed)
        except Refused as refusal:
            self._say(str(refusal))
            return False
        self._say(f"Begrepen: {run_on(told)}")
        if replaced and not self._agreed(replaced):
            self._say("Er is niets veranderd.")
            return False
        self.paper.enter(line, typed)
        self._save()
        return True

    def _leave_out(self, line: EntryLine) -> None:
        if line.key in self.paper.typed:
            self.paper.leave_out(line)
            self._say("Weggehaald.")
            self._save()

    def _agreed(self, replaced: tuple[str, ...]) -> bool:
        """Whether what stood in the file may go."""
        self._say(f"Hier stond al iets anders: {join_words(replaced, 'en')}. Vervangen? Typ j of n.")
        while True:
            answer = " ".join(take_lines()).lower()
            if answer in ("j", "ja", "n", "nee", ""):
                return answer.startswith("j")
            self._say("Typ j om te vervangen, of n om te laten staan.")

    def _save(self) -> None:
        try:
            said = self._file.save(record_menus(self.paper.assessment, self.paper.content))
        except InputError as error:
            self.unsaved = error
            self._say(f"Bewaren lukt niet: {error} Bij de volgende regel probeert Poolwijzer het opnieuw.")
            return
        self.unsaved = None
        if said:
            self._say(said)

    def _type(self, line: EntryLine) -> str:
        """A line; of what was pasted at once the lines of a text are one."""
        while len(lines := take_lines()) > 1:
            if line.key.startswith(_TEXTS):
                return " ".join(lines)
            self._say(_ONE_AT_A_TIME)
        return "".join(lines)
