"""docs/geldigheid.md is what `make validity` writes, and never tells the estimated place of a real initiative."""

import pytest

from benchmarks.validity import OTHERWISE, PAGE, UNJUDGED, page, read_words
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.menucard.validity import Validity, measure_validity
from tests.roots import TESTS

MORE = TESTS / "files" / "menus" / "more-cases"


@pytest.fixture(scope="module")
def found(content: Content) -> Validity:
    return measure_validity(content, OTHERWISE)


def test_the_page_is_what_is_found_now(content: Content, found: Validity) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(found, content, read_words()), "run: make validity"


def test_of_every_miss_is_said_whether_a_rule_was_wrong_or_it_is_a_lesson(found: Validity) -> None:
    misses = {(check.case, miss.option.option) for check in found.cases for miss in check.misses}
    words = read_words()
    assert {(case, option) for case, options in words.items() for option in options} == misses
    for options in words.values():
        for word in options.values():
            assert word["oordeel"] in ("regel", "les") and word["waarom"].endswith(".")


def test_the_page_tells_a_miss_with_its_reasons_and_hides_the_place() -> None:
    menus = load_menus(MORE)
    text = page(measure_validity(menus, OTHERWISE), menus, {})
    assert "### Proefregio Zuid" in text and "### Proefregio Noord" not in text
    assert "Voor minder dan zes gemeenten is een team bij de provincie vaak een zware oplossing." in text
    assert text.count("De geschatte plek past hier minder bij.") == 2, "for each of the two options"
    assert UNJUDGED in text
    said = {"oordeel": "les", "waarom": "Het kon ook zo."}
    judged = page(measure_validity(menus, OTHERWISE), menus, {"proefregio-zuid": {"strippenkaart": said}})
    assert "Dit is een les. Het kon ook zo." in judged
    assert not [quadrant.title for quadrant in menus.typology.quadrants.values() if quadrant.title in text]


def test_initiatives_stand_by_name_and_the_page_says_what_it_is_not() -> None:
    menus = load_menus(MORE)
    text = page(measure_validity(menus, OTHERWISE), menus, {})
    assert text.index("| Flexteam") < text.index("| Proefregio Noord") < text.index("| Proefregio Zuid")
    assert "Dit is geen bewijs." in text and "weinig initiatieven" in text
