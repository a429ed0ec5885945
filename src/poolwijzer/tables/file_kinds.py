"""What kind of file holds a table, by what is in it and not by its name, and words for kinds that cannot be read."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import PurePath
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
        remark: What is worth saying of a kind that can be read.
    """

    suffix: str
    message: str = ""
    hint: str = ""
    remark: str = ""


LOCKED = (
    "Dit bestand heeft een wachtwoord. Poolwijzer kan het niet openen.",
    "Open het in Excel of LibreOffice, haal het wachtwoord eraf, en sla het opnieuw op.",
)
"""Of a workbook that only who has the password can open."""
_MACROS = "In dit bestand zitten macro's. Poolwijzer voert die niet uit en leest alleen de cellen."
_WORKBOOK, _WITH_MACROS = FileKind(".xlsx"), FileKind(".xlsx", remark=_MACROS)
_OLD, _OLD_WITH_MACROS = FileKind(".xls"), FileKind(".xls", remark=_MACROS)
_OPEN_DOCUMENT, _OPEN_WITH_MACROS = FileKind(".ods"), FileKind(".ods", remark=_MACROS)
_GZIP, _ZIP = FileKind(".gz"), FileKind(".zip")
_LOCKED = FileKind("", *LOCKED)
_OLD_OFFICE = FileKind("", "Dit is een oud bestand van Office, en geen tabel.", _AS_TABLE)
_BINARY = FileKind("", "Dit is een binaire Excel-werkmap (.xlsb). Die leest Poolwijzer niet.", _IN_EXCEL)
_TEXT_DOCUMENT = FileKind("", "Dit is een tekstdocument, en geen tabel.", _AS_TABLE)
_SLIDES = FileKind("", "Dit is een presentatie, en geen tabel.", _AS_TABLE)
_NUMBERS = FileKind("", "Dit is een bestand van een programma van Apple. Dat leest Poolwijzer niet.", _AS_TABLE)
_BROKEN_PACKAGE = FileKind(
    "",
    "Dit bestand is stuk, of niet helemaal binnengekomen.",
    "Haal het opnieuw op. Of open het in Excel of LibreOffice en sla het opnieuw op als .xlsx.",
)
_TAR = FileKind("", "Dit bestand is ingepakt (.tar).", _UNPACK)
_WEB_PAGE = FileKind("", "Dit is een webpagina, ook als de naam iets anders zegt.", _IN_EXCEL)
_XML = FileKind("", "Dit is XML, en geen tabel die Poolwijzer leest.", _IN_EXCEL)

GZIP = b"\x1f\x8b"
"""What a package of gzip begins with."""
PACKED = (".gz", ".zip")
"""Packages with one table in them."""
_STARTS = {
    GZIP: _GZIP,
    b"BZh": FileKind("", "Dit bestand is ingepakt (.bz2).", _UNPACK),
    b"\xfd7zXZ": FileKind("", "Dit bestand is ingepakt (.xz).", _UNPACK),
    b"7z\xbc\xaf": FileKind("", "Dit bestand is ingepakt (.7z).", _UNPACK),
    b"Rar!": FileKind("", "Dit bestand is ingepakt (.rar).", _UNPACK),
    b"PAR1": FileKind("", "Dit is Parquet. Dat schrijft Poolwijzer, en leest hij niet.", _AS_TABLE),
    b"%PDF-": FileKind("", "Dit is een pdf, en geen tabel.", "Vraag om dezelfde gegevens als Excel-bestand of CSV."),
}
_MARKUP = ((b"<!doctype html", _WEB_PAGE), (b"<html", _WEB_PAGE), (b"<table", _WEB_PAGE), (b"<?xml", _XML))
_TAR_AT = 257
_PACKAGE, _EMPTY_PACKAGE, _OLE = b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"
_IN_OLE = {"EncryptedPackage": _LOCKED, "Workbook": _OLD, "Book": _OLD, "WordDocument": _TEXT_DOCUMENT}
_MACROS_IN_OLE = "_VBA_PROJECT_CUR"
_MACRO_PARTS = ("xl/vbaProject.bin", "Basic/script-lc.xml")


def stem_of(path: str) -> str:
    """What a table is called after: its name without what it ends on, also where it is packed: `uitvraag.csv.gz`."""
    name = PurePath(path)
    inner = PurePath(name.stem)
    packed = name.suffix.lower() in PACKED and re.fullmatch(r"\.[a-z]{3,4}", inner.suffix.lower())
    return inner.stem if packed else name.stem


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
    if start[_TAR_AT:].startswith(b"ustar"):
        return _TAR
    markup = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    found = (kind for sign, kind in _STARTS.items() if start.startswith(sign))
    return next(found, None) or next((kind for sign, kind in _MARKUP if markup.startswith(sign)), None)


def _in_package(file: BinaryIO) -> FileKind:
    """What a zip file is."""
    try:
        with zipfile.ZipFile(file) as package:
            names = package.namelist()
            declared = b""
            if "mimetype" in names:
                with package.open("mimetype") as part:
                    declared = part.read(100)  # not more: it may unpack to anything
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        return _BROKEN_PACKAGE
    macros = any(name in _MACRO_PARTS for name in names)
    if b"opendocument" in declared:
        if b"spreadsheet" not in declared:
            return _TEXT_DOCUMENT
        return _OPEN_WITH_MACROS if macros else _OPEN_DOCUMENT
    if any(name.endswith(".iwa") for name in names):
        return _NUMBERS
    if "[Content_Types].xml" not in names:
        return _ZIP
    if "xl/workbook.bin" in names:
        return _BINARY
    parts = {name.partition("/")[0] for name in names}
    if "word" in parts or "ppt" in parts:
        return _TEXT_DOCUMENT if "word" in parts else _SLIDES
    return _WITH_MACROS if macros else _WORKBOOK


def _in_ole(file: BinaryIO) -> FileKind:
    """What an old Office file holds, by the names of its streams."""
    signs = {name.encode("utf-16-le"): kind for name, kind in _IN_OLE.items()}
    macros = _MACROS_IN_OLE.encode("utf-16-le")
    before, found = b"", set()
    file.seek(0)
    while chunk := file.read(_CHUNK):
        found |= {sign for sign in (*signs, macros) if sign in before + chunk}
        before = chunk[-64:]
    kind = next((kind for sign, kind in signs.items() if sign in found), _OLD_OFFICE)
    return _OLD_WITH_MACROS if kind is _OLD and macros in found else kind
