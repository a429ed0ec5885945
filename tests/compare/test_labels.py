"""Each has a label of its own: its name, with its file where names are the same."""

from poolwijzer.compare.labels import make_labels, tell_files_apart


def test_a_name_of_its_own_is_enough() -> None:
    assert make_labels(["Noord", "Zuid"], ["a.yaml", "b.yaml"]) == ["Noord", "Zuid"]


def test_names_that_are_the_same_are_told_apart_by_their_file() -> None:
    labels = make_labels(["Regio", "Zuid", "regio"], ["in/a.yaml", "b.yaml", "c.yaml"])
    assert labels == ["Regio (a.yaml)", "Zuid", "regio (c.yaml)"]


def test_files_that_are_called_the_same_are_told_apart_by_their_folder() -> None:
    assert tell_files_apart(["/x/noord/in.yaml", "/x/zuid/in.yaml", "/x/uit.yaml"]) == [
        "noord/in.yaml",
        "zuid/in.yaml",
        "uit.yaml",
    ]
    assert tell_files_apart(["in.yaml", "zuid/in.yaml"]) == ["in.yaml", "zuid/in.yaml"]


def test_groups_with_one_name_are_called_by_their_file_alone() -> None:
    assert make_labels(["Regio", "Regio"], ["tafel-1.yaml", "tafel-2.yaml"], by_file=True) == ["tafel-1", "tafel-2"]
    assert make_labels(["Regio", "Regio"], ["tafel.yaml", "tafel.yml"], by_file=True) == ["tafel.yaml", "tafel.yml"]
    assert make_labels(["Tafel 1", "Tafel 2"], ["a.yaml", "b.yaml"], by_file=True) == ["Tafel 1", "Tafel 2"]


def test_a_label_is_one_harmless_line() -> None:
    assert make_labels(["Twee\nregels  \x1b[31m"], ["a.yaml"]) == ["Twee regels \ufffd[31m"]
    # What looks the same once it is harmless is told apart as well.
    assert make_labels(["A\x00", "A\x01"], ["a\n.yaml", "b.yaml"]) == ["A\ufffd (a .yaml)", "A\ufffd (b.yaml)"]
