"""Ids that the menus renamed: an old file says the same, with a remark, and is written back under the new ids."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.read import Reading, parse_assessment
from poolwijzer.assessment.update import update_file
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.content.renames import Renamed, find_current_id
from poolwijzer.problems import InputError

MENUS = """\
renamed:
  axes: {wil: motivatie}
  statements: {oud3: m3, ouder3: oud3}
  context: {duur: looptijd}
  answers: {verband: {streek: res-regio}, geld: {rijk: rijk-via-de-regio}, looptijd: {lang: 3-plus}}
  components: {onderdak: vorm}
  options: {strippen: strippenkaart, bij-de-provincie: bij-provincie}
"""
OLD = """\
poolwijzer: 1
initiative: {id: proef, name: Proef, municipalities: [Assen]}
context:
  verband: {kind: streek, name: de streek}
  geld: [{source: rijk, until: 2027}, provincie]
  duur: lang
estimate: {wil: 4, dots: [[2, 4], [5, 1]]}
answers:
  ouder3: 5   # de begroting
  m16: 4
responses:
  - {id: een, organisation: {kind: gemeente, name: Assen}, answers: {oud3: 2}}
choices:
  onderdak: {options: [bij-de-provincie]}
  verdeling: {considering: [strippen]}
measurements:
  - {date: 2024-01-01, answers: {oud3: 1}}
"""
PRESENT = (
    OLD.replace("kind: streek", "kind: res-regio")
    .replace("source: rijk,", "source: rijk-via-de-regio,")
    .replace("duur: lang", "looptijd: 3-plus")
    .replace("wil: 4", "motivatie: 4")
    .replace("ouder3", "m3")
    .replace("oud3", "m3")
    .replace("onderdak", "vorm")
    .replace("bij-de-provincie", "bij-provincie")
    .replace("[strippen]", "[strippenkaart]")
)


@pytest.fixture(scope="module")
def menus(tmp_path_factory: pytest.TempPathFactory) -> Content:
    folder = tmp_path_factory.mktemp("menus")
    (folder / "typologie.yaml").write_text(MENUS, encoding="utf-8")
    return load_menus(folder)


def read(text: str, menus: Content) -> Reading:
    return parse_assessment(text.encode(), "oud.yaml", menus)


def test_a_file_with_old_ids_says_what_it_would_say_under_the_new_ones(menus: Content) -> None:
    assert read(OLD, menus).assessment == read(PRESENT, menus).assessment
    assert read(PRESENT, menus).remarks == ()


def test_every_old_id_gets_a_remark_at_its_own_place(menus: Content) -> None:
    told = {str(remark) for remark in read(OLD, menus).remarks}
    assert len(told) == 11
    assert "oud.yaml:9:3: De stelling 'ouder3' heet nu 'm3'. Zo telt dit mee." in told
    assert "oud.yaml:4:19: Het antwoord 'streek' heet nu 'res-regio'. Zo telt dit mee." in told
    assert "oud.yaml:6:9: Het antwoord 'lang' heet nu '3-plus'. Zo telt dit mee." in told
    assert "oud.yaml:14:24: De optie 'bij-de-provincie' heet nu 'bij-provincie'. Zo telt dit mee." in told


def test_reading_changes_no_file_and_writing_puts_the_new_ids_with_the_comments_kept(menus: Content) -> None:
    after = update_file(OLD.encode(), read(OLD, menus).assessment).decode()
    assert read(after, menus).remarks == ()
    assert "# de begroting" in after
    assert "ouder3" not in after and "onderdak" not in after


def test_where_both_stand_the_new_one_counts_and_the_old_one_is_kept(menus: Content) -> None:
    text = "poolwijzer: 1\ninitiative: {id: proef, name: Proef}\nanswers: {oud3: 1, m3: 5}\n"
    reading = read(text, menus)
    assert reading.assessment.answers["m3"].value == 5
    assert reading.assessment.answers["oud3"].value == 1
    assert [remark.message for remark in reading.remarks] == [
        "De stelling 'oud3' heet nu 'm3'. Die staat er ook; die telt."
    ]


def test_a_mistake_behind_an_old_id_is_told_at_its_place(menus: Content) -> None:
    with pytest.raises(InputError) as caught:
        read(OLD.replace("ouder3: 5", "ouder3: 9"), menus)
    assert str(caught.value).startswith("oud.yaml:9:11: Het antwoord '9' kan niet.")


def test_old_ids_in_the_wrong_kind_of_value_are_told_as_always(menus: Content) -> None:
    for text in ("answers: [oud3]", "choices: {onderdak: 3}", "measurements: {a: 1}", "context: nee", "responses: [1]"):
        with pytest.raises(InputError):
            read(f"poolwijzer: 1\ninitiative: {{id: a, name: A}}\n{text}\n", menus)


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef"), max_size=6))
def test_following_names_always_ends_and_never_at_an_old_name(names: dict[str, str]) -> None:
    try:
        Renamed(options=names)
    except ValueError:
        return
    for name in names:
        assert find_current_id(name, names, {}) not in names
        assert find_current_id(name, names, {name: 1}) == name


def test_a_circle_of_names_is_refused_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "typologie.yaml").write_text("renamed:\n  options: {a: b, b: a}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"typologie.yaml:2:3: Het hernoemen van 'a' gaat in een kring rond"):
        load_menus(tmp_path)


def test_a_new_name_that_does_not_exist_is_refused_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "typologie.yaml").write_text("renamed: {options: {oud: strippenkart}}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"typologie.yaml:1:26: De optie 'strippenkart' bestaat niet. Bedoelde u"):
        load_menus(tmp_path)
