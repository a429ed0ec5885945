"""Pages about the menus themselves, apart from any initiative: lists of options and cases, one case, what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poolwijzer.content.claims import Claim
from poolwijzer.content.content import Content
from poolwijzer.content.evidence import Case
from poolwijzer.content.wording import fill_names
from poolwijzer.dutch import count_things, join_words
from poolwijzer.menucard.search import Hit
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Report, Section
from poolwijzer.report.notes import Notes
from poolwijzer.report.sentences import names_in
from poolwijzer.report.typed_text import sanitize

HIT_KINDS = {
    "option": "Opties",
    "component": "Componenten",
    "statement": "Stellingen",
    "context": "Vragen over de situatie",
    "signal": "Aandachtspunten",
    "fact": "Feiten",
    "doubt": "Twijfels",
    "case": "Praktijk",
    "term": "Begrippen",
}
CASE_PARTS = (
    ("needs", "Waar behoefte aan was"),
    ("money", "Geld"),
    ("form", "Vorm"),
    ("activities", "Wat het doet"),
    ("results", "Wat het opleverde"),
    ("lessons", "Wat ervan te leren is"),
    ("uncertain", "Wat niet zeker is"),
)


def make_options_page(content: Content, component: str | None = None) -> Report:
    """The options of every component, or of one, each by its id."""
    names = names_in(None, content)
    shown = {component: content.components[component]} if component else content.components
    sections = tuple(
        Section(
            name,
            f"{card.title} ({name})",
            (
                Paragraph(Line(fill_names(card.question, names)), "stil"),
                Labelled(tuple((option, Line(entry.title)) for option, entry in card.options.items())),
            ),
        )
        for name, card in shown.items()
    )
    subtitle = "Meer over een optie: poolwijzer menu show ID"
    return sanitize(Report("De menukaart", subtitle, sections))


def make_search_page(words: str, hits: Iterable[Hit], content: Content) -> Report:
    """What was found, by kind."""
    names = names_in(None, content)
    found = list(hits)
    sections = tuple(
        Section(kind, title, (Labelled(tuple((hit.id, _found(hit, names)) for hit in found if hit.kind == kind)),))
        for kind, title in HIT_KINDS.items()
        if any(hit.kind == kind for hit in found)
    )
    subtitle = f"{count_things(len(found), 'plek', 'plekken')} in de menu's"
    return sanitize(Report(f"Gezocht: {words}", subtitle, sections))


def _found(hit: Hit, names: dict[str, str]) -> Line:
    text = f"{hit.title} ({hit.excerpt})" if hit.excerpt and hit.excerpt != hit.title else hit.title
    return Line(fill_names(text, names))


def make_cases_page(content: Content) -> Report:
    """Every case with its region, by its id."""
    rows = tuple((name, Line(_with_region(case))) for name, case in content.cases.items())
    blocks: tuple[Block, ...] = (Labelled(rows),) if rows else (Paragraph(Line("Er zijn geen praktijkcases.")),)
    return sanitize(
        Report("Uit de praktijk", "Meer over een case: poolwijzer cases ID", (Section("cases", "", blocks),))
    )


def _with_region(case: Case) -> str:
    known = case.region and case.region.casefold() not in case.title.casefold()
    return f"{case.title} ({case.region})" if known else case.title


def make_case_page(content: Content, name: str) -> Report:
    """One case in full. Where it stands on the axes is an estimate of ours, and stays out."""
    case, notes = content.cases[name], Notes(content.sources)
    sections = [
        Section("case", "", (Paragraph(notes.line(case.summary, case)), Labelled(tuple(_facts(case))))),
        Section("keuzes", "Wat er is gekozen", tuple(_choices(case, content))),
        Section("verloop", "Hoe het ging", _timeline(case, notes)),
        *(
            Section(part, title, (Bullets(_lines(getattr(case, part), notes)),))
            for part, title in CASE_PARTS
            if getattr(case, part)
        ),
    ]
    end = [Section("bronnen", "Bronnen", (notes.listed(),))] if notes else []
    shown = tuple(section for section in (*sections, *end) if section.blocks)
    return sanitize(Report(case.title, name, shown))


def _facts(case: Case) -> Iterator[tuple[str, Line]]:
    yield "Regio", Line(case.region)
    if case.municipalities:
        yield "Gemeenten", Line(str(case.municipalities))
    yield "Begin", Line(case.start)
    yield "Wie", Line(case.participants)


def _choices(case: Case, content: Content) -> Iterator[Block]:
    rows = []
    for component, options in case.choices.items():
        titles = [content.options[option].title for option in options if option in content.options]
        if component in content.components and titles:
            rows.append((content.components[component].title, Line(join_words(titles, "en"))))
    if rows:
        yield Labelled(tuple(rows))


def _timeline(case: Case, notes: Notes) -> tuple[Block, ...]:
    rows = tuple((moment.date, notes.line(moment.text, moment)) for moment in case.timeline)
    return (Labelled(rows),) if rows else ()


def _lines(claims: Iterable[Claim], notes: Notes) -> tuple[Line, ...]:
    return tuple(notes.line(claim.text, claim) for claim in claims)
