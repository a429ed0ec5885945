import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.drawing.model import PARTS, Drawing, Field, Marker, Ruler
from poolwijzer.engine.results import VERDICTS
from poolwijzer.formats.house_style import ENOUGH_CONTRAST, HouseStyle, contrast
from poolwijzer.formats.html.colours import colours_of
from poolwijzer.formats.html.writer import render
from poolwijzer.formats.registry import Theme
from poolwijzer.report.model import Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.typed_text import sanitize
from tests.formats.html.reading import Element, read_page
from tests.report.richest import richest

DEPTHS = ["kort", "bestuur", "gewoon", "volledig"]
HOSTILE = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)> ' onmouseover='x",
    "</style></title></svg><!-- --> <![CDATA[ ]]> &lt;b&gt; &amp;amp; &#60;",
    "{{ 7 * 7 }} {% for x in y %} {# weg #} ${x}",
    '#eval("x") $x$ =HYPERLINK("http://voorbeeld.test")',
    "javascript:alert(1)",
    "אבג \u202eomgekeerd\u202c 🧑‍🤝‍🧑 \u0000\u0007",
    "'s-Gravenhage",
    "een\n  twee\tdrie ",
    "x" * 10_000,
]
TYPED = st.text(st.one_of(st.sampled_from("<>&\"'/={}%#- \n\tax"), st.characters()), min_size=1).filter(str.strip)


