"""Odd texts, and initiatives that a file may hold but that nobody would type."""

from functools import cache
from random import Random
from typing import Any

from poolwijzer.given import shipped
from poolwijzer.municipalities import list_municipalities

SIGNS = (
    "\0\t\n\r\x07\x1b[31m\x7f\x85\xa0\xad\u0301\u0330\u200b\u200d\u200e\u202e\u2028\u2066\ufeff\ufffd\ufffe\ud800"
    "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467\U000e0041\U0010ffffıİßŉĳﬁ漢字עבריתالعربيةไทยहिन्दी"
)
PIECES = (
    *SIGNS,
    *":#-'\"|>{}[],&*!%@`\\ =+;/$<~^_()?.",
    *("bíj́", "x\u0301" * 9, "Z" + "\u0335\u0489" * 40, "\r\n", "  ", "---", "...", "- ", ": ", "''", '""', "0", "-1"),
    *("1e999", "9" * 25, "9" * 5001, "0x1F", "1_000", "NaN", "Infinity", "½", "²", "٣", "3,5", "11/3", "1/0"),
    *("null", "~", "true", "nee", "weet-niet", "2026-02-30", "9999-12-31", "0001-01-01", "2026-11-01T09:30+14:00"),
    *("=1+1", "@SUM(A1)", "{{ 7 * 7 }}", "{% for x in y %}", "#import", "$x$", "[bold]", "[/]", "**x**", "`x`", "|"),
    *("<script>alert(1)</script>", "&amp;", "&#0;", "]]>", "<!--", "_x000D_", "javascript:alert(1)", "../../x", "%s"),
    *("a" * 400, "woord " * 200, "\n" * 50, "[" * 60, "{a: " * 60, '{"a":' * 60, "é" * 300, "👍" * 90),
)
"""What a file may hold somewhere; the sign of no encoding (U+D800) can only be written as an escape."""


def odd_text(random: Random, most: int = 4) -> str:
    """Some of these pieces, between plain words."""
    words = ("Energiepool", "de", "gemeente", "'s-Gravenhage", "Assen", "m1", "één", "van", "2026")
    parts = [random.choice(PIECES if random.random() < 0.6 else words) for _ in range(random.randint(1, most))]
    return random.choice(("", " ", " ")).join(parts)


def odd_value(random: Random) -> Any:
    """A value of any kind."""
    kinds: tuple[Any, ...] = (None, True, False, 0, -1, 3, 2**63, 10**30, 1.5, -0.0, 1e300, [], {}, "", [[]], {"": 1})
    match random.randrange(5):
        case 0:
            return random.choice(kinds)
        case 1:
            return [odd_text(random) for _ in range(random.choice((1, 2, 40)))]
        case 2:
            return {odd_text(random): odd_text(random), random.choice(("value", "kind", "name")): random.choice(kinds)}
        case 3:
            return odd_text(random)
    value: Any = random.choice(kinds)
    for _ in range(random.choice((2, 10, 60))):
        value = random.choice(([value], {"a": value}))
    return value


@cache
def _names() -> list[str]:
    return [one.name for one in list_municipalities()]


def _text(random: Random) -> str:
    return (
        odd_text(random).replace("\ud800", "")
        if random.random() < 0.7
        else random.choice(("Overleg", "x", "De regio doet mee."))
    )


def _filled(random: Random) -> str:
    """A text that is not empty once what cannot be seen is away."""
    return f"{_text(random)}{random.choice('Aaz')}"


def _some(random: Random, most: int) -> range:
    return range(random.randint(0, most))


