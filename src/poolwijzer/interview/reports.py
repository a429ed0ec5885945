"""The reports of a conversation: beside the initiative's file, each once, never over another, and opened on a desktop.

Whatever goes wrong with one of them is a sentence: the others are made, and the conversation goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from poolwijzer.dutch import join_words
from poolwijzer.infile import read_file
from poolwijzer.interview.autosave import numbered_names
from poolwijzer.interview.early import says_something
from poolwijzer.outcome import Outcome
from poolwijzer.outfile import write_whole
from poolwijzer.problems import InputError
from poolwijzer.report.model import Depth
from poolwijzer.version import __version__
from poolwijzer.viewer import Opener, open_all

ReportWish = Literal["report", "reports"]
BUSY = "Verslagen maken …"
TOO_LITTLE = "Er is nog te weinig ingevuld voor een verslag."


class ReportKind(NamedTuple):
    """A report that is made in a conversation."""

    called: str
    """At the beginning of a sentence, in Dutch."""
    depth: Depth
    name: str
    """What comes behind the name of the initiative's file."""
    suffix: str


ONE_PAGE = ReportKind("Het verslag van één bladzijde", "kort", "bladzijde", ".pdf")
NOTE = ReportKind("De notitie voor het bestuur", "bestuur", "notitie", ".docx")
WHOLE = tuple(ReportKind("Het hele verslag", "gewoon", "advies", suffix) for suffix in (".pdf", ".docx", ".html"))
KINDS: dict[ReportWish, tuple[ReportKind, ...]] = {"report": (ONE_PAGE, NOTE), "reports": (ONE_PAGE, NOTE, *WHOLE)}


class Reports:
    """What was made in one conversation, and what could not be."""

    def __init__(self, opener: Opener | None = None) -> None:
        """With what opens a file, where there is a desktop to open it on."""
        self._opener = opener
        self._made: dict[ReportKind, Path] = {}
        self._failed: tuple[str, ...] = ()

    def make(self, wish: ReportWish, outcome: Outcome, file: Path) -> None:
        """Make the reports that are asked for. The first two are opened: five windows are too many.

        Args:
            wish: The one page and the note, or all.
            outcome: What they tell.
            file: The initiative's file, beside which they go.
        """
        if not says_something(outcome.assessment):
            self._failed = (TOO_LITTLE,)
            return
        made, refused = {}, dict[str, list[ReportKind]]()
        for kind in KINDS[wish]:
            try:
                made[kind] = _write(kind, outcome, file)
            except InputError as error:
                reason = " ".join(f"{problem.message} {problem.hint}".strip() for problem in error.problems)
                refused.setdefault(reason, []).append(kind)
            except OSError:
                refused.setdefault("In deze map lukt dat niet. Kies een andere map.", []).append(kind)
            except Exception as error:  # what was said in two hours is worth more than a traceback
                reason = f"Dat is een fout in Poolwijzer ({type(error).__name__})."
                refused.setdefault(reason, []).append(kind)
        self._made = {**self._made, **made}
        unopened = open_all(made.values(), self._opener) if self._opener and wish == "report" else ()
        self._failed = (*(_tell_refused(kinds, reason, made) for reason, kinds in refused.items()), *unopened)

    def told(self) -> tuple[str, ...]:
        """In sentences where the reports lie, and what went wrong."""
        names = dict[str, list[str]]()
        for kind, path in self._made.items():
            names.setdefault(kind.called, []).append(str(path))
        lie = (f"{called} staat in {join_words(paths)}." for called, paths in names.items())
        folders = dict.fromkeys(str(path.absolute().parent) for path in self._made.values())
        return (*lie, *(f"U vindt dit in de map {folder}." for folder in folders), *self._failed)


def _tell_refused(kinds: Sequence[ReportKind], reason: str, made: Iterable[ReportKind]) -> str:
    """Which reports are not there and why; of one that is there in another format, which format."""
    there = {kind.called for kind in made}
    names = (f"{kind.called} ({kind.suffix})" if kind.called in there else kind.called for kind in kinds)
    return f"Niet gemaakt: {join_words(name[:1].lower() + name[1:] for name in dict.fromkeys(names))}. {reason}"


def _write(kind: ReportKind, outcome: Outcome, file: Path) -> Path:
    from poolwijzer.formats.registry import Theme, render_report
    from poolwijzer.report.build import build_report

    report = build_report(outcome, version=__version__, depth=kind.depth)
    data = render_report(kind.suffix, report, Theme())
    path = pick_report_name(file, kind, data)
    return path if path.exists() else write_whole(path, data)


def pick_report_name(file: Path, kind: ReportKind, data: bytes) -> Path:
    """Where a report goes: beside the initiative's file, numbered rather than over another; the same one stays."""
    return next(path for path in _names(file, kind) if not path.exists() or _says(path, data))


def _names(file: Path, kind: ReportKind) -> Iterator[Path]:
    return numbered_names(file.parent, f"{file.stem}-{kind.name}", kind.suffix)


def _says(path: Path, data: bytes) -> bool:
    """Whether a file holds just this; what cannot be read does not."""
    try:
        return read_file(path, len(data)) == data
    except InputError:
        return False
