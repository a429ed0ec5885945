"""The same budget by every key: an amount for each municipality and for each inhabitant, and what a key lacks."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.assessment.costs import KeyKind
from poolwijzer.costs.comparison import KeyCase, KeyComparison, Origin
from poolwijzer.costs.values import Need
from poolwijzer.dutch import euros
from poolwijzer.report.costs.account import tell_key
from poolwijzer.report.costs.last_year import LESS, MORE
from poolwijzer.report.costs.material import say_of_year
from poolwijzer.report.costs.what_if.key_tables import key_table, overview_table
from poolwijzer.report.costs.what_if.material import WhatIf
from poolwijzer.report.costs.what_if.pictures import range_chart, ways_chart
from poolwijzer.report.costs.what_if.words import case_title, tell_other_years, tell_ways
from poolwijzer.report.costs.words import key_title, tell_need, what_is_needed, where_to_set
from poolwijzer.report.model import Block, Bullets, Line, Paragraph, Section

TITLE, EACH = "Dezelfde begroting bij elke sleutel", "Elke sleutel apart"
_ORIGINS: dict[Origin, str] = {
    "own": "Dit is de sleutel uit het bestand.",
    "given": "Deze sleutel staat in het bestand om mee te vergelijken.",
    "strips": "Dit is de sleutel waarmee de strippen worden verdeeld.",
    "example": "Dit is een voorbeeld. Over de vaste basis is in het bestand niets afgesproken.",
    "general": "",
}
_DOES: dict[KeyKind, str] = {
    "gemeenten-naar-inwoners": "Elke inwoner telt even zwaar.",
    "gelijke-delen": "Elke gemeente telt even zwaar.",
    "inbreng-in-natura": "De bedragen zijn geld en uren samen.",
}


def keys_sections(what_if: WhatIf) -> tuple[Section, ...]:
    """What each municipality pays by each key: beside each other, and key by key; none where keys are not compared."""
    comparison = what_if.comparison
    if comparison is None:
        return ()
    if not comparison.cases:
        lines = tuple(Line(tell_need(one, where=what_if.narrow)) for one in comparison.needs)
        intro = Paragraph(Line("Nog geen enkele sleutel is te berekenen. Dit is eerst nodig:"))
        return (Section("sleutels", TITLE, (intro, Bullets(lines))),)
    blocks: list[Block] = [Paragraph(Line(text)) for text in _intro(comparison, what_if)]
    short, indication = what_if.depth == "kort", what_if.indicate(comparison.cases[0].division)
    blocks += [overview_table(comparison, at, what_if) for at in what_if.told]
    blocks += [*_below(comparison), _in_short(comparison, what_if), indication]
    charts = [] if short else [range_chart(comparison, at, indication.line.text) for at in what_if.told]
    drawn = [one for one in (*charts, ways_chart(comparison, what_if.at, what_if.content)) if one]
    blocks += [*drawn, *(() if short else (indication,))]  # how many pay more is no amount
    lacking = tuple(_lacking(comparison, what_if))
    if short:
        return (Section("sleutels", TITLE, tuple(blocks), lacking),)
    parts = [_case(number, case, comparison, what_if) for number, case in enumerate(comparison.cases, 1)]
    return Section("sleutels", TITLE, tuple(blocks)), Section("elke-sleutel", EACH, (), (*parts, *lacking))


def _below(comparison: KeyComparison) -> Iterator[Block]:
    """What the signs and the numbers of the table mean."""
    if comparison.reference is None or len(comparison.cases) == 1:
        return
    number = comparison.cases.index(comparison.reference) + 1
    yield Paragraph(Line(f"{MORE} betaalt meer dan bij sleutel {number}. {LESS} betaalt minder."))


def _in_short(comparison: KeyComparison, what_if: WhatIf) -> Bullets:
    """Each key by its number; where no more follows of it, with how many pay more and less."""
    lines = []
    for case in comparison.cases:
        told = [f"{case_title(case, what_if.content)}."]
        if what_if.depth == "kort":
            told += filter(None, [_ORIGINS[case.origin]])
            told += () if case is comparison.reference else tell_ways(comparison.changes(case, what_if.at))
        lines.append(Line(" ".join(told)))
    return Bullets(tuple(lines), numbered=True)


def _intro(comparison: KeyComparison, what_if: WhatIf) -> Iterator[str]:
    years = comparison.years
    for at in what_if.told:
        yield say_of_year(years[at].year, "de gemeenten", "betalen", f"samen {euros(years[at].pot)}")
    yield "Dat is bij elke sleutel gelijk."
    if any(year.others for year in comparison.years):
        yield "Ook wat anderen betalen, is bij elke sleutel gelijk."
    if comparison.own:
        yield f"De andere sleutels staan naast die uit het bestand: {case_title(comparison.own, what_if.content)}."
    else:
        yield "In het bestand staat nog geen sleutel die te berekenen is."
        yield "Daarom staat alles naast de verdeling naar inwoners."
    if what_if.depth == "kort":
        yield "De bedragen per sleutel ziet u met --depth gewoon, of in een bestand (-o)."
    if not what_if.scenario:
        yield from tell_other_years(what_if)
    key = what_if.costs.key
    if key and (key.least, key.most, key.most_per_inhabitant) != (None, None, None):
        yield "Het laagste en het hoogste bedrag uit het bestand gelden bij elke sleutel die er zelf geen heeft."


def _case(number: int, case: KeyCase, comparison: KeyComparison, what_if: WhatIf) -> Section:
    title = f"{number}. {case_title(case, what_if.content)}"
    blocks: list[Block] = [Paragraph(Line(text)) for text in _about(case)]
    for at in what_if.told:
        if case is not comparison.reference:
            blocks += [Paragraph(Line(text)) for text in tell_ways(comparison.changes(case, at))]
        blocks += [key_table(case, comparison, at, what_if), what_if.indicate(case.division)]
    return Section(f"sleutel-{number}", title, tuple(blocks))


def _about(case: KeyCase) -> Iterator[str]:
    yield from filter(None, [_ORIGINS[case.origin]])
    if case.key.kind in _DOES:
        yield _DOES[case.key.kind]
    yield from tell_key(case.key.model_copy(update={"least": None, "most": None, "most_per_inhabitant": None}))


def _lacking(comparison: KeyComparison, what_if: WhatIf) -> Iterator[Section]:
    """The keys that lack figures, with what they need and where that is set."""
    if not comparison.lacking:
        return
    lines = []
    for case in comparison.lacking:
        title = key_title(case.key.kind, what_if.content)
        lines.append(Line(f"{title}: {'; '.join(_need(need, case, what_if) for need in case.division.needs)}."))
    intro = "Deze sleutels zijn nog niet te berekenen. De cijfers daarvoor staan niet in het bestand."
    how = "Zet een andere sleutel met haar cijfers onder costs.compare. In docs/kosten.md staat hoe."
    blocks = (Paragraph(Line(intro)), Bullets(tuple(lines)), *((Paragraph(Line(how)),) if what_if.narrow else ()))
    yield Section("sleutels-zonder-cijfers", "Nog niet te berekenen", blocks)


def _need(need: Need, case: KeyCase, what_if: WhatIf) -> str:
    """What a key needs; on a screen also where that is set, which is plain of the file's own alone."""
    if not what_if.narrow:
        return what_is_needed(need)
    own = f" ({where_to_set(need)})" if case.origin == "own" else f" ({where_to_set(need).rpartition('.')[2]})"
    return f"{what_is_needed(need)}{own}"
