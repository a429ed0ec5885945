"""Tables as survey tools and people export them: what stands round the answers is told, and never taken for one."""

from __future__ import annotations

import re

import pytest

from poolwijzer.content.content import Content
from poolwijzer.tables.document import parse_row
from poolwijzer.tables.unknown_headers import HeaderHints
from poolwijzer.tables.vocabulary import Vocabulary
from tests.tables.test_reading import items_of, only, remarks, told

STATEMENTS = (
    "Ons college heeft opdracht gegeven om hierin samen te werken.",
    "Onze gemeente krijgt dit werk niet alleen rond.",
)
GOOD = {"m1": 4, "m2": 5}


def answers_of(table: str, content: Content) -> list[dict[str, int | None]]:
    """What each respondent answered."""
    read = only(table, content, "respondents")
    return [{name: answer.known for name, answer in one.answers.items()} for one in read.responses]


def test_the_three_header_rows_of_qualtrics_are_one_and_that_is_told(content: Content) -> None:
    ids = ",".join('"{""ImportId"":""QID1""}"' for _ in range(5))
    table = (
        "StartDate,ResponseId,gemeente,m1,m2\r\n"
        f"Start Date,Response ID,Voor welke gemeente werkt u?,{STATEMENTS[0]},Q2 - {STATEMENTS[1]}\r\n"
        f"{ids}\r\n2026-10-01 10:00:00,R_1,Assen,4,5\r\n"
    )
    assert answers_of(table, content) == [GOOD]
    assert remarks(table, content, "respondents")[-1] == (
        "tabel.csv: Hier staan nog eens de koppen. Deze rijen tellen niet mee: rij 2 en 3."
    )
    without_ids = table.replace(f"{ids}\r\n", "")
    assert answers_of(without_ids, content) == [GOOD]
    assert "tellen niet mee: rij 2." in remarks(without_ids, content, "respondents")[-1]


def test_a_cell_of_endless_brackets_ends_no_reading(content: Content) -> None:
    deep = '{""ImportId"":' + "[" * 100_000
    table = f'StartDate,ResponseId,gemeente,m1,m2\r\n2026-10-01 10:00:00,R_1,Assen,4,"{deep}"\r\n'
    assert answers_of(table, content) == [{"m1": 4}]


def test_the_two_header_rows_of_surveymonkey_are_read_together(content: Content) -> None:
    for gap in ("", ","):
        table = (
            f"Respondent ID,End Date,gemeente,Klopt dit?,{gap}\r\n"
            f",,Open-Ended Response,{STATEMENTS[0]},{STATEMENTS[1]}\r\n"
            "11440,10/20/2026 10:09:00 AM,Assen,4,5\r\n11441,10/21/2026 10:09:00 AM,Emmen,4,5\r\n"
        )
        assert answers_of(table, content) == [GOOD, GOOD]
        assert "tabel.csv:1: De koppen staan in de rijen 1 en 2." in remarks(table, content, "respondents")


def test_headers_above_one_another_are_read_together_where_one_row_leaves_room(content: Content) -> None:
    table = "Gemeente;Motivatie;;\n;m1;m2;m3\nAssen;4;5;n.v.t.\n"
    assert answers_of(table, content) == [GOOD]
    assert "tabel.csv:2: De koppen staan in de rijen 1 en 2." in remarks(table, content, "respondents")


def test_an_answer_that_is_a_word_of_ours_is_no_header(content: Content) -> None:
    table = "Gemeente;m1;Soort\nAssen;4;gemeente\n"
    assert answers_of(table, content) == [{"m1": 4}]


def test_headers_that_stand_between_the_answers_once_more_are_no_answers(content: Content) -> None:
    table = "gemeente;m1\nAssen;4\ngemeente;m1\nEmmen;5\n"
    assert answers_of(table, content) == [{"m1": 4}, {"m1": 5}]
    assert remarks(table, content, "respondents") == [
        "tabel.csv: Hier staan nog eens de koppen. Deze rijen tellen niet mee: rij 3."
    ]


