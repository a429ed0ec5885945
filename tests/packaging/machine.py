"""Running programs as on a machine that knows nothing of this checkout."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from filelock import FileLock

FOREIGN = ("PYTHONPATH", "POOLWIJZER_MENUS")
PROGRAMS = "Scripts" if os.name == "nt" else "bin"


def run(*arguments: str | Path, cwd: Path, environment: Mapping[str, str] | None = None) -> bytes:
    """Runs a program and returns what it printed; with this environment only, or else that of the tests."""
    if environment is None:
        environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    done = subprocess.run(arguments, cwd=cwd, env=dict(environment), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace") + done.stdout.decode("utf-8", "replace")
    return done.stdout


def build(source: Path, target: Path, *kinds: str) -> Path:
    """Builds a project with what the tests have at hand already, and returns the folder with the result."""
    run(sys.executable, "-m", "build", "--no-isolation", *kinds, "--outdir", target, source, cwd=source)
    return target


def made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """A folder that the first who asks fills, of all processes that run tests."""
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        done = folder.with_name(f"{folder.name}.done")
        if not done.exists():
            make(folder)
            done.touch()
    return folder
