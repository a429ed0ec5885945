"""JSON as a document: what our files say in another notation, with the same limits and the same plain values.

The reader of Python does the work, and knows no places. Only what is pointed at is looked up in the text.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from typing import Any

from poolwijzer.problems import InputError, Problem, in_order, quote
from poolwijzer.yamlfile.builder import MAX_DEPTH
from poolwijzer.yamlfile.document import Document
from poolwijzer.yamlfile.jsonplaces import JsonPlaces, Loc
from poolwijzer.yamlfile.reader import decode_text, read_meant

LONGEST_NUMBER = 30
"""Of what is read as a number; what is longer stays as it was written, and no model takes it."""
_MAYBE_TOO_DEEP = 2000
"""So many brackets can be read by every Python, whatever they hold."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAYBE_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_OPENS_OR_CLOSES = r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]'
_WORDS = {True: "true", False: "false"}
_CHECK = "Kijk of het geldige JSON is."
_SLIPS = {
    "Unterminated": "Deze tekst houdt niet op: er ontbreekt een aanhalingsteken.",
    "control character": "In een tekst kan geen echt regeleinde of stuurteken staan.",
    "escape": "Na deze schuine streep past dit teken niet.",
    "',' delimiter": "Hier ontbreekt een komma.",
    "':' delimiter": "Hier ontbreekt een dubbele punt.",
    "property name": "Hier hoort een naam tussen dubbele aanhalingstekens.",
    "Extra data": "Hier begint iets nieuws, terwijl het bestand al af was.",
}
"""What can be wrong, by a word of Python's message."""


class _OddError(ValueError):
    """Something that Python reads and we do not; where it stands is still to be found."""


class _Twice(dict[str, Any]):
    """A group in which a name stands twice."""


class _NoNumber:
    """Stands for a word that JSON of others has for what is no number."""


def parse_json(raw: bytes, name: str, *, line: int = 1, mend: int = 0) -> Document:
    """Read JSON that is in memory. Scalars become text, as those of YAML stay: whoever reads them gives them a type.

    Args:
        raw: The bytes.
        name: How messages call them.
        line: Which line of the file they begin on, from 1.
        mend: Read them as they were meant, so far (`MENDS`); as they are where that can be read, if this is 0.

    Raises:
        InputError: These bytes are no usable JSON; carries what was found first.
    """
    text = decode_text(raw, name)

    def parse(meant: str) -> Document:
        return parse_json_text(text, meant, name, line)

    return read_meant(text, name, parse, json=True, line=line, mend=mend)


def parse_json_text(text: str, meant: str, name: str, line: int = 1) -> Document:
    """Read a text, in the way it was meant, which is as long.

    Raises:
        InputError: as `parse_json`.
    """
    places = JsonPlaces(meant, line)
    # Looked at first: how deep Python's reader can go is for each version and system to say, and in a browser it goes
    # down with all that was open. Few files have so many brackets, so that others pay nothing for it.
    if meant.count("[") + meant.count("{") > _MAYBE_TOO_DEEP and _too_deep(meant) is not None:
        raise _odd(meant, places, name)
    try:
        data = _plain(_DECODER.decode(meant), 0)
        if _MAYBE_SURROGATE.search(meant) and _SURROGATE.search(json.dumps(data, ensure_ascii=False)):
            raise _OddError
    except json.JSONDecodeError as error:
        raise _unreadable(error, places, name) from None
    except (_OddError, RecursionError):
        raise _odd(meant, places, name) from None
    remarks: tuple[Problem, ...] = ()
    if meant != text:
        from poolwijzer.yamlfile.slips import remark_mended

        remarks = tuple(in_order(remark_mended(text, meant, name, line)))
    return Document(name, data, places, text, meant, line, remarks)


def _number(text: str) -> str:
    """A number as somebody would write it: many programs write 4 as 4.0 or 4e0."""
    if len(text) > LONGEST_NUMBER:
        return text
    try:
        value = Decimal(text)
    except InvalidOperation:  # an exponent of more digits than this machine counts with
        return text
    if abs(value.adjusted()) > LONGEST_NUMBER:
        return text
    if value == value.to_integral_value():
        return f"{value:.0f}"
    # Three decimals look like thousands to who reads Dutch: 45.125 is written 45.1250.
    return f"{value:f}0" if value.as_tuple().exponent == -3 else f"{value:f}"


def _no_number(word: str) -> _NoNumber:
    return _NoNumber()


def _group(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _Twice(found)


_DECODER = json.JSONDecoder(parse_int=str, parse_float=_number, parse_constant=_no_number, object_pairs_hook=_group)


def _plain(value: Any, depth: int) -> Any:
    kind = value.__class__
    if kind is str:
        return value
    if kind is dict or kind is list:
        if depth >= MAX_DEPTH:
            raise _OddError
        if kind is list:
            return [inner if inner.__class__ is str else _plain(inner, depth + 1) for inner in value]
        return {key: inner if inner.__class__ is str else _plain(inner, depth + 1) for key, inner in value.items()}
    if kind is _Twice or kind is _NoNumber:
        raise _OddError
    return _WORDS.get(value)


def _unreadable(error: json.JSONDecodeError, places: JsonPlaces, name: str) -> InputError:
    index, text = error.pos, error.doc
    message = next((told for word, told in _SLIPS.items() if word in error.msg), "Hier hoort een waarde.")
    if "trailing comma" in error.msg:  # newer versions of Python point at the comma
        index = places.skip(index + 1)
        message = _SLIPS["property name"] if text.startswith("}", index) else message
    return _refused(name, places, index, message)


def _odd(text: str, places: JsonPlaces, name: str) -> InputError:
    """What is wrong in a text that Python can read, or that is too deep for it."""
    if (index := _too_deep(text)) is not None:
        message = f"Dit bestand is meer dan {MAX_DEPTH} niveaus diep."
        return _refused(name, places, index, message, "Gebruik minder haakjes.")
    loc, value = _find_odd(_DECODER.decode(text), ()) or ((), None)
    if isinstance(value, _Twice):
        first, second, key = places.find_twice(loc)
        message = f"{quote(key)} staat hier dubbel: het staat ook al op regel {places.at(first).line + 1}."
        return _refused(name, places, second, message, "Haal er een weg.")
    index = places.mark(loc, key=value is None).index
    if isinstance(value, _NoNumber):
        return _refused(name, places, index, "Hier hoort een waarde.")
    return _refused(name, places, index, "In deze tekst staat een half teken.", "Schrijf het teken zelf.")


def _refused(name: str, places: JsonPlaces, index: int, message: str, hint: str = _CHECK) -> InputError:
    at = places.at(index)
    return InputError(Problem(name, message, hint, at.line + 1, at.column + 1))


def _too_deep(text: str) -> int | None:
    """Where the first bracket opens that is one too deep."""
    depth = 0
    for found in re.finditer(_OPENS_OR_CLOSES, text):
        sign = found[0]
        if sign in ("[", "{"):
            depth += 1
            if depth > MAX_DEPTH:
                return found.start()
        elif sign in ("]", "}"):
            depth -= 1
    return None


def _find_odd(value: Any, loc: Loc) -> tuple[Loc, Any] | None:
    """The first thing that is odd, and where; None instead of the thing for a key."""
    if isinstance(value, _Twice | _NoNumber) or (isinstance(value, str) and _SURROGATE.search(value)):
        return loc, value
    if isinstance(value, dict):
        for key, inner in value.items():
            if _SURROGATE.search(key):
                return (*loc, key), None
            if found := _find_odd(inner, (*loc, key)):
                return found
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            if found := _find_odd(inner, (*loc, index)):
                return found
    return None
