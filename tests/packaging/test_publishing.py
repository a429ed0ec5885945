"""What catalogues, lawyers and machines read of the source: licences, publiccode.yml, workflows and how to release."""

import copy
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.packaging.repository import repository_files
from tests.roots import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LICENCES = set(PYPROJECT["license"].split(" AND "))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


# Licences. That every file has one is for `reuse lint`, in `make lint-published`.


def test_the_licences_of_the_files_are_those_of_the_package_and_each_has_its_text() -> None:
    notices = tomllib.loads(text_of("REUSE.toml"))["annotations"]
    named = {one for notice in notices for one in notice["SPDX-License-Identifier"].split(" AND ")}
    assert named == LICENCES == {path.stem for path in (ROOT / "LICENSES").iterdir()}
    assert text_of("LICENSES/EUPL-1.2.txt") == text_of("LICENSE")


def test_what_makers_ask_to_be_said_lies_beside_their_work() -> None:
    notices = {path for path in repository_files() if path.name.startswith("LICENSE-")}
    assert {path.name for path in notices} == {
        "LICENSE-CBS",
        "LICENSE-RES-regions",
        "LICENSE-DejaVu",
        "LICENSE-SourceSans3",
    }
    travels = {path for pattern in PYPROJECT["license-files"] for path in ROOT.glob(pattern)}
    assert notices <= travels


# publiccode.yml. That ours is good is for `make lint-published`; here, that the schema refuses what the standard does.

SCHEMA = json.loads(text_of("editions/publiccode.schema.json"))
DESCRIBED = yaml.safe_load(text_of("publiccode.yml"))


def mistakes_in(described: Any) -> list[str]:
    checker = Draft202012Validator.FORMAT_CHECKER
    return [error.message for error in Draft202012Validator(SCHEMA, format_checker=checker).iter_errors(described)]


def test_the_description_for_catalogues_follows_the_standard() -> None:
    assert mistakes_in(DESCRIBED) == []
    assert DESCRIBED["legal"]["license"] == PYPROJECT["license"]
    assert DESCRIBED["maintenance"] == {"type": "none"}  # the others ask for the names of persons


REQUIRED = (
    "publiccodeYmlVersion name url releaseDate platforms categories developmentStatus softwareType description "
    "description/nl/shortDescription description/nl/longDescription description/nl/features legal legal/license "
    "maintenance maintenance/type localisation localisation/localisationReady localisation/availableLanguages"
)
WRONG: dict[str, Any] = {
    "publiccodeYmlVersion": "9",
    "name": " ",
    "url": "poolwijzer.git",
    "releaseDate": "1 november 2026",
    "platforms": [],
    "categories": ["poolen"],
    "developmentStatus": "klaar",
    "softwareType": "standalone",
    "inputTypes": ["yaml"],
    "intendedAudience/countries": ["NL"],
    "intendedAudience/scope": ["gemeenten"],
    "description": {},
    "description/Nederlands": {},
    "description/nl/shortDescription": "x" * 151,
    "description/nl/longDescription": "te kort",
    "description/nl/features": [],
    "description/en/features": ["x" * 101],
    "description/nl/feature": ["een sleutel die er niet is"],
    "legal/licence": "EUPL-1.2",
    "maintenance/type": "internal",
    "localisation/localisationReady": "nee",
    "localisation/availableLanguages": ["Nederlands"],
    "dependsOn": {"open": [{"version": "3.11"}]},
    "colour": "blue",
}


def place_of(described: Any, path: str) -> tuple[Any, str]:
    *parents, key = path.split("/")
    for parent in parents:
        described = described[parent]
    return described, key


@pytest.mark.parametrize("path", REQUIRED.split())
def test_a_key_that_the_standard_asks_for_is_missed(path: str) -> None:
    described = copy.deepcopy(DESCRIBED)
    place, key = place_of(described, path)
    del place[key]
    assert any(f"'{key}' is a required property" in one for one in mistakes_in(described))


@pytest.mark.parametrize("path", WRONG)
def test_a_value_that_the_standard_does_not_know_is_refused(path: str) -> None:
    described = copy.deepcopy(DESCRIBED)
    place, key = place_of(described, path)
    place[key] = WRONG[path]
    assert mistakes_in(described)


