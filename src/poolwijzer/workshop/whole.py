"""Whether the bytes of a group's file are all of it. Pure.

The file of a group ends with the mark with which YAML ends a document (`...`), alone on its line: a text that ends in
three points is no mark. Behind it only blanks and comments may stand, so that of two versions through each other the
rest of the longer one is seen.
"""

from __future__ import annotations

import re
from typing import Literal

from poolwijzer.assessment.update import END as MARK
from poolwijzer.problems import InputError
from poolwijzer.yamlfile import decode_text

END = f"{MARK}\n".encode()
"""With what the file of a group ends."""
Look = Literal["marked", "unmarked", "broken", "emptied"]
"""What the bytes show: their end is marked; it is not, and a person can have written them so; no file ends like this;
a disk put zeros where text was."""
# The points come first, and what may stand before them after that: a large file is searched many times faster so.
_MARK_LINE = r"\.\.\.(?<![^\r\n]\.\.\.)(?=[ \t\r\n]|\Z)"
_BEHIND = r"(?:[ \t]*(?:#[^\r\n]*)?(?:[\r\n]+|\Z))*"


def is_whole(data: bytes) -> bool:
    """Whether the end of a file is there."""
    return look_at(data) == "marked"


def look_at(data: bytes) -> Look:
    """What these bytes show of a whole file or a part of one.

    Without the mark a file has to end with the end of a line, as what people and programs write does: of all places
    where a copy can break off, that leaves few.
    """
    try:
        text = decode_text(data, "")
    except InputError:
        return "emptied" if b"\0" in data else "broken"  # cut in the middle of a sign
    if "\0" in text:
        return "emptied"
    found = re.search(_MARK_LINE, text)
    if found is None:
        return "unmarked" if text.strip() and text[-1] in "\r\n" else "broken"
    said = text[: found.start()].strip()
    return "marked" if said and re.fullmatch(_BEHIND, text[found.end() :]) else "broken"
