"""What the choices and answers point at: conflicts and gaps, signals, open questions, similar initiatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from poolwijzer.dutch import count_things, join_words
from poolwijzer.engine.similar import similar_cases
from poolwijzer.report.advice import Finding, OpenQuestion, RaisedSignal, Suggestion
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.said import split_sentences
from poolwijzer.report.sections.doubts import in_quotes
from poolwijzer.report.sections.material import Material
from poolwijzer.report.words import FINDING_WORDS, SIGNAL_WORDS, VERDICT_WORDS

ONE_OF_TWO = "Komt u op deze plek uit, dan geldt dit."
"""Between two places each of them is told, and what is said of one can be the opposite of the other."""
OFFER = "Dit is een aanbod. U kiest zelf, en iets anders kan ook."


def at_this_place(material: Material) -> Section:
    """What often goes wrong in each place in play, whom to involve and which help goes with it, for reference."""
    content, advice = material.content, material.advice
    parts = []
    for name, place in advice.places.items():
        quadrant = content.typology.quadrants[name]
        summary = material.said.rest(place.summary)
        between = f"{ONE_OF_TWO} " if len(advice.places) > 1 and summary else ""
        pitfalls = [
            material.notes.line(material.dated(told, one.expired), one)
            for one in place.pitfalls
            if (told := material.said.rest(one.text))
        ]
        blocks: list[Block] = [
            Paragraph(Line(between + summary)),
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
    lines = tuple(line for entry in findings if (line := _finding(entry, material)).text)
    blocks: list[Block] = [Bullets(lines)] if lines else []
    if not lines and chosen:
        blocks.append(Paragraph(Line("In uw keuzes is niets gevonden dat wringt of ontbreekt.")))
    heard = tuple((in_quotes(one.says), Line(f"Vraag terug: {one.ask_back}")) for one in material.advice.objections)
    parts = (
        Section("signalen-aandacht", "Vraagt aandacht", tuple(_raised("aandacht", material))),
        Section("twijfels", "Twijfels die u hoort", (Labelled(heard),) if heard else ()),
    )
    return Section("samenhang", "Wat wringt of ontbreekt", tuple(blocks), tuple(part for part in parts if part.blocks))


def _rubs(entry: Finding) -> bool:
    """Whether it belongs here: that a choice fits less now is told with the choice."""
    return entry.kind != "versterkt" and not (entry.kind == "aandacht" and len(entry.options) == 1)


def with_choices(material: Material) -> Section:
    """What goes well together, what would go with the choices, what goes well, and more on each point of attention."""
    good = [entry for entry in material.advice.coherence if entry.kind == "versterkt"]
    rows = tuple(
        (_titles(entry, material), material.notes.line(material.dated(told, entry.expired), entry))
        for entry in good
        if (told := material.said.rest(material.facts.refer(entry.text, entry.fact)))
    )
    parts = (
        Section("versterkt", "Wat elkaar versterkt", (Labelled(rows),) if rows else ()),
        _offered(material),
        Section("signalen-sterk", "Gaat al goed", tuple(_raised("sterk", material))),
        Section("bij-aandachtspunten", "Meer over wat aandacht vraagt", tuple(_explained("aandacht", material))),
    )
    return Section("meer-bij-keuzes", "Meer bij uw keuzes", (), tuple(part for part in parts if part.blocks))


def _offered(material: Material) -> Section:
    """For what is still open: what goes well with the choices, and why."""
    blocks: list[Block] = []
    for component, card in material.content.components.items():
        entries = [entry for entry in material.advice.suggested if entry.component == component]
        if entries:
            blocks.append(Paragraph(Line(card.title), "sterk"))
            blocks += [Bullets(tuple(line for entry in entries for line in _suggestion(entry, material)))]
    return Section("past-bij", "Wat past bij uw keuzes", (Paragraph(Line(OFFER)), *blocks) if blocks else ())


def _suggestion(entry: Suggestion, material: Material) -> Iterator[Line]:
    """One line a chosen option that it goes well with."""
    for partner in entry.partners:
        said = f"{entry.title} ({VERDICT_WORDS[entry.verdict]}). Past bij '{partner.title}': {partner.because}"
        yield material.notes.line(said, partner)


def _finding(finding: Finding, material: Material) -> Line:
    """What stands out in the choices; an empty line where all of it was told already."""
    titles = _titles(finding, material)
    about = f" ({titles})" if titles and finding.kind != "leeg" else ""
    doubt = "" if finding.certain or finding.expired else " Dit is nog niet zeker."
    text = material.said.rest(material.facts.refer(finding.text, finding.fact))
    if not text:
        return Line("")
    said = material.dated(f"{FINDING_WORDS[finding.kind]}{about}: {text}{doubt}", finding.expired)
    return material.notes.line(said, finding if finding.sources else None)


def _titles(finding: Finding, material: Material) -> str:
    return " + ".join(material.content.options[name].title for name in finding.options)


def _raised(effect: str, material: Material) -> Iterator[Block]:
    """The points that the answers point at, each with what they come from."""
    rows: dict[str, Line] = {}
    for signal in _with(effect, material):
        because = signal.because
        for fact in signal.facts:
            because = material.facts.refer(because, fact)
        if told := material.said.rest(because):
            if effect == "aandacht":  # what to do about it; all else that the menus say of it stands behind the report
                short = len(split_sentences(because)) == 1
                advice = material.said.rest(split_sentences(signal.text)[0]) if short else ""
                told = " ".join(filter(None, (told, advice, material.facts.see(signal.facts))))
            line = material.notes.line(material.dated(told, signal.expired), signal)
            before = rows.get(signal.title)
            rows[signal.title] = replace(line, text=f"{before.text} {line.text}") if before else line
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
        told.append((case.title, material.line(case.summary, case)))
        alike = [content.context[name].answers[one].label for name, ones in found.context.items() for one in ones]
        if found.size:
            alike.append(f"{count_things(case.municipalities or 0, 'gemeente', 'gemeenten')}")
        if found.place:
            alike.append("dezelfde plek")
        chose = "; ".join(content.options[name].title for name in found.choices)
        rows.append((case.title, "; ".join(dict.fromkeys(alike)), chose))
    table = Table("Waarin zij op u lijken", ("Initiatief", "Ook", "Koos ook"), tuple(rows))
    return Section("vergelijkbaar", "Vergelijkbare initiatieven", (Labelled(tuple(told)), table) if told else ())
