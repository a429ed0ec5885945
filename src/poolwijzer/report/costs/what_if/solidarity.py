"""What small municipalities pay beside what they may use, from the fewest inhabitants to the most."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from poolwijzer.costs.solidarity import Basis, Solidarity
from poolwijzer.dutch import percentage
from poolwijzer.report.costs.material import behind_year, money, say_of_year
from poolwijzer.report.costs.what_if.material import WhatIf
from poolwijzer.report.costs.what_if.words import case_title, people
from poolwijzer.report.costs.words import what_is_needed, where_to_set
from poolwijzer.report.model import Block, Line, Paragraph, Section, Table

TITLE = "Wat kleine gemeenten betalen en mogen gebruiken"
_FROM: dict[Basis, str] = {
    "strips": "Wat een gemeente mag gebruiken, is haar deel van de strippen.",
    "strips-as-costs": "In het bestand staat geen eigen sleutel voor de strippen. Zij gaan dan zoals de kosten. "
    "Ernaast staat wat het is als elke gemeente evenveel mag gebruiken.",
    "days": "Wat een gemeente mag gebruiken, is haar deel van de afgesproken dagen.",
    "use": "Wat een gemeente gebruikt, is haar deel van de afname.",
    "assignments": "Wat een gemeente gebruikt, is haar deel van de opdrachten.",
}
_ASSUMED = (
    "Het bestand zegt niet wat elke gemeente mag gebruiken. Daarom staan hier twee aannamen.",
    "De ene is: elke gemeente mag evenveel gebruiken. De andere is: wie meer inwoners heeft, mag meer gebruiken.",
)
_HEADS: dict[Basis, str] = {
    "equal": "Gebruik bij gelijke delen",
    "population": "Gebruik naar inwoners",
    "strips-as-costs": "Gebruik zoals de kosten",
}
_SHORT: dict[Basis, str] = {"equal": "gelijk", "population": "naar inwoners", "strips-as-costs": "zoals de kosten"}
PAID = "Deel van de kosten"
_WHEN: dict[Basis, str] = {
    "equal": "Mag elke gemeente evenveel gebruiken? Dan",
    "population": "Mag wie meer inwoners heeft, meer gebruiken? Dan",
}
_LEAST_APART = Fraction(5, 10_000)
"""Of less nothing is seen in tenths of a percent."""


def solidarity_section(what_if: WhatIf) -> Section:
    """Who pays for whom; empty where that was not asked for, or cannot be known yet."""
    found = what_if.solidarity
    if found is None:
        return Section("solidariteit", TITLE)
    blocks: list[Block] = []
    if what_if.comparison and not what_if.comparison.own:
        why = "Dit is bij de verdeling naar inwoners, want de eigen sleutel is nog niet te berekenen."
        blocks.append(Paragraph(Line(why)))
    blocks += [Paragraph(Line(text)) for text in _sentences(found)]
    shown = what_if.indicate(what_if.paid_by.division)
    if what_if.depth != "kort":
        blocks += [_table(found, what_if), shown]
    if len(what_if.small_by_key) > 1:
        blocks += [_by_key(found, what_if), shown]
    elif what_if.depth == "kort":
        blocks.append(shown)
    return Section("solidariteit", TITLE, tuple(blocks))


def _by_key(found: Solidarity, what_if: WhatIf) -> Table:
    """What the small ones pay together by each key."""
    count = len(found.small.names) if found.small else 0
    who = "de kleinste gemeente" if count == 1 else f"de {count} kleinste gemeenten samen"
    rows = tuple(
        (case_title(case, what_if.content), money(row.paid), percentage(row.paid_part, 1))
        for case, row in what_if.small_by_key
    )
    title = behind_year(f"Wat {who} bij elke sleutel {'betaalt' if count == 1 else 'betalen'}", found.year.year)
    return Table(title, ("Sleutel", "Bijdrage", PAID), rows, frozenset({1, 2}))


def _sentences(found: Solidarity) -> Iterator[str]:
    if found.assumed:
        yield from _ASSUMED
        for need in found.needs:
            yield f"Voor de strippen is nog nodig: {what_is_needed(need)} ({_strips(where_to_set(need))})."
    else:
        yield _FROM[found.bases[0]]
    small = found.small
    if small is None:
        return
    one = len(small.names) == 1
    their = "haar" if one else "hun"
    who = (
        f"De kleinste gemeente ({small.names[0]}) heeft" if one else f"De {len(small.names)} kleinste gemeenten hebben"
    )
    yield f"{who} {'' if one else 'samen '}{percentage(small.population_part, 1)} van de inwoners."
    paid = f"{money(small.paid)}. Dat is {percentage(small.paid_part, 1)} van wat de gemeenten betalen"
    yield say_of_year(found.year.year, f"{their} bijdrage", "is", paid)
    for basis, use in zip(found.bases, small.use_parts, strict=True):
        start = f"{_WHEN[basis]} is {their}" if basis in _WHEN else their.capitalize()
        verb = "" if basis in _WHEN else " is"
        yield f"{start} deel van het gebruik{verb} {percentage(use, 1)}. {_verdict(use - small.paid_part, their)}"


def _verdict(more: Fraction, their: str) -> str:
    """What it comes to for small ones that their part of the use is so much more than that of the costs."""
    if abs(more) < _LEAST_APART:
        return f"Dat is even veel als {their} deel van de kosten."
    if more > 0:
        return f"Dat is meer dan {their} deel van de kosten. De grotere gemeenten betalen dus voor een deel mee."
    return f"Dat is minder dan {their} deel van de kosten. Kleine gemeenten betalen dus mee voor de grotere."


def _strips(setting: str) -> str:
    return setting.replace("costs.key", "costs.strips.key")


def _table(found: Solidarity, what_if: WhatIf) -> Table:
    narrow = what_if.narrow
    rows = []
    for row in found.rows:
        uses = [percentage(part, 1) for part in row.use_parts]
        sizes = () if narrow else (people(row.population), money(row.paid))
        both = (" / ".join(uses),) if narrow else uses
        rows.append((row.names[0], *sizes, percentage(row.paid_part, 1), *both))
    heads = [tell_basis(basis) for basis in found.bases]
    if narrow and len(heads) > 1:
        heads = [f"Gebruik: {' / '.join(_SHORT[basis] for basis in found.bases)}"]
    head = ("Gemeente", *(() if narrow else ("Inwoners", "Bijdrage")), PAID, *heads)
    title = behind_year("Betalen en gebruiken, van klein naar groot", found.year.year)
    return Table(title, head, tuple(rows), frozenset(range(1, len(head))))


def tell_basis(basis: Basis) -> str:
    """What stands over the parts of the use."""
    return _HEADS.get(basis, "Deel van het gebruik")
