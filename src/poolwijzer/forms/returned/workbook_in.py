"""Reading a workbook that somebody filled in: the answers in it, or what is wrong at which cell.

It is read by what it carries itself. So rows may be sorted, the sheet may have another name, and any program may have
saved it. What does not fit is told, never guessed.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from poolwijzer.assessment.model import FORMAT, Organisation, Response
from poolwijzer.content.content import Content
from poolwijzer.forms.questionnaire import BASIS_QUESTION, NAMED_QUESTION, ROLE_QUESTION
from poolwijzer.forms.returned.workbook_cells import FilledCells
from poolwijzer.forms.sent import KIND, SentAnswers, find_blocks
from poolwijzer.forms.workbook_form import WorkbookForm
from poolwijzer.problems import InputError, Problem, in_order, quote
from poolwijzer.tables.words import fold_words
from poolwijzer.tables.xlsx_sheets import Sheet, read_sheets
from poolwijzer.validation import WHOLE

_ASK_AGAIN = "Vraag om het bestand zoals het is ingevuld. Of neem de antwoorden over in een nieuwe vragenlijst."
NOT_OURS = ("Dit is geen vragenlijst van Poolwijzer, of het verborgen werkblad is weg.", _ASK_AGAIN)
DAMAGED = ("Het verborgen werkblad van deze vragenlijst is veranderd.", _ASK_AGAIN)
NEWER = ("Deze vragenlijst is gemaakt met een nieuwere Poolwijzer.", "Werk Poolwijzer bij, en probeer het opnieuw.")
NO_QUESTIONS = ("In deze werkmap staan de vragen niet meer.", _ASK_AGAIN)
EMPTY = ("In deze vragenlijst is niets ingevuld.", "Kijk of dit het goede bestand is.")
_MOMENT = rb">([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})"
_PROPERTIES = {
    "docProps/core.xml": (rb"<dcterms:created[^>]*" + _MOMENT, rb"<dcterms:modified[^>]*" + _MOMENT),
    "meta.xml": (rb"<meta:creation-date" + _MOMENT, rb"<dc:date" + _MOMENT),
}
"""In Excel and OpenDocument: when it was made, and when it was saved last."""
_LARGEST_PROPERTIES = 64 * 1024


def read_workbook(
    name: str,
    file: bytes,
    content: Content,
    remarks: list[Problem] | None = None,
    sheets: Sequence[Sheet] | None = None,
) -> SentAnswers:
    """What somebody answered in a workbook of `poolwijzer form`.

    A workbook can make up no random id. That of the respondent follows from the organisation, the role and the
    respondent's own mark; or, without such a mark, from what was answered. So the same workbook twice is one
    respondent, whatever program saved it.

    Args:
        name: How messages call the file.
        file: Its bytes.
        content: The menus, for their word for what is not known.
        remarks: Takes what of the file counts for nothing.
        sheets: What stands on its sheets, of another kind than `.xlsx`.

    Raises:
        InputError: it is no such workbook, or something in it does not fit; carries every problem, at its cell.
    """
    form, others = _carried(name, read_sheets(name, io.BytesIO(file)) if sheets is None else sheets)
    cells = FilledCells(name, form, content.typology.scale.unknown)
    try:
        for sheet in others:
            cells.read(sheet)
        if not cells.found:
            raise InputError(Problem(name, *NO_QUESTIONS))
        response = _response(name, form, cells, _saved_on(file))
    except ValidationError:  # by what it carries words may stand for what is no answer
        raise InputError(Problem(name, *DAMAGED)) from None
    if remarks is not None:
        remarks += cells.remarks
        for one in cells.lost:
            message = f"De rij van deze stelling is weg: {quote(one.text)}. Zij telt als niet beantwoord."
            remarks.append(Problem(name, message))
    return SentAnswers(poolwijzer=FORMAT, kind=KIND, form=form.form, response=response)


def _carried(name: str, sheets: Sequence[Sheet]) -> tuple[WorkbookForm, list[Sheet]]:
    """Which form a workbook is, and its other sheets.

    Raises:
        InputError: that is not in it any more, or it is of a newer program.
    """
    for sheet in sheets:
        text = "\n".join(row.texts[0] for row in sheet.rows if row.texts)
        block = next(find_blocks(text), None)
        if block is None:
            continue
        if block.data is None:
            raise InputError(Problem(name, *DAMAGED))
        try:
            form = WorkbookForm.model_validate_json(block.data)
        except ValidationError:
            raise InputError(Problem(name, *(NEWER if _is_newer(block.data) else DAMAGED))) from None
        return form, [other for other in sheets if other is not sheet]
    raise InputError(Problem(name, *NOT_OURS))


def _is_newer(data: bytes) -> bool:
    from poolwijzer.yamlfile.jsontext import parse_json

    try:
        number = parse_json(data, "").data["poolwijzer"]
    except (InputError, KeyError, TypeError):
        return False
    return isinstance(number, str) and WHOLE.fullmatch(number) is not None and int(number) > FORMAT


def _response(name: str, form: WorkbookForm, cells: FilledCells, saved: datetime | None) -> Response:
    """What one respondent answered.

    Raises:
        InputError: with everything that does not fit.
    """
    organisation = cells.organisation()
    role = cells.field(ROLE_QUESTION, form.roles)
    basis = cells.field(BASIS_QUESTION, form.bases)
    named = cells.field(NAMED_QUESTION, form.named)
    if cells.empty:
        raise InputError(Problem(name, *EMPTY))
    if cells.problems:
        raise InputError(in_order(cells.problems))
    answers = {one.id: cells.answers[one.id] for one in form.statements if one.id in cells.answers}
    said: Any = {statement: answer.model_dump(mode="json") for statement, answer in answers.items()}
    who = (form.form.initiative, form.form.of, fold_words(organisation), role, fold_words(cells.mark) or said)
    data = {
        "id": f"werkmap-{_digest(who)}",
        "organisation": Organisation(kind=form.form.of, name=organisation),
        "role": role,
        "named": named or "false",
        "date": saved,
        "questions": form.form.questions,
        "delete_on": form.form.delete_on,
        "answers": answers,
    }
    return Response.model_validate(data | ({"basis": basis} if basis else {}))


def _digest(who: object) -> str:
    """The same for the same respondent."""
    return hashlib.sha256(json.dumps(who, sort_keys=True).encode("ascii")).hexdigest()[:12]


def _saved_on(file: bytes) -> datetime | None:
    """When the workbook was saved last, if the program that did so says it; None if nobody did since it was made."""
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as package:
            part = next(one for one in _PROPERTIES if one in package.namelist())
            if package.getinfo(part).file_size > _LARGEST_PROPERTIES:
                return None
            created, modified = (re.search(one, package.read(part)) for one in _PROPERTIES[part])
        if modified is None or (created and created[1] == modified[1]):
            return None
        return datetime.fromisoformat(modified[1].decode())
    except (
        StopIteration,
        zipfile.BadZipFile,
        zlib.error,
        RuntimeError,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
    ):
        return None  # it is not there, or broken; what was answered is not
