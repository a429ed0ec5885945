"""Maps of tables in another shape: answers below one another, a respondent in each column, and counts."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from poolwijzer.content.content import Content
from poolwijzer.tables.document import Rows, parse_row
from poolwijzer.tables.reader import TableOptions, read_table
from poolwijzer.tables.table_map import TableMap
from tests.tables.test_maps import answers, drafted, map_of, read, refusals
from tests.tables.test_roads import ALL_SIX, COUNTS, RESPONDENTS, placed

LONG = "wie;namens;vraag over;keuze\n1;Assen;m1;4\n1;Assen;eigen hulp;5\n2;Emmen;m1;3\n2;Emmen;eigen hulp;4\n"
COLUMNS = """\
shape: long
columns:
  wie: respondent
  namens: gemeente
  vraag over: statement
  keuze: answer
  eigen hulp: m2
"""


@pytest.mark.parametrize("path", [*RESPONDENTS, *COUNTS], ids=lambda path: path.name)
def test_the_draft_of_every_export_works_as_it_stands_and_gives_the_same_place(path: Path, content: Content) -> None:
    rows, raw = cast(Rows, path.parent.name), path.read_bytes()

    def place(said: TableMap | None) -> str:
        options = TableOptions(municipalities=ALL_SIX, map=said)
        (item,) = read_table(path.name, raw, path.suffix, rows, content, options)
        assert said is None or not [one for one in item.remarks if "koppeling" in one.path]
        return placed(parse_row(item, content, with_answers=True).assessment, content)

    _, said = drafted(path.name, raw, content, rows)
    assert place(said) == place(None)


def test_the_draft_of_a_long_table_names_the_columns_that_stand_in_it(content: Content) -> None:
    text, said = drafted("tabel.csv", b"respondent;gemeente;stelling;antwoord\n1;Assen;m1;4\n1;Assen;m2;5\n", content)
    assert said.shape == "long"
    assert said.columns == {
        "respondent": "respondent",
        "gemeente": "gemeente",
        "stelling": "statement",
        "antwoord": "answer",
        "m1": "m1",
        "m2": "m2",
    }
    assert "kolom E" not in text


def test_the_draft_of_a_turned_table_names_its_rows(content: Content) -> None:
    text, said = drafted("tabel.csv", b"gemeente;Assen;Emmen\nm1;4;5\nm2;5;4\n", content)
    assert said.shape == "transposed"
    assert '"m2": m2  # rij 3' in text


def test_the_draft_of_counts_names_its_statements(content: Content) -> None:
    text, said = drafted("tabel.csv", b"stelling;1;2;3;4;5\nm1;0;1;2;3;4\n", content, "counts")
    assert said.columns == {"m1": "m1"}
    assert "toelichting bij" not in text.partition("columns:")[2] and "een toelichting" not in text


def test_a_map_says_which_columns_tell_who_answered_what(content: Content) -> None:
    assert answers(LONG, content, map_of(COLUMNS, content)) == [{"m1": 4, "m2": 5}, {"m1": 3, "m2": 4}]
    letters = COLUMNS.replace("wie:", '"[A]":').replace("vraag over:", '"[C]":')
    assert answers(LONG, content, map_of(letters, content)) == [{"m1": 4, "m2": 5}, {"m1": 3, "m2": 4}]


def test_in_a_long_table_a_statement_can_stand_in_more_words_than_one(content: Content) -> None:
    said = map_of(f"{COLUMNS}  hulp: m2\n", content)
    assert answers(LONG.replace("2;Emmen;eigen hulp", "2;Emmen;hulp"), content, said)[1] == {"m1": 3, "m2": 4}


def test_what_a_map_names_and_is_not_in_a_long_table_is_told(content: Content) -> None:
    _, told = read(LONG, content, map_of(f"{COLUMNS}  geld: m3\n  functie: role\n", content))
    assert "koppeling.yaml:11:3: 'geld' staat niet in de tabel. Niemand antwoordde op stelling m3." in told
    assert any("De kolom 'functie' staat niet in de tabel." in one for one in told)
    assert not any("eigen hulp" in one and "koppeling" in one for one in told)


def test_what_a_map_names_and_is_not_in_a_turned_table_is_wrong(content: Content) -> None:
    said = map_of("shape: transposed\ncolumns:\n  eigen hulp: m2\n  geld: m3\n", content)
    (problem,) = refusals("gemeente;Assen;Emmen\nm1;4;5\neigen hulp;5;4\n", content, said)
    assert "De kolom 'geld' staat niet in de tabel. Zij is stelling m3." in problem


def test_next_month_other_columns_are_read_right_and_what_is_new_or_gone_is_told(content: Content) -> None:
    said = map_of(
        "columns:\n  Uw gemeente: gemeente\n  Uw functie: role\n  Hulp nodig?: m2\n  Opdracht?: m1\n"
        "roles: {projectleider: ambtelijk}\norganisations: {Asse: Assen}\n",
        content,
    )
    first = "Uw gemeente;Uw functie;Hulp nodig?;Opdracht?\nAsse;projectleider;5;4\n"
    next_one = (
        "Opdracht?;<p><b>Hulp nodig?</b></p>;Nieuwe vraag;Uw gemeente\n"
        "4;5;iets;Asse\n3;2;;Emmen\n3;2;;Emmen\n3;2;;Asssen\n"
    )
    assert answers(first, content, said) == [{"m1": 4, "m2": 5}]
    reading, told = read(next_one, content, said)
    found = [{name: one.known for name, one in each.answers.items()} for each in reading.assessment.responses]
    assert found == [{"m1": 4, "m2": 5}, *[{"m1": 3, "m2": 2}] * 2]
    assert any("De kolom 'Uw functie' staat niet in de tabel." in one for one in told)
    assert any("Zij tellen niet mee: 'Nieuwe vraag'." in one for one in told)
    assert "Asssen" in str(reading.left_out[0])
    (problem,) = refusals("Uw gemeente;Opdracht?\nAsse;4\n", content, said)
    assert "De kolom 'Hulp nodig?' staat niet in de tabel. Zij is stelling m2." in problem


def test_the_draft_of_a_long_table_with_headers_of_its_own_asks_which_column_is_which(content: Content) -> None:
    rows = "".join(f"{who};{town};{name};4\n" for who, town in ((1, "Assen"), (2, "Emmen")) for name in ("m1", "m2"))
    table = f"deelnemer;gemeente;onderwerp;score\n{rows}"
    text, said = drafted("tabel.csv", table.encode(), content)
    assert '"onderwerp": statement  # ? kolom C, op welke stelling' in text
    assert '"score": answer  # ? kolom D, het antwoord' in text
    assert answers(table, content, said) == [{"m1": 4, "m2": 4}] * 2