@pytest.mark.parametrize("depth", DEPTHS)
def test_a_page_is_sound_at_every_depth(depth: str, report_of: Callable[..., Report], content: Content) -> None:
    page = read_page(render(report_of(richest(content, 5, 1), depth)))
    names = [name for element in page.all() if (name := element.attributes.get("id"))]
    assert len(names) == len(set(names))
    for link in page.all("a"):
        address = link.attributes["href"] or ""
        assert address.startswith(("http://", "https://")) or address[1:] in names, address
    for element in page.all():
        for key in ("aria-labelledby", "aria-describedby"):
            assert set((element.attributes.get(key) or "").split()) <= set(names)
    levels = [int(element.tag[1]) for element in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(now <= before + 1 for before, now in pairwise(levels))


def test_a_page_is_dutch_has_a_title_landmarks_and_a_way_past_the_contents(page: Element) -> None:
    assert next(iter(page.all("html"))).attributes["lang"] == "nl"
    assert next(iter(page.all("title"))).text() == "Flexteam Warmtetransitie Drenthe: advies"
    assert [element.tag for element in page.all("header", "nav", "main", "footer")] == [
        "header",
        "nav",
        "main",
        "footer",
    ]
    assert next(iter(page.all("a"))).attributes["href"] == "#inhoud"


def test_a_page_fetches_nothing_and_runs_nothing(page: Element) -> None:
    policies = [element.attributes["content"] for element in page.all("meta") if "http-equiv" in element.attributes]
    assert policies[0] and policies[0].startswith("default-src 'none';")
    assert not list(page.all("script", "link", "iframe", "object", "form", "base", "img"))
    for element in page.all():
        assert not [name for name in element.attributes if name.startswith("on") or name in ("src", "style")]


def test_the_contents_lead_to_every_section_with_a_title(page: Element) -> None:
    wide, narrow = (
        [link.attributes["href"] for link in one.all("a")]
        for nav in page.all("nav")
        for one in nav.all("div", "details")
    )
    assert wide == narrow
    main = next(iter(page.all("main")))
    sections = [part for part in main.inside if isinstance(part, Element) and list(part.all("h2"))]
    assert [f"#{section.attributes['id']}" for section in sections] == [link for link in wide if link in _tops(main)]


def test_every_note_leads_to_its_source_and_every_source_that_is_named_leads_back(page: Element) -> None:
    sources = {
        item.attributes["id"]: item for item in page.all("li") if (item.attributes.get("id") or "")[:5] == "bron-"
    }
    notes = [link for link in page.all("a") if link.attributes.get("role") == "doc-noteref"]
    assert notes and sources
    for note in notes:
        assert (note.attributes["href"] or "")[1:] == f"bron-{note.text()[1:-1]}"
    named = {(note.attributes["href"] or "")[1:] for note in notes}
    first: dict[str, str | None] = {}
    for note in notes:
        first.setdefault((note.attributes["href"] or "")[1:], note.attributes["id"])
    for name in named:
        assert f"#{first[name]}" in [link.attributes["href"] for link in sources[name].all("a")]


def test_a_note_without_a_list_of_sources_is_text_and_no_link() -> None:
    page = read_page(render(Report("t", "s", (Section("x", "x", (Paragraph(Line("zin", (7,))),)),))))
    assert "[7]" in page.text() and not [link for link in page.all("a") if "7" in link.text()]


def test_tables_have_a_caption_and_heads_that_say_what_they_head(page: Element) -> None:
    tables = list(page.all("table"))
    assert tables
    for table in tables:
        assert next(iter(table.all("caption"))).text().strip()
        head, body = next(iter(table.all("thead"))), next(iter(table.all("tbody")))
        assert all(cell.attributes.get("scope") == "col" and cell.text().strip() for cell in head.all("th"))
        assert all(cell.attributes.get("scope") == "row" and cell.text().strip() for cell in body.all("th"))


def test_only_a_table_that_may_have_to_scroll_is_a_stop_for_the_keyboard_and_has_a_name() -> None:
    def stops(columns: int, cell: str) -> list[dict[str, str | None]]:
        table = Table("Hoeveel", ("Stelling", *map(str, range(columns - 1))), (("Eerste", *[cell] * (columns - 1)),))
        page = read_page(render(Report("t", "s", (Section("x", "x", (table, _picture("a"))),))))
        return [one.attributes for one in next(iter(page.all("main"))).all() if "tabindex" in one.attributes]

    assert [stops(columns, "een zin") for columns in (2, 5, 10)] == [[], [], []]
    assert stops(6, "3,7") == stops(9, "3,7") == []
    assert len(stops(9, "gekozn")) == 1
    [region] = stops(10, "3,7")
    assert region["tabindex"] == "0" and region["aria-labelledby"] == "tabel"


def test_a_row_that_becomes_a_list_on_a_narrow_screen_tells_the_head_of_every_cell() -> None:
    table = Table("Plekken", ("Wat", "Motivatie", "", "Plek"), (("Noord", "hoog", "x", "Samen inrichten"),))
    page = read_page(render(Report("t", "s", (Section("x", "x", (table,)),))))
    told = [cell.attributes.get("data-kop") for body in page.all("tbody") for cell in body.all("td")]
    assert told == ["Motivatie: ", None, "Plek: "]


def test_an_option_is_folded_with_its_title_verdict_and_standing_in_sight() -> None:
    card = Card("Strippenkaart", "past-goed", "past goed", "gekozen", (Paragraph(Line("uitleg")),))
    page = read_page(render(Report("t", "s", (Section("menu", "Menu", (), (Section("deel", "Deel", (card,)),)),))))
    option = next(one for one in page.all("div") if one.attributes.get("id") == "optie-strippenkaart")
    folded = next(iter(option.all("details")))
    assert "open" not in folded.attributes and option.text(without=("details",)).split() == [
        "Strippenkaart",
        "past",
        "goed",
        "gekozen",
    ]
    assert [heading.tag for heading in option.all("h3", "h4", "h5")] == ["h4"]
    assert [one.text() for one in folded.all("summary")] == ["Toon de uitlegVerberg de uitleg bij Strippenkaart"]


def test_annexes_stand_behind_the_rest_under_a_heading_of_their_own() -> None:
    sections = (Section("a", "Een"), Section("kaart", "De kaart", annex=True), Section("b", "Twee"))
    page = read_page(render(Report("t", "s", sections)))
    headings = [(one.tag, one.text()) for one in page.all("h2", "h3") if one.text() != "Inhoud"]
    assert headings == [("h2", "Een"), ("h2", "Twee"), ("h2", "Bijlagen"), ("h3", "De kaart")]
    assert [link.text() for part in page.all("details") for link in part.all("a")][-2:] == ["Bijlagen", "De kaart"]
    listed = read_page(render(Report("t", "s", (*sections, Section("lijst", "Bijlagen")))))
    assert [one.text() for one in listed.all("h2", "h3")][-2:] == ["Bijlagen", "De kaart"]
    assert [one.tag for one in listed.all("h3")] == []


def test_each_verdict_has_an_edge_and_a_sign_of_its_own() -> None:
    style = render(Report("t", "s", ())).decode("utf-8")
    edges = [re.search(rf"\n\.{name} {{ border-left[^}}]*}}", style) for name in VERDICTS]
    signs = [re.search(rf'\n\.{name} \.oordeel::before {{ content: "(.)', style) for name in VERDICTS]
    # What fits well has the usual edge, and what can be the usual sign.
    assert [edge is None for edge in edges] == [verdict == "past-goed" for verdict in VERDICTS]
    assert [sign is None for sign in signs] == [verdict == "kan" for verdict in VERDICTS]
    assert len({edge[0].partition("{")[2] for edge in edges if edge}) == len({sign[1] for sign in signs if sign}) == 3


def test_sections_called_alike_get_names_of_their_own() -> None:
    alike = (Section("plek", "Een"), Section("plek", "Twee"), Section("boven", "Drie"), Section("bron-1", "Vier"))
    page = read_page(render(Report("t", "s", alike)))
    assert [part.attributes["id"] for part in page.all("section")] == ["plek", "plek-2", "boven-2", "bron-1"]


def test_a_mark_on_a_line_is_told_to_be_on_a_line() -> None:
    marks = (Marker("midden", "initiatief", 0.5, 0.5), Marker("hoek", "eigen-inschatting", 1, 0))
    picture = replace(_picture("veld"), markers=marks)
    text = read_page(render(Report("t", "s", (Section("x", "x", (picture,)),)))).text()
    assert "midden (op een lijn tussen de vakken)" in text and "hoek (in het vak veld)" in text


def test_numbered_marks_are_called_what_they_are() -> None:
    marks = (Marker("Noord", "genummerd", 0.9, 0.1, "1"),)
    picture = replace(_picture("veld"), markers=marks, nouns="initiatieven")
    text = read_page(render(Report("t", "s", (Section("x", "x", (picture,)),)))).text()
    assert "initiatieven: 1" in text and "gemeenten" not in text


def test_two_drawings_on_a_page_have_names_of_their_own() -> None:
    page = read_page(render(Report("t", "s", (Section("x", "x", (_picture("a"), _picture("a"))),))))
    names = [element.attributes["id"] for drawing in page.all("svg") for element in drawing.all("title", "desc")]
    assert len(names) == len(set(names)) == 8
    for drawing in page.all("svg"):
        assert drawing.attributes["aria-labelledby"] in names and drawing.attributes["aria-describedby"] in names


# What people type.


@pytest.mark.parametrize(
    "text", ["\n".join(HOSTILE), *(pytest.param(text, marks=pytest.mark.slow) for text in HOSTILE)]
)
def test_what_somebody_types_in_a_file_shows_as_typed_and_makes_nothing(
    text: str, report_of: Callable[..., Report], typed_everywhere: Callable[[str], Assessment]
) -> None:
    plain = read_page(render(report_of(typed_everywhere(re.sub(r"\S", "n", text)))))  # as long: some charts are split
    page = read_page(render(report_of(typed_everywhere(text))))
    assert _structure(page) == _structure(plain)
    assert page.text().count(sanitize(text).strip()) >= 15


@pytest.mark.parametrize("text", HOSTILE)
def test_every_block_shows_what_was_typed(text: str) -> None:
    _shown_as_typed(text)


@given(TYPED)
def test_any_text_is_shown_as_typed_and_makes_no_element(text: str) -> None:
    _shown_as_typed(text)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", 'http://x.test/" onclick="x', "//x.test"])
def test_what_is_no_plain_address_is_no_link(url: str) -> None:
    page = read_page(render(Report("t", "s", (Section("x", "x", (Paragraph(Line("zie", url=url)),)),))))
    links = [link.attributes for part in page.all("section") for link in part.all("a")]
    assert url in page.text() and not links


# Looks.


def test_a_draft_says_so_in_its_title_at_the_top_and_on_every_sheet() -> None:
    data = render(Report("Noord", "s", (Section("x", "x"),), kind="advies"), Theme(draft=True))
    page = read_page(data)
    assert next(iter(page.all("title"))).text() == "Noord: advies (concept)"
    assert next(iter(page.all("header"))).text().split()[0] == "Concept"
    assert b'@top-right { content: "Concept"' in data
    assert b"Concept" not in render(Report("Noord", "s", (Section("x", "x"),), kind="advies"))


def test_a_gray_page_has_no_colour_at_all() -> None:
    style = HouseStyle("Heuvelzoom", accent="#7a0019", ink="#222222")
    page = render(Report("t", "s", (Section("x", "x"),)), Theme(style, gray=True)).decode()
    colours = re.findall(r"--\w+: #(\w\w)(\w\w)(\w\w);", page)
    assert len(colours) == 12 and all(red == green == blue for red, green, blue in colours)


def test_a_house_style_colours_the_page_and_names_the_organisation() -> None:
    style = HouseStyle("Gemeente <Heuvelzoom>", b"\x89PNG", "image/png", "#7a0019", "#222222")
    data = render(Report("t", "s", (Section("x", "x"),)), Theme(style))
    page = read_page(data)
    assert "Gemeente <Heuvelzoom>" in page.text()
    assert [picture.attributes["src"] for picture in page.all("img")] == ["data:image/png;base64,iVBORw=="]
    assert b"--accent: #7a0019;" in data and b"--ink: #222222;" in data


@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF))
def test_every_colour_that_is_allowed_can_be_read_in_light_and_dark(accent: int, ink: int) -> None:
    style = HouseStyle("x", accent=f"#{accent:06x}", ink=f"#{ink:06x}")
    if min(contrast(style.accent, "#ffffff"), contrast(style.ink, "#ffffff")) < ENOUGH_CONTRAST:
        return
    for palette in colours_of(style):
        for letters in (palette.ink, palette.accent, palette.quiet):
            assert contrast(letters, palette.paper) >= ENOUGH_CONTRAST
            assert contrast(letters, palette.chosen) >= ENOUGH_CONTRAST


