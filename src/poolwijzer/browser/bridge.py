"""Calls from the page, as JSON: a name with what is given, and what comes of it or what is wrong.

Whatever is asked, the page gets an answer: our own mistakes too come back as one, and leave the answers as they were.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from poolwijzer.browser.desk import Desk
from poolwijzer.problems import InputError, Problem

CALLS: Mapping[str, str] = {
    "about.version": "poolwijzer.browser.about:tell_version",
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
    return {"where": where, "message": problem.message, "hint": problem.hint}
