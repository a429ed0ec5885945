"""The files that are kept, as the checks on the repository itself look at them."""

import subprocess
from pathlib import Path

from tests.roots import ROOT


def repository_files() -> list[Path]:
    """The files under version control or about to be; in an unpacked sdist, all there is."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode("utf-8")
    except (OSError, subprocess.CalledProcessError):
        made = {".venv", "build", "__pycache__"}
        paths = (path for path in ROOT.rglob("*") if not made & set(path.relative_to(ROOT).parts))
    else:
        paths = (ROOT / name for name in listed.split("\0") if name)
    return [path for path in paths if path.is_file()]
