"""What in the menus has a page: every kind of thing, with what there is of it. An id is an address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from poolwijzer.content.content import Content
from poolwijzer.content.renames import find_current_id
from poolwijzer.content.wording import fill_names
from poolwijzer.dutch import capitalise
from poolwijzer.report.sections.doubts import in_quotes
from poolwijzer.report.sentences import names_in

Thing = tuple[str, str]
"""The name of its kind, and its id."""


@dataclass(frozen=True)
class Kind:
    """A kind of thing: the folder of its pages, what it is called, and what there is of it."""

    name: str
    one: str
    many: str
    about: str
    """What such things are, for who comes here first."""
    found: Callable[[Content], Mapping[str, Any]]
    title: Callable[[Any], str] = lambda found: getattr(found, "title", "")
    """Of what is found; where that has none, the id in words."""
    renamed: str = ""
    """What the menus call this kind where they say which ids changed."""

    @property
    def index(self) -> str:
        """The address of the page that lists them all."""
        return f"{self.name}/index.html"


def _steps(content: Content) -> Mapping[str, Any]:
    cells = content.first_steps.cells if content.first_steps else {}
    return {place: content.typology.quadrants[place] for place in cells if place in content.typology.quadrants}


def _doubts(content: Content) -> Mapping[str, Any]:
    return {name: content.objections[name] for name in content.doubts if name in content.objections}


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "component",
            "Onderdeel",
            "Onderdelen",
            "Wat u samen te kiezen hebt. Elk onderdeel heeft opties.",
            lambda content: content.components,
            renamed="components",
        ),
        Kind(
            "optie",
            "Optie",
            "Opties",
            "Alles wat u kunt kiezen, met wat ervoor en ertegen pleit. Poolwijzer schrijft niets voor.",
            lambda content: content.options,
            renamed="options",
        ),
        Kind(
            "praktijk",
            "Uit de praktijk",
            "Uit de praktijk",
            "Echte initiatieven: wat zij kozen, hoe het ging en wat ervan te leren is.",
            lambda content: content.cases,
            renamed="cases",
        ),
        Kind(
            "feit",
            "Feit",
            "Feiten",
            "Recht, belasting, geld en datums, elk met de dag waarop het is nagekeken.",
            lambda content: content.dated_facts,
        ),
        Kind(
            "twijfel",
            "Twijfel",
            "Twijfels",
            "Wat u bij gemeenten kunt horen, en wat u kunt antwoorden.",
            _doubts,
            lambda found: in_quotes(found.says),
        ),
        Kind(
            "plek",
            "Plek",
            "Plekken",
            "De vier plekken op de twee assen. Bij elke plek hoort een sleutelvraag.",
            lambda content: content.typology.quadrants,
        ),
        Kind(
            "eerste-stappen",
            "Eerste stappen",
            "Eerste stappen",
            "Wat u nu kunt doen, per plek en naar hoe ver het werk is.",
            _steps,
            lambda found: f"Eerste stappen: {found.title}",
        ),
        Kind(
            "fase",
            "Fase",
            "Stappenplan",
            "De weg van idee tot evaluatie: stappen, besluiten en hoelang het duurde.",
            lambda content: (
                dict(sorted(content.plan.phases.items(), key=lambda one: one[1].order)) if content.plan else {}
            ),
        ),
        Kind(
            "datum",
            "Dag die vastligt",
            "Dagen die vastliggen",
            "Datums in wet en regels waar het stappenplan rekening mee houdt.",
            lambda content: content.plan.deadlines if content.plan else {},
        ),
        Kind(
            "aandachtspunt",
            "Aandachtspunt",
            "Aandachtspunten",
            "Wat vaak goed of fout gaat, en wanneer Poolwijzer daarop wijst.",
            lambda content: content.signals,
        ),
        Kind(
            "samenhang",
            "Regel over alle keuzes",
            "Regels over alle keuzes",
            "Wat opvalt aan de keuzes samen. Wat twee opties met elkaar doen, staat bij die opties.",
            lambda content: content.whole,
        ),
        Kind(
            "as",
            "As",
            "Assen",
            "De twee assen waarop een initiatief een plek krijgt.",
            lambda content: content.typology.axes,
            renamed="axes",
        ),
        Kind(
            "stelling",
            "Stelling",
            "Stellingen",
            "Wat gevraagd wordt om de plek te bepalen, en wat al vastligt.",
            lambda content: content.every_statement,
            lambda found: found.text if hasattr(found, "instead") else found.joint.text,
            renamed="statements",
        ),
        Kind(
            "vraag",
            "Vraag over de situatie",
            "Vragen over de situatie",
            "Wat regels van een initiatief willen weten. Deze antwoorden tellen niet mee voor de plek.",
            lambda content: content.context,
            lambda found: found.question,
            renamed="context",
        ),
        Kind(
            "begrip",
            "Begrip",
            "Begrippen",
            "Woorden die in de menu's staan, elk uitgelegd.",
            lambda content: content.terms,
            lambda found: found.term,
        ),
        Kind(
            "bron",
            "Bron",
            "Bronnen",
            "Waar de uitspraken vandaan komen.",
            lambda content: content.sources,
        ),
    )
}


def address_of(thing: Thing) -> str:
    """Where a thing stands on the site, from its root."""
    kind, name = thing
    return f"{kind}/{name}.html"


def all_things(content: Content) -> Iterable[Thing]:
    """Everything that has a page, by kind and in the order of the menus."""
    return ((kind.name, name) for kind in KINDS.values() for name in kind.found(content))


def title_of(thing: Thing, content: Content) -> str:
    """What a thing is called, with the general words of the menus in it."""
    kind, name = thing
    called = KINDS[kind].title(KINDS[kind].found(content)[name]) or name.replace("-", " ")
    return capitalise(fill_names(called, names_in(None, content)))


def find_redirects(content: Content) -> dict[str, str]:
    """Addresses under which something stood before, each with where it stands now."""
    found = {}
    for kind in KINDS.values():
        names = content.typology.renamed.every().get((kind.renamed,), {})
        known = kind.found(content)
        for old in names:
            new = find_current_id(old, names, known)
            if old not in known and new in known:
                found[address_of((kind.name, old))] = address_of((kind.name, new))
    return found
