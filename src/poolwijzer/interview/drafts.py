"""What a conversation that breaks off leaves beside an initiative's file: half-typed text, and the minutes it took.

No Ctrl-C, closed window or kill takes that away. It is no answer: nothing else reads it. Every text stands under the
field that it was typed in, and is gone once that is answered. The minutes are gone once a conversation ends as it
should. Only who typed it can read it.
"""

from __future__ import annotations

import contextlib
import json
import time
from pathlib import Path
from threading import Event, Lock, Thread

from poolwijzer.infile import read_file
from poolwijzer.outfile import clear_broken_off, write_quickly
from poolwijzer.problems import InputError

SUFFIX = ".concept"
_LARGEST = 1024 * 1024
_A_DAY = 24 * 60 * 60
"""Seconds after which who goes on with a file begins another conversation."""
_SOON = 0.1
"""Seconds that a key waits until what it changed is on disk. A disk far away may take longer: typing goes on then."""
_AT_LAST = 2.0
"""The same, once nobody types any more."""


class Drafts:
    """What was typed and not entered, by field, and the minutes spent.

    Kept in memory until there is a file to keep it beside.
    """

    def __init__(self, file: Path | None) -> None:
        """Of the conversation about an initiative's file, with what an earlier one left there."""
        self.path = beside(file) if file else None
        self._texts, self._minutes = _read(self.path) if self.path else ({}, None)
        self._kept = True
        self._lock = Lock()
        """Held while the texts change, and while what is to be written is picked up."""
        self._due = False
        self._at_rest = Event()
        self._at_rest.set()
        if self.path:
            clear_broken_off(self.path)

    @property
    def kept(self) -> bool:
        """Whether all of it is on disk."""
        return self._kept and self._at_rest.is_set()

    def follow(self, file: Path | None) -> None:
        """Go with the initiative's file to where that is now."""
        path, before = beside(file) if file else None, self.path
        if path == before or path is None:
            return
        self.path = path
        self._write()
        self.settle()
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
            with self._lock:
                self._texts.pop(field, None)
                self._texts[field] = text
            self._write()
        else:
            self.drop(field)

    def drop(self, field: str) -> None:
        """Forget what was typed in a field, because it was entered."""
        with self._lock:
            known = self._texts.pop(field, None)
        if known is not None:
            self._write()
            self.settle()

    @property
    def minutes(self) -> float | None:
        """The minutes that the conversation took; None as long as nobody counts them."""
        return self._minutes

    def count(self, minutes: float) -> None:
        """Keep the minutes, from now on."""
        self._minutes = minutes
        self._write()

    def tick(self, minutes: float) -> None:
        """Keep them if they are kept at all, once a minute: a conversation may break off while people talk."""
        if self._minutes is not None and int(minutes) != int(self._minutes):
            self.count(minutes)

    def stop_counting(self) -> None:
        """Forget the minutes, because the conversation is done."""
        if self._minutes is not None:
            self._minutes = None
            self._write()

    def settle(self) -> None:
        """Wait for the disk, because nobody types any more."""
        self._at_rest.wait(_AT_LAST)

    def _write(self) -> None:
        """Have it written, and wait for that if the disk is quick."""
        if self.path is None:
            self._kept = not self._texts
            return
        with self._lock:
            self._due = True
            busy = not self._at_rest.is_set()
            self._at_rest.clear()
        if not busy:
            Thread(target=self._catch_up, daemon=True).start()
            self._at_rest.wait(_SOON)

    def _catch_up(self) -> None:
        """Write until the disk holds what there is now; what was typed meanwhile is written at once."""
        while True:
            with self._lock:
                if not self._due:
                    self._at_rest.set()
                    return
                self._due = False
                path, texts, minutes = self.path, dict(self._texts), self._minutes
            self._kept = _put_on_disk(path, texts, minutes)


def _put_on_disk(path: Path | None, texts: dict[str, str], minutes: float | None) -> bool:
    if path is None:
        return not texts
    if texts or minutes is not None:
        spent = {} if minutes is None else {"minutes": round(minutes, 2)}
        data = json.dumps({"poolwijzer-concept": 1, **spent, "texts": texts}, ensure_ascii=False, indent=1)
        return write_quickly(path, data.encode("utf-8", "replace"))
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
    return True


def beside(file: Path) -> Path:
    """Where half-typed text goes that belongs to an initiative's file."""
    return file.with_name(f"{file.name}{SUFFIX}")


def broke_off(file: Path) -> bool:
    """Whether the last conversation about an initiative's file ended before its end, not long ago or while typing."""
    texts, minutes = _read(beside(file))
    return bool(texts) or minutes is not None


def _read(path: Path) -> tuple[dict[str, str], float | None]:
    """The texts in such a file and the minutes, unless these are of long ago; nothing if it is broken."""
    try:
        data = read_file(path, _LARGEST)
        kept = json.loads(data) if len(data) <= _LARGEST else {"texts": {}}
        texts = {field: text for field, text in kept["texts"].items() if isinstance(text, str)}
        return texts, _lasting(kept.get("minutes"), path)
    except (InputError, OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}, None


def _lasting(minutes: object, path: Path) -> float | None:
    """Minutes that were kept, if the conversation can still go on."""
    if not isinstance(minutes, int | float) or not 0 <= minutes < _A_DAY:
        return None
    return minutes if time.time() - path.stat().st_mtime < _A_DAY else None
