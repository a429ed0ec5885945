"""No file, however it was made, takes more memory or time than a table can, and each is told in words that help."""

from __future__ import annotations

import gzip
import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.tables import workbook, xls_records
from poolwijzer.tables.registry import read_grid
from tests.roots import ROOT
from tests.tables.kinds import kept, ods_of, ods_row, repacked, same_table, told_of, zipped

MB = 1024 * 1024
TOO_LARGE = (
    "tabel: Dit bestand wordt uitgepakt veel te groot. "
    "Kijk of dit het goede bestand is, of verdeel het over meer bestanden."
)
LOCKED = (
    "tabel: Dit bestand heeft een wachtwoord. Poolwijzer kan het niet openen. "
    "Open het in Excel of LibreOffice, haal het wachtwoord eraf, en sla het opnieuw op."
)
OLD_BROKEN = "tabel: Dit oude Excel-bestand is stuk. Open het in Excel en sla het op als Excel-werkmap (.xlsx)."
OPEN_BROKEN = (
    "tabel: Dit bestand is geen OpenDocument-rekenblad, of het is stuk. "
    "Open het in LibreOffice of Excel en sla het op als Excel-werkmap (.xlsx)."
)
CUT = (
    "tabel: Dit bestand is stuk, of niet helemaal binnengekomen. "
    "Haal het opnieuw op. Of open het in Excel of LibreOffice en sla het opnieuw op als .xlsx."
)
CUT_PACKED = "tabel: Dit ingepakte bestand is stuk, of niet helemaal binnengekomen. Haal het opnieuw op."


