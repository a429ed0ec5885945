"""The page of a form as a file: what may happen in it, how heavy it is, and what can be read where no script runs."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.formats.house_style import HouseStyle
from poolwijzer.formats.registry import Theme, read_theme
from poolwijzer.forms.page.writer import LIGHT
from poolwijzer.forms.questionnaire import make_questionnaire
from poolwijzer.problems import InputError
from tests.forms.filling import DELETE_ON, asked_of, page_of

HOSTILE = "</script><script>alert(1)</script><!-- {{ 7*7 }} \" ' & ]]> \u2028 POOLWIJZER"


def inside(page: bytes, element: str) -> list[str]:
    return re.findall(rf"<{element}>(.*?)</{element}>", page.decode("utf-8"), re.DOTALL)


def policy_of(page: bytes) -> dict[str, str]:
    (found,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page.decode("utf-8"))
    return {name: rest for name, _, rest in (part.strip().partition(" ") for part in unescape(found).split(";"))}


def data_of(page: bytes) -> Any:
    (found,) = re.findall(r'<script type="application/json" id="gegevens">(.*?)</script>', page.decode(), re.DOTALL)
    return json.loads(found)


def test_only_its_own_look_and_script_may_do_anything(content: Content) -> None:
    page = page_of(asked_of(content))
    (style,), (script,) = inside(page, "style"), inside(page, "script")
    hashes = [b64encode(sha256(part.encode()).digest()).decode() for part in (style, script)]
    assert policy_of(page) == {
        "default-src": "'none'",
        "style-src": f"'sha256-{hashes[0]}'",
        "script-src": f"'sha256-{hashes[1]}'",
        "img-src": "data:",
        "form-action": "'none'",
        "base-uri": "'none'",
    }
    text = page.decode()
    assert page.count(b"<script") == 2 and page.count(b"<style") == 1
    assert not re.search(r"\sstyle=|\son[a-z]+=|https?:|url\(|@import|innerHTML|insertAdjacentHTML|eval\(", text)


@pytest.mark.parametrize("list_", ["kort", "volledig"])
def test_it_is_light_enough_for_any_mailbox(list_: Any, content: Content) -> None:
    assert len(page_of(asked_of(content, questions=list_))) < LIGHT


def test_the_same_input_gives_the_same_bytes(content: Content) -> None:
    assert page_of(asked_of(content)) == page_of(asked_of(content))


def test_without_a_script_it_shows_every_statement_and_says_how_to_go_on(content: Content) -> None:
    asked = asked_of(content)
    body = page_of(asked).decode().partition("<body>")[2].partition("<script")[0]
    shown = unescape(re.sub(r"<[^>]*>", "", body))
    for sentence in (*asked.opening, asked.note):
        assert sentence in shown
    for question in asked.questions:
        assert question.text in shown and question.evidence in shown
        assert all(words in shown for _, words in question.answers)
    assert "Open het met een dubbelklik." in shown
    assert "Deze bladzijde maakt geen verbinding met internet." in shown and "er wordt niets gemeten" in shown
    assert all("disabled" in tag for tag in re.findall(r'<input type="radio"[^>]*>', body))


def test_what_somebody_typed_is_never_markup_or_script(
    content: Content, assessment_of: Callable[..., Assessment]
) -> None:
    made = assessment_of(
        municipalities=[{"name": HOSTILE, "population": 9000}],
        context={"verband": {"kind": "provincie", "name": HOSTILE}},
    )
    initiative = made.initiative.model_copy(update={"name": HOSTILE})
    asked = make_questionnaire(
        content, made.model_copy(update={"initiative": initiative}), organisation=HOSTILE, delete_on=DELETE_ON
    )
    page = page_of(asked)
    assert page.count(b"<script") == 2 and b"alert(1)</script>" not in page and b"<!--" not in page
    known = data_of(page)
    assert known["form"]["name"] == HOSTILE and known["organisations"] == [HOSTILE]


def test_it_wears_a_house_style(content: Content, tmp_path: Path) -> None:
    style = tmp_path / "stijl.yaml"
    style.write_text('name: Gemeente Heuvelzoom\naccent: "#7a0019"\n', encoding="utf-8")
    page = page_of(asked_of(content), read_theme(style, None))
    assert "--accent: #7a0019" in page.decode() and "Gemeente Heuvelzoom" in page.decode()


def test_a_logo_that_makes_it_too_heavy_is_refused_with_what_to_do(content: Content) -> None:
    heavy = Theme(style=HouseStyle("Gemeente Heuvelzoom", b"x" * LIGHT, "image/png"))
    with pytest.raises(InputError) as caught:
        page_of(asked_of(content), heavy)
    (problem,) = caught.value.problems
    assert "Met dit logo is de bladzijde te zwaar" in problem.message and "Maak het logo kleiner" in problem.hint


def test_the_body_gets_its_own_statements_and_is_not_asked_for_the_name_of_a_municipality(content: Content) -> None:
    text = page_of(asked_of(content, of="verband")).decode()
    assert "Onze organisatie heeft dit thema in het werkprogramma staan." in text
    assert "Uw organisatie" in text and 'name="named"' not in text and "namens mijn organisatie" in text
