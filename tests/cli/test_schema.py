import json
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

from poolwijzer.cli.schema import SchemaKind

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


def test_an_unknown_kind_is_refused(run: Run) -> None:
    result = run("schema", "initiatief")
    assert result.exit_code == 2 and result.stdout == ""
