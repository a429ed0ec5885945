"""What every Word document is packed with: of what it is made, how that relates, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from poolwijzer.formats.archive import EARLIEST
from poolwijzer.formats.word.styles import LANGUAGE
from poolwijzer.formats.word.text import check_letters, quoted, told

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATED = f"{OFFICE}/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{WORD}.document.main+xml"
LONGEST = 255
"""How many characters Word keeps of a property of a document."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OUTSIDE = ' TargetMode="External"'
_USUAL = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}


def part(xml: str) -> bytes:
    """A part as it stands in a file.

    Raises:
        ValueError: a letter stands in it that no XML can hold.
    """
    return (_HEAD + check_letters(xml)).encode()


class Relation(NamedTuple):
    """What a part has to do with another part, or with an address."""

    kind: str
    """The address that stands for what they are to one another."""
    target: str
    outside: bool = False


def relations(related: Iterable[Relation]) -> bytes:
    """What a part relates to, numbered in order: `rId1` and on."""
    named = "".join(
        f'<Relationship Id="rId{number}" Type="{one.kind}" Target={quoted(one.target)}'
        f"{_OUTSIDE if one.outside else ''}/>"
        for number, one in enumerate(related, start=1)
    )
    return part(f'<Relationships xmlns="{_PACKAGE}/relationships">{named}</Relationships>')


def content_types(kinds: Mapping[str, str], pictures: Mapping[str, str] | None = None) -> bytes:
    """What kind every part is.

    Args:
        kinds: By the names of the parts.
        pictures: Of pictures, by the suffix of their names.
    """
    usual = {**(pictures or {}), **_USUAL}.items()
    by_suffix = "".join(f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in usual)
    named = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return part(f'<Types xmlns="{_PACKAGE}/content-types">{by_suffix}{named}</Types>')


class Properties(NamedTuple):
    """A part with what a document says of itself."""

    part: str
    kind: str
    relation: str
    data: bytes


def properties(on: date, title: str = "Sjabloon van Poolwijzer", more: str = "") -> tuple[Properties, ...]:
    """What a document says of itself: a title, a language and a day, and nobody's name.

    Args:
        on: The day.
        title: Its title, as XML.
        more: What else it says, as XML.
    """
    program = f'<Properties xmlns="{OFFICE}/extended-properties"><Application>Poolwijzer</Application></Properties>'
    extended = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    told_of_it = part(_core(on, title, more))
    return (
        Properties("docProps/app.xml", extended, f"{RELATED}/extended-properties", part(program)),
        Properties("docProps/core.xml", core, f"{_PACKAGE}/relationships/metadata/core-properties", told_of_it),
    )


def root_relations(told_of_it: Iterable[Properties]) -> bytes:
    """What a document as a whole relates to."""
    main = Relation(f"{RELATED}/officeDocument", "word/document.xml")
    return relations([main, *(Relation(one.relation, one.part) for one in told_of_it)])


class About(NamedTuple):
    """What a document says of itself."""

    title: str
    subject: str
    author: str
    """No person's name, but that of an organisation."""
    day: date
    """Which stands for every moment in the file."""


def of_a_report(about: About) -> tuple[Properties, ...]:
    """The same of a report."""
    title, subject, author = (told(text[:LONGEST]) for text in about[:3])
    more = f"<dc:subject>{subject}</dc:subject><dc:creator>{author}</dc:creator><cp:revision>1</cp:revision>"
    return properties(about.day, title, more)


def _core(on: date, title: str, more: str) -> str:
    when = f'xsi:type="dcterms:W3CDTF">{max(on, EARLIEST).isoformat()}T00:00:00Z'
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:language>{LANGUAGE}</dc:language>"
        f"<dcterms:created {when}</dcterms:created><dcterms:modified {when}</dcterms:modified>{more}"
        "</cp:coreProperties>"
    )
