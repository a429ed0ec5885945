"""The page for who leads a session: what to bring, how to set up, what to type, and what to do when something fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from poolwijzer.dutch import count_things, join_words, long_date
from poolwijzer.report.excerpt import excerpt
from poolwijzer.report.handout.model import Paper
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.typed_text import sanitize
from poolwijzer.workshop.division import without_group
from poolwijzer.workshop.plan import PARTS, Part, WorkshopPlan

NAME = "draaiboek.html"
"""The page, in the folder of a session."""
KIND = "Draaiboek"
LONGEST = 80
"""How many characters of a name stand on it."""
SPARE = 10
"""Stickers more than there are people."""
PART_WORDS: dict[Part, tuple[str, str]] = {
    "introduction": (
        "Inleiding",
        "Vertel waarom u bij elkaar bent. Vraag: welke initiatieven zijn er in de zaal? Verdeel de groepen.",
    ),
    "acquaintance": ("Het initiatief bespreken", "In elke groep vertelt iemand waar het initiatief over gaat."),
    "analysis": (
        "Samen analyseren",
        "Ieder plakt een stip. De groep antwoordt op de stellingen, kiest van de menukaart en zegt waarom.",
    ),
    "plenary": ("Plenaire afsluiting", "Elke groep vertelt kort wat zij meeneemt. Vraag daarna: waar is behoefte aan?"),
}
"""What each part is called, and what happens in it."""
EXAMPLE = (
    "Alles in deze map is verzonnen: de initiatieven, de namen en de antwoorden.",
    "Twee groepen zijn klaar. Zij bespreken hetzelfde initiatief en zien het anders.",
    "Eén groep is halverwege. Eén groep werkt op papier, en dat is nog niet overgenomen.",
    "Probeer alles uit. Wilt u opnieuw beginnen? Maak dan een nieuwe map.",
)
OPEN_FOLDER = (
    "Open op de laptop een opdrachtvenster in deze map. In Windows: open de map in de Verkenner, klik in de adresbalk, "
    "typ cmd en druk op Enter."
)


OWN_MENUS = (
    "Deze sessie gebruikt eigen menu's. Zet de map daarvan ook op elke laptop. "
    "Typ achter elke opdracht: --menus en die map."
)


def make_guide(plan: WorkshopPlan, paper: Paper = "a3", *, example: bool = False, own_menus: bool = False) -> Report:
    """The page, which never says anything of what groups will find.

    Args:
        plan: The session.
        paper: On what the hand-outs are printed.
        example: Whether it is a session to practise with.
        own_menus: Whether laptops have to be told which menus these are.
    """
    sections = (
        *([Section("oefenen", "Dit is een oefensessie", (_bullets(EXAMPLE),))] if example else []),
        Section("delen", "Het programma", tuple(_programme(plan))),
        Section("groepen", "De groepen", tuple(_groups(plan))),
        Section("meenemen", "Wat u meeneemt", (_bullets(_to_bring(plan, paper)),)),
        Section("zaal", "Zo zet u de zaal klaar", (_bullets(_room(paper)),)),
        Section("map", "Zo delen de laptops de map", tuple(_sharing(plan))),
        Section("laptops", "Wat u typt", tuple(_commands(plan, own_menus=own_menus))),
        Section("papier", "Een groep op papier", (_bullets(_on_paper(plan, paper)),)),
        Section("mis", "Als er iets misgaat", (_mishaps(plan),)),
        Section("daarna", "Plenair, en na de sessie", tuple(_afterwards())),
    )
    return sanitize(Report(excerpt(plan.title, LONGEST), " · ".join(_about(plan)), sections, plan.date, kind=KIND))


def minutes_of_groups(plan: WorkshopPlan) -> int:
    """How long groups are at work: the 20 minutes of the workshop, unless the plan says otherwise."""
    return max(1, plan.minutes.acquaintance + plan.minutes.analysis)


def command_of(plan: WorkshopPlan, group: str) -> str:
    """What the laptop of a group types."""
    return f"poolwijzer assess {group}.yaml --beamer --minutes {minutes_of_groups(plan)}"


def _about(plan: WorkshopPlan) -> Iterator[str]:
    yield KIND
    yield long_date(plan.date)
    if plan.place:
        yield excerpt(plan.place, LONGEST)
    yield count_things(len(plan.groups), "groep", "groepen")
    if people := plan.people():
        yield count_things(people, "persoon", "mensen")


def _bullets(lines: Iterable[str], *, numbered: bool = False) -> Bullets:
    return Bullets(tuple(map(Line, lines)), numbered)


def _programme(plan: WorkshopPlan) -> Iterator[Block]:
    minutes = [getattr(plan.minutes, part) for part in PARTS]
    times = pairwise(accumulate(minutes, initial=0))
    rows = tuple(
        (*PART_WORDS[part], str(length), f"{_clock(begin)} – {_clock(end)}")
        for part, length, (begin, end) in zip(PARTS, minutes, times, strict=True)
    )
    yield Table(
        "De delen van de sessie", ("Deel", "Wat er gebeurt", "Minuten", "Vanaf het begin"), rows, frozenset({2, 3})
    )
    yield Paragraph(
        Line(
            f"Samen {count_things(sum(minutes), 'minuut', 'minuten')}. "
            f"De groepen werken daarvan {count_things(minutes_of_groups(plan), 'minuut', 'minuten')}. "
            "U verandert de minuten in workshop.yaml."
        )
    )


def _clock(minutes: int) -> str:
    """A time since the session began: no clock, because sessions begin late."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02}"


