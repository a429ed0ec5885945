"""The options of `poolwijzer costs` that ask what if, and what there is to write of that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

import typer

from poolwijzer.cli.options import CostsDepthChoice, value_option
from poolwijzer.cli.outputs import Results, make_results
from poolwijzer.problems import Fault, InputError, Problem, did_you_mean, quote
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.assessment.model import Assessment, Initiative
    from poolwijzer.costs.scenarios import Scenario
    from poolwijzer.outcome import Outcome
    from poolwijzer.report.costs.what_if.material import WhatIf
    from poolwijzer.report.model import Report
    from poolwijzer.report.sheets import Sheets

MOST_DEMAND = 10
"""Times the demand of now; more is surely a percentage without its sign."""
CompareKeys = Annotated[
    bool, typer.Option("--compare-keys", help="Zet dezelfde begroting bij elke sleutel naast elkaar.")
]
Without = Annotated[
    list[str] | None,
    value_option("--without", "BRON", "Zonder het geld van deze bron. Mag vaker."),
]
Leaving = Annotated[
    list[str] | None,
    value_option("--leaving", "GEMEENTE", "Deze gemeente doet niet mee. Mag vaker."),
]
Demand = Annotated[
    str | None,
    value_option("--demand", "DEEL", "Hoeveel vraag er is, tegenover nu: 50% is de helft."),
]


def read_demand(typed: str | None) -> Fraction | None:
    """Which part of the demand there is; None where it was not asked for.

    Raises:
        InputError: it is no such part.
    """
    if typed is None:
        return None
    from poolwijzer.validation.amounts import read_ratio

    try:
        part = read_ratio(typed)
    except Fault as fault:
        raise InputError(Problem("--demand", *fault.briefly())) from None
    if not part:
        message = "Zonder vraag is er niets te verdelen naar gebruik."
        raise InputError(Problem("--demand", message, "Geef een deel boven nul, zoals 50%."))
    if part == 1:
        message = f"{quote(typed)} is de vraag van nu. Er verandert dus niets."
        raise InputError(Problem("--demand", message, "Geef een ander deel, zoals 50%, of laat --demand weg."))
    if part > MOST_DEMAND:
        message = f"{quote(typed)} is meer dan {MOST_DEMAND} keer de vraag van nu."
        hint = f"Bedoelt u {typed.strip()}%? Schrijf dan het procentteken erbij." if "%" not in typed else ""
        raise InputError(Problem("--demand", message, hint or "Geef een deel, zoals 50%."))
    return part


def read_scenario(
    assessment: Assessment, without: Sequence[str], leaving: Sequence[str], demand: Fraction | None
) -> Scenario:
    """What is taken to be different, by the names that the file has.

    Raises:
        InputError: for every name that the file does not have, and where nobody would take part.
    """
    from poolwijzer.costs.scenarios import Scenario, list_sources

    assert assessment.costs is not None
    problems: list[Problem] = []
    sources = _find_sources(without, list_sources(assessment.costs), problems)
    names = _find_leaving(leaving, assessment.initiative, problems)
    if names and len(names) == len(assessment.initiative.municipalities):
        problems.append(Problem("--leaving", "Dan doet er niemand meer mee.", "Laat ten minste één gemeente over."))
    if problems:
        raise InputError(problems)
    return Scenario(sources, names, Fraction(1) if demand is None else demand)


def _find_sources(typed: Iterable[str], known: Sequence[str], problems: list[Problem]) -> tuple[str, ...]:
    from poolwijzer.dutch import fold_text, join_words

    by_name = {fold_text(one): one for one in known}
    found = []
    for one in typed:
        source = by_name.get(fold_text(one.strip()))
        if source is None:
            hint = did_you_mean(one, known) or f"Kies uit: {join_words(known, 'of')}."
            if not known:
                hint = "In het bestand staat geen geld van anderen (costs.income)."
            elif fold_text(one.strip()) == "spuk" and "rijk" in by_name:
                hint = f"Een SpUk is geld van het Rijk. Bedoelt u --without {by_name['rijk']}?"
            problems.append(Problem("--without", f"Er komt geen geld van {quote(one)}.", hint))
        else:
            found.append(source)
    return tuple(dict.fromkeys(found))


def _find_leaving(typed: Iterable[str], initiative: Initiative, problems: list[Problem]) -> tuple[str, ...]:
    from poolwijzer.assessment.participants import find_participant

    found = []
    for one in typed:
        try:
            found.append(find_participant(one, initiative, "--leaving"))
        except InputError as error:
            problems += error.problems
    return tuple(dict.fromkeys(found))


def usual_depth(narrow: bool) -> CostsDepthChoice:
    """How much is told where nothing else is asked: on a screen in short."""
    return CostsDepthChoice.kort if narrow else CostsDepthChoice.gewoon


def prepare_what_if(
    outcome: Outcome, scenario: Scenario, depth: CostsDepthChoice | None, *, by_key: bool, spoken: bool
) -> Results:
    """What there is to write and to show of it."""

    @cache
    def asked(narrow: bool) -> WhatIf:
        from poolwijzer.report.costs.what_if.material import WhatIf

        return WhatIf(outcome, scenario, by_key, narrow, (depth or usual_depth(narrow)).value, spoken)

    def report(narrow: bool) -> Report:
        from poolwijzer.report.costs.what_if.build import build_what_if_report

        return build_what_if_report(asked(narrow), version=__version__)

    def document() -> dict[str, Any]:
        from poolwijzer.report.costs.what_if.data import what_if_document

        return what_if_document(asked(narrow=False), __version__)

    def sheets() -> Sheets:
        from poolwijzer.report.costs.what_if.sheets import what_if_sheets

        return what_if_sheets(asked(narrow=False))

    return make_results("De kostenverdeling", report, document, sheets)
