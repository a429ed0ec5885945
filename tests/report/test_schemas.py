import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from poolwijzer.cli.schema import SchemaKind
from poolwijzer.content.location import shipped_menus
from poolwijzer.report.schemas import DIALECT, FILES, schema_of

MENUS = shipped_menus()
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FOLDERS = {"assessment": EXAMPLES, "component": MENUS / "componenten", "praktijk": MENUS / "praktijk"}


class AsAnEditor(yaml.SafeLoader):
    """Reads YAML as an editor does: numbers are numbers, and a date is text."""


AsAnEditor.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for letter, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _files() -> Iterator[Any]:
    for kind in FILES:
        folder = FOLDERS.get(kind)
        for path in sorted(folder.glob("*.yaml")) if folder else [MENUS / f"{kind}.yaml"]:
            yield pytest.param(kind, path, id=f"{kind}-{path.stem}")


def _complaints(kind: str, text: str) -> list[str]:
    data = json.loads(json.dumps(yaml.load(text, AsAnEditor)))
    return [error.message for error in Draft202012Validator(schema_of(kind)).iter_errors(data)]


@pytest.mark.parametrize("kind", [*FILES, "advice"])
def test_every_schema_is_valid_json_schema(kind: str) -> None:
    schema = schema_of(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT
    assert not {"ge", "gt", "le", "lt"} & set(_keys(schema))


def test_every_kind_can_be_asked_for() -> None:
    assert {kind.value for kind in SchemaKind} == {*FILES, "advice"}


@pytest.mark.parametrize(("kind", "path"), list(_files()))
def test_an_editor_has_nothing_to_say_about_what_is_shipped(kind: str, path: Path) -> None:
    assert _complaints(kind, path.read_text(encoding="utf-8")) == []


INITIATIVE = "poolwijzer: 1\ninitiative: {id: proef, name: Proef}\n"


@pytest.mark.parametrize(
    "text",
    [
        "context: {looptijd: 2, start: 2026-01-01, gastheer: nee}",
        "context: {geld: [{source: provincie, until: 2026}, gemeenten]}",
        "agreements: [{what: Start, when: 2027}]",
        "answers: {m1: 5, m2: weet-niet, m3: {value: 3, note: 12, votes: [0, 1, 2, 3, 4]}}",
        "estimate: {motivatie: 3.5, betrokkenheid: 7/2}",
        "highlights: {course: , striking: yes}",
        "needs: [uren, 2]",
        "own: {wat: [ik, {wil: 1}]}",
    ],
)
def test_an_editor_accepts_what_we_read(text: str) -> None:
    assert _complaints("assessment", INITIATIVE + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "antwoorden: {m1: 5}",
        "answers: {m1: 3.5}",
        "answers: {m1: vijf}",
        "answers: {m1: {value: 3, votes: [-1, 0, 0, 0, 0]}}",
        "questions: lang",
        "choices: {vorm: bij-provincie}",
        "context: {geld: [{source: provincie, until: 20}]}",
    ],
)
def test_an_editor_warns_about_what_we_refuse(text: str) -> None:
    assert _complaints("assessment", INITIATIVE + text)


def test_a_claim_may_be_a_plain_text_in_an_editor_too() -> None:
    text = next((MENUS / "componenten").glob("*.yaml")).read_text(encoding="utf-8")
    data = yaml.load(text, AsAnEditor)
    next(iter(data["options"].values()))["pros"] = ["Een gewone zin."]
    assert _complaints("component", json.dumps(data)) == []


def test_the_schema_of_the_advice_allows_new_keys() -> None:
    assert "additionalProperties" not in schema_of("advice")
    assert False not in [part.get("additionalProperties") for part in schema_of("advice")["$defs"].values()]


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from _keys(part)
    elif isinstance(value, list):
        for part in value:
            yield from _keys(part)
