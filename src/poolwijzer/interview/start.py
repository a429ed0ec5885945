"""The menu that `poolwijzer` alone begins with: a new conversation, an earlier one, an example, the menu card."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path

from poolwijzer.assessment.again import find_hindrance
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.content.folders import find_shipped_examples
from poolwijzer.content.on_date import menus_on
from poolwijzer.infile import read_file
from poolwijzer.interview.beginning import InterviewOptions
from poolwijzer.interview.commands import READING_KEYS
from poolwijzer.interview.drafts import broke_off
from poolwijzer.interview.presenter import Presenter, Surroundings
from poolwijzer.interview.session import converse
from poolwijzer.interview.state import Route
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError
from poolwijzer.report.build import build_report
from poolwijzer.report.excerpts import menu_page, plain_page
from poolwijzer.report.model import Report
from poolwijzer.version import __version__

MOST_FILES = 4
"""How many earlier conversations the menu names, the newest first: with all else just what digits can point at."""
ENOUGH = 7
"""Lines of the menu, which stand on every screen: with more of them none comes that can be missed."""
_HEAD = 2000
_FORMAT = re.compile(rb"(?m)^poolwijzer:\s*[\"']?[0-9]")
_KIND = re.compile(rb"(?m)^kind:")
"""What is of another kind than an initiative says so."""
StartChoice = tuple[str, Callable[[], bool]]
"""A line of the menu, and what it does; false where the menu shows again afterwards."""


def run_start(
    content: Content,
    presenter: Presenter,
    on: date,
    folder: Path,
    foremost: Sequence[StartChoice] = (),
    also: Sequence[StartChoice] = (),
    only: Collection[str] | None = None,
    *,
    route: Route | None = None,
    chosen: Path | None = None,
) -> None:
    """Let someone choose what to do, until a conversation was held or they leave.

    Args:
        content: The menus.
        presenter: What asks.
        on: The date of the advice.
        folder: Where earlier conversations lie.
        foremost: What comes before all else.
        also: What comes near the end, as long as there are few lines.
        only: The names of the files to go on with, where others beside them may be copies.
        route: Which way a conversation goes; None for the usual one.
        chosen: The folder for what is made, where the program chose it: who did not, is told.

    Raises:
        KeyboardInterrupt: someone pressed Ctrl-C.
    """

    def hold(file: Path | None = None, again: bool = False) -> bool:
        try:
            converse(InterviewOptions(file, on, route or Route(), again=again), content, presenter)
        except InputError as error:
            presenter.read(plain_page("Dat lukt niet", *map(str, error.problems)), Surroundings(), READING_KEYS)
            return False
        return True

    done = False
    while not done:
        files = list(islice(_offered(folder, only), MOST_FILES - len(foremost)))
        broken = [broke_off(path) for path in files]
        choices: list[StartChoice] = [
            *foremost,
            ("Een nieuw gesprek beginnen", hold),
            *((_go_on_with(path, off), partial(hold, path)) for path, off in zip(files, broken, strict=True)),
            *_measure_again(measured_before(files, content, on), presenter, partial(hold, again=True)),
            ("Een voorbeeld bekijken", partial(_look_at_an_example, content, presenter, on)),
            ("De menukaart bekijken", partial(_look_at_the_menu, menus_on(content, on), presenter)),
        ]
        choices += [*also[: max(0, ENOUGH - 1 - len(choices))], ("Stoppen", lambda: True)]
        place = f" Wat u maakt, komt in de map {chosen}." if chosen else ""
        title = f"Poolwijzer: samen mensen en kennis delen.{place} Wat wilt u doen?"
        # Who was interrupted wants to go on.
        at = broken.index(True) + 1 if True in broken and not foremost else 0
        found = presenter.pick(title, [label for label, _ in choices], at, first=True)
        done = found is None or choices[found][1]()


def _go_on_with(path: Path, broken_off: bool) -> str:
    return f"Verder met {path.name}{' (onderbroken)' if broken_off else ''}"


def _offered(folder: Path, only: Collection[str] | None) -> Iterator[Path]:
    return (path for path in find_initiatives(folder) if only is None or path.name in only)


def find_initiatives(folder: Path) -> Iterator[Path]:
    """The files in a folder that look like an initiative's, the newest first."""
    found = [path for path in folder.iterdir() if path.suffix.lower() in (".yaml", ".yml") and path.is_file()]
    for path in sorted(found, key=lambda path: (-path.stat().st_mtime, path.name)):
        with suppress(InputError):
            head = read_file(path, _HEAD)
            if _FORMAT.search(head) and not _KIND.search(head):
                yield path


def measured_before(files: Iterable[Path], content: Content, on: date) -> Iterator[Path]:
    """Those of the files with a measurement after which there can be a new one."""
    for path in files:
        with suppress(InputError):
            if find_hindrance(read_assessment(path, content).assessment, on) is None:
                yield path


def _measure_again(
    files: Iterable[Path], presenter: Presenter, hold: Callable[[Path], bool]
) -> Iterator[tuple[str, Callable[[], bool]]]:
    """One line of the menu, however many files there are to choose from."""

    def choose(known: Sequence[Path]) -> bool:
        found = presenter.pick("Een nieuwe meting van welk bestand?", [path.name for path in known])
        return found is not None and hold(known[found])

    match tuple(files):
        case ():
            return
        case (only,):
            yield f"Nieuwe meting van {only.name}", partial(hold, only)
        case several:
            yield "Nieuwe meting van een eerder gesprek", partial(choose, several)


def _look_at_an_example(content: Content, presenter: Presenter, on: date) -> bool:
    examples = sorted(find_shipped_examples().glob("*.yaml"))
    readings = [read_assessment(path, content).assessment for path in examples]
    found = presenter.pick("Welk voorbeeld?", [one.initiative.name for one in readings])
    if found is not None:
        assessment = readings[found]
        report = build_report(Outcome(content, assessment, on), version=__version__, depth="kort")
        presenter.read(report, Surroundings(), READING_KEYS)
    return False


def _look_at_the_menu(content: Content, presenter: Presenter) -> bool:
    names = list(content.components)
    while (found := presenter.pick("Welk onderdeel?", [content.components[name].title for name in names])) is not None:
        page: Report = menu_page(content, names[found])
        presenter.read(page, Surroundings(), READING_KEYS)
    return False
