from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.report.excerpt import LONGEST, MOST_LINES, excerpt


@given(st.text(max_size=LONGEST))
def test_what_fits_stays_as_it_was_typed(text: str) -> None:
    if text.count("\n") < MOST_LINES and not text.isspace():
        assert excerpt(text) == text


@given(st.text("ab \n", min_size=LONGEST + 1, max_size=3 * LONGEST))
def test_what_is_cut_is_a_beginning_that_says_so(text: str) -> None:
    found = excerpt(text)
    assert len(found) <= LONGEST + 2 and found.count("\n") < MOST_LINES
    if found.endswith("…"):
        assert " ".join(text.split()).startswith(" ".join(found[:-2].replace("/", " ").split()))
        assert not found[:-2].endswith("/")


def test_a_text_is_cut_between_two_words() -> None:
    assert excerpt("warmte " * 100, longest=20) == "warmte warmte\u00a0…"
    assert excerpt("w" * 100, longest=20) == f"{'w' * 20}\u00a0…"


def test_many_lines_become_one() -> None:
    assert excerpt("een\n\n\ntwee\ndrie") == "een / twee / drie"
    assert excerpt("\n" * 5000) == excerpt(" " * 5000) == ""


def test_what_begins_with_much_white_space_still_says_something() -> None:
    assert excerpt(f"{' ' * 300}woord {'w' * 300}") == "woord\u00a0…"
