"""From a session to its report: a first page, a page for each group, and all agreements."""

from __future__ import annotations

from datetime import date

from poolwijzer.content.content import Content
from poolwijzer.dutch import long_date
from poolwijzer.report.facts import say_checked
from poolwijzer.report.model import Labelled, Line, Paragraph, Report, Section
from poolwijzer.report.sections.closing import describe_method, name_versions
from poolwijzer.report.typed_text import sanitize
from poolwijzer.workshop.proceedings.agreements import all_agreements
from poolwijzer.workshop.proceedings.differences import differences
from poolwijzer.workshop.proceedings.front import places, striking, wanted, who_was_there
from poolwijzer.workshop.proceedings.group_page import MORE, group_page
from poolwijzer.workshop.proceedings.minutes import SessionMinutes, take_minutes
from poolwijzer.workshop.session import Session

KIND = "verslag van de werksessie"


def build_proceedings(session: Session, content: Content, on: date, version: str) -> Report:
    """The report of a session for who was there, as one value.

    Args:
        session: As it was read.
        content: The menus.
        on: The date that all is judged on.
        version: The program's version, for the account of how this was made.
    """
    return tell_session(take_minutes(session, content, on), version)


def tell_session(minutes: SessionMinutes, version: str) -> Report:
    """The same from what was found out about each group."""
    plan = minutes.session.plan
    day = ", ".join(filter(None, (long_date(plan.date), minutes.place)))
    sections = (
        who_was_there(minutes),
        places(minutes),
        striking(minutes),
        differences(minutes),
        wanted(minutes),
        *map(group_page, minutes.groups),
        all_agreements(minutes),
        _made_how(minutes, version),
    )
    return sanitize(
        Report(
            title=minutes.title,
            subtitle=f"Verslag van de werksessie, {day}",
            sections=tuple(section for section in sections if section.blocks or section.parts),
            date=minutes.on,
            kind=KIND,
            more=MORE,
        )
    )


def _made_how(minutes: SessionMinutes, version: str) -> Section:
    content = minutes.content
    rows = (
        ("Datum van de plekken", long_date(minutes.on)),
        ("Gemaakt met", name_versions(content, version)),
    )
    checked = say_checked(content)
    blocks = (
        Paragraph(Line(describe_method(content))),
        Paragraph(Line("Redenen en bronnen staan in het verslag van elke groep.")),
        Labelled(tuple((label, Line(text)) for label, text in rows)),
        *((Paragraph(Line(checked), "stil"),) if checked else ()),
        Paragraph(Line(content.typology.credit), "stil"),
    )
    return Section("verantwoording", "Hoe dit is gemaakt", blocks)
