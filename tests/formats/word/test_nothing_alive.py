"""A template of somebody else brings nothing into a report that does anything: each kind is tried here by hand."""

# ruff: noqa: SIM905 - names without quotes read at a glance

from __future__ import annotations

import contextlib
import io
import random
import re
import struct
import time
import warnings
import zipfile
from collections.abc import Callable, Mapping
from datetime import date

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from poolwijzer.formats.archive import pack_parts
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word.intake import package as bounds
from poolwijzer.formats.word.template import make_template
from poolwijzer.formats.word.template_check import check_template, open_template
from poolwijzer.formats.word.writer import render
from poolwijzer.problems import InputError
from poolwijzer.report.model import Report
from tests.formats.word.an_organisation import parts_of_an_organisation
from tests.formats.word.conftest import parts_of

With = Callable[..., bytes]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
R = f"{OFFICE}/relationships"
ELSE = "http://schemas.microsoft.com/office"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HERE = '<w:p><w:pPr><w:pStyle w:val="Title"/>'
"""The first paragraph of the text; what is tried stands before it."""
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 9, 9, 8, 2, 0, 0, 0) + bytes(40)
REPORT = Report("De titel", "De ondertitel", ())


def template(
    text: str = "",
    relations: str = "",
    parts: Mapping[str, bytes] | None = None,
    kinds: Mapping[str, str] | None = None,
    **other: str,
) -> bytes:
    """The shipped template with something in it.

    Args:
        text: What stands at the begin of the text.
        relations: What its text also relates to.
        parts: Other parts, or others in their place.
        kinds: What kind those parts are said to be.
        other: What stands at the begin of other parts, by their name: `footer`, `settings`.
    """
    made = parts_of(make_template())

    def put(part: str, before: str, more: str) -> None:
        assert before.encode() in made[part], part
        made[part] = made[part].replace(before.encode(), more.encode() + before.encode(), 1)

    put("word/document.xml", HERE, text)
    put("word/_rels/document.xml.rels", "</Relationships>", relations)
    for part, kind in (kinds or {}).items():
        put("[Content_Types].xml", "</Types>", f'<Override PartName="/{part}" ContentType="{kind}"/>')
    for part, more in other.items():
        put(f"word/{part}.xml", {"settings": "<w:zoom", "footer": "<w:p>"}.get(part, "</w:"), more)
    for part in ("document", *other):
        root = made[f"word/{part}.xml"]
        named = "".join(
            f'xmlns:{prefix}="{one}" ' for prefix, one in PREFIXES.items() if f"xmlns:{prefix}=" not in str(root)
        )
        made[f"word/{part}.xml"] = re.sub(rb"(<w:\w+ )", rb"\1" + named.encode(), root, count=1)
    return pack_parts({**made, **(parts or {})}, date(2026, 11, 1))


