"""From a matching to a report: what came of it first, then who helps whom, what does not come off, and how."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.content.content import Content
from poolwijzer.content.on_date import menus_on
from poolwijzer.drawing.charts import BarRow, Bars
from poolwijzer.dutch import count_things, long_date, number, sorting_key
from poolwijzer.matching.reading.gather import Hours
from poolwijzer.matching.telling.account import account_section
from poolwijzer.matching.telling.law import Law
from poolwijzer.matching.telling.material import MOST_PARTS, MatchingMaterial, hours_in_words
from poolwijzer.matching.telling.tables import assignments_table, balance_table, left_table, unmet_table
from poolwijzer.matching.telling.why import shortage_in_words
from poolwijzer.matching.values import Matching
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Report, Section
from poolwijzer.report.notes import Notes
from poolwijzer.report.sections.closing import name_versions
from poolwijzer.report.typed_text import sanitize

TITLE = "Uren delen"
PROPOSAL = "Dit is een voorstel om over te praten. Mensen en hun leidinggevenden beslissen zelf. Geen toezegging."
MOST_BARS = 20
MOST_LISTED = 100


def build_matching_report(
    content: Content, hours: Hours, matching: Matching, on: date, *, version: str, narrow: bool = False
) -> Report:
    """Everything that is told of a matching, as one value.

    Args:
        content: The menus.
        hours: What was given.
        matching: What came of it.
        on: The day, on which law and tax are as they are told.
        version: The program's version.
        narrow: Whether tables have to do with few columns, as on a screen.
    """
    material = gather_material(content, hours, matching, on, narrow=narrow)
    notes = Notes(content.sources)
    law = Law(material, notes)
    made = f"Gemaakt met {name_versions(content, version)}."
    sections = (
        Section("uitkomst", "Wat er uitkomt", tuple(_outcome(material))),
        law.notices(),
        Section("brengen-en-krijgen", "Wat ieder brengt en krijgt", (balance_table(material),)),
        Section("wie-helpt-wie", "Wie helpt wie", tuple(_assignments(material))),
        Section("wat-niet-lukt", "Wat niet lukt, en waarom", tuple(_unmet(material))),
        Section("wat-over-is", "Wat over is", tuple(_left(material))),
        account_section(material),
        law.chapter(),
        Section("niet-gebruikt", "Rijen die niet meetellen", tuple(_left_out(material))),
        Section("bronnen", "Bronnen", (notes.listed(),) if notes else ()),
        Section("verantwoording", "", (Paragraph(Line(made), "stil"),)),
    )
    return sanitize(
        Report(
            title=hours.title or TITLE,
            subtitle=f"Vraag en aanbod van uren, {long_date(on)}",
            sections=tuple(one for one in sections if one.blocks or one.parts),
            date=on,
            kind="uren delen",
        )
    )


def gather_material(
    content: Content, hours: Hours, matching: Matching, on: date, *, narrow: bool = False
) -> MatchingMaterial:
    """What is told, cleaned of what no format can show."""
    return MatchingMaterial(menus_on(content, on), hours, sanitize(matching), on, narrow)


def _outcome(material: MatchingMaterial) -> Iterator[Block]:
    matching = material.matching
    met, missing = matching.hours, material.asked - matching.hours
    if not missing:
        told = f"Alle gevraagde uren zijn gekoppeld: {hours_in_words(met)}."
    elif met:
        told = f"Van de {number(material.asked, 0)} gevraagde uren zijn er {number(met, 0)} gekoppeld."
    else:
        told = f"Geen van de {number(material.asked, 0)} gevraagde uren is te koppelen."
    yield Paragraph(Line(told), "sterk")
    requests, offers = len(matching.requests), len(matching.offers)
    rows = [
        ("Gevraagd", f"{hours_in_words(material.asked)}, in {count_things(requests, 'vraag', 'vragen')}"),
        ("Aangeboden", f"{hours_in_words(material.offered)}, in {count_things(offers, 'aanbod', 'keer aanbod')}"),
        (
            "Gekoppeld",
            f"{hours_in_words(met)}, in {count_things(len(matching.assignments), 'koppeling', 'koppelingen')}",
        ),
        ("Niet vervuld", hours_in_words(missing)),
        ("Over van het aanbod", hours_in_words(material.offered - met)),
    ]
    if material.left_out:
        rows_out = {(one.path, one.line) for one in material.left_out}
        told = f"{count_things(len(rows_out), 'rij telt', 'rijen tellen')} niet mee. Zie 'Rijen die niet meetellen'."
        rows.append(("Let op", told))
    yield Labelled(tuple((label, Line(text)) for label, text in rows))
    yield Paragraph(Line(PROPOSAL), "stil")
    if not material.narrow:
        yield hours_chart(material)


def hours_chart(material: MatchingMaterial) -> Bars:
    """Of each expertise how many of the hours that are asked are met; those with most hours where there are many."""
    counted: dict[str, list[int]] = {}
    for one in material.matching.requests:
        row = counted.setdefault(one.request.expertise, [0, 0])
        row[0] += one.hours
        row[1] += one.missing
    by_size = sorted(counted, key=lambda name: (-sum(counted[name]), sorting_key(name)))
    kept = by_size if len(by_size) <= MOST_BARS else by_size[: MOST_BARS - 1]
    rows = [BarRow(name, (counted[name][0], counted[name][1]), hours_in_words(sum(counted[name]))) for name in kept]
    if rest := by_size[len(kept) :]:
        met, missing = (sum(counted[name][part] for name in rest) for part in (0, 1))
        rows.append(BarRow(f"{len(rest)} andere samen", (met, missing), hours_in_words(met + missing)))
    return Bars(
        title="Gevraagde uren per expertise",
        description="Een balk voor elke expertise: hoeveel gevraagde uren gekoppeld zijn, en hoeveel niet.",
        parts=("gekoppeld", "niet vervuld"),
        rows=tuple(rows),
        head="Expertise",
        behind="Gevraagd",
        whole=False,
    )


def _assignments(material: MatchingMaterial) -> Iterator[Block]:
    table = assignments_table(material)
    if table is None:
        yield Paragraph(Line("Er is geen enkele koppeling mogelijk. Hieronder staat waarom."))
        return
    yield table
    if any(len(one.parts) > MOST_PARTS for one in material.matching.assignments):
        yield Paragraph(
            Line("Hoeveel uren er in elk deel liggen, staat in het Excel-bestand: -o koppeling.xlsx."), "stil"
        )


def _unmet(material: MatchingMaterial) -> Iterator[Block]:
    table = unmet_table(material)
    if table is None:
        yield Paragraph(Line("Elke vraag is helemaal vervuld."))
        return
    yield table
    shortages = material.matching.shortages
    if shortages:
        yield Paragraph(Line("Waar meer aanbod helpt"), "sterk")
        yield Bullets(tuple(Line(shortage_in_words(one)) for one in shortages))
        told = "Dit geldt voor aanbod van een gemeente die zelf niets vraagt. Andere uren schuiven zo nodig mee."
        yield Paragraph(Line(told), "stil")


def _left(material: MatchingMaterial) -> Iterator[Block]:
    table = left_table(material)
    if table is None:
        yield Paragraph(Line("Al het aanbod is gekoppeld."))
        return
    yield table


def _left_out(material: MatchingMaterial) -> Iterator[Block]:
    told = material.left_out
    if not told:
        return
    yield Paragraph(Line("Deze rijen zijn niet te gebruiken. Hun uren tellen nergens mee in dit verslag."), "let-op")
    lines = [Line(f"{_place(one.path, one.line)}: {one.message} {one.hint}".rstrip()) for one in told[:MOST_LISTED]]
    if more := len(told) - MOST_LISTED:
        lines += [Line(f"En nog {count_things(more, 'melding', 'meldingen')}.")] if more > 0 else []
    yield Bullets(tuple(lines))


def _place(path: str, line: int | None) -> str:
    name = path.replace("\\", "/").rpartition("/")[2]
    return f"{name}, rij {line}" if line else name
