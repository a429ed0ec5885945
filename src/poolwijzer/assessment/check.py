"""Whether what a file says means something in the menus: its ids, and its answers on their scale.

Looks at the data as typed, beside the model that looks at its shape, so that all problems of a file come at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import cache, partial
from typing import Any

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.assessment.check_costs import find_in_costs
from poolwijzer.assessment.mismatch import Loc, MenuMismatch, as_group, as_list, key_of
from poolwijzer.content.content import Content
from poolwijzer.content.questions import ContextQuestion
from poolwijzer.municipalities import (
    UnknownMunicipality,
    find_municipality,
    fold_name,
    known_municipality,
    official_name,
)
from poolwijzer.problems import did_you_mean, quote

DOTS = "dots"
"""What stands beside the axes in an own estimate: everyone's own dot."""
MOST_DOTS = 200
_EXPLAINED = frozenset(("value", "note"))
"""Of an answer with no more than these only the value can be wrong."""
_INSIDE = {"named-choice": "kind", "dated-choices": "source"}
"""Where a chosen answer stands in a group that tells more of it, by the kind of the question."""
HOW_TO_LIST_OWN = "Een eigen gemeente staat eerst in initiative.municipalities, met haar aantal inwoners."


def find_mismatches(data: Any, content: Content) -> Iterator[MenuMismatch]:
    """Every id and answer in a file's data that the menus do not know."""
    listed = as_list(data.get("initiative"), "municipalities")
    yield from _named_twice(listed)
    own = [one["name"] for one in listed if isinstance(one, dict) and isinstance(one.get("name"), str)]
    yield from _in_measurement(data, (), content)
    yield from _answering_unknown(data, (), own)
    for index, earlier in enumerate(as_list(data, "measurements")):
        yield from _in_measurement(earlier, ("measurements", index), content)
        yield from _answering_unknown(earlier, ("measurements", index), own)
    if costs := as_group(data, "costs"):
        yield from find_in_costs(costs, listed)
    for component, choice in as_group(data, "choices").items():
        loc: Loc = ("choices", component)
        if component not in content.components:
            yield _unknown(loc, "De component", component, content.components, key=True)
            continue
        known = content.components[component].options
        for name in ("options", "considering"):
            for index, option in enumerate(as_list(choice, name)):
                if isinstance(option, str) and option not in known:
                    yield _option((*loc, name, index), option, component, content)


def says_nothing(data: Any) -> bool:
    """Whether there is nothing to place an initiative on: no answer, no respondent, no own estimate."""
    return not any((data.get("answers"), data.get("responses"), *_places(data)))


def _named_twice(municipalities: list[Any]) -> Iterator[MenuMismatch]:
    """Municipalities that were named before, whatever spelling, alias or code was used."""
    seen: set[str] = set()
    for index, given in enumerate(municipalities):
        name = given.get("name") if isinstance(given, dict) else given
        if not isinstance(name, str):
            continue
        key = key_of(name)
        if key in seen:
            loc: Loc = ("initiative", "municipalities", index)
            message = f"De gemeente {quote(official_name(name))} staat er twee keer in."
            yield MenuMismatch(loc, message, "Haal er een weg.")
        seen.add(key)


def _answering_unknown(data: Any, loc: Loc, own: list[str]) -> Iterator[MenuMismatch]:
    """Respondents of a municipality that is in no table and not among the initiative's own."""
    responses = as_list(data, "responses")
    folded = {fold_name(name) for name in own} if responses else set()
    for index, response in enumerate(responses):
        organisation = as_group(response, "organisation")
        name = organisation.get("name")
        if organisation.get("kind") != "gemeente" or not isinstance(name, str) or not name:
            continue
        if known_municipality(name) or fold_name(name) in folded:
            continue
        try:
            find_municipality(name)
        except UnknownMunicipality as error:
            seek = partial(_municipality_meant, name, own, error)
            yield MenuMismatch((*loc, "responses", index, "organisation", "name"), *error.briefly(), seek=seek)


def _municipality_meant(name: str, own: list[str], error: UnknownMunicipality) -> str:
    from poolwijzer.municipalities.unknown import HOW_TO_NAME

    hint = did_you_mean(name, own) or error.hint
    return f"{hint} {HOW_TO_LIST_OWN}" if hint == HOW_TO_NAME else hint