PREFIXES = {
    "r": R,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": f"{ELSE}/word/2010/wordprocessingShape",
    "wp15": f"{ELSE}/word/2012/wordprocessingDrawing",
    "asvg": f"{ELSE}/drawing/2016/SVG/main",
    "w14": f"{ELSE}/word/2010/wordml",
    "w15": f"{ELSE}/word/2012/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}


def relation(kind: str, target: str, *, outside: bool = False, identity: str = "vreemd", base: str = R) -> str:
    where = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{identity}" Type="{base}/{kind}" Target="{target}"{where}/>'


def rels(*relations: str) -> bytes:
    return f'<Relationships xmlns="{RELATIONS}">{"".join(relations)}</Relationships>'.encode()


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def simple(code: str) -> str:
    return paragraph(f'<w:fldSimple w:instr="{code}"><w:r><w:t>resultaat</w:t></w:r></w:fldSimple>')


def char(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def code(*pieces: str) -> str:
    return "".join(run(f"<w:instrText>{piece}</w:instrText>") for piece in pieces)


def complex_field(*pieces: str, result: str = "resultaat") -> str:
    """A field in runs; a piece that is no plain text stands there as it is."""
    inner = "".join(piece if piece.startswith("<") else code(piece) for piece in pieces)
    return char("begin") + inner + char("separate") + run(f"<w:t>{result}</w:t>") + char("end")


def picture(blip: str) -> str:
    return paragraph(
        run(
            '<w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="x"/><a:graphic><a:graphicData '
            f'uri="{PREFIXES["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr>'
            f"<pic:blipFill>{blip}</pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
    )


def with_picture(data: bytes, name: str = "image1.png", kind: str = "image/png") -> bytes:
    return template(
        picture('<a:blip r:embed="vreemd"/>'),
        relation("image", f"media/{name}"),
        {f"word/media/{name}": data},
        {f"word/media/{name}": kind},
    )


def textbox(inner: str) -> str:
    return run(
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
        f'<wp:docPr id="1" name="x"/><a:graphic><a:graphicData uri="{PREFIXES["wps"]}"><wps:wsp><wps:txbx>'
        f"<w:txbxContent><w:p>{inner}</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        f"</w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent>"
    )


def part(name: str, kind: str, data: bytes, relation_kind: str, inside: str = "", base: str = R) -> bytes:
    """A template with one more part, that its text relates to."""
    return template(inside, relation(relation_kind, name, base=base), {f"word/{name}": data}, {f"word/{name}": kind})


WORDS = "meer doet dan tonen"
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    # What comes from a part, or from outside.
    "a chunk of another document": (
        lambda: part("x.html", "text/html", b"<script/>", "aFChunk", '<w:altChunk r:id="vreemd"/>'),
        "altChunk",
    ),
    "a chunk without a relation": (lambda: template("<w:altChunk/>"), "altChunk"),
    "a chunk where only an older Word looks": (
        lambda: template(
            '<mc:AlternateContent><mc:Choice Requires="w14"><w:p/></mc:Choice><mc:Fallback><w:altChunk/></mc:Fallback>'
            "</mc:AlternateContent>"
        ),
        "altChunk",
    ),
    "an embedded object": (
        lambda: part(
            "embeddings/x.bin",
            "application/vnd.openxmlformats-officedocument.oleObject",
            OLE,
            "oleObject",
            paragraph(run('<w:object><o:OLEObject Type="Embed" ProgID="Package" r:id="vreemd"/></w:object>')),
        ),
        "object",
    ),
    "a linked object": (
        lambda: template(
            paragraph(run('<w:pict><o:OLEObject Type="Link" r:id="vreemd"/></w:pict>')),
            relation("oleObject", "https://boos.example/x.doc", outside=True),
        ),
        "gekoppeld object: 'https://boos.example/x.doc'",
    ),
    "an object under the name of a picture": (lambda: with_picture(OLE), "ingesloten object ('word/media/image1.png')"),
    "an object that nothing leads to": (lambda: template(parts={"customXml/item9.xml": OLE}), "ingesloten object"),
    "an archive in a part": (lambda: template(parts={"word/x.bin": make_template()}), "ingesloten bestand"),
    "a program in a part": (lambda: template(parts={"word/x.dat": b"MZ" + bytes(99)}), "een programma"),
    "an embedded workbook": (
        lambda: part("x.xlsx", "application/vnd.ms-excel", b"geen zip", "package"),
        "ingesloten bestand",
    ),
    "macros under another name": (
        lambda: part("theme9.xml", "application/vnd.ms-office.vbaProject", OLE, "theme"),
        "zitten macro's",
    ),
    "macros by their relation": (
        lambda: part("x.xml", "application/xml", b"<x/>", "vbaProject", base=f"{ELSE}/2006/relationships"),
        "een macro",
    ),
    "macros in a part that leads nowhere": (
        lambda: template(
            parts={
                "word/_rels/footer.xml.rels": rels(relation("vbaProject", "x.bin", base=f"{ELSE}/2006/relationships"))
            }
        ),
        "een macro",
    ),
    "a control": (
        lambda: part(
            "activeX/x.xml",
            "application/vnd.ms-office.activeX+xml",
            b"<x/>",
            "control",
            paragraph('<w:control r:id="vreemd"/>'),
        ),
        "ActiveX",
    ),
    "a subdocument": (
        lambda: template('<w:subDoc r:id="vreemd"/>', relation("subDocument", "file:///C:/x.docx", outside=True)),
        "een subdocument",
    ),
    "a menu of its own": (
        lambda: template(
            parts={
                "_rels/.rels": parts_of(make_template())["_rels/.rels"].replace(
                    b"</Relationships>",
                    relation("extensibility", "customUI.xml", base=f"{ELSE}/2006/relationships/ui").encode()
                    + b"</Relationships>",
                ),
                "customUI.xml": b'<customUI onLoad="x"/>',
            }
        ),
        "een eigen menu",
    ),
    "a frame from elsewhere": (
        lambda: template(
            "",
            relation("webSettings", "web.xml"),
            {
                "word/web.xml": b"<x/>",
                "word/_rels/web.xml.rels": rels(relation("frame", "https://boos.example/", outside=True)),
            },
            {"word/web.xml": f"{WORD}.webSettings+xml"},
        ),
        "een frame",
    ),
    "a picture from elsewhere": (
        lambda: template(
            picture('<a:blip r:link="vreemd"/>'), relation("image", "https://boos.example/x.png", outside=True)
        ),
        "een plaatje dat ergens anders staat: 'https://boos.example/x.png'",
    ),
    "a picture from elsewhere beside one of its own": (
        lambda: template("", relation("image", "\\\\boos\\x.png", outside=True)),
        "een plaatje dat ergens anders staat",
    ),
    "an old picture from elsewhere": (
        lambda: template(
            paragraph(run('<w:pict><v:shape><v:imagedata r:href="vreemd"/></v:shape></w:pict>')),
            relation("image", "http://boos.example/x.png", outside=True),
        ),
        "een plaatje dat ergens anders staat",
    ),
    "a header from elsewhere": (
        lambda: template("", relation("header", "http://boos.example/x.xml", outside=True)),
        "('header'): 'http://boos.example/x.xml'",
    ),
    "a film": (lambda: template(paragraph('<w:movie r:id="vreemd"/>')), "een film"),
    "a chart": (
        lambda: template(
            paragraph(
                run(
                    '<w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/'
                    'chart"><c:chart r:id="vreemd"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
                )
            )
        ),
        "een grafiek",
    ),
    "something of a kind that nobody knows": (
        lambda: template("", relation("nieuw", "x.xml"), {"word/x.xml": b"<x/>"}),
        "onbekend is ('nieuw')",
    ),
    "a header of Strict": (
        lambda: template(
            "", relation("header", "x.xml", base="http://purl.oclc.org/ooxml/officeDocument/relationships")
        ),
        "onbekend is ('header')",
    ),
    "a sound on a link": (
        lambda: template(
            picture(
                '<a:blip r:embed="v"><a:extLst/></a:blip><a:hlinkClick r:id=""><a:snd r:embed="v"/></a:hlinkClick>'
                '<a:snd r:embed="v"/>'
            ),
            relation("image", "media/x.png", identity="v"),
            {"word/media/x.png": PNG},
            {"word/media/x.png": "image/png"},
        ),
        "(snd)",
    ),
    # Pictures that are none.
    "a picture that is a page": (lambda: with_picture(b"<svg onload='x'/>"), "een plaatje dat niet te gebruiken is"),
    "a picture of more than a screen can hold": (
        lambda: with_picture(PNG[:16] + struct.pack(">II", 60_000, 60_000) + PNG[24:]),
        "een plaatje dat niet te gebruiken is ('image1.png')",
    ),
    "an old picture that talks to the printer": (
        lambda: with_picture(wmf(struct.pack("<IHHH", 5, 0x0626, 9, 0)), "x.wmf"),
        "een plaatje dat niet te gebruiken is",
    ),
    "a newer one that does": (
        lambda: with_picture(emf(struct.pack("<III", 106, 12, 9)), "x.emf"),
        "een plaatje dat niet",
    ),
    # Fields.
    "dde": (lambda: template(simple(" DDE excel c:\\x.xls r1c1 ")), f"{WORDS}: 'DDE excel"),
    "dde in small letters, glued to a quote": (lambda: template(simple("ddeauto&quot;cmd&quot;")), WORDS),
    "dde in pieces": (lambda: template(paragraph(complex_field(" D", "DEAU", "TO cmd "))), "'DDEAUTO cmd'"),
    "dde around a piece that was deleted": (
        lambda: template(
            paragraph(
                complex_field("D", '<w:del w:id="1"><w:r><w:delInstrText>X</w:delInstrText></w:r></w:del>', "DE x")
            )
        ),
        "'DDE x'",
    ),
    "dde in a field in a field": (
        lambda: template(paragraph(complex_field("IF 1 = 1 ", complex_field("DDE x"), ' "" '))),
        "'DDE x'",
    ),
    "dde in what a field shows": (
        lambda: template(
            paragraph(char("begin") + code("PAGE") + char("separate") + complex_field("DDE x") + char("end"))
        ),
        "'DDE x'",
    ),
    "a field whose word another field makes": (
        lambda: template(paragraph(complex_field(complex_field("REF woord"), " cmd.exe"))),
        "niet te lezen",
    ),
    "a field made of numbers": (lambda: template(simple("QUOTE 68 68 69")), WORDS),
    "a set": (lambda: template(simple("SET c &quot;cmd&quot;")), WORDS),
    "text in a code": (
        lambda: template(paragraph(complex_field(run("<w:t>PAGE </w:t>"), "DDE x"))),
        "gewone tekst staat",
    ),
    "a sign in a code": (
        lambda: template(paragraph(complex_field(run('<w:sym w:font="Arial" w:char="0044"/>'), "PAGE"))),
        "gewone tekst staat",
    ),
    "a code that starts in a textbox": (
        lambda: template(paragraph(complex_field(textbox(code("PAGE ")), "DDE x"))),
        "'DDE x'",
    ),
    "a code that only another Word sees": (
        lambda: template(
            paragraph(
                complex_field(
                    f'<mc:AlternateContent><mc:Choice Requires="w14">{code("PAGE ")}</mc:Choice></mc:AlternateContent>',
                    "DDE x",
                )
            )
        ),
        "er in een andere Word anders uitziet",
    ),
    "a field without an end": (lambda: template(paragraph(char("begin") + code("DDE x"))), "'DDE x'"),
    "a field over paragraphs": (
        lambda: template(f"{paragraph(char('begin') + code('INCLUDE'))}{paragraph(code('TEXT x') + char('end'))}"),
        "'INCLUDETEXT x'",
    ),
    "a field to fill in": (lambda: template(simple("IF 1 = 1 &quot;{{ titel }}&quot; &quot;&quot;")), "niet te lezen"),
    "a field with a wide space": (lambda: template(simple("\u2003PAGE")), "niet te lezen"),
    "a field of nothing": (lambda: template(simple(" ")), "niet te lezen"),
    "in the footer": (lambda: template(footer=simple("DDE x")), "In de voettekst van dit sjabloon staat"),
    "in a textbox": (lambda: template(paragraph(textbox(complex_field("DDE x")))), "'DDE x'"),
    "a link that another field makes": (
        lambda: template(paragraph(complex_field("HYPERLINK ", complex_field("REF adres")))),
        "met een ander veld gemaakt",
    ),
    # What filling in could make.
    "xml between fields that are none": (
        lambda: template(paragraph(run("<w:t>{% raw %}{{ &lt;w:altChunk/&gt; }}{% endraw %}</w:t>"))),
        "probeert meer dan invullen, bij '{% raw %}'",
    ),
    "a field in an alternative text": (
        lambda: template(picture("<a:blip/><a:extLst/>").replace('name="x"/><a:g', 'name="{{ titel }}"/><a:g')),
        "niet in gewone tekst",
    ),
    "a code that a comment cuts": (
        lambda: template(
            paragraph(
                char("begin")
                + code("TOC ")
                + char("separate")
                + run("<w:t>{#</w:t>")
                + char("end")
                + char("begin")
                + run("<w:t>#}</w:t>")
                + code("DDE x")
                + char("end")
            )
        ),
        "",
    ),
}


def wmf(record: bytes) -> bytes:
    return struct.pack("<HHHIHIH", 1, 9, 0x300, 20, 0, 5, 0) + record + struct.pack("<IH", 3, 0)


def emf(record: bytes) -> bytes:
    head = bytearray(88)
    struct.pack_into("<II", head, 0, 1, 88)
    head[40:44] = b" EMF"
    return bytes(head) + record + struct.pack("<IIIII", 14, 20, 0, 0, 20)


@pytest.mark.parametrize("name", REFUSED)
def test_what_does_something_is_refused_and_named(name: str) -> None:
    make, words = REFUSED[name]
    with pytest.raises(InputError) as caught:
        check_template(make(), "huisstijl.docx")
    told = [str(problem) for problem in caught.value.problems]
    assert any(words in one for one in told), told
    assert all(one.startswith("huisstijl.docx: ") and "\n" not in one for one in told)
    assert all(problem.hint for problem in caught.value.problems)


ALIVE = (
    "INCLUDETEXT INCLUDEPICTURE INCLUDE IMPORT LINK EMBED DATABASE RD ASK SET PRINT MACROBUTTON AUTOTEXT AUTOTEXTLIST"
    " GLOSSARY ADDIN CONTROL HTMLACTIVEX PRIVATE GOTOBUTTON NEXT NEXTIF SKIPIF QUOTE DDE DDEAUTO bladwijzer"
)


@pytest.mark.parametrize("keyword", ALIVE.split())
def test_a_field_that_nobody_knows_as_harmless_is_refused(keyword: str) -> None:
    with pytest.raises(InputError, match=f"{WORDS}: '{keyword} x'"):
        check_template(template(simple(f" {keyword} x ")), "huisstijl.docx")


TOC = complex_field('TOC \\o "1-3" \\h \\z \\u', result="Inhoud")
KEPT = {
    "the number of a page": simple(" PAGE "),
    "with a switch and in small letters": simple("page \\* MERGEFORMAT"),
    "a switch without a space": simple("PAGE\\* ROMAN"),
    "a table of contents": paragraph(TOC),
    "an entry in it": paragraph(
        f'<w:hyperlink w:anchor="_Toc1" w:history="1">{complex_field("PAGEREF _Toc1 ", "&#92;h ")}</w:hyperlink>'
    ),
    "a choice by page": paragraph(complex_field("IF ", complex_field("PAGE"), ' = 1 "" "vervolg"')),
    "a sum": simple(" = 1 + 2 "),
    "a name of a heading": simple(" STYLEREF &quot;heading 1&quot; "),
    "a link in the document": simple(" HYPERLINK \\l &quot;_Toc1&quot; "),
    "a link to a page": simple(" HYPERLINK &quot;https://www.rvo.nl/warmte&quot; \\o &quot;naar: de site&quot; "),
    "a letter": simple(" HYPERLINK mailto:griffie@voorbeeld.nl "),
    "a field in a textbox": paragraph(textbox(complex_field("PAGE"))),
    "a form": paragraph(complex_field("FORMTEXT")),
}


@pytest.mark.parametrize("name", KEPT)
def test_a_field_that_only_looks_at_the_document_is_kept(name: str) -> None:
    clean = open_template(template(KEPT[name]), "huisstijl.docx")
    assert not clean.remarks
    kept = parts_of(clean.data)["word/document.xml"].decode()
    assert kept.count("fldSimple") == KEPT[name].count("fldSimple") and kept.count("instrText") == KEPT[name].count(
        "instrText"
    )


LINKS = {
    "javascript:alert(1)": False,
    "JavaScript&#58;x": False,
    "vbscript:x": False,
    "file:///C:/x.docx": False,
    "\\\\boos\\x": False,
    "//boos/x": False,
    "ms-msdt:/id": False,
    "ms-word:ofe|u|https://x": False,
    "data:text/html,x": False,
    "https://x y": False,
    "x.docx": False,
    "": False,
    "http://": False,
    "ftp://x": False,
    "https://www.rvo.nl/warmte?a=1&amp;b=2#c": True,
    "HTTP://x": True,
    "mailto:griffie@voorbeeld.nl": True,
    "#_Toc1": True,
}


@pytest.mark.parametrize("address", LINKS)
def test_only_a_plain_link_stays_a_link_and_what_it_says_stays_in_any_case(address: str) -> None:
    text = paragraph(f'<w:hyperlink r:id="vreemd">{run("<w:t>Klik</w:t>")}</w:hyperlink>')
    clean = open_template(template(text, relation("hyperlink", address, outside=True)), "huisstijl.docx")
    parts = parts_of(clean.data)
    assert "Klik" in parts["word/document.xml"].decode()
    assert (b"hyperlink" in parts["word/_rels/document.xml.rels"]) == LINKS[address]
    assert (b"hyperlink" in parts["word/document.xml"]) == LINKS[address]
    assert [str(one).count("zonder de link naar") for one in clean.remarks] == ([] if LINKS[address] else [1])


@pytest.mark.parametrize(
    "address", [address for address in LINKS if address and "&" not in address and "#" not in address]
)
def test_a_field_that_leads_elsewhere_becomes_the_text_it_shows(address: str) -> None:
    code = f' HYPERLINK "{address}" '.replace("\\", "\\\\").replace('"', "&quot;")
    clean = open_template(template(simple(code) + paragraph(complex_field(code))), "huisstijl.docx")
    kept = parts_of(clean.data)["word/document.xml"].decode()
    assert kept.count("resultaat") == 2
    assert kept.count("HYPERLINK") == (2 if LINKS[address] else 0) and bool(clean.remarks) != LINKS[address]


def test_a_picture_with_a_link_loses_only_a_link_that_leads_elsewhere() -> None:
    for address, kept in (("javascript:x", False), ("https://www.rvo.nl", True)):
        inside = picture('<a:blip r:embed="p"/>').replace(
            'name="x"/><a:g',
            'name="x"><a:hlinkClick r:id="l" action="ppaction://program" tooltip="Naar"/></wp:docPr><a:g',
        )
        relations = relation("hyperlink", address, outside=True, identity="l") + relation(
            "image", "m.png", identity="p"
        )
        data = template(inside, relations, {"word/m.png": PNG}, {"word/m.png": "image/png"})
        found = parts_of(open_template(data, "huisstijl.docx").data)
        assert found["word/m.png"] == PNG
        assert (b"hlinkClick" in found["word/document.xml"]) == kept and b"ppaction" not in found["word/document.xml"]


def custom(text: str) -> bytes:
    return f'<x xmlns="urn:x">{text}</x>'.encode()


BEHIND: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "the template it hangs on": (
        lambda: template(
            settings='<w:attachedTemplate r:id="rId1"/>',
            parts={
                "word/_rels/settings.xml.rels": rels(
                    relation("attachedTemplate", "https://boos.example/x.dotm", outside=True, identity="rId1")
                )
            },
        ),
        "boos.example",
        "het gekoppelde sjabloon",
    ),
    "a list of addresses": (
        lambda: template(
            settings='<w:mailMerge><w:connectString w:val="GEHEIM"/><w:query w:val="SELECT"/></w:mailMerge>',
        ),
        "GEHEIM",
        "adressenlijst",
    ),
    "remarks of colleagues": (
        lambda: part(
            "comments.xml",
            f"{WORD}.comments+xml",
            f'<w:comments xmlns:w="{PREFIXES["r"]}">GEHEIM</w:comments>'.encode(),
            "comments",
            paragraph(
                '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/>' + run('<w:commentReference w:id="0"/>')
            ),
        ),
        "GEHEIM|comment",
        "de opmerkingen",
    ),
    "fonts": (
        lambda: part(
            "fontTable.xml",
            f"{WORD}.fontTable+xml",
            f'<w:fonts xmlns:w="{PREFIXES["pic"].replace("drawingml/2006/picture", "wordprocessingml/2006/main")}" '
            f'xmlns:r="{R}"><w:font w:name="A"><w:embedRegular r:id="f"/></w:font></w:fonts>'.encode(),
            "fontTable",
        ),
        "embedRegular",
        "",
    ),
    "data behind the text": (
        lambda: template(
            '<w:sdt><w:sdtPr><w:alias w:val="Bedrijf"/><w:dataBinding w:xpath="/x"/><w15:dataBinding/>'
            "</w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
            relation("customXml", "../customXml/item1.xml"),
            {
                "customXml/item1.xml": custom("GEHEIM"),
                "customXml/_rels/item1.xml.rels": rels(relation("customXmlProps", "itemProps1.xml")),
                "customXml/itemProps1.xml": custom("GEHEIM"),
            },
        ),
        "GEHEIM|dataBinding|customXml",
        "",
    ),
    "building blocks": (
        lambda: part("glossary/document.xml", f"{WORD}.document.glossary+xml", custom("GEHEIM"), "glossaryDocument"),
        "GEHEIM|glossary",
        "",
    ),
    "how the printer was set": (
        lambda: template("", relation("printerSettings", "p.bin"), {"word/p.bin": b"GEHEIM"}),
        "GEHEIM|printer",
        "",
    ),
    "a picture that is code, beside one that is none": (
        lambda: template(
            picture(
                '<a:blip r:embed="p"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
                '<asvg:svgBlip r:embed="s"/></a:ext></a:extLst></a:blip>'
            ),
            relation("image", "m.png", identity="p") + relation("image", "m.svg", identity="s"),
            {"word/m.png": PNG, "word/m.svg": b"<svg onload='GEHEIM'/>"},
            {"word/m.png": "image/png", "word/m.svg": "image/svg+xml"},
        ),
        "svgBlip|m.svg|GEHEIM",
        "",
    ),
    "a film from the web": (
        lambda: template(
            picture(
                '<a:blip><a:extLst><a:ext uri="{C}"><wp15:webVideoPr embeddedHtml="&lt;iframe GEHEIM"/></a:ext>'
                "</a:extLst></a:blip>"
            )
        ),
        "GEHEIM|webVideo",
        "",
    ),
    "addresses in an old drawing": (
        lambda: template(
            paragraph(
                run(
                    '<w:pict><v:shape href="javascript:GEHEIM" style="width:9pt" o:gfxdata="GEHEIM"><v:imagedata '
                    'src="http://boos.example/GEHEIM" o:href="GEHEIM"/></v:shape></w:pict>'
                )
            )
        ),
        "GEHEIM|href",
        "de link naar",
    ),
    "macros of a form": (
        lambda: template(
            paragraph(
                run(
                    '<w:fldChar w:fldCharType="begin"><w:ffData><w:entryMacro w:val="GEHEIM"/></w:ffData>'
                    "<w:fldData>GEHEIM</w:fldData></w:fldChar>"
                )
                + code("FORMTEXT")
                + char("end")
            )
        ),
        "GEHEIM",
        "",
    ),
    "what is asked at opening": (lambda: template(settings='<w:updateFields w:val="true"/>'), "updateFields", ""),
    "variables": (
        lambda: template(settings='<w:docVars><w:docVar w:name="x" w:val="GEHEIM"/></w:docVars>'),
        "GEHEIM",
        "",
    ),
    "who worked when": (
        lambda: template(
            '<w:p w:rsidR="00GEHEIM" w14:paraId="0GEHEIM"><w:r w:rsidRPr="00GEHEIM"><w:t>x</w:t></w:r></w:p>',
            settings='<w:rsids><w:rsid w:val="00GEHEIM"/></w:rsids>',
        ),
        "GEHEIM",
        "",
    ),
    "a property that a field shows": (
        lambda: template(simple(" DOCPROPERTY Afdeling ") + paragraph(complex_field(" AUTHOR "))),
        "DOCPROPERTY|AUTHOR|fldChar",
        "",
    ),
    "a code in a place where no field is": (lambda: template(paragraph(code("DDE GEHEIM"))), "GEHEIM", ""),
    "elements of Strict": (
        lambda: template('<s:altChunk2 xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'),
        "altChunk2",
        "",
    ),
    "comments and instructions of xml": (lambda: template("<!-- GEHEIM --><?GEHEIM x?>"), "GEHEIM", ""),
}


@pytest.mark.parametrize("name", BEHIND)
def test_what_a_report_does_not_need_stays_behind_and_is_told_where_it_is_missed(name: str) -> None:
    make, gone, words = BEHIND[name]
    data = make()
    clean = open_template(data, "huisstijl.docx")
    filled = render(REPORT, Theme(template=data))
    for one in (clean.data, filled):
        for part, content in parts_of(one).items():
            assert not re.search(gone, part) and not re.search(gone.encode(), content), (part, content)
    assert [words in str(one) for one in clean.remarks] == ([True] if words else [])


def test_the_properties_of_a_template_tell_nothing_in_a_report() -> None:
    own = Document(io.BytesIO(make_template()))
    properties = own.core_properties
    for told in (
        "author",
        "last_modified_by",
        "category",
        "comments",
        "keywords",
        "content_status",
        "identifier",
        "version",
    ):
        setattr(properties, told, "GEHEIM")
    properties.revision = 4711
    saved = io.BytesIO()
    own.save(saved)
    parts = parts_of(saved.getvalue())
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"Poolwijzer", b"GEHEIM")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"</Relationships>",
        (
            relation("custom-properties", "docProps/custom.xml", identity="c")
            + relation("classificationlabels", "docMetadata/LabelInfo.xml", identity="l", base="x")
        ).encode()
        + b"</Relationships>",
    )
    parts |= {"docProps/custom.xml": custom("GEHEIM"), "docMetadata/LabelInfo.xml": custom("GEHEIM")}
    filled = parts_of(render(REPORT, Theme(template=pack_parts(parts, date(2026, 11, 1)))))
    assert not [part for part, data in filled.items() if b"GEHEIM" in data or b"4711" in data]
    assert b"De titel" in filled["docProps/core.xml"]


