"""Half-typed text beside an initiative's file, so that no Ctrl-C, closed window or kill takes it away.

It is no answer: nothing else reads it. Every text stands under the field that it was typed in, and is gone once that
is answered. Only who typed it can read it.
"""

from __future__ import annotations

import contextlib
import json
import time
from pathlib import Path

from poolwijzer.outfile import clear_broken_off, write_quickly

SUFFIX = ".concept"
_LARGEST = 1024 * 1024
_SLOW = 0.02
"""Seconds for one write that make typing falter: on such a disk, far away, not every letter is written at once."""
_REST = 10
"""How many times as long as a slow write took, the next one waits."""


class Drafts:
    """What was typed and not entered, by field. Kept in memory until there is a file to keep it beside."""

    def __init__(self, file: Path | None) -> None:
        """Of the conversation about an initiative's file, with what an earlier one left there."""
        self.path = beside(file) if file else None
        self.kept = True
        """Whether all of it could be put on disk."""
        self._texts = _read(self.path) if self.path else {}
        self._next = 0.0
        """When the next write may be, on the monotonic clock."""
        self._due = False
        if self.path:
            clear_broken_off(self.path)

    def follow(self, file: Path | None) -> None:
        """Go with the initiative's file to where that is now."""
        path, before = beside(file) if file else None, self.path
        if path == before or path is None:
            return
        self.path = path
        self._write()
        if before and self.kept:
            with contextlib.suppress(OSError):
                before.unlink(missing_ok=True)

    def text(self, field: str) -> str | None:
        """What was typed in a field and not entered."""
        return self._texts.get(field)

    def newest(self) -> tuple[str, str] | None:
        """The field that was typed in last, and what was typed there."""
        return next(reversed(self._texts.items()), None)

    def keep(self, field: str, text: str) -> None:
        """Keep what stands in a field now; nothing if that is empty."""
        if text.strip():
            self._texts.pop(field, None)
            self._texts[field] = text
            self._due = True
            if time.monotonic() >= self._next:
                self._write()
        else:
            self.drop(field)

    def settle(self) -> None:
        """Write what still waits, because nobody types any more."""
        if self._due:
            self._write()

    def drop(self, field: str) -> None:
        """Forget what was typed in a field, because it was entered."""
        if self._texts.pop(field, None) is not None:
            self._write()

    def _write(self) -> None:
        self._due = False
        begun = time.monotonic()
        self._put_on_disk()
        took = time.monotonic() - begun
        self._next = begun + took * _REST if took > _SLOW else 0.0

    def _put_on_disk(self) -> None:
        if self.path is None:
            self.kept = not self._texts
        elif self._texts:
            data = json.dumps({"poolwijzer-concept": 1, "texts": self._texts}, ensure_ascii=False, indent=1)
            self.kept = write_quickly(self.path, data.encode("utf-8", "replace"))
        else:
            self.kept = True
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)


def beside(file: Path) -> Path:
    """Where half-typed text goes that belongs to an initiative's file."""
    return file.with_name(f"{file.name}{SUFFIX}")


def _read(path: Path) -> dict[str, str]:
    """What lies in such a file; nothing if it is broken or something else."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return {}
        texts = json.loads(path.read_bytes())["texts"]
        return {field: text for field, text in texts.items() if isinstance(text, str)}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
