"""The respondents of a table, kept small until their initiative is read.

A table repeats itself. So every value has a number in its column, and of a row these numbers are kept, two bytes for a
cell. That is less than the table takes on the disk, also of a million rows; whole rows are only those of the initiative
that is read.
"""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from poolwijzer.problems import Problem

if TYPE_CHECKING:
    from poolwijzer.tables.tree import Branch

_MOST_NUMBERED = 65_536
"""Different values of a column that are looked up; where there are more, such as notes, hardly any comes twice."""


class Respondent(NamedTuple):
    """A row: its number, its values, and what is wrong with it."""

    number: int
    row: list[Any]
    problems: Sequence[Problem] = ()
    address: bytes | None = None
    """The hash of the address it was sent from."""
    shared: bool = False
    """Whether that is the address of more than one person."""
    called: str = ""
    """What the survey tool calls it."""


class ValueNumbers:
    """The values of each column of a table, by number; one for all of its initiatives."""

    def __init__(self, width: int) -> None:
        """For a table of so many columns."""
        self.width = width
        self._values: list[list[Any]] = [[] for _ in range(width)]
        self._numbers: list[dict[str | int, int]] = [{} for _ in range(width)]

    def pack(self, row: Sequence[Any]) -> list[int]:
        """The number of every value in a row."""
        found = []
        for value, numbers, values in zip(row, self._numbers, self._values, strict=True):
            # What is no text is held here for good, so nothing else can come by with its identity.
            key = value if value.__class__ is str else id(value)
            number = numbers.get(key)
            if number is None:
                number = len(values)
                values.append(value)
                if number < _MOST_NUMBERED:
                    numbers[key] = number
            found.append(number)
        return found

    def unpack(self, numbers: Sequence[int]) -> list[Any]:
        """The row again, as a list of its own."""
        return [values[number] for values, number in zip(self._values, numbers, strict=True)]


class KeptRespondents:
    """Those of one initiative, in the order in which they were added."""

    def __init__(self, values: ValueNumbers) -> None:
        """None yet."""
        self._values = values
        self._cells = array("H")
        self._rows = array("I")
        self._more: dict[int, Respondent] = {}
        """By place what more there is to some, without their rows."""

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Respondent]:
        for place, number in enumerate(self._rows):
            row, more = self.row(place), self._more.get(place)
            yield more._replace(row=row) if more is not None else Respondent(number, row)

    def row(self, place: int) -> list[Any]:
        """The values of one of them."""
        width = self._values.width
        return self._values.unpack(self._cells[place * width : (place + 1) * width])

    def append(self, one: Respondent) -> None:
        """One more."""
        numbers = self._values.pack(one.row)
        try:
            cells = array(self._cells.typecode, numbers)
        except OverflowError:  # of a column with very many values two bytes are too few
            self._cells = array("I", self._cells)
            cells = array("I", numbers)
        if one.problems or one.address is not None or one.called:
            self._more[len(self._rows)] = one._replace(row=[])
        self._cells.extend(cells)
        self._rows.append(one.number)

    def replaced(self, respondents: Iterable[Respondent]) -> KeptRespondents:
        """Others in their place."""
        kept = KeptRespondents(self._values)
        for one in respondents:
            kept.append(one)
        return kept


class BuiltRows(Sequence[Any]):
    """What very many respondents say, as a file would hold it: made of their rows for who asks."""

    def __init__(self, tree: Branch, width: int) -> None:
        """Of none yet, in rows of so many columns."""
        self._tree = tree
        self._kept = KeptRespondents(ValueNumbers(width))
        self._width = width

    def add(self, one: Respondent) -> None:
        """One more, of whom it is known that something can be built."""
        self._kept.append(one)

    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        return self._tree.build(self._kept.row(range(len(self))[place]), [])

    def without(self, rows: Container[int]) -> BuiltRows:
        """The same but for those in these rows."""
        found = BuiltRows(self._tree, self._width)
        for one in self._kept:
            if one.number not in rows:
                found.add(one)
        return found
