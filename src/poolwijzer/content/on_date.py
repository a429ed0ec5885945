"""The menus on one day: what refers to a fact has its text, and what has not begun or is silent is not there.

All that reads menus for an advice reads these, and sees ordinary rules, claims and steps that still know their fact.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from poolwijzer.content.claims import Beginning, Claim, Dated, Rule
from poolwijzer.content.content import Content
from poolwijzer.content.dated_facts import DatedFact
from poolwijzer.content.evidence import Signal
from poolwijzer.content.locations import Node, Step, models_below, steps_to
from poolwijzer.content.plan import Deadline

_PARTS = {
    ("typologie",): "typology",
    ("componenten",): "components",
    ("aandachtspunten", "signals"): "signals",
    ("samenhang", "rules"): "whole",
    ("stappenplan",): "plan",
    ("praktijk",): "cases",
    ("eerste-stappen",): "first_steps",
}
"""Where the parts that may refer to a fact stand in the tree of all menu files, and in `Content`."""


def menus_on(content: Content, on: date) -> Content:
    """These menus as they hold on a day; the same value each time. Of menus of another day, what they were made from.

    A rule that leaves its reason to a fact gets the text and the effect of the stage of that day, and is not there
    where the fact is silent. So it is with claims, and with a deadline; a step stays without its fact. What begins on
    a later day is not there either. What has ended is: a report says so.
    """
    if content.on == on:
        return content
    return _made(content.every_day or content, on)


@lru_cache(maxsize=4)
def _made(content: Content, on: date) -> Content:
    day = _Day(content.dated_facts, on)
    dated = _find_dated(content)
    parts = {}
    for steps, name in _PARTS.items():
        branch: Any = dated
        for step in steps:
            branch = branch.get(step, {})
        parts[name] = day.remake(getattr(content, name), branch)
    return replace(content, **parts, on=on, every_day=content)


_Branch = dict[Step, Any]
"""A tree of the steps to what a day can change: by step what lies behind it."""


def _find_dated(content: Content) -> _Branch:
    """The way to all that refers to a fact or begins on a day: next to what there is, this is little."""
    tree: _Branch = {}
    for (first, *others), name in _PARTS.items():
        start: Node = (None, first)
        for step in others:
            start = (start, step)
        for model, node in models_below(getattr(content, name), start):
            fields = model.__dict__
            if fields.get("fact") or fields.get("valid_from") or (model.__class__ is Signal and fields["facts"]):
                branch = tree
                for inner in steps_to((node,)):
                    branch = branch.setdefault(inner, {})
    return tree


class _Day:
    """Makes parts of the menus anew for one day."""

    def __init__(self, facts: dict[str, DatedFact], on: date) -> None:
        self._facts = facts
        self._on = on

    def remake(self, value: Any, dated: _Branch) -> Any:
        """A part as it is on the day, by what of it a day can change; None where it is not there."""
        if not dated and value.__class__ in (dict, tuple):
            return value
        if value.__class__ is tuple:
            parts = [self.remake(part, dated[at]) if at in dated else part for at, part in enumerate(value)]
            return tuple(part for part in parts if part is not None)
        if value.__class__ is dict:
            found = {name: self.remake(part, dated[name]) if name in dated else part for name, part in value.items()}
            return {name: part for name, part in found.items() if part is not None}
        return self._model(value, dated) if value is not None else None

    def _model(self, value: Any, dated: _Branch) -> Any:
        if isinstance(value, Beginning) and value.valid_from and value.valid_from > self._on:
            return None
        new: dict[str, Any] = {
            str(name): self.remake(getattr(value, str(name)), branch) for name, branch in dated.items()
        }
        if isinstance(value, Signal):
            new["facts"] = tuple(fact for fact in value.facts if self._text(fact))
        if fact := value.__dict__.get("fact"):
            told = self._told(value, fact)
            if told is None:
                return None
            new |= told
        return value.model_copy(update=new) if new else value

    def _text(self, fact: str) -> str:
        stage = self._facts[fact].stage(self._on) if fact in self._facts else None
        return stage.text if stage else ""

    def _told(self, value: Any, name: str) -> dict[str, Any] | None:
        """What a fact makes of something that refers to it; None where that is not there then."""
        field = "because" if isinstance(value, Dated) else "text" if isinstance(value, Claim | Deadline) else ""
        own, text = getattr(value, field, ""), self._text(name)
        if isinstance(value, Deadline) and value.date < self._on:
            own = ""  # what was written for before that day
        if not text:
            return {"fact": None} if own or not field else None
        if not field:
            return {}
        fact = self._facts[name]
        stage = fact.stage(self._on)
        return {
            field: own or text,
            **({} if value.sources else {"basis": fact.basis, "sources": fact.sources}),
            "checked_on": value.checked_on or fact.checked_on,
            "check_by": value.check_by or fact.check_by,
            **({"effect": stage.effect} if isinstance(value, Rule) and stage and stage.effect else {}),
        }
