"""The pictures in docs/gesprek.md: taken from a real terminal, so that they stay true.

`make screens` puts the screens of now in the page, and a test holds them against it.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from poolwijzer.interview.keys import keys_table
from tests.interview.terminal import Terminal
from tests.roots import ROOT

PAGE = ROOT / "docs" / "gesprek.md"
TABLE = re.compile(r"(?s)(?<=<!-- toetsen -->\n).*?(?=<!-- /toetsen -->)")
"""Where the page has the table of keys, between two marks."""
BLOCK = re.compile(r"(?ms)^```text (?P<name>[a-z]+)\n(?P<screen>.*?)^```$")
ASSESS = ("assess", "--date", "2026-11-24")


def screens() -> dict[str, str]:
    """Every screen by its name, from one conversation after another."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = _conversation(folder)
        found["startmenu"] = _start_menu(folder)
        found["regels"] = _plain(folder)
        found["drie"] = _of_three(folder)
    return found


def _start_menu(folder: Path) -> str:
    with Terminal(cwd=folder) as terminal:
        terminal.wait_for("Stoppen")
        return terminal.settled()


def _plain(folder: Path) -> str:
    with Terminal(*ASSESS, "--plain", "kop.yaml", cwd=folder, rows=14) as terminal:
        terminal.wait_for("Hoe heet het initiatief?", "> ")
        terminal.press("Voorbeeldregio Zandrug", "Enter")
        terminal.wait_for("Welke gemeenten doen mee?", "> ")
        terminal.press("Enter")
        return terminal.wait_for("Wat wilt u delen?", "q stoppen)\n>")


def _of_three(folder: Path) -> str:
    """A statement for three municipalities."""
    three = "{id: drie, name: Drie gemeenten, municipalities: [Assen, Emmen, Hoogeveen]}"
    context = "{soort: beide, fase: verkennen, verband: geen, thema: [isolatie]}"
    estimate = "{motivatie: 4, betrokkenheid: 1}"
    text = f"poolwijzer: 1\ninitiative: {three}\ncontext: {context}\nestimate: {estimate}\n"
    (folder / "drie.yaml").write_text(text, encoding="utf-8")
    with Terminal(*ASSESS, "drie.yaml", cwd=folder) as terminal:
        terminal.wait_for("uw 3 gemeenten")
        terminal.press("2")
        terminal.wait_for("Vraag 2 van 5")
        return terminal.settled()


def _conversation(folder: Path) -> dict[str, str]:
    found = {}
    with Terminal(*ASSESS, cwd=folder) as terminal:

        def keep(name: str, *words: str) -> None:
            terminal.wait_for(*words)
            found[name] = terminal.settled()

        terminal.wait_for("Hoe heet het initiatief?")
        terminal.press("Flexpool Drenthe")
        keep("naam", "› Flexpool Drenthe", "stoppen")
        terminal.press("Enter")
        terminal.wait_for("Welke gemeenten doen mee?")
        terminal.press("dren")
        keep("gemeenten", "› dren", "provincie Drenthe", "12 gemeenten", "stoppen")
        terminal.press("Tab", "Enter")
        keep("soort", "Wat wilt u delen?")
        terminal.press("2")
        terminal.wait_for("Hoe ver is het initiatief?")
        terminal.press("3")
        terminal.wait_for("Welke organisatie boven")
        terminal.press("1")
        terminal.wait_for("› de provincie Drenthe")
        terminal.press("Enter")
        terminal.wait_for("Waaraan wilt u werken?")
        terminal.press("1", "Enter")
        terminal.wait_for("Wijs de plek aan")
        terminal.press("Right", "Right", "Up", "Up")
        keep("inschatting", "Motivatie: 4 · Betrokkenheid: 4")
        terminal.press("Enter")
        terminal.wait_for("Vraag 1 van 10")
        terminal.press("5")
        keep("stelling", "Vraag 2 van 10")
        terminal.press("b", "h")
        terminal.wait_for("Hoeveel handen")
        terminal.press("0 1 2 5 4", "Enter")
        keep("handen", "▪▪▪▪▪ 5", "Bewijs")
        terminal.press("4 1")
        terminal.wait_for("Vraag 4 van 10")
        terminal.press("Escape")
        terminal.wait_for("Vraag 3 van 10")
        terminal.press("2")
        keep("veranderd", "U hebt uw antwoord aangepast")
        terminal.press("o")
        keep("overzicht", "Naar welke vraag?", "▸ ○ …")
        terminal.press("Escape")
        terminal.wait_for("Vraag 4 van 10")
        terminal.press("4 2 5 4 1 4 5")
        keep("plek", "Waar u staat", "Enter verder")
        terminal.press("Enter")
        terminal.wait_for("Uw eigen antwoord")
        terminal.press("Eén team, en wij sturen")
        keep("sleutelvraag", "› Eén team, en wij sturen", "stoppen")
        terminal.press("Escape")
        keep("esc", "Wat wilt u doen?", "stoppen")
        terminal.press("Enter")
        terminal.wait_for("› Eén team, en wij sturen")
        terminal.press("Enter")
        terminal.wait_for("[ ] uren voor uitvoering")
        terminal.press("1", "3")
        keep("behoefte", "[x] uren voor uitvoering", "[x] kennis die in huis blijft")
        terminal.press("Enter")
        terminal.wait_for("Financiering", "1-3 kiezen")
        terminal.press("2", "3", "3")
        keep("kaart", "<gekozen>", "<overwogen>")
        terminal.press("?")
        keep("optie", "Waarom dit oordeel")
        terminal.press("Enter")
        terminal.wait_for("<overwogen>")
        terminal.press("Enter")
        terminal.wait_for("Elke afweging op een eigen regel.")
        terminal.press("Zo betaalt iedereen mee", "Enter")
        for component in ("Vorm", "Activiteiten", "Verdeling"):
            terminal.wait_for(component, "1-3 kiezen")
            terminal.press("1", "Enter")
            terminal.wait_for("waarom deze keuze?")
            terminal.press("Enter")
        terminal.wait_for("Wat spreekt u af?")
        terminal.press("Een brief aan Gedeputeerde Staten", "Enter")
        terminal.wait_for("Wie doet dat?")
        terminal.press("Assen", "Enter")
        terminal.wait_for("Wanneer is het klaar?")
        terminal.press("1 december")
        keep("afspraak", "› 1 december", "stoppen")
        terminal.press("Enter")
        terminal.wait_for("▸ Hoe ging het?")
        terminal.press("Rustig, met veel vragen", "Enter")
        terminal.wait_for("▸ Wat viel op?")
        terminal.press("Iedereen wil, niemand trekt")
        keep("terugkoppeling", "› Iedereen wil", "stoppen")
        terminal.press("Enter")
        for question in ("Wat was een eye-opener?", "Had dit zin?"):
            terminal.wait_for(f"▸ {question}")
            terminal.press("Enter")
        keep("klaar", "Klaar", "Enter afsluiten")
        terminal.press("Ctrl-C")
        terminal.ended()
    return found


def page_with(shown: dict[str, str], page: str) -> str:
    """The page with these screens in it, and the table of keys as the code has it."""
    page = TABLE.sub(lambda _: f"{keys_table()}\n", page)
    return BLOCK.sub(lambda block: f"```text {block['name']}\n{shown[block['name']]}\n```", page)


if __name__ == "__main__":
    PAGE.write_text(page_with(screens(), PAGE.read_text(encoding="utf-8")), encoding="utf-8")
