"""The letter to children's social care: complete, about one child, and true."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain.forms.extortion import AccountUsed, DemandsRecorded
from app.domain.forms.person import PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import Involved
from app.domain.kit.form import form_name, questions_of
from app.domain.kit.record import Audience
from app.domain.kit.words import check_words
from app.papers import (
    agency_words,
    body_sections,
    household,
    referral_events,
    referral_sections,
    social_care,
)
from app.papers.case_words import ASK_COLLEGE, NOT_APPLICABLE, NOT_RECORDED
from app.papers.kinds import offer_of
from app.typesetting.content import GATHERED, digest_of, empty_rows_joined
from app.typesetting.text import Quiet, visible
from tests.casefold import AVA, concern_case
from tests.domain.people_of_two import DEMANDS, PARENTS
from tests.domain.test_case import OPENED
from tests.papers.cases import BARE, PASSED_ON, PRACTICE, read_anew, read_case, with_answers
from tests.papers.paper import (
    ISSUED,
    answers_in,
    flat,
    issue,
    objects_in,
    plain,
    printed,
    read,
    stands_on,
    text_of,
    words_on,
)

LETTERS = "ABCDEFGHIJKLM"


def content(case, **changes):
    (subject, *_) = social_care.subjects(case)
    return social_care.content(case, subject, issue(**changes))


def letter(case, **changes):
    return printed(content(case, **changes))


@pytest.fixture(scope="module")
def case():
    return read_case(PASSED_ON, until="asked")


@pytest.fixture(scope="module")
def bare():
    return read_case(BARE)


def rows_of(case, letter_of_section):
    (found,) = (s for s in content(case).sections if s.letter == letter_of_section)
    return answers_in([found])


@pytest.mark.parametrize("path", [PASSED_ON, BARE], ids=["full", "bare"])
def test_every_section_and_every_answer_stands_in_the_finished_letter(path):
    case = read_case(path)
    said, pages = content(case), [plain(page) for page in text_of(letter(case).pdf)]
    assert "".join(section.letter for section in said.sections) == LETTERS
    for section in said.sections:
        assert stands_on(pages, plain(section.letter + section.heading))
        for label, answer in section.rows:
            assert stands_on(pages, plain(label))
            assert all(stands_on(pages, plain(visible(flat(words)))) for words in answer)


@pytest.mark.parametrize("path", [PASSED_ON, BARE], ids=["full", "bare"])
def test_no_label_is_without_an_answer(path):
    for section in content(read_case(path)).sections:
        assert section.rows
        for label, answer in section.rows:
            assert label.strip()
            assert any(flat(words).strip() for words in answer)


def test_the_first_inch_says_who_why_now_and_what_is_asked(case):
    shown = read(letter(case).pdf).pages[0].extract_text()
    order = (
        "Written confirmation of the telephone referral of",
        "Ava Stone",
        "born 3 May 2011, aged 15",
        "Why now.",
        "Immediate safety.",
        "Requested.",
        "This referral",
    )
    places = [shown.index(words) for words in order]
    assert places == sorted(places)


def test_without_a_call_that_reached_somebody_it_is_a_referral_and_confirms_nothing(bare):
    assert content(bare).title == "Referral to children’s social care"
    assert rows_of(bare, "A")["Telephone referral"] == "No call recorded."


def test_a_call_that_reached_nobody_is_not_confirmed():
    tried = with_answers("referral_call", reached="no", spoke_to=None, reference=None)
    case = read_case(PASSED_ON, change=tried, until="background")
    assert content(case).title == "Referral to children’s social care"
    assert rows_of(case, "A")["Telephone referral"].endswith("nobody was reached")


def test_what_is_not_known_is_said_and_what_does_not_apply_is_said_differently(case, bare):
    child = rows_of(case, "C")
    assert child["Ethnicity"] == ASK_COLLEGE
    assert child["Which help, and for whom"] == NOT_APPLICABLE
    harm = rows_of(bare, "H")
    assert "will be asked" not in str(harm)
    assert harm["Risk now, and if left"] == ASK_COLLEGE


@pytest.mark.parametrize(
    ("interpreter", "which"),
    [("no", NOT_APPLICABLE), ("yes", ASK_COLLEGE), ("not_known", ASK_COLLEGE)],
)
def test_what_nobody_knows_whether_it_applies_is_not_called_not_applicable(interpreter, which):
    change = with_answers("person_details", interpreter=interpreter, interpreter_what=None)
    child = rows_of(read_case(PASSED_ON, change=change, until="asked"), "C")
    assert child["Which help, and for whom"] == which


def test_a_section_is_not_forgotten_only_because_its_form_was_left_open():
    case = read_case(PRACTICE / "09-separated-parents.toml")
    told = rows_of(case, "E")["Parents and carers"]
    assert "Owen Pike: 1 Dec 2026, 12:28: Do not tell them for now. Telling him would" in told
    assert "Alma Pike: Told on 1 Dec 2026, 15:35: That Rowan sent a picture" in told
    assert "Don’t tell Dad" not in rows_of(case, "I")["In the child’s own words"]
    said = rows_of(case, "I")["In the child’s own words"]
    assert said.startswith("When asked, 2 Dec 2026, 09:15: “I want to sit next to")
    asked = "\nAsked by R. Okafor, Designated Safeguarding Lead, who talked with them for 15 min"
    assert f"{asked}. Also there: B. Tolley, with his symbol cards" in said
    assert rows_of(case, "G")["Devices held, and where"] == "None held by the college."
    assert rows_of(case, "L")["Done by the college so far"].startswith("Learner conversation, ")
    assert "01632 960 001" in rows_of(case, "L")["For a strategy discussion"]


def test_what_the_child_said_since_is_told_and_another_childs_talk_is_not():
    separated = read_case(PRACTICE / "09-separated-parents.toml")
    since = rows_of(separated, "F")["What became known since"]
    assert "Told by Rowan Pike, to R. Okafor" in since
    assert "Lexi" not in since
    assert "Told by Another learner" not in since


def test_an_unanswered_sign_is_never_printed_as_no(bare):
    signs = rows_of(bare, "A")["Signs that call for referral"]
    assert "An adult is involved" in signs
    assert "No:" not in signs
    assert signs.startswith("Not answered yet:")


def test_signs_are_sorted_by_their_answer(case):
    yes, no = rows_of(case, "A")["Signs that call for referral"].splitlines()
    assert yes.startswith("Yes: An adult is involved; pressure")
    assert no.startswith("No: Violent acts")


@pytest.mark.parametrize("name", ["Ben", "Marsh", "Cal", "Whitby"])
def test_other_learners_are_not_named_anywhere(case, name):
    pages = read(letter(case).pdf).pages
    shown = "\n".join(page.extract_text() for page in pages)
    assert not re.search(rf"\b{name}\b", shown, re.IGNORECASE)


def test_other_learners_are_told_apart_and_accounts_are_named(case):
    assert rows_of(case, "F")["Others, and their part"].splitlines()[:3] == [
        "Learner A, aged 15: received it, asked for it",
        "Learner B, age not recorded: received it, saw or heard of it",
        "skyline_77, unknown account: asked for it, may have caused harm",
    ]


def test_the_childs_own_parent_keeps_her_name(case):
    assert rows_of(case, "E")["Parents and carers"].startswith("Dee Stone: told. 19 Nov 2026")


def test_a_parent_who_was_not_told_is_said_so_with_the_reason():
    dee = next(
        iter(p for p in read_case(PASSED_ON).people.values() if p.person.name == "Dee Stone")
    )
    row = {"who": dee.person.id, "told": "no", "how": "The social worker advises against it"}
    case = read_case(PASSED_ON, change=with_answers("referral_background", parents=[row]))
    told = rows_of(case, "E")["Parents and carers"]
    assert told == "Dee Stone: not told. The social worker advises against it"


def test_a_parent_the_record_does_not_connect_with_the_child_is_not_named():
    details = with_answers("person_details", household=[])
    background = with_answers("referral_background", parents=[])
    note = with_answers("note", what="Dee Stone rang Cal. Ava was there.")
    case = read_case(PASSED_ON, change=lambda entry: details(background(note(entry))))
    since = rows_of(case, "F")["What became known since"]
    assert "A parent or carer rang Learner B. Ava was there." in since


@pytest.mark.parametrize(
    ("until", "sentence"),
    [
        ("background", "No viewing by staff has been recorded."),
        ("asked", "The Safeguarding Team has asked each named member of staff, and none"),
    ],
)
def test_the_letter_claims_no_more_about_viewing_than_the_record_bears_out(until, sentence):
    assert rows_of(read_case(PASSED_ON, until=until), "G")["Viewing by staff"].startswith(sentence)


def test_a_viewing_that_happened_is_never_denied():
    who = {"name": "M. Reyes", "role": "tutor"}
    seen = with_answers("viewing_asked", staff=[{"who": who, "seen": "yes", "how": "Shown it."}])
    case = read_case(PASSED_ON, change=seen, until="asked")
    assert rows_of(case, "G")["Viewing by staff"].startswith("A member of staff has seen")


def test_every_letter_says_that_no_imagery_is_held_or_attached(case):
    assert "No imagery is held in or attached to this record." in rows_of(case, "G").values()
    for page in read(letter(case).pdf).pages:
        shown = " ".join(page.extract_text().split()).lower()
        assert "no imagery is held in or attached to this record" in shown


def test_a_corrected_entry_is_printed_as_corrected():
    asked = rows_of(read_case(PASSED_ON), "A")["Telephone referral"]
    assert "J. Marlowe, duty social worker" in asked
    assert asked.count("MASH/26/11873") == 1


def test_a_note_that_agencies_may_not_read_stays_out():
    def keep(entry):
        kept = entry.form == "note"
        return msgspec.structs.replace(entry, audience="dsl") if kept else entry

    case = read_case(PASSED_ON, change=keep, until="asked")
    assert rows_of(case, "F")["What became known since"] == "No further account is recorded."
    assert "lessons this afternoon" not in str(content(case))


def test_details_of_another_learner_stay_out():
    ben = next(
        p.person for p in read_case(PASSED_ON).people.values() if p.person.name == "Ben Marsh"
    )
    other = with_answers("person_details", person=ben.id, name="Ben Marsh", address="9 Mill Lane")
    case = read_case(PASSED_ON, change=other, until="asked")
    assert rows_of(case, "C")["Home address"] == ASK_COLLEGE
    assert "Mill Lane" not in str(content(case))


def test_the_age_is_that_of_the_day_of_issue(case):
    birthday = ISSUED.replace(year=2027, month=5, day=3)
    assert "aged 16" in flat(content(case, at=birthday).under)


def test_check_words_follow_from_everything_the_letter_says(case):
    made = letter(case)
    assert made.words == check_words(made.digest)
    assert made.digest == digest_of(content(case))
    changes = (
        letter(case, number="2026-0042-D2"),
        letter(case, record_head="0" * 64),
        letter(case, at=ISSUED.replace(minute=51)),
        letter(case, draft=True),
        letter(read_case(PASSED_ON, until="background")),
    )
    assert len({made.words, *(other.words for other in changes)}) == 6


def test_the_same_record_gives_the_same_letter(case):
    assert letter(case).pdf == letter(read_anew(PASSED_ON, until="asked")).pdf


def test_a_draft_bears_the_watermark_and_an_issued_letter_does_not(case):
    draft, issued = letter(case, draft=True), letter(case)
    assert draft.content.issued is None
    assert all("DRAFT" in page.extract_text() for page in read(draft.pdf).pages)
    assert not any("DRAFT" in page.extract_text() for page in read(issued.pdf).pages)
    assert issued.pages == len(read(issued.pdf).pages)


def test_hostile_answers_do_nothing_in_a_letter():
    nasty = '<img src="a.png"/><a href="javascript:x">]]></a> a < b & \u202e 😀\x00' + "z" * 3_000
    change = with_answers("referral_opened", why_now=nasty, team=nasty[:80], asked_for=nasty)
    made = letter(read_case(PASSED_ON, change=change))
    assert plain(visible(nasty)) in words_on(made.pdf)
    for found in objects_in(made.pdf):
        assert not {"/URI", "/JS", "/Annots", "/XObject"} & set(found)


def test_what_has_nothing_to_say_is_gathered_only_where_it_is_much():
    rows = tuple((label, (NOT_RECORDED,)) for label in ("Health", "GP", "Religion"))
    answered = (("Name", ("Kit",)), ("Typed", ("Not known",)))
    assert empty_rows_joined((*answered, *rows)) == (
        *answered,
        (NOT_RECORDED, (Quiet("Health · GP · Religion"),)),
    )
    assert empty_rows_joined((*answered, *rows[: GATHERED - 1])) == (
        *answered,
        *rows[: GATHERED - 1],
    )


def test_a_letter_of_nobody_in_the_case_is_refused(case):
    change = with_answers("referral_opened", child="somebody else")
    with pytest.raises(KeyError):
        letter(read_case(PASSED_ON, change=change))


def test_the_content_is_plain_data(case):
    assert json.loads(json.dumps(content(case).callout))


SAID_OTHERWISE = {
    "person",
    "kind",
    "name",
    *("known_as", "born", "group", "roles"),
    "referral",
    "child",
    "despite",
}
"""Questions on person or referral, or read from who the child is; `despite` is the college’s."""


@pytest.mark.parametrize("form", [PersonDetails, ReferralBackground, ReferralOpened], ids=form_name)
def test_every_question_asked_for_the_letter_has_its_place_in_it(form):
    files = (referral_sections, referral_events, household, social_care, agency_words)
    files = (*files, body_sections)
    placed = "".join(Path(file.__file__).read_text("utf-8") for file in files)
    asked = [one for one in questions_of(form) if one.name not in SAID_OTHERWISE | TOP]
    assert [
        question.name
        for question in asked
        if question.ask.audience is not Audience.DSL
        and f"{form.__name__}.{question.name}" not in placed
        and not (question.ask.fact and f"Fact.{question.ask.fact.name}" in placed)
    ] == []


TOP = {"team", "team_address"}
"""Questions that stand in the address of the letter."""


def test_where_there_is_no_other_child_a_parent_is_the_childs_own():
    case = concern_case(PARENTS, (ReferralOpened, OPENED), people=(Involved(AVA),))
    assert disclosure_for(case, Audience.AGENCIES, "ava").hidden == ()
    two = concern_case(PARENTS, (ReferralOpened, OPENED))
    hidden = {person.id for person in disclosure_for(two, Audience.AGENCIES, "ava").hidden}
    assert hidden == {"ben", "dee", "karl"}


def test_an_account_of_which_demands_came_is_told_to_agencies_and_to_no_family():
    accounts = (AccountUsed(name="@dark_harbour77", service="Chat"),)
    case = concern_case(PARENTS, (DemandsRecorded, DEMANDS | {"accounts": accounts}))
    readers = (Audience.AGENCIES, Audience.LEARNER)
    hides = [Disguise.of(disclosure_for(case, reader, "ava")) for reader in readers]
    said = [hide.over("From dark_harbour77.") for hide in hides]
    assert said == ["From dark_harbour77.", "From an account."]


def test_how_things_are_bears_the_day_it_was_said_in_a_letter_of_another_day():
    case = read_case(PRACTICE / "10-seen-by-accident.toml")
    offer = offer_of(case, "social_care", *_referral(case))

    def shown(at):
        content = offer.kind.content(case, offer.subject, issue(at=at))
        return "\n".join("".join(line) for line in content.callout)

    then = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    assert "Immediate safety. In college" in shown(then)
    assert "Immediate safety. When referred, 24 Nov 2026, " in shown(then + timedelta(days=17))


def _referral(case):
    (one,) = case.referrals
    return one.opened.child, None, one.id
