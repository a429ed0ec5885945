"""How well the order of the menu card tells what real initiatives chose, as a page: docs/geldigheid.md.

The words on what did not fit (was a rule wrong, or is it a lesson?) are people's work and stand in geldigheid.yaml
beside this script; all else is computed. `make validity` writes the page anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from poolwijzer import load_menus
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, long_date, number, percentage
from poolwijzer.engine.first_looks import first_of
from poolwijzer.engine.results import Verdict
from poolwijzer.menucard.ordering import RUNS, Slate, auc, auc_interval, share_first
from poolwijzer.menucard.validity import (
    MADE_UP_POPULATION,
    CaseCheck,
    FitCounts,
    Miss,
    Order,
    Validity,
    measure_validity,
)

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "geldigheid.md"
WORDS = ROOT / "benchmarks" / "geldigheid.yaml"
OTHERWISE = date(2025, 12, 31)
"""For a case without a year: the day up to which the sources were read."""
VERDICTS = {"regel": "De regel klopte niet.", "les": "Dit is een les."}
VERDICTS_TOLD: tuple[Verdict, ...] = ("past-goed", "minder-passend", "nog-niet-te-zeggen")
UNJUDGED = "Hier is nog niet naar gekeken."

Words = Mapping[str, Mapping[str, Mapping[str, str]]]
"""By case and option: `oordeel` (regel or les) and `waarom`."""

ENOUGH = 10
"""From so many choices on a share of a component says something."""

INTRO = """\
# Geldigheid

Zet de menukaart van Poolwijzer hoger wat echte initiatieven kozen? Deze bladzijde laat dat zien, ook waar het niet
zo is. Zij wordt gemaakt met `make validity`.
"""

METHOD = f"""\
## Hoe het gaat

- Elk initiatief uit [de praktijk](../menus/praktijk) met bekende keuzes krijgt advies op zijn eigen gegevens. De
  regels kijken nooit naar wat er gekozen is.
- De datum is 1 juli van het jaar waarin het begon. Staat er geen jaar bij, dan is het {long_date(OTHERWISE)}.
- De plek op de assen is een schatting. Daarom tonen wij haar niet. Bij twijfel tussen twee niveaus tellen beide
  kanten mee.
- Is alleen het aantal gemeenten bekend, dan rekenen wij met even grote gemeenten van {number(MADE_UP_POPULATION)}
  inwoners.
- Per onderdeel vormt elke gekozen optie een paar met elke optie die niet gekozen is. Wij tellen in hoeveel paren de
  gekozen optie hoger op de kaart staat. Staan zij gelijk, dan telt het paar voor de helft. In het Engels heet dit
  getal de AUC.
- *Bij de eerste drie* telt hoeveel van wat gekozen is vooraan op de kaart staat. Bij vier of vijf opties zijn het de
  eerste twee. Staan opties gelijk, dan delen zij de plaatsen die over zijn.
- Het interval laat zien hoe ver het getal kan schuiven met andere initiatieven. Wij trekken de initiatieven
  {number(RUNS)} keer opnieuw, met terugleggen. In 95 van de 100 keer ligt het getal in het interval.
- Een optie die later op de kaart kwam dan het initiatief is vastgelegd, vormt geen paar. Zij kon toen niet gekozen
  worden. Heeft het initiatief haar toch gekozen, dan telt zij wel.

## Wat dit niet is

- Dit is geen bewijs. Het gaat om weinig initiatieven, en van veel daarvan zijn niet alle keuzes bekend.
- Gekozen is niet het beste gekozen.
- Wie de regels schreef, kende deze 19 initiatieven en vulde zelf in wat er geregeld was. Daardoor valt dit te gunstig
  uit. Op 16 andere initiatieven (november 2026) was het 76 [71-81]; zonder regels die de keuze bijna zelf noemen 70.
- Die meting op 16 andere initiatieven ging over 52 opties, voordat er elf bij kwamen.
- Naar deze initiatieven is vaker gekeken, voor en na elke verandering van regels. Naar de 16 andere hooguit twee keer.
- De plek voorspelt weinig over wat een regio kiest. Daarom telt zij half.
- Het doel is een ondergrens boven de 60, en niet minder dan alleen tellen wat anderen kozen. Dat geldt voor
  initiatieven waar hooguit twee keer naar gekeken is. Regels worden niet verbogen om hier beter uit te komen.
