"""Modules as Python runs them, made once here: in the page each would be translated again at every start."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from editions.browser.parts import Parts

SCRIPT = Path(__file__).with_name("compile.mjs")


def compile_modules(archives: Sequence[Path], parts: Parts, folder: Path) -> list[Path]:
    """The same archives with their modules translated, in a folder where those of an earlier time may lie.

    The interpreter of the page itself translates them, so that they are for its version, and the same each time.

    Raises:
        SystemExit: Node.js is not here.
    """
    node = shutil.which("node")
    if node is None:
        raise SystemExit("The page is made with Node.js, and that is not here. Install it.")
    folder.mkdir(parents=True, exist_ok=True)
    made_with = SCRIPT.read_bytes() + (parts.modules / "pyodide" / "pyodide.asm.wasm").read_bytes()
    key = sha256(made_with).digest()
    wanted = {path: folder / f"{sha256(key + path.read_bytes()).hexdigest()}-{path.stem}.zip" for path in archives}
    missing = {path: there for path, there in wanted.items() if not there.is_file()}
    if missing:
        unfinished = {path: there.with_suffix(".part") for path, there in missing.items()}
        pairs = [str(one.absolute()) for pair in unfinished.items() for one in pair]
        subprocess.run([node, str(SCRIPT), str(parts.modules.absolute()), *pairs], check=True)
        for path, there in missing.items():
            unfinished[path].replace(there)
    return list(wanted.values())
