"""All texts of the menus, and those in code that name the body, read with one organisation and with more."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.paper_references import find_field_names
from poolwijzer.content.wording import PLACEHOLDER, fill_names
from poolwijzer.menucard.checks.names import NO_SENTENCES, acts_stiffly, unfilled
from poolwijzer.report.sentences import names_in

ONE, MORE = "de provincie Drenthe", "de provincies Drenthe en Groningen"
SOURCES = Path(__file__).parents[2] / "src" / "poolwijzer"
# The forms a verb takes behind one organisation and behind more, of every verb in the menus and of common ones.
VERBS = {
    "is": "zijn",
    "heeft": "hebben",
    "wil": "willen",
    "zet": "zetten",
    "geeft": "geven",
    "helpt": "helpen",
    "laat": "laten",
    "neemt": "nemen",
    "praat": "praten",
    "kan": "kunnen",
    "ziet": "zien",
    "doet": "doen",
    "bespreekt": "bespreken",
    "besluit": "besluiten",
    "betaalt": "betalen",
    "ondersteunt": "ondersteunen",
    "trekt": "trekken",
    "stopt": "stoppen",
    "blijft": "blijven",
    "wordt": "worden",
    "vraagt": "vragen",
    "staat": "staan",
    "gaat": "gaan",
    "komt": "komen",
    "zegde": "zegden",
    "zegt": "zeggen",
    "overlaat": "overlaten",
    "oppakt": "oppakken",
    "toezegt": "toezeggen",
    "inzet": "inzetten",
}


def names_of(kind: str, name: str, content: Content) -> dict[str, str]:
    initiative: dict[str, Any] = {"id": "proef", "name": "Proef"}
    context = {"verband": {"kind": kind, "name": name}}
    made = Assessment.model_validate({"poolwijzer": 1, "initiative": initiative, "context": context})
    return names_in(made, content)


def texts(content: Content) -> Iterator[tuple[str, str]]:
    """Every text of the menus that somebody may read, with the word it stands behind."""
    for model, _ in content.models:
        for field, value in model:
            inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            yield from ((field, text) for text in inner if isinstance(text, str))


def texts_in_code() -> Iterator[str]:
    """Every text in the program, other than docstrings and descriptions, that names the body."""
    for path in sorted(SOURCES.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        told |= {
            id(part) for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "description"
            for part in ast.walk(node)
        }  # fmt: skip
        for node in ast.walk(tree):
            value = node.value if isinstance(node, ast.Constant) and id(node) not in told else ""
            if isinstance(value, str) and re.search(r"\{(verband|bestuur)\}", value):
                yield value


def misfits(text: str, name: str, wrong: list[str]) -> list[str]:
    """Verbs in a filled text that do not go with the name; behind *van* it is somebody else who does something."""
    found = [verb for verb in wrong if re.search(rf"(?<!van ){re.escape(name)} {verb}\b", text, re.IGNORECASE)]
    return found + [verb for verb in wrong if re.search(rf"\b{verb} {re.escape(name)} (?:wél|nu|hier|niet)\b", text)]


@pytest.mark.parametrize("kind", ["provincie", "res-regio", "gr", "omgevingsdienst", "gemeentenvereniging", "anders"])
@pytest.mark.parametrize(("name", "wrong"), [(ONE, list(VERBS.values())), (MORE, list(VERBS))])
def test_every_text_reads_well_with_one_organisation_and_with_more(
    kind: str, name: str, wrong: list[str], content: Content
) -> None:
    names, fields = names_of(kind, name, content), find_field_names(content)
    assert any("{bestuur}" in text for _, text in texts(content))
    for field, text in texts(content):
        if "{" not in text:
            continue
        filled = fill_names(text, names)
        assert not re.search(r"[{}|]", unfilled(filled, fields)), text
        if field != "was":
            assert not misfits(filled, name, wrong), text
        # It is one board or several deputies: so no verb comes behind it.
        assert not re.search(rf"\{{bestuur\}} (?:{'|'.join((*VERBS, *VERBS.values()))})\b", text), text


@pytest.mark.slow
def test_wherever_the_body_does_something_the_verb_follows_its_number(content: Content) -> None:
    for field, text in texts(content):
        if field not in NO_SENTENCES:
            assert not any(map(acts_stiffly, re.split(r"(?<=[.?!]) ", text))), text
    for text in texts_in_code():
        assert not acts_stiffly(text), text


def test_the_two_forms_of_a_verb_are_those_of_one_verb(content: Content) -> None:
    seen = {(found["one"], found["more"]) for _, text in texts(content) for found in PLACEHOLDER.finditer(text)}
    for one, more in seen - {(None, None)}:
        pairs = list(zip(one.split(), more.split(), strict=True))
        assert all(VERBS.get(a) == b or a == b or a[:2] == b[:2] for a, b in pairs), (one, more)


@pytest.mark.parametrize("name", ["de provincie Drenthe", "De provincie Drenthe"])
def test_a_name_has_a_capital_at_the_start_of_a_sentence_and_nowhere_else(name: str, content: Content) -> None:
    names = names_of("provincie", name, content)
    said = fill_names("{verband} {wil|willen} dit. Vraag {verband} om hulp. {verband} {is|zijn} er.", names)
    assert said == "De provincie Drenthe wil dit. Vraag de provincie Drenthe om hulp. De provincie Drenthe is er."
    assert fill_names("{verband}", names, inside=True) == "de provincie Drenthe"


@pytest.mark.parametrize(
    ("name", "plural", "doubtful"),
    [
        ("de provincie Drenthe", False, False),
        ("de provincies Drenthe en Groningen", True, True),
        ("de gemeenten", True, False),
        ("De omgevingsdiensten", True, False),
        ("de regio's in Brabant", True, False),
        ("de waterschappen", True, False),
        ("Omgevingsdienst Rijn en Gouwe", True, True),
        ("de RES-regio, de provincie", True, True),
        ("de Drentse gemeenten", False, True),
        ("de Vereniging van Drentse Gemeenten", False, False),
        ("de gemeentenvereniging", False, False),
        ("", False, False),
    ],
)
def test_the_name_tells_how_many_organisations_it_stands_for_or_leaves_it_in_doubt(
    name: str, plural: bool, doubtful: bool
) -> None:
    from poolwijzer.dutch import is_plural, may_be_one_or_more

    assert (is_plural(name), may_be_one_or_more(name)) == (plural, doubtful)


def test_what_the_file_says_goes_before_the_name(content: Content) -> None:
    for number, verb in (("enkelvoud", "wil"), ("meervoud", "willen")):
        body = {"kind": "anders", "name": "Rijn en Gouwe", "number": number}
        raw = {"poolwijzer": 2, "initiative": {"id": "proef", "name": "Proef"}, "context": {"verband": body}}
        made = Assessment.model_validate(raw)
        assert fill_names("{verband} {wil|willen}", names_in(made, content)) == f"Rijn en Gouwe {verb}"
        assert made.format_used() == 2
