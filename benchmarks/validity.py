"""How often the advice fits what real initiatives chose, as a page for whoever wants to know: docs/geldigheid.md.

The words on what did not fit (was a rule wrong, or is it a lesson?) are people's work and stand in geldigheid.yaml
beside this script; all else is computed. `make validity` writes the page anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from poolwijzer import load_menus
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, long_date, number, percentage
from poolwijzer.menucard.validity import MADE_UP_POPULATION, CaseCheck, FitCounts, Miss, Validity, measure_validity

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "geldigheid.md"
WORDS = ROOT / "benchmarks" / "geldigheid.yaml"
OTHERWISE = date(2025, 12, 31)
"""For a case without a year: the day up to which the sources were read."""
VERDICTS = {"regel": "De regel klopte niet.", "les": "Dit is een les."}
UNJUDGED = "Hier is nog niet naar gekeken."

Words = Mapping[str, Mapping[str, Mapping[str, str]]]
"""By case and option: `oordeel` (regel or les) and `waarom`."""

INTRO = f"""\
# Geldigheid

Past het advies van Poolwijzer bij wat echte initiatieven kozen? Deze bladzijde laat dat zien, ook waar het niet
past. Zij wordt gemaakt met `make validity`.

## Hoe het gaat

- Elk initiatief uit [de praktijk](../menus/praktijk) met bekende keuzes krijgt advies op zijn eigen gegevens. De
  regels kijken nooit naar wat er gekozen is.
- De datum is 1 juli van het jaar waarin het begon. Staat er geen jaar bij, dan is het {long_date(OTHERWISE)}. Een
  regel over iets van later telt soms toch mee, want regels hebben wel een laatste dag en geen eerste.
- De plek op de assen is een schatting. Daarom tonen wij haar niet. Bij twijfel tussen twee niveaus tellen beide
  kanten mee.
- Is alleen het aantal gemeenten bekend, dan rekenen wij met even grote gemeenten van {number(MADE_UP_POPULATION)}
  inwoners.
- Daarna tellen wij hoe vaak iets wat gekozen is *past goed* of *kan* krijgt.

## Wat dit niet is

Dit is geen bewijs. Het gaat om weinig initiatieven. Van veel initiatieven zijn niet alle keuzes bekend. Wie de
regels schreef, kende deze initiatieven. En een initiatief dat iets koos, koos daarmee nog niet het beste.

Een hoog percentage zegt alleen iets naast de opties die niet gekozen zijn. Krijgen die even vaak *past goed* of
*kan*, dan onderscheidt het advies weinig. Daarom staan beide in de tabel. Is een plek onzeker, dan krijgt bijna
alles *kan*. Kijk daarom vooral naar *past goed*. Regels worden niet verbogen om hier beter uit te komen.
"""


def page(found: Validity, content: Content, words: Words) -> str:
    """The whole page in Markdown."""
    return "\n".join([INTRO, *_outcome(found, content), *_cases(found), *_misses(found, content, words), ""])


def _outcome(found: Validity, content: Content) -> Iterator[str]:
    chosen = sum(found.overall.chosen)
    yield "## De uitkomst"
    yield ""
    yield (
        f"Het gaat om {count_things(len(found.cases), 'initiatief', 'initiatieven')} en "
        f"{count_things(chosen, 'gekozen optie', 'gekozen opties')}. "
        f"Daarvan {'krijgt' if chosen == 1 else 'krijgen'} er {found.overall.chosen[0] + found.overall.chosen[1]} "
        "*past goed* of *kan*."
    )
    yield ""
    yield (
        "| onderdeel | gekozen | past goed | kan | nog niet te zeggen | nu minder passend | past goed of kan "
        "| bij wat niet gekozen is |"
    )
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, tally in found.components.items():
        yield _row(content.components[name].title, tally)
    yield _row("**Alles samen**", found.overall)
    yield ""
    fits_well = [_share(found.overall.fits_well(counts)) for counts in (found.overall.chosen, found.overall.other)]
    yield (
        f"Kijkt u alleen naar *past goed*, dan is het {fits_well[0]} van wat gekozen is, "
        f"en {fits_well[1]} van wat niet gekozen is."
    )
    yield ""


def _row(title: str, tally: FitCounts) -> str:
    counts = (sum(tally.chosen), *tally.chosen)
    shares = (_share(tally.share(tally.chosen)), _share(tally.share(tally.other)))
    return f"| {' | '.join((title, *map(str, counts), *shares))} |"


def _share(share: Fraction | None) -> str:
    return "–" if share is None else percentage(share)


def _cases(found: Validity) -> Iterator[str]:
    """By name: this compares rules with situations, and is no ranking."""
    yield "## Per initiatief"
    yield ""
    yield "| initiatief | datum van het advies | gekozen | past goed of kan |"
    yield "| --- | --- | ---: | ---: |"
    for check in _by_name(found.cases):
        chosen = sum(len(card.chosen) for card in check.cards)
        yield f"| {check.title} | {long_date(check.on)} | {chosen} | {chosen - len(check.misses)} |"
    yield ""


def _misses(found: Validity, content: Content, words: Words) -> Iterator[str]:
    yield "## Waar het advies anders uitkomt"
    yield ""
    if not any(check.misses for check in found.cases):
        yield "Geen. Alles wat gekozen is, krijgt *past goed* of *kan*."
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
        elif reason.effect == "plek" and miss.option.place_effect < 0:
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
    share = found.overall.share(found.overall.chosen)
    print(
        f"{PAGE.relative_to(ROOT)}: {len(found.cases)} cases, {_share(share)} of what they chose fits well or can be."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
