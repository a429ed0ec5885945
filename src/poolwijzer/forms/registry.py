"""The kinds of forms by the suffix of their file. A new one is a module and a line here; help follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poolwijzer.formats.registry import Theme
    from poolwijzer.forms.questionnaire import Questionnaire

FORMS = {".html": "poolwijzer.forms.page.writer"}
"""By suffix, the module that writes it: it has a function `render(questionnaire, theme, on)` that gives bytes."""
DRESSED_FORMS = (".html",)
"""The suffixes of those that wear a house style."""


def render_form(suffix: str, questionnaire: Questionnaire, theme: Theme, on: date) -> bytes:
    """A form as a file of this kind, one of `FORMS`.

    Args:
        suffix: What the name of the file ends in, in small letters.
        questionnaire: What is asked.
        theme: How it is to look.
        on: The day on which it is made.
    """
    writer: Callable[[Questionnaire, Theme, date], bytes] = import_module(FORMS[suffix]).render
    return writer(questionnaire, theme, on)
