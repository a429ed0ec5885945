"""What a script gives, as the rooms below know it: a date or its text, a path or its text, menus or their folder.

What is of a wrong type is a `TypeError` that says what it should be.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poolwijzer.problems import InputError, Problem, quote

if TYPE_CHECKING:
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.content.content import Content
    from poolwijzer.outcome import Outcome
    from poolwijzer.report.handout.model import Paper
    from poolwijzer.report.model import Depth
    from poolwijzer.tables.table_map import TableMap

    AnyPath = str | os.PathLike[str]
    AnyDate = str | date
    AnyMenus = Content | AnyPath
    AnyAssessment = Assessment | Mapping[str, Any]

EPOCH = "SOURCE_DATE_EPOCH"


@cache
def shipped() -> Content:
    """The menus that come with the program, or those that `POOLWIJZER_MENUS` names; read once.

    Raises:
        InputError: an own folder holds a mistake.
    """
    from poolwijzer.content.read import load_menus

    return load_menus()


def usual_date() -> date:
    """The date of an advice where none is given: that of `SOURCE_DATE_EPOCH`, else today.

    Raises:
        InputError: the variable holds no number of seconds.
    """
    epoch = os.environ.get(EPOCH)
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        hint = "Geef een getal, of haal de variabele weg."
        raise InputError(Problem(EPOCH, "Dit is geen aantal seconden.", hint)) from None


def load_menus(folder: AnyPath | None = None) -> Content:
    """Read the menus: those of a folder of one's own over the shipped ones, else those that `POOLWIJZER_MENUS` names.

    Raises:
        InputError: with every problem in the menus.
    """
    from poolwijzer.content.read import load_menus as read_menus

    content = read_menus(None if folder is None else as_path("folder", folder))
    warn_of(content.remarks)
    return content


def as_outcome(assessment: AnyAssessment, menus: AnyMenus | None, on: date) -> Outcome:
    """An initiative with all that is found of it."""
    from poolwijzer.outcome import Outcome

    content = as_menus(menus)
    return Outcome(content, as_assessment(assessment, content), on)


def as_assessment(given: AnyAssessment, content: Content) -> Assessment:
    """An assessment, or a dict of the shape of its file."""
    import json

    from poolwijzer.assessment.counts import fill_points
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.assessment.read import parse_assessment

    if isinstance(given, Assessment):
        return fill_points(given, content)
    if not isinstance(given, Mapping):
        raise wrong_type("assessment", "wat load teruggeeft, of een dict als in het bestand", given)
    try:
        data = json.dumps(given, ensure_ascii=False, default=_as_written).encode("utf-8", "surrogatepass")
    except (TypeError, ValueError) as error:
        raise TypeError(f"assessment: deze dict kan niet in een bestand van een initiatief staan ({error}).") from None
    reading = parse_assessment(data, "assessment", content, notation="json")
    warn_of(reading.remarks)
    return reading.assessment


def _as_written(value: object) -> str | int | float:
    """What a script has and JSON has not, as a file has it: days, parts of a whole, and exact amounts."""
    from decimal import Decimal
    from fractions import Fraction

    if isinstance(value, date):
        return as_date(value).isoformat()
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else str(value)
    if isinstance(value, Decimal) and value.is_finite() and Decimal(repr(float(value))) == value:
        return float(value)
    raise TypeError(f"een {type(value).__name__}")


def as_menus(given: AnyMenus | None) -> Content:
    """Menus, the folder they stand in, or the shipped ones."""
    from poolwijzer.content.content import Content

    if given is None:
        return shipped()
    return given if isinstance(given, Content) else load_menus(as_path("menus", given))


def as_table_map(given: AnyPath | TableMap | None, content: Content) -> TableMap | None:
    """What the own words of tables mean, from a file or as it was read.

    Raises:
        InputError: with every problem in the file.
    """
    from poolwijzer.tables.map_file import read_map
    from poolwijzer.tables.table_map import TableMap

    return given if given is None or isinstance(given, TableMap) else read_map(as_path("table_map", given), content)


def as_date(given: AnyDate | None) -> date:
    """A date of an advice, or its text; else the usual one."""
    if given is None:
        return usual_date()
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    if not isinstance(given, str):
        raise wrong_type("on", "een datum, of tekst als 2026-11-01", given)
    return parse_date(given, "on")


def parse_date(text: str, named: str) -> date:
    """A date of an advice from its text.

    Args:
        text: as in 2026-11-01.
        named: what the text was given as.

    Raises:
        InputError: it is no date.
    """
    try:
        if len(text) != len("2026-11-01"):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        problem = Problem(named, f"{quote(text)} is geen datum.", "Schrijf een datum als 2026-11-01.")
        raise InputError(problem) from None


def as_path(name: str, given: AnyPath) -> Path:
    """A path, or its text."""
    try:
        return Path(given)
    except TypeError:
        raise wrong_type(name, "een naam van een bestand of map, als tekst of als Path", given) from None


def as_names(name: str, given: AnyPath | Iterable[AnyPath]) -> list[str]:
    """One path or several, as text."""
    if isinstance(given, str | os.PathLike) or not isinstance(given, Iterable):
        given = [given]
    return [str(as_path(name, one)) if not isinstance(one, str) else one for one in given]


def as_depth(given: Depth) -> Depth:
    """One of the depths of a report."""
    from typing import get_args

    from poolwijzer.report.model import Depth

    check_one_of("depth", given, get_args(Depth))
    return given


def check_one_of(name: str, given: str, known: Iterable[str]) -> None:
    """Refuse what an option cannot be."""
    if given not in known:
        raise wrong_type(name, f"een van {', '.join(known)}", given)


def as_paper(given: Paper) -> Paper:
    """One of the sizes of sheets for the table."""
    from poolwijzer.report.handout.model import PAPERS

    if given not in PAPERS:
        raise wrong_type("paper", " of ".join(PAPERS), given)
    return given


def wrong_type(name: str, wanted: str, given: object) -> TypeError:
    """What to raise where something of another kind was given."""
    return TypeError(f"{name}: geef {wanted}. Dit is {given!r:.80}.")


def warn_of(remarks: Iterable[Problem]) -> None:
    """Tell remarks as Python warnings, at the line of the script."""
    for remark in remarks:
        warnings.warn(str(remark), stacklevel=3)
