"""What is known of an initiative, as the conditions of the menus ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property

from poolwijzer.assessment.model import Assessment, Choice, DatedChoice, NamedChoice
from poolwijzer.content.content import Content
from poolwijzer.content.questions import ContextQuestion, Statement
from poolwijzer.engine.exact import mean, ratio
from poolwijzer.engine.results import Contribution, Placement, Standing, UncountedAnswer
from poolwijzer.rules.facts import HIDDEN, ContextValue, Hidden, Measure


class InitiativeFacts:
    """The facts of one initiative (implements `poolwijzer.rules.facts.Facts`).

    Ids that the menus do not hold, such as those an own folder hides, count as hidden.
    """

    on: date | None = None
    """What was certain until a year before this day is so no more."""

    def __init__(
        self,
        assessment: Assessment,
        content: Content,
        answers: Mapping[str, Fraction | None],
    ) -> None:
        """Facts before placing; `answers` are those to the statements, as given."""
        self.assessment = assessment
        self.content = content
        self._answers = answers
        self._context: dict[str, ContextValue | Hidden | None] = {}
        self._skipped: dict[str, bool] = {}
        self._asked: dict[str, bool] = {}

    def axis(self, axis: str) -> Fraction | None:
        """The score on an axis, on the answer scale; unknown before placing."""
        return None

    def in_play(self) -> tuple[str, ...]:
        """The quadrants in play; none before placing."""
        return ()

    def statement(self, statement: str) -> Fraction | Hidden | None:
        """The answer as given, or the mean of many; hidden where there is nothing to ask about.

        Of a statement in a block an answer that stands there is read, also where it would not be asked. What was asked
        before counts as the statement for which it stands in.
        """
        known = self.content.statements.get(statement)
        if known is None:
            heir = self.content.successors.get(statement)
            return self.statement(heir) if heir else self._answers.get(statement, HIDDEN) or HIDDEN
        if self.is_pointless(known):
            return HIDDEN
        answer = self._answers.get(statement)
        if answer is None and known.stands_in:
            answer = self._answers.get(known.stands_in)
        return HIDDEN if answer is None and known.block and not self._waits(known.block) else answer

    def is_pointless(self, statement: Statement) -> bool:
        """Whether an earlier answer makes a statement pointless, so that no answer to it counts."""
        if statement.axis:
            return self._absent(statement.axis)
        return statement.ask_when is not None and statement.ask_when.truth(self) is False

    def is_asked(self, block: str) -> bool:
        """Whether the statements of a block are asked here."""
        if block not in self._asked:
            ask_when = self.content.questions.blocks[block].ask_when
            self._asked[block] = ask_when is None or ask_when.truth(self) is not False
        return self._asked[block]

    def _waits(self, block: str) -> bool:
        """Whether a missing answer in a block leaves something open."""
        return not self.content.questions.blocks[block].silent and self.is_asked(block)

    @property
    def without_body(self) -> bool:
        """Whether it is known that there is no existing body: then an axis has nothing to ask about."""
        return any(map(self._absent, self.content.typology.axes))

    def _absent(self, axis: str) -> bool:
        """Whether there is nothing to ask about on an axis."""
        if axis not in self._skipped:
            absent = self.content.typology.axes[axis].absent
            self._skipped[axis] = absent is not None and absent.when.truth(self) is True
        return self._skipped[axis]

    def context(self, question: str) -> ContextValue | Hidden | None:
        """The answer to a context question, or what a map makes of it."""
        if question not in self._context:
            self._context[question] = None  # a question that asks after itself is unknown
            self._context[question] = self._context_value(question)
        return self._context[question]

    def context_source(self, question: str) -> str:
        """The context question that settles this one."""
        entry = self.content.maps.get(question)
        return entry.source if entry else question

    def municipalities(self, measure: Measure) -> Fraction | None:
        """Number, inhabitants, or the largest share (0 to 1) of the listed municipalities."""
        sizes = self._sizes
        if not sizes:
            return None
        if measure == "number":
            return ratio(len(sizes))
        return ratio(sum(sizes)) if measure == "population" else ratio(max(sizes), sum(sizes))

    @cached_property
    def _sizes(self) -> list[int]:
        """How many live in each municipality."""
        return [participant.population or 0 for participant in self.assessment.initiative.municipalities]

    def divided(self, axis: str) -> bool:
        """Whether the municipalities are divided on this axis; a group that answered together is not."""
        return False

    def role_difference(self, statement: str) -> Fraction | None:
        """The largest difference between two roles' means; roles with too few persons stay out."""
        answers: dict[str, list[Fraction]] = {}
        for response in self.assessment.counted():
            answer = response.answers.get(statement)
            if response.role and answer is not None and answer.known is not None:
                answers.setdefault(response.role, []).append(Fraction(answer.known))
        enough = self.content.typology.privacy.role_from
        means = [average for group in answers.values() if len(group) >= enough and (average := mean(group)) is not None]
        return max(means) - min(means) if len(means) > 1 else None

    def chosen(self, option: str) -> bool | None:
        """Whether an option is chosen; unknown while its component has no entry."""
        component = self.content.component_of.get(option)
        if component is None:
            return False
        choice = self.choice(component)
        return None if choice is None else option in choice

    def choice(self, component: str) -> tuple[str, ...] | None:
        """What was chosen for a component; unknown while it has no entry."""
        choice = self.assessment.choices.get(component)
        return None if choice is None else choice.options

    @cached_property
    def all_chosen(self) -> frozenset[str]:
        """Every option that is chosen in its own component; elsewhere, or unknown to the menus, it does not count."""
        return frozenset(option for component in self.assessment.choices for option in self.chosen_in(component))

    def chosen_in(self, component: str) -> tuple[str, ...]:
        """The options of a component that are chosen there."""
        choice = self.assessment.choices.get(component)
        return self._of_component(component, choice.options if choice else ())

    def considered_in(self, component: str) -> tuple[str, ...]:
        """The options of a component that are considered there."""
        choice = self.assessment.choices.get(component)
        return self._of_component(component, choice.considering if choice else ())

    def _of_component(self, component: str, options: tuple[str, ...]) -> tuple[str, ...]:
        if not options:
            return ()
        component_of = self.content.component_of
        return tuple([option for option in options if component_of.get(option) == component])

    def filled_in(self, component: str) -> bool:
        """Whether something was chosen for a component, from the menu or in the group's own words."""
        choice = self.assessment.choices.get(component)
        return choice is not None and bool(choice.other or self.chosen_in(component))

    def standing(self, option: str) -> Standing | None:
        """Whether an option is chosen or considered in its own component."""
        component = self.content.component_of[option]
        if option in self.chosen_in(component):
            return "gekozen"
        return "overwogen" if option in self.considered_in(component) else None

    def component_of(self, option: str) -> str:
        """The component an option belongs to."""
        return self.content.component_of[option]

    def _context_value(self, name: str) -> ContextValue | Hidden | None:
        if entry := self.content.maps.get(name):
            value = self.context(entry.source)
            return entry.values.get(value) if isinstance(value, str) else HIDDEN if value is HIDDEN else None
        question = self.content.context.get(name)
        if question is None or (question.ask_when is not None and question.ask_when.truth(self) is False):
            return HIDDEN
        answer = read_answer(question, self.assessment.context.get(name), self.on)
        return HIDDEN if answer is None and question.silent else answer


