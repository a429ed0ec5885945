"""Every dotted path that a column can stand for, read from the model of an initiative's file and from the menus."""

from __future__ import annotations

import datetime
import types
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.check import DOTS
from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import ContextAnswer, Estimate, NamedChoice, Participant
from poolwijzer.content.content import Content

Kind = Literal[
    "text",
    "texts",
    "slug",
    "word",
    "whole",
    "number",
    "date",
    "truth",
    "answer",
    "votes",
    "context",
    "chosen",
    "options",
    "places",
    "dots",
]
"""What kind of value a cell holds."""

_SCALARS: dict[Any, Kind] = {str: "text", int: "whole", Fraction: "number", datetime.date: "date", bool: "truth"}
_OPTIONS = ("options", "considering")


class Leaf(NamedTuple):
    """What stands in a column."""

    kind: Kind
    of: str = ""
    """The statement, context question or component it belongs to."""
    words: tuple[str, ...] = ()
    """The words that can stand there, where there are few."""


class Shape(NamedTuple):
    """What a file, or a part of one, can hold. A part of a list is told once, with `#` for its number."""

    leaves: Mapping[str, Leaf]
    """By path, such as `agreements.#.what`. What a user keeps under `own` has no fixed names."""
    required: Mapping[str, tuple[str, ...]]
    """By the path of a group: what it cannot do without. The whole has an empty path."""


@lru_cache(maxsize=4)
def find_shape(model: type[BaseModel], content: Content) -> Shape:
    """The shape of what a model reads, with the ids of the menus; found once, as every table of a run asks for it."""
    walk = _Walk(content)
    return Shape(dict(walk.model(model, "")), walk.required)


def strip_annotation(annotation: Any) -> Any:
    """An annotation without what pydantic adds to it, and without None."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, types.UnionType) and annotation != ContextAnswer:
            members = [member for member in get_args(annotation) if member is not types.NoneType]
            if len(members) > 1:
                return annotation
            annotation = members[0]
        else:
            return annotation


class _Walk:
    """One walk through the models, with the ids of the menus where a group has them as its keys."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self.required: dict[str, tuple[str, ...]] = {}
        self._ids: dict[str, Mapping[str, object]] = {
            "answers": content.every_statement,
            "context": content.context,
            "choices": content.components,
        }

    def model(self, model: type[BaseModel], prefix: str, of: str = "") -> Iterator[tuple[str, Leaf]]:
        needed = tuple(name for name, field in model.model_fields.items() if field.is_required())
        self.required[prefix.removesuffix(".")] = needed
        for name, field in model.model_fields.items():
            kind = strip_annotation(field.annotation)
            if kind is not Costs:  # budgets have years and payers of their own, for which a row has no columns
                yield from self._value(kind, f"{prefix}{name}", name, of)

    def _value(self, kind: Any, path: str, name: str, of: str) -> Iterator[tuple[str, Leaf]]:
        origin, inside = get_origin(kind), get_args(kind)
        if kind is Answer:
            yield path, Leaf("answer", name)
            yield f"{path}.value", Leaf("answer", name)
            yield f"{path}.of", Leaf("whole")
            yield f"{path}.yes", Leaf("whole")
            yield f"{path}.agreed", Leaf("truth")
            yield f"{path}.note", Leaf("text")
            yield f"{path}.votes", Leaf("votes")
            yield f"{path}.agreed", Leaf("truth")
        elif kind == ContextAnswer:
            yield from self._context(path, name)
        elif kind is Estimate:
            yield from ((f"{path}.{axis}", Leaf("number")) for axis in self._content.typology.axes)
            yield f"{path}.{DOTS}", Leaf("dots")
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from self.model(kind, f"{path}.", of)
        elif origin is dict:
            for one in self._ids.get(name, ()):
                yield from self._value(strip_annotation(inside[1]), f"{path}.{one}", one, one)
        elif origin is tuple:
            yield from self._list(strip_annotation(inside[0]), path, name, of)
        elif origin is Literal:
            yield path, Leaf("word", words=inside)
        elif kind in _SCALARS:
            yield path, Leaf("slug" if name == "id" else _SCALARS[kind])

    def _list(self, part: Any, path: str, name: str, of: str) -> Iterator[tuple[str, Leaf]]:
        if part is str:
            yield path, Leaf("options", of) if name in _OPTIONS else Leaf("texts")
            return
        if part is Participant:
            yield path, Leaf("places")
        for inner, leaf in self.model(part, f"{path}.#."):
            if not inner.endswith(".#.code"):
                yield inner, leaf
        if part is Participant:
            self.required[f"{path}.#"] = ("name", "population")

    def _context(self, path: str, question: str) -> Iterator[tuple[str, Leaf]]:
        kind = self._content.context[question].kind
        yield path, Leaf("date") if kind == "date" else Leaf("context", question)
        if kind == "named-choice":
            self.required[path] = ("kind",)
            yield f"{path}.kind", Leaf("chosen", question)
            yield f"{path}.name", Leaf("text")
            yield f"{path}.also", Leaf("text")
            numbers = strip_annotation(NamedChoice.model_fields["number"].annotation)
            yield f"{path}.number", Leaf("word", words=get_args(numbers))
        if kind == "dated-choices":
            self.required[f"{path}.#"] = ("source",)
            yield f"{path}.#.source", Leaf("chosen", question)
            yield f"{path}.#.until", Leaf("whole")