# The file itself.


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


def outside_the_list(data: bytes) -> list[str]:
    """What is in a document that a report never has: a second look, that shares nothing with the first."""
    found = []
    for name, content in parts_of(data).items():
        if name.endswith(".rels"):
            for element in etree.fromstring(content):
                kind = element.get("Type").rpartition("/")[2]
                plain = element.get("Target").startswith(("https://", "http://", "mailto:", "#"))
                if kind not in HELD or (
                    element.get("TargetMode") == "External" and not (kind == "hyperlink" and plain)
                ):
                    found.append(f"{name}: {element.get('Type')} {element.get('Target')}")
        elif name.endswith(".xml"):
            root = etree.fromstring(content)
            for element in root.iter():
                text = "".join(
                    [element.get(f"{{{MAIN}}}instr", ""), *element.xpath("self::*[local-name()='instrText']/text()")]
                )
                if (
                    not isinstance(element.tag, str)
                    or etree.QName(element).localname in LIVING
                    or re.search(DANGER, text)
                ):
                    found.append(f"{name}: {element.tag} {text}")
        elif not content.startswith((b"\x89PNG", b"\xff\xd8")):
            found.append(name)
    return found


MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HELD = set(
    "officeDocument core-properties extended-properties styles numbering settings header footer image hyperlink theme"
    " fontTable footnotes endnotes".split()
)
LIVING = "altChunk subDoc object OLEObject control movie attachedTemplate mailMerge dataBinding svgBlip".split()
DANGER = re.compile("DDE|INCLUDE|^ *LINK|MACRO|javascript|file:", re.IGNORECASE)


