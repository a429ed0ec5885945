"""The comments of a file, found between the words that a parser reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from poolwijzer.yamlfile.events import events_of

_COMMENT = re.compile(r"#[^\n\r\x85\u2028\u2029]*")
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\n\r\x85\u2028\u2029]*)")


class Comment(NamedTuple):
    """A comment and where it stands."""

    start: int
    end: int
    text: str


def comments_of(text: str) -> tuple[str, ...]:
    """Every comment of a YAML file, in order, each from its # to the end of its line."""
    return tuple(found.text for found in comments_in(text))


def comments_in(text: str) -> tuple[Comment, ...]:
    """Every comment with its place."""
    return tuple(Comment(found[0], found[1], text[slice(*found)].rstrip()) for found in _spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    # Both parsers also give tokens, as a sign that is no comment is part of one.
    source = cast(Any, events_of(text))
    before = 0
    while (token := source.get_token()) is not None:
        # Some tokens have no length, and lie before the end of the last.
        start, end = token.start_mark.index, token.end_mark.index
        for found in _COMMENT.finditer(text, before, max(before, start)):
            yield found.span()
        if getattr(token, "style", None) in ("|", ">") and (header := _HEADER.match(text, start)):
            yield header.span(1)
        before = max(before, end)
    for found in _COMMENT.finditer(text, before):
        yield found.span()
