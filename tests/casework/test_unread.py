"""What another version wrote, or what is damaged, is one row to read: everything else works."""

from contextlib import contextmanager

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.casework import drafts, setup
from app.casework.checking import Registered, check_typed, registered
from app.casework.documents import issue, letter_of
from app.casework.drafts import AsideDraft, FormDraft
from app.casework.opening import Accepting, unlock_casebook
from app.casework.reading import list_cases, number_of, open_case, read_day
from app.casework.services import catalogue
from app.casework.setup import unread_settings, unread_users
from app.casework.staff import staff_of
from app.domain.forms.any_time import Note
from app.domain.forms.concern import ConcernReceived
from app.domain.kit.answers import Nation, YesNoUnknown
from app.domain.kit.moments import moment
from app.domain.kit.registry import Unread, UnreadEntry
from app.domain.rules.directory import HelpFor
from app.vault.casebook import NewUser
from app.vault.errors import LogAltered
from tests.made import copied
from tests.sessions import CHEAP, PASSPHRASE, Clock, new_desk, program
from tests.ui.shell.invented import concern, refer
from tests.vault.invented import harm, raw


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A casebook with one case, a document issued from it, and every kind of draft; closed."""
    clock = Clock()
    session = new_desk(tmp_path_factory.mktemp("whole") / "casebook", clock)
    case = refer(session, concern(session, "Ava Stone"))
    issue(session, case, letter_of(case, case.referrals[0].id))
    note = {"at": moment(clock()), "what": "She was calm."}
    for name, of in (("kept", case.id), ("first", None)):
        form = Note if of else ConcernReceived
        given = note if of else {"account": "Half a sentence", "adult": YesNoUnknown.NO}
        drafts.keep(session, FormDraft(id=name, form=form, answers=given, case=of, updated=clock()))
    words = {"college": "Another College"}
    drafts.keep_aside(
        session, AsideDraft(name="college", page="Settings", words=words, updated=clock())
    )
    setup.set_lock_minutes(session, 7)
    session.casebook.access.add(
        NewUser("Sam", "Deputy"), "theirs to know", own=PASSPHRASE, cost=CHEAP
    )
    session.close()
    return session.casebook.folder


@pytest.fixture
def folder(made, tmp_path):
    """A copy of that casebook, for one test to harm."""
    return copied(made, tmp_path / "harmed")


@pytest.fixture
def reopen(folder, clock):
    """Open the casebook again for its founder."""
    opened = []
    known = [Accepting(LogAltered, "Known")]

    def again(*statements):
        harm(folder, *statements, passphrase=PASSPHRASE)
        connection = raw(folder, PASSPHRASE)
        (founder,) = connection.execute("SELECT id FROM user WHERE name = 'R. Okafor'").fetchone()
        connection.close()
        opened.append(unlock_casebook(program(clock), folder, PASSPHRASE, founder, accepting=known))
        return opened[-1]

    yield again
    for session in opened:
        session.close()


def works(session):
    """Everything a user meets first, and one whole case."""
    day = read_day(session)
    (summary,) = list_cases(session)
    case = open_case(session, summary.case)
    assert [one.number for one in day.cases] == [case.number]
    assert session.casebook.events.tail()
    assert session.as_staff in staff_of(session)
    assert catalogue(session).service
    assert setup.help_for(session, HelpFor.PARENT)
    assert setup.nation_of(session) in Nation
    assert setup.lock_minutes(session)
    assert [*setup.catching_up(session)] == [None]
    for kept in drafts.kept(session):
        assert kept.case is None or number_of(session, kept.case)
    drafts.asides(session)
    registered(session)
    return case


def test_whole_as_it_is_nothing_is_unread(reopen):
    session = reopen()
    works(session)
    assert drafts.unread_drafts(session) == ()
    assert unread_settings(session) == ()
    assert unread_users(session) == ()
    assert len(drafts.kept(session)) == 2


LAST = "(SELECT max(seq) FROM event)"


@pytest.mark.parametrize(
    "harmed",
    [
        "json_set(sealed, '$.action', 'case_given_away')",
        "json_set(sealed, '$.more', 'of it')",
        "json_set(sealed, '$.at', 'yesterday')",
        "json_set(sealed, '$.at', '0001-01-01T00:00:00Z')",
        "json_set(sealed, '$.detail', json('[1]'))",
        "json_remove(sealed, '$.actor')",
        "json_object('seq', seq, 'action', 'x' || char(0))",
    ],
)
def test_a_line_of_the_log_that_cannot_be_read_is_one_line(reopen, harmed):
    session = reopen([f"UPDATE event SET sealed = {harmed} WHERE seq = {LAST}"])
    works(session)
    lines = session.casebook.events.tail(999)
    assert len(lines) == session.casebook.events.head()[0]
    assert sum(isinstance(line, Unread) for line in lines) <= 1
    assert any("altered" in fault.what for fault in session.casebook.verify())


def test_an_action_of_a_newer_version_is_read_by_its_word(session):
    session.casebook.events.note("case_given_away", "case-1")
    assert session.casebook.events.tail(1)[0].action == "case_given_away"
    assert session.casebook.verify() == ()


USERS = "UPDATE user SET {} WHERE name = 'Sam'"


@pytest.mark.parametrize(
    "harmed", ["added = 'yesterday'", "removed = 'x'", "added = char(0)", "added = ''"]
)
def test_a_user_whose_row_cannot_be_read_keeps_nobody_else_out(reopen, harmed):
    session = reopen([USERS.format(harmed)])
    works(session)
    (user,) = unread_users(session)
    assert "Sam\nDeputy" in user.words


SETTING = "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)"
OWN = '{"value":%s,"whose":"W","why":"Y","since":"2026-11-01"}'


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("duty", '{"since":"2026-11-01","source":"s","until":"2027-01-01"}'),
        ("duty", "not JSON"),
        ("duty", '{"since":"soon","source":"s"}'),
        ("nation", "atlantis"),
        ("nation", "elsewhere"),
        ("lock_minutes", "²"),
        ("lock_minutes", "9" * 5000),
        ("lock_minutes", "a while"),
        ("own.clock.written_confirmation", "\0"),
        ("own.clock.written_confirmation", OWN % '{"hours":100000000000}'),
        ("own.clock.written_confirmation", OWN % '{"hours":0}'),
        ("own.clock.written_confirmation", OWN % '{"weeks":2}'),
        ("own.clock.written_confirmation", (OWN % '{"hours":2}').replace("why", "until")),
        ("own.contact.front_door", OWN % '{"standing":"guessed"}'),
        ("own.contact.front_door", "[]"),
        ("own.service.mine", OWN % "{}"),
        ("own.service.mine", OWN % "[1]"),
        ("own.colour.rail", OWN % "{}"),
        ("colour", "teal"),
    ],
)
def test_a_setting_that_cannot_be_read_is_told_and_counts_for_nothing(reopen, name, value):
    session = reopen([SETTING, name, value])
    works(session)
    assert unread_settings(session) == (Unread(name, value),)
    assert session.clocks == session.rules.shipped
    assert session.rules.directory.contacts == session.rules.shipped_directory.contacts
    assert session.casebook.settings.get(name) == value


DRAFT = "UPDATE draft SET {} WHERE id = 'kept'"


@pytest.mark.parametrize(
    "harmed",
    [
        "form = 'letter_home'",
        "version = 99",
        "answers = json_set(answers, '$.answers.mood', 'calm')",
        "answers = json_set(answers, '$.answers.at', 'yesterday')",
        "answers = json_set(answers, '$.answers', json_array('She was calm.'))",
        "answers = json_set(answers, '$.raw.mood', 'calm')",
        "answers = json_set(answers, '$.raw', json('{\"wizard\":\"x\"}'))",
        "answers = json_set(answers, '$.more', 'calm')",
        "answers = 'not JSON, ' || answers",
        "answers = replace(answers, 'calm', 'ca' || char(0) || 'lm')",
        "answers = CAST(x'ff' AS TEXT) || answers",
        "case_id = 'of another casebook'",
        "corrects = 'what is not here'",
        "updated = 'yesterday'",
    ],
)
def test_a_draft_that_cannot_be_read_is_one_row_with_all_that_was_typed(reopen, harmed):
    session = reopen([DRAFT.format(harmed)])
    works(session)
    (unread,) = drafts.unread_drafts(session)
    assert unread.id == "kept"
    assert "She was calm." in unread.words.replace("\0", "")
    assert [typed.id for typed in drafts.kept(session)] == ["first"]
    assert [one.name for one in drafts.asides(session)] == ["college"]
    works(session)
    assert len(drafts.unread_drafts(session)) == 1
    drafts.discard(session, "kept")
    assert drafts.unread_drafts(session) == ()


def test_what_is_typed_outside_of_a_case_is_told_in_the_same_way(reopen):
    more = "json_set(answers, '$.more', 'x')"
    session = reopen([f"UPDATE draft SET answers = {more} WHERE form = 'aside'"])
    works(session)
    (unread,) = drafts.unread_drafts(session)
    assert "Another College" in unread.words
    assert drafts.asides(session) == ()


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("hologram", {}),
        ("service_x", {"routes": "none"}),
        ("service", {"name": "Kept by an older version"}),
        ("contact_lado", {"telephone_by_drone": "Skylark"}),
        ("limit_initial_review", {"number": "many"}),
    ],
)
def test_what_was_typed_for_a_page_of_another_version_is_one_row_on_today(session, name, answers):
    raw = msgspec.Raw(msgspec.json.encode(answers))
    words = {"account": "Skylark half typed"}
    drafts.keep_aside(
        session,
        AsideDraft(name=name, page="Holograms", answers=raw, words=words, updated=session.now()),
    )
    assert drafts.asides(session) == ()
    (unread,) = drafts.unread_drafts(session)
    assert "Skylark half typed" in unread.words
    drafts.discard(session, unread.id)
    assert drafts.unread_drafts(session) == ()


ISSUED = "UPDATE entry SET sealed = {} WHERE form = 'document_issued'"


@pytest.mark.parametrize(
    "harmed",
    [
        "json_set(sealed, '$.body.watermark', 'faint')",
        "json_set(sealed, '$.body.readers', 'everybody')",
        "json_remove(sealed, '$.body.pages')",
        "json_set(sealed, '$.audience', 'everybody')",
    ],
)
def test_a_document_that_cannot_be_read_is_one_row_of_the_register(reopen, harmed, folder, clock):
    session = reopen()
    (one,) = registered(session)
    session.close()
    session = reopen([ISSUED.format(harmed)])
    (row,) = registered(session)
    assert isinstance(row, Registered)
    assert isinstance(row.document, Unread)
    assert number_of(session, row.case)
    assert one.document.number in row.document.words
    said = check_typed(session, one.document.words)
    assert "newer version" in said.sentence
    assert said.case == row.case
    assert read_day(session).cases
    assert session.casebook.verify()


@pytest.mark.parametrize(
    "harmed",
    [
        "json_set(sealed, '$.body.watermark', 'faint')",
        "json_set(sealed, '$.version', 99)",
        "json_set(sealed, '$.audience', 'everybody')",
        "json_set(sealed, '$.author', 7)",
    ],
)
def test_a_case_with_an_entry_that_cannot_be_read_opens_and_stands_in_the_lists(reopen, harmed):
    session = reopen([ISSUED.format(harmed)])
    due = session.casebook.lists.due()
    assert [*setup.catching_up(session)] == [None]
    assert session.casebook.lists.due() == due
    session.casebook.lists.rebuild()
    (summary,) = list_cases(session, open_only=True)
    assert (summary.stage, summary.entries) == ("Initial review meeting", 5)
    assert session.casebook.lists.compare() == ()
    case = open_case(session, summary.case)
    (unread,) = (entry for entry in case.entries if isinstance(entry.form, UnreadEntry))
    assert "digest" in unread.form.stored
    assert [entry for entry in case.entries if entry.form.title == "Referral started"]


def test_a_case_of_which_no_row_can_be_made_is_one_row_in_the_lists(reopen, monkeypatch):
    session = reopen()

    def fails(*_entries):
        raise KeyError("a rule that this case breaks")

    monkeypatch.setattr(session.casebook.lists._projections, "_summarise", fails)
    session.casebook.lists.rebuild()
    (summary,) = list_cases(session, open_only=True)
    assert (summary.stage, summary.entries) == ("Written by a newer version", 5)
    (said,) = session.casebook.lists.compare()
    assert said == f"Case {summary.number} cannot be read by this version."
    assert read_day(session).cases == (summary,)


ANY = st.text(st.characters(codec="utf-8"), max_size=60)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | ANY,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(ANY, inside, max_size=3),
    max_leaves=9,
)
GARBAGE = ANY | JSON.map(lambda value: msgspec.json.encode(value).decode())
QUICK = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
NAMES = (*setup.SETTINGS, "own.clock.written_confirmation", "own.contact.x", "own.service.y", "z")


@pytest.fixture
def unguarded(reopen):
    """A desk whose casebook takes anything at all."""
    session = reopen()
    connection = session.casebook._db._connection
    connection.set_authorizer(None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("DROP TRIGGER event_is_never_changed")
    return session


@contextmanager
def harmed(session, statement, *values):
    """Something is otherwise for a while, and then as it was."""
    run = session.casebook._db.run
    run("SAVEPOINT before")
    try:
        run(statement, *values)
        yield
    finally:
        run("ROLLBACK TO before")
        run("RELEASE before")


@QUICK
@given(st.sampled_from(NAMES), GARBAGE)
def test_no_setting_at_all_keeps_the_casebook_shut(unguarded, name, value):
    with harmed(unguarded, SETTING, name, value):
        unguarded.rules.read(unguarded.casebook.settings)
        works(unguarded)
        unread_settings(unguarded)
        setup.college_as_set(unguarded)


@QUICK
@given(st.sampled_from(("form", "case_id", "corrects", "answers", "updated")), GARBAGE)
def test_no_draft_at_all_keeps_the_casebook_shut(unguarded, column, value):
    with harmed(unguarded, f"UPDATE draft SET {column} = ?", value):
        works(unguarded)
        shown = (drafts.kept(unguarded), drafts.asides(unguarded), drafts.unread_drafts(unguarded))
        assert sum(map(len, shown)) == 3


@QUICK
@given(st.dictionaries(st.sampled_from(("at", "actor", "case", "detail", "words")), JSON), ANY)
def test_no_line_of_the_log_at_all_keeps_the_casebook_shut(unguarded, said, action):
    last = unguarded.casebook.events.head()[0]
    sealed = msgspec.json.encode(said | {"seq": last, "action": action}).decode()
    with harmed(unguarded, "UPDATE event SET sealed = ? WHERE seq = ?", sealed, last):
        works(unguarded)
        unguarded.casebook.verify()
