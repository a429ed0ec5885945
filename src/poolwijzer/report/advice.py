"""The advice in words, as it is written in JSON and told in a report."""

import datetime
from typing import Literal, NamedTuple

from poolwijzer.engine.months import PlanSpan
from poolwijzer.engine.news import News
from poolwijzer.engine.practice import Frequency
from poolwijzer.engine.results import FindingKind, PhaseStatus, Standing, Verdict
from poolwijzer.report.option_costs import OptionCostAdvice
from poolwijzer.rules.facts import RefKind
from poolwijzer.validation import Exact


class Question(NamedTuple):
    """Something that is not known and could be asked."""

    kind: RefKind
    id: str
    text: str


class RuleTrace(NamedTuple):
    """One rule held against the initiative: true, false or unknown, and what would settle it."""

    effect: Literal["sterk", "past", "tegen", "sluit-uit", "aandacht"]
    truth: bool | None
    when: str
    because: str
    facts: tuple[str, ...]
    """What is known of the things the condition looks at, in words."""
    unknown: tuple[Question, ...]
    expired: datetime.date | None
    basis: str
    sources: tuple[str, ...]
    silent: str = ""
    """In words what silences the rule of a signal, which is then not true; mostly empty."""
    fact: str | None = None
    """The fact it leans on, by id."""


class Reason(NamedTuple):
    """Why an option fits or not: its place in the typology (`plek`), or a rule that holds."""

    effect: Literal["plek", "sterk", "past", "tegen", "sluit-uit"]
    text: str
    basis: str
    sources: tuple[str, ...]
    fact: str | None = None
    """The fact it leans on, by id."""


class OptionAdvice(NamedTuple):
    """How one option fits, with every reason."""

    option: str
    title: str
    group: str | None
    standing: Standing | None
    verdict: Verdict
    excluded: bool
    score: Exact
    """The reasons for it less those against it, and the effect of the place."""
    reasons_for: int
    reasons_against: int
    reasons_open: int
    """How many rules that would count are still open."""
    place_effect: Exact
    """What the place adds, from -1/2 to 1/2."""
    fit_by_quadrant: dict[str, int]
    """Beside the other options of the component: 2 speaks for it, 1 says nothing, 0 speaks against it."""
    explanation: str
    """The verdict in a sentence."""
    reasons: tuple[Reason, ...]
    """Those in the direction of the verdict first, the place last."""
    better_when: tuple[str, ...]
    depends_on: tuple[Question, ...]
    """What is not known and could change the verdict."""
    lapsed: tuple[str, ...]
    """Reasons of rules that could change the verdict but ran out."""
    rules: tuple[RuleTrace, ...]
    chosen_elsewhere: Frequency | None
    """By how many real initiatives; evidence that counts in no verdict."""
    basis: str
    sources: tuple[str, ...]
    facts: tuple[str, ...] = ()
    """What the menus say of it leans on these facts, by id."""
    costs: OptionCostAdvice | None = None
    """What it would cost, of an option that shares the costs."""


class LookFirst(NamedTuple):
    """An option to look at first, with one reason for and one against."""

    option: str
    reason_for: Reason | None
    reason_against: Reason | None
    by_place_alone: bool
    """Whether nothing but the place speaks for it."""


class ComponentAdvice(NamedTuple):
    """The menu card of one component, the options in order of fit."""

    component: str
    title: str
    question: str
    options: tuple[OptionAdvice, ...]
    look_first: tuple[LookFirst, ...] | None
    """Empty where for no option enough speaks now; null where the card has no place for it."""
    chosen: tuple[str, ...]
    considering: tuple[str, ...]
    other: tuple[str, ...]
    consideration: str
    answered: bool
    """Whether the group has filled in this component."""
    aside: tuple[str, ...] = ()
    """The options that do not come first in this group of phases; mostly none."""


class Finding(NamedTuple):
    """Something about the choices together: a conflict, a gap, or a good combination."""

    kind: FindingKind
    options: tuple[str, ...]
    components: tuple[str, ...]
    text: str
    certain: bool
    basis: str
    sources: tuple[str, ...]
    expired: datetime.date | None = None
    """The last day it held, once that is past."""
    fact: str | None = None
    """The fact it leans on, by id."""


class RaisedSignal(NamedTuple):
    """A success factor, pitfall or advice that the answers point at."""

    signal: str
    kind: str
    effect: Literal["aandacht", "sterk"]
    title: str
    text: str
    because: str
    basis: str
    sources: tuple[str, ...]
    expired: datetime.date | None = None
    """The last day it held, once that is past."""
    facts: tuple[str, ...] = ()
    """The facts that belong to it, by id."""


class OpenQuestion(NamedTuple):
    """A question whose answer could change the advice."""

    question: Question
    placement: bool
    """Whether it could change the place, or how sure that is."""
    options: tuple[str, ...]
    signals: tuple[str, ...]


class SimilarCase(NamedTuple):
    """A real initiative that resembles this one, and why."""

    case: str
    title: str
    reasons: tuple[str, ...]


class Step(NamedTuple):
    """A first step: what, who, when and why."""

    what: str
    who: str
    when: str
    quadrant: str | None
    basis: str
    sources: tuple[str, ...]
    expired: datetime.date | None = None
    """The last day it held, once that is past."""
    because: str = ""


class Pitfall(NamedTuple):
    """What often goes wrong in a place."""

    text: str
    basis: str
    sources: tuple[str, ...]
    expired: datetime.date | None = None
    """The last day it held, once that is past."""


class PlaceAdvice(NamedTuple):
    """What goes with a place in play, in the group of phases the initiative is in."""

    title: str
    summary: str
    decisions: tuple[str, ...]
    """What a board decides; each completes *Het college besluit: …*, without the sign behind it."""
    pitfalls: tuple[Pitfall, ...]
    support: str
    """What help goes with it."""


