"""Writing several lines in an editor of one's own: what it saves, what it leaves, and what becomes of the terminal."""

from __future__ import annotations

import json
import signal
import sys
import tempfile
from pathlib import Path

import pytest

from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.screens.own_editor import LARGEST, Written, name_of_editor, write_in_editor
from tests.interview.test_typing import FILE, at_the_first_note

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these editors are small scripts for a shell")
BEFORE = "één\ntwee"
AS_IT_WAS = "Uw tekst is zoals zij was."


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def script(folder: Path, lines: str) -> str:
    """An editor that does this with the file it gets."""
    path = folder / "mijn editor"
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A file to write a note in."""
    path = tmp_path / "p.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def draft_beside(note: Path) -> list[str]:
    return list(json.loads(note.with_name("p.yaml.concept").read_text(encoding="utf-8"))["texts"].values())


def written(editor: str) -> tuple[Written, list[str]]:
    kept: list[str] = []
    return write_in_editor(editor, BEFORE, kept.append), kept


def test_what_was_saved_comes_back_cleaned_and_nothing_is_left(temporary: Path, tmp_path: Path) -> None:
    found, kept = written(
        script(tmp_path, 'printf \'\\n drie\\tvier\\r\\nvijf \\033[2J\\n\\n\' >> "$1"; cp "$1" "$1~"')
    )
    assert found == Written("één\ntwee\n\n drie vier\nvijf [2J")
    assert kept[0] == BEFORE and kept[-1] == found.text
    assert not list(temporary.iterdir())


def test_only_we_can_look_into_the_file(temporary: Path, tmp_path: Path) -> None:
    found, _ = written(script(tmp_path, 'stat -c %a "$1" "$(dirname "$1")" > "$1.x"; cat "$1.x" > "$1"'))
    assert found.text == "600\n700"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('echo drie > "$1"; exit 3', "Uw editor stopte met een fout (3)."),
        ('echo drie > "$1"; kill $$', "Uw editor is afgebroken."),
        ('echo drie > "$1"; kill -9 $$', "Uw editor is afgebroken."),
        ('rm "$1"', "Uw editor liet geen bestand met uw tekst achter."),
        ('rm "$1"; mkdir "$1"', "Uw editor liet geen bestand met uw tekst achter."),
        ("head -c 10000000 /dev/zero | tr '\\0' x > \"$1\"", "is te lang"),
        ('head -c 1000 /dev/urandom > "$1"', "is geen tekst"),
        ("printf 'een\\0twee' > \"$1\"", "is geen tekst"),
    ],
)
def test_an_editor_that_comes_to_nothing_leaves_the_text_as_it_was(
    temporary: Path, tmp_path: Path, lines: str, said: str
) -> None:
    found, kept = written(script(tmp_path, lines))
    assert found.text is None and said in found.said and found.said.endswith(AS_IT_WAS)
    assert kept[-1] == BEFORE and not list(temporary.iterdir())


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("false", "Uw editor stopte met een fout (1)."),
        ("sh -c 'kill $$'", "Uw editor is afgebroken."),
        ("geen-editor --wait", "De editor 'geen-editor' is niet gevonden."),
        ("sh -c 'kill", "De opdracht voor uw editor is niet te lezen"),
        ("true", "Uw editor bewaarde niets."),
    ],
)
def test_a_command_that_is_no_editor_is_told(temporary: Path, editor: str, said: str) -> None:
    found, _ = written(editor)
    assert found.text is None and said in found.said and not list(temporary.iterdir())


def test_what_fits_is_taken_and_a_mark_of_windows_is_not(temporary: Path, tmp_path: Path) -> None:
    longest = f"head -c {LARGEST} /dev/zero | tr '\\0' x > \"$1\""
    assert written(script(tmp_path, longest))[0].text == "x" * LARGEST
    assert written(script(tmp_path, "printf '\\357\\273\\277drie\\r\\n' > \"$1\""))[0].text == "drie"
    assert written(script(tmp_path, ': > "$1"'))[0].text == ""


def test_what_is_saved_while_the_editor_is_open_is_kept(temporary: Path, tmp_path: Path) -> None:
    _, kept = written(script(tmp_path, 'echo half > "$1"; sleep 1.2; echo heel > "$1"'))
    assert kept == [BEFORE, "half", "heel", "heel"] or kept == [BEFORE, "half", "heel"]


def test_visual_goes_before_editor_and_empty_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", " ")
    monkeypatch.setenv("EDITOR", "nano -w")
    assert name_of_editor() == "nano -w"
    monkeypatch.setenv("VISUAL", "code --wait")
    assert name_of_editor() == "code --wait"
    monkeypatch.delenv("VISUAL")
    monkeypatch.delenv("EDITOR")
    assert name_of_editor() == ""


ASKS = 'echo "drie" >> "$1"; printf "\\033[?1049h\\033[?25l"; echo "De editor vraagt:"; read line; echo "$line" >> "$1"'


@pytest.mark.slow
def test_the_terminal_is_the_editor_s_while_it_is_open_and_ours_again_after_it(
    note: Path, temporary: Path, content: Content
) -> None:
    editor = script(note.parent, ASKS)
    with at_the_first_note(note.parent, EDITOR=editor, TMPDIR=str(temporary)) as terminal:
        terminal.wait_for("Ctrl-O eigen editor")
        terminal.press("een")
        terminal.wait_for("› een")
        terminal.press("\x0f")
        terminal.wait_for("De editor vraagt:")
        assert draft_beside(note) == ["een"]
        terminal.press("getypt in de editor\r")
        terminal.wait_for("› een", "› drie", "› getypt in de editor", "Notitie bij:", gone="De editor vraagt:")
        terminal.press(" en hier")
        terminal.wait_for("› getypt in de editor en hier")
        terminal.press("\x1a", "\x1a", "\x1a")
        terminal.wait_for("› een", gone="drie")
        terminal.press("\x19")
        terminal.wait_for("› getypt in de editor")
        terminal.press("Enter")
        terminal.wait_for("Notitie: een / drie / getypt in de editor")
        assert terminal.stop() == 0
    assert read_assessment(note, content).assessment.answers["m2"].note == "een\ndrie\ngetypt in de editor"
    assert not list(temporary.iterdir())


@pytest.mark.slow
def test_ctrl_c_in_the_editor_is_for_the_editor(note: Path, temporary: Path) -> None:
    editor = script(note.parent, 'trap "" INT; echo drie >> "$1"; echo "De editor vraagt:"; read line')
    with at_the_first_note(note.parent, VISUAL=editor, EDITOR="false", TMPDIR=str(temporary)) as terminal:
        terminal.press("\x0f")
        terminal.wait_for("De editor vraagt:")
        terminal.press("Ctrl-C", "\r")
        terminal.wait_for("› drie", "Notitie bij:")


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_being_stopped_while_the_editor_is_open_keeps_what_was_saved(
    note: Path, temporary: Path, content: Content, number: signal.Signals
) -> None:
    editor = script(note.parent, 'echo drie >> "$1"; sleep 1.5; echo "De editor vraagt:"; read line')
    with at_the_first_note(note.parent, EDITOR=editor, TMPDIR=str(temporary)) as terminal:
        terminal.press("een")
        terminal.wait_for("› een")
        terminal.press("\x0f")
        terminal.wait_for("De editor vraagt:")
        terminal.child.kill(number)
        assert terminal.ended() == (-number if number is signal.SIGKILL else 130)
        if number is not signal.SIGKILL:
            assert "staat in p.yaml.concept." in terminal.text and not list(temporary.iterdir())
    assert draft_beside(note) == ["een\ndrie"]
    assert read_assessment(note, content).assessment.answers["m2"].note == ""
