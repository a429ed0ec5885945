"""What bringing answers together came to, in lines for a screen. Never an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from poolwijzer.dutch import count_things, join_some, long_date
from poolwijzer.forms.returned.changes import Change
from poolwijzer.forms.returned.hands import HandsChange
from poolwijzer.forms.returned.merging import Merging
from poolwijzer.forms.returned.status import count_response, say_until
from poolwijzer.forms.silent import tell_silent

_MOST_LINES = 40
"""Of one kind of change; who brings hundreds together looks at the page of the response."""


def say_merging(merging: Merging, on: date) -> Iterator[str]:
    """What came of it, a line each."""
    assessment = merging.assessment
    read = f"{count_things(merging.files, 'bestand', 'bestanden')} gelezen." if merging.files else "de respons."
    yield f"{assessment.initiative.name}: {read}"
    if new := merging.of_kind("new"):
        yield f"Nieuw: {count_things(len(new), 'antwoord', 'antwoorden')} van {_of_whom(new)}."
    yield from _each("Vervangen door een nieuwer antwoord", merging.of_kind("replaced"))
    if unchanged := merging.of_kind("unchanged"):
        yield f"Stond er al: {count_things(len(unchanged), 'antwoord', 'antwoorden')}."
    yield from _each("Ouder dan wat er is, en niet overgenomen", merging.of_kind("older"))
    yield from _hands(merging.hands)
    if merging.deleted:
        yield f"Verwijderd, want de dag is voorbij: {count_things(merging.deleted, 'antwoord', 'antwoorden')}."
    if merging.refused:
        yield f"Niet overgenomen: {count_things(len(merging.refused), 'melding', 'meldingen')}, met de reden erbij."
    so_far = count_response(assessment)
    of = assessment.number_of_municipalities
    if of:
        yield f"Er is nu een antwoord van {so_far.municipalities} van de {of} gemeenten."
    elif so_far.municipalities:
        yield f"Er is nu een antwoord van {count_things(so_far.municipalities, 'gemeente', 'gemeenten')}."
    if merging.missing:
        yield tell_silent(merging.missing)
    if so_far.delete_from and so_far.delete_from >= on:
        yield say_until(so_far)


def _each(title: str, changes: tuple[Change, ...]) -> Iterator[str]:
    if not changes:
        return
    yield f"{title}: {len(changes)}."
    for one in changes[:_MOST_LINES]:
        yield f"  {one.response.organisation.name}: {_when(one)} ({one.source})"
    if len(changes) > _MOST_LINES:
        yield f"  en nog {len(changes) - _MOST_LINES}"


def _when(change: Change) -> str:
    came, was = change.response.date, change.before.date if change.before else None
    days = _days(came, was)
    said = f"van {days[0]}" if came else "zonder datum"
    if change.kind == "replaced" and change.before is not None:
        return f"{said}, in plaats van {f'dat van {days[1]}' if was else 'een antwoord zonder datum'}"
    return f"{said}; het nieuwere is van {days[1]}" if was else said


def _days(*moments: date | None) -> list[str]:
    """Each by its day, and where that tells nothing by its hour too, to the second if need be."""
    for hour in ("", " om %H.%M uur", " om %H.%M:%S uur"):
        said = [_moment(one, hour) for one in moments]
        if len(set(said)) > 1:
            break
    return said


def _moment(moment: date | None, hour: str) -> str:
    day = long_date(moment) if moment else ""
    return f"{day}{moment:{hour}}" if hour and isinstance(moment, datetime) else day


def _of_whom(changes: Iterable[Change]) -> str:
    numbers = Counter(one.response.organisation.name for one in changes)
    return join_some([name if number == 1 else f"{name} ({number})" for name, number in numbers.items()], 30)


def _hands(changes: tuple[HandsChange, ...]) -> Iterator[str]:
    for kind, said in (
        ("new", "Handen geteld"),
        ("replaced", "Handen opnieuw geteld"),
        ("unchanged", "Handen stonden er al"),
    ):
        if names := [one.statement for one in changes if one.kind == kind]:
            yield f"{said}: bij {count_things(len(names), 'stelling', 'stellingen')} ({join_some(names, 30)})."
