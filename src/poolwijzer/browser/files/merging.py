"""Answers that others sent back, brought into the file that is open: first shown, then done."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from poolwijzer.assessment.read import parse_assessment
from poolwijzer.browser.files.places import ANSWERS, REPORTS, close, fresh_folder, opened, tell, told_below
from poolwijzer.forms.returned.intake import find_files, take_in
from poolwijzer.forms.returned.merged_file import notation_of, write_merged
from poolwijzer.forms.returned.merging import merge
from poolwijzer.forms.returned.merging_words import say_merging
from poolwijzer.forms.returned.table_answers import TableRoad
from poolwijzer.given import parse_date
from poolwijzer.outfile import write_whole
from poolwijzer.tables.reader import TableOptions
from poolwijzer.yamlfile import read_bytes

if TYPE_CHECKING:
    from poolwijzer.browser.desk import Desk
    from poolwijzer.forms.returned.merging import Merging

MergeRows = Literal["respondents", "counts"]


class _Found(NamedTuple):
    path: Path
    raw: bytes
    made: bytes
    merging: Merging
    remarks: list[dict[str, Any]]


def begin(desk: Desk) -> dict[str, str]:
    """The folder in which the page lays what came back, each file under its own name; it is empty."""
    return {"folder": str(fresh_folder(desk, ANSWERS))}


def look(desk: Desk, **asked: Any) -> dict[str, Any]:
    """What bringing the answers together would come to; nothing is changed.

    Args:
        desk: What lies open.
        **asked: As for `_bring_together`.

    Raises:
        InputError: nothing is open, or an option does not fit.
    """
    return _told(desk, _bring_together(desk, **asked))


def do(desk: Desk, **asked: Any) -> dict[str, Any]:
    """The same, and then the answers are in the file; a conversation on it begins again from there.

    Raises:
        InputError: as `look`; or the file would be too large.
    """
    found = _bring_together(desk, **asked)
    if found.made != found.raw:
        close(desk)
        desk.file = write_whole(found.path, found.made)
    return {**_told(desk, found), "saved": {"name": found.path.name, "path": str(found.path)}}


def make_status(desk: Desk, **asked: Any) -> dict[str, str]:
    """The page about the response so far, without answers, as the command line writes it."""
    from poolwijzer.formats.registry import Theme, render_report
    from poolwijzer.forms.returned.status import build_status

    found = _bring_together(desk, **asked)
    name = f"{found.path.stem}-respons.html"
    data = render_report(".html", build_status(found.merging, desk.on), Theme())
    return {"name": name, "path": str(write_whole(fresh_folder(desk, REPORTS) / name, data))}


def _bring_together(
    desk: Desk,
    rows: MergeRows | None = None,
    survey: str = "",
    delete_on: str = "",
    *,
    agree: bool = False,
    delete_expired: bool = False,
) -> _Found:
    """Read all that lies in the folder of answers, as `poolwijzer merge` does.

    Args:
        desk: What lies open.
        rows: What a row of a table is; None for a respondent.
        survey: A name for the survey of a table.
        delete_on: The day on which answers of a table will be deleted; empty for none.
        agree: Take of a count the answer that most hands are for.
        delete_expired: Take out what should be gone.
    """
    path = opened(desk)
    raw, notation = read_bytes(path), notation_of(path.suffix)
    until = parse_date(delete_on, "De dag van verwijderen") if delete_on else None
    road = TableRoad(rows, TableOptions(agree=agree), survey, until)
    road.check("Wat een rij is")
    with told_below(desk.folder):
        reading = parse_assessment(raw, str(path), desk.content, notation=notation)
    folder = desk.folder / ANSWERS
    folder.mkdir(exist_ok=True)
    # From there files have the names that they came with.
    with chdir(folder):
        names = sorted(str(one.relative_to(folder)) for one in folder.iterdir())
        arrivals = take_in(find_files(names, ()), reading.assessment, desk.content, desk.on, road)
    merging = merge(reading.assessment, arrivals, desk.on, delete_expired=delete_expired)
    made = write_merged(raw, reading.assessment, merging.assessment, notation, notation)
    return _Found(path, raw, made, merging, tell(reading.remarks, desk.folder))


def _told(desk: Desk, found: _Found) -> dict[str, Any]:
    merging = found.merging
    return {
        "lines": list(say_merging(merging, desk.on)),
        "refused": tell(merging.refused, desk.folder),
        "remarks": [*found.remarks, *tell(merging.remarks, desk.folder)],
        "missing": list(merging.missing),
        "changes": found.made != found.raw,
    }
