from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.participants import complete_names, read_names, write_names
from poolwijzer.municipalities import UnknownMunicipality, find_in_province, list_municipalities, list_regions


def names(text: str) -> list[str]:
    return [one.name for one in read_names(text).participants]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Assen, den haag", ["Assen", "'s-Gravenhage"]),
        ("Assen; Assen", ["Assen"]),
        ("Nuenen, Gerwen en Nederwetten, Assen", ["Nuenen, Gerwen en Nederwetten", "Assen"]),
        ("Bergen (L.), GM0106", ["Bergen (L.)", "Assen"]),
        ("Utrecht", ["Utrecht"]),
        ("", []),
        ("Voorbeeldstad (30.000), Assen", ["Voorbeeldstad", "Assen"]),
        ("Voorbeeldstad (30 000 inwoners)", ["Voorbeeldstad"]),
    ],
)
def test_names_are_read_as_people_type_them(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_region_stands_for_all_of_its_municipalities() -> None:
    drenthe = read_names("Drenthe")
    assert [one.name for one in drenthe.participants] == [one.name for one in find_in_province("Drenthe")]
    assert drenthe.region == "Drenthe"
    assert len(names("provincie Utrecht")) == 26
    assert len(names("RES-regio Noord-Veluwe")) == 7
    assert len(names("Drenthe, Assen, Zwolle")) == 13


def test_a_name_that_means_nothing_is_told_with_a_way_on() -> None:
    with pytest.raises(UnknownMunicipality, match=r"Bedoelde u Coevorden\?.*aantal inwoners erachter"):
        read_names("Coevordn")
    with pytest.raises(UnknownMunicipality, match="meer dan één gemeente"):
        read_names("Bergen")


@given(st.lists(st.sampled_from(list_municipalities()), unique=True, max_size=8))
def test_the_line_that_names_participants_reads_back_as_the_same(ones: list[object]) -> None:
    line = ", ".join(one.name for one in ones)  # type: ignore[attr-defined]
    found = read_names(line).participants
    assert read_names(write_names(found)).participants == found


def test_every_region_can_be_completed_and_then_means_itself() -> None:
    for kind, name, size in list_regions():
        suggested = [one.text for one in complete_names(f"Assen, {name[:4]}")]
        assert f"{kind} {name}" in suggested
        assert len(read_names(f"{kind} {name}").participants) == size


def test_a_body_is_one_organisation_with_its_article_or_without(assessment_of: Callable[..., Assessment]) -> None:
    names = ["het regiobureau Rivierland", "Regiobureau Rivierland", "REGIOBUREAU  rivierland"]
    responses = [
        {"id": f"r-{number}", "organisation": {"kind": "verband", "name": name}, "answers": {"b2": 3}}
        for number, name in enumerate(names)
    ]
    found = assessment_of(responses=responses)
    assert {one.organisation.name for one in found.responses} == {names[0]}
