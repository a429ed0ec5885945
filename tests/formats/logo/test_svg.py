"""A logo in SVG is made anew of what a still picture needs; all else is told."""

import codecs
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.formats.logo.reading import read_logo
from poolwijzer.problems import Fault
from tests.formats.logo.pictures import SQUARE, SVG, svg

HEAD = SVG.format("").removesuffix("</svg>")


def read(folder: Path, data: bytes | str) -> str:
    """What becomes of a logo."""
    (folder / "logo.svg").write_bytes(data.encode() if isinstance(data, str) else data)
    return read_logo(folder, "logo.svg").data.decode()


def refusal(folder: Path, data: bytes | str) -> str:
    begun = time.monotonic()
    with pytest.raises(Fault) as found:
        read(folder, data)
    assert time.monotonic() - begun < 2 and found.value.hint and len(found.value.message) < 150
    return found.value.message


def test_what_a_drawing_program_adds_and_nobody_sees_stays_behind(tmp_path: Path) -> None:
    told = read(
        tmp_path,
        '<?xml version="1.0" encoding="utf-8"?><!-- Generator --><?xml-stylesheet href="http://x/y.css"?>'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" version="1.1" '
        'viewBox="0 0 30 10" data-name="Laag 1" aria-label="logo" font-family="Arial" xml:space="preserve">'
        '<title>Logo</title><desc>x</desc><metadata><a xmlns="http://x">b</a></metadata><i:view i:zoom="1"/>'
        f'<g i:label="Laag" style="isolation:isolate;-inkscape-stroke:none;fill:red">{SQUARE}</g></svg>',
    )
    inside = '<g fill="red"><rect width="9" height="9" fill="#7a0019"/></g>'
    assert told == f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">{inside}</svg>'


def test_a_style_is_put_at_the_elements_that_it_is_for(tmp_path: Path) -> None:
    style = "<style>rect{fill:red;stroke:red}/* x */.a,.b{stroke:blue} .b{fill:lime;opacity:.5}#n{fill:navy}</style>"
    told = read(tmp_path, svg(style, '<rect class="b a" id="n" width="1" style="stroke: gold" fill="tan"/>'))
    assert '<rect id="n" width="1" fill="navy" stroke="gold" opacity=".5"/>' in told
    assert "style" not in told and "class" not in told


def test_of_two_classes_the_rule_that_stands_last_counts(tmp_path: Path) -> None:
    style = "<defs><style>.a{fill:red;stroke:red}.b{fill:blue;stroke:blue}.a{stroke:lime}</style></defs>"
    assert 'fill="blue" stroke="lime"' in read(tmp_path, svg(style, '<rect class="b a b" width="1" height="1"/>'))


def test_many_rules_for_many_elements_are_read_soon(tmp_path: Path) -> None:
    rules = "".join(f".a{number}{{fill:red}}" for number in range(15_000))
    assert "te lang duurt" in refusal(tmp_path, svg(f"<style>{rules}</style>", '<g class="a1 b c"/>' * 3001))
    assert read(tmp_path, svg(f"<style>{rules}</style>", '<g class="a1 b c"/>' * 2000)).count('fill="red"') == 2000


def test_parts_of_the_same_logo_may_be_used(tmp_path: Path) -> None:
    told = read(
        tmp_path,
        svg(
            '<defs><linearGradient id="g"><stop offset="1" stop-color="#fff"/></linearGradient>'
            '<clipPath id="c"><circle r="5"/></clipPath><rect id="r" width="9" height="9"/></defs>'
            '<g clip-path="url(#c)"><use xlink:href="#r" fill="url(\'#g\')"/></g>'
        ),
    )
    assert 'href="#r"' in told and 'clip-path="url(#c)"' in told


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<script href="http://x/y.js"/>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<image xlink:href="http://x/y.png"/>',
        '<a href="http://x"><rect width="9" height="9"/></a>',
        '<animate attributeName="fill" dur="1s"/>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<filter id="f"><feGaussianBlur stdDeviation="500"/></filter>',
        '<pattern id="p"/>',
        '<marker id="m"/>',
        '<svg width="9" height="9"/>',
        "<switch/>",
        "<text>x</text>",
        '<font-face-uri href="http://x"/>',
        "<handler/>",
        "<iframe/>",
    ],
)
def test_an_element_that_no_still_picture_needs_is_told(tmp_path: Path, inside: str) -> None:
    name = re.split("[ >/]", inside[1:])[0]
    assert refusal(tmp_path, svg(SQUARE, inside)) == f"In dit logo staat iets wat er niet in kan: '<{name}>'."


@pytest.mark.parametrize(
    "attribute",
    [
        'onload="alert(1)"',
        'ONCLICK="alert(1)"',
        'fill="url(http://x/y#z)"',
        'fill="url(data:image/svg+xml,x)"',
        'fill="URL( //x )"',
        'style="fill:url(http://x)"',
        'style="fill:u\\72l(http://x)"',
        'style="mask:image-set(&quot;http://x&quot; 1x)"',
        'style="fill:var(--x)"',
        'style="fill:red;filter:url(#f)"',
        'style="mix-blend-mode:multiply"',
        'filter="blur(9px)"',
        'stroke-dasharray="0.0001"',
        'style="transform:scale(1e9)"',
        'marker-end="url(#m)"',
        'fill="javascript:alert(1)"',
    ],
)
def test_a_value_that_no_still_picture_needs_is_told(tmp_path: Path, attribute: str) -> None:
    assert "iets wat er niet in kan" in refusal(tmp_path, svg(f'<rect width="9" height="9" {attribute}/>'))


