"""Calls from the page, as JSON: a name with what is given, and what comes of it or what is wrong.

Whatever is asked, the page gets an answer: our own mistakes too come back as one, and leave the answers as they were.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from poolwijzer.browser.desk import Desk
from poolwijzer.browser.told import tell_problem
from poolwijzer.problems import InputError, Problem

CALLS: Mapping[str, str] = {
    "talk.choices": "poolwijzer.browser.talk.calls:tell_choices",
    "talk.begin": "poolwijzer.browser.talk.calls:begin",
    "talk.show": "poolwijzer.browser.talk.calls:show",
    "talk.react": "poolwijzer.browser.talk.calls:react",
    "talk.resume": "poolwijzer.browser.talk.calls:resume",
    "talk.pause": "poolwijzer.browser.talk.calls:pause",
    "talk.clock": "poolwijzer.browser.talk.calls:tell_clock",
    "talk.overview": "poolwijzer.browser.talk.beside:overview",
    "talk.explain": "poolwijzer.browser.talk.beside:explain",
    "talk.about": "poolwijzer.browser.talk.beside:about",
    "talk.outcome": "poolwijzer.browser.talk.beside:outcome",
    "talk.stopping": "poolwijzer.browser.talk.beside:stopping",
    "talk.names": "poolwijzer.browser.talk.beside:offer_names",
    "talk.joined": "poolwijzer.browser.talk.beside:join_names",
    "talk.sheet": "poolwijzer.browser.talk.beside:sheet",
    "about.version": "poolwijzer.browser.about:tell_version",
    "about.tell": "poolwijzer.browser.files.about:tell_about",
    "files.place": "poolwijzer.browser.files.opening:place_for",
    "files.open": "poolwijzer.browser.files.opening:open_file",
    "files.examples": "poolwijzer.browser.files.opening:list_examples",
    "files.example": "poolwijzer.browser.files.opening:open_example",
    "files.describe": "poolwijzer.browser.files.opening:describe",
    "reports.kinds": "poolwijzer.browser.files.reports:list_kinds",
    "reports.make": "poolwijzer.browser.files.reports:make_report",
    "reports.place_for_picture": "poolwijzer.browser.files.reports:place_for_picture",
    "reports.place_for_style": "poolwijzer.browser.files.reports:place_for_style",
    "reports.take_style": "poolwijzer.browser.files.reports:take_style",
    "merge.begin": "poolwijzer.browser.files.merging:begin",
    "merge.look": "poolwijzer.browser.files.merging:look",
    "merge.do": "poolwijzer.browser.files.merging:do",
    "merge.status": "poolwijzer.browser.files.merging:make_status",
    "menus.tell": "poolwijzer.browser.files.own_menus:tell_menus",
    "menus.begin": "poolwijzer.browser.files.own_menus:begin",
    "menus.take_folder": "poolwijzer.browser.files.own_menus:take_folder",
    "menus.take_zip": "poolwijzer.browser.files.own_menus:take_zip",
    "menus.use_shipped": "poolwijzer.browser.files.own_menus:use_shipped",
    "card.list": "poolwijzer.browser.files.card:list_card",
    "card.component": "poolwijzer.browser.files.card:show_component",
    "card.option": "poolwijzer.browser.files.card:show_option",
    "card.case": "poolwijzer.browser.files.card:show_case",
    "card.search": "poolwijzer.browser.files.card:search",
}
"""Every call, and the function that answers it: it takes the desk, and what is given by name."""

_desk: Desk | None = None


def start(desk: Desk | None = None) -> None:
    """Read the menus, and lay out an empty desk."""
    global _desk
    _desk = desk or Desk()
    _desk.folder.mkdir(parents=True, exist_ok=True)


def answer(request: str) -> str:
    """The answer to one call, as JSON: `{"ok": …}`, `{"problems": […]}`, or `{"broken": …}` where we are wrong."""
    return json.dumps(_answer(request), ensure_ascii=False)


def _answer(request: str) -> dict[str, Any]:
    try:
        asked = json.loads(request)
        return {"ok": _find(asked["call"])(_desk, **asked.get("with", {}))}
    except InputError as error:
        return {"problems": [_tell(problem) for problem in error.problems]}
    except Exception as error:  # a page that stands still would lose what was typed
        return {"broken": f"{type(error).__name__}: {error}"}


def _find(name: str) -> Callable[..., Any]:
    module, _, called = CALLS[name].partition(":")
    found: Callable[..., Any] = getattr(import_module(module), called)
    return found


def _tell(problem: Problem) -> dict[str, str]:
    """A problem as the page shows it; a path of the page's own memory means nothing to anybody but by its name."""
    place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part is not None)
    where = place.rpartition("/")[2] if place.startswith("/") else place
    return tell_problem(problem, where)
