"""The words of survey tools: columns that they add themselves, and what they write for an answer.

Google Forms, Microsoft Forms, LimeSurvey, SurveyMonkey, Qualtrics, Typeform and KoboToolbox, in Dutch and in English.
These are no words of the menus, so they stand here and not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from poolwijzer.tables.words import fold_words


def as_words(lines: str) -> frozenset[str]:
    """The folded words of texts with bars between them."""
    return frozenset(fold_words(line) for line in lines.split("|"))


_MOMENTS = (
    as_words(
        "Voltooiingstijd|Tijd van voltooien|Tijd van voltooiing|Eindtijd|Completion time|End time|Tijdstempel|Timestamp"
        "|Datum/tijd|Date/time|Datum ingediend|Datum ingestuurd|Datum verzonden|Date submitted|submitdate|submit date"
        "|Submit Date (UTC)|Submitted At|Submitted on|Submission date|Submission time|Ingediend op|Ingestuurd op"
        "|Verzonden op|Einddatum|End date|EndDate|_submission_time|SubmissionDate"
    ),
    as_words(
        "Registratiedatum|Opgenomen datum|Recorded Date|RecordedDate|Datum laatste actie|Date last action|datestamp"
        "|Date Modified|Datum gewijzigd|Tijd laatst gewijzigd|Tijdstip van laatste wijziging|Last modified time|end"
    ),
    as_words(
        "Begintijd|Starttijd|Start time|Datum gestart|Date started|Startdatum|Begindatum|Start date|startdate"
        "|Start Date (UTC)|Date Created|Created At|Aangemaakt op|start|today"
    ),
)
"""Columns with a moment: of sending in, of the last that was done or kept, and of beginning."""

_OWN = as_words(
    # Microsoft Forms and Google Forms
    "Taal|Language|Points|Punten|Feedback|Totaal aantal punten|Total points|Totaalscore|Score|Quiz feedback"
    "|Feedback voor toets|Tijdstip waarop cijfer is gepubliceerd|Grade posted time"
    # LimeSurvey
    "|Laatste pagina|lastpage|Last page|Starttaal|Start-taal|Start language|startlanguage|seed|refurl"
    "|URL van verwijzing|Verwijzende URL|Referrer URL|Toegangscode|Access code|token|interviewtime|Totale tijd"
    "|Total time|Antwoord-ID|Antwoordnummer|Response ID|ResponseId"
    # SurveyMonkey
    "|Respondent ID|RespondentId|Collector ID|CollectorId|Verzamelprogramma-ID|Custom Data|Custom Data 1"
    "|Aangepaste gegevens|Aangepaste gegevens 1"
    # Qualtrics
    "|Status|Response Type|Responstype|Type antwoord|Status van antwoord|Progress|Voortgang|Finished|Voltooid"
    "|Duration (in seconds)|Duur (in seconden)|Duration|Duur|Tijdsduur|Invultijd|Respons-ID|External Reference"
    "|ExternalReference|External Data Reference|ExternalDataReference|Externe gegevensreferentie|Externe referentie"
    "|RecipientEmail|Seed|Stage Date (UTC)"
    "|Location Latitude|LocationLatitude|Location Longitude|LocationLongitude|Breedtegraad|Lengtegraad"
    "|Breedtegraad van locatie|Lengtegraad van locatie|Distribution Channel|DistributionChannel|Distributiekanaal"
    "|User Language|UserLanguage|Gebruikerstaal|Q_RecaptchaScore|Q_RelevantIDDuplicate|Q_RelevantIDDuplicateScore"
    "|Q_RelevantIDFraudScore|Q_RelevantIDLastStartDate|Q_BallotBoxStuffing|Q_DuplicateRespondent|Q_TotalDuration"
    "|Q_URL|Q_Language|Q_TerminateFlag"
    # Typeform
    "|Network ID|Netwerk-ID|Stage Date (UTC)|Tags|Ending|Winning Outcome"
    # Mentimeter
    "|Date (UTC)|Session|Voter|Presentation"
    # KoboToolbox and ODK
    "|_id|_uuid|_index|_parent_index|_parent_table_name|__version__|_version_|_notes|_tags|_status"
    "|_validation_status|_validation_status.label|_submitted_by|_xform_id_string|_attachments|_geolocation"
    "|formhub/uuid|meta/instanceID|meta/instanceName|meta/rootUuid|meta/deprecatedID|meta/audit|instanceID|uuid|KEY"
    "|SubmitterID|SubmitterName|AttachmentsPresent|AttachmentsExpected|ReviewState|DeviceID|Edits|FormVersion|audit"
    "|simserial|subscriberid|phonenumber"
    # any
    "|Browser|User agent|Apparaat|Device"
)
_NUMBERS = as_words(
    "Antwoord-ID|Antwoordnummer|Response ID|ResponseId|Respons-ID|Respondent ID|RespondentId|_uuid|meta/instanceID"
    "|instanceID|KEY"
)
"""Columns with what a tool calls each answer: it stays the same in every later export."""
_ADDRESS = re.compile(r"(?:.* )?(?:e ?mail(?:s|adres|adressen| ?address)?|ip ?(?:addr|adres|address))(?: .*)?|ipaddr")
_MAIL = re.compile(r"(?:.* )?e ?mail(?:s|adres|adressen| ?address)?(?: .*)?")
_TIMER = re.compile(r"(?:groepstijd|group ?time|vraagtijd|question ?time)\b.*")
_MARK = re.compile(r"(?:points|punten|feedback) .+")
"""What Microsoft Forms gives for an answer in a quiz, with the question behind it."""
_PERSON = as_words(
    "Naam|Name|Uw naam|Your name|Voornaam|First name|FirstName|Achternaam|Last name|LastName|Volledige naam|Full name"
    "|RecipientFirstName|RecipientLastName|Gebruikersnaam|Username|User name|Respondent|Naam respondent"
    "|Naam van de respondent|Ingevuld door|Contactpersoon|Telefoon|Telefoonnummer|Phone|Phone number"
)
NOTE = as_words("Toelichting|Opmerking|Opmerkingen|Commentaar|Comment|Comments|Other comment")
"""Beside a statement: what somebody wrote at it."""
_NOTE = r"(?:toelichting|opmerking(?:en)?|commentaar|comments?)"
_NOTE_BEFORE = re.compile(
    rf"\s*{_NOTE}(?:\s+(?:bij|op|on|to))?\s*(?:[-–—:|]\s*|\s)(?P<asked>\S.*)", re.IGNORECASE | re.DOTALL
)
_NOTE_BEHIND = re.compile(rf"(?P<asked>.*\S)\s*[-–—:|/(]\s*{_NOTE}\s*\)?\s*", re.IGNORECASE | re.DOTALL)
_NO_NAME = as_words(
    "welk|welke|wat|waarom|hoe|hoeveel|wie|u|uw|je|jouw|which|what|why|how|who|you|your"
    "|toelichting|opmerking|opmerkingen|commentaar|comment|comments"
    "|gemiddeld|gemiddelde|gem|som|aantal|max|min|maximum|minimum|mediaan|median|average|mean|sum|count"
    "|stdev|standaarddeviatie|variantie"
)
"""Words that stand before a statement in a question about it, at a note, or where a pivot table added it up."""

SKIPPED = as_words("N/A|n.v.t.|nvt|niet van toepassing|geen antwoord|No answer|niet beantwoord")
"""A question that was not shown or not answered: as if the cell were empty."""
UNKNOWN = as_words("weet niet|wn|weet ik niet|weet het niet|weet ik (nog) niet|geen idee|don't know")
"""Asked, and not known; *wn* is the code that our own survey for LimeSurvey gives it."""
AGREEMENT = {
    fold_words(words): str(point)
    for point, line in enumerate(
        (
            "helemaal mee oneens|helemaal oneens|zeer mee oneens|zeer oneens|helemaal niet mee eens|strongly disagree",
            "mee oneens|oneens|niet mee eens|disagree",
            "neutraal|noch mee eens, noch mee oneens|niet mee eens, niet mee oneens|niet eens, niet oneens|neutral"
            "|neither agree nor disagree",
            "mee eens|eens|agree",
            "helemaal mee eens|helemaal eens|zeer mee eens|zeer eens|strongly agree",
        ),
        start=1,
    )
    for words in line.split("|")
}
"""The usual scale of agreement, from 1 to 5; it stands for the answers of a scale of those points."""
IN_DUTCH = {
    "naam": "initiative.name",
    "initiatief": "initiative.name",
    "naam initiatief": "initiative.name",
    "naam van het initiatief": "initiative.name",
    "gemeente": "initiative.municipalities",
    "gemeenten": "initiative.municipalities",
    "regio": "initiative.region",
    "datum": "initiative.date",
    "organisatie": "organisation.name",
    "functie": "role",
    "rol": "role",
}
"""What a Dutch header was likely meant to be; a suggestion, and never a guess that is made silently."""
OF_RESPONDENT_IN_DUTCH = {"datum": "date", "gemeenten": "gemeente", "lijst": "questions"}
"""The same where each row is a person."""
_LONGEST_ASKED = 200
"""In characters: a longer header is no short question about who somebody is."""
_ASKED_OF_RESPONDENTS = tuple(
    (re.compile(pattern), path)
    for pattern, path in (
        (
            r"(?:wat is )?(?:(?:uw|je|jouw) )?(?:functie|rol)(?: of (?:rol|functie))?"
            r"|(?:in|vanuit) welke (?:functie|rol) (?:werkt|werk|antwoordt|vult|reageert|bent) .+"
            r"|welke (?:functie|rol) (?:heeft|hebt|heb|vervult|vervul) (?:u|je)(?: .+)?",
            "role",
        ),
        (
            r"(?:(?:de )?naam van )?(?:(?:uw|je|jouw|de) )?(?:gemeente|organisatie)(?: waar u werkt)?"
            r"|(?:voor|bij|namens|vanuit|uit) welke (?:gemeente|organisatie)"
            r"(?: (?:werkt|werk|antwoordt|antwoord|vult|vul|reageert|spreekt|doet|bent|komt) .+)?"
            r"|welke (?:gemeente|organisatie) vertegenwoordigt (?:u|je)"
            r"|gemeente ?(?:naam|code)|(?:cbs|gm) ?code"
            r"|(?:(?:your|name of (?:your|the)) )?municipality(?: name| code)?|gemeinde"
            r"|(?:which|what) municipality (?:do you|are you|is this) .+|for which municipality .+",
            "gemeente",
        ),
        (r"ik antwoord", "basis"),
        (r"(?:onze|mijn|uw) (?:gemeente|organisatie) mag met naam in het verslag", "named"),
        (r"datum(?: van (?:het )?(?:invullen|antwoord|antwoorden))?", "date"),
    )
)
"""Questions with one clear meaning where each row is a person, and what of a respondent they ask for."""
_AN_OFFICIAL = r"(?:junior |senior |strategisch )?(?:beleids)(?:medewerker|medewerkster|adviseur|ambtenaar)(?: .+)?"
_IN_SERVICE = r".*\b(?:assistent|secretaris|secretaresse|adviseur|medewerker|woordvoerder|ondersteuner)\b.*"
# Five letters are what an answer in our own survey for LimeSurvey has for a code: `ambte`, `secre`, `bestu`.
_ROLES = tuple(
    (re.compile(pattern), role)
    for pattern, role in (
        (rf"ambte|ambtelijk(?: .+)?|ambtena(?:ar|ren)|{_AN_OFFICIAL}", "ambtelijk"),
        (r"secre|(?:loco )?(?:gemeente)?secretaris(?: (?:en )?(?:algemeen )?directeur)?", "secretaris"),
        (
            rf"bestu|(?!{_IN_SERVICE})(?:loco )?"
            r"(?:burgemeester|wethouder|bestuurder|portefeuillehouder|collegelid)(?: .+)?",
            "bestuurlijk",
        ),
    )
)
"""Functions that are clearly one of the three roles."""
_OWN_VIEW, _ON_BEHALF = "eigen-beeld", "namens-organisatie"
_BASES = {
    **dict.fromkeys(as_words("mijn eigen beeld|eigen beeld|eigen|op persoonlijke titel|persoonlijke titel"), _OWN_VIEW),
    **dict.fromkeys(
        as_words(
            "namens mijn gemeente|namens de gemeente|namens onze gemeente|namens mijn organisatie"
            "|namens de organisatie|namens onze organisatie|namen"
        ),
        _ON_BEHALF,
    ),
}
YES = as_words("ja|yes|true|waar|1|x|y|j|gekozen|selected|checked|aangevinkt")
NO = as_words("nee|no|false|onwaar|0|n|niet gekozen|not selected|unchecked|niet aangevinkt")

KEPT_BY_QUALTRICS = as_words(
    "ResponseId|Response ID|Respons-ID|RecordedDate|Recorded Date|Registratiedatum|Finished|Voltooid|Progress|Voortgang"
    "|DistributionChannel|Distribution Channel|Distributiekanaal"
)
MUNICIPALITY = "gemeente"
"""A header that says what kind of organisation a respondent speaks for, and its name."""
_CODE_AND_TEXT = re.compile(r"[A-Za-z]\w*(?:\[[^\[\]]*\])?\.\s+(\S.*)", re.DOTALL)
_QUESTION_CODE = re.compile(r"[A-Za-z]+[0-9]+[A-Za-z0-9]*(?:\[[^\[\]]*\]|_[A-Za-z0-9]+)?\s*[.:]\s+(?=\S)")
_BETWEEN = ("::", " - ", " – ", " — ", " | ", "/")


def parts_of_header(header: str) -> Iterator[str]:
    """What a header may be without what a tool puts before it: a code, the question above a grid, or a group.

    LimeSurvey writes `G1Q2. Vraag`, Qualtrics `Vraag - Stelling`, Mentimeter `Vraag:: Stelling` and `Stelling: Answer`,
    and KoboToolbox `Groep/Vraag`.
    """
    if code := _QUESTION_CODE.match(header):
        yield header[code.end() :]
    for sign in _BETWEEN:
        if sign in header:
            yield header.rpartition(sign)[2].strip()
    stem, _, answer = header.rpartition(":")
    if answer.strip().lower() in ("answer", "antwoord"):
        yield stem.strip()


def is_mark(header: str) -> bool:
    """Whether a column holds what an answer was worth in a quiz: behind that the question itself is named."""
    return _MARK.fullmatch(fold_words(header)) is not None


def asked_by_note(header: str) -> str:
    """What a column with notes says that these are at, in front or behind; empty if it holds no notes."""
    found = _NOTE_BEFORE.fullmatch(header) or _NOTE_BEHIND.fullmatch(header)
    return found["asked"] if found else ""


def may_be_name(words: str) -> bool:
    """Whether folded words can be what an organisation is called, and are not the beginning of another question."""
    return _NO_NAME.isdisjoint(words.split())


def moment_rank(header: str) -> int | None:
    """How much a tool's own column says of the moment of answering: 0 says most; None if it holds no moment."""
    words = fold_words(_without_code(header))
    return next((rank for rank, names in enumerate(_MOMENTS) if words in names), None)