class Partner(NamedTuple):
    """A chosen option with which another goes well, and why."""

    option: str
    title: str
    because: str
    basis: str
    sources: tuple[str, ...]


class Suggestion(NamedTuple):
    """An option of a component without a choice that goes well with what was chosen. An offer, no prescription."""

    component: str
    option: str
    title: str
    verdict: Verdict
    partners: tuple[Partner, ...]


class PlanStep(NamedTuple):
    """A step or decision of the plan that belongs to this initiative, or could."""

    step: str
    what: str
    who: tuple[str, ...]
    time: str
    because: str
    certain: bool
    depends_on: tuple[Question, ...]
    """What would settle whether it belongs to the plan."""
    basis: str
    sources: tuple[str, ...]
    expired: datetime.date | None = None
    """The last day it held, once that is past."""
    fact: str | None = None
    """The fact that belongs to it, by id."""


class PlanRemark(NamedTuple):
    """A sentence of the plan: what to watch, how long it took elsewhere, or what comes on a date."""

    text: str
    basis: str
    sources: tuple[str, ...]
    span: PlanSpan | None = None
    expired: datetime.date | None = None
    """The last day it held, once that is past."""
    fact: str | None = None
    """The fact that belongs to it, by id; of a day that is past the text is that of the fact."""


class PlanPhase(NamedTuple):
    """One phase with what it asks of whom."""

    phase: str
    title: str
    status: PhaseStatus | None
    """None where it is not known how far the initiative is."""
    what: str
    involved: tuple[str, ...]
    steps: tuple[PlanStep, ...]
    decisions: tuple[PlanStep, ...]
    """In the order in which they are taken."""
    watch: tuple[PlanRemark, ...]
    took: tuple[PlanRemark, ...]
    begins: PlanSpan | None
    """Counted back from the start date by the months that real cases took."""
    late: bool
    """Whether it would have had to begin before the month of the advice."""
    coming: tuple[PlanRemark, ...]
    """What comes after the start, with its span."""
    basis: str
    sources: tuple[str, ...]


class RoadMap(NamedTuple):
    """The step plan of one initiative on one date."""

    start: datetime.date | None
    start_passed: bool
    """Whether the start date has passed while the work has not begun, as far as is known."""
    phases: tuple[PlanPhase, ...]
    took: tuple[PlanRemark, ...]
    """How long the whole way took in real cases."""
    deadlines: tuple[PlanRemark, ...]
    """Fixed days that are still ahead, and until when money is certain."""


class FactAdvice(NamedTuple):
    """A fact of law, tax, money or dates as it is on the day of the advice. All else refers to it by its id."""

    id: str
    title: str
    text: str
    legal: bool
    """Whether a lawyer or tax adviser has to look at it first."""
    notice: bool
    """Whether it stands at the top of a report on this initiative."""
    touched: bool
    """Whether it touches this initiative, and not only options that it did not choose."""
    unknown: bool
    """Whether part of it could not be established; the text says which."""
    detail: bool
    """Whether only a whole report tells it."""
    checked_on: datetime.date | None
    check_by: datetime.date | None
    old: bool
    """Whether somebody should look at it again."""
    basis: str
    sources: tuple[str, ...]


class ExampleAdvice(NamedTuple):
    """Where something was done, with the case of the menus that tells of it."""

    text: str
    case: str | None
    case_title: str
    basis: str
    sources: tuple[str, ...]
    expired: datetime.date | None
    """The last day it held, once that is past."""


class HelpAdvice(NamedTuple):
    """An option that helps against a doubt, and how it fits here."""

    option: str
    title: str
    component: str
    standing: Standing | None
    verdict: Verdict
    excluded: bool


class ObjectionAdvice(NamedTuple):
    """A doubt that was heard: how people say it, and what can be answered."""

    doubt: str
    """The answer to the question about doubts."""
    label: str
    says: str
    reply: str
    ask_back: str
    """A question to put in return."""
    example: ExampleAdvice
    helps: tuple[HelpAdvice, ...]
    tried: Literal["ja", "bron", "nee"]
    """Whether a source describes this answer (`ja`), it follows from one (`bron`), or it is ours alone (`nee`)."""


class Advice(NamedTuple):
    """Everything that follows from a placement and the menus, on one date."""

    date: datetime.date
    key_questions: dict[str, str]
    plain_questions: dict[str, str]
    menu_first: bool
    phase_group: str | None
    """The group of phases that steps, decisions and pitfalls are of."""
    phase_unknown: str
    """What is said where it is not known how far the initiative is."""
    opening: str
    """What a report begins with in this group of phases; mostly empty."""
    steps: tuple[Step, ...]
    places: dict[str, PlaceAdvice]
    who_decides: tuple[str, ...]
    components: tuple[ComponentAdvice, ...]
    coherence: tuple[Finding, ...]
    signals: tuple[RaisedSignal, ...]
    signal_rules: dict[str, tuple[RuleTrace, ...]]
    open_questions: tuple[OpenQuestion, ...]
    similar: tuple[SimilarCase, ...]
    suggested: tuple[Suggestion, ...]
    road_map: RoadMap
    news: News
    """What changed in the menus since the file was made."""
    blocks: dict[str, str]
    """Per block of statements that do not count for the place: how much of it is settled, or what it is for."""
    remarks: tuple[str, ...]
    """What stands out in the answers themselves; it changes no answer and no place."""
    facts: tuple[FactAdvice, ...]
    """Every fact that speaks on the date, each once, in the order of the menus."""
    objections: tuple[ObjectionAdvice, ...]
    """What can be answered to the doubts that were heard."""
