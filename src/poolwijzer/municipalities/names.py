"""What people call a municipality, evened out to one name or code."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from poolwijzer.dutch import drop_unseen, fold_text
from poolwijzer.municipalities.table import Municipality, list_municipalities, read_rows, without_addition
from poolwijzer.problems import Fault

OTHER_PROVINCES = {"Friesland": "Fryslân"}
"""How else people write a province, beyond what folding evens out."""

# What makes no difference between two names, and what separates words however it is written.
_EVEN = str.maketrans(
    dict.fromkeys("'’‘`´ʼ′.,()") | dict.fromkeys("-‐‑‒–—/", " ") | {"&": " en "},
)
# Patterns for rare cases stay text until they are used: compiling them would cost every start.
_ITS_KIND = r"^\W*(de\s+)?gem(eente)?\b[\s.:]*|(?<=[\s,(-])gem(eente)?\b[\s.)]*$"
_AT_A_RIVER = r"\b(a d|ad|aan den)\b"
# Spreadsheets take the zeros off, and some programs add a decimal.
_CODE = r"(gm[ -]?)?0*([1-9][0-9]{0,3})(\.0)?"
# As many pieces as a comma can cut one name into: Nuenen, Gerwen, Nederwetten.
_MOST_PIECES = 3


class UnknownMunicipality(Fault):
    """A text that does not name one municipality; the hint names what may have been meant.

    That takes long to find, and is sought when somebody reads the message or the hint.
    """

    def __init__(self, text: str, how_to: str = "") -> None:
        """Of this text; `how_to` goes behind the hint."""
        self._text = text
        self._how_to = how_to
        ValueError.__init__(self, text)

    def __getattr__(self, name: str) -> str:
        if name not in ("message", "hint"):
            raise AttributeError(name)
        self.message, self.hint = self._told(sought=True)
        return str(self.__dict__[name])

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()

    def briefly(self) -> tuple[str, str]:
        return self._told(sought=False)

    def _told(self, *, sought: bool) -> tuple[str, str]:
        # What there is to say of other names would take each start longer than the table itself.
        from poolwijzer.municipalities.unknown import why_unknown

        message, hint = why_unknown(self._text, sought=sought)
        return message, f"{hint} {self._how_to}".rstrip()


def find_municipality(text: str) -> Municipality:
    """Find a municipality by its name, another name for it, or its code (`GM0106`, `0106` or `106`).

    Capitals, accents, quotes, hyphens, *gemeente* before or behind it and the province behind it make no difference.

    Raises:
        UnknownMunicipality: Nothing or more than one fits; the hint names what may have been meant.
    """
    if found := known_municipality(text):
        return found
    raise UnknownMunicipality(text)


# A file names the same few in many places, and a table thousands of times.
@lru_cache(maxsize=1024)
def known_municipality(text: str) -> Municipality | None:
    """Find a municipality as `find_municipality` does; None for a text that names none, and nothing else is read."""
    if found := _index_as_listed().get(text):
        return found
    name = as_code(text) or fold_name(text)
    return index_by_name().get(name) or _with_province(name)


def official_name(text: str) -> str:
    """A municipality by the name that the table has for it; a text that names none stays."""
    found = known_municipality(text)
    return found.name if found else text


def split_names(text: str) -> tuple[str, ...]:
    """Split names with commas, semicolons or line ends between them, for a person who types them in a row.

    A comma inside a name stays: `Assen, Nuenen, Gerwen en Nederwetten` is two names. Unknown names stay too.
    """
    pieces = [piece.strip() for piece in re.split("[,;\n]", text) if piece.strip()]
    names: list[str] = []
    while pieces:
        lengths = range(min(_MOST_PIECES, len(pieces)), 1, -1)
        length = next((many for many in lengths if fold_name(" ".join(pieces[:many])) in index_by_name()), 1)
        names.append(", ".join(pieces[:length]))
        del pieces[:length]
    return tuple(names)


@lru_cache(maxsize=1024)
def fold_name(text: str) -> str:
    """Even out the ways to write one name, without making two names the same."""
    name = fold_text(drop_unseen(text))
    if "gem" in name:
        name = re.sub(_ITS_KIND, "", name)
    words = name.translate(_EVEN).split()
    name = " ".join("sint" if word == "st" else word for word in words)
    return re.sub(_AT_A_RIVER, "aan de", name) if " a" in name else name


def as_code(text: str) -> str:
    """The code that a text stands for, as `gm0106`, whether or not a municipality has it; empty if it is none."""
    if not (text and text.strip()[-1:].isdigit()):
        return ""
    code = re.fullmatch(_CODE, text.strip().lower())
    return f"gm{code[2]:0>4}" if code else ""


@cache
def _index_as_listed() -> dict[str, Municipality]:
    """Everything that names exactly one municipality, just as the tables write it: nearly every name in a file."""
    found: dict[str, Municipality] = {}
    for one in list_municipalities():
        found[one.name] = found[one.code] = one
    for alias, code in read_rows("gemeente-aliases.csv"):
        found[alias] = found[code]
    return found


@cache
def index_by_name() -> dict[str, Municipality]:
    """The same by folded names, and by codes as `as_code` gives them."""
    return {fold_name(name): one for name, one in _index_as_listed().items()}


@cache
def index_namesakes() -> dict[str, tuple[Municipality, ...]]:
    """Folded names without what CBS adds to keep namesakes apart, and who has them, in the order of their names."""
    sharing: dict[str, list[Municipality]] = {}
    for one in list_municipalities():
        sharing.setdefault(fold_name(without_addition(one.name)), []).append(one)
    return {name: tuple(sorted(ones, key=by_own_name)) for name, ones in sharing.items()}


def by_own_name(one: Municipality) -> str:
    """What to sort municipalities by."""
    return fold_name(one.name)


def without_province(name: str) -> str:
    """Take a province off behind a folded name: `hengelo overijssel`."""
    return name.removesuffix(_province_behind(name))


def _with_province(name: str) -> Municipality | None:
    """Find a municipality by its name with its province behind it: `Hengelo (Overijssel)`."""
    province = _provinces().get(_province_behind(name))
    if province is None:
        return None
    ones = index_namesakes().get(without_province(name), ())
    return next((one for one in ones if one.province == province), None)


def _province_behind(name: str) -> str:
    return next((ending for ending in _provinces() if name.endswith(ending)), "") if " " in name else ""


@cache
def _provinces() -> dict[str, str]:
    """What a folded name ends on that has a province behind it, and the province."""
    names = {one.province: one.province for one in list_municipalities()} | OTHER_PROVINCES
    return {f" {fold_name(name)}": province for name, province in names.items()}
