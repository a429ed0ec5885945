from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from poolwijzer.problems import InputError
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Paragraph, Picture, Report, Section, Table
from poolwijzer.report.writers import DATA_SUFFIX, WRITERS, check_suffix, known_suffixes, writer_for


def _read_markdown(data: bytes) -> str:
    tokens = MarkdownIt("commonmark").enable("table").parse(data.decode("utf-8"))
    return "\n".join(child.content for token in tokens for child in token.children or () if child.type == "text")


READERS: dict[str, Callable[[bytes], str]] = {".md": _read_markdown}
"""How to get the plain text back out of each format; a new format gets a line here."""


def test_every_format_has_a_writer_and_is_known_by_its_suffix() -> None:
    assert set(READERS) == set(WRITERS)
    assert known_suffixes() == (*WRITERS, DATA_SUFFIX)
    for suffix in WRITERS:
        assert callable(writer_for(Path(f"rapport{suffix.upper()}")))


@pytest.mark.parametrize("suffix", WRITERS)
def test_every_text_of_the_report_is_in_the_file_in_order(
    suffix: str, report_of: Callable[..., Report], examples: Path
) -> None:
    for path in sorted(examples.glob("*.yaml")):
        report = report_of(path, "gewoon", explain=path.name.startswith("flexteam"))
        text, place = _joined(READERS[suffix](writer_for(Path(f"x{suffix}"))(report))), 0
        for wanted in map(_joined, _texts(report)):
            found = text.find(wanted, place)
            assert found >= 0, f"{path.name}: {wanted}"
            place = found + len(wanted)


def test_the_same_report_gives_the_same_bytes(report_of: Callable[..., Report], examples: Path) -> None:
    report = report_of(examples / "voorbeeldregio-rivierland.yaml", explain=True)
    for suffix in WRITERS:
        write = writer_for(Path(f"x{suffix}"))
        assert write(report) == write(report)


def test_an_unknown_suffix_is_refused_with_the_formats_there_are() -> None:
    with pytest.raises(InputError, match=r"'\.docx'.*\.md of \.json"):
        check_suffix(Path("rapport.docx"))
    with pytest.raises(InputError, match=r"Bedoelde u \.json\?"):
        check_suffix(Path("rapport.jsn"))
    with pytest.raises(InputError, match="niet te zien welk soort"):
        check_suffix(Path("rapport"))


def test_capitals_in_a_suffix_do_not_matter() -> None:
    check_suffix(Path("RAPPORT.MD"))
    check_suffix(Path("advies.Json"))


def _texts(report: Report) -> Iterator[str]:
    yield from (report.title, report.subtitle)
    for section in report.sections:
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[str]:
    yield section.title
    for block in section.blocks:
        yield from _of_block(block)
    for part in section.parts:
        yield from _of_section(part)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line=line):
            yield line.text
        case Bullets(items=items):
            yield from (item.text for item in items)
        case Labelled(rows=rows):
            for label, line in rows:
                yield from (label, line.text)
        case Table(caption=caption, head=head, rows=rows):
            yield from (caption, *head)
            yield from (cell for row in rows for cell in row)
        case Card():
            yield from (block.title, block.verdict, block.standing)
            for inner in block.blocks:
                yield from _of_block(inner)
        case Picture():
            yield from (block.description, block.left, block.right)
            for row, end in ((0, block.top), (1, block.bottom)):
                yield end
                fields = sorted((field for field in block.fields if field.row == row), key=lambda field: field.column)
                for field in fields:
                    yield from (field.title, field.key_question)


def _joined(text: str) -> str:
    return "".join(text.split())
