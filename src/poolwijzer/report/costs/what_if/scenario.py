"""A scenario: what it changes, who then pays more and who less, and who pays the hours that nobody asks for."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.costs.budget import NOTHING
from poolwijzer.costs.changes import Change
from poolwijzer.costs.scenarios import ScenarioYear
from poolwijzer.dutch import euros, join_some, join_words
from poolwijzer.report.costs.account import tell_share
from poolwijzer.report.costs.material import behind_year, money, say_of_year, year_title
from poolwijzer.report.costs.payers import TOGETHER, TOTAL
from poolwijzer.report.costs.what_if.material import WhatIf
from poolwijzer.report.costs.what_if.pictures import change_chart
from poolwijzer.report.costs.what_if.words import tell_more, tell_other_years, tell_ways, told
from poolwijzer.report.costs.words import money_of, payer_title
from poolwijzer.report.model import Block, Bullets, Line, Paragraph, Section, Table

TITLE = "Wat als"
LEFT = "doet niet mee"


def scenario_section(what_if: WhatIf) -> Section:
    """What is taken to be different, and for each year what comes of it; empty where nothing is."""
    if not what_if.scenario:
        return Section("wat-als", TITLE)
    changed = Bullets(tuple(Line(text) for text in _changed(what_if)))
    years = [what_if.played.years[at] for at in what_if.told]
    if len(years) == 1:
        others = (Paragraph(Line(text)) for text in tell_other_years(what_if))
        return Section("wat-als", TITLE, (changed, *others, *_year(years[0], what_if)))
    apart = [(one.then.year, tuple(_year(one, what_if))) for one in years]
    parts = [Section(f"wat-als-{year}", year_title(year), blocks) for year, blocks in apart]
    return Section("wat-als", TITLE, (changed,), tuple(parts))


def _changed(what_if: WhatIf) -> Iterator[str]:
    """Each setting that was changed, with what stays as it is."""
    scenario = what_if.scenario
    for source in scenario.without:
        yield f"Het {money_of(source)} valt weg. {_gone(source, what_if)}"
    if scenario.leaving:
        verb = "doet" if len(scenario.leaving) == 1 else "doen"
        stays = "Dat verandert niet wat het kost."
        if _only_assignments(what_if):
            stays = "De eigen opdrachten vallen dan weg."
        named = join_words([*scenario.leaving]) if len(scenario.leaving) <= 3 else join_some(scenario.leaving, 3)
        yield f"{named} {verb} in geen enkel jaar mee. {stays}"
    if scenario.demand != 1:
        yield f"De vraag is {tell_share(scenario.demand)} van de vraag van nu. {' '.join(_demand(what_if))}"


def _only_assignments(what_if: WhatIf) -> bool:
    """Whether the assignments are all that it costs, so that those of who leaves are no cost any more."""
    costs = what_if.outcome.assessment.costs
    return bool(costs and costs.key and costs.key.assignments and not costs.posts)


def _gone(source: str, what_if: WhatIf) -> str:
    amounts = [
        (one.base.year, sum((given.amount for given in one.base.income if given.source == source), NOTHING))
        for one in what_if.played.years
    ]
    if len({amount for _, amount in amounts}) == 1:
        return f"Dat is {euros(amounts[0][1])}{' per jaar' if len(amounts) > 1 else ''}."
    return f"Dat is {join_words([f'{euros(amount)} in {year}' for year, amount in amounts])}."


def _demand(what_if: WhatIf) -> Iterator[str]:
    """What goes with the demand, and what does not."""
    first = what_if.played.years[0].base
    moving = list(dict.fromkeys(post.what for post in first.posts if post.demand))
    fixed = list(dict.fromkeys(post.what for post in first.posts if not post.demand))
    if moving:
        yield f"Deze kosten gaan mee met de vraag: {join_some(moving, 6)}."
    elif first.posts:
        how = " Zet demand: true bij een post die dat wel doet, zoals inhuur." if what_if.narrow else ""
        yield f"Geen enkele post gaat mee met de vraag.{how}"
    if fixed and moving:
        yield f"Deze kosten blijven gelijk: {join_some(fixed, 6)}."
    key = what_if.costs.key
    if key and key.use:
        yield f"Elke gemeente neemt ook {tell_share(what_if.scenario.demand)} af van wat in het bestand staat."
    if key and key.days is not None:
        yield "Het afgesproken aantal dagen blijft gelijk."


def _year(year: ScenarioYear, what_if: WhatIf) -> Iterator[Block]:
    when = year.then.year
    if not year.then.posts:
        return
    if year.total.way == "same":
        yield Paragraph(Line(say_of_year(when, "de begroting", "blijft", euros(year.then.total))))
    else:
        amounts = f"{euros(year.then.total)}, en niet {euros(year.base.total)}"
        yield Paragraph(Line(say_of_year(when, "het", "kost", amounts)))
    yield from (Paragraph(Line(text)) for text in tell_ways(_staying(year)))
    if year.base.payments and not year.then.payments:
        unknown = "Wat elke gemeente dan betaalt, is niet te berekenen. Bij 'Wat nog nodig is' staat waarom."
        yield Paragraph(Line(unknown))
    yield _table(year, what_if)
    yield what_if.indicate(what_if.played.base)
    if what_if.depth == "kort":
        yield from _idle(year, what_if)
        return
    shown = [one for one in _single(year) if one.name not in what_if.scenario.leaving]
    if chart := change_chart(shown, when, what_if.indicate(what_if.played.base).line.text):
        yield chart
    yield from _idle(year, what_if)


def _staying(year: ScenarioYear) -> list[Change]:
    """The municipalities that still take part; who leaves does not pay less by it, but nothing."""
    still = {one.member.name for one in year.then.payments}
    return [one for one in year.municipalities if one.name in still]


def _single(year: ScenarioYear) -> list[Change]:
    others = [Change(payer_title(one.name), one.before, one.after) for one in year.others]
    return [*others, *(year.municipalities if year.then.payments and year.base.payments else ())]


def _table(year: ScenarioYear, what_if: WhatIf) -> Table:
    """Everybody who pays, before and after, and the sums."""
    left = what_if.scenario.leaving
    net = Change(TOTAL, year.base.net, year.then.net)
    changes = [*_single(year), Change(TOGETHER, year.base.pot, year.then.pot), net]
    rows: list[tuple[str, ...]] = []
    for one in changes:
        more = LEFT if one.name in left else tell_more(one)
        rows.append((one.name, *(() if what_if.narrow else (told(one.before),)), told(one.after), more))
    head = ("Wie", "Dan", "Verschil") if what_if.narrow else ("Wie", "Nu", "Dan", "Betaalt meer of minder")
    sums = frozenset({len(rows) - 2, len(rows) - 1})
    return Table(behind_year("Wie betaalt meer en wie minder", year.then.year), head, tuple(rows), _right(head), sums)


def _idle(year: ScenarioYear, what_if: WhatIf) -> Iterator[Block]:
    """Who pays for the hours that nobody asks for."""
    if what_if.scenario.demand >= 1:
        return
    whole = sum((one.amount for one in year.idle), NOTHING)
    part = tell_share(what_if.scenario.demand)
    if not year.idle_costs or (year.idle and whole <= 0):
        yield Paragraph(Line("Er zijn geen lege uren om te betalen. Alle kosten gaan mee, of anderen dekken de rest."))
        return
    stays = f"De vaste kosten blijven, maar de vraag is nog maar {part}."
    empty = f"Daardoor is {euros(year.idle_costs)} voor uren en middelen waar niemand om vraagt: de lege uren."
    given = f" Van anderen komt daarvoor {euros(year.idle_costs - whole)}." if whole < year.idle_costs else ""
    yield Paragraph(Line(f"{stays} {empty}{given if year.idle else ''}"))
    if not year.idle:
        yield Paragraph(Line("Wat elke gemeente daaraan betaalt, is nog niet te berekenen."))
        return
    yield Paragraph(Line(f"Ieder betaalt daaraan wat boven {part} van de bijdrage bij de volle vraag komt."))
    paid = year.then.paid
    rows = [(payer_title(one.name), money(paid[one.name]), money(one.amount)) for one in year.idle]
    rows.append((TOTAL, money(year.then.net), money(whole)))
    head = ("Wie", "Bijdrage", "Waarvan lege uren")
    caption, sums = behind_year("Wie betaalt de lege uren", year.then.year), frozenset({len(rows) - 1})
    yield Table(caption, head, tuple(rows), _right(head), sums)
    yield what_if.indicate()


def _right(head: tuple[str, ...]) -> frozenset[int]:
    return frozenset(range(1, len(head)))
