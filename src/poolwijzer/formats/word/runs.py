"""Text in a paragraph of a Word document, made without looking up what python-docx looks up each time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import SubElement  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_RUN, _LOOKS, _STYLE, _TEXT, _VALUE = (qn(f"w:{name}") for name in ("r", "rPr", "rStyle", "t", "val"))
_PARAGRAPH, _PARAGRAPH_LOOKS, _PARAGRAPH_STYLE = (qn(f"w:{name}") for name in ("p", "pPr", "pStyle"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MORE = re.compile(r"[\n\r\t\u2011]")
"""What is no text in Word but a sign of its own: the end of a line, a tab, a hyphen that does not break."""


def add_run(parent: BaseOxmlElement, text: str, style: str = "") -> Any:
    """A run of text at the end of a paragraph or a link.

    Args:
        parent: Where it comes.
        text: What it says.
        style: The id of the style of its letters.
    """
    run = SubElement(parent, _RUN)
    if style:
        SubElement(SubElement(run, _LOOKS), _STYLE).set(_VALUE, style)
    if _MORE.search(text):
        run.text = text
    elif text:
        told = SubElement(run, _TEXT)
        told.text = text
        if text.strip() != text:
            told.set(_SPACE, "preserve")
    return run


def new_paragraph(style: str = "") -> Any:
    """An empty paragraph; without the id of a style it gets that of running text."""
    paragraph = OxmlElement("w:p")
    if style:
        SubElement(SubElement(paragraph, _PARAGRAPH_LOOKS), _PARAGRAPH_STYLE).set(_VALUE, style)
    return paragraph


def add_paragraph(parent: BaseOxmlElement, style: str) -> Any:
    """A paragraph at the end of a cell, in the style with this id."""
    paragraph = SubElement(parent, _PARAGRAPH)
    SubElement(SubElement(paragraph, _PARAGRAPH_LOOKS), _PARAGRAPH_STYLE).set(_VALUE, style)
    return paragraph
