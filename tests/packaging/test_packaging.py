"""The package as users get it: what is in it, and whether it runs where nothing else is installed."""

import email
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.licenses import canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import poolwijzer
from poolwijzer.cli.man import make_pages
from poolwijzer.formats.registry import known_suffixes
from tests.packaging.machine import run
from tests.packaging.repository import repository_files
from tests.roots import ROOT

EXAMPLE = ROOT / "examples" / "flexteam-drenthe.yaml"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def data_files(folder: str) -> set[str]:
    """The files of a folder in the checkout, named from the checkout."""
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}


@pytest.mark.slow
def test_the_wheel_holds_every_menu_and_every_file_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    package = {name.removeprefix("src/") for name in data_files("src/poolwijzer") if "__pycache__" not in name}
    assert data_files("menus")
    assert {f"poolwijzer/{name}" for name in data_files("menus")} | package <= names


@pytest.mark.slow
def test_the_wheel_holds_what_reports_are_made_with(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith("poolwijzer/formats/")]
    assert {".html", ".css", ".typ", ".ttf"} <= {Path(name).suffix for name in names}
    fonts = {name.partition("-")[0] for name in names if name.endswith(".ttf")}
    licences = [name.replace("LICENSE-", "") for name in names if "LICENSE-" in name]
    assert all(any(font.startswith(family) for family in licences) for font in fonts)


@pytest.mark.slow
def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
        licences = [name for name in archive.namelist() if name.endswith("licenses/LICENSE")]
        pages = {name.rpartition("/")[2] for name in archive.namelist() if ".data/data/share/man/man1/" in name}
        aside = [name for name in archive.namelist() if ".data/" in name]
    named = f"poolwijzer-{poolwijzer.__version__}"
    assert tops == {"poolwijzer", f"{named}.dist-info", f"{named}.data"}
    assert licences
    assert pages == set(make_pages()) and len(aside) == len(pages)


@pytest.mark.slow
def test_the_wheel_says_under_which_licences_all_that_is_in_it_comes(wheel: Path) -> None:
    folder = f"poolwijzer-{poolwijzer.__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        about = email.message_from_bytes(archive.read(f"{folder}/METADATA"))
        named = about.get_all("License-File", [])
        texts = {name: archive.read(f"{folder}/licenses/{name}").decode("utf-8") for name in named}
    expression = about["License-Expression"]
    assert canonicalize_license_expression(expression) == expression
    assert set(expression.split(" AND ")) == {"EUPL-1.2", "CC-BY-4.0", "MIT", "Bitstream-Vera", "OFL-1.1"}
    for told in (
        "EUROPEAN UNION PUBLIC LICENCE v. 1.2",
        "https://creativecommons.org/licenses/by/4.0/legalcode",
        "Copyright (c) 2017 Quintel Intelligence",
        "Copyright (c) 2003 by Bitstream",
        "Copyright (c) 2006 by Tavmjong Bah",
        "SIL OPEN FONT LICENSE Version 1.1",
    ):
        assert any(told in text for text in texts.values()), told


def test_every_licence_of_the_figures_is_among_those_of_the_package() -> None:
    page = (ROOT / "src" / "poolwijzer" / "data" / "README.md").read_text(encoding="utf-8")
    licences = {"CC BY 4.0": "CC-BY-4.0", "MIT": "MIT"}
    assert set(re.findall(r"\b(?:CC[ -]BY[ -][A-Z0-9.-]+|CC0|MIT|ODbL|Apache)\b", page)) == set(licences)
    assert set(licences.values()) <= set(PYPROJECT["project"]["license"].split(" AND "))


@pytest.mark.slow
def test_the_sdist_holds_all_that_is_kept_here_but_what_only_git_reads(unpacked_sdist: Path) -> None:
    here = {path.relative_to(ROOT).as_posix() for path in repository_files()}
    assert {"Makefile", "menus/typologie.yaml", "tests/conftest.py", "LICENSES/EUPL-1.2.txt", "SECURITY.md"} <= here
    missing = {name for name in here if not (unpacked_sdist / name).is_file()}
    assert missing - {".gitattributes", ".git-blame-ignore-revs"} == set()


@pytest.mark.slow
def test_a_wheel_built_from_the_sdist_is_the_same_wheel(wheel: Path, wheel_from_sdist: Path) -> None:
    with zipfile.ZipFile(wheel) as direct, zipfile.ZipFile(wheel_from_sdist) as indirect:
        assert sorted(direct.namelist()) == sorted(indirect.namelist())


@pytest.mark.slow
def test_an_installed_program_tells_its_version_from_any_folder(programs: dict[str, Path], workplace: Path) -> None:
    for name, folder in programs.items():
        shown = run(folder / "poolwijzer", "--version", cwd=workplace).decode("utf-8")
        assert poolwijzer.__version__ in shown, name


