"""The schemas and the program accept the same files: what an editor warns about is refused, and the other way round."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from poolwijzer.problems import InputError
from poolwijzer.schema.as_typed import as_typed
from poolwijzer.schema.schemas import FILES, make_schema
from poolwijzer.validation import validate
from poolwijzer.yamlfile import parse_document
from poolwijzer.yamlfile.jsontext import parse_json
from tests.schema.test_schemas import _as_read, _files

# What a schema cannot say, by what the program says of it: what hangs on other values, or on the list of
# municipalities, and numbers between quotes that are out of bounds (those of whole numbers a pattern can say). That an
# id stands in the menus, an answer on their scale, and a hand for each of its points is looked at beside the shape.
CANNOT_BE_SAID = [
    r"[Gg]emeente|was de (naam|code) van|hoort (nu|sinds)|heet (nu|sinds)",
    r"^Het getal '-?[0-9./]+' kan hier niet: het moet (hoogstens|minstens|lager dan|hoger dan) ",
    r"maar er is geen bron genoemd|hoort better_when|hoort because|Er staat geen grens bij|Er staat niet bij welk",
    r"noemt (bij 'place' )?niet precies de twee assen|"
    r"Een as kan niet 'dots' heten|mag niet hoger zijn dan|moet lager zijn dan|hoort bij een stelling (voor|met)",
    r"^De tijd '.*' bestaat niet",
    r"^Van [0-9]+ gemeenten kan het niet voor |^Hier staat weet-niet naast een aantal|punt bij 'shares' heeft",
    r"Een vraag naar een datum heeft geen antwoorden|elke andere vraag wel|hoort bij kind: named-choice",
    r"Dit deel is te laag",
    r"Hier hoort één tekst|Een deel is één ding|evenveel cellen als de kop",
    r"is op twee manieren te lezen|is te groot\.$|heeft te veel cijfers achter de komma|is meer dan (het|de|10)|"
    r"^De delen in shares zijn|^(Het geld van .*|Dit geld) verlaagt|ontbreekt een bedrag voor|staat niet in years\.$",
    r"^Bij de sleutel .* hoort geen|^Het minste bedrag is hoger|heeft twee maten|grootteklasse|Een jaar staat er twee|"
    r"moet meer dan nul zijn|twee keer in shares|Bij shares staat iedereen|twee keer\.$",
    r"Hier staat geen tekst|Bij een regel hoort effect|gelden twee teksten van dit feit|Een stelling hoort bij een as",
]
VALUES: list[Any] = [
    *[None, True, False, 0, 1, -1, 4, 6, 2024, 3.5, -0.5, "", " ", "4", "0", "-1", "007", "3.5", "1/3", "1/0", "2200"],
    *["kort", "weet-niet", "Een Tekst", "a-b", "a--b", "2026-01-31", "2026-02-30", "20260131", "true", "false", "nee"],
    *[
        [],
        {},
        ["x"],
        [1],
        [None],
        {"x": 1},
        {"X y": "z"},
        {"value": 4},
        {"text": "Een zin."},
        "Assen",
        "9" * 25,
        10**20,
    ],
    *["2026-01-31T09:30", "2026-02-30T09:30", "2026-01-31 25:00", "2026-01-31T09:30:00+01:00"],
    *[{"name": "x"}, {"name": "x", "population": 5}, {"code": "0106"}, {"code": "0106", "x": 1}, {"code": 106}],
]
KEYS = ["nieuw", "Met Hoofd", "a b", "a_b", "m1", "hide", "note", "3"]
FORMATS = Draft202012Validator.FORMAT_CHECKER
TYPED = st.characters(max_codepoint=126, include_characters="€–—\xa0\u2009\u202f")
"""What stands in an amount besides plain signs is part of its pattern."""


@cache
def shipped(kind: str) -> list[Any]:
    return [
        _as_read(path.read_text(encoding="utf-8")) for name, path in (one.values for one in _files()) if name == kind
    ]


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(make_schema(kind), format_checker=FORMATS)


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    for step, inner in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from places(inner, (*path, step))


@st.composite
def mutated(draw: st.DrawFn, kind: str) -> Any:
    data = copy.deepcopy(draw(st.sampled_from(shipped(kind))))
    *path, last = draw(st.sampled_from(list(places(data))))
    parent = data
    for step in path:
        parent = parent[step]
    value = copy.deepcopy(draw(st.sampled_from(VALUES)))
    how = draw(st.sampled_from(["put", "put", "put", "add", "drop", "rename"]))
    if how == "put":
        parent[last] = value
    elif how == "drop":
        del parent[last]
    elif isinstance(parent, list):
        parent.insert(int(last), value)
    else:
        parent[draw(st.sampled_from(KEYS))] = value if how == "add" else parent.pop(last)
    return data


def refusals(kind: str, data: Any, notation: str = "json") -> list[str]:
    if notation == "json":
        document = parse_json(json.dumps(data).encode(), "f")
    else:
        document = parse_document(yaml.safe_dump(data, allow_unicode=True, width=10**6).encode(), "f")
    try:
        validate(FILES[kind], document)
    except InputError as error:
        return [problem.message for problem in error.problems]
    return []


def judged_alike(kind: str, data: Any, notation: str = "json") -> None:
    refused = refusals(kind, data, notation)
    warned = [error.message for error in islice(validator(kind).iter_errors(data), 1)]  # one is enough, and quicker
    unsaid = [message for message in refused if any(re.search(pattern, message) for pattern in CANNOT_BE_SAID)]
    assert bool(refused) == bool(warned) or (not warned and unsaid == refused), (warned, refused)


@pytest.mark.parametrize("notation", ["json", "yaml"])
@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(data=mutated("assessment"))
def test_an_initiative_is_accepted_by_both_or_by_neither(data: Any, notation: str) -> None:
    judged_alike("assessment", data, notation)


@pytest.mark.slow
@pytest.mark.parametrize("kind", [kind for kind in FILES if kind != "assessment"])
@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_menu_file_is_accepted_by_both_or_by_neither(data: st.DataObject, kind: str) -> None:
    judged_alike(kind, data.draw(mutated(kind)))


def made(schema: dict[str, Any], whole: dict[str, Any], depth: int = 0) -> st.SearchStrategy[Any]:
    """Anything that a schema accepts, near enough: what it makes is held against the schema once more."""
    if "$ref" in schema:
        return made(whole["$defs"][schema["$ref"].rpartition("/")[2]], whole, depth + 1)
    if "const" in schema or "enum" in schema:
        return st.sampled_from(schema.get("enum") or [schema["const"]])
    if "anyOf" in schema and "properties" not in schema:
        return st.one_of([made(part, whole, depth) for part in schema["anyOf"]])
    kinds = schema.get("type", "object")
    return st.one_of([_of_kind(kind, schema, whole, depth) for kind in ([kinds] if isinstance(kinds, str) else kinds)])


def _of_kind(kind: str, schema: dict[str, Any], whole: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    lowest, highest = schema.get("minimum", -(10**6)), schema.get("maximum", 10**6)
    match kind:
        case "null":
            return st.none()
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(lowest, highest)
        case "number":
            return st.integers(lowest, int(highest)) | st.sampled_from([3.5, 0.25])
        case "string":
            if schema.get("format") == "date":
                return st.dates().map(str)
            if "pattern" in schema:
                return st.from_regex(schema["pattern"], fullmatch=True, alphabet=TYPED)
            return st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=schema.get("minLength", 0))
        case "array":
            return st.lists(made(schema.get("items", {}), whole, depth + 1), max_size=2 if depth < 6 else 0)
    fields = {name: made(part, whole, depth + 1) for name, part in schema.get("properties", {}).items() if depth < 9}
    needed = {name: fields.pop(name) for name in schema.get("required", ()) if name in fields}
    fixed = st.fixed_dictionaries(needed, optional=fields)
    if "patternProperties" not in schema:
        return fixed
    ((pattern, part),) = schema["patternProperties"].items()
    keys = st.from_regex(pattern, fullmatch=True, alphabet=TYPED)
    return st.dictionaries(keys, made(part, whole, depth + 1), max_size=2)


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.deferred(lambda: made(make_schema("assessment"), make_schema("assessment"))))
def test_what_the_schema_describes_is_read(data: Any) -> None:
    judged_alike("assessment", data)


@given(st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 12000))
def test_a_number_between_quotes_keeps_to_the_bounds_of_the_number(first: int, second: int, number: int) -> None:
    lowest, highest = sorted((first, second))
    pattern = as_typed({"type": "integer", "minimum": lowest, "maximum": highest})["pattern"]
    assert bool(re.search(pattern, str(number))) == (lowest <= number <= highest)
    assert re.search(pattern, f"00{highest}") and re.search(pattern, str(lowest))
