"""The site as files: everything has a page, everything leads somewhere, and nothing is asked of another host."""

import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from urllib.parse import urlsplit

import pytest
from markupsafe import escape

from editions.site.build import build_site
from editions.site.check import find_broken
from editions.site.home import BROWSER, PROGRAM, find_downloads, make_downloads
from editions.site.links import Links
from editions.site.pages import Group, Link, plain_words
from editions.site.reports import make_report
from editions.site.things import KINDS, address_of, all_things, find_redirects
from editions.site.written import INDEX, REST, Repository, address_of_page, read_navigation
from poolwijzer.content.content import Content
from poolwijzer.content.locations import models_below
from poolwijzer.content.on_date import menus_on
from poolwijzer.formats.html.part import render_part
from poolwijzer.report.model import Bullets, Labelled, Line, Paragraph, Report, Section
from tests.editions.site.conftest import DAY
from tests.roots import ROOT

pytestmark = pytest.mark.slow


def page(site: Path, address: str) -> str:
    return (site / address).read_text(encoding="utf-8")


def words(site: Path, address: str) -> str:
    return plain_words(page(site, address).partition("<main")[2].partition("</main>")[0])


def test_every_link_and_every_anchor_leads_somewhere(site: Path) -> None:
    assert find_broken(site) == []


def test_a_link_that_leads_nowhere_is_found_and_so_is_a_resource_of_another_host(tmp_path: Path) -> None:
    text = '<h1 id="a"></h1><p id="a"></p><a href="weg.html"></a><a href="#b"></a><a href="../a.html"></a>'
    text += (
        '<a href="https://example.org/"></a><script src="https://example.org/x.js"></script><a href="in/b.html#c"></a>'
    )
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.html").write_text('<a href="../a.html#a"></a>', encoding="utf-8")
    assert find_broken(tmp_path) == [
        "a.html: the name 'a' stands twice",
        "a.html: leads nowhere: weg.html",
        "a.html: there is no such place: #b",
        "a.html: leads nowhere: ../a.html",
        "a.html: fetches from elsewhere: https://example.org/x.js",
        "a.html: there is no such place: in/b.html#c",
    ]


def test_every_id_of_every_kind_has_a_page(site: Path, content: Content) -> None:
    typology, plan, steps = content.typology, content.plan, content.first_steps
    assert plan is not None and steps is not None
    named: dict[str, Collection[str]] = {
        "component": content.components,
        "optie": content.options,
        "praktijk": content.cases,
        "bron": content.sources,
        "begrip": content.terms,
        "feit": content.dated_facts,
        "stelling": {**content.statements, **content.retired},
        "vraag": content.context,
        "plek": typology.quadrants,
        "as": typology.axes,
        "twijfel": content.doubts,
        "eerste-stappen": steps.cells,
        "aandachtspunt": content.signals,
        "samenhang": content.whole,
        "fase": plan.phases,
        "datum": plan.deadlines,
    }
    assert named.keys() == KINDS.keys()
    for folder, ids in named.items():
        assert sorted(path.stem for path in (site / folder).iterdir()) == sorted([*ids, "index"])
    for place, groups in steps.cells.items():
        told = page(site, f"eerste-stappen/{place}.html")
        assert [group for group in groups if f'id="{group}"' not in told] == []


def test_a_page_of_the_menus_leaves_nothing_out_that_a_reader_would_look_for(site: Path, content: Content) -> None:
    """Every text of an option, a case and a term that holds on the day stands on its page."""
    missing, now = [], menus_on(content, DAY)
    for kind, found in (("optie", now.options), ("praktijk", now.cases), ("begrip", now.terms)):
        for name, value in found.items():
            told = words(site, f"{kind}/{name}.html")
            for model, _ in models_below(value, (None, "")):
                texts = [getattr(model, field, "") for field in ("text", "because", "summary", "meaning")]
                missing += [(kind, name, text) for text in texts if text and "{" not in text and text not in told]
    assert missing == []


def test_what_a_page_leads_to_says_where_it_stands(site: Path, content: Content) -> None:
    links = Links(content)
    for thing in all_things(content):
        found = links.start(thing, "../")
        found.report(make_report(thing, content, DAY))
        for target in found.led_to:
            behind = page(site, address_of(target)).partition('id="waar-dit-staat"')[2]
            assert f'href="../{address_of(thing)}"' in behind, (thing, target)


