"""How the amounts were found, in plain words: which settings, which figures, and how it was rounded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from poolwijzer.assessment.costs import EVERYBODY, MUNICIPALITIES, Assignment, Costs, Key, Membership
from poolwijzer.costs.values import YearDivision
from poolwijzer.dutch import euros, join_words, long_date, number, short_number, short_percentage
from poolwijzer.municipalities import credit_population
from poolwijzer.report.costs.material import CostsMaterial, say_of_year
from poolwijzer.report.costs.payers import members_of
from poolwijzer.report.costs.words import ROUNDED, key_title, money_of, payer_named
from poolwijzer.report.model import Bullets, Line, Section

LARGEST_PARTS = 100
"""A share in so many parts or more is told as a percentage."""
_ONE_OF = {"uren": "uur", "dagen": "dag", "strippen": "strip", "stuks": "stuk"}
_REST = {
    "naar-rato": "naar rato van wat ieder zo betaalt",
    "gelijke-delen": "in gelijke delen",
    "gemeenten-naar-inwoners": "naar het aantal inwoners",
}


def account_section(material: CostsMaterial, *, alone: bool = True) -> Section:
    """Everything that the amounts hang on; alone also how they were rounded, and where the inhabitants come from."""
    found = [*_account(material), *([ROUNDED, *_inhabitants(material)] if alone else [])]
    lines = tuple(map(Line, found))
    return Section("zo-is-het-berekend", "Zo is het berekend", (Bullets(lines),))


def _account(material: CostsMaterial) -> Iterator[str]:
    costs, key = material.costs, material.division.key
    if not costs.years:
        yield "In het bestand staan geen jaren. De bedragen horen bij de begroting als geheel."
    yield from _shares(costs)
    if key:
        yield f"De sleutel is: {key_title(key.kind, material.content)}."
        yield from tell_key(key)
    yield from _income(costs)
    yield from _indexing(costs)
    if demand := [post.what for post in costs.posts if post.demand]:
        yield f"Deze posten gaan mee met de vraag: {join_words(demand)}."
    yield from _members(costs.members, material)
    yield from _bounded(material)


def _shares(costs: Costs) -> Iterator[str]:
    """Who pays which part, with what is left for the municipalities."""
    others = {name: share for name, share in costs.shares.items() if name != MUNICIPALITIES}
    if not others:
        yield "De gemeenten betalen samen alles wat anderen niet geven."
        return
    told = [f"{payer_named(name)} {tell_share(share)}" for name, share in others.items()]
    rest = 1 - sum(others.values(), Fraction())
    yield f"De delen zijn: {join_words([*told, f'de gemeenten samen {tell_share(rest)}'])}."


def tell_share(share: Fraction) -> str:
    """A share as people say it: *1/3*, *10%*."""
    if (share * 1000).denominator == 1 or share.denominator >= LARGEST_PARTS:
        return short_percentage(share, 2)
    return str(share)


def tell_key(key: Key) -> Iterator[str]:
    """The settings of a key, one a sentence."""
    if key.base is not None:
        yield f"Van het deel van de gemeenten verdelen zij {tell_share(key.base)} in gelijke delen."
        yield from _size(key)
    if key.kind == "gewichten" and key.weights:
        yield f"Elke gemeente telt voor een eigen gewicht: {_by_municipality(key.weights)}."
    if key.assignments:
        yield "Elke gemeente betaalt mee aan haar eigen opdrachten, voor het deel dat niet van anderen komt."
        yield f"De opdrachten zijn: {'; '.join(map(_assignment, key.assignments))}."
    if isinstance(key.days, Fraction):
        yield f"Elke gemeente krijgt {short_number(key.days, 4)} dagen."
    elif key.days:
        yield f"De dagen per gemeente zijn: {_by_municipality(key.days)}."
    if key.use:
        yield f"De afname{f' in {key.unit}' if key.unit else ''} is: {_by_municipality(key.use)}."
    if key.hours:
        yield f"De gemeenten brengen uren in: {_by_municipality(key.hours)}."
    if key.price is not None:
        yield f"De prijs is {euros(key.price)} per {_unit(key)}."
    if key.kind in ("vast-aantal-dagen", "betalen-naar-gebruik") and key.price is None:
        yield "Naar die aantallen verdelen de gemeenten hun deel."
    elif key.kind in ("cofinanciering-per-opdracht", "vast-aantal-dagen", "betalen-naar-gebruik", "inbreng-in-natura"):
        yield f"Wat dan nog over is, verdelen de gemeenten {_REST[key.rest]}."
    if key.least is not None:
        yield f"Een gemeente betaalt per jaar ten minste {euros(key.least)}."
    if key.most is not None:
        yield f"Een gemeente betaalt per jaar ten hoogste {euros(key.most)}."
    if key.most_per_inhabitant is not None:
        yield f"Een gemeente betaalt per inwoner per jaar ten hoogste {euros(key.most_per_inhabitant)}."


def _assignment(one: Assignment) -> str:
    """An assignment of a municipality: *Wijkplan van Assen, € 40.000 in 2027*."""
    whose = f"{one.what} van {one.municipality}" if one.what else one.municipality
    return f"{whose}, {euros(one.amount)}{f' in {one.year}' if one.year else ''}"


def _unit(key: Key) -> str:
    """What a price is for; a unit of their own stays as it was typed."""
    if key.kind == "betalen-naar-gebruik":
        return _ONE_OF.get(key.unit.casefold(), key.unit) or "eenheid"
    return "dag" if key.kind == "vast-aantal-dagen" else "uur"


def _size(key: Key) -> Iterator[str]:
    """How the surcharge is measured."""
    if key.base == 1:
        return
    if key.weights:
        yield f"De rest gaat naar grootte, met een gewicht per gemeente: {_by_municipality(key.weights)}."
    elif key.sizes:
        told = [
            f"tot en met {number(one.up_to, 0)} inwoners {short_number(one.weight, 4)}"
            if one.up_to
            else f"daarboven {short_number(one.weight, 4)}"
            for one in key.sizes
        ]
        yield f"De rest gaat naar grootte. Zo zwaar telt een gemeente: {', '.join(told)}."
    else:
        yield "De rest gaat naar grootte. De maat daarvoor is het aantal inwoners."


def _by_municipality(values: Mapping[str, Fraction]) -> str:
    return join_words([f"{name} {short_number(value, 4)}" for name, value in values.items()])


def _income(costs: Costs) -> Iterator[str]:
    """Whose contributions the money of others lowers."""
    general = {payer_named(one.source): one.source for one in costs.income if one.deduct_from == EVERYBODY}
    if general:
        yield f"Het {money_of(*general.values())} verlaagt ieders bijdrage, naar rato."
    for one in costs.income:
        if one.deduct_from != EVERYBODY:
            lowered = payer_named(one.deduct_from)
            yield f"Het {money_of(one.source)} verlaagt alleen de bijdrage van {lowered}."


def _indexing(costs: Costs) -> Iterator[str]:
    fixed = [post.what for post in costs.posts if isinstance(post.amount, dict)]
    if costs.indexing:
        first = f" na {min(costs.years)}" if costs.years else ""
        rise = costs.indexing
        yield f"De kosten {'stijgen' if rise > 0 else 'dalen'} elk jaar{first} met {tell_share(abs(rise))}."
        if fixed:
            yield f"Dat geldt niet voor {join_words(fixed)}: daar staat een bedrag per jaar."
    for post in costs.posts:
        if post.indexing is not None and not isinstance(post.amount, dict):
            yield _own_rise(post.what, post.indexing)


def _own_rise(what: str, rise: Fraction) -> str:
    if not rise:
        return f"Voor {what} blijft het bedrag elk jaar gelijk."
    return f"Voor {what} is de {'stijging' if rise > 0 else 'daling'} {tell_share(abs(rise))} per jaar."


def _members(members: Mapping[str, Membership], material: CostsMaterial) -> Iterator[str]:
    for name, one in members.items():
        start = f" vanaf {long_date(one.start)}" if one.start else ""
        until = f" tot en met {long_date(one.until)}" if one.until else ""
        if start or until:
            yield f"{name} doet mee{start}{until}."
    if any(payment.member.part != 1 for year in material.years for payment in year.payments):
        yield "Wie een deel van het jaar meedoet, telt voor dat deel van de dagen."


def _bounded(material: CostsMaterial) -> Iterator[str]:
    """Who pays the least or the most that was agreed."""
    for year in material.years:
        for bound, words in (("least", "het laagste"), ("most", "het hoogste")):
            if names := _at_bound(year, bound):
                verb = "betaalt" if len(names) == 1 else "betalen"
                rest = f"{words} bedrag dat is afgesproken"
                yield say_of_year(year.year, join_words(names), verb, rest)


def _at_bound(year: YearDivision, bound: str) -> list[str]:
    return [one.member.name for one in year.payments if one.bound == bound]


def _inhabitants(material: CostsMaterial) -> Iterator[str]:
    """Where the inhabitants come from; a figure of the file's own goes before that of the table."""
    members = members_of(material.years)
    if not members or not all(one.own_figure for one in members):
        yield credit_population()
    if own := [f"{one.name} {number(one.population, 0)}" for one in members if one.own_figure]:
        yield f"Het aantal inwoners is een eigen opgave van: {join_words(own)}."
