"""What kind of file holds a table, by what is in it and not by its name, and words for kinds that cannot be read."""

from __future__ import annotations

import zipfile
import zlib
from typing import BinaryIO, NamedTuple

_START = 1024
_CHUNK = 1024 * 1024
_AS_TABLE = "Sla de tabel op als Excel-werkmap (.xlsx) of als CSV UTF-8."
_IN_EXCEL = "Open het in Excel en sla het op als Excel-werkmap (.xlsx)."
_UNPACK = "Pak het uit, en noem het bestand dat erin zit."


class FileKind(NamedTuple):
    """A kind of file that its beginning gives away.

    Attributes:
        suffix: How a table of this kind is read; empty if it cannot be.
        message: What is wrong with a kind that cannot be read.
        hint: What to do about that.
    """

    suffix: str
    message: str = ""
    hint: str = ""


_WORKBOOK = FileKind(".xlsx")
_LOCKED = FileKind(
    "",
    "Dit bestand heeft een wachtwoord. Poolwijzer kan het niet openen.",
    "Open het in Excel, haal het wachtwoord eraf, en sla het op als Excel-werkmap (.xlsx).",
)
_OLD = FileKind("", "Dit is een oud Excel-bestand (.xls). Dat leest Poolwijzer niet.", _IN_EXCEL)
_OLD_OR_LOCKED = FileKind(
    "",
    "Dit is een oud Excel-bestand, of het heeft een wachtwoord.",
    "Open het in Excel en sla het zonder wachtwoord op als .xlsx.",
)
_BINARY = FileKind("", "Dit is een binaire Excel-werkmap (.xlsb). Die leest Poolwijzer niet.", _IN_EXCEL)
_OPEN_DOCUMENT = FileKind("", "Dit is een OpenDocument-rekenblad (.ods). Dat leest Poolwijzer niet.", _AS_TABLE)
_TEXT_DOCUMENT = FileKind("", "Dit is een tekstdocument, en geen tabel.", _AS_TABLE)
_SLIDES = FileKind("", "Dit is een presentatie, en geen tabel.", _AS_TABLE)
_NUMBERS = FileKind("", "Dit is een bestand van een programma van Apple. Dat leest Poolwijzer niet.", _AS_TABLE)
_ZIP = FileKind("", "Dit is een zip-bestand, en geen tabel.", _UNPACK)
_WEB_PAGE = FileKind("", "Dit is een webpagina, ook als de naam iets anders zegt.", _IN_EXCEL)
_XML = FileKind("", "Dit is XML, en geen tabel die Poolwijzer leest.", _IN_EXCEL)

_STARTS = {
    b"\x1f\x8b": FileKind("", "Dit bestand is ingepakt (.gz).", _UNPACK),
    b"BZh": FileKind("", "Dit bestand is ingepakt (.bz2).", _UNPACK),
    b"\xfd7zXZ": FileKind("", "Dit bestand is ingepakt (.xz).", _UNPACK),
    b"7z\xbc\xaf": FileKind("", "Dit bestand is ingepakt (.7z).", _UNPACK),
    b"Rar!": FileKind("", "Dit bestand is ingepakt (.rar).", _UNPACK),
    b"%PDF-": FileKind("", "Dit is een pdf, en geen tabel.", "Vraag om dezelfde gegevens als Excel-bestand of CSV."),
}
_MARKUP = ((b"<!doctype html", _WEB_PAGE), (b"<html", _WEB_PAGE), (b"<table", _WEB_PAGE), (b"<?xml", _XML))
_PACKAGE, _EMPTY_PACKAGE, _OLE = b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"
_IN_OLE = {"EncryptedPackage": _LOCKED, "Workbook": _OLD, "Book": _OLD, "WordDocument": _TEXT_DOCUMENT}


def recognise(file: BinaryIO) -> FileKind | None:
    """What a file is; None if nothing gives it away, as with all plain text.

    Args:
        file: The bytes, which can be read again from their beginning.
    """
    file.seek(0)
    start = file.read(_START)
    if start.startswith((_PACKAGE, _EMPTY_PACKAGE)):
        return _in_package(file)
    if start.startswith(_OLE):
        return _in_ole(file)
    markup = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    found = (kind for sign, kind in _STARTS.items() if start.startswith(sign))
    return next(found, None) or next((kind for sign, kind in _MARKUP if markup.startswith(sign)), None)


def _in_package(file: BinaryIO) -> FileKind:
    """What a zip file is; a broken one is taken for a spreadsheet, which tells that it is broken."""
    try:
        with zipfile.ZipFile(file) as package:
            names = package.namelist()
            declared = b""
            if "mimetype" in names:
                with package.open("mimetype") as part:
                    declared = part.read(100)  # not more: it may unpack to anything
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        return _WORKBOOK
    if b"opendocument" in declared:
        return _OPEN_DOCUMENT if b"spreadsheet" in declared else _TEXT_DOCUMENT
    if any(name.endswith(".iwa") for name in names):
        return _NUMBERS
    if "[Content_Types].xml" not in names:
        return _ZIP
    if "xl/workbook.bin" in names:
        return _BINARY
    parts = {name.partition("/")[0] for name in names}
    return _TEXT_DOCUMENT if "word" in parts else _SLIDES if "ppt" in parts else _WORKBOOK


def _in_ole(file: BinaryIO) -> FileKind:
    """What an old Office file holds, by the names of its streams."""
    signs = {name.encode("utf-16-le"): kind for name, kind in _IN_OLE.items()}
    before, found = b"", set()
    file.seek(0)
    while chunk := file.read(_CHUNK):
        found |= {sign for sign in signs if sign in before + chunk}
        before = chunk[-64:]
    return next((kind for sign, kind in signs.items() if sign in found), _OLD_OR_LOCKED)
