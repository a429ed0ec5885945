"""An organisation's house style for pages and PDF: its name, its logo and its colours, from a small YAML file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import Field

from poolwijzer.dutch import number
from poolwijzer.problems import Fault, InputError, Problem, quote
from poolwijzer.validation import Model, Text, validate
from poolwijzer.yamlfile import Document, read_document

if TYPE_CHECKING:
    from poolwijzer.formats.logo.reading import Logo

ENOUGH_CONTRAST = 4.5
"""Between letters and what they stand on, as a ratio; WCAG 2.2, success criterion 1.4.3 (AA)."""
PAPER = "#ffffff"
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class StyleFile(Model):
    """What a file with a house style says."""

    name: Text
    logo: str = ""
    """A file beside this one."""
    accent: Colour = "#0b4f8a"
    """For titles, links and marks, on white."""
    ink: Colour = "#1a1a1a"
    """For running text, on white."""


class HouseStyle(NamedTuple):
    """A house style, ready to be used."""

    name: str = ""
    logo: bytes = b""
    logo_type: str = ""
    """The media type of the logo; empty without one."""
    accent: str = "#0b4f8a"
    ink: str = "#1a1a1a"
    pixels: bytes = b""
    """The logo as PNG; empty where nobody made it yet."""
    files: tuple[Path, ...] = ()
    """What it was read from."""


PLAIN = HouseStyle()


def read_style(path: Path) -> HouseStyle:
    """Read a file with a house style.

    Raises:
        InputError: with every problem in it: what is unknown, a logo that cannot be used, too little contrast.
    """
    document = read_document(path, top="mapping")
    found = validate(StyleFile, document)
    problems = [problem for key in ("accent", "ink") if (problem := _too_pale(document, key, getattr(found, key)))]
    logo = _logo(path, found.logo, document, problems) if found.logo else None
    if problems:
        raise InputError(problems)
    data, kind, pixels = logo or (b"", "", b"")
    files = (path, path.parent / found.logo) if data else (path,)
    return HouseStyle(found.name, data, kind, found.accent.lower(), found.ink.lower(), pixels, files)


def in_gray(style: HouseStyle) -> HouseStyle:
    """A style without colours: each as dark a grey, so that it is read as well; the logo stays what it is."""
    return style._replace(accent=gray(style.accent), ink=gray(style.ink))


def gray(colour: str) -> str:
    """The lightest grey that is no lighter than a colour."""
    most = _luminance(colour)
    level = max((one for one in range(256) if _luminance(f"#{one:02x}{one:02x}{one:02x}") <= most), default=0)
    return f"#{level:02x}{level:02x}{level:02x}"


def _too_pale(document: Document, key: str, colour: str) -> Problem | None:
    ratio = contrast(colour, PAPER)
    if ratio >= ENOUGH_CONTRAST:
        return None
    least, found = number(ENOUGH_CONTRAST), number(round(ratio, 2), 2)
    message = f"De kleur {colour} is op wit niet goed te lezen: het contrast is {found}, en er is {least} nodig."
    return document.locate([key]).problem(message, "Kies een donkerder kleur.")


def _logo(path: Path, name: str, document: Document, problems: list[Problem]) -> Logo | None:
    """The logo that a style names; what is wrong with it is told where it is named."""
    from poolwijzer.formats.logo.reading import read_logo

    try:
        return read_logo(path.parent, name)
    except Fault as fault:
        message, hint = fault.message, fault.hint
    except InputError as error:
        (found,) = error.problems
        message, hint = f"Het logo {quote(name)} is niet te gebruiken. {found.message}", found.hint
    problems.append(document.locate(["logo"]).problem(message, hint))
    return None


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