"""
ROWS: dict[Order, str] = {
    "advies": "**De menukaart: regels en plek samen**",
    "zonder-keuzewoorden": "De menukaart, zonder regels die de keuze bijna zelf noemen",
    "regels": "Alleen de regels",
    "plek": "Alleen de plek",
    "aantal": "Alleen tellen wat andere initiatieven kozen",
}


def page(found: Validity, content: Content, words: Words) -> str:
    """The whole page in Markdown."""
    parts = (_headline(found), METHOD.splitlines(), ("",), _outcome(found, content), _cases(found))
    return "\n".join([INTRO, *(line for part in parts for line in part), *_misses(found, content, words), ""])


def _headline(found: Validity) -> Iterator[str]:
    whole = found.orders["advies"]
    share, interval = auc(whole), auc_interval(whole)
    if share is None or interval is None:
        yield "Er zijn geen initiatieven met bekende keuzes."
    else:
        yield (
            "**Van alle paren van een gekozen en een niet gekozen optie staat de gekozen optie in "
            f"{_of_hundred(share)} van de 100 hoger. Bij loten is dat 50.**"
        )
        yield (
            f"Het interval is {_interval(interval)}. Alleen tellen wat andere initiatieven kozen: "
            f"{_of_hundred(auc(found.orders['aantal']))}."
        )
    yield ""


def _outcome(found: Validity, content: Content) -> Iterator[str]:
    chosen = sum(found.overall.chosen.values())
    yield "## De uitkomst"
    yield ""
    yield (
        f"Het gaat om {count_things(len(found.cases), 'initiatief', 'initiatieven')} en "
        f"{count_things(chosen, 'gekozen optie', 'gekozen opties')}. Bij een oordeel staat eerst het deel van wat "
        "gekozen is, en dan van wat niet gekozen is. Zijn er minder dan "
        f"{ENOUGH} keuzes, dan staat er een streepje: *te weinig*."
    )
    yield ""
    yield (
        "| onderdeel | gekozen | volgorde | eerste drie of twee | bij loten | wat anderen kozen | past goed "
        "| nu minder passend | nog niet te zeggen |"
    )
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, counts in found.components.items():
        slates = {order: [one for one in all_ if one.component == name] for order, all_ in found.orders.items()}
        yield _row(content.components[name].title, counts, slates)
    yield _row("**Alles samen**", found.overall, found.orders)
    yield ""
    yield "| waarop de volgorde rust | volgorde | interval | eerste drie of twee |"
    yield "| --- | ---: | ---: | ---: |"
    for order, title in ROWS.items():
        slates_of = found.orders[order]
        first = share_first(slates_of, first_of)
        cells = (_of_hundred(auc(slates_of)), _interval(auc_interval(slates_of)), _share(first[0] if first else None))
        yield f"| {title} | {' | '.join(cells)} |"
    yield ""


def _row(title: str, counts: FitCounts, slates: Mapping[Order, Sequence[Slate]]) -> str:
    known = sum(counts.chosen.values())
    if known < ENOUGH:
        return f"| {title} | {known} | – te weinig |{' – |' * 6}"
    first = share_first(slates["advies"], first_of)
    cells = (
        _of_hundred(auc(slates["advies"])),
        *(_share(first[at] if first else None) for at in (0, 1)),
        _of_hundred(auc(slates["aantal"])),
        *(" / ".join(_part(given, verdict) for given in counts) for verdict in VERDICTS_TOLD),
    )
    return f"| {title} | {known} | {' | '.join(cells)} |"


def _part(counts: Mapping[Verdict, int], verdict: Verdict) -> str:
    """The share of a verdict among options."""
    whole = sum(counts.values())
    return _share(Fraction(counts[verdict], whole) if whole else None)


def _interval(interval: tuple[Fraction, Fraction] | None) -> str:
    return "–" if interval is None else f"{_of_hundred(interval[0])} tot {_of_hundred(interval[1])}"


def _of_hundred(share: Fraction | None) -> str:
    return "–" if share is None else number(100 * share, 0)


def _share(share: Fraction | None) -> str:
    return "–" if share is None else percentage(share)


def _cases(found: Validity) -> Iterator[str]:
    """By name: this compares rules with situations, and is no ranking."""
    yield "## Per initiatief"
    yield ""
    yield "| initiatief | datum van het advies | gekozen | daarvan nu minder passend |"
    yield "| --- | --- | ---: | ---: |"
    for check in _by_name(found.cases):
        chosen = sum(len(card.chosen) for card in check.cards)
        yield f"| {check.title} | {long_date(check.on)} | {chosen} | {len(check.misses)} |"
    yield ""


def _misses(found: Validity, content: Content, words: Words) -> Iterator[str]:
    yield "## Waar het advies anders uitkomt"
    yield ""
    if not any(check.misses for check in found.cases):
        yield "Geen. Niets wat gekozen is, krijgt *nu minder passend*."
    for check in _by_name(found.cases):
        if check.misses:
            yield f"### {check.title}"
            yield ""
        for miss in check.misses:
            yield from _miss(miss, content, words.get(check.case, {}).get(miss.option.option, {}))
            yield ""


def _miss(miss: Miss, content: Content, word: Mapping[str, str]) -> Iterator[str]:
    component = content.components[miss.component].title
    yield f"**{miss.option.title}** ({component.lower()})"
    yield ""
    for reason in miss.option.reasons:
        if reason.effect in ("tegen", "sluit-uit"):
            yield f"- {reason.text}"
    if miss.option.place_effect < 0:
        # The estimated place of a real initiative is never printed, so not what is said of it either.
        yield "- De geschatte plek past hier minder bij."
    yield ""
    yield f"{VERDICTS[word['oordeel']]} {word['waarom']}" if word else UNJUDGED


def _by_name(cases: Iterable[CaseCheck]) -> list[CaseCheck]:
    return sorted(cases, key=lambda check: check.title.casefold())


def read_words() -> dict[str, dict[str, Any]]:
    """What people said of what did not fit."""
    words: dict[str, dict[str, Any]] = yaml.safe_load(WORDS.read_text(encoding="utf-8")) or {}
    return words


def main() -> int:
    """Write the page, and tell the outcome in a line."""
    content = load_menus()
    found = measure_validity(content, OTHERWISE)
    PAGE.write_text(page(found, content, read_words()), encoding="utf-8", newline="\n")
    share, first = auc(found.orders["advies"]), share_first(found.orders["advies"], first_of)
    print(
        f"{PAGE.relative_to(ROOT)}: {len(found.cases)} cases, order AUC {_of_hundred(share)}, "
        f"{_share(first[0] if first else None)} of what they chose among the first three."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
