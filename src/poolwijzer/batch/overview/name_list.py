"""The initiatives of an overview by name, and the files that could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from poolwijzer.batch.overview.collection import Failure, Numbered, Overview
from poolwijzer.batch.overview.entry import OverviewEntry
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, number
from poolwijzer.report.many import MEANINGS, in_menu_order, level_in_words
from poolwijzer.report.model import Block, Bullets, Line, Paragraph, Section, Table
from poolwijzer.report.words import level_at, place_title, places_title
from poolwijzer.tables.row import ProblemRow

MOST_ROWS = 500
"""Of a table in a document; what is longer belongs in a spreadsheet."""
MOST_NAMES = 40
"""Of a list of names; of more only how many there are."""
DIVIDED = "verdeeld"
ALL_ROWS = "Alle rijen krijgt u als tabel met -o uitkomst.csv of -o uitkomst.xlsx."


class ListColumn(NamedTuple):
    """A column of the table: its head, its cells, and whether they are numbers or levels."""

    head: str
    cells: list[str]
    right: bool = False
    level: bool = False


def initiatives(overview: Overview, squares: Mapping[int, str], content: Content, *, whole: bool) -> Section:
    """The table by name, with what has to be known to read it.

    Args:
        overview: what was gathered.
        squares: in which square of the chart each initiative stands, by number; none where the chart tells the names.
        content: the menus.
        whole: also tell what the levels could still become.
    """
    shown = overview.by_name[:MOST_ROWS]
    columns = [column for column in _columns(shown, squares, content, whole) if column.right or any(column.cells)]
    table = Table(
        caption="Elk initiatief met zijn plek",
        head=tuple(column.head for column in columns),
        rows=tuple(zip(*(column.cells for column in columns), strict=True)),
        right=frozenset(index for index, column in enumerate(columns) if column.right),
    )
    blocks: list[Block] = []
    if len(overview) > len(shown):
        of_all = f"de eerste {number(MOST_ROWS, 0)} van de {number(len(overview), 0)} initiatieven, op naam"
        blocks.append(Paragraph(Line(f"Deze tabel noemt {of_all}. {ALL_ROWS}"), "let-op"))
    blocks += [Paragraph(Line(" ".join(_to_read_it(columns, squares, whole)))), table, *_estimated(overview)]
    blocks += [Paragraph(Line(told), "stil") for told in _without_body(overview, content)]
    return Section("initiatieven", "De initiatieven op naam", tuple(blocks))


def _columns(
    shown: tuple[Numbered, ...], squares: Mapping[int, str], content: Content, whole: bool
) -> Iterator[ListColumn]:
    kept = [one.kept for one in shown]
    yield ListColumn("Nr.", [number(one.number, 0) for one in shown], right=True)
    yield ListColumn("Naam", [one.label for one in shown])
    yield ListColumn("Regio", [one.region for one in kept])
    yield ListColumn("Vak", [squares.get(one.number, "") for one in shown])
    yield ListColumn("Plek", [_place(one, content) for one in kept])
    for name, axis in content.typology.axes.items():
        yield ListColumn(axis.short, [level_in_words(one.axes.get(name), whole, content) for one in kept], level=True)


def _place(one: OverviewEntry, content: Content) -> str:
    remark = f" ({DIVIDED})" if one.divided else ""
    return f"{places_title(in_menu_order(one.in_play, content), content)}{remark}"


def _to_read_it(columns: Iterable[ListColumn], squares: Mapping[int, str], whole: bool) -> Iterator[str]:
    """What the words in the table mean, of those that stand in it."""
    words = {word for column in columns if column.level for cell in column.cells for word in cell.split()}
    if squares:
        yield "Vak: een plaats in de tekening. C4 is kolom C, rij 4."
    yield "Staat er niets achter? Dan zijn er genoeg antwoorden."
    yield from (meaning for word, meaning in MEANINGS.items() if word in words)
    if whole:
        yield "Tussen haken staat wat het nog kan worden."
    if any(cell.endswith(f"({DIVIDED})") for column in columns for cell in column.cells if column.head == "Plek"):
        yield "Verdeeld: de gemeenten denken verschillend."


def _estimated(overview: Overview) -> Iterator[Block]:
    """Which came on an own estimate."""
    names = [f"{number(one.number, 0)}: {one.label}" for one in overview.by_name if one.kept.estimated]
    if names and len(names) <= MOST_NAMES:
        yield Paragraph(Line("Hier rust de plek op een eigen inschatting:"))
        yield Bullets(tuple(Line(name) for name in names))
    elif names:
        subject = f"Bij {count_things(len(names), 'initiatief', 'initiatieven')} rust de plek op een eigen inschatting."
        yield Paragraph(Line(f"{subject} In de tabel staat daar: geschat."))


def _without_body(overview: Overview, content: Content) -> Iterator[str]:
    """Where an axis has nothing to ask about, and so a fixed place on it."""
    for name, axis in content.typology.axes.items():
        fixed = sum(
            stand.source == "vaste-waarde" for one in overview.by_name if (stand := one.kept.axes.get(name)) is not None
        )
        if fixed and axis.absent is not None:
            where = f"Dat geldt voor {count_things(fixed, 'initiatief', 'initiatieven')}."
            level = f"Daar is {place_title(name, content)} {level_at(axis.absent.score, content)}."
            yield f"{axis.absent.because} {where} {level}"


# What could not be read.


def list_unread(overview: Overview) -> Section:
    """The files that could not be read, each with what is wrong and what to do."""
    rows = [row for failure in overview.failed()[:MOST_ROWS] for row in _problems(failure)]
    shown = rows[:MOST_ROWS]
    if not shown:
        return Section("niet-gelezen", "")
    told = "1 bestand kon niet worden gelezen" if len(overview.failures) == 1 else _many(len(overview.failures))
    blocks: list[Block] = [Paragraph(Line(f"{told}. Het telt in dit overzicht niet mee."))]
    if len(rows) > len(shown) or len(overview.failures) > MOST_ROWS:
        blocks.append(Paragraph(Line(f"De tabel is niet volledig. {ALL_ROWS}"), "let-op"))
    head = ("Bestand", "Waar", "Wat er mis is", "Wat u kunt doen")
    blocks.append(Table("Niet te lezen", head, tuple(shown)))
    return Section("niet-gelezen", "Wat niet te lezen is", tuple(blocks))


def _many(count: int) -> str:
    return f"{number(count, 0)} bestanden konden niet worden gelezen"


def _problems(failure: Failure) -> Iterator[tuple[str, str, str, str]]:
    for problem in failure.problems:
        yield failure.file, _where(problem), problem["message"], problem["hint"]
    if (more := failure.total - len(failure.problems)) > 0:
        yield failure.file, "", f"En nog {count_things(more, 'probleem', 'problemen')}.", ""


def _where(problem: ProblemRow) -> str:
    """Where in the file; empty for a problem of the whole file."""
    if problem["line"] is None:
        return ""
    return f"regel {number(problem['line'], 0)}"
