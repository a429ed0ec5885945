"""What a comparison is of, taken from the files themselves or as asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.problems import InputError, Problem

Kind = Literal["initiatives", "time", "groups"]
Ground = Literal["asked", "other-ids", "some-other-ids", "same-id", "other-dates", "measurements"]
"""What a kind follows from: it was asked for, or the ids, the dates or the measurements in the files say so."""
ALONE = "Vergelijken kan vanaf twee bestanden."
NOTHING_EARLIER = "In dit bestand staan geen eerdere metingen. Er is dus niets om mee te vergelijken."


class Given(NamedTuple):
    """A file as it was read."""

    file: str
    """As it was named."""
    assessment: Assessment


class Taken(NamedTuple):
    """The kind of a comparison, and why it is that."""

    kind: Kind
    ground: Ground


def find_kind(given: Sequence[Given], asked: Kind | None = None) -> Taken:
    """What the files are compared as.

    Different ids are different initiatives. One id with different dates is one initiative over time, and with the same
    date, or none, groups of a workshop. A file alone is compared with its own earlier measurements.

    Args:
        given: At least one file.
        asked: What the user says they are; goes before what the files say.

    Raises:
        InputError: There is nothing to compare with.
    """
    if len(given) == 1:
        _refuse_alone(given[0], asked)
        return Taken("time", "asked" if asked else "measurements")
    if asked:
        return Taken(asked, "asked")
    ids = {one.assessment.initiative.id for one in given}
    if len(ids) > 1:
        return Taken("initiatives", "other-ids" if len(ids) == len(given) else "some-other-ids")
    dates = {one.assessment.initiative.date for one in given} - {None}
    return Taken("time", "other-dates") if len(dates) > 1 else Taken("groups", "same-id")


def _refuse_alone(only: Given, asked: Kind | None) -> None:
    if asked in ("initiatives", "groups"):
        raise InputError(Problem(only.file, ALONE, "Noem nog een bestand."))
    if not only.assessment.measurements:
        hint = "Noem nog een bestand, of zet eerdere metingen in het bestand onder measurements."
        raise InputError(Problem(only.file, NOTHING_EARLIER, hint))
