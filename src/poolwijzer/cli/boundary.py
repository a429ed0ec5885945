"""The one place where mistakes become a line on stderr and an exit status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from poolwijzer.cli.statuses import INTERRUPTED, UNUSABLE
from poolwijzer.problems import InputError, Problem, quote

if TYPE_CHECKING:
    from poolwijzer.content.content import Content

SHORTEST_HASH = 8
"""Signs of a hash by which menus are told apart."""


@contextmanager
def mistakes_told() -> Iterator[None]:
    """Tell what is wrong in Dutch, one line a problem, and leave with the exit status of the contract."""
    try:
        yield
    except InputError as error:
        tell(error.problems)
        raise typer.Exit(UNUSABLE) from None
    except KeyboardInterrupt:
        say("Gestopt.")
        raise typer.Exit(INTERRUPTED) from None


def read_menus(folder: Path | None = None, version: str | None = None) -> Content:
    """The menus that count; what an own folder says that moved since it was made goes to stderr.

    Args:
        folder: An own folder of menus.
        version: The only version or hash that may be used; None for any.

    Raises:
        InputError: with every problem found, or because these are other menus.
    """
    from poolwijzer.content.read import load_menus

    content = load_menus(folder)
    if version is not None:
        check_menus_version(content, version)
    tell(content.remarks)
    return content


def check_menus_version(content: Content, asked: str) -> None:
    """Refuse other menus than were asked for, by their version or by the beginning of their hash.

    Raises:
        InputError: these are others, or it is no version.
    """
    wanted = asked.strip().lower()
    if wanted == content.version.lower() or (len(wanted) >= SHORTEST_HASH and content.hash.startswith(wanted)):
        return
    if wanted and len(wanted) < SHORTEST_HASH and content.hash.startswith(wanted):
        message = f"Van een controlesom zijn minstens {SHORTEST_HASH} tekens nodig."
        raise InputError(Problem("--menus-version", message, "Vraag hem op met: poolwijzer --version"))
    message = f"Dit zijn andere menu's: versie {content.version} ({content.hash[:SHORTEST_HASH]}), niet {quote(asked)}."
    hint = "Noem met --menus de map met de menu's van toen, of laat deze optie weg."
    raise InputError(Problem("--menus-version", message, hint))


def say(text: str) -> None:
    """Print a line on stderr."""
    typer.echo(text, err=True)


def tell(problems: Iterable[Problem]) -> None:
    """Print problems or remarks on stderr."""
    for problem in problems:
        say(str(problem))
