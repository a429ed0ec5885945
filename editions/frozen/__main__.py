"""Build the frozen program for this system: `python -m editions.frozen`, in an environment with only what it needs.

It comes in `build/frozen/`: the folder, and that as a zip with its checksum. Who signs on Windows does so between the
two steps: `python -m editions.frozen folder`, and then `... zip`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from editions.frozen import target
from editions.frozen.contents import SOURCES, find_missed
from editions.frozen.licences import write_licences
from editions.frozen.packing import EARLIEST, pack

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
BUILT = ROOT / "build" / "frozen"
STEPS = ("folder", "zip")
BESIDE = {"linux": ["Poolwijzer.desktop"], "darwin": ["Poolwijzer.command"], "win32": []}
"""What opens a window for the program by a double click, where the program itself does not."""


def build_folder() -> Path:
    """Build the program, and lay beside it what people look for.

    Raises:
        CalledProcessError: PyInstaller cannot build it, and has said why.
        SystemExit: Something is left out that is needed.
    """
    folder = BUILT / target.full_name()
    work = BUILT / "work"
    moment = str(made_at())
    # Sets and dictionaries of the same order, and no moment of today: the same source gives the same program.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": moment, "PYTHONHASHSEED": "0"}
    places = ["--distpath", str(BUILT), "--workpath", str(work)]
    options = ["--noconfirm", "--clean", "--log-level", "ERROR", *places, str(HERE / "poolwijzer.spec")]
    subprocess.run([sys.executable, "-m", "PyInstaller", *options], cwd=ROOT, env=environment, check=True)
    if missed := find_missed((work / "poolwijzer" / "warn-poolwijzer.txt").read_text(encoding="utf-8")):
        sys.exit(f"Take out of EXCLUDED what is needed: {'; '.join(missed)}.")
    sources = (work / "poolwijzer" / SOURCES).read_text(encoding="utf-8").splitlines()
    write_licences(map(Path, sources), folder)
    for name in ("LEESMIJ.txt", *BESIDE[sys.platform]):
        shutil.copy(HERE / "beside" / name, folder)
        if name.endswith((".command", ".desktop")):
            (folder / name).chmod(0o755)
    return folder


def made_at() -> int:
    """When the source was made, in seconds since 1970: as was told, or its last change that git knows of."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if not told:
        git = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        try:
            told = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
        except OSError:
            told = ""
    return int(told or EARLIEST)


def main(steps: list[str]) -> int:
    """Take these steps, or all."""
    if unknown := set(steps) - set(STEPS):
        sys.exit(f"There is no step {', '.join(unknown)}: only {' and '.join(STEPS)}.")
    if not steps or "folder" in steps:
        build_folder()
    if not steps or "zip" in steps:
        made = pack(BUILT / target.full_name(), made_at())
        print(f"The program is in {made.relative_to(ROOT)}, {made.stat().st_size / 1e6:.0f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
