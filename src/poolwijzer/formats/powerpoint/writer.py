"""Slides as a file for PowerPoint, in the house style: real titles, real text, real shapes, and notes."""

from __future__ import annotations

import io
from datetime import UTC, datetime, time
from importlib import import_module
from typing import TYPE_CHECKING, Any

from poolwijzer.formats.archive import EARLIEST, repack_bytes
from poolwijzer.formats.registry import SLIDES, Theme, list_suffixes
from poolwijzer.formats.slide_look import slide_palette
from poolwijzer.frozen import how_to_install
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.typed_text import sanitize, sanitize_text

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Opened

    from poolwijzer.report.slides.model import Slides

SUFFIX = ".pptx"
LONGEST = 255
"""How many characters PowerPoint keeps of a property of a file."""
COLOURS = "Poolwijzer"
"""What the colours are called where no organisation has a name."""


def render_slides(slides: Slides, theme: Theme | None = None) -> bytes:
    """The slides as a file for PowerPoint.

    Args:
        slides: What stands on them and is told with them.
        theme: How the organisation wants them to look.

    Raises:
        InputError: python-pptx is not installed, or the logo cannot be used.
    """
    check_library()
    from pptx import Presentation

    from poolwijzer.formats.powerpoint.foot import foot_of
    from poolwijzer.formats.powerpoint.logo import make_logo
    from poolwijzer.formats.powerpoint.slide import add_slide
    from poolwijzer.formats.powerpoint.template import foot_area, make_template

    theme, slides = theme or Theme(), sanitize(slides)
    name = sanitize_text(theme.style.name) if theme.style else ""
    logo = make_logo(theme.style, name, gray=theme.gray) if theme.style and theme.style.logo else None
    template = make_template(slide_palette(theme), name.strip() or COLOURS, slides.date, logo)
    presentation = Presentation(io.BytesIO(template))
    foot = foot_of(name, foot_area(logo).width, draft=theme.draft)
    for slide in slides.slides:
        add_slide(presentation, slide, foot, slides.credit)
    _tell_properties(presentation, slides, name, draft=theme.draft)
    packed = io.BytesIO()
    presentation.save(packed)
    return repack_bytes(packed.getvalue(), slides.date)


def check_library() -> None:
    """Refuse slides where what writes them is not installed.

    Raises:
        InputError: with how to install it.
    """
    try:
        import_module("pptx")
    except ImportError:
        others = [suffix for suffix in SLIDES if suffix != SUFFIX]
        raise InputError(
            Problem(
                SUFFIX,
                "Voor dit soort bestand is python-pptx nodig, en dat is hier niet geïnstalleerd.",
                f"{how_to_install('slides')} Of kies {list_suffixes(others)}.",
            )
        ) from None


def _tell_properties(presentation: Opened, slides: Slides, author: str, *, draft: bool) -> None:
    """What the file says of itself: no person's name, and no other day than that of the slides."""
    properties: Any = presentation.core_properties
    day = datetime.combine(max(slides.date, EARLIEST), time(), UTC).replace(tzinfo=None)
    properties.title = f"{slides.title}{' (concept)' * draft}"[:LONGEST]
    properties.subject, properties.author = slides.subtitle[:LONGEST], author[:LONGEST]
    properties.created = properties.modified = day
    properties.revision = 1
