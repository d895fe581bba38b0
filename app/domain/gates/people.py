"""The gates around people: who a question takes, when they were born, whose parent they are."""

from collections.abc import Iterator

import msgspec

from app.domain.case.ages import TAKES_PART, events_of
from app.domain.case.merging import one_of, with_one
from app.domain.case.people import CHILDREN, PersonInCase, is_adult, takes
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.parents import NOT_TOLD, ParentDecision
from app.domain.forms.person import PeopleMerged, PersonDetails
from app.domain.forms.referral_background import ParentTold, ReferralBackground
from app.domain.gates.asked import GateProblem, ToSeal, gate_problem
from app.domain.kit.answers import AnswerKind, Involved, PersonKind, Who, YesNoUnknown
from app.domain.kit.checks import BORN_TOO_LATE, Problem, born_after
from app.domain.kit.filled import answers_to_edit
from app.domain.kit.form import Answers, FormType, name_of, questions_of
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage
from app.domain.kit.wording import with_article

_SOURCE = Cited.STAFF_INCIDENTS


def not_told_with_reason(asked: ToSeal) -> Iterator[GateProblem]:
    """Require the reason and a review day for not telling a parent."""
    if asked.get(ParentDecision.decision) not in NOT_TOLD:
        return
    if not asked.words(ParentDecision.why):
        yield gate_problem(
            ParentDecision.why,
            "Parents are told early unless that puts a learner at risk of harm.",
            "Write what the risk is and who was consulted, or plan how to tell them.",
            _SOURCE,
        )
    if not asked.get(ParentDecision.review_on):
        yield gate_problem(
            ParentDecision.review_on,
            "Not telling a parent is a decision to look at again.",
            "Choose the day on which it is reviewed.",
            _SOURCE,
        )


