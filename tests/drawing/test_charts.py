"""What is seen of a chart, drawn and in characters: everything it tells, in letters that can be read, and apart."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.drawing.charts import (
    BarRow,
    Bars,
    Cell,
    Chart,
    Deadline,
    Dots,
    Grid,
    GridRow,
    Item,
    Road,
    ScaleRow,
    Scales,
    Stop,
    Tick,
    Zone,
    words_of_chart,
)
from poolwijzer.drawing.pieces import in_pieces
from poolwijzer.drawing.plain_charts import PLAIN, lines_of_chart
from poolwijzer.drawing.primitives import DARK, GRAY, LIGHT
from poolwijzer.drawing.svg import draw
from poolwijzer.dutch import number
from tests.drawing.seen import SVG, outside, overlapping, smallest_letter

WORDS = ("Gemeenten", "zeggen", "dat", "zij", "samenwerkingsverband", "nodig", "hebben.", "(bijna)", "<b>&", "5")
BREADTHS = (200.0, 240.0, 330.0, 480.0, 700.0)
ZONES = (Zone("nog laag", 0, 0.375), Zone("wisselend", 0.375, 0.625), Zone("hoog", 0.625, 1))
TICKS = tuple(Tick(words, index / 4) for index, words in enumerate(("geen", "een paar", "de helft", "veel", "alle")))

share = st.floats(0, 1, allow_nan=False)
label = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
counts = st.lists(st.integers(0, 40), min_size=5, max_size=5).map(tuple)


@st.composite
def scale_rows(draw: st.DrawFn, bars: bool) -> ScaleRow:
    at = draw(st.one_of(st.none(), share))
    low, high = sorted((draw(share), draw(share)))
    reach = at is not None and bars
    others = st.dictionaries(st.sampled_from([0, 0.25, 0.5, 0.75, 1]), st.integers(1, 60))
    return ScaleRow(
        draw(label),
        draw(st.sampled_from(("hoog", "nog onbekend", "weet niet"))),
        at,
        low if reach else None,
        high if reach else None,
        others=() if bars else tuple(Dots(*pair) for pair in draw(others).items()),
        hands=() if bars else draw(st.one_of(st.just(()), counts)),
        remark="" if bars else draw(st.sampled_from(("", "omgekeerd gevraagd"))),
    )


@st.composite
def scales(draw: st.DrawFn) -> Scales:
    bars = draw(st.booleans())
    rows = tuple(draw(st.lists(scale_rows(bars), min_size=1, max_size=12)))
    if bars:
        start = draw(st.sampled_from((0, 0.5)))
        return Scales("Assen", "Uitleg.", rows, ZONES, bars=True, start=start, reach="hier kan de as ook uitkomen")
    return Scales("Antwoorden", "Uitleg.", rows, ticks=TICKS, dot="het antwoord", others="anderen", hands="handen")


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    columns, marks = draw(st.integers(1, 5)), draw(st.booleans())
    words = st.sampled_from(("gekozen", "overwogen")) if marks else label
    items = st.builds(lambda words: Item(words, words == "gekozen"), words)
    cells = st.builds(Cell, st.lists(items, max_size=1 if marks else 4).map(tuple), share)
    rows = st.builds(GridRow, label, st.lists(cells, min_size=columns, max_size=columns).map(tuple))
    head = tuple(draw(st.lists(label, min_size=columns + 1, max_size=columns + 1)))
    return Grid("Rooster", "Uitleg.", head, tuple(draw(st.lists(rows, min_size=1, max_size=6))), marks=marks)


@st.composite
def bars(draw: st.DrawFn) -> Bars:
    size, ordered = draw(st.sampled_from(((1, 0), (5, 0), (5, 3), (5, 5))))
    numbers = st.lists(st.integers(0, 20_000), min_size=size, max_size=size).map(tuple)
    rows = st.builds(BarRow, label, numbers, st.sampled_from(("", "eensgezind", "redelijk eensgezind")))
    parts = tuple(draw(st.lists(label, min_size=size, max_size=size)))
    shown = tuple(draw(st.lists(rows, min_size=1, max_size=8)))
    return Bars("Balken", "Uitleg.", parts, shown, whole=draw(st.booleans()), ordered=ordered)


roads = st.builds(
    lambda stops, days: Road("De weg", "Uitleg.", tuple(stops), tuple(days)),
    st.lists(
        st.builds(
            Stop,
            st.sampled_from(("Verkennen", "Besluiten", "Afbouwen of veranderen")),
            st.sampled_from(("gedaan", "nu", "straks", "")),
            st.sampled_from(("", "begin in maart 2027", "begin tussen maart en september 2027")),
            st.lists(label, max_size=3).map(tuple),
        ),
        min_size=1,
        max_size=7,
    ),
    st.lists(st.builds(Deadline, label, st.just("31 december 2026")), max_size=3),
)
charts = st.one_of(scales(), grids(), bars(), roads)


def seen_in(svg: str) -> str:
    return "".join("".join(one.text or "" for one in ET.fromstring(svg).iter(f"{SVG}text")).split())


@given(charts, st.sampled_from(BREADTHS))
def test_letters_can_be_read_stand_apart_and_on_the_sheet(chart: Chart, breadth: float) -> None:
    svg = draw(chart, breadth=breadth)
    assert smallest_letter(svg, breadth) >= 7
    assert not overlapping(svg)
    assert not outside(svg)


@given(charts, st.sampled_from(BREADTHS))
def test_every_label_of_a_chart_stands_in_it(chart: Chart, breadth: float) -> None:
    shown = seen_in(draw(chart, breadth=breadth))
    match chart:
        case Scales() | Bars() | Grid():
            wanted = [row.label for row in chart.rows]
        case Road():
            wanted = [stop.label for stop in chart.stops] + [d for stop in chart.stops for d in stop.decisions]
            wanted += [day.label for day in chart.deadlines]
    if isinstance(chart, Grid) and not chart.marks:
        wanted += [item.words for row in chart.rows for cell in row.cells for item in cell.items]
    assert all("".join(words.split()) in shown for words in wanted)


@given(charts, st.sampled_from((40, 60, 80, 120)))
def test_in_characters_it_fits_and_every_console_has_its_signs(chart: Chart, width: int) -> None:
    lines = lines_of_chart(chart, width)
    assert max(map(len, lines)) <= width
    assert "\n".join(lines).translate(PLAIN).isascii()


@given(charts)
def test_in_words_it_tells_every_row_and_every_number(chart: Chart) -> None:
    words = words_of_chart(chart)
    assert all(len(row) == len(words.head) for row in words.rows)
    told = "\n".join("\t".join(row) for row in words.rows)
    match chart:
        case Road():
            assert len(words.rows) == len(chart.stops) + len(chart.deadlines)
            assert all(decision in told for stop in chart.stops for decision in stop.decisions)
        case Bars():
            assert all(row.label in told and number(count, 0) in told for row in chart.rows for count in row.counts)
        case Scales():
            counted = [one.count for row in chart.rows if not row.hands for one in row.others]
            counted += [hands for row in chart.rows for hands in row.hands if hands]
            assert all(f"{count} keer" in told for count in counted)
        case Grid():
            # Where signs will do, each has a column and is told over it.
            found = "\n".join((*words.head, told)).casefold()
            items = (item for row in chart.rows for cell in row.cells for item in cell.items)
            assert all(item.words.casefold() in found for item in items)


def test_parts_of_a_bar_differ_in_more_than_colour() -> None:
    chart = Bars("Balken", "Uitleg.", tuple("abcde"), (BarRow("Wat", (9, 9, 9, 9, 9)),), ordered=5)
    for palette in (LIGHT, DARK, GRAY):
        svg = draw(chart, palette, breadth=480)
        looks = [re.sub(r"[\d.]+", "#", part) for part in re.findall(r'<path class="pw-accent" d="([^"]*)"', svg)]
        assert len(looks) == 2 * 3 and svg.count(f'fill="{palette.accent}"') == 2  # two more are solid and empty


def test_a_bar_that_begins_in_the_middle_goes_either_way() -> None:
    rows = (ScaleRow("Assen", "meer", 1.0), ScaleRow("Emmen", "minder", 0.25), ScaleRow("Coevorden", "evenveel", 0.5))
    chart = Scales("Wie", "Uitleg.", rows, (Zone("minder", 0, 0.5), Zone("meer", 0.5, 1)), bars=True, start=0.5)
    bars = re.findall(r'<rect class="pw-accent" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', draw(chart, breadth=400))
    assert bars == [("200", "200.0"), ("100", "100.0"), ("200", "2.0")]
    drawn = [line.strip() for line in lines_of_chart(chart, 42) if "░" in line]
    half, quarter = "░" * 20, "░" * 10
    assert drawn == [f"{half}│{'█' * 19}", f"{quarter}{'█' * 10}│{half[1:]}", f"{half}│{half[1:]}"]


@pytest.mark.parametrize("breadth", BREADTHS)
def test_a_chart_is_as_wide_as_it_is_printed(breadth: float) -> None:
    chart = Bars("Balken", "Uitleg.", ("a",), (BarRow("Wat", (3,)),))
    assert f'viewBox="0 0 {breadth:g} ' in draw(chart, breadth=breadth)


@given(charts, st.sampled_from((440.0, 240.0)), st.sampled_from((300.0, 550.0)))
def test_in_pieces_every_row_stands_once_and_none_is_higher_than_a_page(
    chart: Chart, breadth: float, highest: float
) -> None:
    pieces = in_pieces(chart, breadth, highest)

    if isinstance(chart, Road):
        assert pieces == [chart]
        return
    assert [row for one in pieces for row in one.rows] == list(chart.rows)  # type: ignore[union-attr]
    for one in pieces:
        height = float(ET.fromstring(draw(one, breadth=breadth)).attrib["viewBox"].split()[3])
        assert height <= highest or len(pieces) == len(chart.rows)


@pytest.mark.parametrize("breadth", BREADTHS)
def test_the_longest_label_before_a_bar_is_not_broken(breadth: float) -> None:
    """Its own breadth is what the others get as well, and adding to that and taking away again loses something."""
    rows = tuple(BarRow(words, (3, 2)) for words in ("communicatie", "ecoloog"))
    drawn = draw(Bars("Balken", "Uitleg.", ("wel", "niet"), rows), breadth=breadth)
    assert ">communicatie<" in drawn