@pytest.mark.parametrize(
    "columns",
    [
        "Last page|Laatste pagina|Seed|Start-taal|Date submitted|Datum ingestuurd|Verwijzende URL|ipaddr|startlanguage",
        "Begintijd|Tijd van voltooien|Tijd laatst gewijzigd|Taal|Naam|E-mail|Punten - Vraag 1|Feedback - Vraag 1",
        "Tijdstempel|Timestamp|Score|Gebruikersnaam|Email Address",
        "Respondent ID|Collector ID|Start Date|End Date|IP Address|First Name|Custom Data 1|collector_id|ip_address",
        "Status|Progress|Duration (in seconds)|Finished|RecordedDate|UserLanguage|Q_RecaptchaScore|RecipientEmail",
        "Startdatum|Einddatum|Responstype|Voortgang|Voltooid|Registratiedatum|Respons-ID|Gebruikerstaal",
        "Submit Date (UTC)|Start Date (UTC)|Network ID|Response Type|Tags|Ending",
        "start|end|_id|_uuid|_submission_time|_validation_status|_submitted_by|__version__|_index|deviceid",
        "formhub/uuid|meta/instanceID|KEY|SubmitterName|username|phonenumber",
    ],
)
def test_the_columns_of_every_tool_are_left_out_with_one_remark(columns: str, content: Content) -> None:
    headers = columns.split("|")
    table = f"{';'.join(headers)};gemeente;m1;m2\n{'iets;' * len(headers)}Assen;4;5\n"
    assert answers_of(table, content) == [GOOD]
    told = remarks(table, content, "respondents")
    assert len([remark for remark in told if "Deze kolommen laat Poolwijzer weg: " in remark]) == 1
    # One of them may be read as the moment.
    assert all(f"'{header}'" in " ".join(told) for header in headers)


@pytest.mark.parametrize(
    "wrapped", ["stel[{}]", "Q1_{}", "stellingen/{}", "groep/stellingen/{}", "G1Q2[{}]", "STEL_{}"]
)
def test_an_id_that_a_tool_wrapped_is_that_statement(wrapped: str, content: Content) -> None:
    table = f"gemeente;{wrapped.format('m1')};{wrapped.format('m2')}\nAssen;4;5\n"
    assert answers_of(table, content) == [GOOD]


@pytest.mark.parametrize(
    "comment", ["stel[m1][comment]", "stel[m1comment]", "m1[comment]", "stel_m1_comment", "m1comment"]
)
def test_the_comment_at_a_wrapped_id_is_its_note(comment: str, content: Content) -> None:
    read = only(f"gemeente;m1;{comment}\nAssen;4;zo is het\n", content, "respondents")
    assert read.responses[0].answers["m1"].note == "zo is het"


def test_one_statement_under_two_wrapped_ids_is_told_and_not_chosen(content: Content) -> None:
    (problem,) = told("gemeente;stel[m1];vraag[m1]\nAssen;4;5\n", content, "respondents")
    assert "zegt hetzelfde als kolom B ('stel[m1]')" in problem


def test_a_question_that_nobody_knows_is_named_and_left_out(content: Content) -> None:
    fte = "Hoeveel fte werkt er nu aan de warmtetransitie?"
    table = f'gemeente;{fte};Heeft u nog tips?;m1;m2\nAssen;"2,5";Nee;4;5\n'
    assert answers_of(table, content) == [GOOD]
    assert remarks(table, content, "respondents") == [
        f"tabel.csv:1:1: Deze kolommen kent Poolwijzer niet. Zij tellen niet mee: '{fte}' en 'Heeft u nog tips?'."
    ]


