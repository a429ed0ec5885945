"""What is understood of a table is what counts: told by the same reading, whatever is in it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.answers import consolidate_answers
from poolwijzer.problems import InputError
from poolwijzer.tables.document import Rows, parse_row
from poolwijzer.tables.in_short import tell_in_short
from poolwijzer.tables.reader import TableOptions, read_table
from poolwijzer.tables.understanding.data import understanding_document
from poolwijzer.tables.understanding.reading import TableUnderstanding, understand_table
from tests.roots import TESTS

HEAD = ("Tijdstempel", "id", "gemeente", "basis", "Eigen vraag", "m16", "m2", "b3")
TOWNS = ("Assen", "Emmen", "Meppel", "gem. Assen", "Groningen", "Emmne", "")
ANSWERS = ("1", "2", "5", "4, grotendeels", "weet niet", "n.v.t.", "veel", "")
LISTED = ("Assen", "Emmen", "Meppel", "Coevorden")


def written(folder: Path, *rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Path:
    path = folder / "uitvraag.csv"
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([head, *rows])
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def options(*names: str) -> TableOptions:
    from poolwijzer.assessment.participants import read_names

    return TableOptions(municipalities=read_names(", ".join(names)).participants)


def understood(path: Path, content: Content, *names: str, rows: Rows = "respondents") -> TableUnderstanding:
    return understand_table(path, rows, content, options(*names))


def counting(path: Path, content: Content, asked: TableOptions) -> list[Assessment | None]:
    """The initiatives as a batch judges them; None for one that cannot be used."""
    found: list[Assessment | None] = []
    with path.open("rb") as file:
        for document in read_table(str(path), file, path.suffix, "respondents", content, asked):
            try:
                found.append(parse_row(document, content, with_answers=True).assessment)
            except InputError:
                found.append(None)
    return found


rows_of_a_table = st.lists(
    st.tuples(
        st.sampled_from(("2026-10-01 10:00", "2026-10-02 11:00", "")),
        st.sampled_from(("", "", "een", "twee")),
        st.sampled_from((*TOWNS[:4] * 4, *TOWNS)),
        st.sampled_from(("", "", "namens-organisatie")),
        st.sampled_from(("2,5", "")),
        *(st.sampled_from((*ANSWERS[:5] * 4, *ANSWERS)) for _ in range(3)),
    ),
    min_size=1,
    max_size=12,
)


@given(rows=rows_of_a_table, listed=st.booleans())
def test_what_is_told_is_what_the_place_rests_on(
    rows: list[tuple[str, ...]], listed: bool, content: Content, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = written(tmp_path_factory.mktemp("tabel"), *rows)
    asked = options(*LISTED) if listed else TableOptions()
    found = understand_table(path, "respondents", content, asked)
    if found.problems:
        return
    data = understanding_document(found, content, "0")
    for assessment, seen, told in zip(
        counting(path, content, asked), found.initiatives, data["initiatives"], strict=True
    ):
        assert told["usable"] == seen.usable == (assessment is not None)
        if assessment is None:
            continue
        counted = assessment.counted()
        assert told["respondents"] == len(counted)
        towns = Counter(one.organisation.name for one in counted)
        assert {one["name"]: one["respondents"] for one in told["municipalities"]} == towns
        used = consolidate_answers(assessment, content)
        for statement in told["statements"]:
            rests_on = used[statement["id"]]
            assert statement["respondents"] == rests_on.respondents
            assert statement["municipalities"] == rests_on.municipalities
        told_ids = {one["id"] for one in told["statements"] if one["respondents"]}
        assert told_ids == {name for name, one in used.items() if one.respondents}
        for one in seen.statements:
            assert sum(one.points) == one.respondents
    read = sum(one.read for one in found.initiatives)
    assert read == found.seen.respondents == data["respondents"]
    lost = len(found.replaced) + len(found.seen.empty) + len(found.seen.blank)
    assert read + lost == len(rows)


def test_every_kind_of_row_that_does_not_count_is_told_with_its_number(content: Content, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        ("2026-10-01 10:00", "een", "Assen", "", "", "4", "5", ""),
        ("2026-10-02 10:00", "een", "Assen", "", "", "5", "5", ""),
        HEAD,
        ("", "", "", "", "", "", "", ""),
        ("", "", "", "", "wel iets", "", "", ""),
        ("2026-10-02 10:00", "", "Emmne", "", "", "5", "5", ""),
        *(("2026-10-02 10:00", "", "Emmen", "", "", "5", "weet niet", ""),) * 3,
        ("2026-10-02 10:00", "", "Emmen", "", "", "veel", "5", ""),
        ("2026-10-02 10:00", "", "Groningen", "", "", "5", "5", ""),
    )
    found = understood(path, content, *LISTED)
    assert found.replaced == {2: 3}
    assert found.skipped == {"headers": [4]}
    assert (found.seen.blank, found.seen.empty) == ([5], [6])
    (one,) = found.initiatives
    assert one.rejected == (7,)
    assert [(odd.kind, odd.problem.line) for odd in found.odd] == [
        ("unknown-name", 7),
        ("no-answer", 11),
        ("outside", 12),
    ]
    assert "'veel'" in found.odd[1].problem.message
    assert (one.respondents, one.missing) == (5, ("Meppel", "Coevorden"))
    assert tell_in_short(found.seen) == (
        "koppen in rij 1; 7 respondenten uit 3 gemeenten, en 1 naam die Poolwijzer niet kent; 3 stellingen; "
        "1 kolom weggelaten; 1 dubbele, 1 rij met koppen en 2 lege rijen tellen niet mee."
    )


def test_words_are_told_with_the_answer_they_were_read_as(content: Content, tmp_path: Path) -> None:
    rows = [
        ("", "", "Assen", "", "", "4, grotendeels", "weet ik niet", ""),
        ("", "", "Emmen", "", "", "5", "N.v.t.", ""),
    ]
    columns = {one.statement: one for one in understood(written(tmp_path, *rows), content).columns}
    assert columns["m16"].words == {"4, grotendeels": "4"}
    assert columns["m2"].words == {"weet ik niet": "weet-niet"}
    assert columns["m2"].skipped == ("N.v.t.",)


@pytest.mark.parametrize(
    ("cells", "seems"),
    [
        (("mee eens", "oneens", "neutraal"), "answers"),
        (("1", "4", "5"), "answers"),
        (("1", "2", "2"), None),
        (("2,5", "3", "1"), None),
        (("Assen", "Emmen", "gem. Meppel"), "municipalities"),
        (("blauw", "rood", "4"), None),
        (("", "", ""), None),
    ],
)
def test_a_column_that_nobody_knows_is_told_when_its_cells_look_like_more(
    cells: tuple[str, ...], seems: str | None, content: Content, tmp_path: Path
) -> None:
    rows = [("", "", town, "", cell, "4", "5", "") for town, cell in zip(LISTED, cells, strict=False)]
    found = understood(written(tmp_path, *rows), content)
    assert found.columns[4].seems == seems
    assert found.needs_attention == (seems == "answers")


def test_a_table_that_cannot_be_used_still_tells_what_was_understood(content: Content, tmp_path: Path) -> None:
    head = ("Uw gemeente hier", "m16", "stel[m2", "E-mailadres")
    path = written(tmp_path, ("Assen", "4", "5", "a@voorbeeld.nl"), ("Emmen", "4", "5", "b@voorbeeld.nl"), head=head)
    found = understood(path, content)
    assert found.problems and not found.usable and found.needs_attention
    assert found.header_rows == (1,)
    assert [(one.header, one.statement, one.seems) for one in found.columns] == [
        ("Uw gemeente hier", None, "municipalities"),
        ("m16", "m16", None),
        ("stel[m2", None, None),
        ("E-mailadres", None, None),
    ]


TABLES = [
    path for path in sorted((TESTS / "files" / "tables").glob("*/*/*")) if path.stem in ("initiatives", "respondents")
]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.parent.name)
def test_every_table_of_the_tests_is_understood_as_far_as_it_can_be(path: Path, content: Content) -> None:
    found = understand_table(path, cast(Rows, path.stem), content, TableOptions())
    if path.parent.parent.name == "good" and path.parent.name != "een-kolom":
        assert found.usable and not found.problems
    else:
        assert found.needs_attention
    understanding_document(found, content, "0")


def test_answers_that_are_not_asked_of_who_gave_them_are_counted_apart(content: Content, tmp_path: Path) -> None:
    path = written(tmp_path, ("", "", "Assen", "", "", "4", "", "5"), ("", "", "Emmen", "", "", "4", "", "weet niet"))
    seen = {one.id: one for one in understood(path, content).initiatives[0].statements}
    assert (seen["b3"].asked, seen["b3"].respondents, seen["b3"].uncounted) == (False, 0, 2)
    assert (seen["m16"].asked, seen["m16"].respondents, seen["m16"].uncounted) == (True, 2, 0)


def test_a_municipality_of_ones_own_is_no_name_that_nobody_knows(content: Content, tmp_path: Path) -> None:
    rows = [("", "", "Assen", "", "", "4", "", ""), ("", "", "Voorbeeldstad", "", "", "5", "", "")]
    found = understood(written(tmp_path, *rows), content, "Assen", "Voorbeeldstad (30.000)")
    assert tell_in_short(found.seen).startswith("koppen in rij 1; 2 respondenten uit 2 gemeenten; 3 stellingen")
    assert not found.needs_attention and found.initiatives[0].missing == ()
