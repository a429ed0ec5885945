"""Where the program starts."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from typing import NoReturn

from poolwijzer.cli.statuses import INTERRUPTED
from poolwijzer.cli.streams import prepare_streams
from poolwijzer.interview.stop_signals import ignore_signals, take_stop_signals


def run() -> None:
    """Run `poolwijzer` with the arguments of the command line; the entry point of the package."""
    _start_quickly()
    prepare_streams()
    try:
        with take_stop_signals():
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
        ignore_signals()  # we are leaving
        gc.freeze()  # nothing is worth collecting any more: leaving is quicker


def _stopped() -> NoReturn:
    sys.stderr.write("Gestopt.\n")
    sys.exit(INTERRUPTED)


def _start_quickly() -> None:
    """Leave out what only costs time in a short run, and what libraries have to say, which is English.

    That is looking for pydantic plugins, and most garbage collection.
    """
    warnings.simplefilter("ignore")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(150_000, 20, 100)  # a short run never gets there
