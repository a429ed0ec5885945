"""What a worker does: bytes of initiatives in, plain data out. Anything that can pickle these can run it."""

from __future__ import annotations

import hashlib
import json
import pickle
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.batch.items import BatchItem, tell_stumble
from poolwijzer.content.content import Content
from poolwijzer.formats.registry import Theme
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.model import Depth
from poolwijzer.tables.document import RowReading, TableDocument, parse_row
from poolwijzer.tables.row import Row, make_bad_row, make_row, read_row

_UNREADABLE = "Dit bestand is hier niet te lezen."
_LOST = "\ufffd".encode()
"""Stands in a line of JSON for half a character."""
_OF_RESPONDENTS = (b"respon", b"organisation", b"\\u", b"\\x")


class Reports(NamedTuple):
    """Which reports are made of every initiative."""

    suffixes: tuple[str, ...]
    depth: Depth = "gewoon"
    theme: Theme = Theme()


class Work(NamedTuple):
    """What is asked of a worker, apart from the initiatives."""

    menus: bytes
    """All menus, pickled, so that a worker elsewhere needs no files of ours."""
    hash: str
    """Of these bytes: a worker unpacks them once."""
    on: date
    version: str
    with_stress: bool = False
    reports: Reports | None = None
    with_statements: bool = False
    """Whether rows hold every statement, for a long table."""
    with_files: bool = False
    """Whether every initiative is written as a file of its own."""
    with_overview: bool = False
    """Whether rows hold what an overview of all of them learns."""


class Result(NamedTuple):
    """What became of one initiative."""

    line: bytes = b""
    """Its `Row` as one line of JSON, without the end of the line; empty where the row itself is here."""
    reports: tuple[tuple[str, bytes], ...] = ()
    """Per suffix the report."""
    file: bytes = b""
    """The initiative as a file of its own, where that was asked for."""
    lasting: bool = True
    """Whether it would be the same another time."""
    plain: Row | None = None
    """The row itself, where it was made in the process that asked."""

    @property
    def row(self) -> bytes:
        """The row as a line of JSON, which takes time to write."""
        return self.line if self.plain is None else write_row(self.plain)

    def read(self) -> Row:
        """The row; it is what its line says."""
        return read_row(self.line) if self.plain is None else self.plain


def prepare_work(
    content: Content,
    on: date,
    version: str,
    *,
    with_stress: bool = False,
    reports: Reports | None = None,
    with_statements: bool = False,
    with_files: bool = False,
    with_overview: bool = False,
) -> Work:
    """Make ready what a worker needs."""
    menus = pickle.dumps(content, protocol=pickle.HIGHEST_PROTOCOL)
    digest = hashlib.sha256(menus).hexdigest()
    return Work(menus, digest, on, version, with_stress, reports, with_statements, with_files, with_overview)


def judge_items(work: Work, items: Sequence[BatchItem]) -> list[Result]:
    """Judge some initiatives, for another process. What it gets is small: the line of a row, and not the row."""
    return [result._replace(line=result.row, plain=None) for result in judge_here(work, items)]


def judge_here(work: Work, items: Iterable[BatchItem]) -> Iterator[Result]:
    """Judge some initiatives. One that cannot be used, or that makes us stumble, never stops the others."""
    content = _unpacked(_Packed(work.hash, work.menus))
    return (_result(item, content, work) for item in items)


class _Packed:
    """Menus by their hash: the same bytes are unpacked once."""

    def __init__(self, hash: str, menus: bytes) -> None:
        self._hash = hash
        self._menus = menus

    def __hash__(self) -> int:
        return hash(self._hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Packed) and other._hash == self._hash

    def content(self) -> Content:
        content: Content = pickle.loads(self._menus)
        return content


@lru_cache(maxsize=2)
def _unpacked(menus: _Packed) -> Content:
    return menus.content()


def _result(item: BatchItem, content: Content, work: Work) -> Result:
    try:
        if item.problems:
            raise InputError(item.problems)
        reading = _read(item, content)
        outcome = Outcome(content, reading.assessment, work.on)
        row = make_row(
            item.name,
            outcome,
            remarks=(*item.remarks, *reading.remarks, *_uncounted(item, outcome), *_overdue(item, outcome)),
            left_out=reading.left_out,
            rejected=reading.rejected,
            with_stress=work.with_stress,
            with_statements=work.with_statements,
        )
        if work.with_overview:
            from poolwijzer.batch.overview.learned import add_learned

            row = add_learned(row, outcome)
        reports = _reports(outcome, work, len(reading.rejected)) if work.reports else ()
        file = _file(reading.assessment, content) if work.with_files else b""
        told = Result(plain=row) if _is_whole(item) else _told(row)
        return told._replace(reports=reports, file=file)
    except InputError as error:
        return _told(_bad_row(item, error.problems))
    except Exception as error:
        return _told(_bad_row(item, [tell_stumble(item.path, error)]))


def _is_whole(item: BatchItem) -> bool:
    """Whether nothing of its row gets lost when that is written: in a text that was read stands no half character."""
    return isinstance(item.data, bytes) and item.name.isprintable() and item.path.isprintable()


