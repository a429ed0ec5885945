"""What the list of a release says of all that the package brings along."""

import json
import os
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import poolwijzer
from tests.conftest import ON
from tests.packaging.machine import run
from tests.roots import ROOT


def brought_along(name: str, extras: frozenset[str] = frozenset()) -> set[tuple[str, str]]:
    """What a library asks for and what that asks for in turn, with versions, as they are installed here."""
    found: set[tuple[str, str]] = set()
    environments = [{"extra": extra} for extra in ("", *extras)]
    for text in distribution(name).requires or []:
        one = Requirement(text)
        if one.marker is None or any(one.marker.evaluate(environment) for environment in environments):
            found.add((canonicalize_name(one.name), distribution(one.name).version))
            found |= brought_along(one.name, frozenset(one.extras))
    return found


@pytest.fixture(scope="module")
def bill(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The list, made as a release makes it, but for the wheel that is there already."""
    folder = tmp_path_factory.mktemp("sbom") / "made"
    ready = ("-o", f"{sys.prefix}/.installed-dev", "-o", "dist")
    places = (f"VENV={sys.prefix}", f"DIST={wheel.parent}", f"SBOM={folder}")
    run("make", "sbom", *ready, *places, cwd=ROOT)
    made: dict[str, Any] = json.loads((folder / f"poolwijzer-{poolwijzer.__version__}.cdx.json").read_bytes())
    return made


@pytest.mark.slow
def test_it_names_the_program_and_every_library_that_comes_along_and_nothing_else(bill: dict[str, Any]) -> None:
    program = bill["metadata"]["component"]
    assert (program["name"], program["version"]) == ("poolwijzer", poolwijzer.__version__)
    listed = {(canonicalize_name(one["name"]), one["version"]) for one in bill["components"]}
    assert listed == brought_along("poolwijzer")
    assert {"pydantic-core", "typst", "lxml"} <= {name for name, _ in listed}
    assert all(one["licenses"] for one in bill["components"])


@pytest.mark.slow
def test_it_is_the_same_on_every_machine(bill: dict[str, Any]) -> None:
    assert "serialNumber" not in bill
    assert bill["metadata"]["timestamp"].startswith(ON.isoformat())  # SOURCE_DATE_EPOCH of the tests
    assert os.fspath(ROOT) not in json.dumps(bill)
    assert "file:" not in json.dumps(bill)
