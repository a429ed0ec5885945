"""The base of every model that a file is read into."""

from fractions import Fraction
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator

from poolwijzer.problems import Fault

# pydantic writes a bound on a value that a validator of ours read under its own name for it.
_BOUNDS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}


class Model(BaseModel):
    """A part of a file: immutable, and a word that it does not know is an error.

    Text stays as typed; a sequence is a tuple. Building a model's validator waits until it is used.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, serialize_by_alias=True)
    schema_description: ClassVar[str] = ""
    """What this part is, in Dutch: an editor shows it to who types a file."""
    one_needed: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Groups of keys of which one has to be there at least, for the schema; a validator of the part tells it."""

    def __init_subclass__(cls, description: str = "", **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.schema_description = description

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler, /) -> dict[str, Any]:
        schema = handler(core)
        whole = handler.resolve_ref_schema(schema)
        whole["description"] = cls.schema_description  # and not the docstring, which is for who reads the code
        if cls.one_needed:
            whole["allOf"] = [{"anyOf": [{"required": [key]} for key in group]} for group in cls.one_needed]
        _name_bounds(whole)
        return schema


class PlainText(Model):
    """A group that may be written as a plain text: what is said then is its `text`."""

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler, /) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "minLength": 1}, super().__get_pydantic_json_schema__(core, handler)]}


def _name_bounds(schema: Any) -> None:
    if isinstance(schema, list):
        for part in schema:
            _name_bounds(part)
    elif isinstance(schema, dict):
        for key, part in list(schema.items()):
            if key in _BOUNDS and isinstance(part, int | float | str):
                # An exact bound comes here as text.
                schema[_BOUNDS[key]] = float(Fraction(part)) if isinstance(part, str) else part
                del schema[key]
            else:
                _name_bounds(part)


class WrongKind(Fault):
    """A group or list where one value belongs: of several readings, this one was certainly not meant."""
