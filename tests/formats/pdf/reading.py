"""Reading a PDF back with poppler, which knows nothing of how it was made."""

import re
import subprocess
from functools import lru_cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.programs import require

A4 = (595, 842)
"""In points."""
HEAD = 36.5
FOOT = 800
"""Above the first and below the second, in points from the top, stand what a page is about and its number."""


@lru_cache(maxsize=64)
def told(data: bytes, program: str, *options: str) -> str:
    """What one of poppler's programs says of a PDF; left out without them, except where a change has to pass.

    Several tests look at the same report, so what was told last is kept.
    """
    require(program, "poppler")
    target = ["-"] if program == "pdftotext" else []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.pdf"
        path.write_bytes(data)
        done = subprocess.run([program, *options, path, *target], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def text_of(data: bytes, *, order: str = "-raw") -> str:
    """The text of all pages without their head and foot, in the order in which it stands in the file.

    The marks that steer the direction of writing are left out: poppler adds its own.
    """
    body = ("-x", "0", "-y", str(round(HEAD)), "-W", str(A4[0]), "-H", str(round(FOOT - HEAD)))
    return re.sub("[\u202a-\u202e\u2066-\u2069]", "", told(data, "pdftotext", order, *body))


def pages_of(data: bytes) -> list[str]:
    """The text of each page without its head and foot."""
    return text_of(data).split("\f")[:-1]


def bookmarks_of(data: bytes) -> set[str]:
    """The titles among its bookmarks, and that of the document."""
    found = re.findall(rb"/Title(?:\(((?:[^\\)]|\\.)*)\)|<([0-9A-Fa-f]*)>)", data)
    return {
        bytes.fromhex(hexed.decode()).decode("utf-16") if hexed else re.sub(rb"\\(.)", rb"\1", plain).decode("latin-1")
        for plain, hexed in found
    }


class Stretch(NamedTuple):
    """A stretch of text on a page."""

    page: int
    top: float
    """In points, as its size is: rounded down to a third of a point."""
    size: float
    colour: str
    bold: bool
    text: str


def stretches_of(data: bytes) -> list[Stretch]:
    """All that is written on its pages."""
    fonts: dict[str, tuple[float, str]] = {}
    found, page = [], 0
    for line in told(data, "pdftohtml", "-xml", "-i", "-stdout", "-zoom", "3").splitlines():
        page += line.startswith("<page ")
        if font := re.search(r'<fontspec id="(\d+)" size="(\d+)".*color="(.*?)"', line):
            fonts[font[1]] = int(font[2]) / 3, font[3]
        elif text := re.search(r'<text top="(-?\d+)".*font="(\d+)">(.*)</text>', line):
            written = unescape(re.sub("<[^>]*>", "", text[3])).strip()
            found.append(Stretch(page, int(text[1]) / 3, *fonts[text[2]], "<b>" in text[3], written))
    return found


def filled_of(data: bytes) -> list[float]:
    """How far down each page has text between its head and its foot, as a part of that height."""
    pages = told(data, "pdftotext", "-bbox").split("<page ")[1:]
    lowest = [[float(at) for at in re.findall(r'yMax="([\d.]+)"', page)] for page in pages]
    return [max((at - HEAD for at in page if at < FOOT), default=0) / (FOOT - HEAD) for page in lowest]
