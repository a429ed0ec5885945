"""Each has a label of its own: its name, with its file where names are the same."""

from poolwijzer.compare.labels import labels_of, told_apart


def test_a_name_of_its_own_is_enough() -> None:
    assert labels_of(["Noord", "Zuid"], ["a.yaml", "b.yaml"]) == ["Noord", "Zuid"]


def test_names_that_are_the_same_are_told_apart_by_their_file() -> None:
    labels = labels_of(["Regio", "Zuid", "regio"], ["in/a.yaml", "b.yaml", "c.yaml"])
    assert labels == ["Regio (a.yaml)", "Zuid", "regio (c.yaml)"]


def test_files_that_are_called_the_same_are_told_apart_by_their_folder() -> None:
    assert told_apart(["/x/noord/in.yaml", "/x/zuid/in.yaml", "/x/uit.yaml"]) == [
        "noord/in.yaml",
        "zuid/in.yaml",
        "uit.yaml",
    ]
    assert told_apart(["in.yaml", "zuid/in.yaml"]) == ["in.yaml", "zuid/in.yaml"]


def test_groups_with_one_name_are_called_by_their_file_alone() -> None:
    assert labels_of(["Regio", "Regio"], ["tafel-1.yaml", "tafel-2.yaml"], by_file=True) == ["tafel-1", "tafel-2"]
    assert labels_of(["Regio", "Regio"], ["tafel.yaml", "tafel.yml"], by_file=True) == ["tafel.yaml", "tafel.yml"]
    assert labels_of(["Tafel 1", "Tafel 2"], ["a.yaml", "b.yaml"], by_file=True) == ["Tafel 1", "Tafel 2"]


def test_a_label_is_one_harmless_line() -> None:
    assert labels_of(["Twee\nregels  \x1b[31m"], ["a.yaml"]) == ["Twee regels \ufffd[31m"]
    # What looks the same once it is harmless is told apart as well.
    assert labels_of(["A\x00", "A\x01"], ["a\n.yaml", "b.yaml"]) == ["A\ufffd (a .yaml)", "A\ufffd (b.yaml)"]
