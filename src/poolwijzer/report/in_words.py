"""The pictures of a report in words: below each, or as an annex on paper, where nothing can be opened below one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.drawing.model import Drawing, Picture
from poolwijzer.drawing.words import FieldWords, location_of, notes_in_words, table_rows
from poolwijzer.report.model import Block, Bullets, Line, Section, Table
from poolwijzer.report.texts import pictures_in, table_of

ID = "tekeningen-in-woorden"
MOST_NAMED = 12
"""So many names are told again in an annex; of more the report has a table, by number and with their places."""


def pictures_in_words(sections: Sequence[Section]) -> Section:
    """All that the pictures in these sections tell, as tables, to stand behind their annexes.

    Where there is no picture it has no blocks.
    """
    told = [block for picture in pictures_in(sections) for block in tell_picture(picture, most=MOST_NAMED)]
    number = sum(section.title.startswith("Bijlage") for section in sections if section.annex)
    title = f"Bijlage {number + 1}: de tekeningen in woorden" if number else "De tekeningen in woorden"
    return Section(ID, title, tuple(told), annex=True)


def tell_picture(picture: Picture, *, most: int | None = None) -> Iterator[Block]:
    """All that a picture tells, as a table, and of a drawing the legend below it, if that has at most so many names."""
    if not isinstance(picture, Drawing):
        yield table_of(picture)
        return
    rows = list(table_rows(picture))
    middle = [picture.across.between] * (max(len(fields) for _, fields in rows) - 2)
    head = ("", picture.across.first, *middle, picture.across.last)
    yield Table(picture.title, head, tuple((end, *map(_of_field, fields)) for end, fields in rows))
    told = picture.legend()
    legend = [
        f"{marker.sign and f'{marker.sign}: '}{marker.label} ({location_of(marker, picture)})"
        for marker in (told if most is None or len(told) <= most else ())
    ]
    if lines := [*legend, *notes_in_words(picture)]:
        yield Bullets(tuple(map(Line, lines)))


def _of_field(field: FieldWords) -> str:
    return "\n".join(filter(None, (field.title, field.key_question, field.standing, field.held)))
