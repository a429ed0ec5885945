"""Saving an initiative's file during a conversation: one owner, every answer on disk, nothing of others lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.write import MARKED_BESIDE, dump_assessment
from poolwijzer.file_claim import FileClaim
from poolwijzer.infile import read_file
from poolwijzer.interview.drafts import beside
from poolwijzer.outfile import clear_broken_off, write_beside, write_whole
from poolwijzer.problems import InputError, Problem
from poolwijzer.yamlfile import read_bytes

SUFFIX = ".yaml"
FOLDER_GONE = "Zit de stick er nog in, en is er netwerk?"


class AutoSave:
    """The file of one conversation. It is made when there is something to keep, and written whole after each answer."""

    def __init__(self, path: Path | None, folder: Path, *, marked: bool = False) -> None:
        """Save in a file, or in a new one in a folder, named after the initiative.

        Marked, or beside a file that asks for it, it ends with the mark by which a part of it is seen. A file that has
        the mark keeps it anyhow.
        """
        self.path = path
        self._folder = folder
        marking = (path.parent if path else folder) / MARKED_BESIDE
        self._marked = marked or os.path.isfile(marking)  # noqa: PTH113 - that of Path may raise
        self._known: bytes | None = None
        self._claimed: FileClaim | None = None
        if path is not None:
            self._claim(path)
            clear_broken_off(path)
            self._known = read_bytes(path) if path.is_file() else None
        # All that such a file holds is written here: there is nothing of others to spare.
        self._ours = self._known is None and not self._marked

    def save(self, assessment: Assessment) -> str:
        """Write the file.

        Returns:
            What to tell about it, such as that it went to another name; mostly empty.

        Raises:
            InputError: it cannot be written anywhere.
        """
        if self.path is None:
            self.path = pick_free_name(self._folder, assessment.initiative.id, SUFFIX)
            self._claim(self.path)
        data = self._changed(assessment)
        if data == self._known:
            return ""
        if self._known is not None and not os.path.isdir(self.path.parent):  # noqa: PTH112 - that of Path may raise
            # Made anew it would hold this file alone, and nobody looks there: a stick was pulled, or a folder renamed.
            raise InputError(Problem(str(self.path), "De map van dit bestand is er nu niet.", FOLDER_GONE))
        if self._changed_by_others(self.path):
            went_to = write_beside(self.path, data)
            why = f"{self.path.name} is intussen door een ander programma veranderd."
        else:
            went_to = write_whole(self.path, data)
            why = f"{self.path.name} is in gebruik door een ander programma."
        moved = went_to != self.path
        self.path, self._known = went_to, data
        if not moved:
            return ""
        self._claim(went_to)
        return f"{why} Uw antwoorden staan vanaf nu in {went_to.name}."

    def rescue(self, assessment: Assessment) -> Path:
        """Write the answers where temporary files go, for when they can be kept nowhere else.

        Raises:
            InputError: not even there.
        """
        from tempfile import gettempdir

        return write_whole(
            pick_free_name(Path(gettempdir()), assessment.initiative.id, SUFFIX), dump_assessment(assessment)
        )

    def _changed_by_others(self, path: Path) -> bool:
        """Whether the file says something else than we last read or wrote; one that cannot be read, does not."""
        try:
            known = self._known
            return known is not None and path.is_file() and read_file(path, len(known)) != known
        except InputError:
            return False

    def _changed(self, assessment: Assessment) -> bytes:
        """The new bytes; what someone wrote by hand in an existing file stays as it is."""
        if self._ours:
            return dump_assessment(assessment)
        from poolwijzer.assessment.update import mark_end, update_file

        data = dump_assessment(assessment) if self._known is None else update_file(self._known, assessment)
        return mark_end(data) if self._marked else data

    def _claim(self, path: Path) -> None:
        """Be the only conversation on a file."""
        self.release()
        message = "Met dit bestand is al een gesprek bezig, in een ander venster of op een andere computer."
        self._claimed = FileClaim(path, message, "Ga daar verder, of sluit dat gesprek eerst.")

    def release(self) -> None:
        """Give the file free for another conversation."""
        if self._claimed is not None:
            self._claimed.release()
            self._claimed = None


def pick_free_name(folder: Path, stem: str, suffix: str) -> Path:
    """A name in a folder that no file has yet, nor any half-typed text; numbered if need be."""
    return next(path for path in numbered_names(folder, stem, suffix) if not (path.exists() or beside(path).exists()))


def numbered_names(folder: Path, stem: str, suffix: str) -> Iterator[Path]:
    """A name in a folder, and the same with ever higher numbers."""
    yield folder / f"{stem}{suffix}"
    yield from (folder / f"{stem}-{number}{suffix}" for number in count(2))
