"""A document of somebody else made anew of what is known here.

Parts come along by what they are to one another, never because they are there. What a picture is stands in its bytes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

from poolwijzer.formats.archive import EARLIEST, pack_parts
from poolwijzer.formats.word.intake.content import clean_part
from poolwijzer.formats.word.intake.findings import Findings
from poolwijzer.formats.word.intake.names import R
from poolwijzer.formats.word.intake.package import Package, Relation
from poolwijzer.formats.word.intake.pictures import picture_kind
from poolwijzer.formats.word.parts import properties
from poolwijzer.problems import quote

if TYPE_CHECKING:
    from poolwijzer.problems import Problem

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
MAIN = f"{_WORD}.document.main+xml"

_CALLED = {
    "officeDocument": "in de tekst",
    "header": "in de koptekst",
    "footer": "in de voettekst",
    "footnotes": "in een voetnoot",
    "endnotes": "in een eindnoot",
    "numbering": "in de lijsten",
    "styles": "in de stijlen",
    "settings": "in de instellingen",
    "fontTable": "in de lettertypen",
    "theme": "in het thema",
}
"""The parts that come along, by what they are to the document, and how a message calls them."""
_KINDS = {
    **{name: f"{_WORD}.{name}+xml" for name in _CALLED},
    "officeDocument": MAIN,
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
_FREELY = ("header", "footer", "image", "hyperlink")
"""What comes along only where something leads to it; the other parts belong to the document as a whole."""
_LEAD = ("officeDocument", "header", "footer", "footnotes", "endnotes", "numbering", "theme")
"""The parts that may lead on to others."""
_SAID = {
    "attachedTemplate": "het gekoppelde sjabloon",
    "comments": "de opmerkingen",
    "font": "de ingesloten lettertypen",
    "mailMergeSource": "de samenvoeging met een adressenlijst",
    "mailMergeHeaderSource": "de samenvoeging met een adressenlijst",
    "recipientData": "de samenvoeging met een adressenlijst",
    "keyMapCustomizations": "de eigen sneltoetsen",
    "webextensiontaskpanes": "de invoegtoepassing",
    "webextension": "de invoegtoepassing",
}
"""What stays behind with a word."""
_QUIET = {
    *("core-properties", "extended-properties", "custom-properties", "thumbnail", "origin", "signature"),
    *("certificate", "classificationlabels", "customXml", "customXmlProps", "glossaryDocument", "printerSettings"),
    *("stylesWithEffects", "webSettings", "people", "commentsExtended", "commentsIds", "commentsExtensible", "hdphoto"),
    *("documenttasks", "intelligence"),
}
"""What stays behind without one: it says who made the document, with what, or what could have stood in it."""
_REFUSED = {
    "vbaProject": "een macro",
    "wordVbaData": "een macro",
    "oleObject": "een ingesloten of gekoppeld object",
    "package": "een ingesloten bestand",
    "control": "een besturingselement (ActiveX)",
    "activeXControlBinary": "een besturingselement (ActiveX)",
    "aFChunk": "een ander document dat bij het openen wordt ingevoegd (altChunk)",
    "subDocument": "een subdocument",
    "frame": "een frame met een ander document",
    "chart": "een grafiek",
    "image": "een plaatje dat ergens anders staat",
    "extensibility": "een eigen menu voor Word",
}
_ALLOWED = {*_CALLED, "image", "hyperlink"}
_MACROS = ("macroEnabled", "vbaProject", "vbaData")
_STRICT = "http://purl.oclc.org/ooxml/"
_FILES = {
    b"\xd0\xcf\x11\xe0": "een macro of een ingesloten object",
    b"PK\x03\x04": "een ingesloten bestand",
    b"MZ": "een programma",
    b"\x7fELF": "een programma",
    b"%PDF": "een ingesloten bestand",
    b"{\\rt": "een ingesloten bestand",
}
"""How bytes begin that bring something in which is no picture and no text."""


class Clean(NamedTuple):
    """A document with nothing in it but what is known here."""

    data: bytes
    remarks: tuple[Problem, ...]
    """What stayed behind that somebody may miss."""


def clean_document(data: bytes, name: str) -> Clean:
    """Make a document anew of what is known of it.

    Args:
        data: The document.
        name: What to call it in messages.

    Raises:
        InputError: it cannot be read, is too much, or has something in it that does more than show.
    """
    found = Findings(name)
    package = Package(data, found)
    _check_kind(package, found)
    _look_over(package, found)
    main = [one for one in package.relations("") if _type(one) == "officeDocument"]
    if len(main) != 1 or package.kind(main[0].target) != MAIN:
        raise found.damaged()
    carried = _Carried(package, found)
    carried.take(main[0])
    found.check()
    return Clean(carried.pack(main[0].target), found.remarks())


def _look_over(package: Package, found: Findings) -> None:
    """Refuse what no document may have anywhere, whether something leads to it or not."""
    for part, data in package.parts.items():
        for start, what in _FILES.items():
            if data.startswith(start):
                found.refuse(f"{what} ({quote(part)})")
    for one in package.all_relations():
        kind = _type(one)
        if kind in _SAID:
            found.leave(_SAID[kind])
        elif kind not in _QUIET and (kind not in _ALLOWED or (one.outside and kind != "hyperlink")):
            what = _REFUSED.get(kind) or f"iets dat hier onbekend is ({quote(one.kind.rpartition('/')[2])})"
            found.refuse(what + (f": {quote(one.target)}" if one.outside else ""))


def _check_kind(package: Package, found: Findings) -> None:
    """Refuse what is a Word document of another kind.

    Raises:
        InputError: it is.
    """
    kinds = package.kinds()
    if any(word in kind for word in _MACROS for kind in kinds):
        message = "In dit sjabloon zitten macro's. Die worden niet gebruikt."
        raise found.stop(message, "Bewaar het in Word als .docx, zonder macro's.")
    if f"{_WORD}.template.main+xml" in kinds:
        message = "Dit is een sjabloonbestand van Word (.dotx)."
        raise found.stop(message, "Bewaar het in Word als gewoon document (.docx).")
    if any(one.kind.startswith(_STRICT) for one in package.relations("")):
        message = "Dit document is bewaard als Strict Open XML."
        raise found.stop(message, "Bewaar het in Word als gewoon document (.docx).")


def _type(relation: Relation) -> str:
    """What a relation is, without the address before it; in full where a part comes along only with that address."""
    base, _, name = relation.kind.rpartition("/")
    return name if base == R or name not in _ALLOWED else relation.kind


class _Carried:
    """The parts that come along, each looked into once."""

    def __init__(self, package: Package, found: Findings) -> None:
        self._package = package
        self._found = found
        self._parts: dict[str, bytes] = {}
        self._kinds: dict[str, str] = {}

    def take(self, relation: Relation) -> None:
        """Take a part, and what it leads to."""
        from lxml import etree  # type: ignore[import-untyped]

        kind, name = _type(relation), relation.target
        if name in self._parts:
            raise self._found.damaged()
        if self._package.kind(name) != _KINDS[kind]:
            raise self._found.damaged()
        root = self._package.parse(name)
        known = {one.id: one for one in self._relations(name, kind)}
        used = clean_part(root, known, _CALLED[kind], self._found)
        self._parts[name] = etree.tostring(root, encoding="UTF-8", standalone=True)
        self._kinds[name] = _KINDS[kind]
        kept = [one for one in known.values() if one.id in used or _type(one) not in _FREELY]
        for one in kept:
            if _type(one) == "image":
                self._take_picture(one.target)
            elif not one.outside:
                self.take(one)
        if kept:
            folder, _, file = name.rpartition("/")
            self._parts[posixpath.join(folder, "_rels", f"{file}.rels")] = _relations(kept)

    def _relations(self, name: str, kind: str) -> list[Relation]:
        """What a part may lead to."""
        if kind not in _LEAD:
            return []
        belongs = _ALLOWED - {"officeDocument"} if kind == "officeDocument" else {"image", "hyperlink"}
        return [one for one in self._package.relations(name) if _type(one) in belongs]

    def _take_picture(self, name: str) -> None:
        data = self._package.parts.get(name)
        if data is None:
            raise self._found.damaged()
        kind = picture_kind(data)
        if kind is None:
            what = f"een plaatje dat niet te gebruiken is ({quote(name.rpartition('/')[2])})"
            hint = "Bewaar dat plaatje als PNG of JPEG, van een gewone grootte, en zet het er opnieuw in."
            self._found.refuse(what, hint=hint)
        else:
            self._parts[name], self._kinds[name] = data, kind

    def pack(self, main: str) -> bytes:
        """All parts as one file, with properties that tell nothing of who made it."""
        told = properties(EARLIEST)
        targets = [(f"{R}/officeDocument", main), *((one.relation, one.part) for one in told)]
        roots = [Relation(f"rId{place}", kind, part, False) for place, (kind, part) in enumerate(targets, 1)]
        parts = {
            **self._parts,
            **{one.part: one.data for one in told},
            "[Content_Types].xml": _types({**self._kinds, **{one.part: one.kind for one in told}}),
            "_rels/.rels": _relations(roots),
        }
        return pack_parts(parts, EARLIEST)


def _types(kinds: Mapping[str, str]) -> bytes:
    named = "".join(
        f"<Override PartName={quoteattr('/' + part)} ContentType={quoteattr(kind)}/>" for part, kind in kinds.items()
    )
    default = f'<Default Extension="rels" ContentType="{_RELATIONSHIPS}"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{default}{named}</Types>'.encode()


def _relations(kept: Iterable[Relation]) -> bytes:
    named = "".join(
        f"<Relationship Id={quoteattr(one.id)} Type={quoteattr(one.kind)}"
        + (
            f' Target={quoteattr(one.target)} TargetMode="External"/>'
            if one.outside
            else f" Target={quoteattr('/' + one.target)}/>"
        )
        for one in kept
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{named}</Relationships>'.encode()
