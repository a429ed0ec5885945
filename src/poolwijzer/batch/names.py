"""Names from a pipe: lists as `find`, an editor, PowerShell and Windows' *copy as path* make them."""

from __future__ import annotations

import codecs
import locale
import os

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_QUOTES = ('"', "'")


def read_names(raw: bytes) -> list[str]:
    """The names in a list: a line each, or, as `find -print0` gives them, each with a NUL behind it.

    A name a line may stand between quotation marks, or with blanks around it; as it stands there it goes first.
    """
    text = _decoded(raw)
    if "\0" in text:
        return [name for name in text.split("\0") if name.strip()]
    # A mark may also stand before a later line, where lists were put one after the other.
    lines = (line.lstrip("\ufeff") for line in text.replace("\r", "\n").split("\n"))
    return [_meant(line) for line in lines if line.strip()]


def _decoded(raw: bytes) -> str:
    """As text, in which bytes of a name that are none come through."""
    if raw.startswith(_UTF16):
        return raw.decode("utf-16", "replace")
    odd = raw[1::2]
    if odd and not any(odd) and b"." in raw[::2]:  # UTF-16 without a mark, as `cmd /u` gives it
        return raw.decode("utf-16-le", "replace")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return os.fsdecode(raw)
    except UnicodeDecodeError:  # only on Windows, whose older programs write in their own code page
        return raw.decode(locale.getpreferredencoding(False), "replace")


def _meant(line: str) -> str:
    if os.path.lexists(line):
        return line
    name = line.strip()
    quoted = len(name) > 2 and name[0] == name[-1] and name[0] in _QUOTES
    return name[1:-1] if quoted and not os.path.lexists(name) else name
