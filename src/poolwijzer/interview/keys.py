"""Every key of the conversation and what it means: the same on every screen, and a row in docs/gesprek.md."""

from __future__ import annotations

from typing import NamedTuple

MANY_ANSWERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""What is typed for the tenth answer and further. Small letters never are an answer, but for the two of `KEYS`."""


class Key(NamedTuple):
    """A key, or some that belong together."""

    presses: tuple[str, ...]
    """As a screen hears of it."""
    shown: str
    """As a person reads it."""
    foot: str
    """What it does, in a word or two."""
    told: str
    """What it does, for the page about the conversation."""


KEYS: dict[str, Key] = {
    "choose": Key(
        tuple("123456789"),
        "1 tot en met 9",
        "kiezen",
        "kiest dat antwoord. Past er één antwoord? Dan gaat u meteen verder. Op de menukaart: één keer kiest een "
        "optie, nog een keer overweegt haar, en nog een keer haalt haar weg",
    ),
    "none": Key(("0",), "0", "geen", "met twee tot en met vier gemeenten: het geldt voor geen daarvan"),
    "choose-more": Key(tuple(MANY_ANSWERS), "A, B, C …", "kiezen", "kiest het tiende antwoord en verder"),
    "unknown": Key(("w",), "w", "weet niet", "weet niet"),
    "point": Key(("up", "down"), "↑ ↓", "aanwijzen", "wijst een antwoord aan, of laat meer van een bladzijde zien"),
    "page": Key(("pageup", "pagedown"), "PageUp, PageDown", "", "laat een heel scherm meer of minder zien"),
    "pick": Key(("space",), "spatie", "kiezen", "kiest wat u aanwijst"),
    "onward": Key(
        ("enter", "right"), "Enter of →", "verder", "gaat verder; Enter neemt ook het antwoord dat u aanwijst"
    ),
    "skip": Key(("s",), "s", "overslaan", "slaat de vraag over"),
    "back": Key(("escape", "left"), "Esc of ←", "terug", "gaat terug"),
    "undo": Key(("z",), "z", "terugdraaien", "draait het laatste antwoord terug, met de notitie die er stond"),
    "note": Key(
        ("n",), "n", "notitie", "een notitie bij een stelling, of uw afweging bij een onderdeel van de menukaart"
    ),
    "hands": Key(("h",), "h", "handen", "telt handen per antwoord"),
    "dots": Key(("d",), "d", "stippen", "zet de stip van iedereen in het assenstelsel"),
    "evidence": Key(("b",), "b", "bewijs", "laat zien welk bewijs bij een stelling past"),
    "other": Key(("a",), "a", "anders", "schrijft een eigen keuze op: anders, namelijk …"),
    "more": Key(
        ("m",), "m", "meer", "laat meer zien: alle opties, of de vragen waar twintig minuten geen tijd voor hebben"
    ),
    "explain": Key(("?",), "?", "uitleg en toetsen", "uitleg, en alle toetsen van dit scherm"),
    "overview": Key(("o",), "o", "overzicht", "overzicht van alle vragen, om naar een vraag te springen"),
    "outcome": Key(("u",), "u", "uitkomst", "de uitkomst tot nu toe"),
    "pause": Key(("p",), "p", "pauze", "pauze: de klok staat stil"),
    "closing": Key(("e",), "e", "afronden", "gaat naar het einde: afspraken en verslag, met wat er is"),
    "report": Key(("r",), "r", "verslag", "maakt het verslag van één bladzijde en de notitie voor het bestuur"),
    "reports": Key(("v",), "v", "alle verslagen", "maakt alle verslagen"),
    "stop": Key(("q",), "q", "stoppen", "stoppen; alles blijft bewaard"),
}
"""By what a key means."""