def _groups(plan: WorkshopPlan) -> Iterator[Block]:
    rows = tuple(
        (
            excerpt(group.name, LONGEST),
            excerpt(plan.initiatives[group.initiative].name, LONGEST),
            str(group.people or "–"),
            "papier" if group.on_paper else "laptop",
            f"{name}.yaml",
        )
        for name, group in plan.groups.items()
    )
    yield Table("De groepen", ("Groep", "Initiatief", "Mensen", "Werkt op", "Bestand"), rows, frozenset({2}))
    if left := without_group(plan.initiatives, plan.groups):
        names = join_words([excerpt(plan.initiatives[name].name, LONGEST) for name in left])
        yield Paragraph(Line(f"Nog zonder groep: {names}."), "let-op")
    several = sum(1 for name in plan.initiatives if _groups_on(plan, name) > 1)
    if several:
        yield Paragraph(
            Line(
                "Bespreken twee groepen hetzelfde initiatief? Zet ze uit elkaar. Het gaat om wat elke groep zelf ziet."
            )
        )


def _groups_on(plan: WorkshopPlan, initiative: str) -> int:
    return sum(group.initiative == initiative for group in plan.groups.values())


def _to_bring(plan: WorkshopPlan, paper: Paper) -> Iterator[str]:
    laptops = sum(not group.on_paper for group in plan.groups.values())
    yield "Een laptop voor de beamer, met deze map erop. Neem ook de kabel mee, en een verloopstukje."
    if laptops:
        each = "Eén laptop" if laptops == 1 else f"{laptops} laptops, één per groep"
        yield f"{each}, met Poolwijzer erop. Controleer dat vooraf met: poolwijzer --version"
    yield "Een laptop extra, opladers en verlengsnoeren."
    yield (
        f"De werkbladen, op {paper.upper()} en aan één kant bedrukt: één set per groep. Zij staan in de map "
        "werkbladen. Druk ze ook af voor groepen met een laptop: dan kan een groep altijd verder."
    )
    people = plan.people()
    number = f"Minstens {people + SPARE} stickers" if people else "Stickers"
    yield f"{number}: één per persoon. Ronde van ongeveer 12 mm passen goed."
    yield "Per groep twee dikke stiften en een pen. Ook tape of punaises, en een stapel briefjes."
    yield "Een USB-stick met een kopie van deze map, voor als het netwerk uitvalt."


def _room(paper: Paper) -> Iterator[str]:
    yield "Eén tafel per groep, met stoelen eromheen. Zet de naam van de groep op de tafel."
    yield (
        "Leg op elke tafel de werkbladen van die groep, stickers en stiften. Boven elk vel staat "
        "van welke groep het is."
    )
    where = "Hang" if paper == "a3" else "Leg of hang"
    yield f"{where} het blad met het lege assenstelsel waar iedereen van de groep erbij kan."
    yield "Zet de laptop zo dat de hele groep het scherm ziet. Eén persoon typt."
    yield "Zet de beamer waar alle groepen hem zien. Daarop staan het deel en de tijd, en nog geen uitkomst."
    yield (
        "Open op elke laptop alvast het gesprek van de groep. Probeer één keer of de beamer ziet dat er iets is "
        "bewaard."
    )


def _sharing(plan: WorkshopPlan) -> Iterator[Block]:
    first = next(iter(plan.groups), "groep-1")
    yield Paragraph(Line("Elke groep heeft een eigen bestand. Alleen die groep opent het. Kies één van deze vier:"))
    ways = (
        (
            "Gedeelde map",
            "Zet deze map op een schijf van het netwerk. Open op elke laptop dezelfde map.",
        ),
        (
            "OneDrive",
            "Deel deze map. Kies op elke laptop: altijd behouden op dit apparaat. Wacht tot alles is bijgewerkt. "
            "De beamer ziet iets nieuws soms pas na een minuut.",
        ),
        (
            "USB-stick",
            f"Kopieer de map naar elke laptop. Haal na afloop van elke laptop alleen het bestand van die groep, zoals "
            f"{first}.yaml. Zet het in de map op uw eigen laptop.",
        ),
        (
            "Eén laptop",
            "De groepen gaan om de beurt. Start voor elke groep haar eigen gesprek. "
            "Wie wacht, vult vast de werkbladen in. Of alle groepen werken op papier.",
        ),
    )
    yield Labelled(tuple((name, Line(text)) for name, text in ways))


