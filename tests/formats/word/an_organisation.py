"""A template as an organisation has one: made in Word over the years, with all that Word leaves in it."""

# ruff: noqa: E501 - xml as Word writes it

from __future__ import annotations

import struct
import zlib

from poolwijzer.formats.word.template import make_template
from tests.formats.word.conftest import parts_of

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_R = f"{_OFFICE}/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_ROOT = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_R}" xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" '
    f'xmlns:pic="{_DRAWING}/picture" xmlns:wps="{_MICROSOFT}/word/2010/wordprocessingShape" '
    f'xmlns:w14="{_MICROSOFT}/word/2010/wordml" xmlns:w15="{_MICROSOFT}/word/2012/wordml" '
    f'xmlns:wp14="{_MICROSOFT}/word/2010/wordprocessingDrawing" xmlns:w16cid="{_MICROSOFT}/word/2016/wordml/cid" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" mc:Ignorable="w14 w15 w16cid wp14"'
)


def _png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + bytes((122, 0, 25)) * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


_LOGO = (
    '<w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
    'relativeHeight="251658240" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" wp14:anchorId="1A2B3C4D" '
    'wp14:editId="5E6F7A8B"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align>'
    '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="1440000" cy="432000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    '<wp:docPr id="7" name="Afbeelding 7" descr="Logo van de gemeente Heuvelzoom"><a:hlinkClick r:id="rId2"/></wp:docPr>'
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
    f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="7" name="logo.png"/><pic:cNvPicPr/>'
    '</pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1" cstate="print"><a:extLst><a:ext '
    'uri="{28A0092B-C50C-407E-A947-70E740481C1C}"><a14:useLocalDpi '
    f'xmlns:a14="{_MICROSOFT}/drawing/2010/main" val="0"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1440000" cy="432000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor>'
    "</w:drawing></w:r>"
)
_BOX = "<w:txbxContent><w:p><w:r><w:t>Vertrouwelijk</w:t></w:r></w:p></w:txbxContent>"
_TEXTBOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="1800000" cy="360000"/>'
    f'<wp:docPr id="8" name="Tekstvak 8"/><a:graphic><a:graphicData uri="{_MICROSOFT}/word/2010/wordprocessingShape">'
    f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="360000"/></a:xfrm>'
    f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{_BOX}</wps:txbx><wps:bodyPr/></wps:wsp>'
    '</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="_x0000_s1026" '
    f'type="#_x0000_t202" style="width:141pt;height:28pt" o:gfxdata="UEsDBA=="><v:textbox>{_BOX}</v:textbox></v:shape>'
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
_COVER = (
    '<w:sdt><w:sdtPr><w:id w:val="-1"/><w:docPartObj><w:docPartGallery w:val="Cover Pages"/><w:docPartUnique/></w:docPartObj>'
    '</w:sdtPr><w:sdtContent><w:p w14:paraId="0AB1C2D3" w:rsidR="00AA11BB"><w:sdt><w:sdtPr><w:alias w:val="Bedrijf"/>'
    '<w:placeholder><w:docPart w:val="ABC"/></w:placeholder><w:dataBinding w:prefixMappings="xmlns:n=\'x\'" '
    'w:xpath="/n:Company[1]" w:storeItemID="{6668398D-A668-4E3E-A5EB-62B293D839F1}"/><w:text/></w:sdtPr><w:sdtContent>'
    "<w:r><w:t>Gemeente Heuvelzoom</w:t></w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>"
)
_CHAR = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
_CODE = '<w:r><w:instrText xml:space="preserve">%s</w:instrText></w:r>'
_CONTENTS = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
    f"<w:sdtContent><w:p>{_CHAR % 'begin'}{_CODE % ' TOC &#92;o &quot;1-3&quot; &#92;h &#92;z &#92;u '}{_CHAR % 'separate'}"
    f'<w:hyperlink w:anchor="_Toc1" w:history="1"><w:r><w:t>Inleiding</w:t></w:r>{_CHAR % "begin"}{_CODE % " PAGEREF _Toc1 "}'
    f"{_CODE % '&#92;h '}{_CHAR % 'separate'}<w:r><w:t>2</w:t></w:r>{_CHAR % 'end'}</w:hyperlink></w:p>"
    f"<w:p>{_CHAR % 'end'}</w:p></w:sdtContent></w:sdt>"
)
_NOTE = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p>'
    "<w:r><w:footnoteRef/></w:r><w:r><w:t>Zie {{ titel }}.</w:t></w:r></w:p></w:footnote>"
)


