"""What of the ledger does not count, and what is odd in it: nothing is left out without a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from poolwijzer.dutch import count_things, join_words, long_date
from poolwijzer.report.model import Bullets, Line, Section
from poolwijzer.report.strips.material import StripMaterial
from poolwijzer.report.strips.words import tell_line

TITLE = "Let op"


def attention(material: StripMaterial) -> Section:
    """Each thing in a sentence."""
    told = tuple(Line(text) for text in tell_attention(material))
    return Section("let-op", TITLE, (Bullets(told),) if told else ())


def tell_attention(material: StripMaterial) -> Iterator[str]:
    """What does not count, or counts otherwise than a reader might think."""
    counted = material.year.counted
    for problem in material.problems:
        where = f"Regel {problem.line} van het logboek" if problem.line else Path(problem.path).name
        # What to do is for who keeps the ledger, and not for who reads it on paper.
        yield f"{where}: {problem.message} {problem.hint if material.narrow else ''}".rstrip()
    for one in counted.twice_corrected:
        yield f"Twee regels verbeteren code {one.id}. De laatste telt."
    for one in counted.corrects_nothing:
        yield f"Code {one.id} verbetert code {one.corrects}, maar dat staat er niet. De regel telt gewoon mee."
    if material.known:
        for balance in material.balances:
            if balance.member is None:
                yield f"{balance.municipality} staat in het logboek, maar doet in {material.card.year} niet mee."
            if balance.available < 0:
                yield f"{balance.municipality} gaf meer strippen weg dan zij had."
        if material.year.joint.left < 0:
            yield "Voor iedereen samen is meer gebruikt dan er voor was."
        yield from _later(material)
        if material.card.year > material.year.on.year and any(one.carried for one in material.balances):
            yield "Wat meegaat uit het jaar ervoor, kan nog veranderen. Dat jaar is nog niet voorbij."
    unclear = [one for one in material.lines if not material.known and material.in_strips(one) is None]
    if unclear:
        line = tell_line(unclear[0], material.content)
        yield f"Deze regel telt in uren: {line}. Hoeveel strippen dat is, staat er niet."
    if years := material.year.other_years:
        names = join_words([str(year) for year in years])
        yield f"In het logboek staan ook regels van {names}. Die tellen in {material.card.year} niet als gebruik."


def _later(material: StripMaterial) -> Iterator[str]:
    """What is not of today yet: uses are planned, and the rest does not count before its day."""
    later = [one for one in material.year.later if material.concerns(one)]
    if others := [one for one in later if one.kind in ("transfer", "carry")]:
        are = "staat" if len(others) == 1 else "staan"
        count = "tot die dag niet mee"
        lines = count_things(len(others), "regel", "regels")
        yield (
            f"Er {are} ook {lines} in over geven of meenemen na {long_date(material.year.on)}. "
            f"{'Die telt' if len(others) == 1 else 'Die tellen'} {count}."
        )
