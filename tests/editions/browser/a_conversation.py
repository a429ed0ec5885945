"""A whole conversation, turn by turn, and what each turn makes of it without a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.browser.talk.held import Talk, View
from tests.editions.browser.talking import ByMouse

if TYPE_CHECKING:
    from playwright.sync_api import Page

Turn = tuple[Any, ...]
CONVERSATION: tuple[Turn, ...] = (
    ("onward",),
    ("text", "Flexpool Drenthe"),
    ("text", "provincie Drenthe"),
    ("pick", 1),
    ("pick", 2),
    ("pick", 0),
    ("toggle", 0),
    ("toggle", 2),
    ("onward",),
    ("onward",),
    ("dots", "b4 d5 c3 d4"),
    ("point", {"motivatie": 4.5, "betrokkenheid": 4}),
    ("pick", 4),
    ("hands", (0, 0, 1, 2, 4)),
    ("note", "Twee raden\nvroegen erom."),
    ("pick", 4),
    ("pick", 1),
    ("back",),
    ("onward",),
    ("pick", 3),
    ("undo",),
    ("pick", 1),
    *(("pick", at) for at in (4, 3, 0, 3, 5, 4)),
    ("onward",),
    ("toggle", 0),
    ("onward",),
    ("onward",),
    ("text", "Eén team,\nen wij sturen."),
    ("toggle", 0),
    ("onward",),
    ("mark", 1, "gekozen"),
    ("mark", 2, "overwogen"),
    ("other", "Een eigen fonds"),
    ("consider", "Zo betaalt iedereen mee."),
    ("onward",),
    ("onward",),
    ("onward",),
    ("mark", 0, "gekozen"),
    ("onward",),
    ("text", "Het ligt er al."),
    ("onward",),
    ("text", "Een brief aan Gedeputeerde Staten"),
    ("text", "Assen"),
    ("text", "1 december"),
    ("onward",),
    ("text", "Iedereen wil, niemand trekt."),
    ("toggle", 0),
    ("other", "Een tweede gesprek"),
    ("onward",),
)
"""What is done at each question in turn. Answers and options are counted from 0."""


def take_turn(talk: Talk, turn: Turn) -> View:
    """What the same turn makes of the conversation without a browser."""
    items = talk.call("talk.show")["items"]
    match turn:
        case ("onward" | "back" | "undo" as move,):
            return talk.do("next" if move == "onward" else str(move))
        case ("text", text):
            return talk.do("reply", value=text)
        case ("pick", at):
            return talk.do("reply", value=items[at]["value"])
        case ("toggle", at):
            return talk.do("toggle", value=items[at]["value"])
        case ("mark", at, standing):
            return talk.do("mark", option=items[at]["value"], **{"as": standing})
        case ("point", place):
            return talk.do("point", place=place)
        case ("hands", counts):
            return talk.do("hands", counts=dict(zip([item["value"] for item in items], counts, strict=False)))
        case (side, text):
            return talk.do("beside", side=side, text=text)
    raise AssertionError(turn)


def begin(page: Page) -> None:
    """To its first question."""
    if page.get_by_role("dialog").count():
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Begin", exact=True).click()
    page.get_by_role("button", name="Een nieuw gesprek").click()
    page.get_by_role("button", name="Beginnen").click()
    page.get_by_role("heading", name="Welkom").wait_for()


def hold(page: Page, way: ByMouse, talk: Talk, each: Callable[[View], None] = lambda view: None) -> None:
    """The whole conversation; before each turn the page shows what it has to show."""
    view, before = talk.begin(), ""
    for turn in CONVERSATION:
        page.locator(f'.gesprek[data-stap="{view["at"]}"]').wait_for()
        assert page.locator("h1").inner_text() == view["title"]
        each(view)
        if view["at"] != before:
            way.arrive()
        before = view["at"]
        name, *given = turn
        if name in ("pick", "toggle", "mark"):
            given = [view["items"][given[0]], *given[1:]]
        getattr(way, name)(view, *given)
        view = take_turn(talk, turn)
    page.locator('.gesprek[data-stap="end::"]').wait_for()
    each(talk.call("talk.show"))
