"""How far a long run is: a bar with the time left at a terminal, now and then a line in a log."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from poolwijzer.cli.boundary import say
from poolwijzer.dutch import count_things, number
from poolwijzer.problems import Problem, harmless

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

LINE_EVERY = 1000
"""Results to a line in a log."""
LINE_EVERY_SLOW = 100
"""The same where each takes long, such as with a report."""


class BatchProgress:
    """Tells of every result that it passed, and of what is wrong with it. A context."""

    def __init__(self, total: int | None, *, slow: bool, quiet: bool) -> None:
        """Of so many results, if that is known; quiet tells only what is wrong."""
        self._total = total
        self._every = LINE_EVERY_SLOW if slow else LINE_EVERY
        self._quiet = quiet
        self._done = 0
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        if not self._quiet and sys.stderr is not None and sys.stderr.isatty():
            self._bar = _bar()
            self._task = self._bar.add_task("Bezig", total=self._total)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self) -> None:
        """One more result is there."""
        self._done += 1
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task)
        elif not self._quiet and self._done % self._every == 0:
            of = f" van de {number(self._total)}" if self._total else ""
            say(f"{number(self._done)}{of} initiatieven klaar.")

    def tell_problem(self, problem: Problem) -> None:
        """Tell what is wrong, above the bar if there is one."""
        self._show(str(problem))

    def tell_line(self, text: str) -> None:
        """Tell what is worth knowing, likewise; a quiet run tells nothing."""
        if not self._quiet:
            self._show(harmless(text))

    def _show(self, text: str) -> None:
        if self._bar is not None:
            self._bar.console.print(text, markup=False, highlight=False, emoji=False, soft_wrap=True)
        else:
            say(text)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, no_color=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("nog"))
    return Progress(*columns, TimeRemainingColumn(compact=True), console=console, transient=True)


def tell_end(done: int, wrong: int, partly: int) -> str:
    """How it ended, in a sentence or three."""
    sentences = [f"{count_things(done, 'initiatief', 'initiatieven')} bekeken."]
    if partly:
        sentences.append(f"Bij {number(partly)} zijn antwoorden weggelaten; zie de meldingen.")
    if wrong:
        verb = "is" if wrong == 1 else "zijn"
        sentences.append(f"{number(wrong)} {verb} niet te gebruiken; zie de meldingen.")
    return " ".join(sentences)