def somebody_it_takes(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse a person whom the question does not take.

    A correction may keep the person of the earlier entry.
    """
    before: set[_Named] = set()
    if asked.corrects is not None:
        corrected = with_one(asked.case.entry(asked.corrects).form, asked.case.same)
        before = {one.unplaced() for one in _named(type(corrected), answers_to_edit(corrected))}
    for one in _named(asked.form, asked.answers):
        known = asked.case.people.get(one_of(asked.case.same, one.person))
        stood = one.unplaced() in before
        if not stood and not (known and takes(one.who, known, asked.today)):
            yield GateProblem(one.place, one.lead + _refused(one.who, known))


def nobody_becomes_another_kind(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse to name somebody of the case again as of another kind: a learner is never a parent.

    A correction may change it, and so may the form for their details, which shows it.
    """
    for question in questions_of(asked.form) if not asked.correcting else ():
        answer = asked.answers.get(question.name)
        if question.kind is not AnswerKind.PEOPLE or not isinstance(answer, tuple):
            continue
        for at, one in enumerate(answer, start=1):
            assert isinstance(one, Involved)
            known = asked.case.people.get(one_of(asked.case.same, one.person.id))
            if known and known.person.kind is not one.person.kind:
                was, now = known.person.kind.label, one.person.kind.label
                yield GateProblem(
                    f"{question.name}.{at}.name",
                    f"{known.person.name} is {with_article(was)} in this case, and cannot be "
                    f"{with_article(now)} too. Take them out here; if it was wrong before, put it "
                    f"right under “{PersonDetails.title}”.",
                )


def asked_about(asked: ToSeal) -> Iterator[Problem]:
    """Yield that a learner with a part in it would no longer be one: nothing stays owed to them."""
    known = asked.case.people.get(asked.words(PersonDetails.person))
    kind = asked.get(PersonDetails.kind)
    if asked.form is not PersonDetails or not (known and kind):
        return
    if known.person.kind in CHILDREN and kind not in CHILDREN and TAKES_PART & {*known.roles}:
        name, now = known.person.name, with_article(kind.label)
        yield Problem(
            name_of(PersonDetails.kind),
            f"{name} has a part in this case as a learner, and would be {now} from now on: no "
            "talk, no plan and no parents told would be owed. Is that right?",
        )


def no_learner_is_joined_to_a_parent(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse to join the record of a learner to that of a parent, or of staff.

    Who had been taken for another adult, or for an unknown account, may be a learner.
    """
    people = asked.case.people
    found = [people.get(asked.words(one)) for one in (PeopleMerged.keep, PeopleMerged.other)]
    both = [one.person for one in found if one]
    if asked.get(PeopleMerged.same) is not YesNoUnknown.YES or len(both) < 2:
        return
    kinds = {one.kind for one in both}
    if kinds & {*CHILDREN} and kinds & {PersonKind.PARENT, PersonKind.STAFF}:
        one, two = (f"{person.name} is {with_article(person.kind.label)}" for person in both)
        yield GateProblem(
            name_of(PeopleMerged.other),
            f"{one} and {two} in this case: they are not one person. Choose another record; if one "
            f"was taken for somebody else, put it right under “{PersonDetails.title}” first.",
        )


class _Named(msgspec.Struct, frozen=True):
    """One answer that names a person: its question, who that takes, and its place in the form."""

    question: str
    who: Who
    person: str
    place: str = ""
    lead: str = ""

    def unplaced(self) -> "_Named":
        """Return it without its place: a row may have moved."""
        return msgspec.structs.replace(self, place="", lead="")


def _named(form: FormType, answers: Answers) -> Iterator[_Named]:
    for question in questions_of(form):
        answer = answers.get(question.name)
        if not answer or not question.shown(answers):
            continue
        if question.kind is AnswerKind.PERSON:
            yield _Named(question.name, question.ask.who, str(answer), place=question.name)
        elif question.row and isinstance(answer, tuple):
            for at, row in enumerate(answer, start=1):
                assert isinstance(row, dict)
                for one in _named(question.row, row):
                    place = f"{question.name}.{at}.{one.place}"
                    yield msgspec.structs.replace(one, place=place, lead=f"Row {at}: ")


def _refused(who: Who, known: PersonInCase | None) -> str:
    """Return a sentence saying why a person is not taken, and who to choose."""
    person = known.person if known else None
    if person is None:
        why = "This is nobody of this case."
    elif person.kind in who.kinds:
        why = f"{person.name} is 18 or over."
    else:
        why = f"{person.name} is {with_article(person.kind.label)}."
    add = ", or add one here" if who.adds else ""
    return f"{why} Choose {with_article(who.words)}{add}."


def born_before_it_happened(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse a date of birth after the first event of the case.

    This leaves out the correction of an event: its own date may be what was wrong.
    """
    corrects_event = asked.correcting and asked.form.stage is not Stage.PEOPLE
    first = min((event.day for event in events_of(asked.case.current)), default=None)
    if first is None or corrects_event:
        return
    born = asked.get(PersonDetails.born) if asked.form is PersonDetails else None
    if born and born > first:
        yield GateProblem(name_of(PersonDetails.born), BORN_TOO_LATE)
    for problem in born_after(_PEOPLE, asked.answers.get(_PEOPLE), first):
        yield GateProblem(problem.name, problem.sentence)


_PEOPLE, _WHO = name_of(ConcernReceived.people), name_of(ParentTold.who)


def adult_care_is_for_adults(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse to tell adult social care of somebody who is known to be under 18."""
    about = one_of(asked.case.same, asked.words(BodyReferralOpened.about))
    known = asked.case.people.get(about)
    if (
        asked.get(BodyReferralOpened.body) is OtherBody.ADULT_CARE
        and known
        and known.person.born
        and not is_adult(known.person, asked.today)
    ):
        yield gate_problem(
            BodyReferralOpened.body,
            f"{known.person.name} is under 18, and adult social care is for those of 18 or over.",
            "Tell children’s social care, or put the date of birth right under “Person details”.",
            _CARE_ACT,
        )


_CARE_ACT = Cited.CARE_ACT


def nobody_is_their_own_parent(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse the child of a referral among that child's parents."""
    parents = name_of(ReferralBackground.parents)
    rows = asked.answers.get(parents)
    child = next(
        (
            one.opened.child
            for one in asked.case.referrals
            if one.id == asked.words(ReferralBackground.referral)
        ),
        "",
    )
    for at, row in enumerate(rows if isinstance(rows, tuple) else (), start=1):
        if isinstance(row, dict) and child and row.get(_WHO) == child:
            yield GateProblem(
                f"{parents}.{at}.{_WHO}",
                f"Row {at}: This is the child the referral is about. Choose the parent or carer.",
            )
