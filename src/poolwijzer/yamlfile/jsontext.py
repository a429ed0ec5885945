"""JSON as a document: what our files say in another notation, with the same limits and the same plain values.

The quick reader of Python does the work. Only where something is to be pointed at is the text read once more, slowly,
with the place of every value.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NoReturn

from poolwijzer.problems import InputError, Problem, quoted
from poolwijzer.yamlfile.building import MAX_DEPTH
from poolwijzer.yamlfile.document import Document, Group, Mark, Series, Spot
from poolwijzer.yamlfile.reading import MAX_BYTES, decoded

LONGEST_NUMBER = 30
"""Of what is read as a number; what is longer stays as it was written, and no model takes it."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAYBE_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_WHITE = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null")
_WORDS = {True: "true", False: "false"}
_SLIPS = {
    "Unterminated": "Deze tekst houdt niet op: er ontbreekt een aanhalingsteken.",
    "control character": "In een tekst kan geen echt regeleinde of stuurteken staan.",
    "escape": "Na deze schuine streep past dit teken niet.",
}
"""What can be wrong inside a text, by a word of Python's message."""
_STRINGS = json.JSONDecoder()
_VALID = "Kijk of het geldige JSON is."


@dataclass(frozen=True, slots=True)
class _At:
    """A position in a text, counted from 0."""

    index: int
    line: int
    column: int


class _TwiceError(Exception):
    """A key stands twice in a group."""


def parse_json(raw: bytes, name: str, *, line: int = 1, placed: bool = False) -> Document:
    """Read JSON that is in memory. Scalars become text, as those of YAML stay: whoever reads them gives them a type.

    Args:
        raw: The bytes.
        name: How messages call them.
        line: Which line of the file they begin on, from 1.
        placed: Whether every value gets its own place; else all have that of the beginning.

    Raises:
        InputError: These bytes are no usable JSON; carries what was found first.
    """
    if len(raw) > MAX_BYTES:
        raise InputError(Problem(name, "Dit bestand is groter dan 2 MB.", "Verdeel het over meer bestanden."))
    text = decoded(raw, name)
    start = _At(0, line - 1, 0)
    if not placed:
        try:
            data = json.loads(
                text, parse_int=str, parse_float=_number, parse_constant=_refuse, object_pairs_hook=_group
            )
            return Document(name, _plain(data, 0, _MAYBE_SURROGATE.search(text) is not None), start)
        except (ValueError, _TwiceError, RecursionError):
            pass  # told below, at its place
    return _Reader(text, name, line).document()


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


def _number(text: str) -> str:
    """A number as somebody would write it: many programs write 4 as 4.0 or 4e0."""
    if len(text) > LONGEST_NUMBER:
        return text
    value = Decimal(text)
    if abs(value.adjusted()) > LONGEST_NUMBER:
        return text
    return f"{value:f}" if value % 1 else f"{value:.0f}"


def _group(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _TwiceError
    return found


def _plain(value: Any, depth: int, careful: bool) -> Any:
    if isinstance(value, str):
        if careful and _SURROGATE.search(value):
            raise ValueError(value)
        return value
    if value is None:
        return None
    if isinstance(value, bool):
        return _WORDS[value]
    if depth >= MAX_DEPTH:
        raise ValueError(depth)
    if isinstance(value, dict):
        if careful and any(map(_SURROGATE.search, value)):
            raise ValueError(value)
        return {key: _plain(inner, depth + 1, careful) for key, inner in value.items()}
    return [_plain(inner, depth + 1, careful) for inner in value]


class _Reader:
    """Reads a text with the place of every value; the first thing that is wrong ends it."""

    def __init__(self, text: str, name: str, line: int) -> None:
        self._text = text
        self._name = name
        self._line = line

    def document(self) -> Document:
        try:
            data, spot, end = self._value(self._skip(0), 0)
            if (end := self._skip(end)) < len(self._text):
                self._refuse(end, "Hier begint iets nieuws, terwijl het bestand al af was.")
        except json.JSONDecodeError as error:
            message = next((told for word, told in _SLIPS.items() if word in error.msg), "Dit is geen JSON.")
            self._refuse(error.pos, message)
        return Document(self._name, data, spot)

    def _refuse(self, index: int, message: str, hint: str = _VALID) -> NoReturn:
        at = self._at(index)
        raise InputError(Problem(self._name, message, hint, at.line + 1, at.column + 1))

    def _at(self, index: int) -> _At:
        before = self._text[:index]
        return _At(index, self._line - 1 + before.count("\n"), index - (before.rfind("\n") + 1))

    def _skip(self, index: int) -> int:
        found = _WHITE.match(self._text, index)
        return found.end() if found else index

    def _value(self, index: int, depth: int) -> tuple[Any, Spot, int]:
        sign = self._text[index : index + 1]
        if sign in ("{", "[") and depth >= MAX_DEPTH:
            self._refuse(index, f"Dit bestand is meer dan {MAX_DEPTH} niveaus diep.", "Gebruik minder haakjes.")
        if sign == "{":
            return self._group(index, depth)
        if sign == "[":
            return self._list(index, depth)
        if sign == '"':
            text, end = self._string(index)
            return text, self._at(index), end
        found = _SCALAR.match(self._text, index)
        if found is None:
            self._refuse(index, "Hier hoort een waarde.")
        word: str | None = found[0]
        if word == "null":
            word = None
        elif word and {".", "e", "E"}.intersection(word) and word not in _WORDS.values():
            word = _number(word)
        return word, self._at(index), found.end()

    def _string(self, index: int) -> tuple[str, int]:
        text, end = _STRINGS.raw_decode(self._text, index)
        if _SURROGATE.search(text):
            self._refuse(index, "In deze tekst staat een half teken.", "Schrijf het teken zelf.")
        return text, end

    def _group(self, start: int, depth: int) -> tuple[dict[str, Any], Spot, int]:
        data: dict[str, Any] = {}
        keys: dict[str, Mark] = {}
        spots: dict[str, Spot] = {}
        index = self._skip(start + 1)
        while self._text[index : index + 1] != "}":
            if data:
                index = self._after(index, ",", "Hier ontbreekt een komma.")
            if self._text[index : index + 1] != '"':
                self._refuse(index, "Hier hoort een naam tussen dubbele aanhalingstekens.")
            at = self._at(index)
            key, end = self._string(index)
            if key in keys:
                message = f"{quoted(key)} staat hier dubbel: het staat ook al op regel {keys[key].line + 1}."
                self._refuse(index, message, "Haal er een weg.")
            index = self._after(self._skip(end), ":", "Hier ontbreekt een dubbele punt.")
            data[key], spots[key], end = self._value(index, depth + 1)
            keys[key] = at
            index = self._skip(end)
        return data, Group(self._at(start), keys, spots), index + 1

    def _list(self, start: int, depth: int) -> tuple[list[Any], Spot, int]:
        data: list[Any] = []
        spots: list[Spot] = []
        index = self._skip(start + 1)
        while self._text[index : index + 1] != "]":
            if data:
                index = self._after(index, ",", "Hier ontbreekt een komma.")
            value, spot, end = self._value(index, depth + 1)
            data.append(value)
            spots.append(spot)
            index = self._skip(end)
        return data, Series(self._at(start), spots), index + 1

    def _after(self, index: int, sign: str, message: str) -> int:
        """Past a sign that has to stand here, and the white space behind it."""
        if self._text[index : index + 1] != sign:
            self._refuse(index, message)
        return self._skip(index + 1)
