import json
import re
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

from poolwijzer.assessment.model import FORMAT
from poolwijzer.cli.schema import SchemaKind
from poolwijzer.cli.schema_kinds import KINDS

Run = Callable[..., Result]


@pytest.mark.parametrize("kind", list(SchemaKind))
def test_the_schema_of_every_kind_stands_alone_on_stdout(kind: SchemaKind, run: Run) -> None:
    result = run("schema", kind.value)
    assert result.exit_code == 0 and result.stderr == ""
    schema = json.loads(result.stdout)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")


def test_what_the_program_prints_is_valid_against_what_it_publishes(run: Run, examples: object) -> None:
    schema = json.loads(run("schema", "advice").stdout)
    advice = run("advise", f"{examples}/flexteam-drenthe.yaml", "--date", "2026-11-01", "--json")
    Draft202012Validator(schema).validate(json.loads(advice.stdout))


def test_a_schema_is_the_same_every_time(run: Run) -> None:
    assert run("schema", "assessment").stdout_bytes == run("schema", "assessment").stdout_bytes


def test_every_schema_is_named_by_its_kind_and_the_number_of_its_format(run: Run) -> None:
    named = {kind.value: json.loads(run("schema", kind.value).stdout)["$id"] for kind in SchemaKind}
    assert all(re.fullmatch(rf"urn:poolwijzer:schema:{kind}:[1-9]", name) for kind, name in named.items())
    assert named["assessment"] == f"urn:poolwijzer:schema:assessment:{FORMAT}"
    assert named["advice"] == "urn:poolwijzer:schema:advice:2"
    own = json.loads(run("schema", "component", "--own").stdout)["$id"]
    assert own == "urn:poolwijzer:schema:own-component:1"


ENTRY = {"name", "description", "url", "fileMatch"}
"""What SchemaStore asks of an entry in a catalogue, of which only the last may lack, and allows nothing else."""


def test_all_schemas_come_with_a_catalogue_that_names_each(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "schema's"
    assert run("schema", "-o", folder).exit_code == 0
    catalogue = json.loads((folder / "catalog.json").read_text(encoding="utf-8"))
    assert set(catalogue) == {"$schema", "version", "schemas"} and isinstance(catalogue["version"], float)
    assert len(catalogue["schemas"]) == len(SchemaKind)
    for entry in catalogue["schemas"]:
        assert {"name", "description", "url"} <= set(entry) <= ENTRY
        schema = json.loads(Path(unquote(urlsplit(entry["url"]).path)).read_text(encoding="utf-8"))
        assert schema["$id"].split(":")[3].removeprefix("own-") == entry["name"].removeprefix("Poolwijzer: ")
        assert len(set(entry.get("fileMatch", ["x"]))) == len(entry.get("fileMatch", ["x"]))
    files = [path.name for path in folder.iterdir()]
    names = {json.loads((folder / name).read_text(encoding="utf-8")).get("$id", name) for name in files}
    assert len(names) == len(files) == len(SchemaKind) + sum(kind.of_menus for kind in KINDS.values()) + 1
    again = run("schema", "-o", folder)
    assert again.exit_code == 2 and "--force" in again.stderr and again.stderr.count("\n") == 1


def test_a_published_catalogue_names_addresses_of_the_web(run: Run, tmp_path: Path) -> None:
    assert run("schema", "-o", tmp_path / "s", "--url", "https://voorbeeld.example/s/").exit_code == 0
    urls = [one["url"] for one in json.loads((tmp_path / "s" / "catalog.json").read_text(encoding="utf-8"))["schemas"]]
    assert urls[0] == "https://voorbeeld.example/s/assessment.schema.json"
    assert all(url.startswith("https://") for url in urls)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--url", "https://x.example"],
        ["-o", "s", "--url", "http://x.example"],
        ["-o", "s", "--url", "https://x.example/een map"],
        ["-o", "-"],
        ["assessment", "-o", "s"],
        ["-o", "s", "--own"],
    ],
)
def test_what_says_too_little_or_too_much_is_refused(
    words: list[str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("schema", *words)
    assert result.exit_code == 2 and result.stdout == "" and len(result.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_an_editor_finds_the_schema_of_a_file_in_own_menus_by_its_name(run: Run, tmp_path: Path) -> None:
    run("menu", "init", tmp_path / "mijn-menus")
    patterns = {kind.value: found.names for kind, found in KINDS.items()}
    for path in (tmp_path / "mijn-menus").rglob("*.yaml"):
        (named,) = re.findall(r"schema=\S*?([a-z-]+)\.schema\.json", path.read_text(encoding="utf-8"))
        fitting = [kind for kind, names in patterns.items() if any(fnmatch(str(path), name) for name in names)]
        assert fitting == [named]


def test_an_unknown_kind_is_refused(run: Run) -> None:
    result = run("schema", "initiatief")
    assert result.exit_code == 2 and result.stdout == ""
