"""The page with the figures: docs/snelheid.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import yaml

from benchmarks.speed.all_reports import KINDS
from benchmarks.speed.batches import QUICK
from benchmarks.speed.figures import ROOT, Figures, Measured, Point, exponent
from benchmarks.speed.goals import GOALS, Goal
from benchmarks.speed.growth import CURVES
from benchmarks.speed.peers import PEERS
from poolwijzer.dutch import long_date, number

PAGE = ROOT / "docs" / "snelheid.md"
WORDS = ROOT / "benchmarks" / "snelheid.yaml"
UNTOLD = "Hier is nog niet naar gekeken."

INTRO = """\
# Snelheid

Hoe snel is Poolwijzer naast de onderdelen waar hij op staat? Deze bladzijde wordt gemaakt met `make bench`. Dat duurt
ongeveer een kwartier op twee rustige kernen. `make bench QUICK=1` is sneller, en laat deze bladzijde zoals zij is.
"""

METHOD = """\
## Hoe het gaat

- Elke regel is een verhouding: de tijd van Poolwijzer, gedeeld door de tijd van de vergelijking. Beide draaien om de
  beurt. Een computer die twee keer zo snel is, geeft dus dezelfde verhouding.
- Instructies zijn de stappen die de processor zet. Zij hangen niet af van wat er nog meer draait. Waar zij geteld zijn,
  beslissen zij of het doel gehaald is. De tijd staat ernaast. Een stap van Python duurt vaak langer dan een stap van C:
  daarom kan de verhouding in tijd hoger zijn.
- Van de tijd telt de mediaan: de middelste van alle verhoudingen. Daarachter staan de laagste en de hoogste. Wat start,
  is gemeten met de klok. Per bestand, per verslag en per initiatief is het processortijd.
- Een batch wordt met weinig en met veel bestanden gedaan. Het verschil is het werk zonder de start.
- Alle bestanden en verslagen verschillen: het zijn de voorbeelden, elk met een eigen naam en eigen antwoorden. typst
  onthoudt wat hij maakte, en zou hetzelfde verslag niet nog eens maken. Een PDF van ons en een van typst alleen worden
  daarom in twee programma's gemaakt.
