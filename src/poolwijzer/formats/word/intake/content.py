"""What may stand in a part of a document that comes in; the rest is taken out of it, or the document is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from poolwijzer.formats.word.intake.fields import check_fields, is_plain_link
from poolwijzer.formats.word.intake.names import (
    ALIVE,
    ATTRIBUTES,
    BARE,
    BEHIND,
    DRAWN,
    MC,
    NAMESPACES,
    ONLY,
    QUIET,
    RELATED,
    SETTINGS,
    SPACE,
    VML,
    VML_ATTRIBUTES,
    VML_OFFICE,
    VML_WORD,
    A,
    R,
    W,
)
from poolwijzer.formats.word.intake.tree import drop, unwrap
from poolwijzer.formats.word.revisions import accept_changes
from poolwijzer.problems import quote

if TYPE_CHECKING:
    from poolwijzer.formats.word.intake.findings import Findings
    from poolwijzer.formats.word.intake.package import Relation

MARK = "poolwijzer-verslag"
"""A processing instruction of our own: where a template was filled in and the body comes."""
_VML = {VML, VML_OFFICE, VML_WORD}


def clean_part(root: Any, relations: Mapping[str, Relation], where: str, found: Findings) -> set[str]:
    """Take out of a part whatever is not known here.

    Args:
        root: The part; it is changed.
        relations: What it may lead to, by id.
        where: What to call it in a message: *in de voettekst*.
        found: Gathers what is wrong and what stays behind.

    Returns:
        The ids of what it still leads to.
    """
    accept_changes(root)
    cleaning = _Cleaning(relations, where, found)
    cleaning.clean(root)
    check_fields(root, where, found)
    return cleaning.used


class _Cleaning:
    """One walk over a part, from above to below; what is taken out is not looked into."""

    def __init__(self, relations: Mapping[str, Relation], where: str, found: Findings) -> None:
        self._relations = relations
        self._where = where
        self._found = found
        self._unwrapped: list[Any] = []
        self.used: set[str] = set()

    def clean(self, root: Any) -> None:
        ahead = [root]
        while ahead:
            element = ahead.pop()
            self._attributes(element)
            for child in list(element):
                if not self._stays(child, element):
                    drop(child)
            if element.tag == f"{{{MC}}}AlternateContent" and element.find(f"{{{MC}}}Choice") is None:
                self._unwrapped += [*element, element]
            ahead.extend(element.iterchildren("*"))
        for element in self._unwrapped:
            unwrap(element)

    def _stays(self, child: Any, parent: Any) -> bool:
        if not isinstance(child.tag, str):
            return bool(getattr(child, "target", "") == MARK)
        namespace, name = _split(child.tag)
        if name in ALIVE:
            self._found.refuse(ALIVE[name], self._where)
            return False
        if namespace == W and name in BEHIND:
            self._found.leave(BEHIND[name])
            return False
        if namespace not in NAMESPACES or name not in ONLY.get(namespace, {name}):
            return False
        if namespace == W:
            return self._word_stays(child, name, parent)
        if namespace == A:
            return self._drawn_stays(child, name)
        return namespace != MC or name != "Choice" or self._is_understood(child)

    def _word_stays(self, child: Any, name: str, parent: Any) -> bool:
        if name in QUIET or (parent.tag == f"{{{W}}}settings" and name not in SETTINGS):
            return False
        if name == "t" and not child.text and not len(child):
            return False
        if name == "hyperlink" and not self._leads_well(child):
            self._unwrapped.append(child)
        return True

    def _drawn_stays(self, child: Any, name: str) -> bool:
        if name == "graphicData" and child.get("uri") not in DRAWN:
            self._found.refuse("een grafiek, een diagram of een ander soort tekening", self._where, _AS_PICTURE)
        if name == "ext":
            return all(isinstance(one.tag, str) and _split(one.tag)[0] in NAMESPACES for one in child)
        if name in ("hlinkHover", "hlinkMouseOver"):
            return False
        return name != "hlinkClick" or bool(child.get(f"{{{R}}}id") and self._leads_well(child))

    def _is_understood(self, choice: Any) -> bool:
        """Whether all that a way to show something asks for is known here; else there is another way beside it."""
        asked = choice.get("Requires", "").split()
        return bool(asked) and all(choice.nsmap.get(prefix) in NAMESPACES for prefix in asked)

    def _leads_well(self, link: Any) -> bool:
        """Whether a link leads to a place in the document or a plain address; it is told if it does not."""
        identity = link.get(f"{{{R}}}id")
        related = self._relations.get(identity)
        if not identity or (related and is_plain_link(related.target)):
            return True
        if related:
            self._found.leave(f"de link naar {quote(related.target)}")
        return False

    def _attributes(self, element: Any) -> None:
        of = _split(element.tag)
        for key, value in element.items():
            if not self._attribute_stays(of, key, value):
                del element.attrib[key]

    def _attribute_stays(self, of: tuple[str, str], key: str, value: str) -> bool:
        (namespace, name), (space, attribute) = of, _split(key)
        if space == R:
            return self._relates((namespace, name, attribute), value)
        if MC in (namespace, space):
            return attribute in ("Ignorable", "Requires")
        if namespace in _VML or space in _VML:
            reaches_out = attribute in ("href", "src") or "://" in value or "\\" in value
            if reaches_out and value:
                self._found.leave(f"de link naar {quote(value)}")
            return space in {"", *_VML} and attribute in VML_ATTRIBUTES and not reaches_out
        if namespace == W and (name in BARE or attribute in ("dirty", "docLocation", "tgtFrame")):
            return False
        if name == "hlinkClick" and attribute != "tooltip":
            return False
        return key == SPACE or (space in ATTRIBUTES and not attribute.startswith("rsid"))

    def _relates(self, what: tuple[str, str, str], identity: str) -> bool:
        """Whether an attribute may lead to what it leads to."""
        if not identity:
            return False
        related = self._relations.get(identity)
        if what[1] == "hyperlink" and not (related and is_plain_link(related.target)):
            return False
        if what not in RELATED:
            self._found.refuse(f"iets van buiten dat hier onbekend is ({what[1]})", self._where)
        elif related is None or not related.kind.endswith(f"/{RELATED[what]}"):
            raise self._found.damaged()
        else:
            self.used.add(identity)
            return True
        return False


_AS_PICTURE = "Maak er in Word een plaatje van (plakken als PNG) en bewaar het sjabloon opnieuw."


def _split(name: str) -> tuple[str, str]:
    namespace, _, local = name.rpartition("}")
    return namespace[1:], local
