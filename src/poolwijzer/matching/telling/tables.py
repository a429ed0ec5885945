"""The tables of a report on a matching: who helps whom, what does not come off, what is left, and the balance."""

from __future__ import annotations

from poolwijzer.dutch import number
from poolwijzer.matching.telling.material import (
    MatchingMaterial,
    balances,
    short_period,
    stretches_in_words,
    total,
)
from poolwijzer.matching.telling.why import help_in_words, why_in_words
from poolwijzer.matching.values import Offer, Request, Unmet
from poolwijzer.report.model import Table


def _hours(hours: int) -> str:
    return number(hours, 0)


def _what(one: Request | Offer) -> str:
    """What is asked or offered, with what was written beside it."""
    return f"{one.expertise} ({one.name})" if one.name else one.expertise


def assignments_table(material: MatchingMaterial) -> Table | None:
    """Who lends whom how many hours, and when; None where nothing is matched."""
    found = [one for met in material.met() for one in met.assignments]
    if not found:
        return None
    caption = "De koppelingen"
    if material.narrow:
        rows = tuple(
            (
                f"{one.request.municipality}: {_what(one.request)}",
                _hours(one.hours),
                f"{one.offer.municipality}, {stretches_in_words(one.parts)}",
            )
            for one in found
        )
        return Table(caption, ("Voor", "Uren", "Van"), rows, frozenset({1}))
    full = tuple(
        (
            one.request.municipality,
            _what(one.request),
            _hours(one.hours),
            one.offer.municipality,
            stretches_in_words(one.parts),
        )
        for one in found
    )
    return Table(caption, ("Voor", "Expertise", "Uren", "Van", "Wanneer"), full, frozenset({2}))


def unmet_table(material: MatchingMaterial) -> Table | None:
    """What is not met, why, and what would help; None where all is met."""
    found = list(material.unmet())
    if not found:
        return None
    caption = "Vraag die niet of niet helemaal is vervuld"
    if material.narrow:
        rows = tuple(
            (f"{one.request.municipality}: {_what(one.request)}", _hours(one.missing), _why(why)) for one, why in found
        )
        return Table(caption, ("Vraag", "Uren", "Waarom"), rows, frozenset({1}))
    full = tuple(
        (
            f"{one.request.municipality}: {_what(one.request)}",
            short_period(one.request.first, one.request.last),
            _hours(one.request.hours),
            _hours(one.missing),
            _why(why),
        )
        for one, why in found
    )
    head = ("Vraag", "Periode", "Gevraagd", "Niet vervuld", "Waarom, en wat helpt")
    return Table(caption, head, full, frozenset({2, 3}))


def _why(unmet: Unmet) -> str:
    return f"{why_in_words(unmet)} {help_in_words(unmet)}"


def left_table(material: MatchingMaterial) -> Table | None:
    """What is offered and nobody gets; None where all is lent."""
    found = material.left()
    if not found:
        return None
    caption = "Aanbod dat nog vrij is"
    if material.narrow:
        rows = tuple(
            (
                f"{one.offer.municipality}: {_what(one.offer)}",
                _hours(one.left),
                short_period(one.offer.first, one.offer.last),
            )
            for one in found
        )
        return Table(caption, ("Aanbod", "Uren", "Periode"), rows, frozenset({1}))
    full = tuple(
        (
            one.offer.municipality,
            _what(one.offer),
            short_period(one.offer.first, one.offer.last),
            _hours(one.offer.hours),
            _hours(one.left),
        )
        for one in found
    )
    return Table(caption, ("Gemeente", "Expertise", "Periode", "Aangeboden", "Over"), full, frozenset({3, 4}))


def balance_table(material: MatchingMaterial) -> Table:
    """What everybody brings and gets, with the whole below it."""
    caption = "In uren"
    rows = [*balances(material.matching), total(material)]
    sums = frozenset({len(rows) - 1})
    if material.narrow:
        told = tuple((one.name, _of(one.got, one.asked), _of(one.lent, one.offered)) for one in rows)
        return Table(caption, ("Wie", "Krijgt", "Leent uit"), told, frozenset({1, 2}), sums)
    full = tuple((one.name, *map(_hours, one[1:])) for one in rows)
    head = ("Wie", "Vraagt", "Krijgt", "Biedt", "Leent uit")
    return Table(caption, head, full, frozenset({1, 2, 3, 4}), sums)


def _of(some: int, whole: int) -> str:
    return f"{_hours(some)} van {_hours(whole)}" if whole else "–"