@pytest.mark.parametrize(
    "header",
    [
        "answers.m77",
        "initiative.nmae",
        "choices.vormen.options",
        "Q1.m1",
        "Stelling m1",
        "m1 (score)",
        "Ons college heeft opdracht gegeven om samen te werken",
        "Klopt dit? Ons college heeft opdracht gegeven om hierin samen te werken.",
        "Heeft ons college opdracht gegeven om hierin samen te werken?",
        "Onze gemeente wil eigen geld inzetten voor deze pool",
        "stel[m1_SQ001]",
    ],
)
def test_what_may_be_a_statement_or_a_path_with_a_mistake_is_never_left_out(header: str, content: Content) -> None:
    (problem,) = told(f"gemeente;{header};m2\nAssen;4;5\n", content, "respondents")
    assert problem.startswith("tabel.csv:1:2: De kolom ")
    assert "Bedoelde u" in problem or "Gebruik een pad" in problem


def test_where_no_column_holds_answers_none_is_left_out(content: Content) -> None:
    problems = told("Kleur;Smaak\nrood;zoet\n", content)
    assert len(problems) == 2
    assert all("is niet bekend. Gebruik een pad zoals answers.m1" in problem for problem in problems)


def test_what_was_left_out_is_named_beside_what_a_table_lacks(content: Content) -> None:
    first, second = told("Met welke gemeente werkt u samen?;m1\nAssen;4\n", content, "respondents")
    assert "Namens wie antwoordt een respondent?" in first
    assert second.endswith("Zij tellen niet mee: 'Met welke gemeente werkt u samen?'.")


def test_an_extra_question_that_looks_like_a_word_of_ours_does_not_stop_the_table(content: Content) -> None:
    table = "gemeente;quesions;m1;m2\nAssen;iets;4;5\n"
    assert answers_of(table, content) == [GOOD]
    assert remarks(table, content, "respondents") == [
        "tabel.csv:1:2: De kolom 'quesions' kent Poolwijzer niet. Zij telt niet mee. Bedoelde u questions?"
    ]


def test_a_header_that_seems_a_statement_is_refused_and_says_that_a_map_can_tell(content: Content) -> None:
    header = "Heeft ons college opdracht gegeven om hierin samen te werken?"
    (problem,) = told(f"gemeente;{header};m2\nAssen;4;5\n", content, "respondents")
    assert problem.endswith("Of maak een koppeling: poolwijzer tables map TABEL -o koppeling.yaml.")


@pytest.mark.parametrize(
    ("header", "cell", "field", "value"),
    [
        ("Wat is uw functie?", "wethouder", "role", "bestuurlijk"),
        ("Functie", "Beleidsmedewerker energie", "role", "ambtelijk"),
        ("Rol:", "gemeentesecretaris", "role", "secretaris"),
        ("Wat is uw rol?", "burgemeester", "role", "bestuurlijk"),
        ("Ik antwoord:", "namens mijn gemeente", "basis", "namens-organisatie"),
        ("Onze gemeente mag met naam in het verslag:", "ja", "named", True),
    ],
)
def test_a_question_with_one_clear_meaning_is_taken_and_that_is_told(
    header: str, cell: str, field: str, value: object, content: Content
) -> None:
    table = f"Voor welke gemeente werkt u?;{header};m1\nAssen;{cell};4\n"
    (response,) = only(table, content, "respondents").responses
    assert getattr(response, field) == value and response.organisation.name == "Assen"
    said = remarks(table, content, "respondents")
    assert "De kolom 'Voor welke gemeente werkt u?' telt als de gemeente van de respondent." in said[0]
    assert f"De kolom '{header}' telt als " in said[1] or header == "Functie"


def test_of_two_columns_that_could_be_the_municipality_ours_counts(content: Content) -> None:
    table = "Voor welke gemeente werkt u?;Gemeente;m1\nEmmen;Assen;4\n"
    (response,) = only(table, content, "respondents").responses
    assert response.organisation.name == "Assen"
    assert "Zij tellen niet mee: 'Voor welke gemeente werkt u?'." in remarks(table, content, "respondents")[0]


