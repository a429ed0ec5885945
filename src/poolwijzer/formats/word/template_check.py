"""Whether an organisation's own template can be used: told at once, before any report is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from poolwijzer.dutch import join_words
from poolwijzer.formats.word.intake.carry import Clean, clean_document
from poolwijzer.formats.word.intake.findings import START_WELL, Findings
from poolwijzer.formats.word.own.reading import sizes_of, width_of
from poolwijzer.formats.word.styles import BULLETS, CAPTION, GRID, HEADINGS, NUMBERS
from poolwijzer.formats.word.template import FIELDS, TEXTS
from poolwijzer.formats.word.template_fill import fields_hint, fill_template
from poolwijzer.infile import read_file
from poolwijzer.problems import InputError, Problem, did_you_mean, quote

if TYPE_CHECKING:
    from docx.document import Document

LARGEST = 20 * 1024 * 1024
"""In bytes."""
IN_DUTCH = {
    **{name: f"Kop {name[-1]}" for name in HEADINGS},
    BULLETS: "Lijst opsom.teken",
    NUMBERS: "Lijstnummering",
    CAPTION: "Bijschrift",
    GRID: "Tabelraster",
}
"""What Word calls these styles in Dutch; in the file they go by their English names."""

_OLD = bytes.fromhex("d0cf11e0a1b11ae1")


def read_template(path: Path) -> bytes:
    """Read a template and make sure that a report can be made with it.

    Raises:
        InputError: with what is wrong with it.
    """
    data = read_file(path, LARGEST)
    check_template(data, str(path))
    return data


def check_template(data: bytes, name: str) -> None:
    """Refuse a template that no report can be made with.

    Args:
        data: The template.
        name: What to call it in messages.

    Raises:
        InputError: with what is wrong with it.
    """
    open_template(data, name)


def open_template(data: bytes, name: str) -> Clean:
    """A template made ready: with nothing in it that does anything, and tried once. The last one is remembered.

    Args:
        data: The template.
        name: What to call it in messages.

    Raises:
        InputError: no report can be made with it.
    """
    try:
        clean = _open(data)
    except InputError as error:
        raise InputError(replace(problem, path=name) for problem in error.problems) from None
    return clean._replace(remarks=tuple(replace(remark, path=name) for remark in clean.remarks))


@lru_cache(maxsize=1)
def _open(data: bytes) -> Clean:
    if data.startswith(_OLD):
        message = "Dit is een oud Word-document, of er zit een wachtwoord op."
        raise InputError(Problem("", message, "Bewaar het in Word als .docx zonder wachtwoord."))
    if len(data) > LARGEST:
        raise InputError(Problem("", "Dit sjabloon is groter dan 20 MB.", "Maak de plaatjes erin kleiner."))
    try:
        clean = clean_document(data, "")
        filled = fill_template(clean.data, dict.fromkeys(TEXTS, "x"), "")
        problems = list(_styles(filled.document))
        for measure in (sizes_of, width_of):
            measure(filled.document)  # what it says of letters and pages has to be sizes
    except InputError:
        raise
    except Exception:
        # The file is anybody's, and what the libraries raise on a broken one has no end.
        raise Findings("").damaged() from None
    if problems:
        raise InputError(problems)
    return clean._replace(remarks=(*clean.remarks, *_are_gone(filled.gone)))


def _are_gone(fields: Sequence[str]) -> Iterator[Problem]:
    """Fields that there are not, or no longer: a document is made, and who made the template hears what it lacks."""
    if not fields:
        return
    asked = join_words([quote(field) for field in fields], "en")
    there = "Dat veld is" if len(fields) == 1 else "Die velden zijn"
    message = f"Het sjabloon vraagt om {asked}. {there} er niet, of niet meer: er komt niets te staan."
    yield Problem("", message, (did_you_mean(fields[0], FIELDS) if len(fields) == 1 else "") or fields_hint())


def _styles(document: Document) -> Iterator[Problem]:
    """What the template lacks of the styles that a report needs."""
    from poolwijzer.formats.word.own.numbering import find_list

    missing = [style for style in IN_DUTCH if not _has(document, style)]
    if missing:
        named = ", ".join(f"{IN_DUTCH[style]} ({style})" for style in missing)
        kind = "ontbreekt een stijl" if len(missing) == 1 else "ontbreken stijlen"
        hint = f"Gebruik elke stijl een keer in het sjabloon. Of: {START_WELL[0].lower()}{START_WELL[1:]}"
        yield Problem("", f"In het sjabloon {kind}: {named}.", hint)
    for style in (BULLETS, NUMBERS):
        if style not in missing and find_list(document, style) is None:
            message = f"De stijl {IN_DUTCH[style]} ({style}) maakt in dit sjabloon geen lijst."
            yield Problem("", message, "Geef de stijl in Word een opsommingsteken of een nummering.")


def _has(document: Document, style: str) -> bool:
    from docx.enum.style import WD_STYLE_TYPE

    kind = WD_STYLE_TYPE.TABLE if style == GRID else WD_STYLE_TYPE.PARAGRAPH
    return any(found.name == style and found.type == kind for found in document.styles)
