"""How often each answer stands in a table, and how its words were read, within the bounds of who may see it."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, join_some, number
from poolwijzer.problems import quote
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Table
from poolwijzer.tables.understanding.columns import statement_cell
from poolwijzer.tables.understanding.initiative import StatementSeen, statement_text
from poolwijzer.tables.understanding.reading import TableUnderstanding

_UNTOLD = "–"
"""Instead of a number that is not told."""
_MOST_WORDS = 8


def few_answered(found: TableUnderstanding, content: Content) -> frozenset[str]:
    """The statements that too few municipalities answered to tell others what they answered."""
    if found.rows != "respondents":
        return frozenset()
    return frozenset(
        statement.id
        for one in found.initiatives
        for statement in one.statements
        if statement.municipalities < content.typology.privacy.spread_from
    )


def statement_blocks(found: TableUnderstanding, content: Content, on_screen: bool) -> Iterator[Block]:
    """Each statement with its column; of one initiative also how often each answer was given."""
    cells = _cells(found, content, on_screen)
    if not cells:
        return
    if len(found.initiatives) != 1 or not found.usable or found.rows == "initiatives":
        yield Bullets(tuple(map(Line, cells.values())))
        return
    seen = {one.id: one for one in found.initiatives[0].statements}
    few = few_answered(found, content) if not on_screen else frozenset()
    points = [str(point) for point in content.typology.scale.points()]
    rows = []
    for name, cell in cells.items():
        one = seen.get(name)
        told = (*one.points, one.unknown) if one else (0,) * (len(points) + 1)
        counts = [_UNTOLD if name in few else number(count, 0) for count in told]
        rows.append((f"{cell}{_why_not(one, content)}", number(one.respondents if one else 0, 0), *counts))
    head = ("Kolom en stelling", "n", *points, "?")
    right = frozenset(range(1, len(head)))
    yield Table("Hoe vaak elk antwoord er staat; ? is weet niet", head, tuple(rows), right)
    if few.intersection(cells):
        least = content.typology.privacy.spread_from
        message = f"Antwoordden minder dan {least} gemeenten? Dan staat hier alleen het aantal antwoorden."
        yield Paragraph(Line(message), "stil")


def word_blocks(found: TableUnderstanding, content: Content, on_screen: bool) -> Iterator[Block]:
    """Which words were read as which answer, and which as none; to others not of statements that few answered."""
    few = few_answered(found, content) if not on_screen else frozenset()
    columns = [one for one in found.columns if one.statement not in few]
    read: dict[str, dict[str, None]] = {}
    for one in columns:
        for text, value in one.words.items():
            read.setdefault(value, {}).setdefault(" ".join(text.split()))
    rows = [(f"Antwoord {value}", texts) for value, texts in sorted(read.items())]
    if skipped := dict.fromkeys(text for one in columns for text in one.skipped):
        rows.append(("Geen antwoord", skipped))
    if rows:
        yield Labelled(tuple((label, Line(join_some([*map(quote, texts)], _MOST_WORDS))) for label, texts in rows))


def _cells(found: TableUnderstanding, content: Content, on_screen: bool) -> dict[str, str]:
    """What stands before the numbers of each statement; in a table of counts the columns are none of its own."""
    if found.rows == "counts" and found.initiatives:
        names = dict.fromkeys(statement.id for one in found.initiatives for statement in one.statements)
        return {name: f"({name}) {statement_text(name, content, joint=True)}" for name in names}
    joint = found.rows != "respondents"
    columns = {one.statement: one for one in found.columns if one.statement}
    return {
        name: statement_cell(column, name, content, joint=joint, short=on_screen) for name, column in columns.items()
    }


def _why_not(one: StatementSeen | None, content: Content) -> str:
    if one is None or not one.uncounted:
        return ""
    answers = count_things(one.uncounted, "antwoord telt", "antwoorden tellen")
    why = "dit wordt niet meer gevraagd" if one.id in content.retired else "dit wordt hun niet gevraagd"
    return f" [{answers} niet mee: {why}]"
