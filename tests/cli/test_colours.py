"""Whatever a terminal shows can be read on every background: no colour of ours is among it.

The colours are those that terminals give the sixteen names, as xterm, the VGA text mode and Solarized set them.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.interview.terminal import Terminal

LEAST = 4.5
"""How many times as bright one of two colours must be, for text of this size (WCAG 2.2, 1.4.3)."""

XTERM = [
    "000000",
    "cd0000",
    "00cd00",
    "cdcd00",
    "0000ee",
    "cd00cd",
    "00cdcd",
    "e5e5e5",
    "7f7f7f",
    "ff0000",
    "00ff00",
    "ffff00",
    "5c5cff",
    "ff00ff",
    "00ffff",
    "ffffff",
]
VGA = [
    "000000",
    "aa0000",
    "00aa00",
    "aa5500",
    "0000aa",
    "aa00aa",
    "00aaaa",
    "aaaaaa",
    "555555",
    "ff5555",
    "55ff55",
    "ffff55",
    "5555ff",
    "ff55ff",
    "55ffff",
    "ffffff",
]
SOLARIZED = [
    "073642",
    "dc322f",
    "859900",
    "b58900",
    "268bd2",
    "d33682",
    "2aa198",
    "eee8d5",
    "002b36",
    "cb4b16",
    "586e75",
    "657b83",
    "839496",
    "6c71c4",
    "93a1a1",
    "fdf6e3",
]


class Palette(NamedTuple):
    """What a terminal shows as its own two colours, and for the sixteen names."""

    text: str
    background: str
    names: list[str]


PALETTES = {
    "white": Palette("000000", "ffffff", XTERM),
    "black": Palette("e5e5e5", "000000", XTERM),
    "vga": Palette("aaaaaa", "000000", VGA),
    "solarized-dark": Palette("839496", "002b36", SOLARIZED),
    "solarized-light": Palette("657b83", "fdf6e3", SOLARIZED),
}


class Look(NamedTuple):
    """How some text is to look: the numbers of its colours, None for the terminal's own, and whether it is faint."""

    text: int | None = None
    background: int | None = None
    reverse: bool = False
    faint: bool = False


def looks(raw: str) -> set[Look]:
    """Every look that a program asked of its terminal for signs that can be seen."""
    found, look = set(), Look()
    for piece in re.split(r"(\x1b\[[0-9;:]*m)", raw):
        if codes := re.fullmatch(r"\x1b\[([0-9;:]*)m", piece):
            look = _after(look, [int(code or 0) for code in re.split("[;:]", codes[1])])
        elif re.sub(r"\x1b(\[[0-9;?]*[A-Za-z]|[=>78]|\][^\x07]*\x07)", "", piece).strip():
            found.add(look)
    return found


def _after(look: Look, codes: list[int]) -> Look:
    rest = iter(codes)
    for code in rest:
        if code == 0:
            look = Look()
        elif code in (38, 48):
            number = next(rest) and next(rest)
            look = Look(**look._asdict() | {"text" if code == 38 else "background": number})
        else:
            look = Look(**look._asdict() | dict(_change(code)))
    return look


def _change(code: int) -> Iterator[tuple[str, int | None]]:
    if code in (2, 22):
        yield "faint", code == 2
    elif code in (7, 27):
        yield "reverse", code == 7
    elif code in (39, 49):
        yield "text" if code == 39 else "background", None
    else:
        for name, first, number in (("text", 30, 0), ("background", 40, 0), ("text", 90, 8), ("background", 100, 8)):
            if first <= code < first + 8:
                yield name, code - first + number


def brightness(colour: str) -> float:
    """The relative luminance of WCAG."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How many times as bright the brighter of two colours is."""
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def unreadable(look: Look) -> list[str]:
    """The palettes on which a look cannot be read."""
    found = []
    for name, palette in PALETTES.items():
        own = contrast(palette.text, palette.background)
        text = palette.text if look.text is None else palette.names[look.text % 16]
        background = palette.background if look.background is None else palette.names[look.background % 16]
        # Solarized has 4.1 between its two own colours: whoever uses it chose that. Faint is any fraction of it.
        ratio = contrast(text, background) / (2 if look.faint else 1)
        if ratio < min(LEAST, own):
            found.append(name)
    return found


def test_what_cannot_be_read_is_found() -> None:
    assert unreadable(Look()) == unreadable(Look(reverse=True)) == []
    assert {"white", "solarized-light"} <= set(unreadable(Look(text=3)))
    assert "solarized-dark" in unreadable(Look(text=8)) and "solarized-dark" in unreadable(Look(faint=True))
    for number in range(16):
        assert unreadable(Look(text=number)), number
    assert looks("\x1b[0;1ma\x1b[33;1mb\x1b[m \x1b[7;90mc\x1b[27;39;2md") == {
        Look(),
        Look(text=3),
        Look(text=8, reverse=True),
        Look(faint=True),
    }
    assert looks("\x1b[38;5;208ma\x1b[48;5;1mb") == {Look(text=208), Look(text=208, background=1)}


