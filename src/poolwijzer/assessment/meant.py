"""Ids, numbers, dates and words of a file as they were meant: without signs in them that cannot be seen or look alike.

What somebody typed as text keeps its own characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from poolwijzer.assessment.mismatch import Loc
from poolwijzer.assessment.renames import RenamedDocument
from poolwijzer.municipalities import known_municipality
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.yamlfile import Document, LocatedDocument
from poolwijzer.yamlfile.signs import DASHES, QUOTES, SPACES, UNSEEN, OddSign, each_of, remark_signs

_TEXTS = frozenset(
    {"name", "also", "region", "note", "answer", "other", "consideration", "what", "who", "when", "needs", "own"}
    | {"course", "striking", "eye_opener", "worthwhile", "version", "hash"}
)
"""The words of the file behind which stands text."""
_ORGANISATION = "organisation"
_NAME = "name"


class Meant(NamedTuple):
    """A file as it was meant, with a remark for each kind of sign that was passed over."""

    document: LocatedDocument
    reader: "_Reader | None" = None

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """The remarks: they take time to make, and only who can use the file wants them."""
        return tuple(self.reader.remarks()) if self.reader else ()


def read_as_meant(document: Document) -> Meant:
    """The same file with its ids, numbers, dates and words as they were meant.

    Raises:
        InputError: two of its keys are meant to be the same.
    """
    if document.text.isascii() and "\\" not in document.text:
        return Meant(document)
    if not _is_odd(document.data):
        return Meant(document)
    reader = _Reader(document)
    data = reader.read(document.data, ())
    if reader.problems:
        raise InputError(reader.problems)
    if data == document.data:
        return Meant(document)
    return Meant(RenamedDocument(document.path, data, reader.typed, document), reader)


def _is_odd(data: Any) -> bool:
    """Whether anything in a file can be meant otherwise than it stands there; in a text nothing is."""
    if isinstance(data, str):
        return not data.isascii() and drop_odd_signs(data) != data
    # Nearly all is text of ASCII, and every file is walked through: for that no call is made.
    if isinstance(data, list):
        return any(_is_odd(value) for value in data if value.__class__ is not str or not value.isascii())
    if not isinstance(data, dict):
        return False
    for key, value in data.items():
        if not key.isascii() and drop_odd_signs(key) != key:
            return True
        if value.__class__ is str and value.isascii():
            continue
        if (key not in _TEXTS or key == _NAME) and _is_odd(value):
            return True
    return False


def drop_odd_signs(text: str) -> str:
    """An id, a number, a date or a word as it was meant."""
    if text.isascii():
        return text
    text = text.translate(_meanings()).strip()
    quoted = len(text) > 2 and text[0] in QUOTES and text[-1] in QUOTES
    return text[1:-1].strip() if quoted else text


@cache
def _meanings() -> dict[int, str]:
    """What each odd sign means where no text is meant."""
    kinds = ((UNSEEN, ""), (SPACES, " "), (DASHES, "-"))
    return {ord(sign): instead for signs, instead in kinds for sign in each_of(signs)}


@dataclass(slots=True)
class _Reader:
    """One walk through a file."""

    document: Document
    typed: dict[Loc, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    changed: list[tuple[Loc, bool]] = field(default_factory=list)
    """Where something was not what it seemed, and whether that is a key."""

    def read(self, data: Any, loc: Loc) -> Any:
        """What was meant at this place of the file."""
        if isinstance(data, str):
            meant = drop_odd_signs(data)
            if meant != data:
                self.changed.append((loc, False))
            return meant
        if isinstance(data, list):
            return [self.read(value, (*loc, index)) for index, value in enumerate(data)]
        if not isinstance(data, dict):
            return data
        found: dict[str, Any] = {}
        for typed, value in data.items():
            key = drop_odd_signs(typed)
            if key != typed:
                self.typed[*loc, key] = typed
                self.changed.append(((*loc, typed), True))
                if key in found or key in data:
                    told = f"{quote(key)} staat hier dubbel: er staan ook tekens in die niet te zien zijn."
                    place = self.document.locate((*loc, typed), key=True)
                    self.problems.append(place.problem(told, "Haal er een weg."))
            found[key] = self._value(key, value, (*loc, typed))
        return found

    def _value(self, key: str, value: Any, loc: Loc) -> Any:
        if key not in _TEXTS:
            return self.read(value, loc)
        if key == _NAME and len(loc) > 1 and loc[-2] == _ORGANISATION and isinstance(value, str):
            meant = drop_odd_signs(value)
            if meant != value and known_municipality(meant):
                return self.read(value, loc)
        return value

    def remarks(self) -> Iterator[Problem]:
        """Each kind of sign that was passed over, at the first place it stands."""
        path, first = self.document.path, self.document.line
        lines = self.document.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        signs = []
        for loc, key in self.changed:
            sign = _odd_sign(loc[-1] if key else _value_at(self.document.data, loc))
            where = self.document.locate(loc, key)
            line, column = where.line, where.column
            if sign:
                # One that was written as an escape stands nowhere itself.
                there = lines[line - first].find(sign, column - 1)
                signs.append(OddSign(sign, line, there + 1 if there >= 0 else column))
        yield from remark_signs(path, signs)


def _odd_sign(text: Any) -> str:
    """The first sign of a text that was not what it seemed; nothing for what was told before."""
    return next((sign for sign in str(text) if sign in QUOTES or ord(sign) in _meanings()), "")


def _value_at(data: Any, loc: Loc) -> Any:
    """What stands at a place in plain data."""
    for step in loc:
        data = data[step]
    return data
