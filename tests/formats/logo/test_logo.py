"""A logo is decided on reading: a still picture of the kind that its name says, whole, and not too large."""

import os
import re
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.formats.house_style import HouseStyle, read_style
from poolwijzer.formats.logo.bounds import LARGEST
from poolwijzer.formats.logo.jpeg import clean_jpeg
from poolwijzer.formats.logo.png import clean_png
from poolwijzer.formats.logo.reading import read_logo
from poolwijzer.formats.registry import REPORT_FORMATS, Theme, render_report
from poolwijzer.problems import Fault, InputError
from poolwijzer.report.model import Report
from tests.formats.logo.pictures import JPEG, SQUARE, part, png, svg

GOOD = {"a.png": png(), "b.jpg": JPEG, "c.jpeg": JPEG, "d.svg": svg(SQUARE), "E.PNG": png()}
FORMATS = [suffix for suffix, one in REPORT_FORMATS.items() if one.holds == "report"]


def styled(folder: Path, name: str, data: bytes | None = None) -> HouseStyle:
    """The house style with this logo."""
    folder.mkdir(exist_ok=True)
    if data is not None:
        (folder / name).write_bytes(data)
    (folder / "stijl.yaml").write_text(f"name: Heuvelzoom\nlogo: '{name}'\n", encoding="utf-8")
    return read_style(folder / "stijl.yaml")


def refusal(folder: Path, name: str, data: bytes | None = None) -> str:
    with pytest.raises(InputError) as found:
        styled(folder, name, data)
    told = str(found.value)
    assert told.startswith(f"{folder / 'stijl.yaml'}:2:7: ") and "\n" not in told
    return told


@pytest.mark.parametrize("name", GOOD)
def test_a_logo_stands_in_every_format(tmp_path: Path, name: str) -> None:
    theme = Theme(styled(tmp_path, name, GOOD[name]))
    for suffix in FORMATS:
        plain = render_report(suffix, Report("t", "s", ()), Theme(HouseStyle("Heuvelzoom")))
        assert (render_report(suffix, Report("t", "s", ()), theme) != plain) is (suffix != ".md")


def test_a_logo_is_never_outside_the_folder_of_its_style(tmp_path: Path) -> None:
    folder = tmp_path / "stijl"
    folder.mkdir()
    (tmp_path / "geheim.png").write_bytes(png())
    (folder / "link.png").symlink_to("../geheim.png")
    (folder / "map").symlink_to("..")
    for name in ("../geheim.png", str(tmp_path / "geheim.png"), "link.png", "map/geheim.png", "C:\\x.png", "//x/y.png"):
        assert "andere map" in refusal(folder, name)


def test_a_logo_may_stand_deeper_and_under_another_name_there(tmp_path: Path) -> None:
    (tmp_path / "beeld").mkdir()
    assert styled(tmp_path, "beeld/a.png", png()).logo
    (tmp_path / "ook.png").symlink_to("beeld/a.png")
    assert styled(tmp_path, "ook.png").logo


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_logo_that_is_no_file_is_told_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.png")
    assert "Het logo 'pijp.png' is niet te gebruiken. Dit is geen gewoon bestand." in refusal(tmp_path, "pijp.png")
    (tmp_path / "nul.png").symlink_to("/dev/zero")
    assert "andere map" in refusal(tmp_path, "nul.png")
    (tmp_path / "map.png").mkdir()
    assert "Dit is een map" in refusal(tmp_path, "map.png")
    assert "bestaat niet. Bedoelde u pijp.png?" in refusal(tmp_path, "pijq.png")


def test_a_logo_that_is_too_large_is_told_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "groot.png").open("wb") as file:
        file.truncate(1 << 40)
    assert "groter dan 512 kB" in refusal(tmp_path, "groot.png")
    exact = png(30, 10, part(b"teXt", b"x" * (LARGEST - len(png()) - 12)))
    assert len(exact) == LARGEST and styled(tmp_path, "net.png", exact).logo == png()


@pytest.mark.parametrize(
    ("name", "data", "real"),
    [("a.png", JPEG, "jpg"), ("a.jpg", png(), "png"), ("a.svg", png(), "png"), ("a.png", svg(SQUARE), "svg")],
)
def test_a_logo_is_what_its_name_says(tmp_path: Path, name: str, data: bytes, real: str) -> None:
    assert f"maar wat erin zit is {real}. Geef het een naam die eindigt op .{real}." in refusal(tmp_path, name, data)


