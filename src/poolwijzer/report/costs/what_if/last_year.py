"""Who pays more and who pays less than in the year before."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.costs.changes import SinceLastYear
from poolwijzer.dutch import euros, join_some
from poolwijzer.report.costs.what_if.material import WhatIf
from poolwijzer.report.costs.what_if.pictures import change_chart
from poolwijzer.report.costs.what_if.words import tell_more, tell_ways, told
from poolwijzer.report.model import Block, Line, Paragraph, Section, Table


def last_year_section(what_if: WhatIf) -> Section:
    """The budget beside the one before it; empty where the file does not give that."""
    since = what_if.last_year
    title = f"Tegenover {since.last}" if since and since.last else "Tegenover vorig jaar"
    if since is None or not since.now.posts:
        return Section("vorig-jaar", title)
    blocks: list[Block] = [Paragraph(Line(text)) for text in _sentences(since)]
    known = [one for one in since.municipalities if one.before is not None]
    if known and since.now.payments:
        blocks.append(_table(since, title, what_if))
        blocks.append(what_if.indicate())
        if chart := change_chart(known, since.now.year):
            blocks.append(chart)
    else:
        blocks.append(what_if.indicate())
    return Section("vorig-jaar", title, tuple(blocks))


def _sentences(since: SinceLastYear) -> Iterator[str]:
    then = f"in {since.last}" if since.last else "vorig jaar"
    now = f"in {since.now.year}" if since.now.year else "nu"
    if since.total.before is not None and since.total.more is not None:
        more = since.total.more
        word = "evenveel" if not more else f"{euros(abs(more))} {'meer' if more > 0 else 'minder'}"
        yield f"Het kostte {then} {euros(since.total.before)}. Het kost {now} {euros(since.now.total)}. Dat is {word}."
    if since.now.payments:
        yield from tell_ways(since.municipalities)
        unknown = [one.name for one in since.municipalities if one.before is None]
        if unknown and len(unknown) < len(since.municipalities):
            yield f"Van {join_some(unknown, 6)} staat niet in het bestand wat zij {then} betaalden."
        elif unknown:
            yield f"Wat elke gemeente {then} betaalde, staat niet in het bestand (costs.last_year.contributions)."


def _table(since: SinceLastYear, title: str, what_if: WhatIf) -> Table:
    then = str(since.last) if since.last else "Vorig jaar"
    now = str(since.now.year) if since.now.year else "Nu"
    if what_if.narrow:
        head: tuple[str, ...] = ("Gemeente", now, "Betaalt meer of minder")
        rows: list[tuple[str, ...]] = [(one.name, told(one.after), tell_more(one)) for one in since.municipalities]
    else:
        head = ("Gemeente", then, now, "Betaalt meer of minder")
        rows = [(one.name, told(one.before), told(one.after), tell_more(one)) for one in since.municipalities]
    return Table(title, head, tuple(rows), frozenset(range(1, len(head))))
