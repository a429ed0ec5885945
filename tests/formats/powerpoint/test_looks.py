from __future__ import annotations

import re
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.formats.house_style import HouseStyle, contrast, read_style
from poolwijzer.formats.powerpoint.writer import render_slides
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.slide_look import slide_palette
from poolwijzer.problems import InputError
from tests.formats.powerpoint.reading import POINT, broken_links, opened, parts_of, said_on, shapes_in
from tests.formats.some_slides import SOME_SLIDES

GREEN = HouseStyle("Gemeente Heuvelzoom", accent="#3c7a1e", ink="#1b2a12")


def colours_in(data: bytes) -> dict[str, str]:
    theme = parts_of(data)["ppt/theme/theme1.xml"].decode()
    return dict(re.findall(r'<a:(\w+)><a:srgbClr val="(\w+)"/>', theme))


@pytest.fixture(scope="module")
def logo_style(tmp_path_factory: pytest.TempPathFactory) -> Any:
    from PIL import Image

    folder = tmp_path_factory.mktemp("stijl")

    def made(suffix: str, size: tuple[int, int]) -> HouseStyle:
        Image.new("RGB", size, "#c8102e").save(folder / f"logo{suffix}")
        path = folder / "stijl.yaml"
        path.write_text(f"name: Heuvelzoom\nlogo: logo{suffix}\n", encoding="utf-8")
        return read_style(path)

    return made


def test_who_edits_on_has_the_colours_of_the_organisation() -> None:
    colours = colours_in(render_slides(SOME_SLIDES, Theme(GREEN)))
    palette = slide_palette(Theme(GREEN))
    assert colours["accent1"] == palette.accent[1:].upper()
    assert colours["dk1"] == palette.ink[1:].upper()
    assert contrast(f"#{colours['accent1']}", "#ffffff") >= 7


def test_no_colour_stands_outside_those_of_the_file() -> None:
    for name, part in parts_of(render_slides(SOME_SLIDES, Theme(GREEN))).items():
        assert "theme" in name or b"srgbClr" not in part, name


def test_without_colours_all_are_grey() -> None:
    colours = colours_in(render_slides(SOME_SLIDES, Theme(GREEN, gray=True)))
    assert all(colour[:2] == colour[2:4] == colour[4:] for colour in colours.values())
    assert set(asdict(slide_palette(Theme(GREEN, gray=True))).values()) <= {
        f"#{one.lower()}" for one in colours.values()
    }


def test_every_slide_names_the_organisation_and_a_draft() -> None:
    made = opened(render_slides(SOME_SLIDES, Theme(GREEN, draft=True)))
    assert all(
        said_on(slide)[-2:] == ["Concept  Gemeente Heuvelzoom", str(at)] for at, slide in enumerate(made.slides, 1)
    )
    assert made.core_properties.title.endswith("(concept)")
    assert made.core_properties.author == "Gemeente Heuvelzoom"


def test_a_long_name_stays_on_its_line() -> None:
    style = GREEN._replace(name="Samenwerkingsverband " * 30)
    made = opened(render_slides(SOME_SLIDES, Theme(style)))
    assert said_on(made.slides[0])[-2].endswith("…")
    assert len(said_on(made.slides[0])[-2]) < 90


@pytest.mark.parametrize(("suffix", "size"), [(".png", (400, 100)), (".jpg", (100, 400)), (".png", (900, 100))])
def test_a_logo_stands_on_every_slide_in_its_own_shape(logo_style: Any, suffix: str, size: tuple[int, int]) -> None:
    data = render_slides(SOME_SLIDES, Theme(logo_style(suffix, size)))
    (logo,) = (shape for shape in shapes_in(opened(data).slide_master.shapes) if shape.name == "Logo")
    assert logo.width / logo.height == pytest.approx(size[0] / size[1], rel=0.05)
    assert logo.top + logo.height <= 540 * POINT
    assert logo._element.nvPicPr.cNvPr.get("descr") == "Logo van Heuvelzoom"
    assert broken_links(parts_of(data)) == []
    foot = next(place for place in opened(data).slide_layouts[0].placeholders if place.placeholder_format.idx == 11)
    assert foot.left > logo.left + logo.width


def test_a_logo_is_grey_where_all_is(logo_style: Any) -> None:
    data = render_slides(SOME_SLIDES, Theme(logo_style(".png", (40, 20)), gray=True))
    assert b"<a:grayscl/>" in parts_of(data)["ppt/slideMasters/slideMaster1.xml"]


def test_a_broken_logo_is_told_with_what_to_do() -> None:
    style = GREEN._replace(logo=b"geen plaatje", logo_type="image/png")
    with pytest.raises(InputError, match="PowerPoint"):
        render_slides(SOME_SLIDES, Theme(style))


def test_the_colours_carry_a_name_that_people_know(tmp_path: Path) -> None:
    named = render_slides(SOME_SLIDES, Theme(GREEN._replace(name='A & "B" <c>')))
    assert b"&amp;" in parts_of(named)["ppt/theme/theme1.xml"]
    assert b'name="Poolwijzer"' in parts_of(render_slides(replace(SOME_SLIDES, slides=())))["ppt/theme/theme1.xml"]
