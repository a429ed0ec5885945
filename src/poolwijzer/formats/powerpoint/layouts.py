"""What slides are made from in PowerPoint: the master, three layouts with Dutch names, and a page with notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from poolwijzer.formats.powerpoint.look import A, colour, emu, letters_of, notes_style, text_style, title_style
from poolwijzer.formats.word.styles import LANGUAGE
from poolwijzer.report.slides.model import (
    BODY_HEIGHT,
    BODY_TOP,
    EDGE,
    GAP,
    HEIGHT,
    LETTER,
    LINE,
    SUBTITLE,
    TITLE,
    TOP,
    WIDTH,
)

P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MAIN, BESIDE, SUBTITLE_AT, FOOT, NUMBER = 1, 2, 10, 11, 12
"""The numbers of the places of a layout; that of the title is 0."""
NOTES_PAGE = (540.0, 720.0)
"""How wide and how high a page with notes is, in points."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    def frame(self, tag: str = "a:xfrm") -> str:
        """As the file says it."""
        return (
            f'<{tag}><a:off x="{emu(self.left)}" y="{emu(self.top)}"/>'
            f'<a:ext cx="{emu(self.width)}" cy="{emu(self.height)}"/></{tag}>'
        )


NOTES_AREA = Area(36.0, 200.0, NOTES_PAGE[0] - 72.0, NOTES_PAGE[1] - 236.0)
"""Where the notes stand on it."""
FOOT_HEIGHT = 30.0
NUMBER_WIDTH = 60.0
_TITLE_AREA = Area(EDGE, TOP, WIDTH - 2 * EDGE, TITLE * LINE)
_SUBTITLE_AREA = Area(EDGE, TOP + TITLE * LINE, WIDTH - 2 * EDGE, SUBTITLE * LINE)
BODY = Area(EDGE, BODY_TOP, WIDTH - 2 * EDGE, BODY_HEIGHT)
"""Where the blocks of a slide stand."""
_HALF = (BODY.width - GAP) / 2
_LEFT = Area(BODY.left, BODY.top, _HALF, BODY.height)
_RIGHT = Area(BODY.left + _HALF + GAP, BODY.top, _HALF, BODY.height)
FOOT_AREA = Area(EDGE, HEIGHT - FOOT_HEIGHT, WIDTH - 2 * EDGE - NUMBER_WIDTH - LETTER, FOOT_HEIGHT)
"""Whose slides they are and whether they are a draft."""
NUMBER_AREA = Area(WIDTH - EDGE - NUMBER_WIDTH, HEIGHT - FOOT_HEIGHT, NUMBER_WIDTH, FOOT_HEIGHT)

Kind = Literal["title", "body", "ftr", "sldNum", "sldImg"]
LAYOUTS: dict[str, tuple[tuple[int, Area], ...]] = {
    "Alleen titel": (),
    "Titel en tekst": ((MAIN, BODY),),
    "Titel en twee kolommen": ((MAIN, _LEFT), (BESIDE, _RIGHT)),
}
"""The layouts with the places for text that each has, in the order of how many those are."""
PLAIN = 'wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"'
"""Text at the very edge of its frame, in lines as long as that; no frame grows, and no letters shrink."""


