"""Where the frozen program starts: as the program, by a double click, or as a process that it started of itself."""

from __future__ import annotations

import sys
import warnings
from importlib import import_module

from poolwijzer.frozen import INSIDE

OWN_WINDOW = "--own-window"
"""The argument by which what is double-clicked, and opens a window for the program, tells so."""


def run() -> None:
    """Run `poolwijzer`, with the arguments of the command line."""
    given = sys.argv[1:]
    module, _, function = given[1].partition(":") if given[:1] == [INSIDE] and given[1:] else ("", "", "")
    if function:
        warnings.simplefilter("ignore")
        sys.exit(getattr(import_module(module), function)(*given[2:]))
    if given in ([], [OWN_WINDOW]):
        _begin_in_own_window()
    from poolwijzer.cli.main import run as run_commands

    run_commands()


def _begin_in_own_window() -> None:
    """Who gets a window and gave no command, double-clicked; one with a command may be a script that nobody sees."""
    from poolwijzer.cli import own_window
    from poolwijzer.cli.screen import has_terminal

    if sys.argv[1:] or (has_terminal() and own_window.has_own_window()):
        del sys.argv[1:]
        own_window.wait_at_the_end()
        own_window.choose_folder()
