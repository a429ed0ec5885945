"""How the hours were matched, in plain words: in which order things count, and every setting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poolwijzer.dutch import join_some, long_date, number, sorting_key
from poolwijzer.matching.reading.row_of_priority import FirstGroup
from poolwijzer.matching.telling.material import MatchingMaterial
from poolwijzer.municipalities import credit_population, known_municipality
from poolwijzer.report.model import Block, Bullets, Line, Paragraph, Section

PRIORITY_OPTION = "voorrang-kleine-gemeenten"
_MOST_NAMES = 12
_SAME = "Dezelfde invoer geeft altijd dezelfde uitkomst. De volgorde van de regels maakt niet uit."
_SPREAD = {
    "evenly": "liggen gelijk verdeeld over de dagen van hun periode",
    "anywhere": "mogen op elke dag van hun periode",
}


def account_section(material: MatchingMaterial) -> Section:
    """Everything that the outcome hangs on."""
    blocks: list[Block] = [
        Paragraph(Line("Poolwijzer kijkt in deze volgorde:")),
        Bullets(tuple(map(Line, _order(material))), numbered=True),
        Paragraph(Line(_SAME)),
        Bullets(tuple(map(Line, tell_settings(material)))),
    ]
    return Section("zo-is-het-gekoppeld", "Zo is het gekoppeld", tuple(blocks))


def _order(material: MatchingMaterial) -> Iterator[str]:
    yield "Zo veel mogelijk uren van de vraag zijn vervuld."
    if material.hours.row.groups:
        yield "De uren gaan het eerst naar wie voorgaat. Dat kost nooit uren van het geheel."
    yield "Er zijn zo weinig mogelijk koppelingen. Zo heeft een gemeente met weinig verschillende mensen te maken."
    yield "Zijn er dan nog uitkomsten die even goed zijn? Dan beslist een vast lot."


def tell_settings(material: MatchingMaterial) -> Iterator[str]:
    """The settings, one a sentence or two."""
    rules = material.matching.rules
    yield from tell_priority(material)
    yield f"Aangeboden uren {_SPREAD[rules.offered]}."
    yield f"Gevraagde uren {_SPREAD[rules.asked]}."
    if rules.own:
        yield "Een gemeente mag ook haar eigen aanbod krijgen. Dat zijn dan uren die zij niet uitleent."
    else:
        yield "Een gemeente krijgt nooit haar eigen aanbod."
    yield "Poolwijzer koppelt alleen gelijke woorden voor expertise. Hoofdletters en leestekens maken niet uit."
    if material.matching.unproven:
        yield (
            f"Bij {_named(material.matching.unproven)} kan het misschien met nog minder koppelingen. "
            "Het zoeken is daar gestopt. Meer uren vervullen kan zeker niet."
        )
    if material.matching.undrawn:
        yield (
            f"Bij {_named(material.matching.undrawn)} zijn er heel veel uitkomsten die even goed zijn. "
            "Poolwijzer bekeek ze niet allemaal. "
            "Een andere versie van HiGHS kan daar een andere kiezen, die even goed is."
        )


def _named(expertises: Iterable[str]) -> str:
    return join_some(sorted(expertises, key=sorting_key), _MOST_NAMES)


def tell_priority(material: MatchingMaterial) -> Iterator[str]:
    """Who goes first, by which measure."""
    groups = material.hours.row.groups
    if not groups:
        yield "Niemand gaat voor: daarover is geen regel gegeven."
        return
    option = material.content.options.get(PRIORITY_OPTION)
    called = f" Op de menukaart heet dat: {option.title}." if option else ""
    for place, group in enumerate(groups):
        start = "Eerst gaan" if place == 0 else "Daarna gaan"
        who = join_some(group.members, _MOST_NAMES) if group.members else "niemand die iets vraagt"
        yield f"{start} {_measure(group)}. Dat is hier: {who}.{called if place == 0 else ''}"
    if any(group.up_to is not None for group in groups):
        if any(known_municipality(one.municipality) for one in material.hours.requests):
            yield credit_population()
        own = [f"{name} {number(population, 0)}" for name, population in material.hours.row.own_figures]
        if own:
            yield f"Inwoners volgens eigen opgave: {join_some(own, _MOST_NAMES)}."


def _measure(group: FirstGroup) -> str:
    measures = []
    if group.up_to is not None:
        measures.append(f"gemeenten tot en met {number(group.up_to, 0)} inwoners")
    if group.joined_since is not None:
        measures.append(f"wie sinds {long_date(group.joined_since)} meedoet")
    if group.named:
        measures.append("wie bij naam is genoemd")
    return " en ".join(measures)
