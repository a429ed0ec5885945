"""Keeping others from a file while one program is at work on it."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import warnings
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from poolwijzer.problems import InputError, Problem

if TYPE_CHECKING:
    from filelock import BaseFileLock


class FileClaim:
    """A file on which one program at a time is at work; the system frees the claim, however that program ends."""

    def __init__(self, path: Path, message: str, hint: str) -> None:
        """Claim a file, which need not be there. Where locks cannot be made nothing is claimed: writing will tell.

        Raises:
            InputError: Another program has it; says so with this message and hint.
        """
        if sys.platform == "emscripten":
            # What lies in a page of the browser edition is of that page alone, and there are no locks.
            self._release: Callable[[], object] = bool
            return
        from filelock import FileLock, Timeout

        place = lock_of(path)
        with contextlib.suppress(OSError, ValueError):
            if not stat.S_ISREG(place.lstat().st_mode):
                told = "Hiermee merkt Poolwijzer of een ander bezig is, maar dit is geen gewoon bestand."
                raise InputError(Problem(str(place), told, "Haal het weg."))
        lock = FileLock(place, timeout=0)
        # At the latest when the program ends, also where it is interrupted before somebody can release it.
        self._release = weakref.finalize(self, _let_go, lock)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a disk with locks of another kind
                lock.acquire()
        except Timeout:
            raise InputError(Problem(str(path), message, hint)) from None
        except (OSError, ValueError, NotImplementedError):
            pass  # A disk without locks, or a folder where nothing may be made.

    def release(self) -> None:
        """Leave the file to others."""
        self._release()


def lock_of(path: Path) -> Path:
    """The file that is there as long as somebody claims another."""
    return path.with_name(f".{path.name}.lock")


def _let_go(lock: BaseFileLock) -> None:
    """Take a lock away first, where the system lets us: who comes after that makes a new one, and waits for nobody."""
    if lock.is_locked:
        if os.name != "nt":
            with contextlib.suppress(OSError):
                Path(lock.lock_file).unlink()
        lock.release()
        if os.name == "nt":
            with contextlib.suppress(OSError):
                Path(lock.lock_file).unlink()
