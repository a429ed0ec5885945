"""The words for strips that every place uses which tells of them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from poolwijzer.dutch import long_date, short_number, uncapitalise

if TYPE_CHECKING:
    from poolwijzer.content.content import Content
    from poolwijzer.costs.strips.card_values import StripNeedKind
    from poolwijzer.costs.strips.lines import LedgerLine

WITHOUT_PRODUCT = "Niet opgeschreven"
JOINTLY = "Voor iedereen samen"
_DECIMALS = 2
_NEEDED: dict[StripNeedKind, tuple[str, str]] = {
    "strips": ("de strippenkaart", "costs.strips"),
    "year": ("het jaar van deze strippen", "costs.years"),
    "budget": ("voor welk bedrag er strippen zijn", "costs.strips.budget, of de posten in costs.posts"),
    "price": ("wat een strip kost", "costs.strips.price"),
    "hours": ("hoeveel uren een strip is", "costs.strips.hours"),
    "municipalities": ("welke gemeenten meedoen", "initiative.municipalities"),
    "key": ("hoe de strippen worden verdeeld", "costs.strips.key, of costs.key"),
}


def tell_strips(value: Fraction) -> str:
    """How many strips: *1 strip*, *8,5 strippen*."""
    return f"{short_number(value)} {'strip' if value == 1 else 'strippen'}"


def tell_hours(value: Fraction) -> str:
    """How many hours: *16 uur*."""
    return f"{short_number(value)} uur"


def is_rounded(value: Fraction) -> bool:
    """Whether a number has more decimals than are told."""
    return (value * Fraction(10**_DECIMALS)).denominator != 1


def what_strips_need(kind: StripNeedKind) -> str:
    """What is not known yet, inside a sentence: *wat een strip kost*."""
    return _NEEDED[kind][0]


def where_strips_are_set(kind: StripNeedKind) -> str:
    """Where in the file it is set, by its words."""
    return _NEEDED[kind][1]


def product_title(product: str, content: Content) -> str:
    """What a product is called: as on the menu card where it stands there, else in the words of who wrote it."""
    option = content.options.get(product)
    return option.title if option else product or WITHOUT_PRODUCT


def tell_amount(line: LedgerLine) -> str:
    """How much a line is of, as it was written: *16 uur*, or *2 strippen*."""
    if line.hours is not None:
        return tell_hours(line.hours)
    return tell_strips(line.strips or Fraction())


def what_for(line: LedgerLine, content: Content) -> str:
    """What a line is for, whichever kind it is."""
    match line.kind:
        case "use":
            return product_title(line.product, content)
        case "joint":
            return f"{JOINTLY}: {product_title(line.product, content)}"
        case "transfer":
            return f"Gaat naar {line.to}"
        case "carry":
            return f"Mee uit {line.day.year - 1}"


def tell_line(line: LedgerLine, content: Content) -> str:
    """A line in one sentence, for who just wrote it."""
    what = what_for(line, content)
    what = what if line.kind == "use" else uncapitalise(what)
    parts = (long_date(line.day), line.municipality, what, tell_amount(line))
    return ", ".join(filter(None, parts))
