"""What people pack: answers in a zip, and a text that was pasted into a document of Word or LibreOffice."""

from __future__ import annotations

import re
import zipfile
import zlib
from html import unescape
from pathlib import PurePath
from typing import BinaryIO

from poolwijzer.forms.returned.mail import MOST_PARTS, Attachment
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.tables.registry import TABLES_IN

MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes, of all that is packed together; what people answer takes a thousandth of it."""
_TEXT_OF = ("word/document.xml", "content.xml")
_ENDS = re.compile(r"</(?:w:p|text:p|text:h)>|<(?:w:br|w:cr|text:line-break)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_FAILURES = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError)
_OF_COMPUTERS = ("thumbs.db", "desktop.ini", ".ds_store")
_TABLES = frozenset(TABLES_IN) - {".txt", ".gz", ".zip"}
_HINT = "Pak het uit, en noem de map."


def unpack(name: str, file: BinaryIO, most: int = MOST_UNPACKED) -> list[Attachment]:
    """The files in a zip, in its order; not those that a computer puts there by itself.

    Args:
        name: How messages call it.
        file: Its bytes; can be read again from their beginning.
        most: How many bytes these may be together.

    Raises:
        InputError: it is broken or locked, or holds more than people answer.
    """
    file.seek(0)
    found: list[Attachment] = []
    try:
        with zipfile.ZipFile(file) as package:
            members = _members(package)
            if len(members) > MOST_PARTS:
                raise InputError(Problem(name, f"Hier zitten meer dan {MOST_PARTS} bestanden in.", _HINT))
            for member in members:
                with package.open(member) as part:
                    data = part.read(most + 1)
                most -= len(data)
                if most < 0:
                    raise InputError(Problem(name, f"Uitgepakt is {quote(member)} veel te groot.", _HINT))
                found.append(Attachment(member, data))
    except _FAILURES:
        raise InputError(Problem(name, "Dit zip-bestand is stuk, of er zit een wachtwoord op.", _HINT)) from None
    return found


def holds_one_table(file: BinaryIO) -> bool:
    """Whether a zip holds a single file, and that is a table by its name."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as package:
            names = _members(package)
    except _FAILURES:
        names = []
    file.seek(0)
    return len(names) == 1 and PurePath(names[0]).suffix.lower() in _TABLES


def words_of_document(file: BinaryIO) -> str:
    """The text of a document of Word or LibreOffice, a paragraph a line; empty if it cannot be read."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as package:
            part = next((one for one in _TEXT_OF if one in package.namelist()), None)
            if part is None:
                return ""
            with package.open(part) as opened:
                text = opened.read(MOST_UNPACKED).decode("utf-8", "replace")
    except _FAILURES:
        return ""
    return unescape(_TAG.sub("", _ENDS.sub("\n", text)))


def _members(package: zipfile.ZipFile) -> list[str]:
    """What persons put in it; a Mac and Windows add files of their own."""
    names = [one.filename for one in package.infolist() if not one.is_dir()]
    return [one for one in names if not one.startswith("__MACOSX/") and PurePath(one).name.lower() not in _OF_COMPUTERS]
