"""Menus of one's own from before the shipped ones changed: what moved or is asked no more is read as it is now.

A folder of one's own names statements as they were when it was made. What it says of one that no longer counts, or is
no longer asked, would not fit the menus of now; it is left out, and a remark says where it went.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from poolwijzer.content.layers import HIDE, LayeredFile
from poolwijzer.content.questions import ASKED_WORDS, AskedOf
from poolwijzer.problems import Problem, quote
from poolwijzer.yamlfile import Document

COUNTING = ("axis", "facet", "short", "reversed", "implied_by")
"""What only a statement has that counts for the place."""
WHOLE = frozenset({"asked_of", "joint", "evidence"})
"""What makes a statement a whole one, and not a change of a shipped one."""
FORMS: dict[str, AskedOf] = {"own": "gemeente", "body": "verband"}
"""The form that goes with whom a statement is asked of."""
_WHOM = "De stelling {} wordt nu ook aan {} gevraagd. Hier niet."
_RETIRED = "De stelling {} wordt niet meer gevraagd. Wat hier staat, telt niet mee."
_MOVED = "De stelling {} telt niet meer mee voor de plek. Zij staat nu bij '{}'."
_DROP = "Haal deze woorden hier weg: {}."
_FACET = "Het onderwerp {} heet nu {}."
_NEWCOMER = "De stelling {} kwam er in een nieuwe versie bij. Wat hier staat, gaat over haar heen."
_OTHER_ID = "Is dit een andere stelling? Geef haar dan een ander id."


def settle_moved(files: Mapping[str, LayeredFile]) -> list[Problem]:
    """Take out of the merged menus what does not fit them any more; the remarks say what and where it went.

    Args:
        files: Every menu file by its name, an own layer on top of the shipped one; the data of `vragen` is changed.
    """
    questions = files.get("vragen")
    if questions is None or len(questions.layers) < 2:
        return []
    own, shipped = questions.layers[0], questions.layers[1].data
    merged, given = _group(questions.data, "statements"), _group(own.data, "statements")
    renamed = _renamed_facets(files)
    return [
        remark
        for name, said in given.items()
        if name in merged and isinstance(said, dict) and said.get(HIDE) != "true"
        for remark in _settle(name, said, merged, shipped, own, renamed)
    ]


def list_gone(files: Mapping[str, LayeredFile]) -> frozenset[str]:
    """The ids of sources that went in some version: an own folder may still mention them."""
    typology = files["typologie"].data if "typologie" in files else {}
    changes = typology.get("changes") if isinstance(typology, dict) else None
    listed = [change.get("sources_gone") for change in changes or () if isinstance(change, dict)]
    return frozenset(name for names in listed if isinstance(names, list) for name in names if isinstance(name, str))


def _settle(
    name: str, said: dict[str, Any], merged: dict[str, Any], shipped: Any, own: Document, renamed: dict[str, Any]
) -> Iterator[Problem]:
    here = own.locate(("statements", name), key=True)
    before = _group(_group(shipped, "statements"), name)
    if retired := _group(_group(shipped, "retired"), name):
        del merged[name]
        yield here.problem(_RETIRED.format(quote(name)), str(retired.get("instead", "")))
    elif "block" in before:
        if words := [word for word in COUNTING if word in said]:
            merged[name] = {word: value for word, value in merged[name].items() if word not in words}
            title = _group(_group(shipped, "blocks"), str(before["block"])).get("title", before["block"])
            yield here.problem(_MOVED.format(quote(name), title), _DROP.format(", ".join(words)))
    else:
        yield from _forms(name, said, merged, own)
        facet, axis = said.get("facet"), str(merged[name].get("axis"))
        if isinstance(facet, str) and (now := renamed.get(axis, {}).get(facet)):
            merged[name] = {**merged[name], "facet": now}
            where = own.locate(("statements", name, "facet"))
            yield where.problem(_FACET.format(quote(facet), quote(now)), f"Schrijf hier {now}.")
        if "added" in before and "added" not in said and said.keys() >= WHOLE:
            yield here.problem(_NEWCOMER.format(quote(name)), _OTHER_ID)


def _forms(name: str, said: dict[str, Any], merged: dict[str, Any], own: Document) -> Iterator[Problem]:
    """The forms that the shipped statement has for whom the own one is not asked of."""
    asked_of = said.get("asked_of")
    for form, whom in FORMS.items():
        if isinstance(asked_of, list) and whom not in asked_of and form in merged[name] and form not in said:
            merged[name] = {word: value for word, value in merged[name].items() if word != form}
            where = own.locate(("statements", name, "asked_of"))
            yield where.problem(
                _WHOM.format(quote(name), ASKED_WORDS[whom]), "Haal asked_of hier weg om dat over te nemen."
            )


def _renamed_facets(files: Mapping[str, LayeredFile]) -> dict[str, dict[str, str]]:
    """Per axis the facets that are called otherwise now, but for those that the menus still have."""
    typology = files["typologie"].data if "typologie" in files else {}
    facets = _group(_group(typology, "renamed"), "facets")
    return {
        axis: {
            old: new
            for old, new in names.items()
            if old not in _group(_group(_group(typology, "axes"), axis), "facets")
        }
        for axis, names in facets.items()
        if isinstance(names, dict)
    }


def _group(data: Any, name: str) -> dict[str, Any]:
    value = data.get(name) if isinstance(data, dict) else None
    return value if isinstance(value, dict) else {}
