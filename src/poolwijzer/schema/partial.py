"""The schema of a file that holds only what differs: nothing is required where files are merged field by field."""

from __future__ import annotations

from typing import Any

from poolwijzer.rules.conditions import KINDS

HIDE = {"type": ["boolean", "string"], "enum": [True, False, "true", "false"], "description": "true haalt dit weg."}
EXTENDS = {"const": "none", "description": "none begint van niets: dan geldt geen enkel gewoon menu."}
SUFFIX = "-deels"
WHOLE = frozenset(kind.__name__ for kind in KINDS)
"""Conditions: half of one means nothing."""
REFERENCE = "#/$defs/"


def make_partial(schema: dict[str, Any], *, with_extends: bool = False) -> dict[str, Any]:
    """The schema for a file that is laid over another; `with_extends` where it may say to start from nothing."""
    opener = _Opener(schema.get("$defs", {}))
    opened = opener.loosen({key: value for key, value in schema.items() if key != "$defs"})
    if with_extends:
        opened["properties"]["extends"] = EXTENDS
    return {**opened, "$defs": opener.definitions}


class _Opener:
    """Copies of definitions in which nothing is required, beside the whole ones that lists still need."""

    def __init__(self, definitions: dict[str, Any]) -> None:
        self.definitions = dict(definitions)

    def loosen(self, schema: dict[str, Any]) -> dict[str, Any]:
        """A schema of which every part may be left out or hidden."""
        if "$ref" in schema:
            return {**schema, "$ref": self._reference(schema["$ref"])}
        open_ = {key: value for key, value in schema.items() if key not in ("required", "minProperties")}
        for key in ("anyOf", "oneOf", "allOf"):
            if key in open_:
                open_[key] = [self.loosen(part) for part in open_[key]]
        if "properties" in open_:
            inner = {name: self.loosen(part) for name, part in open_["properties"].items()}
            open_["properties"] = {**inner, "hide": HIDE}
        if "patternProperties" in open_:
            open_["patternProperties"] = {key: self.loosen(part) for key, part in open_["patternProperties"].items()}
        if isinstance(open_.get("additionalProperties"), dict):
            open_["additionalProperties"] = self.loosen(open_["additionalProperties"])
        return open_

    def _reference(self, reference: str) -> str:
        name = reference.removeprefix(REFERENCE)
        if name in WHOLE:
            return reference
        partly = name + SUFFIX
        if partly not in self.definitions:
            self.definitions[partly] = {}  # a definition may mention itself
            self.definitions[partly] = self.loosen(self.definitions[name])
        return f"{REFERENCE}{partly}"
