"""The parser below: libyaml where PyYAML came with it, else PyYAML's own with the same habits.

PyYAML's own parser reads some things otherwise, and what a file says must not depend on the machine.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from yaml.events import Event

QUOTE_IT = "Zet tekst met een leesteken vooraan tussen dubbele aanhalingstekens."
"""Advice that more than one mistake asks for."""

LINE_SIGNS = "\x85\u2028\u2029"
"""What a word processor takes for the end of a line, and an editor of text does not."""
STAND_IN = "\ufdd0"
"""Takes the place of a sign that cannot be seen where that does no harm, and is no part of what a text says."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAKS = "\r\n"


class Events(Protocol):
    """A source of parser events."""

    def get_event(self) -> Event | None:
        """Give the next event; raises YAMLError at a mistake in the file."""


def events_of(text: str, *, pure: bool = False, without: str = "") -> Events:
    """Start parsing a text that holds no control characters.

    Args:
        text: The whole file.
        pure: Use the parser in pure Python, also where the quick one is there.
        without: Signs that are no part of what it says.
    """
    if not text.isascii() and any(sign in text for sign in LINE_SIGNS + without):
        return _WithLineSigns(text, without, pure=pure)
    if not pure:
        try:
            from yaml._yaml import CParser
        except ImportError:
            pass
        else:
            return CParser(text)
    return _pure_parser(text)


class _WithLineSigns:
    """The events of a text with signs that end a line to a parser, and to no editor: here these are text."""

    def __init__(self, text: str, without: str, *, pure: bool) -> None:
        stand_ins = [sign for sign in map(chr, range(0xFDD1, 0xFDF0)) if sign not in text]
        instead = dict(zip(LINE_SIGNS, stand_ins, strict=False))
        for sign, stand_in in instead.items():
            text = text.replace(sign, stand_in)
        self._back = {ord(stand_in): sign for sign, stand_in in instead.items()} | dict.fromkeys(map(ord, without), "")
        self._events: Any = events_of(text, pure=pure)
        self.get_token = getattr(self._events, "get_token", None)

    def get_event(self) -> Event | None:
        event: Any = self._events.get_event()
        if isinstance(getattr(event, "value", None), str):
            event.value = event.value.translate(self._back)
        found: Event | None = event
        return found


def _pure_parser(text: str) -> Events:
    from yaml.events import ScalarEvent
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner, ScannerError

    class PureParser(Reader, Scanner, Parser):
        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)

        def scan_to_next_token(self) -> None:
            # A tab between a colon and a value is a blank to libyaml, and a mistake to PyYAML.
            super().scan_to_next_token()
            while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
                self.forward()
                super().scan_to_next_token()

        def scan_plain_spaces(self, indent: int, start_mark: Any) -> Any:
            length = 0
            while self.peek(length) in (" ", "\t"):
                length += 1
            blanks = self.prefix(length)
            if "\t" not in blanks:
                return super().scan_plain_spaces(indent, start_mark)
            self.forward(length)
            return super().scan_plain_spaces(indent, start_mark) if self.peek() in _BREAKS else [blanks]

        def peek_at_text(self, index: int = 0) -> str:
            sign: str = super().peek(index)
            return "." if sign == "?" else sign

        def scan_plain(self) -> Any:
            # Between braces a question mark ends a text to PyYAML. To libyaml it is text, and a colon against what
            # ends one is a mistake.
            if not self.flow_level:
                return super().scan_plain()
            start = self.get_mark()
            self.peek = self.peek_at_text  # type: ignore[method-assign]
            try:
                token = super().scan_plain()
            finally:
                del self.peek
            if ":?" in token.value or (self.peek() == ":" and self.peek(1) in ",[]{}"):
                raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", self.get_mark())
            return token

        def parse_flow_mapping_value(self) -> Any:
            # Where nothing stands behind a colon, libyaml points at what follows.
            event = super().parse_flow_mapping_value()  # type: ignore[no-untyped-call]
            if isinstance(event, ScalarEvent) and not event.value and not event.style:
                event.start_mark = event.end_mark = self.peek_token().start_mark  # type: ignore[no-untyped-call]
            return event

        def scan_flow_scalar(self, style: Any) -> Any:
            # "\UFFFFFFFF" is an OverflowError to PyYAML, and "\ud800" a character that no file can hold.
            start = self.get_mark()
            try:
                token = super().scan_flow_scalar(style)
            except (ValueError, OverflowError):
                token = None
            if token is None or _SURROGATE.search(token.value):
                raise ScannerError("while parsing a quoted scalar", start, "found invalid escape code", start)
            return token

    return PureParser(text)
