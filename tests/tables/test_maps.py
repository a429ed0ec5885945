"""What a map of a table's own words does, what is wrong with one, and that a draft of one changes nothing."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, reject
from hypothesis import strategies as st

from poolwijzer.assessment.model import Response
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.tables.document import RowReading, Rows, parse_row
from poolwijzer.tables.map_draft import draft_map
from poolwijzer.tables.map_file import build_map, read_map
from poolwijzer.tables.map_text import write_draft
from poolwijzer.tables.reader import TableOptions, read_table
from poolwijzer.tables.table_map import TableMap
from poolwijzer.yamlfile import parse_text
from tests.roots import TESTS

TABLES = TESTS / "files" / "tables"
MAPPED = sorted((TABLES / "mapped").iterdir())
BAD = sorted((TABLES / "bad-maps").glob("*.yaml"))
GOOD = sorted(folder for folder in (TABLES / "good").iterdir())
HEAD = "poolwijzer: 2\nkind: table-map\nrows: respondents\n"


def map_of(text: str, content: Content) -> TableMap:
    return build_map(parse_text(HEAD + text, HEAD + text, "koppeling.yaml"), content)


def read(table: str, content: Content, said: TableMap | None = None) -> tuple[RowReading, list[str]]:
    """The one initiative of a table of respondents, and every remark on it."""
    (item,) = read_table("tabel.csv", table.encode(), ".csv", "respondents", content, TableOptions(map=said))
    return parse_row(item, content), [str(one) for one in item.remarks]


def answers(table: str, content: Content, said: TableMap | None = None) -> list[dict[str, int | None]]:
    reading, _ = read(table, content, said)
    return [{name: one.known for name, one in response.answers.items()} for response in reading.assessment.responses]


def refusals(table: str, content: Content, said: TableMap) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(table, content, said)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("folder", MAPPED, ids=lambda folder: folder.name)
def test_a_table_in_its_own_words_says_with_a_map_what_its_respondents_meant(folder: Path, content: Content) -> None:
    said = read_map(folder / "koppeling.yaml", content)
    table = folder / "export.csv"
    (item,) = read_table(table.name, table.read_bytes(), ".csv", "respondents", content, TableOptions(map=said))
    reading = parse_row(item, content)
    assert reading.left_out == ()
    expected = yaml.safe_load((folder / "responses.yaml").read_text(encoding="utf-8"))
    shown = [one.model_dump(mode="json", exclude_defaults=True) for one in reading.assessment.responses]
    assert shown == [Response.model_validate(one).model_dump(mode="json", exclude_defaults=True) for one in expected]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_map_names_every_problem_at_its_line(path: Path, content: Content) -> None:
    with pytest.raises(InputError) as caught:
        read_map(path, content)
    found = [str(problem).removeprefix(f"{path.parent}/") for problem in caught.value.problems]
    assert found == path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


def test_next_month_needs_no_work(content: Content) -> None:
    said = map_of('columns: {"Wie bent u?": gemeente, "Vraag & één": m2, "Vraag twee": m3}\n', content)
    first = "Wie bent u?;Vraag & één;Vraag twee\nAssen;4;5\n"
    later = "VRAAG TWEE,Nieuw,vraag &amp; &eacute;&eacute;n,Wie\u00a0bent  u ?\n5,iets,4,Assen\n3,,2,Emmen\n"
    assert answers(first, content, said) == [{"m2": 4, "m3": 5}]
    assert answers(later, content, said) == [{"m2": 4, "m3": 5}, {"m2": 2, "m3": 3}]
    assert "kent Poolwijzer niet. Zij tellen niet mee: 'Nieuw'." in " ".join(read(later, content, said)[1])


def test_a_statement_of_the_map_that_is_not_in_the_table_is_an_error_at_its_line(content: Content) -> None:
    said = map_of("columns:\n  Wie: gemeente\n  Hulp: m2\n  Geldd: m3\n  Rol: role\n", content)
    (problem,) = refusals("Wie;Hulp;Geld\nAssen;4;5\n", content, said)
    assert problem == (
        "koppeling.yaml:7:3: De kolom 'Geldd' staat niet in de tabel. Zij is stelling m3. Bedoelde u Geld?"
    )


def test_another_column_of_the_map_that_is_not_in_the_table_is_a_remark(content: Content) -> None:
    said = map_of("columns:\n  Wie: gemeente\n  Hulp: m2\n  Rol: role\n  Weg: leave-out\n", content)
    _, remarks = read("Wie;Hulp\nAssen;4\n", content, said)
    assert [one for one in remarks if "koppeling" in one] == [
        "koppeling.yaml:7:3: De kolom 'Rol' staat niet in de tabel."
    ]


def test_the_map_goes_before_what_a_header_says_by_itself(content: Content) -> None:
    said = map_of("columns: {m2: leave-out, Hulp: m3, m3: m6}\n", content)
    assert answers("gemeente;m2;Hulp;m3\nAssen;1;4;5\n", content, said) == [{"m3": 4, "m6": 5}]
    said = map_of("columns: {Hulp: m3}\n", content)
    assert answers("gemeente;Hulp;m3\nAssen;4;5\n", content, said) == [{"m3": 4}]
    assert any(
        "hetzelfde als een kolom van de koppeling" in one
        for one in read("gemeente;Hulp;m3\nAssen;4;5\n", content, said)[1]
    )


def test_messages_name_the_column_by_what_stands_above_it_and_the_cells_own_row(content: Content) -> None:
    said = map_of('columns: {"Mijn vraag": m2}\n', content)
    reading, _ = read("gemeente;Mijn vraag\nAssen;4\nEmmen;veel\nMeppel;5\n", content, said)
    (problem,) = map(str, reading.left_out)
    assert problem.startswith("tabel.csv:3:2: Kolom B ('Mijn vraag'): het antwoord 'veel' kan niet.")


def test_what_tools_mark_as_no_answer_counts_where_the_map_says_so(content: Content) -> None:
    table = "submitdate,lastpage,gemeente,m2\n,3,Assen,4\n2026-01-01,3,Emmen,5\n"
    assert len(answers(table, content)) == 1
    assert len(answers(table, content, map_of("skip: {}\n", content))) == 2


def test_a_map_by_which_nobody_answers_anything_is_refused(content: Content) -> None:
    said = map_of("columns: {Hulp: leave-out}\n", content)
    (problem,) = refusals("gemeente;Hulp\nAssen;4\n", content, said)
    assert problem.startswith("koppeling.yaml:4:1: Volgens de koppeling is geen enkele kolom een stelling.")


def test_a_column_to_skip_by_that_is_not_there_is_told(content: Content) -> None:
    said = map_of("skip: {Status: [test]}\nskip_rows: [99]\n", content)
    told = read("gemeente;m2\nAssen;4\n", content, said)[1]
    assert "koppeling.yaml:4:8: De kolom 'Status' bij skip staat niet in de tabel." in " ".join(told)
    assert "koppeling.yaml:5:1: Deze rijen bij skip_rows zijn er niet: 99." in told


def test_a_row_of_headers_that_is_empty_is_told_at_the_map(content: Content) -> None:
    (problem,) = refusals("gemeente;m2\nAssen;4\n", content, map_of("headers: [7]\n", content))
    assert problem.startswith("koppeling.yaml:4:1: Volgens de koppeling staan er koppen in rij 7. Daar staat niets.")


def test_a_group_with_nothing_in_it_but_remarks_says_nothing(content: Content) -> None:
    assert map_of('answers:\n  # "zeker": 5\nroles:\n', content).answers == {}


def drafted(path: str, raw: bytes, content: Content, rows: Rows | None = None) -> tuple[str, TableMap]:
    """The draft of a map for a table, and the map that it is."""
    text = write_draft(draft_map(path, io.BytesIO(raw), Path(path).suffix, rows, content), content)
    return text, build_map(parse_text(text, text, "koppeling.yaml"), content)


@pytest.mark.parametrize("folder", GOOD, ids=lambda folder: folder.name)
def test_a_draft_is_a_map_that_changes_nothing_where_none_was_needed(folder: Path, content: Content) -> None:
    (path,) = (one for one in folder.iterdir() if one.suffix != ".yaml" and one.name != "expected.txt")
    raw = path.read_bytes()
    rows: Rows = "respondents" if path.stem == "respondents" else "initiatives"
    _, said = drafted(path.name, raw, content)
    assert said.rows == rows

    def found(options: TableOptions) -> list[Any]:
        items = read_table(path.name, raw, path.suffix, rows, content, options)
        return [parse_row(item, content).assessment for item in items]

    assert found(TableOptions(map=said)) == found(TableOptions())


OWN = (
    "Datum;Gemeente;Functie;Onze gemeente krijgt dit werk wel alleen rond;"
    "Klopt dit? Onze gemeente krijgt dit werk niet alleen rond.;Onze gemeente vraagt zelf om samenwerking op dit thema;"
    "Opmerking;Opmerking;\n"
    "1-10-2026;Asssen;projectleider;1;4;zeker;a@voorbeeld.nl;b;zonder kop\n"
    "2-10-2026;Provincie Drenthe;wethouder;1;4;nooit;;;\n"
)


def test_a_draft_asks_what_is_not_understood_and_guesses_nothing(content: Content) -> None:
    text, said = drafted("map/tabel.csv", OWN.encode(), content)
    lines = text.splitlines()
    assert lines[0] == "# Koppeling bij tabel.csv: wat de woorden in deze tabel betekenen."
    assert said.column("Klopt dit? Onze gemeente krijgt dit werk niet alleen rond.").to == "m2"
    assert said.column("Onze gemeente krijgt dit werk wel alleen rond").to == "leave-out"
    assert said.column("[I]").to == "leave-out" and "[H]" not in said.columns
    assert '  # "nooit":   # ? 1 keer' in lines and '  # "zeker":   # ? 1 keer' in lines
    assert '  "projectleider": leave-out  # ? 1 keer' in lines
    assert '  # "Asssen":   # ? 1 keer. Bedoelde u Assen?' in lines
    assert "voorbeeld.nl" not in text
    (asked,) = (line for line in lines if line.startswith('  "Onze gemeente krijgt dit werk wel'))
    assert "# ? kolom D, lijkt op m2: " in asked and "{to: m2, reversed: true}" in asked


def test_where_no_header_is_known_the_draft_says_where_it_took_them_from(content: Content) -> None:
    _, said = drafted("t.csv", b"Kleur;Smaak\nrood;zoet\n", content)
    assert said.headers == (1,) and {said.column(key).to for key in said.columns} == {"leave-out"}


def test_numbers_beside_the_scale_are_asked_with_a_warning(content: Content) -> None:
    text, _ = drafted("t.csv", b"gemeente;m2\nAssen;9\nEmmen;3\n", content)
    assert "# Er zijn getallen bij die niet op de schaal van 1 tot en met 5 staan." in text.splitlines()


@given(headers=st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=5), cell=st.text(max_size=20))
def test_whatever_stands_in_a_table_its_draft_is_a_map(headers: list[str], cell: str, content: Content) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([["gemeente", "m2", *headers], ["Assen", cell, *["x"] * len(headers)]])
    raw = text.getvalue().encode("utf-8", "replace")
    try:
        draft = write_draft(draft_map("t.csv", io.BytesIO(raw), ".csv", "respondents", content), content)
    except InputError:
        reject()  # nothing stands in it
    build_map(parse_text(draft, draft, "koppeling.yaml"), content)
