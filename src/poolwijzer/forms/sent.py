"""Answers as a form gives them back: one text, a file or pasted into a mail, that people can read and programs too.

Above stands what was answered, for who sends it. Below it stands the same between two marks, in base64 with a checksum,
so that nothing a mail program does to text (other quotes, line ends, marks in front of lines) changes an answer unseen.
The page of the form writes the same; `tests/forms` holds both to it.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple
from zlib import crc32

from pydantic import Field

from poolwijzer.assessment.model import FORMAT, MenusUsed, QuestionList, Response
from poolwijzer.validation import Date, Model, Slug, Text, Whole

KIND: Literal["answers"] = "answers"
WIDTH = 64
"""Of a line in the block; mail programs break lines from 76 on."""
_BEGIN = re.compile(r"BEGIN[\s>]+POOLWIJZER[\s>]+([0-9]{1,3})[\s>]+([0-9a-f]{8})(?![0-9a-f])")
_END = "EINDE POOLWIJZER"
_ENDS = re.compile(r"EINDE[\s>]+POOLWIJZER")
_OTHER = re.compile(r"[^A-Za-z0-9+/=]")


class FormIdentity(Model, description="Bij welke vragenlijst de antwoorden horen."):
    """Which form was filled in: of what, asked of whom, by whom."""

    id: Text = Field(description="Het kenmerk van de vragenlijst.")
    initiative: Slug = Field(description="Het id van het initiatief.")
    name: Text = Field(description="De naam van het initiatief.")
    menus: MenusUsed
    of: Literal["gemeente", "verband"] = Field(description="Voor wie de vragenlijst is.")
    questions: QuestionList = Field(description="De lijst die is gevraagd: kort of volledig.")
    organisation: Text = Field(description="Wie de antwoorden verzamelt.")
    delete_on: Date = Field(description="De dag waarop de antwoorden weg moeten zijn.")


class SentAnswers(Model, description="Antwoorden die iemand met een vragenlijst gaf."):
    """What one respondent sends back."""

    poolwijzer: Annotated[Whole, Field(ge=1, le=FORMAT)] = Field(description="Het formatnummer.")
    kind: Literal["answers"] = Field(description="Altijd answers.")
    form: FormIdentity
    response: Response


class Block(NamedTuple):
    """The part of a text between the marks.

    Attributes:
        data: The JSON, as bytes; None where it is damaged.
        start: Where the block begins in the text, in characters.
        checksum: What the JSON should add up to: of a copy that is whole the same.
        ends: Whether the mark at its end is there.
        number: Of the way in which it was written; this program knows 1.
    """

    data: bytes | None
    start: int
    checksum: str = ""
    ends: bool = True
    number: int = 1


def write_block(data: bytes) -> str:
    """The lines that carry these bytes."""
    text = base64.b64encode(data).decode("ascii")
    lines = [text[start : start + WIDTH] for start in range(0, len(text), WIDTH)]
    return "\n".join([f"----- BEGIN POOLWIJZER 1 {crc32(data):08x} -----", *lines, f"----- {_END} -----", ""])


def find_blocks(text: str) -> Iterator[Block]:
    """Every block in a text, whatever a mail program put round its lines; none reaches into the next."""
    begins = list(_BEGIN.finditer(text))
    for number, begin in enumerate(begins, start=1):
        end = _ENDS.search(text, begin.end(), begins[number].start() if number < len(begins) else len(text))
        inside = text[begin.end() : end.start()] if end else ""
        try:
            data = base64.b64decode(_OTHER.sub("", inside), validate=True)
        except (binascii.Error, ValueError):
            data = b""
        whole = bool(data) and crc32(data) == int(begin[2], 16)
        yield Block(data if whole else None, begin.start(), begin[2], end is not None, int(begin[1]))


def dump_sent(sent: SentAnswers) -> dict[str, Any]:
    """The plain data of a block; the page writes its keys in the same order."""
    return sent.model_dump(mode="json", exclude_defaults=True, by_alias=True)
