"""What the tests read of a paper: the paper itself, without what stands behind it, and single sections."""

from __future__ import annotations

from datetime import date

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.outcome import Outcome
from poolwijzer.report.model import Report, Section
from poolwijzer.report.papers.build import make_paper
from poolwijzer.report.texts import texts_of

ON = date(2026, 11, 28)
CONTENT = load_menus()


def make(assessment: Assessment, paper: str, content: Content = CONTENT, on: date = ON) -> Report:
    return make_paper(Outcome(content, assessment, on), paper)


def text(report: Report) -> str:
    """Of the paper itself: the annex repeats what people typed, and names sources."""
    return "\n".join(filter(None, texts_of(one for one in report.sections if not one.annex)))


def annex(report: Report, title: str = "") -> str:
    """What stands behind it, or one part of that."""
    return "\n".join(texts_of(one for one in report.sections if one.annex and title in ("", one.title)))


def section(report: Report, title: str) -> str:
    """All that stands under a heading of the paper itself."""
    return "\n".join(texts_of(tuple(one for one in report.sections if one.title == title)))


def of_paper(report: Report) -> tuple[Section, ...]:
    """The sections of the paper itself."""
    return tuple(one for one in report.sections if not one.annex)
