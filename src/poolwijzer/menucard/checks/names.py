"""Whether texts of the menus read well with any body: what stands between braces is filled in, and verbs follow."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from poolwijzer.content.content import Content
from poolwijzer.content.locations import Steps, steps_to
from poolwijzer.content.typology import Action
from poolwijzer.content.wording import BESTUUR, PLACEHOLDER, VERBAND
from poolwijzer.dutch import join_words
from poolwijzer.menucard.checks.findings import MenuFinding
from poolwijzer.problems import quote

NO_SENTENCES = frozenset(("title", "label", "term", "who", "was"))
"""Names of things and of who does what, and texts of before."""
FILLED_ELSEWHERE = frozenset(
    (
        "aantal",
        "antwoord",
        "as",
        "bron",
        "datum",
        "gevraagd",
        "hoog",
        "ja",
        "jaar",
        "laag",
        "lijst",
        "midden",
        "n",
        "reden",
        "titel",
        "tot",
        "totaal",
        "van",
        "velden",
        "vragen",
        "woord",
        "x",
    )
)
"""Numbers, dates and words of the report that single sentences hold."""
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
# Behind one of these the body does nothing itself.
_NO_SUBJECT = re.compile(
    r"(?:\b(?:aan|achter|als|bij|binnen|boven|buiten|dan|door|en|met|naar|namens|naast|of|om|onder|over|per|tot|tussen|"
    r"van|vanuit|via|volgens|voor|vraag|vragen|zonder)\s+)$",
    re.IGNORECASE,
)
_BODY = f"{{{VERBAND}}}"


def find_unfilled(content: Content, on: date) -> Iterator[MenuFinding]:
    """Braces that nothing is filled in for. In papers that is a mistake, which is told of already."""
    known = {"gemeente", BESTUUR, *(name for name, one in content.context.items() if one.kind == "named-choice")}
    for _, text, steps in _texts(content):
        left = "" if steps[0] == "vervolg" else unfilled(text, known)
        if "{" in left or "}" in left:
            message = f"Hier wordt niets ingevuld: {quote(left[left.find('{') : left.find('}') + 1] or left)}."
            words = join_words([f"{{{name}}}" for name in sorted(known)], "en")
            hint = f"Bekend zijn {words}, en twee vormen van een werkwoord, zoals {{wil|willen}}."
            yield MenuFinding(steps, message, hint, remark=True)


def unfilled(text: str, known: Collection[str]) -> str:
    """A text without the braces that something is filled in for."""
    filled = {*known, *FILLED_ELSEWHERE}
    return PLACEHOLDER.sub(lambda found: found[0] if found["name"] and found["name"] not in filled else "", text)


def find_stiff_verbs(content: Content, on: date) -> Iterator[MenuFinding]:
    """Sentences in which the body does something, with a verb that does not follow how many organisations it is."""
    for field, text, steps in _texts(content):
        if field in NO_SENTENCES or not any(map(acts_stiffly, _SENTENCE.split(text))):
            continue
        message = f"In deze zin doet {_BODY} iets. Bij meer dan één organisatie klopt het werkwoord dan niet."
        yield MenuFinding(steps, message, "Schrijf beide vormen, zoals {wil|willen}.", remark=True)


def acts_stiffly(sentence: str) -> bool:
    """Whether the body does something in a sentence in which no verb follows its number."""
    if any(found["one"] for found in PLACEHOLDER.finditer(sentence)) or sentence.strip() == _BODY:
        return False
    begins = [found.start() for found in re.finditer(re.escape(_BODY), sentence)]
    return any(not _NO_SUBJECT.search(sentence[:at]) for at in begins)


def find_moved(content: Content, on: date) -> Iterator[MenuFinding]:
    """What stands at a place or for all places and is told per group of phases now."""
    steps = content.first_steps
    if steps is None:
        return
    for name, quadrant in content.typology.quadrants.items():
        for key, words in (("actions", "eerste stappen"), ("decision", "besluiten"), ("pitfalls", "valkuilen")):
            if getattr(quadrant, key):
                message = (
                    f"De {words} van een plek staan nu in eerste-stappen.yaml, per groep fasen. "
                    f"Deze tellen in de groep {quote(steps.unknown.group)}."
                )
                where = {"decision": "beslispunten"}.get(key, key)
                hint = f"Zet ze daar bij cells, {name}, onder {where}."
                yield MenuFinding(("typologie", "quadrants", name, key), message, hint, key=True, remark=True)
    actions: dict[tuple[str, str | int], Action] = {
        ("divided", "first_action"): content.typology.divided.first_action,
        ("middle", "first_action"): content.typology.middle.first_action,
        **{("every_quadrant", index): action for index, action in enumerate(content.typology.every_quadrant)},
    }
    for loc, action in actions.items():
        if not action.groups:
            message = "Deze stap staat nu bij elke fase in het verslag, ook als het werk al loopt."
            hint = f"Hoort hij bij het begin? Zet er dan groups: [{steps.unknown.group}] bij."
            yield MenuFinding(("typologie", *loc), message, hint, remark=True)


def find_ungrouped_answers(content: Content, on: date) -> Iterator[MenuFinding]:
    """Answers to the question about the phase that are in no group."""
    steps = content.first_steps
    question = content.context.get(steps.source) if steps else None
    for name, answer in question.answers.items() if steps and question else ():
        if steps and not answer.unknown and steps.group_of(name) is None:
            message = (
                f"Dit antwoord staat in geen groep van eerste-stappen.yaml. Nu geldt {quote(steps.unknown.group)}."
            )
            loc = ("vragen", "context", steps.source, "answers", name)
            yield MenuFinding(loc, message, "Zet het daar bij groups.", key=True, remark=True)


def _texts(content: Content) -> Iterator[tuple[str, str, Steps]]:
    for model, node in content.models:
        for field, value in model:
            steps = steps_to((node, field))
            inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
            for step, text in [("", value), *inner]:
                if isinstance(text, str) and ("{" in text or "}" in text):
                    yield field, text, (*steps, step) if step != "" else steps
