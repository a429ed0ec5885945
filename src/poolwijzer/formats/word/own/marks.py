"""Marking a Word document of an organisation's own on every page, and taking its colours out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from poolwijzer.formats.word.marks import shade, watermark

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_COLOUR = re.compile("[0-9A-Fa-f]{6}")


def mark_as_draft(document: Document) -> None:
    """Put a watermark behind every page, by way of what stands above it."""
    for number, header in enumerate(_headers(document), start=1):
        first = next(header.iter(qn("w:p")), None)
        if first is None:
            first = header.makeelement(qn("w:p"))
            header.append(first)
        first.append(parse_xml(watermark(number)))


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
    for part in document.part.package.iter_parts():
        root = getattr(part, "element", None)
        for element in root.iter() if root is not None else ():
            for key in _keys_of(element):
                if _COLOUR.fullmatch(colour := element.get(key, "")):
                    element.set(key, shade(colour))
            if element.tag == qn("a:blip") and element.find(qn("a:grayscl")) is None:
                element.insert(0, OxmlElement("a:grayscl"))


def _keys_of(element: BaseOxmlElement) -> tuple[str, ...]:
    """The attributes of an element that hold a colour."""
    return (qn("w:val"),) if element.tag == qn("w:color") else (qn("w:color"), qn("w:fill"))
