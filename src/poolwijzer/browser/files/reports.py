"""Reports of the initiative that is open: the bytes that the command line writes for the same file and options."""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poolwijzer.browser.files.places import LOOKS, REPORTS, fresh_folder, opened, plain_name, tell, told_below
from poolwijzer.dutch import count_things
from poolwijzer.formats.registry import DATA_SUFFIX, PICTURE_SUFFIX, REPORT_FORMATS, Theme, read_theme, render_report
from poolwijzer.given import parse_date
from poolwijzer.outfile import write_whole
from poolwijzer.problems import InputError, Problem
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.assessment.read import Reading
    from poolwijzer.browser.desk import Desk
    from poolwijzer.engine.anonymous import Uncounted
    from poolwijzer.engine.respondents import Mode
    from poolwijzer.outcome import Outcome
    from poolwijzer.report.model import Depth

NAMES: dict[Depth, str] = {"kort": "bladzijde", "bestuur": "notitie", "gewoon": "advies", "volledig": "volledig"}
"""What comes behind the name of the initiative's file, as at the end of a conversation."""


def list_kinds(desk: Desk, *, typesets: bool = False) -> list[dict[str, str]]:
    """The formats that this edition makes.

    Args:
        desk: What lies open.
        typesets: Whether the page holds the compiler of PDFs, which it adds when one is asked for.
    """
    typesets = typesets or _typesets()
    return [
        {"suffix": one.suffix, "name": one.name} for one in REPORT_FORMATS.values() if typesets or one.suffix != ".pdf"
    ]


def make_report(
    desk: Desk,
    suffix: str,
    depth: Depth = "gewoon",
    on: str = "",
    mode: Mode = "standaard",
    organisation: str = "",
    style: str = "",
    pictures: list[str] | None = None,
    *,
    explain: bool = False,
    draft: bool = False,
    gray: bool = False,
) -> dict[str, Any]:
    """Make a report of the initiative that is open.

    Args:
        desk: What lies open.
        suffix: Of the format.
        depth: How much it says.
        on: The date of the advice, as in 2026-11-01; that of the desk if empty.
        mode: What may be told of who answered what.
        organisation: Whose name stands on it.
        style: The name of a house style that `take_style` took.
        pictures: The pictures that the page drew, by the names under which they were wanted.
        explain: Whether it shows how all was counted.
        draft: Whether every page is marked as a draft.
        gray: Whether all is in black, white and grey.

    Returns:
        Where it lies and what is to be said of it; or which pictures the page has to draw first (`wanted`).

    Raises:
        InputError: the file cannot be used, or an option does not fit.
    """
    from poolwijzer.assessment.overdue import find_overdue

    path, day = opened(desk), parse_date(on, "De datum") if on else desk.on
    with told_below(desk.folder):
        reading = _read_answered(desk, path)
        look = desk.folder / LOOKS / plain_name(style) if style else None
        theme = read_theme(look, None, organisation.strip(), draft=draft, gray=gray)
    outcome = _outcome(desk, path, reading.assessment, mode, day)
    wanted: list[dict[str, Any]] = []
    data = _render(suffix, outcome, depth, theme, wanted, _drawn(desk, pictures or []), explain=explain)
    if wanted and pictures is None:
        return {"wanted": wanted}
    name = f"{path.stem}-{NAMES[depth]}{suffix}"
    made = write_whole(fresh_folder(desk, REPORTS) / name, data)
    remarks = (*reading.remarks, *find_overdue(path.name, reading.assessment, day), *theme.remarks)
    return {"path": str(made), "name": name, "remarks": tell(remarks, desk.folder)}


def place_for_picture(desk: Desk, name: str) -> dict[str, str]:
    """Where the page lays a picture that it drew."""
    return {"path": str(desk.folder / LOOKS / "tekeningen" / plain_name(name))}


