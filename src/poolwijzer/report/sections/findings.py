"""What the choices and answers point at: conflicts and gaps, signals, open questions, similar initiatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from poolwijzer.dutch import count_things, join_words
from poolwijzer.engine.similar import similar_cases
from poolwijzer.report.advice import Finding, OpenQuestion, RaisedSignal, Suggestion
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.said import split_sentences
from poolwijzer.report.sections.doubts import in_quotes
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.reasons import Told, line_of
from poolwijzer.report.words import FINDING_WORDS, SIGNAL_WORDS, VERDICT_WORDS

MOST_FINDINGS, MOST_SIGNALS = 6, 8
"""So many things that rub or are missing stand in the report itself, those that cannot go together
first, and so many points of attention."""
MOST_RUBBING, MOST_BESIDE = 4, 3
"""How many of the things that rub fit beside the choices on a screen, and up to how many in all what goes well too."""
OFFER = "Dit is een aanbod. U kiest zelf, en iets anders kan ook."
AS_IT_SHOULD = Paragraph(Line("Voorop staat hoe het hoort. Daarachter staat waarom dat bij u aandacht vraagt."), "stil")


def at_this_place(material: Material) -> Section:
    """What often goes wrong in each place in play, whom to involve and which help goes with it, for reference."""
    content, advice = material.content, material.advice
    parts = []
    for name, place in advice.places.items():
        quadrant = content.typology.quadrants[name]
        summary = material.said.rest(place.summary)
        pitfalls = [
            material.notes.line(material.dated(told, one.expired), one)
            for one in place.pitfalls
            if (told := material.said.rest(one.text))
        ]
        blocks: list[Block] = [
            Paragraph(Line(summary)),
            Bullets(tuple(pitfalls)),
            Labelled(
                (
                    ("Betrek", Line(material.fill(f"{join_words(quadrant.involve, 'en')}."))),
                    ("Steun die past", material.line(material.said.rest(place.support), quadrant.support)),
                )
            ),
        ]
        parts.append(Section(f"plek-{name}", place.title, tuple(blocks)))
    return Section("bij-deze-plek", "Bij deze plek", (), tuple(parts))


def rubs(material: Material) -> Section:
    """What rubs or is missing in the choices, the signals that need attention, and the doubts that were heard."""
    chosen = material.assessment.chosen()
    findings = [entry for entry in material.advice.coherence if _rubs(entry)]
    lines = tuple(line for entry in findings[:MOST_FINDINGS] if (line := _finding(entry, material)).text)
    blocks: list[Block] = [Bullets(lines)] if lines else []
    if (left := len(findings) - MOST_FINDINGS) > 0:
        blocks.append(Paragraph(Line(f"Er zijn er nog {left}. Die staan in de bijlage over uw keuzes."), "stil"))
    if not lines and chosen:
        blocks.append(Paragraph(Line("In uw keuzes is niets gevonden dat wringt of ontbreekt.")))
    heard = tuple((in_quotes(one.says.rstrip(".")), Line(one.ask_back)) for one in material.advice.objections)
    raised = tuple(_raised("aandacht", material, MOST_SIGNALS))
    parts = (
        Section("signalen-aandacht", "Vraagt aandacht", ((AS_IT_SHOULD, *raised) if raised else ())),
        Section("twijfels", "Twijfels die u hoort, met een vraag terug", (Labelled(heard),) if heard else ()),
    )
    return Section("samenhang", "Wat wringt of ontbreekt", tuple(blocks), tuple(part for part in parts if part.blocks))


def between_choices(material: Material) -> tuple[tuple[Line, ...], int]:
    """What the choices do to one another, and how many more there are: what rubs, and in a sentence what goes well."""
    found: dict[bool, list[Line]] = {True: [], False: []}
    chosen = material.assessment.chosen()
    for entry in material.advice.coherence:
        good = entry.kind == "versterkt"
        if entry.kind == "leeg" or not (good or _rubs(entry)):
            continue
        # Many options may do for what is missing: the choice that asks for one of these says enough.
        about = entry._replace(options=tuple(name for name in entry.options if name in chosen))
        if text := _finding(about, material).text:
            found[good].append(Line(split_sentences(text)[0] if good else text))
    rubbing = found[False][:MOST_RUBBING]
    shown = (*rubbing, *found[True][: max(MOST_BESIDE - len(rubbing), 0)])
    return shown, len(found[True]) + len(found[False]) - len(shown)


def _rubs(entry: Finding) -> bool:
    """Whether it belongs here: that a choice fits less now is told with the choice."""
    return entry.kind != "versterkt" and not (entry.kind == "aandacht" and len(entry.options) == 1)


def with_choices(material: Material) -> Iterator[Section]:
    """What goes well together, what would go with the choices, what goes well, and more on each point of attention."""
    rubs_too = [entry for entry in material.advice.coherence if _rubs(entry)][MOST_FINDINGS:]
    lines = tuple(line for entry in rubs_too if (line := _finding(entry, material)).text)
    yield Section("wringt-ook", "Wat ook wringt of ontbreekt", (Bullets(lines),) if lines else ())
    good = [entry for entry in material.advice.coherence if entry.kind == "versterkt"]
    rows = tuple(
        (_titles(entry, material), material.notes.line(material.dated(told, entry.expired), entry))
        for entry in good
        if (told := material.said.rest(material.facts.refer(entry.text, entry.fact)))
    )
    yield Section("versterkt", "Wat elkaar versterkt", (Labelled(rows),) if rows else ())
    yield _offered(material)
    yield Section("signalen-ook", "Vraagt ook aandacht", tuple(_raised("aandacht", material)))
    yield Section("signalen-sterk", "Gaat al goed", tuple(_raised("sterk", material)))
    yield Section("bij-aandachtspunten", "Meer over wat aandacht vraagt", tuple(_explained("aandacht", material)))


def _offered(material: Material) -> Section:
    """For what is still open: what goes well with the choices, and why."""
    blocks: list[Block] = []
    for component, card in material.content.components.items():
        entries = [entry for entry in material.advice.suggested if entry.component == component]
        if entries:
            blocks.append(Paragraph(Line(card.title), "sterk"))
            blocks.append(Labelled(tuple(_suggestion(entry, material) for entry in entries)))
    return Section("past-bij", "Wat past bij uw keuzes", (Paragraph(Line(OFFER)), *blocks) if blocks else ())


def _suggestion(entry: Suggestion, material: Material) -> tuple[str, Line]:
    """An option with the chosen ones that it goes well with, and why."""
    told = []
    for partner in entry.partners:
        because = material.said.rest(partner.because)
        text = f"Past bij '{partner.title}'{f': {because}' if because else ''}"
        told.append(Told(text, partner.sources, partner.basis))
    told.sort(key=lambda one: not one.text.endswith("."))
    return f"{entry.title} ({VERDICT_WORDS[entry.verdict]})", line_of(told, material)


def _finding(finding: Finding, material: Material) -> Line:
    """What stands out in the choices; an empty line where all of it was told already."""
    titles = _titles(finding, material)
    about = f" ({titles})" if titles else ""
    doubt = "" if finding.certain or finding.expired else ", nog niet zeker"
    text = material.said.rest(material.facts.refer(finding.text, finding.fact))
    if not text:
        return Line("")
    # That nothing was chosen says so itself.
    told = text if finding.kind == "leeg" else f"{FINDING_WORDS[finding.kind]}{doubt}{about}: {text}"
    said = material.dated(told, finding.expired)
    return material.notes.line(said, finding if finding.sources else None)


def _titles(finding: Finding, material: Material) -> str:
    return " + ".join(material.content.options[name].title for name in finding.options)


def _raised(effect: str, material: Material, most: int | None = None) -> Iterator[Block]:
    """The points that the answers point at, each with what they come from; at most so many, and none told before."""
    rows: dict[str, Line] = {}
    for signal in islice(_with(effect, material), most):
        because = signal.because
        for fact in signal.facts:
            because = material.facts.refer(because, fact)
        if told := material.said.rest(because):
            if effect == "aandacht":  # what to do about it; all else that the menus say of it stands behind the report
                short = len(split_sentences(because)) == 1
                advice = material.said.rest(split_sentences(signal.text)[0]) if short else ""
                told = " ".join(filter(None, (told, advice, material.facts.see(signal.facts))))
            line = material.notes.line(material.dated(told, signal.expired), signal)
            if before := rows.get(signal.title):
                notes = tuple(dict.fromkeys((*before.notes, *line.notes)))
                line = replace(line, text=f"{before.text} {line.text}", notes=notes)
            rows[signal.title] = line
    if rows:
        yield Labelled(tuple((title.rstrip("."), line) for title, line in rows.items()))


def _explained(effect: str, material: Material) -> Iterator[Block]:
    """What the menus say of each of these points, beyond what the answers say."""
    rows = []
    for signal in _with(effect, material):
        if told := material.said.rest(signal.text):
            kind = SIGNAL_WORDS.get(signal.kind, signal.kind)
            rows.append((f"{signal.title.rstrip('.')} ({kind})", material.notes.line(told, signal)))
    if rows:
        yield Labelled(tuple(rows))


def _with(effect: str, material: Material) -> Iterator[RaisedSignal]:
    return (signal for signal in material.advice.signals if signal.effect == effect)


def open_questions(material: Material) -> Section:
    """What could still change the advice, the most telling first; other parts refer to these by their numbers."""
    questions = material.advice.open_questions
    rows = tuple((f"{at}. {entry.question.text}", _touches(entry)) for at, entry in enumerate(questions, 1))
    table = Table("Vragen die nog openstaan", ("Vraag of stelling", "Raakt"), rows)
    return Section("open-vragen", "Open vragen die het advies kunnen veranderen", (table,) if rows else ())


def _touches(entry: OpenQuestion) -> str:
    touched = [
        *(["de plek"] if entry.placement else []),
        *([count_things(len(entry.options), "optie", "opties")] if entry.options else []),
        *([count_things(len(entry.signals), "aandachtspunt", "aandachtspunten")] if entry.signals else []),
    ]
    return join_words(touched, "en")


def similar(material: Material) -> Section:
    """Real initiatives that resemble this one, in what they do, and what they chose too."""
    content = material.content
    told, rows = [], []
    for found in similar_cases(material.outcome.facts):
        case = content.cases[found.case]
        told.append((case.title, material.notes.line(material.said.rest(material.fill(case.summary)), case)))
        alike = [content.context[name].answers[one].label for name, ones in found.context.items() for one in ones]
        if found.size:
            alike.append(f"{count_things(case.municipalities or 0, 'gemeente', 'gemeenten')}")
        if found.place:
            alike.append("dezelfde plek")
        chose = "; ".join(content.options[name].title for name in found.choices)
        rows.append((case.title, "; ".join(dict.fromkeys(alike)), chose))
    table = Table("Waarin zij op u lijken", ("Initiatief", "Ook", "Koos ook"), tuple(rows))
    return Section("vergelijkbaar", "Vergelijkbare initiatieven", (Labelled(tuple(told)), table) if told else ())
