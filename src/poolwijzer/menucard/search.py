"""Finding a word anywhere in the menus, whatever its capitals and accents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.content.locations import models_below
from poolwijzer.content.wording import fill_names
from poolwijzer.dutch import fold_text
from poolwijzer.problems import did_you_mean
from poolwijzer.report.sentences import names_in
from poolwijzer.validation import Model

Kind = Literal["option", "component", "statement", "context", "signal", "fact", "doubt", "case", "term"]
AROUND = 60
"""Characters shown on each side of what was found."""
_WORDS = ("basis", "kind", "effect", "axis", "facet", "scale", "placement", "group", "tried")
NOT_TEXT = frozenset({*_WORDS, "sources", "fact", "facts", "url", "remark"})
"""Fields that hold words of the format, ids, or what is only for who keeps the menus."""


class Hit(NamedTuple):
    """Something that holds the word: what it is, its title, and the piece of text the word stands in."""

    kind: Kind
    id: str
    title: str
    excerpt: str
    """Empty where the title or the id holds it."""


class _Entry(NamedTuple):
    kind: Kind
    id: str
    title: str
    names: tuple[str, ...]
    texts: tuple[str, ...]


def search_menus(words: str, content: Content) -> tuple[Hit, ...]:
    """Everything that holds all these words; what has them in its name comes first, else in the order of the menus."""
    wanted = [fold_text(word) for word in words.split()]
    found = [hit for entry in _entries(content) if wanted and (hit := _hit(entry, wanted))]
    return tuple(sorted(found, key=lambda hit: bool(hit.excerpt)))


def suggest_word(words: str, content: Content) -> str:
    """What was perhaps meant by a word that is nowhere."""
    known = {word.strip("-") for entry in _entries(content) for name in entry.names for word in _words(name)}
    return did_you_mean(words.casefold(), sorted(word for word in known if len(word) > 3))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text.casefold())


def _hit(entry: _Entry, wanted: list[str]) -> Hit | None:
    name = fold_text(" ".join(entry.names))
    if all(word in name for word in wanted):
        return Hit(entry.kind, entry.id, entry.title, "")
    if not all(word in fold_text(" ".join((*entry.names, *entry.texts))) for word in wanted):
        return None
    # The text that holds most of them.
    text = max(entry.texts, key=lambda text: sum(word in fold_text(text) for word in wanted))
    return Hit(entry.kind, entry.id, entry.title, _excerpt(text, wanted))


def _excerpt(text: str, wanted: list[str]) -> str:
    """The words around the first of these, cut between words."""
    plain = fold_text(text)
    at = min((plain.index(word) for word in wanted if word in plain), default=0)
    begin, end = max(0, at - AROUND), at + AROUND
    piece = text[begin:end]
    if begin:
        piece = "… " + piece.partition(" ")[2]
    return piece.rpartition(" ")[0] + " …" if end < len(text) else piece


def _entries(content: Content) -> Iterator[_Entry]:
    """Everything that can be found, with the general words of the menus for names."""
    names = names_in(None, content)
    for entry in _as_written(content):
        texts = tuple(fill_names(text, names) for text in entry.texts)
        called = tuple(fill_names(name, names) for name in entry.names)
        yield entry._replace(title=fill_names(entry.title, names), names=called, texts=texts)


def _as_written(content: Content) -> Iterator[_Entry]:
    for name, component in content.components.items():
        yield _Entry("component", name, component.title, (name, component.title), (component.question,))
        for option_name, option in component.options.items():
            yield _entry("option", option_name, option.title, option)
    for name, statement in content.statements.items():
        yield _entry("statement", name, statement.joint.text, statement)
    for name, question in content.context.items():
        yield _entry("context", name, question.question, question)
    for name, signal in content.signals.items():
        yield _entry("signal", name, signal.title, signal)
    for name, answer in content.doubts.items():
        if found := content.objections.get(name):
            yield _Entry("doubt", name, f"'{found.says}'", (name, answer.label, found.says), tuple(_texts(found)))
    for name, fact in content.dated_facts.items():
        yield _entry("fact", name, fact.title or name, fact)
    for name, case in content.cases.items():
        yield _entry("case", name, case.title, case)
    for name, term in content.terms.items():
        yield _Entry("term", name, term.term, (name, term.term, *term.also), (term.meaning,))


def _entry(kind: Kind, name: str, title: str, value: Model) -> _Entry:
    return _Entry(kind, name, title, (name, title), tuple(_texts(value)))


def _texts(value: Model) -> Iterator[str]:
    for model, _ in models_below(value, (None, "")):
        for field, inner in model:
            if field not in NOT_TEXT:
                yield from _plain(inner)


def _plain(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    return tuple(part for part in value if isinstance(part, str)) if isinstance(value, tuple) else ()
