"""Reading the files of a comparison."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from poolwijzer.assessment.read import Reading, read_assessment
from poolwijzer.compare.kinds import Given
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError, Problem


def refuse_repeated(files: Sequence[Path]) -> None:
    """Refuse a file that is named twice, also by another road to it.

    Raises:
        InputError: one is.
    """
    problems: list[Problem] = []
    seen: set[object] = set()
    for path in files:
        mark: object = os.path.realpath(path)
        if path.is_file() and path.stat().st_ino:  # some disks number no files
            mark = (path.stat().st_dev, path.stat().st_ino)
        if mark in seen:
            problems.append(Problem(str(path), "Dit bestand staat twee keer in de opdracht.", "Noem het één keer."))
        seen.add(mark)
    if problems:
        raise InputError(problems)


def _read(path: Path, content: Content) -> Reading:
    return read_assessment(path, content, with_answers=True)


def read_files(
    files: Sequence[Path], content: Content, read: Callable[[Path, Content], Reading] = _read
) -> tuple[list[Given], list[Problem]]:
    """Read every file; with each remark on them.

    Args:
        files: Their names.
        content: The menus.
        read: How one is read, where a name stands for something else than a file.

    Raises:
        InputError: with the problems of all of them, or because one is named twice.
    """
    refuse_repeated(files)
    given: list[Given] = []
    problems: list[Problem] = []
    remarks: list[Problem] = []
    for path in files:
        try:
            reading = read(path, content)
        except InputError as error:
            problems += error.problems
        else:
            remarks += reading.remarks
            given.append(Given(str(path), reading.assessment))
    if problems:
        raise InputError(problems)
    return given, remarks
