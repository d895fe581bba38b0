"""An entry of an older form is shown as it was written, and ruled in everything as today's form."""

from typing import Annotated

import msgspec
import pytest

from app.domain import forms
from app.domain.case.case import fold_case
from app.domain.forms import FORMS
from app.domain.forms.any_time import Note
from app.domain.forms.asked import AgreedAction
from app.domain.forms.concern import ConcernReceived, Medium
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PersonDetails
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import ReferralCall, ReferralOpened
from app.domain.kit.form import Ask
from app.domain.kit.registry import Registry, UnreadEntry, form_id
from app.domain.kit.wording import lines_of
from app.papers.kinds import content_of, offers_for
from tests.disclosure.test_held_back import said_in
from tests.papers.cases import CASES, PRACTICE, each_case, read_case
from tests.papers.paper import issue

from . import changes
from .changes import Change, all_renamed, before, registry_after

HOW = Annotated[changes.MediumThen, Ask("How it was heard of")]
ACTION = before(AgreedAction, renamed={"what": "task", "who": "whose"})


def _rows(names):
    def change(stored):
        rows = [changes.swapped(names)(row) for row in stored.get("actions", ())]
        return stored | {"actions": rows}

    return change


_TASK = {"what": "task", "who": "whose"}
CHANGES = [
    changes.renamed(ConcernReceived, people="who"),
    changes.renamed(ConcernReceived, told_at="heard_at", happened_at="occurred_at"),
    changes.renamed(ConcernReceived, coercion="pressure", extortion="blackmail", harm="danger"),
    changes.renamed(LearnerConversation, learner="child", pressure="forced"),
    changes.renamed(PersonDetails, person="record", name="full_name"),
    changes.renamed(ParentContact, parent="carer", child="learner"),
    changes.renamed(ReferralOpened, child="learner"),
    changes.renamed(ReferralCall, referral="about"),
    changes.removed(ConcernReceived),
    changes.added(ConcernReceived, "family_of", None),
    changes.split(ConcernReceived, "done", "done_why"),
    changes.choice_renamed(
        ConcernReceived,
        "how",
        HOW,
        {Medium.SPOKEN: "by_mouth", Medium.WRITTEN: "letter"},
        called="choices_renamed",
    ),
    changes.form_renamed(ConcernReceived, "concern_noted"),
    changes.form_renamed(Note, "telephone_note"),
    Change(
        name="row_changed",
        old=before(
            InitialReview,
            retyped={"actions": Annotated[tuple[ACTION, ...], Ask("Who does what")]},
        ),
        new=InitialReview,
        answers=_rows(changes.turned(_TASK)),
        back=_rows(_TASK),
    ),
]
each_change = pytest.mark.parametrize(
    "change", CHANGES, ids=[f"{one.new.__name__}-{one.name}" for one in CHANGES]
)


def folded(case, *done, registry=None):
    """Fold the entries of a case as they would have been written before these changes."""
    entries = [entry.sealed for entry in case.entries]
    for change in done:
        entries = [change.then(sealed) for sealed in entries]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(forms, "REGISTRY", registry or registry_after(*done))
        return fold_case(entries)


def today(case):
    return [entry.form for entry in case.entries]


@each_case
def test_a_case_written_on_other_forms_throughout_is_ruled_as_if_written_today(path):
    case = read_case(path)
    older = folded(case, *map(all_renamed, FORMS))
    assert today(older) == today(case)
    assert older.people == case.people
    assert all(entry.renewed for entry in older.entries)
    assert not any(entry.renewed for entry in case.entries)


@each_change
def test_rules_see_what_was_written_before_a_change_as_today_s_form(change):
    seen = 0
    for path in CASES:
        case = read_case(path)
        older = folded(case, change)
        seen += sum(entry.renewed for entry in older.entries)
        assert today(older) == today(case)
    assert seen


@each_change
def test_the_record_shows_what_was_written_before_a_change_as_it_was_written(change):
    for entry in (entry for path in CASES for entry in folded(read_case(path), change).entries):
        if entry.renewed:
            assert type(entry.written) is change.old
            said = msgspec.json.decode(entry.sealed.body, type=change.old)
            assert entry.written == said


def test_older_questions_and_choices_keep_their_words_in_the_record():
    case = folded(read_case(CASES[0]), CHANGES[8])
    concern = case.entries[0]
    said = {line.label: line.text for line in lines_of(concern.written, case.names)}
    assert said["How the weather was"] == "Zephyrine drizzle"
    case = folded(read_case(CASES[0]), CHANGES[11])
    said = {line.label: line.text for line in lines_of(case.entries[0].written, case.names)}
    assert "How it was heard of" in said
    assert "How" not in said