def test_options_cases_sources_terms_and_facts_lead_to_each_other(site: Path) -> None:
    option = page(site, "optie/strippenkaart.html")
    wanted = ("praktijk/flexteam-drenthe", "bron/s1", "begrip/strippenkaart", "feit/btw-doorbelasten", "stelling/m3")
    for target in (*wanted, "plek/samen-inrichten", "twijfel/wat-krijgen-wij-terug", "optie/provincie-direct"):
        assert f'href="../{target}.html"' in option
    assert 'href="../optie/strippenkaart.html"' in page(site, "bron/s2.html")
    assert 'href="../praktijk/servicepunt71.html"' in page(site, "twijfel/kosten.html")
    assert "<dt>Soort</dt>" in page(site, "aandachtspunt/tijd.html"), "no label of ours leads to what is called so"
    assert 'href="https://www.platform31.nl/?p=46628"' in page(site, "bron/s2.html")


def test_a_fact_tells_each_of_its_periods_and_which_of_them_is_now(site: Path) -> None:
    told = words(site, "feit/wtta-inhuur.html")
    assert "Geldt nu, tot en met 31 december 2026" in told and "Geldt, vanaf 1 januari 2027" in told
    assert "Nagekeken op 28 november 2026" in told
    assert "is zoals het is op 1 november 2026" in plain_words(page(site, "index.html"))


def test_an_id_that_was_renamed_leads_on_and_the_rest_is_the_same_byte_for_byte(
    site: Path, tmp_path: Path, content: Content
) -> None:
    renamed = content.typology.renamed.model_copy(
        update={"options": {"strippen": "kaart", "kaart": "strippenkaart"}, "cases": {"drenthe": "flexteam-drenthe"}}
    )
    moved = replace(content, typology=content.typology.model_copy(update={"renamed": renamed}))
    redirects = find_redirects(moved)
    assert redirects == {
        "optie/strippen.html": "optie/strippenkaart.html",
        "optie/kaart.html": "optie/strippenkaart.html",
        "praktijk/drenthe.html": "praktijk/flexteam-drenthe.html",
    }
    again = build_site(ROOT, tmp_path / "site", DAY, moved).folder
    told = page(again, "optie/strippen.html")
    assert 'content="0; url=../optie/strippenkaart.html"' in told and ">Strippenkaart</a>" in told
    paths, others = files_in(site), files_in(again)
    assert others - paths == set(redirects) and paths <= others
    assert [path for path in sorted(paths) if (site / path).read_bytes() != (again / path).read_bytes()] == []
    own = (path for path in paths if not path.startswith(("download/", "bestanden/")))
    assert [path for path in own if str(ROOT).encode() in (site / path).read_bytes()] == []


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_no_page_gets_anything_from_another_host(site: Path) -> None:
    for path in site.rglob("*.html"):
        if path.parent.name == "download":
            continue
        text = path.read_text(encoding="utf-8")
        fetched = re.findall(r'<(?:script|link|img|iframe|source|form)\b[^>]*?(?:src|href|action)="([^"]*)"', text)
        assert [link for link in fetched if urlsplit(link).netloc or urlsplit(link).scheme] == []
        assert "default-src 'none'" in text and "<style" not in text and " style=" not in text
        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=", text)
    look = page(site, "stijl.css") + page(site, "zoeken.js")
    assert "url(" not in look and "@import" not in look and "http" not in look


def test_text_of_the_menus_is_never_markup(content: Content) -> None:
    bad = "<b>x</b> & <script>alert(1)</script> stelling m3"
    blocks = (Paragraph(Line(bad)), Bullets((Line(bad),)), Labelled(((bad, Line(bad)),)))
    report = Report(bad, bad, (Section("a", bad, blocks),))
    links = Links(content).start(None, "../")
    body = render_part(links.report(report))
    assert "<script" not in body and "<b>" not in body
    assert body.count('<a href="../stelling/m3.html">stelling m3</a>') == 3
    assert body.count(str(escape("<script>"))) == 5


