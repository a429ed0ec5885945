"""The columns of a table in the shape of an initiative's file, and a row in that shape as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from poolwijzer.tables.columns import Column
from poolwijzer.tables.item import as_json
from poolwijzer.tables.vocabulary import Meaning, Path

_MOST_KNOWN = 1024


class Lack(NamedTuple):
    """A part that a group cannot do without and that a row does not give."""

    path: str
    """As a header would name it."""
    column: int
    """Where it should stand; without a column for it, of what does stand in the group. From 1."""
    is_answer: bool
    """Whether there is a note and no answer; that was filled in."""


class Filler(NamedTuple):
    """What stands in for a part that a row does not give, as JSON with its key."""

    json: str
    silent: bool = False


class Branch:
    """A group of keys and values, or a list, with columns somewhere below it."""

    def __init__(self, path: Path, *, is_list: bool) -> None:
        self.path = path
        self.is_list = is_list
        self.parts: dict[str | int, int | Branch] = {}
        """By key, or by number in a list: the place of a column in the row, or what has columns below it."""
        self.required: tuple[str, ...] = ()
        self.fillers: dict[str, Filler] = {}
        self.alone = ""
        """The key whose value may stand for the whole group, if there is nothing else in it."""
        self._prefix = f"{as_json(path[-1])}:" if path and isinstance(path[-1], str) else ""
        self._order: tuple[int | Branch, ...] = ()
        self._steps: tuple[tuple[int, Branch | None], ...] = ()
        self._needed: tuple[tuple[str, int | None], ...] = ()
        self._pick: Callable[[Sequence[str]], tuple[str, ...]] | None = None
        self._known: dict[tuple[str, ...], str] = {}

    def settle(self) -> None:
        """Fix the order of the parts, once all columns have their place."""
        names: list[Any] = list(self.parts)  # keys, or numbers
        names.sort()
        self.parts = {name: self.parts[name] for name in names}
        self._order = tuple(self.parts.values())
        self._steps = tuple((part, None) if isinstance(part, int) else (0, part) for part in self._order)
        for part in self._order:
            if isinstance(part, Branch):
                part.settle()
        self._needed = tuple((name, names.index(name) if name in names else None) for name in self.required)
        places = [part for part in self._order if isinstance(part, int)]
        if len(places) == len(self._order) > 1:
            self._pick = itemgetter(*places)

    def rendered(self, row: Sequence[str], columns: Sequence[Column], lacks: list[Lack]) -> str:
        """The JSON of a row, with the key in front; empty if nothing is filled in, or if something cannot be missed."""
        if self._pick is None:
            found = [
                row[place] if branch is None else branch.rendered(row, columns, lacks) for place, branch in self._steps
            ]
            return self._joined(found, row, columns, lacks)
        picked = self._pick(row)
        if not self.required and not self.is_list:
            inside = ",".join(filter(None, picked))
            return f"{self._prefix}{{{inside}}}" if inside else ""
        # Whose answer it is, comes back in row after row.
        if picked in self._known:
            return self._known[picked]
        before = len(lacks)
        made = self._joined(picked, row, columns, lacks)
        if len(lacks) == before and len(self._known) < _MOST_KNOWN:
            self._known[picked] = made
        return made

    def _joined(self, found: Sequence[str], row: Sequence[str], columns: Sequence[Column], lacks: list[Lack]) -> str:
        """The JSON of the parts together."""
        filled = [json for json in found if json]
        if not filled:
            return ""
        for name, index in self._needed:
            if index is not None and found[index]:
                continue
            filler = self.fillers.get(name)
            whole = ".".join(map(str, self.path))
            path = f"{whole}.{name}" if whole and name != self.alone else whole or name
            # What is below it may have told already why it is not there.
            if not (filler and filler.silent) and not any(lack.path.startswith(f"{path}.") for lack in lacks):
                lacks.append(Lack(path, self._where(name, row, columns), name == "value"))
            if filler is None:
                return ""
            filled = sorted([*filled, filler.json])
        if self.is_list:
            return f"{self._prefix}[{','.join(filled)}]"
        if self.alone and len(filled) == 1:
            return self._prefix + filled[0].removeprefix(f"{as_json(self.alone)}:")
        return f"{self._prefix}{{{','.join(filled)}}}"

    def places(self, row: Sequence[str], columns: Sequence[Column], start: str = "") -> Iterator[tuple[str, int]]:
        """Where each value of a row stands: its path, with lists counted from 0 as they are filled, and its column."""
        filled = 0
        for name, part in self.parts.items():
            here = f"{start}{filled if self.is_list else name}"
            if isinstance(part, int):
                inner = [(here, columns[part].number)] if row[part] and columns[part].number else []
            else:
                inner = list(part.places(row, columns, f"{here}."))
            yield from inner
            filled += bool(inner)

    def has_lists(self) -> bool:
        """Whether a list has columns of its own, so that places hang on what is filled in."""
        return self.is_list or any(isinstance(part, Branch) and part.has_lists() for part in self._order)

    def _where(self, name: str, row: Sequence[str], columns: Sequence[Column]) -> int:
        part = self.parts.get(name)
        if isinstance(part, int) and columns[part].number:
            return columns[part].number
        return next((number for _, number in self.places(row, columns)), 1)


def planted(
    columns: Sequence[Column], paths: Mapping[int, Path], required: Mapping[str, tuple[str, ...]], alone: set[Path]
) -> Branch:
    """The tree of a table.

    Args:
        columns: All columns of the table; each gets its key.
        paths: Where the columns at these places in a row belong; the steps in a list are numbers.
        required: By the path of a group, with `#` for every number, what it cannot do without.
        alone: The paths whose last key may stand for the whole group.
    """
    root = Branch((), is_list=False)
    root.required = required.get("", ())
    for place, path in paths.items():
        branch = root
        for depth in range(1, len(path)):
            below = branch.parts.get(path[depth - 1])
            if not isinstance(below, Branch):
                below = Branch(path[:depth], is_list=isinstance(path[depth], int))
                below.required = required.get(".".join("#" if isinstance(s, int) else s for s in path[:depth]), ())
                branch.parts[path[depth - 1]] = below
            branch = below
        branch.parts[path[-1]] = place
        branch.alone = str(path[-1]) if path in alone else branch.alone
        columns[place].prefix = "" if branch.is_list else f"{as_json(path[-1])}:"
    root.settle()
    return root


def placed(meanings: Mapping[int, Meaning]) -> tuple[dict[int, Path], set[Path]]:
    """Where the columns belong, and which of these paths may stand for their whole group.

    A value that has more to it, such as a note, gets a key of its own. Answers with a column each become a list.
    """
    paths: dict[int, Path] = {}
    alone: set[Path] = set()
    counted: dict[Path, int] = {}
    above = {meaning.path[:depth] for meaning in meanings.values() for depth in range(1, len(meaning.path))}
    for place, meaning in meanings.items():
        path = meaning.path
        if meaning.part:
            counted[path] = counted.get(path, -1) + 1
            path = (*path, counted[path])
        elif path in above:
            path = (*path, "value" if meaning.leaf.kind == "answer" else "kind")
            alone.add(path)
        paths[place] = path
    return paths, alone
