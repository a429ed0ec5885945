"""Making what people typed harmless, once, for every format.

Controls other than tab and newline, surrogates and noncharacters become `�`; text that holds bidirectional controls
is isolated, so that it cannot turn round what stands beside it. All else shows as typed.
"""

from __future__ import annotations

import dataclasses
import re
from typing import Any, TypeVar

_UNSHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ISOLATE, _END, _END_OF_EMBEDDING = "\u2068", "\u2069", "\u202c"
_EMBEDDINGS, _ISOLATES = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"

Value = TypeVar("Value")


def cleaned_text(text: str) -> str:
    """One text made harmless."""
    text = _UNSHOWN.sub("\ufffd", text.replace("\r\n", "\n"))
    return _isolated(text) if _BIDI.search(text) else text


def _isolated(text: str) -> str:
    """Each line on its own, with what it opens closed before the isolate that we put round it."""
    return "\n".join(_isolated_line(line) if _BIDI.search(line) else line for line in text.split("\n"))


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


def cleaned(value: Value) -> Value:
    """A report value with every text in it made harmless."""
    done: Any = value
    if isinstance(value, str):
        done = cleaned_text(value)
    elif isinstance(value, tuple):
        done = tuple(cleaned(part) for part in value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [entry.name for entry in dataclasses.fields(value)]
        done = type(value)(**{name: cleaned(getattr(value, name)) for name in names})
    result: Value = done
    return result
