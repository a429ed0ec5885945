"""How slides look in PowerPoint: colours, letters and steps of a list, as what one types later takes them over."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from poolwijzer.drawing.primitives import Palette
from poolwijzer.drawing.shapes import ColourName
from poolwijzer.formats.word.styles import FONT, LANGUAGE
from poolwijzer.report.slides.model import AIR, INDENT, ITEM, LETTER, NOTE_LETTER, TITLE

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
EMU = 12700
"""In a point; all places and sizes in the file are counted in these."""
LEVELS = 9
"""So many steps a list has."""
SCHEME: dict[ColourName, str] = {
    "ink": "tx1",
    "paper": "bg1",
    "quiet": "tx2",
    "chosen": "bg2",
    "accent": "accent1",
    "line": "accent2",
}
"""What each colour of a drawing is called in the colours of the file, so that it changes along with those."""
SHADES = ((75, "accent"), (50, "accent"), (75, "quiet"), (50, "quiet"))
"""For who edits on: how many hundredths of which colour there are in the others that one can choose."""


def emu(points: float) -> int:
    """A size as the file counts it."""
    return round(points * EMU)


def hundredths(points: float) -> int:
    """A size of letters as the file counts it."""
    return round(points * 100)


def theme_part(palette: Palette, name: str) -> str:
    """The colours and the letters; the name is what PowerPoint lists them under."""
    shades = [_blend(getattr(palette, colour), palette.paper, share) for share, colour in SHADES]
    colours = {
        "dk1": palette.ink,
        "lt1": palette.paper,
        "dk2": palette.quiet,
        "lt2": palette.chosen,
        "accent1": palette.accent,
        "accent2": palette.line,
        **{f"accent{number}": shade for number, shade in enumerate(shades, start=3)},
        "hlink": palette.accent,
        "folHlink": palette.quiet,
    }
    scheme = "".join(f'<a:{key}><a:srgbClr val="{colour[1:].upper()}"/></a:{key}>' for key, colour in colours.items())
    letters = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>'
    return (
        f"<a:theme {A} name={quoteattr(name)}><a:themeElements>"
        f"<a:clrScheme name={quoteattr(name)}>{scheme}</a:clrScheme>"
        f'<a:fontScheme name="{FONT}"><a:majorFont>{letters}</a:majorFont><a:minorFont>{letters}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Vlak">{_FLAT}</a:fmtScheme></a:themeElements></a:theme>'
    )


def _blend(one: str, other: str, share: int) -> str:
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{(first * share + second * (100 - share)) // 100:02x}" for first, second in pairs)


_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FLAT = (
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>"
    + "".join(f'<a:ln w="{width}">{_FILL}<a:prstDash val="solid"/></a:ln>' for width in (9525, 19050, 28575))
    + f"</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    + f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
)
"""One colour and plain lines: no gradients and no shadows. The format asks three of each."""


def colour(name: ColourName, share: float = 1.0) -> str:
    """A fill with a colour of the file, of which there may be only a share."""
    thin = "" if share == 1.0 else f'<a:alpha val="{round(share * 100_000)}"/>'
    return f'<a:solidFill><a:schemeClr val="{SCHEME[name]}">{thin}</a:schemeClr></a:solidFill>'


def letters_of(kind: str, size: float, name: ColourName = "ink", *, bold: bool = False) -> str:
    """What letters are like where nothing else is said.

    Args:
        kind: `mj` for titles and `mn` for other text, as in the colours and letters of the file; or a typeface.
        size: In points.
        name: Of their colour.
        bold: Whether they are heavy.
    """
    latin, east, complex_ = (f"+{kind}-{script}" if kind in ("mj", "mn") else kind for script in ("lt", "ea", "cs"))
    return (
        f'<a:defRPr lang="{LANGUAGE}" sz="{hundredths(size)}" b="{int(bold)}" kern="1200">{colour(name)}'
        f'<a:latin typeface="{latin}"/><a:ea typeface="{east}"/><a:cs typeface="{complex_}"/></a:defRPr>'
    )


def title_style() -> str:
    """Of titles of slides."""
    return (
        f'<a:lvl1pPr algn="l" rtl="0" {_BREAKS}><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>{letters_of("mj", TITLE, "accent", bold=True)}</a:lvl1pPr>'
    )


def text_style(size: float = LETTER, kind: str = "mn") -> str:
    """Of all other text: the first level is running text, the second a list with dots, those below it likewise."""
    return "".join(_level(level, size, kind) for level in range(LEVELS))


def notes_style() -> str:
    """Of what is told with a slide; LibreOffice finds a typeface there by its own name only."""
    return text_style(NOTE_LETTER, FONT)


_BREAKS = 'defTabSz="914400" eaLnBrk="1" latinLnBrk="0" hangingPunct="0"'


def _level(level: int, size: float, kind: str) -> str:
    indent = emu(INDENT * size / LETTER)
    below = (ITEM if level else AIR) * size / LETTER
    dot = f'<a:buFont typeface="{FONT}"/><a:buChar char="•"/>' if level else "<a:buNone/>"
    return (
        f'<a:lvl{level + 1}pPr marL="{indent * level}" indent="{-indent if level else 0}" algn="l" rtl="0" {_BREAKS}>'
        f'<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{hundredths(below)}"/></a:spcAft>'
        f"{dot}{letters_of(kind, size)}</a:lvl{level + 1}pPr>"
    )
