"""What stands in a text that a file is not made of, told where it stands: odd signs, and lines of other programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from poolwijzer.problems import Problem, in_order, quote
from poolwijzer.yamlfile.events import events_of
from poolwijzer.yamlfile.mending import can_mend, find_fences, mend_json, mend_yaml
from poolwijzer.yamlfile.reader import MENDS
from poolwijzer.yamlfile.signs import find_odd, find_odd_signs, on_lines, remark_signs, tell_signs

_MERGE_MARK = re.compile(r"^(?:(<{7}|>{7}|\|{7})(?: .*)?|(={7}))\r?$", re.MULTILINE)
_BEHIND = re.compile(r"[ \t]+#(?=\w)([^\r\n]*)")
_ON_A_LINE = re.compile(r"[ \t]#(?=\w)")
_COMES_AFTER = re.compile(r"-?[0-9][0-9./:-]*|true|false")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REMINDER = re.compile(r"(?:TODO|FIXME)\b")
_MARKDOWN = "een codeblok van Markdown"


def explain_slips(
    problems: Iterable[Problem], text: str, name: str, *, line: int = 1, json: bool = False
) -> list[Problem]:
    """The problems of a text that is of no use, with every slip in it that can be why.

    Args:
        problems: What is wrong with it.
        text: The text.
        name: How messages call it.
        line: Which line of the file it begins on, from 1.
        json: Whether it is JSON, in which no # begins a comment.
    """
    if marks := list(_merge_marks(text, name, line)):
        return marks
    found = list(problems)
    numbers = {one.line for one in found}
    mended = (mend_json if json else mend_yaml)(text, MENDS[0]) if can_mend(text) else text
    if not text.isascii():
        places = {*_changes(text, mended), *on_lines(text, numbers, line)}
        found += tell_signs(name, find_odd_signs(text, places, line))
    for number in islice(find_fences(mended), 2):
        hint = "Haal de regels met ``` weg, en alles wat erbuiten staat."
        found.append(Problem(name, f"Hier staat {_MARKDOWN}.", hint, number + line, 1))
    if not json:
        found += _hidden_on(text, name, numbers)
    return in_order(dict.fromkeys(found))


def _changes(text: str, mended: str) -> Iterator[int]:
    """Where an odd sign was read as another."""
    return (place for place in find_odd(text) if text[place] != mended[place]) if mended != text else iter(())


def remark_mended(text: str, mended: str, name: str, line: int = 1) -> Iterator[Problem]:
    """What was read otherwise than it stands there."""
    yield from remark_signs(name, find_odd_signs(text, _changes(text, mended), line))
    left = set(find_fences(mended))
    if fences := [number for number in find_fences(text) if number not in left]:
        message = f"Om dit bestand staat {_MARKDOWN}. Die regels tellen niet mee."
        yield Problem(name, message, "Haal de regels met ``` weg.", fences[0] + line, 1)


def _merge_marks(text: str, name: str, line: int) -> Iterator[Problem]:
    if not re.search(r"^[<>]{7}(?: |\r?$)", text, re.MULTILINE):
        return
    done = 0
    for found in _MERGE_MARK.finditer(text):
        message = f"Hier staat een samenvoegteken van git ({found[1] or found[2]}): twee versies staan door elkaar."
        hint = "Kies per plek één versie, en haal de regels met <<<<<<<, ======= en >>>>>>> weg."
        line, done = line + text.count("\n", done, found.start()), found.start()
        yield Problem(name, message, hint, line, 1)


def remark_hidden(text: str, name: str) -> Iterator[Problem]:
    """Text behind a # that somebody seems to have meant as text: it stands right behind it, and behind text."""
    from yaml import events as kinds

    get_event: Callable[[], Any] = events_of(text).get_event
    while (event := get_event()) is not None:
        if not isinstance(event, kinds.ScalarEvent) or event.style:
            continue
        mark: Any = event.end_mark
        if (behind := _BEHIND.match(text, mark.index)) and _belongs(event.value, behind[1]):
            yield _hidden(name, behind[1], mark.line + 1, mark.column + behind.start(1) - mark.index)


def _belongs(before: str, after: str) -> bool:
    """Whether what follows a # belongs to the text before it: not a comment on a number or an id."""
    if _COMES_AFTER.fullmatch(before) or _REMINDER.match(after):
        return False
    return after[:1].isdigit() or not _WORD.fullmatch(before)


def _hidden_on(text: str, name: str, numbers: Iterable[int | None]) -> Iterator[Problem]:
    """The same on lines that cannot be read."""
    lines = re.split("\r\n|[\r\n]", text) if "#" in text else []
    for number in {number for number in numbers if number is not None and number <= len(lines)}:
        line = lines[number - 1]
        if (found := _ON_A_LINE.search(line)) and not line.lstrip().startswith("#"):
            yield _hidden(name, line[found.end() :], number, found.end())


def _hidden(name: str, after: str, line: int, column: int) -> Problem:
    told = "Wat na # staat, leest Poolwijzer niet"
    message = f"{told}: {quote(f'#{after.strip()}')}."
    hint = "Hoort het bij de tekst? Zet de hele tekst tussen aanhalingstekens."
    return Problem(name, message, hint, line, column, f"{told}.")
