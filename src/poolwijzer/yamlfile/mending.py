"""Texts that cannot be read as they are, as they were meant: each sign in the place of another, so that none moves.

Used only where a file is of no use otherwise. Inside text nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from poolwijzer.yamlfile.events import STAND_IN, events_of
from poolwijzer.yamlfile.signs import BRACKETS, BULLETS, COLONS, COMMAS, QUOTES, SPACES, UNSEEN

_S, _Z = SPACES, UNSEEN
_ANY = f"[ \t{_S}{_Z}]"
_ODD = f"[{_S}{_Z}]"
_RUN = f"{_ANY}++"
_KEY = f"[\"'{QUOTES}]?[\\w{STAND_IN}][\\w{STAND_IN}-]*+[\"'{QUOTES}]?{_ANY}*+"
_DASHES = f"(?:-{_ANY}++)*+"
_LEAD = re.compile(f"({_ANY}*)({_DASHES})")
_IN_QUOTES = r"\"(?:[^\"\\]|\\.)*\"|'[^']*'"
_OPENS = f"[\"'{QUOTES}\\[{{]"
_AFTER_KEY = re.compile(f"{_IN_QUOTES}|(?:^[ {STAND_IN}]*+{_DASHES}|[{{,] *+){_KEY}:({_RUN})(?=\\S|$)")
_AFTER_CLOSING = re.compile(f"{_IN_QUOTES}|(?<=[\"'{QUOTES}\\]}}])({_RUN})(?=[,}}\\]:]|$)")
_BEFORE_OPENING = re.compile(f"^ *+{_DASHES}(?:{_KEY}:)? *+({_RUN})(?={_OPENS}|[|>][-+0-9]*[ \t]*$)")
_BEFORE_OPENING_IN_FLOW = re.compile(f"{_IN_QUOTES}|(?:[\\[{{,] *+(?:{_KEY}:)? *+|(?<=[\"']): *+)({_RUN})(?={_OPENS})")
_HIDDEN_OPENING = re.compile(f"{_ODD}{_ANY}*+[\"'\\[{{|>]")
_BLOCK = re.compile(r"(?:[:-]|^) *[|>][-+0-9]*[ \t]*(?:#.*)?$")
_BULLET = re.compile(f"( *)([{BULLETS}])({_ANY}+)")
_WIDE_KEY = re.compile(f"(?:^ *+{_DASHES}|[{{,｛，] *+){_KEY}([{COLONS}])(?= |$|[［｛])")
_PLAIN_FLOW = re.compile(f"^ *+{_DASHES}(?:{_KEY}: *+)?[\\[{{]")
_FLOW = re.compile(f"^ *+{_DASHES}(?:{_KEY}: *+)?[\\[{{［｛]")
_DOUBLE, _SINGLE = "“”„‟«»‹›〝〞〟＂", "‘’‚‛＇"
_QUOTED = re.compile(
    f'(?:^|(?<=: )|(?<=- )|(?<=[\\[{{,［｛，])) *+(?:[{_DOUBLE}]([^"\\\\{_DOUBLE}]*+)[{_DOUBLE}]'
    f'|[{_SINGLE}]([^"\\\\{QUOTES}]*+)[{_SINGLE}])(?= *(?:$|[,\\]}}，］｝]| #))'
)
_JSON_TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_JSON_QUOTED = re.compile(f'[{QUOTES}]([^"\\\\{QUOTES}\n]*)[{QUOTES}]')
_WIDE = dict.fromkeys(COMMAS, ",") | BRACKETS
_WIDE_IN_JSON = {ord(sign): plain for sign, plain in (_WIDE | dict.fromkeys(COLONS, ":")).items()}
_WIDE_OR_TEXT = re.compile(f"{_IN_QUOTES}|[{''.join(_WIDE)}]")
_FENCE = re.compile(r"[ \t]*(```|~~~)[^`~\n]*\Z")
_LINES = re.compile("\r\n|[\r\n]")
# Between any other signs nothing is changed.
_MENDED = f"[{_S}{_Z}{BULLETS}{QUOTES}{COLONS}{COMMAS}{''.join(BRACKETS)}]"


_MOST_ODD = 20_000


def can_mend(text: str) -> bool:
    """Tell quickly whether there is anything that can have been meant otherwise, and not so much that it takes long."""
    odd = 0 if text.isascii() else sum(1 for _ in islice(re.finditer(_MENDED, text), _MOST_ODD + 1))
    return odd <= _MOST_ODD and (odd > 0 or "```" in text or "~~~" in text)


@lru_cache(maxsize=2)
def mend_yaml(text: str, level: int) -> str:
    """A YAML text as it was meant, sign for sign."""
    lines, breaks = _split(text)
    _open_fence(lines)
    block: int | None = None
    bullets: int | None = None
    """How far the dashes of a list may stand in, or stand, right here."""
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (not line.strip() or indent > block):
            continue
        block = None
        line = _unseen(line, level)
        if level > 1:
            line, bullets = _lookalikes(line, bullets)
        if _BLOCK.search(line):
            block = len(line) - len(line.lstrip(" "))
        lines[number] = line
    return _joined(lines, breaks)


def open_values(text: str) -> str:
    """A YAML text in which no sign that cannot be seen stands before what begins a value, which would make it text."""
    from yaml import ScalarEvent, YAMLError

    hidden: set[int] = set()
    get_event: Callable[[], Any] = events_of(text).get_event
    try:
        while (event := get_event()) is not None:
            if isinstance(event, ScalarEvent) and not event.style and _HIDDEN_OPENING.match(event.value):
                mark: Any = event.start_mark
                hidden.add(mark.line)
    except YAMLError:
        pass  # what cannot be read is told, or mended further, by who reads it
    lines, breaks = _split(text)
    return _joined([_unseen(line, 0) if number in hidden else line for number, line in enumerate(lines)], breaks)


@lru_cache(maxsize=2)
def mend_json(text: str, level: int) -> str:
    """A JSON text as it was meant, sign for sign."""
    lines, breaks = _split(text)
    _open_fence(lines)
    text = _joined(lines, breaks)
    parts, done = [], 0
    for found in _JSON_TEXT.finditer(text):
        parts += [_outside(text[done : found.start()], level), found[0]]
        done = found.end()
    return "".join([*parts, _outside(text[done:], level)])


def _outside(text: str, level: int) -> str:
    text = re.sub(f"[{_S}{_Z}]", " ", text)
    if level > 1:
        text = _JSON_QUOTED.sub(r'"\1"', text).translate(_WIDE_IN_JSON)
    return text


def _unseen(line: str, level: int) -> str:
    """A line without signs between its words that cannot be seen."""
    if line.isascii() or not re.search(_ODD, line):
        return line
    if level and (found := _LEAD.match(line)) and re.search(_ODD, found[0]):
        line = _lead(found[1], found[2]) + line[found.end() :]
    if level:
        line = _each(_AFTER_CLOSING, _each(_AFTER_KEY, line, _spaces), _spaces)
    line = _each(_BEFORE_OPENING, line, _spaces)
    # As long as nothing is wrong a wide bracket is text.
    flow = _FLOW if level else _PLAIN_FLOW
    return _each(_BEFORE_OPENING_IN_FLOW, line, _spaces) if flow.match(line) else line


def _spaces(run: str) -> str:
    return run if run.isascii() else " " * len(run)


def _lead(margin: str, dashes: str) -> str:
    """How far a line stands in: what has no width goes behind that, into the key, where it does no harm."""
    unseen = len(re.findall(f"[{_Z}]", margin))
    spaces = " " * (len(margin) - unseen)
    dashed = re.sub("[^-]", " ", dashes)
    return f"{spaces}{dashed}{' ' * unseen}" if dashes else f"{spaces}{STAND_IN * unseen}"


def _lookalikes(line: str, bullets: int | None) -> tuple[str, int | None]:
    """A line of which the signs that look like YAML are YAML, and whether the next may begin with a bullet."""
    if bullets is not None and (found := _BULLET.match(line)) and len(found[1]) >= bullets:
        line = f"{found[1]}-{' ' * len(found[3])}{line[found.end() :]}"
        bullets = len(found[1])
    elif line.strip() and not line.startswith(" " * (bullets or 0) + "  "):
        bullets = None
    if not line.isascii():
        line = _each(_WIDE_KEY, line, lambda sign: ":")
        line = _QUOTED.sub(_quoted, line)
        if _FLOW.match(line):
            line = _WIDE_OR_TEXT.sub(lambda found: _WIDE.get(found[0], found[0]), line)
    if line.rstrip().endswith(":"):
        bullets = len(line) - len(line.lstrip(" -"))
    return line, bullets


def _quoted(found: re.Match[str]) -> str:
    inner = found[1] or found[2] or ""
    return f'{found[0][: -len(inner) - 2]}"{inner}"'


def _each(pattern: re.Pattern[str], line: str, instead: Callable[[str], str]) -> str:
    """The line with its group of every match in another form of the same length."""

    def changed(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        start, end = (index - found.start() for index in found.span(1))
        return found[0][:start] + instead(found[1]) + found[0][end:]

    return pattern.sub(changed, line)


def _open_fence(lines: list[str]) -> None:
    """Blank the lines that make a block of code of the whole in Markdown."""
    numbers = range(len(lines))
    first, last = (next((one for one in order if lines[one].strip()), 0) for order in (numbers, reversed(numbers)))
    for number in {first, last}:
        if _FENCE.match(lines[number]):
            lines[number] = " " * len(lines[number])


def find_fences(text: str) -> Iterator[int]:
    """The numbers, from 0, of the lines that begin or end a block of code in Markdown."""
    if "```" not in text and "~~~" not in text:
        return iter(())
    return (number for number, line in enumerate(_LINES.split(text)) if _FENCE.match(line))


def _split(text: str) -> tuple[list[str], list[str]]:
    return _LINES.split(text), _LINES.findall(text)


def _joined(lines: list[str], breaks: list[str]) -> str:
    return "".join(part for pair in zip(lines, [*breaks, ""], strict=True) for part in pair)
