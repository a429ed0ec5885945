"""The checkpoint of a run: its rows as they come, so that a run that was broken off goes on from there.

The file is JSON Lines. Its first line says what the rows hang on, beside their input: the menus, the date, the program
and what was asked. Every other line holds the hash of an input, its row, and the reports that were written of it. A
line is whole or it is not, whatever breaks off the run: no other shape keeps that promise on any disk in fewer words.
"""

from __future__ import annotations

import contextlib
import json
from array import array
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

from pydantic_core import from_json

from poolwijzer.batch.inputs import CHECKPOINT_SUFFIX
from poolwijzer.batch.items import BatchItem
from poolwijzer.outfile import FileClaim
from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.row import Row

_END = b"}\n"


def has_checkpoint(output: Path, about: dict[str, Any]) -> bool:
    """Whether a run about the same, for the same output, was broken off."""
    try:
        with _beside(output).open("rb") as file:
            return file.readline() == _head(about)
    except OSError:
        return False


def key_of_input(item: BatchItem) -> str:
    """What an input is known by: SHA-256 of its name, its place and what it says."""
    data = item.data if isinstance(item.data, bytes) else repr(item.data).encode("utf-8", "surrogatepass")
    told = repr((item.name, item.notation, item.line, [str(problem) for problem in (*item.problems, *item.remarks)]))
    return sha256(told.encode("utf-8", "surrogatepass") + b"\0" + data).hexdigest()


class Checkpoint:
    """The rows of one run, in a file beside its output. A context: at its end the file is closed, and kept."""

    def __init__(self, output: Path, about: dict[str, Any]) -> None:
        """Rows for an output; those that were kept of a run about the same are taken over.

        Raises:
            InputError: the file cannot be made, or another run is at work on the same output.
        """
        self.path = _beside(output)
        self._head = _head(about)
        self._known: dict[bytes, int] = {}
        self._order = array("Q")
        self._turn = Lock()  # what is still to come is looked up in another thread
        message, hint = (
            "Een andere opdracht is met deze uitvoer bezig.",
            "Wacht tot die klaar is, of kies een andere naam.",
        )
        self._claim = FileClaim(self.path, message, hint)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("r+b" if self.path.exists() else "w+b")
            self._take_over()
        except OSError as error:
            self._claim.release()
            hint = "Kies een andere map of naam."
            raise InputError(Problem(str(self.path), "Hier kan niet geschreven worden.", hint)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError):  # of a disk that is full, which was told already
            self._file.close()
        self._claim.release()

    @property
    def taken_over(self) -> int:
        """How many rows were kept of a run before."""
        return len(self._known)

    def _take_over(self) -> None:
        """Read what is there; what another run left, or what was broken off in the middle of a line, goes."""
        good = 0
        if self._file.readline() == self._head:
            good = self._file.tell()
            while (line := self._file.readline()).endswith(_END):
                with contextlib.suppress(ValueError, KeyError, TypeError):
                    self._known[bytes.fromhex(from_json(line)["input"])] = good
                good += len(line)
        self._file.seek(good)
        self._file.truncate()
        if not good:
            self._file.write(self._head)
        self._file.flush()

    def known(self, key: str) -> tuple[str, ...] | None:
        """The reports that were written of an input before; None where nothing was kept of it."""
        at = self._known.get(bytes.fromhex(key))
        return None if at is None else tuple(self._entry(at)["reports"])

    def again(self, key: str) -> Row:
        """The row of an input that was kept. It comes next in the outputs."""
        at = self._known[bytes.fromhex(key)]
        self._order.append(at)
        return self._row(at)

    def add(self, key: str, row: bytes, reports: tuple[str, ...] = ()) -> None:
        """Keep a row, which comes next in the outputs.

        Raises:
            InputError: the disk takes no more.
        """
        head = json.dumps({"input": key, "reports": reports}, ensure_ascii=False).encode().removesuffix(b"}")
        try:
            with self._turn:
                self._file.seek(0, 2)
                self._order.append(self._file.tell())
                self._file.write(head + b',"row":' + row + _END)
                self._file.flush()
        except OSError as error:
            hint = "Maak ruimte vrij, en geef dezelfde opdracht nog eens."
            raise InputError(Problem(str(self.path), "De schijf is vol of weg.", hint)) from error

    def rows(self) -> Iterator[Row]:
        """Every row, in the order of the inputs."""
        return map(self._row, self._order)

    def remove(self) -> None:
        """Take the file away: the outputs hold everything now."""
        self._file.close()
        self.path.unlink(missing_ok=True)

    def _entry(self, at: int) -> dict[str, Any]:
        with self._turn:
            self._file.seek(at)
            line = self._file.readline()
        entry: dict[str, Any] = from_json(line)  # in half the time of Python's own
        return entry

    def _row(self, at: int) -> Row:
        row: Row = self._entry(at)["row"]
        return row


def _beside(output: Path) -> Path:
    return output.with_name(f"{output.name}{CHECKPOINT_SUFFIX}")


def _head(about: dict[str, Any]) -> bytes:
    return json.dumps(about, sort_keys=True, ensure_ascii=False).encode() + b"\n"
