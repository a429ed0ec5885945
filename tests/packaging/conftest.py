"""What is built and installed once for all tests of the package, however many processes run them."""

import sys
import tarfile
from functools import partial
from pathlib import Path

import pytest

from tests.packaging.machine import PROGRAMS, build, made_once, run
from tests.roots import ROOT


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A folder far from the checkout, with a space and an accent in its name, as laptops have them."""
    base = tmp_path_factory.getbasetemp()
    # With several processes each has a folder of its own, side by side in that of the run.
    shared = base.parent if hasattr(request.config, "workerinput") else base
    folder = shared / "mijn pröjecten"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def sdist(workplace: Path) -> Path:
    folder = made_once(workplace / "sdist", lambda place: build(ROOT, place, "--sdist"))
    return next(folder.glob("*.tar.gz"))


@pytest.fixture(scope="session")
def wheel(workplace: Path) -> Path:
    folder = made_once(workplace / "wheel", lambda place: build(ROOT, place, "--wheel"))
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def unpacked_sdist(sdist: Path, workplace: Path) -> Path:
    def unpack(place: Path) -> None:
        with tarfile.open(sdist) as archive:
            archive.extractall(place, filter="data")

    return next(made_once(workplace / "unpacked", unpack).iterdir())


@pytest.fixture(scope="session")
def wheel_from_sdist(unpacked_sdist: Path, workplace: Path) -> Path:
    folder = made_once(workplace / "wheel-from-sdist", lambda place: build(unpacked_sdist, place, "--wheel"))
    return next(folder.glob("*.whl"))


def install(environment: Path, what: tuple[str | Path, ...]) -> None:
    """Installs into an empty environment, run-time dependencies only; by uv, as pip takes ten times as long."""
    workplace = environment.parent
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=workplace)
    uv = (sys.executable, "-m", "uv", "pip", "install", "--python", environment / PROGRAMS / "python")
    run(*uv, "--quiet", "--constraint", ROOT / "constraints.txt", *what, cwd=workplace)


@pytest.fixture(scope="session")
def programs(workplace: Path, wheel: Path, wheel_from_sdist: Path) -> dict[str, Path]:
    """Where the program lies, for every way of installing it."""
    ways: dict[str, tuple[str | Path, ...]] = {
        "wheel": (wheel,),
        "wheel from sdist": (wheel_from_sdist,),
        "editable": ("--editable", ROOT),
    }
    return {
        name: made_once(workplace / f"from {name}", partial(install, what=what)) / PROGRAMS
        for name, what in ways.items()
    }
