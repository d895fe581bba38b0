"""What a case, or a form being typed, says of each sign that calls for referral.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), immediate referral; the college's
guidance, “Handling incidents” (at any point, a learner harmed or at risk of harm).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Self

import msgspec

from app.domain.case.ages import (
    adults_among,
    adults_at_events,
    events_in,
    speaks_of_ages,
    under_13_at_events,
)
from app.domain.case.entry import Entry
from app.domain.case.people import ACTIVE, CHILDREN, PersonInCase, people_of
from app.domain.forms.concern import ConcernReceived
from app.domain.kit.answers import (
    A_CHILD,
    A_LEARNER,
    AnswerKind,
    Involved,
    PersonKind,
    PersonRef,
    Role,
    YesNoUnknown,
)
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Answers, FormType, Question, given, questions_of
from app.domain.kit.record import EntryId
from app.domain.kit.stage import Sign

YES, NOT_KNOWN = YesNoUnknown.YES, YesNoUnknown.NOT_KNOWN


class SignState(msgspec.Struct, frozen=True):
    """What is known of one sign: the answer that counts, and the entry that gave it.

    While those who are harmed were not asked, `of_others` is what was answered of somebody else.
    `open_of` are those by name of whom it is not known, or who were not asked.
    """

    answer: YesNoUnknown | None = None
    entry: EntryId | None = None
    of_others: Self | None = None
    open_of: tuple[PersonRef, ...] = ()

    @property
    def said_yes(self) -> bool:
        """Whether the sign is there."""
        return self.answer is YES


class SaidYes(msgspec.Struct, frozen=True):
    """One yes to one sign: about which child ("" for the whole case), when (UTC), and where.

    `place` counts the entries that hold, from 0: what was recorded later has a higher one.
    """

    sign: Sign
    about: PersonRef
    at: datetime
    entry: EntryId
    place: int
    weighed: bool = False
    """Whether the form only weighs what was known before."""
    of_another: bool = False
    """Whether it is of an adult who was not known to have a part before."""


class _Said(msgspec.Struct, frozen=True):
    """What one entry says of the signs, and which child it is about."""

    entry: Entry
    about: PersonRef
    signs: Mapping[Sign, YesNoUnknown]
    another: frozenset[Sign]
    """Those that somebody raises who did not before."""


def signs_of(items: Iterable[Entry], child: PersonRef = "") -> Mapping[Sign, SignState]:
    """Return what is known of each sign, from entries in order: of one `child`, or of everybody.

    A yes counts until the entry that said it is corrected: a later "no" about something else does
    not undo it. Without a yes the newest answer of each child counts, or of the whole case, and one
    "not known" is enough. Who took part in the case, and how old they were on the day, raises signs
    without anybody being asked.
    """
    items = tuple(items)
    states: dict[Sign, dict[PersonRef, SignState]] = {sign: {} for sign in Sign}
    for said in _all_said(items):
        for sign, answer in said.signs.items():
            of_each = states[sign]
            if any(one.said_yes for one in of_each.values()):
                continue
            if answer is YES or not said.about:
                of_each.clear()
            of_each.pop(said.about, None)  # the newest answer is at the end
            of_each[said.about] = SignState(answer, said.entry.root)
    harmed = {child}
    if not child:
        people = people_of(entry.form for entry in items)
        harmed = {key for key, one in people.items() if one.harmed}
    return {sign: _open_first(of_each, harmed) for sign, of_each in states.items()}


def _open_first(of_each: Mapping[PersonRef, SignState], harmed: set[PersonRef]) -> SignState:
    """Return a yes, else the newest answer that is “not known”, else the newest of all.

    What was not known of nobody by name is known once it was answered of each child who is harmed;
    what nobody ever answered of the whole case is answered then.
    """
    if said_yes := [one for one in of_each.values() if one.said_yes]:
        return said_yes[-1]
    answered = of_each.keys() - {""}
    known = answered >= harmed if harmed else bool(answered)
    not_known = [
        about
        for about, one in of_each.items()
        if one.answer is NOT_KNOWN and not (about == "" and known)
    ]
    if not_known:
        named = tuple(about for about in not_known if about)
        not_asked = tuple(sorted(harmed - answered)) if answered else ()
        return msgspec.structs.replace(of_each[not_known[-1]], open_of=named or not_asked)
    newest = next(reversed(tuple(of_each.values())), None)
    if known or "" in of_each or newest is None:
        return newest or SignState()
    return SignState(of_others=newest, open_of=tuple(sorted(harmed - answered)))


def every_yes(items: Iterable[Entry]) -> tuple[SaidYes, ...]:
    """Return each yes to each sign, in the order of the record."""
    return tuple(
        SaidYes(
            sign=sign,
            about=said.about,
            at=said.entry.at,
            entry=said.entry.root,
            place=place,
            weighed=said.entry.form.weighs,
            of_another=sign is Sign.ADULT and sign in said.another,
        )
        for place, said in enumerate(_all_said(items))
        for sign, answer in said.signs.items()
        if answer is YES
    )


def yeses_in(
    entries: Iterable[Entry], current: Sequence[Entry], people: Mapping[PersonRef, PersonInCase]
) -> tuple[SaidYes, ...]:
    """Return each yes to each sign: since it was first said, and with the child it is about.

    `entries` are those of a case as sealed, `current` as they hold.
    """
    versions: dict[EntryId, list[Entry]] = {}
    for entry in entries:
        versions.setdefault(entry.root, []).append(entry)
    return tuple(
        _of_whom(_first_said(yes, versions[yes.entry], current), people)
        for yes in every_yes(current)
    )


def _first_said(yes: SaidYes, versions: list[Entry], current: Sequence[Entry]) -> SaidYes:
    """Return a yes as of the correction that first said it: nobody was told of it before that."""
    first = _first_to_say(yes.sign, YES, versions, current)
    if first is versions[0]:
        return yes
    since = first.sealed.recorded
    place = sum(entry.first < since for entry in current)
    return msgspec.structs.replace(yes, at=since, place=place)


def answered_since(
    sign: Sign, answer: YesNoUnknown, versions: list[Entry], current: Sequence[Entry]
) -> datetime:
    """Return when (UTC) an answer to a sign was recorded: with the correction that first gave it.

    `versions` are its entry and the corrections of that, `current` the entries of the case that
    hold.
    """
    return _first_to_say(sign, answer, versions, current).sealed.recorded


def _first_to_say(
    sign: Sign, answer: YesNoUnknown, versions: list[Entry], current: Sequence[Entry]
) -> Entry:
    """Return the first version of an entry since which each one says this of a sign."""
    silent = [
        place
        for place, entry in enumerate(versions[:-1])
        if not _says(sign, answer, entry, current)
    ]
    return versions[silent[-1] + 1] if silent else versions[0]


def _says(sign: Sign, answer: YesNoUnknown, entry: Entry, current: Sequence[Entry]) -> bool:
    """Return whether an earlier version says this: in words, or by whom it names and their age."""
    if signs_in(type(entry.form), answers_of(entry.form)).get(sign) is answer:
        return True
    if not speaks_of_ages(entry.form):
        return False
    then = (entry if one.root == entry.root else one for one in current)
    return any(
        said.entry.root == entry.root and said.signs.get(sign) is answer for said in _all_said(then)
    )


def _of_whom(yes: SaidYes, people: Mapping[PersonRef, PersonInCase]) -> SaidYes:
    """Return a yes with the child it is about: harm to anybody, else only to whoever is harmed.

    What somebody who passed it on says of pressure is about the child they pressed.
    """
    known = people.get(yes.about)
    if yes.sign is Sign.HARM or (known and known.harmed):
        return yes
    return msgspec.structs.replace(yes, about="")


def same_child(one: PersonRef, other: PersonRef) -> bool:
    """Return whether two things are about one child. What is about the whole case is about each."""
    return not one or not other or one == other


def _all_said(items: Iterable[Entry]) -> Iterator[_Said]:
    people: list[Entry] = []
    before: frozenset[_ByPart] = frozenset()
    for entry in items:
        answers = answers_of(entry.form)
        said = dict(signs_in(type(entry.form), answers))
        new: frozenset[_ByPart] = frozenset()
        if speaks_of_ages(entry.form):
            people.append(entry)
            now = _by_people(people)
            new, before = now - before, now
            for sign, answer, _ in new:
                if not (sign is Sign.UNDER_13 and sign in said):  # whoever answers it knows the age
                    said[sign] = _worse(said.get(sign), answer)
        raised = frozenset(sign for sign, answer, _ in new if answer is YES)
        yield _Said(entry, child_in(type(entry.form), answers), said, raised)


def _worse(one: YesNoUnknown | None, other: YesNoUnknown) -> YesNoUnknown:
    """Return the answer that worries more: yes, then not known."""
    return next((worse for worse in (YES, NOT_KNOWN) if worse in (one, other)), other)


_ByPart = tuple[Sign, YesNoUnknown, PersonRef]
"""A sign that follows from the part of somebody, or from how old they were."""


def _by_people(entries: list[Entry]) -> frozenset[_ByPart]:
    """Return the signs that follow from who took part, and how old they were on the day.

    Two records are one person from the entry on that joins them.
    """
    known = people_of(entry.apart or entry.form for entry in entries)
    found = {
        (sign, answer, key)
        for key, one in known.items()
        for sign, answer in signs_by_parts((Involved(one.person, one.roles),)).items()
    }
    found |= {(Sign.ADULT, YES, person.id) for person in adults_at_events(entries)}
    found |= {(Sign.UNDER_13, NOT_KNOWN, person.id) for person in under_13_at_events(entries)}
    return frozenset(found)


_ADULTS: Mapping[PersonKind, tuple[frozenset[Role], frozenset[Role]]] = {
    PersonKind.ADULT: (ACTIVE | {Role.RECEIVED}, frozenset()),
    PersonKind.STAFF: (ACTIVE | {Role.RECEIVED}, frozenset()),
    PersonKind.PARENT: (ACTIVE, frozenset({Role.RECEIVED})),
    PersonKind.ACCOUNT: (frozenset(), ACTIVE | {Role.RECEIVED}),
}
"""For who is no learner: the parts that raise the adult sign, and those that ask about it.

