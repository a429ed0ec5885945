"""Words that the menus use no more, where they still stand: one word for each thing reads easier than two.

The list is a file of its own (`benchmarks/termen.yaml`), so that a keeper of the menus can add to it. What was taken
over is not looked at: titles of the workshop, key questions, names of cases, synonyms, former texts, what people say,
and sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from poolwijzer.content.files import MenuFiles
from poolwijzer.content.locations import Steps
from poolwijzer.problems import Problem, quote
from poolwijzer.validation import Model, Text, Whole, validate
from poolwijzer.yamlfile import read_document

_TEXTS_OF_A_WORD = ("label", "title", "term", "text", "question", "short", "meaning", "better_when", "who", "when")
"""Where also a single word is a text; elsewhere it is an id, a number or an address."""
_NAMES_OF_OTHERS = ("title", "region")
_SOURCES = "bronnen"


class RetiredTerm(Model):
    """The word to use, and those that it replaces."""

    use: Text
    instead_of: Annotated[tuple[Text, ...], Field(min_length=1)]
    """With a `*` at the end for every ending; capitals make no difference."""
    allowed_in: tuple[Text, ...] = ()
    """Words around it with which it may stay."""
    at_most: Annotated[Whole, Field(ge=0)] = 0
    """So often it may stand in one text."""

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Where a text uses one of the words more often than it may."""
        allowed = [found.span() for one in self.allowed_in for found in _find(re.escape(one), text)]
        found = [
            match
            for match in _find(rf"\b(?:{'|'.join(map(_pattern, self.instead_of))})\b", text)
            if not any(start <= match.start() and match.end() <= end for start, end in allowed)
        ]
        yield from found[self.at_most :]


class RetiredTerms(Model):
    """The file with all of them."""

    terms: tuple[RetiredTerm, ...]


def read_retired_terms(path: Path) -> tuple[RetiredTerm, ...]:
    """The list of a file.

    Raises:
        InputError: It cannot be read, or says something else.
    """
    return validate(RetiredTerms, read_document(path, top="mapping")).terms


def find_retired_terms(files: MenuFiles, terms: tuple[RetiredTerm, ...]) -> list[Problem]:
    """Every place in the menus where such a word still stands, with what to use; a list to look at, and no mistakes."""
    texts = (
        text
        for name, file in files.files.items()
        if name != _SOURCES
        for text in _texts(file.data, tuple(name.split("/")), {})
    )
    return [
        Problem(
            where.path,
            f"Dit woord gebruiken wij niet meer: {words}.",
            f"Gebruik: {term.use}.",
            where.line,
            where.column,
        )
        for loc, text in texts
        for term in terms
        if (words := ", ".join(quote(word) for word in dict.fromkeys(match[0] for match in term.find(text))))
        for where in [files.locate(loc)]
    ]


def _find(pattern: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(pattern, text, re.IGNORECASE)


def _pattern(word: str) -> str:
    return rf"{re.escape(word.removesuffix('*'))}\w*" if word.endswith("*") else re.escape(word)


def _texts(value: Any, loc: Steps, group: Mapping[str, Any]) -> Iterator[tuple[Steps, str]]:
    """Every text that is ours, with its place; `group` is what it stands in."""
    if isinstance(value, str):
        if (" " in value.strip() or loc[-1] in _TEXTS_OF_A_WORD) and not _is_taken_over(loc, group):
            yield loc, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*loc, key), value)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*loc, index), group)


def _is_taken_over(loc: Steps, group: Mapping[str, Any]) -> bool:
    """Whether these are the words of the workshop, a name, or a word that people may look for."""
    key = next(step for step in reversed(loc) if isinstance(step, str))
    return (
        key in ("key_question", "also", "was", "says")
        or (key == "title" and (group.get("basis") == "deck" or group.get("deck") == "true"))
        or (loc[0] == "praktijk" and key in _NAMES_OF_OTHERS)
        or "ends" in loc
    )