def test_the_index_names_every_page_of_the_docs() -> None:
    repository = Repository(ROOT)
    named = {link.address for group in read_navigation(repository) if group.title != REST for link in group.links}
    left = [path for path in repository.pages if path.startswith("docs/") and path != INDEX]
    left = [path for path in left if address_of_page(path) not in named]
    assert left == [], f"name these in {INDEX}"


def test_a_page_that_the_index_does_not_name_comes_last_in_the_navigation(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "pyproject.toml").write_text('[project]\nurls = {Source = "https://forge.test/p"}\n', encoding="utf-8")
    (tmp_path / INDEX).write_text("# A\n\n## Begin\n\n- [Een](een.md): de eerste\n", encoding="utf-8")
    for name in ("een", "twee"):
        (tmp_path / "docs" / f"{name}.md").write_text(f"# Blad {name}\n\n[bron](../src)\n", encoding="utf-8")
    (tmp_path / "src").mkdir()
    repository = Repository(tmp_path)
    assert read_navigation(repository) == (
        Group("Begin", (Link("Een", "een.html"),)),
        Group(REST, (Link("Blad twee", "twee.html"),)),
    )
    assert '<a href="https://forge.test/p">bron</a>' in repository.written("docs/een.md").page.body


def test_english_pages_say_so_and_what_stands_around_them_is_dutch(site: Path) -> None:
    for name in ("commands", "architecture", "contributing"):
        assert '<html lang="en">' in page(site, f"{name}.html")
        assert '<nav class="wegwijzer" id="alle-bladzijden" aria-label="Alle bladzijden" lang="nl">' in page(
            site, f"{name}.html"
        )
    assert '<html lang="nl">' in page(site, "gesprek.html")
    assert '<div lang="en">' in page(site, "leesmij.html")


def test_a_fence_shows_the_name_of_a_file_and_the_status_of_a_command(site: Path) -> None:
    told = page(site, "leesmij.html")
    assert "<figcaption>File: uren.yaml" in told and "This leaves with status 1." in told
    assert "<figcaption>Bestand: regio.yaml" in page(site, "uitvraag.html")
    screens = page(site, "gesprek.html")
    assert 'aria-label="Beeld van het opdrachtvenster"' in screens and "welkom</figcaption>" not in screens


def test_what_is_not_built_is_said_and_what_is_built_is_there_with_its_sum(tmp_path: Path) -> None:
    repository = Repository(ROOT)
    nothing = make_downloads(repository, {BROWSER: (), PROGRAM: ()}).body
    assert "<code>make browser</code>" in nothing and "<code>make frozen</code>" in nothing
    assert "pipx install" in nothing and "Hoe krijg ik het?" not in nothing, (
        "parts of the README, below headings that say so"
    )
    (tmp_path / BROWSER.folder).mkdir(parents=True)
    (tmp_path / BROWSER.folder / "poolwijzer.html").write_text("abc", encoding="utf-8")
    found = find_downloads(tmp_path, BROWSER)
    built = make_downloads(repository, {BROWSER: found, PROGRAM: ()}).body
    assert "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" in built
    assert 'href="download/poolwijzer.html" download' in built and "<code>make browser</code>" not in built


def test_a_page_with_a_dead_link_ends_the_build_and_says_which(tmp_path: Path) -> None:
    for name in ("docs", "examples"):
        copytree(ROOT / name, tmp_path / name)
    for path in ROOT.iterdir():
        if not path.name.startswith((".", "docs", "examples", "build")):
            (tmp_path / path.name).symlink_to(path)
    with (tmp_path / "docs" / "kosten.md").open("a", encoding="utf-8") as file:
        file.write("\nZie [daar](nergens.md).\n")
    with pytest.raises(ValueError, match=r"docs/kosten\.md: this link leads nowhere: nergens\.md"):
        build_site(tmp_path, tmp_path / "site", DAY)


def test_a_folder_that_holds_no_site_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "werk.txt").write_text("van mij", encoding="utf-8")
    with pytest.raises(ValueError, match="name another folder"):
        build_site(ROOT, tmp_path, DAY)
    assert (tmp_path / "werk.txt").read_text(encoding="utf-8") == "van mij"
