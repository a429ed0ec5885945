"""Makes what a page names lead to its own page: titles of options, ids of statements, words of the glossary, sources.

The texts of a report are replaced by the same texts as markup, escaped, with links in them: the templates of the
reports know nothing of a site. Whatever leads somewhere is remembered, so that the other page can say where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from markupsafe import Markup, escape

from editions.site.things import Thing, address_of, all_things, title_of
from poolwijzer.content.content import Content
from poolwijzer.report.model import Beside, Block, Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.notes import Notes
from poolwijzer.report.texts import SOURCES
from poolwijzer.report.typed_text import sanitize

BY_TITLE = (
    "optie",
    "praktijk",
    "plek",
    "eerste-stappen",
    "fase",
    "twijfel",
    "aandachtspunt",
    "component",
    "as",
    "stelling",
)
"""What is known by its title, wherever that stands as it is written."""
ONE_WORD = ("optie", "praktijk", "plek")
"""Of those, what is also known by a title of one word: others would be found in every sentence."""
IN_QUOTES = "vraag"
LABEL_TITLES, LABEL_IDS = ("component", "optie", "plek", "feit", "as"), ("optie", "praktijk", "twijfel")
"""What a label in a report may be the title or the id of; one such as *Soort* is also the id of something else."""
SHORTEST = 3
"""Letters of a word of the glossary that may be written with other capitals."""
STATEMENT = r"stelling (?P<id>[a-z][a-z0-9-]*)"
Change = Callable[[str], str]


class Links:
    """Knows what a text may name, by how it is written."""

    def __init__(self, content: Content) -> None:
        """Everything of these menus that has a page."""
        self._content = content
        self._exact: dict[str, list[Thing]] = {}
        self._folded: dict[str, list[Thing]] = {}
        self._labels: dict[str, list[Thing]] = {}
        for thing in all_things(content):
            kind, name = thing
            title = title_of(thing, content)
            if kind in LABEL_TITLES:
                self._labels.setdefault(title.casefold(), []).append(thing)
            if kind in LABEL_IDS:
                self._labels.setdefault(name, []).append(thing)
            if kind in BY_TITLE and (" " in title or kind in ONE_WORD):
                self._exact.setdefault(title, []).append(thing)
            if kind == IN_QUOTES:
                self._exact.setdefault(f"'{title}'", []).append(thing)
            if kind == "feit":
                self._folded.setdefault(title.casefold(), []).append(thing)
        for name, term in content.terms.items():
            for word in (term.term, *term.also):
                plain = word.islower() and len(word) >= SHORTEST
                known, written = (self._folded, word.casefold()) if plain else (self._exact, word)
                known.setdefault(written, []).append(("begrip", name))
        self._pattern = _any_of(self._exact, self._folded)
        self._sources = {_as_listed(name, content): ("bron", name) for name in content.sources}

    def start(self, thing: Thing | None, root: str) -> PageLinks:
        """For one page, that of a thing or another one; `root` leads from it to the root of the site."""
        return PageLinks(self, thing, root)

    def find(self, match: re.Match[str]) -> list[Thing]:
        """What is meant by what was found in a text."""
        if match["id"]:
            return [("stelling", match["id"])] if match["id"] in self._content.every_statement else []
        return [*self._exact.get(match[0], ()), *self._folded.get(match[0].casefold(), ())]

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Where in a text something is named, from left to right."""
        return self._pattern.finditer(text)

    def label(self, label: str) -> list[Thing]:
        """What stands under a label that is its id or its title."""
        return self._labels.get(label) or self._labels.get(label.casefold(), [])

    def source(self, line: Line) -> Thing | None:
        """The source that a line in a list of sources is about."""
        return self._sources.get((line.text, line.url))


def _any_of(exact: dict[str, list[Thing]], folded: dict[str, list[Thing]]) -> re.Pattern[str]:
    """The longest first, so that a name goes before a word in it."""

    def either(words: dict[str, list[Thing]]) -> str:
        return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))

    return re.compile(rf"(?<![\w-])(?:{STATEMENT}|(?:{either(exact)})|(?i:{either(folded)}))(?![\w-])")


def _as_listed(name: str, content: Content) -> tuple[str, str]:
    """A source as reports list it."""
    notes = Notes(content.sources)
    notes.numbers((name,))
    line = sanitize(notes.listed().items[0])
    return line.text, line.url


class PageLinks:
    """The links of one page, and what they lead to."""

    def __init__(self, links: Links, thing: Thing | None, root: str) -> None:
        """See `Links.start`."""
        self._links, self._thing, self._root = links, thing, root
        self.led_to: dict[Thing, None] = {}
        self._explained: set[Thing] = set()

    def lead(self, thing: Thing, shown: str) -> Markup:
        """A link to a thing."""
        self.led_to[thing] = None
        return Markup('<a href="{}">{}</a>').format(f"{self._root}{address_of(thing)}", shown)

    def text(self, text: str) -> Markup:
        """A text with links; a word of the glossary is one only where it stands first."""
        done, at = Markup(), 0
        for match in self._links.matches(text):
            wanted = [one for one in self._links.find(match) if one != self._thing and one not in self._explained]
            if not wanted:
                continue
            if wanted[0][0] == "begrip":
                self._explained.add(wanted[0])
            done += escape(text[at : match.start()]) + self.lead(wanted[0], match[0])
            at = match.end()
        return done + escape(text[at:])

    def label(self, label: str) -> Markup:
        """A label, as a link where it is the id or the title of something; ids are often those of more than one."""
        found = [one for one in self._links.label(label) if one != self._thing]
        return self.lead(found[0], label) if found else escape(label)

    def report(self, report: Report) -> Report:
        """A report with links in its texts; its titles stay as they are, but for what has a page by that title."""
        return replace(report, sections=tuple(map(self._section, report.sections)))

    def _section(self, section: Section) -> Section:
        change = self._source if section.id == SOURCES else self._line
        return replace(
            section,
            blocks=tuple(map(partial(self._block, change=change), section.blocks)),
            parts=tuple(map(self._section, section.parts)),
        )

    def _source(self, line: Line) -> Line:
        thing = self._links.source(line)
        return replace(line, text=self.lead(thing, line.text)) if thing else self._line(line)

    def _line(self, line: Line) -> Line:
        return replace(line, text=self.text(line.text))

    def _block(self, block: Block, change: Callable[[Line], Line]) -> Block:
        inner = partial(self._block, change=change)
        match block:
            case Paragraph():
                return replace(block, line=change(block.line))
            case Bullets():
                return replace(block, items=tuple(map(change, block.items)))
            case Labelled():
                return replace(block, rows=tuple((self.label(label), change(line)) for label, line in block.rows))
            case Table():
                return replace(block, rows=tuple(tuple(map(self.text, row)) for row in block.rows))
            case Card():
                return replace(block, blocks=tuple(map(inner, block.blocks)))
            case Beside():
                return replace(block, left=tuple(map(inner, block.left)), right=tuple(map(inner, block.right)))
        return block
