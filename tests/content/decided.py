"""What was decided on the content of the shipped menus, pinned in decided.yaml: `make decided` writes that anew.

A change of what is pinned is a decision, never a slip: the difference in that one file shows it.
"""

from __future__ import annotations

import sys
from typing import Any

import yaml

from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.problems import InputError
from tests.roots import TESTS

FILE = TESTS / "content" / "decided.yaml"
ABOUT = """\
# What was decided on the content of the shipped menus: tests hold the menus against it, and `make decided` renews it.
# The fits of an option stand in the order of the key questions below.
"""


def decided() -> dict[str, Any]:
    """What was decided, by part."""
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


def as_decided(content: Content) -> dict[str, Any]:
    """What these menus say on all that is pinned."""
    typology, statements = content.typology, content.statements
    stress, privacy, axes = typology.stress, typology.privacy, typology.axes
    return {
        "scale": [typology.scale.lowest, typology.scale.highest],
        "words": {name: list(labels.words.values()) for name, labels in typology.scale.labels.items()},
        "levels": dict(typology.levels),
        "bounds": {
            name: str(value)
            for name, value in {
                "low_below": typology.bands.low_below,
                "high_above": typology.bands.high_above,
                "definitive": typology.coverage.definitive,
                "provisional": typology.coverage.provisional,
                "gap_above": typology.respondents.gap_above,
                "own_mark_coverage": privacy.own_mark_coverage,
                "stress_shift": stress.shift,
            }.items()
        },
        "numbers": {
            "stress_runs": stress.runs,
            "spread_from": privacy.spread_from,
            "role_from": privacy.role_from,
            "anonymous_from": privacy.anonymous_from,
            "agreement_from": privacy.agreement_from,
        },
        "statements": {
            axis: {
                facet: [n for n, s in statements.items() if (s.axis, s.facet) == (axis, facet)] for facet in one.facets
            }
            for axis, one in axes.items()
        },
        "blocks": {block: list(names) for block, names in content.blocks.items()},
        "retired": list(content.retired),
        "implied_by": {name: s.implied_by.statement for name, s in statements.items() if s.implied_by},
        "short_list": [name for name, statement in statements.items() if statement.short],
        "reversed": [name for name, statement in statements.items() if statement.reversed],
        "weighted": {name: str(statement.weight) for name, statement in statements.items() if statement.weight != 1},
        "asked_of": {name: list(statement.asked_of) for name, statement in statements.items()},
        "answers": {name: list(question.answers) for name, question in content.context.items()},
        "most": {name: question.most for name, question in content.context.items() if question.most},
        "maps": {
            name: {answer: int(value) for answer, value in one.values.items()} for name, one in content.maps.items()
        },
        "key_questions": {name: one.key_question for name, one in typology.quadrants.items()},
        "plain_questions": {name: one.plain_question for name, one in typology.quadrants.items()},
        "menu_first": [name for name, one in typology.quadrants.items() if one.menu_first],
        "from_the_deck": {
            name: [option for option, one in component.options.items() if one.basis == "deck"]
            for name, component in content.components.items()
            if component.deck
        },
        # In the order of the quadrants.
        "fits": {
            name: {
                option: " ".join(str(one.fit[quadrant]) for quadrant in typology.quadrants)
                for option, one in c.options.items()
            }
            for name, c in content.components.items()
        },
        "credit": typology.credit,
        "method": list(typology.method),
        "remarks": list(typology.remarks),
        "note": content.questions.note,
    }


def write_decided() -> None:
    """Pin what the shipped menus say now."""
    text = yaml.safe_dump(
        as_decided(load_menus()), allow_unicode=True, sort_keys=False, default_flow_style=None, width=110
    )
    FILE.write_text(ABOUT + text, encoding="utf-8")


if __name__ == "__main__":
    try:
        write_decided()
    except InputError as error:
        sys.exit(f"{error}\nThe menus have a mistake: poolwijzer menu check")
