"""Reading an initiative's file, with every problem at its line and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, NamedTuple

from poolwijzer.assessment.check import MenuMismatch, find_mismatches, says_nothing
from poolwijzer.assessment.model import FORMAT, Assessment
from poolwijzer.assessment.remarks import find_remarks
from poolwijzer.assessment.renames import follow_renames
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError, Problem, in_order, quote
from poolwijzer.validation import validate
from poolwijzer.yamlfile import MENDS, Document, LocatedDocument, parse_document, read_bytes

Notation = Literal["yaml", "json"]
_OUTCOMES = ({"format", "kind", "menus"}, {"file", "status", "problems", "verdicts"})
"""Words that stand together in JSON of ours, and in a line of many: in no file of an initiative."""


class Reading(NamedTuple):
    """An initiative as read, and what is worth a remark without being wrong."""

    assessment: Assessment
    remarks: tuple[Problem, ...] = ()


def read_assessment(path: Path, content: Content, *, with_answers: bool = False) -> Reading:
    """Read an initiative's file: YAML, or JSON where its name ends in `.json`.

    Args:
        path: the file.
        content: the menus its ids belong to.
        with_answers: refuse a file without any answer, respondent or own estimate.

    Raises:
        InputError: with every problem in the file.
    """
    notation: Notation = "json" if path.suffix.lower() == ".json" else "yaml"
    return parse_assessment(read_bytes(path), str(path), content, notation=notation, with_answers=with_answers)


def parse_assessment(
    raw: bytes,
    name: str,
    content: Content,
    *,
    notation: Notation = "yaml",
    line: int = 1,
    with_answers: bool = False,
) -> Reading:
    """The same from bytes; `name` is how messages call them, and `line` where in that file they begin."""
    if notation == "json" and (quick := _read_quickly(raw, name, content, line, with_answers)):
        return quick
    problems: InputError | None = None
    for mend in (0, *MENDS):
        try:
            if notation == "yaml":
                document = parse_document(raw, name, mend=mend)
            else:
                from poolwijzer.yamlfile.jsontext import parse_json

                document = parse_json(raw, name, line=line, placed=True, mend=mend)
            return _read(document, content, notation, with_answers=with_answers)
        except InputError as error:
            # What is told is what is wrong with the file as it is.
            problems = problems or error
    assert problems is not None
    raise problems


def _read_quickly(raw: bytes, name: str, content: Content, line: int, with_answers: bool) -> Reading | None:
    """What JSON says, in the quick way that knows no places; None where there is something to point at."""
    from poolwijzer.yamlfile.jsontext import parse_json

    try:
        reading = _read(parse_json(raw, name, line=line), content, "json", with_answers=with_answers)
    except InputError:
        return None
    return None if reading.remarks else reading


def _read(document: Document, content: Content, notation: Notation, *, with_answers: bool) -> Reading:
    """The same from what a file says."""
    try:
        meant: LocatedDocument = document
        passed_over: tuple[Problem, ...] = ()
        if not document.text.isascii() or "\\" in document.text:
            from poolwijzer.assessment.meant import read_as_meant  # only where there can be an odd sign

            meant, passed_over = read_as_meant(document)
        reading = build_assessment(meant, content, with_answers=with_answers)
    except InputError as error:
        from poolwijzer.yamlfile.slips import explain_slips, remark_hidden  # only for who made one

        name, json = document.path, notation == "json"
        told = [*error.problems, *(() if json else remark_hidden(document.meant, name))]
        raise InputError(explain_slips(told, document.text, name, line=document.line, json=json)) from None
    return reading._replace(remarks=(*document.remarks, *passed_over, *reading.remarks))


def build_assessment(document: LocatedDocument, content: Content, *, with_answers: bool = False) -> Reading:
    """The same from a document, or from anything that says what one would, with the place of every value.

    Raises:
        InputError: with every problem in it.
    """
    data = document.data
    if not isinstance(data, dict):
        hint = "Begin met regels zoals 'poolwijzer: 1' en 'initiative:'."
        raise InputError(document.locate([]).problem("Dit bestand beschrijft geen initiatief.", hint))
    _refuse_outcomes(document)
    _refuse_newer(document)
    followed = follow_renames(document, content)
    document, data = followed.document, followed.document.data
    other_menus = _made_with_other_menus(data, content)
    findings = [finding for finding in find_mismatches(data, content) if finding.loc not in followed.left]
    remarks = [_problem(document, finding) for finding in findings if finding.unknown_id and other_menus]
    problems = [_problem(document, finding) for finding in findings if not (finding.unknown_id and other_menus)]
    if with_answers and says_nothing(data):
        hint = "Vul answers of responses in, of geef bij estimate een eigen inschatting."
        message = "Er is nog niets ingevuld: geen antwoord, geen respondent en geen eigen inschatting."
        problems.append(Problem(document.path, message, hint))
    try:
        assessment = validate(Assessment, document)
    except InputError as error:
        known = {(problem.line, problem.column) for problem in problems}
        problems += [problem for problem in error.problems if (problem.line, problem.column) not in known]
    if problems:
        raise InputError(in_order(problems))
    if remarks:
        remarks.insert(0, _other_menus(document))
    remarks += [
        document.locate(one.loc)._replace(shared=one.shared).problem(one.message, one.hint)
        for one in find_remarks(assessment, content)
    ]
    return Reading(assessment, (*followed.remarks, *remarks))


def _refuse_outcomes(document: LocatedDocument) -> None:
    """Refuse what we wrote ourselves as JSON: one mistake, and not every word of it."""
    if any(words <= document.data.keys() for words in _OUTCOMES):
        message = "Dit zijn uitkomsten van Poolwijzer, en geen initiatief."
        hint = "Noem het bestand van het initiatief zelf. Van tabellen met uitkomsten is .csv of .xlsx weer te lezen."
        raise InputError(document.locate([]).problem(message, hint))


def _refuse_newer(document: LocatedDocument) -> None:
    number = document.data.get("poolwijzer")
    if isinstance(number, str) and number.isascii() and number.isdigit() and int(number) > FORMAT:
        message = f"Dit bestand is gemaakt met een nieuwere Poolwijzer (format {quote(number)}; deze kent {FORMAT})."
        raise InputError(document.locate(["poolwijzer"]).problem(message, "Installeer de nieuwste versie."))


def _made_with_other_menus(data: dict[str, Any], content: Content) -> bool:
    used = data.get("menus")
    recorded = used.get("hash") if isinstance(used, dict) else None
    return isinstance(recorded, str) and recorded != content.hash


def _other_menus(document: LocatedDocument) -> Problem:
    message = "Dit bestand is ingevuld met andere menu's. Wat deze menu's niet kennen, telt niet mee en blijft bewaard."
    return document.locate(["menus"]).problem(message)


def _problem(document: LocatedDocument, finding: MenuMismatch) -> Problem:
    return document.locate(finding.loc, finding.key).problem(finding.message, finding.hint)