Nobody knows how old an unknown account is; a parent may have been sent it by whoever threatens.
"""


def signs_by_parts(people: Iterable[Involved]) -> Mapping[Sign, YesNoUnknown]:
    """Return the signs that follow from the parts people have, whatever was answered."""
    found: dict[Sign, YesNoUnknown] = {}
    for one in people:
        roles = set(one.roles)
        raising, asking = _ADULTS.get(one.person.kind, (frozenset[Role](), frozenset[Role]()))
        if roles & raising:
            found[Sign.ADULT] = YES
        elif roles & asking:
            found.setdefault(Sign.ADULT, NOT_KNOWN)
        if one.person.kind in CHILDREN and Role.PRESSURED in roles:
            found[Sign.COERCION] = YES
    return found


@cache
def _that_set_signs(form: FormType) -> tuple[Question, ...]:
    return tuple(
        asked
        for asked in questions_of(form)
        if asked.ask.sign or asked.ask.raises or asked.ask.leaves_open
    )


def signs_in(form: FormType, answers: Answers) -> Mapping[Sign, YesNoUnknown]:
    """Return the signs that the answers of one form set, sealed or still being typed."""
    said: dict[Sign, YesNoUnknown] = {}
    for question in _that_set_signs(form):
        answer = answers.get(question.name)
        if not answer or not question.shown(answers):
            continue
        if question.ask.sign:
            before = said.get(question.ask.sign)
            said[question.ask.sign] = _worse(before, YesNoUnknown(str(answer)))
        for sign, worse in _by_choices(
            question, answer if isinstance(answer, tuple) else (answer,)
        ):
            said[sign] = _worse(said.get(sign), worse)
    said |= dict.fromkeys(getattr(form, "raises", ()), YES)
    people = given(answers, ConcernReceived.people) or ()
    for sign, answer in signs_by_parts(people).items():
        said[sign] = _worse(said.get(sign), answer)
    if _adult_named(form, answers):
        said[Sign.ADULT] = YES
    return said


def _by_choices(
    question: Question, chosen: tuple[object, ...]
) -> Iterator[tuple[Sign, YesNoUnknown]]:
    """Yield the signs that choices raise or leave open. What a yes raises is else not known."""
    for choice, raised in question.ask.raises:
        if choice in chosen:
            yield from ((sign, YES) for sign in raised)
        elif choice is YES and NOT_KNOWN in chosen:
            yield from ((sign, NOT_KNOWN) for sign in raised)
    for choice, left_open in question.ask.leaves_open:
        if choice in chosen:
            yield from ((sign, NOT_KNOWN) for sign in left_open)


def _adult_named(form: FormType, answers: Answers) -> bool:
    """Return whether a form being typed names a learner who was already 18 at one of its events."""
    return adult_then(given(answers, ConcernReceived.people) or (), form, answers)


def adult_then(people: Iterable[Involved], form: FormType, answers: Answers) -> bool:
    """Return whether one of these learners took part and was 18 at an event that a form tells."""
    people = tuple(people)
    return bool(people) and any(
        adults_among(people, event.day) for event in events_in(form, answers)
    )


def child_in(form: FormType, answers: Answers) -> PersonRef:
    """Return the child that answers to a form are about; "" where they are about the whole case."""
    for question in questions_of(form):
        if question.kind is AnswerKind.PERSON and question.ask.who in (A_LEARNER, A_CHILD):
            return str(answers.get(question.name) or "")
    return ""
