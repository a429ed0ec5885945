"""What a document is marked with on every page, and how it loses its colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from poolwijzer.formats.house_style import gray

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

DRAFT = "Concept"
_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_WATERMARK = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:w10="urn:schemas-microsoft-com:office:word"><w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>
<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>
<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
 o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><v:lock v:ext="edit" text="t" shapetype="t"/>
</v:shapetype><v:shape id="PowerPlusWaterMarkObject{0}" o:spid="_x0000_s{1}" type="#_x0000_t136" alt="{2}"
 style="position:absolute;margin-left:0;margin-top:0;width:430pt;height:107pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
 o:allowincell="f" fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".5"/>
<v:textpath style="font-family:&quot;Arial&quot;" string="{2}"/><w10:wrap anchorx="margin" anchory="margin"/></v:shape>
</w:pict></w:r>"""
"""As Word makes it, so that Word can take it away again."""


def mark_as_draft(document: Document) -> None:
    """Put a watermark behind every page, by way of what stands above it."""
    for number, header in enumerate(_headers(document), start=1):
        first = next(header.iter(qn("w:p")), None)
        if first is None:
            first = header.makeelement(qn("w:p"))
            header.append(first)
        first.append(parse_xml(_WATERMARK.format(number, 2048 + number, DRAFT)))


def _headers(document: Document) -> Iterator[Any]:
    """What stands above the pages, each once; made where there is none."""
    document.sections[0].header.is_linked_to_previous = False
    if document.sections[0].different_first_page_header_footer:
        document.sections[0].first_page_header.is_linked_to_previous = False
    if document.settings.odd_and_even_pages_header_footer:
        document.sections[0].even_page_header.is_linked_to_previous = False
    seen = dict.fromkeys(
        related.target_part for related in document.part.rels.values() if related.reltype.endswith("/header")
    )
    yield from (part.element for part in seen)


def take_colours_out(document: Document) -> None:
    """Make every colour of the text and every picture in the document a grey."""
    shades = _Shades()
    for part in document.part.package.iter_parts():
        root = getattr(part, "element", None)
        for element in root.iter() if root is not None else ():
            for key in _keys_of(element):
                if _COLOUR.fullmatch(colour := element.get(key, "")):
                    element.set(key, shades[colour])
            if element.tag == qn("a:blip") and element.find(qn("a:grayscl")) is None:
                element.insert(0, OxmlElement("a:grayscl"))


class _Shades(dict[str, str]):
    """The grey for each colour; looked for once."""

    def __missing__(self, colour: str) -> str:
        self[colour] = found = gray(f"#{colour}")[1:]
        return found


def _keys_of(element: BaseOxmlElement) -> tuple[str, ...]:
    """The attributes of an element that hold a colour."""
    return (qn("w:val"),) if element.tag == qn("w:color") else (qn("w:color"), qn("w:fill"))
