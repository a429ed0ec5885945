"""The pictures of a report for Word: each drawn once as SVG, with the same in pixels for who cannot show that."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from poolwijzer.drawing.model import Drawing, Picture
from poolwijzer.drawing.pieces import in_pieces
from poolwijzer.drawing.primitives import Palette
from poolwijzer.drawing.svg import FONT, change_lines, draw, drawn_lines
from poolwijzer.formats.page_fit import ratio_of
from poolwijzer.formats.pdf.compiler import RefusedError, compile_with, memory
from poolwijzer.formats.pdf.letters import by_number, change_odd
from poolwijzer.formats.pdf.typeface import Typeface
from poolwijzer.formats.word.text import quoted
from poolwijzer.report.typed_text import change_texts

TALLEST, HIGHEST = 360.0, 660.0
"""In points: a chart that is higher goes on in a next one, so that no page stays half empty; and what none exceeds."""
PIXELS = 192
"""For each inch; enough for print."""
_PAGES = b"""#set page(width: auto, height: auto, margin: 0pt)
#for (svg, width) in json(bytes(sys.inputs.drawings)) { page(image(bytes(svg), format: "svg", width: width * 1pt)) }
"""
_FONT, _FAMILY = re.compile('font-family="[^"]*"'), re.compile(r"[A-Za-z][\w -]*")
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EMUS = 12700
"""In a point: what Word measures drawings in."""
_BEHIND = (
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{0}"/></a:ext>'
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
    split = [_in_parts(one, drawn, palette, typeface) for one in asked]
    parts = [part for parts in split for part in parts]
    pixels = iter(as_pixels([(part.lettered, part.width) for part in parts], typeface))
    return [[part._replace(pixels=next(pixels)) for part in parts] for parts in split]


def _in_parts(asked: Asked, drawn: partial[str], palette: Palette, typeface: Typeface) -> list[Drawn]:
    """A picture as SVG, in as many parts as it takes for each to fit on a page."""
    picture = asked.picture
    parts = [picture] if isinstance(picture, Drawing) else in_pieces(picture, asked.breadth, TALLEST, palette)
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
    if (elsewhere := typeface.drawn_elsewhere(drawings)) is not None:
        return elsewhere
    memory.clear(typeface.fonts)
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


def picture_run(drawn: Drawn, number: int, pixels: str, svg: str) -> str:
    """A run with a picture.

    Args:
        drawn: The picture.
        number: Which one of the document it is, from 1.
        pixels: The id by which the document relates to the picture in pixels.
        svg: The same for the drawing that those were made of.
    """
    about = f"title={quoted(drawn.picture.title)} descr={quoted(drawn.picture.description)}"
    named = f'id="{number}" name="Tekening {number}" {about}'
    size = round_down(drawn.width), round_down(drawn.height)
    return f"<w:r>{inline(named, size, pixels, f'<a:extLst>{_BEHIND.format(svg)}</a:extLst>', _CLOSE)}</w:r>"


_CLOSE = ' distT="0" distB="0" distL="0" distR="0"'
"""No room around it."""


def round_down(points: float) -> int:
    """A length as Word has it in drawings."""
    return int(points * EMUS)


def inline(named: str, size: tuple[int, int], related: str, behind: str = "", around: str = "") -> str:
    """A picture that stands in a line of text as a letter does.

    Args:
        named: What it is called, as attributes.
        size: How wide and how high it is, as Word has lengths in drawings.
        related: The id by which the part relates to it.
        behind: What stands behind it, as XML.
        around: The room around it, as attributes.
    """
    width, height = size
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" '
        f'xmlns:pic="{_DRAWING}/picture" xmlns:r="{_RELATED}"{around}>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr {named}/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData '
        f'uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="image.png"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{related}">{behind}</a:blip><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
