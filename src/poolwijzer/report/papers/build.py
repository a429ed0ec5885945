"""A paper of the next step as a report: the text of the menus with its fields filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poolwijzer.content.papers import Paper, PaperBlock, Papers, PaperTable, PaperText, PlaceTexts
from poolwijzer.content.wording import names_a_body
from poolwijzer.engine.first_steps import find_group, in_the_middle
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError, Problem, did_you_mean, quote
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.papers import found
from poolwijzer.report.papers.fields import MOST_NAMED, PaperFields
from poolwijzer.report.papers.fit import find_fit, holds
from poolwijzer.report.papers.voice import inside_sentence
from poolwijzer.report.typed_text import sanitize

NO_PAPERS = "Deze menu's hebben geen stukken. Zet ze in vervolg.yaml, of gebruik de gewone menu's."


def make_paper(outcome: Outcome, name: str) -> Report:
    """A paper, whole.

    Args:
        outcome: all that was found out about the initiative.
        name: the id of a paper in the menus.

    Raises:
        InputError: there is no such paper, or it makes no sense for this initiative.
    """
    papers = outcome.content.papers.papers if outcome.content.papers else {}
    if name not in papers:
        hint = did_you_mean(name, papers) or (f"Kies uit {', '.join(papers)}." if papers else NO_PAPERS)
        raise InputError(Problem("--paper", f"Het stuk {quote(name)} bestaat niet.", hint))
    maker = PaperMaker(outcome, name)
    if maker.fit.senseless:
        raise InputError(Problem("--paper", maker.fit.because, f"Het stuk {quote(name)} is niet gemaakt."))
    return maker.report()


class PaperMaker:
    """Makes one paper of one initiative. What is told once in it, is remembered."""

    def __init__(self, outcome: Outcome, name: str) -> None:
        """`name` is the id of a paper that the menus have."""
        assert outcome.content.papers is not None
        self.outcome = outcome
        self.papers: Papers = outcome.content.papers
        self.paper: Paper = self.papers.papers[name]
        self.fields = PaperFields(outcome, sanitize(outcome.assessment), self.papers)
        self.fit = find_fit(self.paper, outcome)
        self._name = name
        self._told = set[str]()

    def report(self) -> Report:
        """The paper: what it still lacks, its sections, and who has to look at it."""
        sections = tuple(self.sections())
        last = Paragraph(Line(self.fields.fill(self.papers.last_line)), "stil")
        initiative = self.fields.assessment.initiative
        return sanitize(
            Report(
                title=self.paper.title,
                subtitle=initiative.name,
                sections=(*self._before(), *sections, *self._annex(), Section("slot", "", (last,))),
                date=self.outcome.on,
                pages=self.paper.pages,
            )
        )

    def _before(self) -> Iterator[Section]:
        """What has to be known of the paper itself; after its sections are made, for only then that is known."""
        said = [] if self.fit.fits else [self.papers.early.replace("{reden}", self.fit.because)]
        if self.fields.missing:
            said.append(self.papers.lacks.replace("{velden}", ", ".join(self.fields.missing)))
        if said:
            yield Section("vooraf", self.papers.draft, tuple(Paragraph(Line(text), "let-op") for text in said))

    def _annex(self) -> Iterator[Section]:
        names = self.fields.municipalities
        if len(names) > MOST_NAMED:
            yield Section("gemeenten", self.papers.annex, (Bullets(tuple(map(Line, names))),))

    def sections(self) -> Iterator[Section]:
        """Every section that has something to say."""
        for name, section in self.paper.sections.items():
            if holds(section, self.outcome):
                blocks = tuple(self.blocks(section.blocks))
                if blocks:
                    yield Section(name, section.title, blocks)

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
        if block.text and (said := " ".join(self._texts(block.text))):
            yield Paragraph(Line(said))
        for texts, numbered in ((block.items, False), (block.points, True)):
            if items := tuple(map(Line, self._texts(texts))):
                yield Bullets(items, numbered)
        rows = ((row.label, list(self._texts(row.text, inside=True))) for row in block.rows if holds(row, self.outcome))
        if told := tuple((label, Line(" ".join(texts))) for label, texts in rows if texts):
            yield Labelled(told)
        if block.table:
            yield self._table(block.table)
        if block.part:
            yield from self.part(block.part)
        if block.made:
            yield from self._made(block.made)

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
            said += self._texts([one], inside=bool(said))
        if texts and not said:
            self.fields.miss_all(*(one.text for one in texts if holds(one, self.outcome)))
            return empty
        # Sentences stand behind each other; words are set apart.
        return "".join(f"{text}{' ' if text.endswith('.') else '; '}" for text in said[:-1]) + "".join(said[-1:])

    def _texts(self, texts: Iterable[PaperText], *, inside: bool = False) -> Iterator[str]:
        for one in texts:
            if holds(one, self.outcome) and (said := self._text(one, inside=inside)):
                yield said

    def _text(self, one: PaperText, *, inside: bool) -> str:
        if one.fact:
            return self._fact(one.fact)
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

    def _fact(self, name: str) -> str:
        """The text of a fact; each once."""
        if name in self._told:
            return ""
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

    def _made(self, kind: str) -> Iterator[Block]:
        """What is found in the file and the menus together."""
        match kind:
            case "argumenten":
                if arguments := found.find_arguments(self.fields):
                    yield Bullets(tuple(map(Line, arguments)), numbered=True)
                if open_choices := found.list_open_choices(self.fields, self.papers):
                    yield Paragraph(Line(" ".join(open_choices)))
            case "kanttekeningen":
                yield Bullets(tuple(map(Line, found.find_remarks(self.fields, self.papers))), numbered=True)
            case "valkuilen":
                if pitfalls := found.find_pitfalls(self.fields):
                    yield Bullets(tuple(map(Line, pitfalls)), numbered=True)
            case "stappen":
                if steps := found.find_steps(self.fields):
                    yield Bullets(tuple(map(Line, steps)))
            case "feiten":
                for text in filter(None, map(self._fact, found.find_facts(self.fields))):
                    yield Paragraph(Line(text))
            case "voorbeelden":
                yield from self._examples()

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
