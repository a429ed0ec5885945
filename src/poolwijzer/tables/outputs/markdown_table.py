"""A table for people, in Markdown: a line for each initiative, and below it what could not be read.

Every text is escaped: nothing a person typed becomes markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, long_date, number
from poolwijzer.formats.markdown import escape_markdown
from poolwijzer.report.many import MEANINGS, NO_RANKING, Stand, in_menu_order, score_in_words
from poolwijzer.report.words import places_title
from poolwijzer.tables.outputs.cells import clean_text
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.row import WRONG, AxisRow, Row


@contextmanager
def begin_table(file: BinaryIO, context: TableContext) -> Iterator[Callable[[Row], None]]:
    """Begin a table; what is given takes its rows. What is wrong with those that could not be read comes at its end."""
    content = context.content
    wrong: list[str] = []

    def write(*lines: str) -> None:
        file.write("".join(f"{line}\n" for line in lines).encode())

    head = ("Initiatief", "Regio", "Gemeenten", "Plek", *(axis.short for axis in content.typology.axes.values()))
    write("# Uitkomsten", "", escape_markdown(f"Advies van {long_date(context.on)}. {NO_RANKING}"), "")
    write(_line([*head, "Verdeeld", "Gekozen"]), f"|{' --- |' * (len(head) + 2)}")

    def add(row: Row) -> None:
        if row["status"] == WRONG:
            wrong.extend(_told(row))
        else:
            write(_line(_cells(row, content)))

    yield add
    write("", escape_markdown(" ".join(MEANINGS.values())))
    if wrong:
        write("", "## Wat niet te lezen is", "", *wrong)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(escape_markdown, cells))} |"


def _cells(row: Row, content: Content) -> list[str]:
    initiative, placement = row["initiative"], row["placement"]
    assert initiative is not None and placement is not None
    members = initiative["municipalities"]
    return [
        clean_text(" ".join(initiative["name"].split())),
        clean_text(" ".join(initiative["region"].split())),
        number(len(members), 0) if members else "",
        places_title(in_menu_order(placement["in_play"], content), content),
        *(score_in_words(_stand(placement["axes"].get(axis))) for axis in content.typology.axes),
        "ja" if placement["divided"] else "",
        "; ".join(_chosen(row, content)),
    ]


def _chosen(row: Row, content: Content) -> list[str]:
    """The titles of what was chosen, and what a group wrote itself."""
    options = content.options
    choices = [row["choices"][name] for name in content.components if name in row["choices"]]
    return [
        clean_text(name)
        for choice in choices
        for name in (*(options[one].title for one in choice["options"] if one in options), *choice["other"])
    ]


def _stand(axis: AxisRow | None) -> Stand | None:
    if axis is None:
        return None
    return Stand(axis["score"], axis["low"], axis["high"], axis["level"], axis["status"], axis["source"])


def _told(row: Row) -> list[str]:
    """A file with its problems."""
    problems = row["problems"]
    lines = [f"- {escape_markdown(clean_text(row['file']))} ({count_things(len(problems), 'probleem', 'problemen')})"]
    for problem in problems:
        where = "" if problem["line"] is None else f"regel {problem['line']}: "
        words = f"{where}{problem['message']} {problem['hint']}"
        lines.append(f"  - {escape_markdown(clean_text(words.strip()))}")
    return lines
