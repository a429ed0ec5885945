"""What a Word document says of itself: in which language it is, what it is called, and whose it is."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from poolwijzer.formats.archive import EARLIEST
from poolwijzer.formats.word.parts import LONGEST, About
from poolwijzer.formats.word.styles import LANGUAGE

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement


def speak_dutch(document: Document) -> None:
    """Say of all text in the document that it is Dutch, for spelling and for who listens to it."""
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
    found: BaseOxmlElement | None = parent.find(qn(tag))
    if found is None:
        found = OxmlElement(tag)
        parent.append(found)
    return found


def tell_properties(document: Document, about: About) -> None:
    """What the file says of itself."""
    properties = document.core_properties
    day = datetime.combine(max(about.day, EARLIEST), time(), UTC).replace(tzinfo=None)
    properties.title, properties.subject, properties.author = (text[:LONGEST] for text in about[:3])
    properties.language = LANGUAGE
    properties.created = properties.modified = day
    properties.revision = 1
