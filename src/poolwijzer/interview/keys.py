"""Every key of the conversation and what it means: the same on every screen, and a row in docs/gesprek.md."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from poolwijzer.interview.commands import Event
    from poolwijzer.interview.question import InterviewQuestion, Shape

MANY_ANSWERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""What is typed for the tenth answer and further. Small letters never are an answer, but for the two of `KEYS`."""
ANSWER_KEYS = (*"123456789", *MANY_ANSWERS)
"""What is typed for answers in a list; arrows reach the rest."""


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
    asks: Event | None = None
    """What it asks for wherever it means something; None where that goes by what is shown."""


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
    "move": Key(("up", "down", "left", "right"), "← ↑ ↓ →", "verplaatsen", "in het assenstelsel: verplaatst de stip"),
    "page": Key(("pageup", "pagedown"), "PageUp, PageDown", "", "laat een heel scherm meer of minder zien"),
    "pick": Key(("space",), "spatie", "kiezen", "kiest wat u aanwijst, waar u er meer dan één kunt kiezen"),
    "onward": Key(
        ("enter", "right"), "Enter of →", "verder", "gaat verder; Enter neemt ook het antwoord dat u aanwijst"
    ),
    "skip": Key(("s",), "s", "overslaan", "slaat de vraag over", "next"),
    "back": Key(("escape", "left"), "Esc of ←", "terug", "gaat terug", "back"),
    "undo": Key(("z",), "z", "terugdraaien", "draait het laatste antwoord terug, met de notitie die er stond", "undo"),
    "note": Key(
        ("n",), "n", "notitie", "een notitie bij een stelling, of uw afweging bij een onderdeel van de menukaart"
    ),
    "hands": Key(("h",), "h", "handen", "telt handen per antwoord; daar typt u getallen", "hands"),
    "dots": Key(("d",), "d", "stippen", "zet de stip van iedereen in het assenstelsel", "dots"),
    "evidence": Key(("b",), "b", "bewijs", "laat zien welk bewijs bij een stelling past"),
    "other": Key(("a",), "a", "anders", "schrijft een eigen keuze op: anders, namelijk …", "other"),
    "more": Key(
        ("m",), "m", "meer", "laat meer zien: alle opties, of de vragen waar twintig minuten geen tijd voor hebben"
    ),
    "explain": Key(("?",), "?", "uitleg en toetsen", "uitleg, en alle toetsen van dit scherm", "explain"),
    "overview": Key(("o",), "o", "overzicht", "overzicht van alle vragen, om naar een vraag te springen", "overview"),
    "outcome": Key(("u",), "u", "uitkomst", "de uitkomst tot nu toe", "outcome"),
    "pause": Key(("p",), "p", "pauze", "pauze: de klok staat stil", "pause"),
    "closing": Key(("e",), "e", "afronden", "gaat naar het einde: afspraken en verslag, met wat er is", "closing"),
    "report": Key(
        ("r",), "r", "verslag", "maakt het verslag van één bladzijde en de notitie voor het bestuur", "report"
    ),
    "reports": Key(("v",), "v", "alle verslagen", "maakt alle verslagen", "reports"),
    "costs": Key(
        ("k",), "k", "wie betaalt wat", "op de laatste bladzijde: drie vragen over de kosten, en wie wat betaalt"
    ),
    "stop": Key(("q",), "q", "stoppen", "stoppen; alles blijft bewaard", "stop"),
}
"""By what a key means."""

ALWAYS = ("explain", "overview", "outcome", "undo", "pause", "closing", "stop")
"""What keys mean on every screen of the conversation where nobody types."""
AT: dict[Shape, tuple[str, ...]] = {
    "one": ("choose", "none", "choose-more", "unknown", "point", "onward", "skip", "back"),
    "several": ("choose", "choose-more", "point", "pick", "other", "onward", "skip", "back"),
    "card": ("choose", "choose-more", "point", "pick", "note", "other", "more", "onward", "skip", "back"),
    "point": ("move", "onward", "pick", "skip", "dots", "back"),
    "page": ("point", "page", "onward", "back"),
    "hands": ("choose", "point", "onward", "back"),
    "text": (),
}
"""And besides on each kind of screen."""
ON_A_SCREEN = ("point", "move", "page", "pick", "skip", "evidence")
"""What there is no key for where a line is typed: the evidence is said at once."""
BY_LINE = {
    "onward": ("Enter", "gaat verder"),
    "back": ("t", "gaat terug"),
    "explain": ("vraagteken", "uitleg, en alles wat u hier kunt typen; uitleg of help is hetzelfde"),
}
"""What is another key there, for Esc cannot be typed on a line; or is said in another way."""
_SEVERAL_BY_LINE = ("1 3", "kiest de antwoorden 1 en 3; 0 is geen ervan")
_OPTION_BY_LINE = ("vraagteken 2", "alles over optie 2; zo ook voor elke andere")
IN_A_ROW = ("note", "hands", "evidence")
"""And at a statement."""


class Here(NamedTuple):
    """What a key does on one kind of screen: less than all that it can do."""

    foot: str
    told: str
    shown: str = ""
    """As a person reads it, where some of these keys mean something else there."""


