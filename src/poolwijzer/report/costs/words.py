"""The words for costs that every place uses which tells of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from poolwijzer.assessment.costs import KeyKind
from poolwijzer.content.content import Content
from poolwijzer.dutch import capitalise, join_some, join_words, long_date
from poolwijzer.municipalities import REFERENCE_DATE

if TYPE_CHECKING:
    from poolwijzer.costs.values import Division, Member, Need, NeedKind

ROUNDED = (
    "Elk bedrag is afgerond op hele centen. De centen die overblijven, gaan naar de grootste resten. "
    "Zo zijn alle delen samen precies het geheel."
)
"""How amounts are rounded, for whoever adds them up."""
_FREE = "Eigen gewichten"
_WITH_ARTICLE = {
    "provincie": "de provincie",
    "rijk": "het Rijk",
    "fonds": "het fonds",
    "waterschap": "het waterschap",
    "gemeenten": "de gemeenten",
    "iedereen": "iedereen",
}
_NEEDED: dict[NeedKind, tuple[str, str]] = {
    "municipalities": ("welke gemeenten meedoen", "initiative.municipalities"),
    "members": ("welke gemeenten in elk jaar meedoen", "costs.members"),
    "posts": ("wat het kost", "costs.posts"),
    "key": ("hoe de gemeenten hun deel verdelen", "costs.key"),
    "base": ("welk deel iedereen gelijk betaalt", "costs.key.base"),
    "weights": ("hoe zwaar elke gemeente telt", "costs.key.weights"),
    "assignments": ("welke opdrachten er zijn, en wat zij kosten", "costs.key.assignments"),
    "days": ("hoeveel dagen elke gemeente krijgt", "costs.key.days"),
    "use": ("hoeveel elke gemeente afneemt", "costs.key.use"),
    "hours": ("hoeveel uren elke gemeente inbrengt", "costs.key.hours"),
    "price": ("de prijs van een uur of een dag", "costs.key.price"),
    "rest": ("hoe de rest wordt verdeeld", "costs.key.rest"),
    "bounds": ("ruimere grenzen, want het hele bedrag past er niet in", "costs.key.least, most of most_per_inhabitant"),
}


def indication(members: Iterable[Member], *, named: bool = True) -> str:
    """What stands under every amount: what it is, what is not in it, and which inhabitants were counted.

    Args:
        members: those that are in the amounts.
        named: whether those with a figure of their own may be named.
    """
    counted = list(members)
    own = [one for one in counted if one.own_figure]
    figures = f"inwoners op {long_date(REFERENCE_DATE)}"
    if counted and len(own) == len(counted):
        figures = "inwoners volgens eigen opgave"
    elif own:
        figures += f" ({join_some([one.name for one in own], 3)}: eigen opgave)" if named else " of eigen opgave"
    return f"Indicatie, zonder btw, {figures}. Geen toezegging."


def indication_of(division: Division, *, named: bool = True) -> str:
    """The same for all who take part in any year."""
    members = {one.member.name: one.member for year in division.years for one in year.payments}
    return indication(members.values(), named=named)


def what_is_needed(need: Need) -> str:
    """What is not known yet, inside a sentence: *welk deel iedereen gelijk betaalt*."""
    what = _NEEDED[need.kind][0]
    return f"{what} (nog niet van {join_some(need.of, 3)})" if need.of else what


def where_to_set(need: Need) -> str:
    """Where in the file it is set, by its words."""
    return _NEEDED[need.kind][1]


def tell_need(need: Need, *, where: bool) -> str:
    """In a sentence what is not known yet; where to set it is for who edits the file, not for who reads a report."""
    told = f"{capitalise(what_is_needed(need))}."
    return f"{told} Zet dit in {where_to_set(need)}." if where else told


def key_title(kind: KeyKind, content: Content) -> str:
    """What a key is called: as on the menu card, where that has it."""
    if kind == "gewichten":
        return _FREE
    option = content.options.get(kind)
    return option.title if option else capitalise(kind.replace("-", " "))


def payer_title(payer: str) -> str:
    """What somebody who pays and is no municipality is called: *Provincie*."""
    return capitalise(payer)


def payer_named(payer: str) -> str:
    """The same inside a sentence: *de provincie*. A name of their own stays as it was typed."""
    return _WITH_ARTICLE.get(payer.casefold(), payer)


def money_of(*sources: str) -> str:
    """The money of these: *rijksgeld*, *geld van het fonds en de provincie*."""
    if [one.casefold() for one in sources] == ["rijk"]:
        return "rijksgeld"
    return f"geld van {join_words([payer_named(one) for one in sources])}"
