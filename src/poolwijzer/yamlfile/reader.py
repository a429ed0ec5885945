"""From a file or bytes to a document, within limits that keep a bad file from doing harm."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from poolwijzer.infile import read_file
from poolwijzer.problems import InputError, Problem, at_most, in_order, untold
from poolwijzer.yamlfile.builder import MAX_DEPTH, Builder, NeedsPlaces
from poolwijzer.yamlfile.document import Document
from poolwijzer.yamlfile.events import STAND_IN
from poolwijzer.yamlfile.places import SoughtPlaces

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MENDS", "Top", "parse_document", "read_document"]

MAX_BYTES = 2 * 1024 * 1024
MENDS = (1, 2)
"""How far a text that is of no use can be mended: of what cannot be seen; and of what looks like syntax too."""

Top = Literal["mapping", "any"]
"""What a file may be as a whole: names with values, or anything."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Patterns for rare cases stay text until they are used: compiling them would cost every start.
# What YAML allows in a file; the parsers say so in English, and stop at the first.
_CONTROL = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_BINARY = rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]"
_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\n\r]*)?\r?\n)*+%")
# Text may stand behind a # that was no comment to who typed it.
_HIDDEN = re.compile(r"#(?<=[ \t]#)\w")
_BEFORE_OPENING = "[\xa0\xad\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff][ \t]*[\"'\\[{|>“”„«‘’]"
_BREAK = "\r\n|[\r\n]"
# What nearly every sign of nearly every file is, and what is surely no control character.
_ORDINARY = bytes(range(0x20, 0x7F)) + b"\n\r"
# More than this many is no text with a slip in it, but something else.
_MOST_CONTROLS = 20


def read_document(path: Path, *, top: Top = "any") -> Document:
    """Read one YAML file.

    Args:
        path: The file.
        top: Whether the file must be a group of names with values.

    Raises:
        InputError: The file cannot be read or is no usable YAML; carries every problem that was found.
    """
    raw, name = read_bytes(path), str(path)
    document = parse_document(raw, name, top=top)
    if _may_hold_controls(document.text) and _hides_a_key(document.data):
        with suppress(InputError):
            return parse_document(raw, name, top=top, mend=MENDS[0])
    return document


def _hides_a_key(data: Any) -> bool:
    """Whether a name begins with a sign that cannot be seen: where that stands for a margin, it is in another group."""
    if isinstance(data, dict):
        return any(not key[:1].isprintable() or _hides_a_key(value) for key, value in data.items())
    return isinstance(data, list) and any(map(_hides_a_key, data))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; of one that is too large only so many that whoever parses them sees that it is.

    Raises:
        InputError: The file cannot be read.
    """
    return read_file(path, MAX_BYTES)


def parse_document(raw: bytes, name: str, *, top: Top = "any", pure: bool = False, mend: int = 0) -> Document:
    """Read YAML that is already in memory.

    Args:
        raw: The bytes, as UTF-8 or as UTF-16 with a byte order mark.
        name: How messages call them.
        top: Whether they must be a group of names with values.
        pure: Use the parser in pure Python, also where the quick one is there.
        mend: Read them as they were meant, so far (`MENDS`); as they are where that can be read, if this is 0.

    Raises:
        InputError: These bytes are no usable YAML; carries every problem that was found.
    """
    text = decode_text(raw, name)

    def parse(meant: str) -> Document:
        return parse_text(text, meant, name, top=top, pure=pure)

    return read_meant(text, name, parse, mend=mend)


def read_meant(
    text: str, name: str, parse: Callable[[str], Document], *, json: bool = False, line: int = 1, mend: int = 0
) -> Document:
    """Read a text as it is, or else as it was meant, so far (`MENDS`); only so far, if `mend` is not 0.

    Raises:
        InputError: It cannot be read; carries what is wrong with it as it is, and every slip that can be why.
    """
    problems: tuple[Problem, ...] = ()
    for meant in list_readings(text, json=json, mend=mend):
        try:
            return parse(meant)
        except InputError as error:
            problems = problems or error.problems
    from poolwijzer.yamlfile.slips import explain_slips  # only for what cannot be read

    raise InputError(explain_slips(problems, text, name, line=line, json=json))


def list_readings(text: str, *, json: bool = False, mend: int = 0) -> Iterator[str]:
    """The text, and then how it can have been meant, so far; each only once, and made when it is asked for."""
    first = text if json else _opened(text)
    if not mend:
        yield first
    from poolwijzer.yamlfile.mending import can_mend, mend_json, mend_yaml  # only for what cannot be read as it is

    if not mend and not can_mend(text):
        return
    for level in (mend,) if mend else MENDS:
        meant = (mend_json if json else mend_yaml)(text, level)
        if mend or meant != first:
            yield meant
        first = meant


def _opened(text: str) -> str:
    """The text, in which no sign that cannot be seen hides what a value begins with: that would make text of it."""
    if not (_may_hold_controls(text) and re.search(_BEFORE_OPENING, text)):
        return text
    from poolwijzer.yamlfile.mending import open_values

    return open_values(text)


def parse_text(text: str, meant: str, name: str, *, top: Top = "any", pure: bool = False) -> Document:
    """Read a text, in the way it was meant, which is as long.

    Raises:
        InputError: It is no usable YAML; carries every problem that was found.
    """
    if not text.strip():
        raise _refused(name, "Dit bestand is leeg.", "Kijk of dit het goede bestand is.")
    without = STAND_IN if meant != text else ""
    try:
        data = _read_plainly(meant, pure=pure, without=without)
    except NeedsPlaces:
        data = _read_closely(meant, name, pure=pure, without=without)
    if data is None:
        message = "In dit bestand staat niets, behalve misschien commentaar."
        raise _refused(name, message, "Kijk of er voor de regels geen # staat.")
    remarks: tuple[Problem, ...] = ()
    hidden: tuple[Problem, ...] = ()
    if meant != text or _hides_text(meant):
        from poolwijzer.yamlfile.slips import remark_hidden, remark_mended

        hidden = at_most(remark_hidden(meant, name)) if _hides_text(meant) else ()
        remarks = tuple(in_order([*remark_mended(text, meant, name), *hidden]))
    document = Document(name, data, SoughtPlaces(meant, pure, without), text, meant, remarks=remarks, hidden=hidden)
    if top == "mapping" and not isinstance(data, dict):
        message = "Het bestand moet beginnen met namen en waarden, zoals 'initiative:'."
        hint = "Zet een naam en een dubbele punt boven de lijst." if isinstance(data, list) else ""
        if isinstance(data, str) and ":" in data:
            hint = "Zet een spatie na elke dubbele punt."
        raise InputError(document.locate(()).problem(message, hint))
    return document


def _read_plainly(text: str, *, pure: bool, without: str) -> Any:
    """What a text says, where nothing in it can be wrong."""
    if (_may_hold_controls(text) and re.search(_CONTROL, text)) or _DIRECTIVE.match(text):
        raise NeedsPlaces
    data, _ = Builder(text, places=False).build(pure=pure, without=without)
    return data


def _read_closely(text: str, name: str, *, pure: bool, without: str) -> Any:
    """What a text says, or else everything that is wrong with it."""
    builder = Builder(text, name)
    if _may_hold_controls(text) and re.search(_CONTROL, text):
        builder.problems += _control_problems(text, name)
        # A stand-in of the same length, so that the rest of the file can be checked at its own places.
        builder.text = re.sub(_CONTROL, "\ufffd", text)
    if found := _DIRECTIVE.match(text):
        message, hint = "Een bestand kan niet beginnen met een regel met %.", "Haal die regel weg."
        raise InputError([*builder.problems, Problem(name, message, hint, *_line_and_column(text, found.end() - 1))])
    data, _ = builder.build(pure=pure, without=without)
    if builder.problems:
        raise InputError([*in_order(builder.problems), *untold(name, builder.more)])
    return data


def _hides_text(text: str) -> bool:
    """Tell, for almost every file quickly, that no text may stand behind a #."""
    return (" #" in text or "\t#" in text) and _HIDDEN.search(text) is not None


