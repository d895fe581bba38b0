"""What an answer may point at in a case as it is now: entries, copies, requests, days."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from app.domain import names
from app.domain.case.bodies import Referral
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.imagery import saw_imagery, viewings_to_record
from app.domain.case.people import takes
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.deletion import DeletionDecided
from app.domain.forms.device import DeviceSearched, DeviceTaken
from app.domain.forms.knowledge import Knower, KnowledgeNoted
from app.domain.forms.requests import RemovalReply
from app.domain.forms.social_care import ReferralReply, ReferralSent
from app.domain.forms.support import StaffWelfare
from app.domain.forms.viewing import ViewingRecorded
from app.domain.kit.answers import SETTLING, Answer, AnswerKind, PersonKind, Refers
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Answers, Form, name_of, questions_of
from app.domain.kit.keys import DueKind, Key, PartKind, in_time
from app.domain.kit.moments import day_of, write_day
from app.domain.owed.allegations import staff_with_a_part
from app.domain.owed.row import Owed
from app.domain.owed.table import may_be_missed, owed_in, settled_by_a_note
from app.domain.rules.time_limits import TimeLimits

_ABOUT = (AnswerKind.PERSON, AnswerKind.ENTRY, AnswerKind.STAFF)
_NOTED = (name_of(KnowledgeNoted.who), name_of(KnowledgeNoted.body), name_of(KnowledgeNoted.facts))


def prefilled_answers(case: Case, form: type[Form], key: Key) -> Answers:
    """Return the answers that a due row (`key`) already gives to the form that it opens.

    Only who and what are taken from the earlier entry, never anybody's judgement.
    """
    for question in questions_of(form):
        copy = question.ask.refers_to is Refers.COPY and key.kind is PartKind.COPY
        if copy or question.ask.refers_to in SETTLING:  # it points at what is due
            return {question.name: in_time(key).write()}
    answers = _people_in(case, form, key)
    if form is BodyReferralOpened and key.kind == DueKind.REFER:
        named = [body for body in OtherBody if body in key.ids]
        answers |= {name_of(BodyReferralOpened.body): body for body in named}
        staff = staff_with_a_part(case)
        if OtherBody.LADO in named and len(staff) == 1:
            answers[name_of(BodyReferralOpened.about)] = staff[0].person.id
    if form is BodyReferralOpened and key.kind == DueKind.ELSEWHERE:
        answers |= _learner_elsewhere(case)
    if form is BodyReferralOpened and key.kind == DueKind.ADULT_CARE:
        answers |= {name_of(BodyReferralOpened.body): OtherBody.ADULT_CARE}
    if form is KnowledgeNoted and key.kind == DueKind.LEADERS:
        answers |= {name_of(KnowledgeNoted.who): Knower.LEADERS}
    if form is StaffWelfare and key.kind == DueKind.STAFF_WELFARE:
        seen = (who for who, _ in saw_imagery(case) if names.key(who.name) in key.ids)
        answers |= {name_of(StaffWelfare.who): who for who in seen}
    if form is ViewingRecorded and key.kind == DueKind.VIEWING:
        seen = (who for who, _ in viewings_to_record(case) if names.key(who.name) in key.ids)
        answers |= {name_of(ViewingRecorded.viewed_by): who for who in seen}
    entry = next((entry for entry in reversed(case.current) if entry.root in key.ids), None)
    return answers | (_repeated(form, entry) if entry else {})


def _learner_elsewhere(case: Case) -> dict[str, Answer]:
    """Return that another college is told, if a learner of one is involved; of whom if only one."""
    found = [key for key, one in case.people.items() if one.person.kind is PersonKind.ELSEWHERE]
    told: dict[str, Answer] = {name_of(BodyReferralOpened.body): OtherBody.COLLEGE} if found else {}
    return told | ({name_of(BodyReferralOpened.about): found[0]} if len(found) == 1 else {})


def _people_in(case: Case, form: type[Form], key: Key) -> dict[str, Answer]:
    """Return the people of a key as answers, each to the first question that takes them."""
    left = [known for one in key.ids if (known := case.people.get(one))]
    today, answers = day_of(case.entries[-1].sealed.recorded), dict[str, Answer]()
    for question in questions_of(form):
        if question.kind is AnswerKind.PERSON:
            found = next((one for one in left if takes(question.ask.who, one, today)), None)
            if found:
                answers[question.name] = found.person.id
                left.remove(found)
    return answers


def _repeated(form: type[Form], entry: Entry) -> dict[str, Answer]:
    """Return what an entry is about, as answers to `form`. A form may also point to this entry."""
    before, asked = answers_of(entry.form), questions_of(form)
    answers: dict[str, Answer] = {}
    for question in asked:
        if question.kind not in _ABOUT or (
            question.kind is AnswerKind.STAFF and question != asked[0]
        ):
            continue
        if question.name in before:
            answers[question.name] = before[question.name]
        elif question.kind is AnswerKind.ENTRY and question.required:
            answers[question.name] = entry.root
    if isinstance(entry.form, KnowledgeNoted) and form is KnowledgeNoted:
        answers |= {name: before[name] for name in _NOTED if name in before}
    return answers


class Reference(msgspec.Struct, frozen=True):
    """One thing an answer may point at: its key, its words, and the form it waits for."""

    key: str
    words: str
    waits_for: type[Form] | None = None


References = tuple[Reference, ...]


def references(case: Case, refers: Refers, clocks: TimeLimits) -> References:
    """Return what an answer that refers to `refers` may point at, oldest first."""
    return _TABLE[refers](case, clocks)


def likely_reference(found: References, form: type[Form]) -> str | None:
    """Return the key of the only reference that waits for a form, else of the only one there is."""
    waiting = [reference.key for reference in found if reference.waits_for is form]
    keys = waiting or [reference.key for reference in found]
    return keys[0] if len(keys) == 1 else None


def _referrals(case: Case, _clocks: TimeLimits) -> References:
    return tuple(Reference(one.id, case.names[one.id], _next(one)) for one in case.referrals)


def _next(referral: Referral) -> type[Form] | None:
    if not referral.sent:
        return ReferralSent
    return None if referral.replies else ReferralReply


def _bodies(case: Case, _clocks: TimeLimits) -> References:
    return _named(case, (one.id for one in case.body_referrals))


def _contacts(case: Case, _clocks: TimeLimits) -> References:
    return _named(case, case.contacts)


def _copies(case: Case, _clocks: TimeLimits) -> References:
    return _named(case, case.copies)


def _requests(case: Case, _clocks: TimeLimits) -> References:
    return tuple(
        Reference(key, case.names[key], RemovalReply if request.waiting else None)
        for key, request in case.requests.items()
    )


def _entries_of(form: type[Form]) -> Callable[[Case, TimeLimits], References]:
    def found(case: Case, _clocks: TimeLimits) -> References:
        return _named(case, (entry.root for entry in case.current if isinstance(entry.form, form)))

    return found


def _agreed(case: Case, clocks: TimeLimits) -> References:
    """Return the agreed actions, then what else a note settles, with whom it is about."""
    rows = [row for row in owed_in(case, clocks) if settled_by_a_note(row)]
    rows.sort(key=lambda row: row.key.kind is not PartKind.ACTION)
    return tuple(Reference(row.key.write(), _worded(case, row)) for row in rows)


def _worded(case: Case, row: Owed) -> str:
    if row.key.kind is PartKind.ACTION:
        return row.what
    whom = [case.names.get(one, "") for one in row.about[:1]]
    return f"{row.what}: {', '.join((*filter(None, whom), write_day(day_of(row.due))))}"


def _clocks(case: Case, clocks: TimeLimits) -> References:
    return tuple(Reference(key, words) for key, words in may_be_missed(case, clocks))


def _named(case: Case, keys: Iterable[str]) -> References:
    return tuple(Reference(key, case.names[key]) for key in keys)


_TABLE: Mapping[Refers, Callable[[Case, TimeLimits], References]] = {
    Refers.REFERRAL: _referrals,
    Refers.BODY_REFERRAL: _bodies,
    Refers.CONTACT: _contacts,
    Refers.COPY: _copies,
    Refers.REQUEST: _requests,
    Refers.DEVICE: _entries_of(DeviceTaken),
    Refers.SEARCH: _entries_of(DeviceSearched),
    Refers.DELETION: _entries_of(DeletionDecided),
    Refers.AGREED: _agreed,
    Refers.CLOCK: _clocks,
    Refers.ANY_ENTRY: lambda _case, _clocks: (),
}
