"""What an archive holds of a session, and what it never does."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import (
    Agreement,
    Assessment,
    Choice,
    Highlights,
    Initiative,
    KeyQuestion,
    Measurement,
    NamedChoice,
    Organisation,
    Participant,
    Response,
)
from poolwijzer.assessment.read import read_assessment
from poolwijzer.assessment.unshared import UNSHARED
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.workshop.archive.bare import Wishes, make_bare
from poolwijzer.workshop.archive.collection import Bare, plan_additions, write_additions
from poolwijzer.workshop.archive.leave import count_left_out
from poolwijzer.workshop.archive.own_texts import find_texts
from poolwijzer.workshop.archive.pseudonyms import KEY_NAME, make_key, pseudonym, read_key, size_class
from poolwijzer.workshop.folder import read_session
from poolwijzer.workshop.plan_file import read_plan
from tests.workshop.a_room import DAY, make_room

KEY = "0f" * 32
WISHES = Wishes(KEY)
TEXTS = st.text(st.characters(categories=["L"]), min_size=8, max_size=12).map(lambda text: f"Q{text}Q")


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["workshop", "archive", *map(str, arguments)])
    return result.exit_code, result.output


def filled(texts: list[str]) -> Assessment:
    """An initiative in which every place to write in holds one of these texts."""
    (name, region, note, own, body, also, reason, key, what, who, when, course, striking, eye, worth, need, told) = (
        texts
    )
    votes = (0, 1, 2, 0, 0)
    apart = Response(
        id="r1", organisation=Organisation(kind="gemeente", name=own), answers={"m2": Answer(value=4, note=told)}
    )
    highlights = Highlights(course=course, striking=striking, eye_opener=eye, worthwhile=worth)
    parts: dict[str, Any] = {
        "answers": {"m2": Answer(value=4, note=told, votes=votes), "m3": Answer(note=told)},
        "context": {"verband": NamedChoice(kind="provincie", name=body, also=also), "fase": "idee"},
        "responses": (apart,),
        "key_question": KeyQuestion(answer=key),
        "highlights": highlights,
        "needs": (need, "sparren of advies"),
    }
    return Assessment(
        poolwijzer=2,
        initiative=Initiative(
            id="geheim-initiatief",
            name=name,
            region=region,
            note=note,
            municipalities=(Participant(name=own, population=31234),),
        ),
        choices={"financiering": Choice(options=("gemeenten-naar-inwoners",), other=(need,), consideration=reason)},
        agreements=(Agreement(what=what, who=who, when=when),),
        measurements=(Measurement(date=date(2025, 1, 1), **parts),),
        own={"eigen": told},
        **parts,
    )


@given(st.lists(TEXTS, min_size=17, max_size=17, unique=True))
def test_nothing_that_was_typed_is_in_an_archive_without_a_yes(content: Content, texts: list[str]) -> None:
    bare = dump_assessment(make_bare(filled(texts), content, DAY, WISHES)).decode()
    assert not [text for text in texts if text in bare]
    assert "geheim" not in bare and "31234" not in bare


def test_only_the_texts_that_got_a_yes_go_along(content: Content) -> None:
    texts = [f"Tekst {number}" for number in range(17)]
    bare = dump_assessment(
        make_bare(filled(texts), content, DAY, WISHES._replace(shared=frozenset(texts[15:16])))
    ).decode()
    assert [text for text in texts if f"{text}\n" in bare] == [texts[15]]


def test_what_menus_learn_from_stays(content: Content) -> None:
    bare = make_bare(filled([f"Tekst {number}" for number in range(17)]), content, DAY, WISHES)
    assert bare.answers["m2"] == Answer(value=4, votes=(0, 1, 2, 0, 0))
    assert bare.choices["financiering"] == Choice(options=("gemeenten-naar-inwoners",), other=(UNSHARED,))
    assert bare.context == {"verband": NamedChoice(kind="provincie"), "fase": "idee"}
    assert bare.needs == ("sparren of advies",) and bare.initiative.date == DAY
    assert bare.measurements[0].answers["m2"].known == 4


def test_what_it_costs_stays_behind_and_is_counted(content: Content) -> None:
    costs = Costs.model_validate({"posts": [{"what": "team", "amount": "9 ton"}], "shares": {"provincie": "1/3"}})
    said = filled(["x"] * 17).model_copy(update={"costs": costs})
    assert make_bare(said, content, DAY, Wishes(KEY, named=True)).costs is None
    assert count_left_out([said])["begrotingen"] == 1


def test_names_stay_where_that_was_asked_for(content: Content) -> None:
    texts = [f"Tekst {number}" for number in range(17)]
    bare = dump_assessment(make_bare(filled(texts), content, DAY, WISHES._replace(named=True))).decode()
    assert "Tekst 0" in bare and "geheim-initiatief" in bare and "Tekst 2\n" not in bare


def test_an_archived_file_is_one_that_the_program_reads(content: Content, examples: Path, tmp_path: Path) -> None:
    for path in examples.glob("*.yaml"):
        bare = make_bare(read_assessment(path, content).assessment, content, DAY, WISHES)
        written = tmp_path / path.name
        written.write_bytes(dump_assessment(bare))
        assert read_assessment(written, content).assessment.answers.keys() == bare.answers.keys()


def test_respondents_become_hands_and_of_too_few_nothing_stays(content: Content) -> None:
    def responses(number: int) -> tuple[Response, ...]:
        return tuple(
            Response(
                id=f"r{index}",
                organisation=Organisation(kind="gemeente", name=f"Dorp {index}"),
                answers={"m2": Answer(value=4 if index else 2)},
            )
            for index in range(number)
        )

    made = Assessment(poolwijzer=1, initiative=Initiative(id="a", name="A"), responses=responses(5))
    bare = make_bare(made, content, DAY, WISHES)
    assert not bare.responses
    assert bare.answers == {"m2": Answer(value=4, votes=(0, 1, 0, 4, 0, 0), agreed=False)}
    fewer = make_bare(made.model_copy(update={"responses": responses(4)}), content, DAY, WISHES)
    assert not fewer.responses and not fewer.answers


@given(st.integers(1, 2_000_000), st.integers(1, 2_000_000))
def test_a_size_class_keeps_the_order_of_municipalities(one: int, other: int) -> None:
    assert (size_class(min(one, other)) <= size_class(max(one, other))) and size_class(one) != one + 1


def test_the_same_initiative_twice_is_one_with_two_measurements(content: Content, tmp_path: Path) -> None:
    choice, other = Choice(options=("gemeenten-naar-inwoners",)), Choice(options=("strippenkaart",))
    first = Assessment(
        poolwijzer=1,
        initiative=Initiative(id="a", name="A", date=date(2025, 3, 1)),
        answers={"m2": Answer(value=2)},
        choices={"financiering": choice},
    )
    second = first.model_copy(
        update={
            "initiative": Initiative(id="a", name="A", date=date(2026, 3, 1)),
            "answers": {"m2": Answer(value=4)},
            "choices": {"verdeling": other},
        }
    )
    for order in ((first, second), (second, first)):
        folder = tmp_path / str(order[0].initiative.date)
        for one in order:
            list(write_additions(plan_additions(folder, [Bare("groep-1", one)], content, force=False)))
        (file,) = folder.glob("*.yaml")
        found = read_assessment(file, content).assessment
        assert found.answers["m2"].known == 4 and found.initiative.date == date(2026, 3, 1)
        assert [(one.date, one.answers["m2"].known) for one in found.measurements] == [(date(2025, 3, 1), 2)]
        assert found.choices["verdeling"] == other
        again = plan_additions(folder, [Bare("groep-1", second)], content, force=False)
        assert [one.kind for one in again] == ["same"] or order == (first, second)


def test_another_group_of_the_same_day_stands_beside_the_first(content: Content, tmp_path: Path) -> None:
    room, to = make_room(tmp_path / "sessie", content), tmp_path / "archief"
    status, told = run(room, "-o", to)
    assert status == 1 and "een tweede groep over hetzelfde initiatief" in told
    names = sorted(path.name for path in to.glob("*.yaml"))
    key = read_key(to)
    assert key is not None
    flexteam = pseudonym("flexteam-drenthe", key)
    assert names == sorted(
        [f"{flexteam}.yaml", f"{flexteam}-2026-12-10-groep-2.yaml", f"{pseudonym('warmtepool-heuvelrand', key)}.yaml"]
    )
    whole = "".join(path.read_text(encoding="utf-8") for path in to.iterdir())
    assert not [word for word in ("Anna", "Drenthe", "Assen", "fonds van de regio", "raad") if word in whole]
    assert "Van Groep 4 is er nog geen bestand." in told


def test_the_same_session_twice_changes_nothing(content: Content, tmp_path: Path) -> None:
    room, to = make_room(tmp_path / "sessie", content), tmp_path / "archief"
    run(room, "-o", to)
    before = {path: path.read_bytes() for path in to.iterdir()}
    status, told = run(room, "-o", to)
    assert status == 1 and told.count("stond er al") == 3
    assert {path: path.read_bytes() for path in to.iterdir()} == before


def test_what_a_group_said_later_that_day_replaces_only_by_force(content: Content, tmp_path: Path) -> None:
    room, to = make_room(tmp_path / "sessie", content), tmp_path / "archief"
    run(room, "-o", to)
    before = {path: path.read_bytes() for path in to.iterdir()}
    status, told = run(room, "-o", to, "--share", "Een fonds van de regio")
    assert status == 2 and "een andere meting van 10 december 2026" in told and "--force" in told
    assert {path: path.read_bytes() for path in to.iterdir()} == before
    assert run(room, "-o", to, "--force")[0] == 1
    assert "Een fonds van de regio" in "".join(path.read_text(encoding="utf-8") for path in to.iterdir())


def test_a_yes_is_kept_with_the_session_and_asked_once(content: Content, tmp_path: Path) -> None:
    room = make_room(tmp_path / "sessie", content)
    run(room, "-o", tmp_path / "archief", "--share", "Een fonds van de regio")
    assert read_plan(room, content).shared_texts == ("Een fonds van de regio",)
    session = read_session(room, content)
    texts = find_texts([(group.label, said) for group, said in session.known], content)
    assert {one.text for one in texts} == {"Een fonds van de regio", "Een keer langs bij onze raad"}


def test_the_texts_that_do_not_go_along_are_named_so_that_one_can_be(content: Content, tmp_path: Path) -> None:
    room = make_room(tmp_path / "sessie", content)
    _, told = run(room, "-o", tmp_path / "archief", "--share", "Een fonds van de regio")
    assert "1 eigen tekst gaat niet mee." in told
    assert "'Een keer langs bij onze raad'" in told
    assert "'Een fonds van de regio'" not in told


def test_a_text_that_nobody_wrote_is_told(content: Content, tmp_path: Path) -> None:
    room = make_room(tmp_path / "sessie", content)
    status, told = run(room, "-o", tmp_path / "archief", "--share", "Een fonds van de regios")
    assert status == 2 and "Bedoelde u" in told and not (tmp_path / "archief").exists()


def test_the_folder_of_the_session_is_no_archive(content: Content, tmp_path: Path) -> None:
    room = make_room(tmp_path / "sessie", content)
    assert run(room, "-o", room)[0] == 2


def test_a_key_that_cannot_be_used_is_told_before_anything_is_written(content: Content, tmp_path: Path) -> None:
    room, to = make_room(tmp_path / "sessie", content), tmp_path / "archief"
    to.mkdir()
    (to / KEY_NAME).write_text("sleutel", encoding="utf-8")
    status, told = run(room, "-o", to)
    assert status == 2 and KEY_NAME in told and len(list(to.iterdir())) == 1


def test_a_damaged_file_in_the_archive_stays_as_it_is(content: Content, tmp_path: Path) -> None:
    made = Assessment(poolwijzer=1, initiative=Initiative(id="a", name="A", date=DAY), answers={"m2": Answer(value=2)})
    (tmp_path / "a.yaml").write_text("poolwijzer: [", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.yaml"):
        plan_additions(tmp_path, [Bare("groep-1", made)], content, force=True)


def test_what_stands_for_a_name_is_the_same_only_with_the_same_key() -> None:
    assert pseudonym("a", KEY) == pseudonym("a", KEY) != pseudonym("b", KEY)
    assert pseudonym("a", KEY) != pseudonym("a", make_key())
