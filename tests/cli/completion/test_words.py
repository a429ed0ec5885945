import shlex

from hypothesis import example, given
from hypothesis import strategies as st

from poolwijzer.cli.completion.words import fit_for_bash, split_bash_line, unquote

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


@given(st.lists(TEXT, min_size=1), TEXT)
@example(["a b", "it's"], '"$x"')
def test_a_line_is_taken_apart_as_a_shell_does(words: list[str], last: str) -> None:
    line = shlex.join(["poolwijzer", *words, last])
    found, typed = split_bash_line(line)
    assert found == ["poolwijzer", *words]
    assert unquote(typed) == last


@given(TEXT)
def test_a_new_word_is_written_so_that_a_shell_reads_it_as_it_is(value: str) -> None:
    written = fit_for_bash(value, "", "")
    assert shlex.split(written) == [value] or value.startswith("~/")


@given(TEXT, st.sampled_from("'\""))
def test_within_quotes_a_word_goes_on_as_it_was_begun(value: str, quote: str) -> None:
    rest = fit_for_bash(value, quote, "")
    assert unquote(quote + rest) == value
    assert unquote(quote + rest + quote) == value


def test_what_bash_keeps_before_a_colon_is_not_written_again() -> None:
    assert fit_for_bash("a:b.yaml", "a:", "") == "b.yaml"
    assert fit_for_bash("a:b.yaml", "a:b", "b") == "b.yaml"
    assert fit_for_bash("--depth=kort", "--depth=k", "k") == "kort"
    assert fit_for_bash("map met/x y", "map\\ met/x", "map\\ met/x") == "map\\ met/x\\ y"
    assert fit_for_bash("~/plan een.yaml", "~/pl", "~/pl") == "~/plan\\ een.yaml"
