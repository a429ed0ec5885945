"""Logos in SVG: made anew of the elements and values that a still picture needs, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from poolwijzer.formats.logo.svg_names import ATTRIBUTES, ELEMENTS, NAME, STYLE, UNSEEN
from poolwijzer.formats.logo.svg_style import PLAIN_SVG, StyleSheet, keeps, read_declarations, read_sheet, refuse
from poolwijzer.problems import Fault

_SVG, _LINKS = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_USUAL = "-//W3C//DTD SVG"
"""What drawing programs name above a file, and nobody looks up."""
MOST_ELEMENTS = 3000
DEEPEST = 50
TOO_MUCH = Fault("Dit logo is zo ingewikkeld dat het tekenen ervan te lang duurt.", "Sla het op als png.")
_BROKEN = Fault("Dit bestand is geen svg, of het is stuk.", "Sla het logo opnieuw op als gewone svg, of als png.")


@dataclass
class Element:
    """An element of the picture, with only what may be in it."""

    tag: str
    attributes: dict[str, str]
    name: str = ""
    target: str = ""
    """The name of another element that is used here."""
    parts: list[Element] = field(default_factory=list)


def read_svg(data: bytes) -> Element:
    """The picture that a file holds.

    Raises:
        Fault: It is no SVG, is broken or endless, or holds what is no part of a still picture.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = reader.text, reader.doctype
    try:
        parser.Parse(data, True)
    except Fault:
        raise
    except (expat.ExpatError, LookupError, ValueError):  # the latter two of an encoding that nobody knows
        raise _BROKEN from None
    return reader.finish()


def write_svg(element: Element) -> bytes:
    """The picture as a file."""
    return "".join(_lines(element, f' xmlns="{_SVG}"')).encode()


def _lines(element: Element, extra: str = "") -> Iterator[str]:
    told = {"id": element.name, "href": element.target and f"#{element.target}", **element.attributes}
    yield f"<{element.tag}{extra}" + "".join(f" {name}={quoteattr(value)}" for name, value in told.items() if value)
    yield ">" if element.parts else "/>"
    if element.parts:
        for part in element.parts:
            yield from _lines(part)
        yield f"</{element.tag}>"


class _Reader:
    """Takes over what may be in a logo, while the parser goes through the file."""

    def __init__(self) -> None:
        self._open: list[Element] = []
        self._found: list[tuple[Element, str, dict[str, str]]] = []
        """Every element, with its classes and its own style."""
        self._names: set[str] = set()
        self._skipped = 0
        """How deep in something that is left out."""
        self._sheet: list[str] = []
        self._in_sheet = False

    def doctype(self, name: str, system: str | None, public: str | None, inside: int) -> None:
        if inside or not (public or "").startswith(_USUAL):
            raise refuse("<!DOCTYPE>")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if not self._open and (space, tag) != (_SVG, "svg"):
            raise _BROKEN
        if self._skipped or self._in_sheet or space != _SVG or tag in UNSEEN:
            self._skipped += 1
        elif tag == STYLE:
            self._in_sheet = True
        elif tag not in ELEMENTS or (tag == "svg" and self._open):
            raise refuse(f"<{tag}>")
        else:
            self._add(tag, attributes)

    def _add(self, tag: str, attributes: dict[str, str]) -> None:
        kept = {name: value for name, value in attributes.items() if keeps(name, value, ATTRIBUTES)}
        element = Element(tag, kept, target=_target(attributes))
        name = attributes.get("id", "")
        # Of two with one name the first has it, in every program that shows them.
        if NAME.fullmatch(name) and name not in self._names:
            self._names.add(name)
            element.name = name
        if self._open:
            self._open[-1].parts.append(element)
        self._open.append(element)
        self._found.append((element, attributes.get("class", ""), read_declarations(attributes.get("style", ""))))
        if len(self._open) > DEEPEST or len(self._found) > MOST_ELEMENTS:
            raise TOO_MUCH

    def text(self, text: str) -> None:
        if self._in_sheet and not self._skipped:
            self._sheet.append(text)

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif self._in_sheet:
            self._in_sheet = False
        else:
            self._open.pop()

    def finish(self) -> Element:
        """The whole, in which every style is put at the elements that it is for."""
        sheet = read_sheet("".join(self._sheet)) if self._sheet else StyleSheet({})
        for element, classes, own in self._found:
            element.attributes |= {**sheet.properties(element.tag, element.name, classes), **own}
        return self._found[0][0]


def _target(attributes: dict[str, str]) -> str:
    """The name of the element that is used.

    Raises:
        Fault: It is not in the same file.
    """
    given = attributes.get(f"{_LINKS} href", attributes.get("href", ""))
    target = given.removeprefix("#")
    if given and (given == target or not NAME.fullmatch(target)):
        raise Fault("In dit logo staat een verwijzing naar iets buiten het logo.", PLAIN_SVG)
    return target
