"""What the group itself brought in: its answer, its choices with the reasons, agreements, and what struck it."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.assessment.model import Agreement
from poolwijzer.dutch import count_things
from poolwijzer.report.excerpt import BROUGHT_BACK, LONGEST, REASON, excerpt
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Section
from poolwijzer.report.sections.importance import LEAVES
from poolwijzer.report.sections.material import Material
from poolwijzer.report.typed_lines import join_sentences, split_considerations

MOST_AGREEMENTS, MOST_TITLES = 4, 2
"""How many agreements, and how many options of a component, a page tells."""
FIRST_CHOICES, FIRST_AGREEMENTS = 3, 1
"""How many of them stay where there is no room."""
PARTS = 120, 50, 40
"""How many characters of what, who and when, of an agreement that is too long for a page."""
HIGHLIGHTS = {
    "course": "Hoe ging het?",
    "striking": "Wat viel op?",
    "eye_opener": "Wat was een eye-opener?",
    "worthwhile": "Had dit zin?",
}
"""What a group is asked at the end, in this order; the answers are what it brings back."""
NEWS = ("striking", "eye_opener")
"""Of these what others can learn from."""


def key_question(material: Material) -> Iterator[Block]:
    """The key question of the place in plain words, and what the group answers to it."""
    quadrants = material.content.typology.quadrants
    rows = [
        ("Sleutelvraag", material.notes.line(question, quadrants[name]))
        for name, question in material.advice.plain_questions.items()
    ]
    answer = material.assessment.key_question.answer
    if answer or rows:
        rows.append(
            ("Antwoord van de groep" if rows else "De groep zegt", Line(material.brief(answer) or "nog niet gegeven"))
        )
        yield Labelled(tuple(rows))


def choices(material: Material) -> Section:
    """What was chosen of each component, with the group's own reason; later ones without where not all fits."""
    rows: list[tuple[str, Line]] = []
    leaves: list[int] = []
    shorter: list[Line] = []
    shortens: list[int] = []
    for name, card in material.content.components.items():
        if told := choice_with_reason(name, material):
            short = choice_line(name, material) or told
            first = len(rows) < FIRST_CHOICES
            rows.append((card.title, Line(told)))
            leaves.append(0 if first else LEAVES["meer-keuzes"])
            shorter.append(Line(short))
            shortens.append(0 if first or short == told else LEAVES["redenen"])
    block = Labelled(tuple(rows), tuple(leaves), tuple(shorter), tuple(shortens))
    return Section("keuzes", "Wat is gekozen, en waarom", (block,) if rows else ())


def choice_with_reason(component: str, material: Material, *, whole: bool = False) -> str:
    """What was chosen of one component and why, in short or as it was typed; empty where nothing was said of it."""
    found = material.assessment.choices.get(component)
    if found is None:
        return ""
    chosen = choice_line(component, material)
    reasons = split_considerations(found.consideration)
    # Where there is more room, all of it stands with the choice.
    because = join_sentences(reasons) if len(reasons) > 1 else found.consideration
    because = because if whole else excerpt(because, REASON)
    return join_sentences((chosen, f"Waarom: {because}")) if because else chosen


def choice_line(component: str, material: Material) -> str:
    """What was chosen and considered of one component, in a line, with what the group thought of itself first."""
    facts, options = material.outcome.facts, material.content.options
    choice = material.assessment.choices.get(component)
    own = choice.other if choice else ()
    chosen = _titles([*own, *(options[name].title for name in facts.chosen_in(component))], material)
    considering = _titles([options[name].title for name in facts.considered_in(component)], material)
    return ". ".join(part for part in (chosen, considering and f"Overwogen: {considering}") if part)


def _titles(titles: list[str], material: Material) -> str:
    """Titles of options, of many the first: where there is more room, all of them stand with the choice."""
    most = MOST_TITLES * (2 if material.full else 1)
    more = len(titles) - most
    return "; ".join([*titles[:most], f"en nog {more}"] if more > 1 else titles)


def agreements(material: Material) -> Section:
    """Who does what, and when; where there is only a page, the first of many."""
    made = material.assessment.agreements
    shown = made if material.full else made[:MOST_AGREEMENTS]
    lines = [Line(describe_agreement(entry, material)) for entry in shown]
    if left := len(made) - len(shown):
        lines.append(Line(f"En nog {count_things(left, 'afspraak', 'afspraken')}. Zie het hele verslag."))
    leaves = tuple(0 if index < FIRST_AGREEMENTS else LEAVES["meer-afspraken"] for index in range(len(lines)))
    return Section("afspraken", "Afspraken", (Bullets(tuple(lines), leaves=leaves),) if lines else ())


def describe_agreement(entry: Agreement, material: Material) -> str:
    """An agreement in a line; where there is only a page, with less of the what rather than without who and when."""
    said = who_does_what(entry.what, entry.who, entry.when)
    if material.full or len(said) <= LONGEST:
        return said
    return who_does_what(
        *(excerpt(part, most) for part, most in zip((entry.what, entry.who, entry.when), PARTS, strict=True))
    )


def highlights(material: Material) -> Section:
    """What struck the group, and how it found the conversation."""
    said = material.assessment.highlights
    told = [(name, text) for name in HIGHLIGHTS if (text := getattr(said, name))]
    rows = tuple((HIGHLIGHTS[name], Line(material.brief(text, BROUGHT_BACK))) for name, text in told)
    leaves = tuple(LEAVES["opbrengst" if name in NEWS else "beleving"] for name, _ in told)
    return Section("opbrengst", "Wat de groep meeneemt", (Labelled(rows, leaves),) if rows else ())


def needs(material: Material) -> Section:
    """What the group still needs, where there is more than a page."""
    said = material.assessment.needs if material.full else ()
    return Section("behoefte", "Waar is behoefte aan", (Bullets(tuple(map(Line, said))),) if said else ())


def who_does_what(what: str, who: str, when: str) -> str:
    """A step or an agreement in a line: what, who, when."""
    return join_sentences((what, who and f"Wie: {who}", when and f"Wanneer: {when}"))
