"""Everything the menus say of one option: when it fits, why, what it goes with, who chose it, and where that stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from poolwijzer.content.claims import Claim, Sourced
from poolwijzer.content.component import Coherence, Option
from poolwijzer.content.content import Content
from poolwijzer.content.on_date import menus_on
from poolwijzer.content.wording import describe_condition, fill_names
from poolwijzer.dutch import join_words, long_date
from poolwijzer.report.facts import FactBook
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Report, Section
from poolwijzer.report.notes import Notes
from poolwijzer.report.sections.doubts import in_quotes
from poolwijzer.report.sentences import names_in
from poolwijzer.report.typed_text import sanitize

FIT_WORDS = {0: "De plek spreekt ertegen.", 1: "De plek zegt er niets over.", 2: "De plek spreekt ervoor."}
SIGNS = {"sterk": "Voor", "past": "Telt niet mee", "tegen": "Tegen", "sluit-uit": "Kan niet"}
"""What a rule does, in a word before it."""
RELATION_WORDS = {
    "requires": "Heeft nodig",
    "friction": "Wringt met",
    "excludes": "Gaat niet samen met",
    "combines": "Versterkt",
}


class RelationMention(NamedTuple):
    """What another option says of this one."""

    option: str
    relation: Coherence


def find_mentions(name: str, content: Content) -> tuple[RelationMention, ...]:
    """What other options say of an option."""
    return tuple(
        RelationMention(other, relation)
        for other, option in content.options.items()
        if other != name
        for relation in option.coherence
        if name in relation.options
    )


def find_cases(name: str, content: Content) -> tuple[str, ...]:
    """The cases that chose an option, by id."""
    return tuple(case for case, told in content.cases.items() if any(name in some for some in told.choices.values()))


def find_doubts_helped(name: str, content: Content) -> tuple[str, ...]:
    """The doubts with which an option helps, by id."""
    heard = content.objections
    return tuple(doubt for doubt in content.doubts if doubt in heard and name in heard[doubt].helps)


def make_option_page(content: Content, name: str, on: date) -> Report:
    """One option in full as it is on a day, apart from any initiative."""
    page = _Page(menus_on(content, on), name, on)
    sections = tuple(section for section in page.sections() if section.blocks)
    end = (Section("bronnen", "Bronnen", (page.notes.listed(),)),) if page.notes else ()
    component = content.components[content.component_of[name]]
    return sanitize(Report(page.option.title, f"{name}, een optie bij: {component.title}", (*sections, *end)))


class _Page:
    """One option, with the notes that its page has handed out so far."""

    def __init__(self, content: Content, name: str, on: date) -> None:
        self.content = content
        self.name = name
        self.option: Option = content.options[name]
        self.notes = Notes(content.sources)
        self._names = names_in(None, content)
        self._facts = FactBook(content, on, self.notes, lambda text: fill_names(text, self._names), "volledig")

    def sections(self) -> Iterator[Section]:
        option = self.option
        group = self.content.components[self.content.component_of[self.name]].groups.get(option.group or "")
        about = (Labelled((("Gaat over", Line(group)),)),) if group else ()
        yield Section("optie", "", (Paragraph(self._line(option.summary, option)), *about))
        compared = Paragraph(Line("Vergeleken met de andere opties van dit onderdeel."), "stil")
        yield Section("plek", "Waar het past", (compared, Labelled(tuple(self._fit()))))
        yield Section("regels", "Wat meeweegt", self._rules())
        for part, title, claims in (
            ("voor", "Voor", option.pros),
            ("tegen", "Tegen", option.cons),
            ("nodig", "Nodig", option.preconditions),
        ):
            yield Section(part, title, self._bullets(claims))
        own = self._facts.claims(option.legal, self._line, before_chapter=True)
        yield Section("recht", "Recht en belasting", (Bullets(own),) if own else ())
        self._facts.note_points(option.legal)
        yield self._facts.chapter()
        yield Section("samenhang", "Samen met andere opties", self._coherence())
        yield Section("twijfels", "Helpt bij deze twijfels", self._doubts())
        yield Section("praktijk", "Uit de praktijk", self._practice())

    def _line(self, text: str, claim: Sourced) -> Line:
        return self.notes.line(f"{fill_names(text, self._names)}{tell_dates(claim)}", claim)

    def _bullets(self, claims: Iterable[Claim]) -> tuple[Block, ...]:
        items = self._facts.claims(claims, self._line)
        return (Bullets(items),) if items else ()

    def _fit(self) -> Iterator[tuple[str, Line]]:
        quadrants = self.content.typology.quadrants
        for name, quadrant in quadrants.items():
            if name in self.option.fit:
                yield quadrant.title, Line(FIT_WORDS[self.option.fit[name]])
        yield "Wordt passender als", Line(fill_names(self.option.better_when, self._names))

    def _rules(self) -> tuple[Block, ...]:
        rows = []
        for rule in self.option.rules:
            text = f"{self._facts.refer(rule.because, rule.fact)} (Als: {describe_condition(rule.when, self.content)}.)"
            rows.append((SIGNS[rule.effect], self._line(text, rule)))
        return (Labelled(tuple(rows)),) if rows else ()

    def _coherence(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        own = tuple(
            (RELATION_WORDS[one.kind], self._relation(self._titles(one.options), one)) for one in self.option.coherence
        )
        if own:
            blocks.append(Labelled(own))
        theirs = tuple(
            self._relation(f"{self._titles((other,))}: {RELATION_WORDS[one.kind].lower()}", one)
            for other, one in find_mentions(self.name, self.content)
        )
        if theirs:
            blocks += [Paragraph(Line("Wat andere opties hierover zeggen"), "sterk"), Bullets(theirs)]
        return tuple(blocks)

    def _relation(self, before: str, relation: Coherence) -> Line:
        when = f" (Als: {describe_condition(relation.when, self.content)}.)" if relation.when else ""
        return self._line(f"{before}. {relation.because}{when}", relation)

    def _titles(self, options: Iterable[str]) -> str:
        known = self.content.options
        return join_words([known[name].title for name in options if name in known], "of")

    def _doubts(self) -> tuple[Block, ...]:
        objections = self.content.objections
        found = find_doubts_helped(self.name, self.content)
        rows = tuple((doubt, Line(fill_names(in_quotes(objections[doubt].says), self._names))) for doubt in found)
        return (Labelled(rows),) if rows else ()

    def _practice(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        if self.option.examples:
            blocks.append(Bullets(tuple(self._line(example.text, example) for example in self.option.examples)))
        chosen = find_cases(self.name, self.content)
        if chosen:
            rows = tuple((case, Line(self.content.cases[case].title)) for case in chosen)
            blocks += [Paragraph(Line("Kozen dit"), "sterk"), Labelled(rows)]
        return tuple(blocks)


def tell_dates(claim: Sourced) -> str:
    """When a claim was checked and until when it holds."""
    parts = [
        *([f"Nagekeken op {long_date(claim.checked_on)}."] if claim.checked_on else []),
        *([f"Geldt tot en met {long_date(claim.valid_until)}."] if claim.valid_until else []),
    ]
    return f" {' '.join(parts)}" if parts else ""
