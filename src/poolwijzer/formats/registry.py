"""The formats of a report by the suffix of their file. A new one is a module and a line here; help follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from poolwijzer.dutch import join_words
from poolwijzer.problems import InputError, Problem, did_you_mean, quote

if TYPE_CHECKING:
    from poolwijzer.formats.house_style import HouseStyle
    from poolwijzer.formats.pdf.typeface import Typeface
    from poolwijzer.report.handout.model import Handout
    from poolwijzer.report.model import Report
    from poolwijzer.report.slides.model import Slides


class Theme(NamedTuple):
    """How an organisation wants its documents to look; a writer uses what it can."""

    style: HouseStyle | None = None
    template: bytes | None = None
    """A Word document of their own, as bytes."""
    typeface: Typeface | None = None
    """The letters of a PDF and of drawings in pixels, where these are not the shipped ones."""
    files: tuple[Path, ...] = ()
    """What it was read from, which is never written over."""
    remarks: tuple[Problem, ...] = ()
    """What of the template does not come along in a report."""
    draft: bool = False
    """Whether every page is marked as a draft."""
    gray: bool = False
    """Whether everything is drawn in black, white and grey."""


def read_theme(
    style: Path | None, template: Path | None, organisation: str = "", *, draft: bool = False, gray: bool = False
) -> Theme:
    """How documents are to look, from the files that say so and what was asked beside them.

    Args:
        style: A file with a house style.
        template: A Word document of their own.
        organisation: The name of the organisation, which goes before that in the house style.
        draft: Whether every page is marked as a draft.
        gray: Whether everything is drawn in black, white and grey; the house style is in grey then.

    Raises:
        InputError: the house style or the template cannot be used.
    """
    look = word = None
    remarks: tuple[Problem, ...] = ()
    if style:
        from poolwijzer.formats.house_style import read_style

        look = read_style(style)
    if organisation or gray:
        from poolwijzer.formats.house_style import PLAIN, in_gray
        from poolwijzer.report.typed_text import sanitize_text

        look = look or PLAIN
        look = look._replace(name=sanitize_text(organisation) or look.name)
        look = in_gray(look) if gray else look
    if template:
        from poolwijzer.formats.word.template_check import open_template, read_template

        word = read_template(template)
        remarks = open_template(word, str(template)).remarks
    files = (*(look.files if look else ()), *([template] if template else ()))
    return Theme(look, word, files=files, remarks=remarks, draft=draft, gray=gray)


class ReportFormat(NamedTuple):
    """A format."""

    suffix: str
    name: str
    """In Dutch."""
    module: str
    """Imported when it is needed. That of a report has a function `render(report, theme)` that gives bytes."""
    holds: Literal["report", "data", "picture"] = "report"
    """The whole report, the advice as data that it was made from, or only its drawing."""


DATA_SUFFIX = ".json"
PICTURE_SUFFIX = ".svg"
REPORT_FORMATS = {
    one.suffix: one
    for one in (
        ReportFormat(".md", "Markdown", "poolwijzer.formats.markdown"),
        ReportFormat(".html", "webpagina", "poolwijzer.formats.html.writer"),
        ReportFormat(".pdf", "PDF", "poolwijzer.formats.pdf.writer"),
        ReportFormat(".docx", "Word", "poolwijzer.formats.word.writer"),
        ReportFormat(DATA_SUFFIX, "JSON", "poolwijzer.report.data", "data"),
        ReportFormat(PICTURE_SUFFIX, "tekening", "poolwijzer.drawing.svg", "picture"),
    )
}
WHOLE_REPORTS = tuple(one.suffix for one in REPORT_FORMATS.values() if one.holds == "report")
"""The suffixes of those that hold a whole report."""
READABLE = tuple(one.suffix for one in REPORT_FORMATS.values() if one.holds != "data")
"""The suffixes of those that are there to be read."""

SHEETS = {".pdf": "poolwijzer.formats.pdf.handout", ".docx": "poolwijzer.formats.word.handout"}
"""The suffixes of those for sheets of paper, with the modules that write them."""

SLIDES = {
    ".html": "poolwijzer.formats.html.slides",
    ".pdf": "poolwijzer.formats.pdf.slides",
    ".pptx": "poolwijzer.formats.powerpoint.writer",
}
"""The suffixes of those for slides, with the modules that write them: `render_slides(slides, theme)` gives bytes."""

DRESSED = tuple(suffix for suffix in WHOLE_REPORTS if suffix != ".md")
"""The suffixes of those that name an organisation and wear its house style."""
COLOURED = (*DRESSED, PICTURE_SUFFIX)
"""The suffixes of those with colours."""


def known_suffixes() -> tuple[str, ...]:
    """Every suffix that can be written."""
    return tuple(REPORT_FORMATS)


def list_suffixes(suffixes: Iterable[str]) -> str:
    """Suffixes as help names them: *.md, .html of .pdf*."""
    return join_words(suffixes, "of")


def check_suffixes(paths: Iterable[Path], known: Sequence[str] = known_suffixes()) -> None:
    """Refuse outputs whose format is not known: not one of these, or of those of a report.

    Raises:
        InputError: naming the formats there are, for each such output.
    """
    problems = [_unknown_format(path, known) for path in paths if path.suffix.lower() not in known]
    if problems:
        raise InputError(problems)


def _unknown_format(path: Path, known: Sequence[str]) -> Problem:
    suffix = path.suffix.lower()
    formats = f"Kies een naam die eindigt op {list_suffixes(known)}."
    if not suffix:
        return Problem(str(path), "Aan deze naam is niet te zien welk soort bestand het wordt.", formats)
    message = f"Het soort bestand {quote(suffix)} kan niet gemaakt worden."
    return Problem(str(path), message, did_you_mean(suffix, known) or formats)


def render_handout(suffix: str, handout: Handout, theme: Theme) -> bytes:
    """Sheets for the table in the format of a suffix, one of `SHEETS`; black, white and grey without own colours."""
    from poolwijzer.formats.house_style import PLAIN

    style = theme.style or PLAIN
    if style.accent == PLAIN.accent:
        theme = theme._replace(style=style._replace(accent=style.ink))
    writer: Callable[[Handout, Theme], bytes] = import_module(SHEETS[suffix]).render_sheets
    return writer(handout, theme)


def render_slides(suffix: str, slides: Slides, theme: Theme) -> bytes:
    """Slides in the format of a suffix, one of `SLIDES`.

    Raises:
        InputError: what writes them is not installed.
    """
    writer: Callable[[Slides, Theme], bytes] = import_module(SLIDES[suffix]).render_slides
    return writer(slides, theme)


def render_report(suffix: str, report: Report, theme: Theme) -> bytes:
    """A report in the format of a suffix; of a picture only the drawing: of the typology where there is one."""
    if suffix == PICTURE_SUFFIX:
        from poolwijzer.drawing.svg import draw_alone
        from poolwijzer.formats.house_style import PLAIN
        from poolwijzer.formats.html.colours import colours_of
        from poolwijzer.report.texts import drawings_in, pictures_in

        colours, _ = colours_of(theme.style or PLAIN)
        picture = next(drawings_in(report.sections), None) or next(pictures_in(report.sections))
        return draw_alone(picture, colours).encode("utf-8")
    return writer_for(suffix)(report, theme)


def writer_for(suffix: str) -> Callable[[Report, Theme], bytes]:
    """The writer for a suffix, imported when it is needed."""
    writer: Callable[[Report, Theme], bytes] = import_module(REPORT_FORMATS[suffix.lower()].module).render
    return writer
