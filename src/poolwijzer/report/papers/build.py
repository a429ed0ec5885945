"""A paper of the next step as a report: the text of the menus with its fields filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from poolwijzer.assessment.participants import find_participant
from poolwijzer.content.content import Content
from poolwijzer.content.papers import Paper, PaperBlock, Papers, PaperTable, PaperText, PlaceTexts
from poolwijzer.content.wording import names_a_body
from poolwijzer.engine.first_steps import find_group, in_the_middle, phase_unknown, who_decides
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError, Problem, did_you_mean, quote
from poolwijzer.report.answer_words import tell_not_agreed
from poolwijzer.report.excerpt import shorten_names
from poolwijzer.report.facts import say_checked
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.notes import Notes
from poolwijzer.report.papers import found
from poolwijzer.report.papers.arguments import Told, find_arguments, list_open_choices
from poolwijzer.report.papers.fields import MOST_NAMED, PaperFields
from poolwijzer.report.papers.fit import find_fit, holds, is_settled
from poolwijzer.report.papers.overview import has_own_words, list_agreements, tell_choices
from poolwijzer.report.papers.voice import inside_sentence
from poolwijzer.report.typed_text import sanitize
from poolwijzer.report.words import who_waits

BOARD_NOTE = "collegevoorstel"
"""The paper that `--depth bestuur` is."""
OF_ONE = frozenset({"deze-gemeente", "bijdrage"})
"""The fields that say something of the municipality that a paper is for."""
NO_PAPERS = "Deze menu's hebben geen stukken. Zet ze in vervolg.yaml, of gebruik de gewone menu's."


def make_paper(outcome: Outcome, name: str, municipality: str | None = None) -> Report:
    """A paper, whole.

    Args:
        outcome: all that was found out about the initiative.
        name: the id of a paper in the menus.
        municipality: that it is for, by its name, an older name or its code; None for all.

    Raises:
        InputError: there is no such paper, it makes no sense for this initiative, the municipality takes no part, or
            the paper says nothing of one municipality.
    """
    papers = outcome.content.papers.papers if outcome.content.papers else {}
    if name not in papers:
        hint = did_you_mean(name, papers) or (f"Kies uit {', '.join(papers)}." if papers else NO_PAPERS)
        raise InputError(Problem("--paper", f"Het stuk {quote(name)} bestaat niet.", hint))
    for_one = ""
    if municipality is not None:
        for_one = find_participant(municipality, outcome.assessment.initiative, "--municipality")
    maker = PaperMaker(outcome, name, for_one)
    if maker.fit.senseless:
        raise InputError(Problem("--paper", maker.fit.because, f"Het stuk {quote(name)} is niet gemaakt."))
    report = maker.report()
    if municipality is not None and not maker.fields.told & OF_ONE:
        message = f"Het stuk {quote(name)} zegt nu niets over één gemeente."
        there = "vul de kosten in het bestand verder in" if outcome.division else "zet de kosten in het bestand"
        costs = "" if outcome.division and outcome.division.complete else f", of {there}"
        raise InputError(Problem("--municipality", message, f"Laat --municipality weg{costs}."))
    return report


def check_board_note(content: Content) -> None:
    """See to it that these menus have the note for the board.

    Raises:
        InputError: they have not.
    """
    if content.papers is None or BOARD_NOTE not in content.papers.papers:
        message = f"Deze menu's hebben geen stuk met de naam '{BOARD_NOTE}'."
        raise InputError(Problem("--depth", message, "Zet het in vervolg.yaml, of kies kort, gewoon of volledig."))


def make_board_note(outcome: Outcome) -> Report:
    """The note for the board.

    Raises:
        InputError: these menus have none, or it makes no sense for this initiative.
    """
    check_board_note(outcome.content)
    return make_paper(outcome, BOARD_NOTE)


class PaperMaker:
    """Makes one paper of one initiative. What is told once in it, is remembered."""

    def __init__(self, outcome: Outcome, name: str, municipality: str = "") -> None:
        """`name` is the id of a paper that the menus have, `municipality` one that takes part or empty."""
        assert outcome.content.papers is not None
        self.outcome = outcome
        self.papers: Papers = outcome.content.papers
        self.paper: Paper = self.papers.papers[name]
        self.fields = PaperFields(outcome, shorten_names(sanitize(outcome.assessment)), self.papers, municipality)
        self.fit = find_fit(self.paper, outcome)
        self._made = {block.made for section in self.paper.sections.values() for block in section.blocks}
        self.notes = Notes(outcome.content.sources if "bronnen" in self._made else {})
        self._name = name
        self._told = set[str]()
        self._reasons = set[str]()
        """Of which components the reason of the group was told."""

    def report(self) -> Report:
        """The paper: what it still lacks, its sections, who has to look at it, and what stands behind it."""
        sections = tuple(self.sections(annex=False))
        last = Paragraph(Line(self.fields.fill(self.papers.last_line)), "stil")
        end = (Section("slot", "", (last,)), *self.sections(annex=True))
        initiative = self.fields.assessment.initiative
        return sanitize(
            Report(
                title=self.paper.title,
                subtitle=initiative.name,
                sections=(*self._before(), *sections, *end),
                date=self.outcome.on,
                pages=self.paper.pages,
            )
        )

    def _before(self) -> Iterator[Section]:
        """What has to be known of the paper itself; after its sections are made, for only then that is known."""
        said = [] if self.fit.fits else [self.papers.early.replace("{reden}", self.fit.because)]
        if self.paper.unsettled and not is_settled(self.outcome):
            said.append(self.paper.unsettled)
        if phase_unknown(self.outcome.facts):
            self.fields.miss("fase")
        if self.fields.missing:
            said.append(self.papers.lacks.replace("{velden}", ", ".join(self.fields.missing)))
        said += (*who_waits(self.outcome.uncounted), *tell_not_agreed(self.outcome))
        if self.papers.typed and has_own_words(self.fields.assessment) and "keuzes" in self._made:
            said.append(self.papers.typed)
        if said:
            yield Section("vooraf", self.papers.draft, tuple(Paragraph(Line(text), "let-op") for text in said))

    def sections(self, *, annex: bool) -> Iterator[Section]:
        """Every section of the paper itself, or of its annex, that has something to say."""
        for name, section in self.paper.sections.items():
            if section.annex == annex and holds(section, self.outcome):
                blocks = tuple(self.blocks(section.blocks))
                if blocks:
                    yield Section(name, section.title, blocks, annex=annex)

    def blocks(self, blocks: Iterable[PaperBlock]) -> Iterator[Block]:
        """The parts of a section that stand here."""
        for block in blocks:
            if holds(block, self.outcome):
                made = list(self._block(block))
                if not made and block.otherwise:
                    made = [Paragraph(Line(self.fields.fill(block.otherwise)))]
                yield from made

    def part(self, name: str) -> tuple[Block, ...]:
        """A part that papers share, such as *aanleiding*."""
        return tuple(self.blocks(self.papers.parts[name]))

    def _block(self, block: PaperBlock) -> Iterator[Block]:
        if block.text and (said := list(self._texts(block.text))):
            sources = (one for part in said for one in part.sources)
            yield Paragraph(self._line(Told(" ".join(part.text for part in said), tuple(dict.fromkeys(sources)))))
        for texts, numbered in ((block.items, False), (block.points, True)):
            said = list(self._texts(texts))
            if block.most and len(said) > block.most:
                said[block.most :] = [Told(self.fields.fill(block.more))] if block.more else []
            yield from self._bullets(said, numbered=numbered)
        rows = ((row.label, list(self._texts(row.text, inside=True))) for row in block.rows if holds(row, self.outcome))
        if told := tuple((label, Line(" ".join(part.text for part in texts))) for label, texts in rows if texts):
            yield Labelled(told)
        if block.table:
            yield self._table(block.table)
        if block.part:
            yield from self.part(block.part)
        if block.made:
            yield from self._make(block.made)

    def _table(self, table: PaperTable) -> Table:
        rows = (row for row in table.rows if holds(row, self.outcome))
        return Table(
            caption=table.caption,
            head=table.head,
            rows=tuple(tuple(self._cell(texts, table.empty) for texts in row.cells) for row in rows),
        )

    def _cell(self, texts: tuple[PaperText, ...], empty: str) -> str:
        said: list[str] = []
        for one in texts:  # the first begins with a capital
            said += (part.text for part in self._texts([one], inside=bool(said)))
        if texts and not said:
            self.fields.miss_all(*(one.text for one in texts if holds(one, self.outcome)))
            return empty
        # Sentences stand behind each other; words are set apart.
        return "".join(f"{text}{' ' if text.endswith('.') else '; '}" for text in said[:-1]) + "".join(said[-1:])

    def _line(self, told: Told) -> Line:
        return Line(told.text, self.notes.numbers(told.sources))

    def _texts(self, texts: Iterable[PaperText], *, inside: bool = False) -> Iterator[Told]:
        for one in texts:
            if holds(one, self.outcome) and (not one.known or self.fields.is_known(one.known)):
                said = self._fact(one.fact) if one.fact else Told(self._text(one, inside=inside))
                if said.text:
                    yield said

    def _text(self, one: PaperText, *, inside: bool) -> str:
        if one.by_place:
            return self._by_place(one.by_place)
        if not self.fields.knows(one.text) and (one.if_known or one.otherwise):
            self.fields.miss_all(one.text if one.otherwise else "")
            return one.otherwise
        if self.outcome.facts.without_body and names_a_body(one.text):
            return ""
        said = self.fields.fill(one.text, inside=inside)
        source = self.outcome.content.sources.get(one.source or "")
        return f"{said.rstrip('.')} (bron: {source.title}, {source.publisher}, {source.date})." if source else said

    def _fact(self, name: str) -> Told:
        """The text of a fact; each once."""
        if name in self._told:
            return Told("")
        self._told.add(name)
        return found.tell_fact(name, self.fields)

    def _by_place(self, texts: PlaceTexts) -> str:
        placement, facts = self.outcome.placement, self.outcome.facts
        if not placement.in_play:
            self.fields.miss("plek")
            return self.fields.fill(texts.unknown)
        if in_the_middle(placement):
            return self.fields.fill(texts.middle)
        group, said = find_group(facts), list[str]()
        # In the order of the menus, which is the one that what stands `behind` another counts on.
        for place in (text for name, text in texts.places.items() if name in placement.in_play):
            text = place.groups.get(group or "") or (facts.without_body and place.without_body) or place.text
            if said:
                behind = "" if facts.without_body else place.behind
                said.append(self.fields.fill(behind or inside_sentence(text), inside=True))
            else:
                said.append(self.fields.fill(text))
        said = list(dict.fromkeys(said))
        between = ", of " if said and said[0].endswith(".") else "; of "
        return between.join([*(text.rstrip(".") for text in said[:-1]), *said[-1:]])

    def _make(self, kind: str) -> Iterator[Block]:
        """What is found in the file and the menus together."""
        match kind:
            case "beslispunten":
                too = [one.text for one in self._texts(self.papers.decisions_too, inside=True)]
                if points := found.find_decisions(self.fields, too):
                    yield Bullets(tuple(map(Line, points)), numbered=True)
            case "beslissers":
                if said := " ".join(map(self.fields.fill, who_decides(self.outcome.facts))):
                    yield Paragraph(Line(said))
            case "argumenten":
                arguments = find_arguments(self.fields)
                self._reasons |= {one.component for one in arguments if one.own}
                yield from self._bullets((one.told for one in arguments), numbered=True)
                if open_choices := list_open_choices(self.fields, self.papers):
                    yield Paragraph(Line(" ".join(open_choices)))
            case "kanttekeningen":
                yield from self._bullets(found.find_remarks(self.fields, self.papers), numbered=True)
            case "valkuilen":
                yield from self._bullets(found.find_pitfalls(self.fields), numbered=True)
            case "stappen":
                yield from self._bullets(found.find_steps(self.fields))
            case "feiten":
                for fact in map(self._fact, found.find_facts(self.fields)):
                    if fact.text:
                        yield Paragraph(self._line(fact))
            case "voorbeelden":
                yield from self._examples()
            case "begroting" | "begroting-kort" | "bijdragen":
                yield from self._of_money(kind)
            case _:
                yield from self._in_annex(kind)

    def _in_annex(self, kind: str) -> Iterator[Block]:
        match kind:
            case "keuzes":
                if self.papers.choices and self.fields.has_choices:
                    yield tell_choices(self.fields, self.papers.choices, self._reasons)
                if self.papers.choices and (agreements := tuple(map(Line, list_agreements(self.fields)))):
                    yield Paragraph(Line(self.papers.choices.agreed), "sterk")
                    yield Bullets(agreements)
            case "gemeenten":
                names = self.fields.named
                yield from self._bullets(map(Told, names if len(names) > MOST_NAMED else ()))
            case "bronnen":
                if self.notes:
                    yield self.notes.listed()
                if checked := say_checked(self.outcome.content, self._checked()):
                    yield Paragraph(Line(checked), "stil")

    def _of_money(self, kind: str) -> Iterator[Block]:
        """What the costs in the file give: nothing where there are none."""
        if self.outcome.division is None:
            return
        from poolwijzer.report.papers import budget  # only for who gives figures

        words = self.papers.budget
        if kind == "bijdragen":
            yield from budget.contributions(self.outcome)
        elif words and kind == "begroting-kort":
            yield from budget.short_budget(self.outcome, words)
        elif words and ("begroting-kort" not in self._made or not budget.is_short(self.outcome)):
            yield from budget.whole_budget(self.outcome, words)

    def _bullets(self, told: Iterable[Told], *, numbered: bool = False) -> Iterator[Block]:
        if items := tuple(map(self._line, told)):
            yield Bullets(items, numbered)

    def _checked(self) -> Iterator[date]:
        """When the facts that were told were looked at."""
        facts = self.outcome.content.dated_facts
        return (day for name in self._told if (day := facts[name].checked_on))

    def _examples(self) -> Iterator[Block]:
        lines = []
        for example in self.papers.examples:
            source = self.outcome.content.sources.get(example.source)
            if self._name in example.papers and source and holds(example, self.outcome):
                remark = f" {example.remark}" if example.remark else ""
                lines.append(Line(f"{example.title}. {source.publisher}, {source.date}.{remark}", url=source.url))
        if lines:
            yield Bullets(tuple(lines))
            yield Paragraph(Line(self.papers.others))
