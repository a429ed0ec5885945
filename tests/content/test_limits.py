"""Menus of others cannot loosen privacy, nor ask for more than a person could use."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer import Outcome, load
from poolwijzer.content.folders import find_shipped_menus
from poolwijzer.content.limits import LONGEST_TEXT, MOST_IN_ONE, MOST_PARTS
from poolwijzer.content.read import load_menus
from poolwijzer.content.typology import LEAST_PRIVACY, Privacy
from poolwijzer.menucard.checks.menu_check import check_menus
from poolwijzer.problems import Fault, InputError, Problem
from poolwijzer.report.build import build_report
from tests.roots import ROOT, SMALL_MENUS

ON = date(2026, 11, 1)
STRICTER = "strenger met de privacy dan de gewone menu's"


def own(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def refusals(folder: Path) -> list[Problem]:
    """What loading tells, which a check tells too."""
    with pytest.raises(InputError) as caught:
        load_menus(folder, SMALL_MENUS)
    told = list(caught.value.problems)
    assert set(told) <= set(check_menus(folder, ON, SMALL_MENUS).problems)
    assert all(problem.hint for problem in told[:100])
    return told


def test_the_shipped_menus_show_as_much_as_any_may() -> None:
    privacy = load_menus().typology.privacy
    assert {name: getattr(privacy, name) for name in Privacy.model_fields} == LEAST_PRIVACY
    assert not privacy.is_stricter


@given(st.fixed_dictionaries({name: st.fractions(0, 12) for name in LEAST_PRIVACY}))
def test_no_menus_at_all_can_show_more(numbers: dict[str, Fraction]) -> None:
    given_numbers = {
        name: str(number if name == "own_mark_coverage" else int(number)) for name, number in numbers.items()
    }
    try:
        privacy = Privacy.model_validate(given_numbers)
    except (ValueError, Fault):
        return
    assert all(getattr(privacy, name) >= least for name, least in LEAST_PRIVACY.items())


def test_menus_that_start_from_nothing_have_the_same_floor(tmp_path: Path) -> None:
    text = (find_shipped_menus() / "typologie.yaml").read_text(encoding="utf-8")
    questions = (find_shipped_menus() / "vragen.yaml").read_text(encoding="utf-8")
    loose = text.replace("spread_from: 5", "spread_from: 2")
    assert loose != text
    with pytest.raises(InputError) as caught:
        load_menus(own(tmp_path, typologie=f"extends: none\n{loose}", vragen=questions))
    assert any("'2'" in one.message and "minstens 5" in one.message for one in caught.value.problems)


@pytest.mark.slow
@pytest.mark.parametrize("line", ["spread_from: 6", "own_mark_coverage: 3/4", "agreement_from: 20"])
def test_a_report_says_so_where_menus_are_stricter(tmp_path: Path, line: str) -> None:
    menus = load_menus(own(tmp_path, typologie=f"privacy: {{{line}}}\n"))
    file = ROOT / "examples" / "flexteam-drenthe.yaml"
    for depth in ("kort", "gewoon", "uitgebreid"):
        for content, said in ((menus, True), (load_menus(), False)):
            report = build_report(Outcome(content, load(file, content), ON), version="0", depth=depth)  # type: ignore[arg-type]
            assert (STRICTER in str(report)) is said


@pytest.mark.parametrize(
    ("files", "place", "words"),
    [
        (
            {"vragen": f"context: {{vraag: {{ask_when: {{all: [{'{axis: motivatie, above: 1}, ' * MOST_IN_ONE}]}}}}}}"},
            "",
            "delen",
        ),
        ({"typologie": f'method: ["{"x" * (LONGEST_TEXT + 1)}"]'}, "typologie.yaml:1:10", "te lang: 5.001 tekens"),
        ({"typologie": f"method: [{'x, ' * (MOST_PARTS + 1)}]"}, "typologie.yaml:1:1", "Hier staan 501 delen."),
        (
            {"typologie": "renamed:\n  options:\n" + "".join(f"    a{i}: a{i + 1}\n" for i in range(3000))},
            "typologie.yaml:3:5",
            "hoogstens 500 delen",
        ),
        ({"vragen": "statements: {m1: {weight: 101}}"}, "vragen.yaml:1:27", "hoogstens 100"),
        ({"vragen": "statements: {m1: {weight: 1e400}}"}, "vragen.yaml:1:27", "Hier hoort een getal"),
        ({"typologie": f"stress: {{runs: {'9' * 5001}}}"}, "typologie.yaml:1:16", "Hier hoort een heel getal"),
        ({f"componenten__c{i}": "hide: true" for i in range(201)}, "", "meer dan 200 menubestanden"),
        ({f"praktijk__c{i}": "# " + "x" * 2_000_000 for i in range(5)}, "", "samen groter dan 8 MB"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_more_than_a_person_could_use_is_refused_where_it_stands(
    tmp_path: Path, files: dict[str, str], place: str, words: str
) -> None:
    if "ask_when" in str(files):
        known = next(iter(load_menus(base=SMALL_MENUS).context))
        files = {name: text.replace("vraag", known) for name, text in files.items()}
    told = refusals(own(tmp_path, **files))
    assert any(words in one.message and place in str(one) for one in told), told


def test_what_a_sentence_of_the_menus_fills_in_is_words_and_nothing_else(tmp_path: Path) -> None:
    text = "{laag.__class__} {laag:>1000000000} {0} {laag!r} %s {{hoog}}"
    menus = load_menus(own(tmp_path, typologie=f'method: ["{text}"]\n'))
    file = ROOT / "examples" / "flexteam-drenthe.yaml"
    report = str(build_report(Outcome(menus, load(file, menus), ON), version="0"))
    assert "{laag.__class__} {laag:>1000000000} {0} {laag!r} %s {" in report
    assert len(report) < 1_000_000


@pytest.mark.slow
def test_a_thousand_mistakes_in_menus_are_told_and_how_many_more(tmp_path: Path) -> None:
    folder = own(tmp_path, vragen="statements:\n" + "".join(f"  m{i}x: {{axi: 1}}\n" for i in range(2000)))
    for told in (refusals(folder), list(check_menus(folder, ON, SMALL_MENUS).problems)):
        assert len(told) == 1001
        assert told[-1].more > 1000 and "meldingen, die hier niet staan" in told[-1].message
