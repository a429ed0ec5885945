"""From the costs of an initiative to a report: who pays what, and how that was found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.costs.values import YearDivision
from poolwijzer.dutch import capitalise, euros, long_date
from poolwijzer.municipalities import list_planned_changes
from poolwijzer.outcome import Outcome
from poolwijzer.report.costs.account import account_section
from poolwijzer.report.costs.budget import budget_section
from poolwijzer.report.costs.last_year import last_year_section
from poolwijzer.report.costs.material import CostsDepth, CostsMaterial, coming_year, gather, say_of_year, year_title
from poolwijzer.report.costs.picture import payers_chart
from poolwijzer.report.costs.tables import direct_table, in_kind_table, payers_by_year, tell_settled, year_table
from poolwijzer.report.costs.words import indication_of, payer_named, tell_need
from poolwijzer.report.model import Block, Bullets, Line, Paragraph, Report, Section
from poolwijzer.report.sections.closing import name_versions
from poolwijzer.report.typed_text import sanitize

ID, TITLE = "wie-betaalt-wat", "Wie betaalt wat"
EACH = "elk-jaar"
STRIPS = "In het bestand staat ook een strippenkaart. Wie hoeveel strippen krijgt, toont poolwijzer strips show."


def build_costs_report(outcome: Outcome, *, version: str, narrow: bool = False, depth: CostsDepth = "gewoon") -> Report:
    """Who pays what, as one value.

    Args:
        outcome: Of an initiative whose file says something of costs.
        version: The program's version.
        narrow: Whether tables have to do with three columns, as on a screen.
        depth: In short, of several years only one is told whole.
    """
    material = gather(outcome, narrow=narrow)
    assert material is not None
    coming = material.years[coming_year(material.years, outcome.on)] if depth == "kort" else None
    sections = (
        who_pays(material, only=coming),
        each_year(material) if coming is None else Section(EACH, ""),
        needs_section(material),
        last_year_section(material),
        budget_section(material),
        account_section(material),
    )
    closing: list[Block] = [Paragraph(Line(text), "let-op") for text in find_changes(material, outcome.on)]
    if material.costs.strips:
        closing.append(Paragraph(Line(STRIPS)))
    closing.append(Paragraph(Line(f"Gemaakt met {name_versions(outcome.content, version)}."), "stil"))
    return sanitize(
        Report(
            title=material.assessment.initiative.name,
            subtitle=f"{TITLE}, {long_date(outcome.on)}",
            sections=(
                *(one for one in sections if one.blocks or one.parts),
                Section("verantwoording", "", tuple(closing)),
            ),
            date=outcome.on,
            kind="wie betaalt wat",
        )
    )


def who_pays(material: CostsMaterial, only: YearDivision | None = None) -> Section:
    """What each pays, all years beside each other; of several with one of them (`only`) whole."""
    years = material.years
    blocks: list[Block] = [Paragraph(Line(text)) for text in tell_totals(material)]
    if not material.told:
        return Section(ID, TITLE, tuple(blocks))
    shown = Paragraph(Line(indication_of(material.division)), "stil")
    if len(years) == 1:
        blocks += _year(years[0], material)
    else:
        blocks += payers_by_year(material)
    if not material.narrow and (chart := payers_chart(material)):
        blocks.append(chart)
    blocks.append(shown)
    if only and len(years) > 1:
        how = "Elk jaar apart ziet u met --depth gewoon, of in een bestand (-o)."
        blocks += [*_year(only, material), shown, Paragraph(Line(how), "stil")]
    return Section(ID, TITLE, tuple(blocks))


def each_year(material: CostsMaterial) -> Section:
    """Of several years each with all there is to tell of it."""
    years = material.years if material.told and len(material.years) > 1 else ()
    shown = Paragraph(Line(indication_of(material.division)), "stil")
    parts = [Section(f"jaar-{one.year}", year_title(one.year), (*_year(one, material), shown)) for one in years]
    return Section(EACH, "Elk jaar apart", (), tuple(parts))


def _year(year: YearDivision, material: CostsMaterial) -> Iterator[Block]:
    yield year_table(year, material)
    for more in (direct_table(year, material), in_kind_table(year, material)):
        if more:
            yield more
    yield from (Paragraph(Line(text)) for text in tell_settled(year))


def tell_totals(material: CostsMaterial) -> Iterator[str]:
    """In a sentence for each year what it costs, and who pays that."""
    for year in material.years:
        if not year.posts:
            continue
        paid = [f"{capitalise(payer_named(one.payer))} betaalt {euros(one.amount)}." for one in year.others]
        given = [f"{capitalise(payer_named(one.source))} geeft {euros(one.amount)}." for one in year.income]
        start = say_of_year(year.year, "het", "kost", euros(year.total))
        left = [f"Er blijft {euros(year.surplus)} over."] if year.surplus else []
        yield " ".join([start, *given, *paid, f"De gemeenten betalen samen {euros(year.pot)}.", *left])


def find_changes(material: CostsMaterial, on: date) -> tuple[str, ...]:
    """Of which municipalities it was planned that they are gone by the last day of the budget, or by today."""
    last = max([on, *(date(year.year, 12, 31) for year in material.years if year.year)])
    codes = [one.code for one in material.assessment.initiative.municipalities if one.code]
    return list_planned_changes(codes, last)


def needs_section(material: CostsMaterial) -> Section:
    """What has to be set before every amount is known; on a screen also where."""
    needs = material.division.needs
    if not needs:
        return Section("nog-nodig", "Wat nog nodig is")
    lines = tuple(Line(tell_need(one, where=material.narrow)) for one in needs)
    return Section("nog-nodig", "Wat nog nodig is", (Bullets(lines),))
