"""Saves groups of a session over and over, in a process of its own: `python -m tests.workshop.saving FOLDER HOW`.

Every version says its number at three places, so that a mixture of two is seen.
"""

from __future__ import annotations

import sys
import time
from itertools import count
from pathlib import Path

from poolwijzer.assessment.model import Assessment, Highlights
from poolwijzer.assessment.read import read_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.read import load_menus
from poolwijzer.interview.autosave import AutoSave
from poolwijzer.workshop.folder import END, group_path

READY = "klaar"


def version(assessment: Assessment, number: int) -> Assessment:
    """The assessment as it is the so-manieth time."""
    said = Highlights(course=f"{number}", striking=f"{number} {'x' * (number % 50)} ...", worthwhile=f"{number}")
    return assessment.model_copy(update={"highlights": said})


def number_of(assessment: Assessment) -> int:
    """Which version this is; it fails on a mixture of two."""
    said = assessment.highlights
    (number,) = {said.course, said.striking.split(" ")[0], said.worthwhile}
    assert said.striking == f"{number} {'x' * (int(number) % 50)} ..."
    return int(number)


def save_as_we_do(folder: Path, names: tuple[str, ...]) -> None:
    """As the conversations of groups save."""
    content = load_menus(None)
    saves = {name: AutoSave(group_path(folder, name), folder) for name in names}
    first = {name: read_assessment(group_path(folder, name), content).assessment for name in names}
    for number in count(1):
        for name, save in saves.items():
            save.save(version(first[name], number))
        if number == 1:
            sys.stdout.write(f"{READY}\n")
            sys.stdout.flush()


def save_as_copied(folder: Path, names: tuple[str, ...]) -> None:
    """As what copies a folder may do: emptied, and filled piece by piece."""
    content = load_menus(None)
    first = {name: read_assessment(group_path(folder, name), content).assessment for name in names}
    for number in count(1):
        for name, assessment in first.items():
            data = dump_assessment(version(assessment, number)) + END
            with group_path(folder, name).open("wb", buffering=0) as file:
                for start in range(0, len(data), 400):
                    file.write(data[start : start + 400])
                    time.sleep(0.003)
            time.sleep(0.02)
        if number == 1:
            sys.stdout.write(f"{READY}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    ways = {"own": save_as_we_do, "copied": save_as_copied}
    ways[sys.argv[2]](Path(sys.argv[1]), tuple(sys.argv[3:]))
