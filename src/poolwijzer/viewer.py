"""Opening written files with the programs that the system has for them."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from poolwijzer.frozen import outside_environment, own_libraries_hidden

Opener = Callable[[Path], None]
"""What opens a file; raises OSError where it cannot."""
PATIENCE = 1.0
"""In seconds: an opener that finds nothing to open a file with says so sooner."""


def open_all(paths: Iterable[Path], opener: Opener) -> tuple[str, ...]:
    """Open files one after the other; one that does not open is no reason to stop.

    Returns:
        What to tell of those that did not open.
    """
    told = []
    for path in paths:
        try:
            opener(path)
        except OSError:
            told.append(f"{path} kan hier niet worden geopend. Open het zelf.")
    return tuple(told)


def has_desktop(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a file that opens shows before who asked for it: not where they look on from another computer."""
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return False
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def open_with_system(path: Path) -> None:
    """Open a file as if it was double-clicked, and don't wait until the program that shows it is done.

    Raises:
        OSError: nothing on this system opens it.
    """
    whole = path.absolute()
    if sys.platform == "win32":
        import os

        with own_libraries_hidden():
            os.startfile(whole)
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    started = subprocess.Popen(
        [opener, str(whole)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=outside_environment(),
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        if started.wait(PATIENCE):
            raise OSError(f"{opener} opened nothing")
