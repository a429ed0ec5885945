"""JSON as a document: what our files say in another notation, with the same limits and the same plain values.

The reader of Python does the work. Only where something is to be pointed at is the text scanned once more, for the
place of every value or of what is wrong.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NoReturn

from poolwijzer.problems import InputError, Problem, in_order, quote
from poolwijzer.yamlfile.builder import MAX_DEPTH
from poolwijzer.yamlfile.document import Document, GroupPositions, ListPositions, Position, Positions
from poolwijzer.yamlfile.reader import MENDS, decode_text

LONGEST_NUMBER = 30
"""Of what is read as a number; what is longer stays as it was written, and no model takes it."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAYBE_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_WHITE = re.compile(r"[ \t\n\r]*")
_WORDS = {True: "true", False: "false"}
_SLIPS = {
    "Unterminated": "Deze tekst houdt niet op: er ontbreekt een aanhalingsteken.",
    "control character": "In een tekst kan geen echt regeleinde of stuurteken staan.",
    "escape": "Na deze schuine streep past dit teken niet.",
}
"""What can be wrong inside a text, by a word of Python's message."""


@dataclass(frozen=True, slots=True)
class _JsonPosition:
    """A position in a text, counted from 0."""

    index: int
    line: int
    column: int


def parse_json(raw: bytes, name: str, *, line: int = 1, placed: bool = False, mend: int = 0) -> Document:
    """Read JSON that is in memory. Scalars become text, as those of YAML stay: whoever reads them gives them a type.

    Args:
        raw: The bytes.
        name: How messages call them.
        line: Which line of the file they begin on, from 1.
        placed: Whether every value gets its own place; else all have that of the beginning.
        mend: Read them as they were meant, so far (`MENDS`); as they are where that can be read, if this is 0.

    Raises:
        InputError: These bytes are no usable JSON; carries what was found first.
    """
    text = decode_text(raw, name)
    if not mend:
        try:
            return _parse(text, text, name, line, placed=placed)
        except InputError as error:
            problems = error.problems
    from poolwijzer.yamlfile.mending import mend_json  # only for what cannot be read as it is
    from poolwijzer.yamlfile.slips import explain_slips

    for level in (mend,) if mend else MENDS:
        try:
            return _parse(text, mend_json(text, level), name, line, placed=placed)
        except InputError as error:
            problems = error.problems if mend else problems
    raise InputError(explain_slips(problems, text, name, line=line, json=True))


def _parse(text: str, meant: str, name: str, line: int, *, placed: bool) -> Document:
    """Read a text, in the way it was meant, which is as long."""
    try:
        data = _plain(_DECODER.decode(meant), 0)
        if _MAYBE_SURROGATE.search(meant) and _SURROGATE.search(json.dumps(data, ensure_ascii=False)):
            raise ValueError
    except (ValueError, RecursionError):
        _Scanner(meant, name, line).scan()
        raise
    remarks: tuple[Problem, ...] = ()
    if meant != text:
        from poolwijzer.yamlfile.slips import remark_mended

        remarks = tuple(in_order(remark_mended(text, meant, name, line)))
    spot = _Scanner(meant, name, line).scan() if placed else _JsonPosition(0, line - 1, 0)
    return Document(name, data, spot, text, meant, line, remarks)


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
        raise ValueError
    return found


_DECODER = json.JSONDecoder(parse_int=str, parse_float=_number, parse_constant=_refuse, object_pairs_hook=_group)


def _plain(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, dict | list) and depth >= MAX_DEPTH:
        raise ValueError
    if isinstance(value, dict):
        return {key: _plain(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, depth + 1) for inner in value]
    return _WORDS.get(value)


class _Scanner:
    """Finds the place of every value in a text; the first thing that is wrong ends it."""

    def __init__(self, text: str, name: str, line: int) -> None:
        self._text = text
        self._name = name
        self._line = line
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def scan(self) -> Positions:
        spot, end = self._value(self._skip(0), 0)
        if (end := self._skip(end)) < len(self._text):
            self._refuse(end, "Hier begint iets nieuws, terwijl het bestand al af was.")
        return spot

    def _refuse(self, index: int, message: str, hint: str = "Kijk of het geldige JSON is.") -> NoReturn:
        at = self._at(index)
        raise InputError(Problem(self._name, message, hint, at.line + 1, at.column + 1))

    def _at(self, index: int) -> _JsonPosition:
        line = bisect_right(self._starts, index)
        return _JsonPosition(index, self._line - 2 + line, index - self._starts[line - 1])

    def _skip(self, index: int) -> int:
        found = _WHITE.match(self._text, index)
        return found.end() if found else index

    def _value(self, start: int, depth: int) -> tuple[Positions, int]:
        opening = self._text[start : start + 1]
        if opening not in ("{", "["):
            return self._at(start), self._scalar(start)[1]
        if depth >= MAX_DEPTH:
            self._refuse(start, f"Dit bestand is meer dan {MAX_DEPTH} niveaus diep.", "Gebruik minder haakjes.")
        keys: dict[str, Position] = {}
        spots: list[Positions] = []
        index = self._skip(start + 1)
        while self._text[index : index + 1] != ("}" if opening == "{" else "]"):
            if spots:
                index = self._after(index, ",", "Hier ontbreekt een komma.")
            if opening == "{":
                index = self._key(index, keys)
            spot, end = self._value(index, depth + 1)
            spots.append(spot)
            index = self._skip(end)
        if opening == "{":
            return GroupPositions(self._at(start), keys, dict(zip(keys, spots, strict=True))), index + 1
        return ListPositions(self._at(start), spots), index + 1

    def _key(self, index: int, keys: dict[str, Position]) -> int:
        """Note where a key stands; gives where its value begins."""
        if self._text[index : index + 1] != '"':
            self._refuse(index, "Hier hoort een naam tussen dubbele aanhalingstekens.")
        key, end = self._scalar(index)
        if key in keys:
            message = f"{quote(key)} staat hier dubbel: het staat ook al op regel {keys[key].line + 1}."
            self._refuse(index, message, "Haal er een weg.")
        keys[key] = self._at(index)
        return self._after(self._skip(end), ":", "Hier ontbreekt een dubbele punt.")

    def _scalar(self, index: int) -> tuple[Any, int]:
        try:
            value, end = _DECODER.raw_decode(self._text, index)
        except ValueError as error:
            message = next((told for word, told in _SLIPS.items() if word in str(error)), "Hier hoort een waarde.")
            self._refuse(getattr(error, "pos", index), message)
        if isinstance(value, str) and _SURROGATE.search(value):
            self._refuse(index, "In deze tekst staat een half teken.", "Schrijf het teken zelf.")
        return value, end

    def _after(self, index: int, sign: str, message: str) -> int:
        """Past a sign that has to stand here, and the white space behind it."""
        if self._text[index : index + 1] != sign:
            self._refuse(index, message)
        return self._skip(index + 1)
