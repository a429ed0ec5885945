"""Writing a report as a PDF: tagged for who cannot see it (PDF/UA-1) and to be kept (PDF/A-2a)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poolwijzer.formats.house_style import PLAIN
from poolwijzer.formats.pdf.handover import hand_over
from poolwijzer.formats.pdf.letters import FONTS
from poolwijzer.formats.registry import Theme
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.model import Report

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

TEMPLATE = Path(__file__).parent / "report.typ"
STANDARDS: list[PDFStandard] = ["ua-1", "a-2a"]
"""Enforced by the compiler: a report that breaks one of these is not written."""


def render(report: Report, theme: Theme) -> bytes:
    """The report as a PDF, in the house style.

    Raises:
        InputError: the logo of the house style is no picture that a PDF can hold.
    """
    from typst import TypstError

    data = hand_over(report, theme.style or PLAIN)
    try:
        return compile_document(data)
    except TypstError as error:
        if data["logo"] is None:
            raise
        compile_document({**data, "logo": None})  # raises once more if the logo was not to blame
        hint = "Sla het logo opnieuw op als png of svg."
        raise InputError(Problem("logo", "Het logo uit de huisstijl kan niet in een PDF.", hint)) from error


def compile_document(data: dict[str, Any]) -> bytes:
    """The template filled with a report.

    Raises:
        typst.TypstError: this cannot be laid out within the standards.
    """
    import typst
    from pydantic_core import to_json

    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=find_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"report": to_json(data).decode("utf-8")},
        pdf_standards=STANDARDS,
    )


@lru_cache(maxsize=1)
def find_fonts() -> Fonts:
    """The fonts that travel with the program, and no others, so that every machine makes the same file."""
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
