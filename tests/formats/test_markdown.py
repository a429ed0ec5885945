import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from poolwijzer.assessment.model import Assessment
from poolwijzer.drawing.model import PARTS, Drawing, Field, Marker, Ruler
from poolwijzer.formats.markdown import render
from poolwijzer.report.model import Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.typed_text import sanitize

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
UNJOINED = MarkdownIt("commonmark").enable("table").disable("text_join")
"""Leaves text that was escaped apart from text that was not, as readers do that make links of addresses."""
ADDRESS = re.compile(r"\w:/|\bmailto:|\bxmpp:|\bwww\.|@\w|\w\.[^\W\d_]{2}")

HOSTILE = [
    "a | b",
    "een\ntwee\n\n- drie",
    "[/x] [bold]vet[/bold] [link](http://voorbeeld.test) ![beeld](x)",
    "`code` ``` ~~~",
    "<script>alert(1)</script> <b> <!-- --> &lt; &amp; &#124;",
    "# x",
    "#",
    "1. x",
    "2) x",
    "- x",
    "+ x",
    "* x",
    "---",
    "===",
    "___",
    "> x",
    "\\",
    "eindigt op \\",
    "|---|",
    "\\|",
    "**vet** __vet__ *schuin* _schuin_ ~~weg~~",
    "{{ 1 + 1 }} {% x %} ${x} $x^2$",
    '=HYPERLINK("http://voorbeeld.test")',
    "voor  \nna",
    "    vier spaties",
    "\ttab",
    " spatie ervoor en erna ",
    "\u00a0harde spatie\u00a0",
    "\u3000breed\u3000",
    "http://voorbeeld.test www.voorbeeld.test wie@voorbeeld.test mailto:wie voorbeeld.nl ftp://x www.1",
    "[1]: http://voorbeeld.test",
    "[^1] [x]",
    "- [ ] taak",
    ": uitleg",
    '"aanhaling"',
    "**",
    "*",
    "a*",
    "_",
    "<",
    "&",
    "\x1b[31m",
    "\u202e",
]
TYPED = st.text(st.one_of(st.sampled_from("\\`*_{}[]()<>#+-.!|~&$^:=@/ \n\t019ax"), st.characters())).filter(str.strip)


def test_every_block_shows_what_was_typed_for_texts_that_look_like_markup() -> None:
    for text in HOSTILE:
        _shown_as_typed(text)


@given(TYPED)
@example("a  \nb")
@example("\\\n|")
def test_any_text_is_shown_as_typed_and_makes_no_structure(text: str) -> None:
    _shown_as_typed(text)


def test_a_blank_text_makes_no_structure_either() -> None:
    for text in ("", " ", "\n", "\t"):
        kinds = {token.type for token in MARKDOWN.parse(_markdown(_every_block(text)))}
        assert not kinds & {"hr", "code_block", "fence"}


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(HOSTILE),
        *(pytest.param(text, marks=pytest.mark.slow) for text in (*HOSTILE[:5], "---", "1. x", "\u202e")),
    ],
)
def test_what_somebody_types_in_a_file_is_in_the_report_as_typed(
    text: str, report_of: Callable[..., Report], typed_everywhere: Callable[[str], Assessment]
) -> None:
    plain = _tokens(_markdown(report_of(typed_everywhere(re.sub(r"\S", "n", text)))))  # as long: some charts are split
    hostile = _tokens(_markdown(report_of(typed_everywhere(text))))
    assert _structure(hostile) == _structure(plain)
    typed = _plain(sanitize(text))
    texts = [_plain(part) for part in _texts(hostile)]
    assert texts[0] == typed
    assert sum(typed in part for part in texts) >= 15


def test_the_file_is_utf_8_with_line_feeds_and_one_at_the_end(
    report_of: Callable[..., Report], typed_everywhere: Callable[[str], Assessment]
) -> None:
    data = render(report_of(typed_everywhere("één\r\ntwee")))
    assert data.decode("utf-8").endswith("\n") and not data.endswith(b"\n\n")
    assert b"\r" not in data


def test_the_own_estimate_stands_in_its_field() -> None:
    places = {(0, 0): "linksboven", (2, 0): "rechtsboven", (0, 2): "linksonder", (2, 2): "rechtsonder"}
    picture = _picture("plek", "inschatting")
    fields = tuple(replace(field, title=places[field.column, field.row]) for field in picture.fields)
    markdown = _markdown(Report("t", "s", (Section("x", "x", (replace(picture, fields=fields),)),)))
    rows = [line for line in markdown.splitlines() if line.startswith("|")]
    assert "hier staat het initiatief" in rows[2].split(" | ")[2]
    assert "* plek (in het vak rechtsboven)" in markdown and "* inschatting (in het vak linksonder)" in markdown


