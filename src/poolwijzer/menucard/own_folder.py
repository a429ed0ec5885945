"""The files of a folder to start own menus from: small, commented, and changing nothing until somebody does."""

from __future__ import annotations

import json
from collections.abc import Iterator

from poolwijzer.content.content import Content
from poolwijzer.engine.verdicts import NEUTRAL_FIT
from poolwijzer.report.data import json_bytes
from poolwijzer.schema.schemas import FILES, make_schema

SCHEMAS = ".schema"
"""The folder beside the menus for what helps an editor; menus are not read from it."""
PREFERRED = "activiteiten"
"""The component that gets the example, where the menus have it."""

TYPOLOGY = """\
# Uw eigen menu's. In deze map staat alleen wat anders is dan in de gewone menu's van Poolwijzer.
# Achter een # staat uitleg. Die leest het programma niet.
# Klaar met veranderen? Controleer de map met: poolwijzer menu check MAP
# Zien wat u veranderde? Gebruik: poolwijzer menu diff MAP

# De naam van uw versie. Die staat in elk verslag. Verander hem als u iets verandert.
version: "eigen-1"

# Voorbeeld: vanaf welke score een as hoog heet. Haal de # weg om het te gebruiken. Schrijf decimalen met een punt.
# bands:
#   high_above: 4

# Voorbeeld: u gaf een optie een ander id. Zo blijven oude bestanden werken: eerst het oude id, dan het nieuwe.
# renamed:
#   options:
#     mijn-oude-optie: mijn-optie
"""

QUESTIONS = """\
# Stellingen en vragen. Noem het id en schrijf alleen op wat anders is. De rest blijft zoals het was.
# Hieronder staat één tekst zoals hij nu is. Verander hem gerust.
statements:
  {statement}:
    evidence: {evidence}

# Voorbeeld: een stelling weglaten. Haal de # en de spatie erachter weg om het te gebruiken.
#   {other}:
#     hide: true
"""

COMPONENT = """\
# Opties bij de component '{title}'. Een nieuwe optie komt bij de opties die er al zijn.
# Deze optie is een voorbeeld en is nog verborgen. Maak haar van u, en haal dan de regel met hide weg.
options:
  mijn-optie:
    hide: true
    title: Titel van de optie
    summary: Eén of twee zinnen over wat dit is.
    # basis: bron als het in een bron staat, afgeleid als het uw eigen conclusie is. Uw bronnen zet u in bronnen.yaml.
    basis: bron
    sources: [mijn-bron]
    # De dag waarop u haar toevoegde. Dan staat er niet bij dat geen enkel bekend initiatief haar koos.
    # added: 2027-01-31
    # Wat elke plek zegt, naast de andere opties: 2 spreekt ervoor, 1 zegt niets, 0 spreekt ertegen.
    fit:
{fit}
    # Maakt de zin af: Wordt passender als …
    better_when: hier staat wat er dan anders is
    # Regels: wat voor of tegen de optie pleit. effect is sterk, tegen, past (telt niet mee) of sluit-uit.
    rules:
      - effect: tegen
        when: {{municipalities: number, below: 3}}
        because: Met minder dan drie gemeenten loont dit vaak niet.
        better_when: er meer gemeenten meedoen
    # Wat ervoor pleit, wat ertegen pleit, en wat er nodig is. Elk minstens één zin.
    pros:
      - Een voordeel.
    cons:
      - Een nadeel.
    preconditions:
      - Iets wat nodig is.
"""

SOURCES = """\
# Uw eigen bronnen. Het id staat vooraan; een optie noemt dat id achter sources.
sources:
  mijn-bron:
    title: Titel van het stuk
    publisher: Wie het uitgaf
    date: "2026"
"""


def make_own_folder(content: Content) -> dict[str, bytes]:
    """Every file by its name in the folder, in the order in which to read them.

    The texts in them are those of these menus, so that laying the folder over them changes only the version.
    """
    component = PREFERRED if PREFERRED in content.components else next(iter(content.components))
    texts = {
        "typologie.yaml": ("typologie", TYPOLOGY),
        "vragen.yaml": ("vragen", _questions(content)),
        f"componenten/{component}.yaml": ("component", _component(component, content)),
        "bronnen.yaml": ("bronnen", SOURCES),
    }
    files = {name: f"{_header(name, kind)}\n{text}".encode() for name, (kind, text) in texts.items()}
    kinds = (kind for kind in FILES if kind != "assessment")
    return {**files, **{f"{SCHEMAS}/{kind}.schema.json": json_bytes(make_schema(kind, own=True)) for kind in kinds}}


def _header(name: str, kind: str) -> str:
    """What tells an editor which schema belongs to a file."""
    up = "../" * name.count("/")
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{kind}.schema.json"


def _questions(content: Content) -> str:
    (first, statement), (other, _) = list(content.statements.items())[:2]
    return QUESTIONS.format(statement=first, evidence=_quoted(statement.evidence), other=other)


def _component(name: str, content: Content) -> str:
    return COMPONENT.format(title=content.components[name].title, fit="\n".join(_fits(content)))


def _fits(content: Content) -> Iterator[str]:
    return (f"      {name}: {NEUTRAL_FIT}" for name in content.typology.quadrants)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
