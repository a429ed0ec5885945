"""What a file is, by what is in it and not by its name."""

from __future__ import annotations

import re
import zipfile
import zlib
from itertools import islice
from typing import BinaryIO

from poolwijzer.forms.returned.mail import LARGEST
from poolwijzer.forms.words import ANSWER, EVIDENCE, WHICH_BODY, WHICH_MUNICIPALITY
from poolwijzer.forms.workbook_form import CARRIED, SHEET

_MOST_OF_SHEETS = 256 * 1024
"""Bytes, of what names the sheets of a workbook."""
_OUTLOOK = "__properties_version1.0".encode("utf-16-le")
_OLE = b"\xd0\xcf\x11\xe0"
_INITIATIVE = re.compile(r"\s*\{|(?:^|.*\n)(?:initiative|poolwijzer)\s*:", re.DOTALL)
_BEGINNING = 64 * 1024
"""In characters."""


def sheet_names(file: BinaryIO) -> set[str]:
    """What the sheets of a workbook are called, of those that tell a form."""
    try:
        with zipfile.ZipFile(file) as package, package.open("xl/workbook.xml") as part:
            said = part.read(_MOST_OF_SHEETS).decode("utf-8", "replace")  # not more: it may unpack to anything
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        return set()
    finally:
        file.seek(0)
    return {name for name in (SHEET, CARRIED) if f'name="{name}"' in said}


def is_outlook(file: BinaryIO) -> bool:
    """Whether an old Office file is a message, by the name of one of its streams."""
    file.seek(0)
    found = file.read(len(_OLE)) == _OLE and _OUTLOOK in file.read(LARGEST)
    file.seek(0)
    return found


def is_initiative(text: str) -> bool:
    """Whether a text begins as the file of an initiative does."""
    return _INITIATIVE.match(text[:4096]) is not None


def is_form_as_text(text: str) -> bool:
    """Whether a text is the sheet of a form, saved as a table in plain text: which form it is went with its book."""
    beginning = text[:_BEGINNING]
    return all(word in beginning for word in (EVIDENCE, ANSWER)) and any(
        word in beginning for word in (WHICH_MUNICIPALITY, WHICH_BODY)
    )


def is_table(text: str) -> bool:
    """Whether the first two lines have as many columns as each other; a sentence may hold a semicolon too."""
    lines = list(islice((line for line in text[:_BEGINNING].splitlines() if line.strip()), 2))
    return any(
        len(lines) == 2 and least <= lines[0].count(sign) == lines[1].count(sign)
        for sign, least in ((";", 1), ("\t", 1), (",", 2))
    )
