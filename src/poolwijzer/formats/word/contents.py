"""The table of contents of a Word document: a field that is filled in already, so that Word asks nothing.

It has no numbers of pages until somebody updates it in Word: only Word knows these, and a wrong one is worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from poolwijzer.formats.word.runs import add_run, new_paragraph
from poolwijzer.formats.word.styles import CONTENTS, ENTRIES, HEADINGS

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement

TITLE = "Inhoud"
_FIELD = ' TOC \\o "1-2" \\h \\z \\u '
MOST = 30
"""So many entries are shown on two levels; of more only those of the first."""


def make_contents(elements: Sequence[BaseOxmlElement], ids: Mapping[str, str]) -> list[BaseOxmlElement]:
    """The table of contents of these elements, whose headings become places that it leads to; none without headings.

    Word shows a button to update it, since it is in what Word keeps one in.

    Args:
        elements: The paragraphs and tables of a text.
        ids: The id of each style of the document.
    """
    levels = {ids[name]: level for level, name in enumerate(HEADINGS[: len(ENTRIES)])}
    headings = [(levels[one.style], one) for one in elements if one.tag == qn("w:p") and one.style in levels]
    if len(headings) > MOST:
        headings = [(level, one) for level, one in headings if level == 0]
    entries = [
        _entry(ids[ENTRIES[level]], _place(heading, number), str(heading.text))
        for number, (level, heading) in enumerate(headings, start=1)
    ]
    if not entries:
        return []
    for first in _field_sign("begin"), _code(), _field_sign("separate"):
        entries[0].insert(entries[0].index(entries[0].find(qn("w:hyperlink"))), first)
    entries[-1].append(_field_sign("end"))
    title = new_paragraph(ids[CONTENTS])
    add_run(title, TITLE)
    return [_kept_as_contents(title, *entries)]


def _kept_as_contents(*paragraphs: CT_P) -> BaseOxmlElement:
    kept = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent/></w:sdt>"
    )
    kept[-1].extend(paragraphs)
    return kept


def _place(heading: CT_P, number: int) -> str:
    """Make a place of a heading; what it is called."""
    identity, name = str(number), f"_Toc{number:08}"
    start = OxmlElement("w:bookmarkStart", attrs={qn("w:id"): identity, qn("w:name"): name})
    heading.insert(1, start)  # after its properties
    heading.append(OxmlElement("w:bookmarkEnd", attrs={qn("w:id"): identity}))
    return name


def _entry(style: str, place: str, text: str) -> CT_P:
    entry: CT_P = new_paragraph(style)
    link = OxmlElement("w:hyperlink", attrs={qn("w:anchor"): place, qn("w:history"): "1"})
    add_run(link, text)
    entry.append(link)
    return entry


def _field_sign(kind: str) -> BaseOxmlElement:
    return parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>')


def _code() -> BaseOxmlElement:
    return parse_xml(f'<w:r {nsdecls("w")}><w:instrText xml:space="preserve">{_FIELD}</w:instrText></w:r>')
