"""What asks for upkeep: options that say nowhere where they come from, facts that ran out, questions nobody uses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.content.claims import Sourced
from poolwijzer.content.content import Content
from poolwijzer.content.locations import models_below, steps_to
from poolwijzer.content.retired_mentions import find_retired_mentions
from poolwijzer.dutch import long_date
from poolwijzer.engine.roadmap import START
from poolwijzer.menucard.checks.findings import MenuFinding
from poolwijzer.problems import quote
from poolwijzer.rules.conditions import Condition, ContextIs, RolesDiffer, StatementIs, walk


def find_unsourced_options(content: Content, on: date) -> Iterator[MenuFinding]:
    """Options that name no source, and of which nothing that is said names one either."""
    for component, card in content.components.items():
        for name, option in card.options.items():
            claims = (model for model, _ in models_below(option, (None, name)) if isinstance(model, Sourced))
            if not any(claim.sources or getattr(claim, "fact", None) for claim in claims):
                hint = "Zet er sources: [...] bij. Een eigen bron zet u in bronnen.yaml."
                loc = ("componenten", component, "options", name)
                yield MenuFinding(loc, "Bij deze optie staat nergens een bron.", hint, key=True)


def find_expired_claims(content: Content, on: date) -> Iterator[MenuFinding]:
    """Claims and rules past their `valid_until`."""
    for model, node in content.models:
        if isinstance(model, Sourced) and model.valid_until and model.expired(on):
            message = f"Dit gold tot en met {long_date(model.valid_until)}."
            hint = "Kijk het na. Zet er een nieuwe datum bij, of haal het weg."
            yield MenuFinding(steps_to((node, "valid_until")), message, hint, remark=True)


def find_unused_questions(content: Content, on: date) -> Iterator[MenuFinding]:
    """Statements and context questions that no condition anywhere looks at, and no objection answers to."""
    used = _looked_at(content) | {content.doubts_asked}
    for name, statement in content.statements.items():
        if name not in used:
            message = f"Geen regel kijkt naar de stelling {quote(name)}."
            block = content.questions.blocks.get(statement.block or "")
            hint = f"Zij staat alleen bij {block.title}." if block else "Zij telt wel mee voor de plek."
            yield MenuFinding(("vragen", "statements", name), message, hint, True, True)
    for name in content.context:
        if name not in used:
            message = f"Geen regel kijkt naar de vraag {quote(name)}."
            hint = "Zij verandert niets aan een oordeel. Schrijf een regel, of haal haar weg."
            yield MenuFinding(("vragen", "context", name), message, hint, True, True)


def find_retired_statements(content: Content, on: date) -> Iterator[MenuFinding]:
    """Conditions that name a statement that is asked no more."""
    for loc, message, hint in find_retired_mentions(content):
        yield MenuFinding(loc, message, hint, remark=True)


def find_unused_shares(content: Content, on: date) -> Iterator[MenuFinding]:
    """Shares of municipalities for other points than the words of the scale have: no number is told then."""
    for name, labels in content.typology.scale.labels.items():
        if labels.municipalities and labels.counting is None:
            loc = ("typologie", "scale", "labels", name, "municipalities", "shares")
            message = "Bij 'shares' staan andere punten dan bij 'words'. Daarom staan er geen aantallen."
            yield MenuFinding(loc, message, "Geef elk punt boven het laagste een deel.", key=True, remark=True)


def _looked_at(content: Content) -> set[str]:
    """The ids of everything that conditions look at; through a map also the question it reads.

    A statement from which another answer follows is looked at too, and so is what a condition reads for one that is
    asked no more.
    """
    found = {rule.statement for entry in content.statements.values() if (rule := entry.implied_by)}
    if content.plan:
        found.add(START)  # the days of the plan are counted from it
    for model, _ in content.models:
        for part in walk(model) if isinstance(model, Condition) else ():
            match part:
                case ContextIs(context=question):
                    found.add(content.maps[question].source if question in content.maps else question)
                case StatementIs(statement=statement) | RolesDiffer(statement=statement):
                    found.add(content.successors.get(statement, statement))
    return found
