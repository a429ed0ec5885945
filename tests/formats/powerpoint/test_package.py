from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from poolwijzer.formats.powerpoint.writer import render_slides
from tests.formats.powerpoint.reading import broken_links, opened, parts_of
from tests.formats.some_slides import ON, SOME_SLIDES
from tests.roots import ROOT

MAKE = (
    "import hashlib; from poolwijzer.formats.powerpoint.writer import render_slides; "
    "from tests.formats.some_slides import SOME_SLIDES; "
    "print(hashlib.sha256(render_slides(SOME_SLIDES)).hexdigest())"
)
WITHOUT = (
    "import sys; sys.modules['pptx'] = None\n"
    "from poolwijzer.formats.registry import Theme, render_slides\n"
    "from poolwijzer.problems import InputError\n"
    "from tests.formats.some_slides import SOME_SLIDES\n"
    "try:\n    render_slides('.pptx', SOME_SLIDES, Theme())\n"
    "except InputError as error:\n    sys.stdout.buffer.write(str(error).encode())"
)


@pytest.fixture(scope="module")
def data() -> bytes:
    return render_slides(SOME_SLIDES)


def run(code: str, **more: str) -> str:
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    environment = {**os.environ, "PYTHONPATH": path, **more}
    done = subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True)
    return done.stdout.decode().strip()


def test_every_part_that_is_named_is_there_and_of_a_kind(data: bytes) -> None:
    assert broken_links(parts_of(data)) == []


def test_powerpoint_finds_the_parts_without_which_it_mends_a_file(data: bytes) -> None:
    assert {f"ppt/{name}.xml" for name in ("presProps", "viewProps", "tableStyles")} <= parts_of(data).keys()


def test_no_two_things_on_a_slide_have_the_same_number(data: bytes) -> None:
    for name, part in parts_of(data).items():
        if name.endswith(".xml") and name.startswith("ppt/"):
            numbers = re.findall(rb'cNvPr id="(\d+)"', part)
            assert len(numbers) == len(set(numbers)), name


def test_no_letter_is_smaller_than_can_be_read_from_the_last_row(data: bytes) -> None:
    parts = parts_of(data)
    shown = [name for name in parts if re.match(r"ppt/(slides|slideLayouts|slideMasters|presentation)", name)]
    sizes = [int(size) for name in shown for size in re.findall(rb' sz="(\d+)"', parts[name])]
    assert len(sizes) > 20
    assert min(sizes) == 2400


def test_no_frame_grows_and_no_letters_shrink(data: bytes) -> None:
    shrinking = [name for name, part in parts_of(data).items() if re.search(rb"normAutofit|spAutoFit", part)]
    assert shrinking == ["ppt/notesSlides/notesSlide2.xml"], "more notes than a page of paper has room for"


def test_long_notes_become_smaller_on_paper_but_no_smaller_than_nine_points(data: bytes) -> None:
    (share,) = re.findall(rb'fontScale="(\d+)"', parts_of(data)["ppt/notesSlides/notesSlide2.xml"])
    assert 75_000 <= int(share) < 100_000


def test_all_text_is_dutch(data: bytes) -> None:
    languages = {one for part in parts_of(data).values() for one in re.findall(rb'lang="([^"]*)"', part)}
    assert languages == {b"nl-NL"}
    runs = re.findall(rb"<a:rPr[^>]*>", parts_of(data)["ppt/slides/slide2.xml"])
    assert all(b"nl-NL" in run for run in runs)


def test_a_slide_is_sixteen_by_nine(data: bytes) -> None:
    made = opened(data)
    assert (made.slide_width.pt, made.slide_height.pt) == (960, 540)


def test_the_file_names_the_session_and_its_day_and_nobody(data: bytes) -> None:
    about = opened(data).core_properties
    assert (about.title, about.subject, about.language) == (SOME_SLIDES.title, SOME_SLIDES.subtitle, "nl-NL")
    assert (about.author, about.last_modified_by) == ("", "")
    assert about.created == about.modified == datetime.combine(ON, time())


@pytest.mark.parametrize("on", [date.min, date.max])
def test_any_day_goes(on: date) -> None:
    assert opened(render_slides(replace(SOME_SLIDES, date=on))).slides


def test_very_long_names_leave_a_file_that_opens() -> None:
    long = replace(SOME_SLIDES, title="x" * 2000, subtitle="y" * 2000)
    assert len(opened(render_slides(long)).core_properties.title) == 255


def test_no_slides_are_a_file_too() -> None:
    data = render_slides(replace(SOME_SLIDES, slides=()))
    assert broken_links(parts_of(data)) == []
    assert len(opened(data).slides) == 0


def test_the_same_slides_are_the_same_bytes_of_their_own_day(data: bytes) -> None:
    assert render_slides(SOME_SLIDES) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {one.date_time for one in package.infolist()} == {(ON.year, ON.month, ON.day, 0, 0, 0)}


@pytest.mark.slow
def test_another_machine_in_another_place_makes_the_same_bytes(data: bytes) -> None:
    elsewhere = run(MAKE, TZ="Pacific/Auckland", PYTHONHASHSEED="7", LC_ALL="C", SOURCE_DATE_EPOCH="1")
    assert elsewhere == hashlib.sha256(data).hexdigest()


def test_who_lacks_the_library_reads_how_to_install_it() -> None:
    told = run(WITHOUT)
    assert "python-pptx" in told
    assert 'pip install "poolwijzer[slides]". Of kies .html of .pdf.' in told
