"""What municipalities decide together before they look at amounts, with what their file says of it now."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.dutch import join_some
from poolwijzer.report.costs.account import tell_share
from poolwijzer.report.costs.what_if.material import WhatIf
from poolwijzer.report.model import Bullets, Line, Section

TITLE = "Waar u samen over beslist"
_MOST_POSTS = 6


def choices_section(what_if: WhatIf) -> Section:
    """The choices behind a key, to talk about; on paper alone, where keys are compared."""
    if what_if.narrow or not what_if.comparison:
        return Section("keuzes-over-kosten", TITLE)
    return Section("keuzes-over-kosten", TITLE, (Bullets(tuple(map(Line, _choices(what_if)))),))


def _choices(what_if: WhatIf) -> Iterator[str]:
    costs = what_if.costs
    yield "Solidariteit of profijt. Betalen gemeenten ook voor elkaar? Of betaalt vooral wie er iets aan heeft?"
    moving = join_some([post.what for post in costs.posts if post.demand], _MOST_POSTS)
    now = f"gaan deze posten mee met de vraag: {moving}" if moving else "gaat geen post mee met de vraag"
    asked = "Weet elke gemeente vooraf wat zij betaalt? Of gaat het bedrag mee met wat zij vraagt?"
    yield f"Vast of naar vraag. {asked} In het bestand {now}."
    if costs.strips:
        goes = costs.strips.carry_over
        now = f"gaat ten hoogste {tell_share(goes)} van de eigen strippen mee" if goes else "gaat er niets vanzelf mee"
        yield f"Strippen die over zijn. Vervallen zij, of gaan zij mee naar het volgende jaar? In het bestand {now}."
    yield "Lege uren (leegloop). Wie betaalt uren waar niemand om vraagt?"
    rises = costs.indexing is not None or any(post.indexing is not None for post in costs.posts)
    now = "Bij 'Zo is het berekend' staat wat het bestand daarover zegt." if rises else "Dat staat niet in het bestand."
    yield f"Stijging. Gaan de bedragen mee met de lonen in de cao? {now}"
