"""Shapes as SVG, for pages and for paper."""

from dataclasses import replace
from xml.etree import ElementTree

from poolwijzer.drawing.primitives import LIGHT
from poolwijzer.drawing.shapes import Box, Disc, ShapeDrawing, Stroke, Words
from poolwijzer.drawing.shapes_svg import shapes_svg

SVG = "{http://www.w3.org/2000/svg}"
ONE = ShapeDrawing("Plek <1>", "A & B staan boven.", 200, 100, (Box(0, 0, 200, 100, "chosen", "line", 2),))


def test_who_does_not_see_it_is_told_what_it_shows() -> None:
    found = ElementTree.fromstring(shapes_svg(ONE, LIGHT))
    assert found.get("viewBox") == "0 0 200 100" and found.get("aria-label") == "Plek <1>"
    assert [found.findtext(f"{SVG}{name}") for name in ("title", "desc")] == ["Plek <1>", "A & B staan boven."]


def test_what_stands_later_lies_over_what_stands_before() -> None:
    shapes = (*ONE.shapes, Stroke(0, 0, 9, 9, "quiet", 1, dashed=True), Disc(5, 5, 4, "accent", sign="A", sign_size=24))
    drawn = [*ElementTree.fromstring(shapes_svg(replace(ONE, shapes=shapes), LIGHT))][2:]
    assert [one.tag.removeprefix(SVG) for one in drawn] == ["rect", "line", "circle", "text"]
    assert [one.get("class") for one in drawn] == ["pw-chosen", "pw-quiet", "pw-accent", "pw-paper"]
    assert drawn[1].get("stroke-dasharray") and drawn[3].text == "A"


def test_a_faint_ground_holds_little_of_its_colour_and_an_empty_disc_none() -> None:
    shapes = (Box(0, 0, 9, 9, "accent", faint=True), Disc(5, 5, 4, edge="accent", thick=2))
    faint, empty = [*ElementTree.fromstring(shapes_svg(replace(ONE, shapes=shapes), LIGHT))][2:]
    assert faint.get("fill") == LIGHT.accent and float(faint.get("fill-opacity", "1")) < 0.2
    assert empty.get("fill") == "none" and empty.get("stroke") == LIGHT.accent


def test_words_stand_in_it_as_they_were_typed() -> None:
    typed = "<b>vet</b> & “zo” 😀"
    drawn = ElementTree.fromstring(shapes_svg(replace(ONE, shapes=(Words(9, 9, typed, 24, at="end"),)), LIGHT))
    words = drawn.find(f"{SVG}text")
    assert words is not None and words.text == typed and words.get("text-anchor") == "end"
