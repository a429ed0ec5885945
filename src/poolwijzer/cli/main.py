"""Where the program starts."""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from poolwijzer.cli.statuses import INTERRUPTED


def run() -> None:
    """Run `poolwijzer` with the arguments of the command line; the entry point of the package."""
    _start_quickly()
    _show_what_the_console_can()
    try:
        from poolwijzer.cli.app import app
        from poolwijzer.cli.dutch_typer import run_in_dutch

        run_in_dutch(app, "poolwijzer")
    except KeyboardInterrupt:  # before there was a command to hear it
        _stopped()
    except Exception as error:
        from poolwijzer.validation.validator import is_interrupt

        if not is_interrupt(error):
            raise
        _stopped()
    finally:
        gc.freeze()  # nothing is worth collecting any more: leaving is quicker


def _stopped() -> NoReturn:
    if sys.stderr is not None:
        sys.stderr.write("Gestopt.\n")
    sys.exit(INTERRUPTED)


def _show_what_the_console_can() -> None:
    """A sign that the console's encoding lacks becomes a question mark, and no reason to stop."""
    if sys.stdout is None:  # closed by who started us, such as `>&-`
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _start_quickly() -> None:
    """Leave out what only costs time in a short run: looking for pydantic plugins, and most garbage collection."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(150_000, 20, 100)  # a short run never gets there