def is_number_column(header: str) -> bool:
    """Whether a column holds what a survey tool calls each answer, in this export and in later ones."""
    # LimeSurvey can put its own word in front: `id. Response ID`.
    return header.strip() == "#" or fold_words(header.rpartition(". ")[2]) in _NUMBERS


def names_municipality(header: str) -> bool:
    """Whether a column holds the municipality of a respondent: *Gemeente*, also behind a code or in a group."""
    return fold_words(_without_code(header).rpartition("/")[2]) == MUNICIPALITY


def _without_code(header: str) -> str:
    """A header without the code that LimeSurvey can put before its text: `submitdate. Date submitted`."""
    found = _CODE_AND_TEXT.fullmatch(header.strip())
    return found[1] if found else header


def is_mail_column(header: str) -> bool:
    """Whether a column holds the e-mail addresses of respondents."""
    return _MAIL.fullmatch(fold_words(_without_code(header))) is not None


def is_survey_column(header: str, *, of_respondents: bool) -> bool:
    """Whether a column is the tool's own, or tells who a respondent is: no part of an initiative.

    Args:
        header: What stands above the column.
        of_respondents: Whether each row is a person; a *naam* is that person's then.
    """
    words = fold_words(_without_code(header))
    if (
        words in _OWN
        or moment_rank(header) is not None
        or _ADDRESS.fullmatch(words)
        or _TIMER.fullmatch(words)
        or is_mark(header)
    ):
        return True
    return words in _PERSON if of_respondents else words == "id"


def asked_of_respondent(header: str) -> str:
    """What of a respondent a header clearly asks for: `role`, `gemeente`, `basis`, `named` or `date`; else empty."""
    plain = _without_code(header[:_LONGEST_ASKED])
    for words in map(fold_words, (plain, *parts_of_header(plain))):
        for pattern, path in _ASKED_OF_RESPONDENTS:
            if pattern.fullmatch(words):
                return path
    return ""


def role_of(words: str) -> str | None:
    """The role that a function clearly is, from its folded words; None if it is not clear."""
    return next((role for pattern, role in _ROLES if pattern.fullmatch(words)), None)


def basis_of(words: str) -> str | None:
    """Whether somebody answers for an organisation, from folded words; None if these do not say."""
    return _BASES.get(words)


def truth_of(words: str) -> str | None:
    """Yes or no, as a file writes it, from folded words."""
    return "true" if words in YES else "false" if words in NO else None
