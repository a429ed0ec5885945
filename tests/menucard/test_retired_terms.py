"""Words that the menus use no more are listed where they stand, and what was taken over from others is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from poolwijzer.content.files import MenuFiles
from poolwijzer.content.layers import lay_over
from poolwijzer.menucard.retired_terms import RetiredTerm, find_retired_terms, read_retired_terms
from poolwijzer.problems import InputError
from poolwijzer.yamlfile import parse_document

SHIPPED = Path(__file__).parents[2] / "benchmarks" / "termen.yaml"
TERMS = (
    RetiredTerm(use="penvoerder", instead_of=("kassier",)),
    RetiredTerm(use="opdracht", instead_of=("klus*",)),
    RetiredTerm(use="de samenwerking", instead_of=("verband",), allowed_in=("in verband met", "{verband}")),
    RetiredTerm(use="rijksgeld", instead_of=("geld van het Rijk",), at_most=1),
)


def found_in(text: str, name: str = "aandachtspunten") -> list[str]:
    document = parse_document(text.encode(), f"{name}.yaml")
    files = MenuFiles({name: lay_over([document])}, frozenset())
    return [str(problem) for problem in find_retired_terms(files, TERMS)]


def test_a_word_is_listed_with_its_file_and_line_and_what_to_use() -> None:
    assert found_in("signals:\n  geld:\n    title: De Kassier is bekend\n") == [
        "aandachtspunten.yaml:3:12: Dit woord gebruiken wij niet meer: 'Kassier'. Gebruik: penvoerder."
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Doe een klus of twee klussen.", ["'klus', 'klussen'"]),
        ("Een klus voor de kassier.", ["'kassier'", "'klus'"]),
        ("Een samenwerkingsverband is geen verband.", ["'verband'"]),
        ("Bel {verband} in verband met het geld.", []),
        ("Geld van het Rijk telt mee.", []),
        ("Geld van het Rijk is geld van het Rijk.", ["'geld van het Rijk'"]),
        ("De inclusieve kassiers bleven.", []),
    ],
)
def test_whole_words_are_meant_unless_the_list_says_otherwise(text: str, words: list[str]) -> None:
    told = found_in(f'signals: {{a: {{text: "{text}"}}}}')
    assert [line.partition("niet meer: ")[2].partition(". Gebruik")[0] for line in told] == words


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("componenten/vorm", "{title: De kassier wijst aan, basis: deck}"),
        ("componenten/vorm", "{title: De kassier wijst aan, deck: true}"),
        ("typologie", "{key_question: Wie is de kassier?, ends: {laag: een kassier}}"),
        ("praktijk/regio", "{title: Regio De Kassier}"),
        ("begrippen", "{terms: {a: {term: penvoerder, also: [kassier van de regio]}}}"),
        ("vragen", "{statements: {m1: {was: [Wie is de kassier?]}}}"),
        ("bezwaren", "{says: Dan zijn wij de kassier.}"),
        ("bronnen", "{sources: {s1: {title: De kassier van de regio}}}"),
        ("vragen", "{rules: [{when: {context: geregeld, is: kassier}}]}"),
    ],
)
def test_titles_of_the_workshop_names_synonyms_sources_and_ids_are_left_alone(name: str, text: str) -> None:
    assert found_in(text, name) == []


def test_a_label_of_one_word_is_a_text_too() -> None:
    assert len(found_in("{context: {geregeld: {answers: {kassier: {label: kassier}}}}}", "vragen")) == 1


def test_the_list_that_is_kept_can_be_read_and_retires_none_of_the_words_it_asks_for() -> None:
    terms = read_retired_terms(SHIPPED)
    assert not [
        (term.use, word) for term in terms for word in terms if list(word.find(term.use)) and not word.allowed_in
    ]


def test_a_mistake_in_the_list_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "termen.yaml"
    path.write_text("terms:\n  - use: penvoerder\n    insted_of: [kassier]\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"termen\.yaml:3"):
        read_retired_terms(path)
