"""Any assessment that a file can hold, as data that the model reads."""

from __future__ import annotations

from datetime import UTC, date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from hypothesis import strategies as st

from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.municipalities import list_municipalities

# Anything a person can type or paste that a YAML file can hold.
text = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"),
        st.sampled_from(":#-'\"\n|>{}[],&*!%@` \t"),
    ),
    max_size=40,
)
some_text = text.filter(bool)
slug = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
day = st.dates(date(2000, 1, 1), date(2100, 1, 1))
moment = st.datetimes(timezones=st.none() | st.just(UTC))
estimate = st.fractions(1, 5, max_denominator=1000)
dots = st.lists(st.lists(st.integers(1, 5) | estimate, min_size=2, max_size=2), max_size=4)
own = st.recursive(
    text | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(some_text.filter(str.strip), inner, max_size=3),
    max_leaves=6,
)


def answers(content: Content, *, together: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """Answers of a group (`together`), which can count municipalities, or of a respondent."""
    value = st.one_of(st.integers(1, 5), st.just("weet-niet"))
    votes = st.lists(st.integers(0, 400), min_size=5, max_size=6)
    full = st.fixed_dictionaries({"value": value}, optional={"note": text, "votes": votes})
    # Hands or a note without an answer: the statement is open.
    beside = st.fixed_dictionaries({"votes": votes}, optional={"note": text}) | st.fixed_dictionaries(
        {"note": some_text}
    )
    alone = value | full | beside
    counted = st.integers(1, 400).flatmap(
        lambda of: st.fixed_dictionaries(
            {"value": st.integers(1, 5), "of": st.just(of), "yes": st.integers(0, of)},
            optional={"note": text, "votes": votes},
        )
    )
    names = list(content.statements)
    countable = [name for name in names if content.labels_of(name).counting]
    if not together:
        return st.dictionaries(st.sampled_from(names), alone, max_size=6)
    return st.tuples(
        st.dictionaries(st.sampled_from(names), alone, max_size=6),
        st.dictionaries(st.sampled_from(countable), counted, max_size=2),
    ).map(lambda both: {**both[0], **both[1]})


def contexts(content: Content) -> st.SearchStrategy[dict[str, Any]]:
    def answer(name: str) -> st.SearchStrategy[Any]:
        question = content.context[name]
        one = st.sampled_from(list(question.answers) or ["x"])
        match question.kind:
            case "date":
                return day.map(str)
            case "choices":
                return st.lists(one, min_size=1, max_size=question.most or 5)
            case "named-choice":
                return one | st.fixed_dictionaries({"kind": one}, optional={"name": text, "also": text})
            case "dated-choices":
                dated = st.fixed_dictionaries({"source": one}, optional={"until": st.integers(2000, 2200)})
                return st.lists(one | dated, min_size=1, max_size=3)
        return one

    return st.fixed_dictionaries({}, optional={name: answer(name) for name in content.context})


def measurement(content: Content) -> dict[str, st.SearchStrategy[Any]]:
    response = st.fixed_dictionaries(
        {
            "id": slug,
            "organisation": st.fixed_dictionaries(
                {"kind": st.just("gemeente"), "name": st.sampled_from(["Assen", "den haag", "0106"])}
            )
            | st.fixed_dictionaries({"kind": st.just("verband"), "name": some_text}),
        },
        optional={
            "role": st.sampled_from(["ambtelijk", "secretaris", "bestuurlijk"]),
            "basis": st.sampled_from(["namens-organisatie", "eigen-beeld"]),
            "named": st.booleans(),
            "date": day | moment.map(lambda at: at.isoformat(timespec="minutes")),
            "questions": st.sampled_from(["kort", "volledig"]),
            "answers": answers(content),
        },
    )
    return {
        "menus": st.fixed_dictionaries({"version": some_text, "hash": some_text}),
        "questions": st.sampled_from(["kort", "volledig"]),
        "context": contexts(content),
        "estimate": st.fixed_dictionaries(
            {}, optional={**dict.fromkeys(content.typology.axes, estimate), "dots": dots}
        ),
        "answers": answers(content, together=True),
        "responses": st.lists(response, max_size=2, unique_by=lambda one: one["id"]),
    }


money = st.integers(0, 10**14).map(lambda cents: Decimal(cents).scaleb(-2)) | st.integers(0, 10**9)
number = st.integers(0, 10**9).map(lambda parts: Fraction(parts, 10**4))
some_number = number.filter(bool)
part = st.fractions(0, 1, max_denominator=10**6)
rise = st.fractions(0, "1/2", max_denominator=10**4)
word = st.sampled_from(["rijk", "SpUk", "het fonds van Europa", "uren"])
"""Of who pays and of units odd signs are dropped, as of ids."""
KEY_WORDS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "gemeenten-naar-inwoners": {},
    "gelijke-delen": {},
    "vaste-basis-plus-opslag": {"base": part},
    "cofinanciering-per-opdracht": {},
    "vast-aantal-dagen": {"days": number, "price": money.filter(bool)},
    "betalen-naar-gebruik": {"unit": word, "price": money.filter(bool)},
    "inbreng-in-natura": {"price": money.filter(bool)},
    "gewichten": {},
}
BY_MUNICIPALITY = {"betalen-naar-gebruik": "use", "inbreng-in-natura": "hours", "gewichten": "weights"}


