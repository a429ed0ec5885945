"""The columns of a table in the shape of an initiative's file, and a row in that shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from poolwijzer.tables.columns import InputColumn
from poolwijzer.tables.vocabulary import Meaning, Path


class Lack(NamedTuple):
    """A part that a group cannot do without and that a row does not give."""

    path: str
    """As a header would name it."""
    column: int
    """Where it should stand; without a column for it, of what does stand in the group. From 1."""
    empty: bool
    """Whether that is a column of its own."""


class Filler(NamedTuple):
    """What stands in for a part that a row does not give."""

    value: str
    silent: bool = False


class Branch:
    """A group of keys and values, or a list, with columns somewhere below it."""

    def __init__(self, path: Path, columns: Sequence[InputColumn], required: tuple[str, ...], *, is_list: bool) -> None:
        """A group at a path; of what stands below it, all that is `required` must be there."""
        self.path = path
        self.is_list = is_list
        self.required = required
        self.parts: dict[Any, int | Branch] = {}
        """By key, or by number in a list: the place of a column in the row, or what has columns below it."""
        self.fillers: dict[str, Filler] = {}
        self.alone = ""
        """The key whose value may stand for the whole group, if there is nothing else in it."""
        self._numbers = [column.number for column in columns]
        self._pick: Callable[[Sequence[Any]], tuple[Any, ...]] | None = None

    def settle(self) -> None:
        """Fix the order of the parts, once all columns have their place."""
        self.parts = {name: self.parts[name] for name in sorted(self.parts)}
        for part in self.parts.values():
            if isinstance(part, Branch):
                part.settle()
        places = [part for part in self.parts.values() if isinstance(part, int)]
        if len(places) == len(self.parts) > 1:
            self._pick = itemgetter(*places)  # most columns are answers, and these are picked at once

    def build(self, row: Sequence[Any], lacks: list[Lack]) -> Any:
        """What a row says here; None if nothing is filled in, or if something cannot be missed."""
        if self._pick is not None:
            found: Sequence[Any] = self._pick(row)
        else:
            parts = self.parts.values()
            found = [row[part] if isinstance(part, int) else part.build(row, lacks) for part in parts]
        made = {name: value for name, value in zip(self.parts, found, strict=True) if value is not None}
        if not made:
            return None
        for name in self.required:
            if name in made:
                continue
            filler = self.fillers.get(name)
            whole = ".".join(map(str, self.path))
            path = f"{whole}.{name}" if whole and name != self.alone else whole or name
            # What is below it may have told already why it is not there.
            if not (filler and filler.silent) and not any(lack.path.startswith(f"{path}.") for lack in lacks):
                own = self._own_column(name)
                lacks.append(Lack(path, own or next((number for _, number in self.cells(row)), 1), own is not None))
            if filler is None:
                return None
            made = dict(sorted({**made, name: filler.value}.items()))
        if self.is_list:
            return list(made.values())
        if self.alone in made:
            value = made[self.alone]
            if len(made) == 1:
                return value
            if isinstance(
                value, dict
            ):  # it is a group itself, such as a number of municipalities with a note beside it
                del made[self.alone]
                return {**value, **made}
        return made

    def cells(self, row: Sequence[Any], start: str = "") -> Iterator[tuple[str, int]]:
        """Where each value of a row stands: its path, with lists counted from 0 as they are filled, and its column."""
        filled = 0
        for name, part in self.parts.items():
            here = f"{start}{filled if self.is_list else name}"
            if isinstance(part, int):
                number = self._numbers[part]
                inner = [(here, number)] if row[part] is not None and number else []
            else:
                inner = list(part.cells(row, f"{here}."))
            yield from inner
            filled += bool(inner)

    def has_lists(self) -> bool:
        """Whether a list has columns of its own, so that its cells hang on what is filled in."""
        return self.is_list or any(isinstance(part, Branch) and part.has_lists() for part in self.parts.values())

    def _own_column(self, name: str) -> int | None:
        """The number of the column of a part, or of the first that a part has columns for."""
        part = self.parts.get(name)
        if isinstance(part, Branch):
            return next((number for below in part.parts if (number := part._own_column(below))), None)
        return self._numbers[part] or None if part is not None else None


def plant_tree(
    columns: Sequence[InputColumn],
    added: Mapping[int, Path],
    meanings: Mapping[int, Meaning],
    required: Mapping[str, tuple[str, ...]],
) -> Branch:
    """The tree of a table.

    Args:
        columns: All columns of the table.
        added: Where columns belong that no table has, by their place in a row.
        meanings: What the others stand for. A value that has more to it, such as a note, gets a key of its own.
            Answers with a column each become a list.
        required: By the path of a group, with `#` for every number, what it cannot do without.
    """
    root = Branch((), columns, required.get("", ()), is_list=False)
    above = {meaning.path[:depth] for meaning in meanings.values() for depth in range(1, len(meaning.path))}
    counted: dict[Path, int] = {}
    for place, path in added.items():
        _branch_at(root, path, columns, required).parts[path[-1]] = place
    for place, meaning in meanings.items():
        path = meaning.path
        if meaning.part:
            counted[path] = counted.get(path, -1) + 1
            path = (*path, counted[path])
        elif path in above:
            path = (*path, "value" if meaning.leaf.kind == "answer" else "kind")
        branch = _branch_at(root, path, columns, required)
        branch.parts[path[-1]] = place
        if path[:-1] == meaning.path and not meaning.part:
            branch.alone = str(path[-1])
    root.settle()
    return root


def _branch_at(
    root: Branch, path: Path, columns: Sequence[InputColumn], required: Mapping[str, tuple[str, ...]]
) -> Branch:
    """What holds the last step of a path, planted where it is not there yet."""
    branch = root
    for depth in range(1, len(path)):
        below = branch.parts.get(path[depth - 1])
        if not isinstance(below, Branch):
            pattern = ".".join("#" if isinstance(step, int) else step for step in path[:depth])
            needed = required.get(pattern, ())
            below = Branch(path[:depth], columns, needed, is_list=isinstance(path[depth], int))
            branch.parts[path[depth - 1]] = below
        branch = below
    return branch
