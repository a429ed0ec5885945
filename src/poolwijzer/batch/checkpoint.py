"""The checkpoint of a run: its rows as they come, so that a run that was broken off goes on from there.

The file is JSON Lines. Its first line says what the rows hang on, beside their input: the menus, the date, the program
and what was asked. Every other line holds the hash of an input, its row, the reports that were written of it, and a
hash of all that and of the first line. A line is whole or it is not, whatever breaks off the run or harms the file: no
other shape keeps that promise on any disk in fewer words.
"""

from __future__ import annotations

import contextlib
import os
from array import array
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, BinaryIO, Self

from poolwijzer.batch.inputs import CHECKPOINT_SUFFIX
from poolwijzer.batch.items import BatchItem
from poolwijzer.batch.kept_lines import Kept, KeptLines, is_head, is_of_use
from poolwijzer.batch.part_file import is_there, open_own, open_to_add, replacing, set_aside
from poolwijzer.dutch import count_things
from poolwijzer.file_claim import FileClaim
from poolwijzer.outfile import clear_broken_off
from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.row import Row

LONGEST = 64 * 1024 * 1024
"""Bytes in a line that is taken over; in a file that was harmed a line can be anything."""


def part_of(output: Path) -> Path:
    """The file in which the rows for an output are kept."""
    return output.with_name(f"{output.name}{CHECKPOINT_SUFFIX}")


def has_checkpoint(output: Path, about: dict[str, Any]) -> bool:
    """Whether a run about the same, for the same output, was broken off.

    Raises:
        InputError: where its rows would be is something else than a file.
    """
    return _holds(output, KeptLines(about).head)


def was_writing(output: Path, about: dict[str, Any]) -> bool:
    """Whether such a run was broken off while it wrote its outputs, so that these may be there already.

    Raises:
        InputError: where its rows would be is something else than a file.
    """
    lines = KeptLines(about)
    return _holds(output, lines.head, lines.mark)


def _holds(output: Path, head: bytes, mark: bytes = b"") -> bool:
    """Whether the file is there, begins with this, and has this mark behind it or at its end."""
    file = open_own(part_of(output))
    if file is not None:
        with file, contextlib.suppress(OSError):
            if file.read(len(head)) == head:
                first = file.read(len(mark))
                file.seek(-len(mark), os.SEEK_END)
                return mark in (first, file.read())
    return False


_OTHER_RUN = "Hierin stonden resultaten van een andere opdracht. Die tellen nu niet mee."
_OF_OTHERS = "Dit bestand is beschadigd, of niet door Poolwijzer gemaakt."


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
        self.path = part_of(output)
        self.remark: Problem | None = None
        self._lines = KeptLines(about)
        self._marked = was_writing(output, about)
        self._known: dict[bytes, int] = {}
        self._order = array("Q")
        self._turn = Lock()  # what is still to come is looked up in another thread
        message, hint = (
            "Een andere opdracht is met deze uitvoer bezig.",
            "Wacht tot die klaar is, of kies een andere naam.",
        )
        with contextlib.suppress(OSError, ValueError):  # making the file will tell
            self.path.parent.mkdir(parents=True, exist_ok=True)
        self._claim = FileClaim(self.path, message, hint)
        try:
            clear_broken_off(self.path)
            self._begin()
            self._file = open_to_add(self.path)
        except (OSError, ValueError) as error:
            self._claim.release()
            hint = "Kies een andere map of naam."
            raise InputError(Problem(str(self.path), "Hier kan niet geschreven worden.", hint)) from error
        except BaseException:
            self._claim.release()
            raise

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

    def _begin(self) -> None:
        """Make the file, with what is of use of the one that is there; one that is not ours or harmed stays, aside."""
        there, told = is_there(self.path), ""
        with replacing(self.path) as file:
            file.write(self._lines.head)
            if self._marked:
                file.write(self._lines.mark)
            kept = open_own(self.path) if there else None
            if kept is not None:
                with kept:
                    told = self._take_over(kept, file)
            elif there:
                told = _OF_OTHERS
            hint = ""
            if told and told != _OTHER_RUN:
                hint = f"Het staat nu in {set_aside(self.path).name}. Weg mag het ook."
            if told:
                self.remark = Problem(str(self.path), told, hint)

    def _take_over(self, kept: BinaryIO, file: BinaryIO) -> str:
        """Copy the lines that are whole.

        Returns:
            What there is to tell.
        """
        head = kept.readline(LONGEST)
        if head != self._lines.head:
            return _OTHER_RUN if is_head(head) else _OF_OTHERS
        harmed = 0
        while line := kept.readline(LONGEST):
            if line == self._lines.mark:
                continue
            found = self._lines.unpack(line)
            if found is None or not is_of_use(found):
                # The last line may be broken off: that is how a run ends that is killed.
                harmed += line.endswith(b"\n") or len(line) == LONGEST or b"\0" in line
            elif found.input:
                self._known[bytes.fromhex(found.input)] = file.tell()
                file.write(line)
        if not harmed:
            return ""
        verb = "is" if harmed == 1 else "zijn"
        return f"Dit bestand is beschadigd: {count_things(harmed, 'resultaat', 'resultaten')} {verb} niet te gebruiken."

    def known(self, key: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """The reports and the files that were written of an input before; None where nothing was kept of it."""
        at = self._known.get(bytes.fromhex(key))
        if at is None:
            return None
        kept = self._kept(at)
        return kept.reports, kept.files

    def again(self, key: str) -> Row:
        """The row of an input that was kept. It comes next in the outputs."""
        at = self._known[bytes.fromhex(key)]
        self._order.append(at)
        return self._row(at)

    def add(self, key: str, row: bytes, reports: tuple[str, ...] = (), files: tuple[str, ...] = ()) -> None:
        """Keep a row, which comes next in the outputs.

        Raises:
            InputError: the disk takes no more.
        """
        with self._turn:
            self._order.append(self._add(self._lines.pack(key, row, reports, files)))

    def mark_writing(self) -> None:
        """Keep that from now on the outputs are written.

        Raises:
            InputError: the disk takes no more.
        """
        self._add(self._lines.mark)

    def _add(self, line: bytes) -> int:
        """Put a line at the end, and give where it begins."""
        try:
            at = self._file.seek(0, os.SEEK_END)
            self._file.write(line)
            self._file.flush()
        except OSError as error:
            hint = "Maak ruimte vrij, en geef dezelfde opdracht nog eens."
            raise InputError(Problem(str(self.path), "De schijf is vol of weg.", hint)) from error
        return at

    def rows(self) -> Iterator[Row]:
        """Every row, in the order of the inputs."""
        return map(self._row, self._order)

    def remove(self) -> None:
        """Take the file away: the outputs hold everything now."""
        self._file.close()
        with contextlib.suppress(OSError):  # of a disk that is gone
            self.path.unlink()

    def _kept(self, at: int) -> Kept:
        with self._turn:
            self._file.seek(at)
            found = self._lines.unpack(self._file.readline())
        if found is None:
            message = "Een ander programma heeft dit bestand intussen veranderd."
            raise InputError(Problem(str(self.path), message, "Geef dezelfde opdracht nog eens."))
        return found

    def _row(self, at: int) -> Row:
        return self._kept(at).row
