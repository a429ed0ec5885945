"""What whoever started us gave us to speak through: streams that are closed or full, and a size that is none."""

from __future__ import annotations

import os
import sys
from io import RawIOBase, TextIOWrapper
from typing import IO, Any

WIDEST = 5000
"""Columns or lines; a number beyond that is a mistake, and laying out a page for it takes all memory there is."""


def prepare_streams() -> None:
    """Make sure that we can speak, and that what cannot be heard is no reason to stop.

    A stream that is closed leads nowhere; else the first file that we open takes its place. A sign that the encoding
    lacks is spelled out.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # which gets the lowest number that is free: this one
    sys.stdout = sys.stdout or _nowhere(1)
    sys.stderr = sys.stderr or _nowhere(2)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors=_spelled(sys.stdout))
    if isinstance(sys.stderr, TextIOWrapper) and sys.stderr is sys.__stderr__:  # which keeps it open
        sys.stderr = TextIOWrapper(
            _Forgiving(sys.stderr.buffer), sys.stderr.encoding, _spelled(sys.stderr), line_buffering=True
        )
    for name in ("COLUMNS", "LINES"):
        size = os.environ.get(name, "")
        if not (size.isascii() and size.isdecimal() and len(size) < 9 and 0 < int(size) <= WIDEST):
            os.environ.pop(name, None)


def _spelled(stream: TextIOWrapper) -> str:
    """What to do with a sign that a stream lacks; that all of Unicode is there need not be prepared for."""
    if stream.encoding.lower().startswith("utf"):
        return "replace"  # half a character is none
    from poolwijzer.formats.signs import spelling

    return spelling(stream.encoding)


def _nowhere(descriptor: int) -> TextIOWrapper:
    return open(descriptor, "w", encoding="utf-8", closefd=False)


class _Forgiving(RawIOBase):
    """A stream for messages: that nobody reads them any more, or the disk is full, leaves no work undone."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream: IO[bytes] | None = stream

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._stream is not None and self._stream.isatty()

    def fileno(self) -> int:
        return 2

    def write(self, data: Any) -> int:
        if self._stream is not None:
            try:
                self._stream.write(data)
                self._stream.flush()
            except (OSError, ValueError):
                self._stream = None
        return len(data)
