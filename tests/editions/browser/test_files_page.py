"""A file in the page, opened from a file in Chromium without a network: changed, saved, and never lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from poolwijzer.assessment.read import read_assessment
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from tests.editions.browser.driving import EXAMPLE, SMALL, bring_in, download, go, open_file, press, put, sent_by, start

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow
WOLD, POLDER, VELD, MEER = "Voorbeeldwold", "Voorbeeldpolder", "Voorbeeldveld", "Voorbeeldmeer"
# A file on a disk, as the picker of Chromium gives it, which no browser without a screen can show.
DISK = """(text) => {
  const disk = (window.disk = { name: "mijn plan.yaml", now: text, wrong: null, asked: 0 });
  const handle = {
    name: disk.name,
    getFile: async () => new File([new TextEncoder().encode(disk.now)], disk.name),
    queryPermission: async () => (disk.asked ? "granted" : "prompt"),
    requestPermission: async () => { disk.asked += 1; return "granted"; },
    createWritable: async () => {
      if (disk.wrong) { throw new DOMException("no", disk.wrong); }
      let held = "";
      return {
        write: async (data) => { held = new TextDecoder("utf-8", { ignoreBOM: true }).decode(data); },
        close: async () => { disk.now = held; },
      };
    },
  };
  window.showOpenFilePicker = async () => [handle];
}"""
LEAVE = (
    "() => { const e = new Event('beforeunload', {cancelable: true}); dispatchEvent(e); return e.defaultPrevented; }"
)


@pytest.fixture
def raw() -> bytes:
    """A file of the command line with all that has to stay: its ends of lines, its comments, and data of others."""
    text = EXAMPLE.read_bytes() + "own:\n  notitie: 'van onszelf – blijft staan'  # hierom\n".encode()
    return b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n")


def test_a_file_of_the_command_line_comes_back_changed_and_whole(
    small: Page, raw: bytes, tmp_path: Path, content: Content
) -> None:
    open_file(small, "mijn plan.yaml", raw)
    bring_in(small, WOLD)
    small.get_by_text("Nog niet opgeslagen, wel onthouden").wait_for()

    name, data = download(small, press(small, "Opslaan"))

    small.get_by_role("status").get_by_text("Gedownload als mijn plan.yaml om").wait_for()
    plan, answers, merged = tmp_path / "plan.yaml", tmp_path / "wold.txt", tmp_path / "samen.yaml"
    plan.write_bytes(raw)
    answers.write_text(sent_by(WOLD), encoding="utf-8")
    assert CliRunner().invoke(app, ["merge", str(plan), str(answers), "-o", str(merged)]).exit_code == 0
    assert (name, data) == ("mijn plan.yaml", merged.read_bytes())
    assert data.startswith(b"\xef\xbb\xbf")
    # Only the number of the format is another, since there are answers with a day to delete them on.
    assert set(raw.splitlines(keepends=True)) - set(data.splitlines(keepends=True)) == {b"poolwijzer: 1\r\n"}
    assert len(read_assessment(merged, content).assessment.responses) == 1


def test_all_that_is_wrong_with_a_file_is_told(small: Page) -> None:
    go(small, "Begin")
    put(
        small,
        "Bestand openen",
        ("fout.yaml", b"poolwijzer: 1\ninitiative: {id: a b, name: x}\nanswers: {m1: 9, zz: 2}\n"),
    )

    told = small.locator("[role=alert] li")
    told.first.wait_for()
    places = [line.split(": ")[0] for line in told.all_inner_texts()]
    assert places == ["fout.yaml:2:18", "fout.yaml:3:15", "fout.yaml:3:18"]
    press(small, "Sluiten")()
    assert small.evaluate("document.activeElement.tagName") == "H1"


DROP = """(names) => {
  const dataTransfer = new DataTransfer();
  names.forEach((name) => dataTransfer.items.add(new File(["x"], name)));
  const place = document.querySelector("main");
  place.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}"""


def test_files_that_are_dropped_where_they_cannot_go_are_told(small: Page) -> None:
    go(small, "Begin")
    small.evaluate(DROP, ["een.yaml", "twee.yaml"])
    small.get_by_role("alert").get_by_text("Dit zijn 2 bestanden. Open één bestand van een initiatief.").wait_for()
    go(small, "Over")
    small.evaluate(DROP, ["een.yaml"])
    small.get_by_role("alert").get_by_text("Op deze bladzijde kunt u geen bestand neerzetten.").wait_for()
    press(small, "Sluiten")()


def test_a_draft_survives_a_reload_is_read_as_a_strangers_and_is_wiped(small: Page, edition: Path, raw: bytes) -> None:
    open_file(small, "concept.yaml", raw)
    bring_in(small, WOLD)
    small.get_by_text("Nog niet opgeslagen, wel onthouden").wait_for()
    assert not small.evaluate(LEAVE)
    small.evaluate("""() => {
      localStorage.setItem("poolwijzer:browser:vreemd", '{"name": 3, "file": "!!!", "typed": [1]}');
      localStorage.setItem("poolwijzer:browser:kapot", "{");
      localStorage.setItem("van-een-ander", "blijft");
    }""")
    begin_unnamed(small)
    small.locator("#vak").fill("Half getyp")
    assert not small.evaluate(LEAVE)

    start(small, edition / SMALL)

    begin_unnamed(small)
    assert small.locator("#vak").input_value() == "Half getyp"
    go(small, "Begin")
    assert small.get_by_role("button", name="Verder met dit concept").count() == 1
    press(small, "Verder met dit concept")()
    small.get_by_text("Nog niet opgeslagen, wel onthouden").wait_for()
    _, data = download(small, press(small, "Opslaan"))
    assert b"r-voorbeeldwold" in data
    assert data.startswith(raw[:100])
    bring_in(small, POLDER)
    wipe(small)
    assert small.evaluate("Object.keys(localStorage)") == ["van-een-ander"]


def wipe(page: Page) -> None:
    """All drafts."""
    go(page, "Over")
    press(page, "Alle concepten in deze browser wissen")()


def begin_unnamed(page: Page) -> None:
    """A new conversation, up to the question for its name."""
    go(page, "Begin")
    press(page, "Een nieuw gesprek beginnen")()
    page.locator("h1:focus", has_text="Een nieuw gesprek").wait_for()
    press(page, "Beginnen")()
    page.get_by_role("heading", name="Welkom").wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Hoe heet het initiatief?").wait_for()


def begin_named(page: Page, name: str) -> None:
    """A new conversation, up to the question after its name."""
    begin_unnamed(page)
    page.locator("#vak").fill(name)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Welke gemeenten doen mee?").wait_for()


def test_a_conversation_with_the_name_of_an_earlier_one_begins_empty_beside_it(small: Page) -> None:
    begin_named(small, "Zelfde naam")
    small.locator("#vak").fill("Assen, Em")
    begin_named(small, "Zelfde naam")
    assert small.locator("#vak").input_value() == ""
    small.locator("#vak").fill("Mepp")

    go(small, "Begin")
    drafts = small.get_by_role("listitem").filter(has_text="Zelfde naam").get_by_role("button", name="Verder")
    assert drafts.count() == 2
    found = set()
    for at in range(2):
        go(small, "Begin")
        drafts.nth(at).click()
        press(small, "Verder met het gesprek")()
        small.get_by_role("heading", name="Welke gemeenten doen mee?").wait_for()
        found.add(small.locator("#vak").input_value())
    assert found == {"Assen, Em", "Mepp"}
    wipe(small)


def test_a_program_that_fails_loses_nothing_and_says_what_to_do(small: Page) -> None:
    begin_named(small, "Valt om")
    small.locator("#vak").fill("Assen, Emmen")
    # The answer gets in, and from then on nothing else does.
    small.evaluate("""() => {
      const post = Worker.prototype.postMessage;
      window.mended = () => { Worker.prototype.postMessage = post; };
      Worker.prototype.postMessage = function (asked, ...more) {
        if (asked.act === "call" && JSON.parse(asked.given[0]).call !== "talk.react") {
          const told = new MessageEvent("message", { data: { id: asked.id, failed: "Aborted()" } });
          setTimeout(() => this.dispatchEvent(told));
        } else {
          post.call(this, asked, ...more);
        }
      };
    }""")
    small.keyboard.press("Enter")

    small.get_by_role("alert").get_by_text("Er ging iets mis in Poolwijzer.").wait_for()
    assert small.locator("#vak").input_value() == "Assen, Emmen"
    small.get_by_text("Nog niet opgeslagen, wel onthouden").wait_for()
    assert b"Emmen" in download(small, press(small, "Opslaan"))[1]
    small.evaluate("mended()")
    wipe(small)


def test_a_draft_stays_beside_another_of_the_same_initiative(small: Page, raw: bytes) -> None:
    open_file(small, "eerst.yaml", raw)
    bring_in(small, WOLD)
    small.get_by_text("Nog niet opgeslagen, wel onthouden").wait_for()
    open_file(small, "ander.yaml", raw)
    bring_in(small, POLDER)
    go(small, "Begin")

    assert small.get_by_role("button", name="Verder met dit concept").count() == 2
    small.get_by_role("listitem").filter(has_text="eerst.yaml").get_by_role("button", name="Verder").click()
    small.get_by_text("Bestand: eerst.yaml").wait_for()
    assert b"r-voorbeeldwold" in download(small, press(small, "Opslaan"))[1]
    for _ in range(small.get_by_role("button", name="Wissen").count()):
        small.get_by_role("button", name="Wissen").first.click()
        assert small.evaluate("document.activeElement.id") == "kop-bestand"
    assert "poolwijzer:" not in "".join(small.evaluate("Object.keys(localStorage)"))


def test_on_a_shared_computer_nothing_is_remembered_and_leaving_is_asked(small: Page, raw: bytes) -> None:
    open_file(small, "gedeeld.yaml", raw)
    bring_in(small, POLDER)
    go(small, "Begin")
    assert small.get_by_role("button", name="Verder met dit concept").count() == 1
    small.get_by_label("Dit is een gedeelde computer").check()
    assert small.get_by_role("button", name="Verder met dit concept").count() == 0
    bring_in(small, WOLD)

    small.get_by_text("Nog niet opgeslagen en niet onthouden").wait_for()
    assert not [key for key in small.evaluate("Object.keys(localStorage)") if key.startswith("poolwijzer:")]
    assert small.evaluate(LEAVE)
    begin_unnamed(small)
    assert not small.evaluate(LEAVE)
    small.locator("#vak").fill("Half getyp")
    assert small.evaluate(LEAVE)
    small.locator("#vak").fill("")
    go(small, "Begin")
    small.get_by_label("Dit is een gedeelde computer").uncheck()


def test_changes_go_to_the_file_that_was_picked_and_never_over_those_of_another(small: Page, raw: bytes) -> None:
    go(small, "Begin")
    small.evaluate(DISK, raw.decode("utf-8"))
    press(small, "Bestand openen")()
    small.get_by_text("Nog niets veranderd").wait_for()

    bring_in(small, WOLD)
    small.locator(".stand", has_text="Bewaard in mijn plan.yaml om").wait_for()
    assert "r-voorbeeldwold" in small.evaluate("disk.now")
    assert small.evaluate("disk.now").startswith(raw.decode("utf-8")[:100])

    small.evaluate("disk.wrong = 'NoModificationAllowedError'")
    bring_in(small, POLDER)
    small.get_by_text("Bewaren lukt niet: mijn plan.yaml is in gebruik door een ander programma.").wait_for()
    assert "r-voorbeeldpolder" not in small.evaluate("disk.now")
    small.evaluate("disk.wrong = null")
    press(small, "Bewaren in mijn plan.yaml")()
    small.locator(".stand", has_text="Bewaard in mijn plan.yaml om").wait_for()
    assert "r-voorbeeldpolder" in small.evaluate("disk.now")

    theirs = small.evaluate("disk.now += '# van een ander'")
    bring_in(small, VELD)
    small.get_by_text("mijn plan.yaml is intussen door een ander programma veranderd.").wait_for()
    assert small.evaluate("disk.now") == theirs
    bring_in(small, MEER)
    assert small.evaluate("disk.now") == theirs
    name, data = download(small, press(small, "Opslaan"))
    assert name == "mijn plan.herstel.yaml"
    assert b"r-voorbeeldveld" in data
    assert b"r-voorbeeldmeer" in data


def test_a_file_that_is_dropped_is_opened_with_the_way_back_to_it(small: Page, raw: bytes, tmp_path: Path) -> None:
    dropped = tmp_path / "gesleept plan.yaml"
    dropped.write_bytes(raw)
    go(small, "Begin")
    # Where nobody sits that can be asked, the answer is no.
    small.evaluate("FileSystemHandle.prototype.requestPermission = async () => 'denied'")
    box = small.locator(".vak").bounding_box()
    assert box is not None
    place = {"x": box["x"] + box["width"] - 20, "y": box["y"] + 20}
    mouse = small.context.new_cdp_session(small)
    for kind in ("dragEnter", "dragOver", "drop"):
        data = {"items": [], "files": [str(dropped)], "dragOperationsMask": 1}
        mouse.send("Input.dispatchDragEvent", {"type": kind, **place, "data": data})
    small.get_by_text("Bestand: gesleept plan.yaml").wait_for()

    bring_in(small, WOLD)

    small.get_by_role("button", name="Bewaren in gesleept plan.yaml").wait_for()
    assert dropped.read_bytes() == raw


def test_another_window_with_the_same_initiative_is_told(small: Page, raw: bytes, tmp_path: Path) -> None:
    open_file(small, "twee.yaml", raw)
    (tmp_path / "ander.html").write_text("<!DOCTYPE html><title>Een ander venster</title>", encoding="utf-8")
    other = small.context.new_page()
    other.goto((tmp_path / "ander.html").as_uri())  # all pages that are opened from files share one store

    other.evaluate("localStorage.setItem('poolwijzer:browser:voorbeeldregio-lagewold', '{}')")

    small.get_by_text("Dit initiatief staat ook open in een ander venster.").wait_for()
    other.close()
