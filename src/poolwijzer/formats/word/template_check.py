"""Whether an organisation's own template can be used: told at once, before any report is made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from poolwijzer.formats.word.styles import BULLETS, CAPTION, GRID, HEADINGS, NUMBERS
from poolwijzer.formats.word.template import BODY, FIELDS
from poolwijzer.formats.word.template_fill import fill_template
from poolwijzer.infile import read_file
from poolwijzer.problems import InputError, Problem

if TYPE_CHECKING:
    from docx.document import Document

LARGEST, LARGEST_UNPACKED = 20 * 1024 * 1024, 100 * 1024 * 1024
"""In bytes: of the file, and of all that is in it."""
IN_DUTCH = {
    **{name: f"Kop {name[-1]}" for name in HEADINGS},
    BULLETS: "Lijst opsom.teken",
    NUMBERS: "Lijstnummering",
    CAPTION: "Bijschrift",
    GRID: "Tabelraster",
}
"""What Word calls these styles in Dutch; in the file they go by their English names."""
START_WELL = "Begin met het sjabloon van Poolwijzer: poolwijzer report template sjabloon.docx."

_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS = (b"macroEnabled", b"vbaProject", b"vbaData")


def read_template(path: Path) -> bytes:
    """Read a template and make sure that a report can be made with it.

    Raises:
        InputError: with what is wrong with it.
    """
    data = read_file(path, LARGEST)
    check_template(data, str(path))
    return data


def check_template(data: bytes, name: str) -> None:
    """Refuse a template that no report can be made with.

    Args:
        data: The template.
        name: What to call it in messages.

    Raises:
        InputError: with what is wrong with it.
    """
    _check_package(data, name)
    try:
        filled = fill_template(data, {field: "x" for field in FIELDS if field != BODY}, name)
        problems = list(_styles(filled.document, name))
    except InputError:
        raise
    except Exception:
        # The file is anybody's, and what the libraries raise on a broken one has no end.
        raise _no_document(name) from None
    if problems:
        raise InputError(problems)


def _no_document(name: str) -> InputError:
    message = "Dit is geen Word-document dat gelezen kan worden."
    return InputError(Problem(name, message, "Open het in Word en bewaar het opnieuw als .docx."))


def _check_package(data: bytes, name: str) -> None:
    """Look at what is in the file before any library does."""
    if data.startswith(_OLD):
        message = "Dit is een oud Word-document, of er zit een wachtwoord op."
        raise InputError(Problem(name, message, "Bewaar het in Word als .docx zonder wachtwoord."))
    if len(data) > LARGEST:
        raise InputError(Problem(name, "Dit sjabloon is groter dan 20 MB.", "Maak de plaatjes erin kleiner."))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            if sum(member.file_size for member in members) > LARGEST_UNPACKED:
                raise InputError(Problem(name, "Wat in dit sjabloon zit, is te groot.", START_WELL))
            kinds = package.read("[Content_Types].xml")
            texts = [package.read(member) for member in members if member.filename.endswith((".xml", ".rels"))]
    except (KeyError, OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        raise _no_document(name) from None
    if any(word in kinds for word in _MACROS):
        message = "In dit sjabloon zitten macro's. Die worden niet gebruikt."
        raise InputError(Problem(name, message, "Bewaar het in Word als .docx, zonder macro's."))
    if _TEMPLATE in kinds:
        message = "Dit is een sjabloonbestand van Word (.dotx)."
        raise InputError(Problem(name, message, "Bewaar het in Word als gewoon document (.docx)."))
    if _DOCUMENT not in kinds or any(b"<!DOCTYPE" in text or b"<!ENTITY" in text for text in texts):
        raise _no_document(name)


def _styles(document: Document, name: str) -> Iterator[Problem]:
    """What the template lacks of the styles that a report needs."""
    from poolwijzer.formats.word.numbering import find_list

    missing = [style for style in IN_DUTCH if not _has(document, style)]
    if missing:
        named = ", ".join(f"{IN_DUTCH[style]} ({style})" for style in missing)
        kind = "ontbreekt een stijl" if len(missing) == 1 else "ontbreken stijlen"
        hint = f"Gebruik elke stijl een keer in het sjabloon. Of: {START_WELL[0].lower()}{START_WELL[1:]}"
        yield Problem(name, f"In het sjabloon {kind}: {named}.", hint)
    for style in (BULLETS, NUMBERS):
        if style not in missing and find_list(document, style) is None:
            message = f"De stijl {IN_DUTCH[style]} ({style}) maakt in dit sjabloon geen lijst."
            yield Problem(name, message, "Geef de stijl in Word een opsommingsteken of een nummering.")


def _has(document: Document, style: str) -> bool:
    from docx.enum.style import WD_STYLE_TYPE

    kind = WD_STYLE_TYPE.TABLE if style == GRID else WD_STYLE_TYPE.PARAGRAPH
    return any(found.name == style and found.type == kind for found in document.styles)
