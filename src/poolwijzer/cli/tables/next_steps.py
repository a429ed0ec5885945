"""What to do once a table was looked at: the very command, with the options that it was looked at with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from poolwijzer.tables.document import Rows
    from poolwijzer.tables.understanding.reading import TableUnderstanding
    from poolwijzer.tables.understanding.report import Step


class CheckArguments(NamedTuple):
    """What a check was asked for."""

    table: Path
    rows: Rows
    sheet: str = ""
    hidden: Literal["skip", "count"] = "skip"
    municipalities: str | None = None
    initiative: Path | None = None
    menus: Path | None = None
    map: Path | None = None

    def for_others(self) -> CheckArguments:
        """The same for a file that goes from hand to hand: in which folder something stood is nobody else's concern."""
        others = (path and Path(path.name) for path in (self.initiative, self.menus, self.map))
        initiative, menus, table_map = others
        return self._replace(table=Path(self.table.name), initiative=initiative, menus=menus, map=table_map)


def find_steps(found: TableUnderstanding, arguments: CheckArguments) -> list[Step]:
    """What to do next, most needed first; the last is what makes the answers count."""
    from poolwijzer.tables.understanding.report import Step

    steps = []
    rows = arguments.rows
    unknown = any(one.meaning is None and (one.problem or one.seems) for one in found.columns)
    if found.columns and not found.recognised:
        steps.append(
            Step("Staan er koppen boven de antwoorden? Zet ze er zo nodig boven, met de tekst van elke stelling.")
        )
    if found.problems and _other_rows(found):
        words = ["poolwijzer", "tables", "check", str(arguments.table), "--rows", "initiatives"]
        steps.append(Step("Is elke rij een initiatief? Kijk dan zo:", " ".join(map(_word, words))))
    elif unknown or any(one.reason == "unknown" for one in found.columns if found.problems):
        steps.append(_mapping(arguments))
    elif found.needs_attention and found.columns:
        steps.append(Step("Verbeter wat niet klopt in de tabel, en kijk dan nog eens."))
    if not found.usable:
        return steps
    if rows == "respondents" and len(found.initiatives) == 1 and not found.initiatives[0].listed:
        steps.append(
            Step('Noem wie er meedoen, met --municipalities "Assen|Emmen". Dan is te zien wie er nog ontbreekt.')
        )
    however = "Klopt het zo? Dan tellen de antwoorden mee met:" if steps else "Zo tellen de antwoorden mee:"
    steps.append(Step(however, _counting(arguments)))
    return steps


def _mapping(arguments: CheckArguments) -> Step:
    """To say what the headers mean: in the map that there is, or in one that is still to be made."""
    from poolwijzer.tables.understanding.report import Step

    if arguments.map:
        return Step(f"Zeg in {arguments.map.name} wat de andere koppen betekenen, en kijk dan nog eens.")
    sentence = "Zeg wat de koppen betekenen. Dit schrijft een eerste opzet; pas die aan en geef haar mee met --map:"
    return Step(sentence, f"poolwijzer tables map {_word(str(arguments.table))} -o koppeling.yaml")


def _other_rows(found: TableUnderstanding) -> bool:
    """Whether a table of respondents looks like one of initiatives."""
    paths = {str(one.meaning) for one in found.columns if one.meaning}
    seems = any(one.seems == "municipalities" for one in found.columns)
    return found.rows == "respondents" and "initiative.name" in paths and "organisation.name" not in paths and not seems


def _counting(arguments: CheckArguments) -> str:
    """The command with which the answers count."""
    shared = ["--rows", arguments.rows]
    if arguments.sheet:
        shared += ["--sheet", arguments.sheet]
    if arguments.map:
        shared += ["--map", str(arguments.map)]
    if arguments.menus:
        shared += ["--menus", str(arguments.menus)]
    if arguments.initiative:
        file = arguments.initiative
        together = file.with_name(f"{file.stem}-samen{file.suffix}")
        words = ["poolwijzer", "merge", str(file), str(arguments.table), *shared, "-o", str(together)]
    else:
        named = ["--municipalities", arguments.municipalities] if arguments.municipalities else []
        named += ["--hidden", arguments.hidden] if arguments.hidden != "skip" else []
        words = ["poolwijzer", "batch", str(arguments.table), *shared, *named, "--reports", "adviezen"]
    return " ".join(map(_word, words))


def _word(text: str) -> str:
    """A word of a command, in double quotes where a shell would cut it: these work on every system."""
    return text if re.fullmatch(r"[\w./\\:@%+=-]+", text) else '"{}"'.format(text.replace('"', '\\"'))