def place_for_style(desk: Desk, names: list[str]) -> list[str]:
    """Where the page lays the files of a house style: the one that says it, and its logo. An earlier one is gone."""
    folder = fresh_folder(desk, LOOKS)
    return [str(folder / plain_name(name)) for name in names]


def take_style(desk: Desk, names: list[str]) -> dict[str, Any]:
    """Read a house style from files that the page laid here: one of them says it, the logo stands beside it.

    Raises:
        InputError: there is none, or it cannot be used.
    """
    from poolwijzer.formats.house_style import read_style

    folder = desk.folder / LOOKS
    found = next((one for one in map(plain_name, names) if one.lower().endswith((".yaml", ".yml", ".json"))), None)
    if found is None:
        hint = "Kies het bestand dat eindigt op .yaml, en het logo erbij."
        raise InputError(Problem("Huisstijl", "Hier is geen bestand met een huisstijl bij.", hint))
    with told_below(folder):
        style = read_style(folder / found)
    return {"style": found, "organisation": style.name, "logo": bool(style.logo)}


def _read_answered(desk: Desk, path: Path) -> Reading:
    """The initiative, where there is anything to report on.

    Raises:
        InputError: it cannot be used, or says nothing yet.
    """
    from poolwijzer.assessment.read import read_assessment

    try:
        return read_assessment(path, desk.content, with_answers=True)
    except InputError:
        read_assessment(path, desk.content)  # what else is wrong is told in its own words
    message = "Er is nog te weinig ingevuld voor een verslag."
    raise InputError(Problem(path.name, message, "Ga eerst verder met het gesprek."))


def _typesets() -> bool:
    """Whether the compiler of PDFs is in this edition."""
    return find_spec("typst") is not None


def _drawn(desk: Desk, names: list[str]) -> dict[str, Path]:
    return {name: desk.folder / LOOKS / "tekeningen" / plain_name(name) for name in names}


def _outcome(desk: Desk, path: Path, assessment: Assessment, mode: Mode, day: date) -> Outcome:
    from poolwijzer.engine.anonymous import NOTHING
    from poolwijzer.outcome import Outcome

    counted, uncounted = (assessment, NOTHING) if mode != "anonymous" else _anonymous(desk, path, assessment)
    return Outcome(desk.content, counted, day, mode, uncounted)


def _anonymous(desk: Desk, path: Path, assessment: Assessment) -> tuple[Assessment, Uncounted]:
    from poolwijzer.engine.anonymous import TooFewRespondents, anonymise

    try:
        return anonymise(assessment, desk.content)
    except TooFewRespondents as found:
        answered = count_things(found.number, "respondent heeft", "respondenten hebben")
        message = f"Een anoniem advies kan vanaf {found.least} respondenten. {answered} geantwoord."
        hint = "Wacht op meer antwoorden, of kies een verslag dat niet anoniem is."
        raise InputError(Problem(path.name, message, hint)) from None


def _render(
    suffix: str,
    outcome: Outcome,
    depth: Depth,
    theme: Theme,
    wanted: list[dict[str, Any]],
    drawn: dict[str, Path],
    *,
    explain: bool,
) -> bytes:
    """The bytes; in `wanted` what the page has to draw for them, where nothing here can."""
    from poolwijzer.report.build import build_report

    if suffix == DATA_SUFFIX:
        from poolwijzer.report.data import document, json_bytes

        return json_bytes(document(outcome, __version__))
    if suffix == PICTURE_SUFFIX:
        return render_report(suffix, build_report(outcome, version=__version__, depth="gewoon"), theme)
    report = build_report(outcome, version=__version__, depth=depth, explain=explain)
    if suffix != ".docx" or _typesets():
        return render_report(suffix, report, theme)
    from poolwijzer.browser.files.page_letters import PageLetters

    letters = PageLetters(drawn)
    data = render_report(suffix, report, theme._replace(typeface=letters))
    wanted += letters.wanted.values()
    return data
