"""A casebook written on older forms, opened by today's program: lists, papers, search, drafts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import msgspec
import pytest

from app.casework import drafts
from app.casework.opening import create_casebook, unlock_casebook
from app.casework.reading import find_cases, find_people, read_day
from app.casework.recording import read_case, seal
from app.disclosure.audience import paragraphs_for
from app.disclosure.disclosure import disclosure_for
from app.domain import forms
from app.domain.case.case import fold_case
from app.domain.forms import FORMS
from app.domain.forms.any_time import Note
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.kit.form import form_name
from app.domain.kit.moments import moment
from app.domain.kit.record import Audience, NewEntry
from app.domain.kit.registry import Registry
from app.papers.kinds import content_of, offers_for
from app.vault.drafts import Draft
from app.vault.errors import MadeByNewerVersion
from tests.disclosure.test_held_back import said_in
from tests.papers.cases import PRACTICE
from tests.papers.cases import read_case as case_read
from tests.papers.paper import issue
from tests.sessions import PASSPHRASE, Clock, first_run, program

from . import changes
from .changes import all_renamed, registry_after

PATH = PRACTICE / "09-separated-parents.toml"
ALL = tuple(map(all_renamed, FORMS))
REMOVED = changes.removed(ConcernReceived)


@contextmanager
def knowing(registry: Registry) -> Iterator[None]:
    """Let the program know these forms."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(forms, "REGISTRY", registry)
        yield


def written(folder, clock, *done):
    """Make a casebook with one case, each entry as it was before these changes, and close it."""
    case = case_read(PATH)
    clock.at = case.entries[-1].sealed.recorded + timedelta(minutes=5)
    session = create_casebook(program(clock), first_run(folder))
    for entry in case.entries:
        sealed = entry.sealed
        for change in done:
            sealed = change.then(sealed)
        parts = {name: getattr(sealed, name) for name in NewEntry.__struct_fields__}
        session.casebook.journal.append([NewEntry(**parts)])
    session.close()


def opened(folder, clock):
    return unlock_casebook(program(clock), folder, PASSPHRASE)


@pytest.fixture(scope="module")
def today(tmp_path_factory):
    """The case as today's program writes it, read once."""
    folder, clock = tmp_path_factory.mktemp("today") / "casebook", Clock()
    written(folder, clock)
    session = opened(folder, clock)
    yield session
    session.close()


@pytest.fixture(scope="module")
def older(tmp_path_factory):
    """The same case, with every question of every form under another name."""
    folder, clock = tmp_path_factory.mktemp("older") / "casebook", Clock()
    with knowing(registry_after(*ALL)):
        written(folder, clock, *ALL)
        session = opened(folder, clock)
        yield session
        session.close()


def only_case(session):
    (row,) = session.casebook.lists.cases()
    return read_case(session, row.case)


def due_of(session):
    return [
        [(due.row.what, due.row.because, due.when) for due in part]
        for part in read_day(session).due
    ]


def test_lists_of_a_case_on_older_forms_are_those_of_the_case_on_today_s(today, older):
    assert due_of(older) == due_of(today)
    (then,), (now,) = older.casebook.lists.cases(), today.casebook.lists.cases()
    assert (then.heading, then.stage, then.signs_open, then.state) == (
        now.heading, now.stage, now.signs_open, now.state
    )  # fmt: skip
    assert older.casebook.lists.compare() == ()
    assert older.casebook.verify() == ()


def test_everybody_of_a_case_on_older_forms_is_found(today, older):
    for known in only_case(today).people.values():
        name = known.person.name
        assert [one.id for one in find_people(older, name)] == [
            one.id for one in find_people(today, name)
        ]
        assert find_cases(older, name)


def test_every_paper_of_a_case_on_older_forms_says_what_it_says_on_today_s(today, older):
    then, now = only_case(older), only_case(today)
    offered = offers_for(now)
    assert [offer.subject.refs for offer in offers_for(then)] == [
        offer.subject.refs for offer in offered
    ]
    for offer, other in zip(offers_for(then), offered, strict=True):
        said, usual = content_of(offer, then, issue()), content_of(other, now, issue())
        if offer.kind.audience is Audience.DSL and offer.subject.entry:
            assert said_in(said).startswith(said_in(usual)[:200])
        else:
            assert said_in(said) == said_in(usual), offer


def test_the_same_people_are_hidden_from_each_reader(today, older):
    then, now = only_case(older), only_case(today)
    for offer in offers_for(now):
        reader = offer.kind.audience, offer.subject.about
        if not offer.disguises:
            continue
        assert disclosure_for(then, *reader) == disclosure_for(now, *reader)


def test_somebody_whom_only_a_question_of_before_named_is_hidden_from_a_family(tmp_path):
    alone = changes.Change(
        name="people_removed",
        old=changes.renamed(ConcernReceived, people="who").old,
        new=ConcernReceived,
        answers=lambda stored: stored | {"people": stored.pop("who")[:1]},
        back=changes.swapped({"people": "who"}),
    )
    clock = Clock()
    with knowing(registry_after(alone)):
        written(tmp_path / "casebook", clock, alone)
        session = opened(tmp_path / "casebook", clock)
        case = only_case(session)
        named = {one.person.id for one in case.entries[0].written.who}
        session.close()
    assert len(named) > 1
    assert named <= case.people.keys()
    reader = next(offer for offer in offers_for(case) if offer.kind.audience is Audience.PARENTS)
    cast = disclosure_for(case, Audience.PARENTS, reader.subject.about)
    told = {person.id for person in (*cast.hidden, *cast.shown)}
    assert named <= told


