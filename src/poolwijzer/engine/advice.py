"""The advice: key questions and first steps, the menu card judged, and what the answers point at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, zip_longest

from poolwijzer.assessment.model import Assessment, Choice, NamedChoice
from poolwijzer.content.component import Component
from poolwijzer.content.content import Content
from poolwijzer.content.typology import Action
from poolwijzer.engine.coherence import judged_together
from poolwijzer.engine.facts import facts_of
from poolwijzer.engine.open_questions import open_questions
from poolwijzer.engine.results import (
    VERDICTS,
    Advice,
    ComponentAdvice,
    OptionAdvice,
    Placement,
    RaisedSignal,
    RuleTrace,
    Standing,
    Step,
)
from poolwijzer.engine.roadmap import road_map
from poolwijzer.engine.similar import similar_cases
from poolwijzer.engine.suggestions import suggestions
from poolwijzer.engine.tracing import Tracer
from poolwijzer.engine.verdicts import judged


def advise(assessment: Assessment, content: Content, placement: Placement, on: date) -> Advice:
    """What the menus say to this initiative on a date. Offers options with considerations; prescribes none."""
    facts = facts_of(assessment, content, placement, on)
    tracer = Tracer(content, facts, placement, names_in(assessment, content), on)
    components = tuple(
        card(name, component, assessment.choices.get(name), placement, tracer, component.options)
        for name, component in content.components.items()
    )
    traces = {name: tuple(tracer.rule(rule) for rule in signal.rules) for name, signal in content.signals.items()}
    quadrants = {name: content.typology.quadrants[name] for name in placement.in_play if not in_the_middle(placement)}
    return Advice(
        date=on,
        key_questions={name: tracer.filled(quadrant.key_question) for name, quadrant in quadrants.items()},
        plain_questions={name: tracer.filled(quadrant.plain_question) for name, quadrant in quadrants.items()},
        menu_first=bool(quadrants) and all(quadrant.menu_first for quadrant in quadrants.values()),
        steps=tuple(_steps(placement, tracer)),
        components=components,
        coherence=judged_together(components, tracer),
        signals=tuple(_raised(traces, content, tracer)),
        signal_rules=traces,
        open_questions=open_questions(placement, components, traces, tracer),
        similar=similar_cases(assessment, content, placement, facts),
        suggested=suggestions(components, tracer),
        road_map=road_map(assessment, tracer),
    )


def names_in(assessment: Assessment | None, content: Content) -> dict[str, str]:
    """What fills the placeholders of texts: the name of the existing body, and the largest municipality.

    Without an initiative these are the general words of the menus.
    """
    names = {}
    for name, question in content.context.items():
        if question.kind == "named-choice":
            answer = assessment.context.get(name) if assessment else None
            given = answer.name if isinstance(answer, NamedChoice) else ""
            names[name] = given or question.fallback
    members = assessment.initiative.municipalities if assessment else ()
    largest = max(members, key=lambda member: member.population or 0, default=None)
    return {**names, "gemeente": largest.name if largest else "de grootste gemeente"}


def in_the_middle(placement: Placement) -> bool:
    """Whether every quadrant is in play: then there is no quadrant to speak of."""
    return len(placement.in_play) > 2


def card(
    name: str,
    component: Component,
    choice: Choice | None,
    placement: Placement,
    tracer: Tracer,
    told: Iterable[str],
) -> ComponentAdvice:
    """The menu card of a component, with those of its options that are to be told of."""
    options = [
        judged(option, component.options[option], placement, tracer, _standing(option, choice)) for option in told
    ]
    return ComponentAdvice(
        component=name,
        title=component.title,
        question=tracer.filled(component.question),
        options=tuple(sorted(options, key=_by_fit)),
        chosen=_present(choice.options if choice else (), component),
        considering=_present(choice.considering if choice else (), component),
        other=choice.other if choice else (),
        consideration=choice.consideration if choice else "",
        answered=choice is not None,
    )


def _by_fit(option: OptionAdvice) -> tuple[bool, int]:
    """The order of the card: best fit first; what is impossible last; else as the menus have it."""
    return option.excluded, -VERDICTS.index(option.verdict)


def _present(options: Iterable[str], component: Component) -> tuple[str, ...]:
    return tuple(option for option in options if option in component.options)


def _standing(option: str, choice: Choice | None) -> Standing | None:
    if choice is None:
        return None
    return "gekozen" if option in choice.options else "overwogen" if option in choice.considering else None


def _steps(placement: Placement, tracer: Tracer) -> Iterator[Step]:
    """The steps of the place: of a divided group first, then those of the quadrants in play, in turn."""
    typology = tracer.content.typology
    if placement.divided:
        yield _step(typology.divided.first_action, None, tracer)
    if in_the_middle(placement):
        yield _step(typology.middle.first_action, None, tracer)
    else:
        lists = [[(name, action) for action in typology.quadrants[name].actions] for name in placement.in_play]
        for pair in chain.from_iterable(zip_longest(*lists)):
            if pair is not None:
                yield _step(pair[1], pair[0], tracer)
    for action in typology.every_quadrant:
        yield _step(action, None, tracer)


def _step(action: Action, quadrant: str | None, tracer: Tracer) -> Step:
    return Step(
        what=tracer.filled(action.what),
        who=tracer.filled(action.who),
        when=tracer.filled(action.when),
        quadrant=quadrant,
        basis=action.basis,
        sources=action.sources,
        expired=tracer.lapsed(action),
    )


def _raised(traces: dict[str, tuple[RuleTrace, ...]], content: Content, tracer: Tracer) -> Iterator[RaisedSignal]:
    for effect in ("aandacht", "sterk"):
        for name, signal in content.signals.items():
            for rule, trace in zip(signal.rules, traces[name], strict=True):
                if trace.truth and rule.effect == effect:
                    yield RaisedSignal(
                        signal=name,
                        kind=signal.kind,
                        effect=rule.effect,
                        title=tracer.filled(signal.title),
                        text=tracer.filled(signal.text),
                        because=trace.because,
                        basis=signal.basis,
                        sources=tuple(dict.fromkeys((*signal.sources, *rule.sources))),
                        expired=tracer.lapsed(signal),
                    )
