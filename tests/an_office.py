"""LibreOffice, for tests that open what we write the way people do."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.programs import require

Office = Callable[..., bytes]
"""From a file, its suffix and what it is to become (a suffix, or a filter of LibreOffice) to that; then options."""


def an_office(home: Path, program: str = "soffice") -> Office:
    """Start an office with a folder of its own; without one the test is left out, or fails in CI."""
    found = require(program, "LibreOffice")

    def converted(data: bytes, suffix: str, to: str, *options: str) -> bytes:
        source = home / f"bestand{suffix}"
        source.write_bytes(data)
        command = [found, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", *options]
        command += ["--convert-to", to, "--outdir", str(home / "out"), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return (home / "out" / f"bestand.{to.partition(':')[0]}").read_bytes()

    return converted
