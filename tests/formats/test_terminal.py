import re
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from poolwijzer.assessment.model import Assessment
from poolwijzer.drawing.model import PARTS, Drawing, Field, Marker, Ruler
from poolwijzer.engine.results import VERDICTS
from poolwijzer.formats.terminal import SIGNS, show_report
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.typed_text import sanitize

LONG = "Samenwerkingsverband-voor-de-energietransitie " * 6 + "乙" * 90 + "x" * 200
WIDTHS = (60, 80, 160)


@pytest.mark.slow
def test_no_line_is_wider_than_the_terminal(report_of: Callable[..., Report], examples: Path) -> None:
    for path in sorted(examples.glob("*.yaml"))[:3]:
        report = report_of(path, "gewoon", explain=True)
        for width in WIDTHS:
            for line in _shown(report, width).splitlines():
                assert cell_len(line) <= width, f"{path.name}, {width}: {line}"


@pytest.mark.slow
def test_every_text_is_on_screen_without_colour_at_every_width(
    report_of: Callable[..., Report], examples: Path
) -> None:
    for path in sorted(examples.glob("*.yaml")):
        for width, depth in ((60, "kort"), (80, "gewoon"), (160, "kort")):
            report = report_of(path, depth)
            _holds_every_text(_shown(report, width), report)


def test_the_explanation_is_on_screen_at_every_width(report_of: Callable[..., Report], examples: Path) -> None:
    report = report_of(examples / "voorbeeldregio-merenland.yaml", "kort", explain=True)
    for width in WIDTHS:
        _holds_every_text(_shown(report, width), report)


def test_long_words_and_wide_signs_are_wrapped_and_not_cut(
    report_of: Callable[..., Report], typed_everywhere: Callable[[str], Assessment]
) -> None:
    report = report_of(typed_everywhere(LONG))
    for width in WIDTHS:
        shown = _shown(report, width)
        assert max(cell_len(line) for line in shown.splitlines()) <= width
        _holds_every_text(shown, report)


def test_titles_and_ends_of_the_typology_of_any_length_stay_whole() -> None:
    words = "Een heel lange titel die nergens op een enkele regel past omdat hij maar doorgaat en doorgaat"
    for width in WIDTHS:
        shown = _shown(_with(_picture(0.1, 0.1, words)), width)
        assert max(map(len, shown.splitlines())) <= width
        for word in set(words.split()):
            assert shown.count(word) >= 9, word


def test_a_pipe_gets_no_escape_sequences_and_no_trailing_spaces(
    report_of: Callable[..., Report], typed_everywhere: Callable[[str], Assessment]
) -> None:
    shown = _shown(report_of(typed_everywhere("\x1b[31mrood\x1b]0;titel\x07 \x9b1m")), 80)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)
    assert not [line for line in shown.splitlines() if line != line.rstrip()]
    assert "\ufffd[31mrood\ufffd]0;titel\ufffd \ufffd1m" in shown


def test_a_colour_terminal_gets_colours_of_ours_and_none_of_the_user(
    report_of: Callable[..., Report], typed_everywhere: Callable[[str], Assessment]
) -> None:
    file = StringIO()
    console = Console(file=file, width=80, force_terminal=True, color_system="truecolor", legacy_windows=False)
    show_report(report_of(typed_everywhere("\x1b[31mrood")), console)
    assert "\x1b[1m" in file.getvalue()
    assert "\x1b[31mrood" not in file.getvalue() and "\ufffd[31mrood" in file.getvalue()


MARKUP = ("[/x]", "[bold]vet[/bold]", "[link=x]y[/link]", ":smile:", "\\[x]", "| <b> `x` {{ }}")


@pytest.mark.parametrize("text", [" ".join(MARKUP), *(pytest.param(text, marks=pytest.mark.slow) for text in MARKUP)])
def test_markup_in_a_text_is_shown_as_typed(
    text: str, report_of: Callable[..., Report], typed_everywhere: Callable[[str], Assessment]
) -> None:
    report = report_of(typed_everywhere(text))
    shown = _shown(report, 80)
    assert shown.splitlines()[0] == text
    _holds_every_text(shown, report)


@pytest.mark.parametrize("across", [0.0, 0.1, 0.49, 0.51, 0.9, 1.0])
@pytest.mark.parametrize("down", [0.0, 0.1, 0.49, 0.51, 0.9, 1.0])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_mark_stands_in_its_own_field(across: float, down: float, width: int) -> None:
    lines = _shown(_with(_picture(across, down)), width).splitlines()
    box = [line for line in lines if line and line[0] in "┌│├└"]
    [(row, column)] = [(row, line.index("●")) for row, line in enumerate(box) if "●" in line]
    middle = next(row for row, line in enumerate(box) if line.startswith("├"))
    half = box[0].index("┬")
    assert 0 < row < len(box) - 1 and row != middle and 0 < column < len(box[0]) - 1
    assert (column > half, row > middle) == (across > 0.5, down > 0.5)
    assert all(len(line) == len(box[0]) for line in box)


def test_each_verdict_has_a_sign_of_its_own_that_shows_without_colour() -> None:
    assert set(SIGNS) == set(VERDICTS)
    assert len(set(SIGNS.values())) == len(VERDICTS)
    cards = tuple(Card("Optie", verdict, "oordeel", "", ()) for verdict in VERDICTS)
    shown = _shown(Report("Titel", "", (Section("menu", "", cards),)), 80)
    assert [sign for sign in SIGNS.values() if f"{sign} Optie" not in shown] == []


