"""Signs that cannot be seen, or that look like the ones a file is made of: what they are called, and what to do."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from poolwijzer.dutch import ODD_SPACES, UNSEEN_SIGNS
from poolwijzer.problems import Problem
from poolwijzer.yamlfile.events import LINE_SIGNS

SPACES = f"{ODD_SPACES}{LINE_SIGNS}"
UNSEEN = UNSEEN_SIGNS
DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
BULLETS = f"{DASHES}·•‣⁃∙■□▪▫►▶▸●○◦➢✓✔❖\uf0a7\uf0b7\uf0d8\uf0fc"
QUOTES = "“”„‟«»‹›‘’‚‛〝〞〟＂＇"
"""Each of these as it stands in a class of a pattern."""
COLONS, COMMAS = "：﹕꞉∶", "，﹐、"
BRACKETS = {"［": "[", "］": "]", "｛": "{", "｝": "}"}
# Compiled when they are used: most files hold none of these.
_ODD = f"[{SPACES}{UNSEEN}{BULLETS}{QUOTES}{COLONS}{COMMAS}{''.join(BRACKETS)}]"
# In an emoji, and in the scripts that need them, these belong to the letters beside them.
_JOINED = "(?<![\x00-\u02ff])[\u200c\u200d]"

_NAMES = {
    "\xa0": "een harde spatie",
    "\u202f": "een smalle harde spatie",
    "\u2007": "een harde spatie zo breed als een cijfer",
    "\u3000": "een brede spatie",
    "\x85": "een regeleinde van een ander systeem",
    "\u2028": "een regelscheiding",
    "\u2029": "een alineascheiding",
    "\xad": "een zacht afbreekstreepje",
    "\u200b": "een spatie zonder breedte",
    "\u200c": "een onzichtbaar scheidingsteken",
    "\u200d": "een onzichtbaar verbindingsteken",
    "\u2060": "een onzichtbaar verbindingsteken",
    "\ufeff": "een byte order mark",
}
_AWAY = "Haal het weg; soms komt het mee bij het plakken uit een ander programma."


class _Kind(NamedTuple):
    """What is told of a kind of sign: its name, what it was read as, and what to type instead."""

    signs: str
    name: str
    meant: str
    hint: str


_KINDS = [
    _Kind(LINE_SIGNS, "een regeleinde", "een gewone spatie", "Begin er een nieuwe regel, of haal het weg."),
    _Kind(SPACES, "een bijzondere spatie", "een gewone spatie", "Typ er een gewone spatie."),
    _Kind(UNSEEN, "een onzichtbaar teken", "", _AWAY),
    _Kind(QUOTES, "een gekruld aanhalingsteken", '"', 'Als aanhalingsteken telt hier alleen ".'),
    _Kind(DASHES, "een bijzonder streepje", "een gewoon streepje", "Typ er een gewoon streepje: -."),
    _Kind(BULLETS, "een opsommingsteken", "een gewoon streepje", "Begin elk deel van een lijst met - en een spatie."),
    _Kind(COLONS, "een brede dubbele punt", "een gewone dubbele punt", "Typ een gewone, met een spatie erna."),
    _Kind(COMMAS, "een brede komma", "een gewone komma", "Typ een gewone, met een spatie erna."),
    _Kind("".join(BRACKETS), "een breed haakje", "een gewoon haakje", "Typ een gewoon haakje."),
]


class OddSign(NamedTuple):
    """A sign and where it stands: line and column from 1."""

    sign: str
    line: int
    column: int


def find_odd(text: str) -> Iterator[int]:
    """Where signs stand that cannot be seen, or that look like one that a file is made of."""
    return (found.start() for found in re.finditer(_ODD, text))


def each_of(signs: str) -> Iterator[str]:
    """Every sign of a class of a pattern."""
    for first, last in re.findall("(.)(?:-(.))?", signs, re.DOTALL):
        yield from map(chr, range(ord(first), ord(last or first) + 1))


def find_odd_signs(text: str, places: Iterable[int], line: int = 1) -> list[OddSign]:
    """The signs at these places in a text, in its order; `line` is the number of its first line."""
    starts = [0, *(found.end() for found in re.finditer("\r\n|[\r\n]", text))]
    found, number = [], 0
    for place in sorted(set(places)):
        while number + 1 < len(starts) and starts[number + 1] <= place:
            number += 1
        found.append(OddSign(text[place], line + number, place - starts[number] + 1))
    return found


def on_lines(text: str, numbers: Iterable[int | None], line: int = 1) -> Iterator[int]:
    """Where odd signs stand on some lines of a text; those that belong to a letter are none."""
    starts = [0, *(found.end() for found in re.finditer("\r\n|[\r\n]", text)), len(text)]
    joined = {found.start() for found in re.finditer(_JOINED, text)}
    for number in {number - line for number in numbers if number is not None}:
        if 0 <= number < len(starts) - 1:
            for found in re.compile(_ODD).finditer(text, starts[number], starts[number + 1]):
                if found.start() not in joined:
                    yield found.start()


def tell_signs(name: str, signs: Iterable[OddSign]) -> Iterator[Problem]:
    """Each sign that stands in the way, once a line."""
    told = set()
    for sign, line, column in signs:
        if (sign, line) not in told:
            told.add((sign, line))
            yield Problem(name, f"Hier staat {name_sign(sign)}.", _kind(sign).hint, line, column)


def remark_signs(name: str, signs: Iterable[OddSign]) -> Iterator[Problem]:
    """Each kind of sign that was read as what it was meant for, at the first place it stands."""
    places: dict[str, list[OddSign]] = {}
    for found in signs:
        places.setdefault(found.sign, []).append(found)
    for sign, found_there in places.items():
        kind, number = _kind(sign), len(found_there)
        more = f" Zo staan er {number} in dit bestand." if number > 1 else ""
        read = f"Dat teken is gelezen als {kind.meant}." if kind.meant else "Dat teken telt niet mee."
        message = f"Hier staat {name_sign(sign)}. {read}{more}"
        yield Problem(name, message, kind.hint, found_there[0].line, found_there[0].column)


@cache
def name_sign(sign: str) -> str:
    """What a sign is called, with its number: *een harde spatie (U+00A0)*."""
    import unicodedata

    shown = "" if unicodedata.category(sign)[0] in "ZC" else f" {sign}"
    return f"{_NAMES.get(sign, _kind(sign).name)}{shown} (U+{ord(sign):04X})"


@cache
def _kind(sign: str) -> _Kind:
    return next((kind for kind in _KINDS if re.match(f"[{kind.signs}]", sign)), _KINDS[2])
