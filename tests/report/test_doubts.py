"""How a report answers the doubts that were heard."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report
from poolwijzer.report.data import document
from poolwijzer.report.model import Depth, Report, Section
from poolwijzer.report.said import split_sentences
from poolwijzer.report.texts import texts_of
from tests.roots import SMALL_MENUS, TESTS

Make = Callable[..., Assessment]
ON = date(2026, 11, 1)
OWN = TESTS / "files" / "menus" / "good" / "bezwaren-bij-alle-twijfels"


def within(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Sections and all parts in them."""
    for section in sections:
        yield section
        yield from within(section.parts)


def heard(report: Report) -> Section | None:
    return next((part for part in within(report.sections) if part.title == "Hoort u dit?"), None)


def said(report: Report) -> str:
    part = heard(report)
    return "\n".join(texts_of([part])) if part else ""


@pytest.mark.slow
@pytest.mark.parametrize("depth", ["gewoon", "volledig"])
def test_every_doubt_is_told_with_its_reply_question_example_and_the_options_that_help_with_their_verdict(
    report_of: Callable[..., Report], assessment_of: Make, content: Content, depth: Depth
) -> None:
    for doubt, objection in content.objections.items():
        assessment = assessment_of(context={"twijfel": [doubt]})
        report = report_of(assessment, depth)
        part = heard(report)
        assert part is not None
        assert [inner.title for inner in part.parts] == [f"'{objection.says}'"]
        told = "\n".join(texts_of([part]))
        everything = "\n".join(texts_of(report.sections))
        for text in (objection.reply, objection.example.text):
            assert all(sentence in everything for sentence in split_sentences(text))
        assert "Praktijk" in told or "Voorbeeld" in told or objection.reply in told
        body = "\n".join(texts_of(one for one in report.sections if not one.annex))
        assert f"'{objection.says.rstrip('.')}'\n{objection.ask_back}" in body
        if objection.example.case:
            assert content.cases[objection.example.case].title in told
        for option in objection.helps:
            assert f"{content.options[option].title}: " in told
        assert ("Elders gebruikt\ndat vonden wij niet" in told) == (objection.tried == "nee")


def test_the_verdict_of_an_option_that_helps_is_that_of_the_menu_card(assessment_of: Make, content: Content) -> None:
    assessment = assessment_of(
        municipalities=3,
        context={"twijfel": ["steun-van-de-raad", "kosten", "wat-krijgen-wij-terug"]},
        choices={"verdeling": {"options": ["gezamenlijk-jaarprogramma"]}},
    )
    data = document(Outcome(content, assessment, ON), "0")["advice"]
    card = {one["option"]: one for component in data["components"] for one in component["options"]}
    helps = [option for entry in data["objections"] for option in entry["helps"]]
    assert helps and any(one["standing"] == "gekozen" for one in helps)
    for one in helps:
        assert {name: one[name] for name in ("title", "standing", "verdict", "excluded")} == {
            name: card[one["option"]][name] for name in ("title", "standing", "verdict", "excluded")
        }


def test_the_sources_of_an_example_stand_among_the_sources(
    report_of: Callable[..., Report], assessment_of: Make, content: Content
) -> None:
    report = report_of(assessment_of(context={"twijfel": ["vorige-hulp-viel-tegen"]}))
    listed = "\n".join(texts_of([next(part for part in within(report.sections) if part.id == "bronnen")]))
    assert content.sources["s40"].title in listed


def test_a_short_report_tells_a_doubt_in_one_sentence_with_the_question_back(
    report_of: Callable[..., Report], examples: Path
) -> None:
    path = examples / "voorbeeldregio-rivierland.yaml"
    lines = said(report_of(path, "kort")).splitlines()
    assert (
        "'Wij hebben hier geen tijd voor.' Vraag dan: Welk werk blijft nu liggen, en wie zou het anders doen?" in lines
    )
    assert len(lines) == 4
    assert "Deelnemen kost in het begin vaak meer tijd" in said(report_of(path, "gewoon"))


def test_a_page_has_a_line_for_three_doubts_and_says_that_there_are_more(
    assessment_of: Make, content: Content, tmp_path: Path
) -> None:
    (tmp_path / "vragen.yaml").write_text("context:\n  twijfel: {most: 9}\n", encoding="utf-8")
    assessment = assessment_of(context={"twijfel": list(content.doubts)[:5]})
    report = build_report(Outcome(load_menus(tmp_path), assessment, ON), version="0", depth="kort")
    lines = said(report).splitlines()
    assert len(lines) == 5 and lines[-1] == "Nog 2 twijfels staan in het hele verslag."


@pytest.mark.parametrize("answer", [None, ["geen"], ["weten-wij-niet"]])
@pytest.mark.parametrize("depth", ["kort", "gewoon", "volledig"])
def test_without_a_doubt_there_is_nothing_to_answer(
    report_of: Callable[..., Report], assessment_of: Make, answer: list[str] | None, depth: Depth
) -> None:
    assert heard(report_of(assessment_of(context={"twijfel": answer} if answer else {}), depth)) is None


def test_the_order_in_which_doubts_were_written_changes_nothing(
    report_of: Callable[..., Report], assessment_of: Make
) -> None:
    doubts = ["te-veel-overleg", "kosten", "verschil-in-grootte"]
    forwards, backwards = (assessment_of(context={"twijfel": some}) for some in (doubts, doubts[::-1]))
    assert said(report_of(forwards)) == said(report_of(backwards)) != ""


def test_the_json_holds_all_that_is_said_of_a_doubt(assessment_of: Make, content: Content) -> None:
    assessment = assessment_of(context={"twijfel": ["wij-hebben-onze-mensen-al"]})
    (entry,) = json.loads(json.dumps(document(Outcome(content, assessment, ON), "0")))["advice"]["objections"]
    assert (entry["doubt"], entry["label"], entry["tried"]) == (
        "wij-hebben-onze-mensen-al",
        "wij hebben zelf al mensen",
        "nee",
    )
    assert entry["says"] == "Wij hebben hier zelf mensen voor."
    assert entry["ask_back"] == "Wat kunnen uw mensen andere gemeenten leren?"
    assert entry["example"]["case"] is None and entry["example"]["basis"] == "afgeleid"
    assert entry["helps"][0]["option"] == "inbreng-in-natura"


def test_an_own_doubt_is_answered_by_its_own_objection_and_a_hidden_option_helps_nobody(
    assessment_of: Make, tmp_path: Path
) -> None:
    assessment = assessment_of(context={"twijfel": ["herindeling"]})
    told = said(build_report(Outcome(load_menus(OWN, SMALL_MENUS), assessment, ON), version="0"))
    assert "'Straks worden wij samengevoegd.'" in told and "Strippenkaart: " in told
    for path in OWN.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "componenten").mkdir()
    hidden = "hide: true\n"
    (tmp_path / "componenten" / "verdeling.yaml").write_text(hidden, encoding="utf-8")
    told = said(build_report(Outcome(load_menus(tmp_path, SMALL_MENUS), assessment, ON), version="0"))
    assert "'Straks worden wij samengevoegd.'" in told and "Strippenkaart" not in told


def test_menus_without_objections_say_nothing_of_doubts(assessment_of: Make) -> None:
    outcome = Outcome(load_menus(None, SMALL_MENUS), assessment_of(context={"twijfel": ["kosten"]}), ON)
    assert heard(build_report(outcome, version="0")) is None
    assert document(outcome, "0")["advice"]["objections"] == []