def _day(random: Random) -> str:
    return (
        f"{random.choice((1, 1066, 2024, 2026, 2108, 9999)):04}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    )


def odd_initiative(random: Random) -> dict[str, Any]:
    """An initiative that can be read, as plain data."""
    content = shipped()
    listed: list[Any] = random.sample(_names(), random.choice((0, 1, 4, 4, 30)))
    listed += [
        {"name": f"Dorp {i} {_text(random)}", "population": random.choice((1, 999, 10**17))} for i in _some(random, 2)
    ]
    choices = {
        name: {
            "options": random.sample(list(component.options), random.randint(0, len(component.options))),
            "considering": random.sample(list(component.options), random.randint(0, 2)),
            "other": [_filled(random) for _ in _some(random, 2)],
            "consideration": _text(random),
        }
        for name, component in content.components.items()
        if random.random() < 0.6
    }
    found = {
        "poolwijzer": random.choice((1, 2)),
        "initiative": {
            "id": random.choice(("a", "initiatief-1", "z" * 300, f"i-{random.randrange(9)}")),
            "name": _filled(random),
            "region": _text(random),
            "municipalities": listed,
            "date": _day(random),
            "note": _text(random),
        },
        **_measurement(random, listed),
        "key_question": {"answer": _text(random)},
        "choices": choices,
        "agreements": [
            {"what": _filled(random), "who": _text(random), "when": _text(random)} for _ in _some(random, 3)
        ],
        "highlights": {name: _text(random) for name in ("course", "striking", "eye_opener", "worthwhile")},
        "needs": [_filled(random) for _ in _some(random, 3)],
        "measurements": [
            {"date": _day(random), **_measurement(random, listed)} for _ in range(random.choice((0, 0, 1, 2)))
        ],
        "own": {_filled(random): _text(random)},
    }
    kept = {name: part for name, part in found.items() if random.random() < 0.8}
    return {"estimate": {}, "answers": {"m1": 3}, **kept, "poolwijzer": 2, "initiative": found["initiative"]}


def _measurement(random: Random, listed: list[Any]) -> dict[str, Any]:
    axes = shipped().typology.axes
    marks = (1, 5, 2.5, "11/3", 3.5, 1.000000000000000001)
    number = random.choice((0, 0, 1, 4, 5, 6, 12))
    dots = [[random.choice(marks), random.choice(marks)] for _ in range(random.choice((0, 0, 1, 4, 5, 40)))]
    found: dict[str, Any] = {
        "questions": random.choice(("kort", "volledig")),
        "context": _context(random),
        "estimate": {**{axis: random.choice(marks) for axis in axes if random.random() < 0.4}, "dots": dots},
        "answers": _answers(random, together=True),
        "responses": [_response(random, i, listed) for i in range(number)],
    }
    return {name: part for name, part in found.items() if random.random() < 0.8}


def _response(random: Random, number: int, listed: list[Any]) -> dict[str, Any]:
    known = [one if isinstance(one, str) else one["name"] for one in listed] or ["Assen"]
    body = {"kind": "verband", "name": _filled(random)}
    return {
        "id": f"r-{number}",
        "organisation": body if random.random() < 0.2 else {"kind": "gemeente", "name": random.choice(known)},
        "role": random.choice(("ambtelijk", "secretaris", "bestuurlijk")),
        "basis": random.choice(("namens-organisatie", "eigen-beeld")),
        "named": random.random() < 0.5,
        "date": random.choice((_day(random), "2026-10-01T09:30", "0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00")),
        "questions": random.choice(("kort", "volledig")),
        "answers": _answers(random),
    }


def _answers(random: Random, *, together: bool = False) -> dict[str, Any]:
    """Answers to any statement; a group that answers together may give a number of municipalities where that counts."""
    value: tuple[Any, ...] = (1, 5, random.randint(1, 5), random.randint(1, 5), "weet-niet")

    def answer(name: str) -> Any:
        votes = [random.choice((0, 1, 400, 999_999)) for _ in range(5)]
        whole = {"value": random.choice(value), "note": _text(random), "votes": votes}
        plain, of = random.choice(value), random.choice((1, 4, 342, 10**17))
        counted = {"of": of, "yes": random.choice((0, 1, of // 2, of))}
        both = {"value": random.randint(1, 5), "note": _text(random), **counted}
        numbers = (counted, both) if together and name in _counted() else ()
        return random.choice((plain, plain, plain, whole, *numbers, {"votes": votes}, {"note": _filled(random)}))

    rate = random.choice((0.1, 0.5, 1))
    return {name: answer(name) for name in shipped().every_statement if random.random() < rate}


@cache
def _counted() -> frozenset[str]:
    """The statements of which the group may say for how many of its municipalities they hold."""
    labels = shipped().typology.scale.labels
    return frozenset(name for name, one in shipped().statements.items() if labels[one.joint.scale].municipalities)


def _context(random: Random) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, question in shipped().context.items():
        answers = list(question.answers)
        if random.random() < 0.3:
            continue
        some = random.sample(answers, random.randint(1, min(len(answers), question.most or 5))) if answers else []
        match question.kind:
            case "date":
                found[name] = _day(random)
            case "choices":
                found[name] = some
            case "named-choice":
                number = random.choice(({}, {"number": "enkelvoud"}, {"number": "meervoud"}))
                found[name] = {"kind": some[0], "name": _text(random), **number}
            case "dated-choices":
                found[name] = [{"source": one, "until": random.choice((2000, 2026, 2200))} for one in some]
            case _:
                found[name] = some[0]
    return found
