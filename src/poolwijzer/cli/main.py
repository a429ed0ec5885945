"""Where the program starts."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import warnings
from contextlib import suppress
from typing import NoReturn

from poolwijzer.cli.statuses import INTERRUPTED
from poolwijzer.cli.streams import prepare_streams
from poolwijzer.interview.stop_signals import ignore_signals, take_stop_signals


def run() -> None:
    """Run `poolwijzer` with the arguments of the command line; the entry point of the package."""
    _start_quickly()
    prepare_streams()
    if os.environ.get("_POOLWIJZER_COMPLETE"):  # a shell asks what can come next
        from poolwijzer.cli.completion.answer import answer

        answer()
        return
    try:
        with take_stop_signals():
            from poolwijzer.cli.app import app
            from poolwijzer.cli.dutch_typer import run_in_dutch

            run_in_dutch(app, "poolwijzer")
    except SystemExit as leaving:
        if leaving.code == INTERRUPTED:
            _stop()
        raise
    except KeyboardInterrupt:  # before there was a command to hear it
        _stop("Gestopt.\n")
    except Exception as error:
        if not _is_interrupt(error):
            raise
        _stop("Gestopt.\n")
    finally:
        gc.freeze()  # nothing is worth collecting any more: leaving is quicker


def _is_interrupt(error: BaseException | None) -> bool:
    """Whether an error comes of Ctrl-C: Python and pydantic make another of it while they make a class."""
    from poolwijzer.validation.validator import is_interrupt

    while error is not None:
        if isinstance(error, KeyboardInterrupt) or is_interrupt(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def _stop(told: str = "") -> NoReturn:
    """Leave as interrupted: Python itself ends by the signal where that came while it ran a text as code."""
    ignore_signals()  # one more would only disturb
    with suppress(OSError, ValueError):
        sys.stderr.write(told)
        if sys.stdout is not None:
            sys.stdout.flush()
    atexit._run_exitfuncs()
    os._exit(INTERRUPTED)


def _start_quickly() -> None:
    """Leave out what only costs time in a short run, and what libraries have to say, which is English.

    That is looking for pydantic plugins, and most garbage collection.
    """
    warnings.simplefilter("ignore")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(150_000, 20, 100)  # a short run never gets there
