"""What can be answered to the doubts that an initiative heard, in words."""

from __future__ import annotations

from poolwijzer.engine.doubts import find_heard_doubts
from poolwijzer.report.advice import ExampleAdvice, HelpAdvice, ObjectionAdvice
from poolwijzer.report.sentences import SentenceMaker


def word_objections(sentences: SentenceMaker) -> tuple[ObjectionAdvice, ...]:
    """Of each doubt that was heard and has an objection."""
    return tuple(_objection(doubt, sentences) for doubt in find_heard_doubts(sentences.outcome.facts))


def _objection(doubt: str, sentences: SentenceMaker) -> ObjectionAdvice:
    content, fill = sentences.content, sentences.fill
    found = content.objections[doubt]
    example = found.example
    case = content.cases.get(example.case or "")
    return ObjectionAdvice(
        doubt=doubt,
        label=content.doubts[doubt].label,
        says=fill(found.says),
        reply=fill(found.reply),
        ask_back=fill(found.ask_back),
        example=ExampleAdvice(
            text=fill(example.text),
            case=example.case if case else None,
            case_title=case.title if case else "",
            basis=example.basis,
            sources=example.sources,
            expired=example.last_day(sentences.outcome.on),
        ),
        helps=tuple(_help(option, sentences) for option in found.helps if option in content.options),
        tried=found.tried,
    )


def _help(option: str, sentences: SentenceMaker) -> HelpAdvice:
    judged = sentences.outcome.judgement.option(option)
    return HelpAdvice(
        option=option,
        title=sentences.content.options[option].title,
        component=sentences.content.component_of[option],
        standing=judged.standing,
        verdict=judged.verdict,
        excluded=judged.excluded,
    )
