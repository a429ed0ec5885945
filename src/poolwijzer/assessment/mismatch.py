"""Something in a file that cannot be, and the data of a file as groups and lists, whatever stands in it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from poolwijzer.municipalities import fold_name, known_municipality

Loc = tuple[str | int, ...]


class MenuMismatch(NamedTuple):
    """Something in the file that the menus do not know or allow."""

    loc: Loc
    message: str
    hint: str = ""
    key: bool = False
    unknown_id: bool = False
    covers: tuple[Loc, ...] = ()
    """Where the model tells the same, but less well."""
    seek: Callable[[], str] | None = None
    """Finds a better hint, which can take long."""


def key_of(name: str) -> str:
    """What tells a municipality from another, whatever spelling, alias or code is used."""
    found = known_municipality(name)
    return found.code if found else fold_name(name)


def as_group(data: Any, name: str) -> dict[str, Any]:
    """What stands under a name; nothing where that is no group."""
    value = data.get(name) if isinstance(data, dict) else None
    return value if isinstance(value, dict) else {}


def as_list(data: Any, name: str) -> list[Any]:
    """What stands under a name; nothing where that is no list."""
    value = data.get(name) if isinstance(data, dict) else None
    return value if isinstance(value, list) else []