def _told(row: Row) -> Result:
    line = write_row(row)
    # What a row loses when it is written, it has lost for all.
    return Result(line) if _LOST in line else Result(plain=row)


def tell_ended(item: BatchItem) -> Problem:
    """An initiative ended the process that was at work on it, and did so again."""
    line = item.data.row if isinstance(item.data, TableDocument) else item.line if item.name != item.path else None
    message = "Poolwijzer kan dit initiatief niet verwerken: het deel dat eraan werkt, stopt telkens onverwacht."
    hint = "Was het geheugen vol? Sluit dan andere programma's. Gebeurt het weer? Meld dit, met het bestand erbij."
    return Problem(item.path, message, hint, line)


def refuse_item(item: BatchItem, why: Problem) -> Result:
    """The result of an initiative that is not judged."""
    return _told(_bad_row(item, [why]))._replace(lasting=False)


def refuse_unread(item: BatchItem, why: Problem) -> Result:
    """The same without a look at what is in it."""
    return Result(write_row(make_bad_row(item.name, [why], item.remarks)), lasting=False)


def _uncounted(item: BatchItem, outcome: Outcome) -> Iterator[Problem]:
    """What an initiative answers and what counts nowhere, as its report says it."""
    from poolwijzer.report.sentences import SentenceMaker

    line = item.data.row if isinstance(item.data, TableDocument) else None
    return (Problem(item.path, sentence, line=line) for sentence in SentenceMaker(outcome).what_does_not_count())


def _overdue(item: BatchItem, outcome: Outcome) -> Iterator[Problem]:
    """That answers should have been gone, for the screen alone."""
    from poolwijzer.assessment.overdue import find_overdue

    line = item.data.row if isinstance(item.data, TableDocument) else item.line if item.name != item.path else None
    return iter(find_overdue(item.path, outcome.assessment, outcome.on, line))


def _read(item: BatchItem, content: Content) -> RowReading:
    if isinstance(item.data, TableDocument):
        return parse_row(item.data, content, with_answers=True)
    given, name = item.data, item.path
    reading = parse_assessment(given, name, content, notation=item.notation, line=item.line, with_answers=True)
    return RowReading(reading.assessment, reading.remarks)


def _bad_row(item: BatchItem, problems: Iterable[Problem]) -> Row:
    """What is told of an initiative that cannot be used: which it is, as far as that can still be read."""
    if isinstance(item.data, TableDocument):
        rows = {item.data.row, *item.data.response_rows, *item.data.rejected}
        return make_bad_row(item.name, problems, item.remarks, data=item.data.data, rejected=sorted(rows))
    data = _data_of(item.data, item)
    if data is None and _may_hold_respondents(item.data):  # one of them may have typed what is quoted
        problems = [replace(problem, shared=problem.shared or _UNREADABLE) for problem in problems]
    return make_bad_row(item.name, problems, item.remarks, data=data)


def _may_hold_respondents(raw: bytes) -> bool:
    """Whether a file that cannot be read has their words, also misspelt, escaped or in two bytes a letter."""
    text = raw.replace(b"\0", b"").lower()
    return any(word in text for word in _OF_RESPONDENTS)


def _data_of(raw: bytes, item: BatchItem) -> object:
    """What a file says that was refused; nothing where that is why."""
    from poolwijzer.yamlfile import parse_document
    from poolwijzer.yamlfile.jsontext import parse_json

    try:
        return (parse_document(raw, item.path) if item.notation == "yaml" else parse_json(raw, item.path)).data
    except Exception:  # whatever was wrong with it has been told
        return None


def _reports(outcome: Outcome, work: Work, left_out: int) -> tuple[tuple[str, bytes], ...]:
    """The reports of one initiative, as `advise` makes them."""
    from poolwijzer.formats.registry import DATA_SUFFIX, render_report
    from poolwijzer.report.build import build_report
    from poolwijzer.report.data import document, json_bytes

    assert work.reports is not None
    report = build_report(outcome, version=work.version, depth=work.reports.depth, left_out=left_out)
    made = []
    for suffix in work.reports.suffixes:
        if suffix == DATA_SUFFIX:
            data = json_bytes(document(outcome, work.version))
        else:
            data = render_report(suffix, report, work.reports.theme)
        made.append((suffix, data))
    return tuple(made)


def _file(assessment: Assessment, content: Content) -> bytes:
    """The initiative as a file of its own; one that names no menus was read with these, and says so from now on."""
    from poolwijzer.assessment.write import dump_assessment, record_menus

    return dump_assessment(assessment if assessment.menus else record_menus(assessment, content))


def write_row(row: Row) -> bytes:
    """A row as a line of JSON. A name of a file may hold bytes that are no text: these show as `\ufffd`."""
    from pydantic_core import PydanticSerializationError, to_json

    try:
        return to_json(row)
    except PydanticSerializationError:  # only half a character cannot be written
        told = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        return re.sub("[\ud800-\udfff]", _LOST.decode(), told).encode("utf-8")