def _commands(plan: WorkshopPlan, *, own_menus: bool) -> Iterator[Block]:
    yield Paragraph(Line(OPEN_FOLDER))
    if own_menus:
        yield Paragraph(Line(OWN_MENUS), "let-op")
    rows = [("Beamer", "poolwijzer workshop run .")]
    rows += [
        (excerpt(group.name, LONGEST), command_of(plan, name))
        for name, group in plan.groups.items()
        if not group.on_paper
    ]
    yield Table("Wat elke laptop typt", ("Laptop van", "Typ"), tuple(rows))
    yield Paragraph(
        Line(
            "De laptop van een groep vraagt verder alles zelf. Elk antwoord is meteen bewaard. "
            "Leest iemand met een schermlezer? Zet er dan --plain achter."
        )
    )


def _on_paper(plan: WorkshopPlan, paper: Paper) -> Iterator[str]:
    yield f"De groep gebruikt haar werkbladen ({paper.upper()})."
    yield "Daarop staan de stellingen, de menukaart en de vragen aan het eind."
    yield "Ieder plakt een sticker op het assenstelsel. Daarna zet de groep samen één kruis."
    yield "Bij elke stelling zet de groep samen één kruisje. Daarna kruist zij aan wat zij kiest en overweegt."
    yield f"Haal de bladen op voor de plenaire afsluiting. Neem ze over. Typ bijvoorbeeld: {_take_over(plan)}"
    yield "Dat duurt ongeveer een minuut per groep. Bewaar de bladen tot het verslag klaar is."
    yield "Gaat een groep alsnog op papier werken? Zet dan in workshop.yaml bij die groep: on_paper: true"


def _take_over(plan: WorkshopPlan) -> str:
    """What is typed to take over what a group wrote: one that works on paper, where there is one."""
    group = next((name for name, one in plan.groups.items() if one.on_paper), next(iter(plan.groups), "groep-1"))
    return f"poolwijzer workshop enter . {group}"


def _mishaps(plan: WorkshopPlan) -> Labelled:
    rows = (
        (
            "Een laptop valt uit",
            "Alles tot en met het laatste antwoord staat in het bestand van de groep. Typ op een andere laptop, in "
            "dezelfde map, hetzelfde. Het gesprek gaat verder waar het was. Deelt u de map niet? Ga dan verder op de "
            "werkbladen.",
        ),
        (
            "Er is geen laptop over",
            f"Ga verder op de werkbladen. Neem ze later over. Typ bijvoorbeeld: {_take_over(plan)}",
        ),
        (
            "Het netwerk valt uit",
            "Ga gewoon door. Elke laptop bewaart zijn eigen bestand. Haal het na afloop op met een USB-stick.",
        ),
        (
            "Er staat een tweede bestand",
            "Het heet bijvoorbeeld groep-1 (1).yaml of groep-1-LAPTOP.yaml. Gooi niets weg. Poolwijzer leest het niet "
            "mee, en zegt op de beamer of er iets anders in staat.",
        ),
        (
            "Er komt een initiatief bij",
            "Druk bij de inleiding op i, op de laptop van de beamer. Er komen dan een bestand en werkbladen bij. De "
            "andere groepen merken daar niets van.",
        ),
        ("Een groep stopt eerder", "Dat geeft niet. Wat er is, telt mee."),
    )
    return Labelled(tuple((title, Line(text)) for title, text in rows))


def _afterwards() -> Iterator[Block]:
    rows = (
        ("Voor de plenaire afsluiting", "poolwijzer workshop plenary . -o plenaire.html"),
        ("Het verslag, en de mail erbij", "poolwijzer workshop report ."),
        ("Bewaren om van te leren, zonder namen", "poolwijzer workshop archive . -o ../archief"),
    )
    yield Table("Na het werk in groepen", ("Waarvoor", "Typ"), rows)
    yield _bullets(
        (
            "Maak de dia's als alle groepen klaar zijn. Controleer eerst of ook de groepen op papier zijn overgenomen.",
            "Bekijk de dia's zelf, voor de zaal ze ziet. De bladzijde werkt zonder netwerk. De pijltjes bladeren.",
            "Stuur het verslag dezelfde week aan wie erbij was.",
            "Wis deze map als het verslag is verstuurd en het archief is gemaakt. Er staan namen in.",
        )
    )
