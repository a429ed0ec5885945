"""Dutch words in a JSON Schema, for what an editor shows while somebody types."""

from __future__ import annotations

from typing import Any

from poolwijzer.schema.words import MODELS, SHARED, WORDS


def in_dutch(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a file with Dutch descriptions, in place of those meant for who reads the code."""
    plain: dict[str, Any] = _described(schema)
    return plain


def _described(part: Any) -> Any:
    if isinstance(part, list):
        return [_described(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    told = {key: _described(value) for key, value in part.items() if key not in ("title", "description", "properties")}
    if "properties" not in part:
        return told
    model = str(part.get("title", ""))
    about = {"description": MODELS[model]} if model in MODELS else {}
    fields = {name: _field(model, name, _described(inner)) for name, inner in part["properties"].items()}
    return {**about, **told, "properties": fields}


def _field(model: str, name: str, schema: dict[str, Any]) -> dict[str, Any]:
    words = WORDS.get(f"{model}.{name}") or SHARED.get(name)
    return {**schema, "description": words} if words else schema