def test_a_function_that_is_no_role_is_told_once_and_the_row_counts(content: Content) -> None:
    table = "gemeente;Functie;m1;m2\nAssen;projectleider;4;5\nEmmen;projectleider;4;5\nMeppel;wethouder;4;5\n"
    assert answers_of(table, content) == [GOOD] * 3
    said = [one for one in remarks(table, content, "respondents") if "rollen" in one]
    assert said == [
        "tabel.csv:2:2: In kolom B ('Functie') staan functies die geen van de drie rollen zijn: "
        "'projectleider' (2 keer). Deze antwoorden tellen mee zonder rol. "
        "Zet in een koppeling bij roles wat zij zijn: poolwijzer tables map."
    ]


def test_one_odd_answer_is_left_open_and_the_rest_of_the_row_counts(content: Content) -> None:
    (item,) = items_of("gemeente;m1;m2\nAssen;4;5\nEmmen;55;5\n", content, "respondents")
    reading = parse_row(item, content)
    assert [sorted(one.answers) for one in reading.assessment.responses] == [["m1", "m2"], ["m2"]]
    assert reading.rejected == ()
    assert [str(problem) for problem in reading.left_out] == [
        "tabel.csv:3:2: Kolom B ('m1'): het antwoord '55' kan niet. Het telt niet mee. De rest van de rij wel. "
        "Geef een heel getal van 1 tot en met 5. Of weet-niet."
    ]


def test_a_scale_of_words_that_nobody_knows_is_refused_and_never_guessed(content: Content) -> None:
    rows = "".join(f"Assen;{word};4\n" for word in ("zeker wel", "zeker niet", "zeker wel"))
    (problem,) = told(f"gemeente;m1;m2\n{rows}", content, "respondents")
    assert "3 antwoorden kent Poolwijzer niet: 'zeker wel' en 'zeker niet'. Leg in een koppeling vast" in problem


@pytest.mark.parametrize("points", [(7, 3, 8), (0, 10, 5), (6, 7, 1)])
def test_a_scale_from_0_to_10_is_refused_and_never_worked_out(points: tuple[int, ...], content: Content) -> None:
    rows = "".join(f"Assen;{point};4\n" for point in points)
    (problem,) = told(f"gemeente;m1;m2\n{rows}", content, "respondents")
    assert "Poolwijzer kent 1 tot en met 5, en rekent een andere schaal niet om." in problem


def test_a_scale_from_0_to_4_shows_over_all_columns(content: Content) -> None:
    table = "gemeente;m1;m2\nAssen;0;4\nEmmen;3;0\nMeppel;0;1\n"
    problems = told(table, content, "respondents")
    assert len(problems) == 2 and all("rekent een andere schaal niet om" in problem for problem in problems)


@pytest.mark.parametrize(
    "header",
    [
        f"In hoeverre klopt dit? - {STATEMENTS[0]}",
        f"<p>Stelling:</p> [{STATEMENTS[0]}]",
        f"<b>{STATEMENTS[0]}</b>",
        STATEMENTS[0].replace(" ", "&nbsp;"),
    ],
)
def test_a_statement_behind_a_question_or_between_marks_of_a_page_is_known(header: str, content: Content) -> None:
    assert answers_of(f'gemeente;"{header}";m2\nAssen;4;5\n', content) == [GOOD]


