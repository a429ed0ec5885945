"""What a YAML file says, and where it says it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from poolwijzer.problems import Problem

RESPONSES = "responses"
"""Under this key stands what respondents said, each in an item of a list."""
OF_RESPONDENT = "Hier klopt iets niet in wat een respondent invulde."


class Position(Protocol):
    """A position as the parser gives it, counted from 0; each of the two parsers has its own class for it."""

    @property
    def index(self) -> int:
        """Of the character in the whole text."""

    @property
    def line(self) -> int:
        """Of the line in the text."""

    @property
    def column(self) -> int:
        """Of the character in its line."""


class GroupPositions(NamedTuple):
    """The positions in a group of keys and values, as a shadow of the data."""

    mark: Position
    keys: dict[str, Position]
    values: dict[str, Any]
    """Of every key its `Positions`."""


class ListPositions(NamedTuple):
    """The positions in a list, of every item its `Positions`."""

    mark: Position
    values: list[Any]


Positions = GroupPositions | ListPositions | Position
"""The place of a value: with all places inside it, or of one scalar."""


class Places(Protocol):
    """The places of all that a text says."""

    def mark(self, loc: Sequence[str | int], key: bool = False) -> Position:
        """The place of a value, or of the key it stands at.

        Steps that do not occur, such as a key that is missing, are passed over: what comes closest is better
        than no place at all.
        """

    def holds(self, loc: Sequence[str | int]) -> bool:
        """Tell whether the text says something at exactly this place."""


class Location(NamedTuple):
    """A place to point at: the file as it is shown, and line and column from 1."""

    path: str
    line: int
    column: int
    shared: str = ""
    """What others are told of a problem here, where a respondent may have typed what stands there."""

    def problem(self, message: str, hint: str = "") -> Problem:
        """Something that is wrong right here."""
        return Problem(self.path, message, hint, self.line, self.column, self.shared)


class LocatedData(Protocol):
    """What a file says, or several on top of each other, with the place of every value."""

    @property
    def data(self) -> Any:
        """Dictionaries, lists and text."""

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        """Find the place of a value, or of the key it stands at."""


class LocatedDocument(LocatedData, Protocol):
    """The same of one thing with a name: a file, or a row of a table."""

    @property
    def path(self) -> str:
        """The file as the user knows it."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One YAML file as read.

    Attributes:
        path: The file as the user knows it.
        data: Dictionaries, lists and text; a scalar is what the author typed, and None where nothing was.
        places: The place of everything in it.
        text: The text it was read from.
        meant: That text as it was read, where it could not be read as it is; as long, sign for sign.
        line: Which line of the file that begins on, from 1.
        remarks: What is worth a remark in how it was read.
        hidden: Of these, what stands behind a # and may have been meant as text.
    """

    path: str
    data: Any
    places: Places
    text: str = ""
    meant: str = ""
    line: int = 1
    remarks: tuple[Problem, ...] = ()
    hidden: tuple[Problem, ...] = ()

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        """Find the place of a value, or of the key it stands at."""
        mark = self.places.mark(loc, key)
        shared = OF_RESPONDENT if RESPONSES in loc[:-1] else ""
        return Location(self.path, mark.line + 1, mark.column + 1, shared)

    def holds(self, loc: Sequence[str | int]) -> bool:
        """Tell whether the file says something at exactly this place."""
        return self.places.holds(loc)
