"""The shipped document, as a report without an own template is written in it: as text, and packed once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from poolwijzer.formats.archive import pack_parts
from poolwijzer.formats.word.columns import Columns, set_columns
from poolwijzer.formats.word.logo import logo_run
from poolwijzer.formats.word.marks import grays_of, watermark
from poolwijzer.formats.word.parts import (
    RELATED,
    About,
    Relation,
    content_types,
    of_a_report,
    relations,
    root_relations,
)
from poolwijzer.formats.word.styles import FONT, NUMBERED, Look, numbering_part, style_id, text_width
from poolwijzer.formats.word.template import (
    ANNEXES,
    BODY,
    CARD,
    OF_PARTS,
    OF_THE_TEXT,
    Words,
    above_all,
    around_the_text,
    document_part,
    header_part,
    headers,
    page_of,
    page_settings,
)
from poolwijzer.formats.word.text import Element

if TYPE_CHECKING:
    from poolwijzer.formats.house_style import HouseStyle
    from poolwijzer.formats.word.picture import Drawn

_PNG, _SVG = "image/png", "image/svg+xml"


class _StyleIds(dict[str, str]):
    """The ids of the styles by their names."""

    def __missing__(self, name: str) -> str:
        self[name] = found = style_id(name)
        return found


class ShippedDocument:
    """The shipped document, of which all but the text is there."""

    has_contents = False
    family = FONT
    """The letters of running text."""

    def __init__(self, look: Look, words: Words, *, running: bool, more: Iterable[str] = ()) -> None:
        """Begin one.

        Args:
            look: Its colours and sizes.
            words: What stands in its fields.
            running: Whether a title stands above every page but the first; else all pages are like the first.
            more: Styles that it has beside its own, as XML.
        """

        def used(part: str) -> bool:
            return running or not part.removesuffix(".xml").endswith("first")

        self._look, self._words, self._running = look, words, running
        self._headers = {part: above for part, above in headers(words, running=running).items() if used(part)}
        self._parts = {part: data for part, data in around_the_text(look, words, more).items() if used(part)}
        self._kinds = {part: kind for part, kind in OF_PARTS.items() if used(part)}
        related = (one for one in OF_THE_TEXT if used(one.target))
        self._related = {relation: number for number, relation in enumerate(related, start=1)}
        self._pictures: dict[bytes, str] = {}
        self._lists = 0
        self.ids: Mapping[str, str] = _StyleIds()

    @property
    def width(self) -> float:
        """Of its text, in points."""
        return text_width(self._look.sizes) / 20

    def link(self, url: str) -> str:
        """The id by which the text relates to this address."""
        return self._relate(Relation(f"{RELATED}/hyperlink", url, outside=True))

    def picture(self, drawn: Drawn, number: int) -> tuple[str, str]:
        """The ids by which the text relates to a picture in pixels, and to what that was made of."""
        name = f"media/tekening{number}.svg"
        self._parts[f"word/{name}"], self._kinds[f"word/{name}"] = drawn.svg.encode(), _SVG
        return self._relate(self._in_pixels(drawn.pixels)), self._relate(Relation(f"{RELATED}/image", name))

    def restart_list(self) -> tuple[int, int]:
        """A list that counts from 1, and the level in it."""
        self._lists += 1
        return NUMBERED + self._lists, 0

    def put_logo(self, style: HouseStyle, height: float, *, first: bool) -> None:
        """Put a logo at the right above every page, after the name.

        Args:
            style: Whose logo it is.
            height: Of the logo, in centimetres.
            first: Whether the first page has something else above it than the others.

        Raises:
            InputError: it is no picture that Word can show.
        """
        pixels, run = logo_run(style, height)
        for name in self._headers if first else ("header",):
            self._headers[name].content.append(run)
            self._parts[f"word/_rels/{name}.xml.rels"] = relations([self._in_pixels(pixels)])

    def lay_out(self, parts: Mapping[str, Iterable[Element]], columns: Iterable[Columns]) -> str:
        """The text of a report: its parts, by where they go, with these columns in them."""
        laid = [element for name in (CARD, BODY, ANNEXES) for element in parts.get(name, ())]
        text: list[Element] = [*above_all(self._words), *laid]
        begin = page_settings(self._look, running=self._running)
        last = set_columns(text, columns, begin, page_of(self._look), text_width(self._look.sizes))
        return "".join(map(str, text)) + last

    def finish(self, text: str, about: About, *, draft: bool, in_gray: bool) -> bytes:
        """The document as bytes, the same for the same input: marked or in grey if asked.

        Args:
            text: All that stands in it, as XML.
            about: What it says of itself.
            draft: Whether every page is marked as a draft.
            in_gray: Whether it has no colours.
        """
        if draft:
            for number, above in enumerate(self._headers.values(), start=1):
                above.content.append(watermark(number))
        made = {
            "word/document.xml": document_part(text),
            **self._parts,
            **{f"word/{name}.xml": header_part(above) for name, above in self._headers.items()},
            "word/numbering.xml": numbering_part(self._lists),
        }
        if in_gray:
            made |= {name: grays_of(made[name]) for name in made if name.endswith(".xml")}
        pictures = {f"word/{name}": data for data, name in self._pictures.items()}
        files = of_a_report(about)
        kinds = dict(sorted({**self._kinds, **{one.part: one.kind for one in files}}.items()))
        made |= {
            **{one.part: one.data for one in files},
            "[Content_Types].xml": content_types(kinds, {"png": _PNG} if pictures else {}),
            "_rels/.rels": root_relations(files),
            "word/_rels/document.xml.rels": relations(self._related),
        }
        return pack_parts(made | pictures, about.day, packed=pictures)

    def _relate(self, relation: Relation) -> str:
        return f"rId{self._related.setdefault(relation, len(self._related) + 1)}"

    def _in_pixels(self, data: bytes) -> Relation:
        """How a part relates to a picture, which is packed once."""
        name = self._pictures.setdefault(data, f"media/image{len(self._pictures) + 1}.png")
        return Relation(f"{RELATED}/image", name)
