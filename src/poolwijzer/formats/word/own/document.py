"""A Word document of an organisation's own, as a report is written in it.

What is written is the same text as in the shipped document. Here it is read once, and put where the template says.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from poolwijzer.formats.archive import repack_bytes
from poolwijzer.formats.word.own.columns import set_columns
from poolwijzer.formats.word.own.marks import mark_as_draft, take_colours_out
from poolwijzer.formats.word.own.numbering import find_list, restart_list
from poolwijzer.formats.word.own.properties import speak_dutch, tell_properties
from poolwijzer.formats.word.own.reading import family_of, has_contents, sizes_of, width_of
from poolwijzer.formats.word.styles import NUMBERS, Look, Sizes, W, make_own_styles
from poolwijzer.formats.word.template import BODY
from poolwijzer.formats.word.template_check import open_template
from poolwijzer.formats.word.template_fill import fill_template, take_out
from poolwijzer.formats.word.text import Element, check_letters, style_value

if TYPE_CHECKING:
    from poolwijzer.formats.word.columns import Columns
    from poolwijzer.formats.word.own.numbering import ListOfStyle
    from poolwijzer.formats.word.parts import About
    from poolwijzer.formats.word.picture import Drawn

OWN_TEMPLATE = "sjabloon"
"""What an organisation's own template is called in messages, where nobody knows its file any more."""
_SVG = "image/svg+xml"


class OwnDocument:
    """A template in which the fields of text are filled in."""

    def __init__(self, template: bytes, values: Mapping[str, str]) -> None:
        """Fill it in.

        Raises:
            InputError: it cannot be used.
        """
        opened = open_template(template, OWN_TEMPLATE).data
        self._document, self._places, _ = fill_template(opened, values, OWN_TEMPLATE)
        self.ids: Mapping[str, str] = {}
        self._numbers: ListOfStyle | None = None

    @property
    def sizes(self) -> Sizes:
        """How large its letters are, and its margins."""
        return sizes_of(self._document)

    @property
    def width(self) -> float:
        """Of the text of its narrowest part, in points; 0 where it does not say."""
        return width_of(self._document)

    @property
    def family(self) -> str:
        """The letters of running text."""
        return family_of(self._document)

    @property
    def has_contents(self) -> bool:
        """Whether it has a table of contents of its own."""
        return has_contents(self._document)

    def add_own_styles(self, look: Look) -> None:
        """Add what no Word document has of itself, in the letters of its running text."""
        known = {style.name.casefold() for style in self._document.styles}
        base = self._document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
        for name, style in make_own_styles(look, base.style_id if base is not None else "Normal").items():
            if name.casefold() not in known:
                self._document.styles.element.append(parse_xml(style.replace("<w:style ", f"<w:style {W} ", 1)))
        self.ids = {
            style.name.replace("TOC 1", "toc 1").replace("TOC 2", "toc 2"): style_value(style.style_id)
            for style in self._document.styles
        }
        self._numbers = find_list(self._document, NUMBERS)

    def link(self, url: str) -> str:
        """The id by which the text relates to this address."""
        return self._document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def picture(self, drawn: Drawn, number: int) -> tuple[str, str]:
        """The ids by which the text relates to a picture in pixels, and to what that was made of."""
        main = self._document.part
        pixels, _ = main.get_or_add_image(io.BytesIO(drawn.pixels))
        name = PackURI(f"/word/media/tekening{number}.svg")
        svg = Part(name, _SVG, drawn.svg.encode(), main.package)
        return pixels, main.relate_to(svg, RELATIONSHIP_TYPE.IMAGE)

    def restart_list(self) -> tuple[int, int] | None:
        """A list that counts from 1, and the level in it; None where its style makes no list."""
        return (restart_list(self._numbers), self._numbers.level) if self._numbers else None

    def lay_out(self, parts: Mapping[str, Iterable[Element]], columns: Iterable[Columns]) -> None:
        """Put the parts of a report where they go, with these columns in them."""
        for name in self._places.keys() - parts.keys():
            take_out(self._places.pop(name))
        made = {}
        for name, elements in parts.items():
            place = self._places.get(name, self._places[BODY])
            written = check_letters("".join(map(str, elements)))
            read = parse_xml(f"<w:body {nsdecls('w', 'r')}>{written}</w:body>")
            for element, one in zip(elements, list(read), strict=True):
                place.addprevious(one)
                made[id(element)] = one
        for place in self._places.values():
            take_out(place)
        for column in columns:
            set_columns(*(made[id(one)] for one in column))

    def finish(self, about: About, *, draft: bool, in_gray: bool) -> bytes:
        """The document as bytes, the same for the same input: in Dutch, and marked or in grey if asked.

        Args:
            about: What it says of itself.
            draft: Whether every page is marked as a draft.
            in_gray: Whether it has no colours.
        """
        speak_dutch(self._document)
        tell_properties(self._document, about)
        if draft:
            mark_as_draft(self._document)
        if in_gray:
            take_colours_out(self._document)
        packed = io.BytesIO()
        self._document.save(packed)
        return repack_bytes(packed.getvalue(), about.day)
