"""Templates that no office makes: refused, and soon."""

from __future__ import annotations

import contextlib
import io
import re
import struct
import time
import warnings
import zipfile
from collections.abc import Callable
from datetime import date

import pytest

from poolwijzer.formats.archive import pack_parts
from poolwijzer.formats.word.intake import package as bounds
from poolwijzer.formats.word.template import make_template
from poolwijzer.formats.word.template_check import check_template
from poolwijzer.problems import InputError
from tests.formats.word.conftest import parts_of
from tests.formats.word.made_templates import (
    MAIN,
    OFFICE,
    WORD,
    char,
    code,
    paragraph,
    picture,
    relation,
    rels,
    run,
    simple,
    template,
)


def packed(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of a name that is there twice
        for name, data in [*parts_of(make_template()).items(), *members]:
            archive.writestr(name, data)
    return file.getvalue()


def with_document(change: Callable[[str], bytes]) -> bytes:
    parts = parts_of(make_template())
    return template(parts={"word/document.xml": change(parts["word/document.xml"].decode())})


def other_encoding(name: str, codec: str, *, doctype: bool = True) -> Callable[[str], bytes]:
    def change(text: str) -> bytes:
        _, _, body = text.partition("?>")
        entity = '<!DOCTYPE w:document [<!ENTITY e "x">]>' if doctype else ""
        return f'<?xml version="1.0" encoding="{name}"?>{entity}{body}'.encode(codec)

    return change


HEADED = '<w:p><w:pPr><w:sectPr><w:headerReference w:type="first" r:id="vreemd"/></w:sectPr></w:pPr></w:p>'
BROKEN: dict[str, Callable[[], bytes]] = {
    **{
        f"a doctype in {name}": (lambda name=name, codec=codec: with_document(other_encoding(name, codec)))  # type: ignore[misc]
        for name, codec in (
            ("UTF-8", "utf-8"),
            ("UTF-16", "utf-16"),
            ("UTF-16", "utf-16-be"),
            ("UTF-32", "utf-32"),
            ("UTF-7", "utf-7"),
            ("IBM037", "cp037"),
            ("ISO-8859-1", "latin-1"),
        )
    },
    "another encoding, without a doctype": lambda: with_document(other_encoding("UTF-7", "utf-7", doctype=False)),
    "a doctype in a list of relations": lambda: template(
        parts={"word/_rels/footer.xml.rels": b"<!DOCTYPE x>" + rels()}
    ),
    "a name twice": lambda: packed(("word/footer.xml", b"<x/>")),
    "a name twice but for capitals": lambda: packed(("Word/Footer.XML", b"<x/>")),
    "a name that climbs": lambda: packed(("word/../../x.xml", b"<x/>")),
    "a name from the top": lambda: packed(("/word/x.xml", b"<x/>")),
    "a name of Windows": lambda: packed(("c:x.xml", b"<x/>")),
    "more members than an office makes": lambda: packed(*((f"word/{n}.xml", b"") for n in range(1001))),
    "deep xml": lambda: template("<w:sdt><w:sdtContent>" * 300 + "</w:sdtContent></w:sdt>" * 300),
    "a relation twice": lambda: template("", relation("header", "header.xml", identity="rId5")),
    "a header that is a footer": lambda: template(HEADED, relation("header", "footer.xml")),
    "a part that is not there": lambda: template("", relation("endnotes", "endnotes.xml")),
    "a picture that is not there": lambda: template(picture('<a:blip r:embed="vreemd"/>'), relation("image", "NULL")),
    "a relation that is not there": lambda: template(picture('<a:blip r:embed="weg"/>')),
    "a header twice": lambda: template(HEADED, relation("header", "header.xml")),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_no_office_makes_is_refused(name: str) -> None:
    with pytest.raises(InputError, match=r"Word|te groot") as caught:
        check_template(BROKEN[name](), "sjabloon.docx")
    assert len(caught.value.problems) == 1


def test_a_document_with_a_password_or_of_strict_is_refused() -> None:
    closed = bytearray(packed())
    for place in (match.start() for match in re.finditer(b"PK\x01\x02", bytes(closed))):
        closed[place + 8] |= 1
    with pytest.raises(InputError, match="geen Word-document"):
        check_template(bytes(closed), "huisstijl.docx")
    strict = parts_of(make_template())
    strict["_rels/.rels"] = strict["_rels/.rels"].replace(OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument")
    with pytest.raises(InputError, match="Strict Open XML"):
        check_template(pack_parts(strict, date(2026, 11, 1)), "huisstijl.docx")


def test_utf_16_without_a_doctype_is_read() -> None:
    check_template(with_document(other_encoding("UTF-16", "utf-16", doctype=False)), "huisstijl.docx")


# What it costs.

WORDS_PAGE = paragraph(run("<w:t>Een gewone zin in een gewone alinea van een lang sjabloon.</w:t>"))
COSTLY: dict[str, Callable[[], bytes]] = {
    "a long text": lambda: template(WORDS_PAGE * 6000),
    "one long paragraph": lambda: template(paragraph(run("<w:t>woord </w:t>") * 20_000)),
    "one long word": lambda: template(paragraph(run(f"<w:t>{'a' * 4_000_000}</w:t>"))),
    "empty paragraphs at the end": lambda: with_document(
        lambda text: text.replace("<w:sectPr>", '<w:p w:rsidR="1"/>' * 40_000 + "<w:sectPr>").encode()
    ),
    "open braces": lambda: template(paragraph(run("<w:t>{{</w:t>") * 20_000)),
    "braces of one": lambda: template(paragraph(run("<w:t>{ }</w:t>") * 20_000)),
    "a tag with nothing but spaces": lambda: template(paragraph(run(f"<w:t>{{% colspan {' ' * 200_000}</w:t>"))),
    "many fields": lambda: template(paragraph(run("<w:t>{{ titel }}</w:t>") * 20_000)),
    "paragraphs that were deleted": lambda: template(
        '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr></w:p>' * 20_000
    ),
    "text that was inserted": lambda: template(paragraph(f"<w:ins>{run('<w:t>a</w:t>')}</w:ins>" * 20_000)),
    "sections with notes": lambda: template(
        "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" * 2000,
        relation("footnotes", "footnotes.xml"),
        {
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{MAIN}"><w:footnote w:id="1">{WORDS_PAGE * 3000}</w:footnote>'
            "</w:footnotes>".encode()
        },
        {"word/footnotes.xml": f"{WORD}.footnotes+xml"},
    ),
    "changes in changes": lambda: template(
        paragraph(
            "<w:ins>" * 120
            + "<w:del>" * 100
            + run("") * 30_000
            + "</w:del>" * 100
            + run("") * 30_000
            + "</w:ins>" * 120
        )
    ),
    "tables in tables": lambda: template(
        "<w:tbl><w:tblGrid/><w:tr><w:tc>" * 50 + "<w:p/>" * 60_000 + "</w:tc></w:tr></w:tbl>" * 50
    ),
    "alternatives in alternatives": lambda: template(
        paragraph(
            "<mc:AlternateContent><mc:Fallback>" * 100 + run("") * 60_000 + "</mc:Fallback></mc:AlternateContent>" * 100
        )
    ),
    "a comment on everything": lambda: template(f"<w:fldData>{'<w:p/>' * 100_000}</w:fldData>"),
    "fields in fields": lambda: template(paragraph((char("begin") + code("IF")) * 10_000)),
    "a code of quotes": lambda: template(simple("HYPERLINK " + "&quot;" * 200_000)),
    "a code of slashes": lambda: template(simple("HYPERLINK &quot;" + "\\" * 400_000)),
    "a bomb": lambda: template(WORDS_PAGE * 600_000),
    "a bomb of zeros": lambda: packed(("word/media/x.png", bytes(bounds.LARGEST_UNPACKED + 1))),
    "attributes": lambda: template("<w:p " + " ".join(f'w:a{n}="1"' for n in range(100_000)) + "/>"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", COSTLY)
def test_no_template_takes_long(name: str) -> None:
    data = COSTLY[name]()
    start = time.process_time()
    with contextlib.suppress(InputError):
        check_template(data, "huisstijl.docx")
    assert time.process_time() - start < 10


def test_what_is_unpacked_counts_and_not_what_the_file_says_of_itself() -> None:
    small = bytearray(packed(("word/media/x.png", bytes(1000))))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = bytes(small).rindex(mark, 0, bytes(small).rindex(b"word/media/x.png"))
        struct.pack_into("<I", small, start + place, 10)
    with pytest.raises(InputError, match="geen Word-document"):
        check_template(bytes(small), "huisstijl.docx")


# What comes out.
