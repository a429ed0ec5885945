"""The one place where mistakes become a line on stderr and an exit status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from poolwijzer.cli.statuses import INTERRUPTED, UNUSABLE
from poolwijzer.problems import InputError, Problem

if TYPE_CHECKING:
    from poolwijzer.content.content import Content


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


def read_menus(folder: Path | None = None) -> Content:
    """The menus that count; what an own folder says that moved since it was made goes to stderr.

    Raises:
        InputError: with every problem found.
    """
    from poolwijzer.content.read import load_menus

    content = load_menus(folder)
    tell(content.remarks)
    return content


def say(text: str) -> None:
    """Print a line on stderr."""
    typer.echo(text, err=True)


def tell(problems: Iterable[Problem]) -> None:
    """Print problems or remarks on stderr."""
    for problem in problems:
        say(str(problem))
