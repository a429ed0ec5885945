"""Styles in an SVG, as drawing programs write them: read, and put at the elements that they are for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from poolwijzer.formats.logo.svg_names import NOTHING, PROPERTIES, SEEN, is_plain
from poolwijzer.problems import Fault, quote

PLAIN_SVG = (
    "Zet in het tekenprogramma alles om in paden, zonder effecten, en sla het op als gewone svg. Of gebruik een png."
)
_REMARK = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"\s*([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"\*|[.#]?[\w-]+")


def refuse(what: str) -> Fault:
    """What to say of something that is no part of a logo."""
    return Fault(f"In dit logo staat iets wat er niet in kan: {quote(what)}.", PLAIN_SVG)


def keeps(name: str, value: str, known: frozenset[str]) -> bool:
    """Whether a property goes along; one that nobody sees stays behind.

    Raises:
        Fault: It may not be there, and would be seen or do something.
    """
    if name in known:
        if not is_plain(value):
            raise refuse(f"{name}: {value}")
        return True
    if name.lower().startswith("on") or (name in SEEN and value.strip().lower() not in NOTHING):
        raise refuse(name)
    return False


def read_declarations(text: str) -> dict[str, str]:
    """The properties in the style of one element, or of one rule.

    Raises:
        Fault: One of them may not be there.
    """
    found = {}
    for one in filter(str.strip, _REMARK.sub(" ", text).split(";")):
        name, _, value = one.partition(":")
        name = name.strip().lower()
        if keeps(name, value, PROPERTIES):
            found[name] = value.strip()
    return found


class StyleSheet(NamedTuple):
    """Properties by what they are for: a class (`.a`), a name (`#a`), a kind of element, or all (`*`)."""

    rules: Mapping[str, Mapping[str, tuple[int, str]]]
    """Each property with where it stands: of those for two classes of one element the last one counts."""

    def properties(self, tag: str, name: str, classes: str) -> dict[str, str]:
        """What the rules say of an element; of a name goes before of a class, and that before of a kind."""
        found: dict[str, str] = {}
        for level in (["*"], [tag], [f".{one}" for one in classes.split()], [f"#{name}"]):
            last: dict[str, tuple[int, str]] = {}
            for selector in level:
                for key, said in self.rules.get(selector, {}).items():
                    last[key] = max(last.get(key, said), said)
            found |= {key: value for key, (_, value) in last.items()}
        return found


def read_sheet(text: str) -> StyleSheet:
    """The rules of a style sheet.

    Raises:
        Fault: It holds anything but rules for a class, a name or a kind of element.
    """
    rules: dict[str, dict[str, tuple[int, str]]] = {}
    text, at = _REMARK.sub(" ", text), 0
    while found := _RULE.match(text, at):
        at, properties = found.end(), read_declarations(found[2])
        for selector in map(str.strip, found[1].split(",")):
            if not _SELECTOR.fullmatch(selector):
                raise refuse(selector)
            rules.setdefault(selector, {}).update({key: (at, value) for key, value in properties.items()})
    if text[at:].strip():
        raise refuse(text[at:].strip())
    return StyleSheet(rules)