_ONWARD = Here("verder", "gaat verder")
_HERE: dict[Shape, dict[str, Here]] = {
    "one": {
        "choose": Here("antwoord", "geeft dat antwoord, en gaat verder"),
        "note": Here("notitie", "schrijft een notitie bij deze stelling"),
        "point": Here("aanwijzen", "wijst een antwoord aan"),
    },
    "several": {
        "choose": Here("aan of uit", "zet dat antwoord aan of uit"),
        "choose-more": Here("aan of uit", "zet het tiende antwoord en verder aan of uit"),
        "pick": Here("aan of uit", "zet aan of uit wat u aanwijst"),
        "point": Here("aanwijzen", "wijst een antwoord aan"),
        "onward": _ONWARD,
    },
    "card": {
        "choose": Here("kiezen", "kiest die optie; nog een keer overweegt haar, en nog een keer haalt haar weg"),
        "choose-more": Here("kiezen", "doet hetzelfde met de tiende optie en verder"),
        "pick": Here("kiezen", "doet hetzelfde met de optie die u aanwijst"),
        "point": Here("aanwijzen", "wijst een optie aan"),
        "note": Here("afweging", "schrijft uw afweging op: waarom dit, of waarom niet"),
        "more": Here("meer", "laat alle opties zien, of weer minder"),
        "onward": _ONWARD,
        "explain": Here("uitleg en toetsen", "alles over de optie die u aanwijst; wijst u niets aan, dan deze uitleg"),
    },
    "point": {
        "onward": Here("hier", "zet de stip hier, en gaat verder", "Enter"),
        "pick": Here("hier", "zet de stip hier, en gaat verder"),
        "back": Here("terug", "gaat terug", "Esc"),
    },
    "hands": {
        "choose": Here("aantal", "typt hoeveel handen er omhoog gaan", "0 tot en met 9"),
        "point": Here("ander antwoord", "gaat naar een ander antwoord"),
        "onward": Here("klaar", "is klaar met tellen; de groep kiest daarna samen één antwoord"),
    },
    "page": {"point": Here("lezen", "laat meer of minder zien"), "onward": _ONWARD},
}


def key_at(name: str, shape: Shape) -> Key:
    """A key with what it does on one kind of screen."""
    key, here = KEYS[name], _HERE.get(shape, {}).get(name)
    return key._replace(foot=here.foot, told=here.told, shown=here.shown or key.shown) if here else key


def names_at(question: InterviewQuestion) -> tuple[str, ...]:
    """What keys mean at a question: nothing else does anything there."""
    typed = {item.key for item in question.items}
    if question.shape == "hands":  # digits are numbers there, whatever the answers are called
        return (*AT["hands"], *ALWAYS)
    own = (*AT[question.shape], *(IN_A_ROW if question.step.in_a_row else ()), *_of_a_page(question))
    for_answers = [name for name in ("choose", "none", "choose-more", "unknown") if not typed & set(KEYS[name].presses)]
    there = {"more": bool(question.first) or question.shape == "page", "dots": question.asks_dots}
    there["other"] = question.others or question.shape == "card"
    missing = {*for_answers, *(name for name, is_there in there.items() if not is_there)}
    return tuple(name for name in (*own, *ALWAYS) if name not in missing) if own else ()


def _of_a_page(question: InterviewQuestion) -> tuple[str, ...]:
    """What can be done at one page and not at others."""
    pressed = getattr(question.step, "keys", ()) if question.shape == "page" else ()
    known = {*AT["page"], *ALWAYS, "move"}
    return tuple(name for name, key in KEYS.items() if name not in known and {*key.presses} & {*pressed})


def small(press: str, answers: Collection[str] = ()) -> str:
    """A key as it is meant: a capital that is no answer here is its small letter, for who has caps lock on."""
    return press.lower() if len(press) == 1 and press not in answers else press


def meaning_of(press: str, names: Collection[str]) -> str:
    """Which of these a key means, the first of them first; empty where it means nothing."""
    return next((name for name in names if press in KEYS[name].presses), "")


def asks_always(press: str) -> Event | None:
    """What a key asks for on every screen of the conversation where nobody types; None for any other key."""
    meaning = meaning_of(small(press), ALWAYS)
    return KEYS[meaning].asks if meaning else None


def foot_of(name: str, shape: Shape) -> tuple[str, str]:
    """A key and what it does, for the foot of a screen."""
    key = key_at(name, shape)
    return key.shown.split(" of ")[0], key.foot


def list_keys(question: InterviewQuestion, *, by_line: bool = False) -> Iterator[tuple[str, str]]:
    """All keys that do something at a question, or are typed on a line there, each with what that is."""
    for name in names_at(question):
        key = key_at(name, question.shape)
        typed = [item.key for item in question.items if item.key in (*key.presses, *KEYS["none"].presses)]
        if by_line and question.shape == "several" and name in ("choose", "choose-more"):
            if name == "choose":
                yield _SEVERAL_BY_LINE
        elif name == "choose" and len(typed) > 1 and question.shape != "hands":
            yield f"{typed[0]} tot en met {typed[-1]}", key.told
        elif by_line and name in BY_LINE:
            yield BY_LINE[name]
            if (name, question.shape) == ("explain", "card"):
                yield _OPTION_BY_LINE
        elif name != "none" and not (by_line and name in ON_A_SCREEN):
            yield key.shown, key.told


def keys_table() -> str:
    """The whole table in Markdown, for docs/gesprek.md."""
    rows = [f"| {_as_code(key.shown)} | {key.told} |" for key in KEYS.values()]
    return "\n".join(["| toets | wat die doet |", "| --- | --- |", *rows])


def _as_code(shown: str) -> str:
    return re.sub(r"(?<!\w)([0-9A-Za-z?])(?!\w)", r"`\1`", shown)
