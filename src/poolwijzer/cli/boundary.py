"""The one place where mistakes become a line on stderr and an exit status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import typer

from poolwijzer.cli.statuses import INTERRUPTED, UNUSABLE
from poolwijzer.problems import InputError, Problem


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


def say(text: str) -> None:
    """Print a line on stderr."""
    typer.echo(text, err=True)


def tell(problems: Iterable[Problem]) -> None:
    """Print problems or remarks on stderr."""
    for problem in problems:
        say(str(problem))