def test_what_stands_on_a_line_is_in_no_field() -> None:
    marks = (
        Marker("initiatief", "initiatief", 0.5, 0.1),
        Marker("Assen", "genummerd", 0.9, 0.5, "1"),
        Marker("", "genummerd", 0.5, 0.5, "2"),
    )
    markdown = _markdown(Report("t", "s", (Section("x", "x", (replace(_picture("plek"), markers=marks),)),)))
    assert "* initiatief (op een lijn tussen de vakken)" in markdown
    assert "* 1: Assen (op een lijn tussen de vakken)" in markdown
    assert "* op een lijn tussen de vakken: gemeenten 2" in markdown
    assert not [line for line in markdown.splitlines() if line.startswith("|") and "gemeenten" in line]


def test_numbered_marks_stand_in_their_field_and_what_has_no_name_is_said() -> None:
    marks = (Marker("Assen", "genummerd", 0.9, 0.1, "1"), Marker("", "genummerd", 0.8, 0.1, "2"))
    picture = replace(_picture("plek"), markers=marks, unnamed="2: gemeenten zonder naam")
    markdown = _markdown(Report("t", "s", (Section("x", "x", (picture,)),)))
    assert "gemeenten: 1, 2" in markdown
    assert "* 1: Assen (in het vak plek)" in markdown and "* 2: gemeenten zonder naam" in markdown


def test_numbered_marks_are_called_what_they_are() -> None:
    picture = replace(_picture("plek"), markers=(Marker("Noord", "genummerd", 0.9, 0.1, "1"),), nouns="initiatieven")
    markdown = _markdown(Report("t", "s", (Section("x", "x", (picture,)),)))
    assert "initiatieven: 1" in markdown and "gemeenten" not in markdown


def _shown_as_typed(text: str) -> None:
    plain, typed = _tokens(_markdown(_every_block("woord"))), _tokens(_markdown(_every_block(text)))
    assert _structure(typed) == _structure(plain)
    shown = _plain(sanitize(text))
    expected = [_plain(part).replace("woord", shown) for part in _texts(plain)]
    assert [_plain(part) for part in _texts(typed)] == expected
    assert _spaced(_texts(typed)[0]) == _spaced(sanitize(text))
    for part in _unescaped(_markdown(_every_block(text))):
        assert not ADDRESS.search(part), part


def _every_block(text: str) -> Report:
    line = Line(text, (1,), derived=True)
    blocks = (
        Paragraph(line),
        Paragraph(Line(text)),
        Paragraph(Line(text), "sterk"),
        Paragraph(line, "sterk"),
        Paragraph(Line(text), "stil"),
        Paragraph(Line(text), "let-op"),
        Bullets((Line(text), line)),
        Bullets((Line(text), line), numbered=True),
        Labelled(((text, line), ("label", Line(text)))),
        Table(text, (text, "kop"), ((text, text), ("vast", text)), frozenset({1})),
        _picture(text),
        Card(text, "kan", text, text, (Paragraph(Line(text)),)),
    )
    return sanitize(Report(text, text, (Section("a", text, blocks, (Section("b", text),)),)))


def _picture(text: str, estimate: str = "") -> Drawing:
    fields = tuple(
        Field(text, column, row, text, in_play=(column, row) == (2, 0)) for row in PARTS[::2] for column in PARTS[::2]
    )
    marks = (Marker(text, "initiatief", 0.9, 0.1), Marker(estimate or text, "eigen-inschatting", 0.1, 0.9))
    return Drawing(text, text, Ruler(text, text), Ruler(text, text), fields, marks)


def _markdown(report: Report) -> str:
    return render(report).decode("utf-8")


def _tokens(markdown: str) -> list[Token]:
    return MARKDOWN.parse(markdown)


def _structure(tokens: Iterable[Token]) -> list[str]:
    """What is not text: a line break that was typed is a `<br>`, and the only HTML."""
    kinds = []
    for token in tokens:
        kinds.append(f"{token.type} {token.markup if token.type != 'inline' else ''} {token.attrs}")
        kinds += [
            f"{child.type} {child.content}"
            for child in token.children or ()
            if child.type != "text" and not (child.type == "html_inline" and child.content == "<br>")
        ]
    return [re.sub(r"text_special.*", "text", kind) for kind in kinds]


def _texts(tokens: Sequence[Token]) -> list[str]:
    return [
        "".join("\n" if child.type == "html_inline" else child.content for child in token.children or ())
        for token in tokens
        if token.type == "inline"
    ]


def _unescaped(markdown: str) -> Iterable[str]:
    for token in UNJOINED.parse(markdown):
        yield from (child.content for child in token.children or () if child.type == "text")


def _plain(text: str) -> str:
    return "".join(text.split())


def _spaced(text: str) -> str:
    return " ".join(text.split())
