"""Making what people typed harmless, once, for every format.

Controls other than tab and newline, surrogates and noncharacters become `�`; text that holds bidirectional controls
is isolated, so that it cannot turn round what stands beside it. All else shows as typed.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from operator import is_
from typing import Any, TypeVar

from pydantic import BaseModel

_UNSHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ISOLATE, _END, _END_OF_EMBEDDING = "\u2068", "\u2069", "\u202c"
_EMBEDDINGS, _ISOLATES = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"

Value = TypeVar("Value")


def sanitize_text(text: str) -> str:
    """One text made harmless."""
    if text.isascii() and text.isprintable():  # nearly all of what comes by, and nothing to be done about it
        return text
    text = _UNSHOWN.sub("\ufffd", text.replace("\r\n", "\n"))
    return _isolated(text) if _BIDI.search(text) else text


def sanitize_line(text: str) -> str:
    """One text made harmless, on one line with single spaces: a name as it stands in a title or a table."""
    return sanitize_text(" ".join(text.split()))


def _isolated(text: str) -> str:
    """Each line on its own, with what it opens closed before the isolate that we put round it."""
    return "\n".join(
        _isolated_line(line) if _BIDI.search(line) and not _keeps_to_itself(line) else line for line in text.split("\n")
    )


def _keeps_to_itself(line: str) -> bool:
    """Whether every control in a line already lies within an isolate that is closed, such as one of ours."""
    open_ends: list[str] = []
    for character in line:
        if character in _ISOLATES:
            open_ends.append(_END)
        elif character in _EMBEDDINGS and open_ends:
            open_ends.append(_END_OF_EMBEDDING)
        elif character in (_END, _END_OF_EMBEDDING) and open_ends and open_ends[-1] == character:
            open_ends.pop()
        elif _BIDI.match(character) and (not open_ends or character in (_END, _END_OF_EMBEDDING)):
            return False
    return not open_ends


def _isolated_line(line: str) -> str:
    """One line in an isolate; an end that nothing in the line opened would end ours, so it becomes `�`."""
    open_ends: list[str] = []
    kept = []
    for character in line:
        if character in _EMBEDDINGS:
            open_ends.append(_END_OF_EMBEDDING)
        elif character in _ISOLATES:
            open_ends.append(_END)
        elif character in (_END_OF_EMBEDDING, _END):
            if not open_ends or open_ends[-1] != character:
                character = "\ufffd"
            else:
                open_ends.pop()
        kept.append(character)
    return f"{_ISOLATE}{''.join(kept)}{''.join(reversed(open_ends))}{_END}"


def sanitize(value: Value) -> Value:
    """A value of a report, or what it is made from, with every text in it made harmless.

    What people typed is cleaned before it goes into a sentence, so that it is isolated from that sentence; the report
    as a whole is cleaned once more for what the menus and the engine put together. The second time changes nothing.
    """
    return change_texts(value, sanitize_text)


def change_texts(value: Value, change: Callable[[str], str]) -> Value:
    """A value with every text in it changed; what stands in it more than once is changed once.

    Where nothing changes, it is the same value.
    """
    result: Value = _change_all(value, change, {})
    return result


def _change_all(value: Any, change: Callable[[str], str], known: dict[int, Any]) -> Any:
    if isinstance(value, str):
        return change(value)
    if id(value) in known:
        return known[id(value)]
    done = value
    if isinstance(value, tuple):
        changed = [_change_all(part, change, known) for part in value]
        make = getattr(value, "_make", tuple)  # a named tuple stays one
        done = value if all(map(is_, changed, value)) else make(changed)
    elif isinstance(value, dict):
        changed = [_change_all(part, change, known) for part in value.values()]
        done = value if all(map(is_, changed, value.values())) else dict(zip(value, changed, strict=True))
    elif isinstance(value, BaseModel):
        parts = {name: new for name, part in value if (new := _change_all(part, change, known)) is not part}
        done = value.model_copy(update=parts) if parts else value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {entry.name: getattr(value, entry.name) for entry in dataclasses.fields(value)}
        changed = [_change_all(part, change, known) for part in fields.values()]
        if not all(map(is_, changed, fields.values())):
            done = type(value)(**dict(zip(fields, changed, strict=True)))
    else:
        return value
    known[id(value)] = done
    return done
