"""JSON Schema for every kind of file that is read, and for the advice that is written."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.menu import Component
from poolwijzer.content.plan import Plan
from poolwijzer.content.questions import Questions
from poolwijzer.content.stories import Case, Signals, Sources, Terms
from poolwijzer.content.typology import Typology
from poolwijzer.content.whole import Whole
from poolwijzer.report.data import AdviceDocument
from poolwijzer.schema.descriptions import in_dutch
from poolwijzer.schema.partial import partial
from poolwijzer.validation import Model

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES: dict[str, type[Model]] = {
    "assessment": Assessment,
    "typologie": Typology,
    "vragen": Questions,
    "component": Component,
    "praktijk": Case,
    "aandachtspunten": Signals,
    "samenhang": Whole,
    "stappenplan": Plan,
    "bronnen": Sources,
    "begrippen": Terms,
}


def schema_of(kind: str, own: bool = False) -> dict[str, Any]:
    """The schema of a kind of file (`FILES`), or of the `advice`.

    Files are described as they are typed; the advice as it is written, open to new keys. In an own folder of menus
    (`own`) a file need only say what differs, and may hide things; a list is replaced whole, so what stands in one
    stays whole.
    """
    if kind == "advice":
        return schema_of_written(AdviceDocument)
    schema: dict[str, Any] = _as_typed(in_dutch(FILES[kind].model_json_schema(by_alias=True)))
    if own and kind != "assessment":
        schema = partial(schema, with_extends=kind == "typologie")
    return {"$schema": DIALECT, **schema}


def schema_of_written(kind: type) -> dict[str, Any]:
    """The schema of a document that is written as JSON: open to new keys."""
    return {"$schema": DIALECT, **TypeAdapter(_as_object(kind)).json_schema(mode="serialization")}


def _as_object(kind: Any) -> Any:
    """A type in which every named tuple is the object that it is written as."""
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return _object_of(kind)
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return Union[tuple(_as_object(part) for part in inside)]  # noqa: UP007 - a union made at run time
    if origin in (tuple, dict):
        return origin[tuple(part if part is ... else _as_object(part) for part in inside)]
    return kind


@cache
def _object_of(kind: type) -> Any:
    hints = get_type_hints(kind, include_extras=True)
    made = TypedDict(kind.__name__, {name: _as_object(hint) for name, hint in hints.items()})  # type: ignore[misc]
    made.__doc__ = kind.__doc__
    return made


def _as_typed(schema: Any) -> Any:
    """A schema in which text may look like a number or a word for true and false.

    We read every value as the text that was typed, so `looptijd: 2` and `when: 2027` are fine; an editor reads
    numbers there and would complain.
    """
    if isinstance(schema, list):
        return [_as_typed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    typed = {key: _as_typed(part) for key, part in schema.items()}
    if schema.get("type") == "string" and not schema.keys() & {"enum", "const", "format"}:
        may_be_empty = not schema.keys() & {"minLength", "pattern"}
        typed["type"] = ["string", "number", "boolean", *(["null"] if may_be_empty else [])]
    return typed
