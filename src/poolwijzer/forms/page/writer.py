"""A form as one HTML page that needs no network: its look and its script are in it, and nothing else may run there.

What is asked stands in the page itself, so that it can be read where no script runs, as in the preview of a mail. The
script makes it a form. jinja2 escapes every text.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poolwijzer.assessment.model import FORMAT
from poolwijzer.dutch import long_date
from poolwijzer.formats.html.sealed import as_address, policy_of, script_of
from poolwijzer.formats.registry import Theme
from poolwijzer.forms.questionnaire import BASIS_QUESTION, ROLE_QUESTION, YES_OR_NO, Questionnaire
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.typed_text import sanitize_text

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

    from poolwijzer.formats.house_style import HouseStyle

LIGHT = 200_000
"""Bytes that a page may have, so that any mailbox takes it."""
LONGEST_NOTE = 1000
"""Characters of a note."""
HERE = Path(__file__).parent
SCRIPTS = ("sent.js", "check.js", "store.js", "fields.js", "progress.js", "saving.js", "page.js")
"""The parts of the script, in the order in which they need each other."""


def render(asked: Questionnaire, theme: Theme, on: date) -> bytes:
    """The page of a form, in the colours of a house style if there is one.

    Args:
        asked: What is asked.
        theme: How it is to look.
        on: The day on which it is made; nothing in a page hangs on that.

    Raises:
        InputError: it is too heavy for a mail.
    """
    from markupsafe import Markup

    from poolwijzer.formats.house_style import PLAIN

    look = theme.style or PLAIN
    style, script = _style(look), script_of(HERE, SCRIPTS)
    text = _template().render(
        asked=asked,
        form=asked.form,
        body=asked.form.of == "verband",
        groups=_numbered(asked),
        organisation=look.name,
        logo=as_address(look),
        policy=policy_of(style, script),
        style=Markup(style),
        script=Markup(script),
        data=_data(asked),
        LONGEST_NOTE=LONGEST_NOTE,
        ROLE_QUESTION=ROLE_QUESTION,
        BASIS_QUESTION=BASIS_QUESTION,
        YES_OR_NO=YES_OR_NO,
    )
    page = text.encode("utf-8")
    if len(page) > LIGHT:
        what = "Met dit logo is" if look.logo else "De vragenlijst is"
        message = f"{what} de bladzijde te zwaar voor een mail." if look.logo else f"{what} te zwaar voor een mail."
        hint = "Maak het logo kleiner dan 100 kB." if look.logo else "Vraag met --questions kort minder."
        raise InputError(Problem("vragenlijst", message, hint))
    return page


def _style(look: HouseStyle) -> str:
    from poolwijzer.formats.html.colours import FORCED, colours_of, variables

    light, dark = map(variables, colours_of(look))
    return "\n".join(
        (
            f":root {{ {light} }}",
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}",
            f"@media (forced-colors: active) {{ :root {{ {variables(FORCED)} }} }}",
            (HERE / "page.css").read_text(encoding="utf-8"),
        )
    )


def _data(asked: Questionnaire) -> Markup:
    """What the script has to know, as JSON in which nothing can end the element that holds it."""
    from markupsafe import Markup

    known: dict[str, Any] = {
        "format": FORMAT,
        "form": asked.form.model_dump(mode="json", by_alias=True),
        "until": long_date(asked.form.delete_on),
        "longest": LONGEST_NOTE,
        "organisations": asked.organisations,
        "asks": {"role": ROLE_QUESTION, "basis": BASIS_QUESTION, "named": asked.named},
        "roles": asked.roles,
        "bases": asked.bases,
        "yesOrNo": YES_OR_NO,
        "renamed": asked.renamed,
        "questions": [{"id": one.id, "text": one.text, "answers": one.answers} for one in asked.questions],
    }
    text = json.dumps(known, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


def _numbered(asked: Questionnaire) -> list[dict[str, Any]]:
    """The groups, with a number before each statement that goes on through all of them."""
    numbers = {question.id: number for number, question in enumerate(asked.questions, 1)}
    return [
        {"title": group.title, "questions": [(numbers[one.id], one) for one in group.questions]}
        for group in asked.groups
    ]


def _shown(value: Any) -> Any:
    """What was typed, made harmless; a value that has to come back as it was is marked in the page."""
    from markupsafe import Markup

    return sanitize_text(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _template() -> Template:
    """The page, which escapes whatever it is given and refuses a name that it does not know."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    found = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return found.get_template("page.html")
