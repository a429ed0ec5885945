"""Requests and offers as people give them, and what is read of them."""

from __future__ import annotations

from pathlib import Path

from poolwijzer.matching.reading.gather import Hours, Source, gather_hours
from poolwijzer.problems import InputError

HEAD = "poolwijzer: 1\nkind: matching\nperiod: {from: 2027-01-01, until: 2027-06-30}\n"
BOTH = (
    "requests: [{municipality: Assen, expertise: jurist, hours: 10}]\n"
    "offers: [{municipality: Emmen, expertise: jurist, hours: 10}]\n"
)


def gathered(folder: Path, *texts: tuple[str, str]) -> Hours:
    """What is read of files with these names and texts."""
    sources = []
    for name, text in texts:
        path = folder / name
        path.write_text(text, encoding="utf-8")
        sources.append(Source(path))
    return gather_hours(sources)


def refused(folder: Path, *texts: tuple[str, str]) -> list[str]:
    """What is said of such files, without the folder."""
    try:
        gathered(folder, *texts)
    except InputError as error:
        return [str(one).removeprefix(f"{folder}/") for one in error.problems]
    raise AssertionError("nothing was wrong")


def said(found: tuple[object, ...], folder: Path) -> list[str]:
    """Problems or remarks as they are shown, without the folder."""
    return [str(one).removeprefix(f"{folder}/") for one in found]
