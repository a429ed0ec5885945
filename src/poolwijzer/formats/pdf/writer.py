"""Writing a report as a PDF: tagged for who cannot see it (PDF/UA-1) and to be kept (PDF/A-2a)."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from poolwijzer.formats.house_style import PLAIN, HouseStyle, in_gray
from poolwijzer.formats.pdf.compiler import RefusedError, compile_with, memory
from poolwijzer.formats.pdf.handover import hand_over
from poolwijzer.formats.pdf.refusals import tell_refused
from poolwijzer.formats.pdf.row_headers import mark_row_headers
from poolwijzer.formats.pdf.typeface import SHIPPED, Typeface
from poolwijzer.formats.registry import Theme
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.model import Report

TEMPLATE = Path(__file__).parent / "report.typ"


class HandOver(Protocol):
    """Gives what a template is filled with."""

    def __call__(self, style: HouseStyle, typeface: Typeface, *, draft: bool, careful: bool) -> dict[str, Any]:
        """In these colours and letters; `careful` as `hand_over` in `poolwijzer.formats.pdf.handover` has it."""


def render(report: Report, theme: Theme) -> bytes:
    """The report as a PDF, in the house style.

    Raises:
        InputError: the logo of the house style is no picture that a PDF can hold, or the compiler makes nothing of this
            whatever stands for its letters.
    """
    return lay_out(partial(hand_over, report), TEMPLATE, theme)


def lay_out(hand_over: HandOver, template: Path, theme: Theme) -> bytes:
    """A document as a PDF: with what cannot be laid out told by number, and no more of that than has to be.

    Args:
        hand_over: Gives what the template is filled with, in a house style and letters.
        template: The template.
        theme: How it is to look.

    Raises:
        InputError: the logo of the house style is no picture that a PDF can hold, or the compiler makes nothing of this
            whatever stands for its letters.
    """
    style, typeface = theme.style or PLAIN, theme.typeface or SHIPPED
    style = in_gray(style) if theme.gray else style
    memory.clear(typeface.fonts)
    for careful in (False, True):
        data = hand_over(style, typeface, draft=theme.draft, careful=careful)
        with suppress(RefusedError):
            return mark_row_headers(compile_document(data, typeface, template))
    can_compile = partial(_can_compile, typeface=typeface, template=template)
    data = {**tell_refused({**data, "logo": None}, can_compile), "logo": data["logo"]}
    try:
        return mark_row_headers(compile_document(data, typeface, template))
    except RefusedError as error:
        problem = Problem("pdf", "Hiervan is geen PDF te maken.", "Kies een ander soort bestand, zoals .docx of .html.")
        if data["logo"] is not None:
            hint = "Sla het logo opnieuw op als png of svg."
            problem = Problem("logo", "Het logo uit de huisstijl kan niet in een PDF.", hint)
        raise InputError(problem) from error


def compile_document(data: dict[str, Any], typeface: Typeface = SHIPPED, template: Path = TEMPLATE) -> bytes:
    """The template filled with a report.

    Raises:
        RefusedError: this cannot be laid out within the standards.
    """
    from pydantic_core import to_json

    return compile_with(typeface.fonts, template, {"report": to_json(data).decode("utf-8")})


def _can_compile(data: dict[str, Any], typeface: Typeface, template: Path) -> bool:
    try:
        compile_document(data, typeface, template)
    except RefusedError:
        return False
    return True