def test_an_answer_asked_today_that_was_not_asked_then_is_not_put_into_its_mouth():
    asked_since = changes.added(ConcernReceived, "how", Medium.OTHER.value)
    case = folded(read_case(CASES[0]), asked_since)
    concern = case.entries[0]
    assert concern.form.how is Medium.OTHER
    assert "How" not in {line.label for line in lines_of(concern.written, case.names)}


def test_two_changes_after_each_other_lead_to_today_s_form():
    last = changes.renamed(ConcernReceived, people="who", account="story")
    first_form = before(last.old, version=-1, renamed={"who": "persons"})
    first = Change(
        name="first",
        old=first_form,
        new=last.old,
        answers=changes.swapped({"persons": "who"}),
        back=changes.swapped({"who": "persons"}),
    )
    case = read_case(CASES[0])
    registry = Registry(FORMS, (first.succession, last.succession))
    older = folded(case, last, first, registry=registry)
    assert today(older) == today(case)
    assert type(older.entries[0].written) is first_form


def unsucceeded(registry):
    """The older forms that do not lead to a form of today."""
    olds = (one.old for one in registry.older)
    return tuple(old for old in olds if registry.as_today(old, {})[0] not in registry.forms)


def test_a_form_without_a_successor_of_today_is_named():
    gone = before(Note, name="gone")
    nowhere = changes.Succession(old=gone, new=before(Note), answers=dict)
    assert unsucceeded(Registry(FORMS, (nowhere,))) == (gone,)


def test_every_released_form_that_is_no_longer_today_s_has_a_successor():
    assert unsucceeded(forms.REGISTRY) == ()
    today_s = {form_id(form) for form in FORMS}
    older = {form_id(one.old) for one in forms.REGISTRY.older}
    assert set(forms.REGISTRY.released) == today_s | older
    assert not today_s & older


def test_a_correction_on_today_s_form_stands_in_place_of_an_entry_on_an_older_one():
    case = read_case(CASES[0])
    entries = [entry.sealed for entry in case.entries]
    change = changes.renamed(ConcernReceived, people="who")
    again = msgspec.structs.replace(
        entries[0], id="again", seq=len(entries) + 1, corrects=entries[0].id, corrects_why="Wrong."
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(forms, "REGISTRY", registry_after(change))
        older = fold_case([change.then(entries[0]), *entries[1:], again])
        said = content_said(older, "chronology")
    assert older.current[0].sealed.id == "again"
    assert "Before, on the form of that day" in said
    assert older.people.keys() == case.people.keys()


def content_said(case, key):
    offer = next(offer for offer in offers_for(case) if offer.kind.key == key)
    return said_in(content_of(offer, case, issue()))


def test_the_file_s_own_paper_ends_with_the_entry_as_it_was_written():
    path = PRACTICE / "04-simple-at-16.toml"
    case, change = read_case(path), changes.renamed(InitialReview, held_at="met_at")
    older = folded(case, change)
    assert "As it was written" in content_said(older, "review_record")
    assert "As it was written" not in content_said(case, "review_record")


def unreadable(case, at, **changed):
    """Fold a case of which one entry cannot be read."""
    entries = [entry.sealed for entry in case.entries]
    entries[at] = msgspec.structs.replace(entries[at], **changed)
    return fold_case(entries)


GARBAGE = [
    {"form": "hologram_found"},
    {"version": 99},
    {"body": msgspec.Raw(b'{"form": "concern_received", "people": 7}')},
    {"body": msgspec.Raw(b"not JSON at all")},
    {"body": msgspec.Raw(b"[1, 2, 3]")},
    {"body": msgspec.Raw(b"")},
    {"body": msgspec.Raw(b'"\xff\xfe"')},
]


@pytest.mark.parametrize("changed", GARBAGE, ids=range(len(GARBAGE)))
def test_an_entry_that_cannot_be_read_is_one_readable_row_and_the_rest_of_the_case_stands(changed):
    case = read_case(CASES[1])
    for at in (0, len(case.entries) // 2, len(case.entries) - 1):
        shut = unreadable(case, at, **changed)
        assert isinstance(shut.entries[at].form, UnreadEntry)
        others = [entry for place, entry in enumerate(shut.entries) if place != at]
        assert today(case)[:at] + today(case)[at + 1 :] == [entry.form for entry in others]
        chronology = content_said(shut, "chronology")
        assert UnreadEntry.title in chronology
        assert shut.entries[at].sealed.form in chronology


def test_somebody_named_only_in_an_entry_that_cannot_be_read_is_still_known_and_disguised():
    case = read_case(CASES[0])
    shut = unreadable(case, 0, version=99)
    named = {one.person.id for one in case.entries[0].form.people}
    assert named <= shut.people.keys()


def test_an_entry_that_corrects_what_is_not_there_stands_for_itself():
    case = read_case(CASES[0])
    lone = msgspec.structs.replace(
        case.entries[-1].sealed, corrects="nowhere", corrects_why="Lost."
    )
    assert len(fold_case([case.entries[0].sealed, lone]).current) == 2
