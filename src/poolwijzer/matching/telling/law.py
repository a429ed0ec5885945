"""The points of law and tax of lending people, as the menus have them on the day of the report."""

from __future__ import annotations

from poolwijzer.dutch import capitalise
from poolwijzer.matching.telling.account import PRIORITY_OPTION
from poolwijzer.matching.telling.material import MatchingMaterial
from poolwijzer.report.facts import CHAPTER, HEADLINE, ID, FactBook
from poolwijzer.report.model import Labelled, Line, Paragraph, Section
from poolwijzer.report.notes import Notes

OPTION = "capaciteit-matching"
"""The option of the menu card that this calculates: its points of law are those of lending people."""
LENDING = ("btw-uitlenen", "btw-uitlenen-routes", "aanbesteden-overheden", "leiding-bepaalt", "waadi", "wtta")
"""The facts on lending people, for menus without that option."""
MUTUAL = "btw-ruilen"
"""What there is to know where two lend one another hours."""
_NOTHING = "Deze menu's zeggen niets over recht en belasting bij het uitlenen van mensen."
_HAVE_IT_CHECKED = "Laat het uitlenen vooraf toetsen door een jurist en een fiscalist."


class Law:
    """The facts and points that a matching touches; what everybody has to know goes first, and is told once."""

    def __init__(self, material: MatchingMaterial, notes: Notes) -> None:
        """Gather them for a report with these notes."""
        self._content = material.content
        self._on = material.on
        self._notes = notes
        self._facts = FactBook(material.content, material.on, notes, lambda text: text, "volledig")
        option = material.content.options.get(OPTION)
        claims = option.legal if option else ()
        named = [claim.fact for claim in claims if claim.fact] or [*LENDING]
        if material.is_mutual():
            named.append(MUTUAL)
        self._named = [name for name in dict.fromkeys(named) if name in material.content.dated_facts]
        self._points = [(option.title, claim) for claim in claims if option and not claim.fact]
        if material.hours.row.groups and (first := material.content.options.get(PRIORITY_OPTION)):
            self._points += [(first.title, claim) for claim in first.legal if not claim.fact]

    def notices(self) -> Section:
        """The facts that stand above in every report that touches them."""
        told = [name for name in self._named if self._content.dated_facts[name].notice and self._facts.text(name)]
        rows = tuple((capitalise(self._facts.title(name)), self._facts.tell(name, HEADLINE)) for name in told)
        blocks = (Labelled(rows), *self._facts.age(HEADLINE)) if rows else ()
        return Section("let-op-datums", HEADLINE, blocks)

    def chapter(self) -> Section:
        """What a lawyer and a tax adviser have to look at before anybody is lent; made after `notices`."""
        self._facts.note_points(claim for _, claim in self._points)
        lines = [(title, self._notes.line(claim.text, claim)) for title, claim in self._points]
        chapter = self._facts.chapter([name for name in self._named if self._facts.text(name)], points=lines)
        if chapter.blocks:
            return chapter
        told = f"{_NOTHING} {_HAVE_IT_CHECKED}"
        return Section(ID, CHAPTER, (Paragraph(Line(told), "let-op"),))