def check(raw: bytes) -> None:
    asked = looks(raw.decode("utf-8", "replace"))
    assert asked
    for look in asked:
        assert unreadable(look) == [], look
        # No meaning in hue: what is told by a colour is lost on who does not see it.
        assert (look.text, look.background, look.faint) == (None, None, False)


@pytest.mark.slow
def test_the_conversation_can_be_read_on_every_background(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(
        "poolwijzer: 1\ninitiative: {id: p, name: P, municipalities: [Assen]}\nquestions: kort\n"
        "context: {soort: beide, fase: idee, thema: [isolatie], behoefte: [vaste-mensen],\n"
        "  verband: {kind: provincie, name: de provincie}}\n"
        "estimate: {motivatie: 4, betrokkenheid: 4}\n"
        "answers: {m1: 5, m2: 5, m3: {value: 4, note: ja, votes: [0, 1, 2, 3, 4]}, m6: 2, m7: 4, b2: 5}\n",
        encoding="utf-8",
    )
    with Terminal("assess", "p.yaml", "--date", "2026-11-24", "--all", cwd=tmp_path) as terminal:

        def then(key: str, *words: str) -> None:
            terminal.press(key)
            terminal.wait_for(*words)

        terminal.wait_for("› P")
        then("Enter", "› Assen")
        then("x", "› Assenx")
        then("Enter", "Bedoelde u")
        then("Ctrl-U", "›")
        then("dren", "RES-regio Drenthe")
        then("Tab", "▸ provincie Drenthe")
        then("Enter", "Wat wilt u delen?")
        then("Enter", "Hoe ver is")
        then("Right", "Welke organisatie")
        then("Right", "de provincie")
        then("Enter", "Waaraan")
        then("Right", "vier plekken")
        then("Enter", "Wijs de plek aan")
        then("s", "Vraag 1 van 10")
        then("\x1b[200~lap\r3\x1b[201~", "geen rij antwoorden")
        then("?", "Enter terug")
        then("Enter", "Vraag 1 van 10")
        then("n", "Notitie bij")
        terminal.press("Escape")
        terminal.wait_for("1-5 antwoord")
        then("o", "Naar welke vraag?")
        terminal.press("Escape")
        terminal.wait_for("1-5 antwoord")
        then("u", "nog niet samen gezien")
        then("u", "In het kort")
        for _ in range(8):
            terminal.press("PageDown")
            terminal.read(0.1)
        terminal.press("Escape")
        terminal.wait_for("1-5 antwoord")
        for number in range(2, 11):
            then("Right", f"Vraag {number} van 10")
        then("Right", "Waar u staat")
        then("Enter", "Uw eigen antwoord.")
        then("Enter", "het meest nodig")
        then("Enter", "n afweging")
        then("1", "<gekozen>")
        then("2", "▸ 2")
        then("2", "<overwogen>")
        then("?", "Waarom dit oordeel")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
        check(terminal.raw)


@pytest.mark.slow
def test_all_else_that_a_terminal_shows_can_be_read_on_every_background(tmp_path: Path, examples: Path) -> None:
    example = str(examples / "voorbeeldregio-noorderveld.yaml")
    (tmp_path / "stuk.yaml").write_text("poolwijzer: 1\ninitiative: {id: a}\nanswers: 9\n", encoding="utf-8")
    for number in range(40):
        (tmp_path / f"{number}.yaml").write_text(
            f"poolwijzer: 1\ninitiative: {{id: a{number}, name: A}}\nanswers: {{m1: 4}}\n", encoding="utf-8"
        )
    for arguments in (
        ["--help"],
        ["batch", "--help"],
        ["advies"],
        ["advise"],
        ["advise", "stuk.yaml"],
        ["advise", example, "--date", "2026-11-24"],
        ["advise", example, "--date", "2026-11-24", "--explain", "--depth", "volledig"],
        ["compare", example, "0.yaml", "--date", "2026-11-24"],
        ["costs", str(examples / "voorbeeldregio-merenland.yaml"), "--date", "2026-11-24"],
        ["strips", "show", str(examples / "voorbeeldregio-merenland.yaml"), "--date", "2026-11-24"],
        ["batch", ".", "-o", "uit.csv", "--date", "2026-11-24", "--force"],
        ["menu", "list"],
        ["menu", "check"],
        ["cases"],
    ):
        with Terminal(*arguments, cwd=tmp_path, columns=100) as terminal:
            terminal.ended()
            check(terminal.raw)


@pytest.mark.slow
def test_the_start_menu_can_be_read_on_every_background(tmp_path: Path) -> None:
    with Terminal(cwd=tmp_path) as terminal:
        terminal.wait_for("Een nieuw gesprek beginnen")
        time.sleep(0.2)
        check(terminal.raw)
