"""Copies of a ledger that lie beside it: of a synchronised folder in conflict, or of a person."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from poolwijzer.copynames import IN_PASSING, copied_name
from poolwijzer.dutch import number
from poolwijzer.infile import read_file
from poolwijzer.problems import InputError, Problem
from poolwijzer.strips.joining import broken_missing_from, missing_from, said_otherwise
from poolwijzer.strips.ledger import LedgerCopy
from poolwijzer.strips.parse import LARGEST, Parsed, parse_ledger

MOST_READ = 50
"""Copies that are looked into: more are no accident, and reading them takes long."""
_YEAR = r"\W*\d{4}\W*"


def find_copies(path: Path, ledger: Parsed, most: int = MOST_READ) -> tuple[LedgerCopy, ...]:
    """The files beside a ledger that seem to be copies of it.

    Args:
        path: Of the ledger.
        ledger: What is in it.
        most: How many of them are looked into.
    """
    found = []
    for place, copy in enumerate(_named_alike(path)):
        if place >= most:
            message = f"Dit lijkt een kopie van {path.name}. Er zijn er te veel om deze na te kijken."
            found.append(LedgerCopy(copy, 0, Problem(str(copy), message, "Voeg ze samen met strips merge.")))
        elif told := _look_at(copy, path, ledger):
            found.append(told)
    return tuple(found)


def _look_at(copy: Path, path: Path, ledger: Parsed) -> LedgerCopy | None:
    said = None
    with suppress(InputError):
        said = parse_ledger(read_file(copy, LARGEST), str(copy))
    if said is None:
        message = f"Dit lijkt een kopie van {path.name}. De kopie is niet te lezen als logboek en telt niet mee."
        return LedgerCopy(copy, 0, Problem(str(copy), message, "Kijk wat het is, en geef het een andere naam."))
    if not said.lines.keys() & ledger.lines.keys() and _of_another_year(copy, path):
        return None
    new = len(missing_from(ledger, said)) + len(broken_missing_from(ledger, said))
    otherwise = len(said_otherwise(ledger, said))
    if not new and not otherwise:
        message = f"Dit is een kopie van {path.name}, en er staat niets nieuws in."
        return LedgerCopy(copy, 0, Problem(str(copy), message, "U kunt de kopie weghalen."))
    told = _there(new, "Er staat 1 regel in die daar niet staat.", "Er staan {} regels in die daar niet staan.")
    told += _there(otherwise, "Er staat 1 regel anders in dan daar.", "Er staan {} regels anders in dan daar.")
    message = f"Dit lijkt een kopie van {path.name}. {' '.join(told)} De kopie telt niet mee."
    hint = f'Voeg ze samen: poolwijzer strips merge "{path}".'
    return LedgerCopy(copy, new, Problem(str(copy), message, hint), otherwise)


def _there(many: int, one: str, more: str) -> list[str]:
    return [one if many == 1 else more.format(number(many, 0))] if many else []


def _of_another_year(copy: Path, path: Path) -> bool:
    """Whether a name differs by a year alone: that is the ledger of another year, unless it has the same lines."""
    return re.fullmatch(_YEAR, copy.stem[len(path.stem) :]) is not None


def _named_alike(path: Path) -> Iterator[Path]:
    """Other files of this kind whose names make them copies, by name."""
    own = Path(os.path.realpath(path))
    for one in _in_folder(own.parent):
        if one.name == own.name or one.name.startswith(IN_PASSING) or one.suffix.casefold() != own.suffix.casefold():
            continue
        if copied_name(one.stem, (own.stem,)) and not _same(one, own):
            yield path.with_name(one.name)


def _in_folder(folder: Path) -> Iterable[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda one: one.name)
    except OSError:
        return ()


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return os.path.samefile(one, other)  # noqa: PTH121 - that of Path is the same
    return False
