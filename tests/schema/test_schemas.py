import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from poolwijzer.cli.schema import SchemaKind
from poolwijzer.content.folders import find_shipped_menus
from poolwijzer.schema.schemas import DIALECT, FILES, make_schema
from tests.roots import ROOT

MENUS = find_shipped_menus()
EXAMPLES = ROOT / "examples"
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


@cache
def _validator(kind: str, own: bool = False) -> Draft202012Validator:
    return Draft202012Validator(make_schema(kind, own=own))


@cache
def _as_read(text: str) -> Any:
    return json.loads(json.dumps(yaml.load(text, AsAnEditor)))


def _complaints(kind: str, text: str) -> list[str]:
    return [error.message for error in _validator(kind).iter_errors(_as_read(text))]


@pytest.mark.parametrize("kind", [*FILES, "advice"])
def test_every_schema_is_valid_json_schema(kind: str) -> None:
    schema = make_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT
    assert not {"ge", "gt", "le", "lt"} & set(_keys(schema))


def test_every_kind_can_be_asked_for() -> None:
    assert {kind.value for kind in SchemaKind} == {
        *FILES,
        "advice",
        "comparison",
        "costs",
        "strips",
        "strips-added",
        "costs-alternatives",
        "batch",
        "batch-statements",
        "merge",
        "table-check",
        "table-map",
        "matching",
        "matching-outcome",
        "workshop",
        "workshop-status",
        "settings",
    }


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
        "estimate: {motivatie: 3.5, dots: [[2, 4], [3.5, '7/2']]}",
        "highlights: {striking: yes}",
        "needs: [uren, 2]",
        "own: {wat: [ik, {wil: 1}]}",
        "costs: {years: [2027], key: gelijke-delen, members: {Assen: {from: 2027, until: 2027-06-30}}, indexing: 3.5%}",
        "costs: {posts: [{what: team, amount: 1.600.000}, {what: huur, amount: 9 ton}, {what: kop, amount: 0.87}]}",
        'costs: {years: [2027], income: [{from: rijk, amount: {2027: "€ 700,-"}, for: gemeenten}], shares: {a: 1/3}}',
        "costs: {key: {kind: gewichten, weights: {Assen: 1/3, Emmen: 40%}, least: 10.000}, strips: {signal: 1.25}}",
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
        "estimate: {motivatie: veel}",
        "estimate: {dots: b4 d5}",
        "estimate: {dots: [[b4]]}",
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
    assert "additionalProperties" not in make_schema("advice")
    assert False not in [part.get("additionalProperties") for part in make_schema("advice")["$defs"].values()]


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from _keys(part)
    elif isinstance(value, list):
        for part in value:
            yield from _keys(part)


def _without_words(schema: Any, path: str) -> Iterator[str]:
    """The words of a file that an editor has nothing to say about."""
    if isinstance(schema, list):
        for part in schema:
            yield from _without_words(part, path)
    elif isinstance(schema, dict):
        for name, part in schema.get("properties", {}).items():
            if not part.get("description"):
                yield f"{path}.{name}"
        for key, part in schema.items():
            yield from _without_words(list(part.values()) if key == "properties" else part, f"{path}/{key}")


ENGLISH = re.compile(r"\b(the|and|with|which|what|is not|of the|for|one of the|when|where|its)\b", re.IGNORECASE)


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("kind", FILES)
def test_every_word_of_a_file_is_described_in_dutch(kind: str, own: bool) -> None:
    schema = make_schema(kind, own)
    assert list(_without_words(schema, kind)) == []
    told = [part for key, part in _pairs(schema) if key == "description"]
    assert told and [text for text in told if ENGLISH.search(text) or not text.endswith((".", "…"))] == []
    assert not [part for key, part in _pairs(schema) if key == "title" and isinstance(part, str)]


@pytest.mark.parametrize(("kind", "path"), [pair for pair in _files() if pair.values[0] != "assessment"])
def test_what_is_shipped_fits_the_schema_of_an_own_folder_too(kind: str, path: Path) -> None:
    _validator(kind, own=True).validate(_as_read(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("kind", "text", "fits"),
    [
        ("vragen", "statements: {m3: {evidence: de begroting}}", True),
        ("vragen", "statements: {m3: {hide: true}}", True),
        ("vragen", "context: {fase: {answers: {draait: {label: loopt}}}}", True),
        ("vragen", "statements: {m3: {bewijs: de begroting}}", False),
        ("component", "options: {bij-provincie: {pros: [Een zin., {text: Nog een.}]}}", True),
        ("component", "options: {bij-provincie: {rules: [{effect: sterk}]}}", False),
        ("component", "hide: true", True),
        ("typologie", "extends: none", True),
        ("typologie", "extends: alles", False),
        ("typologie", "bands: {high_above: 4}", True),
        ("typologie", "axes: {motivatie: {title: Wil}}", True),
        ("typologie", "quadrants: {samen-inrichten: {support: {text: Veel.}}}", True),
        ("typologie", "axes: {betrokkenheid: {absent: {when: {at_least: 3}}}}", False),
        ("bronnen", "sources: {s1: {hide: true}}", True),
        ("praktijk", "region: Drenthe", True),
        ("aandachtspunten", "signals: {tijd: {rules: [{effect: sterk}]}}", False),
    ],
)
def test_in_an_own_folder_only_what_differs_has_to_be_there(kind: str, text: str, fits: bool) -> None:
    data = yaml.load(text, AsAnEditor)
    assert Draft202012Validator(make_schema(kind, own=True)).is_valid(data) is fits
    assert not Draft202012Validator(make_schema(kind)).is_valid(data)


def _pairs(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key != "properties":
                yield key, part
            yield from _pairs(list(part.values()) if key == "properties" else part)
    elif isinstance(value, list):
        for part in value:
            yield from _pairs(part)
