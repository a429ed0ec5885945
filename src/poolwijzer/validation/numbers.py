"""A number as it is typed in Dutch: `1.600.000`, `1 600 000`, `0,87`; with a point before its decimals too.

What can be read in two ways is refused, with both ways in the hint: a number that is off by a factor of a thousand
says nothing of itself.
"""

from __future__ import annotations

import re
from fractions import Fraction

from poolwijzer.problems import Fault, quote

SPACES = "[\xa0\u2009\u202f ]"
# Patterns stay text until they are used: compiling them would cost every start.
_THOUSANDS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?"
_SPACED = rf"[1-9][0-9]{{0,2}}(?:{SPACES}[0-9]{{3}})+(?:,[0-9]+)?"
_DECIMALS = r"[0-9]+[.,][0-9]+"
_ENGLISH = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?"
_LONGEST = 36


def read_number(text: str, decimals: int, *, counts: bool = True, unit: str = "") -> Fraction | None:
    """A number in Dutch notation, or with a point before its decimals; None where it is none.

    Args:
        text: what was typed.
        decimals: how many a number of this kind can have.
        counts: whether thousands are usual in a number of this kind, so that `1.363` is one of them. Of a weight, or
            of millions, a point can as well stand before decimals.
        unit: what stood behind it, for the hint.

    Raises:
        Fault: it can be read in two ways, or as English.
    """
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return Fraction(int(text))
    if re.fullmatch(_THOUSANDS, text) or re.fullmatch(_SPACED, text):
        if not counts and "," not in text and text.count(".") == 1:
            whole, rest = text.split(".")
            raise _two_ways(text, whole + rest, f"{whole},{rest.rstrip('0') or '0'}", unit)
        return _read(re.sub(rf"\.|{SPACES}", "", text).replace(",", "."))
    if counts and re.fullmatch(_ENGLISH, text):
        dutch = text.replace(",", "\0").replace(".", ",").replace("\0", ".")
        whole, _, rest = text.partition(",")
        if "." not in text and text.count(",") == 1 and len(rest.rstrip("0")) <= decimals:
            raise _two_ways(text, dutch, f"{whole},{rest.rstrip('0') or '0'}" if rest.endswith("0") else f"{text}0")
        raise Fault(f"{quote(text)} is geen Nederlandse schrijfwijze.", f"Schrijf {dutch}.")
    return _read(text.replace(",", ".")) if re.fullmatch(_DECIMALS, text) else None


def _two_ways(text: str, one: str, other: str, unit: str = "") -> Fault:
    text, one, other = (f"{number} {unit}".strip() for number in (text, one, other))
    return Fault(f"{quote(text)} is op twee manieren te lezen.", f"Schrijf {one} of {other}.")


def _read(text: str) -> Fraction:
    whole, _, rest = text.partition(".")
    return Fraction(int(whole + rest), 10 ** len(rest))
