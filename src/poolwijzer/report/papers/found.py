"""What papers take from the file and the menus together: arguments for and against, first steps, facts, examples."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice, zip_longest

from poolwijzer.content.claims import Rule
from poolwijzer.content.component import Coherence, Option
from poolwijzer.content.dated_facts import FactStage
from poolwijzer.content.papers import Papers
from poolwijzer.content.typology import Action
from poolwijzer.content.whole_rules import WholeRule
from poolwijzer.engine.first_steps import at_place, first_steps, quadrants_spoken_of
from poolwijzer.engine.touched_facts import find_notices, find_touched_facts
from poolwijzer.outcome import Outcome
from poolwijzer.report.papers.fields import PaperFields
from poolwijzer.report.papers.voice import choose_text, inside_sentence

MOST_ARGUMENTS, MOST_REMARKS, MOST_STEPS, MOST_FACTS = 5, 4, 3, 2
"""Of the remarks one always stands last."""
_CHECKED = ("conflict", "mist", "wringt")


def find_arguments(fields: PaperFields) -> list[str]:
    """For what was chosen: its title with the first reason that holds, else what speaks for it anyhow."""
    found = []
    for name, option in _chosen(fields.outcome):
        if reason := _reason_for(option, fields.outcome):
            found.append((name, f"{fields.title(name)}: {fields.fill(inside_sentence(reason), inside=True)}"))
    return [text for _, text in _some(found, fields.outcome)]


def _some(found: list[tuple[str, str]], outcome: Outcome) -> list[tuple[str, str]]:
    """As many as there is room for: of every component one before a second of any; in the order of the card."""
    component_of, seen = outcome.content.component_of, dict[str, int]()
    turns = []
    for place, (name, _) in enumerate(found):
        turn = seen[component_of[name]] = seen.get(component_of[name], 0) + 1
        turns.append((turn, place))
    return [found[place] for place in sorted(place for _, place in sorted(turns)[:MOST_ARGUMENTS])]


def _chosen(outcome: Outcome) -> Iterator[tuple[str, Option]]:
    for name, component in outcome.content.components.items():
        for option in outcome.facts.chosen_in(name):
            yield option, component.options[option]


def _reason_for(option: Option, outcome: Outcome) -> str:
    rules: list[Rule] = [rule for rule in option.rules if rule.effect == "sterk" and outcome.judgement.truth(rule)]
    return next(filter(None, (choose_text(one.because, one.note) for one in rules)), "") or next(
        filter(None, (choose_text(one.text, one.note) for one in option.pros)), ""
    )


def list_open_choices(fields: PaperFields, papers: Papers) -> list[str]:
    """The components without a choice, in a sentence."""
    content, facts = fields.outcome.content, fields.outcome.facts
    empty = [name for name in content.components if not facts.filled_in(name)]
    if not empty:
        return []
    named = (papers.fields.get(f"keuze-{name}") for name in empty)
    words = [
        field.name if field else content.components[name].title.lower()
        for name, field in zip(empty, named, strict=True)
    ]
    few = len(content.components) - len(empty) < 2
    return [papers.to_choose.replace("{lijst}", ", ".join(words)), *([papers.few_chosen] if few else [])]


def find_remarks(fields: PaperFields, papers: Papers) -> list[str]:
    """Against what was chosen, of each kind in turn, and what always stands there last."""
    kinds = (_drawbacks(fields), _frictions(fields), _doubts(fields, papers))
    mixed = (text for text in chain.from_iterable(zip_longest(*kinds)) if text)
    return [*islice(dict.fromkeys(mixed), MOST_REMARKS - 1), papers.always]


def _drawbacks(fields: PaperFields) -> Iterator[str]:
    found = []
    for name, option in _chosen(fields.outcome):
        texts = (choose_text(one.text, one.note) for one in option.cons)
        if text := next(filter(None, texts), ""):
            found.append((name, fields.fill(text)))
    yield from (text for _, text in _some(found, fields.outcome))


def _frictions(fields: PaperFields) -> Iterator[str]:
    for finding in fields.outcome.judgement.findings:
        claim = finding.claim
        if not (isinstance(claim, Coherence | WholeRule) and finding.kind in _CHECKED and finding.certain):
            continue
        if text := choose_text(claim.because, claim.note):
            yield fields.fill(text)


def _doubts(fields: PaperFields, papers: Papers) -> Iterator[str]:
    content = fields.outcome.content
    if content.doubts_asked is None:
        return
    seen = fields.outcome.facts.context(content.doubts_asked)
    for answer, entry in content.context[content.doubts_asked].answers.items():
        objection = content.objections.get(answer)
        if objection and objection.note and isinstance(seen, frozenset) and answer in seen:
            called = papers.words.get(content.doubts_asked, {}).get(answer, entry.label)
            yield fields.fill(papers.doubt.replace("{twijfel}", called).replace("{antwoord}", objection.note))


def find_pitfalls(fields: PaperFields) -> list[str]:
    """What often goes wrong in the place, in this phase."""
    facts = fields.outcome.facts
    claims = (one for name in quadrants_spoken_of(facts.placement) for one in at_place(name, facts).pitfalls)
    texts = filter(None, (choose_text(one.text, one.note) for one in claims))
    return [fields.fill(text) for text in islice(dict.fromkeys(texts), MOST_REMARKS)]


def find_steps(fields: PaperFields) -> list[str]:
    """The first steps of the place in this phase; on a border of both places in turn."""
    facts, found = fields.outcome.facts, list(first_steps(fields.outcome.facts))
    places = quadrants_spoken_of(facts.placement)
    lists = [[one.action for one in found if one.quadrant == name] for name in places]
    if not places and facts.placement.in_play:
        lists = [[one.action for one in found]]
    told = (_tell_step(action, fields) for action in chain.from_iterable(zip_longest(*lists)) if action)
    return list(islice(dict.fromkeys(filter(None, told)), MOST_STEPS))


def _tell_step(action: Action, fields: PaperFields) -> str:
    what = choose_text(action.what, action.note)
    if not what:
        return ""
    beside = ", ".join(fields.fill(text, inside=True) for text in (action.who, action.when) if choose_text(text))
    told = fields.fill(what)
    return f"{told.rstrip('.')} ({beside})." if beside else told


def tell_fact(fact: str, fields: PaperFields) -> str:
    """What a fact says on the day; empty where it is silent."""
    known = fields.outcome.content.dated_facts.get(fact)
    stage: FactStage | None = known.stage(fields.outcome.on) if known else None
    return fields.fill(stage.note or stage.text) if stage else ""


def find_facts(fields: PaperFields) -> list[str]:
    """The facts that stand at the top of what they touch, as ids."""
    outcome = fields.outcome
    touched = find_touched_facts(outcome.judgement)
    return list(find_notices(touched, outcome.content, outcome.on)[:MOST_FACTS])
