"""Writing an initiative's file: the whole model, in the order of the format, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from poolwijzer.assessment.model import Assessment, MenusUsed
from poolwijzer.content.content import Content
from poolwijzer.outfile import write_whole

MARKED_BESIDE = "workshop.yaml"
"""Beside this file others read along while files are copied: there each says where it ends (`update.mark_end`)."""


def record_menus(assessment: Assessment, content: Content) -> Assessment:
    """The assessment with its format and the menus it was answered with on record, as the program writes it."""
    menus = MenusUsed(version=content.version, hash=content.hash)
    return _in_its_format(assessment).model_copy(update={"menus": menus})


def _in_its_format(assessment: Assessment) -> Assessment:
    """With the number of the oldest format that can say this, so that older programs read what they can."""
    return assessment.model_copy(update={"poolwijzer": assessment.format_used()})


def dump_assessment(assessment: Assessment) -> bytes:
    """The file as bytes; reading it gives the same value, in the oldest format that can say it."""
    data = _in_its_format(assessment).model_dump(mode="json", exclude_defaults=True, by_alias=True)
    text = yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100)
    return text.encode("utf-8")


def write_assessment(assessment: Assessment, path: Path) -> Path:
    """Write the file; returns where it went, which is beside `path` when that is held by another program."""
    return write_whole(path, dump_assessment(assessment))


def fits_a_block(text: str) -> bool:
    """Whether lines can be written below each other without a doubt about where they begin and end."""
    return "\n" in text and not re.search("[\r\t\x85\u2028\u2029]| \n|^[ \n]|[ \n]$", text)


class Dumper(yaml.SafeDumper):
    """No aliases: our own reader refuses them."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_str(self, data: str) -> yaml.ScalarNode:
        # These end a line to a parser; between double quotes they are escaped. So is what would hide a first sign.
        hidden = not data[:1].isprintable() or any(sign in data for sign in "\x85\u2028\u2029")
        style = '"' if hidden else "|" if fits_a_block(data) else None
        return self.represent_scalar("tag:yaml.org,2002:str", data, style)

    def represent_list(self, data: Iterable[Any]) -> yaml.SequenceNode:
        return self.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True if is_table(data) else None)


def is_table(value: Any) -> bool:
    """Whether this is a list of lists, such as dots, which reads best between brackets."""
    return isinstance(value, list) and any(isinstance(part, list) for part in value)


Dumper.add_representer(str, Dumper.represent_str)
Dumper.add_representer(list, Dumper.represent_list)
