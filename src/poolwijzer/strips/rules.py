"""What a line of the ledger has to say, whoever wrote it."""

from __future__ import annotations

from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.problems import Fault


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
        raise Fault(f"Hier staat naar {line.to}, en het is geen overdracht.", hint)
    if line.product and line.kind in ("transfer", "carry"):
        raise Fault("Hier hoort geen product: er wordt niets gebruikt.", "Haal het product weg, of kies gebruik.")
