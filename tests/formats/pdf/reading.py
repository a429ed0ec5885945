"""Reading a PDF back with poppler, which knows nothing of how it was made."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

A4 = (595, 842)
"""In points."""
FOOT = 798
"""Below this, in points from the top, stand only the subtitle and the number of the page."""


def told(data: bytes, program: str, *options: str) -> str:
    """What one of poppler's programs says of a PDF; left out without them, except where a change has to pass."""
    if shutil.which(program) is None:
        assert not os.environ.get("CI"), "poppler is missing, and these tests may not be left out here"
        pytest.skip("poppler is not installed")
    target = ["-"] if program == "pdftotext" else []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.pdf"
        path.write_bytes(data)
        done = subprocess.run([program, *options, path, *target], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def text_of(data: bytes, *, order: str = "-raw") -> str:
    """The text of all pages without their foot, in the order in which it stands in the file.

    The marks that steer the direction of writing are left out: poppler adds its own.
    """
    body = ("-x", "0", "-y", "0", "-W", str(A4[0]), "-H", str(FOOT))
    return re.sub("[\u202a-\u202e\u2066-\u2069]", "", told(data, "pdftotext", order, *body))


def pages_of(data: bytes) -> list[str]:
    """The text of each page without its foot."""
    return text_of(data).split("\f")[:-1]
