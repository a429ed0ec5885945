"""How far the statements of an axis go together, in words, with what that does not say."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.batch.overview.collection import Overview
from poolwijzer.batch.overview.reliability import ENOUGH, Reliability, find_reliability
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, join_words, number
from poolwijzer.report.model import Block, Bullets, Line, Paragraph, Section, Table
from poolwijzer.tables.outputs.statement_texts import statement_texts

NOT_SAID = (
    "Een hoge alfa bewijst niet dat de stellingen over één ding gaan.",
    "Alfa hangt af van hoeveel stellingen er zijn: meer stellingen geven bijna altijd een hogere alfa.",
    "De initiatieven zijn geen steekproef. Met andere initiatieven kan het anders uitvallen.",
    "Dat antwoorden samengaan, zegt niet dat zij kloppen, of dat zij meten wat de as wil meten.",
)


def together(overview: Overview, content: Content, *, whole: bool) -> Section:
    """Alpha per axis and, where all is told, of every statement how it goes with the rest."""
    if not any(one.kept.learned for one in overview.by_name):
        return Section("samenhang", "")
    found = find_reliability(overview, content)
    title = "Gaan de stellingen van een as samen op?"
    blocks: list[Block] = [*_too_few(found, content)]
    if found:
        blocks = [
            Paragraph(Line(_READ)),
            _alphas(found, content),
            *blocks,
            *(_items(one, content) for one in found if whole),
            *_against_the_rest(found, content, whole),
            Paragraph(Line("Wat dit niet zegt"), "sterk"),
            Bullets(tuple(map(Line, NOT_SAID))),
        ]
    return Section("samenhang", title, tuple(blocks))


_READ = (
    "Cronbachs alfa zegt hoe sterk de antwoorden op een as samen op en neer gaan. 1 is precies samen. Rond 0 is niet "
    "samen. Omgekeerde stellingen zijn eerst omgedraaid. "
    "Alleen initiatieven die alle stellingen van de lijst beantwoordden, tellen mee."
)


def _too_few(found: tuple[Reliability, ...], content: Content) -> Iterator[Block]:
    """From when on the numbers come, for the axes that have none."""
    absent = [axis.short for name, axis in content.typology.axes.items() if all(one.axis != name for one in found)]
    if absent:
        who = f"vanaf {ENOUGH} initiatieven die alle stellingen van een lijst beantwoordden"
        where = f" van {join_words(absent)}" if found else ""
        yield Paragraph(Line(f"Of de stellingen{where} samen op en neer gaan, staat hier {who}."), "stil")


def _list_of(one: Reliability) -> str:
    return "hele lijst" if one.whole else "korte lijst"


def _alphas(found: tuple[Reliability, ...], content: Content) -> Table:
    rows = tuple(
        (
            content.typology.axes[one.axis].short,
            f"{_list_of(one)}, {count_things(len(one.items), 'stelling', 'stellingen')}",
            number(one.number, 0),
            "niet te berekenen" if one.alpha is None else number(one.alpha, 2),
        )
        for one in found
    )
    return Table("Cronbachs alfa", ("As", "Stellingen", "Initiatieven", "Alfa"), rows, frozenset({2, 3}))


def _items(one: Reliability, content: Content) -> Table:
    texts = statement_texts(content)
    rows = tuple((f"{texts[item.statement]} ({item.statement})", _told(item.correlation)) for item in one.items)
    caption = f"{content.typology.axes[one.axis].short}, {_list_of(one)}: elke stelling naast de som van de andere"
    return Table(caption, ("Stelling", "Samenhang met de rest"), rows, frozenset({1}))


def _told(correlation: float | None) -> str:
    return "overal hetzelfde" if correlation is None else number(correlation, 2)


def _against_the_rest(found: tuple[Reliability, ...], content: Content, whole: bool) -> Iterator[Block]:
    """The statements that go against the others: what a keeper of menus looks at first."""
    texts = statement_texts(content)
    against = {
        item.statement: item.correlation
        for one in found
        for item in one.items
        if item.correlation is not None and item.correlation < 0
    }
    if against:
        yield Paragraph(Line("Deze stellingen gaan tegen de andere van hun as in. Kijk of zij anders begrepen worden:"))
        yield Bullets(tuple(Line(f"{texts[name]} ({number(value, 2)})") for name, value in against.items()))
    elif not whole:
        yield Paragraph(Line("Geen enkele stelling gaat tegen de andere van haar as in."))
    if whole:
        told = "Samenhang met de rest loopt van -1 tot 1. Overal hetzelfde: dan is er geen samenhang te berekenen."
        yield Paragraph(Line(told), "stil")