@pytest.mark.parametrize("name", [*KEPT, *BEHIND])
def test_a_report_in_any_template_holds_nothing_but_what_a_report_has(name: str) -> None:
    data = template(KEPT[name]) if name in KEPT else BEHIND[name][0]()
    assert outside_the_list(render(REPORT, Theme(template=data))) == []


def test_that_second_look_sees_what_is_there() -> None:
    assert all(
        outside_the_list(REFUSED[name][0]()) for name in ("an embedded object", "dde", "a picture from elsewhere")
    )


PIECES = st.sampled_from(
    [
        *(complex_field("DDE x"), simple("PAGE"), textbox(code("DDE"))),
        *(char(kind) for kind in ("begin", "separate", "end")),
        *(code(piece) for piece in ("D", "DE", "PAGE ", "HYPERLINK ", "&quot;", "{{ titel }}", "javascript:x")),
        *(
            run(f"<w:t>{text}</w:t>")
            for text in ("{{ titel }}", "{#", "#}", "{% if titel %}", "{% endif %}", "{", "}", "D")
        ),
        *(
            f"<w:ins>{run('<w:instrText>DE</w:instrText>')}</w:ins>",
            f"<w:del>{run('<w:delText>x</w:delText>')}</w:del>",
        ),
        *("</w:p><w:p>", '<w:hyperlink r:id="vreemd"><w:r/></w:hyperlink>', "<w:smartTag><w:r/></w:smartTag>"),
    ]
)


