"""A release says one version and one day everywhere, and from one address."""

import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml

from editions.release import (
    CHANGELOG,
    CITATION,
    PUBLICCODE,
    VERSION_FILE,
    find_differences,
    find_notes,
    main,
    set_version,
)
from tests.packaging.repository import repository_files
from tests.roots import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DAY = date(2027, 1, 15)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The files that say a version, apart from the checkout, as if nothing had been released yet."""
    for name in (VERSION_FILE, CHANGELOG, CITATION, PUBLICCODE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    unreleased = "## [Unreleased]\n\nWill be 1.0.0.\n\n### Added\n\n- Bread.\n"
    change(tmp_path / CHANGELOG, r"(?s)## \[Unreleased\].*", unreleased)
    change(tmp_path / CITATION, r"(?m)^date-released: .*\n", "")
    change(tmp_path / CITATION, r"(?m)^version: .*", 'version: "1.0.0"')
    change(tmp_path / PUBLICCODE, r"(?m)^softwareVersion: .*\n", "")
    change(tmp_path / PUBLICCODE, r"(?m)^releaseDate: .*", 'releaseDate: "1970-01-01"')
    change(tmp_path / VERSION_FILE, r"(?m)^__version__ = .*", '__version__ = "1.0.0"')
    return tmp_path


def change(path: Path, pattern: str, by: str) -> None:
    path.write_text(re.sub(pattern, by, path.read_text(encoding="utf-8")), encoding="utf-8")


def test_all_files_here_say_the_version_of_the_program_and_its_day() -> None:
    assert find_differences(ROOT) == []


def test_a_release_is_set_in_all_files_at_once_and_then_has_its_tag_and_its_notes(source: Path) -> None:
    assert find_differences(source) == []
    set_version(source, "1.0.0", DAY)
    assert find_differences(source, "v1.0.0") == []
    assert find_notes(source, "1.0.0") == "### Added\n\n- Bread.\n"
    assert "Will be" not in (source / CHANGELOG).read_text(encoding="utf-8")
    described = yaml.safe_load((source / PUBLICCODE).read_text(encoding="utf-8"))
    assert (described["softwareVersion"], described["releaseDate"]) == ("1.0.0", "2027-01-15")
    before = (ROOT / PUBLICCODE).read_text(encoding="utf-8").splitlines()
    assert len((source / PUBLICCODE).read_text(encoding="utf-8").splitlines()) - len(before) in (0, 1)


def test_after_a_release_the_next_version_has_no_day_and_the_catalogue_keeps_the_last_one(source: Path) -> None:
    set_version(source, "1.0.0", DAY)
    set_version(source, "1.1.0", None)
    assert find_differences(source) == []
    assert "date-released" not in (source / CITATION).read_text(encoding="utf-8")
    assert 'softwareVersion: "1.0.0"' in (source / PUBLICCODE).read_text(encoding="utf-8")
    assert any("no heading with a date for 1.1.0" in line for line in find_differences(source, "v1.1.0"))


@pytest.mark.parametrize(
    ("file", "pattern", "by", "told"),
    [
        (VERSION_FILE, r'"1.0.0"', '"1.0.1"', "CITATION.cff: version is 1.0.0, and not 1.0.1"),
        (CITATION, r"2027-01-15", "2027-01-16", "CITATION.cff: date-released is 2027-01-16, and not 2027-01-15"),
        (CITATION, r"date-released: .*\n", "", "CITATION.cff: date-released is absent, and not 2027-01-15"),
        (PUBLICCODE, r'softwareVersion: "1.0.0"\n', "", "publiccode.yml: softwareVersion is absent, and not 1.0.0"),
        (PUBLICCODE, r"2027-01-15", "1970-01-01", "publiccode.yml: releaseDate is 1970-01-01, and not 2027-01-15"),
        (CHANGELOG, r"\[1.0.0\] - 2027-01-15", "[1.0.0] - 2027-01-17", "CITATION.cff: date-released is 2027-01-15"),
    ],
)
def test_a_file_that_says_otherwise_is_named(source: Path, file: str, pattern: str, by: str, told: str) -> None:
    set_version(source, "1.0.0", DAY)
    change(source / file, pattern, by)
    assert any(line.startswith(told) for line in find_differences(source)), find_differences(source)


def test_of_what_was_not_released_there_are_no_notes(source: Path) -> None:
    with pytest.raises(ValueError, match=r"has no release 1\.0\.0"):
        find_notes(source, "1.0.0")
    set_version(source, "1.0.0", DAY)
    with pytest.raises(ValueError, match="has no release"):
        find_notes(source, "2.0.0")


def test_a_tag_of_another_version_is_refused(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_version(source, "1.0.0", DAY)
    assert main(["--root", str(source), "check", "--tag", "v1.0.0"]) == 0
    assert main(["--root", str(source), "check", "--tag", "v2.0.0"]) == 1
    assert "the version is 1.0.0, and the tag is v2.0.0" in capsys.readouterr().err


@pytest.mark.parametrize("version", ["1.0.0", "1.0", "v1.1.0", "1.1.0; rm"])
def test_no_version_is_released_twice_nor_one_that_is_none(source: Path, version: str) -> None:
    set_version(source, "1.0.0", DAY)
    with pytest.raises(ValueError, match=re.escape(version)):
        set_version(source, version, DAY)


# Whose it is, and where.


def own_addresses(text: str) -> set[str]:
    """What leads to this program's own place on the internet, as it looks now or looked as a placeholder."""
    home = re.escape(PYPROJECT["urls"]["Homepage"])
    return set(re.findall(rf"{home}[^\s\"'<>)]*|https?://example\.org/poolwijzer[^\s\"'<>)]*", text))


