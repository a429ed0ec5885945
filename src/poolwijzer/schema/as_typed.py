"""What a value may look like in a file, where every value is read as the text that was typed."""

from __future__ import annotations

from typing import Any

from poolwijzer.validation.values import SLUG

WHOLE_TEXT = "^-?[0-9]{1,18}$"
"""A whole number in digits."""
_LARGEST = 10**18 - 1
"""Of what is read as a whole number."""
_FEW_DIGITS = "^(?=[0-9]{1,18}$)"
_EXACT_TEXT = r"^-?[0-9]{1,18}(?:\.[0-9]{1,18}|/0*[1-9][0-9]{0,17})?$"
_DAY_TEXT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_TRUTH = {"type": ["boolean", "string"], "enum": [True, False, "true", "false"]}


def as_typed(part: dict[str, Any]) -> dict[str, Any]:
    """What is different in a part of a schema that says what a value is."""
    kind = part.get("type")
    if part.keys() & {"enum", "const"}:
        return {}
    if kind == "boolean":
        return _TRUTH
    if kind == "integer":
        bounds = {"minimum": -_LARGEST, "maximum": _LARGEST} | _bounds(part)
        return bounds | {"type": ["integer", "string"], "pattern": _digits(bounds["minimum"], bounds["maximum"])}
    if kind == ["number", "string"]:
        return {"minimum": -_LARGEST, "maximum": _LARGEST} | _bounds(part) | {"pattern": _EXACT_TEXT}
    if part.get("format") == "date":
        return {"pattern": _DAY_TEXT}
    if kind == "string" and part.get("pattern") == SLUG:
        return {"type": ["string", "integer", "boolean"], "minimum": 0}
    if kind == "string" and not part.keys() & {"pattern", "anyOf"}:
        return {"type": ["string", "number", "boolean"]}
    if "patternProperties" in part:
        return {"additionalProperties": False}
    return {}


def _bounds(part: dict[str, Any]) -> dict[str, Any]:
    return {key: bound for key, bound in part.items() if key in ("minimum", "maximum")}


def _digits(lowest: int, highest: int) -> str:
    """A pattern for a whole number between quotes, within its bounds."""
    if lowest < 0:
        return WHOLE_TEXT
    if highest == _LARGEST:
        return f"{_FEW_DIGITS}0*[1-9]" if lowest == 1 else "^[0-9]{1,18}$"
    lengths = range(len(str(lowest)), len(str(highest)) + 1)
    ways = [_between(str(max(lowest, 10 ** (n - 1) * (n > 1))), str(min(highest, 10**n - 1))) for n in lengths]
    return f"{_FEW_DIGITS}0*(?:{'|'.join(ways)})$"


def _between(lowest: str, highest: str) -> str:
    """A pattern for the numbers from one to another with as many digits."""
    if not lowest:
        return ""
    first, last, rest = int(lowest[0]), int(highest[0]), len(lowest) - 1
    if first == last:
        return f"{first}{_between(lowest[1:], highest[1:])}"
    ways = [f"{first}{_between(lowest[1:], '9' * rest)}", f"{last}{_between('0' * rest, highest[1:])}"]
    ways += [f"[{first + 1}-{last - 1}]" + "[0-9]" * rest] if last - first > 1 else []
    return f"(?:{'|'.join(ways)})"
