"""The words of a case for agencies and services: for one request, referral or police letter."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import msgspec

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain.case.bodies import BodyReferral, Referral
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.families import parents_of_child
from app.domain.case.people import ACTIVE, others_harmed
from app.domain.case.requests import Request
from app.domain.case.standing import WHOLE_CASE
from app.domain.forms.bodies import POLICE_BODIES, BodyContact, BodyReferralOpened
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.requests import RemovalRequested, stated
from app.domain.forms.social_care import ReferralCall, ReferralOpened
from app.domain.kit.answers import Answer, Person, PersonKind, PersonRef, Role
from app.domain.kit.facts import Fact
from app.domain.kit.filled import answers_of
from app.domain.kit.form import name_of, questions_of
from app.domain.kit.record import Audience
from app.domain.kit.wording import labels_in_one_line, lower
from app.papers.case_words import (
    ASK_COLLEGE,
    NOT_APPLICABLE,
    NOT_RECORDED,
    CaseWords,
    RowT,
    StepWords,
    Told,
)
from app.papers.rows import Row
from app.typesetting.text import Quiet

TOOK_PART = ACTIVE | {Role.RECEIVED}
"""The parts of a member of staff who is in a case for what they may have done themselves."""

_OF_ONE_LETTER = {name_of(ReferralBackground.attached), name_of(ReferralBackground.send_by)}
"""What the background says of one letter alone, and of none after it."""


def known_and_open(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows that have an answer, and one that names the others."""
    missing = list[str]()
    for label, lines in rows:
        if lines == (ASK_COLLEGE,):
            missing.append(lower(label))
        elif lines != (NOT_APPLICABLE,):
            yield label, lines
    if missing:
        yield ASK_COLLEGE, (Quiet(labels_in_one_line(missing)),)


class RequestWords(CaseWords):
    """The words of one removal request, for a service."""

    def __init__(self, case: Case, entry: Entry) -> None:
        cast = msgspec.structs.replace(disclosure_for(case, Audience.SERVICES), kept=())
        super().__init__(case, Audience.SERVICES, hide=Disguise.of(cast))
        assert isinstance(entry.form, RemovalRequested)
        self.item, self.form = entry, entry.form

    @property
    def request(self) -> Request:
        """The request with the replies to it."""
        return self.case.requests[self.item.root]

    @property
    def reference(self) -> str:
        """The newest reference that the service gave; "" for none, or for one that names somebody.

        Half of a number says nothing, so that one which reads like initials is left to be written.
        """
        given = self.request.reference or ""
        return given if self.hide.over(given) == given else ""

    @property
    def where(self) -> str:
        """Where the item is, as told. Empty when the route covers every copy."""
        return self._as_told(RemovalRequested.where_it_is)

    @property
    def text(self) -> str:
        """The words that were sent, disguised except for the place. Empty when there are none."""
        sent = self._as_told(RemovalRequested.text)
        parts = sent.split(self.where) if self.where else [sent]
        return self.where.join(map(self.hide.over, parts))

    @property
    def stated(self) -> tuple[str, ...]:
        """What the report states, and by what right it is made for the person shown."""
        return stated(self.form.statements, self.form.acting)

    def _as_told(self, question: object) -> str:
        """Return an answer of the request as recorded, "" if a service may not read it."""
        name = name_of(question)
        read = (self.item.root, name) in self._said
        return (getattr(self.form, name) or "").strip() if read else ""

    @property
    def service(self) -> str:
        """The service that the request goes to."""
        return self.said(RemovalRequested.service_name)

    def said(self, question: object) -> str:
        """Return one answer in words, `NOT_RECORDED` if there is none."""
        return self.answer(self.item, question)