def test_a_mark_exactly_in_the_middle_stands_on_the_line_between() -> None:
    lines = _shown(_with(_picture(0.5, 0.5)), 80).splitlines()
    [line] = [line for line in lines if "●" in line and line.startswith("├")]
    assert line.index("●") == next(line for line in lines if line.startswith("┌")).index("┬")


def test_two_marks_on_one_spot_are_both_drawn_and_no_title_is_hidden() -> None:
    for spot in ((0.0, 0.0), (0.5, 0.5), (1.0, 1.0), (0.2, 0.7)):
        marks = (Marker("wij", "initiatief", *spot), Marker("vooraf", "eigen-inschatting", *spot))
        shown = _shown(_with(_picture(*spot, marks=marks)), 60)
        assert (shown.count("●"), shown.count("○")) == (2, 2), "in the picture and in the legend"
        assert {f"plek{number}" for number in range(4)} <= set(shown.split())


def test_the_fields_in_play_are_marked_without_colour() -> None:
    shown = _shown(_with(_picture(0.1, 0.1)), 80)
    assert "» plek0 «" in shown and "» plek1" not in shown


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp850", "latin-1"])
def test_a_console_without_lines_gets_a_drawing_of_plain_signs(
    encoding: str, report_of: Callable[..., Report], examples: Path, tmp_path: Path
) -> None:
    path = tmp_path / "scherm.txt"
    with path.open("w", encoding=encoding, errors="replace") as file:
        show_report(report_of(examples / "flexteam-drenthe.yaml", "kort"), Console(file=file, width=80))
    shown = path.read_text(encoding)
    assert "+-----" in shown and "> Samen inrichten <" in shown
    assert any(line[2:].startswith("|") and "*" in line for line in shown.splitlines())
    assert "Flexteam Warmtetransitie Drenthe" in shown


def test_a_table_of_marks_stays_a_table_on_a_narrow_screen_as_long_as_there_is_room() -> None:
    text = "Onze gemeenten doen dit werk liever alleen dan samen."

    def lines(columns: int, cell: str) -> list[str]:
        head = ("Stelling", *map(str, range(1, columns + 1)))
        table = Table("Antwoorden", head, ((text, *[cell] * columns),), frozenset(range(1, columns + 1)))
        return _shown(Report("t", "s", (Section("x", "x", (table,)),)), 60).splitlines()

    assert [line.split() for line in lines(8, "3,4") if "1" in line] == [["Stelling", *"12345678"]]
    assert "  1: 3,4" in lines(9, "3,4"), "no room"
    assert "  1: wisselend" in lines(3, "wisselend"), "no marks"


def _shown(report: Report, width: int) -> str:
    file = StringIO()
    show_report(report, Console(file=file, width=width))
    return file.getvalue()


def _with(picture: Drawing) -> Report:
    return Report("t", "s", (Section("x", "x", (picture,)),))


def _picture(across: float, down: float, words: str = "", marks: tuple[Marker, ...] | None = None) -> Drawing:
    fields = tuple(
        Field(words or f"plek{row + column // 2}", column, row, in_play=(column, row) == (0, 0))
        for row in PARTS[::-2]
        for column in PARTS[::-2]
    )
    top, bottom, left, right = (words or name for name in ("boven", "onder", "links", "rechts"))
    marks = marks or (Marker(words or "wij", "initiatief", across, down),)
    return Drawing("", "", Ruler(left, right), Ruler(top, bottom), fields, marks)


def _holds_every_text(shown: str, report: Report) -> None:
    """All texts in order, on a screen that may break a line anywhere; a table's columns stand side by side."""
    screen, place = _joined(shown), 0
    for text in _texts(report):
        wanted = _joined(text)
        found = screen.find(wanted, place)
        assert found >= 0, text
        place = found + len(wanted)
    words = set(shown.split())
    for table in _tables(report.sections):
        for cell in (table.caption, *(cell for row in table.rows for cell in row)):
            missing = [word for word in cell.split() if len(word) < 9 and not any(word in other for other in words)]
            assert not missing, cell


def _texts(report: Report) -> Iterator[str]:
    yield from (report.title, report.subtitle)
    for section in report.sections:
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[str]:
    yield section.title
    for block in section.blocks:
        yield from _of_block(block)
    for part in section.parts:
        yield from _of_section(part)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line=line):
            yield _of_line(line)
        case Bullets(items=items):
            yield from map(_of_line, items)
        case Labelled(rows=rows):
            for index, (label, line) in enumerate(rows):
                if not index or rows[index - 1][0] != label:
                    yield label
                yield _of_line(line)
        case Card():
            yield from (block.title, block.verdict, block.standing)
            for inner in block.blocks:
                yield from _of_block(inner)
        case Drawing():
            # The key questions and the description are for who cannot see the drawing: the summary has them.
            yield from (mark.label for mark in block.markers)
        case Table():
            pass


def _of_line(line: Line) -> str:
    return line.text + (" (onze afleiding)" if line.derived else "")


def _tables(sections: tuple[Section, ...]) -> Iterator[Table]:
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Table))
        yield from _tables(section.parts)


def _joined(text: str) -> str:
    return re.sub(r"\s", "", sanitize(text))
