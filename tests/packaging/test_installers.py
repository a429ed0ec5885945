"""Installing the wheel with uv and with pipx, on a machine with nothing of ours: no settings, no cache, no program."""

import os
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import poolwijzer
from tests.packaging.machine import PROGRAMS, run
from tests.roots import ROOT

EXAMPLE = ROOT / "examples" / "flexteam-drenthe.yaml"
TOOLS = Path(sys.executable).parent
# How this machine reaches a package index is its own affair; all else is left behind.
NETWORK = re.compile(
    r"(?i)(https?|all|no)_proxy|(pip|uv)_(.*index.*|find_links|cert)|ssl_cert_(file|dir)|requests_ca_bundle"
)

Machine = Callable[..., str]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Runs a command at home in an empty home folder, and returns what it printed."""
    home = tmp_path / "thuis van Zoë"
    home.mkdir()
    programs = home / "programma's"
    reached = {name: value for name, value in os.environ.items() if NETWORK.fullmatch(name)}
    system = {name: os.environ[name] for name in ("SYSTEMROOT", "COMSPEC", "PATHEXT") if name in os.environ}
    environment = {
        **reached,
        **system,
        "HOME": str(home),
        "USERPROFILE": str(home),
        "PATH": os.pathsep.join([str(programs), os.defpath]),
        "PIPX_BIN_DIR": str(programs),
        "UV_TOOL_BIN_DIR": str(programs),
        # What is new in the world is no change of ours.
        "PIP_CONSTRAINT": str(ROOT / "constraints.txt"),
        "UV_CONSTRAINT": str(ROOT / "constraints.txt"),
    }

    def command(program: str, *words: str | Path) -> str:
        where = programs / program if (programs / program).exists() else TOOLS / program
        return run(where, *words, cwd=home, environment=environment).decode("utf-8")

    return command


def newer(wheel: Path, folder: Path) -> Path:
    """The same wheel under a later version."""
    old, new = poolwijzer.__version__, "99.0.0"
    target = folder / wheel.name.replace(old, new)
    with zipfile.ZipFile(wheel) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith((".dist-info/METADATA", ".dist-info/RECORD", "poolwijzer/version.py")):
                data = data.replace(old.encode(), new.encode())
            copy.writestr(name.replace(f"poolwijzer-{old}.", f"poolwijzer-{new}."), data)
    return target


# As the README and RELEASING.md say them.
WAYS = {
    "uv": (("tool", "install"), ("tool", "install", "--force"), ("tool", "uninstall", "poolwijzer")),
    "pipx": (("install",), ("install", "--force"), ("uninstall", "poolwijzer")),
}


@pytest.mark.slow
@pytest.mark.parametrize("tool", WAYS)
def test_on_an_empty_machine_it_installs_runs_is_replaced_by_a_newer_one_and_leaves_no_trace(
    tool: str, machine: Machine, wheel: Path, tmp_path: Path
) -> None:
    install, replace, uninstall = WAYS[tool]
    machine(tool, *install, "--python", sys.executable, wheel)
    assert machine("poolwijzer", "--version").startswith(f"poolwijzer {poolwijzer.__version__}\n")
    machine("poolwijzer", "advise", EXAMPLE, "--date", "2026-11-01", "-o", "advies.pdf", "-o", "advies.docx")
    home = next(tmp_path.glob("thuis*"))
    assert (home / "advies.pdf").read_bytes().startswith(b"%PDF")
    assert (home / "advies.docx").read_bytes().startswith(b"PK")

    machine(tool, *replace, "--python", sys.executable, newer(wheel, tmp_path))
    assert machine("poolwijzer", "--version").startswith("poolwijzer 99.0.0\n")

    machine(tool, *uninstall)
    assert not list(home.glob("programma's/poolwijzer*"))
    left = [path for path in home.rglob("poolwijzer") if path.is_dir() and PROGRAMS not in path.parts]
    assert [path for path in left if ".cache" not in path.parts] == []