class ReferralWords(StepWords):
    """The words of one referral to social care, answer by answer, for agencies."""

    def __init__(self, case: Case, referral: Referral) -> None:
        self.child: Person = case.people[referral.opened.child].person
        hide = Disguise.of(disclosure_for(case, Audience.AGENCIES, self.child.id, referral.id))
        super().__init__(case, referral.id, ReferralOpened, self.child.id, hide)
        self.referral = referral
        self.background = self.newest_step(ReferralBackground)
        self.calls = self.steps(ReferralCall)
        self.details = self.details_of(self.child.id)

    @property
    def about(self) -> tuple[PersonRef, ...]:
        """Whom an answer on this child is about.

        It is the child, and also nobody by name unless another child was harmed: such an answer
        may be about that one.
        """
        alone = not others_harmed(self.case.people, self.child.id)
        return (self.child.id, WHOLE_CASE) if alone else (self.child.id,)

    def answer(self, entry: Entry | None, question: object) -> str:
        """Return one answer in words, one on the background as it was given last.

        It is "Not recorded", and not "Not applicable", while what it hangs on is unanswered.
        """
        given = self._given_in(entry, question)
        said = super().answer(given, question)
        open_yet = said is NOT_APPLICABLE and given and self._hangs_on_open(given, question)
        return NOT_RECORDED if open_yet else said

    def _hangs_on_open(self, entry: Entry, question: object) -> bool:
        """Return whether a question hangs on an answer that nobody has given."""
        asked = {one.name: one for one in questions_of(type(entry.form))}
        on = asked[name_of(question)].ask.shown_if
        answers = answers_of(entry.form) if entry is not self.background else self._so_far
        return bool(on and on.values and on.name not in answers and asked[on.name].shown(answers))

    def told_of(self, entry: Entry | None, question: object) -> Told | None:
        """Return one answer with its entry, one on the background as it was given last."""
        return super().told_of(self._given_in(entry, question), question)

    def rows(self, entry: Entry | None, question: tuple[RowT, ...]) -> tuple[RowT, ...]:
        """Return an answer of several rows, one on the background as it was given last."""
        return super().rows(self._given_in(entry, question), question)

    def _given_in(self, entry: Entry | None, question: object) -> Entry | None:
        """Return the entry to read: what a newer background leaves open an older one still says."""
        if entry is None or entry is not self.background:
            return entry
        return self._given.get(name_of(question), entry)

    @cached_property
    def _given(self) -> Mapping[str, Entry]:
        """By question of the background, the newest entry that answers it, if it still applies."""
        given: dict[str, Entry] = {}
        for entry in self.steps(ReferralBackground):
            said = _said_in(entry)
            if name_of(ReferralBackground.wishes) in said:  # whoever asked, asked for other words
                given.pop(name_of(ReferralBackground.wishes_how), None)
            given |= dict.fromkeys(said, entry)
        asked = {one.name for one in questions_of(ReferralBackground) if one.shown(self._so_far)}
        return {name: entry for name, entry in given.items() if name in asked - _OF_ONE_LETTER}

    @cached_property
    def _so_far(self) -> Mapping[str, Answer]:
        """Every answer on the background, each as it was given last."""
        answers: dict[str, Answer] = {}
        for entry in self.steps(ReferralBackground):
            answers |= _said_in(entry)
        return answers

    @cached_property
    def parents(self) -> Mapping[PersonRef, CaseWords]:
        """The parents and carers of the child, each with what agencies may read of them."""
        found = parents_of_child(self.case, self.child.id)
        return {
            key: CaseWords(self.case, Audience.AGENCIES, key, self.hide)
            for key in self.case.people
            if key in found
        }

    def stands_of(self, person: PersonRef, fact: Fact) -> Told | None:
        """Return what stands on a fact of the child, or of a parent or carer of the child."""
        return self.parents.get(person, self).stands(fact, person)

    @property
    def safe_now(self) -> Told | None:
        """Where the child is and how safe, by the newest answer."""
        return self.stands(Fact.WHEREABOUTS, *self.about)

    def others(self) -> tuple[Person, ...]:
        """Return everyone in the case except the child, parents, and staff who only know of it."""
        people = self.case.people.values()
        return tuple(
            known.person
            for known in people
            if known.person.id != self.child.id
            and known.person.kind is not PersonKind.PARENT
            and (known.person.kind is not PersonKind.STAFF or TOOK_PART & set(known.roles))
        )


def _said_in(background: Entry) -> Mapping[str, Answer]:
    return {name: one for name, one in answers_of(background.form).items() if one != ()}


class PoliceWords(StepWords):
    """The words of one referral to the police or CEOP, with every name."""

    def __init__(self, case: Case, referral: BodyReferral) -> None:
        hide = Disguise.of(disclosure_for(case, Audience.AGENCIES))
        super().__init__(case, referral.id, BodyReferralOpened, None, hide)
        self.referral = referral
        self.contacts = self.steps(BodyContact)
        self.outcomes = self.steps(BodyOutcome)

    def answer(self, entry: Entry | None, question: object) -> str:
        """Return one answer in words, without one that it is not recorded or does not apply."""
        said = super().answer(entry, question)
        return ASK_COLLEGE if said is NOT_RECORDED else said


def police_referrals(case: Case) -> tuple[BodyReferral, ...]:
    """Return each referral to the police or CEOP, oldest first."""
    return tuple(one for one in case.body_referrals if one.opened.body in POLICE_BODIES)
