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
from poolwijzer.report.model import Block, Card, Labelled, Paragraph
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
def blocks_of(tmp_path: Path, assessment_of: Make) -> Callable[..., tuple[Block, ...]]:
    """The card of a component with these options, in an initiative that sets up together."""

    def made(**options: tuple[int, Rules]) -> tuple[Block, ...]:
        (tmp_path / "componenten").mkdir(exist_ok=True)
        card = {"title": "Proef", "question": "Wat?", "order": 1}
        card["options"] = {name: option(name, *parts) for name, parts in options.items()}
        (tmp_path / "componenten" / "proef.yaml").write_text(json.dumps(card), encoding="utf-8")
        content = load_menus(tmp_path, SMALL_MENUS)
        assessment = assessment_of(municipalities=3, estimate={"motivatie": 5, "betrokkenheid": 5})
        report = build_report(Outcome(content, assessment, ON), version="0")
        (menu,) = (section for section in report.sections if section.id == "menukaart")
        return next(part.blocks for part in menu.parts if part.id == "menu-proef")

    return made


def card_in(blocks: tuple[Block, ...]) -> Card:
    """The only option of a card."""
    (card,) = (block for block in blocks if isinstance(block, Card))
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
        (NOWHERE, (TOLD,), "kan", ["Er spreekt niets voor en niets tegen.", SAYS_NOTHING]),
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
    blocks_of: Callable[..., tuple[Block, ...]], fit: int, rules: Rules, word: str, told: list[str]
) -> None:
    card = card_in(blocks_of(optie=(fit, rules)))
    assert card.verdict == word
    assert card.badge == next((name for name, known in VERDICT_WORDS.items() if known == word), "minder-passend")
    shown = [
        line for line in lines(card.blocks) if line not in ("Iets.", "Waarom dit oordeel", "Voor", "Tegen", "Nodig")
    ]
    assert shown == told


def first_looks(blocks: tuple[Block, ...]) -> list[str]:
    """What stands above the options, without the question."""
    until = next(index for index, block in enumerate(blocks) if isinstance(block, Card))
    return lines(blocks[:until])[1:]


ABOUT = "Hiervoor spreekt in uw situatie nu het meest. Het is geen keuze: de andere opties staan eronder."


def test_of_six_options_three_come_first_each_with_a_reason_for_and_one_against(
    blocks_of: Callable[..., tuple[Block, ...]],
) -> None:
    found = blocks_of(
        een=(NOWHERE, ()),
        twee=(NOWHERE, (AGAINST, AGAINST, FOR)),
        drie=(HERE, (FOR,)),
        vier=(HERE, (MAYBE,)),
        vijf=(NOWHERE, (AGAINST, FOR, FOR)),
        zes=(NOWHERE, ()),
    )
    assert first_looks(found) == [
        "Kijk eerst naar deze drie",
        ABOUT,
        "Drie: Want: Reden 1 (sterk).",
        "Vijf: Want: Reden 2 (sterk). Maar: Reden 1 (tegen).",
        f"Vier: Vooral door de plek. Beantwoord eerst: {QUESTION}.",
    ]
    titles = [block.title for block in found if isinstance(block, Card)]
    assert titles == ["Drie", "Vijf", "Vier", "Een", "Zes", "Twee"]


def test_of_four_or_five_options_two_come_first_and_one_where_no_more_is_left(
    blocks_of: Callable[..., tuple[Block, ...]],
) -> None:
    more = {"een": (NOWHERE, (FOR,)), "twee": (HERE, ()), "drie": (NOWHERE, (AGAINST,)), "vier": (NOWHERE, (AGAINST,))}
    for options in (more, {**more, "vijf": (NOWHERE, ())}):
        assert first_looks(blocks_of(**options)) == [
            "Kijk eerst naar deze twee",
            ABOUT,
            "Een: Want: Reden 1 (sterk).",
            "Twee: Vooral door de plek.",
        ]
    left = {**more, "twee": (NOWHERE, (AGAINST,))}
    assert first_looks(blocks_of(**left)) == ["Kijk eerst naar deze ene", ABOUT, "Een: Want: Reden 1 (sterk)."]


@pytest.mark.parametrize("rules", [(AGAINST,), (NEVER,), (MAYBE,), ()])
def test_where_nothing_speaks_for_any_option_the_card_says_so(
    blocks_of: Callable[..., tuple[Block, ...]], rules: Rules
) -> None:
    found = blocks_of(**dict.fromkeys(("een", "twee", "drie"), (NOWHERE, rules)))
    assert first_looks(found) == ["Voor geen van deze opties spreekt nu genoeg. Kijk wat dat kan veranderen."]


def test_what_stands_on_top_only_because_more_speaks_against_the_rest_is_not_among_them(
    blocks_of: Callable[..., tuple[Block, ...]],
) -> None:
    found = blocks_of(een=(NOWHERE, (FOR,)), twee=(NOWHERE, ()), drie=(NOWHERE, (MAYBE,)), vier=(THERE, (MAYBE,)))
    assert first_looks(found) == ["Kijk eerst naar deze ene", ABOUT, "Een: Want: Reden 1 (sterk)."]


def test_of_a_single_option_nothing_is_to_be_looked_at_first(blocks_of: Callable[..., tuple[Block, ...]]) -> None:
    assert first_looks(blocks_of(een=(HERE, (FOR,)))) == []


def test_who_winds_down_is_told_what_to_look_at_first_only_where_that_is_about_winding_down(
    content: Content, assessment_of: Make
) -> None:
    estimate, chosen = {"motivatie": 5, "betrokkenheid": 5}, {"vorm": {"options": ["bij-provincie"]}}
    assessment = assessment_of(context={"fase": "afbouwen"}, estimate=estimate, choices=chosen, municipalities=5)
    report = build_report(Outcome(content, assessment, ON), version="0")
    (menu,) = (section for section in report.sections if section.id == "menukaart")
    told = {
        part.id for part in menu.parts if any("Kijk eerst" in line or "geen van" in line for line in lines(part.blocks))
    }
    assert "menu-vorm" in {part.id for part in menu.parts}
    assert told == {"menu-kennisborging", "menu-looptijd"}


def test_beside_an_option_stands_how_many_real_initiatives_chose_it_and_of_a_newer_one_nothing(
    content: Content, assessment_of: Make
) -> None:
    report = build_report(Outcome(content, assessment_of(), ON), version="0")
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