@pytest.mark.parametrize(
    ("marks", "good", "rows"),
    [
        ("Status,Finished", "0,1", ("Survey Preview,1", "0,0", "2,1")),
        ("Status,Progress,DistributionChannel,Finished", "0,100,anonymous,1", ("0,100,preview,1",)),
        ("submitdate,lastpage", "2026-01-01,3", (",2",)),
        ("_validation_status,_uuid", ",x", ("Not Approved,x",)),
        ("Response Type,Network ID", "completed,x", ("partial,x",)),
    ],
)
def test_rows_that_nobody_sent_in_do_not_count_and_that_is_told(
    marks: str, good: str, rows: tuple[str, ...], content: Content
) -> None:
    extra = "ResponseId," if "Finished" in marks else ""
    lead = "R_1," if extra else ""
    table = f"{extra}{marks},gemeente,m1,m2\n" + "".join(f"{lead}{row},Assen,1,1\n" for row in rows)
    table += f"{lead}{good},Assen,4,5\n"
    assert answers_of(table, content) == [GOOD]
    assert any("niet mee: rij 2" in one for one in remarks(table, content, "respondents"))


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_titles_above_the_headers_are_passed_over_and_that_is_told(sign: str, content: Content) -> None:
    for title in ("Uitvoer enquête;;;", "Uitvoer enquête", "Uitvoer: najaar;Gemeente"):
        table = f"{title}\n\nDatum;1-10-2026\n\ninitiative.name;m1;m2\nNoord;4;5\n".replace(";", sign)
        read = only(table, content)
        assert {name: answer.known for name, answer in read.answers.items()} == GOOD
        assert remarks(table, content) == ["tabel.csv:5: De koppen staan in rij 5. Wat erboven staat, telt niet mee."]


def test_a_first_row_that_is_understood_stays_the_header_whatever_stands_below(content: Content) -> None:
    table = "organisation.kind;organisation.name;m1\ngemeente;Assen;4\nGemeente;Emmen;5\n"
    assert answers_of(table, content) == [{"m1": 4}, {"m1": 5}]


@pytest.mark.parametrize("said", ['"sep=;"', "sep=;", "SEP=;", '"sep=;";;;', "\ufeffsep=;"])
def test_the_line_that_says_what_divides_is_no_row_also_between_quotes(said: str, content: Content) -> None:
    assert only(f"{said}\ninitiative.name;m1\nNoord;4\n", content).answers["m1"].known == 4


@pytest.mark.parametrize(
    "table",
    [
        '"initiative.name;initiative.municipalities;m1"\n"Regio Noord;Assen;4"\n',
        "initiative.name|initiative.municipalities|m1\nRegio Noord|Assen|4\n",
        '"initiative.name,m1"\n"Regio Noord,4"\n',
        '"initiative.name;m1"\nRegio Noord;4\n',
        "sep=|\ninitiative.name|m1\nRegio Noord|4\n",
        'Uitvoer\n"initiative.name;m1;m2"\n"Regio Noord;4;5"\n',
    ],
)
def test_a_table_with_all_in_one_column_says_so_and_what_was_tried(table: str, content: Content) -> None:
    (problem,) = told(table, content)
    assert re.sub(r":[0-9]:", ":1:", problem).startswith(
        "tabel.csv:1: Alles staat in één kolom. "
        "Poolwijzer zocht een puntkomma, een komma of een tab tussen de kolommen."
    )


def test_remarks_of_the_end_of_a_table_come_with_its_last_initiative(content: Content) -> None:
    items = items_of("initiative.name;m1\nNoord;4\ninitiative.name;m1\nZuid;5\n", content)
    assert [len(item.remarks) for item in items] == [0, 1]
    assert [parse_row(item, content).assessment.initiative.name for item in items] == ["Noord", "Zuid"]


def test_a_row_that_stands_in_one_cell_is_told_and_no_name(content: Content) -> None:
    for problems in (
        told('initiative.name;m1;estimate.motivatie\nNoord;4;3\n"Zuid;4;3,5"\n', content),
        told('gemeente;m1;m2\nAssen;4;3\n"Emmen;4;5"\n', content, "respondents"),
    ):
        expected = "tabel.csv:3:1: Deze hele rij staat in één cel, met een puntkomma tussen de delen. "
        assert f"{expected}Haal de aanhalingstekens om de rij weg." in problems


def test_a_suggested_statement_holds_no_braces(content: Content) -> None:
    hint = HeaderHints(Vocabulary(content, "respondents")).hint("Regiobureau heeft dit thema in werkprogramma")
    assert hint == "Bedoelde u 'de provincie of regio heeft dit thema in het werkprogramma staan.'?"
