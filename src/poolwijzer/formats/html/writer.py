"""A report as one HTML page that needs no network and no script; jinja2 escapes every text in it."""

from __future__ import annotations

import re
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from poolwijzer.drawing.model import Picture
from poolwijzer.drawing.sheet import LEAST_LETTER
from poolwijzer.formats.html.anchors import Anchors
from poolwijzer.formats.html.colours import FORCED, colours_of, in_grays, variables
from poolwijzer.formats.html.drawing import NARROW, WIDE, draw_in_page
from poolwijzer.formats.html.outline import Part, contents, outline
from poolwijzer.formats.html.sealed import as_address
from poolwijzer.formats.html.tables import form_of
from poolwijzer.formats.page_fit import PICTURE, SHARES, fit_page, fit_sections
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word.styles import Sizes
from poolwijzer.report.in_words import tell_picture
from poolwijzer.report.model import Report
from poolwijzer.report.texts import ANNEXES, with_annexes

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

LOGO, NAME = 2.0, 0.9
"""How high what stands above the title is on paper, in centimetres."""
PRINTED = Sizes(letter=10, air=1.2, side=1.6, edge=1.8, line=1.25)
"""How a page is printed whose number of pages is free, on the safe side: as the sheet has it, in broad letters."""
HERE = Path(__file__).parent
LONG_WORD = 32
"""Letters that may stand together in a table; what is longer breaks where it must."""
_ADDRESS = re.compile(r"https?://[^\s<>\\]+")


class _OnPaper(NamedTuple):
    """What is printed where that is not what stands on the screen."""

    anchors: Anchors
    parts: tuple[Part, ...]


def render(report: Report, theme: Theme | None = None) -> bytes:
    """The report as an HTML page, in the colours of a house style if there is one."""
    from poolwijzer.formats.house_style import PLAIN

    theme = theme or Theme()
    style = theme.style or PLAIN
    above = (LOGO if style.logo else NAME) if style.name else 0.0
    if not report.pages:
        report = fit_sections(report, PRINTED)
    anchors = Anchors(report.sections)
    parts = outline(with_annexes(report.sections), anchors)
    light, dark = map(in_grays, colours_of(style)) if theme.gray else colours_of(style)
    fitted = fit_page(report, above) if report.pages else None
    page = templates().get_template("page.html")
    text = page.render(
        report=report,
        parts=parts,
        contents=() if report.pages else contents(parts),
        anchors=anchors,
        organisation=style.name,
        logo=as_address(style),
        light=variables(light),
        dark=variables(dark),
        forced=variables(FORCED),
        draft=theme.draft,
        gray=theme.gray,
        fitted=fitted,
        on_paper=_on_paper(fitted.report) if fitted else None,
        draw_on_paper=partial(_draw_on_paper, fitted.width) if fitted else None,
    )
    return text.encode("utf-8")


def _on_paper(report: Report) -> _OnPaper:
    anchors = Anchors(report.sections, "papier_")
    return _OnPaper(anchors, outline(with_annexes(report.sections), anchors))


def _draw_on_paper(width: float, drawing: Picture, anchor: str, share: float) -> Markup:
    """A drawing that takes this share of the width of the text, which is in points."""
    return draw_in_page(drawing, anchor, width * share, LEAST_LETTER)


@cache
def templates() -> Environment:
    """The templates, which escape whatever they are given and refuse a name that they do not know."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    found = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.globals["sheet"] = Markup((HERE / "page.css").read_text(encoding="utf-8"))
    found.globals.update(
        ANNEXES=ANNEXES,
        NARROW=NARROW,
        PICTURE=PICTURE,
        SHARES=SHARES,
        WIDE=WIDE,
        draw_in_page=draw_in_page,
        form_of=form_of,
        tell_picture=tell_picture,
    )
    found.filters["kind"] = lambda block: type(block).__name__
    found.tests["address"] = lambda url: bool(_ADDRESS.fullmatch(url))
    found.tests["blank"] = lambda text: not text.strip()
    found.tests["unbroken"] = lambda text: any(len(word) > LONG_WORD for word in text.split())
    return found
