"""The table of contents of a Word document: a field that is filled in already, so that Word asks nothing.

It has no numbers of pages until somebody updates it in Word: only Word knows these, and a wrong one is worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from poolwijzer.formats.word.styles import CONTENTS, ENTRIES, HEADINGS
from poolwijzer.formats.word.text import Element, Para, run

TITLE = "Inhoud"
_FIELD = ' TOC \\o "1-2" \\h \\z \\u '
MOST = 30
"""So many entries are shown on two levels; of more only those of the first."""


def make_contents(elements: Sequence[Element], ids: Mapping[str, str]) -> list[Element]:
    """The table of contents of these elements, whose headings become places that it leads to; none without headings.

    Word shows a button to update it, since it is in what Word keeps one in.

    Args:
        elements: The paragraphs and tables of a text.
        ids: The id of each style of the document.
    """
    levels = {ids[name]: level for level, name in enumerate(HEADINGS[: len(ENTRIES)])}
    headings = [(levels[one.style], one) for one in elements if isinstance(one, Para) and one.style in levels]
    if len(headings) > MOST:
        headings = [(level, one) for level, one in headings if level == 0]
    entries = [
        Para(ids[ENTRIES[level]], [_entry(_place(heading, number), heading.words)])
        for number, (level, heading) in enumerate(headings, start=1)
    ]
    if not entries:
        return []
    entries[0].content[:0] = [_field_sign("begin"), _CODE, _field_sign("separate")]
    entries[-1].content.append(_field_sign("end"))
    return [_BEGIN + "".join(map(str, (Para(ids[CONTENTS], [run(TITLE)]), *entries))) + _END]


_BEGIN = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    "</w:sdtPr><w:sdtContent>"
)
_END = "</w:sdtContent></w:sdt>"
_CODE = f'<w:r><w:instrText xml:space="preserve">{_FIELD}</w:instrText></w:r>'


def _place(heading: Para, number: int) -> str:
    """Make a place of a heading; what it is called."""
    name = f"_Toc{number:08}"
    heading.content.insert(0, f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>')
    heading.content.append(f'<w:bookmarkEnd w:id="{number}"/>')
    return name


def _entry(place: str, words: str) -> str:
    return f'<w:hyperlink w:anchor="{place}" w:history="1">{run(words)}</w:hyperlink>'


def _field_sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
