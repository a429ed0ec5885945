"""The table of municipalities, as the package carries it."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from poolwijzer.dutch import long_date

REFERENCE_DATE = date(2024, 1, 1)
"""The day for which `Municipality.population` was counted."""


class Municipality(NamedTuple):
    """One municipality.

    Attributes:
        code: The code CBS gives it, such as `GM0106`; never reused, and another one after a rename.
        name: The name in the tables of CBS, with an addition where names are shared: `Bergen (L.)`.
        province: The province it lies in.
        res_region: The region of the Regionale Energiestrategie it belongs to.
        population: The number of inhabitants on `REFERENCE_DATE`.
    """

    code: str
    name: str
    province: str
    res_region: str
    population: int


@cache
def list_municipalities() -> tuple[Municipality, ...]:
    """List all municipalities, in the order of their codes."""
    return tuple(
        Municipality(code, name, province, res_region, int(population))
        for code, name, province, res_region, population in read_rows("gemeenten.csv")
    )


def credit_population() -> str:
    """Give the line to print wherever figures of municipalities are shown."""
    return (
        f"Inwoners op {long_date(REFERENCE_DATE)}. Bron: CBS (Kerncijfers wijken en buurten 2024; "
        "Gebieden in Nederland 2024), CC BY 4.0; RES-indeling via Quintel Intelligence (MIT), bewerkt."
    )


def list_planned_changes(codes: Iterable[str], on: date) -> tuple[str, ...]:
    """Say which of these municipalities were to be gone by a day, on plans that the table does not follow yet."""
    asked = set(codes)
    names = {municipality.code: municipality.name for municipality in list_municipalities()}
    return tuple(
        f"{names[code]} zou vanaf {long_date(date.fromisoformat(day))} bij {names[into]} horen. "
        "Controleer of dat is doorgegaan."
        for code, into, day in read_rows("gemeente-gepland.csv")
        if code in asked and date.fromisoformat(day) <= on
    )


def without_addition(name: str) -> str:
    """Take off what keeps namesakes apart: `Bergen (L.)`."""
    return name.partition(" (")[0]


def read_rows(file_name: str) -> list[list[str]]:
    """Read a table of the package, without its heading."""
    import csv

    # The older way to read from a package, because importlib.resources takes twice as long to import as all
    # else here takes together.
    from pkgutil import get_data

    text = (get_data("poolwijzer", f"data/{file_name}") or b"").decode("utf-8")
    return list(csv.reader(text.splitlines()))[1:]