@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.svgz", "a", "a.pdf"])
def test_another_kind_of_logo_is_told(tmp_path: Path, name: str) -> None:
    assert "Gebruik een bestand dat eindigt op .png, .jpg, .jpeg of .svg." in refusal(tmp_path, name, b"GIF89a")


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.svg"])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen plaatje",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"\xff\xd8\xff\xd9",
        b"<svg>",
        b"<svg/>",
        b"\0" * 99,
    ],
)
def test_what_is_no_picture_is_told(tmp_path: Path, name: str, data: bytes) -> None:
    assert re.search("is geen (png|jpeg|svg), of het is stuk|maar wat erin zit is", refusal(tmp_path, name, data))


@pytest.mark.parametrize(
    "data",
    [png(50_000, 50_000, pixels=b"\0"), JPEG.replace(b"\x08\0\x08\0\x08", b"\x08\xff\xff\xff\xff")],
)
def test_a_few_bytes_that_stand_for_many_pixels_are_told(tmp_path: Path, data: bytes) -> None:
    assert "meer dan 10 miljoen beeldpunten" in refusal(tmp_path, f"a.{'png' if b'PNG' in data[:4] else 'jpg'}", data)


@pytest.mark.parametrize("size", [(0, 9), (9, 0)])
def test_a_picture_without_size_is_told(tmp_path: Path, size: tuple[int, int]) -> None:
    assert "geen maat" in refusal(tmp_path, "a.png", png(*size))


@pytest.mark.parametrize("size", [(111, 10), (10, 111), (9_999_999, 1), (1, 9_999_999)])
def test_a_logo_that_fits_beside_no_title_is_told(tmp_path: Path, size: tuple[int, int]) -> None:
    assert "meer dan 10 keer zo lang als breed" in refusal(tmp_path, "a.png", png(*size))
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}">{SQUARE}</svg>'
    assert "meer dan 10 keer zo lang als breed" in refusal(tmp_path, "a.svg", drawn.encode())


def test_a_png_of_which_something_is_missing_is_told(tmp_path: Path) -> None:
    whole = png()
    for data in (whole[:-1], whole[:60], whole.replace(b"IDAT", b"IDAt"), png(pixels=b"\0" * 31), png(pixels=b"")):
        assert "stuk" in refusal(tmp_path, "a.png", data) or "getekend" in refusal(tmp_path, "a.png", data)


def test_of_a_png_only_the_picture_goes_along() -> None:
    told = part(b"tEXt", b"Author\0Iemand"), part(b"eXIf", b"MM"), part(b"acTL", b"\0\0\0\2\0\0\0\0")
    assert clean_png(png(30, 10, *told) + b"<script>") == png()
    assert clean_png(png(30, 10, part(b"gAMA", b"\0\0\xb1\x8f"))) != png()


def test_a_png_that_unpacks_without_end_is_told() -> None:
    with pytest.raises(Fault, match="stuk"):
        clean_png(png(pixels=bytes(91_000_000)))
    with pytest.raises(Fault, match="stuk"):
        clean_png(png(30, 10, part(b"iCCP", b"x\0\0" + zlib.compress(bytes(2 * 1024 * 1024)))))


def test_what_stands_behind_a_jpeg_stays_behind() -> None:
    assert clean_jpeg(JPEG + b"<html><script>") == JPEG


def test_a_jpeg_that_is_drawn_over_and_over_is_told() -> None:
    scan = JPEG[JPEG.index(b"\xff\xda") : -2]
    assert clean_jpeg(JPEG[:-2] + scan * 9 + JPEG[-2:])
    with pytest.raises(Fault, match="stuk"):
        clean_jpeg(JPEG[:-2] + scan * 100 + JPEG[-2:])


@pytest.mark.parametrize("data", [JPEG[:-2], JPEG[:300], JPEG[:2] + JPEG[20:100]])
def test_a_jpeg_of_which_something_is_missing_is_told(data: bytes) -> None:
    with pytest.raises(Fault, match="stuk"):
        clean_jpeg(data)


@given(st.sampled_from(sorted(GOOD)), st.binary(max_size=8), st.floats(0, 1), st.integers(0, 8))
def test_whatever_happened_to_a_logo_it_is_a_picture_or_told(
    tmp_path_factory: pytest.TempPathFactory, name: str, other: bytes, where: float, gone: int
) -> None:
    data = GOOD[name]
    at = int(where * len(data))
    folder = tmp_path_factory.mktemp("logo")
    (folder / name).write_bytes(data[:at] + other + data[at + gone :])
    try:
        logo = read_logo(folder, name)
    except Fault as fault:
        assert fault.message and fault.hint
    else:
        assert render_report(".pdf", Report("t", "s", ()), Theme(HouseStyle("x", logo.data, logo.media_type)))
