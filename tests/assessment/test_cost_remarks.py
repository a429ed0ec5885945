"""What the costs say that does nothing, or does not fit the rest of the file, is told and is no mistake."""

from __future__ import annotations

import pytest

from poolwijzer.assessment.read import parse_assessment
from poolwijzer.content.content import Content

HEAD = """\
poolwijzer: 2
initiative: {id: proef, name: Proef, municipalities: [Assen, De Wolden]}
answers: {m2: 4}
"""


def told(costs: str, content: Content, more: str = "") -> list[str]:
    text = f"{HEAD}{more}costs:\n{costs}\n"
    return [
        str(remark).replace("\xa0", " ") for remark in parse_assessment(text.encode(), "proef.yaml", content).remarks
    ]


BASE = "key: {kind: vaste-basis-plus-opslag, base: "
POSTS = "  posts: [{what: team, amount: 120.000}]\n"


@pytest.mark.parametrize(
    ("costs", "said"),
    [
        (f"{POSTS}  members: {{Assen: {{from: 2028}}}}", "Zonder years doet iedereen het hele jaar mee."),
        (f"{POSTS}  years: [2027]\n  members: {{Assen: {{from: 2029}}}}", "Assen doet in geen van deze jaren mee"),
        (f"{POSTS}  years: [2027]\n  members: {{GM0106: {{from: 2020}}}}", "Assen doet alle jaren mee."),
        (f"{POSTS}  indexing: 3%", "Nu telt indexing niet mee."),
        ("  years: [2027]\n  posts: [{what: team, amount: 5, indexing: 3%}]", "Nu telt indexing niet mee."),
        (
            "  years: [2027, 2028]\n  posts: [{what: team, amount: {2027: 5, 2028: 6}, indexing: 3%}]",
            "Team heeft een bedrag voor elk jaar. Dan telt indexing niet mee.",
        ),
        ("  years: [2027, 2028]\n  posts: [{what: a, amount: {2027: 5, 2028: 6}}]\n  indexing: 3%", "Elke post heeft"),
        (f"{POSTS}  shares: {{provincie: 1/3, rijk: 2/3}}", "De gemeenten betalen dus niets."),
        (f"{POSTS}  shares: {{Assen: 10%}}", "Assen betaalt zo twee keer"),
        (f"{POSTS}  years: [2027]\n  last_year: {{year: 2027, amount: 5}}", "Het vorige jaar is hier 2027"),
        (f"{POSTS}  last_year: {{amount: 5, contributions: {{Assen: 6}}}}", "betaalden samen € 6, en het kostte € 5"),
        (
            f"{POSTS}  last_year: {{contributions: {{Meppel: 6}}}}",
            "'Meppel' doet nu niet mee. Zij staat in de vergelijking met een bijdrage van nul.",
        ),
        (
            f"{POSTS}  {BASE}0, sizes: [{{up_to: 5, weight: 2}}, {{weight: 1}}]}}",
            "telt hier lichter",
        ),
        (
            f"{POSTS}  {BASE}100%, sizes: [{{weight: 1}}]}}",
            "Dan telt sizes niet mee.",
        ),
        (f"{POSTS}  key: {{kind: gewichten, weights: {{Assen: 0, De Wolden: 0}}}}", "Hier staat alleen nul."),
        (f"{POSTS}  key: {{kind: vast-aantal-dagen, days: 0}}", "Hier staat alleen nul."),
        (f"{POSTS}  key: gelijke-delen\n  compare: [{{kind: gelijke-delen}}]", "Deze sleutel staat er al"),
        (
            f"{POSTS}  key: {{kind: cofinanciering-per-opdracht,"
            " assignments: [{municipality: Assen, amount: 2 ton}]}",
            "De opdrachten kosten samen € 200.000, en de posten € 120.000.",
        ),
        (
            f"{POSTS}  key: {{kind: inbreng-in-natura, hours: {{Assen: 900, De Wolden: 900}}, price: 90,"
            " rest: gelijke-delen}",
            "De uren zijn samen meer waard dan het kost",
        ),
    ],
)
def test_what_does_nothing_or_surprises_is_told(costs: str, said: str, content: Content) -> None:
    (line,) = told(costs, content)
    assert said in line


@pytest.mark.parametrize(
    ("costs", "more", "said"),
    [
        (
            f"{POSTS}  key: gelijke-delen",
            "choices: {financiering: {options: [gemeenten-naar-inwoners]}}\n",
            "De groep koos",
        ),
        (POSTS, "context: {omvang: meer}\n", "staat 'meer dan € 1 miljoen'. De posten zijn samen € 120.000."),
        (POSTS, "context: {omvang: tot-100k}\n", "staat 'minder dan € 100.000'."),
        (
            f"{POSTS}  years: [2027, 2028]\n  shares: {{provincie: 1/3}}",
            "context: {geld: [{source: provincie, until: 2027}]}\n",
            "Het geld van provincie is zeker tot en met 2027",
        ),
    ],
)
def test_costs_that_do_not_fit_other_answers_are_told(costs: str, more: str, said: str, content: Content) -> None:
    (line,) = told(costs, content, more)
    assert said in line and line.startswith("proef.yaml:")


@pytest.mark.parametrize("more", ["context: {omvang: tot-500k}\n", "context: {omvang: weet-niet}\n", ""])
def test_costs_that_fit_need_no_remark(more: str, content: Content) -> None:
    costs = f"{POSTS}  years: [2027, 2028]\n  indexing: 3%\n  members: {{Assen: {{from: 2028}}}}\n  key: gelijke-delen"
    assert told(costs, content, more) == []
