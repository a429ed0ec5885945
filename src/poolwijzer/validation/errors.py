"""Telling what does not fit a model, every problem at its own line, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import BaseModel, ValidationError

from poolwijzer.problems import MOST_PROBLEMS, MOST_SOUGHT, Fault, Problem, in_order, quote, untold, words_meant
from poolwijzer.validation.annotations import KEY_ITSELF, ErrorPath, Loc, list_fields, read_error_path
from poolwijzer.validation.model import WrongKind
from poolwijzer.validation.sentences import CHOICE_KINDS, GROUP_KINDS, LIST_KINDS, choices_in, choose_from, tell_error
from poolwijzer.yamlfile import LocatedData

_MANY = 3 * MOST_PROBLEMS
"""Errors of pydantic, which has one for each way to read a value: as many as surely are enough problems."""
_WRONG_KINDS = frozenset({*GROUP_KINDS, *LIST_KINDS, "string_type"})


@dataclass(frozen=True, slots=True)
class _ErrorFound:
    """One of pydantic's errors, with what its loc means."""

    kind: str
    loc: Loc
    path: ErrorPath
    value: Any
    context: dict[str, Any]
    text: str


def explain_errors(
    failure: ValidationError, source: LocatedData, model: type[BaseModel], context: Any = None
) -> list[Problem]:
    """Tell pydantic's errors in Dutch, one line each, in the order of the file.

    Of very many the first are told, with how many more there are, as far as that shows in how many these are.
    """
    number = failure.error_count()
    failure = _with_fewer(failure, source.data, model, context) if number > _MANY else failure
    found = list(_find_errors(failure, source.data, model))
    errors = [error for error in found if not _miscounted(error)]
    errors = _without_echoes(list(_settled(errors, 0)), model)
    told = list(
        dict.fromkeys(_problem(error, source, model, place < MOST_SOUGHT) for place, error in enumerate(errors))
    )
    more = max(number - len(found), 0) * len(told) // max(len(found), 1)
    return in_order([*told, *untold(told[0].path if told else "", more if told else 0, about=True)])


def _with_fewer(failure: ValidationError, data: Any, model: type[BaseModel], context: Any) -> ValidationError:
    """The errors in the beginning of every list and group, where these are enough: to have them all takes long."""
    try:
        model.model_validate(_beginning(data), context=context)
    except ValidationError as fewer:
        return fewer if fewer.error_count() >= MOST_PROBLEMS else failure
    return failure


def _beginning(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _beginning(value) for key, value in islice(data.items(), MOST_PROBLEMS)}
    return list(map(_beginning, data[:MOST_PROBLEMS])) if isinstance(data, list) else data


def _find_errors(failure: ValidationError, data: Any, model: type[BaseModel]) -> Iterator[_ErrorFound]:
    for found in failure.errors(include_url=False)[:_MANY]:
        loc, context = tuple(found["loc"]), found.get("ctx", {})
        error = _ErrorFound(found["type"], loc, read_error_path(model, loc), found["input"], context, found["msg"])
        if error.kind != "missing" or not _is_there(data, error.path.real):
            yield error


def _is_there(data: Any, loc: Loc) -> bool:
    """Whether the file says something at this place, be it too far on to have been looked at."""
    try:
        for step in loc:
            data = data[step]
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _miscounted(error: _ErrorFound) -> bool:
    """Tell whether a list is only too short because parts of it did not fit; those have their own error."""
    return error.kind == "too_short" and len(error.value) >= error.context["min_length"]


def _settled(errors: list[_ErrorFound], step: int) -> Iterator[_ErrorFound]:
    """Keep, of the branches of each union, only the one that the author most likely meant."""
    parts: dict[str | int, list[_ErrorFound]] = {}
    branches: dict[str | int, list[_ErrorFound]] = {}
    for error in errors:
        if len(error.loc) <= step:
            yield error
            continue
        label = error.loc[step]
        is_branch = error.path.branches[step] and label != KEY_ITSELF
        (branches if is_branch else parts).setdefault(label, []).append(error)
    for part in parts.values():
        yield from _settled(part, step + 1)
    if branches:
        candidates = [list(_settled(branch, step + 1)) for branch in branches.values()]
        yield from _likeliest(candidates, step + 1)


def _likeliest(candidates: list[list[_ErrorFound]], depth: int) -> list[_ErrorFound]:
    def unlikeliness(branch: list[_ErrorFound]) -> tuple[bool, bool, int]:
        wrong_kind = any(_is_wrong_kind(error) and len(error.loc) == depth for error in branch)
        got_inside = any(len(error.loc) > depth for error in branch)
        return wrong_kind, not got_inside, len(branch)

    ranked = sorted(candidates, key=unlikeliness)
    best, others = ranked[0], ranked[1:]
    if len(best) == 1 and len(best[0].loc) == depth:
        return [_with_alternatives(best[0], [branch[0] for branch in others])]
    return best


def _is_wrong_kind(error: _ErrorFound) -> bool:
    if error.kind in CHOICE_KINDS:
        return not isinstance(error.value, str)
    return error.kind in _WRONG_KINDS or isinstance(error.context.get("error"), WrongKind)


def _with_alternatives(error: _ErrorFound, others: list[_ErrorFound]) -> _ErrorFound:
    """Add the words that another branch would have taken, as in: a whole number, or weet-niet."""
    words = [other for other in others if other.kind in CHOICE_KINDS]
    if not words or error.kind in CHOICE_KINDS:
        return error
    choice = words[0]
    if isinstance(choice.value, str) and words_meant(choice.value, choices_in(choice.context)):
        return choice
    message, hint = tell_error(error.kind, error.value, error.context, error.text)
    told = f"{hint} Of schrijf {str(choice.context.get('expected', '')).replace(' or ', ' of ')}."
    return _ErrorFound("told", error.loc, error.path, error.value, {"hint": told.strip()}, message)


def _without_echoes(errors: list[_ErrorFound], model: type[BaseModel]) -> list[_ErrorFound]:
    """Leave out what is missing where a mistyped word shows that it was meant to be there."""
    unknown = [error for error in errors if error.kind == "extra_forbidden"]
    meant = {
        (error.path.real[:-1], *words_meant(str(error.loc[-1]), list_fields(model, error.loc[:-1])))
        for error in unknown[:MOST_SOUGHT]
    }
    return [
        error
        for error in errors
        if error.kind != "missing" or (error.path.real[:-1], str(error.path.real[-1])) not in meant
    ]


def _hint_for_unknown(error: _ErrorFound, model: type[BaseModel]) -> str:
    return choose_from(str(error.loc[-1]), list_fields(model, error.loc[:-1]))


def _problem(error: _ErrorFound, source: LocatedData, model: type[BaseModel], sought: bool) -> Problem:
    real, fault = error.path.real, error.context.get("error")
    at_key = KEY_ITSELF in error.loc
    if error.kind == "extra_forbidden":
        message, hint = f"Onbekend woord {quote(error.loc[-1])}.", _hint_for_unknown(error, model) if sought else ""
        at_key = True
    elif error.kind == "missing":
        name = error.loc[-1]
        message, hint = f"Hier ontbreekt {quote(name)}.", f"Voeg een regel toe die begint met '{name}:'."
        real, at_key = real[:-1], True
    elif isinstance(fault, Fault) and not sought:
        message, hint = fault.briefly()
    else:
        message, hint = tell_error(error.kind, error.value, error.context, error.text)
    return source.locate(real, at_key).problem(message, hint)
