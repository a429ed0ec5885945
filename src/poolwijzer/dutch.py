"""Numbers, dates, lists and words as the Dutch write them.

A small module of our own, because a library for all the world's languages costs more at every start than the
rest of the program together. The tests hold it against such a library.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

NO_BREAK_SPACE = "\u00a0"
"""Stands between the euro sign and the amount, so that a line never ends on a bare `€`."""

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

UNSEEN_SIGNS = "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""Soft hyphens, zero widths, marks of direction and of byte order, as in a class of a pattern: programs leave them."""
ODD_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164"
"""Spaces that are not the plain one, as in a class of a pattern."""

LONGEST_SLUG = 80
"""In characters; leaves room for a suffix and a long folder in what file systems allow."""

_FALLBACK_SLUG = "initiatief"
# Patterns for rare cases stay text until they are used: compiling them would cost every start.
_APOSTROPHES = "['’‘`´ʼ]"
_NOT_IN_A_SLUG = "[^a-z0-9]+"
_NOT_TO_SORT_BY = r"[\W_]+"
# Windows keeps these names for devices, whatever suffix follows.
_DEVICES = "con|prn|aux|nul|com[0-9]|lpt[0-9]"
# 's, 't, 'n and the like stay small, and the word behind them gets the capital.
_SHORTENED_WORD = "['’‘][a-z][ -]"

_MANY_BODIES = r"(?:provincies|gemeenten|diensten|omgevingsdiensten|regio['’]?s|waterschappen)\b"

Number: TypeAlias = int | float | Fraction | Decimal


def number(value: Number, decimals: int | None = None) -> str:
    """Write a number with points between thousands and a comma before decimals: `1.600.000`, `3,7`.

    Halves are rounded away from zero, on the exact value. A float counts as the shortest decimal number that
    stands for it, so that 0.15 is a half and not the binary fraction just below.

    Args:
        value: What to write; finite.
        decimals: How many decimals, zeros included; None gives one, or none if that would be a zero.

    Raises:
        ValueError: The value is not finite, or decimals is negative.
    """
    if value.__class__ is int and not decimals:
        return f"{value:,}".replace(",", ".")
    exact = _exact(value)
    if decimals is None:
        return number(exact, 1).removesuffix(",0")
    if decimals < 0:
        raise ValueError("decimals cannot be negative")
    scale = 10**decimals
    units = (2 * abs(exact.numerator) * scale + exact.denominator) // (2 * exact.denominator)
    whole, rest = divmod(units, scale)
    sign = "-" if exact < 0 and units else ""
    fraction = f",{rest:0{decimals}d}" if decimals else ""
    return sign + f"{whole:,}".replace(",", ".") + fraction


def short_number(value: Number, most: int = 2) -> str:
    """Write a number with at most so many decimals, and no zeros behind them: `7,5`, `1.363`."""
    whole, comma, decimals = number(value, most).partition(",")
    return f"{whole}{comma}{decimals}".rstrip("0").rstrip(",") if decimals else whole


def _exact(value: Number) -> Fraction:
    """Give the value people mean, without the noise of binary fractions.

    Raises:
        ValueError: The value is not finite.
    """
    if isinstance(value, Fraction):
        return value
    if isinstance(value, float):
        value = Decimal(repr(float(value)))
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError("only finite numbers can be written")
    return Fraction(value)


def euros(value: Number, decimals: int | None = None) -> str:
    """Write an amount of money: `€ 1.600.000`, `€ 4,44`, with a no-break space (U+00A0) after the sign.

    Args:
        value: The amount in euros.
        decimals: How many decimals; None gives two, or none for an amount without cents.
    """
    if decimals is None:
        return euros(value, 2).removesuffix(",00")
    return f"€{NO_BREAK_SPACE}{number(value, decimals)}"


def percentage(fraction: Number, decimals: int = 0) -> str:
    """Write a share as a percentage: two thirds is `67%`.

    Args:
        fraction: The share, where 1 is the whole.
        decimals: How many decimals the percentage gets.
    """
    return f"{number(_exact(fraction) * 100, decimals)}%"


def short_percentage(fraction: Number, most: int = 1) -> str:
    """Write a share as a percentage with at most so many decimals, and no zeros behind them: `125%`, `33,3%`."""
    return f"{short_number(_exact(fraction) * 100, most)}%"


def short_day(day: date, *, year: bool = True) -> str:
    """Write a day for a column, on one line: `31 jan 2027`, or `31 jan` where its year goes without saying."""
    month = "mrt" if day.month == 3 else MONTHS[day.month - 1][:3]
    return NO_BREAK_SPACE.join([str(day.day), month, *([str(day.year)] if year else [])])