def _relations(*relations: tuple[str, str, str]) -> bytes:
    listed = "".join(
        f'<Relationship Id="{identity}" Type="{kind if ":" in kind else f"{_R}/{kind}"}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for identity, kind, target in relations
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'.encode()


def parts_of_an_organisation() -> dict[str, bytes]:
    """The parts of such a template, by name."""
    parts = parts_of(make_template())
    text = parts["word/document.xml"].decode()
    text = text.replace(
        text[text.index("<w:document ") : text.index(">", text.index("<w:document "))], f"<w:document {_ROOT}"
    )
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    text = text.replace("<w:body>", f"<w:body>{_COVER}{_CONTENTS}<w:p>{_TEXTBOX}{note}</w:p>")
    settings = parts["word/settings.xml"].decode().replace("<w:zoom", '<w:attachedTemplate r:id="rId1"/><w:zoom')
    settings = settings.replace("<w:settings ", f'<w:settings xmlns:r="{_R}" ').replace(
        "</w:settings>", '<w:rsids><w:rsidRoot w:val="00AA11BB"/></w:rsids></w:settings>'
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    more = {
        "word/document.xml": text,
        "word/settings.xml": settings,
        "word/header.xml": f"<w:hdr {_ROOT}><w:p>{_LOGO}</w:p></w:hdr>",
        "word/fontTable.xml": f'<w:fonts {_ROOT}><w:font w:name="Arial"><w:charset w:val="00"/></w:font></w:fonts>',
        "word/webSettings.xml": f"<w:webSettings {_ROOT}><w:optimizeForBrowser/></w:webSettings>",
        "word/footnotes.xml": f"<w:footnotes {_ROOT}>{_NOTE}</w:footnotes>",
        "word/theme/theme1.xml": f'<a:theme xmlns:a="{_DRAWING}/main" name="Kantoorthema"><a:themeElements/></a:theme>',
        "word/glossary/document.xml": f"<w:glossaryDocument {_ROOT}><w:docParts/></w:glossaryDocument>",
        "word/people.xml": f'<w15:people {_ROOT}><w15:person w15:author="Een Medewerker"/></w15:people>',
        "customXml/item1.xml": '<b:Sources xmlns:b="x" SelectedStyle="APA"/>',
        "customXml/itemProps1.xml": "<x/>",
        "docProps/custom.xml": '<Properties xmlns="x"><property name="Zaaknummer"/></Properties>',
    }
    kinds = {
        "word/fontTable.xml": f"{_WORD}.fontTable+xml",
        "word/webSettings.xml": f"{_WORD}.webSettings+xml",
        "word/footnotes.xml": f"{_WORD}.footnotes+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "word/glossary/document.xml": f"{_WORD}.document.glossary+xml",
    }
    named = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    types = parts["[Content_Types].xml"].decode()
    types = types.replace("</Types>", f'<Default Extension="png" ContentType="image/png"/>{named}</Types>')
    related = parts["word/_rels/document.xml.rels"].decode().replace("</Relationships>", "")
    beside = [
        ("fontTable", "fontTable.xml"),
        ("webSettings", "webSettings.xml"),
        ("footnotes", "footnotes.xml"),
        ("theme", "theme/theme1.xml"),
        ("glossaryDocument", "glossary/document.xml"),
        ("customXml", "../customXml/item1.xml"),
        ("http://schemas.microsoft.com/office/2011/relationships/people", "people.xml"),
    ]
    listed = _relations(*((f"rId{number}", kind, target) for number, (kind, target) in enumerate(beside, start=20)))
    return {
        **parts,
        **{name: (xml if xml.startswith("<?xml") else head + xml).encode() for name, xml in more.items()},
        "[Content_Types].xml": types.encode(),
        "word/_rels/document.xml.rels": related.encode() + listed.partition(b">")[2],
        "word/_rels/header.xml.rels": _relations(
            ("rId1", "image", "media/image1.png"), ("rId2", "hyperlink", "https://www.heuvelzoom.example/")
        ),
        "word/_rels/settings.xml.rels": _relations(
            ("rId1", "attachedTemplate", "file:///\\\\server\\sjablonen\\Memo.dotx"),
        ),
        "customXml/_rels/item1.xml.rels": _relations(("rId1", "customXmlProps", "itemProps1.xml")),
        "word/media/image1.png": _png(200, 60),
    }
