"""The pictures in docs/gesprek.md: taken from a real terminal, so that they stay true.

`make screens` puts the screens of now in the page, and a test holds them against it.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from poolwijzer.content.questions import Stage
from poolwijzer.content.read import load_menus
from poolwijzer.interview.keys import keys_table
from poolwijzer.interview.progress import plan_minutes
from poolwijzer.interview.state import Route
from tests.interview.terminal import Terminal
from tests.roots import ROOT

PAGE = ROOT / "docs" / "gesprek.md"
TABLE = re.compile(r"(?s)(?<=<!-- toetsen -->\n).*?(?=<!-- /toetsen -->)")
"""Where the page has the table of keys, between two marks."""
BLOCK = re.compile(r"(?ms)^```text (?P<name>[a-z]+)\n(?P<screen>.*?)^```$")
PLANNED = re.compile(r"(?m)^## Minuut \d+ tot \d+: (?P<part>.*)$")
"""A heading about a part of the conversation, with when that is planned."""
PARTS: dict[str, Stage] = {
    "het initiatief": "initiatief",
    "uw eigen inschatting": "inschatting",
    "de stellingen": "stellingen",
    "waar u staat": "plek",
    "de menukaart": "menu",
    "afronden": "afronden",
}
CLOCK = re.compile(r"\d(?= van 20 min)")
"""The minutes that were spent: on a slow machine more than on another."""
ON = "2026-11-24"
ASSESS = ("assess", "--date", ON)
EAGER_REGION = "{m2: 2, m16: 1, m6: 4, m3: 1, m12: 5, b2: 5, b9: 4, b6: 1, b11: 4, b12: 4}"
STATEMENTS = "{m2: 5, m16: 4, m6: 2, m3: 2, m12: 5, b2: 2, b9: 2, b6: 4, b11: 1, b12: 1}"
CONTEXT = "soort: denkkracht, verband: {kind: provincie, name: de provincie Drenthe}, thema: [isolatie]"
FOLDER = "~/gesprekken"
"""Where the conversation was held, in the page."""


def screens() -> dict[str, str]:
    """Every screen by its name, from one conversation after another."""
    with tempfile.TemporaryDirectory() as name:
        folder, found = Path(name), dict[str, str]()
        for play in (_twenty_minutes, _wide, _small, _doubts, _costs, _again, _plain):
            found |= play(folder)
    return {name: CLOCK.sub("0", screen) for name, screen in found.items()}


def _twenty_minutes(folder: Path) -> Iterator[tuple[str, str]]:
    """From the start menu to the last page, with a note, hands, dots and a pause."""
    with Terminal(*ASSESS, cwd=folder) as terminal:
        yield "welkom", _shown(terminal, "Welkom", "Enter beginnen")
        terminal.begin()
        terminal.press("Flexpool Drenthe", "Enter")
        terminal.wait_for("Welke gemeenten doen mee?")
        terminal.press("dren")
        yield "gemeenten", _shown(terminal, "› dren", "provincie Drenthe", "12 gemeenten", "stoppen")
        terminal.press("Tab", "Enter")
        for question, keys in (
            ("Wat wilt u delen?", ("2",)),
            ("Hoe ver is het initiatief?", ("3",)),
            ("Welke organisatie boven", ("1",)),
            ("Waaraan wilt u werken?", ("1", "Enter")),
        ):
            terminal.wait_for(question)
            terminal.press(*keys)
        yield "plekken", _shown(terminal, "De twee assen en de vier plekken", "verder")
        terminal.press("Enter")
        terminal.wait_for("Wijs de plek aan")
        terminal.press("d")
        terminal.wait_for("De stip van iedereen")
        terminal.press("b4 d5 c3 d4 d4 e4 c4 d2 c4 a3 d5 b3", "Enter")
        terminal.wait_for("Wijs de plek aan", "12 stippen")
        terminal.press("Right", "Right", "Up", "Up")
        yield "stippen", _shown(terminal, "Motivatie: 4 · Betrokkenheid: 4")
        terminal.press("Enter")
        terminal.wait_for("Vraag 1 van 10")
        terminal.press("5")
        terminal.wait_for("Vraag 2 van 10")
        terminal.press("h")
        terminal.wait_for("Typ bij elk antwoord")
        terminal.press("0", "Down", "1", "Down", "2", "Down", "5", "Down", "4")
        yield "handen", _shown(terminal, "12 handen")
        terminal.press("Enter")
        yield "eens", _shown(terminal, "De meeste handen: de meeste")
        terminal.press("n")
        terminal.wait_for("notitie")
        terminal.press("Twee raden vroegen erom.", "Ctrl-N", "De derde wacht op het beleidsplan.")
        yield "notitie", _shown(terminal, "De derde wacht op het beleidsplan.")
        terminal.press("Enter")
        terminal.wait_for("Notitie: Twee raden vroegen erom.", "5 (bijna) alle")
        terminal.press("Enter")
        terminal.wait_for("Vraag 3 van 10")
        terminal.press("p")
        yield "pauze", _shown(terminal, "De klok staat stil")
        terminal.press("Enter")
        terminal.wait_for("Vraag 3 van 10")
        terminal.press("2 4 2 5 4 1 4 5")
        yield "plek", _shown(terminal, "Waar u staat", "Enter verder")
        terminal.press("Enter")
        terminal.wait_for("Uw eigen antwoord")
        terminal.press("Eén team, en wij sturen")
        yield "sleutelvraag", _shown(terminal, "› Eén team, en wij sturen", "stoppen")
        terminal.press("Enter")
        terminal.wait_for("[ ] uren voor uitvoering")
        terminal.press("1", "3", "Enter")
        terminal.wait_for("Financiering", "kiezen")
        terminal.press("2", "3", "3")
        yield "kaart", _shown(terminal, "<gekozen>", "<overwogen>")
        terminal.press("n")
        terminal.wait_for("Elke afweging op een eigen regel.")
        terminal.press("Zo betaalt iedereen mee", "Enter")
        terminal.wait_for("<overwogen>")
        terminal.press("Enter")
        for component in ("Vorm", "Activiteiten", "Verdeling"):
            terminal.wait_for(component, "kiezen")
            terminal.press("1", "Enter")
            terminal.wait_for("waarom deze keuze?")
            terminal.press("Enter")
        yield "keuzes", _shown(terminal, "Uw keuzes naast elkaar")
        terminal.press("Enter")
        terminal.wait_for("Wat spreekt u af?")
        terminal.press("Een brief aan Gedeputeerde Staten", "Enter")
        terminal.wait_for("Wie doet dat?")
        terminal.press("Assen", "Enter")
        terminal.wait_for("Wanneer is het klaar?")
        terminal.press("1 december", "Enter")
        yield "afspraak", _shown(terminal, "Wat spreekt u nog meer af?")
        terminal.press("Enter")
        terminal.wait_for("▸ Wat viel op?")
        terminal.press("Iedereen wil, niemand trekt", "Enter")
        terminal.wait_for("Waar hebt u nu behoefte aan?")
        terminal.press("1", "Enter")
        terminal.wait_for("Klaar", "Druk op r")
        terminal.press("r")
        last = _shown(terminal, "flexpool-drenthe-notitie.docx", "Enter afsluiten")
        yield "klaar", last.replace(str(folder), FOLDER)
        terminal.press("Enter")
        assert terminal.ended() == 0


def _wide(folder: Path) -> Iterator[tuple[str, str]]:
    """A statement on a wide screen, with the question in the middle."""
    _write(folder / "drie.yaml", "Drie gemeenten", "fase: verkennen", municipalities="[Assen, Emmen, Hoogeveen]")
    with Terminal(*ASSESS, "drie.yaml", cwd=folder, columns=120) as terminal:
        terminal.wait_for("uw 3 gemeenten")
        terminal.press("2")
        yield "breed", _shown(terminal, "Vraag 2 van 10")


def _small(folder: Path) -> Iterator[tuple[str, str]]:
    """The page on which one stops early, in a small window."""
    _write(folder / "drie.yaml", "Drie gemeenten", "fase: verkennen", municipalities="[Assen, Emmen, Hoogeveen]")
    with Terminal(*ASSESS, "drie.yaml", cwd=folder, columns=60, rows=20) as terminal:
        terminal.wait_for("uw 3 gemeenten")
        terminal.press("2")
        terminal.wait_for("Vraag 2 van 10")
        terminal.press("q")
        yield "stoppen", _shown(terminal, "Druk op Enter om te stoppen")


def _doubts(folder: Path) -> Iterator[tuple[str, str]]:
    """What can be answered to doubts, where the place is about these."""
    _write(folder / "twijfel.yaml", "Isolatieteam", "fase: verkennen", answers=EAGER_REGION)
    with Terminal(*ASSESS, "twijfel.yaml", cwd=folder) as terminal:
        terminal.wait_for("Behoeften ophalen", "Enter verder")
        terminal.press("Enter")
        terminal.wait_for("[ ] ")
        terminal.press("1", "Enter")
        yield "twijfels", _shown(terminal, "Hoort u dit?", "Vraag terug")


def _costs(folder: Path) -> Iterator[tuple[str, str]]:
    """A first indication of who pays what."""
    _write(folder / "kosten.yaml", "Drie gemeenten", "fase: opdracht", municipalities="[Assen, Emmen, Hoogeveen]")
    with Terminal(*ASSESS, "kosten.yaml", "--part", "kosten", cwd=folder) as terminal:
        terminal.wait_for("Hoeveel kost het samen")
        terminal.press("4 ton", "Enter")
        terminal.wait_for("Betaalt iemand anders mee?")
        terminal.press("provincie 1/3, rijk 100.000", "Enter")
        terminal.wait_for("Hoe verdelen de gemeenten hun deel?")
        terminal.press("1")
        yield "indicatie", _shown(terminal, "Indicatie, zonder btw")


def _again(folder: Path) -> Iterator[tuple[str, str]]:
    """A second measurement, with the old answer as a memory."""
    _write(folder / "terug.yaml", "Flexpool Drenthe", "fase: draait", day="2025-11-01", answers=STATEMENTS)
    with Terminal(*ASSESS, "terug.yaml", "--again", "--part", "motivatie", cwd=folder) as terminal:
        terminal.wait_for("Nieuwe meting", "Vraag 1 van")
        yield "meting", _shown(terminal, "Vorige keer")


def _plain(folder: Path) -> Iterator[tuple[str, str]]:
    with Terminal(*ASSESS, "--plain", "kop.yaml", cwd=folder, rows=10) as terminal:
        terminal.answer("", "Voorbeeldregio Zandrug", "")
        yield "regels", _shown(terminal, "Wat wilt u delen?", "stoppen)\n>")


def _write(
    path: Path, name: str, context: str, day: str = "2026-11-20", answers: str = "{}", municipalities: str = "[Assen]"
) -> None:
    """The file of an initiative that a conversation goes on with."""
    initiative = f"{{id: {path.stem}, name: {name}, date: {day}, municipalities: {municipalities}}}"
    estimate = "{motivatie: 4, betrokkenheid: 2}"
    path.write_text(
        f"poolwijzer: 1\ninitiative: {initiative}\nquestions: kort\ncontext: {{{CONTEXT}, {context}}}\n"
        f"estimate: {estimate}\nanswers: {answers}\n",
        encoding="utf-8",
    )


def _shown(terminal: Terminal, *words: str) -> str:
    """The whole screen, once it shows these words."""
    terminal.wait_for(*words)
    return terminal.settled()


def page_with(shown: dict[str, str], page: str) -> str:
    """The page with these screens in it, and the keys and the minutes as the program has them."""
    plan = {stage: int(end) for stage, end in plan_minutes(load_menus(), Route()).items()}
    begins = dict(zip(plan, [0, *plan.values()], strict=False))

    def planned(heading: re.Match[str]) -> str:
        stage = PARTS[heading["part"]]
        return f"## Minuut {begins[stage]} tot {plan[stage]}: {heading['part']}"

    page = TABLE.sub(lambda _: f"{keys_table()}\n", PLANNED.sub(planned, page))
    return BLOCK.sub(lambda block: f"```text {block['name']}\n{shown[block['name']]}\n```", page)


if __name__ == "__main__":
    PAGE.write_text(page_with(screens(), PAGE.read_text(encoding="utf-8")), encoding="utf-8")
