"""What a step puts before the group: its question, its answers, and what is known of them. Pure, and in Dutch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from poolwijzer.assessment.model import UNKNOWN, Answer, Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.questions import ContextQuestion
from poolwijzer.content.wording import filled
from poolwijzer.engine.advice import names_in
from poolwijzer.interview.answers import given
from poolwijzer.interview.overview import in_short, label
from poolwijzer.interview.progress import progress
from poolwijzer.interview.script import MENU_FIRST, ORDERS, WEET_NIET, Script, State
from poolwijzer.interview.steps import AGREEMENT, FORM, Step
from poolwijzer.municipalities import list_municipalities, list_regions
from poolwijzer.report.sections.menu import verdict_words
from poolwijzer.report.words import STANDING_WORDS

Shape = Literal["one", "several", "card", "text", "point", "page"]
AT_FIRST = 5
"""How many options of the menu card show before someone asks for the rest."""

NEW_HIGHLIGHT = {
    "striking": "Wat viel het meest op?",
    "course": "Hoe ging het gesprek?",
    "eye_opener": "Was er een eyeopener?",
    "worthwhile": "Was dit de moeite waard?",
}
AGREED = {"what": "Wat spreekt u af?", "who": "Wie doet dat?", "when": "Wanneer is het klaar?"}
ORDER = {ORDERS[0]: "met de stellingen", MENU_FIRST: "met de menukaart"}


@dataclass(frozen=True)
class Item:
    """Something to pick: what is typed for it, and how it reads."""

    key: str
    value: str
    label: str
    standing: str = ""
    """Of an option: *gekozen* or *overwogen*."""
    sign: str = ""
    """Of an option: how well it fits, as an id."""
    verdict: str = ""
    reason: str = ""
    hands: int | None = None
    alone: bool = False
    """Whether it goes with no other answer."""


@dataclass(frozen=True)
class FormLine:
    """A line of a form: what it asks for, and what was filled in."""

    label: str
    value: str
    current: bool


@dataclass(frozen=True)
class Asked:
    """One question as a person sees it."""

    step: Step
    shape: Shape
    progress: str
    title: str
    lead: str = ""
    items: tuple[Item, ...] = ()
    chosen: tuple[str, ...] = ()
    """The values that were picked before."""
    text: str = ""
    """What was typed before, or what can be proposed."""
    place: Mapping[str, Fraction] = field(default_factory=dict)
    """Where the group put itself before, per axis, on the answer scale."""
    most: int | None = None
    form: tuple[FormLine, ...] = ()
    explanation: tuple[str, ...] = ()
    evidence: str = ""
    note: str = ""
    other: str = ""
    consideration: str = ""
    aside: bool = False
    """Whether this is a line that goes with a question, to which it leads back."""
    names: bool = False
    """Whether names of municipalities complete while they are typed."""


def asked(state: State, script: Script) -> Asked:
    """What the step that is shown puts before the group."""
    step, content = script.step(state), script.content
    make = {
        "context": _context,
        "statement": _statement,
        "component": _component,
    }.get(step.kind, _other)
    found = make(step, state.assessment, content, script)
    form = tuple(_form(step, state, script)) if step.kind in FORM else ()
    return replace(found, progress=progress(step, script.steps(state), content), form=form)


def _form(step: Step, state: State, script: Script) -> Iterator[FormLine]:
    """The lines of the form a step is part of."""
    if step.kind == "agreement":
        steps = [step._replace(field=field) for field in AGREEMENT]
    else:
        steps = [other for other in script.steps(state) if other.kind in FORM and other.part == step.part]
    for other in steps:
        if (other.kind == "agreement") == (step.kind == "agreement"):
            answer = in_short(given(other, state.assessment), other, script.content)
            yield FormLine(label(other), answer, other.key == step.key)


def _statement(step: Step, assessment: Assessment | None, content: Content, script: Script) -> Asked:
    statement = content.statements[step.ref]
    names = names_in(assessment, content)
    scale = content.typology.scale
    labels = scale.labels[statement.joint.scale]
    answer = given(step, assessment)
    answer = answer if isinstance(answer, Answer) else None
    votes = answer.votes if answer and answer.votes else ()
    points = list(scale.points())
    items = [
        Item(str(point), str(point), labels.words[point], hands=votes[index] if index < len(votes) else None)
        for index, point in enumerate(points)
    ]
    axis = content.typology.axes[statement.axis]
    turned = (
        "Bij deze stelling telt een hoog antwoord laag. Dat rekent Poolwijzer zelf uit." if statement.reversed else ""
    )
    return Asked(
        step,
        "one",
        "",
        title=filled(statement.joint.text, names),
        lead=labels.question,
        items=(*items, Item(WEET_NIET, UNKNOWN, scale.unknown)),
        chosen=(str(answer.value),) if answer else (),
        explanation=(
            f"Deze stelling gaat over: {axis.title.lower()}. Onderdeel: {axis.facets[statement.facet].lower()}.",
            f"Kies {scale.unknown} als de groep het niet weet. Dat telt niet als een antwoord in het midden.",
            turned,
        ),
        evidence=statement.evidence,
        note=answer.note if answer else "",
    )


def _context(step: Step, assessment: Assessment | None, content: Content, script: Script) -> Asked:
    question = content.context[step.ref]
    names = names_in(assessment, content)
    answer = given(step, assessment)
    several = question.kind in ("choices", "dated-choices")
    most = question.most if several and question.most else None
    return Asked(
        step,
        "text" if question.kind == "date" else "several" if several else "one",
        "",
        title=filled(question.question, names),
        lead=_how_many(question),
        items=tuple(
            Item(str(index), name, entry.label, alone=entry.alone)
            for index, (name, entry) in enumerate(question.answers.items(), 1)
        ),
        chosen=answer if isinstance(answer, tuple) else (answer,) if isinstance(answer, str) else (),
        text=answer if isinstance(answer, str) and question.kind == "date" else "",
        most=most,
        explanation=(question.explanation,) if question.explanation else (),
    )


def _how_many(question: ContextQuestion) -> str:
    if question.kind == "date":
        return "Schrijf een datum, zoals 1-1-2027."
    if question.kind not in ("choices", "dated-choices"):
        return ""
    return f"Kies er hooguit {question.most}." if question.most else "U kunt er meer dan één kiezen."


def _component(step: Step, assessment: Assessment | None, content: Content, script: Script) -> Asked:
    component = content.components[step.ref]
    if assessment is None:
        raise AssertionError("a menu card comes after a name")
    card = next(card for card in script.outcome(assessment).advice.components if card.component == step.ref)
    items = tuple(
        Item(
            key=str(index) if index <= 9 else "",
            value=option.option,
            label=option.title,
            standing=STANDING_WORDS[option.standing],
            sign=option.verdict,
            verdict=verdict_words(option),
            reason=option.reasons[0].text,
        )
        for index, option in enumerate(card.options, 1)
    )
    return Asked(
        step,
        "card",
        "",
        title=card.question,
        lead=component.title,
        items=items,
        chosen=(*card.chosen, *card.considering),
        other="; ".join(card.other),
        consideration=card.consideration,
    )


def _other(step: Step, assessment: Assessment | None, content: Content, script: Script) -> Asked:
    answer = given(step, assessment)
    text = answer if isinstance(answer, str) else ""
    match step.kind:
        case "name":
            return Asked(step, "text", "", "Hoe heet het initiatief?", text=text)
        case "municipalities":
            lead = "Typ namen, met komma's ertussen. Een provincie of RES-regio vult al haar gemeenten in."
            return Asked(step, "text", "", "Welke gemeenten doen mee?", lead, text=text, names=True)
        case "context-name":
            lead = "Schrijf het lidwoord erbij, zoals: de provincie Drenthe."
            title = "Hoe heet die samenwerking?"
            return Asked(step, "text", "", title, lead, text=text or _proposed_name(step, assessment, content))
        case "until":
            source = content.context[step.ref].answers[step.field].label
            lead = "Schrijf het laatste jaar, zoals 2027. Weet u het niet? Druk op Enter."
            return Asked(step, "text", "", f"Tot en met welk jaar is het geld zeker van: {source}?", lead, text=text)
        case "order":
            items = tuple(Item(str(index), order, ORDER[order]) for index, order in enumerate(ORDERS, 1))
            return Asked(step, "one", "", "Het werk is al begonnen. Waarmee wilt u beginnen?", items=items)
        case "estimate":
            title = "Waar staat het initiatief, denkt u? Wijs de plek aan."
            return Asked(step, "point", "", title, place=answer if isinstance(answer, dict) else {})
        case "key-question":
            return _key_question(step, assessment, content, script, text)
        case "consideration":
            title = content.components[step.ref].title
            return Asked(step, "text", "", f"{title}: waarom deze keuze?", "Eén regel: uw afweging.", text=text)
        case "agreement":
            return Asked(step, "text", "", AGREED[step.field], text=text)
        case "highlight":
            lead = "Eén ding dat u straks aan de anderen vertelt." if step.ref == "striking" else ""
            return Asked(step, "text", "", NEW_HIGHLIGHT[step.ref], lead, text=text)
        case "need":
            return Asked(step, "text", "", "Waar hebt u nu behoefte aan?", "Eén ding per keer.", text=text)
    return Asked(step, "page", "", "Waar u staat" if step.kind == "place" else "Klaar")


def _key_question(step: Step, assessment: Assessment | None, content: Content, script: Script, text: str) -> Asked:
    if assessment is None:
        raise AssertionError("a key question comes after a name")
    advice = script.outcome(assessment).advice
    questions = list(advice.plain_questions.values())
    deck = [f"De vraag in de woorden van de workshop: {question}" for question in advice.key_questions.values()]
    title = " ".join(questions) or "Wat is uw antwoord op de sleutelvraag?"
    return Asked(step, "text", "", title, "Uw eigen antwoord, in één regel.", text=text, explanation=tuple(deck))


def _proposed_name(step: Step, assessment: Assessment | None, content: Content) -> str:
    """The name of a province or RES region, where that is what was chosen and all municipalities lie in one."""
    answer = given(step._replace(kind="context"), assessment)
    if assessment is None or not isinstance(answer, str):
        return ""
    chosen = content.context[step.ref].answers[answer].label
    codes = {one.code for one in assessment.initiative.municipalities}
    members = [one for one in list_municipalities() if one.code in codes]
    for kind, field_name in (("provincie", "province"), ("RES-regio", "res_region")):
        found = {getattr(one, field_name) for one in members}
        if kind == chosen and len(found) == 1:
            return f"de {kind} {found.pop()}"
    region = assessment.initiative.region
    return f"de {chosen} {region}" if any((chosen, region) == (kind, name) for kind, name, _ in list_regions()) else ""
