"""Files and folders that a word that was begun can become."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain

MOST = 1000
"""Names; more help nobody to choose."""


def suggest_files(begun: str, suffixes: Sequence[str] | None) -> Iterator[str]:
    """Folders, with a slash behind them, and files with one of these suffixes, in small letters; None for any."""
    head, tail = _parted(begun)
    folders, files = [], []
    alike = os.path.normcase(tail)  # on Windows a name is the same in capitals
    with suppress(OSError), os.scandir(os.path.expanduser(head) or ".") as found:  # noqa: PTH111 - `~naam/` too
        for entry in found:
            if not os.path.normcase(entry.name).startswith(alike) or (entry.name.startswith(".") and not tail):
                continue
            with suppress(OSError):
                if entry.is_dir():
                    folders.append(f"{head}{entry.name}/")
                elif suffixes is None or entry.name.lower().endswith(tuple(suffixes)):
                    files.append(f"{head}{entry.name}")
    yield from chain(sorted(files)[:MOST], sorted(folders)[:MOST])


def suggest_outputs(begun: str, suffixes: Sequence[str]) -> Iterator[str]:
    """What a file that is to be written can be called: a name that has its point gets each suffix."""
    head, tail = _parted(begun)
    stem, point, _ = tail.rpartition(".")
    named = [f"{head}{stem}{suffix}" for suffix in suffixes] if point and stem else []
    yield from dict.fromkeys(chain((name for name in named if name.startswith(begun)), suggest_files(begun, suffixes)))


def _parted(begun: str) -> tuple[str, str]:
    cut = max(begun.rfind(sign) for sign in ("/", os.sep)) + 1
    return begun[:cut], begun[cut:]