@contextmanager
def at_most(megabytes: int) -> Iterator[None]:
    """More memory than this is not taken at any moment."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < megabytes * MB
    finally:
        tracemalloc.stop()


@cache
def zeros(megabytes: int, suffix: str) -> bytes:
    """A package of almost nothing that unpacks to this much."""
    file = io.BytesIO()
    if suffix == ".gz":
        with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=1, mtime=0) as package:
            for _ in range(megabytes):
                package.write(b"\n" * MB)
        return file.getvalue()
    made = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    with made, made.open("a.csv", "w") as part:
        for _ in range(megabytes):
            part.write(b"\n" * MB)
    return file.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".gz", ".zip"])
def test_a_package_that_unpacks_to_far_too_much_is_refused(suffix: str, content: Content) -> None:
    bomb = zeros(300, suffix)
    assert len(bomb) < 2 * MB
    with at_most(20):
        assert told_of(bomb, content, f"tabel{suffix}") == ([], [TOO_LARGE])


def test_a_package_that_lies_about_its_size_is_broken(content: Content) -> None:
    table = zipped({"a.csv": b"gemeente;m2\n" + b"Assen;4\n" * 1000})
    real = struct.pack("<I", 12 + 8 * 1000)
    assert told_of(table.replace(real, struct.pack("<I", 9)), content, "tabel.zip") == ([], [CUT_PACKED])


def test_packages_in_packages_are_not_opened(content: Content) -> None:
    nest = zipped({"a.csv": b"x"})
    for _ in range(42):
        nest = zipped({f"lib {number}.zip": nest for number in range(2)})
    with at_most(20):
        (line,) = told_of(nest, content, "tabel.zip")[1]
    assert "In dit zip-bestand zitten 2 tabellen: 'lib 0.zip' en 'lib 1.zip'." in line


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ('<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>', ""),
        (ods_row(["x"], 'table:number-rows-repeated="1048576"', 'table:number-columns-repeated="16384"'), "te groot"),
        (ods_row(["x" * 100_000], each='table:number-columns-repeated="16384"'), "te groot"),
        (ods_row(["x"], each='table:number-columns-repeated="99999999"'), "te gebruiken"),
        (ods_row(["<text:s text:c='999999999'/>"]), "te groot"),
        (f"<!--{'x' * 9 * MB}-->", "niet te lezen"),
        ("<table:table-cell>" * 5000, "het is stuk"),
    ],
    ids=["empty rows", "rows and columns", "a long text", "columns", "spaces", "a comment without end", "depth"],
)
def test_a_sheet_of_opendocument_that_says_much_in_few_words_is_told(
    rows: str, words: str, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_CELLS", 50_000)  # the same in less time
    data = ods_of(ods_row(["gemeente", "m2"]) + ods_row(["Assen", "4"]) + rows)
    assert len(data) < MB
    with at_most(80):
        read, told = told_of(data, content)
    assert [one.organisation.name for one in read[0].responses] == ["Assen"] if read else told
    assert words in " ".join(told) and bool(told) == bool(words)


def test_content_of_gigabytes_is_refused_before_any_of_it_is_read(content: Content) -> None:
    data = ods_of(ods_row(["gemeente", "m2"]))
    size = struct.pack("<I", zipfile.ZipFile(io.BytesIO(data)).getinfo("content.xml").file_size)
    with at_most(20):
        assert told_of(data.replace(size, struct.pack("<I", 3 * 1024 * MB)), content) == ([], [TOO_LARGE])


def test_no_entity_in_opendocument_grows_and_none_reads_a_file(content: Content) -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 20}">' for n in range(1, 12))
    for entities in (f'<!ENTITY l0 "lol">{levels}', '<!ENTITY l11 SYSTEM "file:///etc/hostname">'):
        data = ods_of(ods_row(["gemeente", "&l11;"]), before=f"<!DOCTYPE x [{entities}]>")
        assert told_of(data, content) == ([], [OPEN_BROKEN])


def test_a_workbook_with_a_password_is_told_in_the_same_words_in_every_kind(content: Content) -> None:
    old = kept("gelijk.xls")
    begin = old.index(struct.pack("<HHH", 0x0809, 16, 0x0600))  # the record that a workbook begins with
    locked = bytearray(old)
    struct.pack_into("<HHH", locked, begin + 20, 0x002F, struct.unpack_from("<H", old, begin + 22)[0], 1)
    assert told_of(bytes(locked), content, "tabel.xls") == ([], [LOCKED])

    manifest = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert told_of(ods_of("", manifest=manifest), content) == ([], [LOCKED])
    container = b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(100)
    assert told_of(container, content, "tabel.xlsx") == ([], [LOCKED])
    closed = bytearray(zipped({"a.csv": b"x"}))
    place = closed.index(b"PK\x01\x02")
    closed[place + 8] |= 1
    told = ["tabel: Dit zip-bestand heeft een wachtwoord. Pak het uit, en noem het bestand dat erin zit."]
    assert told_of(bytes(closed), content, "tabel.zip") == ([], told)


def test_an_old_workbook_that_says_it_is_larger_than_it_is_takes_no_more(content: Content) -> None:
    old = kept("gelijk.xls")
    dimensions = struct.pack("<HHIIHH", 0x0200, 14, 0, 6, 0, 9)
    assert dimensions in old
    wide = old.replace(dimensions, struct.pack("<HHIIHH", 0x0200, 14, 0, 65_536, 0, 256))
    (expected,), _ = told_of(old, content, "tabel.xls")
    with at_most(20):
        assert told_of(wide, content, "tabel.xls") == ([expected], [])


def test_an_old_workbook_with_more_than_can_be_held_is_refused_before_it_is(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xls_records, "MOST_CELLS", 20)
    (line,) = told_of(kept("gelijk.xls"), content, "tabel.xls")[1]
    assert line.startswith("tabel: Een werkblad heeft meer dan ") and line.endswith("verdeel het over meer bestanden.")


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods", ".csv.gz", ".csv.zip"])
def test_a_file_that_breaks_off_is_told_and_is_no_crash(suffix: str, content: Content) -> None:
    whole = same_table()[suffix]
    for share in (0.1, 0.5, 0.9, 0.99):
        read, told = told_of(whole[: int(len(whole) * share)], content, f"tabel{suffix}")
        assert read == [] and len(told) == 1
        assert told[0] in (CUT, CUT_PACKED, OLD_BROKEN) or "Office" in told[0]


def test_a_row_that_was_deleted_leaves_the_others_as_they_are(content: Content) -> None:
    (whole,), _ = told_of(kept("gelijk.ods"), content)
    cut = repacked(kept("gelijk.ods"), {}, (b">Emmen<", b"><"))
    read, told = told_of(cut, content)
    assert [one.organisation.name for one in read[0].responses] == ["Assen", "Hoogeveen", "Tynaarlo", "Meppel"]
    assert len(whole.responses) == 5 and told[0].startswith("tabel:3")


@pytest.mark.parametrize("name", ["gelijk.xls", "werkmap.xls", "gelijk.ods", "werkmap.ods", "a.csv.gz", "a.csv.zip"])
@settings(max_examples=40)
@given(data=st.data())
def test_no_damage_to_any_kind_of_file_breaks_the_reading(name: str, data: st.DataObject) -> None:
    whole = same_table()[name[1:]] if name.startswith("a.") else kept(name)
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 12))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try_to_read(bytes(damaged), name)


@pytest.mark.parametrize("name", ["werkmap.ods", "werkmap.xls"])
@settings(max_examples=40)
@given(data=st.data())
def test_no_damage_to_what_is_in_it_breaks_the_reading(name: str, data: st.DataObject) -> None:
    """The same where no sum of a package tells that something changed, and nearer to the cells."""
    whole = kept(name)
    if name.endswith(".ods"):
        with zipfile.ZipFile(io.BytesIO(whole)) as package:
            whole = package.read("content.xml")
    damaged = bytearray(whole)
    start = max(0, whole.find(b"<table:table ") if name.endswith(".ods") else 0)
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(start, len(whole) - 1))
        damaged[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    book = bytes(damaged)
    try_to_read(repacked(kept(name), {"content.xml": book}) if name.endswith(".ods") else book, name)


def try_to_read(data: bytes, name: str) -> None:
    for sheet in ("", "Antwoorden"):
        known: Callable[[str], bool] = ("gemeente", "m2").__contains__
        try:
            grid = read_grid(name, io.BytesIO(data), f".{name.rpartition('.')[2]}", known, sheet)
            for number, row in enumerate(grid.rows):
                assert number < 100_000 and all(isinstance(cell, str) for cell in row.cells)
            grid.hides_column(3)
        except InputError as error:
            assert all(problem.hint for problem in error.problems)


def test_an_old_workbook_whose_stream_leads_back_into_itself_is_broken() -> None:
    data = bytearray((ROOT / "tests" / "files" / "tables" / "kinds" / "gelijk.xls").read_bytes())
    data += bytes(-(len(data) - 512) % 512)
    number = (len(data) - 512) // 512
    table = 512 + 512 * int.from_bytes(data[76:80], "little")
    data[table + 4 * number : table + 4 * number + 4] = (-2).to_bytes(4, "little", signed=True)
    # Every stream counts as a short one, and the table of those, in a sector at the end, goes round.
    data[56:68] = (2**31 - 1).to_bytes(4, "little") + number.to_bytes(4, "little") + (1).to_bytes(4, "little")
    data += b"".join(((place + 1) % 128).to_bytes(4, "little") for place in range(128))
    with pytest.raises(InputError, match="stuk"):
        read_grid("werkmap.xls", io.BytesIO(bytes(data)), ".xls", lambda header: True)
