"""JSON Schema for every kind of file that is read, and for the documents that are written."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema
from typing_extensions import TypedDict

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.component import Component
from poolwijzer.content.dated_facts import DatedFacts
from poolwijzer.content.evidence import Case, Signals, Sources, Terms
from poolwijzer.content.first_steps import FirstSteps
from poolwijzer.content.objections import Objections
from poolwijzer.content.papers import Papers
from poolwijzer.content.plan import Plan
from poolwijzer.content.questions import Questions
from poolwijzer.content.typology import Typology
from poolwijzer.content.whole_rules import WholeRules
from poolwijzer.report.data import TOLD_AS, WORDS, AdviceDocument
from poolwijzer.schema.as_typed import WHOLE_TEXT, as_typed
from poolwijzer.schema.partial import REFERENCE, make_partial
from poolwijzer.validation import Model

DIALECT = "https://json-schema.org/draft/2020-12/schema"
URN = "urn:poolwijzer:schema:"
"""What the name of every schema begins with."""
PUBLISHED = {"CaseEvent": "Moment", "ConversationPlan": "Conversation"}
"""What the schemas call a class that the code calls otherwise by now: who refers to a part must not notice."""
_APART = ("title", "description", "properties")
FILES: dict[str, type[Model]] = {
    "assessment": Assessment,
    "typologie": Typology,
    "vragen": Questions,
    "component": Component,
    "praktijk": Case,
    "aandachtspunten": Signals,
    "samenhang": WholeRules,
    "stappenplan": Plan,
    "bronnen": Sources,
    "begrippen": Terms,
    "feiten": DatedFacts,
    "eerste-stappen": FirstSteps,
    "bezwaren": Objections,
    "vervolg": Papers,
}


def make_schema(kind: str, own: bool = False) -> dict[str, Any]:
    """The schema of a kind of file (`FILES`), or of the `advice`.

    Files are described as they are typed; the advice as it is written, open to new keys. In an own folder of menus
    (`own`) a file need only say what differs, and may hide things; a list is replaced whole, so what stands in one
    stays whole.
    """
    if kind == "advice":
        return make_document_schema(AdviceDocument, kind)
    schema = _typed_schema(FILES[kind])
    if own and kind != "assessment":
        return _identified(f"own-{kind}", make_partial(schema, with_extends=kind == "typologie"))
    return _identified(kind, schema)


def make_file_schema(kind: type[Model], name: str) -> dict[str, Any]:
    """The schema of a kind of file of a room above this one, described as it is typed.

    Args:
        kind: What a file of this kind holds.
        name: What the kind is called.
    """
    return _identified(name, _typed_schema(kind))


def _identified(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A schema with its dialect, and with who it is: the name and the number of the format, wherever it lies.

    A URN, as an address would be asked for by some programs, and there is none to answer. The number is the highest
    that the files themselves can give, and 1 where they give none.
    """
    fields = schema.get("properties", {})
    number = fields.get("format", {}).get("const") or fields.get("poolwijzer", {}).get("maximum") or 1
    return {"$schema": DIALECT, "$id": f"{URN}{name}:{number}", **schema}


def _typed_schema(kind: type[Model]) -> dict[str, Any]:
    plain = kind.model_json_schema(by_alias=True, schema_generator=_WithPublishedNames)
    schema: dict[str, Any] = _for_editors(plain, plain.get("$defs", {}))
    return schema


def make_document_schema(kind: type, name: str) -> dict[str, Any]:
    """The schema of a document that is written as JSON: open to new keys.

    Args:
        kind: What it holds.
        name: What it is called.
    """
    return _identified(name, TypeAdapter(_as_object(kind)).json_schema(mode="serialization"))


class _WithPublishedNames(GenerateJsonSchema):
    def normalize_name(self, name: str) -> str:
        return super().normalize_name(PUBLISHED.get(name, name))

    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        """A group; pydantic says of its keys only what they are where they are text."""
        found = super().dict_schema(schema)
        if self.generate_inner(schema.get("keys_schema", core_schema.any_schema())).get("type") == "integer":
            found["propertyNames"] = {"pattern": WHOLE_TEXT}
        return found


def _as_object(kind: Any) -> Any:
    """A type in which every named tuple is the object that it is written as."""
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return _object_of(TOLD_AS.get(kind, kind))
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return Union[tuple(_as_object(part) for part in inside)]  # noqa: UP007 - a union made at run time
    if origin in (tuple, dict):
        return origin[tuple(part if part is ... else _as_object(part) for part in inside)]
    return kind


@cache
def _object_of(kind: type) -> Any:
    hints = {**get_type_hints(kind, include_extras=True), **dict.fromkeys(WORDS.get(kind, ()), str)}
    fields = {name: _as_object(hint) for name, hint in hints.items()}
    made = TypedDict(PUBLISHED.get(kind.__name__, kind.__name__), fields)  # type: ignore[misc]
    made.__doc__ = kind.__doc__
    return made


def _for_editors(part: Any, kinds: dict[str, Any]) -> Any:
    """A part of a schema as an editor needs it.

    Without the names that the code has for things. Every field with a description: pydantic leaves it out where its
    kind (`kinds`, the `$defs`) says the same. And as we read: each value as the text that was typed, so that text may
    look like a number or a word for true and false (`looptijd: 2`, `when: 2027`), and a number may stand in quotes.
    """
    if isinstance(part, list):
        return [_for_editors(inner, kinds) for inner in part]
    if not isinstance(part, dict):
        return part
    shown = {key: _for_editors(value, kinds) for key, value in part.items() if key not in _APART}
    shown |= as_typed(part)
    about = {"description": part["description"]} if "description" in part else {}
    if "properties" not in part:
        return {**shown, **about}
    fields = {name: _for_editors(_described(field, kinds), kinds) for name, field in part["properties"].items()}
    return {**about, **shown, "properties": fields}


def _described(field: dict[str, Any], kinds: dict[str, Any]) -> dict[str, Any]:
    kind = kinds.get(field.get("$ref", "").removeprefix(REFERENCE), {})
    return {"description": kind["description"], **field} if "description" in kind else field
