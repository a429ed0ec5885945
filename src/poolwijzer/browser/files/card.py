"""The menu card to look at in the page, apart from any initiative: parts, options, cases, and a word in all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from poolwijzer.content.on_date import menus_on
from poolwijzer.content.wording import fill_names
from poolwijzer.formats.registry import Theme, render_report
from poolwijzer.menucard.pages import HIT_KINDS
from poolwijzer.report.sentences import names_in
from poolwijzer.report.typed_text import sanitize_text

if TYPE_CHECKING:
    from poolwijzer.browser.desk import Desk
    from poolwijzer.report.model import Report


def list_card(desk: Desk) -> dict[str, Any]:
    """Every component with its question and its options, and every case; each with its id and title."""
    content = menus_on(desk.content, desk.on)
    names = names_in(None, content)
    return {
        "components": [
            {
                "id": name,
                "title": sanitize_text(card.title),
                "question": sanitize_text(fill_names(card.question, names)),
                "options": [
                    {"id": option, "title": sanitize_text(entry.title)} for option, entry in card.options.items()
                ],
            }
            for name, card in content.components.items()
        ],
        "cases": [{"id": name, "title": sanitize_text(case.title)} for name, case in content.cases.items()],
    }


def show_component(desk: Desk, name: str) -> dict[str, str]:
    """What the menus say of every option of a component, as a page."""
    from poolwijzer.report.excerpts import menu_page

    return _page(menu_page(menus_on(desk.content, desk.on), name))


def show_option(desk: Desk, name: str) -> dict[str, str]:
    """All about one option, as a page."""
    from poolwijzer.menucard.option_page import make_option_page

    return _page(make_option_page(desk.content, name, desk.on))


def show_case(desk: Desk, name: str) -> dict[str, str]:
    """One case from practice, as a page."""
    from poolwijzer.menucard.pages import make_case_page

    return _page(make_case_page(desk.content, name))


def search(desk: Desk, word: str) -> dict[str, Any]:
    """Where a word stands in the menus, by kind; without a hit what may have been meant."""
    from poolwijzer.menucard.search import search_menus, suggest_word

    content = menus_on(desk.content, desk.on)
    hits, names = search_menus(word, content), names_in(None, content)
    groups = [
        {
            "title": title,
            "kind": kind,
            "hits": [
                {
                    "id": one.id,
                    "title": sanitize_text(fill_names(one.title, names)),
                    "excerpt": sanitize_text(fill_names(one.excerpt, names)),
                }
                for one in hits
                if one.kind == kind
            ],
        }
        for kind, title in HIT_KINDS.items()
        if any(one.kind == kind for one in hits)
    ]
    return {"groups": groups, "hint": "" if hits else suggest_word(word, content) or "Probeer een ander woord."}


def _page(report: Report) -> dict[str, str]:
    return {"title": report.title, "html": render_report(".html", report, Theme()).decode("utf-8")}