@pytest.fixture(scope="module")
def page(report_of: Callable[..., Report], examples: Path) -> Element:
    return read_page(render(report_of(examples / "flexteam-drenthe.yaml")))


def _tops(main: Element) -> set[str]:
    return {f"#{part.attributes['id']}" for part in main.inside if isinstance(part, Element)}


def _structure(page: Element) -> list[str]:
    """The elements with their attributes; not what names and looks are made from, nor the lines in the drawing."""
    found = []
    for element in page.all():
        if element.tag in ("text", "rect", "svg", "circle", "line", "path", "polyline", "polygon"):
            continue
        kept = {name for name in element.attributes if name not in ("class", "data-kop")}
        found.append(f"{element.tag} {sorted(kept)}")
    return found


def _shown_as_typed(text: str) -> None:
    plain, typed = _plain_page(), read_page(render(_every_block(text)))
    assert _structure(typed) == _structure(plain)
    shown = sanitize(text)
    for before, after in zip(_texts(plain), _texts(typed), strict=True):
        assert after == before.replace("proefzin", shown)


@cache
def _plain_page() -> Element:
    return read_page(render(_every_block("proefzin")))


def _texts(page: Element) -> list[str]:
    body = next(iter(page.all("body")))
    return [
        element.text(without=("svg",))
        for element in body.all("h1", "h2", "h3", "h4", "h5", "p", "li", "dt", "dd", "th", "td", "caption", "span", "a")
        if not element.attributes.get("aria-label")
    ]


def _every_block(text: str) -> Report:
    line = Line(text, (1,), derived=True)
    blocks = (
        Paragraph(line),
        Paragraph(Line(text), "sterk"),
        Paragraph(Line(text), "stil"),
        Paragraph(line, "let-op"),
        Bullets((Line(text), line)),
        Bullets((Line(text), line), numbered=True),
        Labelled(((text, line), ("label", Line(text)))),
        Table(text, (text, "kop"), ((text, text), ("vast", text)), frozenset({1})),
        _picture(text),
        Card(text, "kan", text, text, (Paragraph(Line(text)), Paragraph(Line(text), "sterk"))),
    )
    return sanitize(Report(text, text, (Section("a", text, blocks, (Section("b", text),)),)))


def _picture(text: str) -> Drawing:
    corners = [(column, row) for row in PARTS[::2] for column in PARTS[::2]]
    fields = tuple(Field("veld", *corner, "vraag", in_play=corner == (2, 0)) for corner in corners)
    marks = (Marker(text, "initiatief", 0.9, 0.1), Marker(text, "genummerd", 0.1, 0.9, "1"))
    return Drawing(text, text, Ruler(text, text), Ruler(text, text), fields, marks)
