"""Slides as a page: what is in it, before a browser has seen it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from poolwijzer.formats.house_style import PLAIN
from poolwijzer.formats.registry import Theme, render_slides
from poolwijzer.report.slides.model import Slides
from poolwijzer.report.slides.texts import texts_on
from tests.formats.html.reading import Element, read_page
from tests.formats.some_slides import SOME_SLIDES

STYLED = Theme(PLAIN._replace(name="Gemeente <Heuvelzoom>", logo=b"<svg/>", logo_type="image/svg+xml"), draft=True)


def page_of(slides: Slides = SOME_SLIDES, theme: Theme | None = None) -> Element:
    return read_page(render_slides(".html", slides, theme or Theme()))


def test_every_text_stands_in_it_as_it_was_typed() -> None:
    (main,) = page_of().all("main")
    said = main.text()
    gone = {SOME_SLIDES.title, SOME_SLIDES.subtitle}
    assert {text for text in texts_on(SOME_SLIDES) if text not in said} == gone


def test_names_are_there_once() -> None:
    names = Counter(one.attributes["id"] for one in page_of().all() if "id" in one.attributes)
    assert [name for name, times in names.items() if times > 1] == []
    assert {"1", "2", "3", "4"} <= names.keys()


def test_nothing_in_it_may_run_or_look_but_what_it_brought() -> None:
    page = page_of(theme=STYLED)
    (policy,) = (one.attributes["content"] for one in page.all("meta") if "http-equiv" in one.attributes)
    assert policy and policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy
    odd = {name for one in page.all() for name in one.attributes if name == "style" or name.startswith("on")}
    assert not odd
    addresses = {one.attributes[name] for one in page.all() for name in ("src", "href") if name in one.attributes}
    assert len(addresses) == 1 and str(addresses.pop()).startswith("data:image/svg+xml;base64,")


def test_every_slide_names_the_organisation_and_says_that_it_is_a_draft() -> None:
    feet = [one.text() for one in page_of(theme=STYLED).all("div") if one.attributes.get("class") == "voet"]
    assert len(feet) == len(SOME_SLIDES.slides)
    assert all("Gemeente <Heuvelzoom>" in foot and "Concept" in foot for foot in feet)
    assert "Concept" not in page_of().text(without=("style", "script"))


def test_a_slide_without_a_title_still_has_a_heading() -> None:
    bare = replace(SOME_SLIDES, slides=(replace(SOME_SLIDES.slides[0], title=" "),))
    assert [one.text() for one in page_of(bare).all("h2")] == ["Dia 1"]


def test_the_same_gives_the_same_bytes_and_grey_has_no_colours() -> None:
    assert render_slides(".html", SOME_SLIDES, STYLED) == render_slides(".html", SOME_SLIDES, STYLED)
    gray = render_slides(".html", SOME_SLIDES, Theme(gray=True)).decode("utf-8")
    chosen = re.findall(r"--\w+: #(..)(..)(..);", gray)
    assert chosen and all(len(set(parts)) == 1 for parts in chosen)
