"""What always holds: how mistakes are told, and that what is written can be read."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable
from html.parser import HTMLParser

from docx.oxml import parse_xml

from poolwijzer.problems import MOST_PROBLEMS, Problem

_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ENGLISH = re.compile(r"\b(?:should|expected|invalid|unexpected|cannot|must|missing|Traceback|object|failed|while)\b")
_QUOTED = re.compile("'[^']*'|\"[^\"]*\"")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_STUMBLED = "een fout in het programma"
_LONGEST_LINE = 6000  # of names of columns or sheets some tens are told
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Found(Exception):  # noqa: N818 - what is looked for here
    """Something that should not be so."""


def check_that(holds: object, otherwise: str) -> None:
    """Raise what was found, where something does not hold."""
    if not holds:
        raise Found(otherwise)


def check_problems(problems: Iterable[Problem], *, least: int = 0) -> None:
    """Hold told problems or remarks against the contract: one line each, harmless, in Dutch, and not too many."""
    told = list(problems)
    check_that(least <= len(told) <= MOST_PROBLEMS + 1, f"{len(told)} problems")
    for problem in told:
        line = str(problem)
        check_that(problem.path and problem.message.strip(), f"no path or message: {line!r}")
        check_that(not _UNFIT.search(line), f"signs that steer a screen: {line!r:.300}")
        check_that(len(line) <= _LONGEST_LINE, f"{len(line)} signs in a line: {line!r:.300}")
        check_that(_STUMBLED not in line, f"stumbled: {line}")
        check_that(not _ENGLISH.search(_QUOTED.sub("", line)), f"English: {line}")


def check_screen(shown: str, told: str) -> None:
    """Hold what a command shows, and what it tells beside that, against the same."""
    check_that(not (odd := _CONTROLS.search(shown)), f"a control character on the screen: {odd!r}")
    for line in told.split("\n"):
        check_that(not _UNFIT.search(line), f"signs that steer a screen: {line!r:.300}")
    check_that(_STUMBLED not in told and "Traceback" not in told, "stumbled")


def check_output(suffix: str, data: bytes) -> None:
    """Read back what was written, as strictly as its kind allows."""
    _READERS[suffix](data)


def _text(data: bytes) -> str:
    text = data.decode("utf-8")
    check_that(not (odd := _CONTROLS.search(text)), f"a control character in the output: {odd!r}")
    return text


def _pdf(data: bytes) -> None:
    check_that(data.startswith(b"%PDF-") and b"%%EOF" in data[-20:], "no PDF")


def _parquet(data: bytes) -> None:
    check_that(data.startswith(b"PAR1") and data.endswith(b"PAR1"), "no Parquet")


def _package(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        check_that(package.testzip() is None, "a damaged package")
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                parse_xml(package.read(name))


def _json(data: bytes) -> None:
    def refuse(word: str) -> None:
        raise Found(f"{word} is no JSON")

    json.loads(data.decode("utf-8"), parse_constant=refuse)


def _json_lines(data: bytes) -> None:
    for line in data.splitlines():
        _json(line)


def _csv(data: bytes) -> None:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
    check_that(len({len(row) for row in rows}) <= 1, "rows of different lengths")


class _Page(HTMLParser):
    """Sees that every element that opens is closed, and in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        check_that(tag != "script" and not any(name.startswith("on") for name, _ in attrs), f"alive: <{tag} {attrs}>")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        check_that(tag != "script", "a script")

    def handle_endtag(self, tag: str) -> None:
        check_that(self.open and self.open.pop() == tag, f"</{tag}> closes nothing")


def _html(data: bytes) -> None:
    page = _Page()
    page.feed(_text(data))
    page.close()
    check_that(not page.open, f"left open: {page.open}")


def _svg(data: bytes) -> None:
    _text(data)
    parse_xml(data)


_READERS = {
    ".csv": _csv,
    ".docx": _package,
    ".html": _html,
    ".json": _json,
    ".jsonl": _json_lines,
    ".md": _text,
    ".ods": _package,
    ".parquet": _parquet,
    ".pdf": _pdf,
    ".svg": _svg,
    ".xlsx": _package,
}
