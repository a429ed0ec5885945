"""The steps along the menu card: each component with its options, and why it was filled in like this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import repeat

from poolwijzer.assessment.model import Assessment, Choice
from poolwijzer.dutch import join_words, uncapitalise
from poolwijzer.engine.results import Standing
from poolwijzer.interview.commands import Side
from poolwijzer.interview.keys import ANSWER_KEYS
from poolwijzer.interview.question import AnswerItem, InterviewQuestion, SideLine
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.step import InterviewStep, Refused, clean_line, clean_lines
from poolwijzer.interview.steps.ways import OtherChoicesStep, card_title, components_in_order, head_of_card
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice import OptionAdvice
from poolwijzer.report.advice_words import AdviceWords
from poolwijzer.report.sentences import names_in
from poolwijzer.report.words import STANDING_WORDS, leading_words, verdict_words

AT_FIRST = 3
"""How many options show before someone asks for all; one more than these is no reason to hide it."""
LOOK_FIRST = "Kijk eerst naar deze {}. U kiest zelf, en iets anders kan ook."
HOW_MANY = {1: "optie", 2: "twee", 3: "drie"}
NOTHING_SPEAKS = "Er is nog weinig voor of tegen bekend. Dit zijn de eerste drie opties; u kiest zelf."
PLACE_SPEAKS = "De plek spreekt ervoor. Andere redenen zijn nog niet bekend."
"""Why an option stands high on the card while nothing else is known of it."""
_SIDES = {"sterk": "want", "tegen": "maar", "sluit-uit": "maar"}


class ComponentStep(InterviewStep):
    """The options of a component; they are marked one by one, and no answer is given as a whole."""

    kind = "component"
    stage = "menu"
    shape = "card"
    missed = True

    def __init__(self, outcome: Outcome, name: str, told: Outcome, introduction: str = "") -> None:
        """A component; the order of its options follows from what may be told already."""
        super().__init__(outcome, name)
        self.told = told
        self.introduction = introduction
        self.part_title = card_title(outcome)
        self.label = self.lead = self.content.components[name].title
        self.choice = self.assessment.choices.get(name) or Choice()
        self.answer = self.choice if self.choice.options or self.choice.considering or self.choice.other else None

    def summarise(self) -> str:
        choice, options = self.choice, self.content.options
        chosen = [options[name].title for name in choice.options if name in options]
        considered = [options[name].title for name in choice.considering if name in options]
        return "; ".join([*chosen, *choice.other, *([f"overwogen: {join_words(considered)}"] if considered else [])])

    def ask(self) -> InterviewQuestion:
        card = AdviceWords(self.told).component(self.ref)
        options = sorted(card.options, key=lambda option: option.option in card.aside)
        names = tuple(names_in(self.assessment, self.content).values())
        items = tuple(
            AnswerItem(
                key=key,
                value=option.option,
                label=option.title,
                standing=STANDING_WORDS[option.standing],
                sign=option.verdict,
                verdict=verdict_words(option.verdict, option.excluded),
                reason=speaks(option, names),
            )
            for key, option in zip((*ANSWER_KEYS, *repeat("", len(options))), options, strict=False)
        )
        # What the report looks at first is among these; what fits less only where there is nothing else. Where all lie
        # aside, someone asked for them all the same.
        near = [item for item in items if item.value not in card.aside] or list(items)
        foremost = ([item for item in near if item.sign != "minder-passend"] or near)[:AT_FIRST]
        first = foremost if len(items) > len(foremost) + 1 else ()
        return replace(
            super().ask(),
            title=card.question,
            introduction=self.introduction,
            items=items,
            chosen=(*card.chosen, *card.considering),
            first=tuple(item.value for item in first),
            offer=LOOK_FIRST.format(HOW_MANY[len(foremost)]) if card.look_first else NOTHING_SPEAKS,
            other="; ".join(card.other),
            consideration=card.consideration,
        )

    def take(self, value: object, state: State) -> State:
        return state

    def mark_option(self, option: str, standing: Standing) -> Assessment:
        if option not in self.content.components[self.ref].options:
            raise Refused("Deze optie staat niet op de kaart.")
        lists: dict[str, tuple[str, ...]] = {}
        for field, own in (("options", "gekozen"), ("considering", "overwogen")):
            before: tuple[str, ...] = getattr(self.choice, field)
            others = tuple(name for name in before if name != option)
            lists[field] = (*before, option) if standing == own and option not in before else others
        return self.with_choice(**lists)

    def side_line(self, side: Side) -> SideLine:
        if side == "other":
            return SideLine("Anders, namelijk:", "Uw eigen keuze, in één regel.", "; ".join(self.choice.other))
        if side == "consider":
            title = f"Uw afweging: {self.label.lower()}"
            return SideLine(title, "Waarom deze keuze? Elke afweging op een eigen regel.", self.choice.consideration)
        return super().side_line(side)

    def put_beside(self, side: Side, text: str) -> Assessment:
        if side == "other":
            line = clean_line(text)
            return self.with_choice(other=(*([line] if line else []), *self.choice.other[1:]))
        if side == "consider":
            return self.with_choice(consideration=clean_lines(text))
        return super().put_beside(side, text)

    def with_choice(self, **parts: object) -> Assessment:
        """The assessment with another choice; a component about which nothing is said has no entry."""
        choice = self.choice.model_copy(update=parts)
        said = choice != Choice()
        choices = {name: entry for name, entry in self.assessment.choices.items() if name != self.ref or said}
        if said:
            choices[self.ref] = choice
        return self.assessment.model_copy(update={"choices": choices})


def speaks(option: OptionAdvice, names: tuple[str, ...]) -> str:
    """What most speaks for an option, or against it, in a line; where neither does, what that says of it."""
    words, side = leading_words(option), _SIDES.get(option.reasons[0].effect)
    if option.verdict == "nog-niet-te-zeggen" and not side and option.place_effect > 0:
        return PLACE_SPEAKS
    named = any(words.startswith(name) for name in names if name[:1].isupper())
    return f"{side} {words if named else uncapitalise(words)}" if side else words


class ConsiderationStep(InterviewStep):
    """Why a component was filled in like this."""

    kind = "consideration"
    stage = "menu"
    lead = "Elke afweging op een eigen regel."
    goes_with = ComponentStep.kind
    lines = True

    def __init__(self, outcome: Outcome, component: ComponentStep, *, asked: bool) -> None:
        """Where it is not asked, because there is no time, it can still be gone to."""
        super().__init__(outcome, component.ref)
        self.component = component
        self.part_title = component.part_title
        self.title = f"{component.label}: waarom deze keuze?"
        self.label = f"Afweging bij {component.label.lower()}"
        self.answer = component.choice.consideration or None
        self.passed_by = not asked or self.answer is not None

    def is_open(self, state: State) -> bool:
        return not self.passed_by

    def put_answer(self, value: object) -> Assessment:
        return self.component.with_choice(consideration=clean_lines(value))


def card_steps(
    outcome: Outcome, route: Route, told: Outcome, questions: Iterable[InterviewStep]
) -> Iterator[InterviewStep]:
    """The questions that the card needs and its components, each with a consideration where something was said.

    Where few components come first, the questions and the others come behind those, for who wants to go on.
    """
    first, others = components_in_order(outcome, route)
    if not others:
        yield from questions
    for name in first:
        yield from _component(outcome, route, name, told, head_of_card(told, first=name == first[0]))
    if others and not route.full:
        yield OtherChoicesStep(outcome, others)
    if others and (route.full or route.others):
        yield from questions
        for name in others:
            yield from _component(outcome, route, name, told, head_of_card(told, first=False))


def _component(outcome: Outcome, route: Route, name: str, told: Outcome, head: str) -> Iterator[InterviewStep]:
    step = ComponentStep(outcome, name, told, head)
    yield step
    if name in outcome.assessment.choices:
        yield ConsiderationStep(outcome, step, asked="afwegingen" not in route.left_out)
