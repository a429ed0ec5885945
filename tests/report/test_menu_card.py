"""The menu card in words: what a verdict says, its reasons and the place, and what to look at first."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report
from poolwijzer.report.model import Block, Card, Labelled, Paragraph, Report
from poolwijzer.report.sections.first_look import OTHERS
from poolwijzer.report.words import VERDICT_WORDS
from tests.roots import SMALL_MENUS

Make = Callable[..., Assessment]
ON = date(2026, 11, 1)
TRUE, OPEN = {"municipalities": "number", "at_least": 1}, {"context": "looptijd", "is": "3-plus"}
FOR, AGAINST = ("sterk", TRUE), ("tegen", TRUE)
MAYBE, MAYBE_NOT = ("sterk", OPEN), ("tegen", OPEN)
TOLD, NEVER = ("past", TRUE), ("sluit-uit", TRUE)
HERE, THERE, NOWHERE = 2, 0, 1
"""The place speaks for it, against it, or says nothing."""
Rules = tuple[tuple[str, dict[str, Any]], ...]
ReportWith = Callable[..., Report]
QUESTION = "'Hoe lang durft u zich te verbinden?'"


def option(name: str, fit: int, rules: Rules) -> dict[str, Any]:
    """An option of which the place says this, with these rules."""
    return {
        "title": name.capitalize(),
        "summary": "Iets.",
        "fit": {"samen-inrichten": fit, "gemeenten-aan-zet": 1, "behoeften-ophalen": 1, "trekker-zoeken": 1},
        "better_when": "de plek anders is",
        "rules": [
            {"effect": effect, "when": when, "because": f"Reden {number} ({effect})."}
            | ({"better_when": f"reden {number} wegvalt"} if effect == "tegen" else {})
            for number, (effect, when) in enumerate(rules, 1)
        ],
        "pros": ["Goed."],
        "cons": ["Duur."],
        "preconditions": ["Geld."],
    }


@pytest.fixture
def report_with(tmp_path: Path, assessment_of: Make) -> ReportWith:
    """The whole report on a component with these options, in an initiative that sets up together."""

    def made(**options: tuple[int, Rules]) -> Report:
        (tmp_path / "componenten").mkdir(exist_ok=True)
        card = {"title": "Proef", "question": "Wat?", "order": 1}
        card["options"] = {name: option(name, *parts) for name, parts in options.items()}
        (tmp_path / "componenten" / "proef.yaml").write_text(json.dumps(card), encoding="utf-8")
        content = load_menus(tmp_path, SMALL_MENUS)
        assessment = assessment_of(municipalities=3, estimate={"motivatie": 5, "betrokkenheid": 5})
        return build_report(Outcome(content, assessment, ON), version="0", depth="volledig")

    return made


def blocks_in(report: Report, section: str, part: str) -> tuple[Block, ...]:
    """What a part of a section says; nothing where there is no such part."""
    parts = (one.parts for one in report.sections if one.id == section)
    return next((one.blocks for one in next(parts, ()) if one.id == part), ())


def card_in(report: Report) -> Card:
    """The only option of a card."""
    (card,) = (block for block in blocks_in(report, "menukaart", "menu-proef") if isinstance(block, Card))
    return card


def lines(blocks: tuple[Block, ...]) -> list[str]:
    """The texts of blocks, each label before its value."""
    found = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.line.text)
        elif isinstance(block, Labelled):
            found += [f"{label}: {line.text}" for label, line in block.rows]
    return found


WELL = "In uw situatie spreekt er duidelijk meer voor dan tegen."
EVEN = "Wat ervoor en ertegen spreekt, weegt ongeveer even zwaar."
LESS = "Er spreekt nu meer tegen dan voor."
UNTOLD = "Er is nog geen reden voor of tegen bekend."
ONLY_HERE = "Alleen de plek spreekt ervoor. Die beslist nooit alleen."
SAYS_NOTHING = "De plek zegt hier niets over."
SPEAKS_FOR = "De plek spreekt ervoor (een halve reden)."
SPEAKS_AGAINST = "De plek spreekt ertegen (een halve reden)."


@pytest.mark.parametrize(
    ("fit", "rules", "word", "told"),
    [
        (NOWHERE, (FOR,), "past goed", [WELL, "Want: Reden 1 (sterk).", SAYS_NOTHING]),
        (
            HERE,
            (AGAINST, FOR, FOR),
            "past goed",
            [WELL, "Want: Reden 2 (sterk).", "Want: Reden 3 (sterk).", "Maar: Reden 1 (tegen).", SPEAKS_FOR],
        ),
        (
            THERE,
            (AGAINST, FOR),
            "kan",
            [EVEN, "Want: Reden 2 (sterk).", "Maar: Reden 1 (tegen).", SPEAKS_AGAINST],
        ),
        (NOWHERE, (), "kan", ["Er spreekt niets voor en niets tegen.", SAYS_NOTHING]),
        (
            NOWHERE,
            (TOLD,),
            "kan",
            ["Er spreekt niets voor en niets tegen.", "Verder: Reden 1 (past).", SAYS_NOTHING],
        ),
        (HERE, (), "kan", [ONLY_HERE, SPEAKS_FOR]),
        (
            NOWHERE,
            (FOR, AGAINST, AGAINST),
            "nu minder passend",
            [
                f"{LESS} Wordt passender als reden 2 wegvalt; als reden 3 wegvalt.",
                "Want: Reden 2 (tegen).",
                "Want: Reden 3 (tegen).",
                "Maar: Reden 1 (sterk).",
                SAYS_NOTHING,
            ],
        ),
        (
            THERE,
            (AGAINST,),
            "nu minder passend",
            [
                f"{LESS} Wordt passender als de plek anders is; als reden 1 wegvalt.",
                "Want: Reden 1 (tegen).",
                SPEAKS_AGAINST,
            ],
        ),
        (NOWHERE, (MAYBE,), "nog niet te zeggen", [f"{UNTOLD} Dit hangt af van: {QUESTION}.", SAYS_NOTHING]),
        (HERE, (MAYBE_NOT,), "kan", [ONLY_HERE, SPEAKS_FOR]),
        (
            NOWHERE,
            (NEVER, FOR),
            "kan nu niet",
            [
                "Kan niet: Reden 1 (sluit-uit).",
                "Maar: Reden 2 (sterk).",
                SAYS_NOTHING,
                "Wordt passender als: de plek anders is",
            ],
        ),
    ],
)
def test_a_verdict_has_its_word_a_line_its_reasons_and_what_the_place_says(
    report_with: ReportWith, fit: int, rules: Rules, word: str, told: list[str]
) -> None:
    card = card_in(report_with(optie=(fit, rules)))
    assert card.verdict == word
    assert card.badge == next((name for name, known in VERDICT_WORDS.items() if known == word), "minder-passend")
    shown = [
        line for line in lines(card.blocks) if line not in ("Iets.", "Waarom dit oordeel", "Voor", "Tegen", "Nodig")
    ]
    assert shown == told


def first_looks(report: Report, part: str = "eerst-proef") -> list[str]:
    """What stands above the other options."""
    told = lines(blocks_in(report, "kijk-eerst", part))
    return told[: told.index(OTHERS)] if OTHERS in told else told


def others(report: Report) -> list[str]:
    """What stands of the other options."""
    told = lines(blocks_in(report, "kijk-eerst", "eerst-proef"))
    return told[told.index(OTHERS) + 1 :]


def test_of_six_options_three_come_first_each_with_a_reason_for_and_one_against(report_with: ReportWith) -> None:
    found = report_with(
        een=(NOWHERE, ()),
        twee=(NOWHERE, (AGAINST, AGAINST, FOR)),
        drie=(HERE, (FOR,)),
        vier=(HERE, (MAYBE,)),
        vijf=(NOWHERE, (AGAINST, FOR, FOR)),
        zes=(NOWHERE, ()),
    )
    assert first_looks(found) == [
        "Drie (past goed): Voor: Reden 1 (sterk).",
        "Vijf (past goed): Voor: Reden 2 (sterk). Tegen: Reden 1 (tegen).",
        "Vier (nog niet te zeggen, open vraag 6): Voor: Goed.",
    ]
    assert others(found) == [
        "Twee (nu minder passend): Tegen: Reden 1 (tegen).",
        "Kan: Een (niets ervoor of ertegen); Zes (niets ervoor of ertegen)",
    ]


def test_of_four_or_five_options_two_come_first_and_one_where_no_more_is_left(report_with: ReportWith) -> None:
    more = {"een": (NOWHERE, (FOR,)), "twee": (HERE, ()), "drie": (NOWHERE, (AGAINST,)), "vier": (NOWHERE, (AGAINST,))}
    for options in (more, {**more, "vijf": (NOWHERE, ())}):
        assert first_looks(report_with(**options)) == [
            "Een (past goed): Voor: Reden 1 (sterk).",
            "Twee (kan): Voor: Goed.",
        ]
    left = {**more, "twee": (NOWHERE, (AGAINST,))}
    assert first_looks(report_with(**left)) == ["Een (past goed): Voor: Reden 1 (sterk)."]


@pytest.mark.parametrize("rules", [(AGAINST,), (NEVER,), (MAYBE,), ()])
def test_where_nothing_speaks_for_any_option_none_comes_first(report_with: ReportWith, rules: Rules) -> None:
    found = report_with(**dict.fromkeys(("een", "twee", "drie"), (NOWHERE, rules)))
    assert first_looks(found) == [] and others(found)


def test_what_stands_on_top_only_because_more_speaks_against_the_rest_is_not_among_them(
    report_with: ReportWith,
) -> None:
    found = report_with(een=(NOWHERE, (FOR,)), twee=(NOWHERE, ()), drie=(NOWHERE, (MAYBE,)), vier=(THERE, (MAYBE,)))
    assert first_looks(found) == ["Een (past goed): Voor: Reden 1 (sterk)."]


def test_of_a_single_option_nothing_is_to_be_looked_at_first(report_with: ReportWith) -> None:
    assert first_looks(report_with(een=(HERE, (FOR,)))) == []


def test_who_winds_down_is_told_what_to_look_at_first_only_where_that_is_about_winding_down(
    content: Content, assessment_of: Make
) -> None:
    estimate, chosen = {"motivatie": 5, "betrokkenheid": 5}, {"vorm": {"options": ["bij-provincie"]}}
    assessment = assessment_of(context={"fase": "afbouwen"}, estimate=estimate, choices=chosen, municipalities=5)
    report = build_report(Outcome(content, assessment, ON), version="0")
    assert {name for name in content.components if first_looks(report, f"eerst-{name}")} <= {
        "kennisborging",
        "looptijd",
    }
    assert first_looks(report, "eerst-looptijd")


def test_beside_an_option_stands_how_many_real_initiatives_chose_it_and_of_a_newer_one_nothing(
    content: Content, assessment_of: Make
) -> None:
    report = build_report(Outcome(content, assessment_of(), ON), version="0", depth="volledig")
    (menu,) = (section for section in report.sections if section.id == "menukaart")
    titles = {
        block.title: lines(block.blocks) for part in menu.parts for block in part.blocks if isinstance(block, Card)
    }
    for component, card in content.components.items():
        known = [case.choices[component] for case in content.cases.values() if case.choices.get(component)]
        for name, entry in card.options.items():
            chosen = sum(name in some for some in known)
            told = [line for line in titles[entry.title] if "bekende initiatieven" in line]
            if chosen > 1:
                assert told == [f"Van de {len(known)} bekende initiatieven kozen er {chosen} dit."]
            elif chosen == 1:
                assert told == [f"Van de {len(known)} bekende initiatieven koos er 1 dit."]
            else:
                assert told == ([] if entry.added else [f"Geen van de {len(known)} bekende initiatieven koos dit."])
