"""Pages on what stands on the menu card and beside it: components, facts, signals, sources, terms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from editions.site.telling import Teller, labelled, paragraphs
from poolwijzer.content.claims import Dated
from poolwijzer.content.content import Content
from poolwijzer.content.dated_facts import DatedFact, FactStage
from poolwijzer.content.evidence import SignalRule
from poolwijzer.dutch import join_words, long_date
from poolwijzer.menucard.option_page import RELATION_WORDS
from poolwijzer.report.model import Bullets, Line, Paragraph, Report, Section

SIGNAL_KINDS = {"succesfactor": "Wat helpt", "valkuil": "Een valkuil", "advies": "Een advies van anderen"}
SIGNAL_EFFECTS = {"aandacht": "Vraagt aandacht", "sterk": "Is een sterk punt"}
UNKNOWN = "Een deel hiervan konden wij niet vaststellen."


def make_component_page(content: Content, name: str, on: date) -> Report:
    """A component: its question, and every option with what it is, by group."""
    tell, card = Teller(content, on), content.components[name]
    named = {**card.groups} | {"": "Andere opties" if card.groups else "Opties"}
    sections = [
        Section(
            group or "opties",
            title,
            labelled(
                (option.title, tell.say(option.summary, option))
                for option in card.options.values()
                if (option.group if option.group in card.groups else "") == group
            ),
        )
        for group, title in named.items()
    ]
    question = Section("vraag", "", (Paragraph(Line(tell.fill(card.question)), "let-op"),))
    return tell.report(card.title, f"{name}, een onderdeel van de menukaart", question, *sections)


def make_fact_page(content: Content, name: str, on: date) -> Report:
    """A fact with its text in every period; which of them holds on the day is said."""
    tell, fact = Teller(content, on), content.dated_facts[name]
    stages = labelled((_period(stage, fact, on), tell.say(stage.text, fact)) for stage in fact.stages)
    legal = content.typology.legal if fact.legal else ""
    counts = [("Raakt een verslag als", Line(tell.when(fact.when)))] if fact.when else []
    return tell.report(
        fact.title or name,
        f"{name}, een feit",
        Section("feit", "", (*stages, *paragraphs(UNKNOWN if fact.unknown else "", legal), *labelled(counts))),
        Section("oud", "", tuple(_aged(fact, content, on))),
    )


def _period(stage: FactStage, fact: DatedFact, on: date) -> str:
    parts = [
        *([f"vanaf {long_date(stage.valid_from)}"] if stage.valid_from else []),
        *([f"tot en met {long_date(stage.valid_until)}"] if stage.valid_until else []),
    ]
    now = "Geldt nu" if fact.stage(on) == stage else "Geldt"
    return f"{now}, {join_words(parts)}" if parts else now


def _aged(fact: DatedFact, content: Content, on: date) -> Iterator[Paragraph]:
    if fact.stage(on) is None:
        yield Paragraph(Line("Op deze dag zegt Poolwijzer hier niets over."), "let-op")
    if fact.checked_on and fact.is_old(on):
        yield Paragraph(Line(content.typology.facts_old.replace("{datum}", long_date(fact.checked_on))), "let-op")


def make_signal_page(content: Content, name: str, on: date) -> Report:
    """A point of attention: what it says, and when it is raised."""
    tell, signal = Teller(content, on), content.signals[name]
    rules = tuple(_rule(SIGNAL_EFFECTS[rule.effect], rule, tell) for rule in signal.rules)
    silent = [("Zwijgt als", Line(tell.when(signal.silent_when)))] if signal.silent_when else []
    facts = tuple(tell.fact_titles(signal.facts))
    kind = labelled([("Soort", Line(SIGNAL_KINDS[signal.kind]))])
    return tell.report(
        signal.title,
        f"{name}, een aandachtspunt",
        Section("punt", "", (Paragraph(tell.say(signal.text, signal)), *kind)),
        Section("wanneer", "Wanneer Poolwijzer hierop wijst", (*labelled(rules), *labelled(silent))),
        Section("feiten", "Feiten hierbij", (Bullets(facts),) if facts else ()),
    )


def _rule(label: str, rule: Dated, tell: Teller) -> tuple[str, Line]:
    silent = rule.silent_when if isinstance(rule, SignalRule) else None
    but = f" (Behalve als: {tell.when(silent)}.)" if silent else ""
    return label, tell.say(f"{rule.because} (Als: {tell.when(rule.when)}.){but}", rule)


def make_whole_rule_page(content: Content, name: str, on: date) -> Report:
    """A rule over all choices together."""
    tell, rule = Teller(content, on), content.whole[name]
    label = RELATION_WORDS.get(rule.kind, "Vraagt aandacht")
    shown = tell.content.whole.get(name, rule)
    title = name.replace("-", " ").capitalize()
    return tell.report(
        title, f"{name}, een regel over alle keuzes", Section("regel", "", labelled([_rule(label, shown, tell)]))
    )


def make_source_page(content: Content, name: str, on: date) -> Report:
    """A source: who published it, when, and where it can be read."""
    tell, source = Teller(content, on), content.sources[name]
    rows = [("Uitgever", Line(source.publisher)), ("Datum van de bron", Line(source.date))]
    rows += [("Zwakke bron", Line(source.weak))]
    rows += [("Te lezen op", Line("", url=source.url))] if source.url else []
    return tell.report(source.title, f"{name}, een bron", Section("bron", "", (*labelled(rows),)))


def make_term_page(content: Content, name: str, on: date) -> Report:
    """A term with its meaning."""
    tell, term = Teller(content, on), content.terms[name]
    also = [("Ook wel", Line(join_words(term.also)))] if term.also else []
    meaning = Paragraph(Line(term.meaning))
    return tell.report(term.term, f"{name}, een begrip", Section("begrip", "", (meaning, *labelled(also))))