@pytest.mark.slow
def test_every_way_of_installing_gives_the_same_advice(programs: dict[str, Path], workplace: Path) -> None:
    arguments = ("advise", EXAMPLE, "--date", "2026-11-01", "--json")
    advice = {name: run(folder / "poolwijzer", *arguments, cwd=workplace) for name, folder in programs.items()}
    assert json.loads(advice["wheel"])["kind"] == "advice"
    assert set(advice.values()) == {advice["wheel"]}, {name: len(text) for name, text in advice.items()}


@pytest.mark.slow
def test_every_way_of_installing_gives_the_same_reports(programs: dict[str, Path], workplace: Path) -> None:
    reports = {}
    for name, folder in programs.items():
        paths = [workplace / f"{name}{suffix}" for suffix in known_suffixes()]
        outputs = [word for path in paths for word in ("-o", path)]
        run(folder / "poolwijzer", "advise", EXAMPLE, "--date", "2026-11-01", *outputs, cwd=workplace)
        reports[name] = [path.read_bytes() for path in paths]
    assert all(reports["wheel"])
    assert [name for name, files in reports.items() if files != reports["wheel"]] == []


@pytest.mark.slow
def test_the_installed_menus_lie_inside_the_package(programs: dict[str, Path], workplace: Path) -> None:
    where = "import poolwijzer; print(poolwijzer.__file__)"
    for name in ("wheel", "wheel from sdist"):
        package = Path(run(programs[name] / "python", "-c", where, cwd=workplace).decode("utf-8").strip()).parent
        assert (package / "menus" / "typologie.yaml").is_file(), name
        assert ROOT not in package.parents, name


@pytest.mark.slow
def test_every_way_of_installing_starts_without_reading_yaml(programs: dict[str, Path], workplace: Path) -> None:
    start = "import sys; from poolwijzer.content.read import load_menus; load_menus(); print('yaml' in sys.modules)"
    for name, folder in programs.items():
        assert run(folder / "python", "-c", start, cwd=workplace).split() == [b"False"], name


@pytest.mark.slow
def test_menus_with_a_mistake_become_no_wheel(unpacked_sdist: Path, workplace: Path) -> None:
    project = shutil.copytree(unpacked_sdist, workplace / "with a mistake")
    menu = project / "menus" / "begrippen.yaml"
    menu.write_text(menu.read_text(encoding="utf-8").replace("meaning:", "uitleg:", 1), encoding="utf-8")
    command = (sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", workplace / "none", project)
    done = subprocess.run(command, cwd=project, capture_output=True, check=False)
    assert done.returncode != 0
    assert b"begrippen.yaml" in done.stderr + done.stdout and b"'uitleg'" in done.stderr + done.stdout
    assert not list(workplace.glob("none/*.whl"))


@pytest.mark.slow
def test_an_editable_install_leaves_nothing_that_git_sees(programs: dict[str, Path]) -> None:
    assert "editable" in programs
    assert (ROOT / "src" / "poolwijzer" / "content" / "ready-menus.json").is_file()
    assert [path for path in repository_files() if path.stem == "ready-menus"] == []


def test_the_build_asks_for_what_the_menus_are_read_with() -> None:
    """In the same ranges as the program, or a wheel would be made with other libraries than it runs with."""
    asked, wanted = set(PYPROJECT["build-system"]["requires"]), set(PYPROJECT["project"]["dependencies"])
    named = {Requirement(text).name for text in asked}
    assert named == {"hatchling", "pydantic", "pyyaml", "typer", "typing-extensions"}
    assert asked - wanted == {text for text in asked if Requirement(text).name == "hatchling"}


# The repository itself.


def test_no_file_names_a_package_index_or_a_path_of_someones_machine() -> None:
    # Written in pieces, so that this file does not name them either.
    hosts = ("pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npmjs", "deb" + r"\.debian\.org")
    folders = r"(?<![\w.*-])/(?:work|tmp|root|home)/"
    forbidden = re.compile("|".join((*hosts, folders)))
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{number}: {line.strip()}"
        for path in repository_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if forbidden.search(line)
    ]
    assert found == []


def test_there_are_no_lock_files() -> None:
    # They hold the addresses of a package index; constraints.txt holds versions only.
    locks = {"package-lock.json", "pnpm-lock.yaml", "pylock.toml"}
    assert [path for path in repository_files() if path.suffix == ".lock" or path.name in locks] == []


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pinned}


def test_constraints_are_a_name_and_a_version_and_nothing_else() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[A-Za-z0-9_.-]+==[0-9][0-9a-z.]*", line)] == []


def test_everything_we_ask_for_is_pinned_within_its_range() -> None:
    project = PYPROJECT["project"]
    asked = [Requirement(text) for text in project["dependencies"] + project["optional-dependencies"]["dev"]]
    pinned = pins()
    wrong = [str(one) for one in asked if pinned.get(canonicalize_name(one.name), "") not in one.specifier]
    assert wrong == []


@pytest.mark.slow  # not for `make lowest`, whose environment has the oldest libraries and no pins
def test_everything_installed_here_is_pinned() -> None:
    ours = {"pip", "poolwijzer", "setuptools", "wheel"}
    here = {canonicalize_name(one.name) for one in distributions()}
    assert here - ours - pins().keys() == set()
