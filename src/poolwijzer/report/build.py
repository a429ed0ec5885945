"""From an advice to a report: which parts, in which order, at which depth."""

from __future__ import annotations

from poolwijzer.dutch import long_date
from poolwijzer.outcome import Outcome
from poolwijzer.report.body import body
from poolwijzer.report.excerpt import bound_sentences, shorten_texts
from poolwijzer.report.model import Depth, Report
from poolwijzer.report.notes import Notes
from poolwijzer.report.papers.build import make_board_note
from poolwijzer.report.sections import page
from poolwijzer.report.sections.material import Material
from poolwijzer.report.typed_text import sanitize

KINDS: dict[Depth, str] = {
    "kort": "advies in het kort",
    "gewoon": "advies",
    "volledig": "advies met de hele menukaart",
}
"""Which report it is; a note for the board says so itself."""


def build_report(
    outcome: Outcome, *, version: str, depth: Depth = "gewoon", explain: bool = False, left_out: int = 0
) -> Report:
    """Everything a reader gets, as one value.

    Args:
        outcome: all that was found out about the initiative.
        version: the program's version, for the account of how this was made.
        depth: `kort` for a page, `bestuur` for a note to decide on, `gewoon` for a document, `volledig` with all
            options and every rule.
        explain: add the score redone by hand and the trace of every rule.
        left_out: how many respondents of a table could not be used.

    Raises:
        InputError: the note for the board is asked for, and the menus have none.
    """
    if depth == "bestuur":
        return make_board_note(outcome)
    one_page = depth not in ("gewoon", "volledig")
    assessment = sanitize(shorten_texts(outcome.assessment) if one_page else outcome.assessment)
    # On one page there is no room for sources, so nothing refers to them.
    notes = Notes({} if one_page else outcome.content.sources)
    material = Material(outcome, assessment, depth, notes, left_out)
    told = body(material, version, explain) if material.full else page.one_page(material, version)
    sections = tuple(section for section in told if section.blocks or section.parts)
    made = Report(
        title=assessment.initiative.name,
        subtitle=f"Advies over samenwerken aan menskracht en denkkracht, {long_date(outcome.on)}",
        sections=sections,
        date=outcome.on,
        pages=int(one_page),
        more=page.MORE if one_page else "",
        kind=KINDS.get(depth, ""),
    )
    return sanitize(bound_sentences(made) if one_page else made)
