"""The files of `poolwijzer merge`: which are read, and which may be written, never over what came in."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from poolwijzer.cli.pipes import STDOUT
from poolwijzer.formats.registry import WHOLE_REPORTS, check_suffixes
from poolwijzer.problems import InputError, Problem

if TYPE_CHECKING:
    from poolwijzer.filelist import Input
    from poolwijzer.forms.returned.intake import Piece

_SUFFIXES = (".yaml", ".yml", ".json")


def check_names(file: Path, target: Path | None, pages: tuple[Path, ...], read: list[Path], *, force: bool) -> None:
    """Refuse outputs that cannot be written. The file of the initiative itself is one only when somebody says so.

    Raises:
        InputError: with what is wrong.
    """
    from poolwijzer.outfile import plan_outputs

    if target:
        check_suffixes([target], _SUFFIXES)
    check_suffixes(pages, WHOLE_REPORTS)
    outputs = [*([target] if target else []), *pages]
    own = target is not None and is_same(target, file)
    plan_outputs(outputs, read, force=True)
    if own and not force:
        message = "Dit is het bestand van het initiatief zelf."
        hint = "Met --force komen de antwoorden erin. Wat er staat, blijft staan."
        raise InputError(Problem(str(target), message, hint))
    plan_outputs(pages if own else outputs, [file, *read], force)


def is_same(one: Path, other: Path) -> bool:
    """Whether two names stand for one file, whatever links lead there."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.realpath(one) == os.path.realpath(other)


class Inputs(NamedTuple):
    """What came in."""

    files: list[Input]
    pasted: tuple[Piece, ...]


def find_inputs(answers: list[str], file: Path, target: Path | None, pages: tuple[Path, ...], *, force: bool) -> Inputs:
    """The files that were named, which are never written over, and what was pasted.

    Raises:
        InputError: one of them would be written over.
    """
    from poolwijzer.forms.returned.intake import Piece, find_files
    from poolwijzer.forms.returned.mail import LARGEST
    from poolwijzer.outfile import plan_outputs

    outputs = [*([target] if target else []), *pages]
    files = find_files([name for name in answers if name != STDOUT], [file, *outputs])
    own = [one for one in outputs if is_same(one, file)]
    plan_outputs([one for one in outputs if one not in own], [one.path for one in files], force)
    pasted: tuple[Piece, ...] = ()
    if STDOUT in answers and sys.stdin is not None:
        pasted = (Piece("invoer", ".txt", io.BytesIO(sys.stdin.buffer.read(LARGEST + 1))),)
    return Inputs([one for one in files if not is_same(one.path, file)], pasted)


@contextmanager
def claimed(target: Path | None) -> Iterator[None]:
    """Be the only one at work on the file that is written, and take away what a run left that was killed.

    Raises:
        InputError: somebody is having a conversation on it.
    """
    if target is None:
        yield
        return
    from poolwijzer.file_claim import FileClaim
    from poolwijzer.outfile import clear_broken_off

    message = "Met dit bestand is een gesprek bezig, of een ander voegt er antwoorden aan toe."
    claim = FileClaim(target, message, "Sluit dat eerst af, en probeer het dan opnieuw.")
    try:
        clear_broken_off(target)
        yield
    finally:
        claim.release()
