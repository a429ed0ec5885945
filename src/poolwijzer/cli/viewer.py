"""Opening written files with the programs that the system has for them."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import typer

from poolwijzer.problems import harmless

PATIENCE = 1.0
"""In seconds: an opener that finds nothing to open a file with says so sooner."""


def open_all(paths: Iterable[Path], opener: Callable[[Path], None]) -> None:
    """Open files one after the other; one that does not open is told, and is no reason to stop.

    Args:
        paths: The files.
        opener: What opens one; raises OSError where it cannot.
    """
    for path in paths:
        try:
            opener(path)
        except OSError:
            typer.echo(harmless(f"{path} kan hier niet worden geopend. Open het zelf."), err=True)


def open_with_system(path: Path) -> None:
    """Open a file as if it was double-clicked, and don't wait until the program that shows it is done.

    Raises:
        OSError: nothing on this system opens it.
    """
    whole = path.absolute()
    if sys.platform == "win32":
        import os

        os.startfile(whole)
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    started = subprocess.Popen(
        [opener, str(whole)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        if started.wait(PATIENCE):
            raise OSError(f"{opener} opened nothing")