def _refused(name: str, message: str, hint: str) -> InputError:
    return InputError(Problem(name, message, hint))


def is_json(raw: bytes) -> bool:
    """Whether a text is JSON; YAML may begin with a brace too, but then without a quote behind it."""
    text = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return re.match(rb'\s*(\{\s*["}]|\[)', text) is not None


def decode_text(raw: bytes, name: str) -> str:
    """The text of a file in UTF-8, or in UTF-16 with a byte order mark.

    Raises:
        InputError: It is no text in these, or too large.
    """
    if len(raw) > MAX_BYTES:
        raise _refused(name, "Dit bestand is groter dan 2 MB.", "Kijk of dit het goede bestand is.")
    if raw.startswith(_UTF16):
        encoding, start = "UTF-16", 0
    else:
        encoding, start = "UTF-8", len(codecs.BOM_UTF8) if raw.startswith(codecs.BOM_UTF8) else 0
    try:
        return raw[start:].decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "UTF-8" and re.search(_BINARY, raw):
            raise _not_text(name) from None
        line, column = _line_and_column(raw[start : start + error.start].decode(encoding, "replace"))
        hint = "Sla het op als UTF-8; in Kladblok kiest u dat bij Opslaan als, Codering."
        message = f"Dit bestand is geen {encoding}: hier staat een teken dat niet te lezen is."
        raise InputError(Problem(name, message, hint, line, column)) from None


def _not_text(name: str) -> InputError:
    return _refused(name, "Dit is geen tekstbestand.", "Kies een bestand dat een teksteditor kan lezen.")


@lru_cache(maxsize=1)
def _may_hold_controls(text: str) -> bool:
    """Tell quickly, for almost every file, that it holds none; it is asked more than once of one text."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _ORDINARY)
    return not rest.decode("utf-8", "surrogatepass").isprintable()


def _control_problems(text: str, name: str) -> list[Problem]:
    found = list(re.finditer(_CONTROL, text))
    if len(found) > _MOST_CONTROLS:
        raise _not_text(name)
    hint = "Haal het weg; soms komt het mee bij het plakken uit een ander programma."
    return [
        Problem(name, f"Hier staat een onzichtbaar stuurteken (U+{ord(sign[0]):04X}).", hint, *spot)
        for sign in found
        for spot in [_line_and_column(text, sign.start())]
    ]


def _line_and_column(text: str, index: int | None = None) -> tuple[int, int]:
    """Give line and column, from 1, of a character; of the end where no character is named."""
    before = text if index is None else text[:index]
    lines = re.split(_BREAK, before)
    return len(lines), len(lines[-1]) + 1
