"""The parts of a document and how they relate, read within bounds and whatever the file says of itself."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from poolwijzer.formats.word.intake.findings import Findings

LARGEST_UNPACKED, LARGEST_XML = 50 * 1024 * 1024, 10 * 1024 * 1024
"""In bytes: of all that is in the file, and of all in it that is read as XML."""
MOST_MEMBERS, MOST_RELATIONS, MOST_ELEMENTS, MOST_ATTRIBUTES = 1000, 2000, 200_000, 200

_NAME = re.compile(r"(?:[\w.\- ()\[\]%+,&=@!~']+/)*[\w.\- ()\[\]%+,&=@!~']+", re.ASCII)
_DECLARATION = re.compile(r"\s*<\?xml\s[^<>]{0,200}?\?>")
_ENCODING = re.compile(r"encoding\s*=\s*[\"']([^\"']*)[\"']")
_ENCODINGS = ("", "utf-8", "utf8", "us-ascii", "ascii", "utf-16")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


class Relation(NamedTuple):
    """What a part, or the document as a whole, has to do with another part or with something outside."""

    id: str
    kind: str
    """The address that stands for what they are to one another."""
    target: str
    """The name of a part; of what is outside its address, as it stands."""
    outside: bool


class Package:
    """A document as it was packed. Names are compared without capitals, as an office does."""

    def __init__(self, data: bytes, found: Findings) -> None:
        """Unpack it.

        Raises:
            InputError: it is damaged, or more than an office makes.
        """
        self._found = found
        self._parsed = self._elements = 0
        try:
            self.parts = self._unpack(data)
        except (OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zipfile.BadZipFile, zlib.error):
            raise found.damaged() from None
        self._defaults: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        for element in self.parse("[content_types].xml"):
            if element.tag == f"{_TYPES}Override":
                self._overrides[element.get("PartName", "").lower().lstrip("/")] = element.get("ContentType", "")
            elif element.tag == f"{_TYPES}Default":
                self._defaults[element.get("Extension", "").lower()] = element.get("ContentType", "")

    def _unpack(self, data: bytes) -> dict[str, bytes]:
        """Every part by its name; what is unpacked counts, and not what its header says."""
        parts: dict[str, bytes] = {}
        room = LARGEST_UNPACKED
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = [member for member in packed.infolist() if not member.is_dir()]
            if len(members) > MOST_MEMBERS:
                raise self._found.too_large()
            for member in members:
                name = member.filename.lower()
                if name in parts:
                    raise self._found.damaged("Dit Word-document is beschadigd: een deel ervan is er twee keer.")
                if not _NAME.fullmatch(name) or ".." in name.split("/"):
                    raise self._found.damaged()
                with packed.open(member) as file:
                    parts[name] = file.read(room + 1)
                room -= len(parts[name])
                if room < 0:
                    raise self._found.too_large()
        return parts

    def kinds(self) -> set[str]:
        """Every kind of part that the document says to have, also of parts that are not there."""
        return {*self._defaults.values(), *self._overrides.values()}

    def kind(self, name: str) -> str:
        """What kind of part this says to be."""
        return self._overrides.get(name) or self._defaults.get(name.rpartition(".")[2], "")

    def parse(self, name: str) -> Any:
        """The root of a part that is XML.

        Raises:
            InputError: it is none, it has a DTD, or all XML together is too much.
        """
        from lxml import etree  # type: ignore[import-untyped]

        if name not in self.parts:
            raise self._found.damaged()
        data = self.parts[name]
        self._parsed += len(data)
        if self._parsed > LARGEST_XML:
            raise self._found.too_large()
        text = _decode(data)
        if text is None or "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise self._found.damaged()
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        try:
            root = etree.fromstring(text.encode("utf-8"), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self._found.damaged() from None
        attributes = [len(element.keys()) for element in root.iter("*")]
        self._elements += len(attributes)
        if self._elements > MOST_ELEMENTS or max(attributes) > MOST_ATTRIBUTES:
            raise self._found.too_large()
        return root

    def relations(self, name: str) -> list[Relation]:
        """How a part relates to others; without a name, how the document does.

        Raises:
            InputError: they cannot be read, are too many, or two are called alike.
        """
        folder, _, file = name.rpartition("/")
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        if listed not in self.parts:
            return []
        relations = [_relation(element, folder) for element in self.parse(listed).iterchildren(_RELATIONSHIP)]
        if len(relations) > MOST_RELATIONS or len({one.id for one in relations}) < len(relations):
            raise self._found.damaged()
        return relations

    def all_relations(self) -> Iterator[Relation]:
        """Those of every part, also of one that nothing leads to."""
        for name in self.parts:
            folder, _, file = name.rpartition("/")
            if name.endswith(".rels") and (folder == "_rels" or folder.endswith("/_rels")):
                yield from self.relations(posixpath.join(folder[:-5].rstrip("/"), file[: -len(".rels")]))


def _relation(element: Any, folder: str) -> Relation:
    target, outside = element.get("Target", ""), element.get("TargetMode", "Internal").lower() != "internal"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/").lower()
    return Relation(element.get("Id", ""), element.get("Type", ""), target, outside)


def _decode(data: bytes) -> str | None:
    """A part as text without its XML declaration; None in another encoding than an office writes."""
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        return None
    declaration = _DECLARATION.match(text)
    if declaration is None:
        return None if "\0" in text else text
    named = _ENCODING.search(declaration[0])
    return None if named and named[1].lower() not in _ENCODINGS else text[declaration.end() :]
