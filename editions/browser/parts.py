"""What the page is made of beside our own: fetched by name and version, and held against hashes that are kept here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
PACKAGES = HERE / "page" / "package.json"
WHEELS = HERE / "wheels.txt"
PYTHON = "3.14"
"""That of Pyodide."""
# Of those that there are for several systems pip takes the one whose hash stands in the list.
_SYSTEMS = ("pyemscripten_2026_0_wasm32", "manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64")
_HASHES = {
    "pyodide/pyodide.mjs": "6f1d60f7bf529beb300f0f47983c921d3982363640ba20af0e38efdddbc66109",
    "pyodide/pyodide.asm.mjs": "f7cdc8ece80678ceb712f8e65ebe6d3a83203a180c399865f49612a051693635",
    "pyodide/pyodide.asm.wasm": "cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6",
    "pyodide/python_stdlib.zip": "fa1957e5777068fc4f7437f96d860ae2fbe9c19732ba06c84e004ec16dd7dd7a",
    "preact/dist/preact.mjs": "bdcbd9abdf2c77c5c45326eab42191e949222d479d0d5f69467387a77040cb55",
    "preact/hooks/dist/hooks.mjs": "e862ab2973aa6455eaa0f77c5d832d2157d6be59a17c8ba546550a575b58c6b4",
    "htm/dist/htm.module.js": "ab33dd3f38059b9be4d5f5350128eefb2356639c4e0bbe9d9e8b3ba75847e9e4",
}
"""What of the packages from npm goes into the page."""


class Parts(NamedTuple):
    """Where they lie."""

    modules: Path
    """The packages from npm."""
    wheels: list[Path]
    """Those for Python, by name."""


def fetch_parts(folder: Path) -> Parts:
    """All parts, in a folder where those of an earlier time may lie.

    Raises:
        SystemExit: a program that this takes is not here, or a part is not the one that was tried.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("The page is made with npm, and that is not here. Install Node.js.")
    modules, wheels = folder / "node", folder / "wheels"
    asked = PACKAGES.read_bytes() + WHEELS.read_bytes()
    stamp = folder / "fetched"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != sha256(asked).hexdigest():
        for old in (modules, wheels):
            shutil.rmtree(old, ignore_errors=True)
        modules.mkdir(parents=True)
        shutil.copy(PACKAGES, modules)
        quiet = ["--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        subprocess.run([npm, "install", *quiet], cwd=modules, check=True)
        subprocess.run([*_pip_download(), "--dest", str(wheels)], check=True)
        stamp.write_text(sha256(asked).hexdigest(), encoding="utf-8")
    for name, wanted in _HASHES.items():
        if (found := sha256((modules / "node_modules" / name).read_bytes()).hexdigest()) != wanted:
            raise SystemExit(f"{name} is another than the one that was tried: its hash is {found}.")
    return Parts(modules / "node_modules", sorted(wheels.glob("*.whl")))


def _pip_download() -> list[str]:
    target = ["--only-binary=:all:", "--no-deps", "--python-version", PYTHON, "--implementation", "cp"]
    target += [word for system in _SYSTEMS for word in ("--platform", system)]
    target += [word for abi in ("cp314", "abi3", "none") for word in ("--abi", abi)]
    quiet = ["--quiet", "--disable-pip-version-check", "--require-hashes"]
    return [sys.executable, "-m", "pip", "download", *quiet, *target, "--requirement", str(WHEELS)]


def build_wheel(folder: Path) -> Path:
    """Our own wheel, as it goes to everybody."""
    root = HERE.parent.parent
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder.absolute())]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1580601600"}  # so that it is the same each time
    subprocess.run(command, cwd=root, check=True, env=environment, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel
