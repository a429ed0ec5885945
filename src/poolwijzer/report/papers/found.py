"""What papers take from the file and the menus together: decisions, remarks, pitfalls, first steps, facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest

from poolwijzer.content.component import Coherence
from poolwijzer.content.dated_facts import FactStage
from poolwijzer.content.papers import Papers
from poolwijzer.content.typology import Action
from poolwijzer.content.whole_rules import WholeRule
from poolwijzer.content.wording import names_a_body
from poolwijzer.engine.first_steps import at_place, first_steps, quadrants_spoken_of
from poolwijzer.engine.touched_facts import find_notices, find_touched_facts
from poolwijzer.report.papers.arguments import Argument, Told, choose_some, tell
from poolwijzer.report.papers.fields import PaperFields
from poolwijzer.report.papers.voice import choose_text

MOST_REMARKS, MOST_STEPS, MOST_FACTS = 4, 3, 2
"""Of the remarks one always stands last."""
_CHECKED = ("conflict", "mist", "wringt")


def _distinct(told: Iterable[Told]) -> list[Told]:
    """Each text once."""
    return list({one.text: one for one in reversed([*told])}.values())[::-1]


def find_decisions(fields: PaperFields, too: Iterable[str]) -> list[str]:
    """What is decided in the place in this phase, as parts of one sentence; on a border in one place *or* the other.

    Args:
        fields: Of the initiative.
        too: What else is decided, before the last.
    """
    facts = fields.outcome.facts
    found = (at_place(name, facts).decisions for name in quadrants_spoken_of(facts.placement))
    places = [[fields.fill_decision(text).rstrip(";. ") for text in decisions] for decisions in found if decisions]
    if not places:
        return []
    places[-1][-1:-1] = [text.rstrip(";. ") for text in too]
    ended = [[*(f"{text};" for text in place[:-1]), f"{place[-1]}; of"] for place in places]
    ended[-1][-1] = f"{places[-1][-1]}."
    return list(dict.fromkeys(chain.from_iterable(ended)))


def find_remarks(fields: PaperFields, papers: Papers) -> list[Told]:
    """Against what was chosen, of each kind in turn, and what always stands there last."""
    kinds = (_drawbacks(fields), _frictions(fields), _doubts(fields, papers))
    mixed = (one for one in chain.from_iterable(zip_longest(*kinds)) if one)
    return [*_distinct(mixed)[: MOST_REMARKS - 1], tell(papers.always.text, papers.always)]


def _drawbacks(fields: PaperFields) -> Iterator[Told]:
    found, facts = [], fields.outcome.facts
    for name, component in fields.outcome.content.components.items():
        for option in facts.chosen_in(name):
            claims = component.options[option].cons
            texts = ((text, one) for one in claims if (text := choose_text(one.text, one.note)))
            if facts.without_body:
                texts = ((text, one) for text, one in texts if not names_a_body(text))
            if first := next(texts, None):
                found.append(Argument(name, tell(fields.fill(first[0]), first[1]), own=False))
    yield from (one.told for one in choose_some(found))


def _frictions(fields: PaperFields) -> Iterator[Told]:
    for finding in fields.outcome.judgement.findings:
        claim = finding.claim
        if not (isinstance(claim, Coherence | WholeRule) and finding.kind in _CHECKED and finding.certain):
            continue
        if text := choose_text(claim.because, claim.note):
            yield tell(fields.fill(text), claim)


def _doubts(fields: PaperFields, papers: Papers) -> Iterator[Told]:
    content = fields.outcome.content
    if content.doubts_asked is None:
        return
    seen = fields.outcome.facts.context(content.doubts_asked)
    for answer, entry in content.context[content.doubts_asked].answers.items():
        objection = content.objections.get(answer)
        if objection and objection.note and isinstance(seen, frozenset) and answer in seen:
            called = papers.words.get(content.doubts_asked, {}).get(answer, entry.label)
            yield Told(fields.fill(papers.doubt.replace("{twijfel}", called).replace("{antwoord}", objection.note)))


def find_pitfalls(fields: PaperFields) -> list[Told]:
    """What often goes wrong in the place, in this phase."""
    facts = fields.outcome.facts
    claims = (one for name in quadrants_spoken_of(facts.placement) for one in at_place(name, facts).pitfalls)
    texts = (tell(fields.fill(text), one) for one in claims if (text := choose_text(one.text, one.note)))
    return _distinct(texts)[:MOST_REMARKS]


def find_steps(fields: PaperFields) -> list[Told]:
    """The first steps of the place in this phase; on a border of both places in turn."""
    facts, found = fields.outcome.facts, list(first_steps(fields.outcome.facts))
    places = quadrants_spoken_of(facts.placement)
    lists = [[one.action for one in found if one.quadrant == name] for name in places]
    if not places and facts.placement.in_play:
        lists = [[one.action for one in found]]
    told = (_tell_step(action, fields) for action in chain.from_iterable(zip_longest(*lists)) if action)
    return _distinct(one for one in told if one)[:MOST_STEPS]


def _tell_step(action: Action, fields: PaperFields) -> Told | None:
    what = choose_text(action.what, action.note)
    if not what:
        return None
    beside = ", ".join(fields.fill(text, inside=True) for text in (action.who, action.when) if choose_text(text))
    told = fields.fill(what)
    return tell(f"{told.rstrip('.')} ({beside})." if beside else told, action)


def tell_fact(fact: str, fields: PaperFields) -> Told:
    """What a fact says on the day; empty where it is silent."""
    known = fields.outcome.content.dated_facts.get(fact)
    stage: FactStage | None = known.stage(fields.outcome.on) if known else None
    return tell(fields.fill(stage.note or stage.text), known) if known and stage else Told("")


def find_facts(fields: PaperFields) -> list[str]:
    """The facts that stand at the top of what they touch, as ids."""
    outcome = fields.outcome
    touched = find_touched_facts(outcome.judgement)
    return list(islice(find_notices(touched, outcome.content, outcome.on), MOST_FACTS))
