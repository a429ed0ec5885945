"""The writers by the suffix of the file they make. A new format is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from poolwijzer.problems import InputError, Problem, did_you_mean, quoted
from poolwijzer.report.model import Report

if TYPE_CHECKING:
    from poolwijzer.formats.house_style import HouseStyle


class Dress(NamedTuple):
    """How an organisation wants its documents to look; a writer uses what it can."""

    style: HouseStyle | None = None
    template: bytes | None = None
    """A Word document of their own, as bytes."""


Writer = Callable[[Report, Dress], bytes]

WRITERS: dict[str, str] = {
    ".md": "poolwijzer.formats.markdown",
    ".html": "poolwijzer.formats.html.writing",
    ".pdf": "poolwijzer.formats.pdf.writing",
    ".docx": "poolwijzer.formats.word.writing",
}
"""The module of each format; it has a function `written(report, dress)` that gives the file as bytes."""
DATA_SUFFIX = ".json"
"""Written from the advice itself, not from the report: see `poolwijzer.report.data`."""
PICTURE_SUFFIX = ".svg"
"""Only the drawing of the report: see `poolwijzer.drawing.svg`."""


def known_suffixes() -> tuple[str, ...]:
    """Every suffix that can be written."""
    return (*WRITERS, DATA_SUFFIX, PICTURE_SUFFIX)


def check_suffixes(paths: Iterable[Path], known: Sequence[str] = ()) -> None:
    """Refuse outputs whose format is not known: not one of these, or of those of a report.

    Raises:
        InputError: naming the formats there are, for each such output.
    """
    known = known or known_suffixes()
    problems = [_unknown_format(path, known) for path in paths if path.suffix.lower() not in known]
    if problems:
        raise InputError(problems)


def _unknown_format(path: Path, known: Sequence[str]) -> Problem:
    suffix = path.suffix.lower()
    formats = f"Kies een naam die eindigt op {' of '.join(known)}."
    if not suffix:
        return Problem(str(path), "Aan deze naam is niet te zien welk soort bestand het wordt.", formats)
    message = f"Het soort bestand {quoted(suffix)} kan niet gemaakt worden."
    return Problem(str(path), message, did_you_mean(suffix, known) or formats)


def made_in(suffix: str, report: Report, dress: Dress) -> bytes:
    """A report in the format of a suffix; of a picture only the drawing."""
    if suffix == PICTURE_SUFFIX:
        from poolwijzer.drawing.svg import draw
        from poolwijzer.report.texts import drawings_in

        return draw(next(drawings_in(report.sections))).encode("utf-8")
    return writer_for(suffix)(report, dress)


def writer_for(suffix: str) -> Writer:
    """The writer for a suffix, imported when it is needed."""
    writer: Writer = import_module(WRITERS[suffix.lower()]).written
    return writer
