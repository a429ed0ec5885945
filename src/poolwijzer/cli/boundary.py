"""The one place where mistakes become a line on stderr and an exit status."""

from __future__ import annotations

import sys
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
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where a reader that is gone still makes no traceback
    except InputError as error:
        tell(error.problems)
        raise typer.Exit(UNUSABLE) from None
    except KeyboardInterrupt:
        say("Gestopt.")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; Python must not complain about it while it closes.
        sys.stdout = None
        raise typer.Exit(0) from None
    except OSError:
        # Files tell their own mistakes, so this is the screen or the disk that stands in its place.
        sys.stdout = None
        tell([Problem("uitvoer", "De uitkomst kan hier niet worden getoond.", "Is de schijf vol? Kies een andere.")])
        raise typer.Exit(UNUSABLE) from None


def say(text: str) -> None:
    """Print a line on stderr. That nobody reads there any more is no reason to leave work undone."""
    try:
        typer.echo(text, err=True)
    except BrokenPipeError:
        sys.stderr = None  # Python must not complain about it while it closes


def tell(problems: Iterable[Problem]) -> None:
    """Print problems or remarks on stderr."""
    for problem in problems:
        say(str(problem))
