"""Whether every id that the menus mention exists. Each problem stands at the place of the mention."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from poolwijzer.content.component import Coherence, Example, Option
from poolwijzer.content.content import Content
from poolwijzer.content.evidence import Case, Signal
from poolwijzer.content.first_steps import FirstSteps
from poolwijzer.content.locations import Loc, Located, steps_to
from poolwijzer.content.objections import Objection
from poolwijzer.content.paper_references import PAPER_FINDERS
from poolwijzer.content.plan import Phase, Plan, PlannedStep, Took
from poolwijzer.content.questions import ContextAnswer, Contradiction, Map, Retired, Statement
from poolwijzer.content.renames import Renamed, find_current_id
from poolwijzer.content.typology import Action, DividedBounds, Middle, Quadrant, WithoutBody
from poolwijzer.problems import Problem, did_you_mean, quote
from poolwijzer.rules.conditions import (
    KINDS,
    AxisIs,
    Condition,
    ContextIs,
    InQuadrant,
    IsChosen,
    IsDivided,
    RolesDiffer,
    StatementIs,
)
from poolwijzer.validation import Model

Mention = tuple[Loc, str, str, Iterable[str]]
"""Where, what kind of thing (with its article), the id that is mentioned, and the ids there are."""


def find_broken_references(content: Content, files: Located) -> list[Problem]:
    """Every mention of an id that does not exist; `files` is the tree of all menu files."""
    problems = []
    for loc, kind, mentioned, known in _mentions(content):
        if mentioned not in known and mentioned not in content.hidden:
            steps = steps_to(loc)
            where = files.locate(steps, key=steps[-1] == mentioned)
            message = f"{kind} {quote(mentioned)} bestaat niet."
            hint = _present_name(kind, mentioned, content) or did_you_mean(mentioned, known)
            problems.append(Problem(where.path, message, hint, where.line, where.column))
    return problems


def _present_name(kind: str, mentioned: str, content: Content) -> str:
    """What something is called now, where it was renamed."""
    for steps, names in content.typology.renamed.every().items():
        if mentioned in names and find_renamable(steps, content)[0] == kind:
            return f"Dit heet nu {quote(find_current_id(mentioned, names, {}))}."
    return ""


def _mentions(content: Content) -> Iterator[Mention]:
    for value, node in content.models:
        sources = value.__dict__.get("sources")
        if sources and not content.sources.keys() >= set(sources):  # almost never: not worth a mention each
            for index, source in enumerate(sources):
                yield (node, "sources", index), "De bron", source, content.sources
        if fact := value.__dict__.get("fact"):
            yield (node, "fact"), "Het feit", fact, content.dated_facts
        if finder := _FINDERS.get(type(value)):
            yield from finder(value, (node,), content)
    yield from _to_doubts(content)


def _to_doubts(content: Content) -> Iterator[Mention]:
    """The question that objections answer to, and the answer under which each stands."""
    if asked := content.doubts_asked:
        yield ("bezwaren", "question"), "De contextvraag", asked, content.context
        if question := content.context.get(asked):
            for doubt in content.objections:
                yield ("bezwaren", "bezwaren", doubt), "Het antwoord", doubt, question.answers


def _in_coherence(relation: Coherence, loc: Loc, content: Content) -> Iterator[Mention]:
    for index, option in enumerate(relation.options):
        yield (*loc, "options", index), "De optie", option, content.options


def _in_divided(bounds: DividedBounds, loc: Loc, content: Content) -> Iterator[Mention]:
    if bounds.axis:
        yield (*loc, "axis"), "De as", bounds.axis, content.typology.axes


def _in_example(example: Example | Took, loc: Loc, content: Content) -> Iterator[Mention]:
    if example.case:
        yield (*loc, "case"), "De praktijkcase", example.case, content.cases


def _in_map(entry: Map, loc: Loc, content: Content) -> Iterator[Mention]:
    yield (*loc, "from"), "De contextvraag", entry.source, content.context
    if question := content.context.get(entry.source):
        for answer in entry.values:
            yield (*loc, "values", answer), "Het antwoord", answer, question.answers


def _in_option(option: Option, loc: Loc, content: Content) -> Iterator[Mention]:
    for quadrant in option.fit:
        yield (*loc, "fit", quadrant), "De plek", quadrant, content.typology.quadrants
    if option.group is not None:
        yield (*loc, "group"), "De groep", option.group, content.components[str(steps_to(loc)[1])].groups


def _in_statement(statement: Statement, loc: Loc, content: Content) -> Iterator[Mention]:
    axes = content.typology.axes
    if statement.axis:
        yield (*loc, "axis"), "De as", statement.axis, axes
    if statement.facet and statement.axis in axes:
        yield (*loc, "facet"), "Het facet", statement.facet, axes[statement.axis].facets
    if statement.block:
        yield (*loc, "block"), "Het blok", statement.block, content.questions.blocks
    if statement.implied_by:
        yield (*loc, "implied_by", "statement"), "De stelling", statement.implied_by.statement, content.statements
    if statement.stands_in:
        yield (*loc, "stands_in"), "De vervallen stelling", statement.stands_in, content.questions.retired
    for form in ("joint", "own", "body"):
        if wording := getattr(statement, form):
            yield (*loc, form, "scale"), "De schaal", wording.scale, content.typology.scale.labels


def _in_context_answer(answer: ContextAnswer, loc: Loc, content: Content) -> Iterator[Mention]:
    if answer.holds_down:
        yield (*loc, "holds_down", "axis"), "De as", answer.holds_down.axis, content.typology.axes


def _in_contradiction(pair: Contradiction, loc: Loc, content: Content) -> Iterator[Mention]:
    for index, name in enumerate(pair.statements):
        yield (*loc, "statements", index), "De stelling", name, content.statements


def _in_retired(retired: Retired, loc: Loc, content: Content) -> Iterator[Mention]:
    yield (*loc, "scale"), "De schaal", retired.scale, content.typology.scale.labels


def _in_case(case: Case, loc: Loc, content: Content) -> Iterator[Mention]:
    for name, answers in case.context.items():
        yield (*loc, "context", name), "De contextvraag", name, content.context
        if question := content.context.get(name):
            for index, answer in enumerate(answers):
                yield (*loc, "context", name, index), "Het antwoord", answer, question.answers
    for name, options in case.choices.items():
        yield (*loc, "choices", name), "De component", name, content.components
        if component := content.components.get(name):
            for index, option in enumerate(options):
                yield (*loc, "choices", name, index), "De optie", option, component.options
    if case.placement:
        for axis in case.placement.place:
            yield (*loc, "placement", "place", axis), "De as", axis, content.typology.axes


def _in_signal(signal: Signal, loc: Loc, content: Content) -> Iterator[Mention]:
    for index, fact in enumerate(signal.facts):
        yield (*loc, "facts", index), "Het feit", fact, content.dated_facts


def _in_objection(objection: Objection, loc: Loc, content: Content) -> Iterator[Mention]:
    for index, option in enumerate(objection.helps):
        yield (*loc, "helps", index), "De optie", option, content.options


def _in_first_steps(steps: FirstSteps, loc: Loc, content: Content) -> Iterator[Mention]:
    yield (*loc, "from"), "De contextvraag", steps.source, content.context
    if question := content.context.get(steps.source):
        for group, answers in steps.groups.items():
            for index, answer in enumerate(answers):
                yield (*loc, "groups", group, index), "Het antwoord", answer, question.answers
    yield (*loc, "unknown", "group"), "De groep", steps.unknown.group, steps.groups
    for key in ("opening", "card", "agree_on"):
        for group in getattr(steps, key):
            yield (*loc, key, group), "De groep", group, steps.groups
    for index, group in enumerate(steps.deciders_in):
        yield (*loc, "deciders_in", index), "De groep", group, steps.groups
    for group, part in steps.card.items():
        for index, component in enumerate(part.components):
            yield (*loc, "card", group, "components", index), "De component", component, content.components
        for index, option in enumerate(part.options):
            yield (*loc, "card", group, "options", index), "De optie", option, content.options
    for place, cells in steps.cells.items():
        yield (*loc, "cells", place), "De plek", place, content.typology.quadrants
        for group in cells:
            yield (*loc, "cells", place, group), "De groep", group, steps.groups


def _in_action(action: Action, loc: Loc, content: Content) -> Iterator[Mention]:
    for index, group in enumerate(action.groups):
        yield (*loc, "groups", index), "De groep", group, content.first_steps.groups if content.first_steps else ()
    if action.mentions:
        yield (*loc, "mentions"), "De contextvraag", action.mentions, content.context


def _in_quadrant(quadrant: Quadrant | WithoutBody, loc: Loc, content: Content) -> Iterator[Mention]:
    for key in ("summary_in", "plain_question_in"):
        yield from _groups(key, getattr(quadrant, key), loc, content)


def _in_middle(middle: Middle, loc: Loc, content: Content) -> Iterator[Mention]:
    yield from _groups("plain_question_in", middle.plain_question_in, loc, content)


def _groups(key: str, named: Iterable[str], loc: Loc, content: Content) -> Iterator[Mention]:
    for group in named:
        yield (*loc, key, group), "De groep", group, content.first_steps.groups if content.first_steps else ()


def _in_plan(plan: Plan, loc: Loc, content: Content) -> Iterator[Mention]:
    yield (*loc, "start"), "De fase", plan.start, plan.phases


def _in_phase(phase: Phase, loc: Loc, content: Content) -> Iterator[Mention]:
    yield from _parties("involved", phase.involved, loc, content)


def _in_step(step: PlannedStep, loc: Loc, content: Content) -> Iterator[Mention]:
    yield from _parties("who", step.who, loc, content)


def _parties(key: str, mentioned: tuple[str, ...], loc: Loc, content: Content) -> Iterator[Mention]:
    for index, party in enumerate(mentioned):
        yield (*loc, key, index), "De partij", party, content.plan.parties if content.plan else ()


def _in_renamed(renamed: Renamed, loc: Loc, content: Content) -> Iterator[Mention]:
    """What an id is called now has to exist, or to have a new name in its turn."""
    for steps, names in renamed.every().items():
        kind, known = find_renamable(steps, content)
        if names and steps[0] == "answers":
            yield (*loc, *steps), "De contextvraag", steps[1], content.context
        elif names and steps[0] == "facets":
            yield (*loc, *steps), "De as", steps[1], content.typology.axes
        for old, new in names.items():
            yield (*loc, *steps, old), kind, new, {**known, **names}


def find_renamable(steps: tuple[str, ...], content: Content) -> tuple[str, Mapping[str, object]]:
    """What kind of thing an old id stood for, and those there are now."""
    if steps[0] == "answers":
        question = content.context.get(steps[1])
        return "Het antwoord", question.answers if question else {}
    if steps[0] == "facets":
        axis = content.typology.axes.get(steps[1])
        return "Het facet", axis.facets if axis else {}
    kinds: dict[str, tuple[str, Mapping[str, object]]] = {
        "axes": ("De as", content.typology.axes),
        "statements": ("De stelling", content.statements),
        "context": ("De contextvraag", content.context),
        "components": ("De component", content.components),
        "options": ("De optie", content.options),
        "cases": ("De praktijkcase", content.cases),
    }
    return kinds[steps[0]]


def _in_condition(condition: Condition, loc: Loc, content: Content) -> Iterator[Mention]:
    for index, part in enumerate(condition.parts()):
        yield from _in_condition(
            part, (*loc, "not") if condition.key == "not" else (*loc, condition.key, index), content
        )
    if told := _OBSERVED.get(type(condition)):
        field, kind, known = told
        yield (*loc, field), kind, getattr(condition, field), known(content)
    if isinstance(condition, ContextIs):
        yield from _in_context_condition(condition, loc, content)
    elif isinstance(condition, InQuadrant):
        for index, quadrant in enumerate(condition.quadrant):
            yield (*loc, "quadrant", index), "De plek", quadrant, content.typology.quadrants


def _in_context_condition(condition: ContextIs, loc: Loc, content: Content) -> Iterator[Mention]:
    """What a condition demands of an answer, where that question, or map to a number, can never give it."""
    question = content.context.get(condition.context)
    if question is None and condition.context not in content.maps:
        return
    about = f"Bij {quote(condition.context)}"
    for answer in condition.named_answers():
        yield loc, f"{about} het antwoord", answer, question.answers if question else ()
    if question and question.kind != "date":
        for bound in ("at_least", "at_most"):
            if getattr(condition, bound) is not None:
                yield (*loc, bound), f"{about} de grens", bound, ()


_OBSERVED: dict[type[Condition], tuple[str, str, Callable[[Content], Iterable[str]]]] = {
    AxisIs: ("axis", "De as", lambda content: content.typology.axes),
    IsDivided: ("divided", "De as", lambda content: content.typology.axes),
    StatementIs: ("statement", "De stelling", lambda content: content.statement_names),
    RolesDiffer: ("statement", "De stelling", lambda content: content.statement_names),
    IsChosen: ("chosen", "De optie", lambda content: content.options),
    ContextIs: ("context", "De contextvraag", lambda content: content.context_names),
}
"""The field of a condition that holds an id, what that is an id of, and the ids there are."""

_FINDERS: dict[type[Model], Callable[[Any, Loc, Content], Iterator[Mention]]] = {
    Option: _in_option,
    Signal: _in_signal,
    Objection: _in_objection,
    FirstSteps: _in_first_steps,
    Action: _in_action,
    Quadrant: _in_quadrant,
    WithoutBody: _in_quadrant,
    Middle: _in_middle,
    **PAPER_FINDERS,
    Coherence: _in_coherence,
    DividedBounds: _in_divided,
    Example: _in_example,
    Took: _in_example,
    Plan: _in_plan,
    Phase: _in_phase,
    PlannedStep: _in_step,
    Case: _in_case,
    Statement: _in_statement,
    ContextAnswer: _in_context_answer,
    Contradiction: _in_contradiction,
    Retired: _in_retired,
    Map: _in_map,
    Renamed: _in_renamed,
    **dict.fromkeys(KINDS, _in_condition),
}
"""What finds the ids that a model of this kind mentions, besides its sources."""
