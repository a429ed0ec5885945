"""Pages on what is asked: axes, statements and questions about the situation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from editions.site.telling import Teller, labelled, paragraphs
from poolwijzer.content.content import Content
from poolwijzer.content.questions import ASKED_WORDS, Statement, Wording
from poolwijzer.dutch import capitalise, join_words, number
from poolwijzer.report.axes import WAYS
from poolwijzer.report.model import Bullets, Line, Paragraph, Report, Section

ANSWERS = {
    "choice": "Eén antwoord",
    "choices": "Meer antwoorden mogen",
    "named-choice": "Eén antwoord, met een naam",
    "dated-choices": "Meer antwoorden mogen, elk met een jaar",
    "date": "Een datum",
}


def make_axis_page(content: Content, name: str, on: date) -> Report:
    """An axis: its question, its ends, and its statements by subject."""
    tell, axis = Teller(content, on), content.typology.axes[name]
    ends = [(f"Aan de kant van {side}", Line(tell.fill(text))) for side, text in axis.ends.items()]
    higher = [(WAYS[axis.high_side], Line(tell.fill(capitalise(axis.more))))] if axis.more else []
    subjects = tuple(
        Section(
            facet,
            capitalise(title),
            (Bullets(lines),)
            if (lines := tuple(tell.say(one.joint.text) for one in _about(content, name, facet)))
            else (),
        )
        for facet, title in axis.facets.items()
    )
    absent = axis.absent
    nothing = tell.fill(absent.because) + f" (Als: {tell.when(absent.when)}.)" if absent else ""
    return tell.report(
        axis.title,
        f"{name}, een as",
        Section("as", "", (Paragraph(Line(tell.fill(axis.question)), "let-op"), *labelled([*ends, *higher]))),
        Section("stellingen", "De stellingen op deze as", (), subjects),
        Section("niets", "Wanneer er niets te vragen valt", paragraphs(nothing)),
    )


def _about(content: Content, axis: str, facet: str) -> Iterator[Statement]:
    return (one for one in content.statements.values() if one.axis == axis and one.facet == facet)


def make_statement_page(content: Content, name: str, on: date) -> Report:
    """A statement in all its forms, with how it counts; one that is asked no more says where that is asked now."""
    tell = Teller(content, on)
    if name in content.retired:
        gone = content.retired[name]
        said = (
            Paragraph(Line("Deze stelling wordt niet meer gevraagd."), "let-op"),
            *paragraphs(tell.fill(gone.instead)),
        )
        return tell.report(gone.text, f"{name}, een stelling van vroeger", Section("stelling", "", said))
    found = content.statements[name]
    forms = [("Voor één gemeente", found.own), ("Voor de bestaande samenwerking", found.body)]
    changes = [
        (f"Wordt {way} als", Line(tell.fill(text)))
        for way, text in (("hoger", found.if_higher), ("lager", found.if_lower))
    ]
    worded = [(label, Line(tell.fill(form.text))) for label, form in forms if form]
    return tell.report(
        found.joint.text,
        f"{name}, een stelling",
        Section("stelling", "", labelled(_place(found, content, tell))),
        Section("vormen", "Andere vormen", labelled(worded)),
        Section("antwoorden", "De antwoorden", labelled(_scale(found.joint, content))),
        Section("bewijs", "Wat het antwoord onderbouwt", paragraphs(tell.fill(capitalise(found.evidence)))),
        Section("verschil", "Wat het antwoord zou veranderen", labelled(changes)),
        Section("vroeger", "Vroegere teksten", (Bullets(tuple(map(Line, found.was))),) if found.was else ()),
    )


def _place(found: Statement, content: Content, tell: Teller) -> Iterator[tuple[str, Line]]:
    if found.axis:
        axis = content.typology.axes[found.axis]
        yield "Telt mee voor", Line(f"{axis.title}: {axis.facets[found.facet or '']}")
    if found.block:
        yield "Hoort bij", Line(f"{content.questions.blocks[found.block].title} (telt niet mee voor de plek)")
    yield "Gevraagd aan", Line(join_words([ASKED_WORDS[who] for who in found.asked_of], "en"))
    if found.axis:
        yield "Korte lijst", Line("ja" if found.short else "nee, alleen in de volledige vragenlijst")
    if found.reversed:
        yield "Let op", Line("Een hoog antwoord telt hier als laag.")
    if found.weight != 1:
        yield "Weegt", Line(number(found.weight))
    if found.implied_by:
        one = found.implied_by
        yield "Zonder antwoord", Line(f"volgt het uit stelling {one.statement}, vanaf antwoord {one.at_least}")
    if found.ask_when:
        yield "Gevraagd als", Line(tell.when(found.ask_when))


def _scale(form: Wording, content: Content) -> Iterator[tuple[str, Line]]:
    labels = content.typology.scale.labels[form.scale]
    return ((str(point), Line(words)) for point, words in sorted(labels.words.items()))


def make_question_page(content: Content, name: str, on: date) -> Report:
    """A question about the situation, with its answers and the ids that a file uses for them."""
    tell, question = Teller(content, on), content.context[name]
    answers = [(answer, Line(tell.fill(one.label))) for answer, one in question.answers.items()]
    rows = [("Antwoorden", Line(ANSWERS[question.kind]))]
    rows += [("Gevraagd als", Line(tell.when(question.ask_when)))] if question.ask_when else []
    maps = [(one.title, Line(_levels(one.words))) for one in content.maps.values() if one.source == name]
    held = [(one.label, Line(tell.fill(one.holds_down.because))) for one in question.answers.values() if one.holds_down]
    return tell.report(
        question.question,
        f"{name}, een vraag over de situatie",
        Section("vraag", "", (*paragraphs(tell.fill(question.explanation)), *labelled(rows))),
        Section("antwoorden", "De antwoorden, met hun id", labelled(answers)),
        Section("plek", "Houdt de plek onzeker", labelled(held)),
        Section("maten", "Wat hieruit volgt", labelled(maps)),
    )


def _levels(words: dict[int, str]) -> str:
    return join_words([f"{level} ({text})" for level, text in sorted(words.items())], "of")
