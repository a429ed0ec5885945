"""The kinds of forms. A new one is a function and a line here; help follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from poolwijzer.formats.registry import Theme
    from poolwijzer.forms.questionnaire import Questionnaire


class FormKind(NamedTuple):
    """A kind of form."""

    name: str
    """What `--as` calls it."""
    suffix: str
    module: str
    """Imported when it is needed."""
    writer: str = "render"
    """The function in it that gives bytes, from a questionnaire, a theme and the day on which it is made."""
    dressed: bool = False
    """Whether it wears a house style."""
    called: str = ""
    """Of a survey for another program: that program."""


FORM_KINDS = {
    kind.name: kind
    for kind in (
        FormKind("html", ".html", "poolwijzer.forms.page.writer", dressed=True),
        FormKind("xlsx", ".xlsx", "poolwijzer.forms.workbook"),
        FormKind("docx", ".docx", "poolwijzer.forms.paper", "render_docx", dressed=True),
        FormKind("pdf", ".pdf", "poolwijzer.forms.paper", "render_pdf", dressed=True),
        FormKind("md", ".md", "poolwijzer.forms.markdown"),
        FormKind("limesurvey", ".txt", "poolwijzer.forms.limesurvey", called="LimeSurvey"),
        FormKind("microsoft-forms", ".docx", "poolwijzer.forms.microsoft_forms", called="Microsoft Forms"),
    )
}
FORMS = {kind.suffix: kind for kind in FORM_KINDS.values() if not kind.called}
"""Those that people fill in themselves, by suffix."""
SURVEYS = {name: kind for name, kind in FORM_KINDS.items() if kind.called}
"""Those for another program, by name: their suffix does not tell them."""
MAIL_SUFFIX = ".txt"
"""Of the mail that goes with a form."""


def render_form(kind: FormKind, questionnaire: Questionnaire, theme: Theme, on: date) -> bytes:
    """A form of this kind.

    Args:
        kind: One of `FORM_KINDS`.
        questionnaire: What is asked.
        theme: How it is to look.
        on: The day on which it is made.

    Raises:
        InputError: what is asked does not fit in this kind.
    """
    writer: Callable[[Questionnaire, Theme, date], bytes] = getattr(import_module(kind.module), kind.writer)
    return writer(questionnaire, theme, on)
