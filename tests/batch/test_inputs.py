import os
from pathlib import Path

import pytest

from poolwijzer.batch.inputs import find_inputs


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.yaml",
        "a.yml",
        "map/d.json",
        "map/c.YAML",
        "map/notes.txt",
        "map/.git/e.yaml",
        "uit.csv",
        "x.jsonl",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a: 1", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*named: str, listed: bytes | None = None, besides: tuple[Path, ...] = ()) -> list[str]:
    found = find_inputs(named, listed, besides)
    assert all(one.problem is None for one in found)
    return [one.path.as_posix() for one in found]


def test_files_come_in_the_order_in_which_they_are_named(tree: Path) -> None:
    assert names("b.yaml", "uit.csv", "a.yml") == ["b.yaml", "uit.csv", "a.yml"]


def test_a_folder_stands_for_its_initiatives_and_those_below_by_name_and_not_for_tables_or_hidden_files(
    tree: Path,
) -> None:
    assert names(".") == ["a.yml", "b.yaml", "map/c.YAML", "map/d.json"]


def test_a_pattern_stands_for_what_matches_it_also_deeper(tree: Path) -> None:
    assert names("*.y*ml") == ["a.yml", "b.yaml"]
    assert names("**/*.json") == ["map/d.json"]


def test_a_name_with_brackets_that_exists_is_no_pattern(tree: Path) -> None:
    (tree / "a[1].yaml").write_text("a: 1", encoding="utf-8")
    assert names("a[1].yaml") == ["a[1].yaml"]


def test_a_list_is_read_where_the_dash_stands(tree: Path) -> None:
    assert names("uit.csv", "-", listed=b"b.yaml\n\nmap\r\n") == [
        "uit.csv",
        "b.yaml",
        "map/c.YAML",
        "map/d.json",
    ]


LISTS = {
    "with a mark, as PowerShell pipes it": "\ufeffb.yaml\r\nuit.csv\r\n".encode(),
    "in UTF-16, as PowerShell writes it": "b.yaml\r\nuit.csv\r\n".encode("utf-16"),
    "in UTF-16 the other way round": b"\xfe\xff" + "b.yaml\r\nuit.csv\r\n".encode("utf-16-be"),
    "in UTF-16 without a mark": "b.yaml\r\nuit.csv\r\n".encode("utf-16-le"),
    "of find -print0": b"b.yaml\0uit.csv\0",
    "of find -print0 with a mark": b"\xef\xbb\xbfb.yaml\0uit.csv",
    "of two lists with a mark each": "\ufeffb.yaml\n\ufeffuit.csv\n".encode(),
    "of an old Mac": b"b.yaml\ruit.csv\r",
    "copied as path": b'"b.yaml"\r\n"uit.csv"\r\n',
    "in single quotes": b"'b.yaml'\n'uit.csv'",
    "filled out with blanks": b"b.yaml      \n\n  \t\n  uit.csv\n",
}


@pytest.mark.parametrize("how", LISTS)
def test_a_list_is_read_however_it_was_made(how: str, tree: Path) -> None:
    assert names("-", listed=LISTS[how]) == ["b.yaml", "uit.csv"]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such names")
@pytest.mark.parametrize("odd", ['"b".yaml', " b.yaml", "b\n.yaml", "'b.yaml'", "b\udcff.yaml"])
def test_a_name_that_is_odd_itself_is_taken_as_it_is(odd: str, tree: Path) -> None:
    (tree / odd).write_text("a: 1", encoding="utf-8")
    assert names("-", listed=os.fsencode(odd) + b"\0") == [odd]
    if "\n" not in odd:
        assert names("-", listed=os.fsencode(odd) + b"\n") == [odd]


def test_a_file_counts_once_however_often_and_by_whatever_name_it_is_named(tree: Path) -> None:
    assert names("b.yaml", "./b.yaml", str(tree / "b.yaml"), "*.yaml") == ["b.yaml"]
    if hasattr(os, "symlink"):
        (tree / "c.yaml").symlink_to(tree / "b.yaml")
        assert names("b.yaml", "c.yaml") == ["b.yaml"]


def test_what_will_be_written_is_not_read(tree: Path) -> None:
    assert names(".", besides=(Path("map/d.json"),)) == ["a.yml", "b.yaml", "map/c.YAML"]


def test_what_leads_nowhere_is_told_and_does_not_stop_the_rest(tree: Path) -> None:
    (tree / "leeg").mkdir()
    found = find_inputs(["leeg", "*.docx", "b.yaml"])
    told = [str(one.problem) for one in found if one.problem]
    assert told == [
        "leeg: In deze map staat geen initiatief. Zet er bestanden in die eindigen op .yaml, .yml, .json, "
        "of noem de bestanden zelf.",
        "*.docx: Er is geen bestand met zo'n naam. Controleer het patroon en de map.",
    ]
    assert [one.path for one in found if not one.problem] == [Path("b.yaml")]


def test_what_will_be_written_is_read_when_it_is_named_itself_so_that_it_can_be_refused(tree: Path) -> None:
    assert names("map/d.json", besides=(Path("map/d.json"),)) == ["map/d.json"]


def test_a_pattern_that_matches_a_folder_stands_for_what_is_in_it_as_in_a_shell(tree: Path) -> None:
    assert names("m*") == names("map") == ["map/c.YAML", "map/d.json"]


def test_an_empty_name_is_told_and_is_not_the_folder_one_is_in(tree: Path) -> None:
    assert [str(one.problem) for one in find_inputs([""])] == ['"": Deze naam is leeg. Noem een bestand of een map.']


def test_what_a_run_that_was_broken_off_left_is_no_input(tree: Path) -> None:
    (tree / "uit.csv.part.jsonl").write_text("{}", encoding="utf-8")
    assert names("uit.csv.part.jsonl", "*.jsonl") == ["x.jsonl"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_in_a_folder_is_told_and_does_not_make_everything_wait(tree: Path) -> None:
    os.mkfifo(tree / "map" / "pijp.yaml")
    for named in ("map", "map/*.yaml"):
        told = [str(one.problem) for one in find_inputs([named]) if one.problem]
        assert told == ["map/pijp.yaml: Dit is geen gewoon bestand. Haal het weg, of noem de bestanden zelf."]


def test_a_folder_that_may_not_be_read_is_told(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def closed(path: str) -> object:
        if Path(path).name == "map":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    (tree / "map").chmod(0)
    if os.access(tree / "map", os.R_OK):  # whoever runs this may read everything
        monkeypatch.setattr(os, "scandir", closed)
    try:
        found = find_inputs(["."])
    finally:
        (tree / "map").chmod(0o700)
    assert [str(one.problem) for one in found if one.problem] == [
        "./map: Deze map is niet te lezen. Controleer of u hem mag openen."
    ]
