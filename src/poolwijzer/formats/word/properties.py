"""What a Word document says of itself: in which language it is, what it is called, and whose it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from poolwijzer.formats.archive import EARLIEST
from poolwijzer.formats.word.styles import LANGUAGE

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

LONGEST = 255
"""How many characters Word keeps of a property of a document."""


def speak_dutch(document: Document) -> None:
    """Say of all text in the document that it is Dutch, for spelling and for who listens to it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = document.styles.element
    defaults = element.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = OxmlElement("w:docDefaults")
        element.insert(0, defaults)
    letters = _within(_within(defaults, "w:rPrDefault"), "w:rPr")
    _within(letters, "w:lang").set(qn("w:val"), LANGUAGE)
    for style in document.styles:
        for language in style.element.xpath("./w:rPr/w:lang[@w:val]"):
            language.set(qn("w:val"), LANGUAGE)


def _within(parent: BaseOxmlElement, tag: str) -> BaseOxmlElement:
    """The element of this kind in another; made at the end of it where it is missing."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    found: BaseOxmlElement | None = parent.find(qn(tag))
    if found is None:
        found = OxmlElement(tag)
        parent.append(found)
    return found


def tell_properties(document: Document, title: str, subject: str, author: str, on: date) -> None:
    """What the file says of itself: no person's name, and no other day than that of the report."""
    properties = document.core_properties
    day = datetime.combine(max(on, EARLIEST), time(), UTC).replace(tzinfo=None)
    properties.title, properties.subject, properties.author = title[:LONGEST], subject[:LONGEST], author[:LONGEST]
    properties.language = LANGUAGE
    properties.created = properties.modified = day
    properties.revision = 1
