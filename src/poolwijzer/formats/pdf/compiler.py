"""The compiler of PDFs and of pictures, which refuses a text in two ways: it says so, or it breaks on it."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

STANDARDS: list[PDFStandard] = ["ua-1", "a-2a"]
"""Enforced by the compiler: a report that breaks one of these is not written."""
_REMEMBERED = 10
"""Of how many compilations the compiler keeps what it worked out, for a next one that asks the same."""
_STDERR = 2
_BROKEN = "PanicException"
"""What a program in Rust raises where it broke: no `Exception`, and its class has no module to import it from."""


class RefusedError(Exception):
    """The compiler does not make this document."""


def compile_with(fonts: Fonts, source: bytes | Path, inputs: dict[str, str], ppi: float | None = None) -> bytes:
    """A document as a PDF, with these fonts and no others.

    Args:
        fonts: The fonts.
        source: The document, or its file.
        inputs: What it is given.
        ppi: Pixels for an inch, if it becomes a picture (PNG) instead.

    Raises:
        RefusedError: it cannot be laid out within the standards, or the compiler breaks on it.
    """
    import typst

    options: dict[str, Any] = {"pdf_standards": STANDARDS} if ppi is None else {"format": "png", "ppi": ppi}
    with _quiet:
        try:
            made: Any = typst.compile(
                source,
                root=(source if isinstance(source, Path) else Path(__file__)).parent,  # else that in which we work
                font_paths=fonts,
                ignore_system_fonts=True,
                sys_inputs=inputs,
                **options,
            )
        except BaseException as error:
            if isinstance(error, typst.TypstError) or type(error).__name__ == _BROKEN:
                raise RefusedError(str(error)) from error
            raise
    done: bytes = made
    return done


class _Memory:
    """What the compiler keeps of the documents that this process made: some fifty megabytes of each."""

    def __init__(self) -> None:
        self._holds = False

    def clear(self, fonts: Fonts) -> None:
        """Let it forget an earlier document, before the next; who makes only one loses no time on it."""
        if self._holds:
            import typst

            # It has no other way to be told: it forgets what so many later compilations had no use for.
            for _ in range(_REMEMBERED + 1):
                typst.compile(b"", font_paths=fonts, ignore_system_fonts=True, format="svg")
        self._holds = True


memory = _Memory()
"""It is cleared before every document, so that a thousand reports take no more of it than one."""


class _Quiet:
    """Keeps what the compiler itself writes on the error stream, where it breaks, from who runs the program.

    That stream is of the whole process: of several that compile at once the last one gives it back.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._kept: int | None = None

    def __enter__(self) -> None:
        with self._lock:
            self._inside += 1
            if self._inside == 1:
                self._kept = _turn_away()

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0 and self._kept is not None:
                os.dup2(self._kept, _STDERR)
                os.close(self._kept)


def _turn_away() -> int | None:
    """Send the error stream nowhere; what it was before, or None where the process has none."""
    try:
        kept = os.dup(_STDERR)
    except OSError:
        return None
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STDERR)
    os.close(nowhere)
    return kept


_quiet = _Quiet()