def costs(names: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    """What an initiative costs, with figures for municipalities that take part in it."""
    years = [2027, 2028]
    amount = money | st.fixed_dictionaries(dict.fromkeys(years, money))
    rest = st.sampled_from(["naar-rato", "gelijke-delen", "gemeenten-naar-inwoners"])

    def each(value: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
        return st.dictionaries(st.sampled_from(names), value) if names else st.just({})

    def key(kind: str) -> st.SearchStrategy[dict[str, Any]]:
        words = {**KEY_WORDS[kind], "most": money, "most_per_inhabitant": money}
        if kind in BY_MUNICIPALITY:
            words[BY_MUNICIPALITY[kind]] = each(number)
        if kind == "cofinanciering-per-opdracht" and names:
            asked = {"municipality": st.sampled_from(names), "amount": money}
            more = {"what": text, "year": st.sampled_from(years)}
            words["assignments"] = st.lists(st.fixed_dictionaries(asked, optional=more), max_size=2)
        if kind in ("cofinanciering-per-opdracht", "vast-aantal-dagen", *list(BY_MUNICIPALITY)[:2]):
            words["rest"] = rest
        return st.fixed_dictionaries({"kind": st.just(kind)}, optional=words)

    keys = st.sampled_from(list(KEY_WORDS)).flatmap(key)
    begins = st.sampled_from([2027, "2027-03-01"])
    stay = st.fixed_dictionaries({}, optional={"from": begins, "until": st.just(2028)})
    post = st.fixed_dictionaries(
        {"what": some_text, "amount": amount}, optional={"demand": st.booleans(), "indexing": rise}
    )
    income = st.fixed_dictionaries({"from": word, "amount": amount}, optional={"for": st.just("gemeenten")})
    strips: dict[str, st.SearchStrategy[Any]] = {
        "price": money.filter(bool),
        "hours": some_number,
        "budget": money,
        "hours_per_fte": some_number,
    }
    strips |= {
        "joint": part,
        "key": keys,
        "step": some_number,
        "carry_over": part,
        "signal": st.fractions(0, 10, max_denominator=10**23),
    }
    last_year = {"year": st.just(2026), "amount": money, "contributions": each(money)}
    optional = {
        "posts": st.lists(post, max_size=2),
        "income": st.lists(income, max_size=2),
        "shares": st.fixed_dictionaries({}, optional={"provincie": part}),
        "key": keys,
        "indexing": rise,
        "members": each(stay),
        "last_year": st.fixed_dictionaries({}, optional=last_year),
        "strips": st.fixed_dictionaries({}, optional=strips),
    }
    return st.fixed_dictionaries({"years": st.just(years)}, optional=optional)


@cache
def menus() -> Content:
    return load_menus(None)


def _name_of(place: str | dict[str, Any]) -> str:
    return place if isinstance(place, str) else str(place["name"])


def assessments() -> st.SearchStrategy[dict[str, Any]]:
    content = menus()
    place = st.one_of(
        st.sampled_from([one.name for one in list_municipalities()]),
        st.fixed_dictionaries({"name": some_text.map("Dorp {}".format), "population": st.integers(1, 10**9)}),
    )
    initiative = st.fixed_dictionaries(
        {"id": slug, "name": some_text},
        optional={
            "region": text,
            "municipalities": st.lists(place, max_size=4, unique_by=_name_of),
            "date": day,
            "note": text,
        },
    )
    choices = st.fixed_dictionaries(
        {},
        optional={
            name: st.fixed_dictionaries(
                {},
                optional={
                    "options": st.lists(st.sampled_from(list(component.options)), unique=True),
                    "considering": st.lists(st.sampled_from(list(component.options)), unique=True),
                    "other": st.lists(some_text, max_size=2),
                    "consideration": text,
                },
            )
            for name, component in content.components.items()
        },
    )
    highlights = st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("course", "striking", "eye_opener", "worthwhile"), text)
    )
    now = measurement(content)
    said = {
        "key_question": st.fixed_dictionaries({}, optional={"answer": text}),
        "highlights": highlights,
        "needs": st.lists(some_text, max_size=2),
    }
    whole = st.fixed_dictionaries(
        {"poolwijzer": st.just(1), "initiative": initiative},
        optional={
            **now,
            **said,
            "choices": choices,
            "agreements": st.lists(
                st.fixed_dictionaries({"what": some_text}, optional={"who": text, "when": text}), max_size=2
            ),
            "measurements": st.lists(st.fixed_dictionaries({"date": day}, optional={**now, **said}), max_size=1),
            "own": st.dictionaries(some_text.filter(str.strip), own, max_size=3),
        },
    )

    def with_costs(data: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
        names = [_name_of(one) for one in data["initiative"].get("municipalities", [])]
        return st.just(data) | costs(names).map(lambda told: {**data, "costs": told})

    return whole.flatmap(with_costs)
