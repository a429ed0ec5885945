"""Reading the menus: all files as one tree, validated at once, with every reference checked."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field

from poolwijzer.content.completeness import find_gaps
from poolwijzer.content.component import Component
from poolwijzer.content.content import Content
from poolwijzer.content.dated_facts import DatedFacts
from poolwijzer.content.evidence import Case, Signals, Sources, Terms
from poolwijzer.content.files import MenuFiles, read_menu_files
from poolwijzer.content.first_steps import FirstSteps
from poolwijzer.content.folders import find_own_menus, find_shipped_menus
from poolwijzer.content.limits import find_excess
from poolwijzer.content.objections import Objections
from poolwijzer.content.papers import Papers
from poolwijzer.content.plan import Plan
from poolwijzer.content.questions import Questions
from poolwijzer.content.references import find_broken_references
from poolwijzer.content.retired_mentions import retired_remarks
from poolwijzer.content.typology import Typology
from poolwijzer.content.whole_rules import WholeRules
from poolwijzer.problems import InputError, in_order
from poolwijzer.validation import Model, Slug, validate


class Menus(Model):
    """Every menu file at its name. One model, because building its validator once is most of the work."""

    typologie: Typology
    vragen: Questions
    aandachtspunten: Signals = Field(default_factory=lambda: Signals(signals={}))
    samenhang: WholeRules = Field(default_factory=lambda: WholeRules(rules={}))
    stappenplan: Plan | None = None
    bronnen: Sources = Field(default_factory=lambda: Sources(sources={}))
    begrippen: Terms = Field(default_factory=lambda: Terms(terms={}))
    feiten: DatedFacts = Field(default_factory=lambda: DatedFacts(feiten={}))
    eerste_stappen: FirstSteps | None = Field(default=None, alias="eerste-stappen")
    bezwaren: Objections | None = None
    vervolg: Papers | None = None
    componenten: dict[Slug, Component] = {}
    praktijk: dict[Slug, Case] = {}


def load_menus(own: Path | None = None, base: Path | None = None) -> Content:
    """All menus that count: the shipped ones, or an own folder laid over them.

    Args:
        own: an own folder; else the one in `POOLWIJZER_MENUS`; else none.
        base: what an own folder lies over, other than the shipped menus.

    Raises:
        InputError: with every problem found, each at its file, line and column.
    """
    own = find_own_menus(own)
    if not own:
        return _load_base(base or find_shipped_menus())
    files = read_menu_files(own, base)
    content = _load_complete(files)
    if problems := find_excess(content, files):
        raise InputError(in_order(problems))
    return replace(content, remarks=tuple(in_order([*files.remarks, *retired_remarks(content, files)])))


@cache
def _load_base(base: Path) -> Content:
    """Menus without an own folder over them: part of the program, and so read once a process."""
    return _load_complete(read_menu_files(None, base))


def _load_complete(files: MenuFiles) -> Content:
    content = make_content(validate(Menus, files), files)
    if problems := [*find_broken_references(content, files), *find_gaps(content, files)]:
        raise InputError(in_order(problems))
    return content


def make_content(menus: Menus, files: MenuFiles) -> Content:
    """The menus of these files as one value."""
    return Content(
        typology=menus.typologie,
        questions=menus.vragen,
        components=dict(sorted(menus.componenten.items(), key=lambda item: (item[1].order, item[0]))),
        signals=menus.aandachtspunten.signals,
        whole=menus.samenhang.rules,
        plan=menus.stappenplan,
        cases=menus.praktijk,
        sources=menus.bronnen.sources,
        terms=menus.begrippen.terms,
        dated_facts=menus.feiten.facts,
        first_steps=menus.eerste_stappen,
        objections=menus.bezwaren.objections if menus.bezwaren else {},
        doubts_asked=menus.bezwaren.question if menus.bezwaren else None,
        papers=menus.vervolg,
        hash=hash_menus(files.data),
        hidden=files.hidden,
    )


def hash_menus(data: Any) -> str:
    """SHA-256 of data as canonical JSON: order, comments and line ends do not count."""
    canonical = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
