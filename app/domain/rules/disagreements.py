"""Two answers that disagree: a “no” on what stands as a “yes”, said at once and asked about.

Nobody is made to take an answer back. The form that makes them disagree asks which holds, and why.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.reviews import people_named
from app.domain.case.signs import signs_in
from app.domain.case.standing import WHOLE_CASE, Said, Standing, said_in
from app.domain.forms.any_time import Holds, WhichHolds
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Answers, Form, questions_of
from app.domain.kit.moments import Moment, write_time
from app.domain.kit.record import EntryId
from app.domain.kit.stage import Sign

SAME_TIME = timedelta(days=1)
"""How far apart two answers on a fact that can change still speak of the same time."""


class Disagreement(msgspec.Struct, frozen=True):
    """One answer of a form that disagrees with what stands, in a sentence.

    `earlier` is the root of the entry it disagrees with; None where the form disagrees with itself.
    """

    sentence: str
    fact: Fact | None = None
    sign: Sign | None = None
    earlier: EntryId | None = None


def disagreements(
    case: Case, form: type[Form], answers: Answers, now: datetime, corrects: EntryId | None = None
) -> tuple[Disagreement, ...]:
    """Return where answers to a form, to be sealed at `now` (UTC), disagree with what stands.

    Each row is a mapping of answers. What the corrected entry itself said does not count.
    """
    if corrects:
        root = case.entry(corrects).root
        case = Case(tuple(entry for entry in case.entries if entry.root != root), case.duty)
    happened = answers.get(form.happened_in)
    at = happened.at if isinstance(happened, Moment) else now
    return (*_of_facts(case, form, answers, at), *_of_signs(case, form, answers))


def _of_facts(
    case: Case, form: type[Form], answers: Answers, at: datetime
) -> Iterator[Disagreement]:
    forms = {entry.root: entry.form for entry in case.current}
    for said in said_in(form, answers, forms):
        if said.yes is None:
            continue
        about = () if said.about == WHOLE_CASE else (said.about, WHOLE_CASE)
        answered = [
            one
            for one in case.stands.history(said.fact, *about)
            if one.said.towards == said.towards and one.said.yes is not None
        ]
        before = (one for one in answered if one.true_at <= at)
        since = (one for one in reversed(answered) if one.true_at > at)
        other = next(since if said.yes else before, None)
        if other and other.said.yes is not said.yes and _of_one_time(said, other, at):
            yield Disagreement(_sentence(case, said, other), said.fact, None, other.entry.root)


def _of_one_time(said: Said, other: Standing, at: datetime) -> bool:
    return said.fact.lasting or abs(at - other.true_at) <= SAME_TIME


def _sentence(case: Case, said: Said, other: Standing) -> str:
    name = case.names.get(said.about, "")
    what = f"{said.fact.label}, {name}" if name else said.fact.label
    this, before = ("yes", "no") if said.yes else ("no", "yes")
    return f"{what}: this says “{this}”, and {_where(other.entry)} says “{before}”."


def _where(entry: Entry) -> str:
    return f"“{entry.form.title}” of {write_time(entry.at)}"


def _of_signs(case: Case, form: type[Form], answers: Answers) -> Iterator[Disagreement]:
    """Yield each sign answered no though a part, or an entry before, says the opposite.

    Danger now is a fact: it can pass. What was said of one learner says nothing of another.
    """
    no = [
        question.ask.sign
        for question in questions_of(form)
        if question.ask.sign and answers.get(question.name) == YesNoUnknown.NO
    ]
    of_itself = signs_in(form, answers) if no else {}
    for sign in no:
        state = case.signs[sign]
        if of_itself.get(sign) is YesNoUnknown.YES:
            yield Disagreement(
                f"{sign.label}: this says “no”, and other answers here say “yes”.", sign=sign
            )
        elif sign is not Sign.HARM and state.said_yes and not _settled(case, sign, state.entry):
            entry = next(one for one in case.current if one.root == state.entry)
            of = people_named(type(entry.form), answers_of(entry.form))
            whom = people_named(form, answers)
            if not whom or set(of) & set(whom):
                yield Disagreement(
                    f"{sign.label}: this says “no”, and {_where(entry)} says “yes”.",
                    sign=sign,
                    earlier=entry.root,
                )


def _settled(case: Case, sign: Sign, entry: EntryId | None) -> bool:
    """Return whether somebody said before that a later no holds, or that both do."""
    return any(
        one.sign is sign and one.earlier == entry and one.holds is not Holds.EARLIER
        for one in case.all_of(WhichHolds)
    )
