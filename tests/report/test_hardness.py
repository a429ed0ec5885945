"""What a report says of how firm a place is, who said what, and the path: within the bounds of privacy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.write import dump_assessment as file_of
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.drawing.charts import Bars
from poolwijzer.engine.agreement import agreement
from poolwijzer.engine.respondents import Mode
from poolwijzer.outcome import Outcome
from poolwijzer.report import words
from poolwijzer.report.build import build_report
from poolwijzer.report.model import Depth, Paragraph, Report, Section, Table
from poolwijzer.report.texts import flat, texts_of

Make = Callable[..., Assessment]
TOWNS = ("Assen", "Emmen", "Meppel", "Coevorden", "Hoogeveen", "Tynaarlo", "Westerveld", "De Wolden")


def people(roles: tuple[str | None, ...], named: bool = True) -> list[dict[str, Any]]:
    return [
        {
            "id": f"r{index}",
            "organisation": {"kind": "gemeente", "name": TOWNS[index % len(TOWNS)]},
            **({"role": role} if role else {}),
            "named": named,
            "answers": {"m16": 1 + index % 5, "m2": 4, "m3": 4, "m6": 2, "m12": 2, "b2": 2, "b6": 4, "b9": 2},
        }
        for index, role in enumerate(roles)
    ]


def report(
    assessment: Assessment, content: Content, mode: Mode = "standaard", depth: Depth = "gewoon", explain: bool = False
) -> Report:
    outcome = Outcome(content, assessment, date(2026, 11, 1), mode)
    return build_report(outcome, version="0", depth=depth, explain=explain)


def section(report: Report, id: str) -> str:
    return "\n".join(texts_of(one for one in _all(report.sections) if one.id == id))


def _all(sections: tuple[Section, ...]) -> Iterator[Section]:
    for one in sections:
        yield one
        yield from _all(one.parts)


def tables(report: Report) -> dict[str, Table]:
    found = (block for one in _all(report.sections) for block in one.blocks if isinstance(block, Table))
    return {table.caption: table for table in found}


ALL_FOUR = dict.fromkeys(("m2", "m3", "m16", "b2", "b9", "b11", "b12"), 4) | {"m6": 2, "m12": 2, "b6": 2}


def test_a_page_says_beside_the_figure_what_the_place_is_and_how_firm_and_no_more(
    content: Content, assessment_of: Make
) -> None:
    short = report(assessment_of(answers=ALL_FOUR), content, depth="kort")
    told = [block.line.text for block in flat(short.sections[0].blocks) if isinstance(block, Paragraph)]
    assert told == [
        "De plek nu: Samen inrichten",
        "De gemeenten willen samenwerken en de provincie of regio is betrokken. "
        "U kunt het initiatief nu samen inrichten. De menukaart helpt bij het gesprek over de keuzes.",
        "De plek staat redelijk stevig. Geen plek is beter dan een andere. Elke plek vraagt een andere eerste stap.",
    ]
    text = "\n".join(texts_of(short.sections))
    assert text.count("Geen plek is beter dan een andere.") == 1
    assert not re.search("Hoe vast|in ongeveer|Genoeg antwoorden|stellingen zijn beantwoord|Wat zou het beeld", text)


def test_without_a_body_the_page_speaks_of_none(content: Content, assessment_of: Make) -> None:
    short = report(assessment_of(answers=ALL_FOUR, context={"verband": "geen"}), content, depth="kort")
    assert "Boven de gemeenten bestaat nog geen samenwerking." in section(short, "kort")
    assert "provincie of regio" not in section(short, "kort")


def test_a_page_about_too_few_answers_says_that_they_are(content: Content, assessment_of: Make) -> None:
    short = report(assessment_of(answers={"m16": 4, "m2": 4, "b2": 4, "b11": 4}), content, depth="kort")
    assert "De plek nu: Samen inrichten (voorlopig)" in section(short, "kort")
    assert "Voorlopig. 4 van de 10 stellingen zijn beantwoord." in section(short, "verantwoording")
    few = report(assessment_of(answers={"m16": 4}), content, depth="kort")
    assert "Nog geen plek" in section(few, "kort")
    assert "Te weinig antwoorden voor een plek." in section(few, "verantwoording")


def test_between_two_places_the_page_names_both_and_the_nearest(content: Content, assessment_of: Make) -> None:
    between = {**ALL_FOUR, "b2": 3, "b11": 3, "b12": 3, "b6": 3, "b9": 4}
    short = report(assessment_of(answers=between, questions="kort"), content, depth="kort")
    assert "Tussen twee plekken: Samen inrichten en Gemeenten aan zet" in section(short, "kort")
    assert "Het dichtst bij: Samen inrichten.\nSamen inrichten\nDe gemeenten willen" in section(short, "kort")
    assert "\nGemeenten aan zet\nDe gemeenten willen" in section(short, "kort")
    assert "De plek kan nog verschuiven." in section(short, "kort")
    exactly = report(assessment_of(answers={**between, "b9": 3}, questions="kort"), content, depth="kort")
    assert "Het dichtst bij" not in section(exactly, "kort")


def test_no_part_of_a_report_but_the_sums_tells_a_score_more_exactly_than_in_halves(
    content: Content, assessment_of: Make
) -> None:
    body = {
        "id": "v",
        "organisation": {"kind": "verband", "name": "de provincie"},
        "answers": {"b2": 5, "b11": 4, "b12": 4},
    }
    earlier = {"date": "2024-11-01", "questions": "kort", "answers": {**ALL_FOUR, "m16": 1, "m2": 3}}
    assessment = assessment_of(
        responses=[*people((*("ambtelijk",) * 6, *("secretaris",) * 3)), body],
        municipalities=list(TOWNS),
        measurements=[earlier],
        estimate={"motivatie": 4, "betrokkenheid": 2},
        answers={"m2": {"votes": [3, 2, 1, 2, 3]}},
    )
    for depth in ("kort", "bestuur", "gewoon"):
        made = report(assessment, content, depth=depth)
        parts = {one.id: "\n".join(texts_of([one])) for one in _all(made.sections)}
        for id in ("kort", "stand", "onderbouwing", "hardheid", "respondenten", "tijd", "acties"):
            assert not re.search(r"\d,(?!5\b)\d", parts.get(id, "")), (depth, id)
            assert "doorrekening" not in parts.get(id, "")
    assert set(parts) >= {"kort", "onderbouwing", "hardheid", "respondenten", "tijd"}


def test_a_full_report_says_what_would_change_the_picture_as_facts_and_not_as_a_ladder(
    content: Content, assessment_of: Make
) -> None:
    context = {"verband": {"kind": "provincie", "name": "de provincie Drenthe"}}
    text = section(report(assessment_of(answers=ALL_FOUR, context=context), content), "verandering")
    assert re.search(r"Als .*de provincie Drenthe .*, dan (is de plek '|staat het initiatief tussen)", text)
    assert not re.search(r"\b(beter|verbeter|stijgen|hogerop|score verhogen)\b", text)


def test_where_the_axes_could_come_is_told_in_levels(content: Content, assessment_of: Make) -> None:
    whole = report(assessment_of(answers=ALL_FOUR), content)
    rows = {row[0]: row[1:] for row in tables(whole)["Waar de assen kunnen uitkomen"].rows}
    assert set(rows) == {"Motivatie", "Betrokkenheid"}
    assert rows["Betrokkenheid"][0] == "hoog" and rows["Betrokkenheid"][2] == "wisselend tot hoog"
    assert "Komt u ergens anders uit\nmeestal tussen twee plekken" in section(whole, "hardheid")


@given(st.fractions(1, 5))
def test_a_score_is_rounded_to_the_nearest_half_and_says_so_where_it_was(score: Fraction) -> None:
    told = Fraction(words.halves(score).replace(",", "."))
    assert abs(told - score) <= Fraction(1, 4) and told * 2 == int(told * 2)
    assert words.about(score).startswith("ongeveer ") == (told != score)


@given(st.lists(st.integers(0, 12), min_size=5, max_size=5).filter(any))
def test_how_far_people_agree_is_one_of_four_words(counts: list[int]) -> None:
    found = agreement(counts)
    assert found is not None
    order = ["twee kampen", "verdeeld", "redelijk eensgezind", "eensgezind"]
    assert order.index(words.agreed(found)) == sum(found >= Fraction(least, 5) for least in (-1, 1, 3))


def test_hands_are_told_as_a_group_and_forms_as_municipalities(content: Content, assessment_of: Make) -> None:
    hands = {**ALL_FOUR, "m2": {"votes": [4, 5, 3, 0, 1]}}
    whole = report(assessment_of(answers=hands), content)
    told = "13 handen: 4 geen, 5 een paar, 3 ongeveer de helft, 1 (bijna) alle"
    assert f"{told}." in section(whole, "antwoorden-motivatie")
    text = section(whole, "wie-antwoordde")
    assert f"De handen gingen uiteen: stelling 1 over motivatie ({told})." in text
    assert "redelijk eensgezind" not in section(whole, "respondenten"), "who is divided is not said to agree"
    assert "de gemeenten verdeeld" not in text


def test_hands_stand_on_a_line_below_the_note_and_in_no_table_of_respondents(
    content: Content, assessment_of: Make
) -> None:
    hands = {**ALL_FOUR, "m2": {"value": 2, "votes": [4, 5, 3, 0, 1], "note": "Alleen Assen wil.\nDe rest wacht"}}
    whole = report(assessment_of(answers=hands), content)
    assert "Alleen Assen wil.\nDe rest wacht\n13 handen: 4 geen" in section(whole, "antwoorden-motivatie")
    assert "Hoeveel respondenten antwoord gaven" not in tables(whole)
    assert "redelijk eensgezind" not in section(whole, "respondenten")


def test_an_own_estimate_is_not_tested_and_the_report_says_so(content: Content, assessment_of: Make) -> None:
    text = section(report(assessment_of(estimate={"motivatie": 4, "betrokkenheid": 4}), content), "hardheid")
    assert "Een eigen inschatting is niet te toetsen." in text


def test_the_question_that_would_settle_most_comes_with_how_much(content: Content, assessment_of: Make) -> None:
    without = {name: value for name, value in ALL_FOUR.items() if name != "m3"}
    text = section(report(assessment_of(answers=without, questions="kort"), content), "hardheid")
    assert "Vraag hierna" in text and re.search(r"hangen ervan af|beter bekend|verandert de plek", text)


def test_many_respondents_are_counted_and_their_differences_named(content: Content, assessment_of: Make) -> None:
    body = {
        "id": "v",
        "organisation": {"kind": "verband", "name": "de provincie"},
        "answers": {"b2": 5, "b11": 4, "b12": 4},
    }
    assessment = assessment_of(responses=[*people(("ambtelijk",) * 8), body], municipalities=list(TOWNS))
    whole = report(assessment, content)
    text = section(whole, "wie-antwoordde")
    assert "Apart antwoordden 9 respondenten, uit 8 gemeenten en de bestaande samenwerking." in text
    assert "Hierover waren de gemeenten verdeeld: stelling 2 over motivatie." in text
    assert "ziet dit anders dan de gemeenten: stelling " in text
    table = tables(whole)["Hoeveel respondenten antwoord gaven"]
    assert table.head == ("Stelling", "Aantal", "Gemeenten", "Uitersten")
    row = next(row for row in table.rows if "vragen zelf om samenwerking" in row[0])
    assert row[1:] == ("8", "8", "1 tot 5")
    (chart,) = (
        block
        for one in _all(whole.sections)
        if one.id == "respondenten"
        for block in one.blocks
        if isinstance(block, Bars)
    )
    # m16: 1 2 3 4 5 1 2 3, so 2 2 2 1 1; said once.
    bar = next(row for row in chart.rows if "vragen zelf om samenwerking" in row.label)
    assert bar.counts == (2, 2, 2, 1, 1)


def test_under_five_municipalities_no_counts_are_told_and_the_report_says_why(
    content: Content, assessment_of: Make
) -> None:
    assessment = assessment_of(responses=people(("ambtelijk",) * 4), municipalities=list(TOWNS[:4]))
    whole = report(assessment, content)
    assert tables(whole)["Hoeveel respondenten antwoord gaven"].head == ("Stelling", "Aantal", "Gemeenten")
    assert "Bij minder dan 5 gemeenten" in section(whole, "respondenten")
    assert "De eigen plek van elke gemeente" not in tables(whole)


@pytest.mark.parametrize("small", [1, 2])
def test_a_role_that_is_too_small_cannot_be_worked_out_from_the_others(
    content: Content, assessment_of: Make, small: int
) -> None:
    roles = (*("ambtelijk",) * 4, *("secretaris",) * 3, *("bestuurlijk",) * small)
    whole = report(assessment_of(responses=people(roles), municipalities=list(TOWNS)), content)
    row = tables(whole)["Gemiddeld antwoord per functie"].rows[0]
    told = [int(number) for cell in row[1:] for number in re.findall(r"\((\d+)\)", cell)]
    total = int(tables(whole)["Hoeveel respondenten antwoord gaven"].rows[0][1])
    left = total - sum(told)
    assert left == 0 or left >= content.typology.privacy.role_from


def test_names_stand_only_where_asked_for_and_agreed_to(content: Content, assessment_of: Make) -> None:
    agreed = assessment_of(responses=people(("ambtelijk",) * 8), municipalities=list(TOWNS))
    refused = assessment_of(responses=people(("ambtelijk",) * 8, named=False), municipalities=list(TOWNS))

    def names(assessment: Assessment, mode: Mode) -> set[str]:
        return {row[1] for row in tables(report(assessment, content, mode))["De eigen plek van elke gemeente"].rows}

    assert names(agreed, "standaard") == {"zonder naam"}
    assert names(agreed, "named") == set(TOWNS)
    assert names(refused, "named") == {"zonder naam"}


def test_the_picture_has_a_mark_for_every_municipality_and_a_region(content: Content, assessment_of: Make) -> None:
    assessment = assessment_of(responses=people(("ambtelijk",) * 8), municipalities=list(TOWNS))
    text = section(report(assessment, content), "kort")
    assert "1 tot en met 8: gemeenten zonder naam; de nummers zijn geen rangorde" in text
    assert "hier kan het initiatief ook uitkomen" in text
    named = section(report(assessment, content, "named"), "kort")
    assert text.count("Emmen") == 1 and named.count("Emmen") > 1, "among who take part, and beside a mark"


def test_the_path_says_what_changed_and_which_statements_made_it(content: Content, assessment_of: Make) -> None:
    earlier = {"date": "2024-11-01", "questions": "kort", "answers": {**ALL_FOUR, "m16": 1, "m2": 3}}
    whole = report(assessment_of(answers=ALL_FOUR, questions="kort", measurements=[earlier]), content)
    text = section(whole, "tijd")
    assert "Motivatie ging omhoog. Vooral door: " in text
    assert "stelling 2 over motivatie (van 1 naar 4)" in text
    assert "Betrokkenheid bleef gelijk." in text
    assert "Motivatie ging omhoog en betrokkenheid bleef gelijk." in section(whole, "sinds-de-vorige-keer")
    assert "meting van 1 november 2024" in section(whole, "kort")


def test_the_path_gives_no_answer_that_went_the_other_way_as_a_cause(content: Content, assessment_of: Make) -> None:
    earlier = {"date": "2024-11-01", "questions": "kort", "answers": {**ALL_FOUR, "m16": 1, "m2": 5}}
    whole = report(assessment_of(answers=ALL_FOUR, questions="kort", measurements=[earlier]), content)
    up, _, down = section(whole, "tijd").partition(" De andere kant op: ")
    assert up.endswith("Motivatie ging omhoog. Vooral door: stelling 2 over motivatie (van 1 naar 4).")
    assert down.startswith("stelling 1 over motivatie (van 5 naar 4).")


def test_a_path_over_another_list_of_questions_carries_a_warning(content: Content, assessment_of: Make) -> None:
    earlier = {"date": "2024-11-01", "questions": "volledig", "answers": {**ALL_FOUR, "m13": 4}}
    whole = report(assessment_of(answers=ALL_FOUR, questions="kort", measurements=[earlier]), content)
    assert "korte lijst gevraagd" in section(whole, "tijd")


def test_divided_municipalities_are_told_with_numbers(content: Content, assessment_of: Make) -> None:
    high = {"m16": 5, "m2": 5, "m3": 5, "m6": 1, "m12": 1}
    low = {"m16": 1, "m2": 1, "m3": 1, "m6": 5, "m12": 5}
    responses = [
        {"id": f"r{index}", "organisation": {"kind": "gemeente", "name": town}, "answers": high if index < 5 else low}
        for index, town in enumerate(TOWNS)
    ]
    whole = report(assessment_of(responses=responses, municipalities=list(TOWNS)), content)
    told = "De gemeenten denken verschillend: 5 gemeenten willen, 0 twijfelen, 3 willen nog niet."
    assert told in section(whole, "wie-antwoordde")


def test_explain_shows_every_part_so_that_it_can_be_redone_by_hand(content: Content, assessment_of: Make) -> None:
    whole = report(assessment_of(answers=ALL_FOUR), content, explain=True)
    table = tables(whole)["Elke stelling met haar bijdrage"]
    assert table.head[-1] == "Bijdrage"
    ids = {"uitleg-doorrekening", "uitleg-weglaten", "uitleg-stappen"}
    assert ids <= {one.id for one in _all(whole.sections)}


# On the command line.


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [*arguments, "--date", "2026-11-01"])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def file(tmp_path: Path, assessment_of: Make) -> Path:
    answers = {"b3": {"value": 4, "note": "Zei Jansen."}}
    assessment = assessment_of(
        responses=people((*("ambtelijk",) * 4, *("bestuurlijk",) * 4)), municipalities=list(TOWNS), answers=answers
    )
    path = tmp_path / "regio.yaml"
    path.write_bytes(file_of(assessment))
    return path


@pytest.mark.parametrize(
    "extra",
    [["--depth", "gewoon"], ["--json"], pytest.param(["--explain", "--depth", "gewoon"], marks=pytest.mark.slow)],
)
def test_an_anonymous_advice_holds_no_role_and_no_note_in_any_output(file: Path, extra: list[str]) -> None:
    status, shown, _ = run("advise", str(file), *extra)
    assert status == 0 and "Jansen" in shown
    status, shown, _ = run("advise", str(file), "--anonymous", *extra)
    assert status == 0
    assert "Jansen" not in shown and "Per functie" not in shown and "bestuurders" not in shown.lower().split("vraag")[0]


def test_an_anonymous_advice_is_refused_under_five_respondents(tmp_path: Path, assessment_of: Make) -> None:
    path = tmp_path / "klein.yaml"
    path.write_bytes(file_of(assessment_of(responses=people(("ambtelijk",) * 4), municipalities=list(TOWNS[:4]))))
    status, shown, said = run("advise", str(path), "--anonymous")
    assert (status, shown) == (2, "")
    assert "vanaf 5 respondenten" in said and "4 respondenten hebben" in said


def test_named_and_anonymous_together_are_refused(file: Path) -> None:
    status, _, said = run("advise", str(file), "--anonymous", "--named")
    assert status == 2 and "niet samen" in said


def test_the_drawing_alone_goes_to_a_file(file: Path) -> None:
    target = file.with_name("plek.svg")
    status, _, _ = run("advise", str(file), "-o", str(target), "--named")
    text = target.read_text(encoding="utf-8")
    assert status == 0 and text.startswith("<svg ") and "Emmen" in text
