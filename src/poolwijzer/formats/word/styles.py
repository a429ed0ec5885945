"""The styles and the lists of the shipped template, as the parts of a Word document that hold them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from poolwijzer.drawing.primitives import LIGHT

LANGUAGE = "nl-NL"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT = "Arial"
"""Every office has it, or a font with the same widths."""
LEAST, LEAST_RAISED = 9.5, 7.5
"""In points: no letter on paper is smaller than this, nor the number of a note."""
LABEL, NOTICE, ASIDE, CELL, LINE, NOTE = (
    f"Poolwijzer {name}" for name in ("label", "let op", "toelichting", "cel", "lijn", "bron")
)
SHEET_HEAD, SHEET, SHEET_SMALL = (f"Poolwijzer werkblad{name}" for name in (" kop", "", " klein"))
"""Of sheets for the table: what stands above a list, what is ticked, and what belongs to it."""
CONTENTS, ENTRIES = "TOC Heading", ("toc 1", "toc 2")
"""The table of contents, as Word calls its parts in a file."""
STRONG, LINK = "Strong", "Hyperlink"
HEADINGS = ("Heading 1", "Heading 2", "Heading 3", "Heading 4")
BULLETS, NUMBERS, CAPTION, GRID = "List Bullet", "List Number", "Caption", "Table Grid"
NUMBERED = 2
"""The number of the list that counts, which is the last one."""

DEFAULTS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
)
"""What Word expects of every document."""


@dataclass(frozen=True)
class Sizes:
    """How large letters are, how much room lies around them, and how wide the margins of a page are."""

    letter: float
    """Of running text, in points."""
    air: float
    """Above and below: 1 is that of a document, less is tighter."""
    side: float
    """Left and right of the text, in centimetres."""
    edge: float
    """Above and below the text, in centimetres."""
    title: float = 2.0
    """The letters of the title, for those of running text."""
    line: float = 1.05
    """From line to line, for what the letters ask."""
    page: tuple[int, int] = (11906, 16838)
    """How wide and how high a page is, in twentieths of a point: an A4 that stands."""


DOCUMENT = Sizes(letter=10, air=0.8, side=2.1, edge=1.9)


@dataclass(frozen=True)
class Look:
    """The colours and sizes of the shipped template."""

    accent: str = LIGHT.accent
    ink: str = LIGHT.ink
    sizes: Sizes = DOCUMENT


def styles_part(look: Look, more: Iterable[str] = ()) -> bytes:
    """Every style of the template, and these beside them."""
    ink = look.ink[1:]
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" '
        f'w:eastAsia="{FONT}"/>{_colour(ink)}{_size(look.sizes.letter)}'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    listed = "".join([*_paragraphs(look), *DEFAULTS, _table_grid(), *make_own_styles(look, "Normal").values(), *more])
    return _part(f"<w:styles {W}>{defaults}{listed}</w:styles>")


def _part(xml: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()


def _paragraphs(look: Look) -> list[str]:
    letter = look.sizes.letter
    bold, quiet = f"<w:b/>{_colour(look.accent[1:])}", _colour(LIGHT.quiet[1:])
    headings = [(1.4, 20, 6), (1.2, 15, 4), (1.08, 12, 3), (1.0, 8, 2)]
    return [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{_spacing(0, 6, look.sizes)}</w:pPr><w:rPr><w:lang w:val="{LANGUAGE}"/></w:rPr></w:style>',
        _paragraph("Title", f"<w:keepNext/>{_spacing(0, 4, look.sizes)}", f"{bold}{_size(letter * look.sizes.title)}"),
        _paragraph("Subtitle", f"<w:keepNext/>{_spacing(0, 14, look.sizes)}", f"{quiet}{_size(letter)}"),
        *(
            _paragraph(
                f"heading {level}",
                f'<w:keepNext/><w:keepLines/>{_spacing(before, after, look.sizes)}<w:outlineLvl w:val="{level - 1}"/>',
                (bold if level < 4 else "<w:b/>") + _size(letter * size),
            )
            for level, (size, before, after) in enumerate(headings, start=1)
        ),
        _paragraph(BULLETS, f"{_numbered(1)}{_spacing(0, 3, look.sizes)}", after="List Bullet"),
        _paragraph(NUMBERS, f"{_numbered(NUMBERED)}{_spacing(0, 3, look.sizes)}", after="List Number"),
        _paragraph("caption", f"<w:keepNext/>{_spacing(8, 4, look.sizes)}", f"<w:b/>{_small(letter)}"),
        _paragraph("header", f"{_tabs(look)}{_spacing(0, 0, look.sizes)}", quiet + _small(letter), after="header"),
        _paragraph("footer", f"{_tabs(look)}{_spacing(0, 0, look.sizes)}", quiet + _small(letter), after="footer"),
    ]


def _table_grid() -> str:
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{LIGHT.line[1:]}"'
    cells = (
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )
    borders = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return (
        f'<w:style w:type="table" w:styleId="{style_id(GRID)}"><w:name w:val="{GRID}"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>{cells}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )


def make_own_styles(look: Look, base: str) -> dict[str, str]:
    """What no Word document has of itself, by name; added to a template that lacks it.

    Args:
        look: Colours and sizes.
        base: The id of the template's style of running text, whose font they take over.
    """
    letter, air = look.sizes.letter, look.sizes.air
    border = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{look.accent[1:]}"/></w:pBdr>'
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LIGHT.line[1:]}"/></w:pBdr>'
    hanging = '<w:ind w:left="284" w:hanging="284"/>'
    quiet = _colour(LIGHT.quiet[1:])
    return {
        LABEL: _paragraph(LABEL, f"{_spacing(0, 3, look.sizes)}{hanging}", base=base),
        NOTICE: _paragraph(NOTICE, f'{border}{_spacing(4, 8, look.sizes)}<w:ind w:left="227"/>', base=base),
        ASIDE: _paragraph(ASIDE, _spacing(3, 6, look.sizes), f"<w:i/>{quiet}", base=base),
        CELL: _paragraph(CELL, _spacing(0, 0, look.sizes), _size(LEAST), base=base),
        LINE: _paragraph(LINE, f'<w:keepNext/>{rule}<w:spacing w:after="{40 * air:.0f}" {_EXACTLY}/>', base=base),
        # Raised by hand: what Word makes of a superscript is two thirds of the letters beside it.
        NOTE: _character(NOTE, f'<w:position w:val="{round(letter * 0.6)}"/>{_size(LEAST_RAISED)}'),
        STRONG: _character(STRONG, "<w:b/>"),
        LINK: _character(LINK, f'{_colour(look.accent[1:])}<w:u w:val="single"/>'),
        CONTENTS: _paragraph(
            CONTENTS,
            f"<w:keepNext/>{_spacing(14, 4, look.sizes)}",
            f"<w:b/>{_colour(look.accent[1:])}{_size(letter * 1.2)}",
            base=base,
        ),
        **{
            name: _paragraph(
                name, f'{_tabs(look, dots=True)}{_spacing(0, 2, look.sizes)}<w:ind w:left="{340 * level}"/>', base=base
            )
            for level, name in enumerate(ENTRIES)
        },
    }


def make_sheet_styles(look: Look, small: float) -> dict[str, str]:
    """What only sheets for the table have, by name; what belongs to something stands in letters of this size."""
    spacing = _spacing(0, 0, look.sizes)
    return {
        SHEET_HEAD: _paragraph(SHEET_HEAD, f"<w:keepNext/>{spacing}", f"<w:b/>{_colour(look.accent[1:])}"),
        SHEET: _paragraph(SHEET, spacing),
        SHEET_SMALL: _paragraph(SHEET_SMALL, spacing, _size(small)),
    }


def style_id(name: str) -> str:
    """The id of a style of ours."""
    return "".join(part.capitalize() for part in name.split())


def _paragraph(name: str, paragraph: str, letters: str = "", *, base: str = "Normal", after: str = "") -> str:
    """A paragraph style; what is typed after one with it gets the style `after`, or that of running text."""
    return (
        f'<w:style w:type="paragraph"{_custom(name)} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{base}"/><w:next w:val="{style_id(after) if after else base}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _character(name: str, letters: str) -> str:
    return (
        f'<w:style w:type="character"{_custom(name)} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{letters}</w:rPr></w:style>"
    )


def _custom(name: str) -> str:
    return ' w:customStyle="1"' if name.startswith("Poolwijzer") else ""


def _spacing(before: float, after: float, sizes: Sizes) -> str:
    """The room around a paragraph, in points of a document, and between its lines."""
    above, below = (f"{points * sizes.air * 20:.0f}" for points in (before, after))
    return f'<w:spacing w:before="{above}" w:after="{below}" w:line="{sizes.line * 240:.0f}" w:lineRule="auto"/>'


_EXACTLY = 'w:line="80" w:lineRule="exact"'
"""How high a line without letters is: four points."""


def _small(letter: float) -> str:
    """The size of what stands beside running text."""
    return _size(max(letter * 0.9, LEAST))


def _size(points: float) -> str:
    """Word counts in half points."""
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def _colour(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


def _numbered(number: int) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


def _tabs(look: Look, *, dots: bool = False) -> str:
    leader = ' w:leader="dot"' if dots else ""
    return f'<w:tabs><w:tab w:val="right"{leader} w:pos="{text_width(look.sizes)}"/></w:tabs>'


def text_width(sizes: Sizes) -> int:
    """Between the margins of a page, in twentieths of a point."""
    return sizes.page[0] - 2 * round(sizes.side * 567)


def numbering_part(more: int = 0) -> bytes:
    """The two lists: with dots, and numbered; and so many more of the latter that each count from 1."""
    kinds = ((1, "bullet", "•", BULLETS), (NUMBERED, "decimal", "%1.", NUMBERS))
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style_id(style)}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl></w:abstractNum>'
        for number, kind, sign, style in kinds
    )
    used = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number, _, _, _ in kinds
    )
    again = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{NUMBERED}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(NUMBERED + 1, NUMBERED + 1 + more)
    )
    return _part(f"<w:numbering {W}>{lists}{used}{again}</w:numbering>")
