"""What stands beside each other in a Word document: in columns of the page, and not in a table.

Who listens to a document hears a table as one of data; columns are read one after the other. They need a part of the
document of their own (a section, as Word calls it), of which the settings stand in the last paragraph of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from poolwijzer.formats.page_fit import SHARES
from poolwijzer.formats.word.text import Element, Para

COLUMN_BREAK = '<w:r><w:br w:type="column"/></w:r>'
_GOES_ON = '<w:type w:val="continuous"/>'


class Columns(NamedTuple):
    """Two columns in a text: the paragraph that each begins with, and the one that the last ends with."""

    left: Para
    right: Para
    end: Para


def two_columns(width: int) -> str:
    """The settings of two columns in a text so many twentieths of a point wide."""
    left, right = (round(share * width) for share in SHARES)
    between = width - left - right
    return (
        f'<w:cols w:num="2" w:space="{between}" w:equalWidth="0">'
        f'<w:col w:w="{left}" w:space="{between}"/><w:col w:w="{right}"/></w:cols>'
    )


def set_columns(text: list[Element], columns: Iterable[Columns], begin: str, page: str, width: int) -> str:
    """Put paragraphs of the shipped document beside each other.

    Args:
        text: All that stands in the document; it is changed.
        columns: The paragraphs, in order.
        begin: The settings of a document that is one part, as XML.
        page: How large its pages are, which all parts have alike.
        width: Of the text, in twentieths of a point.

    Returns:
        The settings of the last part.
    """
    places = {id(one): place for place, one in enumerate(text)}
    settings, added = begin, 0
    for one in columns:
        place = places[id(one.left)] + added
        before = text[place - 1] if place else None
        if not isinstance(before, Para) or before.section:
            before = Para()
            text.insert(place, before)
            added += 1
        before.section = settings
        settings = f"<w:sectPr>{_GOES_ON}{page}</w:sectPr>"
        one.end.section = f"<w:sectPr>{_GOES_ON}{page}{two_columns(width)}</w:sectPr>"
        one.right.content.insert(0, COLUMN_BREAK)
    return settings
