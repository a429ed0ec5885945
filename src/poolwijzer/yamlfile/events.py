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

_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAKS = "\r\n\x85\u2028\u2029"


class Events(Protocol):
    """A source of parser events."""

    def get_event(self) -> Event | None:
        """Give the next event; raises YAMLError at a mistake in the file."""


def events_of(text: str, *, pure: bool = False) -> Events:
    """Start parsing a text that holds no control characters.

    Args:
        text: The whole file.
        pure: Use the parser in pure Python, also where the quick one is there.
    """
    if not pure:
        try:
            from yaml._yaml import CParser
        except ImportError:
            pass
        else:
            return CParser(text)
    return _pure_parser(text)


def _pure_parser(text: str) -> Events:
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
