"""The kinds of input: how one is made, what is tried with it, and how many of a run they are."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from fuzz import ledgers, money, reading, shells, writing


class Kind(NamedTuple):
    """A kind of input. What is tried is settled by the input alone, so that a file that was kept finds it again."""

    make: Callable[[Random], bytes]
    run: Callable[[bytes, Random], bool]
    """Gives whether it was read; may also raise `InputError`. Runs in an empty folder."""
    suffix: str
    share: int
    """Of a thousand inputs of a run; what costs much is tried less often."""


KINDS = {
    "yaml": Kind(reading.yaml_input, reading.try_yaml, ".yaml", 270),
    "json": Kind(reading.json_input, reading.try_json, ".json", 210),
    "lines": Kind(reading.lines_input, reading.try_lines, ".jsonl", 30),
    "table": Kind(reading.table_input, reading.try_table, ".csv", 130),
    "workbook": Kind(reading.workbook_input, reading.try_workbook, ".xlsx", 50),
    "names": Kind(reading.names_input, reading.try_names, ".txt", 40),
    "draft": Kind(reading.draft_input, reading.try_draft, ".concept", 150),
    "settings": Kind(shells.settings_input, shells.try_settings, ".toml", 20),
    "line": Kind(shells.line_input, shells.try_line, ".txt", 20),
    "costs": Kind(money.costs_input, money.try_costs, ".yaml", 40),
    "matching": Kind(money.matching_input, money.try_matching, ".yaml", 20),
    "ledger": Kind(ledgers.ledger_input, ledgers.try_ledger, ".csv", 30),
    "checkpoint": Kind(reading.checkpoint_input, reading.try_checkpoint, ".part.jsonl", 10),
    "compared": Kind(writing.compared_input, writing.try_compared, ".zip", 12),
    "style": Kind(writing.style_input, writing.try_style, ".zip", 10),
    "template": Kind(writing.template_input, writing.try_template, ".docx", 12),
    "menus": Kind(writing.menus_input, writing.try_menus, ".zip", 4),
    "formats": Kind(writing.formats_input, writing.try_formats, ".jsonl", 2),
}
