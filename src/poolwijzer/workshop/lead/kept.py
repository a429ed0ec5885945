"""Where a session is, kept beside its plan: who goes on the same day finds the same part, with the right time.

It is gone with nothing: the plan and the files of groups hold all that was said. It tells no answers.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from poolwijzer.file_claim import FileClaim
from poolwijzer.infile import read_file
from poolwijzer.interview.drafts import beside
from poolwijzer.outfile import write_quickly
from poolwijzer.problems import InputError
from poolwijzer.workshop.lead.course import MOST_ADDED, Course
from poolwijzer.workshop.plan import PARTS, Part
from poolwijzer.workshop.plan_file import plan_path

_LARGEST = 64 * 1024
_LATEST = 1e12
"""Seconds from the beginning of all: no moment is after that."""
_SOON = 0.1
"""Seconds that a key waits until what it changed is on disk."""
_BUSY = "Deze werksessie wordt al geleid, in een ander venster of op een andere computer."
_GO_THERE = "Ga daar verder, of sluit dat venster eerst."


def kept_path(folder: Path) -> Path:
    """Where that is kept."""
    return beside(plan_path(folder))


def claim_session(folder: Path) -> FileClaim:
    """Be the only one who leads a session.

    Raises:
        InputError: somebody else does.
    """
    return FileClaim(plan_path(folder), _BUSY, _GO_THERE)


class CourseKeeper:
    """Keeps where a session is, in the background: a disk far away keeps no key waiting."""

    def __init__(self, folder: Path, on: date) -> None:
        """Of the session in a folder, on a day."""
        self._folder, self._on = folder, on
        self._due: Course | None = None
        self._kept = True
        self._lock = Lock()
        """Held while what is to be written changes hands."""
        self._at_rest = Event()
        self._at_rest.set()

    def keep(self, course: Course) -> bool:
        """Have it written, and wait for that if the disk is quick.

        Returns:
            False where it could not be written.
        """
        with self._lock:
            self._due = course
            busy = not self._at_rest.is_set()
            self._at_rest.clear()
        if not busy:
            Thread(target=self._catch_up, daemon=True).start()
        self._at_rest.wait(_SOON)
        return self._kept

    def _catch_up(self) -> None:
        while True:
            with self._lock:
                course, self._due = self._due, None
                if course is None:
                    self._at_rest.set()
                    return
            self._kept = keep_course(self._folder, course, self._on)


def keep_course(folder: Path, course: Course, on: date) -> bool:
    """Keep where a session is.

    Returns:
        Whether that went well.
    """
    kept = {
        "poolwijzer-concept": 1,
        "day": on.isoformat(),
        "part": course.part,
        "since": course.since,
        "spent": {part: round(seconds, 1) for part, seconds in course.spent.items()},
        "added": dict(course.added),
    }
    return write_quickly(kept_path(folder), json.dumps(kept, indent=1).encode("ascii"))


def read_course(folder: Path, on: date, now: float) -> Course | None:
    """Where a session was, if it was led that same day; None where it was not, or where that cannot be read.

    Args:
        folder: Of the session.
        on: Today.
        now: The moment, in seconds, counted as the course does: nothing was begun after that.
    """
    try:
        data = read_file(kept_path(folder), _LARGEST)
        kept = json.loads(data) if len(data) <= _LARGEST else {}
        if kept["day"] != on.isoformat() or kept["part"] not in PARTS:
            return None
        since = kept["since"]
        return Course(
            kept["part"],
            None if since is None else min(_number(since), now),
            {part: max(0.0, seconds) for part, seconds in _by_part(kept["spent"]).items()},
            {
                part: int(max(-MOST_ADDED, min(minutes, MOST_ADDED)))
                for part, minutes in _by_part(kept["added"]).items()
            },
            begun=True,
        )
    except (InputError, OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return None


def _by_part(kept: Any) -> dict[Part, float]:
    return {part: _number(kept[part]) for part in PARTS if part in kept}


def _number(value: Any) -> float:
    found = float(value)
    if not abs(found) < _LATEST:
        raise ValueError("no moment")
    return found
