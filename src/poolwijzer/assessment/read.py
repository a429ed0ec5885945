"""Reading an initiative's file, with every problem at its line and column."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

from poolwijzer.assessment.check import find_mismatches, says_nothing
from poolwijzer.assessment.counts import fill_points
from poolwijzer.assessment.mismatch import MenuMismatch
from poolwijzer.assessment.model import FORMAT, Assessment
from poolwijzer.assessment.remarks import find_remarks
from poolwijzer.assessment.renames import follow_renames
from poolwijzer.content.content import Content
from poolwijzer.problems import MOST_PROBLEMS, MOST_SOUGHT, InputError, Problem, at_most, in_order, quote, untold
from poolwijzer.validation import WHOLE, validate
from poolwijzer.yamlfile import Document, LocatedDocument, decode_text, list_readings, parse_text, read_bytes

Notation = Literal["yaml", "json"]
_OUTCOMES = ({"format", "kind", "menus"}, {"file", "status", "problems", "verdicts"})
"""Words that stand together in JSON of ours, and in a line of many: in no file of an initiative."""


class Reading(NamedTuple):
    """An initiative as read, and what is worth a remark without being wrong."""

    assessment: Assessment
    remarks: tuple[Problem, ...] = ()


class Part(NamedTuple):
    """An initiative of which nothing was said yet as a whole."""

    assessment: Assessment
    remarks: tuple[Problem, ...]
    """On names that changed, and on what these menus do not know."""
    document: LocatedDocument
    """What it was read from, under the names of now."""


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
    text, json = decode_text(raw, name), notation == "json"
    unreadable: InputError | None = None
    unusable: InputError | None = None
    for meant in list_readings(text, json=json):
        try:
            document = _parse_json(text, meant, name, line) if json else parse_text(text, meant, name)
        except InputError as error:
            unreadable = unreadable or error
            continue
        try:
            return _read(document, content, with_answers=with_answers)
        except InputError as error:
            # What is told is what is wrong with the file as it is.
            unusable = unusable or InputError((*error.problems, *document.hidden))
    from poolwijzer.yamlfile.slips import explain_slips  # only for who made one

    wrong = unusable or unreadable
    assert wrong is not None
    raise InputError(explain_slips(wrong.problems, text, name, line=line, json=json))


def _parse_json(text: str, meant: str, name: str, line: int) -> Document:
    from poolwijzer.yamlfile.jsontext import parse_json_text  # only for who writes JSON

    return parse_json_text(text, meant, name, line)


def _read(document: Document, content: Content, *, with_answers: bool) -> Reading:
    """The same from what a file says."""
    if document.text.isascii() and "\\" not in document.text:
        reading = build_assessment(document, content, with_answers=with_answers)
        return reading._replace(remarks=at_most((*document.remarks, *reading.remarks)))
    from poolwijzer.assessment.meant import read_as_meant  # only where there can be an odd sign

    meant = read_as_meant(document)
    reading = build_assessment(meant.document, content, with_answers=with_answers)
    return reading._replace(remarks=at_most((*document.remarks, *meant.remarks, *reading.remarks)))


def build_assessment(document: LocatedDocument, content: Content, *, with_answers: bool = False) -> Reading:
    """The same from a document, or from anything that says what one would, with the place of every value.

    Raises:
        InputError: with every problem in it.
    """
    part = build_part(document, content, with_answers=with_answers)
    remarks = (*part.remarks, *tell_remarks(part.document, part.assessment, content))
    return Reading(part.assessment, at_most(remarks))


def tell_remarks(document: LocatedDocument, assessment: Assessment, content: Content) -> Iterator[Problem]:
    """What is worth a remark in what an initiative says as a whole."""
    for one in find_remarks(assessment, content):
        yield document.locate(one.loc)._replace(shared=one.shared).problem(one.message, one.hint)


def build_part(document: LocatedDocument, content: Content, *, with_answers: bool = False) -> Part:
    """An initiative, also with a part of its respondents, and what is to be said of its words alone.

    Raises:
        InputError: with every problem in it.
    """
    data = document.data
    if not isinstance(data, dict):
        hint = "Begin met regels zoals 'poolwijzer: 1' en 'initiative:'."
        raise InputError(document.locate([]).problem("Dit bestand beschrijft geen initiatief.", hint))
    _refuse_outcomes(document)
    _refuse_hours(document)
    _refuse_newer(document)
    followed = follow_renames(document, content)
    document, data = followed.document, followed.document.data
    other_menus = _made_with_other_menus(data, content)
    remarks, problems = list[Problem](), list[Problem]()
    cut = {id(remarks): 0, id(problems): 0}
    known = set[tuple[int | None, int | None]]()
    for finding in find_mismatches(data, content):
        if finding.loc in followed.left:
            continue
        known |= {(place.line, place.column) for place in map(document.locate, finding.covers)}
        kind = remarks if finding.unknown_id and other_menus else problems
        if len(kind) < MOST_PROBLEMS:
            kind.append(_problem(document, finding, sought=len(kind) < MOST_SOUGHT))
        else:
            cut[id(kind)] += 1
    for kind in (remarks, problems):
        kind += untold(document.path, cut[id(kind)])
    if with_answers and says_nothing(data):
        hint = "Vul answers of responses in, of geef bij estimate een eigen inschatting."
        message = "Er is nog niets ingevuld: geen antwoord, geen respondent en geen eigen inschatting."
        problems.append(Problem(document.path, message, hint))
    try:
        assessment = validate(Assessment, document)
    except InputError as error:
        known |= {(problem.line, problem.column) for problem in problems}
        told = [one for one in error.problems if not one.more]
        new = [one for one in told if (one.line, one.column) not in known]
        # Of those that are not told, as large a part will be known already.
        more = sum(one.more for one in error.problems) * len(new) // max(len(told), 1)
        problems += [*new, *untold(document.path, more)]
    if problems:
        raise InputError(in_order(problems))
    assessment = fill_points(assessment, content)
    if remarks:
        remarks.insert(0, _other_menus(document))
    return Part(assessment, (*followed.remarks, *remarks), document)


def _refuse_outcomes(document: LocatedDocument) -> None:
    """Refuse what we wrote ourselves as JSON: one mistake, and not every word of it."""
    if any(words <= document.data.keys() for words in _OUTCOMES):
        message = "Dit zijn uitkomsten van Poolwijzer, en geen initiatief."
        hint = "Noem het bestand van het initiatief zelf. Van tabellen met uitkomsten is .csv of .xlsx weer te lezen."
        raise InputError(document.locate([]).problem(message, hint))


def _refuse_hours(document: LocatedDocument) -> None:
    """Refuse a file with hours that are asked and offered, which a room above reads: one mistake, and where to go."""
    if document.data.get("kind") == "matching" and "initiative" not in document.data:
        message = "Dit bestand gaat over vraag en aanbod van uren, en niet over een initiatief."
        raise InputError(document.locate(["kind"]).problem(message, "Gebruik: poolwijzer match BESTAND."))


def _refuse_newer(document: LocatedDocument) -> None:
    number = document.data.get("poolwijzer")
    # What is no whole number, or far too long for one, the model refuses.
    if isinstance(number, str) and WHOLE.fullmatch(number) and int(number) > FORMAT:
        message = f"Dit bestand is gemaakt met een nieuwere Poolwijzer (format {quote(number)}; deze kent {FORMAT})."
        raise InputError(document.locate(["poolwijzer"]).problem(message, "Installeer de nieuwste versie."))


def _made_with_other_menus(data: dict[str, Any], content: Content) -> bool:
    used = data.get("menus")
    recorded = used.get("hash") if isinstance(used, dict) else None
    return isinstance(recorded, str) and recorded != content.hash


def _other_menus(document: LocatedDocument) -> Problem:
    message = "Dit bestand is ingevuld met andere menu's. Wat deze menu's niet kennen, telt niet mee en blijft bewaard."
    return document.locate(["menus"]).problem(message)


def _problem(document: LocatedDocument, finding: MenuMismatch, *, sought: bool) -> Problem:
    hint = finding.seek() if finding.seek and sought else finding.hint
    return document.locate(finding.loc, finding.key).problem(finding.message, hint)
