"""Text and paragraphs of a Word document, written as the XML that they are in a file.

Everything that somebody typed goes through `run`, `quoted` or `told` and nothing else: these make it harmless.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

_SIGN = re.compile("([\n\r\t])")
_SIGNS = {"\n": "<w:br/>", "\r": "<w:br/>", "\t": "<w:tab/>"}
"""What is no text in Word but a sign of its own: the end of a line, and a tab."""
_NEVER = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML can hold, not even by number."""


@dataclass(slots=True)
class Para:
    """A paragraph that is being written; it becomes XML when all is known of it."""

    style: str = ""
    """The id of its style; without one it gets that of running text."""
    content: list[str] = field(default_factory=list)
    """Its runs and what else stands in it, as XML."""
    kept: bool = False
    """Whether it stays on the page of what follows it."""
    begins_page: bool = False
    numbering: str = ""
    """Which list it is in, as XML."""
    spacing: str = ""
    """The attributes of the room around it, where its style does not say."""
    aligned: str = ""
    section: str = ""
    """The settings of the part of the document that ends with it, as XML."""
    words: str = ""
    """What a heading says, for the table of contents."""

    def __str__(self) -> str:
        """Its XML, with the properties in the order that Word asks."""
        looks = (
            (f'<w:pStyle w:val="{self.style}"/>' if self.style else "")
            + ("<w:keepNext/>" if self.kept else "")
            + ("<w:pageBreakBefore/>" if self.begins_page else "")
            + self.numbering
            + (f"<w:spacing {self.spacing}/>" if self.spacing else "")
            + (f'<w:jc w:val="{self.aligned}"/>' if self.aligned else "")
            + self.section
        )
        return f"<w:p>{f'<w:pPr>{looks}</w:pPr>' if looks else ''}{''.join(self.content)}</w:p>"


Element = Para | str
"""A paragraph, or exactly one other element as XML: a table, or a table of contents."""


def run(text: str, style: str = "", looks: str = "") -> str:
    """A run of text.

    Args:
        text: What it says.
        style: The id of the style of its letters.
        looks: What else its letters are like, as XML.
    """
    if style:
        looks = f'<w:rStyle w:val="{style}"/>{looks}'
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f"<w:r>{properties}{_signs(text)}</w:r>"


def _signs(text: str) -> str:
    if not _SIGN.search(text):
        return _words(text)
    return "".join(_SIGNS.get(piece) or _words(piece) for piece in _SIGN.split(text))


def _words(text: str) -> str:
    if not text:
        return ""
    kept = "" if text.strip() == text else ' xml:space="preserve"'
    return f"<w:t{kept}>{escape(text)}</w:t>"


def told(text: str) -> str:
    """A text as the content of an element."""
    return escape(text, {"\r": "&#13;"})


quoted = quoteattr
"""A text as the value of an attribute, with the quotes around it."""


def style_value(name: str) -> str:
    """The id of a style as it stands in an attribute: of an own template it can be any text."""
    return escape(name, {'"': "&quot;"})


def check_letters(xml: str) -> str:
    """XML that was written here.

    Raises:
        ValueError: a letter stands in it that no XML may hold; whoever made the report had to take that out.
    """
    if found := _NEVER.search(xml):
        message = f"no Word document can hold U+{ord(found[0]):04X}"
        raise ValueError(message)
    return xml
