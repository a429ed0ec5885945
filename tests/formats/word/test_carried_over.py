"""What of a template comes along in a report, and what stays behind."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date

import pytest
from docx import Document

from poolwijzer.formats.archive import pack_parts
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word.template import make_template
from poolwijzer.formats.word.template_check import open_template
from poolwijzer.formats.word.writer import render
from tests.formats.word.conftest import parts_of
from tests.formats.word.made_templates import (
    PNG,
    PREFIXES,
    REPORT,
    WORD,
    R,
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
)

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
        for inside, content in parts_of(one).items():
            assert not re.search(gone, inside) and not re.search(gone.encode(), content), (inside, content)
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
