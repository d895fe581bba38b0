"""The summary for a parent reads like a letter to them: one sheet, “you”, true on its day."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import AskedToKeep, BodyContact, BodyReferralOpened
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.deletion import HoldLifted
from app.domain.forms.extortion import Demand, DemandsRecorded
from app.domain.forms.parents import Advice, AgreedWithThem, ContactMethod, ParentContact
from app.domain.forms.person import PeopleNamed
from app.domain.kit.answers import Involved, Person, PersonKind, Role, StaffMember, YesNoUnknown
from app.domain.kit.moments import moment
from app.domain.rules.directory import Need
from app.domain.rules.needs import needs_of
from app.papers.family_words import by_when, to_you
from app.papers.kinds import kind_named, offers_for
from app.typesetting.content import Help
from tests.casefold import BEN, NOW, concern_case
from tests.domain.gate_answers import LIFTED
from tests.domain.people_of_two import CALLED, DEMANDS, MET, PARENTS, POLICE, SOON, TALKED
from tests.papers.cases import PRACTICE, each_case, read_case
from tests.papers.paper import ISSUED, SUPPLEMENT, issue, papers, printed, words_of

HAPPENED = {"happened": "Ava was pressed for a picture."}
TOLD = MET | HAPPENED
LATER = ISSUED + timedelta(days=40)
BENS = (
    PeopleNamed,
    {
        "people": (
            Involved(Person(id="finn", kind=PersonKind.PARENT, name="Finn Marsh"), (Role.FAMILY,)),
            Involved(BEN, (Role.FORWARDED,)),
        ),
        "why": "Ben said.",
    },
)
OF_BEN = TOLD | {"parent": "finn", "child": "ben", "happened": "Ben passed a picture on."}


def made(case, reader="dee", **changes):
    kind = kind_named("parent_summary")
    (subject,) = (one for one in kind.subjects(case) if one.reader == reader)
    return printed(kind.content(case, subject, issue(**changes)))


def words(*entries, reader="dee", **changes):
    document = made(concern_case(PARENTS, BENS, *entries), reader, **changes)
    return words_of(document)


def test_it_is_a_letter_with_a_greeting_and_whoever_signs_it():
    shown = words((ParentContact, TOLD))
    assert "Dear Dee Stone, Thank you for talking with us." in shown
    assert "With kind regards R. Okafor Designated Safeguarding Lead" in shown
    assert "for Dee Stone" in shown


def test_its_particulars_are_one_line():
    shown = words((ParentContact, TOLD))
    assert "2026-0042-D1 · Check words:" in shown
    for machine in ("issued", "record 8F3A", "No imagery", "Working Together"):
        assert machine not in shown


@pytest.mark.parametrize(
    ("how", "thanks"),
    [
        (ContactMethod.MEETING, "Thank you for meeting us."),
        (ContactMethod.VIDEO, "Thank you for talking with us."),
        (ContactMethod.MESSAGE, ""),
    ],
)
def test_it_thanks_for_what_they_did(how, thanks):
    shown = words((ParentContact, TOLD | {"how": how}))
    assert f"Dear Dee Stone, {thanks}".strip() in shown
    assert ("Thank you" in shown) is bool(thanks)


def test_nobody_is_offered_a_summary_that_does_not_say_what_happened():
    met = MET | {"agreed": "You ring us.", "advice": (Advice.LISTEN,)}
    kind = kind_named("parent_summary")
    assert not kind.subjects(concern_case(PARENTS, (ParentContact, met)))


@pytest.mark.parametrize(
    ("who", "shown"),
    [
        ("Dee Stone", "You"),
        ("dee stone", "You"),
        ("Ava, with Dee Stone", "Ava, with you"),
        ("Dee Stone and Ava", "You and Ava"),
        ("R. Okafor", "R. Okafor"),
    ],
)
def test_the_reader_is_you_among_those_who_do_something(who, shown):
    assert to_you(who, "Dee Stone") == shown


@pytest.mark.parametrize(
    ("days", "shown"),
    [(-1, "was for Monday 23 November"), (0, "today"), (1, "by Wednesday 25 November")],
)
def test_a_day_that_has_gone_stands_in_the_past(days, shown):
    today = NOW.date().replace(month=11, day=24)
    assert by_when(today + timedelta(days=days), today).replace("\u00a0", " ") == shown


def test_what_was_to_happen_next_is_not_promised_again_on_a_later_day():
    told = TOLD | {"next_step": "We ring you on Monday."}
    same_day = moment(ISSUED)
    assert "What happens next We ring you" in words((ParentContact, told | {"at": same_day}))
    later = words((ParentContact, told), at=LATER)
    assert "What happens next" not in later
    assert "would happen next We ring you" in later


@pytest.mark.parametrize(
    ("agreed", "days", "dated"),
    [
        ("You come today.", 0, False),
        ("You come today.", 1, True),
        ("You ring us tomorrow.", 1, True),
        ("An officer comes on Monday at 11:30.", 1, True),
        ("An officer comes on Monday 23 November.", 1, False),
        ("The counsellor is there on Thursdays.", 1, False),
        ("You ring us.", 1, False),
        ("You ring us.", 2, True),
    ],
)
def test_a_day_without_its_date_stands_after_the_day_on_which_it_was_said(agreed, days, dated):
    told = (ParentContact, TOLD | {"agreed": agreed})
    shown = words(told, at=ISSUED + timedelta(days=days))
    assert (f"Thursday 19 November. {agreed}" in shown) is dated


def test_what_was_agreed_with_a_day_says_what_who_and_by_when():
    rows = (AgreedWithThem(what="Ring the bank", who="Dee Stone", by=SOON),)
    assert "Ring the bank You was for" in words(
        (ParentContact, TOLD | {"promised": rows}), at=LATER
    )
    assert "Ring the bank You by" in words(
        (ParentContact, TOLD | {"promised": rows}), at=NOW - timedelta(days=1)
    )


LISTENING = {"advice": (Advice.LISTEN, Advice.KEEP)}


def test_advice_fits_what_their_own_child_did():
    harmed = words((ParentContact, TOLD | LISTENING))
    assert "Listen, and let Ava decide" in harmed
    assert "not right" not in harmed
    did = words((ParentContact, OF_BEN | LISTENING), reader="finn")
    assert "You can say clearly what was not right, and still be there for Ben." in did
    assert "Asking for help was right" not in harmed + did


@each_case
def test_no_parent_of_a_child_who_was_only_sent_it_reads_that_they_took_part(path):
    case = read_case(path)
    for key in ("parent_call", "parent_summary"):
        for subject in kind_named(key).subjects(case):
            child = case.people[subject.person]
            said = str(kind_named(key).content(case, subject, issue()).parts)
            blamed = "had a part in what" in said or "what was not right" in said
            assert not blamed or child.acted
            sent = f"a picture that {child.person.name.split()[0]} was sent" in said
            assert not sent or (Role.RECEIVED in child.roles and not child.acted)


@pytest.mark.parametrize(("number", "leaves"), [("06", False), ("08", True)])
def test_no_parent_is_asked_to_leave_a_phone_alone_that_the_police_have(number, leaves):
    (path,) = PRACTICE.glob(f"{number}-*.toml")
    until = "orla-told" if leaves else None
    documents = papers(read_case(path, until=until), "parent_summary").values()
    shown = [words_of(document) for document in documents]
    assert any("Keep all messages" in one for one in shown)
    assert any("Leave the phone as it is" in one for one in shown) is leaves


def test_it_asks_to_keep_things_only_while_nothing_may_be_deleted():
    assert "Please do not delete" not in words((ParentContact, TOLD | LISTENING))
    police = ((BodyReferralOpened, POLICE), (BodyContact, CALLED | {"referral": "entry-4"}))
    assert "Please do not delete" in words(*police, (ParentContact, TOLD | LISTENING))


KEEP_HERS = CALLED | {"referral": "entry-4", "keep": (AskedToKeep(what="Ava’s telephone"),)}


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (KEEP_HERS, True),
        (KEEP_HERS | {"keep": (AskedToKeep(what="Ben’s telephone"),)}, False),
        (KEEP_HERS | {"keep": (AskedToKeep(what="Ava’s telephone", until=NOW.date()),)}, False),
    ],
)
def test_it_asks_to_keep_what_the_police_ask_for_where_deleting_was_agreed_before(asked, says):
    told = ((BodyReferralOpened, POLICE), (HoldLifted, LIFTED), (BodyContact, asked))
    shown = words(*told, (ParentContact, TOLD | LISTENING), at=ISSUED + timedelta(days=1))
    assert ("Please do not delete" in shown) is says


@pytest.mark.parametrize(
    ("hows", "title"),
    [
        ((ContactMethod.MESSAGE,), "What we wrote to you on Thursday"),
        ((ContactMethod.TELEPHONE,), "What we talked about on Thursday"),
        ((ContactMethod.MESSAGE, ContactMethod.MESSAGE), "What we have written to you since"),
        ((ContactMethod.MESSAGE, ContactMethod.TELEPHONE), "What we have talked about since"),
    ],
)
def test_what_was_written_to_a_parent_was_not_talked_about(hows, title):
    days = (moment(NOW - timedelta(days=days)) for days in range(len(hows) - 1, -1, -1))
    shown = words(*((ParentContact, TOLD | {"how": how, "at": next(days)}) for how in hows))
    assert title in shown
    assert ("This is what we said" in shown) is (title.find("talked") > 0)
    assert ("This is what we wrote" in shown) is (title.find("talked") < 0)


def test_a_letter_that_names_a_sister_does_not_say_that_it_names_no_other_child():
    for document in papers(read_case(PRACTICE / "07-under-13.toml"), "parent_summary").values():
        assert "names no child of another family" in words_of(document)
        assert "no other child" not in words_of(document)


def test_who_signs_stands_first_with_their_own_line_if_they_have_one():
    own = Help(name="R. Okafor", purpose="", number="01632 960 014", hours="08:00 to 17:30")
    assert "Designated Safeguarding Lead 01632 960 001" in words((ParentContact, TOLD))
    with_line = SUPPLEMENT.__class__(help=(own, *SUPPLEMENT.help))
    shown = words((ParentContact, TOLD), supplement=with_line)
    assert "Designated Safeguarding Lead 01632 960 014, 08:00 to 17:30" in shown
    assert shown.count("R. Okafor") == 2


def test_childline_is_for_the_child_by_name():
    assert "Childline, for Ava 0800 1111" in words((ParentContact, TOLD))


NAMED = "“What was agreed with them” names Dee Stone, who reads it: write “you” there."
MAY_BE = (
    "“What was agreed with them” says “{}”: where that is Dee Stone, who reads it, write “you”."
)


@pytest.mark.parametrize(
    ("answers", "looked_at"),
    [
        ({}, ()),
        ({"agreed": "Dee Stone rings us."}, (NAMED,)),
        ({"agreed": "STONE, Dee rings us."}, (NAMED,)),
        ({"agreed": "Dee rings us, and Dee Stone comes in."}, (NAMED,)),
        ({"agreed": "Dee rings us."}, (MAY_BE.format("Dee"),)),
        ({"agreed": "Ms Stone rings us."}, (MAY_BE.format("Ms Stone"),)),
        ({"agreed": "Her mother collects Ava."}, (MAY_BE.format("Her mother"),)),
        ({"agreed": "We ring Ava’s mum on Friday."}, (MAY_BE.format("Ava’s mum"),)),
        ({"agreed": "You collect her. Ava Stone rests, and may miss Friday. Mr Dale knows."}, ()),
        (
            {"happened": "Her mum was told.", "next_step": "Dee Stone hears from us."},
            (
                MAY_BE.format("Her mum").replace("What was agreed with them", "What happened"),
                NAMED.replace("What was agreed with them", "What happens next"),
            ),
        ),
        (
            {"promised": (AgreedWithThem(what="Ring Dee Stone", who="R. Okafor"),)},
            (NAMED.replace("What was agreed with them", "Agreed, with days"),),
        ),
        ({"promised": (AgreedWithThem(what="Keep it", who="Ava, with Dee Stone"),)}, ()),
        (
            {"promised": (AgreedWithThem(what="Keep it", who="Ava, with Dee"),)},
            (MAY_BE.format("Dee").replace("What was agreed with them", "Agreed, with days"),),
        ),
    ],
)
def test_a_reader_who_is_named_where_you_belongs_is_pointed_out_in_the_draft(answers, looked_at):
    kind = kind_named("parent_summary")
    named = concern_case(PARENTS, (ParentContact, TOLD | answers))
    (subject,) = kind.subjects(named)
    assert kind.look_at(named, subject) == looked_at


DEMANDED = (DemandsRecorded, DEMANDS | {"demands": (Demand.MONEY,)})


def test_help_fits_the_own_child_and_says_nothing_of_another():
    case = concern_case(DEMANDED)
    assert {Need.BLACKMAIL, Need.MONEY} <= needs_of(case, "ava")
    assert not {Need.BLACKMAIL, Need.MONEY} & needs_of(case, "ben")


def test_pressure_that_somebody_owns_to_is_no_threat_to_them():
    said = (LearnerConversation, TALKED | {"learner": "ben", "coercion": YesNoUnknown.YES})
    assert Need.THREATS not in needs_of(concern_case(said), "ben")
    told = (LearnerConversation, TALKED | {"coercion": YesNoUnknown.YES})
    assert Need.THREATS in needs_of(concern_case(told), "ava")


@each_case
def test_every_summary_of_a_practice_case_is_one_sheet_in_which_the_reader_is_you(path):
    case = read_case(path)
    for kind, subject in offers_for(case):
        if kind.key == "parent_summary":
            document = printed(kind.content(case, subject, issue(author=StaffMember("A. B.", ""))))
            assert document.pages == 1, subject.words
            body = words_of(document)
            reader = case.people[subject.reader].person.name
            assert body.count(reader) == 2, subject.words  # for whom it is, and Dear


@each_case
def test_no_agreement_with_a_parent_begins_with_them_in_the_third_person(path):
    agreed = [form.agreed or "" for form in read_case(path).all_of(ParentContact)]
    assert [one for one in agreed if one.startswith(("She ", "He ", "They "))] == []
