"""The pictures of a report for Word: each drawn once as SVG, with the same in pixels for who cannot show that."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.run import Run

from poolwijzer.drawing.model import Drawing, Picture
from poolwijzer.drawing.pieces import in_pieces
from poolwijzer.drawing.primitives import Palette
from poolwijzer.drawing.svg import FONT, change_lines, draw, drawn_lines
from poolwijzer.formats.page_fit import ratio_of
from poolwijzer.formats.pdf.compiler import RefusedError, compile_with
from poolwijzer.formats.pdf.letters import by_number, change_odd
from poolwijzer.formats.pdf.typeface import Typeface
from poolwijzer.report.typed_text import change_texts

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.run import CT_R

TALLEST, HIGHEST = 360.0, 660.0
"""In points: a chart that is higher goes on in a next one, so that no page stays half empty; and what none exceeds."""
PIXELS = 192
"""For each inch; enough for print."""
_PAGES = b"""#set page(width: auto, height: auto, margin: 0pt)
#for (svg, width) in json(bytes(sys.inputs.drawings)) { page(image(bytes(svg), format: "svg", width: width * 1pt)) }
"""
_FONT, _FAMILY = re.compile('font-family="[^"]*"'), re.compile(r"[A-Za-z][\w -]*")
_SVG = "image/svg+xml"
_BEHIND = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{0}"/></a:ext></a:extLst>'
)
"""How Word stores a drawing: the one in pixels first, and what it was made of as an extension of that."""


class Asked(NamedTuple):
    """A picture, and how wide it comes on paper, in points."""

    picture: Picture
    breadth: float


class Drawn(NamedTuple):
    """A picture as it goes into a document; sizes in points."""

    picture: Picture
    svg: str
    lettered: str
    """The same in letters that a PDF has."""
    pixels: bytes
    width: float
    height: float


def draw_pictures(asked: Sequence[Asked], palette: Palette, family: str, typeface: Typeface) -> list[list[Drawn]]:
    """Pictures as SVG and as PNG, the same on every machine; one that is too high for a page in parts.

    Args:
        asked: The pictures.
        palette: In which colours.
        family: The letters of the document, which are those of the SVG.
        typeface: The letters in pixels; what these lack stands there by number, as in a PDF.
    """
    font = FONT if FONT.startswith(family) or not _FAMILY.fullmatch(family) else f"{family}, {FONT}"
    drawn = partial(draw, palette=palette, font=font)
    split = [_in_parts(one, drawn, typeface) for one in asked]
    parts = [part for parts in split for part in parts]
    pixels = iter(as_pixels([(part.lettered, part.width) for part in parts], typeface))
    return [[part._replace(pixels=next(pixels)) for part in parts] for parts in split]


def _in_parts(asked: Asked, drawn: partial[str], typeface: Typeface) -> list[Drawn]:
    """A picture as SVG, in as many parts as it takes for each to fit on a page."""
    picture = asked.picture
    parts = [picture] if isinstance(picture, Drawing) else in_pieces(picture, asked.breadth, TALLEST)
    return [_drawn(part, asked.breadth, drawn, typeface) for part in parts]


def _drawn(picture: Picture, breadth: float, drawn: partial[str], typeface: Typeface) -> Drawn:
    svg = drawn(picture, breadth=breadth)
    height = breadth * ratio_of(svg)
    fit = min(HIGHEST / height, 1.0)
    shown = change_texts(picture, typeface.show)  # other letters may need other lines
    return Drawn(
        picture, svg, svg if shown == picture else drawn(shown, breadth=breadth), b"", breadth * fit, height * fit
    )


def as_pixels(drawings: Sequence[tuple[str, float]], typeface: Typeface) -> list[bytes]:
    """Drawings in SVG as PNG, each so many points wide, in the letters of the PDF; all at once where that goes.

    Raises:
        RefusedError: the compiler makes no picture of one of them.
    """
    if not drawings:
        return []
    typeface.learn(line for svg, _ in drawings for line in drawn_lines(svg))
    shown = [(change_lines(svg, typeface.show), breadth) for svg, breadth in drawings]
    try:
        return _compile(shown, typeface)
    except RefusedError:
        return [_compile_alone(svg, breadth, typeface) for svg, breadth in shown]


def _compile_alone(svg: str, breadth: float, typeface: Typeface) -> bytes:
    """One drawing; where the compiler breaks on it, with all that is not plain told by number."""
    try:
        return _compile([(svg, breadth)], typeface)[0]
    except RefusedError:
        plain = change_lines(svg, lambda text: change_odd(text, by_number))
        return _compile([(plain, breadth)], typeface)[0]


def _compile(drawings: Sequence[tuple[str, float]], typeface: Typeface) -> list[bytes]:
    """The drawings are handed over as data, and no font of the machine is looked at."""
    families = ", ".join(f"'{family}'" for family in typeface.family.split(", "))  # a name may end with a number
    lettered = [(_FONT.sub(f'font-family="{families}"', svg, count=1), breadth) for svg, breadth in drawings]
    made: Any = compile_with(typeface.fonts, _PAGES, {"drawings": json.dumps(lettered)}, ppi=PIXELS)
    return made if isinstance(made, list) else [made]


def put_picture(document: Document, run: CT_R, drawn: Drawn, number: int) -> None:
    """Put a picture in a run of a document.

    Args:
        document: It gets the picture as parts of it.
        run: Where it stands.
        drawn: The picture.
        number: Which one of the document it is, from 1.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    inline: Any = Run(run, document._body).add_picture(io.BytesIO(drawn.pixels), Pt(drawn.width), Pt(drawn.height))
    for side in "TBLR":
        inline._inline.set(f"dist{side}", "0")
    properties = inline._inline.docPr
    properties.set("id", str(number))
    properties.set("name", f"Tekening {number}")
    properties.set("title", drawn.picture.title)
    properties.set("descr", drawn.picture.description)
    name = PackURI(f"/word/media/tekening{number}.svg")
    part = Part(name, _SVG, drawn.svg.encode(), document.part.package)
    related = document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    (shown,) = inline._inline.iter(qn("a:blip"))
    shown.append(parse_xml(_BEHIND.format(related)))
