"""LibreOffice, for tests that open what we write the way people do."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.programs import require

Office = Callable[..., bytes]
"""From a file, its suffix and what it is to become (a suffix, or a filter of LibreOffice) to that; then options."""


def an_office(home: Path, program: str = "soffice") -> Office:
    """Start an office with a folder of its own; without one the test is left out, or fails in CI."""
    return lambda data, suffix, to, *options: convert_all(home, [data], suffix, to, *options, program=program)[0]


def convert_all(
    home: Path, documents: Sequence[bytes], suffix: str, to: str, *options: str, program: str = "soffice"
) -> list[bytes]:
    """What the office makes of each, started once: that takes as long as a document does."""
    found = require(program, "LibreOffice")
    sources = [home / f"bestand{number}{suffix}" for number in range(len(documents))]
    for source, data in zip(sources, documents, strict=True):
        source.write_bytes(data)
    command = [found, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", *options]
    command += ["--convert-to", to, "--outdir", str(home / "out"), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return [(home / "out" / f"{source.stem}.{to.partition(':')[0]}").read_bytes() for source in sources]
