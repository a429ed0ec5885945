"""The municipalities of the Netherlands: the table, and finding one by what people call it.

Every file that names municipalities resolves them here to one code, so that shares, costs and comparisons
never depend on spelling. A guess is never made silently: what is not clear is asked back, with what it may
have been. Where the figures come from stands in `data/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from poolwijzer.dutch import fold_text, join_words, long_date
from poolwijzer.problems import Fault, did_you_mean, quote

REFERENCE_DATE = date(2024, 1, 1)
"""The day for which `Municipality.population` was counted."""

# How else people write a province or RES region, beyond what folding evens out.
_OTHER_PROVINCES = {"Friesland": "Fryslân"}
_OTHER_RES_REGIONS = {
    "Fryslân": "Friesland",
    "Rivierenland": "Fruitdelta Rivierenland",
    "Rivierenland (Fruitdelta)": "Fruitdelta Rivierenland",
    "Cleantech Regio": "Stedendriehoek",
    "Stedendriehoek / Cleantech Regio": "Stedendriehoek",
    "U10": "U16",
    "U10/U16": "U16",
}

# What makes no difference between two names, and what separates words however it is written.
_EVEN = str.maketrans(
    dict.fromkeys("'’‘`´ʼ′.,()") | dict.fromkeys("-‐‑‒–—/", " ") | {"&": " en "},
)
_KIND_OF_REGION = "(de )?(provincie|res regio|regio|res) "
_Field = Literal["province", "res_region"]
_KINDS: dict[_Field, str] = {"province": "provincie", "res_region": "RES-regio"}
# As many pieces as a comma can cut one name into: Nuenen, Gerwen, Nederwetten.
_MOST_PIECES = 3

_HOW_TO_NAME = (
    "Schrijf de naam van de gemeente of de code van het CBS, zoals Assen of GM0106. "
    "Schrijf bij een dorp de gemeente waar het in ligt."
)


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality.

    Attributes:
        code: The code CBS gives it, such as `GM0106`; never reused and the same after a rename.
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


class UnknownMunicipality(Fault):
    """A text that does not name one municipality; the hint names what may have been meant."""


class UnknownRegion(Fault):
    """A text that does not name a province, or a RES region, where one is asked for."""


def find_municipality(text: str) -> Municipality:
    """Find a municipality by its name, another name for it, or its code (`GM0106` or `0106`).

    Capitals, accents, quotes, hyphens and a leading *gemeente* make no difference.

    Raises:
        UnknownMunicipality: Nothing or more than one fits; the hint names what may have been meant.
    """
    found = known_municipality(text)
    if found is None:
        raise _unknown(text)
    return found


def known_municipality(text: str) -> Municipality | None:
    """Find a municipality in the same way; None for a text that names none, without looking for what was meant."""
    return _by_name().get(fold_name(text))


def find_in_province(name: str) -> tuple[Municipality, ...]:
    """List the municipalities of a province, in the order of their names.

    Raises:
        UnknownRegion: There is no such province.
    """
    return _in_region(name, "province")


def find_in_res_region(name: str) -> tuple[Municipality, ...]:
    """List the municipalities of a RES region, in the order of their names.

    Raises:
        UnknownRegion: There is no such RES region.
    """
    return _in_region(name, "res_region")


def list_regions() -> tuple[tuple[str, str, int], ...]:
    """List every province and RES region: its kind in Dutch, its name, and how many municipalities it has."""
    sizes: dict[tuple[str, str], int] = {}
    for field, kind in _KINDS.items():
        for name in sorted(getattr(one, field) for one in list_municipalities()):
            sizes[kind, name] = sizes.get((kind, name), 0) + 1
    return tuple((kind, name, size) for (kind, name), size in sizes.items())


@cache
def list_municipalities() -> tuple[Municipality, ...]:
    """List all municipalities, in the order of their codes."""
    return tuple(
        Municipality(code, name, province, res_region, int(population))
        for code, name, province, res_region, population in _rows("gemeenten.csv")
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
        for code, into, day in _rows("gemeente-gepland.csv")
        if code in asked and date.fromisoformat(day) <= on
    )


def split_names(text: str) -> tuple[str, ...]:
    """Split names with commas, semicolons or line ends between them, for a person who types them in a row.

    A comma inside a name stays: `Assen, Nuenen, Gerwen en Nederwetten` is two names. Unknown names stay too.
    """
    pieces = [piece.strip() for piece in re.split("[,;\n]", text) if piece.strip()]
    names: list[str] = []
    while pieces:
        lengths = range(min(_MOST_PIECES, len(pieces)), 1, -1)
        length = next((many for many in lengths if fold_name(" ".join(pieces[:many])) in _by_name()), 1)
        names.append(", ".join(pieces[:length]))
        del pieces[:length]
    return tuple(names)


def fold_name(text: str) -> str:
    """Even out the ways to write one name, without making two names the same."""
    return " ".join(fold_text(text.translate(_EVEN)).split()).removeprefix("gemeente ")


def _unknown(text: str) -> UnknownMunicipality:
    """Say why a text names no municipality, and what to write instead."""
    name = fold_name(text)
    if not name:
        return UnknownMunicipality("Hier ontbreekt de naam van een gemeente.", _HOW_TO_NAME)
    if namesakes := _namesakes().get(name):
        choices = [f"{one.name} in {one.province}" for one in namesakes]
        return UnknownMunicipality(
            f"Er is meer dan één gemeente met de naam {quote(text.strip())}.",
            f"Kies {join_words(choices, 'of')}.",
        )
    if former := _former().get(name):
        return _no_longer_one(*former)
    region = _without_kind(name)
    fields: tuple[_Field, ...] = ("province", "res_region")
    if kinds := [f"een {_KINDS[field]}" for field in fields if region in _regions(field)]:
        return UnknownMunicipality(
            f"{quote(text.strip())} is {join_words(kinds)}, geen gemeente.",
            "Noem de gemeenten die meedoen één voor één.",
        )
    if code := re.fullmatch("(gm)?([0-9]+)", name):
        full = code[2].lstrip("0").rjust(4, "0")
        return UnknownMunicipality(
            f"{quote(text.strip())} is geen code van een gemeente.",
            f"Schrijf alle vier de cijfers: GM{full}." if full in _by_name() else _HOW_TO_NAME,
        )
    meant = re.sub(r"^\s*gemeente\s+", "", text, flags=re.IGNORECASE).strip()
    return UnknownMunicipality(
        f"{quote(text.strip())} staat niet in de lijst van gemeenten.",
        did_you_mean(meant, _known_names()) or _HOW_TO_NAME,
    )


def _no_longer_one(name: str, since: date, heirs: tuple[Municipality, ...]) -> UnknownMunicipality:
    """Tell what became of a former municipality, for what it is part of now may be far larger."""
    names = [heir.name for heir in heirs]
    if len(names) > 1:
        return UnknownMunicipality(
            f"{name} is sinds {long_date(since)} geen gemeente meer. Het gebied is verdeeld over {join_words(names)}.",
            "Noem de gemeenten die meedoen.",
        )
    return UnknownMunicipality(
        f"{name} hoort sinds {long_date(since)} bij {names[0]}.",
        f"Doet heel {names[0]} mee? Schrijf dan {names[0]}.",
    )


def _in_region(name: str, field: _Field) -> tuple[Municipality, ...]:
    members = _regions(field)
    found = members.get(fold_name(name)) or members.get(_without_kind(fold_name(name)))
    if found is None:
        official = sorted({getattr(one, field) for one in list_municipalities()})
        hint = did_you_mean(_without_kind(fold_name(name)), official) or f"Kies {join_words(official, 'of')}."
        raise UnknownRegion(f"{quote(name.strip())} is geen {_KINDS[field]}.", hint)
    return found


def _without_kind(name: str) -> str:
    """Take off what kind of region a folded name says it is: `provincie utrecht`."""
    return re.sub(f"^{_KIND_OF_REGION}", "", name)


@cache
def _by_name() -> dict[str, Municipality]:
    """Everything that names exactly one municipality, folded."""
    found: dict[str, Municipality] = {}
    for one in list_municipalities():
        found[fold_name(one.name)] = found[one.code.lower()] = found[one.code[2:]] = one
    for alias, code in _rows("gemeente-aliases.csv"):
        found[fold_name(alias)] = found[code.lower()]
    return found


@cache
def _namesakes() -> dict[str, tuple[Municipality, ...]]:
    """Names that only an addition keeps apart, and who shares them."""
    sharing: dict[str, list[Municipality]] = {}
    for one in list_municipalities():
        sharing.setdefault(fold_name(_without_addition(one.name)), []).append(one)
    return {name: tuple(sorted(ones, key=_by_own_name)) for name, ones in sharing.items() if len(ones) > 1}


@cache
def _former() -> dict[str, tuple[str, date, tuple[Municipality, ...]]]:
    """Former municipalities: the name, since when it is gone, and where it went."""
    found: dict[str, tuple[str, date, tuple[Municipality, ...]]] = {}
    for name, since, code in _rows("gemeente-voormalig.csv"):
        earlier = found[fold_name(name)][2] if fold_name(name) in found else ()
        found[fold_name(name)] = (name, date.fromisoformat(since), (*earlier, find_municipality(code)))
    return found


@cache
def _regions(field: _Field) -> dict[str, tuple[Municipality, ...]]:
    """The municipalities of every region of one kind, by its folded names."""
    members: dict[str, list[Municipality]] = {}
    for one in list_municipalities():
        members.setdefault(getattr(one, field), []).append(one)
    found = {fold_name(name): tuple(sorted(ones, key=_by_own_name)) for name, ones in members.items()}
    for other, name in (_OTHER_PROVINCES if field == "province" else _OTHER_RES_REGIONS).items():
        found[fold_name(other)] = found[fold_name(name)]
    return found


def _by_own_name(one: Municipality) -> str:
    return fold_name(one.name)


def _without_addition(name: str) -> str:
    """Take off what CBS adds to keep namesakes apart: `Bergen (L.)`."""
    return name.partition(" (")[0]


def _known_names() -> Iterable[str]:
    """Every name worth suggesting; a mistyped province or former name is met as what it was meant to be."""
    for one in list_municipalities():
        yield _without_addition(one.name)
        yield one.province
        yield one.res_region
    for alias, _ in _rows("gemeente-aliases.csv"):
        yield _without_addition(alias)
    for name, _, _ in _former().values():
        yield name


def _rows(file_name: str) -> list[list[str]]:
    """Read a table of the package, without its heading."""
    import csv

    # The older way to read from a package, because importlib.resources takes twice as long to import as all
    # else here takes together.
    from pkgutil import get_data

    text = (get_data("poolwijzer", f"data/{file_name}") or b"").decode("utf-8")
    return list(csv.reader(text.splitlines()))[1:]
