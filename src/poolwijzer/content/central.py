"""What nearly every command asks of the menus, as one model: building its validator once is most of the work."""

from pydantic import Field

from poolwijzer.content.component import Component
from poolwijzer.content.dated_facts import DatedFacts
from poolwijzer.content.evidence import Case, Signals
from poolwijzer.content.first_steps import FirstSteps
from poolwijzer.content.objections import Objections
from poolwijzer.content.plan import Plan
from poolwijzer.content.questions import Questions
from poolwijzer.content.typology import Typology
from poolwijzer.content.whole_rules import WholeRules
from poolwijzer.validation import Model, Slug


class Central(Model):
    """The menu files that a judgement looks at, each at its name."""

    typologie: Typology
    vragen: Questions
    aandachtspunten: Signals = Field(default_factory=lambda: Signals(signals={}))
    samenhang: WholeRules = Field(default_factory=lambda: WholeRules(rules={}))
    stappenplan: Plan | None = None
    feiten: DatedFacts = Field(default_factory=lambda: DatedFacts(feiten={}))
    eerste_stappen: FirstSteps | None = Field(default=None, alias="eerste-stappen")
    bezwaren: Objections | None = None
    componenten: dict[Slug, Component] = {}
    praktijk: dict[Slug, Case] = {}
