"""Telling what does not fit a model, every problem at its own line, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from poolwijzer.problems import MOST_PROBLEMS, Problem, quoted
from poolwijzer.validation.model import WrongKind
from poolwijzer.validation.shape import KEY_ITSELF, Loc, Place, fields_at, place_of
from poolwijzer.validation.source import Source
from poolwijzer.validation.words import CHOICE_KINDS, GROUP_KINDS, LIST_KINDS, choose_from, tell

_WRONG_KINDS = frozenset({*GROUP_KINDS, *LIST_KINDS, "string_type"})


@dataclass(frozen=True, slots=True)
class _Finding:
    """One of pydantic's errors, with what its loc means."""

    kind: str
    loc: Loc
    place: Place
    value: Any
    context: dict[str, Any]
    text: str


def problems_of(error: ValidationError, source: Source, model: type[BaseModel]) -> list[Problem]:
    """Tell pydantic's errors in Dutch, one line each, in the order of the file."""
    findings = [finding for finding in _findings(error, model) if not _miscounted(finding)]
    findings = _without_echoes(list(_settled(findings, 0)), model)
    problems = dict.fromkeys(_problem(finding, source, model) for finding in findings)
    return sorted(problems, key=lambda problem: (problem.path, problem.line or 0, problem.column or 0))


def _findings(error: ValidationError, model: type[BaseModel]) -> Iterator[_Finding]:
    for found in error.errors(include_url=False)[:MOST_PROBLEMS]:
        loc, context = tuple(found["loc"]), found.get("ctx", {})
        yield _Finding(found["type"], loc, place_of(model, loc), found["input"], context, found["msg"])


def _miscounted(finding: _Finding) -> bool:
    """Tell whether a list is only too short because parts of it did not fit; those have their own error."""
    return finding.kind == "too_short" and len(finding.value) >= finding.context["min_length"]


def _settled(findings: list[_Finding], step: int) -> Iterator[_Finding]:
    """Keep, of the branches of each union, only the one that the author most likely meant."""
    parts: dict[str | int, list[_Finding]] = {}
    branches: dict[str | int, list[_Finding]] = {}
    for finding in findings:
        if len(finding.loc) <= step:
            yield finding
            continue
        label = finding.loc[step]
        is_branch = finding.place.branches[step] and label != KEY_ITSELF
        (branches if is_branch else parts).setdefault(label, []).append(finding)
    for part in parts.values():
        yield from _settled(part, step + 1)
    if branches:
        candidates = [list(_settled(branch, step + 1)) for branch in branches.values()]
        yield from _likeliest(candidates, step + 1)


def _likeliest(candidates: list[list[_Finding]], depth: int) -> list[_Finding]:
    def unlikeliness(branch: list[_Finding]) -> tuple[bool, bool, int]:
        wrong_kind = any(_is_wrong_kind(finding) and len(finding.loc) == depth for finding in branch)
        got_inside = any(len(finding.loc) > depth for finding in branch)
        return wrong_kind, not got_inside, len(branch)

    ranked = sorted(candidates, key=unlikeliness)
    best, others = ranked[0], ranked[1:]
    if len(best) == 1 and len(best[0].loc) == depth:
        return [_with_alternatives(best[0], [branch[0] for branch in others])]
    return best


def _is_wrong_kind(finding: _Finding) -> bool:
    if finding.kind in CHOICE_KINDS:
        return not isinstance(finding.value, str)
    return finding.kind in _WRONG_KINDS or isinstance(finding.context.get("error"), WrongKind)


def _with_alternatives(finding: _Finding, others: list[_Finding]) -> _Finding:
    """Add the words that another branch would have taken, as in: a whole number, or weet-niet."""
    words = [other for other in others if other.kind in CHOICE_KINDS]
    if not words or finding.kind in CHOICE_KINDS:
        return finding
    choice = words[0]
    _, suggestion = tell(choice.kind, choice.value, choice.context)
    if suggestion.startswith("Bedoelde"):
        return choice
    message, hint = tell(finding.kind, finding.value, finding.context, finding.text)
    told = f"{hint} Of schrijf {str(choice.context.get('expected', '')).replace(' or ', ' of ')}."
    return _Finding("told", finding.loc, finding.place, finding.value, {"hint": told.strip()}, message)


def _without_echoes(findings: list[_Finding], model: type[BaseModel]) -> list[_Finding]:
    """Leave out what is missing where a mistyped word shows that it was meant to be there."""
    unknown = [finding for finding in findings if finding.kind == "extra_forbidden"]
    meant = {(finding.place.real[:-1], _hint_for_unknown(finding, model)) for finding in unknown}
    return [
        finding
        for finding in findings
        if finding.kind != "missing" or (finding.place.real[:-1], f"Bedoelde u {finding.place.real[-1]}?") not in meant
    ]


def _hint_for_unknown(finding: _Finding, model: type[BaseModel]) -> str:
    return choose_from(str(finding.loc[-1]), fields_at(model, finding.loc[:-1]))


def _problem(finding: _Finding, source: Source, model: type[BaseModel]) -> Problem:
    real = finding.place.real
    at_key = KEY_ITSELF in finding.loc
    if finding.kind == "extra_forbidden":
        message, hint = f"Onbekend woord {quoted(finding.loc[-1])}.", _hint_for_unknown(finding, model)
        at_key = True
    elif finding.kind == "missing":
        name = finding.loc[-1]
        message, hint = f"Hier ontbreekt {quoted(name)}.", f"Voeg een regel toe die begint met '{name}:'."
        real, at_key = real[:-1], True
    else:
        message, hint = tell(finding.kind, finding.value, finding.context, finding.text)
    where = source.locate(real, at_key)
    return Problem(where.path, message, hint, where.line, where.column)
