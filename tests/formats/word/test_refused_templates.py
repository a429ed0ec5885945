"""What of a template does something when somebody opens it: refused, and named."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest

from poolwijzer.formats.word.template import make_template
from poolwijzer.formats.word.template_check import check_template
from poolwijzer.problems import InputError
from tests.formats.word.conftest import parts_of
from tests.formats.word.made_templates import (
    ELSE,
    OLE,
    PNG,
    WORD,
    char,
    code,
    complex_field,
    paragraph,
    part,
    picture,
    relation,
    rels,
    run,
    simple,
    template,
    textbox,
    with_picture,
)

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