"""


def page(figures: Figures, words: Mapping[str, Any]) -> str:
    """The whole page in Markdown."""
    parts = (_machine(figures), METHOD.splitlines(), _goals(figures), _over(figures, words), _peers(figures))
    more = _reports(figures), _growth(figures)
    return "\n".join([INTRO, *(line for part in (*parts, *more) for line in (*part, ""))]).rstrip() + "\n"


def read_words() -> dict[str, Any]:
    """What people said of what is over its goal."""
    words: dict[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8")) or {}
    return words


def missed(figures: Figures) -> list[Goal]:
    """The goals that were measured and not held."""
    return [goal for goal in GOALS if (one := figures.goals.get(goal.id)) and not goal.holds(one.decides)]


def _machine(figures: Figures) -> Iterator[str]:
    times = "één keer" if figures.rounds == 1 else f"{figures.rounds} keer"
    yield f"Gemeten op {long_date(date.fromisoformat(figures.day))}. Elke regel is minstens {times} gedaan."
    if figures.quick:
        yield ""
        yield (
            f"**Dit is een korte proef.** De grootste batches hadden {QUICK} keer zo weinig bestanden als er staat. "
            "`make bench` meet alles."
        )
    yield ""
    yield "| waarop | |"
    yield "| --- | --- |"
    yield from (f"| {name} | {value} |" for name, value in figures.machine.items())


def _goals(figures: Figures) -> Iterator[str]:
    held = len(GOALS) - len(missed(figures)) - sum(goal.id not in figures.goals for goal in GOALS)
    yield "## De doelen"
    yield ""
    yield f"Van de {len(GOALS)} doelen zijn er {held} gehaald."
    yield ""
    yield "| wat | tegenover | doel | instructies | tijd of geheugen | gehaald |"
    yield "| --- | --- | ---: | ---: | ---: | --- |"
    for goal in GOALS:
        bound = f"{'minstens' if goal.at_least else 'hooguit'} {_figure(goal.bound)} ×"
        one = figures.goals.get(goal.id)
        if one is None:
            yield f"| {goal.what} | {goal.against} | {bound} | – | niet gemeten | – |"
            continue
        verdict = "ja" if goal.holds(one.decides) else "**nee**"
        yield f"| {goal.what} | {goal.against} | {bound} | {_counts(one)} | {_time(one, goal.unit)} | {verdict} |"
    yield ""
    yield "Instructies staan in miljoenen. Niet overal zijn zij geteld:"
    yield ""
    yield from (f"- {_start(goal.what)}: {goal.uncounted}" for goal in GOALS if goal.uncounted)


def _over(figures: Figures, words: Mapping[str, Any]) -> Iterator[str]:
    yield "## Wat nog te veel is"
    yield ""
    goals = missed(figures)
    if not goals:
        yield "Niets: elk doel dat gemeten is, is gehaald."
    yield from (f"- {_start(goal.what)}: {words.get(goal.id, UNTOLD)}" for goal in goals)


def _peers(figures: Figures) -> Iterator[str]:
    yield "## Naast andere programma's"
    yield ""
    yield (
        "Hier is geen doel. Alles telt mee, ook de start. Onder de 1 is Poolwijzer sneller. De andere programma's doen "
        "iets anders, of minder."
    )
    yield ""
    yield "| wat | tegenover | tijd |"
    yield "| --- | --- | ---: |"
    for peer in PEERS:
        one = figures.peers.get(peer.id)
        told = _time(one, "ms") if one else "niet geïnstalleerd"
        yield f"| {peer.what} | {peer.against} | {told} |"


def _reports(figures: Figures) -> Iterator[str]:
    yield "## Een verslag voor elke gemeente"
    yield ""
    yield "`batch --reports` met twee werkers tegelijk, de start erbij. Elk verslag heeft de diepte `gewoon`."
    yield ""
    yield "| soort | verslagen | seconden | processortijd per verslag | grootte van een verslag |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for kind, title in KINDS.items():
        one = figures.reports.get(kind)
        told = one and (number(one.number), _figure(one.seconds), f"{_figure(one.each)} ms", f"{_figure(one.size)} kB")
        yield f"| {title} | {' | '.join(told or ('niet gemeten', '–', '–', '–'))} |"


def _growth(figures: Figures) -> Iterator[str]:
    yield "## Hoe het groeit"
    yield ""
    yield (
        "De exponent zegt hoe de tijd groeit met het werk. Bij 1 kost twee keer zoveel werk twee keer zoveel tijd, bij "
        "2 vier keer zoveel. Het is de helling van een rechte lijn door de punten, beide als logaritme (kleinste "
        "kwadraten). Het is processortijd op één kern, zonder de start. Het geheugen is het meeste dat het hele "
        "programma vasthield."
    )
    for curve in CURVES:
        points = figures.growth.get(curve.id, ())
        yield ""
        told = f"exponent {number(exponent(points), 2)}" if len(points) > 1 else "niet gemeten"
        yield f"### {_start(curve.what)}: {told}"
        if points:
            yield ""
            yield "| aantal | seconden | milliseconden per stuk | geheugen |"
            yield "| ---: | ---: | ---: | ---: |"
            yield from map(_point, points)


def _point(point: Point) -> str:
    each = _figure(1000 * point.seconds / point.number)
    return f"| {number(point.number)} | {_figure(point.seconds)} | {each} | {number(point.memory, 0)} MB |"


def _counts(one: Measured) -> str:
    if not one.counts:
        return "–"
    own, other = one.counts
    return f"{_figure(own / other)} × ({_figure(own)} tegen {_figure(other)})"


def _time(one: Measured, unit: str) -> str:
    spread = f"{_figure(one.lowest)} tot {_figure(one.highest)}"
    return f"{_figure(one.ratio)} × ({spread}; {_figure(one.own)} tegen {_figure(one.other)} {unit})"


def _figure(value: float) -> str:
    """With as many decimals as say something."""
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return number(value, decimals)


def _start(text: str) -> str:
    return text[0].upper() + text[1:]
