"""Which tests `make check` leaves out, and a watch that no other test does what these do.

A test that starts a browser, an office, pip or a build, or that kills a program, takes seconds where others take
hundredths. It says so with `@pytest.mark.slow`. One that does any of it and does not say so fails here.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

SLOW_PROGRAMS = frozenset({"chromium", "localc", "playwright", "soffice"})
SLOW_MODULES = frozenset({"build", "pip"})
QUICK = "quick"
"""The profile of `make check`."""

_now: list[pytest.Item] = []
"""The test that runs, if any."""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    _now.append(item)
    try:
        return (yield)
    finally:
        _now.clear()


def pytest_collection_modifyitems(config: pytest.Config, items: Sequence[pytest.Item]) -> None:
    if config.getoption("--hypothesis-profile") == QUICK:
        for function in {item.obj for item in items if isinstance(item, pytest.Function)}:
            _draw_fewer(function)


def _draw_fewer(function: Any) -> None:
    """A quarter of the cases of a property, also where it says itself how many."""
    if getattr(function, "is_hypothesis_test", False):
        own = function._hypothesis_internal_use_settings
        function._hypothesis_internal_use_settings = settings(own, max_examples=max(own.max_examples // 4, 5))


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "subprocess.Popen":
        what = _slow_program([os.fspath(word) for word in _words(arguments[1])])
    elif event == "os.kill" and arguments[1] == getattr(signal, "SIGKILL", None):
        what = "kill"
    else:
        return
    if what and _now and _now[0].get_closest_marker("slow") is None:
        raise AssertionError(f"This test uses {what}. Mark it with @pytest.mark.slow: `make check` leaves it out.")


def _words(command: Any) -> Sequence[Any]:
    return [command] if isinstance(command, (str, bytes, os.PathLike)) else list(command)


def _slow_program(command: list[Any]) -> str:
    words = [os.fsdecode(word) for word in command]
    parts = {part.removesuffix(".exe") for part in Path(words[0]).parts}
    module = words[words.index("-m") + 1] if "-m" in words[:-1] else ""
    return next(iter(sorted(parts & SLOW_PROGRAMS)), module if module in SLOW_MODULES else "")


sys.addaudithook(_watch)
