"""The fields in a part of a document: what an office computes when somebody opens or prints it.

A field is kept if it only looks at the document itself; it becomes the text that it shows if it looks at data that stay
behind; any other is refused.
"""

# ruff: noqa: SIM905 - names without quotes read at a glance

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from poolwijzer.formats.word.intake.names import MC, W
from poolwijzer.formats.word.intake.tree import drop, unwrap
from poolwijzer.problems import quote

if TYPE_CHECKING:
    from poolwijzer.formats.word.intake.findings import Findings

KEPT = set(
    "= ADVANCE AUTONUM AUTONUMLGL AUTONUMOUT COMPARE CREATEDATE DATE EQ FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN"
    " FORMTEXT IF INDEX LISTNUM NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REF REVNUM SAVEDATE SECTION"
    " SECTIONPAGES SEQ STYLEREF SUBJECT SYMBOL TC TIME TITLE TOC XE".split()
)
SHOWN = set(
    "AUTHOR BIBLIOGRAPHY CITATION COMMENTS DOCPROPERTY DOCVARIABLE EDITTIME FILLIN INFO KEYWORDS LASTSAVEDBY MERGEFIELD"
    " TEMPLATE USERADDRESS USERINITIALS USERNAME".split()
)
"""Fields that become the text they show."""
LINK = "HYPERLINK"

_KEYWORD = re.compile(r"[ \t\r\n]*(=|[A-Za-z]+)(?=$|[ \t\r\n\\\"\0])|[ \t\r\n]*(=)")
_WORDS = re.compile(r"\"((?:\\.|[^\"\\])*)\"|(\\[A-Za-z])|([^\s\"]+|\")", re.DOTALL)
_TAKES_A_WORD = {"\\l", "\\o", "\\t"}
"""The switches of a link after which comes a place, a tip or a window, and no address."""
_PLAIN = re.compile(r"(?:https?://|mailto:)[^\s\"<>\\^`{|}\x00-\x20\x7f]+", re.IGNORECASE)
_LONGEST_LINK = 2000
_INSIDE = "\0"
"""Stands in the code of a field for a field in it."""
_STORIES = {f"{{{W}}}{name}" for name in ("txbxContent", "footnote", "endnote", "comment")}
_SIMPLE, _CHAR, _CODE = (f"{{{W}}}{name}" for name in ("fldSimple", "fldChar", "instrText"))
_TEXT = {f"{{{W}}}{name}" for name in ("t", "delText", "sym", "noBreakHyphen", "softHyphen", "ptab")}


def is_plain_link(address: str) -> bool:
    """Whether an address only opens a page or a letter, or a place in the document itself."""
    return len(address) <= _LONGEST_LINK and (address.startswith("#") or _PLAIN.fullmatch(address) is not None)


def check_fields(root: Any, where: str, found: Findings) -> None:
    """Go over every field of a part; what has to go is taken out of it.

    Args:
        root: The part.
        where: What to call it in a message: *in de voettekst*.
        found: Gathers what is wrong.
    """
    open_fields: dict[Any, list[_Field]] = defaultdict(list)
    for element in list(root.iter(_SIMPLE, _CHAR, _CODE, *_TEXT)):
        if element.tag in _TEXT and not open_fields:
            continue
        story = _story(element, where, found)
        _step(open_fields[story], element, where, found)
        if not open_fields[story]:
            del open_fields[story]
    for unclosed in open_fields.values():
        for one in unclosed:
            _judge(one, where, found)


@dataclass
class _Field:
    """A field that was begun and has not ended."""

    code: list[str] = field(default_factory=list)
    parts: list[Any] = field(default_factory=list)
    """The elements that make it a field."""
    in_code: bool = True


def _step(fields: list[_Field], element: Any, where: str, found: Findings) -> None:
    """Take account of the next element of a story."""
    within = fields[-1] if fields and fields[-1].in_code else None
    if element.tag == _SIMPLE:
        if within:
            within.code.append(_INSIDE)
        _judge(_Field([_attribute(element, "instr")], [element]), where, found)
    elif element.tag == _CODE:
        if within:
            within.code.append(element.text or "")
            within.parts.append(element)
        else:
            drop(element)
    elif element.tag == _CHAR:
        _turn(fields, within, element, where, found)
    elif within and (element.text or not element.tag.endswith("}t")):
        found.refuse("een veld waarin gewone tekst staat", where)


def _turn(fields: list[_Field], within: _Field | None, element: Any, where: str, found: Findings) -> None:
    """Begin a field, end its code, or end it."""
    kind = _attribute(element, "fldCharType")
    if kind == "begin":
        if within:
            within.code.append(_INSIDE)
        fields.append(_Field(parts=[element]))
    elif kind in ("separate", "end") and fields:
        fields[-1].in_code = False
        fields[-1].parts.append(element)
        if kind == "end":
            _judge(fields.pop(), where, found)
    else:
        drop(element)


def _judge(one: _Field, where: str, found: Findings) -> None:
    code = "".join(one.code)
    match = _KEYWORD.match(code)
    keyword = (match[1] or match[2]).upper() if match else ""
    if "{" in code or "}" in code or not match:
        found.refuse(f"een veld dat niet te lezen is: {quote(_shown(code))}", where)
    elif keyword == LINK:
        _judge_link(one, code[match.end() :], where, found)
    elif keyword in SHOWN:
        if _INSIDE not in code:
            _show(one)
    elif keyword not in KEPT:
        found.refuse(f"een veld van een soort die meer doet dan tonen: {quote(_shown(code))}", where)


def _judge_link(one: _Field, arguments: str, where: str, found: Findings) -> None:
    if _INSIDE in arguments:
        found.refuse(f"een link die met een ander veld gemaakt wordt: {quote(_shown(arguments))}", where)
        return
    targets, switch = [], ""
    for quoted, next_switch, bare in _WORDS.findall(arguments):
        if not next_switch and switch not in _TAKES_A_WORD:
            targets.append(quoted or bare)
        switch = next_switch.lower()
    if not all(map(is_plain_link, targets)):
        found.leave(f"de link naar {quote(_shown(targets[0]))}")
        _show(one)


def _show(one: _Field) -> None:
    """Make a field the text that it shows."""
    for element in one.parts:
        if element.tag == _SIMPLE:
            unwrap(element)
        else:
            drop(element)


def _story(element: Any, where: str, found: Findings) -> Any:
    """The text that an element belongs to: that of the part, of a textbox or of a note."""
    above = element
    for above in element.iterancestors():
        if above.tag in _STORIES:
            break
        if above.tag.startswith(f"{{{MC}}}") and element.tag not in _TEXT:
            found.refuse("een veld dat er in een andere Word anders uitziet", where)
    return above


def _attribute(element: Any, name: str) -> str:
    return str(element.get(f"{{{W}}}{name}", ""))


def _shown(code: str) -> str:
    return " ".join(code.replace(_INSIDE, " … ").split())
