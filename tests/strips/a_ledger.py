"""Ledgers of strips, as the program writes them and as spreadsheets save them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.strips.append import append_lines
from poolwijzer.strips.ledger import Ledger
from poolwijzer.strips.read import read_ledger

HEADER = "regel;datum;soort;gemeente;product;uren;strippen;naar;verbetert;notitie;geschreven"


def use(municipality: str = "Assen", hours: float | str = 12, **more: Any) -> LedgerLine:
    """A use that is not written yet."""
    usual = {"id": "", "day": date(2027, 3, 1), "product": "warmteplan"}
    return LedgerLine(**{**usual, "hours": Fraction(str(hours)), **more, "municipality": municipality})


def made(path: Path, *lines: LedgerLine) -> Path:
    """A ledger of the program with these lines."""
    append_lines(path, lines or [use()])
    return path


def saved(path: Path, *lines: str, header: str = HEADER, encoding: str = "utf-8-sig", end: str = "\r\n") -> Path:
    """A ledger as some other program saved it."""
    path.write_bytes("".join(f"{line}{end}" for line in (header, *lines)).encode(encoding))
    return path


def told(ledger: Ledger) -> str:
    """All that is told of a ledger."""
    return "\n".join(map(str, ledger.problems))


def numbers(path: Path) -> list[Fraction | None]:
    """The hours or strips of each line that can be read."""
    return [one.strips if one.hours is None else one.hours for one in read_ledger(path).lines]


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)
"""What somebody types."""
amounts = st.integers(1, 10**7).map(lambda number: Fraction(number, 10**4)) | st.integers(1, 10**6).map(Fraction)
places = st.sampled_from(["Assen", "emmen", "'s-Gravenhage", "Eigen Stad", "Nuenen, Gerwen en Nederwetten", "GM1681"])
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
uses = st.builds(
    LedgerLine,
    id=st.just(""),
    day=days,
    kind=st.sampled_from(["use", "joint"]),
    municipality=places,
    product=texts,
    hours=amounts,
    note=texts,
)
gifts = st.builds(
    LedgerLine,
    id=st.just(""),
    day=days,
    kind=st.just("transfer"),
    municipality=st.just("Assen"),
    strips=amounts,
    to=st.just("Emmen"),
    note=texts,
)
written_lines = uses | gifts
"""Lines that somebody may want to add."""