def test_every_file_leads_to_the_one_address_of_the_project() -> None:
    home, git = PYPROJECT["urls"]["Homepage"], PYPROJECT["urls"]["Source"]
    assert all(address.startswith(home) for address in PYPROJECT["urls"].values())
    files = [path for path in repository_files() if "tests" not in path.relative_to(ROOT).parts]
    texts = {path: path.read_text(encoding="utf-8", errors="replace") for path in files}
    found = {path.relative_to(ROOT).as_posix(): own_addresses(text) for path, text in texts.items()}
    named = {name: addresses for name, addresses in found.items() if addresses}
    assert {"pyproject.toml", PUBLICCODE, CITATION} <= named.keys()
    wrong = {name: [one for one in all_of if not one.startswith(home)] for name, all_of in named.items()}
    assert {name: addresses for name, addresses in wrong.items() if addresses} == {}
    assert named[PUBLICCODE] == {git}


def test_the_makers_are_one_organisation_everywhere_and_no_persons() -> None:
    (author,) = PYPROJECT["authors"]
    assert author == {"name": "Poolwijzer"}
    assert yaml.safe_load((ROOT / CITATION).read_text(encoding="utf-8"))["authors"] == [author]
    notices = tomllib.loads((ROOT / "REUSE.toml").read_text(encoding="utf-8"))["annotations"]
    assert notices[0]["path"] == "**"
    assert notices[0]["SPDX-FileCopyrightText"] == f"2026 {author['name']}"


def test_every_python_that_is_named_is_one_that_is_tested_on_three_systems() -> None:
    named = {one.rpartition(" ")[2] for one in PYPROJECT["classifiers"] if re.search(r":: 3\.\d+$", one)}
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8"))
    matrix = workflow["jobs"]["quick"]["strategy"]["matrix"]
    assert set(matrix["python"]) == named
    assert min(named, key=lambda one: int(one[2:])) == PYPROJECT["requires-python"].removeprefix(">=")
    assert {re.sub(r"-.*", "", system) for system in matrix["os"]} == {"ubuntu", "windows", "macos"}