def _option(loc: Loc, option: str, component: str, content: Content) -> MenuMismatch:
    if elsewhere := content.component_of.get(option):
        return MenuMismatch(
            loc,
            f"De optie {quote(option)} hoort bij {elsewhere}, niet bij {component}.",
            f"Zet haar onder {elsewhere}.",
            unknown_id=True,  # to this component; in other menus it may have stood here
        )
    return _unknown(loc, "De optie", option, content.components[component].options or content.options)


def _in_measurement(data: Any, loc: Loc, content: Content) -> Iterator[MenuMismatch]:
    yield from _answers(as_group(data, "answers"), (*loc, "answers"), content)
    seen: dict[str, int] = {}
    for index, response in enumerate(as_list(data, "responses")):
        here: Loc = (*loc, "responses", index)
        yield from _answers(as_group(response, "answers"), (*here, "answers"), content, apart=True)
        name = response.get("id") if isinstance(response, dict) else None
        if isinstance(name, str) and seen.setdefault(name, index) != index:
            yield MenuMismatch(
                (*here, "id"),
                f"Er is al een respondent met id {quote(name)}.",
                "Geef elke respondent een eigen id.",
            )
    estimate = as_group(data, "estimate")
    for axis in _places(data):
        here, value = (*loc, "estimate", axis), estimate[axis]
        if axis not in content.typology.axes:
            yield _unknown(here, "De as", axis, content.typology.axes, key=True)
        elif _off_scale(value, content):
            message = f"De eigen inschatting {quote(value)} ligt niet op de schaal."
            yield MenuMismatch(here, message, _scale_hint(content, "getal"))
    if DOTS in estimate:
        yield from _dots(estimate[DOTS], (*loc, "estimate", DOTS), content)
    for question, answer in as_group(data, "context").items():
        asked = content.context.get(question)
        if asked and answer.__class__ is str and answer in asked.answers:
            continue  # as most are, and there may be thousands of files
        here = (*loc, "context", question)
        if asked is None:
            yield _unknown(here, "De contextvraag", question, content.context, key=True)
        else:
            yield from _date(answer, here) if asked.kind == "date" else _chosen_answers(asked, answer, here)


def _places(data: Any) -> list[str]:
    """The axes on which the group put itself."""
    return [axis for axis in as_group(data, "estimate") if axis != DOTS]


def _dots(dots: Any, loc: Loc, content: Content) -> Iterator[MenuMismatch]:
    """Everyone's own dot: a number for each axis, on the scale, of no more people than sit in a room."""
    axes = list(content.typology.axes)
    how = f"Schrijf {' en '.join(axes)} tussen haken, zoals [2, 4]."
    if not isinstance(dots, list):
        yield MenuMismatch(loc, "Hier hoort een lijst van stippen.", f"{how} Zo zijn er twee: [[2, 4], [4, 5]].")
        return
    if len(dots) > MOST_DOTS:
        message = f"Er staan {len(dots)} stippen; het zijn er hooguit {MOST_DOTS}."
        yield MenuMismatch(loc, message, "Haal er stippen uit, of maak een bestand voor elke groep.")
    for index, dot in enumerate(dots[:MOST_DOTS]):
        given = dot if isinstance(dot, list) else [dot]
        if len(given) != len(axes):
            yield MenuMismatch((*loc, index), f"Een stip is een lijst van {len(axes)} getallen.", how)
        for place, value in enumerate(given):
            if _off_scale(value, content):
                message = f"Het getal {quote(value)} van deze stip ligt niet op de schaal."
                yield MenuMismatch((*loc, index, place), message, _scale_hint(content, "getal"))


def _answers(answers: dict[str, Any], loc: Loc, content: Content, *, apart: bool = False) -> Iterator[MenuMismatch]:
    statements, bare = content.statement_names, _bare_answers(content)
    for statement, answer in answers.items():
        said = answer.get("value") if answer.__class__ is dict and answer.keys() <= _EXPLAINED else answer
        if said.__class__ is str and said in bare and statement in statements:
            continue  # nearly every answer, and there may be millions
        here: Loc = (*loc, statement)
        if statement not in statements:
            yield _unknown(here, "De stelling", statement, content.statements, key=True)
            continue
        value = answer.get("value") if isinstance(answer, dict) else answer
        spot = (*here, "value") if isinstance(answer, dict) else here
        if isinstance(value, str) and value not in bare:
            message = f"Het antwoord {quote(value)} kan niet."
            yield MenuMismatch(spot, message, f"{_scale_hint(content, 'heel getal')} Of {UNKNOWN}.")
        if isinstance(answer, dict) and answer.get("yes") is not None:
            yield from _count(statement, (*here, "yes"), content, apart=apart)
        votes = answer.get("votes") if isinstance(answer, dict) else None
        points = len(content.typology.scale.points())
        if isinstance(votes, list) and len(votes) not in (points, points + 1):
            message = f"Er staan {len(votes)} aantallen handen; er zijn {points} antwoorden."
            hint = f"Geef voor elk antwoord een aantal, van laag naar hoog. Daarachter mag dat voor {UNKNOWN}."
            yield MenuMismatch((*here, "votes"), message, hint)


