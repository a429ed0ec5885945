"""How an own folder differs from the shipped menus: what it adds, changes and takes off, by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from poolwijzer.content.files import read_menu_files, read_usable_files

Item = tuple[str, str]
"""What kind of thing, in Dutch, and its id."""


_COLLECTIONS = (
    ("aandachtspunten", "signals", "aandachtspunt"),
    ("bronnen", "sources", "bron"),
    ("begrippen", "terms", "begrip"),
    ("feiten", "feiten", "feit"),
    ("bezwaren", "bezwaren", "bezwaar"),
)
"""The files that are one collection, its name, and what an item of it is called."""
_BY_ITEM = frozenset(("typologie", "vragen", "componenten", "praktijk", *(file for file, _, _ in _COLLECTIONS)))
"""The files and folders whose items are told one by one; any other is one item."""


class FieldChange(NamedTuple):
    """One field with what it was and is; None where it did not, or does not, say anything."""

    field: str
    was: Any
    now: Any


class Difference(NamedTuple):
    """Everything in which two sets of menus differ."""

    added: tuple[Item, ...]
    changed: tuple[tuple[Item, tuple[FieldChange, ...]], ...]
    gone: tuple[Item, ...]
    """Hidden, or not there because the own folder starts from nothing."""


def compare_menus(own: Path, base: Path | None = None) -> Difference:
    """How the menus change when an own folder is laid over the shipped ones, or over another `base`.

    Raises:
        InputError: a folder or file that cannot be used.
    """
    laid_under, _ = read_usable_files(None, base)
    before, after = dict(_items(laid_under.data)), dict(_items(read_menu_files(own, base).data))
    changed = ((item, tuple(_changes("", before[item], after[item]))) for item in after if item in before)
    return Difference(
        added=tuple(item for item in after if item not in before),
        changed=tuple((item, changes) for item, changes in changed if changes),
        gone=tuple(item for item in before if item not in after),
    )


def _items(data: Mapping[str, Any]) -> Iterator[tuple[Item, Any]]:
    """Everything that has an id of its own; what has none goes under the name of its file."""
    typology, questions = _group(data, "typologie"), _group(data, "vragen")
    yield from _apart(typology, "typologie", {"axes": "as", "quadrants": "kwadrant"})
    yield from _apart(
        questions, "vragen", {"statements": "stelling", "context": "vraag", "maps": "vertaling naar een getal"}
    )
    for name, component in _group(data, "componenten").items():
        for (kind, item), value in _apart(_as_group(component), "component", {"options": "optie"}):
            yield (kind, name if kind == "component" else item), value
    for file, collection, kind in _COLLECTIONS:
        for named, value in _apart(_group(data, file), file, {collection: kind}):
            if value or named != (file, file):
                yield named, value
    for name, value in _group(data, "praktijk").items():
        yield ("praktijkcase", name), value
    for file in sorted(data.keys() - _BY_ITEM):
        yield (file, file), data[file]


def _apart(data: Mapping[str, Any], name: str, collections: Mapping[str, str]) -> Iterator[tuple[Item, Any]]:
    yield (name, name), {key: value for key, value in data.items() if key not in collections}
    for collection, kind in collections.items():
        for item, value in _group(data, collection).items():
            yield (kind, item), value


def _group(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    return _as_group(data.get(key))


def _as_group(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _changes(field: str, was: Any, now: Any) -> Iterator[FieldChange]:
    if isinstance(was, dict) and isinstance(now, dict):
        for key in dict.fromkeys((*was, *now)):
            yield from _changes(f"{field}.{key}".lstrip("."), was.get(key), now.get(key))
    elif was != now:
        yield FieldChange(field, was, now)