def long_date(day: date) -> str:
    """Write a date in full: `1 november 2023`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def join_words(items: Iterable[str], word: Literal["en", "of"] = "en") -> str:
    """Write a list inside a sentence: `a, b en c`. An empty list gives an empty text."""
    *others, last = list(items) or [""]
    return f"{', '.join(others)} {word} {last}" if others else last


def join_some(items: Sequence[str], most: int = 10) -> str:
    """Words as in a sentence; of many the first, and how many more: *a, b en nog 7 andere*."""
    more = len(items) - most
    return join_words([*items[:most], *([f"nog {number(more, 0)} andere"] if more > 0 else [])])


def count_things(count: int, singular: str, plural: str) -> str:
    """Write how many there are, with the right form of the word: `1 gemeente`, `12 gemeenten`."""
    return f"{number(count, 0)} {singular if count == 1 else plural}"


def sorting_key(name: str) -> tuple[tuple[int, str], ...]:
    """A name for sorting, as a reader looks it up.

    Capitals, accents and signs do not count, and numbers go by their size: *Élan* stands at the e, *'s-Gravenhage* at
    the s, and *Regio 2* before *Regio 10*. Different names may be equal for this order.
    """
    pieces = re.split("([0-9]+)", re.sub(_NOT_TO_SORT_BY, " ", fold_text(name)).strip())
    # Of a number only its length and its digits: a very long one cannot be made into a number.
    return tuple((len(digits), digits) if (digits := piece.lstrip("0")).isdecimal() else (0, piece) for piece in pieces)


def fold_text(text: str) -> str:
    """A text without capitals and accents, which make no difference where words are compared or looked up."""
    if text.isascii():
        return text.lower()
    # Folded on both sides: some signs only come apart into capitals.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def drop_unseen(text: str) -> str:
    """A text without the signs that cannot be seen, for where they cannot be meant, and with plain spaces."""
    return text if text.isascii() else re.sub(f"[{ODD_SPACES}]", " ", re.sub(f"[{UNSEEN_SIGNS}]", "", text))


def capitalise(text: str) -> str:
    """Begin a sentence with this text: `ijs` becomes `IJs`, `één` `Eén`, and `'s avonds` `'s Avonds`.

    The rest of the text stays as it is.
    """
    if shortened := re.match(_SHORTENED_WORD, text):
        return text[: shortened.end()] + capitalise(text[shortened.end() :])
    if text.startswith("ij"):
        return "IJ" + text[2:]
    # The stress mark on a capital is left out.
    if text.startswith("één"):
        return "E" + text[1:]
    return text[:1].upper() + text[1:]


def uncapitalise(text: str) -> str:
    """Go on inside a sentence with this text: `IJs` becomes `ijs` and `Eén` `één`; `GR` and `€ 3` stay."""
    for capital, small in (("IJ", "ij"), ("Eén", "één")):
        if text.startswith(capital):
            return small + text[len(capital) :]
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def lower_article(name: str) -> str:
    """A name as it stands inside a sentence: `De provincie Drenthe` becomes `de provincie Drenthe`."""
    return name[:1].lower() + name[1:] if re.match("(?:De|Het|Een) ", name) else name


def is_plural(name: str) -> bool:
    """Whether a name of organisations takes a verb in the plural: `de gemeenten`, `de provincie en de RES-regio`."""
    return " en " in name or ", " in name or bool(re.match(f"de {_MANY_BODIES}", name, re.IGNORECASE))


def may_be_one_or_more(name: str) -> bool:
    """Whether it takes a person to say how many organisations a name stands for: `Omgevingsdienst Rijn en Gouwe`."""
    if " en " in name or ", " in name:
        return True
    head = name.partition(" van ")[0].partition(" voor ")[0]
    return bool(re.search(rf"\b{_MANY_BODIES}", head, re.IGNORECASE)) and not is_plural(name)


def make_slug(text: str) -> str:
    """Make an id or file name of a text: `Súdwest-Fryslân & Co` becomes `sudwest-fryslan-co`.

    Returns:
        Small letters, digits and single hyphens, at most `LONGEST_SLUG` of them and at least one; the same
        on every system. Different texts may give the same slug.
    """
    slug = re.sub(_NOT_IN_A_SLUG, "-", re.sub(_APOSTROPHES, "", fold_text(text))).strip("-")
    if len(slug) > LONGEST_SLUG:
        # Cut between words where there is a word's end to cut at.
        head, hyphen, _ = slug[: LONGEST_SLUG + 1].rpartition("-")
        slug = head if hyphen else slug[:LONGEST_SLUG]
    if re.fullmatch(_DEVICES, slug):
        return f"{_FALLBACK_SLUG}-{slug}"
    return slug or _FALLBACK_SLUG
