"""Updating a file that people write in as well: only what changed is touched."""

from __future__ import annotations

import codecs
from collections import Counter
from contextlib import suppress

from poolwijzer.assessment.editor import Editor
from poolwijzer.assessment.meant import read_as_meant
from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.textedits import find_comments
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.problems import InputError
from poolwijzer.validation import validate
from poolwijzer.yamlfile import decode_text, list_readings, parse_document, parse_text
from poolwijzer.yamlfile.events import STAND_IN

_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAME = "bestand.yaml"
END = "..."
"""With what YAML ends a document: who reads a file while it is copied sees by it that the file is whole."""


def update_file(raw: bytes, assessment: Assessment) -> bytes:
    """The bytes of an initiative's file, changed so that reading it gives this assessment.

    Everything else stays as its author wrote it: comments, order, quotes, blank lines, indentation, line ends and
    encoding. A value that stays the same keeps its spelling, such as a municipality that goes by its code.

    Args:
        raw: a file that is read without problems.
        assessment: what it should say.

    Raises:
        InputError: the file cannot be read; carries every problem.
    """
    text, before = _read(raw)
    if before == assessment:
        return raw
    if raw == dump_assessment(before):
        return dump_assessment(assessment)
    mark, encoding = next((known for known in _ENCODINGS if raw.startswith(known[0])), (b"", "utf-8"))
    comments = find_comments(text)
    # Whatever goes wrong in there, a slip in our layout may never cost anyone an answer.
    with suppress(Exception):
        result = restore_comments(comments, _edited(text, before, assessment))
        whole = mark + result.encode(encoding)
        if _says(whole, assessment):
            return whole
    # Where a file says that it ends, whoever reads it waits for that.
    end = f"{END}\n" if _before_end(text) is not None else ""
    return "".join(f"{comment}\n" for comment in comments).encode() + dump_assessment(assessment) + end.encode()


def _read(raw: bytes) -> tuple[str, Assessment]:
    """A file's text, with in it what was meant by signs that it could not be read with, and what it says."""
    problems: InputError | None = None
    text = decode_text(raw, _NAME)
    for meant in list_readings(text):
        try:
            document = parse_text(text, meant, _NAME)
            assessment = validate(Assessment, read_as_meant(document).document)
        except InputError as error:
            problems = problems or error
        else:
            # Where nothing was meant otherwise, such a sign was typed.
            return text if document.meant == text else document.meant.replace(STAND_IN, ""), assessment
    assert problems is not None
    raise problems


def _edited(text: str, before: Assessment, after: Assessment) -> str:
    old, new = (one.model_dump(mode="json", exclude_defaults=True, by_alias=True) for one in (before, after))
    return Editor(text).edit(old, new, after.model_dump(mode="json", by_alias=True))


def mark_end(raw: bytes) -> bytes:
    """The bytes of a file with the mark at its end; as they are where it is there, or where they are no text."""
    try:
        text = decode_text(raw, _NAME)
    except InputError:
        return raw
    if _before_end(text) is not None:
        return raw
    encoding = next((name for mark, name in _ENCODINGS if raw.startswith(mark)), "utf-8")
    apart = "" if text.endswith(("\n", "\r")) else "\n"
    return raw + f"{apart}{END}\n".encode(encoding)


def restore_comments(comments: tuple[str, ...], text: str) -> str:
    """The text, and at its end every comment that it lost: before its mark, where that was the last of it."""
    lost = Counter(comments) - Counter(find_comments(text))
    if not lost:
        return text
    ended = _before_end(text)
    body = text if ended is None else ended
    apart = "" if body.endswith("\n") else "\n"
    return body + apart + "".join(f"{comment}\n" for comment in lost.elements()) + text[len(body) :]


def _before_end(text: str) -> str | None:
    """What stands before the mark at the end of a text; None where it does not end with one."""
    before = text.rstrip().removesuffix(END)
    return before if before != text.rstrip() and before.endswith(("\n", "\r")) else None


def _says(raw: bytes, assessment: Assessment) -> bool:
    try:
        found = validate(Assessment, read_as_meant(parse_document(raw, _NAME)).document)
    except InputError:
        return False
    # An assessment that was not read from a file may hold what every file would read back as something else.
    return found == assessment or found == validate(Assessment, parse_document(dump_assessment(assessment), _NAME))
