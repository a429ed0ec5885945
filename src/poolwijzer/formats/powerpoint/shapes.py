"""Shapes of a slide: frames with text, rectangles, circles and lines, each as PowerPoint knows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from poolwijzer.drawing.shapes import ColourName
from poolwijzer.formats.powerpoint.layouts import Area, P
from poolwijzer.formats.powerpoint.look import A, colour, emu
from poolwijzer.formats.powerpoint.texts import Sentence, write_sentences

_PASSED_OVER = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""As PowerPoint marks what is there for the eye only: who listens to the slide does not hear of it."""


def append_shape(tree: Any, shape: Any) -> None:
    """Put a shape in front of all others, which is also where it is read, with a number for all that is in it."""
    number = max((int(one.get("id")) for one in tree.iter(qn("p:cNvPr"))), default=1)
    for at, one in enumerate(shape.iter(qn("p:cNvPr")), start=number + 1):
        one.set("id", str(at))
    tree.append(shape)


class Coat(NamedTuple):
    """The colours of a form."""

    fill: ColourName | None = None
    share: float = 1.0
    """How much there is of that colour."""
    edge: ColourName | None = None
    thick: float = 0.0
    """How thick its edge is, in points."""


def make_form(kind: str, area: Area, name: str, coat: Coat, said: Sequence[Sentence] = ()) -> Any:
    """A form that is there for the eye only.

    Args:
        kind: What PowerPoint calls it: `rect`, `ellipse`.
        area: Where it is.
        name: What people see in a list of all that is on the slide.
        coat: Its colours.
        said: What stands in the middle of it.
    """
    fill = colour(coat.fill, coat.share) if coat.fill else "<a:noFill/>"
    body = _body(wrap=False, middle=True) if said else ""
    shape = parse_xml(
        f"<p:sp {A} {P}><p:nvSpPr>{_about(name, seen_only=True)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
        f'{area.frame()}<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{fill}{make_line(coat.edge, coat.thick)}'
        f"</p:spPr>{body}</p:sp>"
    )
    if said:
        write_sentences(shape.find(qn("p:txBody")), said)
    return shape


def make_text(
    area: Area,
    name: str,
    sentences: Sequence[Sentence],
    *,
    insets: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0),
    wrap: bool = True,
    middle: bool = False,
    seen_only: bool = False,
    fill: ColourName | None = None,
) -> Any:
    """A frame with text, which stays as large as it is.

    Args:
        area: Where it is.
        name: What people see in a list of all that is on the slide.
        sentences: What it says.
        insets: How far the text stays away from its left, upper, right and lower edge, in points.
        wrap: Whether lines end at its edge.
        middle: Whether the text stands half way its height, and not at its top.
        seen_only: Whether something else tells it to who listens.
        fill: The colour in it.
    """
    looks = f"{colour(fill) if fill else '<a:noFill/>'}<a:ln><a:noFill/></a:ln>"
    shape = parse_xml(
        f'<p:sp {A} {P}><p:nvSpPr>{_about(name, seen_only=seen_only)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{area.frame()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{looks}</p:spPr>'
        f"{_body(insets, wrap=wrap, middle=middle)}</p:sp>"
    )
    write_sentences(shape.find(qn("p:txBody")), sentences)
    return shape


def make_stroke(x1: float, y1: float, x2: float, y2: float, name: str, line: str) -> Any:
    """A straight line, with the looks that `make_line` gives."""
    flip = ' flipV="1"' if (x1 < x2) == (y1 > y2) and y1 != y2 else ""
    area = Area(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    frame = area.frame().replace("<a:xfrm>", f"<a:xfrm{flip}>")
    return parse_xml(
        f"<p:cxnSp {A} {P}><p:nvCxnSpPr>{_about(name, seen_only=True)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>"
        f'{frame}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line}</p:spPr></p:cxnSp>'
    )


def make_line(edge: ColourName | None, thick: float, *, dashed: bool = False) -> str:
    """How a line looks."""
    if not edge:
        return "<a:ln><a:noFill/></a:ln>"
    dashes = '<a:prstDash val="dash"/>' if dashed else ""
    return f'<a:ln w="{emu(thick)}">{colour(edge)}{dashes}</a:ln>'


def make_group(area: Area, name: str, told: str, shapes: Sequence[Any]) -> Any:
    """Shapes that belong together, with what they show in words for who does not see them."""
    frame = area.frame()
    inner = frame.replace("<a:xfrm>", "").replace("<a:off", "<a:chOff").replace("<a:ext", "<a:chExt")
    group = parse_xml(
        f"<p:grpSp {A} {P}><p:nvGrpSpPr>{_about(name, told)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{frame.removesuffix('</a:xfrm>')}{inner}</p:grpSpPr></p:grpSp>"
    )
    group.extend(shapes)
    return group


def _body(insets: tuple[float, ...] = (0.0,) * 4, *, wrap: bool, middle: bool) -> str:
    """Room for text of which no letter shrinks, in a frame that does not grow."""
    room = " ".join(f'{side}Ins="{emu(inset)}"' for side, inset in zip("ltrb", insets, strict=True))
    return (
        f'<p:txBody><a:bodyPr wrap="{"square" if wrap else "none"}" {room} rtlCol="0" '
        f'anchor="{"ctr" if middle else "t"}"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p/></p:txBody>'
    )


def _about(name: str, told: str = "", *, seen_only: bool = False) -> str:
    described = f" descr={quoteattr(told)}" if told else ""
    mark = _PASSED_OVER if seen_only else ""
    return f'<p:cNvPr id="1" name={quoteattr(name)}{described}>{mark}</p:cNvPr>'