def _count(statement: str, loc: Loc, content: Content, *, apart: bool) -> Iterator[MenuMismatch]:
    """Municipalities that were counted where the words of the scale say no number of them, or by one respondent."""
    if apart:
        message = "Een aantal gemeenten hoort bij een antwoord van de groep, niet bij een respondent."
        yield MenuMismatch(loc, message, "Zet het onder answers, of schrijf een punt van de schaal.")
    elif content.labels_of(statement).counting is None:
        message = f"Bij de stelling {quote(statement)} past geen aantal gemeenten."
        yield MenuMismatch(loc, message, _scale_hint(content, "heel getal"))


def _scale_hint(content: Content, kind: str) -> str:
    scale = content.typology.scale
    return f"Geef een {kind} van {scale.lowest} tot en met {scale.highest}."


def _bare_answers(content: Content) -> frozenset[str]:
    """The points of the scale, written as a whole number, and *weet niet*."""
    scale = content.typology.scale
    return _bare_between(scale.lowest, scale.highest)


@cache
def _bare_between(lowest: int, highest: int) -> frozenset[str]:
    return frozenset((*map(str, range(lowest, highest + 1)), UNKNOWN))


def _off_scale(value: Any, content: Content) -> bool:
    """Whether this is a number beyond the ends of the scale; what is no number at all, the model tells."""
    scale = content.typology.scale
    try:
        return not scale.lowest <= Fraction(value) <= scale.highest
    except (TypeError, ValueError, ZeroDivisionError):
        return False


def _date(answer: Any, loc: Loc) -> Iterator[MenuMismatch]:
    if answer is None:
        return
    try:
        # Python reads more ways to write a date than this file has.
        known = isinstance(answer, str) and date.fromisoformat(answer).isoformat() == answer
    except ValueError:
        known = False
    if not known:
        message = f"{quote(answer)} is geen datum." if isinstance(answer, str) else "Hier hoort een datum."
        yield MenuMismatch(loc, message, "Schrijf een datum als 2024-01-31.")


def _chosen_answers(asked: ContextQuestion, answer: Any, loc: Loc) -> Iterator[MenuMismatch]:
    several = asked.kind in ("choices", "dated-choices")
    given = answer if isinstance(answer, list) else [answer]
    if isinstance(answer, list) and not several:
        yield MenuMismatch(loc, "Bij deze vraag past één antwoord.", "Schrijf het zonder haken.")
        return
    if several and asked.most and len(given) > asked.most:
        yield MenuMismatch(
            loc,
            f"Er zijn {len(given)} antwoorden gegeven; het zijn er hooguit {asked.most}.",
            "Kies de belangrijkste.",
        )
    known, inside = asked.answers, _INSIDE.get(asked.kind)
    for index, item in enumerate(given):
        if item.__class__ is str and item in known:
            continue
        here: Loc = (*loc, index) if isinstance(answer, list) else loc
        if isinstance(item, dict):
            if inside is None or inside not in item:
                words = f"Schrijf hier {{{inside}: …}}." if inside else "Schrijf hier alleen het antwoord."
                yield MenuMismatch(here, "Dit antwoord heeft niet de goede vorm.", words)
                continue
            here, item = (*here, inside), item[inside]
        # What is no text, the model refuses.
        if isinstance(item, str) and item not in known:
            yield _unknown(here, "Het antwoord", item, known)


def _unknown(loc: Loc, kind: str, name: Any, known: Iterable[str], key: bool = False) -> MenuMismatch:
    def seek() -> str:
        names = list(known)
        listed = f"Kies uit: {', '.join(names)}." if len(names) <= 12 else "Kijk of de naam klopt."
        return did_you_mean(str(name), names) or listed

    return MenuMismatch(loc, f"{kind} {quote(name)} bestaat niet.", "", key, unknown_id=True, seek=seek)
