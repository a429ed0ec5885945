"""Which papers there are for an initiative: which fit now and why, and what each still lacks."""

from __future__ import annotations

from typing import NamedTuple

from poolwijzer.dutch import long_date
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.model import Block, Line, Paragraph, Report, Section
from poolwijzer.report.papers.build import NO_PAPERS, PaperMaker
from poolwijzer.report.papers.fit import Fit
from poolwijzer.report.typed_text import sanitize

NOW, LATER, NEVER = "past nu", "past nu minder goed", "kan nu niet"


class PaperState(NamedTuple):
    """How a paper stands for an initiative."""

    id: str
    title: str
    about: str
    fit: Fit
    lacks: tuple[str, ...]
    """What the file does not know of it; in the paper it stands open."""


def list_papers(outcome: Outcome) -> list[PaperState]:
    """Every paper of the menus: those that fit now first."""
    papers = outcome.content.papers
    if papers is None:
        return []
    found = []
    for name, paper in papers.papers.items():
        maker = PaperMaker(outcome, name)
        maker.report()
        found.append(PaperState(name, paper.title, paper.about, maker.fit, tuple(maker.fields.missing)))
    return sorted(found, key=lambda one: (not one.fit.fits, one.fit.senseless))


def build_listing(outcome: Outcome) -> Report:
    """The list as it is shown.

    Raises:
        InputError: the menus have no papers.
    """
    papers = outcome.content.papers
    if papers is None:
        raise InputError(Problem("next", "Hier zijn geen stukken te maken.", NO_PAPERS))
    sections = []
    for one in list_papers(outcome):
        state = NOW if one.fit.fits else NEVER if one.fit.senseless else LATER
        blocks: list[Block] = [Paragraph(Line(one.about)), Paragraph(Line(one.fit.because))]
        if one.lacks and not one.fit.senseless:
            blocks.append(Paragraph(Line(papers.lacks.replace("{velden}", ", ".join(one.lacks))), "stil"))
        sections.append(Section(one.id, f"{one.id}: {state}", tuple(blocks)))
    return sanitize(
        Report(
            title="Stukken voor de volgende stap",
            subtitle=f"{outcome.assessment.initiative.name}, {long_date(outcome.on)}",
            sections=tuple(sections),
            date=outcome.on,
        )
    )
