"""How the menus read is counted per file, and what is too long is told at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.content.files import MenuFiles, read_menu_files
from poolwijzer.content.folders import find_shipped_menus
from poolwijzer.content.layers import lay_over
from poolwijzer.menucard.readability import (
    AVERAGE_BELOW,
    LONGEST,
    find_hard_reading,
    find_long_sentences,
    find_sentences,
    make_readability_table,
    measure_files,
)
from poolwijzer.problems import Problem
from poolwijzer.yamlfile import parse_document

LONG = " ".join(["Gemeenten", *["werken"] * LONGEST]) + "."
FILES = sorted(path.relative_to(find_shipped_menus()).as_posix() for path in find_shipped_menus().rglob("*.yaml"))


@pytest.fixture(scope="module")
def shipped() -> MenuFiles:
    return read_menu_files(None)


@pytest.fixture(scope="module")
def hard(shipped: MenuFiles) -> list[Problem]:
    return list(find_hard_reading(shipped))


def terms(folder: Path, *meanings: str) -> MenuFiles:
    """The shipped menus with terms of our own, one a meaning, laid over them."""
    lines = ["terms:"]
    for index, meaning in enumerate(meanings):
        lines += [f"  eigen-{index}:", f"    term: eigen {index}", f'    meaning: "{meaning}"']
    (folder / "begrippen.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_menu_files(folder)


@pytest.mark.parametrize("name", FILES)
def test_the_shipped_menus_have_short_sentences(hard: list[Problem], name: str) -> None:
    path = str(find_shipped_menus() / name)
    assert [str(problem) for problem in hard if problem.path == path] == []


def test_every_shipped_file_with_texts_is_read(shipped: MenuFiles) -> None:
    read = {Path(reading.path).name for reading in measure_files(shipped) if reading.sentences}
    assert read == {Path(name).name for name in FILES}


def test_a_long_sentence_is_told_where_it_stands_with_what_to_do(tmp_path: Path) -> None:
    (problem,) = find_long_sentences(terms(tmp_path, "Dit is kort.", f"Kort. {LONG} Weer kort."))
    assert problem.path == str(tmp_path / "begrippen.yaml")
    assert (problem.line, problem.column) == (7, 14)
    assert f"telt {LONGEST + 1} woorden: 'Gemeenten werken" in problem.message
    assert problem.hint == f"Maak er twee zinnen van. Een zin telt hooguit {LONGEST} woorden."


def test_a_sentence_at_the_bound_is_no_problem(tmp_path: Path) -> None:
    assert find_long_sentences(terms(tmp_path, " ".join(["Gemeenten"] * LONGEST) + ".")) == []


def test_a_file_that_is_long_on_average_is_told_once_and_as_a_whole(tmp_path: Path) -> None:
    sentence = " ".join(["Gemeenten"] * AVERAGE_BELOW) + "."
    (problem,) = find_hard_reading(terms(tmp_path, sentence, sentence))
    assert (problem.path, problem.line) == (str(tmp_path / "begrippen.yaml"), None)
    assert f"gemiddeld {AVERAGE_BELOW},0 woorden" in problem.message


def test_what_ends_without_a_mark_is_no_sentence_but_is_not_too_long_either(tmp_path: Path) -> None:
    files = terms(tmp_path, LONG.removesuffix("."))
    reading = next(reading for reading in measure_files(files) if reading.path.startswith(str(tmp_path)))
    assert reading.sentences == 0 and reading.average == 0
    assert len(find_long_sentences(files)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kies nu. Doe dat later!", [2, 3]),
        ("Wil de raad dit? De raad beslist.", [4, 3]),
        ("Dat is € 1.600.000 per jaar, of 3,5 fte.", [8]),
        ("Denk aan o.b.v. behoeften en bijv. kennis.", [7]),
        ("{verband} helpt – ook nu.", [4]),
        ("Hier staat 'ja'. '1 strip' is tien uur.", [3, 5]),
    ],
)
def test_sentences_are_told_by_their_end_mark_and_words_by_their_spaces(
    tmp_path: Path, text: str, words: list[int]
) -> None:
    own = [
        sentence for sentence in find_sentences(terms(tmp_path, text)) if sentence.place.path.startswith(str(tmp_path))
    ]
    assert [sentence.words for sentence in own if sentence.text not in ("eigen 0",)] == words


def test_the_words_of_others_do_not_count_but_ours_on_their_weakness_do(tmp_path: Path) -> None:
    (tmp_path / "bronnen.yaml").write_text(
        f'sources:\n  s1:\n    title: "{LONG}"\n    publisher: "{LONG}"\n    date: "2023"\n    weak: "{LONG}"\n',
        encoding="utf-8",
    )
    (problem,) = find_long_sentences(read_menu_files(tmp_path))
    assert problem.line == 6


def test_ids_and_addresses_are_no_text(shipped: MenuFiles) -> None:
    for sentence in find_sentences(shipped):
        assert "http" not in sentence.text
        assert " " in sentence.text or sentence.whole or re.fullmatch(r"\{[a-z-]+\}", sentence.text)


def test_the_table_has_a_row_for_each_file_with_its_long_sentences_by_line(tmp_path: Path) -> None:
    table = make_readability_table(measure_files(terms(tmp_path, "Dit is kort.", LONG)))
    rows = table.splitlines()
    assert rows[0] == "| Bestand | Zinnen | Woorden per zin | Lange zinnen |"
    own = next(row for row in rows if str(tmp_path) in row)
    assert own.endswith(f"| 2 | 14,5 | regel 7 ({LONGEST + 1}) |")
    assert all(row.endswith("| geen |") for row in rows[2:] if row != own and "begrippen" in row)


@given(st.lists(st.integers(2, 40), min_size=1, max_size=8))
def test_no_word_is_lost_whatever_the_sentences(counts: list[int]) -> None:
    text = " ".join(" ".join(["Woord"] * count) + "." for count in counts)
    document = parse_document(f'terms: {{a: {{term: a, meaning: "{text}"}}}}'.encode(), "eigen.yaml")
    files = MenuFiles({"begrippen": lay_over([document])}, frozenset())
    assert [sentence.words for sentence in find_sentences(files)] == counts
    assert len(find_long_sentences(files)) == sum(count > LONGEST for count in counts)
