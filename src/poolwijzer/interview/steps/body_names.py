"""What a body is called, where the municipalities of the initiative tell: the province they lie in, or their region."""

from __future__ import annotations

from poolwijzer.assessment.model import Assessment, NamedChoice
from poolwijzer.content.content import Content
from poolwijzer.municipalities import list_municipalities, list_regions


def propose_name(kind: str, assessment: Assessment) -> str:
    """The name of a province or RES region, where that is what was chosen and all municipalities lie in one."""
    codes = {one.code for one in assessment.initiative.municipalities}
    members = [one for one in list_municipalities() if one.code in codes]
    for word, attribute in (("provincie", "province"), ("RES-regio", "res_region")):
        found = {getattr(one, attribute) for one in members}
        if word == kind and len(found) == 1:
            return f"de {kind} {found.pop()}"
    region = assessment.initiative.region
    return f"de {kind} {region}" if any((kind, region) == entry[:2] for entry in list_regions()) else ""


def propose_names_anew(changed: Assessment, before: Assessment, content: Content) -> Assessment:
    """An initiative with other municipalities, in which a body that had its name from these has that of now."""
    context = dict(changed.context)
    for name, question in content.context.items():
        said = context.get(name)
        if isinstance(said, NamedChoice) and said.name and said.kind in question.answers:
            label = question.answers[said.kind].label
            if said.name == propose_name(label, before):
                context[name] = said.model_copy(update={"name": propose_name(label, changed)})
    return changed.model_copy(update={"context": context}) if context != changed.context else changed
