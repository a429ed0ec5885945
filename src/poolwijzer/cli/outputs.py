"""The files that a command is asked for: whether they may be written, how they look, and making them.

A command says what there is to write (`Results`) and which files are asked for (`Asked`); what goes into each follows
from its suffix.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from poolwijzer.cli.boundary import say
from poolwijzer.cli.busy import BusyLine
from poolwijzer.problems import InputError, Problem, harmless

if TYPE_CHECKING:
    from poolwijzer.formats.registry import Dress
    from poolwijzer.outfile import Content
    from poolwijzer.report.model import Report


class Asked(NamedTuple):
    """The files that are asked for, and how they are to look."""

    paths: tuple[Path, ...]
    force: bool = False
    style: Path | None = None
    template: Path | None = None
    open_them: bool = False


class Results(NamedTuple):
    """What there is to write of what was found out; each is made when a file asks for it."""

    report: Callable[[], Report]
    data: Callable[[], bytes]
    pictured: Callable[[], Report]
    """The report whose drawing is written where only that is asked for."""
    called: str
    """In a sentence: *Het advies*."""


def check_outputs(asked: Asked, inputs: Iterable[Path]) -> None:
    """Refuse files that cannot be written, and options that nothing could come of.

    Args:
        asked: The files that are asked for.
        inputs: The files that the command reads, which are never written over.

    Raises:
        InputError: with what is wrong.
    """
    check_template(asked.template, (path.suffix for path in asked.paths), "Vraag er een met -o verslag.docx.")
    if not asked.paths:
        if asked.open_them:
            message = "Er is niets om te openen."
            raise InputError(Problem("--open", message, "Vraag met -o om een bestand, zoals -o verslag.docx."))
        return
    from poolwijzer.formats.registry import check_suffixes
    from poolwijzer.outfile import plan_outputs

    check_suffixes(asked.paths)
    plan_outputs(asked.paths, [*inputs, *(path for path in (asked.style, asked.template) if path)], asked.force)


def check_template(template: Path | None, suffixes: Iterable[str], hint: str) -> None:
    """Refuse a template for Word where nothing is written that could use it.

    Raises:
        InputError: it is such a template.
    """
    if template and ".docx" not in map(str.lower, suffixes):
        message = "Een sjabloon is er voor een verslag in Word, en dat wordt nu niet gemaakt."
        raise InputError(Problem("--template", message, hint))


def dress_of(asked: Asked) -> Dress:
    """How the documents are to look.

    Raises:
        InputError: the house style or the template cannot be used.
    """
    from poolwijzer.formats.registry import Dress

    style = template = None
    if asked.style:
        from poolwijzer.formats.house_style import read_style

        style = read_style(asked.style)
    if asked.template:
        from poolwijzer.formats.word.checking import read_template

        template = read_template(asked.template)
    return Dress(style, template)


def write_all(paths: Iterable[Path], results: Results, dress: Dress) -> list[Path]:
    """Make every file, and only when all of them could be made write them.

    Returns:
        Where each went.

    Raises:
        InputError: one could not be written.
    """
    return [write(path, data, results.called) for path, data in _all_made(paths, results, dress)]


def _all_made(paths: Iterable[Path], results: Results, dress: Dress) -> list[tuple[Path, bytes]]:
    """Every file with what goes into it; at a terminal it is told which one is being made."""
    busy = BusyLine()
    try:
        files = []
        for path in paths:
            busy.show(f"Bezig met {path} …")
            files.append((path, _made(path, results, dress)))
        return files
    finally:
        busy.clear()


def _made(path: Path, results: Results, dress: Dress) -> bytes:
    """What goes into a file, by its suffix."""
    from poolwijzer.formats.registry import DATA_SUFFIX, PICTURE_SUFFIX, made_in

    suffix = path.suffix.lower()
    if suffix == DATA_SUFFIX:
        return results.data()
    return made_in(suffix, results.pictured() if suffix == PICTURE_SUFFIX else results.report(), dress)


def write(path: Path, data: Content, called: str) -> Path:
    """Write a file, and give where it went; `called` says what it holds, where it had to go elsewhere."""
    from poolwijzer.outfile import write_whole

    went_to = write_whole(path, data)
    if went_to != path:
        say(harmless(f"{path} is in gebruik door een ander programma. {called} staat nu in {went_to}."))
    return went_to


def tell_written(paths: Iterable[Path]) -> None:
    """Say which files were written."""
    for path in paths:
        say(harmless(f"Geschreven: {path}"))


def open_written(asked: Asked, written: Iterable[Path]) -> None:
    """Open what was written, where that was asked for and somebody sits at a terminal."""
    if asked.open_them and sys.stdout.isatty():
        from poolwijzer.cli.opening import open_all, open_with_system

        open_all(written, open_with_system)