class PlacedFacts(InitiativeFacts):
    """The facts of an initiative that has been placed, on a date."""

    on: date

    def __init__(self, assessment: Assessment, content: Content, placement: Placement, on: date) -> None:
        """Its placement holds what was answered."""
        contributions: list[Contribution | UncountedAnswer] = [
            *(entry for axis in placement.axes.values() for entry in axis.contributions),
            *placement.uncounted,
        ]
        super().__init__(assessment, content, {entry.statement: entry.answer for entry in contributions})
        self.placement = placement
        self.on = on
        self.withheld = frozenset(entry.statement for entry in contributions if entry.withheld)
        """Statements that were answered, and of which is not told how."""

    def axis(self, axis: str) -> Fraction | None:
        return self.placement.axes[axis].score

    def in_play(self) -> tuple[str, ...]:
        return self.placement.in_play

    def divided(self, axis: str) -> bool:
        return self.placement.axes[axis].divided

    def choosing(self, option: str) -> PlacedFacts:
        """The same facts if this option were chosen as well."""
        component = self.content.component_of[option]
        given = self.assessment.choices.get(component) or Choice()
        choice = given.model_copy(update={"options": (*given.options, option)})
        choices = {**self.assessment.choices, component: choice}
        assessment = self.assessment.model_copy(update={"choices": choices})
        return PlacedFacts(assessment, self.content, self.placement, self.on)


def read_answer(question: ContextQuestion, answer: object, on: date | None = None) -> ContextValue | None:
    """An answer as the conditions see it; *weet niet* and what the menus do not know are unknown.

    What ran out before this date is left out: nothing may be left, and that is known.
    """
    if question.kind == "date":
        return date.fromisoformat(answer) if isinstance(answer, str) else None
    if answer is None:
        return None
    if question.kind == "choice" and isinstance(answer, str):
        return answer if answer in question.known else None
    items = answer if isinstance(answer, tuple) else (answer,)
    known = frozenset(map(_id_of, items)).intersection(question.known)
    if not known:
        return None
    if question.kind in ("choices", "dated-choices"):
        return known.difference(item.source for item in items if isinstance(item, DatedChoice) and _ended(item, on))
    return next(iter(known))


def _id_of(item: object) -> str:
    """The id of an answer, whatever was said with it."""
    return item.kind if isinstance(item, NamedChoice) else item.source if isinstance(item, DatedChoice) else str(item)


def _ended(item: DatedChoice, on: date | None) -> bool:
    return on is not None and item.until is not None and item.until < on.year