@given(st.lists(PIECES, max_size=12))
def test_however_fields_are_put_together_nothing_that_lives_comes_out(pieces: list[str]) -> None:
    data = template(paragraph("".join(pieces)), relation("hyperlink", "javascript:x", outside=True))
    with contextlib.suppress(InputError):
        assert outside_the_list(render(Report('DDEAUTO "x"', "{{ titel }}", ()), Theme(template=data))) == []


@given(st.integers(0, 2**32), st.integers(1, 8))
def test_a_template_with_other_bytes_is_used_or_refused(seed: int, changes: int) -> None:
    chance = random.Random(seed)
    parts = parts_of(template(TOC + simple("PAGE"), relation("image", "media/x.png"), {"word/media/x.png": PNG}))
    name = chance.choice(sorted(parts))
    changed = bytearray(parts[name])
    for _ in range(changes):
        place = chance.randrange(len(changed))
        changed[place : place + chance.randrange(3)] = chance.choice(
            [b"<", b'"', b"{{", b"\0", b"\xff", b"w:", b"}", b"/>"]
        )
    with contextlib.suppress(InputError):
        assert outside_the_list(render(REPORT, Theme(template=template(parts={**parts, name: bytes(changed)})))) == []


def test_the_template_of_an_organisation_with_all_that_word_leaves_in_it_is_used() -> None:
    data = pack_parts(parts_of_an_organisation(), date(2026, 11, 1))
    clean = open_template(data, "huisstijl.docx")
    assert [str(one) for one in clean.remarks] == [
        "huisstijl.docx: Niet alles uit dit sjabloon gaat mee in het verslag: zonder het gekoppelde sjabloon."
    ]
    parts = parts_of(render(REPORT, Theme(template=data)))
    text = parts["word/document.xml"].decode()
    assert {"word/media/image1.png", "word/theme/theme1.xml", "word/fonttable.xml"} <= parts.keys()
    assert (
        "Zie De titel." in parts["word/footnotes.xml"].decode()
        and "Logo van de gem" in parts["word/header.xml"].decode()
    )
    assert text.count("Vertrouwelijk") == 2 and "Gemeente Heuvelzoom" in text and " TOC " in text and "De titel" in text
    assert not [name for name in parts if re.search("glossary|custom|people|websettings", name, re.IGNORECASE)]


@pytest.mark.slow
def test_an_office_shows_it_as_it_was(office: Callable[[bytes, str], bytes]) -> None:
    data = pack_parts(parts_of_an_organisation(), date(2026, 11, 1))
    shown = parts_of(office(render(REPORT, Theme(template=data)), "docx"))
    text = b"".join(xml for name, xml in shown.items() if name.endswith(".xml")).decode()
    assert all(words in text for words in ("De titel", "Vertrouwelijk", "Gemeente Heuvelzoom", "Inleiding", " TOC "))
    assert any(name.startswith("word/media/") for name in shown)