def master_part(foot: Area, logo: str = "") -> str:
    """The master: what all slides have in common.

    Args:
        foot: Where it says whose slides they are.
        logo: A shape of which the master has one relation more than it has layouts.
    """
    listed = "".join(f'<p:sldLayoutId id="{2147483649 + at}" r:id="rId{at + 1}"/>' for at in range(len(LAYOUTS)))
    places = [
        place(2, "Titel", "title", area=_TITLE_AREA, text="Titel"),
        place(3, "Tekst", "body", MAIN, area=BODY, text="Tekst"),
        _foot(4, foot),
        _number(5),
        logo,
    ]
    return (
        f"<p:sldMaster {A} {P} {R}><p:cSld>{_BACKGROUND}{tree(*places)}</p:cSld>{_COLOURS}"
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{title_style()}</p:titleStyle>"
        f"<p:bodyStyle>{text_style()}</p:bodyStyle><p:otherStyle>{text_style()}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout_part(name: str, foot: Area) -> str:
    """One of the layouts."""
    quiet = f"<a:lvl1pPr>{letters_of('mn', SUBTITLE, 'quiet')}</a:lvl1pPr>"
    places = [
        place(2, "Titel", "title", text="Titel van de dia"),
        place(3, "Ondertitel", "body", SUBTITLE_AT, area=_SUBTITLE_AREA, text="Ondertitel", style=quiet),
        *(
            place(4 + at, f"Tekst {at + 1}", "body", index, area=area, text="Tekst")
            for at, (index, area) in enumerate(LAYOUTS[name])
        ),
        _foot(7, foot),
        _number(8),
    ]
    return (
        f'<p:sldLayout {A} {P} {R} preserve="1" userDrawn="1"><p:cSld name={quoteattr(name)}>{tree(*places)}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def notes_master_part() -> str:
    """The page with what is told with a slide: the slide itself above it."""
    wide = 256.0
    picture = Area((NOTES_PAGE[0] - wide) / 2, NOTES_AREA.left, wide, wide * HEIGHT / WIDTH)
    places = [
        place(2, "Dia", "sldImg", 1, area=picture),
        place(3, "Notities", "body", 2, area=NOTES_AREA, text="Notities"),
    ]
    return (
        f"<p:notesMaster {A} {P} {R}><p:cSld>{_BACKGROUND}{tree(*places)}</p:cSld>{_COLOURS}"
        f"<p:notesStyle>{notes_style()}</p:notesStyle></p:notesMaster>"
    )


def place(
    number: int, name: str, kind: Kind, index: int = 0, *, area: Area | None = None, text: str = "", style: str = ""
) -> str:
    """A place for text on a master or a layout.

    Args:
        number: No other thing on it has the same.
        name: What people see in a list of all that is on it.
        kind: What it is for.
        index: By which a slide finds it on its layout; 0 for the title.
        area: Where it is; that of the master without.
        text: What it says until somebody types in it.
        style: How its text differs from that of the master.
    """
    at = f' idx="{index}"' if index else ""
    lock = ' noRot="1" noChangeAspect="1"' if kind == "sldImg" else ""
    form = f'{area.frame()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if area else ""
    if kind == "sldImg":
        form += f'<a:noFill/><a:ln w="9525">{colour("line")}</a:ln>'
    body = f'<a:bodyPr {PLAIN} anchor="{"b" if kind == "title" else "t"}"><a:noAutofit/></a:bodyPr>'
    words = field() if kind == "sldNum" else f'<a:r><a:rPr lang="{LANGUAGE}"/><a:t>{escape(text)}</a:t></a:r>'
    said = words if text or kind == "sldNum" else f'<a:endParaRPr lang="{LANGUAGE}"/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/><p:cNvSpPr><a:spLocks noGrp="1"{lock}/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="{kind}"{at}/></p:nvPr></p:nvSpPr><p:spPr>{form}</p:spPr>'
        f"<p:txBody>{body}<a:lstStyle>{style}</a:lstStyle><a:p>{said}</a:p></p:txBody></p:sp>"
    )


def field() -> str:
    """The number of the slide, which PowerPoint counts by itself."""
    return (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f'<a:rPr lang="{LANGUAGE}"/><a:t>‹nr.›</a:t></a:fld>'
    )


def _foot(number: int, area: Area) -> str:
    quiet = f"<a:lvl1pPr>{letters_of('mn', LETTER, 'quiet')}</a:lvl1pPr>"
    return place(number, "Voettekst", "ftr", FOOT, area=area, style=quiet)


def _number(number: int) -> str:
    quiet = f'<a:lvl1pPr algn="r">{letters_of("mn", LETTER, "quiet")}</a:lvl1pPr>'
    return place(number, "Dianummer", "sldNum", NUMBER, area=NUMBER_AREA, style=quiet)


def tree(*shapes: str) -> str:
    """All that is on a slide, from the back to the front."""
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        f"{''.join(shapes)}</p:spTree>"
    )


_BACKGROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
_COLOURS = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" '
    + " ".join(f'{name}="{name}"' for name in (*(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink"))
    + "/>"
)
