"""What a line of the ledger has to say, whoever wrote it."""

from __future__ import annotations

from fractions import Fraction

from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.problems import Fault, quote
from poolwijzer.strips.cells import DECIMALS, MOST, YEARS


def require_sense(line: LedgerLine) -> None:
    """Refuse a line that says too little, too much, or two things at once.

    Raises:
        Fault: with what is wrong.
    """
    if line.hours is not None and line.strips is not None:
        raise Fault("Hier staan uren en strippen allebei.", "Schrijf een van de twee.")
    amount = line.hours if line.strips is None else line.strips
    if amount is None:
        raise Fault("Hier staan geen uren en geen strippen.", "Schrijf een van de twee.")
    _require_in_bounds(line, amount)
    if not amount and not line.corrects:
        raise Fault("Hier staat 0.", "Alleen een regel die een andere verbetert, mag 0 zijn.")
    if not line.municipality and line.kind != "joint":
        raise Fault("De gemeente ontbreekt.", "Schrijf welke gemeente het is.")
    if line.corrects and line.corrects == line.id:
        raise Fault("Deze regel verbetert zichzelf.", "Noem de regel die fout is.")
    _require_for_kind(line)


def _require_for_kind(line: LedgerLine) -> None:
    if line.kind == "transfer":
        if not line.to:
            raise Fault("Bij een overdracht staat niet naar wie.", "Schrijf de gemeente in de kolom naar.")
        if line.to == line.municipality:
            raise Fault("Deze overdracht gaat van een gemeente naar zichzelf.", "Schrijf een andere gemeente.")
    elif line.to:
        hint = "Is het een overdracht? Schrijf dan overdracht in de kolom soort."
        raise Fault(f"Hier staat naar {quote(line.to)}, en het is geen overdracht.", hint)
    if line.product and line.kind in ("transfer", "carry"):
        raise Fault("Hier hoort geen product: er wordt niets gebruikt.", "Haal het product weg, of kies gebruik.")


def _require_in_bounds(line: LedgerLine, amount: Fraction) -> None:
    """What a cell of the ledger can hold, so that what is written is what is read."""
    if amount < 0:
        raise Fault("Dit is minder dan niets.", "Een fout herstelt u met een regel die de foute verbetert.")
    if amount > MOST:
        raise Fault("Dit zijn te veel uren of strippen voor een regel.", "Kijk de komma na.")
    if (amount * 10**DECIMALS).denominator != 1:
        raise Fault("Dit getal heeft te veel cijfers achter de komma.", f"Er passen er {DECIMALS}.")
    if line.day.year not in YEARS:
        raise Fault(f"Het jaar {line.day.year} is niet van deze tijd.", "Kijk de datum na.")
