"""Files that are no table we read: each is called what it is, by what is in it and not by its name."""

from __future__ import annotations

import io
import zipfile

import pytest

from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.tables.file_kinds import recognise
from poolwijzer.tables.reader import read_table
from tests.tables.test_spreadsheets import book_of


def package(**parts: str) -> bytes:
    """A zip file; two underscores in a name stand for a slash and one for a point."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), text)
    return file.getvalue()


def office(*parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in ("[Content_Types].xml", *parts):
            made.writestr(name, "<x/>")
    return file.getvalue()


def old(stream: str, before: int = 600) -> bytes:
    """An old Office file with a stream of this name, somewhere."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(before) + stream.encode("utf-16-le") + bytes(100)


SAVE = "Sla de tabel op als Excel-werkmap (.xlsx) of als CSV UTF-8."
KINDS = {
    "heeft een wachtwoord": old("EncryptedPackage"),
    "een wachtwoord. Poolwijzer": old("EncryptedPackage", 1024 * 1024 - 12),
    "oud bestand van Office": old("iets anders"),
    "binaire Excel-werkmap (.xlsb)": office("xl/workbook.bin"),
    "tekstdocument": office("word/document.xml"),
    "een tekstdocument": package(mimetype="application/vnd.oasis.opendocument.text"),
    "presentatie": office("ppt/presentation.xml"),
    "Apple": package(Index__Document_iwa="x"),
    "stuk, of niet helemaal binnengekomen": package(tabel_csv="initiative.name\nNoord\n")[:-10],
    "ingepakt (.tar)": bytes(257) + b"ustar\x0000" + bytes(300),
    "ingepakt (.7z)": b"7z\xbc\xaf" + bytes(40),
    "pdf": b"%PDF-1.7\n",
    "Parquet": b"PAR1\x15\x04",
    "webpagina": b"\xef\xbb\xbf\r\n<!DOCTYPE html><table><tr><td>initiative.name</td></tr></table>",
    "XML": b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".ods"])
@pytest.mark.parametrize("words", KINDS)
def test_what_is_no_table_is_called_what_it_is_whatever_its_name(words: str, suffix: str, content: Content) -> None:
    with pytest.raises(InputError) as caught:
        list(read_table(f"tabel{suffix}", KINDS[words], suffix, "initiatives", content))
    (problem,) = caught.value.problems
    assert words in problem.message
    assert any(word in problem.hint for word in (".xlsx", "CSV", "Pak het uit", "sla het opnieuw op"))


def test_a_workbook_is_known_as_one_and_text_as_nothing() -> None:
    workbook = recognise(io.BytesIO(book_of([["initiative.name"]])))
    assert workbook is not None and workbook.suffix == ".xlsx"
    for text in (b"", b"initiative.name;m1\n", b"poolwijzer: 1\n", b"PK;m1\n", b'{"poolwijzer": 1}'):
        assert recognise(io.BytesIO(text)) is None