@pytest.mark.parametrize(
    "to", ["http://x/y.svg#a", "data:image/svg+xml,x", "javascript:alert(1)", "y.svg#a", "//x", "#"]
)
@pytest.mark.parametrize("name", ["href", "xlink:href"])
def test_a_reference_to_anything_else_is_told(tmp_path: Path, name: str, to: str) -> None:
    assert "verwijzing naar iets buiten het logo" in refusal(tmp_path, svg(f'<use {name}="{to}"/>'))


@pytest.mark.parametrize(
    "sheet",
    [
        "@import url(http://x);",
        "@import 'http://x';",
        "@font-face{src:url(http://x)}",
        "@media screen{rect{fill:red}}",
        "rect:hover{fill:red}",
        "g rect{fill:red}",
        "[onload]{fill:red}",
        ".a{fill:url(http://x)}",
        ".a{fill:\\75rl(http://x)}",
        "rect{",
        "/*" * 100_000,
        "{" * 100_000,
    ],
)
def test_a_style_sheet_that_holds_more_than_simple_rules_is_told(tmp_path: Path, sheet: str) -> None:
    assert "iets wat er niet in kan" in refusal(tmp_path, svg(f"<style>{sheet}</style>", SQUARE))


BOMB = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + svg("<title>&b;</title>", SQUARE).decode()
OUTSIDE = '<!DOCTYPE svg SYSTEM "file:///etc/passwd">' + svg(SQUARE).decode()


@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp037"])
def test_a_doctype_is_told_in_any_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    declared = "" if encoding.startswith("utf") else f'<?xml version="1.0" encoding="{encoding}"?>'
    assert re.search("'<!DOCTYPE>'|geen svg", refusal(tmp_path, (declared + text).encode(encoding)))


def test_a_logo_in_another_encoding_is_read_and_made_anew_in_utf_8(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="utf-16"?>' + svg(SQUARE).decode()
    assert read(tmp_path, codecs.BOM_UTF16_LE + text.encode("utf-16-le")) == read(tmp_path, svg(SQUARE))


def laughs(reference: str) -> str:
    """Ten uses of ten uses of ten uses …"""
    groups = "".join(f'<g id="u{level}">{reference.format(level - 1) * 10}</g>' for level in range(1, 9))
    return f'<rect id="u0" width="9" height="9"/>{groups}'


@pytest.mark.parametrize(
    "inside",
    [
        laughs('<use href="#u{}"/>'),
        laughs('<rect width="9" height="9" fill="url(#u{})"/>'),
        laughs('<rect width="9" height="9" clip-path="url(#u{})"/>'),
        '<style>rect{mask:url(#m)}</style><mask id="m"><circle r="9"/></mask>' + SQUARE * 100,
        '<g id="a"><use href="#a"/></g>',
        '<mask id="a"><rect mask="url(#b)"/></mask><mask id="b"><rect mask="url(#a)"/></mask>',
        "".join(f'<use id="u{level}" href="#u{level - 1}"/>' for level in range(1, 2000)),
        "<g>" * 60 + SQUARE + "</g>" * 60,
        SQUARE * 3001,
        f'<path d="M0 0{"L9 9L1 2" * 9000}"/>',
        f'<polygon points="{"1 2 3 4 " * 9000}"/>',
        f'<g opacity=".5">{SQUARE}</g>' * 900,
    ],
)
def test_a_logo_that_takes_long_to_draw_is_told_soon(tmp_path: Path, inside: str) -> None:
    assert "te lang duurt" in refusal(tmp_path, svg(inside))


@pytest.mark.parametrize(
    "inside",
    [
        # Of these the compiler draws outside what it draws on, or ends the whole program.
        '<g transform="scale(1e9)"><path d="M0 0C1 1 2 5 9 9z" stroke="red" stroke-width="1e6"/></g>' * 900,
        '<path d="M1497.86 1409.18C-244.311 1339.65 104.336 -161.251 -480.918 -478.779a287.281 1387.68 0.0001 0 1 '
        "-21017.9 -326.216L-279.083 -283.702a1383.92 0.0001 1002.31 0 1 631.731 1369.73L377.179 -175.412L592.756 "
        '529.046"/>',
    ],
)
def test_a_logo_on_which_the_compiler_stumbles_is_told_and_the_program_goes_on(
    tmp_path: Path, inside: str, capfd: pytest.CaptureFixture[str]
) -> None:
    data = svg(inside).replace(b"0 0 30 10", b"0 0 1000 300")
    try:
        read(tmp_path, data)
    except Fault as fault:
        assert fault.message == "Dit logo kan niet getekend worden."
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "data",
    [
        "<html xmlns='http://www.w3.org/1999/xhtml'/>",
        "<svg/>",
        HEAD,
        "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
        b"\x1f\x8b\x08",
        "<?xml version='1.0' encoding='klingon'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        "<?xml version='1.0' encoding='utf-7'?><svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)
def test_what_is_no_svg_is_told(tmp_path: Path, data: bytes | str) -> None:
    assert re.search("geen svg|niet getekend", refusal(tmp_path, data))


PIECES = st.sampled_from(
    [
        *'<>/="&;:()#{}',
        "<script>",
        "onload=",
        "javascript:",
        "http://x",
        "url(",
        "url(#a)",
        "<style>",
        "@import",
        "style=",
        "<use href='#a'/>",
        "<g id='a'>",
        "</g>",
        SQUARE,
        "<![CDATA[",
        "]]>",
        "<!ENTITY",
        "1e9",
        " ",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_nothing_alive_ever_comes_out(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    try:
        told = read(tmp_path_factory.mktemp("logo"), svg("".join(pieces)))
    except Fault:
        return
    assert not re.search(r"script|\bon\w+=|javascript|@|data:|style|<!|<\?|[\\{}]|url\((?!#)", told)
    assert re.findall('http[^"]*', told) == ["http://www.w3.org/2000/svg"]
