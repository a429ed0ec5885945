"""The lists of a document: those of its styles, and a new one for every list that counts from 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.numbering import CT_Numbering


class ListOfStyle(NamedTuple):
    """What makes the paragraphs of a style a list."""

    numbering: CT_Numbering
    definition: int
    """Which of the definitions in the document."""
    level: int


def find_list(document: Document, style: str) -> ListOfStyle | None:
    """The list that a paragraph style makes, itself or by the style that it rests on; None if it makes none."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        numbering = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element  # type: ignore[attr-defined]
    except KeyError:
        return None
    seen = set()
    found = document.styles[style].element
    while found is not None and found.styleId not in seen:
        seen.add(found.styleId)
        settings = found.pPr.numPr if found.pPr is not None else None
        if settings is not None and settings.numId is not None:
            try:
                definition = numbering.num_having_numId(settings.numId.val).abstractNumId.val
            except KeyError:
                return None
            return ListOfStyle(numbering, definition, settings.ilvl.val if settings.ilvl is not None else 0)
        found = found.base_style
    return None


def restart_list(found: ListOfStyle) -> int:
    """A list of the same kind that counts from 1; its number in the document."""
    new = found.numbering.add_num(found.definition)  # type: ignore[no-untyped-call]
    new.add_lvlOverride(ilvl=found.level).add_startOverride(1)
    return int(new.numId)
