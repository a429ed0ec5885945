"""The files that an advice is written to: whether they may be, how they look, and making them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from poolwijzer.cli.busy import BusyLine
from poolwijzer.problems import InputError, Problem, harmless

if TYPE_CHECKING:
    from poolwijzer.cli.advise import Outcome, Wish
    from poolwijzer.report.writers import Dress


def check_outputs(wish: Wish) -> None:
    """Refuse files that cannot be written, and options that nothing could come of.

    Raises:
        InputError: with what is wrong.
    """
    if wish.template and not any(path.suffix.lower() == ".docx" for path in wish.outputs):
        message = "Een sjabloon is er voor een verslag in Word, en dat wordt nu niet gemaakt."
        raise InputError(Problem("--template", message, "Vraag er een met -o verslag.docx."))
    if not wish.outputs:
        if wish.open_them:
            message = "Er is niets om te openen."
            raise InputError(Problem("--open", message, "Vraag met -o om een bestand, zoals -o verslag.docx."))
        return
    from poolwijzer.outfile import plan_outputs
    from poolwijzer.report.writers import check_suffixes

    check_suffixes(wish.outputs)
    plan_outputs(wish.outputs, [path for path in (wish.file, wish.style, wish.template) if path], wish.force)


def dress_of(wish: Wish) -> Dress:
    """How the documents are to look.

    Raises:
        InputError: the house style or the template cannot be used.
    """
    from poolwijzer.report.writers import Dress

    style = template = None
    if wish.style:
        from poolwijzer.report.housestyle import read_style

        style = read_style(wish.style)
    if wish.template:
        from poolwijzer.report.word.checking import read_template

        template = read_template(wish.template)
    return Dress(style, template)


def all_made(outcome: Outcome, wish: Wish, dress: Dress) -> list[tuple[Path, bytes]]:
    """Every file with what goes into it; at a terminal it is told which one is being made."""
    busy = BusyLine()
    try:
        files = []
        for path in wish.outputs:
            busy.show(f"Bezig met {path} …")
            files.append((path, _made(path, outcome, wish, dress)))
        return files
    finally:
        busy.clear()


def _made(path: Path, outcome: Outcome, wish: Wish, dress: Dress) -> bytes:
    """What goes into a file, by its suffix."""
    from poolwijzer.report.writers import DATA_SUFFIX, PICTURE_SUFFIX, writer_for

    if path.suffix.lower() == DATA_SUFFIX:
        return outcome.as_json()
    if path.suffix.lower() == PICTURE_SUFFIX:
        return outcome.as_picture()
    return writer_for(path)(outcome.report(wish.depth_in_files, wish.explain), dress)


def write(path: Path, data: bytes) -> Path:
    """Write a file, and give where it went."""
    from poolwijzer.outfile import write_whole

    went_to = write_whole(path, data)
    if went_to != path:
        typer.echo(
            harmless(f"{path} is in gebruik door een ander programma. Het advies staat nu in {went_to}."),
            err=True,
        )
    return went_to