def test_words_that_only_an_older_question_asked_for_are_found(tmp_path):
    clock = Clock()
    with knowing(registry_after(REMOVED)):
        written(tmp_path / "casebook", clock, REMOVED)
        session = opened(tmp_path / "casebook", clock)
        assert find_cases(session, "Zephyrine")
        session.close()


def kept_then(session, change, answers, **stored):
    """Keep a draft as the program of before kept it."""
    body = {"answers": answers} | stored
    draft = Draft(
        id="draft-1",
        user=session.user.user,
        case=only_case(session).id,
        form=form_name(change.old),
        version=change.old.version,
        corrects=None,
        answers=msgspec.json.encode(body),
        updated=session.now(),
    )
    session.casebook.drafts.save(draft)


@pytest.fixture
def with_weather(tmp_path):
    clock = Clock()
    with knowing(registry_after(REMOVED)):
        written(tmp_path / "casebook", clock, REMOVED)
        session = opened(tmp_path / "casebook", clock)
        yield session
        if session.casebook.is_open:
            session.close()


def test_a_draft_begun_on_an_older_form_goes_on_on_today_s_with_all_that_was_typed(with_weather):
    answers = {"account": "Half a sen", "weather": "Rain since noon"}
    kept_then(
        with_weather, REMOVED, answers, raw={"told_at": "12/1", "weather": "and"}, at="account"
    )
    (typed,) = drafts.kept(with_weather)
    assert typed.form is ConcernReceived
    assert typed.answers == {"account": "Half a sen"}
    assert typed.raw == {"told_at": "12/1"}
    assert typed.before.splitlines() == ["and", "Rain since noon"]


def test_what_has_no_question_any_more_stays_with_the_draft_when_it_is_kept_again(with_weather):
    kept_then(with_weather, REMOVED, {"weather": "Rain since noon"})
    (typed,) = drafts.kept(with_weather)
    drafts.keep(with_weather, typed)
    (again,) = drafts.kept(with_weather)
    assert again.before == "Rain since noon"
    assert drafts.unread_drafts(with_weather) == ()


def test_a_program_without_the_older_form_says_that_a_newer_version_made_this(
    with_weather,
):
    folder, clock = with_weather.casebook.folder, Clock(with_weather.now())
    with_weather.close()
    for registry in (Registry(FORMS), Registry(FORMS[1:])):
        with knowing(registry), pytest.raises(MadeByNewerVersion):
            opened(folder, clock)
    opened(folder, clock).close()


def test_lists_made_by_a_program_with_other_forms_are_made_anew_at_unlock(tmp_path):
    folder, clock = tmp_path / "casebook", Clock()
    written(folder, clock)
    session = opened(folder, clock)
    session.casebook._db.run("UPDATE case_row SET heading = 'As another program had it'")
    session.casebook.lists.mark("another program")
    session.close()
    said = []
    session = unlock_casebook(program(clock), folder, PASSPHRASE, tell=said.append)
    assert said == ["Making the lists and the search anew…"]
    assert session.casebook.lists.compare() == ()
    session.close()
    said.clear()
    unlock_casebook(program(clock), folder, PASSPHRASE, tell=said.append).close()
    assert said == []


def test_a_case_on_older_forms_is_gone_on_with_on_today_s(tmp_path):
    folder, clock = tmp_path / "casebook", Clock()
    with knowing(registry_after(*ALL)):
        written(folder, clock, *ALL)
        session = opened(folder, clock)
        note = {"at": moment(session.now()), "what": "A later note.", "why": "It was asked for."}
        case = seal(session, Note, note, case=only_case(session))
        assert case.entries[-1].form.what == "A later note."
        session.close()


def _with_private_words(change, path=PATH):
    """Fold the case with words for the DSL alone in each conversation, before a change of it."""
    entries = []
    for entry in case_read(path).entries:
        sealed = entry.sealed
        if sealed.form == "learner_conversation":
            body = msgspec.json.decode(sealed.body) | {"noticed": "Zephyrine flinched."}
            sealed = msgspec.structs.replace(sealed, body=msgspec.Raw(msgspec.json.encode(body)))
        entries.append(change.then(sealed) if change else sealed)
    with knowing(registry_after(*filter(None, [change]))):
        return fold_case(entries)


def _merged():
    """Two answers became one: what was for the DSL alone, and what agencies may read."""

    def answers(stored):
        words = [stored.pop(name) for name in ("feels_then", "noticed_then") if stored.get(name)]
        return stored | ({"feels": " ".join(words)} if words else {})

    names = {"feels": "feels_then", "noticed": "noticed_then"}
    return changes.Change(
        name="merged",
        old=changes.before(LearnerConversation, renamed=names),
        new=LearnerConversation,
        answers=answers,
        back=changes.swapped(names),
    )


@pytest.mark.parametrize("change", [None, _merged()], ids=["today", "merged"])
@pytest.mark.parametrize("audience", [one for one in Audience if one is not Audience.DSL])
def test_words_for_the_dsl_alone_stay_so_in_whichever_question_they_stand_today(change, audience):
    case = _with_private_words(change)
    for about in (None, *case.people):
        said = paragraphs_for(case, audience, about)
        assert not any("Zephyrine" in one.words for one in said)
    said = paragraphs_for(case, Audience.DSL)
    assert any("Zephyrine" in one.words for one in said)
