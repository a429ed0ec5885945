"""What a report says as a part of another page: its sections alone, and the style sheet they need apart from them."""

from __future__ import annotations

from poolwijzer.formats.html.anchors import Anchors
from poolwijzer.formats.html.outline import outline
from poolwijzer.formats.html.writer import HERE, templates
from poolwijzer.report.model import Report
from poolwijzer.report.texts import with_annexes


def render_part(report: Report) -> str:
    """The sections of a report in HTML, with headings from the second level on; its title is for who shows it."""
    anchors = Anchors(report.sections)
    parts = outline(with_annexes(report.sections), anchors)
    return templates().get_template("part.html").render(anchors=anchors, parts=parts)


def part_sheet() -> str:
    """The style sheet for these sections; the colours in it are custom properties, which the page around them gives."""
    return (HERE / "page.css").read_text(encoding="utf-8")
