"""Slides as one HTML page that needs no network: a beamer shows one, paper shows all of them with their notes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from poolwijzer.drawing.shapes import ShapeDrawing
from poolwijzer.dutch import count_things
from poolwijzer.formats.house_style import PLAIN
from poolwijzer.formats.html.anchors import Anchors
from poolwijzer.formats.html.colours import FORCED, variables
from poolwijzer.formats.html.drawing import shapes_in_page
from poolwijzer.formats.html.sealed import as_address, policy_of, script_of
from poolwijzer.formats.html.writer import templates
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.slide_look import slide_palette
from poolwijzer.report.slides.labels import label_of
from poolwijzer.report.slides.model import Column, Slide, Slides, Tally, breadths_of

if TYPE_CHECKING:
    from jinja2 import Template

HERE = Path(__file__).parent


def render_slides(slides: Slides, theme: Theme) -> bytes:
    """The slides as an HTML page, in the colours of a house style if there is one."""
    from markupsafe import Markup

    look = theme.style or PLAIN
    style = _style(slides, theme)
    script = script_of(HERE, ("slides.js",))
    text = _template().render(
        slides=slides,
        anchors=Anchors(()),
        organisation=look.name,
        logo=as_address(look),
        policy=policy_of(style, script),
        style=Markup(style),
        script=Markup(script),
        draft=theme.draft,
        gray=theme.gray,
    )
    return text.encode("utf-8")


def _style(slides: Slides, theme: Theme) -> str:
    return "\n".join(
        (
            f":root {{ {variables(slide_palette(theme))} }}",
            f"@media screen and (forced-colors: active) {{ :root {{ {variables(FORCED)} }} }}",
            (HERE / "slides.css").read_text(encoding="utf-8"),
            *(rule for number, slide in enumerate(slides.slides, 1) for rule in _measures(slide, number)),
        )
    )


def _measures(slide: Slide, number: int) -> Iterator[str]:
    """How wide its columns and drawings are, in points: a page that is sealed takes those from its style only."""
    for at, (column, breadth) in enumerate(zip(slide.columns, breadths_of(slide), strict=True), 1):
        yield f"#dia-{number}-{at} {{ --breed: {breadth:.6g}; }}"
        for order, drawing in _drawings(column):
            yield f"#dia-{number}-{at}-{order} {{ --breed: {drawing.width:.6g}; }}"


def _drawings(column: Column) -> Iterator[tuple[int, ShapeDrawing]]:
    return ((order, one) for order, one in enumerate(column.blocks, 1) if isinstance(one, ShapeDrawing))


def _told(tally: Tally, count: int) -> str:
    return count_things(count, tally.noun, tally.nouns)


@cache
def _template() -> Template:
    known = {"shapes_in_page": shapes_in_page, "told": _told, "label_of": label_of}
    return templates().get_template("slides.html", globals=known)
