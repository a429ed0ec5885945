"""The menu card on paper: every option in a line, with a box for what is chosen and one for what is considered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from poolwijzer.content.component import Component, Option
from poolwijzer.report.handout.model import Checklist, Item, Part, Sheet
from poolwijzer.report.handout.numbers import in_groups, option_codes
from poolwijzer.report.handout.situation import Situation
from poolwijzer.report.said import split_sentences

TITLE, WITH_THE_END = "De menukaart", "De menukaart en de afronding"
ABOUT = "Kruis aan wat u kiest en wat u overweegt. U hoeft niet overal iets te kiezen, en meer dan één mag."
ANSWERS = ("gekozen", "overwogen")
OTHER = "anders, namelijk"


def menu_blocks(situation: Situation) -> Part:
    """Every component: those of the workshop first, the others smaller; where none is of the workshop all are alike."""
    components = sorted(situation.content.components.values(), key=lambda one: one.order)
    of_the_deck = [one for one in components if one.deck] or components
    others = [one for one in components if one not in of_the_deck]
    first = (made for one in of_the_deck for made in _lists(one, situation, aside=False))
    return (*first, *(made for one in others for made in _lists(one, situation, aside=True)))


def menu_sheet(situation: Situation, columns: int, behind: Part = (), end: Part = ()) -> Sheet:
    """The menu card, with what stands behind it; `end` are the questions at the end, where these are on this sheet."""
    parts = ((*menu_blocks(situation), *behind), *((end,) if end else ()))
    return Sheet(WITH_THE_END if end else TITLE, (ABOUT,), parts, columns)


def _lists(component: Component, situation: Situation, *, aside: bool) -> Iterator[Checklist]:
    """A component as one list, or as one for each of its groups; the last has room for something of one's own."""
    groups = in_groups(component)
    for index, (group, options) in enumerate(groups.items(), start=1):
        title = f"{component.title}: {group[0].lower()}{group[1:]}" if group else component.title
        items = [*_items(options, situation), *([Item(OTHER, open=True)] if index == len(groups) else [])]
        question = situation.fill(component.question) if index == 1 else ""
        yield Checklist(title, question, ANSWERS, tuple(items), aside=aside)


def _items(options: Mapping[str, Option], situation: Situation) -> Iterator[Item]:
    codes = option_codes(situation.content)
    for name, option in options.items():
        summary = split_sentences(situation.fill(option.summary))
        # A space at which no line ends: the number stays with the words.
        yield Item(f"{codes[name]}.\u00a0{situation.fill(option.title)}", summary[0] if summary else "")