def test_who_maintains_by_contract_or_in_a_community_is_named() -> None:
    def of(**maintenance: Any) -> list[str]:
        return mistakes_in({**DESCRIBED, "maintenance": maintenance})

    assert of(type="contract") and of(type="community")
    assert of(type="contract", contractors=[{"name": "Een bureau"}])  # until when?
    assert of(type="contract", contractors=[{"name": "Een bureau", "until": "2028-01-01"}]) == []
    assert of(type="community", contacts=[{"name": "Jan Voorbeeld"}]) == []


# Workflows and the page that says how to release. Schemas and rights are for `make lint-published`.


def test_every_workflow_and_command_that_a_release_needs_is_there() -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):(?!=)", text_of("Makefile")))
    shown = text_of("RELEASING.md") + "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    lines = re.findall(r"(?m)^\s*(?:- run: |\$ |run: )?make ((?:[a-z-]+(?: |$))+)", shown)
    asked = {word for line in lines for word in line.split()}
    assert {"check", "dist", "sbom", "browser", "frozen", "site", "release-check"} <= asked
    assert asked - targets == set()
    called = set(re.findall(r"uses: \./(\S+)", shown))
    assert {".github/workflows/tests.yml", ".github/workflows/frozen.yml"} == called
    assert [name for name in called if not (ROOT / name).is_file()] == []


def moved(which: str, steps: list[dict[str, Any]]) -> list[dict[str, str]]:
    """What the steps say of the files that they upload, or download."""
    return [step["with"] for step in steps if step.get("uses", "").startswith(f"actions/{which}-artifact@")]


def test_a_release_publishes_what_each_of_its_jobs_made() -> None:
    jobs = yaml.safe_load(text_of(".github/workflows/release.yml"))["jobs"]
    frozen = yaml.safe_load(text_of(".github/workflows/frozen.yml"))
    steps = {name: job.get("steps", []) for name, job in jobs.items()}
    made = {one["name"] for one in moved("upload", steps["build"])}
    assert made == {"poolwijzer-package", "poolwijzer-editions", "release-notes"}
    programs = {one["name"] for job in frozen["jobs"].values() for one in moved("upload", job["steps"])}
    assert programs and all(name.startswith("poolwijzer-") for name in programs)
    fetched = {one.get("pattern") or one.get("name") for one in moved("download", steps["page"])}
    assert fetched == {"poolwijzer-*", "release-notes"}
    # YAML of before 1.2 takes the key `on` for a yes.
    assert set(jobs["frozen"]["secrets"]) == set(frozen[True]["workflow_call"]["secrets"])
    assert set(jobs["page"]["needs"]) == {"tests", "build", "frozen"}
    # Only the last may speak to a package index, once a person approves, and without a password.
    assert [name for name, job in jobs.items() if "environment" in job] == ["index"]
    assert jobs["index"]["permissions"] == {"id-token": "write"}
    assert "with" not in steps["index"][-1]


@pytest.mark.skipif(sys.platform == "win32", reason="the step is for macOS")
@pytest.mark.parametrize(("verdict", "status"), [("Accepted", 0), ("Invalid", 1)])
def test_what_apple_refuses_ends_the_build_with_why(verdict: str, status: int, tmp_path: Path) -> None:
    """Apple's program, which only macOS has, ends with 0 once it has a verdict, whatever that is."""
    steps = yaml.safe_load(text_of(".github/workflows/frozen.yml"))["jobs"]["build"]["steps"]
    (script,) = [step["run"] for step in steps if step.get("name") == "Have Apple look at it"]
    said = f"  id: 12-34\\nProcessing complete\\n  id: 12-34\\n  status: {verdict}\\n"
    asked = tmp_path / "xcrun"
    asked.write_text(f'#!/bin/sh\n[ "$2" = log ] && echo "why of $3" || printf "{said}"\n', encoding="utf-8")
    asked.chmod(0o755)
    variables = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "NOTARY_USER": "",
        "NOTARY_TEAM": "",
        "NOTARY_PASSWORD": "",
    }
    bash = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(bash, cwd=tmp_path, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert ("why of 12-34" in done.stdout) is bool(status)
