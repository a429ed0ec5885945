"""What the compiler of the PDF makes of a logo, in a process of its own: on an odd picture it may end that, or never.

There it reads a logo from standard input and writes it in pixels to standard output.
"""

from __future__ import annotations

import json
import subprocess
import sys

from poolwijzer.formats.logo.bounds import LONGEST
from poolwijzer.frozen import own_command
from poolwijzer.problems import Fault

PIXELS = 240
"""How high a logo in pixels is: sharp on paper at the height of some lines of text."""
SECONDS = 10
"""How long drawing may take; a logo takes hundredths."""
TOO_LONG = 3
"""The exit status for a picture that fits beside no title."""
_TOLD = "too long"
_ODD_SHAPE = (f"Dit logo is meer dan {LONGEST} keer zo lang als breed, of andersom.", "Knip het bij.")
_NO_PICTURE = ("Dit logo kan niet getekend worden.", "Sla het opnieuw op als png of als gewone svg.")
_LOGO = """
#let given = json(bytes(sys.inputs.given))
#let logo = image.with(bytes(given.logo), format: given.format, alt: "x")
#set document(title: "x")
#set text(lang: "nl")
#set page(width: auto, height: auto, margin: 0pt)
#context {
  let ratio = measure(logo(height: 72pt)).width / 72pt
  assert(ratio <= given.longest and ratio >= 1 / given.longest, message: given.told)
}
#logo(height: 72pt)
"""


def try_out(data: bytes, kind: str) -> bytes:
    """Have a logo drawn, in pixels and on paper: what the compiler makes nothing of is no picture.

    Args:
        data: The picture.
        kind: What typst calls its kind.

    Returns:
        The same as PNG, for what shows nothing else.

    Raises:
        Fault: It cannot be drawn, takes too long, or does not fit beside a title.
    """
    if sys.platform == "emscripten":
        return _draw_in_page(data, kind)
    command = [*own_command(f"{__name__}:draw_input"), kind]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Fault("Het tekenen van dit logo duurt te lang.", "Sla het op als een kleinere png.") from None
    except OSError:
        done = subprocess.CompletedProcess(command, 1)
    if done.returncode == TOO_LONG:
        raise Fault(*_ODD_SHAPE)
    if done.returncode or not done.stdout:
        raise Fault(*_NO_PICTURE)
    return done.stdout


def _draw_in_page(data: bytes, kind: str) -> bytes:
    """The same in the browser edition: there are no processes there, and what breaks is a page and no batch.

    Raises:
        Fault: as `try_out`; or this edition has no compiler, and the picture is of a kind that needs one.
    """
    from importlib.util import find_spec

    from poolwijzer.formats.pdf.compiler import RefusedError

    if find_spec("typst") is None:
        if kind == "png":
            return data
        hint = "Sla het logo op als png, of gebruik de grote uitgave van Poolwijzer."
        raise Fault("Deze kleine uitgave kan dit soort logo niet tekenen.", hint)
    try:
        _compile(data, kind)
        return to_pixels(data, kind)
    except RefusedError as refused:
        raise Fault(*(_ODD_SHAPE if _TOLD in str(refused) else _NO_PICTURE)) from None


def to_pixels(data: bytes, kind: str) -> bytes:
    """A logo as PNG.

    Raises:
        RefusedError: It cannot be drawn.
    """
    return _compile(data, kind, PIXELS)


def draw_input(kind: str) -> int:
    """Draw what comes in on standard input; gives the exit status."""
    from poolwijzer.formats.pdf.compiler import RefusedError

    data = sys.stdin.buffer.read()
    try:
        _compile(data, kind)
        sys.stdout.buffer.write(to_pixels(data, kind))
    except RefusedError as refused:
        return TOO_LONG if _TOLD in str(refused) else 1
    return 0


def _compile(data: bytes, kind: str, ppi: float | None = None) -> bytes:
    """A logo as PNG, or without `ppi` as PDF."""
    from typst import Fonts

    from poolwijzer.formats.pdf.compiler import compile_with

    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False)
    given = json.dumps({"logo": list(data), "format": kind, "longest": LONGEST, "told": _TOLD})
    return compile_with(fonts, _LOGO.encode(), {"given": given}, ppi)
